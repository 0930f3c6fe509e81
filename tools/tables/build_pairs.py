#!/usr/bin/env python3
"""Build two tables of src/Tanyuan.Text/Tables: pairs.bin, how much likelier than by chance a character that begins a word follows one that ends
one, and bigrams.bin, what a word costs behind another.

    apt-get install liblucene8-java python3-numpy
    /usr/bin/python3 tools/tables/build_pairs.py

The counts are those of SmartCN, Lucene's Chinese analyser (jar of Debian's liblucene8-java): 6.1 million neighbouring words of news.
Its bigramdict.mem keeps only a 64-bit FNV hash of each pair of words, "one@other"; the words themselves are in coredict.mem, so
hashing all pairs of them (7.6 billion, some minutes) tells which is which: it finds all 328,856 of them.

The tables are committed; nothing but this script needs those packages. It needs folding.bin. The layouts are in docs/formats.md.
"""
import math
import pathlib
import struct
import zipfile
import zlib
from collections import Counter, defaultdict

import numpy

JAR = "/usr/share/java/lucene-analyzers-smartcn-8.7.0.jar"
TABLES = pathlib.Path(__file__).resolve().parents[2] / "src/Tanyuan.Text/Tables"
PRIME, OFFSET = numpy.uint64(1099511628211), numpy.uint64(0xCBF29CE484222325)
# The dictionary writes kinds of words as 未##数 (a number), and the ends of a sentence.
KINDS = ["始##始", "末##末", "未##数", "未##人", "未##地", "未##团", "未##时", "未##串", "未##专", "未##它"]

STEPS_PER_NAT = 16
PRIOR = 20          # occurrences that chance is given beforehand
FEWEST = 2          # a pair seen less often is not told to be likely
LEAST = 4           # smaller scores, in steps, are as good as none
MARKED = 8          # so unlikely must a pair be that was never seen, to be listed
OFTEN_FIRST, OFTEN_SECOND = 3000, 300
DISCOUNT = 0.75     # of each count, for pairs that were not seen (Kneser and Ney)


class JavaArrays:
    """Reads the arrays of numbers, and of arrays, in a Java serialisation stream."""

    def __init__(self, data):
        self.data, self.place, self.handles = data, 4, []

    def read(self, form):
        value, = struct.unpack_from(form, self.data, self.place)
        self.place += struct.calcsize(form)
        return value

    def description(self):
        if self.read(">B") == 0x71:
            return self.handles[self.read(">I") - 0x7E0000]
        length = self.read(">H")
        name = self.data[self.place:self.place + length].decode()
        self.place += length + 13  # serial number, flags, no fields, no annotation, no superclass
        self.handles.append(name)
        return name

    def next(self):
        kind = self.read(">B")
        if kind == 0x70:
            return None
        if kind == 0x71:
            return self.handles[self.read(">I") - 0x7E0000]
        name = self.description()
        handle = len(self.handles)
        self.handles.append(None)
        length = self.read(">I")
        code = {"J": "Q", "I": "i", "S": "h", "C": "H"}.get(name[1:])
        if code:
            value = list(struct.unpack_from(f">{length}{code}", self.data, self.place))
            self.place += struct.calcsize(code) * length
        else:
            value = [self.next() for _ in range(length)]
        self.handles[handle] = value
        return value


