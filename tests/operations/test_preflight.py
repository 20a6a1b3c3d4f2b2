"""The checks before anything slow."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kasper_site.operations import preflight
from kasper_site.operations.problems import Problem

BASE = Path(preflight.__file__).resolve().parents[2]


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def run(*steps: str, **environ: str) -> subprocess.CompletedProcess:
    """Run the module without any installed package, as deploy/setup does before there are any."""
    command = [sys.executable, "-S", "-m", "kasper_site.operations.preflight", *steps]
    clean = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "PORT", "HOST")}
    return subprocess.run(command, cwd=BASE, env={**clean, **environ}, capture_output=True, text=True, check=False)


def test_without_anything_it_listens_on_this_machine_alone():
    assert preflight.listen_address({}) == ("127.0.0.1", 8000)
    assert preflight.listen_address({"HOST": "", "PORT": ""}) == ("127.0.0.1", 8000)


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "٣", "80 80"])
def test_a_wrong_port_is_named(port):
    with pytest.raises(Problem, match=r"PORT is .*give a number from 1 to 65535"):
        preflight.listen_address({"PORT": port})


def test_a_taken_port_comes_with_another_to_try(taken_port):
    with pytest.raises(Problem, match=f"PORT {taken_port} is taken on 127.0.0.1: .*PORT={taken_port + 1} make serve"):
        preflight.check_port("127.0.0.1", taken_port)


def test_a_taken_port_is_told_in_one_line_and_nothing_is_made(taken_port, tmp_path):
    done = run("port", "var", PORT=str(taken_port), VAR_DIR=str(tmp_path / "var"))
    assert done.returncode == 1
    assert done.stderr.startswith(f"kasper: PORT {taken_port} is taken")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "a b"])
def test_an_address_of_another_machine_is_named(host):
    with pytest.raises(Problem, match=r"HOST .* is no address of this machine"):
        preflight.check_port(host, 8000)


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()
    done = run("var", VAR_DIR=str(tmp_path / "file" / "var"))
    assert done.returncode == 1
    assert done.stderr.startswith("kasper: VAR_DIR ")
    assert done.stderr.count("\n") == 1


def test_the_secret_key_is_made_once_and_is_private(tmp_path):
    first = run("var", VAR_DIR=str(tmp_path / "var"))
    key = tmp_path / "var" / "secret_key"
    made = key.read_text()
    assert (first.returncode, first.stderr) == (0, "")
    assert len(made.strip()) >= 50
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    second = run("var", VAR_DIR=str(tmp_path / "var"))
    assert (second.returncode, second.stdout, key.read_text()) == (0, "", made)


def test_a_key_in_the_environment_is_not_written_down(tmp_path):
    assert run("var", VAR_DIR=str(tmp_path / "var"), SECRET_KEY="x" * 50).returncode == 0
    assert not (tmp_path / "var" / "secret_key").exists()
