"""Running the project's commands as somebody at a console does, and looking at what they leave behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

SECRET = "hemmottelu"  # stands for a password in an address


def manage(*arguments: str, **environ: str) -> subprocess.CompletedProcess:
    """Run manage.py under production settings with only these variables of ours."""
    clean = {name: os.environ[name] for name in ("PATH", "VAR_DIR")}
    env = {**clean, "SECRET_KEY": "x" * 50, **environ}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=env, capture_output=True, text=True, check=False)


def only_line(done: subprocess.CompletedProcess) -> str:
    """The one line that a failed command has to say."""
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert SECRET not in done.stderr
    return done.stderr


def is_gone(pid: int, seconds: float = 10) -> bool:
    """Whether a process ends within some seconds."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
