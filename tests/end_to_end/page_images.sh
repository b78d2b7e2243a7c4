#!/bin/sh
# Pages as poppler draws them, against small pictures; what a picture shows is in page_images.py.
# SPDX-License-Identifier: Apache-2.0
set -eu
command -v pdftoppm >/dev/null || {
    echo "pdftoppm is missing: skipped"
    exit 77
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=tests/end_to_end
compare() {
    /usr/bin/python3 $here/page_images.py $here/page_images "$@"
}
runner="examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml"
path=examples/pathways/acute_strain
# shellcheck disable=SC2086 # a list of words
{
    "$PLIMSOLL" report $runner --as-of 2026-11-22 -o "$work/report.pdf"
    "$PLIMSOLL" risk $runner --as-of 2026-11-22 -o "$work/risk.pdf"
    "$PLIMSOLL" plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01 --fridge -o "$work/fridge.pdf"
    "$PLIMSOLL" plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01 -o "$work/plan.pdf"
}
"$PLIMSOLL" squad tests/data/squad/coach_sheet_semicolon.csv --as-of 2026-04-19 -o "$work/squad.pdf" \
    2>/dev/null
compare "$work/report.pdf" report-1:1:37-53 report-2:2:49-61
compare "$work/risk.pdf" risk-2:2:49-61 risk-3:3:58-65
compare "$work/plan.pdf" plan-2:2:60-73
compare "$work/fridge.pdf" fridge:1:17-60
compare "$work/squad.pdf" squad-1:1:30-37
