"""Bookings through redis-py: made, moved, cancelled, missed and done; groups, partners, codes; what
follows for the client, with restarts and a snapshot in between, and a recount at the end."""

import random

import redis

from server import Server
from test_merging import digest, get, refusal
from test_redis_py import as_map, both, connect, fresh


def add(client, tenant, *fields):
    return as_map(client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY"))["id"]


def book(client, tenant, *words):
    return as_map(client.execute_command("BOOKING.ADD", tenant, *words))


def booking(client, tenant, number, *words):
    return as_map(client.execute_command("BOOKING.GET", tenant, number, *words))


def listed(client, tenant, *words, limit=7):
    """All pages of a list, put one behind the other."""
    found, after = [], []
    while True:
        page = as_map(client.execute_command(
            "BOOKING.LIST", tenant, *words, "FIELDS", "id", "LIMIT", limit, *after))
        found += [as_map(each)["id"] for each in page["bookings"]]
        if "cursor" not in page:
            return found
        after = ["AFTER", page["cursor"]]


def venue(client, name, *settings):
    tenant = fresh(client, name)
    client.execute_command("TENANT.SET", tenant, "zone", "Europe/Brussels", *settings)
    for first in ("Ada", "Bob", "Cleo"):
        add(client, tenant, "first", first, "email", f"{first}@example.org", "note", f"{first}!")
    return tenant


@both
def test_a_booking_from_the_first_call_to_the_visit(server, protocol):
    """R-RES-01, R-RES-02, R-RES-46, R-RSV-04, R-RSV-06, CLARIFICATIONS 24 and 25."""
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"table-{protocol}")
    made = book(client, tenant, 1, "START", "2026-05-01T19:30", "END", "2026-05-01T21:00",
                "SERVICE", "table for 4", "NOTE", "late", "CLIENTNOTE", "no nuts")
    assert (made["id"], made["status"], made["version"]) == (1, "confirmed", 1)
    shown = booking(client, tenant, 1)
    assert shown["start"] == "2026-05-01T17:30:00Z" and shown["end"] == "2026-05-01T19:00:00Z"
    assert shown["client_note"] == "no nuts" and shown["note"] == "late"
    assert shown["no_shows"] == 0 and shown["first"] == "Ada"
    assert get(client, tenant, 1)["note"] == "no nuts"
    assert get(client, tenant, 1)["last_booking"] == "2026-05-01T17:30:00Z"
    assert "last_booking" not in get(client, tenant, 2)
    missed = as_map(client.execute_command("BOOKING.NOSHOW", tenant, 1))
    assert missed["status"] == "noshow"
    one = get(client, tenant, 1)
    assert one["no_shows"] == 1 and one["bookings"] == 1 and "last_booking" not in one
    book(client, tenant, 1, "START", "9000-01-01", "END", "9000-01-04")
    assert get(client, tenant, 1)["next_booking"] == "9000-01-01"
    assert booking(client, tenant, 2)["no_shows"] == 1
    rows = as_map(client.execute_command("CLIENT.LIST", tenant))["clients"]
    assert "last_booking" not in as_map(rows[0])
    client.execute_command("BOOKING.DONE", tenant, 1)
    rows = as_map(client.execute_command("CLIENT.LIST", tenant))["clients"]
    assert as_map(rows[0])["last_booking"] == "2026-05-01T17:30:00Z"
    client.execute_command("CLIENT.SET", tenant, 1, "first", "Augusta")
    assert booking(client, tenant, 1)["first"] == "Augusta"
    changed = as_map(client.execute_command(
        "BOOKING.SET", tenant, 1, "note", "", "REQUEST", "by the window"))
    assert changed["version"] == 4
    assert "note" not in booking(client, tenant, 1)
    before = digest(client, tenant)
    server.restart()
    assert digest(client, tenant) == before
    assert booking(client, tenant, 1)["request"] == "by the window"
    for words, error in (
        (("BOOKING.GET", tenant, 9), "NOBOOKING"),
        (("BOOKING.CANCEL", tenant, 1), "REFUSED state"),
        (("BOOKING.ADD", tenant, 9, "START", "9000-01-01"), "NOCLIENT"),
        (("BOOKING.ADD", tenant, 1, "START", "soon"), "INVALID start"),
        (("BOOKING.ADD", tenant, 1), "BOOKING.ADD needs START"),
        (("BOOKING.ADD", tenant, "START", "9000-01-01"), "INVALID client"),
        (("BOOKING.ADD", tenant, 1, "START", "9000-01-01", "GUEST", "X"), "REFUSED guest-override"),
        (("BOOKING.MOVE", tenant, 2, "START", "9000-01-01", "END", "8999-01-01"), "INVALID end"),
        (("BOOKING.SET", tenant, 1, "note", "x", "IFVERSION", 1), "STALE"),
        (("BOOKING.LIST", tenant, "CLIENT", 9), "NOCLIENT"),
        (("BOOKING.LIST", tenant, "AFTER", "x"), "INVALID AFTER"),
    ):
        assert refusal(client, *words).startswith(error), words


