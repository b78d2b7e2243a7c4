#!/bin/sh
# Every statement of the article has its place: in the table of docs/methods.md each row names one,
# words in quotation marks stand on the pages that the program prints, and files are there.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run() {
    "$PLIMSOLL" "$@" >>"$work/pages" 2>/dev/null || [ $? = 3 ]
}
log=examples/runner/Activities.csv
run screen --answers examples/runner/calf_answers.toml
for pathway in acute_strain neural_tension silent_strain; do
    path=examples/pathways/$pathway
    for athlete in examples/runner/athlete.toml examples/pathways/player.toml; do
        run plan $log --athlete-file "$athlete" --goal "${path}_goal.toml" --events "${path}_events.csv" \
            --answers "${path}_answers.toml" --as-of 2026-11-01
    done
done
run plan $log --athlete-file examples/pathways/player.toml --goal examples/pathways/preseason_goal.toml --as-of 2026-10-11
run plan $log --athlete-file examples/runner/athlete.toml --goal examples/runner/goal.toml --as-of 2026-11-01
# The pages as one line of words: what is wrapped, or cut by the head of a page, counts all the same.
grep -v '^Plimsoll  \|^-----\|^Information, not\|^Alex Example' "$work/pages" | tr -d '\f' |
    tr '[:upper:]' '[:lower:]' | tr -s ' \n' ' ' >"$work/words"
awk '/^## / { within = /sentence by sentence/ } within && /^\| / && !/^\| the article/' docs/methods.md >"$work/rows"
failed=0
while read -r row; do
    place=${row#*| }
    place=${place#*| }
    case $place in
    *'`'*) ;;
    *"every page"*) ;;
    *)
        echo "no place: $row"
        failed=1
        ;;
    esac
    echo "$place" | grep -o '"[^"]*"' | tr -d '"' >"$work/quotes" || true
    while read -r quote; do
        grep -qF -- "$(echo "$quote" | tr '[:upper:]' '[:lower:]')" "$work/words" || {
            echo "on no page: $quote"
            failed=1
        }
    done <"$work/quotes"
    # shellcheck disable=SC2016 # the marks of Markdown
    echo "$place" | grep -o '`[a-z_]*/[^`]*`' | tr -d '`' >"$work/files" || true
    while read -r file; do
        [ -f "$file" ] || {
            echo "no such file: $file"
            failed=1
        }
    done <"$work/files"
done <"$work/rows"
[ "$(wc -l <"$work/rows")" -ge 25 ] || {
    echo "the table has only $(wc -l <"$work/rows") rows"
    failed=1
}
exit $failed
