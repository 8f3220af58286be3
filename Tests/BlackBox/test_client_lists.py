"""The whole list through redis-py: filters that combine, orders, pages while others write, CSV and
the export of one person."""

import csv
import io
import json
import random

from test_merging import refusal
from test_redis_py import as_map, both, connect, fresh

NAMES = ["Ammann", "Bucher", "Caduff", "Decurtins", "Egli", "Frei", "Gerber", "Huber"]


def fill(client, tenant, count, seed):
    draw = random.Random(seed)
    settings = ["field.visits", "number", "field.hair", "text", "blocking", "online"]
    client.execute_command("TENANT.SET", tenant, *settings)
    people = []
    for number in range(1, count + 1):
        person = {
            "first": f"Guest {number}",
            "last": draw.choice(NAMES),
            "email": f"guest{number}@salon-mail.ch",
            "source": draw.choice(["web", "phone", "till"]),
            "language": draw.choice(["de", "de-CH", "fr", "it"]),
            "tags": draw.choice(["vip", "vip,lunch", "lunch"]),
            "newsletter": draw.choice(["yes", "no"]),
            "x.visits": str(draw.randrange(5)),
        }
        if draw.random() < 0.5:
            person["note"] = "likes tea"
        words = [word for pair in person.items() for word in pair]
        client.execute_command("CLIENT.ADD", tenant, *words, "ANYWAY")
        people.append(person)
    return people


def ids(client, tenant, *words):
    """All pages of a list, put one behind the other."""
    found, after = [], []
    while True:
        page = as_map(client.execute_command(
            "CLIENT.LIST", tenant, *words, "FIELDS", "id", "LIMIT", 7, *after))
        found += [as_map(each)["id"] for each in page["clients"]]
        if "cursor" not in page:
            return found, page["total"]
        after = ["AFTER", page["cursor"]]


@both
def test_filters_combine(server, protocol):
    """R-RSV-08, R-CAL-03: each filter against a slow one, alone and with others."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"lists-{protocol}")
    people = fill(client, tenant, 120, 4)
    filters = [
        (["TAG", "vip"], lambda p: "vip" in p["tags"].split(",")),
        (["TAG", "vip", "TAG", "lunch"], lambda p: p["tags"] == "vip,lunch"),
        (["LANGUAGE", "de"], lambda p: p["language"].startswith("de")),
        (["LANGUAGE", "fr", "LANGUAGE", "it"], lambda p: p["language"] in ("fr", "it")),
        (["SOURCE", "web", "SOURCE", "till"], lambda p: p["source"] != "phone"),
        (["NEWSLETTER", "no"], lambda p: p["newsletter"] == "no"),
        (["CONSENT", "newsletter", "yes"], lambda p: p["newsletter"] == "yes"),
        (["HAS", "note"], lambda p: "note" in p),
        (["WHERE", "x.visits", "3"], lambda p: p["x.visits"] == "3"),
        (["BLOCKED", "no"], lambda p: True),
    ]
    draw = random.Random(7)
    for trial in range(40):
        chosen = draw.sample(filters, draw.randrange(1, 4))
        if len({each[0][0] for each in chosen}) < len(chosen):
            continue
        words = [word for each in chosen for word in each[0]]
        wanted = [n + 1 for n, p in enumerate(people) if all(f(p) for _, f in chosen)]
        found, total = ids(client, tenant, *words)
        assert found == wanted, words
        assert total == len(wanted), words
        assert client.execute_command("CLIENT.COUNT", tenant, *words) == len(wanted), words


@both
def test_pages_while_others_write(server, protocol):
    """R-RSV-10: who stays and keeps the name is told exactly once."""
    client = connect(server, protocol, decode_responses=True)
    other = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"pages-{protocol}")
    fill(client, tenant, 80, 5)
    draw = random.Random(6)
    for order in ("name", "-name", "id", "-email", "x.visits", "-created"):
        moved, told, after = set(), [], []
        present = set(ids(client, tenant)[0])
        while True:
            page = as_map(client.execute_command(
                "CLIENT.LIST", tenant, "SORT", order, "LIMIT", 9, *after))
            told += [as_map(each)["id"] for each in page["clients"]]
            if "cursor" not in page:
                break
            after = ["AFTER", page["cursor"]]
            for _ in range(3):
                number = draw.randrange(1, 81)
                moved.add(number)
                other.execute_command(
                    "CLIENT.SET", tenant, number, "last", draw.choice(NAMES),
                    "x.visits", str(draw.randrange(5)))
        for number in present - moved:
            assert told.count(number) == 1, (order, number)


@both
def test_csv_and_export(server, protocol):
    """R-RSV-11: what a reader of CSV reads back is what was written."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"csv-{protocol}")
    fill(client, tenant, 30, 8)
    odd = ['=HYPERLINK("http://evil")', "@SUM(A1)", "-2+3", '5"; 6', "a,b;c|d", "plain"]
    for text in odd:
        client.execute_command("CLIENT.ADD", tenant, "last", text, "phone", "044 668 18 00", "note",
                               f"{text}\nsecond line", "ANYWAY")
    for delimiter, word in ((",", ","), (";", ";"), ("\t", "tab"), ("|", "|")):
        for raw in ([], ["RAW"]):
            text, after = "", []
            while True:
                page = as_map(client.execute_command(
                    "CLIENT.CSV", tenant, "DELIMITER", word, *raw, "FIELDS",
                    "id,last,note,phone,tags", "LIMIT", 7, *after))
                text += page["csv"]
                if "cursor" not in page:
                    break
                after = ["AFTER", page["cursor"]]
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            assert rows[0] == ["id", "last", "note", "phone", "tags"]
            assert len(rows) == 1 + 30 + len(odd)
            for row, wanted in zip(rows[31:], odd):
                mark = "'" if not raw and wanted[0] in "=@-" else ""
                assert row[1] == mark + wanted
                assert row[2] == f"{mark}{wanted}\nsecond line"
                assert row[3] == "+41446681800"
    assert refusal(client, "CLIENT.CSV", tenant, "DELIMITER", "x").startswith("INVALID DELIMITER")
    held = json.loads(client.execute_command("CLIENT.EXPORT", tenant, 1))
    assert held["client"]["last"] in NAMES and held["client"]["email"] == "guest1@salon-mail.ch"
    assert [each["purpose"] for each in held["consents"]][0] == "newsletter"
    client.execute_command("CLIENT.MERGE", tenant, 1, 2)
    held = json.loads(client.execute_command("CLIENT.EXPORT", tenant, 2))
    assert held["client"]["id"] == 1 and held["doubles"][0]["email"] == "guest2@salon-mail.ch"
    assert held["merges"][0]["double"] == 2


