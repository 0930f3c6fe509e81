#!/usr/bin/env python3
"""Converts the weights of LAC-small into the one file that Tanyuan.Text embeds: src/Tanyuan.Text/Tables/tagger.bin.

usage: build_tagger.py [--model /usr/lib/python3/dist-packages/jieba/lac_small] [--out FILE]

Python 3, standard library only. The weights come from Debian's python3-jieba (`apt-get install python3-jieba`); the output is
deterministic. The byte layout is described in docs/formats.md, section "Tables". Weights become whole numbers of fixed scales
(docs/decisions/060), in the order that the kernel reads them; the script proves that no sum of the network can leave 32 bits.
"""
import argparse
import array
import os
import struct
import zlib

HIDDEN = 128
VERSION = 2

# Binary places after the point. A product has those of both factors, and the sums of a layer all have SUM.
EMBEDDING = 11
STATE = 12
FIRST_INPUT = 14
WEIGHT = 13
SUM = 25
PANEL = 16


def read_tensor(path):
    """A Paddle tensor file: u32 version, u64 levels of detail, u32 version, i32 length of a description, it, float32 data."""
    with open(path, "rb") as file:
        data = file.read()
    offset = 4
    (levels,) = struct.unpack_from("<Q", data, offset)
    offset += 8
    for _ in range(levels):
        (size,) = struct.unpack_from("<Q", data, offset)
        offset += 8 + size
    offset += 4
    (size,) = struct.unpack_from("<i", data, offset)
    offset += 4 + size
    values = array.array("f")
    values.frombytes(data[offset:])
    return values


def fixed(values, places, code="h"):
    """Whole numbers nearest to the values times a power of two; an error where one does not fit."""
    return array.array(code, (round(value * (1 << places)) for value in values))


def rows_of(values, columns):
    return [values[at : at + columns] for at in range(0, len(values), columns)]


def panels(rows):
    """A matrix as panels of 16 columns, of two rows at a time: the weights of a column from both stand together. Padded with zeros."""
    width = -(-len(rows[0]) // PANEL) * PANEL
    padded = [list(row) + [0] * (width - len(row)) for row in rows]
    out = array.array("h")
    for first in range(0, width, PANEL):
        for upper, lower in zip(padded[::2], padded[1::2]):
            for column in range(first, first + PANEL):
                out.append(upper[column])
                out.append(lower[column])
    return out.tobytes()


def column_sums(rows):
    """The sum of the magnitudes of each column: with states of at most 1, what a sum can reach."""
    return [sum(map(abs, column)) for column in zip(*rows)]


def reach_of_input(layer, embedding, weights, bias):
    """What the input's part of a sum reaches at most, a column: over all characters for the first layers, over all states for the others."""
    if layer >= 2:
        return [(total << STATE) + abs(start) for total, start in zip(column_sums(weights), bias)]
    columns = list(zip(*weights))
    return [max(abs(sum(map(int.__mul__, row, column)) + start) for row in embedding) for column, start in zip(columns, bias)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="/usr/lib/python3/dist-packages/jieba/lac_small")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--out", default=os.path.join(here, "../../src/Tanyuan.Text/Tables/tagger.bin"))
    arguments = parser.parse_args()

    def tensor(name):
        return read_tensor(os.path.join(arguments.model, "model_baseline", name))

    characters = {}
    unknown = None
    with open(os.path.join(arguments.model, "word.dic"), encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 2:
                continue
            if fields[1] == "OOV":
                unknown = int(fields[0])
            elif len(fields[1]) == 1 and ord(fields[1]) < 0x10000:
                characters[ord(fields[1])] = int(fields[0])

    with open(os.path.join(arguments.model, "tag.dic"), encoding="utf-8") as file:
        tags = [line.rstrip("\n").split("\t")[1] for line in file if line.count("\t") == 1]

    embedding = tensor("word_emb")
    rows = len(embedding) // HIDDEN
    body = bytearray()
    tag_names = "\n".join(tags).encode("ascii")
    tag_names += b"\0" * (-len(tag_names) % 4)
    body += struct.pack("<IIIIII", rows, HIDDEN, len(tags), unknown, len(characters), len(tag_names))
    body += tag_names
    for code in sorted(characters):
        body += struct.pack("<HH", code, characters[code])
    embedding = fixed(embedding, EMBEDDING)
    body += embedding.tobytes()
    embedding = [list(row) for row in rows_of(embedding, HIDDEN)]
    for layer in range(4):
        weights = rows_of(fixed(tensor(f"fc_{layer}.w_0"), FIRST_INPUT if layer < 2 else WEIGHT), 3 * HIDDEN)
        # The projection's bias and the cell's own are added to the same sum, so they are stored as one.
        bias = fixed([a + b for a, b in zip(tensor(f"fc_{layer}.b_0"), tensor(f"gru_{layer}.b_0"))], SUM, "i")
        recurrent = fixed(tensor(f"gru_{layer}.w_0"), WEIGHT)
        gates = rows_of(recurrent[: 2 * HIDDEN * HIDDEN], 2 * HIDDEN)
        candidate = rows_of(recurrent[2 * HIDDEN * HIDDEN :], HIDDEN)
        reach = reach_of_input(layer, embedding, weights, bias)
        for at, total in enumerate(column_sums(gates) + column_sums(candidate)):
            if reach[at] + (total << STATE) >= 1 << 31:
                raise SystemExit(f"layer {layer}, column {at}: a sum may need more than 32 bits")
        body += panels(weights)
        body += bias.tobytes()
        body += panels(gates)
        body += panels(candidate)
    emission = rows_of(fixed(tensor("fc_4.w_0"), WEIGHT), len(tags))
    bias = fixed(tensor("fc_4.b_0"), SUM, "i")
    if any((total << STATE) + abs(start) >= 1 << 31 for total, start in zip(column_sums(emission), bias)):
        raise SystemExit("emissions: a sum may need more than 32 bits")
    body += panels(emission)
    body += bias.tobytes()
    body += tensor("crfw").tobytes()

    with open(arguments.out, "wb") as file:
        file.write(struct.pack("<4s4sIII12x", b"TYTB", b"TAGR", VERSION, len(body), zlib.crc32(bytes(body))) + body)


if __name__ == "__main__":
    main()
