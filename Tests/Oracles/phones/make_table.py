#!/usr/bin/env python3
"""Writes Sources/CarnetModel/Phones/NumberingPlanData.swift.

The facts come from libphonenumber's public numbering plan metadata (Apache License 2.0), as the
package `phonenumbers` carries them: of every region its calling code, international and trunk
prefixes, lengths and the shape of its national numbers. Everything that libphonenumber says with a
regular expression becomes states of one automaton that all regions share, so that a number costs a
table step for each digit.

    pip install -r Tests/Oracles/phones/requirements.txt    # Python 3.11 or newer
    python3 Tests/Oracles/phones/make_table.py          # writes the file
    python3 Tests/Oracles/phones/make_table.py --check  # says whether the file is up to date

The formats are drawn in NumberingPlan.swift and DigitAutomaton.swift, which read them.
"""

import argparse
import re
import re._constants as sre
import re._parser as sre_parser
import sys
from pathlib import Path

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

TARGET = Path(__file__).resolve().parents[3] / (
    "Sources/CarnetModel/Phones/NumberingPlanData.swift"
)

# ISO 3166-1 knows these too, but libphonenumber gives them no numbers of their own.
REGIONS_WITHOUT_NUMBERS = ["AQ", "BV", "GS", "HM", "PN", "TF", "UM"]

# What DigitAutomaton.swift and NumberingPlan.swift count on.
COUNTRIES_PER_LINE = 26
CODES_PER_LINE = 40
NODES_PER_LINE = 3
VALUE_MAX = 64 * 64 - 1


# --- Regular expressions as programs ---------------------------------------------------------


class Program:
    """A regular expression over digits as instructions, in the order of preference.

    Instructions: ("digit", mask), ("split", preferred, other), ("jump", to), ("open",),
    ("close",), ("end",), ("match",). Only the last capturing group is marked: it is the one
    that a rule of transformation names.
    """

    def __init__(self, pattern):
        self.code = []
        self.group = re.compile(pattern).groups
        self.emit(sre_parser.parse(pattern))
        self.code.append(("match",))

    def emit(self, tree):
        for operation, argument in tree:
            getattr(self, "emit_" + str(operation).lower())(argument)

    def emit_literal(self, character):
        self.code.append(("digit", 1 << int(chr(character))))

    def emit_in(self, items):
        mask = 0
        for kind, value in items:
            if kind is sre.LITERAL:
                mask |= 1 << int(chr(value))
            elif kind is sre.RANGE:
                for character in range(value[0], value[1] + 1):
                    mask |= 1 << int(chr(character))
            elif kind is sre.CATEGORY and value is sre.CATEGORY_DIGIT:
                mask = 0x3FF
            else:
                raise ValueError(f"unknown class {kind} {value}")
        self.code.append(("digit", mask))

    def emit_subpattern(self, argument):
        group, _, _, tree = argument
        marked = group is not None and group == self.group
        if marked:
            self.code.append(("open",))
        self.emit(tree)
        if marked:
            self.code.append(("close",))

    def emit_branch(self, argument):
        _, branches = argument
        jumps = []
        for index, branch in enumerate(branches):
            if index + 1 < len(branches):
                split = len(self.code)
                self.code.append(None)
                self.emit(branch)
                jumps.append(len(self.code))
                self.code.append(None)
                self.code[split] = ("split", split + 1, len(self.code))
            else:
                self.emit(branch)
        for jump in jumps:
            self.code[jump] = ("jump", len(self.code))

    def emit_max_repeat(self, argument):
        least, most, tree = argument
        if most is sre.MAXREPEAT:
            raise ValueError("a number has an end")
        for _ in range(least):
            self.emit(tree)
        splits = []
        for _ in range(most - least):
            splits.append(len(self.code))
            self.code.append(None)
            self.emit(tree)
        for split in splits:
            self.code[split] = ("split", split + 1, len(self.code))

    def emit_at(self, where):
        if where is not sre.AT_END:
            raise ValueError(f"unknown anchor {where}")
        self.code.append(("end",))


# --- The automaton that all regions share ----------------------------------------------------


