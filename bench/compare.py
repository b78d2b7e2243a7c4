#!/usr/bin/env python3
# Runs two commands in turn and prints the second's time and memory as multiples of the first's.
# SPDX-License-Identifier: Apache-2.0
"""usage: compare.py ROUNDS NAME COMMAND [NAME COMMAND ...]

Each round runs every command once (A B A B ...), after one round that does not count, so that a
machine that is slower for a while is slower for all. Ratios are medians of the ratios within a
round to the first command; seconds and megabytes are medians. Peak memory is the kernel's
(ru_maxrss) of the one process.
"""
import os
import shlex
import statistics
import sys
import time


def run(command):
    started = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - started
    if status != 0:
        sys.exit(f"compare.py: {shlex.join(command)} ended with status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) < 4 or len(sys.argv) % 2 != 0:
        sys.exit(__doc__)
    rounds = int(sys.argv[1])
    names = sys.argv[2::2]
    commands = [shlex.split(text) for text in sys.argv[3::2]]
    for command in commands:
        run(command)
    seen = [[run(command) for command in commands] for _ in range(rounds)]
    print(f"{'':24}{'wall s':>8}{'x':>6}{'cpu s':>8}{'x':>6}{'peak MB':>9}{'x':>6}")
    for i, name in enumerate(names):
        line = f"{name:24}"
        for what, width in ((0, 8), (1, 8), (2, 9)):
            line += f"{statistics.median(r[i][what] for r in seen):{width}.{0 if what == 2 else 2}f}"
            line += f"{statistics.median(r[i][what] / r[0][what] for r in seen):6.2f}"
        print(line)


main()
