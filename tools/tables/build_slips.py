#!/usr/bin/env python3
"""Build two tables of src/Tanyuan.Text/Tables from those that are there, so that a process need not make them when it first looks for lost bytes:
children.bin, what words go on with, and numbers.bin, which word of bigrams.bin a slot of the dictionary is, and what it costs.

    /usr/bin/python3 tools/tables/build_slips.py

Nothing but numpy is needed. The layouts are in docs/formats.md; a test makes both anew.
"""
import math
import pathlib
import struct
import zlib

import numpy

TABLES = pathlib.Path(__file__).resolve().parents[2] / "src/Tanyuan.Text/Tables"
UNITS = 1 << 16
PADDING = UNITS + 3     # a base lies in the table, the slots of its codes may lie behind it, and four bytes are read of each
SIGNS = 32              # of either byte of a pair
STEPS_PER_NAT, COST_SCALE = 16, 2048


class Payload:
    """Reads the arrays of a table, one after the other."""

    def __init__(self, name):
        self.data, self.place = (TABLES / name).read_bytes()[32:], 0

    def next(self, kind, count):
        values = numpy.frombuffer(self.data, kind, count, self.place)
        self.place += values.nbytes
        return values


def write(name, kind, arrays):
    payload = b"".join(array.tobytes() for array in arrays)
    (TABLES / name).write_bytes(struct.pack("<4s4sIIII8x", b"TYTB", kind, 1, len(payload), zlib.crc32(payload), 0) + payload)
    print(f"{name}: {len(payload):,} bytes")


def signs_of_keys(keys):
    """For each search key the signs of the bytes of all characters with it, as GbkPairs.Signs has them"""
    signs = numpy.zeros(UNITS, numpy.uint64)
    for unit in range(UNITS):
        pair = 0
        if not 0xD800 <= unit <= 0xF8FF and unit >= 0x80:
            code = chr(unit).encode("gb18030")
            pair = code[0] << 8 | code[1] if len(code) == 2 else 0
        signs[keys[unit]] |= numpy.uint64(1 << (pair >> 8) % SIGNS | 1 << pair % SIGNS + SIGNS)
    return signs


def ranked(places, count):
    """For each 32 places a bit for each that has something, and above them how many do before these"""
    has = numpy.zeros((count + 31) // 32 * 32, numpy.uint8)
    has[places] = 1
    before = numpy.cumsum(has.reshape(-1, 32).sum(1)) - has.reshape(-1, 32).sum(1)
    return numpy.packbits(has, bitorder="little").view("<u4").astype("<u8") | before.astype("<u8") << numpy.uint64(32)


def write_children(slots, codes, keys):
    signs = signs_of_keys(keys)
    of_code = numpy.zeros(UNITS, numpy.uint64)
    numpy.bitwise_or.at(of_code, codes, signs)
    code_of_slot = (slots >> numpy.uint64(32) & numpy.uint64(0xFFFF)).astype(int)
    taken = numpy.flatnonzero(code_of_slot)
    base = taken - code_of_slot[taken]
    parents = numpy.zeros(len(slots) + PADDING, numpy.uint8)
    parents[taken] = (((base * 0x9E3779B1 & 0xFFFFFFFF) >> 16) * 255 >> 16) + 1
    behind = numpy.zeros(len(slots), numpy.uint64)
    numpy.bitwise_or.at(behind, base, of_code[code_of_slot[taken]])
    nodes = numpy.unique(base)
    counts = numpy.array([len(slots), len(nodes)], "<u4")
    write("children.bin", b"CHLD", [counts, behind[nodes].astype("<u8"), signs.astype("<u8"), ranked(nodes, len(slots)), parents])


def write_numbers(slots, codes, root):
    pairs = Payload("bigrams.bin")
    words, entries, units = (int(value) for value in pairs.next("<u4", 3))
    pairs.next("<u4", words + 1)
    text = pairs.next("<u2", units)
    seconds = pairs.next("<u2", entries)
    lengths = pairs.next("u1", words)
    costs = pairs.next("u1", entries)
    frequencies = pairs.next("u1", words)
    least = numpy.full(words, numpy.inf)
    numpy.minimum.at(least, seconds, costs / STEPS_PER_NAT)
    alone = numpy.zeros(words)
    numbers_of_units = numpy.zeros(UNITS, "<u2")
    number_of_slot = {}
    start = 0
    for word in range(words):
        end = start + int(lengths[word])
        base, slot = root, -1
        for unit in text[start:end]:
            slot = base + int(codes[unit])
            entry = int(slots[slot]) if slot < len(slots) else 0
            if not codes[unit] or entry >> 32 & 0xFFFF != codes[unit]:
                slot = -1
                break
            base = entry & 0xFFFFFFFF
        cost = int(slots[slot]) >> 48 if slot >= 0 else 0
        alone[word] = -math.log((math.exp(-int(frequencies[word]) / STEPS_PER_NAT) + (math.exp(-cost / COST_SCALE) if cost else 0)) / 2)
        if end - start == 1:
            numbers_of_units[text[start]] = word + 1
        elif cost:
            number_of_slot[slot] = word + 1
        start = end
    for digit in "123456789":
        numbers_of_units[ord(digit)] = numbers_of_units[ord("0")]
    places = sorted(number_of_slot)
    both = numpy.stack([numpy.concatenate([[0], alone]), numpy.concatenate([[numpy.inf], least])], 1).astype("<f4")
    counts = numpy.array([len(slots), len(places)], "<u4")
    write("numbers.bin", b"NUMB", [counts, both, ranked(places, len(slots)), numbers_of_units, numpy.array([number_of_slot[place] for place in places], "<u2")])


def main():
    words = Payload("words.bin")
    count, _, _, root = (int(value) for value in words.next("<u4", 8)[:4])
    slots, codes = words.next("<u8", count), words.next("<u2", UNITS)
    keys = Payload("folding.bin").next("<u2", UNITS)
    write_children(slots, codes, keys)
    write_numbers(slots, codes, root)


if __name__ == "__main__":
    main()
