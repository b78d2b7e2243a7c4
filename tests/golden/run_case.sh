#!/bin/sh
# Runs one golden case and compares standard output, standard error and exit status byte by byte.
#
#   run_case.sh CASE       CASE is a folder beside this script with a file "cmd": shell commands that
#                          run in an empty folder, where "examples" and "data" are links to those of
#                          the project, and the program is $PLIMSOLL.
#   PLIMSOLL_APPROVE=1     writes what came out as what is expected; git diff shows the change.
#
# SPDX-License-Identifier: Apache-2.0
set -eu
tests=$(cd "$(dirname "$0")/.." && pwd)
case_dir=$tests/golden/$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/in" "$work/out"
ln -s "$tests/../examples" "$work/in/examples"
ln -s "$tests/data" "$work/in/data"

status=0
(
    cd "$work/in"
    LC_ALL=C TZ=UTC COLUMNS=80 NO_COLOR=1 PLIMSOLL="$PLIMSOLL" sh "$case_dir/cmd"
) >"$work/out/stdout" 2>"$work/out/stderr" || status=$?
echo "$status" >"$work/out/status"

if [ "${PLIMSOLL_APPROVE:-}" = 1 ]; then
    cp "$work/out/stdout" "$work/out/stderr" "$work/out/status" "$case_dir/"
    exit 0
fi
failed=0
for part in status stderr stdout; do
    diff -u --label "$1/$part expected" --label "$1/$part got" \
        "$case_dir/$part" "$work/out/$part" || failed=1
done
exit $failed
