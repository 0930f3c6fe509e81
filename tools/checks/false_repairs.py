#!/usr/bin/env python3
"""Look for repairs of text that is not damaged: what packages on this machine ship as UTF-8, in whatever language.

    python3 tools/checks/false_repairs.py [FOLDER…] [--rule mojibake] [--megabytes 20]

Takes text files beyond ASCII from the folders (default /usr/share and /usr/lib), runs them through `tanyuan repair --batch` and prints every
repair of the rule with its surroundings. Exit code 1 where there are any. Files about charsets (tests and tables of decoders) quote damage and
all characters of a charset on purpose and are left out by their names.
"""
import argparse
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
ABOUT_CHARSETS = re.compile(r"test|encod|codec|charset|unicode|idna|cp\d|sbcs|gb|big5|jis|euc|keymap|digraph|buffer|mess|iconv", re.I)
TEXT = (".txt", ".md", ".rst", ".json", ".po", ".html", ".xml", ".properties", ".js", ".py", ".vim", ".yml", ".toml", ".desktop", ".utf-8", ".lang")


def files(folders, limit):
    total = 0
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in sorted(names):
                full = os.path.join(path, name)
                if not name.endswith(TEXT) or ABOUT_CHARSETS.search(full) or os.path.islink(full) or os.path.getsize(full) > 2_000_000:
                    continue
                try:
                    with open(full, encoding="utf-8") as file:
                        text = file.read()
                except (UnicodeDecodeError, OSError):
                    continue
                if sum(c > "\x7f" for c in text) < 20:
                    continue
                total += len(text.encode())
                yield full, text
                if total > limit:
                    return


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=["/usr/share", "/usr/lib"])
    parser.add_argument("--rule", default="mojibake")
    parser.add_argument("--megabytes", type=int, default=20)
    options = parser.parse_args()
    texts = dict(files(options.folders, options.megabytes * 1_000_000))
    batch = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    run = subprocess.run([os.path.join(ROOT, "tanyuan"), "repair", "--batch"], input=batch.encode(), capture_output=True, check=True)
    found = 0
    for line in run.stdout.decode().splitlines():
        record = json.loads(line)
        for repair in record["repairs"]:
            if options.rule in repair["rule"]:
                found += 1
                print(f'{record["id"]}: {repair["rule"]} at {repair["start"]}: {repair["before"]!r} became {repair["after"]!r}')
    print(f"{len(texts)} files, {sum(len(t.encode()) for t in texts.values()) / 1e6:.1f} MB, {found} repairs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
