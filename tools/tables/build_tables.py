#!/usr/bin/env python3
"""Build the character and word tables in src/Tanyuan.Text/Tables (Python 3.9+, standard library only).

    apt-get install opencc python3-jieba unicode-data
    python3 tools/tables/build_tables.py

The tables are committed; nothing but this script needs those packages. The same packages give the same bytes.
The layouts are described in docs/formats.md, section "Tables"; what was taken from whom stands in NOTICE.
"""
import ast
import bz2
import math
import os
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from collections import Counter, defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "..", "src", "Tanyuan.Text", "Tables")
OPENCC = "/usr/share/opencc"
UNICODE = "/usr/share/unicode"
JIEBA = "/usr/lib/python3/dist-packages/jieba"

# Characters that folding joins although both are in use in Simplified text: each is a common misspelling or the
# regional form of the other, and a reader who types one means the other.
CURATED = {"著": "着", "甚": "什", "乾": "干", "祇": "只", "妳": "你", "牠": "它"}

# Punctuation that joins parts of a Latin word, in its typographic forms.
JOINERS = {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\u2212": "-"}


def write(name, kind, version, payload):
    header = struct.pack("<4s4sIIII8x", b"TYTB", kind, version, len(payload), zlib.crc32(payload), 0)
    assert len(header) == 32
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name), "wb") as file:
        file.write(header + payload)
    print(f"{name:20} {len(payload):9,} bytes")


# ---- sources -------------------------------------------------------------------------------------------------------

