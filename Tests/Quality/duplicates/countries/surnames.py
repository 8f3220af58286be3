"""Women's forms of surnames, from the men's."""


def swap(name, endings):
    for old, new in endings:
        if name.endswith(old):
            return name[:len(name) - len(old)] + new
    return name


# Czech and Slovak after Internetová jazyková příručka; Polish adjectives alone; Russian, Ukrainian
# and Bulgarian by the endings of adjectives; Greek genitives; Latvian by declension; Lithuanian
# -ienė for the married, -aitė, -ytė, -utė for the others.
ENDINGS = {
    "pl": [("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("ny", "na"), ("ły", "ła")],
    "cs": [("ý", "á"), ("í", "í"), ("ek", "ková"), ("ec", "cová"), ("el", "lová"), ("a", "ová"),
           ("o", "ová"), ("e", "eová"), ("", "ová")],
    "ru": [("ский", "ская"), ("цкий", "цкая"), ("ський", "ська"), ("цький", "цька"), ("ски", "ска"),
           ("ый", "ая"), ("ой", "ая"), ("ий", "ая"), ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"),
           ("єв", "єва"), ("ін", "іна"), ("їн", "їна"), ("ин", "ина"), ("ын", "ына")],
    "el": [("όπουλος", "οπούλου"), ("ος", "ου"), ("ός", "ού"), ("ίδης", "ίδου"), ("άδης", "άδου"),
           ("ης", "η"), ("ής", "ή"), ("ας", "α"), ("άς", "ά"), ("ις", "η"), ("ς", "")],
    "lv": [("iņš", "iņa"), ("is", "e"), ("š", "a"), ("s", "a")],
}


def of_woman(name, rule, married):
    if len(name) < 3 or not name[0].isupper():
        return name
    if rule == "lt":
        stem = swap(name, [("as", ""), ("is", ""), ("ys", ""), ("us", ""), ("ė", "")])
        if stem == name:
            return name
        single = {"as": "aitė", "us": "utė"}.get(name[-2:], "ytė")
        return stem + ("ienė" if married else single)
    return swap(name, ENDINGS[rule])
