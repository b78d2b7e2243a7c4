#!/usr/bin/env python3
"""Pages of a PDF as poppler draws them, against small pictures in characters.

  page_images.py PICTURES PDF NAME:PAGE[:FROM-TO]...

PICTURES/NAME.txt is page PAGE at 8 dots an inch, a character a dot: 0 is white, f black. Poppler and
FreeType of another version blur letters otherwise, so there is a tolerance: the mean of a field of 8 x 8
dots may differ by 0.5 of 15 levels, and the page by 0.1. With FROM-TO, the rows of a chart, the same
page with these rows whitened must fail: a chart that vanishes is seen.

PLIMSOLL_APPROVE=1 writes what was drawn; look at the page before that.

SPDX-License-Identifier: Apache-2.0
"""
import os
import subprocess
import sys

FIELD = 8
FIELD_TOLERANCE = 0.5
PAGE_TOLERANCE = 0.1


def drawn(pdf, page):
    """The page in levels of darkness 0 to 15, row by row."""
    raw = subprocess.run(
        ["pdftoppm", "-gray", "-r", "8", "-f", str(page), "-l", str(page), pdf],
        check=True, stdout=subprocess.PIPE).stdout
    kind, width, height, most = raw.split(maxsplit=4)[:4]
    assert (kind, most) == (b"P5", b"255"), (kind, most)
    width, height = int(width), int(height)
    grey = raw[len(raw) - width * height:]
    return [[15 - (value * 15 + 127) // 255 for value in grey[y * width:(y + 1) * width]]
            for y in range(height)]


def faults(wanted, got):
    """What differs by more than the tolerance, in words."""
    if [len(row) for row in wanted] != [len(row) for row in got]:
        return ["another size"]
    found = []
    total = 0
    for top in range(0, len(got), FIELD):
        for left in range(0, len(got[0]), FIELD):
            cells = [g - w for want, row in zip(wanted[top:top + FIELD], got[top:top + FIELD])
                     for w, g in zip(want[left:left + FIELD], row[left:left + FIELD])]
            total += abs(sum(cells))
            if abs(sum(cells)) / len(cells) > FIELD_TOLERANCE:
                found.append(f"rows {top} to {top + FIELD - 1}, columns {left} to "
                             f"{left + FIELD - 1}: {sum(cells) / len(cells):+.2f}")
    mean = total / (len(got) * len(got[0]))
    if mean > PAGE_TOLERANCE:
        found.append(f"the page: {mean:.2f}")
    return found


def main():
    pictures, pdf, *pages = sys.argv[1:]
    status = 0
    for entry in pages:
        name, page, *chart = entry.split(":")
        path = os.path.join(pictures, name + ".txt")
        got = drawn(pdf, int(page))
        if os.environ.get("PLIMSOLL_APPROVE") == "1":
            with open(path, "w", encoding="ascii") as file:
                file.writelines("".join(f"{level:x}" for level in row) + "\n" for row in got)
        with open(path, encoding="ascii") as file:
            wanted = [[int(level, 16) for level in line.strip()] for line in file]
        for fault in faults(wanted, got):
            print(f"{name}: {fault}")
            status = 1
        for rows in chart:
            first, last = map(int, rows.split("-"))
            without = [[0] * len(row) if first <= y <= last else row for y, row in enumerate(got)]
            if not faults(wanted, without):
                print(f"{name}: a page without its chart would pass")
                status = 1
    return status


sys.exit(main())
