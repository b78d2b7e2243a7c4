#!/bin/sh
# --roster: each athlete of a squad's log gets the facts of his row, a broken row costs only itself,
# and a name that does not match is said, never guessed.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

# has FILE PATTERN: says what is missing.
has() {
    grep -qE "$2" "$1" || {
        echo "$1 lacks: $2"
        cat "$1"
        failed=1
    }
}
lacks() {
    if grep -qE "$2" "$1"; then
        echo "$1 has: $2"
        cat "$1"
        failed=1
    fi
}
# run STATUS ARGUMENT...
run() {
    want=$1
    shift
    got=0
    "$PLIMSOLL" "$@" >out 2>err || got=$?
    [ "$got" = "$want" ] || {
        echo "plimsoll $*: status $got, expected $want"
        cat err
        failed=1
    }
}

for athlete in ann bob cid dee; do
    for day in 01 03 05 07 09; do
        echo "$athlete,2026-05-$day,60,5,soccer"
    done
done >rows
{
    echo 'athlete,date,duration_min,rpe,sport'
    cat rows
} >squad.csv
header='athlete,name,birth_date,sex,sport,level,group,max_speed_mps,resting_hr_bpm,max_hr_bpm'
cat >roster.csv <<END
$header
ann,Ann Lee,1981-05-02,male,soccer,professional,first,8.5,50,190
bob,Bob Ray,1999-05-32,male,soccer,,,,,
Cid,Cid Poe,1990-01-01,male,soccer,,,,,
eve,Eve Fox,1990-01-01,female,soccer,,,,,
END

run 1 risk squad.csv --roster roster.csv --as-of 2026-05-09 --format json
has err "^plimsoll: roster.csv:3:3: error: birth_date '1999-05-32' is not a date"
has err "^plimsoll: roster.csv:4:1: error: athlete 'Cid' is not in the log"
has err "^hint: did you mean 'cid'\?"
has err '^plimsoll: note: 1 athlete of the roster is not in the log: eve'
has err '^plimsoll: note: 1 athlete of the log is not in the roster: dee'
has out '"name": "Ann Lee"'
lacks out '"name": "(Bob Ray|Cid Poe|Eve Fox)"'
[ "$(grep -c '"id": "roster_refused"' out)" = 2 ] || {
    echo "bob and cid must be flagged, and nobody else"
    failed=1
}

# Ann's age counts, at full weight in a professional; a roster tells of no injury and of no health.
run 1 risk squad.csv --roster roster.csv --as-of 2026-05-09 --athlete ann
has out '^Ann Lee '
has out 'F1  *age  *45 years  *1.9 \(1.4-2.7\)'
tr '\n' ' ' <out | tr -s ' ' >flat
has flat 'past injuries are not known'
lacks out 'no calf strain is recorded'
lacks err 'not in the roster'
run 1 risk squad.csv --roster roster.csv --as-of 2026-05-09 --athlete bob
tr '\n' ' ' <out | tr -s ' ' >flat
has flat 'a row of the roster about this athlete could not be used'
has out 'F1 age: the birth date is not known'
run 1 risk squad.csv --roster roster.csv --as-of 2026-05-09 --athlete ann --explain F1
has out '^Ann Lee '
run 1 risk squad.csv --roster roster.csv --athlete ann --add '2026-05-10 soccer 90min'
has out 'F1 age  *1.9 \(1.4-2.7\)'

# Heart rates of a row make TRIMP; the sport of a row makes the measure.
printf 'athlete,date,duration_min,avg_hr\nann,2026-05-01,30,130\nbob,2026-05-01,30,130\n' >hearts.csv
printf '%s\nann,,,m,,,,,40,200\n' "$header" >hearts_roster.csv
run 0 risk hearts.csv --roster hearts_roster.csv --measure trimp --as-of 2026-05-01 --format csv
awk -F, '$1 == "ann" { found = $3 * 7 > 31.8 && $3 * 7 < 31.81 } END { exit !found }' out || {
    echo "thirty minutes at 130 of 40 to 200 are 31.8025 of Banister's (T17)"
    cat out
    failed=1
}

# A birth date in the future, and a roster that is none.
printf '%s\nann,,2081-05-02,m,,,,,,\nbob,,1990-05-02,m,,,,,,\n' "$header" >unborn.csv
run 1 risk squad.csv --roster unborn.csv --as-of 2026-05-09 --format json
has err "^plimsoll: unborn.csv:2: error: birth_date of 'ann' is 2081-05-02, not before 2026-05-09"
[ "$(grep -c '"id": "roster_refused"' out)" = 1 ] || failed=1
printf 'athlete,birthdate\nann,1990-01-01\n' >typo.csv
run 1 risk squad.csv --roster typo.csv --as-of 2026-05-09
has err "^plimsoll: typo.csv:1:2: error: birthdate is no column that is known here"
has err "^hint: did you mean 'birth_date'\?"
run 1 risk squad.csv --roster none.csv --as-of 2026-05-09
has err 'none.csv: error: no such file'
run 1 risk squad.csv --roster roster.csv --as-of 2026-05-09 --strict
has err "^plimsoll: roster.csv:3:3: error: birth_date"
printf '[athlete]\nid = "ann"\n' >ann.toml
run 2 risk squad.csv --roster roster.csv --athlete-file ann.toml
has err 'error: --roster and --athlete-file exclude each other'
exit $failed
