"""`carnet duplicates`: groups in a pipe, and a person who decides on a terminal."""

import json
import os
import re
import signal
import socket
import subprocess
import time

from terminal import CLEAR, Terminal
from test_redis_py import connect, fresh

KEYS = "q quit  ?"
PREVIEW = "y merge them"
ADA, BERND, TOKYO = {1, 2}, {3, 4}, {5, 6}


def add(client, tenant, *fields):
    return client.execute_command("CLIENT.ADD", tenant, *fields, "ANYWAY")["id"]


def salon(server, name):
    """A venue with three doubles, a couple with one phone, and somebody who stands alone."""
    client = connect(server, 3, decode_responses=True)
    tenant = fresh(client, f"review-{name}")
    add(client, tenant, "first", "Ada", "last", "Lovelace", "email", "ada@lovelace.ch",
        "phone", "044 668 18 00", "city", "Gent")
    add(client, tenant, "first", "Ada", "last", "Lovelace", "email", "ADA@lovelace.ch",
        "note", "likes the window, and tea at four\nnever coffee")
    add(client, tenant, "first", "Bernd", "last", "Müller", "phone", "044 668 18 01",
        "email", "bernd.mueller@gmx.ch")
    add(client, tenant, "first", "Bernd", "last", "Mueller", "phone", "044 668 18 01")
    add(client, tenant, "first", "東京", "last", "山田", "phone", "044 668 18 07")
    add(client, tenant, "first", "東京", "last", "山田", "phone", "044 668 18 07", "city", "Zürich")
    add(client, tenant, "first", "Eva", "last", "Müller", "phone", "044 668 18 01")
    add(client, tenant, "first", "Grace", "last", "Hopper", "phone", "044 668 18 02")
    return client, tenant


def pairs(client, tenant):
    found = client.execute_command("CLIENT.DUPLICATES", tenant)["pairs"]
    return [{pair["a"], pair["b"]} for pair in found]


def status(client, tenant, number):
    return client.execute_command("CLIENT.GET", tenant, number, "FIELDS", "status,merged_into")


def command(server, tenant, *words):
    return [server.binary, "duplicates", tenant, "--port", str(server.port), *words]


def run(server, tenant, *words, **options):
    return subprocess.run(
        command(server, tenant, *words), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=60, **options
    )


def review(server, tenant, *words, columns=80, rows=50, **environment):
    return Terminal(command(server, tenant, "--review", *words), columns, rows, **environment)


def shown(picture):
    """The number that stays and the one that goes."""
    found = re.search(r"(\d+) stays +< (\d+) goes into it", picture)
    return int(found[1]), int(found[2])


def await_pair(terminal, pair, *words):
    """Waits until the two are shown, and answers who stays and who goes."""
    deadline = time.monotonic() + 30
    while True:
        found = shown(terminal.await_picture("goes into it", *words, KEYS))
        if set(found) == pair:
            return found
        assert time.monotonic() < deadline, f"not {pair} but {found}:\n{terminal.picture()}"
        terminal.read(1)


# In a pipe


def test_groups_are_plain_and_stable_in_a_pipe(server):
    client, tenant = salon(server, "pipe")
    first = run(server, tenant)
    assert first.returncode == 0 and first.stderr.strip() in ("", "looking for doubles"), first
    assert "\x1b" not in first.stdout and "\r" not in first.stdout
    assert run(server, tenant).stdout == first.stdout
    blocks = first.stdout.strip().split("\n\n")
    assert len(blocks) == 4, first.stdout
    assert blocks[-1].startswith("3 groups of 6 clients, so 3 too many on the list")
    for block in blocks[:-1]:
        title, _, *rows, advice = block.split("\n")
        weakest = re.fullmatch(
            r"group \d: 2 clients, weakest link (\d+\.\d{3}) bits \((\d+) with (\d+)\)", title
        )
        a, b = int(weakest[2]), int(weakest[3])
        known = client.execute_command("CLIENT.COMPARE", tenant, a, b)["score"]
        assert abs(known - float(weakest[1])) < 0.0005
        kept = [row for row in rows if row.startswith("keep")]
        assert len(kept) == 1
        number = int(kept[0].split()[1])
        assert advice == f"to merge: carnet merge {tenant} {number} {a + b - number}"
    # The most complete one stays: a city, a note less than a phone and a city, an e-mail.
    assert {row.split()[1] for row in first.stdout.split("\n") if row.startswith("keep")} == {
        "1", "3", "6"
    }
    assert run(server, tenant, "--limit", "1").stdout.startswith(blocks[0])
    assert "1 shown" in run(server, tenant, "--limit", "1").stdout


