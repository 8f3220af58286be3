#!/usr/bin/env python3
"""Makes Tests/Quality/search/people-made.tsv and queries-made.tsv: guests of a European hotel, most of
whose names others have as well, and searches of which it is known who is meant.

It knows letters, not the engine. A search is kept only where one person can be meant: by whole words
and their beginnings as they stand in the list, accents aside; among people of the very same name it
is the one who was there last. Nobody is made whom a hand-written search names to the letter, and
namesakes of the hand-written people came long ago, so that those searches keep their answers.

    python3 Tests/Oracles/search/generate.py
"""
import random
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "Quality" / "search"
SEED = 20260714
COUNT = 4000

NAMES = {
    "fr": (
        "Jean Pierre Michel André Philippe Alain Nicolas Julien Thomas Antoine Lucas Hugo Louis "
        "Mathieu Jean-Marc Jean-Luc Jean-François Marie Sophie Isabelle Nathalie Céline Camille "
        "Julie Émilie Hélène Anne-Sophie Marie-Claire Valérie Aurélie Léa Manon Inès Mélanie",
        "Martin Bernard Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre "
        "Michel Garcia David Bertrand Roux Vincent Fournier Girard Bonnet Dupuis Lambert Fontaine "
        "Rousseau Blanchard Guérin Boyer Garnier Chevalier François Legrand Gauthier Gautier Perrin "
        "Robin Clément Morin Nicolas Henry Roussel Mathieu Masson Marchand Duval Denis Dumont Marie "
        "Lemaire Noël Meyer Dufour Meunier Brun Blanc Giraud Joly Rivière Lucas Brunet Gaillard "
        "Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard "
        "Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Bourgeois Thibaut Thibault Thiébaut "
        "Reynaud Renault Renaut Rénaux Arnault Girault Giraut Foucault Foucaud Mercier Hervé",
    ),
    "nl": (
        "Jan Piet Kees Hendrik Willem Johan Maarten Bram Daan Sander Wouter Dirk Geert Koen Anna "
        "Maria Els An Katrien Lieve Hilde Femke Sanne Anouk Marieke Liesbeth Griet Nele Tine Ilse",
        "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters Desmet De Smet De "
        "Backer|De Backer Dubois Lambert Hermans Aerts Michiels Hendrickx Janssen Jansen Janse "
        "Bakker Visser Smit Smits Smets Meijer Meyer Mulder Bos Vos Peters Hendriks Dekker "
        "van Dijk|van Dyck de Jong|de Jonge van Leeuwen van den Bosch|van den Broek van der Linden "
        "Vermeulen Verhoeven Claessens Cools Pauwels Desmet Declercq De Clercq|De Klerck Martens "
        "Van Damme|Vandamme Van den Bossche|Vandenbossche Verstraete Verstraeten Lemmens Coppens",
    ),
    "de": (
        "Hans Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Stefan Christian Markus Matthias "
        "Karl-Heinz Hans-Peter Günter Uwe Anna Maria Ursula Monika Petra Sabine Birgit Andrea "
        "Susanne Claudia Heike Katharina Anneliese Jutta Ilse Lieselotte Johanna Franziska",
        "Müller Mueller Schmidt Schmitt Schmid Schmitz Schneider Schnyder Fischer Vischer Weber "
        "Meyer Meier Maier Mayer Mayr Wagner Becker Bäcker Schulz Schulze Schultz Hoffmann Hofmann "
        "Schäfer Schaefer Koch Bauer Richter Klein Wolf Wolff Schröder Schroeder Neumann Schwarz "
        "Zimmermann Braun Brown Krüger Krueger Hartmann Lange Werner Schmitt Krause Kraus Lehmann "
        "Köhler Koehler Walter Walther König Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Weiss "
        "Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz "
        "Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer "
        "Kremer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Brand Haas Schreiber Graf",
    ),
    "en": (
        "John David Michael James Robert William Richard Thomas Andrew Daniel Matthew Christopher "
        "Edward Anthony Mary Margaret Susan Elizabeth Sarah Catherine Katherine Kathryn Jennifer "
        "Patricia Rebecca Victoria Alexandra Charlotte Deborah Samantha Helen Alison",
        "Smith Smyth Jones Taylor Tailor Brown Browne Williams Wilson Johnson Johnston Davies Davis "
        "Robinson Wright Thompson Thomson Evans Walker White Whyte Roberts Green Greene Hall Wood "
        "Jackson Clarke Clark Patel Hughes Harris Martin Cooper King Lee Leigh Baker Harrison Morris "
        "Allen Allan Scott Watson Parker Bennett Bennet Young Shaw Stewart Stuart Read Reid Reed "
        "Murphy O'Connor|O'Connell Kelly Kelley O'Sullivan|Sullivan Walsh Byrne Burn Ryan O'Reilly "
        "McDonald MacDonald McKenzie Mackenzie Campbell Philips Phillips Nicholson Nicolson",
    ),
    "es": (
        "José Antonio Manuel Francisco Juan David Javier Carlos Miguel Rafael José-Luis María Carmen "
        "Ana Isabel Laura Cristina Marta Dolores Pilar Lucía Mercedes Rosario",
        "García González Gonzáles Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín "
        "Jiménez Giménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro "
        "Torres Domínguez Vázquez Vásquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez",
    ),
    "it": (
        "Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Maria Anna "
        "Giuseppina Rosa Angela Giovanna Teresa Lucia Francesca Chiara Giulia",
        "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Rizzi Marino Greco Bruno Gallo "
        "Conti De Luca|De Lucia Costa Giordano Mancini Rizzo Lombardi Moretti Barbieri Fontana "
        "Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli",
    ),
    "pl": (
        "Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Marcin Anna Maria Katarzyna Małgorzata "
        "Agnieszka Barbara Ewa Elżbieta Joanna Magdalena",
        "Nowak Kowalski Kowalska Wiśniewski Dąbrowski Lewandowski Wójcik Kamiński Kowalczyk Zieliński "
        "Szymański Woźniak Kozłowski Jankowski Wojciechowski Kwiatkowski Mazur Krawczyk Piotrowski "
        "Grabowski Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Majewski Olszewski Stępień",
    ),
    "north": (
        "Lars Erik Anders Nils Sven Bjørn Jens Henrik Ole Karl Anna Eva Karin Kristina Ingrid Lena "
        "Birgitta Kirsten Mette Astrid Åse",
        "Hansen Hanssen Jensen Nielsen Nilsen Nilsson Larsen Larsson Andersen Andersson Anderson "
        "Pedersen Petersen Pettersson Kristensen Christensen Olsen Ohlsson Johansen Johansson "
        "Eriksson Eriksen Lindström Lindstrom Lindberg Bergström Sørensen Jørgensen Møller Holm",
    ),
    "south-east": (
        "Mehmet Mustafa Ahmet Ali Ayşe Fatma Emine Zeynep Mohamed Ahmed Youssef Fatima Khadija "
        "Nikola Marko Ana Jelena Petr Jana Tomáš Eva Ioannis Georgios Maria Eleni",
        "Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan El Idrissi|El Fassi "
        "Benali Ben Said|Bensaid Haddad Jovanović Petrović Nikolić Marković Novák Novotný Svoboda "
        "Dvořák Černý Procházka Papadopoulos Papadakis Georgiou Dimitriou",
    ),
}

