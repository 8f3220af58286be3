"""hiredis' C interface: a small program that is compiled here and talks to the server."""

import os
import pathlib
import shutil
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).with_name("hiredis_client.c")


def compiler():
    """A C compiler of this machine, or None."""
    return next((path for path in map(shutil.which, ("cc", "clang", "gcc")) if path), None)


def has_library(cc):
    """Whether hiredis' header is there."""
    asked = subprocess.run(
        [cc, "-fsyntax-only", "-x", "c", "-"], input=b"#include <hiredis/hiredis.h>\n",
        capture_output=True,
    )
    return asked.returncode == 0


def test_the_c_interface(server):
    cc = compiler()
    if cc is None or not has_library(cc):
        missing = "a C compiler" if cc is None else "hiredis/hiredis.h"
        print(f"SKIPPED: {missing} is missing; apt-get install -y gcc libhiredis-dev", flush=True)
        return
    with tempfile.TemporaryDirectory(prefix="carnet-hiredis-") as folder:
        program = os.path.join(folder, "hiredis_client")
        subprocess.run(
            [cc, "-Wall", "-Wextra", "-Werror", "-o", program, str(SOURCE), "-lhiredis"], check=True
        )
        done = subprocess.run(
            [program, server.host, str(server.port)], capture_output=True, text=True, timeout=120
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok ") >= 11, done.stdout
