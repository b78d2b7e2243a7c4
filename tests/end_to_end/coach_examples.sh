#!/bin/sh
# The coach's examples are what their README says: a Saturday that is too early is refused with the
# earliest, a flare in the fourth week is planned anew behind a hold, team sessions stand on their days.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
plan() {
    who=$1
    goal=$2
    shift 2
    "$PLIMSOLL" plan "examples/coach/${who}_log.csv" --athlete-file "examples/coach/${who}_athlete.toml" \
        --goal "examples/coach/${goal}_goal.toml" --quiet "$@"
}
told() {
    grep -q "$2" "$work/$1" || fail "$1 does not say: $2"
}
status=0
plan soleus soleus --events examples/coach/soleus_events.csv --answers examples/coach/soleus_answers.toml \
    --as-of 2026-10-11 >"$work/early" || status=$?
[ $status = 3 ] || fail "a day that breaks the rules ends with status $status"
told early 'Plan: none by Sat 21 Nov 2026'
told early 'Earliest: Sat 2 Jan 2027'

plan soleus soleus_later --events examples/coach/soleus_events.csv --answers examples/coach/soleus_answers.toml \
    --as-of 2026-10-11 -o "$work/plan.json"
plan soleus soleus_later examples/coach/soleus_flare_log.csv --events examples/coach/soleus_flare_events.csv \
    --answers examples/coach/soleus_flare_answers.toml --as-of 2026-11-06 --continue "$work/plan.json" >"$work/flare"
told flare 'Plan from Mon 12 Oct: made anew'
told flare 'pain: pain 3 of 10 in the morning on Thu 5 Nov 2026'
told flare 'Hold: morning pain 3 of 10'
told flare 'instead of Sat 2 Jan 2027'

plan preseason preseason --as-of 2026-10-25 -o "$work/team.json"
python3 - "$work/team.json" <<'END'
import datetime, json, sys
days = [d["date"] for d in json.load(open(sys.argv[1]))["days"] for s in d["sessions"] if s["kind"] == "team_training"]
assert len(days) >= 6 and {datetime.date.fromisoformat(d).weekday() for d in days} == {1, 3}, days
END
plan veteran veteran --as-of 2026-10-25 >"$work/veteran"
told veteran 'A match of 6.0 km: on Sat'
