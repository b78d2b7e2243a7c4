#!/bin/sh
# 'plimsoll screen' as a script and a runner use it: answers piped in, saved and read again; and
# 'plimsoll plan', which the answers stop.
# SPDX-License-Identifier: Apache-2.0
set -eu
source=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
log=$source/examples/runner/Activities.csv
runner="$log --athlete-file athlete.toml --goal $source/examples/runner/goal.toml --as-of 2026-11-01"
cp "$source/examples/runner/athlete.toml" .
cp "$source/examples/runner/calf_answers.toml" clear.toml
failed=0
fail() {
    echo "$1"
    failed=1
}
# status WANTED COMMAND...: runs it with out and err, compares the status.
status() {
    want=$1
    shift
    got=0
    "$@" >out 2>err || got=$?
    [ "$got" = "$want" ] || {
        fail "status $got, expected $want: $*"
        cat err
    }
}
says() {
    tr '\n' ' ' <"$1" | tr -s ' ' | grep -q -- "$2" || {
        fail "$1 does not say: $2"
        cat "$1"
    }
}
# shellcheck disable=SC2317 # called through status
screen() {
    "$PLIMSOLL" screen "$@" <lines
}

# A whole dialogue saves its answers, which say the same when read again.
cp "$source/tests/golden/screen/acute_strain.in" lines
status 0 screen -o saved.toml
cp out page
says page 'acute strain or tear: more likely'
says err 'the answers are in saved.toml'
status 0 "$PLIMSOLL" screen --answers saved.toml
diff page out || fail "the saved answers say something else"
status 0 "$PLIMSOLL" screen --answers saved.toml -o again.toml
diff saved.toml again.toml || fail "answers do not come back as they were"
[ -z "$(find . -name '*.toml.??????')" ] || fail "temporary files were left behind"

# The page or the JSON goes to a file, too, and a file is never replaced unasked, nor after the
# questions.
status 0 "$PLIMSOLL" screen --answers saved.toml -o page.txt
diff page page.txt || fail "-o page.txt is not the page"
status 0 "$PLIMSOLL" screen --answers saved.toml -o screen.json
grep -q '"schema": "plimsoll.screen/1"' screen.json || fail "-o screen.json is not JSON"
status 0 "$PLIMSOLL" screen --answers saved.toml -o third.toml --format json
grep -q '"outcome": "proceed"' out || fail "--format json beside -o third.toml"
status 1 screen -o saved.toml
says err 'saved.toml: error: exists already'
grep -q 'Red flag 1' err && fail "the file is refused only after the questions"
status 1 screen -o missing/folder.toml
grep -q 'Red flag 1' err && fail "the folder is refused only after the questions"
status 0 screen -o saved.toml --overwrite

# The end of the input is a quit that keeps what was answered.
printf 'no\nno\n' >lines
status 3 screen -o part.toml
grep -q '^coughing_blood = false' part.toml || fail "the end of the input lost answers"
grep -q '^entire_leg_swollen = "unknown"' part.toml || fail "not answered became an answer"
says out '18 of 20 red flags are not answered'
printf 'no' >lines # without a line end
status 3 screen -o last_line.toml
grep -q '^breathless_or_chest_pain = false' last_line.toml || fail "the last line was lost"
printf 'quit\n' >lines
status 3 screen -o none.toml
if [ -e none.toml ] || [ -s out ]; then
    fail "whoever quits at once gets nothing"
fi
: >lines
status 2 screen
says err 'nobody answers'

# Bytes that are no answers: an end is found, and nothing steers the terminal.
{
    printf '\033[2Jno\n\000\001\377\n'
    i=0
    while [ $i -lt 30 ]; do
        printf '%04000d\n' 7
        i=$((i + 1))
    done
} >lines
status 3 screen
says err '20 lines in a row were not understood'
tr -d '\n -~' <err | grep -q . && fail "control bytes came back"

# Plans. An uninjured athlete needs no answers; with a flag in them there is no plan at all.
# shellcheck disable=SC2086,SC2317 # a list of words; called through status
plan() {
    "$PLIMSOLL" plan $runner "$@"
}
status 0 plan
sed '/^\[calf\]/,$d' clear.toml >flags_alone.toml
status 0 plan --answers flags_alone.toml
says out '40.0 km a week: by'
# Answers that tell of a sore calf need an injury to plan along.
status 3 plan --answers clear.toml
says out 'tell of a sore calf, and no open injury is recorded'
sed -n '/^\[red_flags\]/,/^\[calf\]/s/ = false$//p' clear.toml >flags
[ "$(wc -l <flags)" = 20 ] || fail "the example does not deny every red flag"
while read -r flag; do
    sed "s/^$flag = false/$flag = true/" clear.toml >flag.toml
    status 3 plan --answers flag.toml
    says out 'What to do now'
    says out 'No plan was made, and no option makes one'
    sed "s/^$flag = false/$flag = \"unknown\"/" clear.toml >open.toml
    status 3 plan --answers open.toml
    says out "($flag)"