class Automaton:
    """States without cycles, each kept once. State 0 is where nothing matches any more.

    A state is (ten following states, outcome if more digits follow, outcome if none does).
    An outcome is 0 for none, 1 for a match of all digits, or a packed prefix.
    """

    def __init__(self):
        dead = ((0,) * 10, 0, 0)
        self.states = [dead]
        self.index = {dead: 0}

    def intern(self, state):
        if state not in self.index:
            self.index[state] = len(self.states)
            self.states.append(state)
        return self.index[state]

    def whole(self, pattern):
        """The start state that accepts exactly the digit strings that the pattern matches."""
        program = Program(pattern).code
        memo = {}

        def closure(counters):
            reached, stack = set(), list(counters)
            while stack:
                counter = stack.pop()
                if counter in reached:
                    continue
                reached.add(counter)
                kind, *to = program[counter]
                if kind == "split" or kind == "jump":
                    stack.extend(to)
                elif kind == "open" or kind == "close":
                    stack.append(counter + 1)
            return frozenset(c for c in reached if program[c][0] in ("digit", "match"))

        def build(counters):
            if counters not in memo:
                following = []
                for digit in range(10):
                    stepped = [
                        c + 1
                        for c in counters
                        if program[c][0] == "digit" and program[c][1] >> digit & 1
                    ]
                    following.append(build(closure(stepped)) if stepped else 0)
                accepts = int(any(program[c][0] == "match" for c in counters))
                memo[counters] = self.intern((tuple(following), 0, accepts))
            return memo[counters]

        return build(closure([0]))

    def prefix(self, pattern, transforms):
        """The start state that finds which prefix the pattern, tried as `re.match`, takes.

        Threads are kept in their order of preference; a match ends all those behind it, so the
        last outcome that a walk meets is the preferred one.
        """
        program = Program(pattern).code
        memo = {}

        def add(threads, seen, counter, depth, opened, closed, at_end):
            if counter in seen:
                return
            seen.add(counter)
            kind, *to = program[counter]
            if kind == "jump":
                add(threads, seen, to[0], depth, opened, closed, at_end)
            elif kind == "split":
                add(threads, seen, to[0], depth, opened, closed, at_end)
                add(threads, seen, to[1], depth, opened, closed, at_end)
            elif kind == "open":
                add(threads, seen, counter + 1, depth, depth, None, at_end)
            elif kind == "close":
                add(threads, seen, counter + 1, depth, opened, depth, at_end)
            elif kind == "end":
                if at_end:
                    add(threads, seen, counter + 1, depth, opened, closed, at_end)
                else:
                    threads.append((counter, opened, closed))
            else:
                threads.append((counter, opened, closed))

        def expand(seeds, depth, at_end):
            threads, seen = [], set()
            for counter, opened, closed in seeds:
                add(threads, seen, counter, depth, opened, closed, at_end)
            outcome = 0
            for place, (counter, opened, closed) in enumerate(threads):
                if program[counter][0] == "match":
                    outcome = pack(depth, opened, closed, transforms)
                    return threads[:place], outcome
            return threads, outcome

        def build(seeds, depth):
            if (seeds, depth) not in memo:
                threads, if_more = expand(seeds, depth, at_end=False)
                _, if_last = expand(seeds, depth, at_end=True)
                following = []
                for digit in range(10):
                    stepped = tuple(
                        (counter + 1, opened, closed)
                        for counter, opened, closed in threads
                        if program[counter][0] == "digit" and program[counter][1] >> digit & 1
                    )
                    following.append(build(stepped, depth + 1) if stepped else 0)
                memo[seeds, depth] = self.intern((tuple(following), if_more, if_last))
            return memo[seeds, depth]

        return build(((0, None, None),), 0)

    def walk(self, start, digits):
        state, best = start, 0
        for digit in digits:
            following, if_more, _ = self.states[state]
            best = if_more or best
            state = following[int(digit)]
            if state == 0:
                return best
        return self.states[state][2] or best


def pack(end, opened, closed, transforms):
    """12 bits: where the prefix ends, and from where to where the group in it is kept."""
    if not transforms or closed is None:
        opened = closed = 0
    if max(end, opened, closed) > 15:
        raise ValueError("a prefix of more than 15 digits")
    return end | opened << 4 | closed << 8


# --- Regions ---------------------------------------------------------------------------------


def literal(rule):
    """The digits that a rule of transformation puts before the group that it keeps."""
    if not rule:
        return 0, 0
    match = re.fullmatch(r"(\d*)\\(\d)", rule)
    if match is None:
        raise ValueError(f"unknown rule {rule}")
    return len(match[1]), int(match[1] or "0")


def mask(lengths):
    return sum(1 << length for length in lengths if length > 0)


def fields(metadata, automaton):
    general = metadata.general_desc
    lengths = mask(general.possible_length)
    local = mask(general.possible_length_local_only)
    rule = metadata.national_prefix_transform_rule
    international = metadata.international_prefix
    national = metadata.national_prefix_for_parsing
    if lengths >= 1 << 24 or local >= 1 << 12 or (lengths | local) & 1:
        raise ValueError("a length that its field cannot hold")
    return [
        metadata.country_code,
        automaton.prefix(international, False) if international else 0,
        automaton.prefix(national, bool(rule)) if national else 0,
        automaton.whole(general.national_number_pattern),
        lengths & 0xFFF,
        lengths >> 12,
        local,
        *literal(rule),
    ]


