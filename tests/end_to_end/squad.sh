#!/bin/sh
# plimsoll squad: triage first, nobody dropped, names alike offered, pseudonyms everywhere.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=tests/data/squad/coach_sheet_semicolon.csv
fail() {
    echo "$1"
    exit 1
}
{
    echo 'athlete,name,birth_date,sex,sport'
    echo 'Ada B.,Ada Beispiel,1990-01-01,female,soccer'
    echo 'Zed Z.,Zed Zeta,1991-01-01,male,soccer'
    echo 'c. bjork,Somebody,1990-02-02,female,soccer'
} >"$work/roster.csv"
{
    echo 'athlete,date,kind,detail,value,note'
    echo 'Ada B.,2026-04-10,injury_onset,calf_left,,a secret note'
    echo 'Dora E.,2026-04-18,pain,calf_left,4,'
} >"$work/events.csv"
squad() {
    "$PLIMSOLL" squad "$log" --as-of 2026-04-19 --roster "$work/roster.csv" \
        --events "$work/events.csv" "$@" 2>"$work/err"
}
squad -o "$work/squad.json"
squad >"$work/squad.txt"
squad -o "$work/squad.html"
squad -o "$work/squad.pdf"
/usr/bin/python3 - "$work/squad.json" <<'END'
import json, sys
squad = json.load(open(sys.argv[1]))
order = [(t["athlete"], t["level"]) for t in squad["triage"]]
assert order == [("Ada B.", "see_today"), ("Dora E.", "see_today"), ("Cem D.", "watch"),
                 ("Björk C.", "ok"), ("Zed Z.", "no_data"), ("c. bjork", "no_data")], order
assert squad["alike"] == [["Björk C.", "c. bjork"]], squad["alike"]
assert {a["id"] for a in squad["athletes"]} == {"Ada B.", "Björk C.", "Cem D.", "Dora E."}
END
grep -q 'See today: 2 athletes' "$work/squad.txt" || fail "no triage"
grep -q 'Not in the roster' "$work/squad.txt" || fail "who is not in the roster is not said"
tr -d '\f' <"$work/squad.txt" | awk 'length > 80 { bad = 1 } END { exit bad }' || fail "a line is too long"
grep -q 'id="p4"' "$work/squad.html" || fail "not a part an athlete"
pages=$(grep -ac '/Type /Page ' "$work/squad.pdf")
[ "$pages" = 6 ] || fail "not a page an athlete: $pages pages"

# No name, title or note is left, and the numbers are the same.
for format in text html json; do
    squad --pseudonymous --format $format >"$work/other.$format"
    ! grep -qE 'Ada|Bj|Cem|Dora|Zed|bjork|Beispiel|secret|Training' "$work/other.$format" ||
        fail "--pseudonymous left a name in $format"
    grep -q 'Athlete 0' "$work/other.$format" || fail "no pseudonym in $format"
    ! grep -qE 'Ada|Bj|Cem|Dora|Zed|bjork|Beispiel|secret' "$work/err" ||
        fail "--pseudonymous left a name in the messages"
    grep -q 'of the roster are not in the log: Athlete' "$work/err" || fail "no message"
done
squad >/dev/null
grep -q 'Zed Z' "$work/err" || fail "the messages name nobody at all"
# A slip in a name; and a reason to end before it is known who is a name.
sed 's/^Dora E/Dora F/' "$work/events.csv" >"$work/slip.csv"
for strict in '' --strict; do
    status=0
    # shellcheck disable=SC2086 # nothing, or one word
    "$PLIMSOLL" squad "$log" --as-of 2026-04-19 --events "$work/slip.csv" --pseudonymous $strict \
        >/dev/null 2>"$work/err" || status=$?
    [ $status = 1 ] || fail "a slip in an event was taken"
    grep -q 'is not in the log; the event is left out' "$work/err" || fail "not said why"
    ! grep -qE 'Ada|Bj|Cem|Dora|Zed' "$work/err" || fail "a slip left a name in the messages"
done
figures() {
    grep -o '"\(acute\|chronic\|strain\)": [0-9.]*' "$1" | sort
}
[ "$(figures "$work/squad.json")" = "$(figures "$work/other.json")" ] || fail "other numbers"
exit 0
