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
expect 1 'export.zip: error: is a zip archive without a directory' report export.zip
expect 1 'export.zip: error: is a zip archive without a directory' report export.zip good.csv --as-of 2026-05-02
expect 1 'activity.fit.gz: error: is empty; the gzip file is cut off' report activity.fit.gz
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
sed 's/2026-05/2020-05/' good.csv >old.csv
expect 0 'note: as of 2020-05-02, the day of the newest session' report old.csv
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
printf '[athlete]\nname = "Cid"\n' >nobody.toml
expect 1 "error: the log is of 2 athletes \(ann, bob\), none of them 'cid'" report two.csv --athlete-file cid.toml
expect 1 'error: the log is of 2 athletes \(ann, bob\) where one is expected' report two.csv --athlete-file nobody.toml
expect 1 "error: the log is of 2 athletes \(ann, bob\), none of them 'anm'" report two.csv --athlete anm
grep -q "did you mean 'ann'" err || failed=1
expect 0 "note: 1 session left out: they are not of 'ann'" risk two.csv --athlete ann --as-of 2026-05-01
expect 2 "error: --athlete is 'ann', the athlete's file is of 'bob'" report two.csv --athlete ann --athlete-file bob.toml
grep -v ann two.csv >bob.csv
expect 1 "error: the log is of 'bob', not of 'cid'" report bob.csv --athlete-file cid.toml
expect 0 "note: 1 session left out: they are not of 'bob'" report two.csv --athlete-file bob.toml --as-of 2026-05-01

# What no session reaches, and days that no log has.
printf 'date,distance_km\n2026-05-01,1e305\n2026-05-02,8\n9202-03-17,9\n' >huge.csv
expect 0 "huge.csv:2:2: warning: distance_km '1e305' is above 1,000 km" report huge.csv --as-of 2026-05-02
expect 0 "huge.csv:4:1: error: date '9202-03-17' is not in the years 1950 to 2100" report huge.csv --as-of 2026-05-02
grep -q '8.8 km' out || {
    echo "a log of dates and distances alone is a runner's"
    failed=1
}

# A day typed far ahead does not move the report there.
printf 'date,distance_km,sport\n2020-05-01,10,run\n2062-05-01,10,run\n' >ahead.csv
expect 0 'note: as of 2020-05-01, the day of the newest session' report ahead.csv

# Injuries and pain: what cannot be used is said, flagged, and no plan is built on it.
printf '[goal]\nkind = "base"\n' >base.toml
events='athlete,date,kind,detail,value,note'
printf '%s\nbob,01/05/2026,injury_onset,calf_left,,\n' "$events" >date.csv
printf '%s\nbbo,2026-05-01,injury_onset,calf_left,,\n' "$events" >stray.csv
printf '%s\nbob,2026-05-01,injury_onset,claf,,\n' "$events" >claf.csv
printf '%s\nbob,2026-05-01,pain,calf_left,6,\n' "$events" >pain.csv
for file in date stray claf; do
    expect 1 'error: 1 row of the events file could not be used' plan good.csv --athlete-file bob.toml --goal base.toml --events $file.csv
    expect 1 "$file.csv:2:.: error" report good.csv --athlete-file bob.toml --events $file.csv --as-of 2026-05-02
    grep -q '1 row of the events file could not be used' out || {
        echo "the page does not tell of the row of $file.csv"
        failed=1
    }
done
"$PLIMSOLL" report good.csv --athlete-file bob.toml --events pain.csv --as-of 2026-05-02 >out 2>err || failed=1
if ! grep -q 'Before the next session: hold' out || grep -q 'Longest next run' out; then
    echo "pain 6 of 10 must come before any distance"
    failed=1
