#!/bin/sh
# Every broken input of the list gets a message in the house shape and the right exit status.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work"
failed=0

# expect STATUS PATTERN ARGUMENT...: the program's status and a line of its messages.
expect() {
    want=$1
    pattern=$2
    shift 2
    set +e
    "$PLIMSOLL" "$@" >out 2>err
    got=$?
    set -e
    if [ "$got" != "$want" ] || ! grep -qE "^plimsoll: .*$pattern" err; then
        echo "plimsoll $*: status $got, expected $want and a message with: $pattern"
        cat err
        failed=1
    fi
}

good='date,duration_min,distance_km,sport
2026-05-01,60,10,run
2026-05-02,30,5,run'
echo "$good" >good.csv
mkdir folder empty_folder
echo "$good" >folder/a.csv
: >empty.csv
printf '\000\001\002\003%.0s' 1 2 3 4 5 6 7 8 9 >binary.csv
printf 'PK\003\004zip' >export.zip
printf '\037\213\010\000gzip' >activity.fit.gz
echo 'col_a,col_b' >unknown.csv
echo "$good" >secret.csv
chmod 000 secret.csv

expect 1 'none.csv: error: no such file' report none.csv
expect 1 'empty.csv: error: is empty' report empty.csv
expect 1 'binary.csv: error: is binary data' report binary.csv
expect 1 'empty_folder: error: is a folder without files' report empty_folder
expect 1 'export.zip: error: is a zip archive' report export.zip
expect 1 'activity.fit.gz: error: is a gzip archive' report activity.fit.gz
expect 1 'unknown.csv: error: is no log' report unknown.csv
expect 1 'error: no session could be read' report none.csv
[ "$(id -u)" = 0 ] || expect 1 'secret.csv: error: cannot be opened: Permission denied' report secret.csv
expect 1 'folder: error: is a directory where a file is expected' report good.csv --athlete-file folder
expect 1 'a.toml: error: no such file' report good.csv --athlete-file a.toml
expect 1 'error: is a directory' report good.csv --events folder

# One good input counts beside a broken one, and the status still tells.
expect 1 'none.csv: error: no such file' report none.csv good.csv --as-of 2026-05-02
grep -q '16.5\|11.0 km' out || {
    echo "the good input was lost"
    failed=1
}

# Rows: the good ones count, the status is 0.
{
    echo "$good"
    echo '2026-02-30,60,10,run'
    echo '2026-05-03,-60,10,run'
    echo '2026-05-04,NaN,,run'
    echo '2026-05-05,60,NaN,run'
} >rows.csv
expect 0 "rows.csv:4:1: error: date '2026-02-30' is not a date" import rows.csv
expect 0 "rows.csv:5:2: error: duration_min '-60' is negative" import rows.csv
expect 0 "rows.csv:6:2: warning: duration_min 'NaN' is not a duration" import rows.csv
expect 0 "rows.csv:7:3: warning: distance_km 'NaN' is not a number" import rows.csv
grep -q '6 rows = 3 sessions + 0 duplicates + 3 refused + 0 other' out || {
    echo "the rows do not add up:"
    cat out
    failed=1
}
expect 1 'rows.csv:4:1: error' import rows.csv --strict

# Dates after --as-of, one session, two athletes.
expect 0 'note: as of 2026-05-02, the day of the newest session' report good.csv
"$PLIMSOLL" report good.csv --as-of 2026-05-01 >out 2>err || failed=1
grep -q '1 session after 2026-05-01 left out' out || {
    echo "later sessions are not mentioned"
    failed=1
}
printf 'date,distance_km,sport\n2026-05-01,10,run\n' >one.csv
"$PLIMSOLL" report one.csv --as-of 2026-05-01 >out 2>err || failed=1
printf 'athlete,date,duration_min\nann,2026-05-01,60\nbob,2026-05-01,60\n' >two.csv
printf '[athlete]\nid = "cid"\n' >cid.toml
printf '[athlete]\nid = "bob"\n' >bob.toml
expect 1 'error: the log is of 2 athletes \(ann, bob\) where one is expected' report two.csv --athlete-file cid.toml
expect 0 "note: 1 session left out: they are not of 'bob'" report two.csv --athlete-file bob.toml --as-of 2026-05-01

# The command line.
expect 2 'error: a command is missing'
expect 2 "error: there is no command 'reprot'" reprot good.csv
expect 2 "has no option '--aasof'" report good.csv --aasof 2026-05-01
expect 2 "error: --as-of '2026-5-1' is not a date" report good.csv --as-of 2026-5-1
expect 2 "error: --week '2026-W54' is not an ISO week" report good.csv --week 2026-W54
expect 2 'error: --as-of and --week exclude each other' report good.csv --week 2026-W40 --as-of 2026-05-01
expect 2 'error: --measure is one of srpe, distance, duration' risk good.csv --measure trimp
expect 2 'error: --format is one of text, csv, json' risk good.csv --format pdf
expect 2 'error: --sport is one of run, team, all' risk good.csv --sport golf
expect 2 'error: --units is one of auto, km, mi' import good.csv --units miles
expect 2 "knows no time zone 'Europe/Atlantis'" import good.csv --timezone Europe/Atlantis
expect 2 "error: 'plimsoll plan' needs --goal" plan good.csv --athlete-file cid.toml
expect 2 'error: --weeks is from 1 to 104' plan good.csv --athlete-file bob.toml --goal g.toml --weeks 0

# The planner's refusals.
printf '[goal]\nkind = "match"\n' >match.toml
printf '[goal]\nkind = "base"\ndate = 2026-05-05\n[goal.demand]\nweekly_distance_m = 90000\n' >soon.toml
expect 1 "match.toml:2: error: goal.kind is 'match'" plan good.csv --athlete-file bob.toml --goal match.toml
set +e
"$PLIMSOLL" plan good.csv --athlete-file bob.toml --goal soon.toml --as-of 2026-05-02 >out 2>err
[ $? = 3 ] || {
    echo "an infeasible goal must end with status 3"
    cat err
    failed=1
}
printf '[[injury]]\nsite = "calf_left"\nonset = 2026-05-02\n' >hurt.toml
"$PLIMSOLL" plan good.csv --athlete-file hurt.toml --goal soon.toml --as-of 2026-05-02 >out 2>err
[ $? = 3 ] || {
    echo "an injured runner must end with status 3"
    failed=1
}
exit $failed
