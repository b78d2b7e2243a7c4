#!/bin/sh
# Files made to fill memory are read as far as they may be, within the bound of docs/formats.md.
# SPDX-License-Identifier: Apache-2.0
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0
bound_kib=400000

(
    # shellcheck disable=SC3045 # dash and bash have it
    ulimit -v $bound_kib
    "$PLIMSOLL" --version >/dev/null 2>&1
) || exit 77 # a sanitizer needs more for itself

# expect STATUS PATTERN FILE: status and message of an import within the bound.
expect() {
    status=0
    (
        # shellcheck disable=SC3045
        ulimit -v $bound_kib
        "$PLIMSOLL" import "$3" >out 2>err
    ) || status=$?
    if [ "$status" != "$1" ] || ! grep -q "$2" err; then
        echo "import $3: status $status, expected $1 and a message with: $2"
        head -n 5 err
        failed=1
    fi
}

# 1.5 million records of six bytes: local type 1, a time of four bytes, a heart rate of ten (a line
# end). The header tells no size, as one of a device that broke down.
{
    printf '\016\040\124\010\000\000\000\000.FIT\000\000'
    printf '\101\000\000\024\000\002\375\004\206\003\001\002'
    yes "$(printf '\001DCBA')" | head -c 9000000
} >records.fit
expect 1 'has more than 1048576 points; 451424 were left out' records.fit

# A tag without end, a nest without end, and names without end.
head='<?xml version="1.0"?><gpx version="1.1"><trk><type>run</type><trkseg>'
{
    printf '%s<a b="' "$head"
    yes x | tr -d '\n' | head -c 30000000
} >tag.gpx
expect 1 'holds a tag or comment of more than a million bytes' tag.gpx
{
    printf '%s' "$head"
    yes '<a>' | head -c 30000000
} >nest.gpx
expect 1 'nests more than 64 elements' nest.gpx
{
    printf '%s' "$head"
    seq 1 1000000 | sed 's,.*,<a&/>,'
} >names.gpx
expect 1 'has more than 10000 names' names.gpx

# Apple Health is a stream: 60 MB of records and one workout in less memory than the file is long.
{
    printf '<?xml version="1.0"?><HealthData>\n<Workout workoutActivityType='
    printf '"HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" '
    printf 'startDate="2026-05-02 07:00:00 +0200" endDate="2026-05-02 07:30:00 +0200"/>\n'
    yes '<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="61"/>' |
        head -c 60000000
} >export.xml
bound_kib=64000
expect 0 'unclosed token; what came before was read' export.xml

# Tables: a row of ten million cells, a header of as many, a line of 40 MB, and as much in quotes.
bound_kib=160000
{
    printf 'date,duration_min\n2026-01-01,60\n2026-01-02,60'
    yes , | tr -d '\n' | head -c 10000000
    printf '\n2026-01-03,60\n'
} >row.csv
expect 0 'row.csv:3: error: the row has more than 100000 cells' row.csv
{
    printf 'date,duration_min'
    yes , | tr -d '\n' | head -c 10000000
    printf '\n2026-01-01,60\n'
} >header.csv
expect 1 'is no log of a kind that is known' header.csv
{
    printf 'date,duration_min\n2026-01-01,60\n2026-01-02,'
    yes 6 | tr -d '\n' | head -c 40000000
} >line.csv
expect 0 'the line is longer than 16777216 bytes' line.csv
{
    printf 'date,duration_min\n2026-01-01,60\n2026-01-02,'
    yes '"' | tr -d '\n' | head -c 3000000
} >quotes.csv
expect 0 'quotes.csv:3' quotes.csv

exit $failed
