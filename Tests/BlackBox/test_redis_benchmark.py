"""redis-benchmark, with its own tests and with commands of ours."""

import re
import subprocess


def benchmark(server, *words):
    done = subprocess.run(
        ["redis-benchmark", "-h", server.host, "-p", str(server.port), *words],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done
    said = done.stdout + done.stderr
    assert "Error from server" not in said, said
    assert re.search(r"[\d.]+ requests per second", said), said
    return said


def call(server, *words):
    done = subprocess.run(
        ["redis-cli", "-p", str(server.port), *words], capture_output=True, text=True, timeout=60
    )
    return done.stdout


def test_ping(server):
    said = benchmark(server, "-t", "ping", "-n", "20000", "-q")
    assert "PING_INLINE" in said and "PING_MBULK" in said, said


def test_ping_pipelined(server):
    benchmark(server, "-t", "ping", "-n", "20000", "-P", "16", "-q")


def test_reads_with_random_numbers(server):
    """The numbers come zero-padded to twelve digits."""
    call(server, "TENANT.CREATE", "bench")
    call(server, "CLIENT.ADD", "bench", "last", "Lenz", "email", "lenz@example.org")
    assert "last\nLenz\n" in call(server, "CLIENT.GET", "bench", "000000000001")
    benchmark(server, "-r", "1", "-n", "2000", "-q", "CLIENT.COUNT", "bench")


def test_every_client_of_a_venue_is_drawn(server):
    """It draws 0 too, which is nobody's number, and ends at the first error that it is answered."""
    call(server, "TENANT.CREATE", "bench-reads")
    benchmark(
        server, "-r", "100000", "-n", "3000", "-P", "16", "-q",
        "CLIENT.ADD", "bench-reads", "last", "Person __rand_int__", "email", "x@example.org",
        "ANYWAY",
    )
    # 0 to 2999; so many draws leave 0 out once in a thousand million runs.
    benchmark(
        server, "-r", "3000", "-n", "60000", "-P", "16", "-q",
        "CLIENT.GET", "bench-reads", "__rand_int__",
    )
    assert call(server, "CLIENT.GET", "bench-reads", "000000000000") == "\n"


def test_writes_with_random_numbers(server):
    call(server, "TENANT.CREATE", "bench-writes")
    benchmark(
        server, "-r", "100000", "-n", "5000", "-P", "8", "-q",
        "CLIENT.UPSERT", "bench-writes", "EXTERNAL", "ref-__rand_int__", "last", "Person",
        "email", "p-__rand_int__@example.org",
    )
    assert 4000 < int(call(server, "CLIENT.COUNT", "bench-writes")) <= 5000


def test_resp3_and_threads(server):
    benchmark(server, "-3", "-t", "ping", "-n", "5000", "-q")
    benchmark(server, "--threads", "2", "-t", "ping", "-n", "5000", "-q")
