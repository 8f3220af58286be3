"""Bookings as the client who has signed in sees and changes them, and references of the caller's own."""

import datetime
import json

import redis

from server import Server
from test_accounts import Desk, add, person, refused
from test_bookings import book, booking, listed
from test_merging import digest, get
from test_redis_py import as_map, both, connect, fresh

HIDDEN = ("client_note", "note", "no_shows", "first", "last", "blocked", "with", "addressed")


def venue_of_two(desk):
    """Ada, who has signed in, and Bob, with bookings of each and one of both."""
    staff = desk.by("desk")
    ada = add(staff, "bistro", "first", "Ada", "email", "ada@example.org", "note", "internal")
    bob = add(staff, "bistro", "first", "Bob", "email", "bob@example.org")
    one, _ = person(desk, "bistro", ada, "ada@example.org")
    book(staff, "bistro", ada, "START", "2031-05-01T19:30", "NOTE", "late", "REQUEST", "a quiet table")
    book(staff, "bistro", bob, "START", "2031-05-01T20:30")
    book(staff, "bistro", ada, "START", "2031-06-01T19:30", "WITH", bob)
    book(staff, "bistro", ada, "START", "2020-06-01T19:30")
    return staff, ada, bob, one


@both
def test_a_client_sees_their_own_bookings(server, protocol):
    """R-RSV-13, R-SAL-14, R-SAL-15: own ones as list and calendar, others' as if they were not there."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, ada, bob, one = venue_of_two(desk)
        assert listed(one, "bistro") == [4, 1, 3]
        assert listed(one, "bistro", "FROM", "2031-05-01", "TO", "2031-05-02") == [1]
        assert listed(one, "bistro", "FROM", "2031-05-02") == [3]
        assert listed(one, "bistro", "CLIENT", ada) == [4, 1, 3]
        assert listed(one, "bistro", "STATUS", "cancelled") == []
        refused("NOCLIENT", one, "BOOKING.LIST", "bistro", "CLIENT", bob)
        rows = as_map(one.execute_command("BOOKING.LIST", "bistro"))["bookings"]
        for shown in [as_map(row) for row in rows] + [booking(one, "bistro", 1)]:
            assert not any(field in shown for field in HIDDEN), shown
            assert shown["client"] == ada
        assert booking(one, "bistro", 1)["request"] == "a quiet table"
        hidden = booking(one, "bistro", 1, "FIELDS", "id,note,client_note,no_shows,with,recipients")
        assert list(hidden) == ["id"]
        for words in (
            ("BOOKING.GET", "bistro", 2),
            ("BOOKING.GET", "bistro", 99),
            ("BOOKING.MOVE", "bistro", 2, "START", "2031-05-03T20:30"),
            ("BOOKING.CANCEL", "bistro", 2),
        ):
            refused("NOBOOKING", one, *words)
        for words in (
            ("BOOKING.DONE", "bistro", 1),
            ("BOOKING.NOSHOW", "bistro", 1),
            ("BOOKING.SET", "bistro", 1, "service", "all of it"),
            ("BOOKING.LIST", "salon"),
            ("LINK.LIST", "bistro", ada),
            ("POINTS.GET", "bistro", "sun"),
        ):
            refused("NoPermissionError", one, *words)
        exported = one.execute_command("CLIENT.EXPORT", "bistro", ada)
        assert [row["id"] for row in json.loads(exported)["bookings"]] == [4, 1, 3]
        assert "quiet" in exported and "late" not in exported and "internal" not in exported
        # What was made for a double of theirs is theirs, too.
        double = add(staff, "bistro", "first", "A.", "email", "a@example.org")
        book(staff, "bistro", double, "START", "2031-07-01T12:00")
        staff.execute_command("CLIENT.MERGE", "bistro", ada, double)
        assert listed(one, "bistro") == [4, 1, 3, 5]
        assert booking(one, "bistro", 5)["client"] == ada


@both
def test_a_client_books_moves_and_cancels(server, protocol):
    """R-RSV-14, R-RSV-16, R-RSV-17, R-RSV-18, R-POL-09."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, ada, bob, one = venue_of_two(desk)
        made = as_map(one.execute_command(
            "BOOKING.ADD", "bistro", ada, "START", "2031-08-01T12:00", "REQUEST", "near the door"))
        assert (made["id"], made["status"]) == (5, "confirmed")
        refused("NOCLIENT", one, "BOOKING.ADD", "bistro", bob, "START", "2031-08-01T12:00")
        assert "past" in refused("REFUSED", one, "BOOKING.ADD", "bistro", ada, "START", "2020-08-01")
        refused("INVALID", one, "BOOKING.ADD", "bistro", ada, "START", "2031-08-01", "NOTE", "x")
        refused("INVALID", one, "BOOKING.ADD", "bistro", ada, "START", "2031-08-01", "WITH", bob)
        moved = as_map(one.execute_command("BOOKING.MOVE", "bistro", 1, "START", "2031-05-02T20:00"))
        assert moved["version"] == 2
        shown = booking(staff, "bistro", 1)
        assert (shown["id"], shown["note"], shown["start"]) == (1, "late", "2031-05-02T18:00:00Z")
        for words in (
            ("BOOKING.MOVE", "bistro", 1, "START", "2020-01-01T12:00"),
            ("BOOKING.MOVE", "bistro", 4, "START", "2031-01-01T12:00"),
            ("BOOKING.CANCEL", "bistro", 4),
        ):
            assert "past" in refused("REFUSED", one, *words)
        assert "group" in refused(
            "REFUSED", one, "BOOKING.MOVE", "bistro", 3, "START", "2031-06-02T12:00")
        # Bob leaves, and Ada may move it; then she is the last one off.
        staff.execute_command("BOOKING.CANCEL", "bistro", 3, "CLIENT", bob)
        one.execute_command("BOOKING.MOVE", "bistro", 3, "START", "2031-06-02T12:00")
        book(staff, "bistro", ada, "START", "2031-09-01T19:30", "WITH", bob)
        left = as_map(one.execute_command("BOOKING.CANCEL", "bistro", 6))
        assert left["status"] == "confirmed"
        assert listed(staff, "bistro", "CLIENT", bob) == [2, 6]
        refused("NOBOOKING", one, "BOOKING.GET", "bistro", 6)
        assert as_map(one.execute_command("BOOKING.CANCEL", "bistro", 3))["status"] == "cancelled"
        helpdesk = desk.by("help")
        helpdesk.execute_command("TENANT.SET", "bistro", "self_cancel", "no", "self_move", "until 24h")
        assert "self_cancel" in refused("REFUSED", one, "BOOKING.CANCEL", "bistro", 1)
        one.execute_command("BOOKING.MOVE", "bistro", 1, "START", "2031-05-03T20:00")
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)
        made = book(staff, "bistro", ada, "START", soon.strftime("%Y-%m-%dT%H:%M:%SZ"))
        assert "self_move" in refused(
            "REFUSED", one, "BOOKING.MOVE", "bistro", made["id"], "START", "2031-05-04T20:00")
        staff.execute_command("BOOKING.CANCEL", "bistro", made["id"])
        helpdesk.execute_command("TENANT.CREATE", "clinic", "COUNTRY", "CH", "PRESET", "appointments")
        assert "preset" in refused(
            "REFUSED", helpdesk, "TENANT.SET", "clinic", "self_cancel", "no")


