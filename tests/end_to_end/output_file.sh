#!/bin/sh
# -o: written whole, never over an existing file unless asked, and nothing left behind on failure.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=examples/runner/Activities.csv
fail() {
    echo "$1"
    exit 1
}
status() {
    set +e
    "$@" 2>"$work/err"
    echo $?
    set -e
}

"$PLIMSOLL" import "$log" -o "$work/log.csv" 2>/dev/null
head -n 1 "$work/log.csv" | grep -q '^athlete,start,sport,' || fail "no canonical log"
[ "$(status "$PLIMSOLL" import "$log" -o "$work/log.csv")" = 1 ] || fail "an existing file was replaced"
grep -q 'exists already' "$work/err" || fail "no word about the existing file"
echo old >"$work/log.csv"
"$PLIMSOLL" import "$log" -o "$work/log.csv" --overwrite 2>/dev/null
grep -q '^athlete,start' "$work/log.csv" || fail "--overwrite did not replace"

# The canonical log says the same as the export that it was made of.
"$PLIMSOLL" risk "$log" --athlete alex --as-of 2026-11-22 --format csv >"$work/a"
"$PLIMSOLL" risk "$work/log.csv" --as-of 2026-11-22 --format csv | sed 's/^athlete,2/alex,2/' >"$work/b"
diff "$work/a" "$work/b" || fail "the canonical log says something else"

# The suffix chooses the format; the mode follows the umask.
"$PLIMSOLL" risk "$log" --as-of 2026-11-22 -o "$work/risk.json"
grep -q '"schema": "plimsoll.risk/1"' "$work/risk.json" || fail "-o x.json is not JSON"
(umask 077 && "$PLIMSOLL" risk "$log" --as-of 2026-11-22 -o "$work/private.json")
[ "$(stat -c %a "$work/private.json")" = 600 ] || fail "the umask was not kept"
[ "$(status "$PLIMSOLL" risk "$log" -o "$work/x.odt")" = 2 ] || fail "-o x.odt was accepted"

# A file that cannot be written leaves nothing behind.
[ "$(status "$PLIMSOLL" risk "$log" --as-of 2026-11-22 -o "$work/none/x.json")" = 1 ] || fail "status"
[ "$(status "$PLIMSOLL" risk "$log" --as-of 2026-11-22 -o "$work")" = 2 ] ||
    [ "$(status "$PLIMSOLL" risk "$log" --as-of 2026-11-22 --format json -o "$work")" = 1 ] ||
    fail "a folder was accepted as output"
left=$(find "$work" -name '*.csv.??????' -o -name '*.json.??????')
[ -z "$left" ] || fail "temporary files were left behind: $left"
# shellcheck disable=SC2317 # called through status
into_a_full_disk() {
    "$PLIMSOLL" report "$log" --as-of 2026-11-22 >/dev/full
}
[ "$(status into_a_full_disk)" = 1 ] ||
    fail "a full disk was not noticed"
exit 0