def test_groups_as_json(server):
    client, tenant = salon(server, "json")
    told = json.loads(run(server, tenant, "--json").stdout)
    assert told["clusters"] == 3 and told["clients"] == 6 and told["pairs"] == 3
    members = [{member["id"] for member in group["members"]} for group in told["groups"]]
    assert sorted(members, key=min) == [ADA, BERND, TOKYO]
    scores = [group["weakest_link"]["score"] for group in told["groups"]]
    assert scores == sorted(scores, reverse=True)
    assert [group["look"] for group in told["groups"]] == [False] * 3
    ada = next(group for group in told["groups"] if group["keep"] == 1)
    assert ada["members"][1] == client.execute_command("CLIENT.GET", tenant, 2)


def test_what_is_declared_distinct_joins_no_group(server):
    client = connect(server, 3, decode_responses=True)
    tenant = fresh(client, "review-distinct")
    for mark in ("a", "b", "c"):
        add(client, tenant, "first", "Ottokar", "last", "Przybylski", "phone", "044 668 18 00",
            "email", "ottokar@przybylski.ch", "city", mark)
    assert json.loads(run(server, tenant, "--json").stdout)["clients"] == 3
    client.execute_command("CLIENT.DISTINCT", tenant, 1, 3)
    told = json.loads(run(server, tenant, "--json").stdout)
    assert told["pairs"] == 2 and told["loose_pairs"] == 1
    (group,) = told["groups"]
    assert {1, 3} - {member["id"] for member in group["members"]}, "1 and 3 are in one group"


def test_large_groups_are_for_a_person(server):
    client = connect(server, 3, decode_responses=True)
    tenant = fresh(client, "review-large")
    for _ in range(9):
        add(client, tenant, "first", "Ottokar", "last", "Przybylski", "phone", "044 668 18 00",
            "email", "ottokar@przybylski.ch")
    said = run(server, tenant).stdout
    assert "9 clients" in said and "a person should look at them" in said
    assert "to merge" not in said
    assert json.loads(run(server, tenant, "--json").stdout)["groups"][0]["look"] is True


def test_exit_codes(server):
    _, tenant = salon(server, "codes")
    missing = run(server, "nobody-has-this-name")
    assert missing.returncode == 1 and missing.stderr.strip().endswith("TENANT.CREATE makes one")
    for words in (("--min", "-3"), ("--limit", "0"), ("--review", "--json")):
        assert run(server, tenant, *words).returncode == 64, words
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = str(unused.getsockname()[1])
        assert run(server, tenant, "--port", port).returncode == 69


def test_review_needs_a_terminal(server):
    _, tenant = salon(server, "no-terminal")
    piped = run(server, tenant, "--review")
    assert piped.returncode == 64 and piped.stdout == ""
    assert "needs a terminal" in piped.stderr and f"carnet duplicates {tenant}" in piped.stderr
    # A terminal on one side alone is none.
    with Terminal(["cat"]) as other:
        for sides in ({"stdin": other.slave}, {"stdout": other.slave}):
            sides = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **sides}
            half = subprocess.run(
                command(server, tenant, "--review"), stderr=subprocess.PIPE, text=True, timeout=60,
                **sides
            )
            assert half.returncode == 64 and "needs a terminal" in half.stderr
            assert other.is_restored()


# On a terminal