def core_words(data):
    arrays = JavaArrays(data)
    arrays.next(), arrays.next()
    words = set(KINDS)
    for lead in range(0xA1, 0xF8):  # single characters are not all listed
        words.update(bytes([lead, trail]).decode("gb2312", "ignore") for trail in range(0xA1, 0xFF))
    words.discard("")
    for number, rests in enumerate(arrays.next()):
        for rest in rests or []:
            try:
                first = bytes([number // 94 + 161, number % 94 + 161]).decode("gb2312")
            except UnicodeDecodeError:
                continue
            if rest is not None:
                words.add(first + "".join(map(chr, rest)))
    return sorted(words)


def step(states, char):
    for byte in (ord(char) & 0xFF, ord(char) >> 8):
        states = (states ^ numpy.uint64(byte)) * PRIME
    return states


def word_pairs(jar):
    """-> (word, next word, count) of the dictionary"""
    arrays = JavaArrays(jar.read("org/apache/lucene/analysis/cn/smart/hhmm/bigramdict.mem"))
    count_of = {hash: count for hash, count in zip(arrays.next(), arrays.next()) if hash}
    wanted = numpy.zeros(1 << 26, bool)
    wanted[numpy.array(list(count_of), numpy.uint64) >> numpy.uint64(38)] = True
    words = core_words(jar.read("org/apache/lucene/analysis/cn/smart/hhmm/coredict.mem"))
    states = []
    for word in words:
        state = numpy.array([OFFSET])
        for char in word + "@":
            state = step(state, char)
        states.append(state[0])
    known = set(words)
    prefixes = sorted({word[:length] for word in words for length in range(1, len(word) + 1)})
    stack = [("", numpy.array(states))]
    for prefix in prefixes:
        while not prefix.startswith(stack[-1][0]):
            stack.pop()
        stack.append((prefix, step(stack[-1][1], prefix[-1])))
        if prefix in known:
            hashes = stack[-1][1]
            for index in numpy.flatnonzero(wanted[hashes >> numpy.uint64(38)]):
                count = count_of.get(int(hashes[index]))
                if count:
                    yield words[index], prefix, count


def write(name, kind, payload):
    (TABLES / name).write_bytes(struct.pack("<4s4sIIII8x", b"TYTB", kind, 1, len(payload), zlib.crc32(payload), 0) + payload)


def write_words(counted, keys):
    """The words as search keys; any digit for a number. A question mark is no word: most are traces of damage."""
    def name(word):
        return "0" if word == "未##数" else None if "##" in word or word == "？" else "".join(chr(keys[ord(unit)]) for unit in word)
    pairs, totals, seconds = Counter(), Counter(), Counter()
    for first, second, count in counted:
        if name(first):
            totals[name(first)] += count
        if name(second):
            seconds[name(second)] += count
        if name(first) and name(second):
            pairs[name(first), name(second)] += count
    words = sorted(totals | seconds)
    often = [max(totals[word], seconds[word]) for word in words]
    number = {word: index for index, word in enumerate(words)}
    rows = [[] for _ in words]
    for (first, second), count in pairs.items():
        rows[number[first]].append((number[second], min(255, round(-math.log((count - DISCOUNT) / totals[first]) * STEPS_PER_NAT))))
    entries = [entry for row in rows for entry in sorted(row)]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    text = "".join(words).encode("utf-16le")
    payload = struct.pack("<III", len(words), len(entries), len(text) // 2) + struct.pack(f"<{len(starts)}I", *starts) + text
    payload += struct.pack(f"<{len(entries)}H", *(second for second, _ in entries)) + bytes(len(word) for word in words) + bytes(cost for _, cost in entries)
    payload += bytes(min(255, round(-math.log(count / sum(often)) * STEPS_PER_NAT)) for count in often)
    write("bigrams.bin", b"BIGR", payload)
    print(f"{len(words):,} words, {len(entries):,} pairs of them, {len(payload):,} bytes")


def main():
    keys = struct.unpack("<65536H", (TABLES / "folding.bin").read_bytes()[32:])
    pairs, firsts, seconds = Counter(), Counter(), Counter()
    with zipfile.ZipFile(JAR) as jar:
        # What begins a sentence stands behind a stop.
        counted = [("。" if word == "始##始" else word, following, count) for word, following, count in word_pairs(jar)]
        write_words(counted, keys)
        for word, following, count in counted:
            first = 0 if "##" in word else keys[ord(word[-1])]
            second = 0 if "##" in following else keys[ord(following[0])]
            firsts[first] += count
            seconds[second] += count
            if first and second:
                pairs[first, second] += count
    total = sum(seconds.values())
    print(f"{total:,} neighbouring words, {len(pairs):,} pairs of characters")
    rows = defaultdict(dict)
    for (first, second), count in pairs.items():
        share = seconds[second] / total
        score = round(math.log((count + PRIOR * share) / ((firsts[first] + PRIOR) * share)) * STEPS_PER_NAT)
        if abs(score) >= LEAST and (score < 0 or count >= FEWEST):
            rows[first][second] = max(-127, min(127, score))
    for first in firsts:
        for second in seconds if first and firsts[first] > OFTEN_FIRST else []:
            if second and seconds[second] > OFTEN_SECOND and (first, second) not in pairs:
                score = round(math.log(PRIOR / (firsts[first] * seconds[second] / total + PRIOR)) * STEPS_PER_NAT)
                if score <= -MARKED:
                    rows[first][second] = max(-127, score)
    entries = [(second, row[second]) for _, row in sorted(rows.items()) for second in sorted(row)]
    starts = [0]
    for first in sorted(rows):
        starts.append(starts[-1] + len(rows[first]))
    payload = struct.pack("<II", len(rows), len(entries))
    payload += struct.pack(f"<{len(starts)}I", *starts) + struct.pack(f"<{len(rows)}H", *sorted(rows))
    payload += struct.pack(f"<{len(entries)}H", *(second for second, _ in entries)) + struct.pack(f"<{len(entries)}b", *(score for _, score in entries))
    write("pairs.bin", b"PAIR", payload)
    print(f"{len(rows):,} first characters, {len(entries):,} entries, {len(payload):,} bytes")


if __name__ == "__main__":
    main()