def coded(values):
    text = ""
    for value in values:
        if not 0 <= value <= VALUE_MAX:
            raise ValueError(f"{value} does not fit two characters")
        text += chr(48 + value // 64) + chr(48 + value % 64)
    return text


def lines_of(text, width):
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def source():
    automaton = Automaton()
    names, rows = [], []
    for region in sorted([*phonenumbers.SUPPORTED_REGIONS, *REGIONS_WITHOUT_NUMBERS]):
        names.append(region)
        if region in REGIONS_WITHOUT_NUMBERS:
            rows.append([0] * 9)
        else:
            rows.append(fields(PhoneMetadata.metadata_for_region(region, None), automaton))
    for code in sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS):
        names.append("--")
        rows.append(fields(PhoneMetadata.metadata_for_nongeo_region(code, None), automaton))

    by_country = [0] * (26 * 26)
    for row, name in enumerate(names):
        if name != "--":
            by_country[(ord(name[0]) - 65) * 26 + ord(name[1]) - 65] = row + 1
    by_code = [0] * 1000
    for code, regions in COUNTRY_CODE_TO_REGION_CODE.items():
        if regions[0] == "001":
            by_code[code] = next(
                row + 1
                for row, name in enumerate(names)
                if name == "--" and rows[row][0] == code
            )
        else:
            by_code[code] = names.index(regions[0]) + 1

    nodes = "".join(coded([*f, more, last]) for f, more, last in automaton.states)
    version = phonenumbers.__version__
    return automaton, f'''// Generated by Tests/Oracles/phones/make_table.py from the metadata of phonenumbers {version}
// (libphonenumber, Apache License 2.0). Not edited by hand.

/// The numbering plans as text of fixed width that is read where it stands: each value is two
/// characters, (first - 48) * 64 + (second - 48). No part of it is ever parsed or copied.
enum NumberingPlanData {{
    static let rowCount = {len(rows)}
    static let nodeCount = {len(automaton.states)}

    /// By 26 * first letter + second letter: the number of the country's row, 0 for none.
    static let rowByCountry: StaticString = #"""
        {indented(lines_of(coded(by_country), 2 * COUNTRIES_PER_LINE))}
        """#

    /// By calling code, 0 to 999: the number of the row of its main country, 0 for none.
    static let rowByCallingCode: StaticString = #"""
        {indented(lines_of(coded(by_code), 2 * CODES_PER_LINE))}
        """#

    /// The country, a space and nine values. What belongs to no country has dashes.
    static let rows: StaticString = #"""
        {indented(chr(10).join(n + " " + coded(r) for n, r in zip(names, rows)))}
        """#

    /// Twelve values a state, {NODES_PER_LINE} states a line.
    static let nodes: StaticString = #"""
        {indented(lines_of(nodes, 24 * NODES_PER_LINE))}
        """#
}}
'''


def indented(text):
    return text.replace("\n", "\n        ")


def verify(automaton):
    """Holds the automaton against the regular expressions themselves, region by region."""
    import random

    generator = random.Random(1)
    compared = 0
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        metadata = PhoneMetadata.metadata_for_region(region, None)
        scratch = fields(metadata, automaton)
        rule = metadata.national_prefix_transform_rule
        for start, pattern, transforms in (
            (scratch[1], metadata.international_prefix, False),
            (scratch[2], metadata.national_prefix_for_parsing, bool(rule)),
        ):
            if not pattern:
                continue
            for _ in range(400):
                digits = random_digits(generator, pattern)
                match = re.match(pattern, digits)
                expected = 0
                if match:
                    span = match.span(re.compile(pattern).groups) if transforms else (-1, -1)
                    closed = None if span[1] < 0 else span[1]
                    expected = pack(match.end(), span[0], closed, transforms)
                if automaton.walk(start, digits) != expected:
                    sys.exit(f"{region}: the automaton misreads {pattern} on {digits}")
                compared += 1
        pattern = metadata.general_desc.national_number_pattern
        for _ in range(400):
            digits = random_digits(generator, pattern)
            expected = int(re.fullmatch(pattern, digits) is not None)
            if automaton.walk(scratch[3], digits) != expected:
                sys.exit(f"{region}: the automaton misreads {pattern} on {digits}")
            compared += 1
    return compared


def random_digits(generator, pattern):
    """Digits that begin the way the pattern likes, and go on at random, or not at all."""
    program, text, counter = Program(pattern).code, "", 0
    while program[counter][0] != "match":
        kind, *to = program[counter]
        if kind == "digit":
            text += generator.choice([str(d) for d in range(10) if to[0] >> d & 1])
            counter += 1
        elif kind == "split":
            counter = generator.choice(to)
        elif kind == "jump":
            counter = to[0]
        else:
            counter += 1
    chance = generator.random()
    if chance < 0.4:
        text += "".join(generator.choice("0123456789") for _ in range(generator.randint(1, 10)))
    elif chance < 0.6:
        text = text[: generator.randint(0, len(text))]
    elif chance < 0.8 and text:
        at = generator.randrange(len(text))
        text = text[:at] + generator.choice("0123456789") + text[at + 1 :]
    return text


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="write nothing, compare")
    options = arguments.parse_args()
    automaton, text = source()
    compared = verify(automaton)
    if options.check:
        if TARGET.read_text() != text:
            sys.exit("NumberingPlanData.swift is not what this phonenumbers gives")
        print(f"up to date with phonenumbers {phonenumbers.__version__}")
        return
    TARGET.write_text(text)
    print(f"{len(automaton.states)} states, {len(text)} bytes, {compared} digit strings compared")


if __name__ == "__main__":
    main()
