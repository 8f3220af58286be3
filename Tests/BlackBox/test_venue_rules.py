"""Rules of the client list and of a venue's settings through redis-py, each named."""

from test_accounts import add
from test_merging import refusal
from test_redis_py import as_map, both, connect, fresh


def by_preset(client, name, protocol, preset):
    tenant = f"rules-{name}-{preset}-{protocol}"
    client.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH", "PRESET", preset)
    return tenant


def found(client, tenant, *words):
    reply = as_map(client.execute_command("CLIENT.SEARCH", tenant, *words, "FIELDS", "id"))
    return sorted(as_map(each)["id"] for each in reply["clients"])


@both
def test_what_a_new_client_needs(server, protocol):
    """R-RSV-01, R-RSV-02, R-RSV-03, R-CAL-01, R-CAL-02, R-POL-03."""
    client = connect(server, protocol, decode_responses=True)
    needs = {
        "appointments": [("last", "King"), ("first", "Ada"), ("email", "k@example.org")],
        "stay": [("last", "King"), ("phone", "+41446681800")],
        "salon": [("first", "Ada"), ("email", "k@example.org")],
    }
    for preset, fields in needs.items():
        tenant = by_preset(client, "needs", protocol, preset)
        for left_out in fields:
            words = [word for field in fields if field != left_out for word in field]
            answer = refusal(client, "CLIENT.ADD", tenant, *words)
            assert answer.startswith("INVALID ") and "missing" in answer, answer
        words = [word for field in fields for word in field]
        assert as_map(client.execute_command("CLIENT.ADD", tenant, *words))["id"] == 1
    # What is missing is named all at once.
    tenant = by_preset(client, "all", protocol, "appointments")
    answer = refusal(client, "CLIENT.ADD", tenant, "phone", "+41446681800")
    assert all(field in answer for field in ("first", "last", "email")), answer
    client.execute_command(
        "CLIENT.ADD", tenant, "first", "Ada", "last", "King", "email", "k@example.org",
        "phone", "044 668 18 00", "gender", "f", "birthday", "--02-29", "note", "kind",
        "salutation", "Mrs", "language", "fr-CH")
    shown = as_map(client.execute_command("CLIENT.GET", tenant, 1))
    assert (shown["phone"], shown["gender"], shown["birthday"]) == ("+41446681800", "f", "--02-29")
    assert (shown["note"], shown["salutation"], shown["language"]) == ("kind", "Mrs", "fr-CH")
    assert refusal(client, "CLIENT.SET", tenant, 1, "birthday", "1981-02-29").startswith("INVALID")
    # Required fields are a setting, with alternatives; what is required is not cleared.
    client.execute_command("TENANT.SET", tenant, "required", "last,email|phone")
    client.execute_command("CLIENT.SET", tenant, 1, "first", "", "email", "")
    assert refusal(client, "CLIENT.SET", tenant, 1, "phone", "").startswith("INVALID email|phone")


