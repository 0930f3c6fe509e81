#!/usr/bin/env python3
"""Converts the weights of LAC-small into the one file that Tanyuan.Text embeds: src/Tanyuan.Text/Tables/tagger.bin.

usage: build_tagger.py [--model /usr/lib/python3/dist-packages/jieba/lac_small] [--out FILE]

Python 3, standard library only. The weights come from Debian's python3-jieba (`apt-get install python3-jieba`); the output is
deterministic. The byte layout is described in docs/formats.md, section "Tables". Embedding and matrices are stored as
half-precision floats; biases and the CRF stay single.
"""
import argparse
import array
import os
import struct
import zlib

HIDDEN = 128
VERSION = 1


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


def halves(values):
    return struct.pack(f"<{len(values)}e", *values)


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
    body += halves(embedding)
    for layer in range(4):
        body += halves(tensor(f"fc_{layer}.w_0"))
        # The projection's bias and the cell's own are added to the same sum, so they are stored as one.
        bias = array.array("f", (a + b for a, b in zip(tensor(f"fc_{layer}.b_0"), tensor(f"gru_{layer}.b_0"))))
        body += bias.tobytes()
        recurrent = tensor(f"gru_{layer}.w_0")
        body += halves(recurrent)
    body += halves(tensor("fc_4.w_0"))
    body += tensor("fc_4.b_0").tobytes()
    body += tensor("crfw").tobytes()

    with open(arguments.out, "wb") as file:
        file.write(struct.pack("<4s4sIII12x", b"TYTB", b"TAGR", VERSION, len(body), zlib.crc32(bytes(body))) + body)


if __name__ == "__main__":
    main()
