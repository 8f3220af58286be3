"""Rules of bookings through redis-py, each named: guests, what clients do themselves, groups, stays, and
clients who leave while they are expected."""

from server import Server
from test_accounts import Desk, add, person, refused
from test_merging import refusal
from test_redis_py import as_map, both, connect, fresh

AHEAD = "9000-05-01T19:30"


def told(client, tenant, number):
    """Whom the booking's messages would greet and where they would go."""
    return as_map(client.execute_command(
        "BOOKING.GET", tenant, number, "FIELDS", "greeting,recipients"))


def book(client, tenant, *words):
    return as_map(client.execute_command("BOOKING.ADD", tenant, *words))


@both
def test_a_contact_books_for_a_guest(server, protocol):
    """R-RES-34 to 42 by name: R-RES-34, R-RES-35, R-RES-36, R-RES-37, R-RES-38, R-RES-39, R-RES-40,
    R-RES-41, R-RES-42."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"guests-{protocol}")
    client.execute_command("TENANT.SET", tenant, "language", "fr")
    anne = add(client, tenant, "first", "Anne", "last", "Dubois", "email", "anne@hotel.example",
               "salutation", "Mme")
    start = ["START", AHEAD]
    # R-RES-36: no contact, no guest; and only where the helpdesk has enabled it.
    assert refusal(client, "BOOKING.ADD", tenant, 9, *start, "GUEST", "X").startswith("NOCLIENT")
    for client_words in ([], [""], ["0"]):
        words = ["BOOKING.ADD", tenant, *client_words, *start, "GUEST", "X"]
        assert refusal(client, *words).startswith("INVALID client"), words
    for words in (["GUEST", "M. Peeters"], ["GUESTEMAIL", "p@example.org"], ["CONTACT", "yes"]):
        answer = refusal(client, "BOOKING.ADD", tenant, anne, *start, *words)
        assert answer.startswith("REFUSED guest-override"), answer
    client.execute_command("TENANT.SET", tenant, "guest_override", "yes")
    before = as_map(client.execute_command("CLIENT.GET", tenant, anne, "FIELDS", "email,version"))
    contact, guests = ["anne@hotel.example"], ["p@example.org", "q@example.org"]
    own, theirs = "Chère Madame Dubois", "Cher Monsieur Peeters"
    for words, recipients, greeting in (
        # R-RES-37: a name alone.
        (["GUEST", "M. Peeters"], contact, own),
        # R-RES-38, R-RES-42: addresses alone.
        (["GUESTEMAIL", "p@example.org,q@example.org"], guests, own),
        # R-RES-39: the contact too, and without a guest's address that changes nothing.
        (["GUESTEMAIL", "p@example.org,q@example.org", "CONTACT", "yes"], guests + contact, own),
        (["CONTACT", "yes"], contact, own),
        # R-RES-40: name and address greet the guest, also in the copy.
        (["GUEST", "M. Peeters", "GUESTEMAIL", "p@example.org"], guests[:1], theirs),
        (["GUEST", "M. Peeters", "GUESTEMAIL", "p@example.org", "CONTACT", "yes"],
         guests[:1] + contact, theirs),
        # R-RES-41: no title, the bare opening word.
        (["GUEST", "Jan Peeters", "GUESTEMAIL", "p@example.org"], guests[:1],
         "Bonjour Jan Peeters"),
    ):
        made = book(client, tenant, anne, *start, *words)
        assert told(client, tenant, made["id"]) == {
            "greeting": greeting, "recipients": recipients}, words
    # R-RES-34, R-RES-35: the guest is no client, and the contact keeps their address.
    assert client.execute_command("CLIENT.COUNT", tenant) == 1
    assert as_map(
        client.execute_command("CLIENT.GET", tenant, anne, "FIELDS", "email,version")) == before
    assert as_map(client.execute_command("CLIENT.SEARCH", tenant, "peeters"))["total"] == 0
    # R-RES-38: one bad address is enough; R-RES-39: the contact's as it is when it goes out.
    bad = refusal(client, "BOOKING.ADD", tenant, anne, *start, "GUESTEMAIL", "p@example.org,q")
    assert bad.startswith("INVALID guestemail"), bad
    client.execute_command("CLIENT.SET", tenant, anne, "email", "new@hotel.example")
    assert told(client, tenant, 3)["recipients"] == guests + ["new@hotel.example"]


@both
def test_what_clients_do_themselves(server, protocol):
    """R-RSV-13, R-RSV-14, R-RSV-16, R-RSV-17, R-RSV-18, R-POL-09, R-RES-46, R-SAL-14, R-SAL-15."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, support = desk.by("desk"), desk.by("help")
        ada = add(staff, "bistro", "last", "Lenz", "email", "ada@example.org", "note", "SitsAlone")
        bob = add(staff, "bistro", "last", "Berg", "email", "bob@example.org")
        me, _ = person(desk, "bistro", ada, "ada@example.org")
        other, _ = person(desk, "bistro", bob, "bob@example.org")
        mine = book(me, "bistro", ada, "START", AHEAD, "REQUEST", "ByTheWindow")["id"]
        his = book(staff, "bistro", bob, "START", AHEAD)["id"]
        past = book(staff, "bistro", ada, "START", "2026-05-01T12:00", "NOTE", "ComesLate")["id"]
        staff.execute_command("BOOKING.NOSHOW", "bistro", past)
        # R-RSV-13: their own, and another's is not there.
        listed = as_map(me.execute_command("BOOKING.LIST", "bistro"))["bookings"]
        assert [as_map(each)["id"] for each in listed] == [past, mine]
        window = as_map(me.execute_command("BOOKING.LIST", "bistro", "FROM", "8999-01-01"))
        assert [as_map(each)["id"] for each in window["bookings"]] == [mine]
        for words in (("BOOKING.GET", "bistro", his), ("BOOKING.CANCEL", "bistro", his),
                      ("BOOKING.MOVE", "bistro", his, "START", AHEAD)):
            refused("NOBOOKING", me, *words)
        refused("NOCLIENT", me, "BOOKING.ADD", "bistro", bob, "START", AHEAD)
        # R-RES-46, R-SAL-14, R-SAL-15: staff see notes and absences at once, the client their own words.
        seen = as_map(staff.execute_command("BOOKING.GET", "bistro", mine))
        assert (seen["client_note"], seen["no_shows"]) == ("SitsAlone", 1), seen
        held = str(me.execute_command("BOOKING.LIST", "bistro"))
        held += me.execute_command("CLIENT.EXPORT", "bistro", ada)
        assert "ByTheWindow" in held
        for word in ("SitsAlone", "ComesLate", "no_shows", "client_note"):
            assert word not in held, word
        # R-RSV-16: moved, and it is the same booking; R-RSV-14: what is past is the staff's.
        moved = as_map(me.execute_command("BOOKING.MOVE", "bistro", mine, "START", "9000-05-02T19:30"))
        assert moved["id"] == mine and moved["version"] == 2
        assert as_map(me.execute_command("BOOKING.GET", "bistro", mine))["request"] == "ByTheWindow"
        table = book(staff, "bistro", ada, "START", "2026-05-01T12:00")["id"]
        for words in (("BOOKING.CANCEL", "bistro", table),
                      ("BOOKING.MOVE", "bistro", table, "START", AHEAD)):
            assert "past" in refused("REFUSED", me, *words)
        # R-RSV-17, R-RSV-18: a group is not theirs to move until the others have left.
        group = book(staff, "bistro", ada, "START", AHEAD, "WITH", bob)["id"]
        assert "group" in refused("REFUSED", me, "BOOKING.MOVE", "bistro", group, "START", "9000-06-01T12:00")
        left = as_map(other.execute_command("BOOKING.CANCEL", "bistro", group))
        assert left["status"] == "confirmed"
        refused("NOBOOKING", other, "BOOKING.GET", "bistro", group)
        me.execute_command("BOOKING.MOVE", "bistro", group, "START", "9000-06-01T12:00")
        own.restart(hard=True)
        assert as_map(me.execute_command("BOOKING.CANCEL", "bistro", group))["status"] == "cancelled"
        # R-POL-09: by the house's rule, except where the preset pins it.
        support.execute_command("TENANT.SET", "bistro", "self_cancel", "no", "self_move", "until 48h")
        assert "self_cancel" in refused("REFUSED", me, "BOOKING.CANCEL", "bistro", mine)
        me.execute_command("BOOKING.MOVE", "bistro", mine, "START", "9000-05-03T19:30")
        support.execute_command("TENANT.CREATE", "studio", "PRESET", "appointments")
        assert "preset" in refused("REFUSED", support, "TENANT.SET", "studio", "self_cancel", "no")