@both
def test_found_edited_listed(server, protocol):
    """R-RSV-05, R-RSV-07, R-RSV-09, R-RES-33, R-POL-10, R-POL-11, R-POL-13, R-RES-11."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"found-{protocol}")
    add(client, tenant, "first", "Ada", "last", "Lovelace", "email", "k@example.org",
        "phone", "044 668 18 00", "company", "Acme")
    add(client, tenant, "first", "José", "last", "García", "email", "k@example.org", "note", "kind")
    add(client, tenant, "last", "Lovett", "phone", "044 668 18 01")
    for text, ids in (("lovelace", [1]), ("love", [1, 3]), ("garcia jose", [2]), ("lovelcae", [1]),
                      ("k@example", [1, 2]), ("6681800", [1]), ("acme", [1])):
        assert found(client, tenant, text) == ids, text
    # R-RSV-05: edited, and the name before is found as well (R-POL-13).
    assert as_map(client.execute_command("CLIENT.SET", tenant, 1, "last", "King"))["version"] == 2
    assert found(client, tenant, "king") == [1] and found(client, tenant, "lovelace") == [1]
    # R-POL-10: an address is nobody's alone.
    both_of = as_map(client.execute_command("CLIENT.GET", tenant, "EMAIL", "K@example.org"))
    assert {both_of["id"], *both_of["also"]} == {1, 2}
    # R-POL-11: nothing is guessed.
    client.execute_command("CLIENT.SET", tenant, 2, "gender", "m")
    assert "salutation" not in as_map(client.execute_command("CLIENT.GET", tenant, 2))
    # R-RSV-07: what a list shows; the last visit is there once there was one.
    client.execute_command("BOOKING.ADD", tenant, 2, "START", "2026-05-01T12:00")
    rows = [as_map(each) for each in as_map(client.execute_command("CLIENT.LIST", tenant))["clients"]]
    assert rows[1] == {"id": 2, "first": "José", "last": "García", "note": "kind",
                       "last_booking": "2026-05-01T10:00:00Z"}, rows[1]
    assert "last_booking" not in rows[0]
    table = as_map(client.execute_command("CLIENT.CSV", tenant, "FIELDS", "id,last_booking,bookings"))
    assert table["csv"] == "id,last_booking,bookings\r\n1,,0\r\n2,2026-05-01T10:00:00Z,1\r\n3,,0\r\n"
    # R-RES-11: by e-mail, or on paper.
    listed = as_map(client.execute_command("CLIENT.LIST", tenant, "FIELDS", "id,login_by"))
    assert [as_map(each)["login_by"] for each in listed["clients"]] == ["email", "email", "print"]
    for number in (1, 3):
        page = as_map(client.execute_command("CLIENT.GET", tenant, number))
        assert page["login_by"] == ("email" if number == 1 else "print")


@both
def test_doubles_at_creation(server, protocol):
    """R-RES-29, R-RES-30, R-RES-31."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"creation-{protocol}")
    fields = ("first", "Ada", "last", "Lenz", "email", "ada@example.org")
    add(client, tenant, *fields)
    shown = as_map(client.execute_command("CLIENT.ADD", tenant, *fields))
    assert shown["status"] == "duplicates" and as_map(shown["candidates"][0])["id"] == 1
    assert client.execute_command("CLIENT.COUNT", tenant) == 1
    assert refusal(client, "CLIENT.ADD", tenant, *fields, "ANYWAY", "NOT", 7).startswith("NOCLIENT")
    made = as_map(client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY", "NOT", 1))
    assert (made["status"], made["id"]) == ("created", 2)
    # Waved aside: not proposed again before one of the two has changed.
    pairs = as_map(client.execute_command("CLIENT.DUPLICATES", tenant))["pairs"]
    assert pairs == [], pairs
    client.execute_command("CLIENT.SET", tenant, 2, "phone", "+41446681800")
    pairs = as_map(client.execute_command("CLIENT.DUPLICATES", tenant))["pairs"]
    assert [(as_map(each)["a"], as_map(each)["b"]) for each in pairs] == [(1, 2)], pairs
    # R-RES-31: the same person after all.
    assert as_map(client.execute_command("CLIENT.MERGE", tenant, 1, 2))["survivor"] == 1


@both
def test_merging_rather_than_deleting(server, protocol):
    """R-RES-19, R-RES-20, R-RES-21, R-RES-27, R-SAL-01, R-SAL-02."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"rather-{protocol}")
    for number in (1, 2, 3, 4):
        add(client, tenant, "first", "Ada", "last", "King", "email", f"k{number}@example.org",
            "phone", "044 668 18 00")
    # R-SAL-02: whoever is taken off the list is said to be there twice.
    tried = as_map(client.execute_command("CLIENT.DEACTIVATE", tenant, 2, "DRYRUN"))
    assert tried["doubles"], tried
    # R-RES-20: what it would come to, and no other than that.
    preview = as_map(client.execute_command("CLIENT.MERGE", tenant, 1, 2, "DRYRUN"))
    assert as_map(preview["client"])["email"] == "k1@example.org" and "lsn" not in preview
    client.execute_command("CLIENT.SET", tenant, 1, "city", "Ulm")
    stale = refusal(client, "CLIENT.MERGE", tenant, 1, 2, "IFVERSION", 1)
    assert stale.startswith("STALE"), stale
    # R-RES-21: several at once, all or none, each with a number of its own.
    assert refusal(client, "CLIENT.MERGE", tenant, 1, 2, 9).startswith("NOCLIENT")
    assert client.execute_command("CLIENT.COUNT", tenant) == 4
    merged = as_map(client.execute_command("CLIENT.MERGE", tenant, 1, 4, 2, 3, "IFVERSION", 2))
    assert merged["survivor"] == 1 and merged["merges"] == [1, 2, 3], merged
    rows = as_map(client.execute_command("CLIENT.MERGES", tenant, 1))["merges"]
    assert {as_map(each)["merge"]: as_map(each)["double"] for each in rows} == {1: 4, 2: 2, 3: 3}
    # R-RES-19, R-SAL-01: nothing is lost, and the survivor's e-mail is the e-mail.
    for number in (1, 2, 3, 4):
        page = as_map(client.execute_command("CLIENT.GET", tenant, "EMAIL", f"k{number}@example.org"))
        assert (page["id"], page["email"]) == (1, "k1@example.org"), page
    # R-RES-27: nobody into themselves, nobody by a stale number.
    assert refusal(client, "CLIENT.MERGE", tenant, 1, 1).startswith("INVALID")
    assert refusal(client, "CLIENT.MERGE", tenant, 1, 2).startswith("REFUSED merged")
    add(client, tenant, "first", "Bob", "last", "Ringo", "email", "r@example.org")
    client.execute_command("CLIENT.ERASE", tenant, 5, "REQUESTED", "CONFIRM")
    assert refusal(client, "CLIENT.MERGE", tenant, 1, 5).startswith("REFUSED erased")


@both
def test_deleting_by_preset(server, protocol):
    """R-RSV-12, R-POL-02, R-POL-05."""
    client = connect(server, protocol, decode_responses=True)
    for preset, means in (("restaurant", "deactivate"), ("salon", "deactivate"), ("stay", "deactivate"),
                          ("appointments", "erase")):
        tenant = by_preset(client, "delete", protocol, preset)
        for number in (1, 2, 3):
            add(client, tenant, "first", "Ada", "last", "King", "email", f"k{number}@example.org")
        if means == "erase":
            # First inactive, unless the person asks.
            answer = refusal(client, "CLIENT.DELETE", tenant, 1, 2, "CONFIRM")
            assert answer.startswith("REFUSED not-inactive"), answer
            client.execute_command("CLIENT.DEACTIVATE", tenant, 1, 2)
        # Without CONFIRM it is a question.
        would = as_map(client.execute_command("CLIENT.DELETE", tenant, 1, 2))
        assert "lsn" not in would and "receipt" not in would, would
        assert client.execute_command("CLIENT.COUNT", tenant, "STATUS", "any") == 3
        assert refusal(client, "CLIENT.DELETE", tenant, 1, 9, "CONFIRM").startswith("NOCLIENT")
        client.execute_command("CLIENT.DELETE", tenant, 1, 2, "CONFIRM")
        status = as_map(client.execute_command("CLIENT.GET", tenant, 1))["status"]
        assert status == ("erased" if means == "erase" else "inactive"), (preset, status)
        # R-POL-05: who survives is named, in whatever order.
        add(client, tenant, "first", "B.", "last", "King", "email", "k4@example.org")
        assert as_map(client.execute_command("CLIENT.MERGE", tenant, 4, 3))["survivor"] == 4


@both
def test_settings_by_rule(server, protocol):
    """R-RES-18, R-SAL-10, R-POL-04, R-POL-06, R-POL-15."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"settings-{protocol}")
    shown = as_map(client.execute_command("TENANT.GET", tenant))
    assert shown["slow_domains"] == "hotmail.*,msn.*,outlook.*,live.*"
    client.execute_command("TENANT.SET", tenant, "slow_domains", "Hotmail.*,bluewin.ch")
    assert refusal(client, "TENANT.SET", tenant, "slow_domains", "hotmail").startswith("INVALID")
    shown = as_map(client.execute_command("TENANT.GET", tenant))
    assert shown["slow_domains"] == "hotmail.*,bluewin.ch"
    for weeks, is_offered in ((2, True), (52, True), (7, False), (0, False)):
        words = ("TENANT.SET", tenant, "rebook_weeks", weeks)
        if is_offered:
            client.execute_command(*words)
        else:
            assert refusal(client, *words).startswith("INVALID rebook_weeks"), weeks
    assert as_map(client.execute_command("TENANT.GET", tenant))["rebook_own"] == "no"
    client.execute_command("TENANT.SET", tenant, "channel.reminder", "sms")
    shown = as_map(client.execute_command("TENANT.GET", tenant))
    assert (shown["channel.reminder"], shown["channel.code"]) == ("sms", "email"), shown
    assert refusal(client, "TENANT.SET", tenant, "channel.code", "pigeon").startswith("INVALID")
    # R-POL-04: where the person alone may change an address, staff may not.
    add(client, tenant, "last", "Lenz", "email", "ada@example.org")
    client.execute_command("CLIENT.SET", tenant, 1, "email", "a.lenz@example.org")
    client.execute_command("TENANT.SET", tenant, "email_edit", "owner_only")
    answer = refusal(client, "CLIENT.SET", tenant, 1, "email", "x@example.org")
    assert answer.startswith("LOCKED"), answer
    assert as_map(client.execute_command("CLIENT.GET", tenant, 1))["locked"] == ["email"]
