"""One day at a salon, a restaurant and a hotel, told through redis-py from the morning on which the venues
are made to the night in which a guest is forgotten."""

import csv
import io
import json
import os
import time

import redis

from server import Server
from test_redis_py import as_map, both


class Caller:
    """Somebody with a token, at one of the day's venues: `ask` is told a command's words."""

    def __init__(self, server, protocol, name=None, secret=None):
        self.client = redis.Redis(
            host=server.host, port=server.port, protocol=protocol, decode_responses=True,
            username=name, password=secret,
        )

    def ask(self, *words):
        reply = self.client.execute_command(*words)
        return as_map(reply) if isinstance(reply, (dict, list)) else reply

    def refused(self, *words):
        """The first words of the refusal."""
        try:
            reply = self.client.execute_command(*words)
        except redis.exceptions.RedisError as error:
            return str(error)
        raise AssertionError(f"{words} was not refused: {reply}")

    def ids(self, *words):
        return [as_map(each)["id"] for each in self.ask(*words, "FIELDS", "id")["clients"]]


def files_with(server, secrets):
    """Where in the data folder a word of a forgotten person still stands."""
    found = []
    for root, _, names in os.walk(os.path.join(server.folder, "data")):
        for name in names:
            path = os.path.join(root, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    content = file.read()
                found += [(secret, path) for secret in secrets if secret.encode() in content]
    return found


def await_complete(caller, tenant, receipt):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        got = caller.ask("ERASURE.GET", tenant, receipt)
        if got["state"] == "complete":
            return got
        time.sleep(0.05)
    raise AssertionError(f"receipt {receipt} of {tenant} is not complete: {got}")


def the_platform_opens(owner, server, protocol):
    """Three venues by preset, and a token for everybody who works today."""
    for tenant, preset in (("salon", "salon"), ("bistro", "restaurant"), ("hotel", "stay")):
        owner.ask("TENANT.CREATE", tenant, "NAME", tenant.title(), "COUNTRY", "CH", "PRESET", preset)
    # R-POL: each preset means something else, and TENANT.GET says where a value is from.
    salon, bistro, hotel = (owner.ask("TENANT.GET", each) for each in ("salon", "bistro", "hotel"))
    assert (salon["blocking"], bistro["blocking"]) == ("online", "off")
    assert (salon["erase_needs_inactive"], hotel["erase_needs_inactive"]) == ("yes", "no")
    assert as_map(salon["origins"])["blocking"] == "preset"
    callers = {}
    for name, role, tenant in (
        ("salon-desk", "staff", "salon"), ("bistro-desk", "staff", "bistro"),
        ("hotel-desk", "staff", "hotel"), ("hotel-pms", "platform", "hotel"),
        ("salon-widget", "platform", "salon"),
    ):
        made = owner.ask("TOKEN.CREATE", name, "ROLE", role, "TENANT", tenant)
        callers[name] = Caller(server, protocol, name, made["secret"])
    made = owner.ask("TOKEN.CREATE", "support", "ROLE", "admin")
    callers["support"] = Caller(server, protocol, "support", made["secret"])
    made = owner.ask("TOKEN.CREATE", "watch", "ROLE", "monitor")
    callers["watch"] = Caller(server, protocol, "watch", made["secret"])
    # From now on who does not say who it is may do nothing, and nobody reaches into another venue.
    stranger = Caller(server, protocol)
    refusal = stranger.refused("TENANT.LIST")
    assert "uth" in refusal or "AUTH" in refusal, refusal
    assert "not for this tenant" in callers["salon-desk"].refused("CLIENT.COUNT", "bistro")
    assert "not for role" in callers["watch"].refused("CLIENT.LIST", "salon")
    return callers


def a_morning_at_the_salon(desk, widget):
    """Regulars are entered, a double is withheld, somebody is blocked who missed five times."""
    desk.ask("TENANT.SET", "salon", "field.hair", "text", "field.visits", "number")
    assert desk.refused("CLIENT.ADD", "salon", "first", "Nobody").startswith("INVALID")
    people = [
        ("Zauberin", "Wunderlich", "zauberin@secret.example", "044 668 18 00", "vip"),
        ("Beat", "Bucher", "beat@salon-mail.ch", "044 668 18 01", "lunch"),
        ("Chiara", "Caduff", "chiara@salon-mail.ch", "044 668 18 02", "vip,lunch"),
    ]
    for number, (first, last, email, phone, tags) in enumerate(people, 1):
        added = desk.ask(
            "CLIENT.ADD", "salon", "first", first, "last", last, "email", email, "phone", phone,
            "tags", tags, "x.visits", number, "KEY", f"opening-{number}")
        assert (added["status"], added["id"]) == ("created", number)
    # R-SAL-12: the note is there for good, and for staff alone.
    desk.ask("CLIENT.SET", "salon", 1, "note", "allergic to ammonia", "x.hair", "chestnut")
    # R-SAL-02: the same person again is shown and not made; a second address is hers as well.
    again = desk.ask("CLIENT.ADD", "salon", "first", "Zauberin", "last", "Wunderlich",
                     "phone", "+41 44 668 18 00")
    assert again["status"] == "duplicates" and as_map(again["candidates"][0])["id"] == 1
    second = desk.ask("CLIENT.ADD", "salon", "first", "Z.", "last", "Altname",
                      "email", "altname@secret.example", "ANYWAY")
    assert second["id"] == 4
    preview = desk.ask("CLIENT.MERGE", "salon", 1, 4, "DRYRUN")
    assert as_map(preview["client"])["id"] == 1
    merged = desk.ask("CLIENT.MERGE", "salon", 1, 4, "IFVERSION", 2)
    assert desk.ask("CLIENT.GET", "salon", 4)["merged_into"] == 1
    assert desk.ask("CLIENT.GET", "salon", "EMAIL", "altname@secret.example")["id"] == 1
    assert len(merged["merges"]) == 1
    # R-SAL-06, R-SAL-08: blocked, and known again behind another number.
    desk.ask("CLIENT.BLOCK", "salon", 2, "REASON", "missed five times")
    other = desk.ask("CLIENT.ADD", "salon", "first", "B.", "last", "Buchs",
                     "email", "other@salon-mail.ch", "phone", "0446681801", "ANYWAY")
    assert as_map(other["blocked_matches"][0])["id"] == 2
    # R-SAL-03, R-SAL-07: several at once, all or none.
    assert desk.refused("CLIENT.DEACTIVATE", "salon", other["id"], 999).startswith("NOCLIENT")
    assert desk.ask("CLIENT.DEACTIVATE", "salon", other["id"])["changed"] == 1
    assert desk.ask("CLIENT.TAG", "salon", 1, 3, "+autumn")["changed"] == 2
    # Whoever books online comes onto the same list.
    online = widget.ask("CLIENT.UPSERT", "salon", "EXTERNAL", "web-9", "first", "Dora", "last",
                        "Decurtins", "email", "dora@salon-mail.ch", "source", "web", "ONLINE")
    assert online["status"] == "created"
    # R-RES-02, R-SAL-13: an appointment, with a note of its own, and the person's beside it.
    made = desk.ask("BOOKING.ADD", "salon", 3, "START", "2026-05-04T10:00", "END", "2026-05-04T11:00",
                    "SERVICE", "cut", "NOTE", "arrives late", "CLIENTNOTE", "prefers Vreni")
    visit = desk.ask("BOOKING.GET", "salon", made["id"])
    assert (visit["note"], visit["client_note"]) == ("arrives late", "prefers Vreni")
    # R-SAL-06: whoever is blocked may not book online, and is not told why; staff may.
    appointment = ["START", "9000-01-05T10:00", "SERVICE", "colour"]
    assert widget.refused("BOOKING.ADD", "salon", 2, *appointment, "ONLINE").startswith("BLOCKED")
    desk.ask("BOOKING.CANCEL", "salon", desk.ask("BOOKING.ADD", "salon", 2, *appointment)["id"])


def noon_at_the_bistro(desk, support):
    """Newsletters and consents with proof, and no block list: this house keeps notes instead."""
    for first, last in (("Ada", "Ammann"), ("Emil", "Egli"), ("Fritz", "Frei"), ("Gisela", "Gerber")):
        desk.ask("CLIENT.ADD", "bistro", "first", first, "last", last,
                 "email", f"{first.lower()}@bistro-mail.ch", "language", "de-CH")
    # R-RES-45, R-RES-46: nobody is blocked; what happened is kept.
    assert desk.refused("CLIENT.BLOCK", "bistro", 2).startswith("REFUSED blocking-off")
    desk.ask("CLIENT.SET", "bistro", 2, "note", "did not come on Friday")
    # R-RES-03: set, not toggled.
    assert desk.ask("CLIENT.NEWSLETTER", "bistro", 1, 3, "yes")["changed"] == 2
    assert desk.ask("CLIENT.NEWSLETTER", "bistro", 1, "yes")["changed"] == 0
    # R-POL-14: each purpose by itself, with where and when.
    desk.ask("CONSENT.SET", "bistro", 1, "birthday", "yes", "SOURCE", "card at the table",
             "TEXT", "May we write for your birthday?", "AT", "2026-05-01")
    consents = {each["purpose"]: each
                for each in map(as_map, desk.ask("CONSENT.LIST", "bistro", 1)["consents"])}
    assert consents["birthday"]["source"] == "card at the table"
    # R-RES-46: whoever did not come is known by it at the next call.
    table = desk.ask("BOOKING.ADD", "bistro", 2, "START", "2026-05-01T19:30", "SERVICE", "table for 2")
    assert desk.ask("BOOKING.NOSHOW", "bistro", table["id"])["status"] == "noshow"
    assert desk.ask("BOOKING.GET", "bistro", table["id"])["no_shows"] == 1
    assert desk.ids("CLIENT.LIST", "bistro", "NOSHOWS", 1) == [2]
    # R-RES-47: what platform support alone may do.
    assert "admin alone" in desk.refused("TENANT.SET", "bistro", "guest_override", "yes")
    support.ask("TENANT.SET", "bistro", "guest_override", "yes")


def an_afternoon_at_the_hotel(desk, pms):
    """The property system delivers stays; the list is filtered, saved as views and exported."""
    countries = ["de", "fr", "it", "en"]
    for number in range(1, 41):
        arrived = pms.ask(
            "CLIENT.UPSERT", "hotel", "EXTERNAL", f"pms-{number}", "first", f"Guest {number}",
            "last", f"Stay{number % 7}", "email", f"guest{number}@hotel-mail.example",
            "language", countries[number % 4], "salutation", "Mx", "source", "pms",
            "tags", "spa" if number % 5 == 0 else "room")
        assert arrived["status"] == "created"
    unchanged = pms.ask("CLIENT.UPSERT", "hotel", "EXTERNAL", "pms-7", "language", "en")
    assert unchanged["status"] == "unchanged"
    # R-CAL-42, R-CAL-43: the list that the desk looks at each day, under a name.
    desk.ask("VIEW.SET", "hotel", "spa guests", "TAG", "spa", "SOURCE", "pms",
             "FIELDS", "id,last,language", "SORT", "-name", "LIMIT", 3)
    page = desk.ask("CLIENT.LIST", "hotel", "VIEW", "spa guests")
    assert page["total"] == 8 and len(page["clients"]) == 3
    assert [set(as_map(each)) for each in page["clients"]] == [{"id", "last", "language"}] * 3
    names, after = [], []
    while True:
        page = desk.ask("CLIENT.LIST", "hotel", "VIEW", "spa guests", *after)
        names += [as_map(each)["last"] for each in page["clients"]]
        if "cursor" not in page:
            break
        after = ["AFTER", page["cursor"]]
    assert names == sorted(names, reverse=True) and len(names) == 8
    assert desk.ask("CLIENT.COUNT", "hotel", "VIEW", "spa guests", "LANGUAGE", "de") == 2
    assert "spa guests" in desk.refused("CLIENT.COUNT", "hotel", "VIEW", "pool guests")
    # R-RSV-11: a table for the spreadsheet, where nothing runs as a formula.
    desk.ask("CLIENT.SET", "hotel", 5, "company", "=HYPERLINK(\"evil\")")
    table = desk.ask("CLIENT.CSV", "hotel", "VIEW", "spa guests", "DELIMITER", ";",
                     "FIELDS", "id,last,company", "LIMIT", 100)
    rows = list(csv.reader(io.StringIO(table["csv"], newline=""), delimiter=";"))
    assert rows[0] == ["id", "last", "company"] and len(rows) == 9
    assert [row[2] for row in rows if row[0] == "5"] == ["'=HYPERLINK(\"evil\")"]
    # A stay is days; who has been there is no longer new, and who is expected is active.
    pms.ask("BOOKING.ADD", "hotel", 8, "START", "2026-05-01", "END", "2026-05-04", "EXTERNAL", "stay-1")
    pms.ask("BOOKING.ADD", "hotel", 9, "START", "9000-05-01", "END", "9000-05-04", "EXTERNAL", "stay-2")
    assert desk.ask("CLIENT.GET", "hotel", 8)["last_booking"] == "2026-05-01"
    assert desk.ask("CLIENT.GET", "hotel", 9)["next_booking"] == "9000-05-01"
    assert desk.ids("CLIENT.LIST", "hotel", "SORT", "-last_booking", "LIMIT", 1) == [8]
    # R-CAL-40: anonymized even after the stay; the language stays for the figures.
    receipt = desk.ask("CLIENT.ANONYMIZE", "hotel", 8)
    guest = desk.ask("CLIENT.GET", "hotel", 8)
    assert "last" not in guest and guest["language"] == "de"
    assert receipt["kind"] == "anonymize"
    assert guest["last_booking"] == "2026-05-01"
    # Whom the house would forget by itself, had it a rule; nothing is changed by asking.
    would = desk.ask("TENANT.SET", "hotel", "retention_months", 36, "DRYRUN")
    assert (would["due"], would["ids"]) == (0, [])


def an_evening_of_questions(salon, bistro):
    """What was, and by whom; what a guest may ask to see; and an evening's mistake undone."""
    history = salon.ask("CLIENT.HISTORY", "salon", 1)
    assert any(as_map(each).get("by") == "salon-desk" for each in history["changes"]), history
    # R-RSV-10, R-SAL-07: the list of the day, and the regulars among them.
    assert salon.ids("CLIENT.LIST", "salon", "TAG", "autumn", "SORT", "name") == [3, 1]
    assert salon.ids("CLIENT.LIST", "salon", "WHERE", "x.visits", 3) == [3]
    assert salon.ids("CLIENT.LIST", "salon", "BLOCKED", "yes") == [2]
    assert salon.ids("CLIENT.SEARCH", "salon", "altname") == [1]
    held = json.loads(salon.client.execute_command("CLIENT.EXPORT", "salon", 1))
    assert held["client"]["note"] == "allergic to ammonia"
    assert held["doubles"][0]["last"] == "Altname"
    merges = salon.ask("CLIENT.MERGES", "salon", 1)
    number = as_map(merges["merges"][0])["merge"]
    assert salon.ask("CLIENT.UNMERGE", "salon", number)["double"] == 4
    salon.ask("CLIENT.MERGE", "salon", 1, 4)
    assert bistro.ask("CLIENT.COUNT", "bistro", "NEWSLETTER", "yes") == 2


def a_guest_is_forgotten(salon, widget, server, secrets):
    """R-SAL-04, R-SAL-05, R-SAL-19, R-SAL-20, R-SAL-21: by the person's own wish, with a receipt, and not to come back."""
    assert files_with(server, secrets), "the search would find nothing"
    assert salon.refused("CLIENT.ERASE", "salon", 1, "CONFIRM").startswith("REFUSED not-inactive")
    preview = salon.ask("CLIENT.ERASE", "salon", 1, "REQUESTED", "KEEPOUT", "yes")
    assert (preview["would"], preview["doubles"]) == ("erase", 1)
    receipt = salon.ask("CLIENT.ERASE", "salon", 1, "REQUESTED", "KEEPOUT", "yes", "CONFIRM")
    assert receipt["by"] == "salon-desk" and receipt["ids"] == [1, 4] and receipt["kept_out"] == 3
    await_complete(salon, "salon", receipt["receipt"])
    assert salon.ask("CLIENT.GET", "salon", 1)["status"] == "erased"
    assert salon.refused("CLIENT.UNMERGE", "salon", 1).startswith("REFUSED")
    assert salon.ask("CLIENT.SEARCH", "salon", "wunderlich")["total"] == 0
    assert widget.refused(
        "CLIENT.ADD", "salon", "last", "Neu", "phone", "+41446681800", "ONLINE"
    ).startswith("REFUSED kept-out")
    return receipt


@both
def test_a_day_from_opening_to_erasure(server, protocol):
    secrets = ["Zauberin", "Wunderlich", "zauberin@secret.example", "Altname",
               "altname@secret.example", "41446681800", "allergic to ammonia", "chestnut"]
    with Server(server.binary) as own:
        owner = Caller(own, protocol)
        callers = the_platform_opens(owner, own, protocol)
        salon, bistro, hotel = (callers[f"{each}-desk"] for each in ("salon", "bistro", "hotel"))
        widget, support = callers["salon-widget"], callers["support"]
        a_morning_at_the_salon(salon, widget)
        noon_at_the_bistro(bistro, support)
        # The power fails over lunch: nothing that was answered is lost.
        digests = [support.ask("TENANT.DIGEST", each)["digest"] for each in ("salon", "bistro")]
        own.restart(hard=True)
        assert digests == [
            support.ask("TENANT.DIGEST", each)["digest"] for each in ("salon", "bistro")]
        an_afternoon_at_the_hotel(hotel, callers["hotel-pms"])
        an_evening_of_questions(salon, bistro)
        receipt = a_guest_is_forgotten(salon, widget, own, secrets)
        assert files_with(own, secrets) == []
        # The morning after: what was forgotten stays so, what was kept is there.
        own.restart()
        assert files_with(own, secrets) == []
        assert salon.ask("ERASURE.GET", "salon", receipt["receipt"])["state"] == "complete"
        clean = salon.ask("ERASURE.VERIFY", "salon", receipt["receipt"])
        assert clean["clean"] in (True, 1)
        assert salon.ask("CLIENT.GET", "salon", 3)["last"] == "Caduff"
        assert hotel.ask("CLIENT.COUNT", "hotel", "VIEW", "spa guests") == 8
        assert support.ask("VERIFY")["status"] == "sound"
