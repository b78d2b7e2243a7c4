#!/bin/sh
# model <- risk, import <- planner <- reports <- app: a folder includes only from folders to its left.
# SPDX-License-Identifier: Apache-2.0
set -eu

failed=0
# allow FOLDER ALLOWED...: every project include of FOLDER names one of the allowed folders.
allow() {
    folder=$1
    shift
    allowed=$(echo "$folder $*" | tr ' ' '|')
    wrong=$(grep -rnE '^#include "' "$folder" --include='*.hpp' --include='*.cpp' |
        grep -vE "#include \"($allowed)/" || true)
    if [ -n "$wrong" ]; then
        echo "$folder may include only from: $folder $*"
        echo "$wrong"
        failed=1
    fi
}

allow model
allow import model
allow risk model
allow planner model risk import
allow reports model risk import planner
allow app model risk import planner reports

# The libraries that stand behind one door each.
behind() {
    door=$1
    header=$2
    wrong=$(grep -rlF "#include <$header" model import risk planner reports app |
        grep -v "^$door" || true)
    if [ -n "$wrong" ]; then
        echo "only $door may include <$header: $wrong"
        failed=1
    fi
}

behind model/date.cpp boost/
behind import/fccp.cpp libfccp/
behind import/toml_file.cpp toml++/
behind import/time_zone.cpp date/
behind planner/solver.cpp coin/
behind app/command.cpp CLI/

# No clock, environment, terminal or random seed below app, and no process exit outside main.
impure=$(grep -rnE 'system_clock|getenv|isatty|random_device|srand|std::exit|std::locale|std::cout' \
    model import risk planner reports | grep -v '// NOLINT' || true)
if [ -n "$impure" ]; then
    echo "below app everything is a pure function of its inputs:"
    echo "$impure"
    failed=1
fi
exit $failed
