"""A made-up language, and what of a page is not in it.

What is told is what only a literal of reports/ says: a word, or two that follow each other.

    pseudo_language.py make ENGLISH.toml      prints a pack: «piece» for every piece of a text between
                                              placeholders that has a letter
    pseudo_language.py check PAGE.html...     tells the words of pages outside of « and »
SPDX-License-Identifier: Apache-2.0
"""
import html.parser
import pathlib
import re
import sys
import tomllib

# What is no text: names, units, ids, commands, and sources with what they quote.
names = {"Plimsoll", "plimsoll", "Alex", "Example", "alex", "Ada", "Bj", "rk", "Cem", "Dora", "km", "mi", "min", "AU",
         "bpm", "kg", "Sunday", "Long", "Run", "CI", "SE", "HR", "ln", "exp", "doi", "et", "al"}


def quoted(text):
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + text.replace("\r", "\\r").replace("\0", "\\u0000") + '"'


def pseudo(text):
    pieces = re.split(r"(\{[^{}]*\})", text)
    return "".join(p if p.startswith("{") or not re.search("[A-Za-z]", p) else f"\u00ab{p}\u00bb"
                   for p in pieces)


def make(path):
    print('language = "x-test"\n[texts]')
    with open(path, "rb") as file:
        for text in tomllib.load(file)["texts"]:
            print(f"{quoted(text)} = {quoted(pseudo(text))}")


literal = re.compile(r'//[^\n]*|"((?:\\.|[^"\\\n])*)"')
word = re.compile(r"[A-Za-z]{2,}")


def pairs_of(words):
    return set(zip(words, words[1:])) | {(w,) for w in words}


def pairs_in(patterns, joined):
    """Words of literals, and which of them follow each other."""
    pairs = set()
    for path in sorted(p for pattern in patterns for p in pathlib.Path(".").glob(pattern)):
        source = path.read_text(encoding="utf-8")
        texts = [source] if path.suffix == ".toml" else [m.group(1) or "" for m in
                                                         literal.finditer(source)]
        texts = [word.findall(piece) for text in texts
                 for piece in re.split(r"\{[^{}]*\}|\d[\d.]*", text)]
        for words in [sum(texts, [])] if joined else texts:
            pairs |= pairs_of([w.lower() for w in words])
    return pairs


def pairs_of_reports():
    left = pairs_in(["risk/**/*.[ch]pp", "planner/**/*.[ch]pp", "model/*.[ch]pp", "import/*.[ch]pp",
                     "planner/pathways/*.toml"], joined=True)
    return pairs_in(["reports/*.[ch]pp"], joined=False) - left


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.depth = 0
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.depth += tag in ("style", "script")
        for name, value in attributes:
            if name in ("aria-label", "title") and value:
                self.look(value)

    def handle_endtag(self, tag):
        self.depth -= tag in ("style", "script")

    def handle_data(self, data):
        if self.depth == 0:
            self.look(data)

    def look(self, text):
        rest = text
        while (cut := re.sub("\u00ab[^\u00ab\u00bb]*\u00bb", "\u00a0", rest)) != rest:
            rest = cut
        rest = re.sub(r"\b\d[\d.]*\b", "\u00a0", re.sub(r"\[[^\[\]]*\]|doi:\S+", " ", rest))
        rest = re.sub(r"\b\w+(?:_\w+)+\b|\S+/\S+|--[\w-]+", " ", rest)
        for piece in re.split("\u00a0", rest):
            words = [w.lower() for w in word.findall(piece) if w not in names]
            if pairs_of(words) & of_reports:
                self.found.append((" ".join(words), text.strip()))


def check(paths):
    failed = 0
    for path in paths:
        page = Words()
        with open(path, encoding="utf-8") as file:
            page.feed(file.read())
        for words, text in page.found:
            print(f"{path.rsplit('/', 1)[-1]}: {words[:70]}   in: {text[:150]}")
            failed = 1
    return failed


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    of_reports = pairs_of_reports()
    sys.exit(check(sys.argv[2:]))
