#!/usr/bin/env python3
"""Writes the logs of examples/coach: made-up people in a coach's sheet, one row a session.
Deterministic; no line of it is from a real log.

SPDX-License-Identifier: Apache-2.0
usage: make_coach_logs.py FOLDER
"""
import datetime as dt
import os
import random
import sys

HEADER = "date,athlete,sport,distance_km,duration_min,rpe\n"
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def rows(athlete, first, last, week, seed, pace_min=6.0):
    """week: weekday -> ("run", km) or (another sport, minutes, rpe)."""
    r = random.Random(seed)
    day = first
    while day <= last:
        what = week.get(day.weekday())
        if what and what[0] == "run":
            km = round(what[1] * r.uniform(0.95, 1.05), 1)
            yield day, athlete, "run", km, round(km * pace_min * r.uniform(0.98, 1.02)), r.choice((3, 4, 4, 5))
        elif what:
            yield day, athlete, what[0], "", what[1], what[2]
        day += dt.timedelta(1)


def write(folder, name, *parts):
    with open(os.path.join(folder, name), "w") as out:
        out.write(HEADER)
        for part in parts:
            for row in part:
                out.write(",".join(str(cell) for cell in row) + "\n")


def main(folder):
    date = dt.date
    # Jo plays soccer: two team sessions, a match on Saturday, and three runs; hurt on 21 September.
    write(folder, "soleus_log.csv",
          rows("jo", date(2026, 5, 4), date(2026, 9, 20),
               {MON: ("run", 6.0), TUE: ("soccer", 75, 6), WED: ("run", 8.0), THU: ("soccer", 75, 6),
                SAT: ("soccer", 90, 8), SUN: ("run", 8.0)}, 34))
    # The same log to the fourth week of the plan, walk-run as a watch measures it, until the calf hurt on 4 November.
    rungs = [(18, 10, 3.2), (21, 10, 3.2), (23, 10, 3.6), (25, 10, 3.5), (28, 10, 4.0), (30, 10, 4.0), (1, 11, 4.4), (4, 11, 4.4)]
    write(folder, "soleus_flare_log.csv",
          ((date(2026, month, day), "jo", "run", km, 30, 3) for day, month, km in rungs))
    # Sam, 52, has ridden a bicycle for two years and not run.
    write(folder, "veteran_log.csv",
          rows("sam", date(2024, 7, 1), date(2024, 9, 29), {TUE: ("run", 5.0), THU: ("run", 5.0), SUN: ("run", 7.0)}, 52, 6.4),
          rows("sam", date(2026, 8, 3), date(2026, 10, 25), {WED: ("ride", 60, 3), SUN: ("ride", 90, 4)}, 53))
    # Kim runs four times a week; sore since a long run on 20 September, 30 minutes again in October.
    write(folder, "silent_log.csv",
          rows("kim", date(2026, 4, 6), date(2026, 9, 20),
               {TUE: ("run", 9.0), THU: ("run", 10.0), SAT: ("run", 8.0), SUN: ("run", 16.0)}, 29, 5.6))
    # Lee plays soccer with friends from January and runs three times a week.
    write(folder, "preseason_log.csv",
          rows("lee", date(2026, 6, 1), date(2026, 10, 25),
               {TUE: ("run", 6.0), THU: ("run", 6.0), SUN: ("run", 9.0)}, 41, 5.9))


if __name__ == "__main__":
    main(sys.argv[1])