done <flags
sed 's/^unexplained_night_pain = false/unexplained_night_pain = true/' clear.toml >flag.toml
status 3 plan --answers flag.toml --weeks 104 --format json
grep -q '"status": "refer"' out || fail "a red flag refers in JSON, too"
says out 'a red flag stands (unexplained_night_pain)'
status 3 plan --answers /dev/null
says out '20 of 20 red flags are not answered'
sed 's/^onset = .*/onset = "gradual"/; s/^felt_pop = .*/felt_pop = true/' clear.toml >odd.toml
status 3 plan --answers odd.toml
says out 'contradict each other'
# A red flag is told before any other file is read, whatever is wrong with those.
sed "s/^coughing_blood = false/coughing_blood = true/" clear.toml >blood.toml
printf 'no goal' >broken.toml
status 3 "$PLIMSOLL" plan missing.csv --athlete-file broken.toml --goal broken.toml --answers blood.toml
says out 'Call the emergency number now'
# Answers keep their own day when they are saved again.
status 0 "$PLIMSOLL" screen --answers clear.toml --as-of 2026-11-20 -o kept.toml
grep -q '^date = 2026-11-01$' kept.toml || fail "answers were dated anew"
says err 'the answers keep their own day, 2026-11-01'
# Answers that are old, without a date, or of the other leg stop a plan and say what to do.
printf 'athlete,date,kind,detail,value,note\nalex,2026-10-12,injury_onset,calf_left,,\n' >onset.csv
sed 's/^date = .*/date = 2026-10-24/' clear.toml >old.toml
status 3 plan --answers old.toml
says out 'are of Sat 24 Oct 2026, 8 days before Sun 1 Nov 2026'
says out "plimsoll screen -o answers.toml"
sed '/^date = /d' clear.toml >undated.toml
status 3 plan --answers undated.toml --format json
says out 'the answers of the screen have no date'
status 0 "$PLIMSOLL" screen --answers undated.toml
sed 's/^side = .*/side = "right"/' clear.toml >right.toml
status 3 plan --answers right.toml --events onset.csv
says out 'are of the right calf, the injury is calf_left'
printf 'no\n' >lines
status 3 screen -o dated.toml --as-of 2026-10-30
grep -q '^date = 2026-10-30$' dated.toml || fail "answers are not dated by --as-of"
grep -q "^date = $(date -u +%Y)" saved.toml || fail "answers are not dated by the clock"
# A return date alone opens no plan for 15 weeks, and a failed squeeze is told before missing answers.
printf 'athlete,date,kind,detail,value,note\nalex,2026-10-12,injury_onset,calf_left,,\n' >back.csv
printf 'alex,2026-10-15,injury_return,calf_left,,\n' >>back.csv
status 3 plan --events back.csv
says out 'the return of calf_left is less than 15 weeks ago: a plan for an injured athlete needs'
status 3 plan --answers right.toml --events back.csv
says out 'are of the right calf, the injury is calf_left'
status 3 plan --answers clear.toml --events back.csv
says out 'the sore leg does far fewer single-leg raises'
sed 's/^single_leg_raises_injured = .*/single_leg_raises_injured = 24/; s/^days_since_onset = .*/days_since_onset = 20/' \
    clear.toml >alike.toml
status 3 plan --answers alike.toml --events back.csv
says out 'gates before it are open'
cat back.csv >squeeze.csv
printf 'alex,2026-10-13,gate,calf_squeeze_normal,0,\n' >>squeeze.csv
status 3 plan --events squeeze.csv
says out 'calf_squeeze_normal is not so on Tue 13 Oct 2026'
says out 'emergency department'
printf 'athlete,date,kind,detail,value,note\nalex,2026-05-01,injury_onset,calf_left,,\n' >healed.csv
printf 'alex,2026-07-19,injury_return,calf_left,,\n' >>healed.csv # 105 days before
status 0 plan --events healed.csv
# A flag is told before a broken events file is.
printf 'athlete,date,kind,detail,value,note\nalex,1.1.26,injury_onset,calf_left,,\n' >events.csv
status 3 plan --answers flag.toml --events events.csv
says out 'What to do now'

# An injured athlete needs answers, and is told how to get them.
printf '[[injury]]\nsite = "calf_left"\nonset = 2026-10-12\n' >>athlete.toml
status 3 plan
says out 'calf_left since Mon 12 Oct 2026 has no return date'
says out "plimsoll screen -o answers.toml"
status 3 plan --format json
grep -q "needs the answers of the screen" out || fail "JSON does not say what is missing"
status 3 plan --answers flag.toml
says out 'What to do now: a doctor, within days'
exit $failed
