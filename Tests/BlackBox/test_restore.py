"""`carnet restore`: a data folder as it was, built by the real binary and served by it."""

import glob
import json
import os
import shutil
import subprocess
import time

import redis

from server import Server
from test_history import moment, next_millisecond
from test_redis_py import as_map


def carnet(server, *words):
    done = subprocess.run(
        [server.binary, *words, "--json"], capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout + done.stderr


def restore(server, source, target, *words):
    return carnet(server, "restore", "--from", source, "--data", target, *words)


def connect(server):
    return redis.Redis(host=server.host, port=server.port, decode_responses=True).execute_command


def state(ask):
    """What of every venue can be compared: its digest stands for all that is kept of it."""
    names = [as_map(one)["tenant"] for one in as_map(ask("TENANT.LIST"))["tenants"]]
    return {
        name: (
            as_map(ask("TENANT.DIGEST", name))["digest"], ask("CLIENT.COUNT", name),
            str(as_map(ask("CLIENT.LIST", name, "SORT", "id"))["clients"]),
        )
        for name in names
    }


def test_restore(server):
    with Server(server.binary, flags=["--segment-bytes", "65536"]) as own:
        data = os.path.join(own.folder, "data")
        ask = connect(own)
        nothing = moment()
        next_millisecond(nothing)
        moments = []
        ask("TENANT.CREATE", "bistro", "COUNTRY", "CH")
        for number in range(60):
            ask("CLIENT.ADD", "bistro", "last", f"Guest {number}", "email", f"g{number}@example.org")
        for round in range(5):
            if round == 2:
                ask("TENANT.CREATE", "salon", "COUNTRY", "BE")
                ask("CLIENT.ADD", "salon", "last", "Only", "email", "only@example.org")
            if round == 3:
                ask("CLIENT.MERGE", "bistro", 1, 2)
                ask("TENANT.DROP", "salon", "CONFIRM", "salon")
            for number in range(3, 60):
                ask("CLIENT.SET", "bistro", number, "note", f"{round} {number} " + "x" * 500)
            at = moment()
            lsn = redis.Redis(host=own.host, port=own.port).info("persistence")["last_lsn"]
            moments.append((at, lsn, state(ask)))
            next_millisecond(at)
            # Some moments stand before any snapshot, some behind one, some between.
            if round != 1:
                ask("SNAPSHOT")
        assert moments[0][2] != moments[-1][2]

        def check(source, words, expected):
            other = Server(own.binary)
            target = os.path.join(other.folder, "data")
            code, said = restore(own, source, target, *words)
            assert code == 0, said
            assert json.loads(said)["tenants"] == len(expected), said
            for deep in ([], ["--deep"]):
                code, said = carnet(own, "verify", "--data", target, *deep)
                assert code == 0, said
            with other:
                then = connect(other)
                found = state(then)
                assert found == expected, (found, expected)
                # It goes on as a store of its own, and comes back.
                then("CLIENT.ADD", "bistro", "last", "Later", "email", "later@example.org")
                assert then("CLIENT.COUNT", "bistro") == expected["bistro"][1] + 1
                then("SNAPSHOT")
                other.restart(hard=True)
                assert connect(other)("CLIENT.COUNT", "bistro") == expected["bistro"][1] + 1

        # The server runs on meanwhile.
        for at, _, expected in moments[1:4:2]:
            check(data, ["--asof", at], expected)
        check(data, ["--lsn", str(moments[0][1])], moments[0][2])
        own.restart()
        ask = connect(own)
        copy = os.path.join(own.folder, "copy")
        shutil.copytree(data, copy, ignore=shutil.ignore_patterns("carnet.sock"))
        check(copy, ["--asof", moments[2][0]], moments[2][2])

        target = os.path.join(own.folder, "other")
        refused = [
            (["--asof", nothing], 1, "EMPTY"),
            (["--asof", "2999-01-01T00:00:00Z"], 64, "lies ahead"),
            (["--asof", "2026-01-01T00:00:00"], 64, "offset"),
            (["--asof", "soon"], 64, "--asof"),
            (["--lsn", "0"], 64, "--lsn"),
            ([], 64, "--lsn"),
        ]
        for words, expected, text in refused:
            code, said = restore(own, data, target, *words)
            assert code == expected and text in said, (words, code, said)
            assert not os.path.exists(target) and not os.path.exists(target + ".unfinished")
        code, said = restore(own, data + "-absent", target, "--lsn", "5")
        assert code == 66, said
        code, said = restore(own, copy, data, "--lsn", "5")
        assert code == 1 and "not empty" in said, said

        damaged = sorted(glob.glob(os.path.join(copy, "wal", "*.wal")))[1]
        with open(damaged, "r+b") as file:
            file.seek(4096 + 100)
            byte = file.read(1)
            file.seek(4096 + 100)
            file.write(bytes([byte[0] ^ 1]))
        code, said = restore(own, copy, target, "--asof", moments[1][0])
        assert code == 65 and os.path.basename(damaged) in said, said
        assert not os.path.exists(target) and not os.path.exists(target + ".unfinished")

        # Nobody who was forgotten since comes back, before the receipt is complete and after.
        ask("CLIENT.DEACTIVATE", "bistro", 9)
        receipt = as_map(ask("CLIENT.ERASE", "bistro", 9, "CONFIRM"))["receipt"]
        other = Server(own.binary)
        target = os.path.join(other.folder, "data")
        code, said = restore(own, data, target, "--asof", moments[4][0])
        if code == 0:
            for path in glob.glob(os.path.join(target, "snap", "*")):
                assert b"g8@example.org" not in open(path, "rb").read(), path
            with other:
                assert as_map(connect(other)("CLIENT.GET", "bistro", 9))["status"] == "erased"
        else:
            assert code == 1 and "TRIMMED" in said, said
        deadline = time.monotonic() + 60
        while as_map(ask("ERASURE.GET", "bistro", receipt))["state"] != "complete":
            assert time.monotonic() < deadline, "the receipt is not complete after a minute"
            time.sleep(0.05)
        for round in (0, 4):
            other = Server(own.binary)
            target = os.path.join(other.folder, "data")
            code, said = restore(own, data, target, "--asof", moments[round][0])
            assert code == 0, said
            with other:
                told = connect(other)
                assert as_map(told("CLIENT.GET", "bistro", 9))["status"] == "erased"
                note = as_map(told("CLIENT.GET", "bistro", 10))["note"]
                assert note.startswith(f"{round} 10 "), note
