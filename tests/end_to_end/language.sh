#!/bin/sh
# The list of texts is that of the sources; with a pack made of it in which every piece of a text
# stands between signs, no page shows a word outside of them but names, units, ids and sources. A
# text that a page got past say() is found here. Broken packs are told.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
/usr/bin/python3 docs/languages/collect.py --print | diff docs/languages/english.toml - >"$work/diff" ||
    fail "docs/languages/english.toml is not that of the sources: run './dev strings': $(head -n 20 "$work/diff")"
/usr/bin/python3 tests/end_to_end/pseudo_language.py make docs/languages/english.toml >"$work/pseudo.toml"
runner="examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml"
path=examples/pathways/acute_strain
# page NAME COMMAND...: as a web page in the made-up language and in English.
page() {
    name=$1
    shift
    "$PLIMSOLL" "$@" --format html --language "$work/pseudo.toml" --quiet >"$work/$name.html" 2>"$work/err" ||
        [ $? = 3 ] || fail "$name: $(cat "$work/err")"
}
# shellcheck disable=SC2086 # lists of words
{
    page report report $runner --as-of 2026-11-22
    page plan_report report $runner --as-of 2026-11-28 --plan tests/data/plans/alex.json
    page squad squad tests/data/squad/coach_sheet_semicolon.csv --as-of 2026-04-19
    page risk risk $runner --as-of 2026-11-22
    page explain risk $runner --as-of 2026-11-22 --explain F3
    page what_if risk $runner --as-of 2026-11-22 --add '2026-11-29 run 21.1km'
    page validate validate tests/data/validate/squad.csv --injuries tests/data/validate/squad_injuries.csv
    page plan plan $runner --goal examples/runner/goal.toml --as-of 2026-11-01
    page fridge plan $runner --goal examples/runner/goal.toml --as-of 2026-11-01 --fridge
    page rules plan --rules
    page pathway plan $runner --goal ${path}_goal.toml --events ${path}_events.csv \
        --answers ${path}_answers.toml --as-of 2026-11-01
    page screen screen --answers examples/runner/calf_answers.toml
}
/usr/bin/python3 tests/end_to_end/pseudo_language.py check "$work"/*.html || fail "words that no pack can translate"
grep -q '<html lang="x-test">' "$work/report.html" || fail "the page does not name its language"

# What risk/ and planner/ say: a reason with figures, a reason without, a rule, a dose, an origin.
for said in 'report % above the longest run of the 30 days before (' 'risk found in professional footballers' \
    'pathway No planned run before phase ' 'pathway twice a week' 'pathway the median of 12 weeks'; do
    grep -q "«[^»]*${said#* }" "$work/${said%% *}.html" || fail "no pack can translate: $said"
done

# A calendar is for people, JSON and CSV are not.
for format in ics json csv; do
    # shellcheck disable=SC2086
    "$PLIMSOLL" plan $runner --goal examples/runner/goal.toml --as-of 2026-11-01 --quiet --format $format \
        --language "$work/pseudo.toml" >"$work/plan.$format"
done
grep -q 'SUMMARY:.*«run»' "$work/plan.ics" || fail "the calendar is not translated"
! grep -q '«' "$work/plan.json" "$work/plan.csv" || fail "JSON or CSV is translated"

# What is wrong with a pack is told with line and key, the rest is used, the status is 1.
{
    echo 'language = "de"'
    echo '[texts]'
    echo '"This week" = "Diese Woche"'
    echo '"No session on or before {}." = "Keine Einheit bis {} {}."'
    echo '"Week by week" = 7'
} >"$work/de.toml"
status=0
# shellcheck disable=SC2086
"$PLIMSOLL" report $runner --as-of 2026-11-22 --language "$work/de.toml" >"$work/page" 2>"$work/err" || status=$?
[ $status = 1 ] || fail "a broken pack ends with status $status"
grep -q 'DIESE WOCHE' "$work/page" || fail "the part of the pack that is sound is not used"
grep -q 'WEEK BY WEEK' "$work/page" || fail "a text without a translation is lost"
grep -q 'de.toml:4.*No session.*has the placeholders {0} {1}, the English text has {0}' "$work/err" ||
    fail "placeholders are not told: $(cat "$work/err")"
grep -q 'de.toml:5.*Week by week.*is not a text' "$work/err" || fail "not a text: $(cat "$work/err")"
# shellcheck disable=SC2086
for pack in 'x = 1' 'language = "<b>"' 'language = 5' 'language = "de"
text = "a"'; do
    printf '%s\n' "$pack" >"$work/bad.toml"
    "$PLIMSOLL" report $runner --language "$work/bad.toml" >"$work/page" 2>"$work/err" && fail "taken: $pack"
    grep -q 'bad.toml' "$work/err" || fail "not told: $pack"
done
exit 0