fi
printf 'date,distance_km,sport\n2026-05-01,10,run\n2026-05-02,5,run\n' >unnamed.csv
"$PLIMSOLL" report unnamed.csv --events pain.csv --as-of 2026-05-02 >out 2>err || failed=1
grep -q 'Before the next session: hold' out || {
    echo "a log that names nobody is of whom the events name"
    failed=1
}
printf '%s\nzoe,2026-05-01,injury_onset,calf_left,,\n' "$events" >stranger.csv
expect 1 "stranger.csv:2:1: error: athlete 'zoe' is not in the log" report bob.csv --events stranger.csv --as-of 2026-05-01
printf '%s\nbob,2026-05-01,pain,calf_left,,\n' "$events" >unscored.csv
expect 1 'unscored.csv:2:5: error: .* pain needs a score' report bob.csv --events unscored.csv --as-of 2026-05-01
"$PLIMSOLL" risk unnamed.csv --events pain.csv --add '2026-05-03 run 9km' >out 2>err || failed=1
grep -q 'Before the next session: hold' out || {
    echo "a what-if must tell of the pain"
    failed=1
}
printf '[[injury]]\nsite = "left claf"\nonset = 2026-05-02\n' >claf.toml
expect 1 "claf.toml:2: error: injury.site is 'left claf'" report good.csv --athlete-file claf.toml
printf '[athlete]\nbirth_date = 2081-05-02\n' >unborn.toml
expect 1 'athlete.birth_date is 2081-05-02, not before 2026-05-02' report good.csv --athlete-file unborn.toml --as-of 2026-05-02

# Loads, ratings, speeds and histories that are none.
{
    echo 'date,duration_min,rpe,sport,max_speed_mps'
    echo '2026-05-01,0,5,run,'
    echo '2026-05-02,60,11,run,'
    echo '2026-05-03,60,-1,run,'
    echo '2026-05-04,60,5,quidditch,'
    echo '2026-05-05,60,5,soccer,14'
} >odd.csv
expect 0 "odd.csv:3:3: warning: rpe '11' is above 10; taken as missing" risk odd.csv --as-of 2026-05-05
expect 0 "odd.csv:4:3: error: rpe '-1' is negative" risk odd.csv --as-of 2026-05-05
expect 0 "odd.csv: note: the sport 'quidditch' is not known; 1 session so named counts as 'other'" risk odd.csv --as-of 2026-05-05
expect 0 'odd.csv:6: warning: max_speed_mps 14 m/s is above 13; taken as missing' risk odd.csv --as-of 2026-05-05
printf 'date,load\n2026-05-01,0\n2026-05-02,-100\n2026-06-10,0\n' >zero.csv
expect 0 "zero.csv:3:2: error: load '-100' is negative" risk zero.csv --as-of 2026-06-10
"$PLIMSOLL" risk zero.csv --as-of 2026-06-10 --format csv --quiet >out 2>err
grep -q '^athlete,2026-06-10,0,0,,,,.*,no_base,no_base,no_base,' out || {
    echo "a chronic load of zero is no base, not a ratio"
    cat out
    failed=1
}
printf 'date,load\n2026-05-01,300\n' >day.csv
"$PLIMSOLL" risk day.csv --as-of 2026-05-01 --format csv >out 2>err
grep -q '^athlete,2026-05-01,[0-9.]*,[0-9.]*,,,1,.*,warming_up,warming_up,warming_up,' out || {
    echo "one day of history is too short for a ratio"
    cat out
    failed=1
}
printf '[athlete]\nmax_speed_mps = 14\n' >fast.toml
expect 1 'fast.toml:2: error: athlete.max_speed_mps is 14; it must be from 1 to 13' risk good.csv --athlete-file fast.toml
printf '[sport]\nplays = "quidditch"\n' >broom.toml
expect 1 "broom.toml:2: error: sport.plays is 'quidditch', no sport that is known" risk good.csv --athlete-file broom.toml
printf '[[injury]]\nsite = "calf"\nonset = 2026-04-20\nreturned = 2026-04-01\n' >back.toml
expect 1 'back.toml:4: error: injury.returned is before the onset' risk good.csv --athlete-file back.toml
printf '[[injury]]\nsite = "calf"\nonset = 2026-02-01\nreturned = 2026-03-01\n[[injury]]\nsite = "calf"\nonset = 2026-02-20\n' >twice.toml
expect 1 'twice.toml:7: error: injury.onset of calf, .* overlaps calf' risk good.csv --athlete-file twice.toml
printf '%s\n,2026-05-02,injury_onset,calf_left,,\n,2026-05-01,injury_return,calf_left,,\n' "$events" >early.csv
"$PLIMSOLL" risk good.csv --events early.csv --as-of 2026-05-02 >out 2>err
tr '\n' ' ' <out | tr -s ' ' >flat
if ! grep -q 'return from calf_left on 2026-05-01 without an onset before it; the onset is taken as that day. \[line 3 of the events file\]' flat ||
    ! grep -q 'Before the next session: hold' out; then
    echo "a return before its onset is said, and the onset stays open"
    cat out
    failed=1
