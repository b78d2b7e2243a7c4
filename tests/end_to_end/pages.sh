#!/bin/sh
# PDF and HTML of every report, by other programs: qpdf, poppler's pdftotext, pdffonts and pdfinfo.
# SPDX-License-Identifier: Apache-2.0
set -eu
for tool in qpdf pdftotext pdffonts pdfinfo; do
    command -v "$tool" >/dev/null || {
        echo "$tool is missing: skipped"
        exit 77
    }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
runner="examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml"
path=examples/pathways/acute_strain
# NAME COMMAND...: both forms of a report.
pages() {
    name=$1
    shift
    for format in pdf html; do
        "$PLIMSOLL" "$@" -o "$work/$name.$format" 2>/dev/null || [ $? = 3 ] || fail "$name: status"
    done
    qpdf --check "$work/$name.pdf" >/dev/null || fail "$name: qpdf finds fault"
    pdftotext -layout "$work/$name.pdf" "$work/$name.txt"
    grep -q 'Information, not medical advice' "$work/$name.txt" || fail "$name: no footer"
    count=$(pdfinfo "$work/$name.pdf" | sed -n 's/^Pages: *//p')
    grep -q "page $count of $count" "$work/$name.txt" || fail "$name: no page $count of $count"
    # Every font is embedded.
    pdffonts "$work/$name.pdf" | tail -n +3 | awk '$(NF-4) != "yes" { bad = 1 } END { exit bad }' ||
        fail "$name: a font is not embedded"
    # The page asks for nothing and runs nothing.
    ! grep -qE 'https?://|<script|<link[^>]*href="[^d]|@import|url\(' "$work/$name.html" ||
        fail "$name: the web page refers to something else"
    grep -q 'Information, not medical advice' "$work/$name.html" || fail "$name: no footer in HTML"
    [ "$(wc -c <"$work/$name.html")" -lt 300000 ] || fail "$name: the web page is too large"
}
# shellcheck disable=SC2086 # a list of words
{
    pages report report $runner --as-of 2026-11-22
    pages risk risk $runner --as-of 2026-11-22
    pages explain risk $runner --as-of 2026-11-22 --explain F3
    pages plan plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01
    pages fridge plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01 --fridge
}
[ "$count" = 1 ] || fail "the page for the fridge is $count pages"
pages screen screen --answers examples/runner/calf_answers.toml
pages squad report tests/data/squad/coach_sheet_semicolon.csv --as-of 2026-04-19
pages validate validate tests/data/validate/squad.csv \
    --injuries tests/data/validate/squad_injuries.csv --as-of 2026-05-04

# What the text page says stands on paper, too.
for words in '17.7 km' 'Riverside Running' 'The careful figure' 'The plimsoll line'; do
    grep -q "$words" "$work/report.txt" || fail "report.pdf does not say $words"
    grep -q "$words" "$work/report.html" || fail "report.html does not say $words"
done
# The same bytes whatever the locale, the zone and the font settings of the user.
# shellcheck disable=SC2086 # a list of words
LC_ALL=C.UTF-8 TZ=Asia/Tokyo HOME=/nonexistent FONTCONFIG_FILE=/nonexistent XDG_CACHE_HOME=/nonexistent \
    "$PLIMSOLL" report $runner --as-of 2026-11-22 --format pdf >"$work/again.pdf"
cmp "$work/report.pdf" "$work/again.pdf" || fail "the same report has other bytes"
# shellcheck disable=SC2086 # a list of words
"$PLIMSOLL" report $runner --as-of 2026-11-22 --paper letter --format pdf >"$work/letter.pdf"
pdfinfo "$work/letter.pdf" | grep -q '612 x 792 pts (letter)' || fail "--paper letter"
status=0
# shellcheck disable=SC2086 # a list of words
"$PLIMSOLL" report $runner --paper a5 >/dev/null 2>"$work/err" || status=$?
[ $status = 2 ] || fail "--paper a5 was accepted"
# A PDF is not for a terminal.
if command -v script >/dev/null; then
    script -qec "$PLIMSOLL report $runner --format pdf" /dev/null </dev/null >"$work/terminal" || true
    grep -q 'a PDF is not for a terminal' "$work/terminal" || fail "a PDF went to a terminal"
fi

# Titles that nobody vouches for.
{
    echo 'date,sport,distance_km,duration_min,title'
    echo '2026-11-16,running,8,48,<script>alert(1)</script>'
    echo "2026-11-17,running,8,48,=cmd|' /C calc'!A0"
    printf '2026-11-18,running,8,48,\342\200\256gnirts\342\200\254 \360\237\217\203 \327\251\327\234\n'
    printf '2026-11-19,running,8,48,"two\nlines & <b>bold</b>"\n'
    printf '2026-11-20,running,8,48,%010000d\n' 0
} >"$work/hostile.csv"
pages hostile report "$work/hostile.csv" --as-of 2026-11-20
grep -q '&lt;script&gt;alert(1)' "$work/hostile.html" || fail "a title is not escaped"
! grep -q '<b>' "$work/hostile.html" || fail "a title became markup"
# No mark that reorders text is left.
! grep -q "$(printf '\342\200\256')" "$work/hostile.html" || fail "a mark that reorders is left"
exit 0
