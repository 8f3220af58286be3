"""Erasing a person through redis-py, and a search of every byte of the data folder afterwards."""

import os
import subprocess
import time

from server import Server
from test_history import moment, next_millisecond
from test_redis_py import as_map, both

import redis

SECRETS = [
    "Wunderlich", "Zauberin", "z.wunderlich@secret.example", "alt@secret.example", "Altname",
    "41446681800", "a very private note",
]


def stored(folder):
    """Every file as it lies there; what compression hides is looked into by the tests in Swift."""
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    yield path, file.read()


def found(server):
    folder = os.path.join(server.folder, "data")
    return [
        (secret, path)
        for path, content in stored(folder)
        for secret in SECRETS
        if secret.encode() in content
    ]


def await_complete(caller, receipt):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        got = as_map(caller.execute_command("ERASURE.GET", "salon", receipt))
        if got["state"] == "complete":
            return got
        time.sleep(0.05)
    raise AssertionError(f"receipt {receipt} is not complete after a minute: {got}")


@both
def test_R_SAL_05_erasure(server, protocol):
    with Server(server.binary) as own:
        caller = redis.Redis(
            host=own.host, port=own.port, protocol=protocol, decode_responses=True
        )
        run = caller.execute_command
        run("TENANT.CREATE", "salon", "COUNTRY", "CH", "PRESET", "salon")
        run(
            "CLIENT.ADD", "salon", "first", "Zauberin", "last", "Wunderlich",
            "email", "z.wunderlich@secret.example", "phone", "044 668 18 00",
            "note", "a very private note", "KEY", "k1",
        )
        run(
            "CLIENT.ADD", "salon", "first", "Zauberin", "last", "Altname",
            "email", "alt@secret.example", "ANYWAY",
        )
        run("CLIENT.ADD", "salon", "last", "Came", "email", "stays@example.org")
        run("CLIENT.SET", "salon", 3, "last", "Stays")
        run("CLIENT.SET", "salon", 1, "last", "Wunderlich-Neu")
        run("CLIENT.MERGE", "salon", 1, 2, "KEY", "k2")
        run("SNAPSHOT")
        assert found(own), "the search finds nothing even before"

        preview = as_map(run("CLIENT.ERASE", "salon", 1, "REQUESTED"))
        assert preview["would"] == "erase" and preview["doubles"] == 1, preview
        try:
            run("CLIENT.ERASE", "salon", 1, "CONFIRM")
            raise AssertionError("an active client was erased")
        except redis.exceptions.ResponseError as error:
            assert str(error).startswith("REFUSED not-inactive"), error
        before = moment()
        next_millisecond(before)
        run("CLIENT.DEACTIVATE", "salon", 1)
        receipt = as_map(run("CLIENT.ERASE", "salon", 1, "CONFIRM"))
        assert receipt["state"] == "pending" and receipt["erased"] == 1, receipt
        try:
            run("CLIENT.HISTORY", "salon", 1)
            raise AssertionError("the history of an erased client was told")
        except redis.exceptions.ResponseError as error:
            assert str(error).startswith("REFUSED erased"), error
        for words in (
            ("CLIENT.GET", "salon", 1), ("CLIENT.GET", "salon", "EMAIL", SECRETS[2]),
            ("CLIENT.LIST", "salon", "STATUS", "any"), ("CLIENT.SEARCH", "salon", "zauberin"),
            ("CLIENT.HISTORY", "salon", 2),
        ):
            told = ""
            try:
                if words[0] == "CLIENT.HISTORY":
                    told = str(run(*words))
                else:
                    told = str(run(*words, "ASOF", before))
            except redis.exceptions.ResponseError as error:
                told = str(error)
            assert not any(secret in told.replace(str(words), "") for secret in SECRETS), told
        complete = await_complete(caller, receipt["receipt"])
        assert complete["complete_lsn"] > complete["lsn"], complete
        assert found(own) == []
        verified = as_map(run("ERASURE.VERIFY", "salon", receipt["receipt"]))
        assert verified["clean"] in (True, 1) and verified["older"] == [], verified

        def others_past():
            """Everybody else's past is told as before."""
            was = as_map(run("CLIENT.GET", "salon", 3, "ASOF", before))
            assert was["last"] == "Stays", was
            assert run("CLIENT.COUNT", "salon", "ASOF", before) == 1
            history = as_map(run("CLIENT.HISTORY", "salon", 3))
            changes = [as_map(change) for change in history["changes"]]
            assert [change["event"] for change in changes] == ["clientChanged", "clientAdded"]
            fields = [as_map(field) for field in changes[0]["fields"]]
            assert {"field": "last", "old": "Came", "new": "Stays"} in fields, fields

        others_past()
        own.restart(hard=True)
        assert found(own) == []
        others_past()
        again = as_map(run("ERASURE.GET", "salon", receipt["receipt"]))
        assert again == complete, again
        assert as_map(run("CLIENT.GET", "salon", 1))["status"] == "erased"
        assert as_map(run("CLIENT.GET", "salon", 3))["last"] == "Stays"
        try:
            run("CLIENT.UNMERGE", "salon", 1)
            raise AssertionError("a merge was undone after an erasure")
        except redis.exceptions.ResponseError as error:
            assert str(error).startswith("REFUSED erased"), error
        own.restart()
        assert found(own) == []
        others_past()
        folder = os.path.join(own.folder, "data")
        for words in (["verify"], ["verify", "--deep"]):
            done = subprocess.run(
                [own.binary, *words, "--data", folder], capture_output=True, text=True, timeout=60
            )
            assert done.returncode == 0, done.stdout + done.stderr
        assert any(name.endswith("-1.wal") for name in os.listdir(os.path.join(folder, "wal")))