@both
def test_keys_and_trials(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"keys-{protocol}")
    tried = book(client, tenant, 1, "START", "9000-01-01T12:00", "DRYRUN")
    assert tried == {"id": 1, "status": "confirmed", "version": 1}
    first = book(client, tenant, 1, "START", "9000-01-01T12:00", "KEY", "k")
    assert book(client, tenant, 1, "START", "9000-01-01T12:00", "KEY", "k") == first
    assert refusal(
        client, "BOOKING.ADD", tenant, 2, "START", "9000-01-01T12:00", "KEY", "k"
    ).startswith("CONFLICT")
    assert listed(client, tenant) == [1]


@both
def test_codes(server, protocol):
    """R-SAL-16, R-SAL-18: the widget is told the code, to send it on."""
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"codes-{protocol}", "verify_booking", "yes")
    made = book(client, tenant, 1, "START", "9000-01-01T12:00", "ONLINE")
    assert made["status"] == "unverified" and len(made["code"]) == 6
    assert "bookings" not in get(client, tenant, 1)
    wrong = "000000" if made["code"] != "000000" else "111111"
    answer = as_map(client.execute_command("BOOKING.VERIFY", tenant, 1, wrong))
    assert answer["verified"] in (False, 0) and answer["tries_left"] == 4
    server.restart(hard=True)
    answer = as_map(client.execute_command("BOOKING.VERIFY", tenant, 1, made["code"]))
    assert answer["verified"] in (True, 1) and answer["status"] == "confirmed"
    assert refusal(client, "BOOKING.VERIFY", tenant, 1, made["code"]).startswith("REFUSED state")
    made = book(client, tenant, 2, "START", "9000-01-01T12:00", "ONLINE")
    wrong = "000000" if made["code"] != "000000" else "111111"
    for _ in range(5):
        answer = as_map(client.execute_command("BOOKING.VERIFY", tenant, 2, wrong))
    assert answer["status"] == "expired" and "tries_left" not in answer
    assert refusal(client, "BOOKING.VERIFY", tenant, 2, made["code"]).startswith("REFUSED state")
    assert "code" not in book(client, tenant, 2, "START", "9000-01-01T12:00")


@both
def test_blocks(server, protocol):
    """R-SAL-06, R-SAL-08: a second address does not help; staff may book."""
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"blocks-{protocol}", "blocking", "online")
    client.execute_command("CLIENT.BLOCK", tenant, 1)
    add(client, tenant, "first", "Eve", "email", "ADA@example.org")
    for number in (1, 4):
        answer = refusal(
            client, "BOOKING.ADD", tenant, number, "START", "9000-01-01T12:00", "ONLINE")
        assert answer.startswith("BLOCKED") and "block" not in answer[len("BLOCKED"):]
        made = book(client, tenant, number, "START", "9000-01-01T12:00")
        assert made["blocked"] in (True, 1)
        assert booking(client, tenant, made["id"])["blocked"] in (True, 1)
    assert "blocked" not in book(client, tenant, 2, "START", "9000-01-01T12:00")


@both
def test_partners(server, protocol):
    """R-RES-43, R-SAL-14: a partner books and sees its own, and no note."""
    with Server(server.binary) as own:
        owner = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True)
        tenant = venue(owner, "inn", "partner_booking", "yes")
        tokens = {
            name: as_map(owner.execute_command(
                "TOKEN.CREATE", name, "ROLE", "partner", "PARTNER", name, "TENANT", tenant))
            for name in ("sun", "moon")
        }
        partners = {
            name: redis.Redis(
                host=own.host, port=own.port, protocol=protocol, decode_responses=True,
                username=name, password=token["secret"])
            for name, token in tokens.items()
        }
        book(partners["sun"], tenant, 1, "START", "9000-01-01T12:00", "REQUEST", "quiet")
        assert booking(owner, tenant, 1)["by"] == "sun"
        seen = booking(partners["sun"], tenant, 1)
        for hidden in ("client_note", "note", "no_shows", "first", "last", "blocked"):
            assert hidden not in seen
        assert seen["request"] == "quiet"
        assert refusal(partners["moon"], "BOOKING.GET", tenant, 1).startswith("NOBOOKING")
        assert listed(partners["moon"], tenant) == [] and listed(partners["sun"], tenant) == [1]
        assert refusal(
            partners["sun"], "BOOKING.ADD", tenant, 1, "START", "9000-01-01", "NOTE", "x"
        ).startswith("INVALID note")
        assert refusal(partners["sun"], "BOOKING.DONE", tenant, 1).startswith(
            "BOOKING.DONE is not for role partner")
        as_map(partners["sun"].execute_command("BOOKING.CANCEL", tenant, 1))