fi
printf 'athlete,date,duration_min\nann,2026-05-01,60\nbob,2026-05-01,-60\ncid,2026-05-01,60\n' >lost.csv
expect 1 "error: the only row of 'bob' could not be used" risk lost.csv --as-of 2026-05-01
grep -q '1 athlete left out, every row refused: bob' out || {
    echo "the page must name who is missing"
    failed=1
}

# Outputs that are no files.
mkfifo pipe
expect 1 'pipe: error: is no regular file' import good.csv -o pipe --format csv --overwrite
expect 1 'error: cannot be' import good.csv --format csv -o "$(printf 'x%.0s' $(seq 300)).csv"

# The command line.
expect 2 'error: a command is missing'
expect 2 "error: there is no command 'reprot'" reprot good.csv
expect 2 "has no option '--aasof'" report good.csv --aasof 2026-05-01
expect 2 "error: --as-of '2026-5-1' is no day of the calendar" report good.csv --as-of 2026-5-1
expect 2 "error: --as-of '9999-12-31' is not in the years 1900 to 2100" report good.csv --as-of 9999-12-31
expect 2 'error: --as-of needs a value' report good.csv --as-of
expect 2 'error: --as-of has an empty value' report good.csv --as-of ''
expect 2 'error: not a whole number: --weeks = abc' plan good.csv --weeks abc
expect 2 "error: --week '2026-W54' is not an ISO week" report good.csv --week 2026-W54
expect 2 'error: --as-of and --week exclude each other' report good.csv --week 2026-W40 --as-of 2026-05-01
expect 2 'error: --measure is one of srpe, distance, duration, trimp' risk good.csv --measure power
expect 2 "error: --add '29 run 21': '29' is no day" risk good.csv --add '29 run 21'
expect 2 "error: --explain is one of F1, F2a" risk good.csv --explain F99
expect 2 "error: --without is one of F1, F2a" risk good.csv --without f1
expect 2 "error: --without is one of F1, F2a" report good.csv --without F1 --without 'F2'
expect 2 'error: --explain is of one athlete, the log is of 2' risk two.csv --explain F1
expect 2 'error: --add goes without --explain' risk good.csv --add '2026-05-09 run 9km' --explain F1
expect 2 'error: --add is for pages, not for json' risk good.csv --add '2026-05-09 run 9km' --format json
expect 2 'error: --series as text is of one athlete' risk two.csv --series
expect 2 'error: --format is one of text, pdf, html, csv, json' risk good.csv --format odt
expect 2 'error: --sport is one of run, team, all' risk good.csv --sport golf
expect 2 'error: --units is one of auto, km, mi' import good.csv --units miles
expect 2 "error: --timezone: the system knows no time zone 'Europe/Atlantis'" import good.csv --timezone Europe/Atlantis
expect 2 "error: 'plimsoll plan' needs --goal" plan good.csv --athlete-file cid.toml
expect 2 'error: --weeks is from 1 to 104' plan good.csv --athlete-file bob.toml --goal g.toml --weeks 0

