#!/bin/sh
# No page, message or document claims what the evidence does not carry (methods.md, "What is not
# claimed"). Usage: claims.sh SOURCE_FOLDER, with PLIMSOLL set to the program.
# SPDX-License-Identifier: Apache-2.0
set -eu
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source"
run() {
    "$PLIMSOLL" "$@" >>"$work/output.txt" 2>&1 || [ $? = 3 ]
}
runner="examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml"
for command in import risk screen plan report squad validate; do
    run help "$command"
done
# shellcheck disable=SC2086 # a list of words
{
    run report $runner --as-of 2026-11-22
    run risk $runner --as-of 2026-11-22
    run risk $runner --as-of 2026-11-22 --format json
    run risk $runner --as-of 2026-11-22 --measure edwards --without F1
    run risk $runner --as-of 2026-11-22 --add '2026-11-29 run 21km'
    for factor in F1 F2a F2b F3 F4 F5 F6 F7 F8 F9 F10 F11; do
        run risk $runner --as-of 2026-11-22 --explain "$factor"
    done
    run plan $runner --goal examples/runner/goal.toml --as-of 2026-11-01
    for pathway in acute_strain neural_tension silent_strain; do
        path=examples/pathways/$pathway
        for athlete in examples/runner/athlete.toml examples/pathways/player.toml; do
            run plan ${runner%% *} --athlete-file "$athlete" --goal "${path}_goal.toml" \
                --events "${path}_events.csv" --answers "${path}_answers.toml" --as-of 2026-11-01
        done
    done
    for pathway in preseason conditioning; do
        run plan ${runner%% *} --athlete-file examples/pathways/player.toml \
            --goal examples/pathways/${pathway}_goal.toml --as-of 2026-10-11
    done
    grep -q 'Phase S2, strength' "$work/output.txt" # the plans are there
}
sed 's/^\[sport\]/[sport]\nplays = "soccer"/' examples/runner/athlete.toml >"$work/team.toml"
# shellcheck disable=SC2086 # a list of words
run plan ${runner%% *} --athlete-file "$work/team.toml" --goal examples/runner/goal.toml --as-of 2026-11-01
run screen --answers examples/runner/calf_answers.toml
run screen --answers examples/runner/calf_answers.toml --format json
run screen --answers /dev/null
for lines in tests/golden/screen/*.in; do
    "$PLIMSOLL" screen <"$lines" >>"$work/output.txt" 2>&1 || [ $? = 3 ]
done
sed 's/= false/= true/' examples/runner/calf_answers.toml >"$work/flags.toml"
run screen --answers "$work/flags.toml"
run report tests/data/squad/coach_sheet_semicolon.csv
run squad tests/data/squad/coach_sheet_semicolon.csv
run validate tests/data/validate/squad.csv --injuries tests/data/validate/squad_injuries.csv
cat README.md docs/methods.md docs/man/*.1 docs/man/*.7 >>"$work/output.txt" 2>/dev/null || true
# Sentence by sentence; one that denies something claims nothing.
tr '\n' ' ' <"$work/output.txt" | tr -s ' ' | sed 's/[.;]/\n/g' |
    grep -viwE 'no|not|nothing|none|never|nor|neither' >"$work/sentences.txt"

failed=0
# Each line: a phrase (extended regular expression) that would claim it.
while IFS= read -r phrase; do
    case $phrase in '' | '#'*) continue ;; esac
    if grep -oiE ".{0,60}($phrase).{0,60}" "$work/sentences.txt"; then
        echo "claims.sh: the text above says: $phrase" >&2
        failed=1
    fi
done <"$source/tests/end_to_end/claims.txt"
# The list must be able to fail.
echo 'You are cleared to play: your injury risk score is 73.' >"$work/claim.txt"
grep -qiE "$(grep -m1 cleared "$source/tests/end_to_end/claims.txt")" "$work/claim.txt" || {
    echo "claims.sh: the list finds nothing" >&2
    failed=1
}
exit $failed
