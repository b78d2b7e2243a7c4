#!/bin/sh
# plimsoll report --plan and squad --plans: the week against the plan, who is off it, and every file of
# the folder that cannot be used told while the others count.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
plan=tests/data/plans/alex.json
mkdir "$work/plans"
# Alex follows the plan (4.5, 4.5, 4.5 and 7.5 km, then 6.8 on 1 December), Bo runs one day of four,
# Cem's plan is broken, Dora's of an older version, Eve has two of the same day, Fay has none.
awk 'BEGIN {
    print "athlete,start,sport,duration_s,distance_m"
    split("alex bo cem dora eve fay", who, " ")
    for (w = 1; w <= 6; ++w) {
        for (d = 3; d <= 22; d += 3) printf "%s,2026-11-%02d,run,2700,7500\n", who[w], d
        printf "%s,2026-11-24,run,1620,4500\n", who[w]
        if (who[w] == "bo") continue
        printf "%s,2026-11-26,run,1620,4500\n%s,2026-11-28,run,1620,4500\n%s,2026-11-29,run,2760,7500\n",
            who[w], who[w], who[w]
    }
}' >"$work/log.csv"
of() {
    sed "s/\"athlete\": \"alex\"/\"athlete\": \"$1\"/" $plan
}
cp $plan "$work/plans/alex.json"
of bo >"$work/plans/bo.json"
of bo | sed 's/"as_of": "2026-11-22"/"as_of": "2026-11-20"/' >"$work/plans/bo_old.json"
of cem | head -c 2000 >"$work/plans/cem.json"
of dora | sed 's,plimsoll.plan/1,plimsoll.plan/0,' >"$work/plans/dora.json"
of eve >"$work/plans/eve_a.json"
of eve >"$work/plans/eve_b.json"
of alx >"$work/plans/slip.json"
echo 'no plan' >"$work/plans/notes.txt"

"$PLIMSOLL" report "$work/log.csv" --athlete alex --as-of 2026-11-28 --plan $plan >"$work/page" 2>"$work/err"
grep -q 'Run of the plan this week: 13.5 of 13.5 km' "$work/page" || fail "done against planned is not told"
grep -q 'All 3 planned runs were run' "$work/page" || fail "missed runs are not counted"
grep -qE 'Sun 29 Nov +run, strength +7.5 +46$' "$work/page" || fail "the days ahead are not told"
! grep -q 'off plan' "$work/page" || fail "off a plan that was followed"
# Every athlete of the log has a page, the plan is of one.
"$PLIMSOLL" report "$work/log.csv" --as-of 2026-11-28 --plan $plan 2>"$work/err" |
    grep -c 'THE PLAN: THIS WEEK' | grep -qx 1 || fail "the plan of one athlete is not on one page"
for format in pdf html; do
    "$PLIMSOLL" report "$work/log.csv" --athlete bo --as-of 2026-11-29 --plan "$work/plans/bo.json" \
        -o "$work/page.$format" 2>"$work/err" || fail "no page as $format"
done
grep -q 'off plan: 3 of 4 planned runs' "$work/page.html" || fail "not off plan as a web page"
refused() {
    status=0
    "$PLIMSOLL" report "$work/log.csv" --athlete "$1" --plan "$2" >"$work/page" 2>"$work/err" || status=$?
    if [ $status != 1 ] || [ -s "$work/page" ]; then
        fail "$2 was taken for $1"
    fi
    grep -q "$3" "$work/err" || fail "$2: not told why: $(cat "$work/err")"
}
refused fay $plan "error: athlete is 'alex', and the log is of 'fay'"
refused cem "$work/plans/cem.json" error
refused dora "$work/plans/dora.json" 'another version of the program wrote it: make a new plan'
refused alex "$work/plans/none.json" error

squad() {
    status=0
    "$PLIMSOLL" squad "$work/log.csv" --as-of 2026-11-29 --plans "$work/plans" "$@" 2>"$work/err" || status=$?
    [ $status = 1 ] || fail "status $status where plans could not be used"
}
squad --format json >"$work/squad.json"
/usr/bin/python3 - "$work/squad.json" <<'END'
import json, sys
squad = json.load(open(sys.argv[1]))
plans = {a["id"]: a["plan"] for a in squad["athletes"]}
assert {k for k, v in plans.items() if v} == {"alex", "bo"}, plans
assert plans["alex"]["off_plan"] == [], plans["alex"]
assert [o["id"] for o in plans["bo"]["off_plan"]] == ["plan_missed"]
assert plans["alex"]["next_run"] == {"date": "2026-12-01", "kind": "run", "distance_m": 6800.0}
week = plans["alex"]["week"]
assert week["planned"] == week["done"] == {"distance_m": 21000.0, "duration_min": 127.0, "sessions": 4} or \
    (week["done"]["distance_m"], week["done"]["sessions"]) == (21000.0, 4), week
triage = {t["athlete"]: t for t in squad["triage"]}
assert triage["bo"]["level"] == "watch" and "off plan: 3 of 4" in triage["bo"]["reasons"][-1], triage["bo"]
assert triage["alex"] == {"athlete": "alex", "level": "ok", "reasons": []}, triage["alex"]
END
for text in "slip.json: error: athlete is 'alx', who is not in the log" "did you mean 'alex'" \
    'cem.json' "dora.json.*plimsoll.plan/0" 'bo_old.json.*bo.json has a later plan' \
    "eve_b.json: error: athlete is 'eve', as in .*eve_a.json, made on the same day"; do
    grep -q "$text" "$work/err" || fail "not told: $text in $(cat "$work/err")"
done
squad >"$work/squad.txt"
grep -qE 'bo +.* off plan$' "$work/squad.txt" || fail "the first page does not say who is off plan"
grep -qE 'alex +.* on plan$' "$work/squad.txt" || fail "the first page does not say who is on plan"
grep -q 'watch, off plan: two or more planned runs' "$work/squad.txt" || fail "the rules are not listed"
tr -d '\f' <"$work/squad.txt" | awk 'length > 80 { bad = 1 } END { exit bad }' || fail "a line is too long"
# No name is left, of files neither.
squad --pseudonymous >"$work/squad.txt"
! grep -qwE 'alex|alx|bo|bo_old|eve|eve_a|dora|cem|fay' "$work/squad.txt" "$work/err" ||
    fail "--pseudonymous left a name: $(cat "$work/err")"
grep -q 'off plan: 3 of 4 planned runs' "$work/squad.txt" || fail "--pseudonymous has lost a plan"
grep -q 'the plan of Athlete' "$work/err" || fail "no message on a plan"
# Strict ends with the first; no folder is an error; an empty one is said.
"$PLIMSOLL" squad "$work/log.csv" --plans "$work/plans" --strict >"$work/page" 2>"$work/err" && fail "not strict"
grep -q 'error' "$work/err" || fail "strict says nothing"
"$PLIMSOLL" squad "$work/log.csv" --plans "$work/none" >"$work/page" 2>"$work/err" && fail "no folder was taken"
mkdir "$work/empty"
"$PLIMSOLL" squad "$work/log.csv" --plans "$work/empty" >"$work/page" 2>"$work/err" || fail "an empty folder"
grep -q 'no plan there' "$work/err" || fail "an empty folder is not told"
exit 0