@both
def test_saved_views(server, protocol):
    """R-CAL-42, R-CAL-43: a view is the list that its words would be, after a hard restart as well."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"views-{protocol}")
    fill(client, tenant, 60, 11)
    views = {
        "german regulars": ["TAG", "vip", "LANGUAGE", "de"],
        "three visits": ["WHERE", "x.visits", "3", "HAS", "email"],
        "letter": ["CONSENT", "newsletter", "yes", "SOURCE", "web"],
    }
    for name, words in views.items():
        answer = as_map(client.execute_command(
            "VIEW.SET", tenant, name, *words, "SORT", "-name", "LIMIT", 5))
        assert (answer["view"], answer["version"]) == (name, 1)
    server.restart(hard=True)
    client = connect(server, protocol, decode_responses=True)
    listed = as_map(client.execute_command("VIEW.LIST", tenant))
    assert [as_map(each)["view"] for each in listed["views"]] == sorted(views)
    for name, words in views.items():
        assert ids(client, tenant, "VIEW", name) == ids(client, tenant, *words, "SORT", "-name")
        page = as_map(client.execute_command("CLIENT.LIST", tenant, "VIEW", name))
        assert len(page["clients"]) == min(5, page["total"])
        assert client.execute_command("CLIENT.COUNT", tenant, "VIEW", name) == page["total"]
        saved = as_map(client.execute_command("VIEW.GET", tenant, name))
        assert [word for one in saved["filters"] for word in one] == words or len(words) > 2
        assert (saved["sort"], saved["limit"]) == ("-name", 5)
    unknown = refusal(client, "CLIENT.LIST", tenant, "VIEW", "lost")
    assert unknown.startswith("INVALID view: no such view") and "three visits" in unknown
    client.execute_command("VIEW.DROP", tenant, "letter")
    assert refusal(client, "CLIENT.COUNT", tenant, "VIEW", "letter").startswith("INVALID view")
