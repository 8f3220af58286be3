#!/usr/bin/env python3
"""Makes client lists of many countries, labelled, to see whether the matcher knows their habits.

  countries.py [--rows 5000] [--seed 1] [--dedup DIR] --out DIR [COUNTRY ...]

For each country (DE, PL, GR ...; all without any) two files: `DE.csv`, the truth with `id` and
`cluster_id` as score.py wants it, and `DE-list.csv`, the same rows as that country's programs export
them: headers, dates, delimiter and encoding of their own. Households, channels, homonyms, twins,
secretaries and plain slips are clientgen.py's (in DIR, ../shared/dedup beside the checkout); what
is here is the country's own: names from Faker, letters that a keyboard lacks, other alphabets,
women's surnames, two surnames, particles, short forms, forms of address, numbers. Needs Faker.
Same rows, seed and Faker: same bytes.
"""

import argparse, csv, os, random, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "countries"))
from languages import FAMILY, HEARD, LANGUAGES
from people import make_class, pairs
from venues import HOME, REMARKS, VENUES

# Chance of each error by channel: desk, web, import, agency; beside clientgen's.
ERRORS = {
    "letters": (0.5, 0.25, 0.4, 0.7),
    "gender_form": (0.06, 0.01, 0.03, 0.03),
    "surname_dropped": (0.6, 0.35, 0.15, 0.3),
    "particle": (0.4, 0.2, 0.3, 0.4),
    "script": (0.4, 0.45, 0.3, 1),
    "patronymic": (0.03, 0.05, 0.3, 0.1),
    "surname_first": (0.3, 0.1, 0.2, 0.05),
    "company": (0.012, 0.004, 0.02, 0),
    "comma": (0.02, 0.0, 0.08, 0.02),
    "abbreviated": (0.08, 0.02, 0.05, 0),
}


def config(base, country):
    mix, _, _, cities, domains = VENUES[country]
    shares = {l: float(s[0]) for l, s in pairs(mix)}
    home = next(iter(shares))
    spec = [LANGUAGES[l] for l in shares]
    c = dict(base)
    c.update(
        languages=shares,
        written_language={"ga": "en", "sr": "sr"},
        home=HOME[country],
        cities=cities.split(),
        domains=[(d, int(w[0])) for d, w in pairs(domains)],
        country={
            l: (
                HOME[country]
                if l == home or random.Random(l + country).random() < 0.3
                else LANGUAGES[l]["code"]
            )
            for l in shares
        },
        nicknames={f: s for x in spec for f, s in pairs(x["nick"])},
        remarks=[x for x in REMARKS[home].split(";") if x],
        org_email=["info@{}.com", "reception@{}.com", "office@{}.com", "contact@{}.com"],
        phonetic={l: HEARD[FAMILY[l]] for l in shares},
        keyboard=["qwertzuiop" if home in "de cs sk hu hr sl sr" else "qwertyuiop", "asdfghjkl", "zxcvbnm"],
        errors={**base["errors"], **ERRORS},
        tail_surname=0.35 if home != "is" else 0,
        dummy_phones=[
            "0000000000",
            "123456789",
            "0123456789",
            "111111111",
            "+" + HOME[country] + "000000000",
            "99999999",
        ],
        generic_emails=[
            "client@gmail.com",
            "no@no.com",
            "noemail@noemail.com",
            "test@test.com",
            "x@x.com",
            "info@booking.com",
        ],
        placeholders=[
            ("", "."),
            ("", "Walk-in"),
            ("Walk", "In"),
            ("X", "X"),
            ("", "?"),
            ("Test", "Test"),
            ("", "-"),
            ("Guest", "Guest"),
        ],
    )
    if home in ("es", "is", "pt"):
        c["couple_same_name"] = {"es": 0.02, "is": 0.0, "pt": 0.35}[home]
    return c


def encode(text, encoding):
    """Letters that a code page lacks lose their accents, or are question marks."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        return plain.encode(encoding, "replace")


def write_list(rows, path, country):
    _, form, headers, _, _ = VENUES[country]
    encoding, delimiter, order = form.replace("\t", "\\t").split(" ")
    delimiter = delimiter.replace("\\t", "\t")
    names = headers.split("," if ";" not in headers else ";")
    out = [[h for h in names if h != "|"]]
    for id, first, last, email, phone, dob, language, city, _, _ in rows:
        if dob:
            y, m, d = dob.split("-")
            dob = {"y": y + order[1] + m + order[1] + d + "." * (order == "y.m.d")}.get(
                order[0], d + order[1] + m + order[1] + y
            )
        name = (
            [first, last]
            if "|" not in names
            else [" ".join(x for x in ((last, first) if country == "HU" else (first, last)) if x)]
        )
        out.append([id] + name + [email, phone, dob, language, city])
    with open(path, "wb") as f:
        start = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}.get(encoding, b"")
        f.write(start)
        encoding = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
        for row in out:
            cells = [
                '"' + c.replace('"', '""') + '"' if any(x in c for x in delimiter + '"\n') else c for c in row
            ]
            f.write(b"".join(encode(x, encoding) for x in (delimiter.join(cells) + "\r\n",)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("countries", nargs="*", default=list(VENUES))
    ap.add_argument("--rows", type=int, default=5000)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--dedup", default=os.path.join(HERE, "../../../../shared/dedup"))
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    sys.path.insert(0, a.dedup)
    import clientgen

    os.makedirs(a.out, exist_ok=True)
    for country in a.countries or VENUES:
        rows = make_class(clientgen.Gen)(config(clientgen.CONFIG, country), a.seed).make(a.rows)
        clientgen.write(rows, os.path.join(a.out, country + ".csv"))
        write_list(rows, os.path.join(a.out, country + "-list.csv"), country)


if __name__ == "__main__":
    main()
