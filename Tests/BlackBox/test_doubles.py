"""Doubles found, explained, told apart, and told as they arise, through redis-py."""

import threading
import time

from test_merging import refusal
from test_redis_py import as_map, both, connect, fresh

PEOPLE = [
    ["first", "Luc", "last", "Terrasson", "phone", "06 44 12 09 87", "city", "Lyon"],
    ["first", "Odile", "last", "Terrasson", "phone", "06 44 12 09 87", "city", "Lyon"],
    ["first", "Henri", "last", "Vauquelin", "phone", "04 78 00 11 22", "birthday", "1952-03-14"],
    ["first", "Henri", "last", "Vauquelin", "phone", "04 78 00 11 22", "birthday", "1981-11-02"],
    ["first", "Alexandre", "last", "Müller", "email", "alex.mueller@gmail.com"],
]


def ask(client, *words):
    return as_map(client.execute_command(*words))


def pairs_of(reply):
    return [as_map(pair) for pair in reply["pairs"]]


def numbers(pair):
    return pair["a"], pair["b"]


def score(value):
    return round(float(value), 3)


def check_sums(entry):
    """The reasons' bits are the score, to the last digit."""
    total = sum(score(as_map(reason)["bits"]) for reason in entry["reasons"])
    assert round(total, 3) == score(entry["score"]), entry


def salon(client, name):
    tenant = fresh(client, name)
    client.execute_command("TENANT.SET", tenant, "country", "FR")
    for person in PEOPLE:
        client.execute_command("CLIENT.ADD", tenant, *person, "ANYWAY")
    return tenant


@both
def test_the_check_at_creation(server, protocol):
    """R-RES-29, 30: shown and withheld; waved aside; a couple and father and son pass."""
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"check-{protocol}")
    client.execute_command("TENANT.SET", tenant, "country", "FR")
    # Nobody of the five is taken for another.
    for person in PEOPLE:
        assert ask(client, "CLIENT.ADD", tenant, *person)["status"] == "created", person
    again = [
        (1, ["first", "LUC", "last", "terrasson", "phone", "+33 6 44 12 09 87"]),
        (2, ["first", "Terrasson", "last", "Odile", "phone", "0644120987"]),
        (5, ["first", "Alex", "last", "Mueller", "email", "alexmueller+resa@googlemail.com"]),
        (5, ["last", "Mme Müller Alexandre (VIP)", "email", "alex.mueller@gmail.com"]),
    ]
    for number, fields in again:
        found = ask(client, "CLIENT.ADD", tenant, *fields)
        assert found["status"] == "duplicates", fields
        best = as_map(found["candidates"][0])
        assert best["id"] == number, (fields, best)
        assert score(best["score"]) > 0
        for candidate in found["candidates"]:
            check_sums(as_map(candidate))
    assert client.execute_command("CLIENT.COUNT", tenant) == len(PEOPLE)
    # A setting says how sure it must be.
    client.execute_command("TENANT.SET", tenant, "double_bits", "60")
    fields = again[0][1]
    assert ask(client, "CLIENT.ADD", tenant, *fields, "DRYRUN")["status"] == "created"
    client.execute_command("TENANT.SET", tenant, "double_bits", "")
    assert ask(client, "CLIENT.ADD", tenant, *fields, "DRYRUN")["status"] == "duplicates"
    # Waved aside: not proposed again before one of the two has changed.
    new = ask(client, "CLIENT.ADD", tenant, *fields, "ANYWAY", "NOT", 1)["id"]
    assert (1, new) not in map(numbers, pairs_of(ask(client, "CLIENT.DUPLICATES", tenant)))
    client.execute_command("CLIENT.SET", tenant, new, "city", "Lyon")
    assert (1, new) in map(numbers, pairs_of(ask(client, "CLIENT.DUPLICATES", tenant)))
    # UPSERT withholds nothing and names them.
    made = ask(client, "CLIENT.UPSERT", tenant, "EXTERNAL", "crm-1", *again[2][1])
    assert made["status"] == "created"
    assert as_map(made["candidates"][0])["id"] == 5