@both
def test_a_reference_stands_for_one_booking(server, protocol):
    """R-CAL-14: an interface brings its stays by its own references, and finds them again."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"stays-{protocol}")
    for first in ("Ada", "Bob"):
        add(client, tenant, "first", first, "email", f"{first}@example.org")
    book(client, tenant, 1, "START", "2026-05-01", "END", "2026-05-03", "EXTERNAL", "pms-1")
    book(client, tenant, 2, "START", "2026-05-01", "END", "2026-05-04", "EXTERNAL", "pms-2")
    again = ["BOOKING.ADD", tenant, 1, "START", "2026-06-01", "EXTERNAL"]
    assert "booking 1" in refused("EXISTS", client, *again, "pms-1")
    assert "booking 2" in refused("EXISTS", client, "BOOKING.SET", tenant, 1, "external", "pms-2")
    keyed = ["BOOKING.ADD", tenant, 1, "START", "2026-06-01", "EXTERNAL", "pms-3", "KEY", "k"]
    first = as_map(client.execute_command(*keyed))
    assert as_map(client.execute_command(*keyed)) == first and first["id"] == 3

    def found(reference):
        return as_map(client.execute_command("BOOKING.GET", tenant, "EXTERNAL", reference))["id"]

    assert [found(f"pms-{number}") for number in (1, 2, 3)] == [1, 2, 3]
    shown = as_map(client.execute_command(
        "BOOKING.GET", tenant, "EXTERNAL", "pms-2", "FIELDS", "id,start"))
    assert shown == {"id": 2, "start": "2026-05-01"}
    client.execute_command("BOOKING.MOVE", tenant, 1, "START", "2027-05-01")
    client.execute_command("BOOKING.SET", tenant, 2, "external", "pms-9")
    client.execute_command("BOOKING.SET", tenant, 3, "external", "")
    client.execute_command("CLIENT.MERGE", tenant, 1, 2)
    for hard in (False, True):
        before = digest(client, tenant)
        if hard:
            client.execute_command("SNAPSHOT")
        server.restart(hard=hard)
        assert digest(client, tenant) == before
        assert (found("pms-1"), found("pms-9")) == (1, 2)
        for gone in ("pms-2", "pms-3", "PMS-1"):
            refused("NOBOOKING", client, "BOOKING.GET", tenant, "EXTERNAL", gone)
    book(client, tenant, 1, "START", "2026-07-01", "EXTERNAL", "pms-2")
    refused("NOCLIENT", client, "BOOKING.LIST", tenant, "CLIENT", 99)
    # Forgetting a person frees what led to them.
    client.execute_command("CLIENT.ERASE", tenant, 1, "REQUESTED", "CONFIRM", "CANCEL", "yes")
    for gone in ("pms-1", "pms-2", "pms-9"):
        refused("NOBOOKING", client, "BOOKING.GET", tenant, "EXTERNAL", gone)


@both
def test_a_booking_of_a_client_and_their_double_is_one(server, protocol):
    """R-RES-25: sums come from the joined bookings, none counted twice; an undone merge gives back."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"joined-{protocol}")
    for first in ("Ada", "Adah", "Bob"):
        add(client, tenant, "first", first, "email", f"{first}@example.org")
    book(client, tenant, 1, "START", "2026-05-01T12:00Z", "WITH", 2, 3)
    book(client, tenant, 2, "START", "2026-05-02T12:00Z")
    client.execute_command("BOOKING.NOSHOW", tenant, 1)

    def figures(number):
        shown = get(client, tenant, number)
        return shown.get("bookings", 0), shown.get("no_shows", 0)

    assert [figures(number) for number in (1, 2, 3)] == [(1, 1), (2, 1), (1, 1)]
    client.execute_command("CLIENT.MERGE", tenant, 1, 2)
    assert figures(1) == (2, 1) and figures(3) == (1, 1)
    assert listed(client, tenant, "CLIENT", 1) == [1, 2]
    assert booking(client, tenant, 2)["no_shows"] == 1
    rows = as_map(client.execute_command("CLIENT.LIST", tenant, "FIELDS", "id,bookings,no_shows"))
    rows = {as_map(row)["id"]: as_map(row) for row in rows["clients"]}
    assert (rows[1]["bookings"], rows[1]["no_shows"]) == (2, 1)
    server.restart(hard=True)
    assert figures(1) == (2, 1)
    client.execute_command("CLIENT.UNMERGE", tenant, 1)
    assert [figures(number) for number in (1, 2, 3)] == [(1, 1), (2, 1), (1, 1)]