@both
def test_days_and_clocks(server, protocol):
    """CLARIFICATIONS 26: days stay days; hours that clocks skip or repeat."""
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"clocks-{protocol}")
    book(client, tenant, 1, "START", "2027-02-01", "END", "2027-02-03")
    assert booking(client, tenant, 1)["start"] == "2027-02-01"
    assert booking(client, tenant, 1)["end"] == "2027-02-03"
    client.execute_command("BOOKING.MOVE", tenant, 1, "START", "2027-03-01")
    assert booking(client, tenant, 1)["end"] == "2027-03-03"
    skipped = book(client, tenant, 1, "START", "2027-03-28T02:30")
    assert skipped["reading"] == "skipped"
    assert booking(client, tenant, 2)["start"] == "2027-03-28T01:30:00Z"
    repeated = book(client, tenant, 1, "START", "2027-10-31T02:30", "END", "2027-10-31T02:30")
    assert repeated["reading"] == "repeated"
    assert booking(client, tenant, 3)["start"] == "2027-10-31T00:30:00Z"
    window = ["FROM", "2027-03-01", "TO", "2027-03-02"]
    assert listed(client, tenant, *window) == [1]
    assert listed(client, tenant, "FROM", "2027-03-02") == [2, 3]


@both
def test_a_thousand_commands_and_a_recount(server, protocol):
    """Issue 5, point 2: what is counted never drifts, through merges, restarts and a snapshot."""
    client = connect(server, protocol, decode_responses=True)
    tenant = venue(client, f"recount-{protocol}")
    draw = random.Random(17)
    for number in range(4, 25):
        add(client, tenant, "first", f"Guest {number}", "email", f"g{number}@example.org")
    merges = 0
    for turn in range(1000):
        number = draw.randrange(1, 60)
        person = draw.randrange(1, 25)
        day = f"20{draw.randrange(20, 40)}-0{draw.randrange(1, 9)}-1{draw.randrange(9)}"
        words = draw.choice([
            ["BOOKING.ADD", tenant, person, "START", f"{day}T12:{draw.randrange(10, 60)}"],
            ["BOOKING.ADD", tenant, person, "START", day, "WITH", draw.randrange(1, 25)],
            ["BOOKING.MOVE", tenant, number, "START", day],
            ["BOOKING.CANCEL", tenant, number],
            ["BOOKING.CANCEL", tenant, number, "CLIENT", person],
            ["BOOKING.NOSHOW", tenant, number],
            ["BOOKING.DONE", tenant, number],
            ["CLIENT.MERGE", tenant, person, draw.randrange(1, 25)],
            ["CLIENT.UNMERGE", tenant, draw.randrange(1, 10)],
        ])
        try:
            client.execute_command(*words)
            merges += words[0] == "CLIENT.MERGE"
        except redis.exceptions.ResponseError:
            pass
        if turn == 400:
            client.execute_command("SNAPSHOT")
        if turn in (300, 700):
            before = digest(client, tenant)
            server.restart(hard=turn == 700)
            assert digest(client, tenant) == before
    assert merges > 5
    everything = listed(client, tenant, limit=100)
    assert len(everything) > 200 and sorted(set(everything)) == sorted(everything)
    rows = [booking(client, tenant, number) for number in everything]
    keys = [(row["start"][:10], row["start"]) for row in rows]
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
    for person in range(1, 25):
        shown = get(client, tenant, person)
        if "merged_into" in shown:
            continue
        mine = listed(client, tenant, "CLIENT", person)
        assert mine == [row["id"] for row in rows if row["id"] in set(mine)]
        alone = [row for row in rows if row["id"] in set(mine) and "with" not in row]
        counted = [row for row in alone if row["status"] in ("confirmed", "done", "noshow")]
        assert shown.get("bookings", 0) >= len(counted)
        assert all(row["client"] == person for row in alone)
