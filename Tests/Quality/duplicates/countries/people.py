"""People of a country and how they are written down: clientgen.py's generator, with what is the
country's own."""

import importlib
import random
import unicodedata

from languages import LANGUAGES, SCRIPTS
from surnames import of_woman
from venues import PHONES


def pairs(text):
    return [(a, b.split(",")) for a, b in (x.split("=", 1) for x in text.split())]


def pool(language, seed):
    """Faker's names of a language: men's, women's, surnames (of men), frequent ones first."""
    found = {"m": {}, "f": {}, "l": {}}
    for locale in LANGUAGES[language]["faker"]:
        P = importlib.import_module("faker.providers.person." + locale).Provider
        women = getattr(P, "first_names_female", None)
        men = getattr(P, "first_names_male", None)
        if not women:  # Lithuanian: all in one list
            women = [n for n in P.first_names if n.endswith(("a", "ė"))]
            men = [n for n in P.first_names if n.endswith("s")]
        last = next(
            getattr(P, n)
            for n in ("male_last_names", "last_names_male", "last_names_without_suffix", "last_names")
            if len(getattr(P, n, ())) > 1
        )
        if language == "pl":
            last = list(last) + list(P.unisex_last_names)[:1200]
        for kind, names in (("m", men), ("f", women), ("l", last)):
            for name in names:
                weight = names[name] if isinstance(names, dict) else 1
                if len(name) > 1 and "." not in name:
                    found[kind][unicodedata.normalize("NFC", name)] = weight
    r, out = random.Random(seed), {}
    for kind, names in found.items():
        order = sorted(names)
        for i in range(len(order) - 1, 0, -1):
            j = int(r.random() * (i + 1))
            order[i], order[j] = order[j], order[i]
        out[kind] = sorted(order, key=lambda n: -names[n])[:1200]
    return out