def opencc(name):
    """An OpenCC dictionary as {key: [values]}."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "out.txt")
        subprocess.run(["opencc_dict", "-f", "ocd2", "-t", "text", "-i", f"{OPENCC}/{name}.ocd2", "-o", path],
                       check=True, stdout=subprocess.DEVNULL)
        with open(path, encoding="utf-8") as file:
            return {key: values.split(" ") for key, values in (line.rstrip("\n").split("\t") for line in file)}


def unihan(name, fields):
    """The fields of a Unihan file as {field: {char: value}}."""
    result = {field: {} for field in fields}
    with bz2.open(f"{UNICODE}/{name}.txt.bz2", "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                if field in result:
                    result[field][chr(int(code[2:], 16))] = value
    return result


def code_points(value):
    return [chr(int(code[2:].split("<")[0], 16)) for code in value.split()]


def in_gb2312(char):
    try:
        return len(char.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def unicode_data():
    """{char: (general category, one level of decomposition)} of the basic plane."""
    result, first = {}, None
    with open(f"{UNICODE}/UnicodeData.txt", encoding="utf-8") as file:
        for line in file:
            code, name, category, _, _, decomposition = line.split(";")[:6]
            code = int(code, 16)
            for each in range(first if name.endswith(", Last>") else code, code + 1):
                if each < 0x10000:
                    result[chr(each)] = (category, [chr(int(c, 16)) for c in decomposition.split() if c[0] != "<"])
            first = code
    return result


UNITS = unicode_data()


def decompose(char):
    """The full decomposition of a character."""
    parts = UNITS.get(char, ("Cn", []))[1]
    return "".join(map(decompose, parts)) if parts else char


def bmp(char):
    return len(char) == 1 and ord(char) < 0x10000


# ---- characters ----------------------------------------------------------------------------------------------------

class Characters:
    """The two scripts and their variants, and the fold map made of them."""

    def __init__(self):
        choices = opencc("TSCharacters")
        self.simplified = {k: v[0] for k, v in choices.items() if v[0] != k}
        self.alternatives = {k: set(v[1:]) - {k} for k, v in choices.items()}
        self.traditional = opencc("STCharacters")
        self.region = {}
        for name in ("TWVariantsRev", "HKVariantsRev", "JPVariantsRev"):
            for key, values in opencc(name).items():
                if key not in self.region and values[0] != key:
                    self.region[key] = values[0]
        self.unihan = unihan("Unihan_Variants", ["kSimplifiedVariant", "kSemanticVariant", "kZVariant", "kTraditionalVariant"])
        self.radicals = self._radicals()
        self.cases = self._cases()
        self.fold = [self._fold(unit) for unit in range(0x10000)]

    @staticmethod
    def _radicals():
        result = {}
        with open(f"{UNICODE}/EquivalentUnifiedIdeograph.txt", encoding="utf-8") as file:
            for line in file:
                match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
                if match:
                    first, last, target = match.group(1), match.group(2) or match.group(1), match.group(3)
                    for code in range(int(first, 16), int(last, 16) + 1):
                        result[chr(code)] = chr(int(target, 16))
        return result

    @staticmethod
    def _cases():
        result = {}
        with open(f"{UNICODE}/CaseFolding.txt", encoding="utf-8") as file:
            for line in file:
                match = re.match(r"([0-9A-F]+); ([CS]); ([0-9A-F]+);", line)
                if match:
                    result[chr(int(match.group(1), 16))] = chr(int(match.group(3), 16))
        return result

    def _step(self, char):
        """The next form on the way to the key of a character."""
        if char in JOINERS:
            return JOINERS[char]
        narrow = UNITS.get(char, ("Cn", []))[1]
        if len(narrow) == 1 and bmp(narrow[0]):
            return narrow[0]
        if char in self.radicals and bmp(self.radicals[char]) and not 0x31C0 <= ord(char) <= 0x31EF:
            return self.radicals[char]
        if char in self.cases and bmp(self.cases[char]):
            return self.cases[char]
        if char in CURATED:
            return CURATED[char]
        if bmp(self.simplified.get(char, "")):
            return self.simplified[char]
        if in_gb2312(char) or not "\u3400" <= char <= "\u9fff":
            return char
        if char in self.region:
            target = self.simplified.get(self.region[char], self.region[char])
            return target if bmp(target) else char
        for field in ("kSimplifiedVariant", "kZVariant", "kSemanticVariant"):
            found = set()
            for target in code_points(self.unihan[field].get(char, "")):
                target = self.simplified.get(target, target)
                if target != char and in_gb2312(target):
                    found.add(target)
            if len(found) == 1:
                return found.pop()
        return char

    def _fold(self, unit):
        if 0xD800 <= unit < 0xE000:
            return unit
        char = chr(unit)
        seen = [char]
        while (following := self._step(seen[-1])) != seen[-1]:
            if following in seen:
                sys.exit(f"the fold of U+{unit:04X} runs in a circle: {seen}")
            seen.append(following)
        return ord(seen[-1])

    def key(self, text):
        return "".join(chr(self.fold[ord(char)]) if bmp(char) else char for char in text)

    def counterparts(self, char):
        """The other forms of a character in either script."""
        forms = set(self.traditional.get(char, []))
        forms.add(self.simplified.get(char, char))
        if char in self.region:
            forms.add(self.region[char])
            forms.add(self.simplified.get(self.region[char], char))
        for source, target in self.simplified.items():
            if target == char:
                forms.add(source)
        forms.discard(char)
        return {form for form in forms if bmp(form)}


def build_folding(characters):
    assert all(characters.fold[target] == target for target in characters.fold)
    write("folding.bin", b"FOLD", 1, struct.pack("<65536H", *characters.fold))


OTHER, DIGIT, LETTER, HAN, HIRAGANA, KATAKANA, HANGUL, HAN_LEAD = range(8)
COMMON, COUNTERPART, TRADITIONAL_ONLY, SIMPLIFIED_ONLY = 0x10, 0x20, 0x40, 0x80
COMMON_CHARACTERS = 2500


def unit_class(unit):
    char = chr(unit)
    if 0xD840 <= unit <= 0xD88F:
        return HAN_LEAD
    if 0x3400 <= unit <= 0x4DBF or 0x4E00 <= unit <= 0x9FFF or 0xF900 <= unit <= 0xFAFF or unit in (0x3005, 0x3006, 0x3007):
        return HAN
    if 0x3041 <= unit <= 0x309F and unit not in (0x309B, 0x309C):
        return HIRAGANA
    if 0x30A1 <= unit <= 0x30FF and unit != 0x30FB or 0x31F0 <= unit <= 0x31FF or 0xFF66 <= unit <= 0xFF9F:
        return KATAKANA
    if 0x1100 <= unit <= 0x11FF or 0x3131 <= unit <= 0x318E or 0xA960 <= unit <= 0xA97F or 0xAC00 <= unit <= 0xD7FF:
        return HANGUL
    category = UNITS.get(char, ("Cn", []))[0]
    if category == "Nd":
        return DIGIT
    return LETTER if category[0] in "LM" and category != "Me" and not 0xFE00 <= unit <= 0xFE0F else OTHER


def build_units(characters, words):
    classes = bytearray(unit_class(unit) for unit in range(0x10000))
    targets = set(characters.simplified.values())
    forms = defaultdict(set)
    for char, others in characters.traditional.items():
        if bmp(char):
            forms[char].update(form for form in others if form != char and bmp(form))
            if char not in others and char not in characters.simplified:
                classes[ord(char)] |= SIMPLIFIED_ONLY
    for char, target in characters.simplified.items():
        if bmp(char) and bmp(target):
            forms[char].add(target)
            forms[target].add(char)
            if char not in targets and char not in characters.traditional:
                classes[ord(char)] |= TRADITIONAL_ONLY
    for char, target in characters.region.items():
        forms[char].add(target)
    for char, others in characters.alternatives.items():
        forms[char].update(others)
    for char, others in forms.items():
        if others and bmp(char):
            classes[ord(char)] |= COUNTERPART
    counts = Counter()
    for key, (frequency, _) in words.items():
        for char in key:
            counts[ord(char)] += frequency
    ranked = sorted((unit for unit in counts if unit_class(unit) == HAN), key=lambda unit: (-counts[unit], unit))
    common = set(ranked[:COMMON_CHARACTERS])
    for unit in range(0x10000):
        if characters.fold[unit] in common:
            classes[unit] |= COMMON
    write("units.bin", b"UNIT", 1, bytes(classes))


# ---- words ---------------------------------------------------------------------------------------------------------

COST_SCALE = 2048
LEAF_BASE = 0x40000000
FIT_WINDOW = 1_200_000


def dictionary(characters):
    """jieba's words with folded keys: {key: (frequency, tag)}; keys that fall together add up, the commoner one names the tag."""
    words = {}
    with open(f"{JIEBA}/dict.txt", encoding="utf-8") as file:
        for line in file:
            word, frequency, tag = line.split()
            key, frequency = characters.key(word), int(frequency)
            if all(bmp(c) and unit_class(ord(c)) in (DIGIT, LETTER, HAN) for c in key):
                words.setdefault(key, []).append((frequency, tag))
    return {key: (sum(f for f, _ in forms), max(forms)[1]) for key, forms in words.items()}


