#!/bin/sh
# Conversations with 'plimsoll screen', whole: what is typed, what is asked, the page, the status.
# In the folder screen NAME.txt is the transcript of NAME.in; flag_KEY.txt that of a dialogue in which every red flag up
# to KEY is denied, KEY is answered 'yes', and the offer to stop is taken.
#
#   PLIMSOLL_APPROVE=1     writes what came out as what is expected; git diff shows the change.
#
# SPDX-License-Identifier: Apache-2.0
set -eu
here=$(cd "$(dirname "$0")/screen" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.in "$work"

# The keys in the order in which they are asked.
"$PLIMSOLL" screen --answers /dev/null --format json >"$work/all.json" || [ $? = 3 ]
flags=$(sed -n '/"unanswered"/,/\]/s/^ *"\([a-z0-9_]*\)",*$/\1/p' "$work/all.json")
denied=
for flag in $flags; do
    {
        [ -z "$denied" ] || echo "$denied"
        echo yes
        case $flag in
        fever_or_unwell) printf 'no\nquit\n' ;; # it can wait: nothing offers to stop
        unexplained_night_pain) echo quit ;;
        *) echo yes ;;
        esac
    } >"$work/flag_$flag.in"
    denied="$denied${denied:+
}no"
done
[ "$(find "$work" -name 'flag_*.in' | wc -l)" = 20 ] || {
    echo "there are 20 red flags, not: $flags"
    exit 1
}

failed=0
for lines in "$work"/*.in; do
    name=$(basename "$lines" .in)
    status=0
    LC_ALL=C "$PLIMSOLL" screen <"$lines" >"$work/out" 2>&1 || status=$?
    echo "status $status" >>"$work/out"
    if [ "${PLIMSOLL_APPROVE:-}" = 1 ]; then
        cp "$work/out" "$here/$name.txt"
    else
        diff -u --label "$name.txt expected" --label "$name.txt got" "$here/$name.txt" \
            "$work/out" || failed=1
    fi
done
exit $failed