def make_class(base):
    class Country(base):
        def __init__(self, config, seed):
            super().__init__(config, seed)
            self.pools = {l: pool(l, seed) for l in config["languages"]}
            self.cum = {}
            for lang, p in self.pools.items():
                for kind, names in p.items():
                    total, acc = 0.0, []
                    for i in range(len(names)):
                        total += 1.0 / (i + (12 if kind == "l" else 6)) ** (0.72 if kind == "l" else 0.85)
                        acc.append(total)
                    self.cum[lang, kind] = acc

        # People
        def person(self, lang=None, sex=None, last=None, adult=True):
            p = super().person(lang, sex, last, adult)
            spec = LANGUAGES[p["lang"]]
            self.c["titles"] = {s: spec[s].split(",") for s in "mf"}
            if self.r() < spec.get("double", 0):
                second = (
                    self.pick(spec["second_" + p["sex"]])
                    if "second_m" in spec
                    else self.name(p["lang"], p["sex"])
                )
                if second != p["first"] and " " not in p["first"] and "-" not in p["first"]:
                    p["first"] += ("-" if spec.get("hyphen") and self.r() < 0.6 else " ") + second
            if spec.get("patronymic"):
                p["father"] = self.name(p["lang"], "m")
            if last and spec.get("surnames") and not adult:
                p["last"] = last.split(" ")[0] + " " + self.surname(p["lang"]).split(" ")[0]
            elif not last and spec.get("surnames") and " " not in p["last"]:
                p["last"] += " " + super().surname(p["lang"])
            if p["email"] and not last:
                p["email"] = self.email(p, p["email"].split("@")[1])
            return p

        def surname(self, lang):
            s, spec = super().surname(lang), LANGUAGES[lang]
            if " " not in s and "'" not in s and self.r() < spec.get("particle", 0):
                part = self.pick(spec["particles"])
                s = part + ("" if part[-1] == "'" or part in ("Mc", "Mac", "Fitz") else " ") + s
            return s

        def email(self, p, domain=None):
            p = dict(
                p,
                first=self.latin(p["first"], p["lang"]),
                last=self.latin(self.gendered(p, p["last"]), p["lang"]),
                nick=p.get("nick") and self.latin(p["nick"], p["lang"]),
            )
            if self.r() < 0.5:
                p["first"], p["last"] = self.letters(p["first"], p["lang"], 0), self.letters(
                    p["last"], p["lang"], 0
                )
            if " " in p["last"] and self.r() < 0.7:
                p["last"] = p["last"].split(" ")[-1 if p["lang"] == "pt" else 0]
            return super().email(p, domain)

        def gendered(self, p, last):
            rule = LANGUAGES[p["lang"]].get("women")
            if rule == "is":
                return last + ("son" if p["sex"] == "m" else "dóttir")
            if not rule or p["sex"] == "m":
                return last
            married = p.get("married") is not None or p["birth"][0] < 1985
            return "-".join(
                " ".join(of_woman(w, rule, married) for w in part.split(" ")) for part in last.split("-")
            )

        # Telephones
        def phone(self, lang):
            cc = self.c["home"] if self.r() < 0.15 else self.c["country"][lang]
            pattern = self.pick(PHONES[cc][0].split())
            return cc, "".join(
                str(int(self.r() * 10)) if x == "#" else str(2 + int(self.r() * 8)) if x == "~" else x
                for x in pattern
            )

        def write_phone(self, ph, channel):
            cc, n = ph
            _, trunk, groups = PHONES[cc]
            national = self.r() < (
                {"desk": 0.86, "web": 0.5, "import": 0.7, "ota": 0.05}[channel]
                if cc == self.c["home"]
                else 0.05
            )
            x = self.r()
            if national:
                return (
                    trunk + n
                    if channel == "import" or x < 0.4
                    else self.grouped(trunk + n, self.pick(groups.split("|")))
                )
            if x < 0.42:
                return "+" + cc + n
            if x < 0.7:
                return "+" + cc + " " + self.grouped(n, "2 3 2 2 2" if x < 0.56 else "3 3 4")
            if x < 0.78:
                return "00" + cc + n
            if x < 0.82:
                return "00" + cc + " " + self.grouped(n, "3 3 4")
            if x < 0.88 and trunk:
                return "+" + cc + " (" + trunk + ") " + self.grouped(n, "2 3 2 2 2")
            if x < 0.91 and trunk:
                return "+" + cc + trunk + n
            if x < 0.94:
                return "(+" + cc + ")" + n
            return cc + n

        def grouped(self, digits, pattern):
            out, at, size = "", 0, ""
            for ch in pattern.strip() + "\0":
                if ch.isdigit():
                    size += ch
                    continue
                if size:
                    out += digits[at : at + int(size)]
                    at, size = at + int(size), ""
                if ch != "\0" and (at < len(digits) or ch == ")"):
                    out += ch
            return (out + digits[at:]).strip()

        # Writing
        def letters(self, text, lang, which=None):
            for a, ways in pairs(LANGUAGES[lang]["letters"]):
                way = ways[0] if which is not None else self.pick(ways)
                text = text.replace(a, way).replace(a.capitalize(), way.capitalize())
            return text

        def latin(self, text, lang, scheme=0):
            if LANGUAGES[lang].get("script") in (None, "sr"):
                return text
            schemes, table = SCRIPTS[LANGUAGES[lang]["script"]], {}
            for s in {0, scheme}:
                table.update({a: b[0] for a, b in pairs(schemes[s])})
            text = (
                "".join(c for c in unicodedata.normalize("NFD", text) if c not in "\u0301\u0344")
                if lang == "el"
                else text
            )
            text, out, at = unicodedata.normalize("NFC", text), "", 0
            while at < len(text):
                two, one = text[at : at + 2].lower(), text[at].lower()
                key = two if len(two) == 2 and two in table else one
                to = table.get(key, text[at])
                out += to[:1].upper() + to[1:] if text[at].isupper() and to else to
                at += len(key)
            return out

        def particles(self, last):
            words = last.split(" ")
            k = next((i for i, w in enumerate(words) if w[:1].isupper() and i > 0), len(words) - 1)
            lead, name = words[:k], " ".join(words[k:])
            x = self.r()
            if x < 0.22:
                return (
                    "".join(lead) + name.lower()
                    if x < 0.11
                    else " ".join(w.capitalize() for w in lead) + " " + name
                )
            if x < 0.42:
                return name
            if x < 0.62:
                return (
                    "".join(w[0] for w in lead) + "." * int(self.r() * 2) + " " + name
                    if len(lead) > 1
                    else "".join(lead) + name
                )
            if x < 0.82:
                return name + (", " if self.r() < 0.6 else " ") + " ".join(lead)
            return "".join(w.capitalize() for w in lead) + name

        def language_errors(self, p, first, last, e, tags):
            lang, r = p["lang"], self.r
            spec = LANGUAGES[lang]
            self.c["titles"] = {s: spec[s].split(",") for s in "mf"}
            if spec.get("women"):
                wrong = p["sex"] == "f" and e("gender_form")
                last = last if wrong and spec["women"] != "is" else self.gendered(p, last)
                tags += ["gender_form"] * wrong
            if spec["women"] == "is" and e("abbreviated") if "women" in spec else False:
                last = last.replace("dóttir", "d.").replace("sson", "ss.")
                tags.append("abbreviated")
            if spec.get("surnames") and " " in last and e("surname_dropped"):
                words = last.split(" ")
                i = next(
                    (i for i, w in enumerate(words) if i and w[:1].isupper() and words[i - 1][:1].isupper()),
                    len(words) - 1,
                )
                head, tail = " ".join(words[:i]), " ".join(words[i:])
                last = (tail if r() < 0.85 else head) if lang == "pt" else (head if r() < 0.88 else tail)
                tags.append("surname_dropped")
            elif spec.get("particles") and (" " in last or "'" in last) and e("particle"):
                last = (
                    self.particles(last)
                    if " " in last
                    else self.pick([last.replace("'", ""), last.replace("'", " "), last.replace("'", "’")])
                )
                tags.append("particle")
            if spec.get("patronymic") and "father" in p and e("patronymic"):
                first += " " + p["father"].rstrip("йь") + ("ович" if p["sex"] == "m" else "овна")
                tags.append("patronymic")
            script = spec.get("script")
            if script == "sr" and r() < 0.2:
                table = [(a, b[0]) for a, b in pairs(SCRIPTS["sr"][0])]
                for a, b in table:
                    first, last = (t.replace(a, b).replace(a.capitalize(), b.upper()) for t in (first, last))
                tags.append("script")
            elif script not in (None, "sr") and (e("script") or (lang != self.langs[0][0] and r() < 0.9)):
                scheme = int(r() * r() * len(SCRIPTS[script]))
                first, last = self.latin(first, lang, scheme), self.latin(last, lang, scheme)
                tags.append("script")
            elif e("letters"):
                a, b = self.letters(first, lang), self.letters(last, lang)
                tags += ["letters"] * ((a, b) != (first, last))
                first, last = a, b
            if spec.get("first_last") and first and last and e("surname_first"):
                x = r()
                first, last = ("", last + " " + first) if x < 0.6 else (last, first)
                tags.append("surname_first")
            elif first and last and e("comma"):
                first, last = "", last + ", " + first
                tags.append("comma")
            if e("company"):
                w = self.pick(self.c["org_words"]).replace("-", " ").title()
                last = last + self.pick([" (%s)", " / %s", " - %s", " c/o %s"]) % w
                tags.append("company")
            return first, last

    return Country
