"""Writes the tables and the test samples of normal form C (UAX #15).

    pip install -r requirements.txt
    python normalization.py
"""

import random

import unicodedata2 as unicodedata

from blob import FNV_START, fnv1a, literal, ranges, wrapped, write

ALL = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
HANGUL = range(0xAC00, 0xAC00 + 11172)
FACTS = f"Unicode {unicodedata.unidata_version}"


def decomposition(code_point):
    """The canonical decomposition in one step, as code points; empty where there is none."""
    text = unicodedata.decomposition(chr(code_point))
    if not text or text.startswith("<"):
        return []
    return [int(part, 16) for part in text.split()]


def tables():
    words, last = [], 0
    for code_point in ALL:
        parts = decomposition(code_point)
        if not parts or code_point in HANGUL:
            continue
        word = f"{code_point - last:x}:{parts[0]:x}"
        if len(parts) == 2:
            pair = chr(parts[0]) + chr(parts[1])
            composes = unicodedata.normalize("NFC", pair) == chr(code_point)
            word += f"{'+' if composes else '-'}{parts[1]:x}"
        words.append(word)
        last = code_point

    classes, last = [], 0
    by_class = {}
    for code_point in ALL:
        if combining := unicodedata.combining(chr(code_point)):
            by_class.setdefault(combining, []).append(code_point)
    found = [
        (start, count, combining)
        for combining, points in by_class.items()
        for start, count in ranges(points)
    ]
    for start, count, combining in sorted(found):
        classes.append(f"{start - last:x}:{count:x}:{combining:x}")
        last = start

    body = "/// The text from which `NormalizationTable` is read, once.\nenum NormalizationData {\n"
    body += f'    static let unicodeVersion: StaticString = "{unicodedata.unidata_version}"\n\n'
    body += literal(
        "decompositions",
        "`distance:first+second` where the pair composes again, `-` where it is excluded from that,\n"
        "`distance:only` for a singleton. Hexadecimal; the distance is from the one before.",
        wrapped(words),
    )
    body += "\n\n"
    body += literal(
        "combiningClasses",
        "`distance:count:class` for each range of scalars whose combining class is not 0.",
        wrapped(classes),
    )
    body += "\n}"
    write("Sources/CarnetModel/Unicode/NormalizationData.swift", "normalization.py", FACTS, body)


def forbidden(code_point):
    """What no text may hold: TextValue refuses it, so it is in no sample."""
    return (
        code_point < 0x20
        or 0x7F <= code_point < 0xA0
        or code_point in (0x2028, 0x2029)
        or 0xFDD0 <= code_point <= 0xFDEF
        or code_point & 0xFFFE == 0xFFFE
    )


def sample_texts():
    """Texts that meet every rule: order of marks, exclusions, Hangul, singletons, mixtures."""
    chosen = random.Random(20_261_122)
    starters = [0x41, 0x65, 0x6F, 0x75, 0x3B1, 0x3C9, 0x415, 0x438, 0x5D0, 0x915, 0x1100, 0x1161,
                0x11A8, 0xAC00, 0xAC01, 0x9C7, 0x9BE, 0x2126, 0x212B, 0xF900, 0xFB1D, 0x1E9B,
                0x1EBF, 0x1F82, 0x304B, 0x1112, 0x1175, 0x11C2, 0xD7A3, 0x110A5, 0x1D15E, 0x958]
    marks = [0x300, 0x301, 0x302, 0x308, 0x30C, 0x323, 0x327, 0x328, 0x338, 0x345, 0x344, 0x31B,
             0x3099, 0x5B0, 0x5BC, 0x93C, 0x94D, 0x110BA, 0x334, 0x1D165, 0x1D16E, 0x343, 0x340]
    composed = [c for c in ALL if decomposition(c) and c not in HANGUL]
    for _ in range(900):
        text = []
        for _ in range(chosen.randint(1, 4)):
            text.append(chosen.choice(chosen.choice([starters, composed])))
            text += [chosen.choice(marks) for _ in range(chosen.choice([0, 0, 1, 2, 3]))]
        if chosen.random() < 0.1:
            text.insert(0, chosen.choice(marks))
        yield "".join(map(chr, text))


def samples():
    lines = []
    for text in sample_texts():
        given = ".".join(f"{ord(c):x}" for c in text)
        wanted = ".".join(f"{ord(c):x}" for c in unicodedata.normalize("NFC", text))
        lines.append(f"{given}={'' if given == wanted else wanted}")
    blocks = []
    for block in range(0, 0x110000, 0x1000):
        value = FNV_START
        for code_point in range(block, block + 0x1000):
            if 0xD800 <= code_point < 0xE000 or forbidden(code_point):
                continue
            for form in ("NFC", "NFD"):
                text = unicodedata.normalize(form, chr(code_point))
                value = fnv1a(value, unicodedata.normalize("NFC", text).encode())
        blocks.append(f"{value:016x}")

    body = "/// What Python's unicodedata answers for normal form C.\nenum NormalizationOracle {\n"
    body += literal(
        "samples",
        "`given=wanted` in hexadecimal scalars; nothing after the sign where it stays the same.",
        wrapped(lines),
    )
    body += "\n\n"
    body += literal(
        "blockHashes",
        "FNV-1a over the normal forms C of each scalar and of its normal form D, for each block of\n"
        "4,096 scalars; those that no text may hold are left out.",
        wrapped(blocks),
    )
    body += "\n}"
    write("Tests/ModelTests/Values/NormalizationOracle.swift", "normalization.py", FACTS, body)


if __name__ == "__main__":
    tables()
    samples()