# How what is heard is written by somebody else. Each takes effect where it first can.
RESPELLINGS = [
    ("ph", "f"), ("th", "t"), ("dt", "t"), ("tt", "t"), ("ck", "k"), ("ss", "s"), ("nn", "n"),
    ("mm", "m"), ("ll", "l"), ("rr", "r"), ("ff", "f"), ("eau", "o"), ("ault", "o"), ("aut", "o"),
    ("ai", "e"), ("ei", "ai"), ("ey", "ei"), ("ie", "i"), ("y", "i"), ("sch", "sh"), ("cz", "ch"),
    ("sz", "sh"), ("w", "v"), ("v", "f"), ("z", "s"), ("ou", "u"), ("oo", "o"), ("aa", "a"),
    ("ks", "x"), ("x", "ks"), ("c", "k"), ("qu", "k"), ("gu", "g"), ("d", "t"), ("ch", "k"),
    ("s", "z"), ("h", ""), ("ć", "ch"), ("ş", "sh"), ("ç", "s"), ("ij", "ei"), ("ea", "i"),
]

# What people call themselves; written from memory, not from the tables of the engine.
NICKNAMES = {
    "William": ["Bill", "Will"], "Robert": ["Bob", "Rob"], "Elizabeth": ["Liz", "Beth"],
    "Katherine": ["Kate", "Kathy"], "Catherine": ["Cathy"], "Margaret": ["Maggie", "Peggy"],
    "Richard": ["Dick"], "Edward": ["Ted", "Ed"], "Anthony": ["Tony"], "James": ["Jim"],
    "Christopher": ["Chris"], "Jennifer": ["Jenny"], "Patricia": ["Pat"], "Rebecca": ["Becky"],
    "Victoria": ["Vicky"], "Deborah": ["Debbie"], "Samantha": ["Sam"], "Michael": ["Mike"],
    "Matthew": ["Matt"], "Andrew": ["Andy"], "Thomas": ["Tom"], "Hans": ["Hansi"],
    "Johanna": ["Hanna"], "Katharina": ["Kathi"], "Franziska": ["Franzi"], "José": ["Pepe"],
    "Francisco": ["Paco"], "Manuel": ["Manolo"], "Dolores": ["Lola"], "Giuseppe": ["Beppe"],
    "Giovanni": ["Gianni"], "Salvatore": ["Totò"], "Francesca": ["Franca"], "Hendrik": ["Henk"],
    "Katarzyna": ["Kasia"], "Małgorzata": ["Gosia"], "Agnieszka": ["Aga"], "Stanisław": ["Staszek"],
    "Liesbeth": ["Lies"], "Krzysztof": ["Krzysiek"], "Magdalena": ["Magda"], "Joanna": ["Asia"],
}

