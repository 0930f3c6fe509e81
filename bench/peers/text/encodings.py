#!/usr/bin/env python3
"""Which charset is a page in? Ours beside chardet and charset-normalizer (Debian: python3-chardet, python3-charset-normalizer; /usr/bin/python3).

    /usr/bin/python3 bench/peers/text/encodings.py FOLDER-OF-HTML… [--pages 60] [--bytes 20000] [--tanyuan ./tanyuan] [--worst 5] [--alone] [--least 98]

Takes real HTML pages whose charset is certain (strict UTF-8, or what they declare where that decodes strictly), in three ways:
- real    the page's own bytes and declarations
- made    its longer lines without declarations, written in every charset of its part of the world that can hold them
- lies    written in every such charset and declared to be in another
With --alone the peers are not asked (they need most of the time), with --least the exit code is 1 where we are right less often than that, in per cent.
A tool is right where it reads the very text. Ours is asked end to end: `clean --batch` must give of these bytes the title and text that it gives of the page in UTF-8.
"""
import argparse
import base64
import collections
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
EAST_ASIAN = ["utf-8", "gb18030", "cp950", "shift_jis", "euc-jp", "euc-kr"]
WESTERN = ["utf-8", "windows-1252", "windows-1250", "windows-1251"]
DECLARATION = re.compile(rb"(<\?xml[^>]*?)\s+encoding=(?:\"[^\"]*\"|'[^']*')|;?\s*charset\s*=\s*(?:\"[-\w]+\"|'[-\w]+'|[-\w]+)", re.I)
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([-\w]+)", re.I)
ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "windows-1252", "big5-hkscs": "big5hkscs"}


def certain(data):
    for name in ["utf-8"] + [ALIASES.get(m.decode().lower(), m.decode().lower()) for m in DECLARED.findall(data[:4000])]:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    return None, None


def charsets_for(text):
    beyond = [c for c in text if c > "\x7f"]
    return EAST_ASIAN if 2 * sum(c >= "\u2e80" for c in beyond) >= len(beyond) else WESTERN


def cut(text, charset, limit):
    return text.encode(charset)[:limit].decode(charset, "ignore")


def plain(page):
    """The page's longer lines in the plainest mark-up: what a cut may be made of without losing the text."""
    visible = re.sub(r"(?s)<[^>]*>", "\n", re.sub(r"(?is)<(script|style|head)\b.*?</\1>", "\n", page))
    lines = [" ".join(line.split()) for line in visible.split("\n")]
    return "<html><body>\n" + "".join(f"<p>{line}</p>\n" for line in lines if len(line) >= 30)


def peers(data, text):
    """What the peers make of bytes: whether each reads the very text."""
    import chardet
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    return {"chardet": decode(data, chardet.detect(data)["encoding"]) == text,
            "charset-normalizer": best is not None and decode(data, best.encoding) == text}


def decode(data, name):
    try:
        return data.decode("gb18030" if name and name.lower() in ("gb2312", "gbk") else name or "ascii", "replace")
    except LookupError:
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--pages", type=int, default=60, help="pages of each folder")
    parser.add_argument("--bytes", type=int, default=20000)
    parser.add_argument("--tanyuan", default=os.path.join(ROOT, "tanyuan"))
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--least", type=float, default=0)
    options = parser.parse_args()

    cases = []  # kind, name, charset, bytes, text as it should be read
    for folder in options.folders:
        names = sorted(name for name in os.listdir(folder) if name.endswith((".html", ".htm")))
        for name in names[:: max(1, len(names) // options.pages)]:
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            text, charset = certain(data)
            if text is None or all(ord(c) < 128 for c in text):
                continue
            cases.append(("real", name, charset, data, text))
            bare = cut(plain(text), "utf-8", options.bytes)
            for target in charsets_for(bare):
                try:
                    encoded = bare.encode(target)
                except UnicodeEncodeError:
                    continue
                cases.append(("made", name, target, encoded, bare))
                for lie in ("utf-8", "gb2312", "big5", "iso-8859-1"):
                    if ALIASES.get(lie, lie) != target and not (lie == "big5" and target == "cp950"):
                        declared = f'<meta http-equiv="Content-Type" content="text/html; charset={lie}">\n' + bare
                        cases.append(("lies", name, target, declared.encode(target), declared))

    lines = []
    for number, (_, _, _, data, text) in enumerate(cases):
        bare = DECLARATION.sub(lambda m: m.group(1) or b"", text.encode())
        for key, content in ((f"{number}", data), (f"{number}=", bare)):
            lines.append(json.dumps({"id": key, "base64": base64.b64encode(content).decode()}))
    output = subprocess.run(options.tanyuan.split() + ["clean", "--batch"], input=("\n".join(lines) + "\n").encode(), capture_output=True, check=True).stdout
    answers = {}
    for line in output.decode().splitlines():
        record = json.loads(line)
        key = record.pop("id")
        answers[key] = None if "error" in record else (record["title"], record["text"])

    right, wrong = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for number, (kind, name, charset, data, text) in enumerate(cases):
        if answers[f"{number}="] is None:
            continue
        tools = {"ours": answers[f"{number}"] == answers[f"{number}="]}
        if kind != "lies" and not options.alone:
            tools |= peers(data, text)
        for tool, is_right in tools.items():
            right[kind, tool]["all"] += 1
            right[kind, tool]["right"] += is_right
            if not is_right:
                wrong[kind, tool].append(f"{name} {charset}")
    for (kind, tool), counts in sorted(right.items()):
        print(f"{kind:5} {tool:20} {counts['right']:5} of {counts['all']:5}  {100 * counts['right'] / counts['all']:.2f} %")
        if tool == "ours":
            for case in wrong[kind, tool][: options.worst]:
                print("     ", case)
    return 1 if any(counts["right"] * 100 < counts["all"] * options.least for (_, tool), counts in right.items() if tool == "ours") else 0


if __name__ == "__main__":
    sys.exit(main())
