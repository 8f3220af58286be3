"""A real Carnet server on a free port, with a data folder of its own."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

SMALL_FILES = ["--segment-bytes", "4194304", "--reserve-bytes", "1048576"]


def default_binary():
    """CARNET_BINARY, else what `swift build` has left in this repository."""
    if "CARNET_BINARY" in os.environ:
        return os.environ["CARNET_BINARY"]
    root = pathlib.Path(__file__).resolve().parent.parent.parent
    for configuration in ("release", "debug"):
        path = root / ".build" / configuration / "carnet"
        if path.exists():
            return str(path)
    raise SystemExit("no binary: run 'swift build', or pass --binary")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """Started by `with`, stopped by SIGTERM at its end; the exit code must then be 0."""

    def __init__(self, binary, flags=()):
        self.binary = binary
        self.flags = list(flags)
        self.host = "127.0.0.1"
        self.port = free_port()
        self.folder = tempfile.mkdtemp(prefix="carnet-blackbox-")

    def __enter__(self):
        self.output = open(os.path.join(self.folder, "output.txt"), "w+")
        self.start()
        return self

    def start(self):
        command = [self.binary, "serve", "--host", self.host, "--port", str(self.port)]
        command += ["--data", os.path.join(self.folder, "data")] + SMALL_FILES + self.flags
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=self.output, stderr=self.output
        )
        self.await_readiness()

    def restart(self, hard=False):
        """Ends the server, by SIGKILL if `hard`, and starts it on the same port and folder."""
        self.process.send_signal(signal.SIGKILL if hard else signal.SIGTERM)
        code = self.process.wait(timeout=30)
        assert hard or code == 0, f"the server's exit code is {code}:\n{self.said()}"
        self.start()

    def await_readiness(self, seconds=60):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                with socket.create_connection((self.host, self.port), timeout=1) as one:
                    one.sendall(b"TENANT.LIST\r\n")
                    # While the lists are being loaded that answers LOADING; NOAUTH where there are tokens.
                    if one.recv(64).startswith((b"*", b"-NOAUTH")):
                        return
            except OSError:
                pass
            try:
                # Between two attempts: some milliseconds, or its end.
                code = self.process.wait(timeout=0.01)
                raise SystemExit(f"the server ended with {code}:\n{self.said()}")
            except subprocess.TimeoutExpired:
                pass
        raise SystemExit(f"the server took no connection:\n{self.said()}")

    def said(self):
        self.output.flush()
        with open(self.output.name) as output:
            return output.read()

    def __exit__(self, *exception):
        self.process.terminate()
        try:
            code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        said = self.said()
        self.output.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if code != 0 and exception[0] is None:
            raise AssertionError(f"the server's exit code is {code}:\n{said}")
        return False