PREFIXES = ["+3361", "+3362", "+3247", "+3249", "+4916", "+4917", "+4477", "+3460", "+3933", "+4860"]


def words(text):
    """Names of a list: words, or several that belong together and end in a |."""
    found, open_words = [], []
    for word in text.split():
        if "|" in word:
            left, right = word.split("|", 1)
            found.append(" ".join(open_words + [left]))
            open_words = [right] if right[:1].islower() or right in ("De", "El", "Van") else []
            if not open_words and right:
                found.append(right)
            continue
        if open_words or word in ("De", "de", "van", "Van", "El", "Ben", "den", "der"):
            open_words.append(word)
            if word not in ("De", "de", "van", "Van", "El", "Ben", "den", "der"):
                found.append(" ".join(open_words))
                open_words = []
            continue
        found.append(word)
    return found


SPECIAL = str.maketrans({
    "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i",
    "Đ": "d", "Þ": "th", "þ": "th", "ð": "d", "'": "", "-": " ",
})


def plain(text):
    text = unicodedata.normalize("NFD", text.translate(SPECIAL).lower())
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def fits(query, person):
    """Whether each word of a text begins a word of the name, or is one, as they stand in the list."""
    own = plain(person["first"] + " " + person["last"]).split()
    own += [plain(person[name]).replace(" ", "") for name in ("first", "last")]
    return all(any(word.startswith(asked) for word in own) for asked in plain(query).split())


