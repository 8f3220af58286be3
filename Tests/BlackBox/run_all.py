"""Starts a server and runs the programs of others against it.

    python3 Tests/BlackBox/run_all.py [--binary PATH] [NAME …]

NAME picks the tests whose name contains it. The last line is `N passed, N failed`; the exit code is
0 when nothing failed.
"""

import argparse
import importlib
import sys
import time
import traceback

import equipped
from server import Server, default_binary

MODULES = [
    "test_redis_py", "test_tokens", "test_accounts", "test_bookings", "test_own_bookings",
    "test_links", "test_day", "test_booking_rules", "test_venue_rules",
    "test_erasure", "test_history",
    "test_client_marks", "test_client_lists", "test_export", "test_restore",
    "test_merging", "test_doubles", "test_review", "test_hiredis",
    "test_hiredis_c", "test_redis_cli",
    "test_redis_benchmark",
]


def tests(wanted):
    for name in MODULES:
        module = importlib.import_module(name)
        for function in dir(module):
            full = f"{name}.{function}"
            if function.startswith("test_") and (not wanted or any(w in full for w in wanted)):
                yield full, getattr(module, function)


def run(full, test, server):
    """Whether the test passed; it says how it went."""
    began = time.monotonic()
    try:
        test(server)
        assert server.process.poll() is None, "the server is gone:\n" + server.said()
    except Exception:
        print(f"FAILED {full}", flush=True)
        traceback.print_exc(file=sys.stdout)
        return False
    print(f"passed {full} ({time.monotonic() - began:.2f} s)", flush=True)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", help="the carnet program; else the one that swift build left")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    missing = equipped.lacking()
    if missing:
        raise SystemExit(
            "missing: " + ", ".join(missing) + "; apt-get install -y redis-tools, "
            "pip install -r Tests/BlackBox/requirements.txt"
        )
    passed = failed = 0
    try:
        with Server(given.binary or default_binary()) as server:
            for full, test in tests(given.names):
                if run(full, test, server):
                    passed += 1
                else:
                    failed += 1
    except AssertionError as error:
        print(error)
        failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