def test_merge_distinct_undo_skip_quit(server):
    client, tenant = salon(server, "decides")
    order = pairs(client, tenant)
    assert sorted(order, key=min) == [ADA, BERND, TOKYO]
    with review(server, tenant) as terminal:
        # Merged, undone, merged the other way round.
        kept, double = await_pair(terminal, order[0], "pair 1 of 3", "bits")
        assert terminal.is_raw()
        terminal.press("m")
        preview = terminal.await_picture(f"{double} merged into {kept}", PREVIEW)
        assert "from" in preview
        assert "status" not in preview and status(client, tenant, double)["status"] == "active"
        terminal.press("n")
        await_pair(terminal, order[0], "not merged")
        terminal.press("m")
        terminal.await_picture(PREVIEW)
        terminal.press("y")
        await_pair(terminal, order[1], f"{double} is merged into {kept}", "pair 2 of 3")
        assert status(client, tenant, double)["merged_into"] == kept
        terminal.press("u")
        assert await_pair(terminal, order[0], "is undone") == (kept, double)
        assert status(client, tenant, double)["status"] == "active"
        terminal.press("x")
        terminal.await_picture(f"{double} stays", KEYS)
        terminal.press("m")
        terminal.await_picture(f"{kept} merged into {double}", PREVIEW)
        terminal.press("\r")
        await_pair(terminal, order[1])
        assert status(client, tenant, kept)["merged_into"] == double

        # Distinct, undone, distinct for good.
        terminal.press("d")
        await_pair(terminal, order[2], "are two persons")
        assert order[1] not in pairs(client, tenant)
        terminal.press("u")
        await_pair(terminal, order[1], "proposed again")
        assert order[1] in pairs(client, tenant)
        terminal.press("D")
        await_pair(terminal, order[2])

        # A key that is none, help, arrows, then skip: that was the last one.
        terminal.press("\x1b[A\x1b[15~")
        terminal.press("7")
        terminal.await_picture("no such key", KEYS)
        terminal.press("?")
        terminal.await_picture("never propose them again", KEYS)
        terminal.press("s")
        terminal.await_picture("that was the last pair")
        terminal.press("q")
        code, picture = terminal.end()
        assert code == 0 and terminal.is_restored()
        assert picture.endswith("1 merged, 1 distinct, 1 skipped, 0 left\n"), picture
    assert pairs(client, tenant) == [order[2]]
    compared = client.execute_command("CLIENT.COMPARE", tenant, *sorted(order[1]))
    assert compared["distinct"] is True
    (merge,) = client.execute_command("CLIENT.MERGES", tenant, "LIMIT", 1)["merges"]
    assert (merge["survivor"], merge["double"]) == (double, kept)


def test_all_decisions_can_be_undone(server):
    client, tenant = salon(server, "undo")
    order = pairs(client, tenant)
    before = [client.execute_command("CLIENT.GET", tenant, n) for n in range(1, 9)]
    with review(server, tenant) as terminal:
        for index, pair in enumerate(order):
            await_pair(terminal, pair)
            terminal.press("d" if index == 1 else "m")
            if index != 1:
                terminal.await_picture(PREVIEW)
                terminal.press("y")
        terminal.await_picture("that was the last pair", "u undo")
        for pair in reversed(order):
            terminal.press("u")
            await_pair(terminal, pair)
        terminal.press("u")
        terminal.await_picture("nothing to undo", KEYS)
        terminal.press("\x04")
        code, picture = terminal.end()
        assert code == 0 and picture.endswith("0 merged, 0 distinct, 0 skipped, 3 left\n"), picture
    assert pairs(client, tenant) == order
    after = [client.execute_command("CLIENT.GET", tenant, n) for n in range(1, 9)]
    for old, new in zip(before, after):
        for moved in ("version", "updated"):
            old.pop(moved), new.pop(moved)
    assert after == before


def test_what_somebody_else_has_undone_is_open_again(server):
    client, tenant = salon(server, "undone")
    order = pairs(client, tenant)
    with review(server, tenant) as terminal:
        await_pair(terminal, order[0])
        terminal.press("m")
        terminal.await_picture(PREVIEW)
        terminal.press("y")
        await_pair(terminal, order[1], "is merged into")
        client.execute_command("CLIENT.UNMERGE", tenant, 1)
        terminal.press("u")
        await_pair(terminal, order[0], "not undone: REFUSED undone")
        terminal.press("q")
        code, picture = terminal.end()
        assert code == 0 and picture.endswith("0 merged, 0 distinct, 0 skipped, 3 left\n"), picture


def test_relatives_are_said_to_be_some(server):
    client, tenant = salon(server, "relatives")
    with review(server, tenant, "--min", "-2") as terminal:
        seen = []
        while True:
            picture = terminal.await_picture("goes into it", KEYS)
            seen.append(picture)
            count = len(terminal.shown)
            terminal.press("s")
            while len(terminal.shown) == count and terminal.process.poll() is None:
                terminal.read(0.1)
            if terminal.process.poll() is not None or "left" in terminal.text()[-40:]:
                break
            terminal.await_picture(f"pair {len(seen) + 1}", KEYS)
        assert terminal.end()[0] == 0
    proposed = client.execute_command("CLIENT.DUPLICATES", tenant, "MIN", "-2")["pairs"]
    assert len(seen) == len(proposed)
    for pair, picture in zip(proposed, seen):
        assert ("likely relatives" in picture) == ("relative" in pair), picture


