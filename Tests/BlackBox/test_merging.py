"""Merges made and undone through redis-py, with restarts in between."""

import random

import redis

from test_redis_py import as_map, both, connect, fresh


def refusal(client, *words):
    """The error reply's text."""
    try:
        client.execute_command(*words)
    except redis.ResponseError as error:
        return str(error)
    raise AssertionError(f"{words} was not refused")


def add(client, tenant, *fields):
    return as_map(client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY"))["id"]


def get(client, tenant, number):
    """A client without what every change of it moves."""
    found = as_map(client.execute_command("CLIENT.GET", tenant, number))
    return {name: value for name, value in found.items() if name not in ("version", "updated")}


def digest(client, tenant):
    return as_map(client.execute_command("TENANT.DIGEST", tenant))["digest"]


@both
def test_merges_and_unmerges(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"merge-{protocol}")
    add(client, tenant, "first", "Ada", "last", "King", "email", "a@example.org", "tags", "vip")
    add(
        client, tenant, "first", "Augusta", "last", "Lovelace", "email", "l@example.org",
        "phone", "044 668 18 00", "external", "pms-2", "newsletter", "no",
    )
    before = [get(client, tenant, number) for number in (1, 2)]
    preview = as_map(client.execute_command("CLIENT.MERGE", tenant, 1, 2, "DRYRUN"))
    assert [get(client, tenant, number) for number in (1, 2)] == before
    merged = as_map(
        client.execute_command("CLIENT.MERGE", tenant, 1, 2, "IFVERSION", 1, "KEY", "k")
    )
    assert merged["survivor"] == 1 and merged["version"] == 2 and merged["merges"] == [1]
    shown = as_map(preview["client"])
    assert {n: v for n, v in shown.items() if n not in ("version", "updated")} == get(
        client, tenant, 1
    )
    seen = get(client, tenant, 2)
    assert seen["id"] == 1 and seen["merged_into"] == 1
    assert seen["phone"] == "+41446681800" and "Augusta Lovelace" in seen["aliases"]
    assert refusal(client, "CLIENT.SET", tenant, 2, "city", "Thun").startswith("REFUSED merged")
    status = as_map(
        client.execute_command("CLIENT.UPSERT", tenant, "EXTERNAL", "pms-2", "city", "Thun")
    )
    assert status["status"] == "unchanged" and status["merged_into"] == 1
    server.restart()
    assert get(client, tenant, 2) == seen
    again = as_map(
        client.execute_command("CLIENT.MERGE", tenant, 1, 2, "IFVERSION", 1, "KEY", "k")
    )
    assert again == merged
    undone = as_map(client.execute_command("CLIENT.UNMERGE", tenant, 1))
    assert undone["double"] == 2
    assert [get(client, tenant, number) for number in (1, 2)] == before
    assert refusal(client, "CLIENT.UNMERGE", tenant, 1).startswith("REFUSED undone")


def test_any_merge_is_undone_in_any_order(server):
    """Everybody is as before once every merge is undone, whatever the order and the nesting."""
    client = connect(server, 3, decode_responses=True)
    for seed in range(1, 6):
        run(server, client, seed)


def run(server, client, seed):
    chance = random.Random(seed)
    tenant = fresh(client, f"nested-{seed}")
    count = 30
    for number in range(1, count + 1):
        fields = ["first", f"First{number % 7}", "email", f"p{number}@example.org"]
        fields += ["external", f"crm-{number}", "tags", f"t{number % 4}"]
        if number % 3 == 0:
            fields += ["city", f"City{number}", "note", f"note {number}"]
        add(client, tenant, *fields)
    before = [get(client, tenant, number) for number in range(1, count + 1)]
    roots = list(range(1, count + 1))
    standing = []
    for step in range(40):
        if standing and chance.random() < 0.3:
            merge = standing.pop(chance.randrange(len(standing)))
            undone = as_map(client.execute_command("CLIENT.UNMERGE", tenant, merge))
            roots.append(undone["double"])
        elif len(roots) > 4:
            survivor, *doubles = chance.sample(roots, chance.choice((2, 2, 3)))
            reply = as_map(client.execute_command("CLIENT.MERGE", tenant, survivor, *doubles))
            standing += reply["merges"]
            roots = [number for number in roots if number not in doubles]
        if step == 20:
            known = digest(client, tenant)
            server.restart(hard=True)
            assert digest(client, tenant) == known, f"seed {seed}"
    # Each is still found by its own reference, whoever answers for it.
    for number in range(1, count + 1):
        found = as_map(
            client.execute_command("CLIENT.GET", tenant, "EXTERNAL", f"crm-{number}")
        )
        assert found["id"] == get(client, tenant, number)["id"], f"seed {seed}"
    chance.shuffle(standing)
    for merge in standing:
        client.execute_command("CLIENT.UNMERGE", tenant, merge)
    after = [get(client, tenant, number) for number in range(1, count + 1)]
    assert after == before, f"seed {seed}"


def test_distinct_goes_along(server):
    client = connect(server, 3, decode_responses=True)
    tenant = fresh(client, "distinct")
    for number in range(3):
        add(client, tenant, "first", "Ada", "email", f"ada{number}@example.org")
    assert "lsn" in client.execute_command("CLIENT.DISTINCT", tenant, 1, 2)
    client.execute_command("CLIENT.MERGE", tenant, 3, 2)
    server.restart()
    # Known already: nothing new is written for the survivor.
    assert "lsn" not in client.execute_command("CLIENT.DISTINCT", tenant, 1, 3)
    assert "lsn" in client.execute_command("CLIENT.DISTINCT", tenant, 1, 3, "OFF")