@both
def test_verification_needs_its_channel(server, protocol):
    """R-SAL-17."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"channel-{protocol}")
    answer = refusal(client, "TENANT.SET", tenant, "verify_booking", "yes", "verify_by", "sms")
    assert answer.startswith("INVALID verify_by"), answer
    add(client, tenant, "last", "Lenz", "email", "ada@example.org")
    assert book(client, tenant, 1, "START", AHEAD, "ONLINE")["status"] == "confirmed"
    client.execute_command("TENANT.SET", tenant, "verify_booking", "yes")
    assert book(client, tenant, 1, "START", AHEAD, "ONLINE")["status"] == "unverified"
    assert book(client, tenant, 1, "START", AHEAD)["status"] == "confirmed"


@both
def test_blocked_by_the_account_and_kept_out(server, protocol):
    """R-SAL-08, R-SAL-20: what a new address does not get around."""
    with Server(server.binary) as own:
        desk = Desk(own, protocol)
        staff, widget = desk.by("desk"), desk.by("courier")
        desk.by("help").execute_command("TENANT.SET", "bistro", "blocking", "online")
        ada = add(staff, "bistro", "last", "Lenz", "email", "ada@example.org")
        person(desk, "bistro", ada, "ada@example.org")
        second = as_map(staff.execute_command(
            "CLIENT.ADD", "bistro", "last", "Neu", "phone", "+41446681801", "ANYWAY",
            "ACCOUNT", "ada@example.org"))["id"]
        desk.sign_in("ada@example.org", desk.code()["code"])
        book(widget, "bistro", second, "START", AHEAD, "ONLINE")
        staff.execute_command("CLIENT.BLOCK", "bistro", ada)
        refused("BLOCKED", widget, "BOOKING.ADD", "bistro", second, "START", AHEAD, "ONLINE")
        assert book(staff, "bistro", second, "START", AHEAD)["blocked"] in (1, True)
        other = add(staff, "bistro", "last", "Weg", "email", "weg@example.org")
        staff.execute_command("CLIENT.ERASE", "bistro", other, "REQUESTED", "KEEPOUT", "yes", "CONFIRM")
        again = add(staff, "bistro", "last", "Weg", "email", "weg@example.org")
        words = ("BOOKING.ADD", "bistro", again, "START", AHEAD)
        assert "kept-out" in refused("REFUSED", widget, *words, "ONLINE")
        assert book(staff, *words[1:])["status"] == "confirmed"


@both
def test_who_is_expected_stays(server, protocol):
    """R-SAL-22: named, and cancelled in the same breath where that is asked for."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"ahead-{protocol}")
    client.execute_command("TENANT.SET", tenant, "erase_needs_inactive", "no")
    for command, more in (("CLIENT.DEACTIVATE", []), ("CLIENT.ERASE", ["CONFIRM"]),
                          ("CLIENT.DELETE", ["CONFIRM"])):
        ada = add(client, tenant, "last", "Lenz", "email", f"{command}@example.org")
        bob = add(client, tenant, "last", "Berg", "email", f"with-{command}@example.org")
        alone = book(client, tenant, ada, "START", AHEAD)["id"]
        group = book(client, tenant, ada, "START", AHEAD, "WITH", bob)["id"]
        answer = refusal(client, command, tenant, ada, *more)
        assert answer.startswith("REFUSED bookings-ahead"), answer
        assert str(alone) in answer and str(group) in answer, answer
        tried = as_map(client.execute_command(
            command, tenant, ada, *more, "CANCEL", "yes", "DRYRUN"))
        assert "lsn" not in tried, tried
        client.execute_command(command, tenant, ada, *more, "CANCEL", "yes", "NOTIFY", "no")
        assert as_map(client.execute_command("BOOKING.GET", tenant, alone))["status"] == "cancelled"
        kept = as_map(client.execute_command("BOOKING.GET", tenant, group))
        assert (kept["status"], kept["client"]) == ("confirmed", bob), kept
        server.restart(hard=True)
        assert "next_booking" not in as_map(client.execute_command("CLIENT.GET", tenant, ada))
        assert "next_booking" in as_map(client.execute_command("CLIENT.GET", tenant, bob))


