#!/usr/bin/env python3
"""Is every real page read in its charset? The open evaluation's pages as they are, written in other charsets, and with declarations that lie.

    python3 tools/checks/encodings.py [--shared ../shared] [--tanyuan ./tanyuan]

Unpacks the pages and asks `bench/peers/text/encodings.py`, without the peers, about all of them. Exit code 1 where less than 98 % are read rightly in one of
the three ways. Skips, saying so, where the evaluation data is not at hand.
"""
import argparse
import os
import subprocess
import sys
import tarfile
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SETS = ("tr", "zd", "zc", "mh")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"))
    parser.add_argument("--tanyuan", default=os.path.join(ROOT, "tanyuan"))
    options = parser.parse_args()
    archives = [os.path.join(options.shared, "eval", "data", f"{name}.tar.xz") for name in SETS]
    if not all(os.path.exists(archive) for archive in archives):
        print(f"skipped: the evaluation's pages are not in {options.shared}")
        return 0

    with tempfile.TemporaryDirectory() as folder:
        folders = []
        for name, archive in zip(SETS, archives):
            folders.append(os.path.join(folder, name))
            with tarfile.open(archive) as pages:
                pages.extractall(folders[-1], filter="data")
        script = os.path.join(ROOT, "bench", "peers", "text", "encodings.py")
        return subprocess.run([sys.executable, script, *folders, "--pages", "100000", "--alone", "--least", "98", "--worst", "100", "--tanyuan", options.tanyuan]).returncode


if __name__ == "__main__":
    sys.exit(main())
