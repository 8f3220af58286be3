"""Links of clients and points of partners through redis-py, with a kill and a snapshot in between."""

import redis

from server import Server
from test_merging import digest, refusal
from test_redis_py import as_map, both, fresh


def links(client, tenant, number):
    reply = as_map(client.execute_command("LINK.LIST", tenant, number))
    return [(each["kind"], each["ref"], each.get("addressed")) for each in map(as_map, reply["links"])]


def points(client, tenant, partner):
    return as_map(client.execute_command("POINTS.GET", tenant, partner))


@both
def test_links_follow_return_and_go(server, protocol):
    """R-RES-22, R-RES-48, R-SAL-05: links go with their client, there and back."""
    with Server(server.binary) as own:
        client = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True)
        tenant = fresh(client, "shop")
        for first in ("Ada", "Adah", "Bob"):
            client.execute_command(
                "CLIENT.ADD", tenant, "first", first, "email", f"{first.lower()}@example.org", "ANYWAY")
        for number, kind, ref in (
                (1, "order", "shop-1"), (2, "voucher", "v-2"), (3, "order", "shop-3")):
            reply = as_map(client.execute_command(
                "LINK.ADD", tenant, number, "KIND", kind, "REF", ref))
            assert reply["id"] == number
        same = as_map(client.execute_command("LINK.ADD", tenant, 1, "KIND", "order", "REF", "shop-1"))
        assert same == {"id": 1}
        client.execute_command("CLIENT.MERGE", tenant, 1, 2)
        client.execute_command("LINK.ADD", tenant, 2, "KIND", "subscription", "REF", "s-4")
        merged = [("order", "shop-1", None), ("voucher", "v-2", 2), ("subscription", "s-4", 2)]
        assert links(client, tenant, 1) == links(client, tenant, 2) == merged
        before = digest(client, tenant)
        client.execute_command("SNAPSHOT")
        client.execute_command("LINK.REMOVE", tenant, 3)
        own.restart(hard=True)
        client = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True)
        assert links(client, tenant, 1) == merged
        assert links(client, tenant, 3) == []
        assert before != digest(client, tenant)
        assert refusal(client, "LINK.REMOVE", tenant, 3).startswith("INVALID link")
        assert refusal(client, "LINK.LIST", tenant, 9).startswith("NOCLIENT")
        client.execute_command("CLIENT.UNMERGE", tenant, 1)
        assert links(client, tenant, 1) == [("order", "shop-1", None)]
        assert links(client, tenant, 2) == [("voucher", "v-2", None), ("subscription", "s-4", None)]
        client.execute_command("CLIENT.ERASE", tenant, 2, "REQUESTED", "CONFIRM")
        assert links(client, tenant, 2) == []
        assert refusal(
            client, "LINK.ADD", tenant, 2, "KIND", "order", "REF", "x").startswith("REFUSED erased")


@both
def test_points(server, protocol):
    """R-RES-44: points for what a partner brings and the venue has seen, its own alone to see."""
    with Server(server.binary) as own:
        owner = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True)
        tenant = fresh(owner, "inn")
        owner.execute_command(
            "TENANT.SET", tenant, "partner_booking", "yes", "partner_points", "10")
        owner.execute_command("CLIENT.ADD", tenant, "first", "Ada", "email", "ada@example.org", "ANYWAY")
        admin = as_map(owner.execute_command("TOKEN.CREATE", "boss", "ROLE", "admin"))
        token = as_map(owner.execute_command(
            "TOKEN.CREATE", "sun", "ROLE", "partner", "PARTNER", "sun", "TENANT", tenant))
        sun = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True,
            username="sun", password=token["secret"])
        for day in range(1, 5):
            sun.execute_command("BOOKING.ADD", tenant, 1, "START", f"9000-01-0{day}T12:00")
        for number in (1, 2, 3):
            owner.execute_command("BOOKING.DONE", tenant, number)
        owner.execute_command("BOOKING.NOSHOW", tenant, 4)
        assert points(sun, tenant, "sun")["points"] == 30
        owner.execute_command("BOOKING.NOSHOW", tenant, 3)
        owner.execute_command("POINTS.ADD", tenant, "sun", -15, "REASON", "voucher")
        found = points(owner, tenant, "sun")
        assert (found["points"], found["earned"], found["given"], found["bookings"]) == (5, 20, -15, 2)
        assert refusal(
            owner, "POINTS.ADD", tenant, "sun", -6, "REASON", "more").startswith("INVALID n")
        assert "another partner" in refusal(sun, "POINTS.GET", tenant, "moon")
        assert "role partner" in refusal(sun, "POINTS.ADD", tenant, "sun", 5, "REASON", "please")
        assert "role partner" in refusal(sun, "LINK.LIST", tenant, 1)
        before = digest(owner, tenant)
        own.restart(hard=True)
        boss = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True,
            username="boss", password=admin["secret"])
        assert digest(boss, tenant) == before
        assert points(boss, tenant, "sun")["points"] == 5
