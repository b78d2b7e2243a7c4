#!/usr/bin/env python3
"""Writes Activities.csv: a made-up year of a made-up 45-year-old runner in the layout of Garmin
Connect's English activity list of 2025. Deterministic; no line of it is from a real log.

The story: four runs a week, about 38 km, a half marathon in May, a week with a cold in February,
some rides, walks and gym. From 12 October to 1 November 2026 nothing at all. Then two careful weeks
back, and in the last week a Sunday run of 16 km, after at most 9 km in the 30 days before.

SPDX-License-Identifier: Apache-2.0
usage: make_runner_log.py > runner/Activities.csv
"""
import datetime as dt
import random
import sys

HEADER = ("Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,"
          "Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,"
          "Avg Stride Length,Avg Vertical Ratio,Avg Vertical Oscillation,Avg Ground Contact Time,"
          "Avg GAP,Normalized Power® (NP®),Training Stress Score®,Avg Power,Max Power,Steps,"
          "Decompression,Best Lap Time,Number of Laps,Avg Resp,Min Resp,Max Resp,Moving Time,"
          "Elapsed Time,Min Elevation,Max Elevation")

R = random.Random(45)
FIRST = dt.date(2025, 11, 24)
LAST = dt.date(2026, 11, 22)
OFF = (dt.date(2026, 10, 12), dt.date(2026, 11, 1))
COLD = (dt.date(2026, 2, 9), dt.date(2026, 2, 14))
RACE = dt.date(2026, 5, 17)
BACK = {  # the three weeks after the time off: day -> km
    dt.date(2026, 11, 3): 5.0, dt.date(2026, 11, 5): 5.0, dt.date(2026, 11, 8): 6.0,
    dt.date(2026, 11, 10): 6.0, dt.date(2026, 11, 12): 6.0, dt.date(2026, 11, 14): 5.0,
    dt.date(2026, 11, 15): 9.0,
    dt.date(2026, 11, 17): 7.0, dt.date(2026, 11, 19): 7.0, dt.date(2026, 11, 22): 16.0,
}


def hms(seconds, tenths=False):
    whole = int(seconds)
    text = "%02d:%02d:%02d" % (whole // 3600, whole // 60 % 60, whole % 60)
    return text + (".%d" % (int(seconds * 10) % 10) if tenths and whole < 600 else "")


def pace(seconds):
    return "%d:%02d" % (int(seconds) // 60, int(seconds) % 60)


def thousands(number):
    return "{:,}".format(int(number))


def run(day, km, title, slower=0.0):
    km = round(km + R.uniform(-0.12, 0.12), 2) if day not in BACK else round(km + R.uniform(0, 0.06), 2)
    per_km = 352 + slower + R.uniform(-14, 14)
    seconds = km * per_km
    cadence = round(R.gauss(168, 2))
    stride = 1000.0 * km / (cadence * seconds / 60.0)
    hr = round(R.gauss(146, 4) - slower / 8)
    hour = R.choice([6, 7, 18]) if day.weekday() < 5 else R.choice([8, 9])
    start = dt.datetime(day.year, day.month, day.day, hour, R.randrange(60), R.randrange(60))
    ascent = round(km * R.uniform(4, 11))
    laps = int(km) + 1
    return [
        "Running", start.strftime("%Y-%m-%d %H:%M:%S"), "false", title, "%.2f" % km,
        thousands(km * 71), hms(seconds, True), hr, hr + R.randrange(12, 24),
        "%.1f" % min(5.0, 1.6 + km / 8), cadence, cadence + R.randrange(6, 20), pace(per_km),
        pace(per_km - R.randrange(25, 70)), ascent, ascent + R.randrange(-3, 4), "%.2f" % stride,
        "%.1f" % R.uniform(8.1, 9.2), "%.1f" % R.uniform(8.6, 9.6), R.randrange(252, 276),
        pace(per_km - 3), 268 + R.randrange(12), "0.0", 262 + R.randrange(12), 410 + R.randrange(80),
        thousands(cadence * seconds / 60), "No", hms(per_km - R.randrange(5, 20), True), laps, 31, 22,
        40, hms(seconds - R.randrange(2, 9)), hms(seconds + R.randrange(3, 190)),
        20 + R.randrange(10), 60 + R.randrange(40)]


def other(day, kind, title, minutes, km=None, speed=None):
    seconds = minutes * 60 + R.randrange(60)
    start = dt.datetime(day.year, day.month, day.day, 17, R.randrange(60), R.randrange(60))
    hr = R.randrange(96, 128)
    row = ["--"] * 36
    row[0:10] = [kind, start.strftime("%Y-%m-%d %H:%M:%S"), "false", title,
                 "%.2f" % km if km else "0.00", thousands(minutes * 6), hms(seconds), hr, hr + 25,
                 "1.8"]
    if speed:
        row[12], row[13] = "%.1f" % speed, "%.1f" % (speed * 1.6)
    row[22], row[26], row[27], row[28] = "0.0", "No", hms(seconds), 1
    row[32], row[33] = hms(seconds - 5), hms(seconds + R.randrange(200))
    return row


def week_km(monday):
    week = (monday - FIRST).days // 7
    base = 34 + 5 * min(1.0, week / 22.0)          # a slow build to the race
    if monday <= RACE <= monday + dt.timedelta(6):
        return 30.0
    if dt.timedelta(0) < monday - RACE <= dt.timedelta(14):
        base = 24
    if week % 4 == 3:
        base *= 0.72                                # an easier week
    return base * R.uniform(0.95, 1.05)


def main():
    rows = []
    monday = FIRST
    while monday <= LAST:
        total = week_km(monday)
        plan = {1: 0.21 * total, 3: 0.23 * total, 5: 0.20 * total, 6: 0.36 * total}
        for offset in range(7):
            day = monday + dt.timedelta(offset)
            if OFF[0] <= day <= OFF[1] or COLD[0] <= day <= COLD[1]:
                continue
            if day in BACK:
                name = "Sunday Long Run" if BACK[day] > 10 else "Riverside Running"
                rows.append(run(day, BACK[day], name, 8))
            elif day > OFF[1]:
                pass
            elif day == RACE:
                rows.append(run(day, 21.1, "Half Marathon, City Park", -22))
            elif offset in plan and R.random() < 0.95:
                name = {1: "Riverside Running", 3: "Tempo, 3 x 8 min", 5: "Easy Running",
                        6: "Sunday Long Run"}[offset]
                rows.append(run(day, plan[offset], name, {3: -10}.get(offset, 4)))
            if offset == 0 and not OFF[0] <= day <= OFF[1] and R.random() < 0.45:
                rows.append(other(day, "Strength Training", "Strength", R.randrange(30, 46)))
            if offset == 2 and not OFF[0] <= day <= OFF[1] and R.random() < 0.3:
                minutes = R.randrange(45, 95)
                rows.append(other(day, "Cycling", "Commute, the long way", minutes,
                                  minutes * 0.36, 21.6))
        monday += dt.timedelta(7)
    rows.sort(key=lambda row: row[1], reverse=True)  # newest first, as Garmin lists them
    out = [HEADER]
    for row in rows:
        out.append(",".join(str(c) if i < 3 else '"%s"' % c for i, c in enumerate(row)))
    sys.stdout.write("\r\n".join(out) + "\r\n")


main()
