#!/usr/bin/env python3
"""Generates spellings of phone numbers with the oracle's answer, one a line, tab-separated:

    region (or -)   text   E.164 with + (or - when it is refused)

    pip install -r Tests/Oracles/phones/requirements.txt    # Python 3.11 or newer
    python3 Tests/Oracles/phones/generate.py --count 200000 --seed 1 --out phones.tsv
    CARNET_PHONE_ORACLE=$PWD/phones.tsv swift test --filter PhoneOracle

The oracle is phonenumbers.parse(text, region), then is_possible_number_with_reason, which has to
say IS_POSSIBLE, then format_number(E164). "Possible" looks at lengths and not at number ranges,
which change every week; IS_POSSIBLE leaves out what can be dialled inside one area only, because
that has no E.164 form. Four rules of Carnet's own stand around it, in `answer`.
"""

import argparse
import random
import re

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat, PhoneNumberType, phonenumberutil

from make_table import Program

# Spaces that libphonenumber does not know and people's word processors write; and the plus of
# full width, which it knows everywhere but in a `phone-context`.
SPELLED_ALIKE = str.maketrans({**{c: " " for c in "\t\u2007\u2009\u202f"}, "\uff0b": "+"})
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
PUNCTUATION = (
    "\u00a0\u00ad\u200b\u2010\u2011\u2012\u2013\u2014\u2015\u2053\u2060\u2212\u223c\u3000\u30fc"
    "\uff03\uff08\uff09\uff0b\uff0d\uff0e\uff0f\uff3b\uff3d\uff5e"
)
SCRIPTS = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10]
LETTERS = "\u00d3\u00f3\u0301\u0434\u0414\u043e\u041e\u0431\u0411"