def double_array(keys):
    """Place a trie in one array. Its labels are codes, 1 for the commonest unit, so that siblings lie close together. A
    node's children lie at base + code, and no two nodes share a base, so a slot needs only its code to prove whose child it is.
    -> (codes: {unit: code}, slots: {index: prefix}, base: {prefix: base})"""
    prefixes = sorted({key[:n] for key in keys for n in range(1, len(key) + 1)})
    counts = Counter(prefix[-1] for prefix in prefixes)
    codes = {unit: code for code, unit in enumerate(sorted(counts, key=lambda u: (-counts[u], u)), 1)}
    children = defaultdict(list)
    for prefix in prefixes:
        children[prefix[:-1]].append(prefix[-1])
    # First fit, all candidates at a time: bit i of `free` says that slot i is free, bit i of `bases` that base i is.
    free, bases = (1 << FIT_WINDOW) - 1, (1 << FIT_WINDOW) - 1
    base, slots = {}, {}
    for prefix in sorted(children, key=lambda p: (-len(children[p]), p)):
        fits = bases
        for unit in children[prefix]:
            fits &= free >> codes[unit]
        assert fits, "FIT_WINDOW is too small for this dictionary"
        base[prefix] = (fits & -fits).bit_length() - 1
        bases ^= 1 << base[prefix]
        taken = 0
        for unit in children[prefix]:
            slots[base[prefix] + codes[unit]] = prefix + unit
            taken |= 1 << codes[unit]
        free ^= taken << base[prefix]
    return codes, slots, base


def build_words(words):
    total = sum(frequency for frequency, _ in words.values())
    codes, slots, base = double_array(words)
    count = max(slots) + 1
    attributes = [(0, "")] + [pair for pair, _ in sorted(Counter(words.values()).items(), key=lambda item: (-item[1], item[0]))]
    number = {pair: index for index, pair in enumerate(attributes)}
    tags = sorted({tag for _, tag in attributes})
    units, ids = [0] * count, [0] * count
    for index, prefix in slots.items():
        cost = 0
        if prefix in words:
            cost = max(1, round(-math.log(words[prefix][0] / total) * COST_SCALE))
            ids[index] = number[words[prefix]]
        units[index] = (base.get(prefix, LEAF_BASE) & 0xFFFFFFFF) | codes[prefix[-1]] << 32 | cost << 48
    payload = struct.pack("<IIIiIIII", count, len(attributes), len(tags), base[""], round(math.log(total) * COST_SCALE),
                          len(words), total, max(map(len, words)))
    payload += struct.pack(f"<{count}Q", *units)
    payload += struct.pack("<65536H", *(codes.get(chr(unit), 0) for unit in range(0x10000)))
    payload += struct.pack(f"<{len(attributes)}I", *(frequency for frequency, _ in attributes))
    payload += struct.pack(f"<{count}H", *ids)
    payload += bytes(tags.index(tag) for _, tag in attributes)
    payload += b"".join(tag.encode("ascii").ljust(4, b"\0") for tag in tags)
    print(f"{len(words):,} words, {len(slots):,} of {count:,} slots")
    write("words.bin", b"WORD", 1, payload)


