#!/bin/sh
# Re-runs the transcript of README.md: in each block fenced by ```console, a line that starts with
# "$ " is a command and the lines below it are what it prints.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$PLIMSOLL" "$work/bin/plimsoll"
PATH=$work/bin:$PATH

awk -v out="$work" '
    /^```console$/ { within = 1; next }
    /^```$/ { within = 0; next }
    within && /^\$ / { n++; print substr($0, 3) > (out "/cmd." n); printf "" > (out "/want." n); next }
    within && n { print > (out "/want." n) }
' README.md

n=0
while [ -f "$work/cmd.$((n + 1))" ]; do
    n=$((n + 1))
    # A page is told from the next by a form feed, which Markdown does not show.
    sh "$work/cmd.$n" 2>&1 | tr -d '\f' >"$work/got.$n" || true
    diff -u --label "README: $(cat "$work/cmd.$n")" --label "the program" \
        "$work/want.$n" "$work/got.$n"
done
[ "$n" -ge 3 ] || {
    echo "README.md has only $n commands"
    exit 1
}
echo "$n commands"