# Injuries of validate.
printf 'athlete,date,site,severity\n' >healthy.csv
printf 'athlete,day\nann,2026-05-01\n' >no_date.csv
printf 'athlete,date\ncid,2026-05-01\n' >stranger.csv
printf 'athlete,date\nann,1.5.2026\n' >bad_date.csv
printf 'date\n2026-05-01\n' >nobody.csv
printf 'athlete,date\nann,2026-05-01\nanm,2026-05-01\nann,2020-01-01\nann,2030-01-01\nann,2026-05-01\n' >mixed.csv
expect 2 "error: 'plimsoll validate' needs --injuries" validate two.csv
expect 1 'none.csv: error: no such file' validate two.csv --injuries none.csv
expect 1 'empty.csv: error: is empty' validate two.csv --injuries empty.csv
expect 1 'no_date.csv:1: error: an injuries file needs the column date' validate two.csv --injuries no_date.csv
expect 1 "stranger.csv:2:1: error: athlete 'cid' is not in the log" validate two.csv --injuries stranger.csv
expect 1 'stranger.csv: error: none of 1 injury report is of an athlete in the log' validate two.csv --injuries stranger.csv
expect 1 "bad_date.csv:2:2: error: date '1.5.2026' is not a date" validate two.csv --injuries bad_date.csv
expect 1 'bad_date.csv: error: no injury could be read' validate two.csv --injuries bad_date.csv
expect 1 'nobody.csv:2: error: athlete is missing, and the log is of several' validate two.csv --injuries nobody.csv
expect 0 'note: healthy.csv holds no injury' validate two.csv --injuries healthy.csv --as-of 2026-05-01
expect 0 "mixed.csv:3:1: error: athlete 'anm' is not in the log" validate two.csv --injuries mixed.csv --as-of 2026-05-01
tr '\n' ' ' <out | tr -s ' ' | grep -q '5 reports = 1 on a day reported already + 0 of the same complaint .* 1 after 2026-05-01 + 1 of athletes not in the log + 2 onsets' || {
    echo "the rows of the injuries file do not add up:"
    cat out
    failed=1
}
expect 1 "mixed.csv:3:1: error: athlete 'anm' is not in the log" validate two.csv --injuries mixed.csv --strict
"$PLIMSOLL" validate good.csv --injuries nobody.csv --as-of 2026-05-02 >out 2>err || failed=1

# Answers of the screen.
printf '[goal]\nkind = "base"\n' >base.toml
printf '[red_flags]\ncoughing_blod = false\n' >slip.toml
printf '[red_flags]\ncoughing_blood = no\n' >bare_no.toml
printf '[calf]\npain_now = 12\n' >pain.toml
printf '[calf]\ndays_since_onset = -1\n' >days.toml
printf '[calf]\nonset = "suden"\n' >word.toml
for command in 'screen' 'plan good.csv --athlete-file bob.toml --goal base.toml --as-of 2026-05-02'; do
    # shellcheck disable=SC2086 # a list of words
    {
        expect 1 'none.toml: error: no such file' $command --answers none.toml
        expect 1 'slip.toml:2: error: red_flags.coughing_blod is not a key' $command --answers slip.toml
        expect 1 'bare_no.toml:2:.*: error' $command --answers bare_no.toml
        expect 1 'pain.toml:2: error: calf.pain_now is 12; it must be from 0 to 10' $command --answers pain.toml
        expect 1 'days.toml:2: error: calf.days_since_onset is -1' $command --answers days.toml
        expect 1 "word.toml:2: error: calf.onset is 'suden'; it is one of sudden" $command --answers word.toml
    }
done
expect 2 "'plimsoll screen' takes no INPUT" screen good.csv
expect 2 "has no option '--athlete-file'" screen --athlete-file bob.toml
expect 2 'error: --as-of .2026-5-1. is no day' screen --answers /dev/null --as-of 2026-5-1
expect 2 'error: --format is one of text, pdf, html, json' screen --answers /dev/null --format csv
expect 2 'the format that -o.s suffix names is one of text, pdf, html, json' screen --answers /dev/null -o x.odt

