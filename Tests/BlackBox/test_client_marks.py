"""Tags, newsletter, the block list, consents and a tenant's own fields through redis-py, with
restarts in between and a snapshot on the way."""

import redis

from test_merging import digest, get, refusal
from test_redis_py import as_map, both, connect, fresh


def add(client, tenant, *fields):
    return as_map(client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY"))


def consents(client, tenant, number):
    found = as_map(client.execute_command("CONSENT.LIST", tenant, number))
    return {each["purpose"]: each for each in map(as_map, found["consents"])}


def settings(client, tenant, *words):
    return client.execute_command("TENANT.SET", tenant, *words)


@both
def test_tags_and_newsletter(server, protocol):
    """R-SAL-07, R-RES-03."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"tags-{protocol}")
    for name in ("Ammann", "Bucher", "Caduff"):
        add(client, tenant, "last", name, "email", f"{name}@salon-mail.ch", "tags", "lunch")
    changed = as_map(client.execute_command("CLIENT.TAG", tenant, 1, 2, "+vip", "-lunch"))
    assert changed["changed"] == 2
    assert get(client, tenant, 1)["tags"] == ["vip"]
    assert refusal(client, "CLIENT.TAG", tenant, 1, 99, "+x").startswith("NOCLIENT")
    assert get(client, tenant, 1)["tags"] == ["vip"]
    listed = as_map(client.execute_command("CLIENT.LIST", tenant, "TAG", "vip"))
    assert listed["total"] == 2
    first = as_map(client.execute_command("CLIENT.NEWSLETTER", tenant, 1, 3, "yes", "KEY", "n"))
    again = as_map(client.execute_command("CLIENT.NEWSLETTER", tenant, 1, 3, "yes", "KEY", "n"))
    assert first == again and first["changed"] == 2
    assert as_map(client.execute_command("CLIENT.NEWSLETTER", tenant, 1, 3, "yes")) == {"changed": 0}
    before = digest(client, tenant)
    server.restart()
    assert digest(client, tenant) == before
    wanting = as_map(client.execute_command("CLIENT.LIST", tenant, "NEWSLETTER", "yes"))
    assert wanting["total"] == 2


@both
def test_a_block_survives_a_second_address(server, protocol):
    """R-SAL-06, R-SAL-08, R-RES-45, R-POL-01."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"block-{protocol}")
    add(client, tenant, "first", "Ada", "last", "King", "email", "ada.king@gmail.com",
        "phone", "044 668 18 00")
    assert refusal(client, "CLIENT.BLOCK", tenant, 1).startswith("REFUSED blocking-off")
    settings(client, tenant, "blocking", "online")
    client.execute_command(
        "CLIENT.BLOCK", tenant, 1, "REASON", "missed five times", "UNTIL", "9000-01-01"
    )
    client.execute_command("SNAPSHOT", tenant)
    shown = as_map(client.execute_command("CLIENT.GET", tenant, 1))
    assert shown["blocked"] in (1, True)
    assert as_map(shown["block"])["reason"] == "missed five times"
    warned = as_map(
        client.execute_command(
            "CLIENT.ADD", tenant, "first", "Ada", "last", "King",
            "email", "adaking+2@googlemail.com",
        )
    )
    assert warned["status"] == "duplicates"
    assert as_map(warned["candidates"][0])["blocked"] in (1, True)
    made = add(client, tenant, "last", "Neu", "email", "adaking+2@googlemail.com")
    assert [as_map(each) for each in made["blocked_matches"]] == [{"id": 1, "by": ["email"]}]
    client.execute_command("CLIENT.SET", tenant, 1, "email", "else@salon-mail.ch")
    server.restart()
    seen = as_map(client.execute_command("CLIENT.GET", tenant, made["id"]))
    assert as_map(seen["blocked_matches"][0])["by"] == ["email"], seen
    second = add(client, tenant, "last", "Other", "phone", "+41 44 668 18 00")
    assert as_map(second["blocked_matches"][0]) == {"id": 1, "by": ["phone"]}
    before = [get(client, tenant, number) for number in (1, 2)]
    client.execute_command("CLIENT.MERGE", tenant, 2, 1)
    assert get(client, tenant, 2)["blocked"] in (1, True)
    server.restart()
    client.execute_command("CLIENT.UNMERGE", tenant, 1)
    assert [get(client, tenant, number) for number in (1, 2)] == before
    client.execute_command("CLIENT.UNBLOCK", tenant, 1)
    assert "blocked" not in get(client, tenant, 1)
    assert "blocked_matches" not in get(client, tenant, 2)


@both
def test_fields_of_the_tenants_own(server, protocol):
    """CLARIFICATIONS 22; R-RES-24 and R-RES-28 of each name by itself."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"custom-{protocol}")
    undeclared = refusal(client, "CLIENT.ADD", tenant, "last", "A", "email", "a@b.ch", "x.shoe", 42)
    assert undeclared.startswith("INVALID x.shoe: not declared here"), undeclared
    settings(client, tenant, "field.shoe", "number", "field.allergy", "text", "field.vegan", "yesno")
    add(client, tenant, "last", "A", "email", "a@b.ch", "x.shoe", "42.50", "x.vegan", "no")
    add(client, tenant, "last", "B", "email", "b@b.ch", "x.shoe", "38", "x.allergy", "nuts")
    one = get(client, tenant, 1)
    assert one["x.shoe"] == "42.5" and one["x.vegan"] in (0, False)
    wrong = refusal(client, "CLIENT.SET", tenant, 1, "x.shoe", "large")
    assert wrong.startswith("INVALID x.shoe: a number"), wrong
    before = [get(client, tenant, number) for number in (1, 2)]
    client.execute_command("CLIENT.MERGE", tenant, 1, 2, "TAKE", "x.shoe:2")
    merged = get(client, tenant, 1)
    assert merged["x.shoe"] == "38" and merged["x.allergy"] == "nuts"
    client.execute_command("SNAPSHOT", tenant)
    server.restart()
    assert get(client, tenant, 1) == merged
    client.execute_command("CLIENT.UNMERGE", tenant, 1)
    assert [get(client, tenant, number) for number in (1, 2)] == before
    listed = as_map(client.execute_command("CLIENT.LIST", tenant, "FIELDS", "id,x.shoe"))
    assert [as_map(each) for each in listed["clients"]] == [
        {"id": 1, "x.shoe": "42.5"}, {"id": 2, "x.shoe": "38"},
    ]


@both
def test_consents_with_proof(server, protocol):
    """R-POL-14, R-RES-25."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"consent-{protocol}")
    add(client, tenant, "last", "A", "email", "a@b.ch")
    add(client, tenant, "last", "B", "email", "b@b.ch")
    client.execute_command(
        "CONSENT.SET", tenant, 1, "newsletter", "yes", "SOURCE", "web", "TEXT", "Keep me posted",
        "AT", "2026-01-02T10:00:00Z",
    )
    held = consents(client, tenant, 1)
    assert held["newsletter"]["value"] in (1, True)
    assert held["newsletter"]["source"] == "web" and held["newsletter"]["text"] == "Keep me posted"
    assert held["newsletter"]["at"] == "2026-01-02T10:00:00Z"
    assert held["review"]["origin"] == "setting" and held["review"]["value"] in (0, False)
    assert get(client, tenant, 1)["newsletter"] in (1, True)
    client.execute_command("CLIENT.NEWSLETTER", tenant, 1, "no")
    held = consents(client, tenant, 1)
    assert held["newsletter"]["value"] in (0, False) and len(held["newsletter"]["proofs"]) == 2
    client.execute_command("CONSENT.SET", tenant, 1, "birthday", "yes")
    client.execute_command("CONSENT.SET", tenant, 2, "birthday", "no", "SOURCE", "desk")
    client.execute_command("CLIENT.MERGE", tenant, 1, 2)
    server.restart()
    held = consents(client, tenant, 2)
    assert held["birthday"]["value"] in (0, False) and held["birthday"]["source"] == "desk"
    assert len(held["birthday"]["proofs"]) == 2
    client.execute_command("CLIENT.UNMERGE", tenant, 1)
    assert consents(client, tenant, 1)["birthday"]["value"] in (1, True)
    assert refusal(client, "CONSENT.SET", tenant, 1, "profiling", "yes").startswith("INVALID")