def test_a_pair_that_has_gone_is_passed_over(server):
    client, tenant = salon(server, "gone")
    order = pairs(client, tenant)
    with review(server, tenant) as terminal:
        kept, double = await_pair(terminal, order[0])
        # Somebody else merges it, and takes one of the next pair off the list.
        client.execute_command("CLIENT.MERGE", tenant, kept, double)
        off = min(order[1])
        client.execute_command("CLIENT.DEACTIVATE", tenant, off)
        terminal.press("m")
        await_pair(
            terminal, order[2], "not merged: REFUSED merged", "are one client now",
            f"{off} is inactive",
        )
        terminal.press("q")
        code, picture = terminal.end()
        assert code == 0
        said = "0 merged, 0 distinct, 0 skipped, 1 left, 2 gone meanwhile\n"
        assert picture.endswith(said), picture


def test_what_is_refused_stays(server):
    client, tenant = salon(server, "stale")
    # More complete by so much that what changes below does not change who is proposed to stay.
    client.execute_command("CLIENT.SET", tenant, 3, "city", "Uri", "note", "comes on Mondays")
    order = pairs(client, tenant)
    assert order[0] == BERND
    with review(server, tenant) as terminal:
        kept, double = await_pair(terminal, order[0])
        terminal.press("x")
        terminal.await_picture(f"{double} stays", KEYS)
        client.execute_command("CLIENT.SET", tenant, double, "city", "Chur")
        terminal.press("m")
        # The same pair with what is new of it, and with the one that was chosen to stay.
        picture = terminal.await_picture("not merged: STALE", "Chur", KEYS)
        assert shown(picture) == (double, kept)
        terminal.press("m")
        terminal.await_picture(PREVIEW)
        client.execute_command("CLIENT.SET", tenant, double, "city", "Thun")
        terminal.press("y")
        terminal.await_picture("not merged: STALE", "Thun", KEYS)
        terminal.press("q")
        assert terminal.end()[0] == 0
    assert client.execute_command("CLIENT.COUNT", tenant) == 8


def test_a_merge_brings_the_pairs_of_who_stays(server):
    """What only the double was proposed with is proposed with the one that stays."""
    client = connect(server, 3, decode_responses=True)
    tenant = fresh(client, "review-rounds")
    add(client, tenant, "first", "Ottilie", "last", "Przybylska", "email", "ottilie@przybylska.ch")
    add(client, tenant, "first", "Ottilie", "last", "Zuckermandl", "phone", "044 668 18 00",
        "email", "ottilie@przybylska.ch")
    add(client, tenant, "first", "Ottilie", "last", "Zuckermandl", "phone", "044 668 18 00")
    assert sorted(pairs(client, tenant), key=sum) == [{1, 2}, {2, 3}]
    with review(server, tenant) as terminal:
        kept, double = shown(terminal.await_picture("goes into it", KEYS))
        assert kept == 2, "2 is the most complete"
        terminal.press("x")
        terminal.await_picture(f"{double} stays", KEYS)
        terminal.press("m")
        terminal.await_picture(PREVIEW)
        terminal.press("y")
        await_pair(terminal, {1, 3}, "2 is merged into", "passed over")
        terminal.press("m")
        terminal.await_picture(PREVIEW)
        terminal.press("y")
        terminal.await_picture("that was the last pair")
        terminal.press("q")
        code, picture = terminal.end()
        assert code == 0 and picture.split("\n")[-2].startswith("2 merged"), picture
    assert client.execute_command("CLIENT.COUNT", tenant) == 1


# The terminal itself


def cells(line):
    """Cells of a line of these tests: the Japanese letters in them take two."""
    return sum(2 if "\u3000" <= letter <= "\u9fff" else 1 for letter in line)


def test_sixty_columns_and_other_sizes(server):
    client, tenant = salon(server, "narrow")
    order = pairs(client, tenant)
    with review(server, tenant, columns=60, rows=24) as terminal:
        for pair in order:
            await_pair(terminal, pair)
            for line in terminal.picture().split("\n"):
                assert cells(line) <= 60, line
            if pair == ADA:
                assert "likes the window" in terminal.picture()
            count = len(terminal.shown)
            if pair != order[-1]:
                terminal.press("s")
        wide = max(cells(line) for line in terminal.picture().split("\n"))
        terminal.resize(110, 40)
        terminal.signal(signal.SIGWINCH)
        while len(terminal.shown) == count or not terminal.picture().rstrip().endswith(KEYS):
            assert terminal.read(30)
        now = max(cells(line) for line in terminal.await_picture("equal", KEYS).split("\n"))
        assert wide < now <= 110
        terminal.resize(45, 10)
        terminal.await_picture("goes into it")
        terminal.press("q")
        assert terminal.end()[0] == 0


