"""redis-cli as people use it in shells and scripts."""

import json
import os
import subprocess


def cli(server, *words, text=None, check=True, **variables):
    """What redis-cli prints."""
    done = subprocess.run(
        ["redis-cli", "-h", server.host, "-p", str(server.port), *words],
        input=text,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **variables},
    )
    if check:
        assert done.returncode == 0, done
    return done.stdout


def test_one_command(server):
    assert cli(server, "PING") == "PONG\n"
    assert cli(server, "ECHO", "two words") == "two words\n"


def test_a_client_of_a_venue(server):
    assert cli(server, "TENANT.CREATE", "cli", "COUNTRY", "CH").startswith("tenant\ncli\n")
    added = cli(server, "CLIENT.ADD", "cli", "last", "Lenz", "phone", "044 668 18 00")
    assert added.startswith("status\ncreated\nid\n1\n"), added
    assert cli(server, "CLIENT.GET", "cli", "1", "FIELDS", "phone") == "phone\n+41446681800\n"


def test_resp3(server):
    assert cli(server, "-3", "PING") == "PONG\n"
    hello = cli(server, "-3", "--no-raw", "HELLO", "3")
    assert '"proto" => (integer) 3' in hello, hello


def test_errors_set_the_exit_code(server):
    done = subprocess.run(
        ["redis-cli", "-e", "-h", server.host, "-p", str(server.port), "CLIENT.GET", "no", "1"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1 and "NOTENANT " in done.stdout + done.stderr, done


def test_commands_from_standard_input(server):
    script = (
        "TENANT.CREATE stdin\n"
        'CLIENT.ADD stdin first "Ada Augusta" last \'Lovelace\' email ada@example.org\n'
        "CLIENT.COUNT stdin\n"
        "NOSUCH\n"
        "PING\n"
    )
    lines = cli(server, text=script).splitlines()
    assert lines[-1] == "PONG" and "1" in lines, lines
    assert any(line.startswith("ERR unknown command 'NOSUCH'") for line in lines), lines


def test_mass_insertion(server):
    """`redis-cli --pipe`: raw RESP, many commands, one closing ECHO."""
    cli(server, "TENANT.CREATE", "mass")
    commands = []
    for number in range(1, 2001):
        words = ["CLIENT.ADD", "mass", "last", f"P{number}", "email", f"p{number}@example.org"]
        commands.append(
            f"*{len(words)}\r\n" + "".join(f"${len(word)}\r\n{word}\r\n" for word in words)
        )
    printed = cli(server, "--pipe", text="".join(commands))
    assert "errors: 0, replies: 2000" in printed, printed
    assert cli(server, "CLIENT.COUNT", "mass") == "2000\n"


def test_repeating_and_csv_and_json(server):
    assert cli(server, "-r", "3", "PING") == "PONG\n" * 3
    assert cli(server, "--csv", "COMMAND", "GETKEYS", "CLIENT.GET", "bistro", "1") == '"bistro"\n'


def test_interactive_hints(server):
    """At a terminal redis-cli asks for COMMAND DOCS first and makes hints and HELP from it."""
    docs = cli(server, "-3", "--json", "COMMAND", "DOCS")
    table = json.loads(docs)
    add = table["client.add"]
    assert add["summary"] and add["group"] and add["since"], add
    names = [argument["name"] for argument in add["arguments"]]
    assert names[0] == "tenant" and "anyway" in [name.lower() for name in names], names
    printed = cli(server, text="HELP CLIENT.ADD\nHELP client.get\nPING\n", FAKETTY="1")
    assert "PONG" in printed, printed
    assert "CLIENT.ADD" in printed and "CLIENT.GET" in printed, printed


def test_json_lines_by_a_plain_socket(server):
    """MODE JSON is for shells without a Redis client."""
    import socket

    with socket.create_connection((server.host, server.port), timeout=30) as one:
        lines = one.makefile("rw", newline="\n")
        lines.write("MODE JSON\nPING\nTENANT.GET nowhere\nCOMMAND COUNT\n")
        lines.flush()
        replies = [json.loads(lines.readline()) for _ in range(4)]
    assert replies[:2] == ["OK", "PONG"]
    assert replies[2]["error"] == "NOTENANT" and replies[2]["message"]
    assert replies[3] > 30


def test_latency_and_stat_modes_find_what_they_read(server):
    """`redis-cli --stat` reads INFO; `--latency` pings."""
    printed = cli(server, "-r", "1", "INFO")
    for name in ("redis_version", "connected_clients", "used_memory", "loading", "role"):
        assert f"\n{name}:" in "\n" + printed.replace("\r", ""), name
    timed = cli(server, "--latency", "--raw", "-i", "1", check=False, text="")
    assert len(timed.split()) >= 3, timed
