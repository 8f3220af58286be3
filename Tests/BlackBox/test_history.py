"""A client's history and lists as they were, through redis-py, on a server of its own."""

import datetime

import redis

from server import Server
from test_redis_py import as_map, both


def moment():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")


def next_millisecond(before):
    while moment() == before:
        pass


@both
def test_history(server, protocol):
    with Server(server.binary) as own:
        owner = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True
        )
        ask = owner.execute_command
        ask("TENANT.CREATE", "bistro", "COUNTRY", "CH")
        ask("CLIENT.ADD", "bistro", "last", "King", "email", "a@example.org")
        first = moment()
        next_millisecond(first)
        secret = as_map(ask("TOKEN.CREATE", "desk", "ROLE", "staff"))["secret"]
        desk = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True,
            username="desk", password=secret,
        )
        desk.execute_command("CLIENT.SET", "bistro", 1, "last", "Lovelace", "phone", "044 668 18 00")
        second = moment()
        next_millisecond(second)
        ask("CLIENT.ADD", "bistro", "last", "Babbage", "email", "b@example.org", "ANYWAY")
        ask("CLIENT.MERGE", "bistro", 1, 2)
        ask("SNAPSHOT")
        ask("CLIENT.DEACTIVATE", "bistro", 1)

        def check():
            history = as_map(desk.execute_command("CLIENT.HISTORY", "bistro", 1))
            changes = [as_map(change) for change in history["changes"]]
            assert [change["event"] for change in changes] == [
                "clientDeactivated", "clientsMerged", "clientChanged", "clientAdded",
            ]
            assert [change.get("by") for change in changes] == [None, None, "desk", None]
            fields = [as_map(field) for field in changes[2]["fields"]]
            assert {"field": "last", "old": "King", "new": "Lovelace"} in fields
            assert {"field": "phone", "new": "+41446681800"} in fields
            page = as_map(desk.execute_command("CLIENT.HISTORY", "bistro", 1, "LIMIT", 3))
            rest = as_map(
                desk.execute_command("CLIENT.HISTORY", "bistro", 1, "AFTER", page["cursor"])
            )
            assert len(page["changes"]) == 3 and len(rest["changes"]) == 1
            for time, last, count in ((first, "King", 1), (second, "Lovelace", 1)):
                was = as_map(desk.execute_command("CLIENT.GET", "bistro", 1, "ASOF", time))
                assert was["last"] == last and was["status"] == "active"
                assert desk.execute_command("CLIENT.COUNT", "bistro", "ASOF", time) == count
                listed = as_map(desk.execute_command("CLIENT.LIST", "bistro", "ASOF", time))
                assert [as_map(one)["last"] for one in listed["clients"]] == [last]
            found = as_map(desk.execute_command("CLIENT.SEARCH", "bistro", "king", "ASOF", first))
            assert found["total"] == 1 and as_map(found["clients"][0])["last"] == "King"

        check()
        own.restart(hard=True)
        check()
        for words, code in (
            (("CLIENT.GET", "bistro", 1, "ASOF", "2999-01-01T00:00:00Z"), "ASOF: lies ahead"),
            (("CLIENT.GET", "bistro", 1, "ASOF", "soon"), "ASOF: a time"),
            (("CLIENT.COUNT", "bistro", "ASOF", "2020-01-01T00:00:00Z"), "no such tenant then"),
            (("CLIENT.HISTORY", "bistro", 9), "no client 9"),
        ):
            try:
                desk.execute_command(*words)
                raise AssertionError(f"{words} was answered")
            except redis.ResponseError as error:
                assert code in str(error), error
