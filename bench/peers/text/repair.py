#!/usr/bin/env python3
"""Megabytes (of UTF-8) in a second of processor time that ftfy repairs over the lines of a file, best of several passes. Needs ftfy 6 (`pip install ftfy`).

    python3 bench/peers/text/repair.py FILE

`repair` is ftfy.fix_text on the lines as they are, `repair-misread` on their UTF-8 read as Latin-1. Prints nothing where there is no ftfy, so that
run.sh does without.
"""
import sys
import time

PASSES = 3


def measure(name, lines, megabytes, work):
    least = float("inf")
    for _ in range(PASSES):
        before = time.process_time()
        for line in lines:
            work(line)
        least = min(least, time.process_time() - before)
    print(f"peer {name} {megabytes / least:.1f}", flush=True)


def main():
    try:
        import ftfy
    except ImportError:
        print("ftfy is not installed: its rows are left out", file=sys.stderr)
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        lines = file.read().split("\n")
    megabytes = sum(len(line.encode()) + 1 for line in lines) / 1e6
    misread = [line.encode().decode("latin-1") for line in lines]
    measure("repair", lines, megabytes, ftfy.fix_text)
    measure("repair-misread", misread, megabytes, ftfy.fix_text)


main()
