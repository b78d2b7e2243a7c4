#!/bin/sh
# A runners' log with enough onsets has its coefficients estimated anew, and the same bytes twice; with
# an onset too few the published ones stand.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# 8 runners, every other day for 180 days of 2026, each ninth run twice as long; each hurts a knee four
# times, 35 days apart: 32 onsets, where 30 are needed.
awk 'BEGIN {
    split("31 28 31 30 31 30", length_of, " ")
    print "athlete,date,distance_km,sport" >"runs.csv"
    print "athlete,date,site,severity" >"injuries.csv"
    for (a = 0; a < 8; a++) {
        month = 1; day = 1
        for (i = 0; i < 180; i++) {
            date = sprintf("2026-%02d-%02d", month, day)
            if (i % 2 == 0)
                printf "r%d,%s,%d,run\n", a, date, (i / 2 + a) % 9 == 8 ? 16 : 8 + a % 3 >"runs.csv"
            if (i == 45 + a || i == 80 + a || i == 115 + a || i == 150 + a)
                printf "r%d,%s,knee,minor\n", a, date >"injuries.csv"
            if (++day > length_of[month]) { day = 1; month++ }
        }
    }
}'
validate() {
    "$PLIMSOLL" validate runs.csv --injuries "$1" --as-of 2026-06-29 --format json
}
validate injuries.csv >first.json
validate injuries.csv >second.json
cmp first.json second.json
grep -q '"onsets": 32' first.json
grep -q '"parameters": 3' first.json
grep -q '"refit_why_not": null' first.json
head -n 30 injuries.csv >fewer.csv # 29 injuries
validate fewer.csv >kept.json
grep -q '"refit": null' kept.json
grep -q '29 onsets for 3 coefficients, and 30 are needed' kept.json
