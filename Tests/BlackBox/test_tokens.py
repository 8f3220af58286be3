"""Tokens through redis-py, on a server of its own: once there is one, others must say who they are."""

import socket

import redis

from server import Server
from test_redis_py import as_map, both


@both
def test_tokens(server, protocol):
    with Server(server.binary) as own:

        def connect(**more):
            return redis.Redis(
                host=own.host, port=own.port, protocol=protocol, decode_responses=True, **more
            )

        owner = connect()
        for tenant in ("bistro", "salon"):
            owner.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH")
        made = as_map(
            owner.execute_command("TOKEN.CREATE", "desk", "ROLE", "staff", "TENANT", "bistro")
        )
        admin = as_map(owner.execute_command("TOKEN.CREATE", "ops", "ROLE", "admin"))
        desk = connect(username="desk", password=made["secret"])
        added = as_map(
            desk.execute_command("CLIENT.ADD", "bistro", "last", "Lenz", "email", "l@example.org")
        )
        assert added["id"] == 1
        for words, code in (
            (("CLIENT.GET", "salon", 1), "token is not for this tenant"),
            (("TOKEN.LIST",), "TOKEN.LIST is not for role staff"),
            (("TENANT.DROP", "bistro", "CONFIRM", "bistro"), "TENANT.DROP is not for role staff"),
        ):
            try:
                desk.execute_command(*words)
                raise AssertionError(f"{words} was let through")
            except redis.exceptions.NoPermissionError as error:
                assert code in str(error), error
        ops = connect(username="ops", password=admin["secret"])
        listed = as_map(ops.execute_command("TOKEN.LIST"))
        names = [as_map(token)["name"] for token in listed["tokens"]]
        assert names == ["desk", "ops"]
        own.restart(hard=True)
        assert as_map(desk.execute_command("CLIENT.GET", "bistro", 1))["last"] == "Lenz"
        ops.execute_command("TOKEN.REVOKE", "desk")
        with socket.create_connection((own.host, own.port), timeout=30) as plain:
            answers = plain.makefile("rb")
            plain.sendall(b"CLIENT.GET bistro 1\r\n")
            assert answers.readline().startswith(b"-NOAUTH")
            plain.sendall(b"AUTH desk " + made["secret"].encode() + b"\r\n")
            assert answers.readline().startswith(b"-WRONGPASS")
