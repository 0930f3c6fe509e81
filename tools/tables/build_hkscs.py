#!/usr/bin/env python3
"""Build src/Tanyuan.Text/Tables/hkscs.bin: what the Hong Kong Supplementary Character Set has where code page 950 has private-use characters.

Standard library only: the characters are those of Python's own big5hkscs codec (HKSCS-2004). The layout is in docs/formats.md.
"""
import pathlib
import struct
import zlib

TARGET = pathlib.Path(__file__).resolve().parents[2] / "src/Tanyuan.Text/Tables/hkscs.bin"
# Code page 950 gives the user-defined pairs private-use characters in this order: first pair, last pair, first character.
RANGES = [(0xFA40, 0xFEFE, 0xE000), (0x8E40, 0xA0FE, 0xE311), (0x8140, 0x8DFE, 0xEEB8), (0xC6A1, 0xC8FE, 0xF6B1)]
FIRST, LAST = 0xE000, 0xF8FF

units = [(0, 0)] * (LAST - FIRST + 1)
for first, last, private in RANGES:
    for lead in range(first >> 8, (last >> 8) + 1):
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            if first <= lead << 8 | trail <= last:
                text = bytes([lead, trail]).decode("big5hkscs", "ignore").encode("utf-16-le")
                if text:
                    units[private - FIRST] = struct.unpack("<HH", text.ljust(4, b"\0"))
                private += 1
payload = b"".join(struct.pack("<HH", *pair) for pair in units)
TARGET.write_bytes(struct.pack("<4s4sIIII8x", b"TYTB", b"HKSC", 1, len(payload), zlib.crc32(payload), 0) + payload)
print(f"{sum(pair != (0, 0) for pair in units):,} characters, {len(payload):,} bytes")