KNOWN = {chr(c) for c in range(0x80)}
KNOWN |= set(MARKS + PUNCTUATION + LETTERS)
KNOWN |= {chr(zero + digit) for zero in SCRIPTS for digit in range(10)}
KNOWN |= {chr(c) for c in [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}


# --- The oracle ------------------------------------------------------------------------------


def answer(text, region):
    """E.164 of the text as a person in the region would mean it, or None."""
    text = text.translate(SPELLED_ALIKE)
    if not set(text) <= KNOWN or has_letters(text):
        return None
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return None
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return e164 if len(e164) <= 16 else None


def has_letters(text):
    """Letters that are no part of `tel:`, of an extension, or of a carrier's place (xx)."""
    text = re.sub(r"^[^\w+]*tel:", "", text, flags=re.IGNORECASE)
    text = re.sub(r";phone-context=[^;]*|;isub=.*", "", text)
    number = phonenumberutil._extract_possible_number(text)
    before = text[: text.index(number)] if number else text
    _, number = phonenumberutil._maybe_strip_extension(number)
    letters = [c for c in before + number if c.isalpha() and c not in "\u30fc"]
    return any(c not in "xX" for c in letters) or len(letters) > 2 or any(map(str.isalpha, before))


# --- Numbers ---------------------------------------------------------------------------------

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
NOWHERE = sorted(phonenumbers.COUNTRY_CODES_FOR_NON_GEO_REGIONS)
TYPES = [t for t in PhoneNumberType.values() if t != PhoneNumberType.UNKNOWN]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.programs = {}

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        return self.random.choice(choices)

    def matching(self, pattern):
        """Digits that the pattern matches."""
        if pattern not in self.programs:
            self.programs[pattern] = Program(pattern).code
        program, text, counter = self.programs[pattern], "", 0
        while program[counter][0] != "match":
            kind, *to = program[counter]
            if kind == "digit":
                text += self.random.choice([str(d) for d in range(10) if to[0] >> d & 1])
                counter += 1
            elif kind == "split":
                counter = self.random.choice(to)
            elif kind == "jump":
                counter = to[0]
            else:
                counter += 1
        return text

    def digits(self, count):
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def number(self, metadata):
        """A number of the plan: mostly of an assigned range, else of its general shape or of a
        possible length, sometimes wrong."""
        dice = self.random.random()
        general = metadata.general_desc
        if dice < 0.70:
            descriptions = [phonenumberutil._number_desc_by_type(metadata, t) for t in TYPES]
            patterns = [d.national_number_pattern for d in descriptions if d is not None]
            return self.matching(self.random.choice([p for p in patterns if p]))
        if dice < 0.82:
            return self.matching(general.national_number_pattern)
        if dice < 0.92:
            return self.digits(self.random.choice(general.possible_length))
        if dice < 0.95 and general.possible_length_local_only:
            return self.digits(self.random.choice(general.possible_length_local_only))
        return self.digits(self.random.randint(1, 17))

    # --- Spellings ---------------------------------------------------------------------------

    def spelling(self, region):
        """One text and the region of the tenant who typed it; None for a tenant without one."""
        dice = self.random.random()
        if dice < 0.60:
            text = self.national(region) if self.chance(0.6) else self.international(region, region)
        elif dice < 0.82:
            text = self.international(self.other(region), region)
        elif dice < 0.87:
            text = self.national(self.pick(*REGIONS))
        elif dice < 0.90:
            return self.decorated(self.international(region, region)), None
        else:
            abroad = self.chance(0.5)
            text = self.international(region, region) if abroad else self.national(region)
            text = self.mutated(text)
        return self.decorated(text), region

    def other(self, region):
        return self.pick(*NOWHERE) if self.chance(0.06) else self.pick(*REGIONS)

    def metadata(self, place):
        if isinstance(place, int):
            return PhoneMetadata.metadata_for_nongeo_region(place, None)
        return PhoneMetadata.metadata_for_region(place, None)

    def national(self, region):
        metadata = self.metadata(region)
        national = self.number(metadata)
        trunk = metadata.national_prefix or ""
        kind = self.random.randrange(8)
        if kind < 3:
            return phonenumbers.format_number(
                self.object(metadata.country_code, national), PhoneNumberFormat.NATIONAL
            )
        if kind == 3:
            return self.spaced(national)
        if kind == 4:
            return self.spaced(trunk + national)
        if kind == 5:
            prefix = metadata.national_prefix_for_parsing
            return self.spaced((self.matching(prefix) if prefix else trunk) + national)
        if kind == 6:
            return f"({trunk}{national[:3]}) {self.spaced(national[3:])}"
        if region == "BR" and self.chance(0.5):
            return f"0xx{national[:2]} {self.spaced(national[2:])}"
        return phonenumbers.format_national_number_with_carrier_code(
            self.object(metadata.country_code, national), self.pick("", "15", "12", "1")
        )

    def international(self, place, home):
        metadata, at_home = self.metadata(place), self.metadata(home)
        national, code = self.number(metadata), str(metadata.country_code)
        trunk = metadata.national_prefix or self.pick("", "0")
        kind = self.random.randrange(13)
        number = self.object(metadata.country_code, national)
        if kind < 2:
            return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
        if kind == 2:
            return "+" + code + national
        if kind == 3:
            return phonenumbers.format_number(number, PhoneNumberFormat.RFC3966)
        if kind == 4:
            return phonenumbers.format_out_of_country_calling_number(number, home)
        if kind == 5:
            return self.pick("00", "011", "00 ", "011-") + code + self.spaced(national)
        if kind == 6:
            return self.matching(at_home.international_prefix) + self.spaced(code + national)
        if kind == 7:
            return f"+{code} ({trunk}){self.spaced(national)}"
        if kind == 8:
            return f"+{code} {trunk}{self.spaced(national)}"
        if kind == 9:
            return self.spaced(code + national)
        if kind == 10:
            plus = self.pick("+(", "(+", "[+", "++", "+ ", "+-")
            return f"{plus}{code}) {self.spaced(national)}"
        if kind == 11:
            return "+" + self.pick("00", "0", "011", "") + code + self.spaced(national)
        return f"tel:{self.spaced(national)};phone-context=+{code}"

    def object(self, code, national):
        number = phonenumbers.PhoneNumber(country_code=code, national_number=int(national))
        phonenumberutil._set_italian_leading_zeros_for_phone_number(national, number)
        return number

    def spaced(self, digits):
        """The digits in groups, with the separators that people type."""
        separator = self.pick(
            " ", "-", ".", "", "", "/", " - ", "\u00a0", "\u2013", "\u202f", "  "
        )
        size = self.random.randint(2, 4)
        groups = [digits[at : at + size] for at in range(0, len(digits), size)]
        return separator.join(groups)

    def decorated(self, text):
        if self.chance(0.05):
            zero = self.random.choice(SCRIPTS)
            text = "".join(chr(zero + int(c)) if c in "0123456789" else c for c in text)
        if self.chance(0.03):
            text = text.replace("+", "\uff0b").replace("(", "\uff08").replace(")", "\uff09")
        if self.chance(0.03):
            text = text.replace(" ", self.pick("\u3000", "\u2011", "\u2212", "\u00ad", "\u2009"))
        if self.chance(0.06):
            label = self.pick(
                " ext. ", " ext ", ";ext=", " x", "x", " #", "#", " extension ", " extn", ",,",
                ", ", ";", " anexo ", " int. ", " Ext: ", " \u0434\u043e\u0431. ", " EXT ", "~",
                " - ",
            )
            text += label + self.digits(self.random.choice([1, 2, 3, 3, 4, 5, 7, 9, 10, 16]))
            text += self.pick("", "", "", "#")
        if self.chance(0.05):
            text = self.pick(" ", "  ", '"', "(", "'", "\u202a", "\u200e", ": ") + text
        if self.chance(0.05):
            text += self.pick(" ", ")", ".", ";", "\u202c", '"', "  ", "-")
        if self.chance(0.02) and not text.startswith("tel:"):
            text = self.pick("tel:", "TEL:", "Tel: ") + text
        return text

    def mutated(self, text):
        for _ in range(self.random.randint(1, 3)):
            at = self.random.randint(0, len(text))
            kind = self.random.randrange(5)
            if kind == 0:
                text = text[:at] + text[at + 1 :]
            elif kind == 1:
                text = text[:at] + self.digits(self.random.randint(1, 4)) + text[at:]
            elif kind == 2:
                text = text[:at] + self.digits(1) + text[at + 1 :]
            elif kind == 3:
                junk = "+-./()[]*#,;:_=aQxX\u00e9\u4e8c!&?~^|<>@% "
                text = text[:at] + self.random.choice(junk) + text[at:]
            else:
                text = text[:at]
        return text


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=200_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    generator = Generator(options.seed)
    accepted = 0
    with open(options.out, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# phonenumbers {phonenumbers.__version__}, seed {options.seed}\n")
        for index in range(options.count):
            text, region = generator.spelling(REGIONS[index % len(REGIONS)])
            e164 = answer(text, region)
            accepted += e164 is not None
            out.write(f"{region or '-'}\t{text}\t{e164 or '-'}\n")
    print(f"{options.count} spellings, seed {options.seed}, {accepted} of them accepted")


if __name__ == "__main__":
    main()