@both
def test_pairs_of_the_whole_list(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = salon(client, f"pairs-{protocol}")
    for person in PEOPLE[:3]:
        client.execute_command("CLIENT.ADD", tenant, *person, "note", "again", "ANYWAY")
    reply = ask(client, "CLIENT.DUPLICATES", tenant)
    pairs = pairs_of(reply)
    assert reply["total"] == len(pairs)
    assert {(1, 6), (2, 7), (3, 8)} <= set(map(numbers, pairs)), pairs
    assert not {(1, 2), (3, 4), (6, 7)} & set(map(numbers, pairs)), pairs
    scores = [score(pair["score"]) for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    # Page by page the same.
    seen, cursor = [], []
    while True:
        page = ask(client, "CLIENT.DUPLICATES", tenant, "LIMIT", 1, *cursor)
        seen += pairs_of(page)
        if "cursor" not in page:
            break
        cursor = ["AFTER", page["cursor"]]
    assert seen == pairs
    for pair in pairs:
        check_sums(pair)
        compared = ask(client, "CLIENT.COMPARE", tenant, pair["a"], pair["b"])
        assert {name: compared[name] for name in pair} == pair
    # Of one client, down to what could be.
    of_one = pairs_of(ask(client, "CLIENT.DUPLICATES", tenant, 6, "MIN", -2))
    assert (1, 6) in map(numbers, of_one)
    assert all(6 in numbers(pair) for pair in of_one)
    # A couple is said to be one.
    couple = ask(client, "CLIENT.COMPARE", tenant, 1, 2)
    assert score(couple["score"]) < 0 and couple["relative"] in (1, True, "yes")
    # Told apart, for good, also for what is merged into one of them, and after a kill.
    client.execute_command("CLIENT.DISTINCT", tenant, 3, 8)
    told_apart = ask(client, "CLIENT.DUPLICATES", tenant)
    assert (3, 8) not in map(numbers, pairs_of(told_apart))
    assert told_apart["total"] == reply["total"] - 1
    client.execute_command("CLIENT.DISTINCT", tenant, 3, 8, "OFF")
    assert ask(client, "CLIENT.DUPLICATES", tenant)["total"] == reply["total"]
    client.execute_command("CLIENT.DISTINCT", tenant, 3, 8)
    client.execute_command("CLIENT.MERGE", tenant, 1, 6)
    server.restart(hard=True)
    left = pairs_of(await_filled(client, tenant))
    assert list(map(numbers, left)) == [(2, 7)], left
    # R-SAL-02: who leaves the list had better be merged.
    dry = ask(client, "CLIENT.DEACTIVATE", tenant, 7, "DRYRUN")
    named = as_map(as_map(dry["doubles"][0])["candidates"][0])
    assert named["id"] == 2


def await_filled(client, tenant):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        reply = ask(client, "CLIENT.DUPLICATES", tenant)
        if "filling" not in reply:
            return reply
    raise AssertionError("the list is still being read after 30 seconds")


@both
def test_pairs_as_they_arise(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    other = connect(server, protocol, decode_responses=True)
    tenant = salon(client, f"feed-{protocol}")
    feed = ask(client, "CLIENT.DUPLICATES", tenant)["feed"]
    told = []

    def listen(cursor):
        while True:
            page = ask(client, "CLIENT.DUPLICATES", tenant, "BLOCK", 30000, "AFTER", cursor)
            cursor = page["feed"]
            told.extend(map(numbers, pairs_of(page)))
            if (2, 7) in told:
                return

    listener = threading.Thread(target=listen, args=(feed,))
    listener.start()
    other.execute_command("CLIENT.ADD", tenant, *PEOPLE[0], "ANYWAY")
    other.execute_command("CLIENT.ADD", tenant, "first", "Zoé", "last", "Nowak", "phone",
                          "0645780912", "ANYWAY")
    other.execute_command("CLIENT.SET", tenant, 7, "first", "Odile", "last", "Terrasson",
                          "phone", "0644120987")
    listener.join(timeout=40)
    assert not listener.is_alive()
    assert sorted(told) == [(1, 6), (2, 7)], told
    # The whole of it again from the cursor before, after a restart.
    server.restart()
    again, cursor = [], feed
    while len(again) < 2:
        page = ask(client, "CLIENT.DUPLICATES", tenant, "BLOCK", 30000, "AFTER", cursor)
        again += map(numbers, pairs_of(page))
        cursor = page["feed"]
    assert sorted(again) == [(1, 6), (2, 7)], again
    quiet = ask(client, "CLIENT.DUPLICATES", tenant, "BLOCK", 10, "AFTER", cursor)
    assert quiet["pairs"] == [] and quiet["feed"]


def test_words_that_make_no_sense(server):
    client = connect(server, 3, decode_responses=True)
    tenant = salon(client, "words")
    for words, wanted in [
        ((tenant, "MIN", "many"), "INVALID"), ((tenant, "MIN", "-3"), "INVALID"),
        ((tenant, "MIN", "1.2345"), "INVALID"), ((tenant, "LIMIT", 5000), "INVALID"),
        ((tenant, "AFTER", "x"), "INVALID"), ((tenant, "BLOCK", 10, "AFTER", "x"), "INVALID"),
        ((tenant, 1, "BLOCK", 10), "INVALID"), ((tenant, 99), "NOCLIENT"),
        (("nowhere",), "NOTENANT"), (("nowhere", "BLOCK", 10), "NOTENANT"),
    ]:
        assert refusal(client, "CLIENT.DUPLICATES", *words).startswith(wanted), words
    for words, wanted in [
        ((tenant, 1, 1), "INVALID"), ((tenant, 1, 99), "NOCLIENT"), ((tenant, 1), "wrong number"),
        (("nowhere", 1, 2), "NOTENANT"),
    ]:
        assert refusal(client, "CLIENT.COMPARE", *words).startswith(wanted), words
    # The connection still answers.
    assert client.ping()


def test_a_wait_does_not_outlive_its_connection(server):
    """Connections that wait are closed, and one is answered by the server's end."""
    client = connect(server, 3, decode_responses=True)
    tenant = salon(client, "waiting")
    waiting = [connect(server, 3, decode_responses=True) for _ in range(20)]
    for one in waiting:
        one.connection_pool.get_connection().send_command(
            "CLIENT.DUPLICATES", tenant, "BLOCK", 0
        )
    for one in waiting:
        one.connection_pool.disconnect()
    ended = []

    def wait():
        ended.append(ask(client, "CLIENT.DUPLICATES", tenant, "BLOCK", 0))

    thread = threading.Thread(target=wait)
    thread.start()
    admin = connect(server, 3, decode_responses=True)
    deadline = time.monotonic() + 10
    while admin.info()["blocked_clients"] != 1:
        assert time.monotonic() < deadline, admin.info()["blocked_clients"]
    server.restart()
    thread.join(timeout=20)
    assert not thread.is_alive() and ended and ended[0]["pairs"] == []
