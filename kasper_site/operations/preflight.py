"""Before anything slow: is the port free, is there a place to write, is there a secret key?

Runs before the packages are installed and before the settings are read, so it knows the standard library alone:
`python3 -m kasper_site.operations.preflight port var` (deploy/setup calls it).
"""

import contextlib
import errno
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from kasper_site.operations.problems import Problem

BASE_DIR = Path(__file__).resolve().parents[2]


def var_dir(base: Path, environ: Mapping[str, str]) -> Path:
    """The folder of everything that the running site makes: VAR_DIR, or `var` in the project."""
    return base / (environ.get("VAR_DIR", "") or "var")


def listen_address(environ: Mapping[str, str]) -> tuple[str, int]:
    """HOST and PORT from the environment; this machine only, at 8000, without them."""
    host, port = environ.get("HOST", "") or "127.0.0.1", environ.get("PORT", "") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise Problem(f"PORT is {port!r}: give a number from 1 to 65535.")
    return host, int(port)


def check_port(host: str, port: int) -> None:
    """Problem if nobody could listen at `host` and `port` now."""
    try:
        family, *_rest, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            attempt.bind(address)
    except (OSError, UnicodeError) as error:
        raise Problem(_port_problem(host, port, getattr(error, "errno", None))) from error


def _port_problem(host: str, port: int, code: int | None) -> str:
    if code == errno.EADDRINUSE:
        return (
            f"PORT {port} is taken on {host}: stop the program that holds it, or choose another, as in "
            f"`PORT={port + 1 if port < 65535 else 8000} make serve`."
        )
    if code == errno.EACCES:
        return f"PORT {port} may not be used without root's rights: choose one above 1023."
    return f"HOST {host!r} is no address of this machine: leave HOST out, or give 127.0.0.1 or 0.0.0.0."


def make_var(folder: Path) -> None:
    """Make the folder, not open to other users, or tell why it cannot be written to."""
    try:
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise Problem(
            f"VAR_DIR {folder} cannot be written to ({error.strerror}): give its owner's rights, or set VAR_DIR "
            "to a folder of yours."
        ) from error


def make_secret_key(folder: Path) -> bool:
    """Keep a new random key in `secret_key`, readable by its owner alone, unless there is one. True if it was made."""
    path = folder / "secret_key"
    if path.exists() and path.stat().st_size:
        return False
    write_private(path, secrets.token_urlsafe(50) + "\n")
    return True


def write_private(path: Path, text: str) -> None:
    """Write a file that its owner alone may read; at once, so that nobody sees half of it."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        fresh.unlink()
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)


def main(steps: list[str]) -> int:
    """Run the steps `port` and `var`; 1 and one line on a problem."""
    try:
        address = listen_address(os.environ)
        if "port" in steps:
            check_port(*address)
        if "var" in steps:
            folder = var_dir(BASE_DIR, os.environ)
            make_var(folder)
            if not os.environ.get("SECRET_KEY") and make_secret_key(folder):
                sys.stdout.write(f"Made a secret key: {folder / 'secret_key'}\n")
    except Problem as problem:
        sys.stderr.write(f"kasper: {problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
