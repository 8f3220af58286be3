"""Writes the table and the test hashes of simple case folding (CaseFolding.txt, lines C and S).

Python's str has full folding only; where that gives several characters, the simple folding is the
lower-case letter if it is one scalar, and the letter itself otherwise.
"""

import sys
import unicodedata

from blob import FNV_START, fnv1a, literal, runs, wrapped, write

FACTS = f"Unicode {unicodedata.unidata_version} (str of Python {sys.version_info.major}.{sys.version_info.minor})"

# Line S of CaseFolding.txt: two titled ligatures whose full foldings are equal (Unicode 15).
LATER = {0xFB05: 0xFB06, 0x1FD3: 0x0390, 0x1FE3: 0x03B0}


def simple(code_point):
    if code_point in LATER:
        return LATER[code_point]
    full = chr(code_point).casefold()
    if len(full) == 1:
        return ord(full)
    lower = chr(code_point).lower()
    return ord(lower) if len(lower) == 1 else code_point


def main():
    scalars = [c for c in range(0x110000) if not 0xD800 <= c < 0xE000]
    mapping = {c: simple(c) for c in scalars if c >= 0x80 and simple(c) != c}
    words = [f"{a:x}:{count:x}:{stride:x}:{b:x}" for a, count, stride, b in runs(mapping)]
    body = "/// The text from which `CaseFolding` is read, once.\nenum CaseFoldingData {\n"
    body += literal(
        "runs",
        "`first:count:stride:target`, hexadecimal, for scalars past ASCII.",
        wrapped(words),
    )
    write("Sources/CarnetModel/Unicode/CaseFoldingData.swift", "casefolding.py", FACTS, body + "\n}")

    hashes = []
    for block in range(0, 0x20000, 0x1000):
        value = FNV_START
        for code_point in range(block, block + 0x1000):
            if not 0xD800 <= code_point < 0xE000:
                value = fnv1a(value, chr(simple(code_point)).encode())
        hashes.append(f"{value:016x}")
    body = "/// What Python's str answers for simple case folding.\nenum CaseFoldingOracle {\n"
    body += literal(
        "blockHashes",
        "FNV-1a over the folding of each scalar, for each block of 4,096 below U+20000.",
        wrapped(hashes),
    )
    write("Tests/ModelTests/Values/CaseFoldingOracle.swift", "casefolding.py", FACTS, body + "\n}")


if __name__ == "__main__":
    main()
