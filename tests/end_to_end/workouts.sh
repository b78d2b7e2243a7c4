#!/bin/sh
# Workout files for a watch: one a planned run, read by fit-file-parser (npm) where './dev browser' has
# put it, and refused politely as a log.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "$1"
    exit 1
}
path=examples/pathways/acute_strain
plan() {
    "$PLIMSOLL" plan examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml \
        --goal "${path}_goal.toml" --events "${path}_events.csv" --answers "${path}_answers.toml" \
        --as-of 2026-11-01 "$@"
}
plan --workouts "$work/watch/new" --format csv -o "$work/plan.csv" 2>"$work/err"
planned=$(grep -cE ',(run|walk_run),' "$work/plan.csv")
written=$(find "$work/watch/new" -name '*.fit' | wc -l)
[ "$planned" = "$written" ] || fail "$written files of $planned runs"
grep -q "$written workouts in" "$work/err" || fail "nothing is said of the files"
# What is there already is refused before anything is written.
before=$(cat "$work"/watch/new/*.fit | cksum)
status=0
plan --workouts "$work/watch/new" --format csv >/dev/null 2>"$work/err" || status=$?
[ $status = 1 ] || fail "files were replaced"
grep -q 'exists already' "$work/err" || fail "not said why"
plan --workouts "$work/watch/new" --format csv --overwrite >/dev/null 2>&1
[ "$(cat "$work"/watch/new/*.fit | cksum)" = "$before" ] || fail "the same plan has other bytes"
# gpsbabel knows no workouts, but reads the frame: header, checksums, and every message to the end.
if command -v gpsbabel >/dev/null; then
    for file in "$work"/watch/new/*-1[0-9]-[rw]*.fit; do
        gpsbabel -D 3 -i garmin_fit -f "$file" -o unicsv -F "$work/none.csv" >/dev/null 2>"$work/seen" ||
            fail "gpsbabel refuses $file"
        for words in 'File CRC verified' 'Header CRC verified' 'ID for GARMIN FIT: 26' \
            'ID for GARMIN FIT: 27'; do
            grep -q "$words" "$work/seen" || fail "gpsbabel on $file does not say '$words'"
        done
    done
fi
# A workout is no log.
status=0
"$PLIMSOLL" import "$work/watch/new" >/dev/null 2>"$work/err" || status=$?
[ $status = 1 ] || fail "workouts were taken for a log"
parser=build/browser/node_modules/fit-file-parser
if [ -d "$parser" ] && command -v node >/dev/null; then
    cat >"$work/read.mjs" <<'END'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const [folder, file] = process.argv.slice(2);
const entry = createRequire(pathToFileURL(process.cwd() + '/')).resolve(folder);
const { default: parser } = await import(pathToFileURL(entry));
const Parser = parser.default ?? parser;
new Parser({ mode: 'list' }).parse(readFileSync(file), (error, data) => {
    if (error) throw new Error(error);
    console.log(JSON.stringify(data));
});
END
    first=$(find "$work/watch/new" -name '*.fit' | sort | head -n 1)
    node "$work/read.mjs" "./$parser" "$first" >"$work/read.json"
    grep -q 'walk-run' "$work/read.json" || {
        cat "$work/read.json"
        fail "fit-file-parser reads something else"
    }
fi
exit 0
