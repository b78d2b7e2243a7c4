#!/bin/sh
# risk --format csv of a whole log states one athlete at a time; it must say what the other road,
# which holds all of them, says of each: the same row, the same day, the same diagnostics.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

{
    echo "athlete,start,sport,duration_s,distance_m,avg_hr_bpm,rpe,load_kind,title"
    for day in 01 04 08 11 15 18 20; do
        echo "ann,2026-11-${day}T07:00:00,run,3000,9000,150,5,,"
        echo "bob,2026-11-${day},soccer,5400,,,7,,"
    done
    # One run told twice around midnight: folded, the day is the 22nd.
    echo "ann,2026-11-22T23:59:30,run,3000,10000,150,5,,Late run"
    echo "ann,2026-11-23T00:00:30,run,3000,10000,,,,"
    echo "bob,2026-11-31,soccer,5400,,,7,,"
    echo "cid,2026-11-20,soccer,-5,,,7,,"
} >log.csv

status=0
"$PLIMSOLL" risk log.csv --format csv >squad.csv 2>squad.err || status=$?
[ "$status" = 1 ] # cid is lost
grep -q "cid" squad.err
grep -q "is the session of log.csv" squad.err
for athlete in ann bob; do
    "$PLIMSOLL" risk log.csv --format csv --athlete "$athlete" --as-of 2026-11-22 >one.csv 2>/dev/null || true
    grep "^$athlete," squad.csv >want
    grep "^$athlete," one.csv >got
    cmp want got
done
"$PLIMSOLL" risk log.csv --format json 2>json.err | grep -q '"as_of": *"2026-11-22"'
sed '/as of/d' squad.err | sort >a
sed '/as of/d' json.err | sort >b
cmp a b