def read_hand():
    people = []
    for line in (FOLDER / "people-hand.tsv").read_text().splitlines():
        cells = line.split("\t")
        people.append({
            "id": int(cells[0]), "first": cells[1], "last": cells[2], "email": cells[4],
            "phone": cells[5], "day": int(cells[6]),
        })
    return people


def read_hand_queries():
    """The texts of names among them: words of letters."""
    texts = []
    for line in (FOLDER / "queries-hand.tsv").read_text().splitlines():
        text = line.split("\t")[1]
        if not any(letter.isdigit() or letter == "@" for letter in text) and len(text) > 2:
            texts.append(text)
    return texts


def make_people(dice, hand):
    asked = read_hand_queries()
    hand_words = {word for p in hand for word in plain(p["last"]).split()}
    countries = list(NAMES)
    lists = {c: tuple(words(part) for part in NAMES[c]) for c in countries}
    weights = [22, 20, 20, 16, 8, 8, 8, 6, 8]
    people = []
    while len(people) < COUNT:
        country = dice.choices(countries, weights)[0]
        firsts, lasts = lists[country]
        # Some names are common: the first of a list as often as many of its last.
        first = firsts[int(len(firsts) * dice.random() ** 1.6)]
        last = lasts[int(len(lasts) * dice.random() ** 1.6)]
        if dice.random() < 0.04:
            last += "-" + dice.choice(lasts)
        if any(fits(text, {"first": first, "last": last}) for text in asked):
            continue
        day = dice.randint(1, 1000)
        if hand_words & set(plain(last).split()):
            day = dice.randint(1, 59)
        number = 1000 + len(people)
        local = plain(first).replace(" ", "") + "." + plain(last).replace(" ", "")
        email = f"{local}{dice.randint(1, 99)}@{dice.choice(['gmail.com', 'mail.eu', 'web.eu'])}"
        phone = dice.choice(PREFIXES) + f"{dice.randint(0, 9999999):07d}"
        people.append({
            "id": number, "first": first, "last": last, "email": email if dice.random() < 0.8 else "",
            "phone": phone if dice.random() < 0.85 else "", "day": day,
        })
    return people


def typo(word, dice):
    place = dice.randint(1, len(word) - 2)
    kind = dice.randint(0, 3)
    if kind == 0:
        return word[:place] + dice.choice("aeionrst") + word[place + 1:]
    if kind == 1:
        return word[:place] + word[place + 1:]
    if kind == 2:
        return word[:place] + word[place] + word[place:]
    return word[:place] + word[place + 1] + word[place] + word[place + 2:]


def misheard(word, dice):
    rules = RESPELLINGS[:]
    dice.shuffle(rules)
    heard, count = word, 0
    for old, new in rules:
        at = heard.find(old, 1 if old == "h" else 0)
        # Nobody hears a sibilant before another consonant, or a letter within sch, otherwise.
        if old in ("s", "ch", "h", "c") and (
            "sch" in heard[max(0, at - 2):at + 3] or heard[at + 1:at + 2] in tuple("bcdfgklmnpqrstvwz")
        ):
            continue
        # A French x at the end is silent.
        if old == "x" and at == len(heard) - 1 and heard[at - 1] in "aeiou":
            continue
        if at >= 0 and count < 2:
            heard = heard[:at] + new + heard[at + len(old):]
            count += 1
    return heard if count == 2 and len(heard) >= 4 else None


