#!/usr/bin/env python3
"""Writes standings.csv and wishes.csv: the listed callers and the subscribers that loadgen and the Kamailio configurations know.

usage: generate.py --listed N --subscribers M --out DIR        (streams; 10 million rows each take some 10 s and 500 MB)
"""
import argparse
import pathlib

ROWS_A_WRITE = 50_000
EXPIRES = "2030-01-01T00:00:00+08:00"


def listed(count):
    """The numbers of listed callers; the 36 numbers after each are not listed."""
    return range(13_100_000_000, 13_100_000_000 + 37 * count, 37)


def subscribers(count):
    """The numbers of subscribers, each of whom wants category 07 rejected."""
    return range(13_910_000_000, 13_910_000_000 + 7 * count, 7)


def write(path, header, numbers, row_end):
    with open(path, "w", encoding="ascii", newline="") as out:
        out.write(header + "\n")
        for at in range(0, len(numbers), ROWS_A_WRITE):
            out.write("".join([f"{number}{row_end}" for number in numbers[at:at + ROWS_A_WRITE]]))


def generate(listed_count, subscriber_count, directory):
    """Returns the two paths; a file of the right size is written anew, so that the formulas cannot go stale."""
    directory.mkdir(parents=True, exist_ok=True)
    standings, wishes = directory / "standings.csv", directory / "wishes.csv"
    write(standings, "number,category,score,expires", listed(listed_count), f",07,95,{EXPIRES}\n")
    write(wishes, "number,category,action", subscribers(subscriber_count), ",07,reject\n")
    return standings, wishes


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--listed", type=int, default=1_000_000, help="at most 24 million: 13 and nine digits")
    options.add_argument("--subscribers", type=int, default=1_000_000, help="at most 12 million: 139 and eight digits")
    options.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."))
    given = options.parse_args()
    if not 1 <= given.listed <= 24_000_000:
        options.error(f"listed: got {given.listed}, want 1 to 24000000")
    if not 1 <= given.subscribers <= 12_000_000:
        options.error(f"subscribers: got {given.subscribers}, want 1 to 12000000")
    for path in generate(given.listed, given.subscribers, given.out):
        print(path)


if __name__ == "__main__":
    main()