@both
def test_stays_of_which_nothing_was_sent(server, protocol):
    """R-CAL-14, R-CAL-32, R-CAL-33, R-CAL-34, R-CAL-36, R-CAL-37, R-CAL-39, R-CAL-40, R-POL-08: the first
    column of the table of R-CAL-31; the others come with messages."""
    client = connect(server, protocol, decode_responses=True)
    tenant = f"stays-{protocol}"
    client.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH", "PRESET", "stay")
    stays = [("2026-05-01", "2026-05-04"), ("9000-05-01", "9000-05-04")]

    def guest(number):
        """R-CAL-14: the property system delivers, again and again."""
        words = ["CLIENT.UPSERT", tenant, "EXTERNAL", f"pms-{number}", "last", f"Guest{number}",
                 "email", f"guest{number}@example.org", "language", "fr", "salutation", "Mme"]
        made = as_map(client.execute_command(*words))
        assert made["status"] == "created", made
        assert as_map(client.execute_command(*words))["status"] == "unchanged"
        found = []
        for start, end in stays:
            stay = book(client, tenant, made["id"], "START", start, "END", end,
                        "EXTERNAL", f"stay-{number}-{start}")
            found.append(stay["id"])
        return made["id"], found

    # R-CAL-34, R-CAL-37, R-POL-08: an edit, and every booking has it.
    first, bookings = guest(1)
    client.execute_command("CLIENT.SET", tenant, first, "last", "Geist", "email", "new@example.org")
    for number in bookings:
        shown = as_map(client.execute_command(
            "BOOKING.GET", tenant, number, "FIELDS", "last,greeting,recipients"))
        assert shown["last"] == "Geist" and shown["recipients"] == ["new@example.org"], shown
        assert shown["greeting"] == "Chère Madame Geist", shown
    # R-CAL-33, R-CAL-39: cancelled before the arrival; once.
    assert as_map(client.execute_command("BOOKING.CANCEL", tenant, bookings[1]))["status"] == "cancelled"
    assert refusal(client, "BOOKING.CANCEL", tenant, bookings[1]).startswith("REFUSED state")
    assert "next_booking" not in as_map(client.execute_command("CLIENT.GET", tenant, first))
    # R-CAL-36, R-CAL-40: anonymized, before a stay and after one.
    second, bookings = guest(2)
    client.execute_command("CLIENT.ANONYMIZE", tenant, second)
    for number, (start, end) in zip(bookings, stays):
        shown = as_map(client.execute_command("BOOKING.GET", tenant, number))
        assert (shown["start"], shown["end"]) == (start, end) and "last" not in shown, shown
        assert "external" not in shown
    assert as_map(client.execute_command("CLIENT.GET", tenant, second))["language"] == "fr"
    # R-CAL-32: deleted, without being inactive first.
    third, bookings = guest(3)
    client.execute_command("CLIENT.ERASE", tenant, third, "CONFIRM", "CANCEL", "yes")
    assert as_map(client.execute_command("CLIENT.GET", tenant, third))["status"] == "erased"
    assert as_map(client.execute_command("BOOKING.GET", tenant, bookings[0]))["start"] == stays[0][0]