def make_queries(dice, people, everybody):
    by_name = {}
    for person in people:
        by_name.setdefault((plain(person["first"]), plain(person["last"])), []).append(person)
    single = [group[0] for group in by_name.values() if len(group) == 1]
    several = [group for group in by_name.values() if len(group) > 1]
    queries = []

    def only(query):
        return [p for p in everybody if fits(query, p)]

    def collect(kind, count, draw):
        seen, tries = set(), 0
        while len(seen) < count and tries < 4000:
            tries += 1
            made = draw()
            if made is None or made[0] in seen:
                continue
            seen.add(made[0])
            queries.append((kind, made[0], made[1]["id"]))

    def full():
        person = dice.choice(single)
        names = [person["first"], person["last"]]
        if dice.random() < 0.4:
            names.reverse()
        text = " ".join(names)
        return (text, person) if only(text) == [person] else None

    def prefix():
        person = dice.choice(single)
        last, first = plain(person["last"]), plain(person["first"])
        for length in range(1, 1 + len(last) + len(first)):
            text = last if length > len(last) else last[:length]
            if length > len(last):
                text = last + " " + first[:length - len(last)]
            if only(text) == [person]:
                return text, person
        return None

    def both_begun():
        person = dice.choice(single)
        text = plain(person["first"])[:3] + " " + plain(person["last"])[:dice.randint(3, 5)]
        return (text, person) if only(text) == [person] else None

    def with_typo():
        person = dice.choice(single)
        last = plain(person["last"])
        if len(last) < 5 or " " in last:
            return None
        text = plain(person["first"]) + " " + typo(last, dice)
        return (text, person) if not only(text) else None

    def heard():
        person = dice.choice(single)
        last = misheard(person["last"].lower(), dice)
        if last is None or " " in last:
            return None
        text = plain(person["first"]) + " " + plain(last)
        return (text, person) if not only(text) else None

    def latest():
        group = dice.choice(several)
        days = sorted(group, key=lambda person: -person["day"])
        if days[0]["day"] == days[1]["day"]:
            return None
        text = f"{group[0]['first']} {group[0]['last']}"
        return (text, days[0]) if sorted(p["id"] for p in only(text)) == sorted(
            p["id"] for p in group) else None

    def phone():
        person = dice.choice([p for p in people if p["phone"]])
        end = person["phone"][-dice.randint(6, 8):]
        same = [p for p in everybody if p.get("phone", "").endswith(end)]
        return (end, person) if same == [person] else None

    def email():
        person = dice.choice([p for p in people if p["email"]])
        text = person["email"].split("@")[0] + "@"
        same = [p for p in everybody if p.get("email", "").startswith(text[:-1])]
        return (text, person) if same == [person] else None

    def bare():
        person = dice.choice(single)
        name = person["first"] + " " + person["last"]
        text = plain(name)
        return (text, person) if text != name.lower() and only(text) == [person] else None

    def initial():
        person = dice.choice(single)
        text = plain(person["first"])[0] + " " + plain(person["last"])
        return (text, person) if only(text) == [person] else None

    def nickname():
        person = dice.choice([p for p in single if p["first"] in NICKNAMES])
        text = dice.choice(NICKNAMES[person["first"]]) + " " + person["last"]
        return (text, person) if not only(text) else None

    collect("full", 30, full)
    collect("prefix", 40, prefix)
    collect("prefix", 20, both_begun)
    collect("typo", 60, with_typo)
    collect("misheard", 60, heard)
    collect("recent", 30, latest)
    collect("phone", 15, phone)
    collect("email", 15, email)
    collect("accents", 25, bare)
    collect("initials", 20, initial)
    collect("nickname", 25, nickname)
    return queries


def main():
    dice = random.Random(SEED)
    hand = read_hand()
    people = make_people(dice, hand)
    rows = [
        "\t".join([str(p["id"]), p["first"], p["last"], "", p["email"], p["phone"], str(p["day"]), ""])
        for p in people
    ]
    (FOLDER / "people-made.tsv").write_text("\n".join(rows) + "\n")
    queries = make_queries(dice, people, people + hand)
    lines = [f"{kind}\t{text}\t{person}" for kind, text, person in queries]
    (FOLDER / "queries-made.tsv").write_text("\n".join(lines) + "\n")
    print(len(people), "people,", len(queries), "searches")


if __name__ == "__main__":
    main()
