#!/usr/bin/env python3
"""Builds src/Tanyuan.Text/Tables/characters.bin: how rare each character is in ordinary text of a language.

Needs Debian's python3-jieba (its dict.txt holds word frequencies) and opencc (for the Traditional and Japanese forms).

The layout is in docs/formats.md. A cost is -8 log2 p, cut at 22 bits. The models are made to be compared with each other:
ASCII is left out of all of them.
"""
import collections, math, pathlib, re, struct, subprocess, zlib

JIEBA = pathlib.Path("/usr/lib/python3/dist-packages/jieba/dict.txt")
TARGET = pathlib.Path(__file__).resolve().parents[2] / "src/Tanyuan.Text/Tables/characters.bin"
UNLISTED = 176  # 22 bits

# Marks of a Chinese text, in shares of all its characters.
CHINESE_MARKS = {
    "，": .055, "。": .03, "、": .012, "“": .008, "”": .008, "：": .006, "（": .004, "）": .004, "《": .004, "》": .004,
    "；": .002, "！": .002, "？": .003, "—": .002, "…": .002, "·": .001, "　": .01, "【": .0006, "】": .0006, "‘": .0005, "’": .0005,
    "－": .0005, "％": .0005, "～": .0003, "●": .0002, "■": .0002, "▲": .0002, "→": .0001, "°": .0001, "℃": .0001, "〈": .0002, "〉": .0002,
    **{c: .0008 for c in "０１２３４５６７８９"}, **{c: .00008 for c in "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"},
}
TRADITIONAL_MARKS = {**CHINESE_MARKS, "「": .01, "」": .01, "『": .001, "』": .001, "．": .001, "‧": .0005, "﹑": .0005, "“": .002, "”": .002}
JAPANESE_MARKS = {"、": .035, "。": .03, "「": .008, "」": .008, "・": .004, "ー": .02, "　": .01, "（": .004, "）": .004, "！": .003, "？": .003,
                  "『": .001, "』": .001, "～": .001, "：": .001, "々": .001, "，": .002, "．": .001, "…": .002, "【": .001, "】": .001,
                  **{c: .001 for c in "０１２３４５６７８９"}}
# From the most frequent to the least; a rank-frequency law gives the shares.
HIRAGANA = "のにいはをたとるがしでてなれらこっすもかりまあさんよだきうそみくどおつえわめちばせけろじべやへげずびごむほぐふぎゃひぶねしょょゅぼゆぬぜざづぱぁぇぽぞぷぺぅぉぃ"
KATAKANA = "ンスルトラリイクアドシレジタフロッマテプコバメサグカオムチキデニィュブウパセビエナツソダミノポハベホモゴワボピャガョネペズヘケァォゲユヒヴギェヤゼザヨゾヌヂヅ"
HANGUL = ("이다는을의에고가하지로한은를사기도어리자인서정대아시해일나들부수원과있그라전보여제주스상국장동만것조세"
          "구공선성연신유경업관게면으마었안니방비계거발중였재용개최분년되무위생실적산영화진오트우합명금소미드모으문"
          "회통저요운까터강회체물월행결교음당행할던러단내말입학치규와양간현강군법력심민차박속배품날데복반노외북남"
          "점예매야권직임확표청건작추감였련환승설급타판등환항증투종천출히번레없르김각때두지료격느후열목능불식형령"
          "려래습토른파처피고책송잡태키질손바살포름독준큰더론류크팀버디프울축즈호순온황플본망달초빠글검길움")
# The syllables of KS X 1001; the other 8,822 hardly occur.
SYLLABLES = [bytes([lead, trail]).decode("euc-kr") for lead in range(0xB0, 0xC9) for trail in range(0xA1, 0xFF)]
# Shares in per cent of the letters of a text, after the usual letter counts; capitals are 4 % of it. The models get the same sum of
# them, since ASCII costs the same in all: which accented letters a text has tells its language, not how many. English has only loans.
ACCENTED = .04
ACCENTS = {
    "western-german": "ü.995ä.578ö.443ß.307",
    "western-french": "é1.5à.486è.271ê.218ç.085û.06ù.058â.051î.045ô.023œ.018ë.008ï.005",
    "western-italian": "à.635è.263ù.166ò.1é.03ì.03",
    "western-spanish": "ó.827í.725á.502é.433ñ.311ú.168ü.012ç.05à.05è.05ï.01",
    "western-portuguese": "ã.733ç.53ê.45é.337ó.296á.3í.132ú.207õ.2â.2ô.1à.072",
    "western-nordic": "ä1.2ö1å1.3ø.8æ.6é.1þ.1ð.1í.1á.1",
    "western-english": "é.02è.005ö.005ü.005ï.003ç.003ñ.003á.002ô.002ê.002à.002í.002ó.002ä.002ø.001å.001",
    "central-polish": "ł1.746ę1.131ą1.021ż.885ó.823ś.683ć.448ń.185ź.061",
    "central-czech": "í1.6ě1.2ý1á.9š.75ž.72é.63č.6ř.38ů.2ú.1ó.02ň.05ď.02ť.05ľ.02ô.02",
    "central-slovak": "á1.6í1ý1é.9č.9ž.8š.8ú.8ľ.4ť.5ň.2ô.2ä.1ó.1ď.1ĺ.02ŕ.02",
    "central-hungarian": "é4.252á3.371ó1.098ő.883ö.821ü.617í.47ú.1ű.038",
    "central-romanian": "ă3î1â.9ş1.2ţ1.1",
    "central-croatian": "č1š1ž.5ć.6đ.2",
}
ACCENT_MARKS = {**{c: .0015 for c in "’“”–"}, **{c: .0005 for c in "„‘—…€«»°©·‚\u00a0"}, **{c: .0001 for c in "®™§•£"}}
WESTERN_MARKS = {**{c: .0004 for c in "¡¿"}, **{c: .00005 for c in "ºª½²³´"}}
CYRILLIC_ORDER = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"


