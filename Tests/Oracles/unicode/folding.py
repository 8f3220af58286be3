"""Writes the table and the test hashes of folding: what becomes of each scalar in a name's token.

    pip install -r requirements.txt
    python folding.py

A letter or digit is decomposed for compatibility, loses its accents and its case, is replaced where
decomposition leaves a letter that people type without (l with stroke, o with stroke, thorn), and is
composed again, so that Hangul, kana and Indic letters stay whole. The marks of kana (class 8) and
viramas (class 9) are no accents; vowel signs have class 0 and stay.
"""

import re

import unicodedata2 as unicodedata

from blob import FNV_START, fnv1a, literal, ranges, runs, wrapped, write

FACTS = f"Unicode {unicodedata.unidata_version}"
ALL = [c for c in range(0x80, 0x110000) if not 0xD800 <= c < 0xE000]

# Letters that have no decomposition and no "WITH" in their names.
LETTERS = {
    "\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u00f0": "d", "\u00fe": "th", "\u0131": "i",
    "\u014b": "n", "\u0138": "k", "\u0259": "e", "\u01dd": "e", "\u025b": "e", "\u0254": "o",
    "\u0149": "n", "\u0237": "j", "\u1e9a": "a", "\u0251": "a", "\u0261": "g", "\u028b": "v",
    "\u01bf": "w", "\u021d": "y", "\u0140": "l", "\u013f": "l",
}
# Splits a token and joins it: typewriter, typographic and prime forms, and the modifier letters
# that stand for an apostrophe, okina, hamza or ayin.
APOSTROPHES = [0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0x2C8, 0x2018, 0x2019, 0x201B,
               0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07, 0xFF40]
# The dashes, the minus sign, and the middle dot of Catalan (Gal.la).
HYPHENS = [c for c in ALL if unicodedata.category(chr(c)) == "Pd"] + [0xB7, 0x2027, 0x2212]

WITH = re.compile(r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]{1,2}) WITH .*")


def category(character):
    return unicodedata.category(character)[0]


def without_accents(text):
    return "".join(c for c in text if unicodedata.combining(c) in (0, 8, 9))


def plain(character):
    """A letter that people type without its stroke, hook or bar."""
    if character in LETTERS:
        return LETTERS[character]
    match = WITH.fullmatch(unicodedata.name(character, ""))
    return match.group(1).lower() if match else character


def is_dropped(code_point):
    """Accents, and what nobody sees: formats, joiners, variation selectors."""
    character = chr(code_point)
    if unicodedata.category(character) == "Cf" or code_point == 0x34F:
        return True
    if 0xFE00 <= code_point <= 0xFE0F or 0xE0100 <= code_point <= 0xE01EF:
        return True
    return unicodedata.combining(character) not in (0, 8, 9)


def fold(code_point):
    """The folded text of a scalar; empty where it is dropped, None where it separates."""
    character = chr(code_point)
    if code_point < 0x80:
        return character.lower() if character.isalnum() else None
    if is_dropped(code_point):
        return ""
    if category(character) == "M":
        return character
    if category(character) not in "LN" or code_point in APOSTROPHES:
        return None
    text = LETTERS.get(character) or unicodedata.normalize("NFKD", character)
    text = without_accents(text).casefold()
    text = without_accents(unicodedata.normalize("NFKD", text))
    text = unicodedata.normalize("NFC", "".join(map(plain, text)))
    kept = "".join(c for c in text if category(c) in "LNM")
    if not kept or (kept != text and category(character) == "N"):
        return None
    return "".join(
        str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in kept
    )


def tables():
    kept, dropped, single, several = [], [], {}, {}
    for code_point in ALL:
        text = fold(code_point)
        if text is None:
            continue
        if text == "":
            dropped.append(code_point)
        elif text == chr(code_point):
            kept.append(code_point)
        elif len(text) == 1:
            single[code_point] = ord(text)
        else:
            several[code_point] = text

    def range_words(points):
        last, words = 0, []
        for start, count in ranges(points):
            words.append(f"{start - last:x}:{count:x}")
            last = start
        return wrapped(words)

    body = "/// The text from which `FoldingTable` is read, once.\nenum FoldingData {\n"
    parts = [
        ("kept", "`distance:count` of letters, digits and signs that stay as they are. Hexadecimal;\n"
         "the distance is from the start of the range before.", range_words(kept)),
        ("dropped", "`distance:count` of accents and of what nobody sees.", range_words(dropped)),
        ("apostrophes", "`distance:count` of what counts as an apostrophe.",
         range_words(c for c in APOSTROPHES if c >= 0x80)),
        ("hyphens", "`distance:count` of what counts as a hyphen.", range_words(HYPHENS)),
        ("single", "`first:count:stride:target` of letters that become one other.",
         wrapped(f"{a:x}:{n:x}:{s:x}:{b:x}" for a, n, s, b in runs(single))),
        ("several", "`letter:part.part` of letters that become several.",
         wrapped(f"{c:x}:" + ".".join(f"{ord(x):x}" for x in t) for c, t in several.items())),
    ]
    body += "\n\n".join(literal(*part) for part in parts) + "\n}"
    write("Sources/CarnetIndex/Folding/FoldingData.swift", "folding.py", FACTS, body)


def tokens(code_point):
    """The tokens of an a, the scalar and a b, the joined one last."""
    if code_point in APOSTROPHES or code_point in HYPHENS or code_point in (0x27, 0x2D):
        return ["a", "b", "ab"]
    text = fold(code_point)
    return ["a", "b"] if text is None else [f"a{text}b"]


def hashes():
    lines = []
    for block in list(range(0, 0x10000, 0x400)) + list(range(0x10000, 0x30000, 0x4000)):
        value = FNV_START
        for code_point in range(block, block + (0x400 if block < 0x10000 else 0x4000)):
            if not 0xD800 <= code_point < 0xE000:
                value = fnv1a(value, "|".join(tokens(code_point)).encode() + b"\n")
        lines.append(f"{value:016x}")
    body = "/// What Python's unicodedata makes of each scalar in a token.\nenum FoldingOracle {\n"
    body += literal(
        "blockHashes",
        "FNV-1a over the tokens of an a, each scalar and a b, for each block of 1,024 scalars, and\n"
        "of 16,384 from U+10000 up to U+30000.",
        wrapped(lines),
    )
    write("Tests/IndexTests/Folding/FoldingOracle.swift", "folding.py", FACTS, body + "\n}")


if __name__ == "__main__":
    tables()
    hashes()
