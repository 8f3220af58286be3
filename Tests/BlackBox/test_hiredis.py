"""hiredis: its parser alone on our bytes, and as the parser of redis-py."""

import socket

import hiredis
import redis


def converse(server, commands, count):
    """Sends packed commands in one write; answers what hiredis makes of the replies."""
    reader = hiredis.Reader(encoding="utf-8")
    replies = []
    with socket.create_connection((server.host, server.port), timeout=30) as one:
        one.sendall(b"".join(hiredis.pack_command(words) for words in commands))
        while len(replies) < count:
            data = one.recv(7)
            assert data, "the connection ended early"
            reader.feed(data)
            while (reply := reader.gets()) is not False:
                replies.append(reply)
    return replies


def test_resp2_in_pieces_of_seven_bytes(server):
    commands = [
        (b"TENANT.CREATE", b"hiredis-2"),
        (b"CLIENT.ADD", b"hiredis-2", b"last", "Lindström".encode(), b"email", b"l@example.org"),
        (b"CLIENT.GET", b"hiredis-2", b"1", b"FIELDS", b"id,last"),
        (b"CLIENT.GET", b"hiredis-2", b"2"),
        (b"CLIENT.LIST", b"hiredis-2"),
        (b"PING",),
    ]
    replies = converse(server, commands, len(commands))
    assert replies[2] == ["id", 1, "last", "Lindström"], replies[2]
    assert isinstance(replies[3], hiredis.ReplyError)
    assert str(replies[3]).startswith("NOCLIENT ")
    assert replies[5] == "PONG"


def test_resp3_types(server):
    commands = [
        (b"HELLO", b"3"),
        (b"TENANT.CREATE", b"hiredis-3"),
        (b"CLIENT.ADD", b"hiredis-3", b"last", b"Lenz", b"email", b"l@example.org",
         b"newsletter", b"no"),
        (b"CLIENT.GET", b"hiredis-3", b"1", b"FIELDS", b"newsletter,last"),
        (b"CLIENT", b"GETNAME"),
        (b"SNAPSHOT.STATUS",),
        (b"INFO", b"server"),
    ]
    replies = converse(server, commands, len(commands))
    assert replies[0]["proto"] == 3 and replies[0]["server"] == "carnet"
    assert replies[3] == {"newsletter": False, "last": "Lenz"}, replies[3]
    assert replies[4] is None
    assert isinstance(replies[5]["ratio"], float), replies[5]
    assert "redis_version:" in str(replies[6])


def test_redis_py_uses_it(server):
    parser = redis.connection.DefaultParser.__name__
    assert "iredis" in parser, parser
    client = redis.Redis(host=server.host, port=server.port, protocol=3)
    assert client.ping() is True


def test_errors_nested_nowhere(server):
    """An error inside a pipeline is a reply of its own."""
    replies = converse(server, [(b"NOSUCH",), (b"PING",), (b"ECHO",), (b"PING",)], 4)
    assert [isinstance(reply, hiredis.ReplyError) for reply in replies] == [True, False] * 2
