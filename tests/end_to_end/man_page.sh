#!/bin/sh
# The man page names every command and every option of the help, and none that does not exist.
# SPDX-License-Identifier: Apache-2.0
set -eu
page=docs/man/plimsoll.1
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
commands=$("$PLIMSOLL" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  .*/\1/p' | grep -v '^help$')
[ -n "$commands" ] || exit 1
for command in $commands; do
    grep -q "^\.Ss $command\$" "$page" || {
        echo "$page has no section for the command $command"
        failed=1
    }
    # The options of one command, in the help and in its section of the page.
    "$PLIMSOLL" help "$command" | grep -oE '^  (-o, )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u
done | sort -u >"$work/help"
grep -oE '^\.It (Fl o Ar FILE , )?Fl -[a-z-]+' "$page" | grep -oE 'Fl -[a-z-]+$' | sed 's/^Fl -/--/' |
    sort -u >"$work/man"
diff -u --label "help" --label "$page" "$work/help" "$work/man" || failed=1
exit $failed
