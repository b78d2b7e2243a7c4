#!/bin/sh
# The web pages in a real browser: at the width of a phone and of a desk, no request, no message on the
# console, nothing wider than the window, printed, and judged by axe-core. Pictures stay in
# build/browser. Runs with './dev browser'; ctest skips it unless PLIMSOLL_BROWSER is set.
# SPDX-License-Identifier: Apache-2.0
set -eu
[ -n "${PLIMSOLL_BROWSER:-}" ] || exit 77
out=build/browser
mkdir -p "$out"
fail() {
    echo "$1"
    exit 1
}
runner="examples/runner/Activities.csv --athlete-file examples/runner/athlete.toml"
path=examples/pathways/acute_strain
# shellcheck disable=SC2086 # a list of words
{
    "$PLIMSOLL" report $runner --as-of 2026-11-22 -o "$out/report.html" --overwrite
    "$PLIMSOLL" risk $runner --as-of 2026-11-22 -o "$out/risk.html" --overwrite
    "$PLIMSOLL" plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01 -o "$out/plan.html" --overwrite
    "$PLIMSOLL" plan $runner --goal "${path}_goal.toml" --events "${path}_events.csv" \
        --answers "${path}_answers.toml" --as-of 2026-11-01 --fridge -o "$out/fridge.html" --overwrite
}
for page in report squad; do
    "$PLIMSOLL" "$page" tests/data/squad/coach_sheet_semicolon.csv -o "$out/$page-of-squad.html" \
        --overwrite --as-of 2026-04-19
done
"$PLIMSOLL" screen --answers examples/runner/calf_answers.toml -o "$out/screen.html" --overwrite
browser() {
    "$PLIMSOLL_BROWSER" --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --user-data-dir="$out/profile" --enable-logging=stderr --log-level=0 "$@" 2>"$out/log" || {
        cat "$out/log"
        fail "the browser failed"
    }
    ! grep -q 'CONSOLE' "$out/log" || {
        grep CONSOLE "$out/log"
        fail "a message on the console"
    }
}
here="file://$(pwd)/$out"
for page in report risk plan fridge report-of-squad squad-of-squad screen; do
    browser --window-size=390,3000 --screenshot="$out/$page-phone.png" "$here/$page.html"
    browser --window-size=1200,3000 --screenshot="$out/$page-desk.png" "$here/$page.html"
    browser --print-to-pdf="$out/$page.pdf" --no-pdf-header-footer "$here/$page.html"
    pdftotext "$out/$page.pdf" - | grep -q 'not medical advice' || fail "$page: nothing printed"
    [ -f "$out/node_modules/axe-core/axe.min.js" ] || continue
    # A copy of the page that may run a script, with axe-core and a judgement in the title.
    sed -e '/Content-Security-Policy/d' -e 's#</body>#<script src="node_modules/axe-core/axe.min.js"></script><script>axe.run().then(r => { const wide = document.documentElement.scrollWidth > innerWidth; document.title = "AXE " + r.violations.length + " WIDE " + wide + " " + r.violations.map(v => v.id + ":" + v.nodes.length + " " + v.nodes[0].html.slice(0, 120)).join("; "); });</script></body>#' \
        "$out/$page.html" >"$out/$page-judged.html"
    browser --window-size=390,3000 --virtual-time-budget=20000 --dump-dom \
        "$here/$page-judged.html" >"$out/dom"
    verdict=$(grep -o '<title>[^<]*' "$out/dom" | head -n 1)
    case $verdict in
    '<title>AXE 0 WIDE false'*) ;;
    *) fail "$page: $verdict" ;;
    esac
done
[ "$(pdfinfo "$out/fridge.pdf" | sed -n 's/^Pages: *//p')" = 1 ] ||
    fail "the web page for the fridge is printed on more than a page"
echo "pictures in $out"
