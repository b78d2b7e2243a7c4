#!/bin/sh
# plimsoll plan --continue: a log that followed the plan changes no byte of the days that are left, in
# JSON and as rows; one that did not is planned anew; what cannot go on is refused.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
plan() {
    "$PLIMSOLL" plan "$@" --goal examples/runner/goal.toml --athlete-file examples/runner/athlete.toml --quiet
}
log=examples/runner/Activities.csv
plan $log --as-of 2026-11-22 -o "$work/plan.json"
plan $log --as-of 2026-11-22 -o "$work/plan.csv"
cat >"$work/follow.py" <<'END'
import json, sys
print("athlete,start,sport,duration_s,distance_m")
for day in json.load(open(sys.argv[1]))["days"]:
    for session in day["sessions"]:
        if day["date"] <= sys.argv[2] and session["distance_m"]:
            print(f'alex,{day["date"]},run,{session["duration_min"] * 60},{session["distance_m"]!r}')
END
cat >"$work/check.py" <<'END'
import json, sys
folder, day = sys.argv[1:]
before, after = (json.load(open(f"{folder}/{name}.json")) for name in ("plan", "kept"))
dump = lambda plan: [json.dumps(d) for d in plan["days"] if d["date"] > day]
assert after["continued"]["status"] == "kept" and not after["continued"]["changes"]
assert dump(before) == dump(after) and len(dump(after)) > 20
assert after["sequence"] > before["sequence"]
week = after["continued"]["done"][0]
assert week["planned"] == week["done"] and not week["missed"] and not week["extra"], week
END
for day in 2026-11-24 2026-12-04 2026-12-10; do
    python3 "$work/follow.py" "$work/plan.json" $day >"$work/log.csv"
    rm -f "$work/kept.json" "$work/kept.csv"
    plan $log "$work/log.csv" --as-of $day --continue "$work/plan.json" -o "$work/kept.json"
    python3 "$work/check.py" "$work" $day
    plan $log "$work/log.csv" --as-of $day --continue "$work/plan.json" -o "$work/kept.csv"
    awk -F, -v day=$day 'NR == 1 || $1 > day' "$work/plan.csv" | cmp - "$work/kept.csv"
done
# What was written is gone on with again.
python3 "$work/follow.py" "$work/plan.json" 2026-12-15 >"$work/log.csv"
plan $log "$work/log.csv" --as-of 2026-12-15 --continue "$work/kept.json" |
    grep -q 'Plan from Mon 23 Nov: kept' || fail "a plan that was kept does not go on"
# A holiday on a day with a run: its event is cancelled, and the others are updated.
printf 'athlete,date,kind,detail,value,note\nalex,2026-11-26,holiday,,1,\n' >"$work/events.csv"
plan $log --as-of 2026-11-22 --events "$work/events.csv" --continue "$work/plan.json" -o "$work/anew.ics"
tr -d '\r' <"$work/anew.ics" | awk '/^UID/ { uid = $0 } /^STATUS:CANCELLED/ { print uid }' >"$work/cancelled"
grep -q '^UID:2026-11-26-run' "$work/cancelled" || fail "the run of the holiday was not cancelled"
grep -q '^SEQUENCE:9823' "$work/anew.ics" || fail "the calendar of the same day does not count up"
# Two weeks without a run: planned anew.
plan $log --as-of 2026-12-06 --continue "$work/plan.json" |
    grep -q 'missed_time: no run from Tue 24 Nov 2026 to Sun 6 Dec 2026, 13 days' ||
    fail "two weeks without a run are not told"
refused() {
    status=0
    plan $log --as-of 2026-11-22 --continue "$work/$1" >"$work/out" 2>"$work/err" || status=$?
    if [ $status != 1 ] || [ -s "$work/out" ] || ! grep -q "$2" "$work/err"; then
        cat "$work/err"
        fail "$1 is not refused as it should be"
    fi
}
sed 's/"athlete": "alex"/"athlete": "bo"/' "$work/plan.json" >"$work/bo.json"
sed 's/"plimsoll.plan\/1"/"plimsoll.plan\/2"/' "$work/plan.json" >"$work/version.json"
head -c 2000 "$work/plan.json" >"$work/cut.json"
plan $log --format json --weeks 2 >"$work/infeasible.json" || true
refused bo.json "athlete is 'bo', and the log is of 'alex'"
refused version.json "another version of the program wrote it"
refused cut.json "this is no JSON"
refused infeasible.json "there is no plan in it"
refused missing.json "no such file"
