"""redis-py, unmodified: protocols 2 and 3, decoded and raw, pipelines, pools, threads."""

import threading

import redis

TENANT = "redis-py"


def connect(server, protocol, **options):
    return redis.Redis(host=server.host, port=server.port, protocol=protocol, **options)


def as_map(reply):
    """A map reply: a dict in RESP3, a flat list in RESP2."""
    if isinstance(reply, dict):
        return reply
    return dict(zip(reply[::2], reply[1::2]))


def fresh(client, name):
    """A tenant for one test."""
    tenant = f"{TENANT}-{name}"
    client.execute_command("TENANT.CREATE", tenant, "COUNTRY", "CH")
    return tenant


def both(test):
    """Runs a test in protocol 2 and in protocol 3."""

    def run(server):
        for protocol in (2, 3):
            test(server, protocol)

    run.__name__ = test.__name__
    run.__doc__ = test.__doc__
    return run


@both
def test_connects_and_pings(server, protocol):
    client = connect(server, protocol)
    assert client.ping() is True
    assert client.echo("hello") == b"hello"
    seconds, micros = client.time()
    assert seconds > 1_600_000_000 and 0 <= micros < 1_000_000


@both
def test_connects_with_name_library_and_database(server, protocol):
    client = connect(server, protocol, client_name="front-desk", db=0, decode_responses=True)
    assert client.client_getname() == "front-desk"
    assert client.client_id() > 0
    info = client.client_info()
    assert info["name"] == "front-desk"
    assert info["lib-name"].startswith("redis-py")
    assert any(one["name"] == "front-desk" for one in client.client_list())


@both
def test_adds_and_reads_a_client(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"read-{protocol}")
    added = as_map(
        client.execute_command(
            "CLIENT.ADD", tenant, "first", "Zoë", "last", "Müller-Lüdenscheidt",
            "email", "zoe@example.org", "phone", "044 668 18 00", "newsletter", "yes",
            "tags", "vip,window",
        )
    )
    assert added["status"] == "created" and added["id"] == 1 and added["version"] == 1
    got = as_map(client.execute_command("CLIENT.GET", tenant, 1))
    assert got["first"] == "Zoë" and got["last"] == "Müller-Lüdenscheidt"
    assert got["phone"] == "+41446681800"
    assert got["tags"] == ["vip", "window"]
    # RESP3 has a boolean; RESP2 an integer.
    assert got["newsletter"] is True if protocol == 3 else got["newsletter"] == 1
    found = as_map(client.execute_command("CLIENT.SEARCH", tenant, "mul zo"))
    assert found["total"] == 1
    assert as_map(found["clients"][0])["match"] == "prefix"
    assert client.execute_command("CLIENT.COUNT", tenant) == 1


@both
def test_answers_bytes_undecoded(server, protocol):
    client = connect(server, protocol)
    tenant = fresh(client, f"bytes-{protocol}")
    client.execute_command("CLIENT.ADD", tenant, "last", "Ørsted", "email", "o@example.org")
    got = as_map(client.execute_command("CLIENT.GET", tenant, 1, "FIELDS", "last"))
    assert got == {b"last": "Ørsted".encode()}


@both
def test_raises_response_errors(server, protocol):
    client = connect(server, protocol)
    for words, start in [
        (("CLIENT.GET", "nowhere", 1), "NOTENANT "),
        (("GET", "a"), "unknown command 'GET'"),
        (("CLIENT.GTE", "a", 1), "unknown command 'CLIENT.GTE'; did you mean CLIENT.GET?"),
    ]:
        try:
            client.execute_command(*words)
        except redis.ResponseError as error:
            assert str(error).startswith(start), str(error)
        else:
            raise AssertionError(f"{words} was answered")
    assert client.ping() is True


@both
def test_pipelines_without_transaction(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"pipe-{protocol}")
    with client.pipeline(transaction=False) as pipe:
        for number in range(1, 1001):
            pipe.execute_command(
                "CLIENT.ADD", tenant, "last", f"P{number}", "email", f"p{number}@example.org"
            )
            pipe.execute_command("CLIENT.GET", tenant, number, "FIELDS", "id")
        replies = pipe.execute()
    assert len(replies) == 2000
    for number in range(1, 1001):
        assert as_map(replies[2 * number - 2])["id"] == number
        assert as_map(replies[2 * number - 1]) == {"id": number}


