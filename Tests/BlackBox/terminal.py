"""A program on a pseudo terminal: what it shows is read, keys are pressed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

CLEAR = "\x1b[H\x1b[2J"
SECONDS = 30


class Terminal:
    """Started by `with`. What the program leaves behind is ended at the end."""

    def __init__(self, command, columns=80, rows=50, **environment):
        self.command = command
        inherited = {
            name: value for name, value in os.environ.items()
            if name not in ("CARNET_TOKEN", "NO_COLOR")
        }
        self.environment = {**inherited, "TERM": "xterm", "LC_ALL": "C.UTF-8", **environment}
        self.master, self.slave = pty.openpty()
        self.resize(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.shown = b""

    def __enter__(self):
        self.process = subprocess.Popen(
            self.command, stdin=self.slave, stdout=self.slave, stderr=self.slave,
            start_new_session=True, env=self.environment,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        return self

    def __exit__(self, *exception):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)

    def resize(self, columns, rows):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        # The kernel tells the program, if there is one.
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, size)

    def read(self, seconds):
        """Reads what there is, and waits for it if there is nothing. False once nothing comes."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        self.shown += os.read(self.master, 65536)
        return True

    def text(self):
        return self.shown.decode(errors="replace").replace("\r\n", "\n")

    def picture(self):
        """What stands on the screen, without styles."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.text().rpartition(CLEAR)[2])

    def await_picture(self, *words):
        """Reads until all the words are on the screen, and answers the screen."""
        deadline = time.monotonic() + SECONDS
        while not all(word in self.picture() for word in words):
            left = deadline - time.monotonic()
            if left <= 0 or not self.read(left):
                raise AssertionError(f"{words} never came; the screen:\n{self.picture()}")
        return self.picture()

    def press(self, keys):
        os.write(self.master, keys.encode())

    def end(self):
        """Waits for the program's end: its exit code and the last screen."""
        deadline = time.monotonic() + SECONDS
        while self.process.poll() is None:
            assert time.monotonic() < deadline, "it does not end; the screen:\n" + self.picture()
            self.read(0.05)
        while self.read(0):
            pass
        return self.process.returncode, self.picture()

    def signal(self, number):
        os.kill(self.process.pid, number)

    def is_raw(self):
        return not termios.tcgetattr(self.slave)[3] & termios.ICANON

    def is_restored(self):
        return termios.tcgetattr(self.slave) == self.before


__all__ = ["Terminal", "signal"]
