"""The site's own commands in processes of their own, with nothing of the test run's settings."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "selaintestin-salasana-1"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(var_dir: Path, port: int) -> dict[str, str]:
    """What the site's own commands need, and nothing of the test run's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "SECRET_KEY": "only-for-browser-tests-never-for-a-public-site",
        "VAR_DIR": str(var_dir),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
        "LINK_CHECK": "no",
    }


def manage(folder: Path, command: str, database: str = "") -> None:
    """Run a command of the site whose data lie in the folder, or its rows in the database of that address.

    What it printed stands in the error if it fails.
    """
    environ = {**environment(folder, free_port()), **({"DATABASE_URL": database} if database else {})}
    line = [sys.executable, "manage.py", command]
    done = subprocess.run(line, cwd=ROOT, env=environ, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"manage.py {command}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
