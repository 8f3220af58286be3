"""`carnet export` by the real binary: whole, equal to CLIENT.CSV, memory flat, never half under its name."""

import os
import subprocess
import time

import redis

from server import Server
from test_redis_py import as_map

LARGE = 40_000
SMALL = 2_000
# What a longer list may cost more in memory; all of its text is some four times that.
GROWTH_KIB = 6 << 10


def fill(own, tenant, count):
    caller = redis.Redis(host=own.host, port=own.port, decode_responses=True)
    caller.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH")
    for start in range(0, count, 2_000):
        pipe = caller.pipeline(transaction=False)
        for number in range(start, start + 2_000):
            pipe.execute_command(
                "CLIENT.ADD", tenant, "first", "Ähm", "last", f'Gast, "{number}"',
                "email", f"{tenant}{number}@example.org", "note", "=1+1\n" + "n" * 400, "ANYWAY",
            )
        pipe.execute()
    return caller


def export(own, tenant, out, *words):
    """The command's code, what it said, and the most memory it had, in KiB."""
    process = subprocess.Popen(
        [
            own.binary, "export", tenant, "--out", out, "--port", str(own.port), "--json", *words,
        ],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, said, usage.ru_maxrss


def pages(caller, tenant):
    """The same by CLIENT.CSV, whose pages stand one behind the other."""
    text, cursor = "", None
    while True:
        words = ["AFTER", cursor] if cursor else []
        page = as_map(caller.execute_command("CLIENT.CSV", tenant, "LIMIT", 1_000, *words))
        text += page["csv"]
        cursor = page.get("cursor")
        if not cursor:
            return text


def test_export(server):
    with Server(server.binary) as own:
        caller = fill(own, "large", LARGE)
        fill(own, "small", SMALL)
        small = os.path.join(own.folder, "small.csv")
        large = os.path.join(own.folder, "large.csv")
        code, said, least = export(own, "small", small)
        assert code == 0, said
        code, said, most = export(own, "large", large)
        assert code == 0 and f'"rows":{LARGE}' in said.replace(" ", ""), said
        assert most - least < GROWTH_KIB, (least, most)
        with open(large, newline="") as file:
            text = file.read()
        assert text == pages(caller, "large")
        assert text.count("@example.org") == LARGE
        assert not os.path.exists(large + ".part")
        print(f"export: {len(text)} bytes, {least} KiB for {SMALL}, {most} KiB for {LARGE} clients")

        code, said, _ = export(own, "small", large)
        assert code != 0 and "there already" in said, said
        assert open(large, newline="").read() == text

        # Killed in the middle: nothing has the name that was asked for.
        half = os.path.join(own.folder, "half.csv")
        process = subprocess.Popen(
            [own.binary, "export", "large", "--out", half, "--port", str(own.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 60
        while not (os.path.exists(half + ".part") and os.path.getsize(half + ".part")):
            assert time.monotonic() < deadline and process.poll() is None, "it was never half done"
        process.kill()
        process.wait()
        assert not os.path.exists(half)
        assert os.path.getsize(half + ".part") < len(text.encode())

        # A server that goes away in the middle: the command fails, and leaves nothing.
        os.remove(half + ".part")
        process = subprocess.Popen(
            [own.binary, "export", "large", "--out", half, "--port", str(own.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while not (os.path.exists(half + ".part") and os.path.getsize(half + ".part")):
            assert time.monotonic() < deadline + 60 and process.poll() is None, "never half done"
        own.restart(hard=True)
        assert process.wait(timeout=60) != 0
        assert not os.path.exists(half) and not os.path.exists(half + ".part")