def test_no_colour_and_dumb_terminals(server):
    _, tenant = salon(server, "dumb")
    with review(server, tenant) as terminal:
        terminal.await_picture(KEYS)
        assert "\x1b[1m" in terminal.text()
        terminal.press("q")
        terminal.end()
    with review(server, tenant, NO_COLOR="1") as terminal:
        terminal.await_picture(KEYS)
        terminal.press("q")
        terminal.end()
        assert "\x1b[" not in terminal.text().replace(CLEAR, "")
    with review(server, tenant, TERM="dumb") as terminal:
        terminal.await_picture(KEYS)
        terminal.press("s")
        terminal.await_picture("pair 2 of 3")
        terminal.press("q")
        terminal.end()
        assert "\x1b" not in terminal.text()


def test_every_end_restores_the_terminal(server):
    _, tenant = salon(server, "ends")
    ends = [
        ("q", lambda terminal: terminal.press("q"), 0),
        ("Ctrl-C", lambda terminal: terminal.press("\x03"), 130),
        ("Ctrl-D", lambda terminal: terminal.press("\x04"), 0),
        ("SIGINT", lambda terminal: terminal.signal(signal.SIGINT), 130),
        ("SIGTERM", lambda terminal: terminal.signal(signal.SIGTERM), 143),
        ("SIGHUP", lambda terminal: terminal.signal(signal.SIGHUP), 129),
    ]
    for name, act, code in ends:
        for inPreview in (False, True):
            if inPreview and name == "q":
                continue
            with review(server, tenant) as terminal:
                terminal.await_picture(KEYS)
                if inPreview:
                    terminal.press("m")
                    terminal.await_picture(PREVIEW)
                assert terminal.is_raw() and not terminal.is_restored()
                act(terminal)
                ended, picture = terminal.end()
                assert ended == code, f"{name}: {ended}\n{picture}"
                assert terminal.is_restored(), name
                assert "0 merged, 0 distinct, 0 skipped" in picture, name


def test_a_stop_and_going_on(server):
    """Ctrl-Z gives the terminal back as it was; going on takes it again and draws anew."""
    _, tenant = salon(server, "stop")
    with review(server, tenant) as terminal:
        terminal.await_picture(KEYS)
        terminal.press("\x1a")
        _, how = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(how) and terminal.is_restored()
        count = terminal.text().count(CLEAR)
        terminal.signal(signal.SIGCONT)
        while terminal.text().count(CLEAR) == count:
            assert terminal.read(30)
        terminal.await_picture(KEYS)
        assert terminal.is_raw()
        terminal.press("q")
        assert terminal.end()[0] == 0 and terminal.is_restored()


def test_a_lost_connection_ends_it(server):
    _, tenant = salon(server, "lost")
    with review(server, tenant) as terminal:
        terminal.await_picture(KEYS)
        terminal.press("s")
        terminal.await_picture("pair 2 of 3", KEYS)
        server.restart()
        code, picture = terminal.end()
        assert code == 69 and terminal.is_restored(), picture
        assert "0 merged, 0 distinct, 1 skipped, about 2 left" in picture
        assert "connection is closed" in picture


def test_a_server_that_hangs_keeps_nobody(server):
    _, tenant = salon(server, "hang")
    with review(server, tenant) as terminal:
        terminal.await_picture(KEYS)
        server.process.send_signal(signal.SIGSTOP)
        try:
            terminal.press("d")
            terminal.press("\x03")
            code, picture = terminal.end()
        finally:
            server.process.send_signal(signal.SIGCONT)
        assert code == 130 and terminal.is_restored(), picture


def test_what_is_typed_ahead_decides_nothing(server):
    client, tenant = salon(server, "ahead")
    order = pairs(client, tenant)
    with review(server, tenant) as terminal:
        await_pair(terminal, order[0])
        # In one piece: only the first is meant for this pair.
        terminal.press("sddd")
        await_pair(terminal, order[1])
        terminal.press("q")
        assert terminal.end()[0] == 0
    assert pairs(client, tenant) == order