@both
def test_what_goes_with_a_person_is_counted(server, protocol):
    """R-SAL-21: a receipt counts bookings and links; TENANT.STATS tells of links and points."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"counted-{protocol}")
    for first in ("Ada", "Adah"):
        add(client, tenant, "first", first, "email", f"{first}@example.org")
    book(client, tenant, 1, "START", "2026-05-01T12:00Z")
    book(client, tenant, 2, "START", "2026-05-02T12:00Z")
    for number, kind in ((1, "order"), (2, "voucher")):
        client.execute_command("LINK.ADD", tenant, number, "KIND", kind, "REF", f"r-{number}")
    client.execute_command("POINTS.ADD", tenant, "sun", 20, "REASON", "season")
    stats = as_map(client.execute_command("TENANT.STATS", tenant))
    assert (stats["links"], stats["partners"], stats["points"]) == (2, 1, 20), stats
    assert stats["bookings"] == 2 and stats["bytes_links"] > 0
    client.execute_command("CLIENT.MERGE", tenant, 1, 2)
    would = as_map(client.execute_command("CLIENT.ERASE", tenant, 1, "REQUESTED"))
    assert (would["bookings"], would["links"]) == (2, 2), would
    receipt = as_map(client.execute_command("CLIENT.ERASE", tenant, 1, "REQUESTED", "CONFIRM"))
    assert (receipt["bookings"], receipt["links"]) == (2, 2)
    before = digest(client, tenant)
    server.restart(hard=True)
    assert digest(client, tenant) == before
    kept = as_map(client.execute_command("ERASURE.GET", tenant, receipt["receipt"]))
    assert (kept["bookings"], kept["links"]) == (2, 2)
    assert as_map(client.execute_command("TENANT.STATS", tenant))["links"] == 0