@both
def test_pipelines_carry_errors_in_their_place(server, protocol):
    client = connect(server, protocol)
    with client.pipeline(transaction=False) as pipe:
        pipe.ping()
        pipe.execute_command("CLIENT.GET", "nowhere", 1)
        pipe.ping()
        replies = pipe.execute(raise_on_error=False)
    assert replies[0] is True and replies[2] is True
    assert isinstance(replies[1], redis.ResponseError)


@both
def test_transactions_are_refused_with_a_reason(server, protocol):
    client = connect(server, protocol)
    with client.pipeline(transaction=True) as pipe:
        pipe.ping()
        try:
            pipe.execute()
        except redis.ResponseError as error:
            assert "all-or-none is per command" in str(error), str(error)
        else:
            raise AssertionError("MULTI was answered")
    assert client.ping() is True


@both
def test_huge_pipelines_are_answered(server, protocol):
    """redis-py sends a whole pipeline before it reads the first reply."""
    client = connect(server, protocol)
    with client.pipeline(transaction=False) as pipe:
        for number in range(20_000):
            pipe.echo(f"{number:0100}")
        replies = pipe.execute()
    assert [int(reply) for reply in replies] == list(range(20_000))


@both
def test_introspection_is_understood(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    commands = client.command()
    assert commands["client.get"]["arity"] == -3, commands["client.get"]
    names = client.command_list()
    # As in Redis the list has subcommands too, and the count has not.
    assert client.command_count() == len([name for name in names if "|" not in name]) > 30
    docs = client.execute_command("COMMAND DOCS", "client.add")
    assert "client.add" in (docs if isinstance(docs, dict) else docs[::2])
    assert client.command_getkeys("CLIENT.GET", "bistro", "7") == ["bistro"]


@both
def test_info_is_parsed(server, protocol):
    client = connect(server, protocol)
    info = client.info()
    assert info["loading"] == 0
    assert info["redis_version"][0].isdigit()
    assert info["tcp_port"] == server.port
    assert info["connected_clients"] >= 1
    assert "durable_lsn" in client.info("persistence")
    assert "connected_clients" not in client.info("persistence")


@both
def test_config_is_read_and_set(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    assert client.config_get("max-argument-bytes") == {"max-argument-bytes": "1048576"}
    assert client.config_set("max-connections", 9_999) is True
    assert client.config_get("max-conn*") == {"max-connections": "9999"}
    client.config_set("max-connections", 10_000)


@both
def test_pool_of_threads(server, protocol):
    client = connect(server, protocol, decode_responses=True)
    tenant = fresh(client, f"threads-{protocol}")
    faults = []

    def work(index):
        try:
            for number in range(50):
                reference = f"{index}-{number}"
                client.execute_command(
                    "CLIENT.UPSERT", tenant, "EXTERNAL", reference, "last", "Person",
                    "email", f"{reference}@example.org",
                )
                got = as_map(client.execute_command("CLIENT.GET", tenant, "EXTERNAL", reference))
                assert got["external"] == [reference]
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=work, args=(index,)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults
    assert client.execute_command("CLIENT.COUNT", tenant) == 400


@both
def test_health_checks_reconnects_and_reset(server, protocol):
    client = connect(server, protocol, health_check_interval=1, single_connection_client=True)
    assert client.ping() is True
    client.connection.disconnect()
    assert client.ping() is True
    assert client.execute_command("RESET") in (b"RESET", "RESET", True)


@both
def test_the_pool_rejects_a_wrong_secret(server, protocol):
    """Nobody has a token yet: AUTH says so as Redis does without a password."""
    client = connect(server, protocol, username="desk", password="wrong")
    try:
        client.ping()
    except redis.RedisError as error:
        assert "AUTH" in str(error), str(error)
    else:
        raise AssertionError("AUTH was taken")