EMISSION_SCALE = 1024
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF


def build_unknown_words(characters):
    """The begin/middle/end/single model that jieba joins unknown characters with."""
    def table(name):
        with open(f"{JIEBA}/finalseg/{name}.py", encoding="utf-8") as file:
            return ast.literal_eval(file.read().split("=", 1)[1].strip())

    start, transition, emission = table("prob_start"), table("prob_trans"), table("prob_emit")
    merged = {}
    for state, column in enumerate("BMES"):
        for char, value in emission[column].items():
            key = characters.key(char)
            if bmp(key) and FIRST_HAN <= ord(key) <= LAST_HAN:
                row = merged.setdefault(ord(key), [-32768] * 4)
                row[state] = max(row[state], round(value * EMISSION_SCALE))
    never = -(1 << 30)
    payload = struct.pack("<4i", *(round(start[s] * EMISSION_SCALE) if start[s] > -1e9 else never for s in "BMES"))
    for source in "BMES":
        payload += struct.pack("<4i", *(round(transition[source][s] * EMISSION_SCALE) if s in transition[source] else never for s in "BMES"))
    for unit in range(FIRST_HAN, LAST_HAN + 1):
        payload += struct.pack("<4h", *merged.get(unit, [-32768] * 4))
    write("unknown-words.bin", b"HMM ", 1, payload)


# ---- readings ------------------------------------------------------------------------------------------------------

TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
FIRST_READ, LAST_READ = 0x3400, 0x9FFF


def syllable(reading):
    """A Pinyin syllable as (letters with v for u-umlaut, tone 1-5), or None."""
    letters, tone = "", 5
    for char in "".join(map(decompose, reading.strip().lower())):
        if char in TONES:
            tone = TONES[char]
        elif char == "\u0308" and letters.endswith("u"):
            letters = letters[:-1] + "v"
        elif "a" <= char <= "z":
            letters += char
        elif char != "\u0302":
            return None
    return (letters, tone) if letters else None


def build_readings(characters):
    fields = unihan("Unihan_Readings", ["kMandarin", "kHanyuPinlu", "kXHC1983", "kHanyuPinyin", "kTGHZ2013"])
    own = defaultdict(list)
    for field, values in fields.items():
        for char, value in values.items():
            if not bmp(char) or not FIRST_READ <= ord(char) <= LAST_READ:
                continue
            if field == "kMandarin":
                found = value.split()[:1]
            elif field == "kHanyuPinlu":
                found = [item.split("(")[0] for item in value.split()]
            else:
                found = [part for item in value.split() for part in item.split(":")[-1].split(",")]
            for reading in found:
                parsed = syllable(reading)
                if parsed and parsed not in own[char]:
                    own[char].append(parsed)
    usual = defaultdict(set)
    for field in ("kMandarin", "kHanyuPinlu"):
        for char, value in fields[field].items():
            for reading in value.split()[:1]:
                parsed = syllable(reading.split("(")[0])
                if bmp(char) and parsed:
                    usual[char].add(parsed)
    full, usuals = {}, {}
    for char in own:
        forms = [char] + sorted(characters.counterparts(char))
        full[char] = list(dict.fromkeys(reading for form in forms for reading in own.get(form, [])))
        usuals[char] = set().union(*(usual.get(form, set()) for form in forms))
    syllables = sorted({letters for readings in full.values() for letters, _ in readings})
    number = {letters: index for index, letters in enumerate(syllables)}
    offsets, entries = [], []
    for unit in range(FIRST_READ, LAST_READ + 1):
        offsets.append(len(entries))
        for letters, tone in full.get(chr(unit), []):
            entries.append(number[letters] << 4 | tone << 1 | ((letters, tone) in usuals[chr(unit)]))
    offsets.append(len(entries))
    payload = struct.pack("<III", len(syllables), FIRST_READ, LAST_READ)
    payload += b"".join(letters.encode("ascii").ljust(8, b"\0") for letters in syllables)
    payload += struct.pack("<I", len(entries))
    payload += struct.pack(f"<{len(offsets)}I", *offsets)
    payload += struct.pack(f"<{len(entries)}H", *entries)
    assert max(map(len, syllables)) <= 8
    write("readings.bin", b"READ", 1, payload)


def main():
    characters = Characters()
    build_folding(characters)
    words = dictionary(characters)
    build_units(characters, words)
    build_unknown_words(characters)
    build_readings(characters)
    build_words(words)


if __name__ == "__main__":
    main()
