#!/bin/sh
# The calendar of a plan, read by another program (python3-icalendar), and its table.
# SPDX-License-Identifier: Apache-2.0
set -eu
/usr/bin/python3 -c 'import icalendar' 2>/dev/null || {
    echo "python3-icalendar is missing: skipped"
    exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
path=examples/pathways/acute_strain
plan() {
    "$PLIMSOLL" plan examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml "$@"
}
on_pathway() {
    plan --goal "${path}_goal.toml" --events "${path}_events.csv" --answers "${path}_answers.toml" \
        --as-of 2026-11-01 "$@"
}
on_pathway -o "$work/plan.ics"
on_pathway -o "$work/plan.csv"
on_pathway -o "$work/plan.json"
/usr/bin/python3 - "$work" <<'END'
import csv, datetime, json, sys
from icalendar import Calendar
work = sys.argv[1]
raw = open(work + "/plan.ics", "rb").read()
assert b"\n" not in raw.replace(b"\r\n", b""), "bare line ends"
calendar = Calendar.from_ical(raw)
assert not calendar.errors and calendar["version"] == "2.0"
events = calendar.walk("VEVENT")
plan = json.load(open(work + "/plan.json"))
sessions = [(d["date"], s["kind"]) for d in plan["days"] for s in d["sessions"] if s["kind"] != "rest"]
gates = [e for e in events if str(e["summary"]).startswith("Gates of phase")]
assert len(events) - len(gates) == len(sessions), (len(events), len(gates), len(sessions))
assert len(gates) >= 5, len(gates)
assert len({str(e["uid"]) for e in events}) == len(events)
assert sorted(d for d, _ in sessions) == sorted(
    e.decoded("dtstart").isoformat() for e in events if e not in gates)
for event in events:
    assert not event.errors
    assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(days=1)
    assert str(event["description"]).endswith("Information, not medical advice.")
rows = list(csv.DictReader(open(work + "/plan.csv")))
assert [(r["date"], r["kind"]) for r in rows if r["kind"] != "rest"] == sessions
assert len({r["date"] for r in rows}) == len(plan["days"])
END
# A red flag stops a calendar, too: nothing is written.
sed 's/= false/= true/' examples/runner/calf_answers.toml >"$work/flags.toml"
status=0
plan --goal "${path}_goal.toml" --answers "$work/flags.toml" -o "$work/flags.ics" 2>"$work/err" || status=$?
if [ $status != 3 ] || [ -e "$work/flags.ics" ] || ! grep -q 'no plan: ' "$work/err"; then
    echo "a red flag did not stop the calendar"
    exit 1
fi
# Without a plan there is nothing to write, and the status says so.
sed 's/^kind = "base"$/kind = "base"\ndate = 2026-12-06/' examples/runner/goal.toml >"$work/goal.toml"
for format in ics csv; do
    status=0
    plan --goal "$work/goal.toml" --as-of 2026-11-22 -o "$work/none.$format" 2>"$work/err" || status=$?
    [ $status = 3 ] || {
        echo "status $status without a plan"
        exit 1
    }
    grep -q 'no plan: ' "$work/err" || exit 1
    [ ! -e "$work/none.$format" ] || {
        echo "a file was written without a plan"
        exit 1
    }
done
exit 0
