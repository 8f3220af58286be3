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


@both
def test_history_days(server, protocol):
    with Server(server.binary, flags=["--segment-bytes", "65536"]) as own:
        owner = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True
        )
        ask = owner.execute_command

        def persistence():
            return owner.info("persistence")

        def change(round):
            for number in range(1, 121):
                ask("CLIENT.SET", "bistro", number, "note", f"{round} {number} " + "x" * 600)

        assert owner.config_get("history-days") == {"history-days": "30"}
        ask("TENANT.CREATE", "bistro", "COUNTRY", "CH")
        for number in range(120):
            ask(
                "CLIENT.ADD", "bistro", "last", f"Guest {number}",
                "email", f"g{number}@example.org", "ANYWAY",
            )
        first = moment()
        next_millisecond(first)
        for round in range(6):
            change(round)
            ask("SNAPSHOT")
        kept = persistence()
        assert kept["history_segments"] > 3 and kept["history_disk_bytes"] > 3 * 65536, kept
        assert kept["history_first_lsn"] == 1 and kept["log_segments"] > kept["history_segments"]
        own.restart(hard=True)

        def was():
            return as_map(ask("CLIENT.GET", "bistro", 7, "ASOF", first))

        assert was()["last"] == "Guest 6" and "note" not in was()
        assert persistence()["history_segments"] == kept["history_segments"]
        assert owner.info("server")["recovery_records"] < 200, "history was replayed"
        total = as_map(ask("CLIENT.HISTORY", "bistro", 7))
        assert total["total"] == 7 and "since" not in total

        owner.config_set("history-days", 0)
        for round in range(6, 9):
            change(round)
            ask("SNAPSHOT")
        kept = persistence()
        assert kept["history_segments"] == 0 and kept["history_disk_bytes"] == 0, kept
        try:
            was()
            raise AssertionError("history was told that is not kept")
        except redis.ResponseError as error:
            assert str(error).startswith("REFUSED trimmed") and "LSN" in str(error), error
        assert "since" in as_map(ask("CLIENT.HISTORY", "bistro", 7))
        try:
            ask("CLIENT.HISTORY", "bistro", 7, "AFTER", 3)
            raise AssertionError("history was told that is not kept")
        except redis.ResponseError as error:
            assert str(error).startswith("REFUSED trimmed"), error