# The planner's refusals.
printf '[goal]\nkind = "match"\n' >match.toml
printf '[goal]\nkind = "base"\ndate = 2026-05-05\n[goal.demand]\nweekly_distance_m = 90000\n' >soon.toml
expect 1 "match.toml:2: error: goal.kind has no distance" plan good.csv --athlete-file bob.toml --goal match.toml
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

# Pathways and gates.
printf '[goal]\nkind = "base"\npathway = "acute_strain"\n' >acute.toml
printf '[goal]\nkind = "base"\npathway = "acute_strian"\n' >strian.toml
expect 1 "strian.toml:3: error: goal.pathway is 'acute_strian', which is no pathway" plan good.csv --athlete-file bob.toml --goal strian.toml
sed "s/^date = .*/date = 2026-05-02/" "$OLDPWD/examples/pathways/acute_strain_answers.toml" >answers.toml
status=0
"$PLIMSOLL" plan good.csv --athlete-file bob.toml --goal acute.toml --as-of 2026-05-02 --format json >out 2>err || status=$?
if [ $status != 3 ] || ! grep -q '"pathway": "acute_strain"' out || ! grep -q '"status": "refer"' out ||
    ! grep -q 'the pathway acute_strain is of an injury: .*needs the answers of the screen' out; then
    echo "an injury pathway without answers of the screen must name itself and refer"
    failed=1
fi
expect 1 "error: the pathway 'acute_strain' starts with the onset of an injury" plan good.csv --athlete-file bob.toml --goal acute.toml --answers answers.toml --as-of 2026-05-02
printf '%s\nbob,2026-05-01,gate,calf_raise_left,28,\n' "$events" >gate.csv
printf '%s\nbob,2026-05-01,gate,continuous_run,1800,\n' "$events" >seconds.csv
printf '%s\nbob,2026-05-01,gate,calf_raises_left,28,\n' "$events" >gates.csv
expect 1 "gate.csv:2:4: error: detail 'calf_raise_left' is no gate of any pathway" plan good.csv --athlete-file bob.toml --goal base.toml --events gate.csv
grep -q "did you mean 'calf_raises_left'" err || failed=1
expect 1 "seconds.csv:2:5: error: value '1800' is out of range: minutes from 0 to 300" report good.csv --athlete-file bob.toml --events seconds.csv --as-of 2026-05-02
"$PLIMSOLL" risk good.csv --athlete-file bob.toml --events gates.csv --as-of 2026-05-02 >out 2>err || failed=1
mkdir own other
cp "$OLDPWD/planner/pathways/acute_strain.toml" own
sed 's/^source = "purdam"$//' own/acute_strain.toml >other/acute_strain.toml
expect 1 'none: error: is no folder' plan good.csv --athlete-file hurt.toml --goal acute.toml --pathways none
expect 1 'empty_folder: error: has no pathway' plan good.csv --athlete-file hurt.toml --goal acute.toml --pathways empty_folder
expect 1 'other/acute_strain.toml:[0-9]+: error: phase.source is missing' plan good.csv --athlete-file hurt.toml --goal acute.toml --pathways other
cp own/acute_strain.toml own/acute_strian.toml
expect 1 'own/acute_strian.toml: error: is named after no pathway' plan good.csv --athlete-file hurt.toml --goal acute.toml --pathways own
rm own/acute_strian.toml
sed -i 's/^text = "25 single-leg raises on the injured side"$/text = "25 raises, as the club has them"/' own/acute_strain.toml
printf '[athlete]\nid = "bob"\nusual_weekly_distance_m = 15000\n[[injury]]\nsite = "calf_left"\nonset = 2026-05-02\n' >torn.toml
"$PLIMSOLL" plan good.csv --athlete-file torn.toml --goal acute.toml --answers answers.toml --pathways own --as-of 2026-05-02 >out 2>err || failed=1
if ! grep -q '25 raises, as the club has them' out || ! grep -q 'from own/acute_strain.toml' out; then
    echo "a pathway of one's own must take the place of the shipped one"
    failed=1
fi
exit $failed