def zipf(order, share, offset=3.0):
    order = list(dict.fromkeys(order))
    weights = [1 / (rank + offset) for rank in range(len(order))]
    total = sum(weights)
    return {c: share * w / total for c, w in zip(order, weights)}


def convert(words, config):
    done = subprocess.run(["opencc", "-c", config], input="\n".join(words).encode(), capture_output=True, check=True).stdout.decode().split("\n")
    assert len(done) >= len(words)
    return done


def shares(words, counts):
    total = collections.Counter()
    for word, count in zip(words, counts):
        for c in word:
            if "\u4e00" <= c <= "\u9fff" or c == "〇":
                total[c] += count
    every = sum(total.values())
    return {c: n / every for c, n in total.items()}


def mix(*parts):
    total = collections.Counter()
    for part, weight in parts:
        for c, share in part.items():
            total[c] += share * weight
    return dict(total)


def accented():
    for name, letters in ACCENTS.items():
        model = {c: float(share) for c, share in re.findall(r"(\D)(\d*\.?\d+)", letters)}
        whole = 100 if name == "western-english" else sum(model.values()) / ACCENTED
        model = {c: share / whole for c, share in model.items()}
        model |= {c.upper(): p / 24 for c, p in model.items() if c != "ß"}
        yield name, model | ACCENT_MARKS | (WESTERN_MARKS if name.startswith("western") else {})


def main():
    rows = [line.split(" ") for line in JIEBA.read_text(encoding="utf-8").splitlines()]
    rows = [(r[0], int(r[1])) for r in rows if len(r) == 3 and r[1].isdigit()]
    words, counts = [w for w, _ in rows], [n for _, n in rows]
    simplified = shares(words, counts)
    regional = {name: convert(words, f"{name}.json") for name in ("s2t", "s2tw", "s2hk")}
    traditional = mix(*((shares(done, counts), 1 / 3) for done in regional.values()))
    kanji = shares(convert(regional["s2t"], "t2jp.json"), counts)

    cyrillic = zipf(CYRILLIC_ORDER, .9, 5.0)
    cyrillic = mix((cyrillic, .96), ({c.upper(): p for c, p in cyrillic.items()}, .04),
                   ({**{c: .004 for c in "–«»—№…“”„ "}, **{c: .002 for c in "іїєґІЇЄ’"}, **{c: .0005 for c in "©°·®"}}, 1))
    scripts = {chr(c): 1 / 90 for block in ((0x370, 0x3FF), (0x5D0, 0x5EA), (0x621, 0x652), (0xE01, 0xE5B), (0x600, 0x61F), (0x660, 0x6D5))
               for c in range(block[0], block[1] + 1)}
    scripts |= {c: .004 for c in "ğışçöüİŞĞÇÖÜāēīūčšžķļņģõäėęąųŪŠŽ’“”–«»āēī "}

    models = [
        ("chinese-simplified", mix((simplified, .85), (CHINESE_MARKS, 1))),
        ("chinese-traditional", mix((traditional, .85), (TRADITIONAL_MARKS, 1))),
        ("japanese", mix((zipf(HIRAGANA, .45, 6.0), 1), (zipf(KATAKANA, .12, 10.0), 1), (kanji, .3), (JAPANESE_MARKS, 1))),
        ("korean", mix((zipf(HANGUL, .8, 12.0), 1), ({c: .15 / 2350 for c in SYLLABLES}, 1), (kanji, .005),
                       ({**{c: .002 for c in "·“”‘’…"}, **{c: .0005 for c in "「」『』◇■▲△○※→"}}, 1))),
        *accented(),
        ("cyrillic", cyrillic),
        ("scripts", scripts),
    ]
    out = bytearray([len(models)])
    for name, model in models:
        entries = [(ord(c), min(UNLISTED, round(-8 * math.log2(p)))) for c, p in model.items() if p > 0 and 0x80 <= ord(c) < 0x10000]
        entries = sorted(e for e in entries if e[1] < UNLISTED)
        out += bytes([len(name)]) + name.encode() + bytes([UNLISTED]) + struct.pack("<H", len(entries))
        for unit, cost in entries:
            out += struct.pack("<HB", unit, cost)
        print(f"{name:18} {len(entries):6} characters")
    TARGET.write_bytes(struct.pack("<4s4sIIII8x", b"TYTB", b"CHAR", 1, len(out), zlib.crc32(out), 0) + out)
    print(f"{TARGET.name}: {len(out)} bytes")


main()