@both
def test_R_SAL_20_keepout(server, protocol):
    """Who was erased and kept out is refused by interfaces and online, and staff are warned; the folder
    holds no address, only digests, and they survive restarts."""
    with Server(server.binary) as own:

        def connect(**more):
            return redis.Redis(
                host=own.host, port=own.port, protocol=protocol, decode_responses=True, **more
            )

        owner = connect()
        owner.execute_command("TENANT.CREATE", "salon", "COUNTRY", "CH", "PRESET", "salon")
        callers = {}
        secrets = {
            role: as_map(owner.execute_command(
                "TOKEN.CREATE", role, "ROLE", role, "TENANT", "salon"))["secret"]
            for role in ("platform", "staff")
        }
        for role, secret in secrets.items():
            callers[role] = connect(username=role, password=secret)
        person = ["first", "Zauberin", "last", "Wunderlich", "email", "z.wunderlich@secret.example",
                  "phone", "044 668 18 00"]

        def refused(role, *words):
            try:
                callers[role].execute_command(*words)
            except redis.exceptions.ResponseError as error:
                return str(error)
            return ""

        staff = callers["staff"].execute_command
        staff("CLIENT.ADD", "salon", *person)
        staff("CLIENT.BLOCK", "salon", 1, "REASON", "missed five times")
        receipt = as_map(staff(
            "CLIENT.ERASE", "salon", 1, "CONFIRM", "REQUESTED", "KEEPOUT", "yes"))
        assert receipt["kept_out"] == 2, receipt
        await_complete(callers["staff"], receipt["receipt"])
        assert found(own) == []
        for hard in (True, False):
            own.restart(hard=hard)
            for words in (["CLIENT.UPSERT", "salon", "EXTERNAL", "crm-1", *person],
                          ["CLIENT.ADD", "salon", *person, "ONLINE"],
                          ["CLIENT.ADD", "salon", "last", "Neu", "phone", "+41446681800", "ONLINE"]):
                assert refused("platform", *words).startswith("REFUSED kept-out"), words
            assert refused("staff", "CLIENT.ADD", "salon", *person, "ONLINE").startswith("REFUSED")
        assert found(own) == []
        added = as_map(staff("CLIENT.ADD", "salon", *person))
        assert added["kept_out"] == ["email", "phone"], added
        assert as_map(staff("KEEPOUT.LIFT", "salon", receipt["receipt"]))["lifted"] == 2
        online = as_map(callers["platform"].execute_command(
            "CLIENT.UPSERT", "salon", "EXTERNAL", "crm-1", *person))
        assert online["status"] == "created", online
