#!/bin/sh
# plimsoll-methods(7), which is written from docs/methods.md, loses nothing of it: every word and
# every number stands in the page at least as often as in the document.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -f docs/man/methods.awk docs/man/plimsoll.1 docs/methods.md >"$work/page.7"

# Words in lower case with how often each stands there.
counted() {
    tr '[:upper:]' '[:lower:]' | tr -s ' \t' '\n' | grep . | sort | uniq -c | awk '{ print $2, $1 }' | sort
}
# The document without its title, the heads and rules of its tables, and the marks of Markdown.
awk '/^# / { next } /^\|/ && !row { row = 1; next } !/^\|/ { row = 0 } /^\|[ :|-]+$/ { next } { print }' \
    docs/methods.md | sed 's/^#* //; s/^- //; s/[*`|]/ /g' | counted >"$work/document"
# The page without its requests and the marks of roff. A title of a column ends with a colon.
sed 's/\\f[BIR]/ /g; s/\\-/-/g; s/\\(aq/'"'"'/g; s/\\(ti/~/g; s/\\(ha/^/g; s/\\(dq/"/g; s/\\e/\\/g
    /^\.\\"/d; s/^\.S[hs] "\\&\(.*\)"$/\1/; s/^\.It Sy "\\&\(.*\)"$/\1/; /^\./d; s/\\&//g' "$work/page.7" |
    counted >"$work/page"
join -a 1 -e 0 -o 0,1.2,2.2 "$work/document" "$work/page" | awk '$2 > $3' >"$work/lost"
if [ -s "$work/lost" ]; then
    echo "word, times in methods.md, times in plimsoll-methods.7:"
    cat "$work/lost"
    exit 1
fi
grep -q '^1\.93 1$' "$work/document" || { # that there is something to lose
    echo "the coefficient of age is not in the document, or not as a word"
    exit 1
}
