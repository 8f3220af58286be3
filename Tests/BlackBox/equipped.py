"""Says what the black-box tests lack on this machine, and exits non-zero if it is anything."""

import importlib.util
import shutil
import sys

PROGRAMS = ["redis-cli", "redis-benchmark"]
PACKAGES = ["redis", "hiredis"]


def lacking():
    """Programs and Python packages that are missing, in the order of their names above."""
    programs = [name for name in PROGRAMS if shutil.which(name) is None]
    packages = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    return programs + packages


if __name__ == "__main__":
    missing = lacking()
    if missing:
        print("Missing: " + ", ".join(missing) + ".")
    sys.exit(1 if missing else 0)
