"""Collects every English text of Plimsoll's pages from its sources, as a language pack.

    python3 docs/languages/collect.py              writes docs/languages/english.toml
    python3 docs/languages/collect.py --print      prints it
    python3 docs/languages/collect.py DE.toml      completes a pack of a translator: the texts it
                                                   lacks are added empty, those that are no longer
                                                   in the sources are told

A text is what say(), noted() and counted() are called with; of the files in whole_files, whose texts
are looked up when they are printed, every literal with a word in it; of the pathways, every text.
SPDX-License-Identifier: Apache-2.0
"""
import pathlib
import re
import sys
import tomllib

root = pathlib.Path(__file__).resolve().parents[2]
target = root / "docs/languages/english.toml"
folders = ["model", "risk", "planner", "reports", "app"]
whole_files = [
    "planner/screen_flags.cpp", "planner/screen_findings.cpp", "planner/screen_next.cpp",
    "planner/screen_texts.cpp", "planner/screen_sources.cpp", "planner/screen_fit.cpp",
    "planner/match_demands.cpp", "planner/plan_standing.cpp", "planner/session_kind.cpp",
    "planner/schedule_builder.cpp", "planner/phase_changes.cpp", "planner/plan_policy.cpp", "risk/triage.cpp", "risk/measure.cpp",
    "risk/athlete_days.cpp", "risk/convention.cpp", "risk/factor.cpp", "planner/objective.cpp",
    "reports/document.hpp",
]
token = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\])+\'', re.S)
call = re.compile(r"\b(say|noted|counted)\s*\($")
escapes = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}


def unescaped(literal):
    body = literal[1:-1]
    body = re.sub(r"((?:\\x[0-9A-Fa-f]{2})+)",
                  lambda m: bytes.fromhex(m.group(1).replace("\\x", "")).decode(), body)
    return re.sub(r"\\(.)", lambda m: escapes.get(m.group(1), m.group(1)), body)


def literals(source):
    """Place and text of every literal; neighbours are one, as for the compiler."""
    groups = []
    last_end = None
    for match in token.finditer(source):
        text = match.group()
        if text[0] == "/":
            if last_end is not None and source[last_end:match.start()].strip() == "":
                last_end = match.end()
            continue
        if text[0] == "'":
            last_end = None
            continue
        if last_end is not None and source[last_end:match.start()].strip() == "":
            groups[-1][1] += unescaped(text)
        else:
            groups.append([match.start(), unescaped(text)])
        last_end = match.end()
    return groups


def has_word(text):
    return re.search(r"[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", text)) is not None


def is_id(text):
    return re.fullmatch(r"\w+[._][\w.]*", text) is not None


def is_counted(source, at):
    """Whether the literal is what counted() counts: its call began before it and is still open."""
    open_at = source.rfind("counted(", 0, at)
    between = source[open_at + len("counted("):at]
    return open_at >= 0 and between.rstrip().endswith(",") and \
        between.count("(") == between.count(")") and ";" not in between


def texts_of(path):
    source = path.read_text(encoding="utf-8")
    whole = str(path.relative_to(root)) in whole_files
    for at, text in literals(source):
        before = source[:at].rstrip()
        line = source[source.rfind("\n", 0, at) + 1:at]
        if line.startswith("#include"):
            continue
        if call.search(before) and not before.endswith("counted("):
            yield text
        elif is_counted(source, at):
            yield "{} " + text
            yield "{} " + text + "s"
        elif whole and has_word(text) and not is_id(text) and not before.endswith(("==", "format(", "require(holds,")):
            yield text


def texts_of_pathway(value):
    if isinstance(value, dict):
        for key, entry in value.items():
            if key in ("name", "text", "how", "statement", "refer_if_failed", "load", "tempo", "note",
                       "why", "words", "norm", "difference", "title", "source", "population"):
                if isinstance(entry, str):
                    yield entry
                    continue
            yield from texts_of_pathway(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from texts_of_pathway(entry)


def quoted(text):
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + out.replace("\t", "\\t").replace("\r", "\\r").replace("\0", "\\u0000") + '"'


def collected():
    """Where each text stands first, in the order of the sources."""
    places = {}
    for folder in folders:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            for text in texts_of(path):
                if text and path.name != "words.hpp":
                    places.setdefault(text, str(path.relative_to(root)))
    for path in sorted((root / "planner/pathways").glob("*.toml")):
        for text in texts_of_pathway(tomllib.loads(path.read_text(encoding="utf-8"))):
            if text:
                places.setdefault(text, str(path.relative_to(root)))
    return places


def pack(places, language, translated):
    lines = ["# Every text of Plimsoll's pages, as a language pack; written by './dev strings'.",
             "# To translate: copy this file, name the language, put the translation behind the '='.",
             "# Placeholders such as {} and {:.1f} stay; in another order they are numbered: {1} {0}.",
             "# Blanks at the ends count. An empty translation is none: the page has the English text.",
             f'language = "{language}"', "", "[texts]"]
    where = None
    for text, place in places.items():
        if place != where:
            lines += ["", "# " + place]
            where = place
        lines.append(f"{quoted(text)} = {quoted(translated(text))}")
    return "\n".join(lines) + "\n"


def complete(path, places):
    known = {"language": "", "texts": {}}
    if path.exists():
        known |= tomllib.loads(path.read_text(encoding="utf-8"))
    for text in known["texts"]:
        if text not in places:
            print(f"{path}: no longer in the sources: {text}", file=sys.stderr)
    missing = sum(not known["texts"].get(text) for text in places)
    language = known["language"] or path.stem
    path.write_text(pack(places, language, lambda text: known["texts"].get(text, "")),
                    encoding="utf-8")
    print(f"{path}: {len(places) - missing} of {len(places)} texts translated", file=sys.stderr)


def main():
    places = collected()
    if len(sys.argv) > 1 and sys.argv[1] != "--print":
        complete(pathlib.Path(sys.argv[1]), places)
        return
    text = pack(places, "en", lambda english: english)
    if len(sys.argv) > 1:
        sys.stdout.write(text)
    else:
        target.write_text(text, encoding="utf-8")


main()
