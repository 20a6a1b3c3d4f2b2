"""A wrong setting stops the start with one line that names it; a right one arrives where it should."""

import pytest

from kasper_site.settings import environment
from tests.operations.commands import SECRET, manage, only_line

WRONG = {
    "short SECRET_KEY": {"SECRET_KEY": "short"},
    "PORT no number": {"PORT": "http"},
    "PORT too large": {"PORT": "70000"},
    "PUBLIC_URL without scheme": {"PUBLIC_URL": "www.example.fi"},
    "PUBLIC_URL with path": {"PUBLIC_URL": "https://www.example.fi/kasper"},
    "PUBLIC_URL with user": {"PUBLIC_URL": f"https://user:{SECRET}@www.example.fi"},
    "PUBLIC_URL with wrong port": {"PUBLIC_URL": "https://www.example.fi:https"},
    "PUBLIC_URL with half a bracket": {"PUBLIC_URL": "https://[::1"},
    "DATABASE_URL a word": {"DATABASE_URL": "kasper"},
    "DATABASE_URL mistyped": {"DATABASE_URL": f"postgre://kasper:{SECRET}@localhost/kasper"},
    "DATABASE_URL of another engine": {"DATABASE_URL": f"mysql://kasper:{SECRET}@localhost/kasper"},
    "DATABASE_URL with wrong port": {"DATABASE_URL": f"postgres://kasper:{SECRET}@localhost:x/kasper"},
    "DATABASE_URL without name": {"DATABASE_URL": f"postgres://kasper:{SECRET}@localhost"},
    "DATABASE_URL in memory": {"DATABASE_URL": "sqlite://:memory:"},
    "REDIS_URL a host": {"REDIS_URL": "localhost:6379"},
    "REDIS_URL with wrong port": {"REDIS_URL": f"redis://:{SECRET}@localhost:x/0"},
    "EMAIL_URL a word": {"EMAIL_URL": "mail"},
    "EMAIL_URL mistyped": {"EMAIL_URL": f"smpt://kasper:{SECRET}@localhost"},
    "EMAIL_URL with wrong port": {"EMAIL_URL": f"smtp://kasper:{SECRET}@localhost:x"},
    "QUICK_EXIT_URL without TLS": {"QUICK_EXIT_URL": "http://www.example.org/"},
    "QUICK_EXIT_URL with user": {"QUICK_EXIT_URL": f"https://user:{SECRET}@www.example.org/"},
    "QUICK_EXIT_URL with a line break": {"QUICK_EXIT_URL": "https://www.example.org/\r\nSet-Cookie: a=b"},
    "QUICK_EXIT_URL to our own site": {
        "PUBLIC_URL": "https://www.example.fi",
        "QUICK_EXIT_URL": "https://WWW.example.fi/tukea/",
    },
    "MAILS_A_MINUTE none": {"MAILS_A_MINUTE": "0"},
    "MAILS_A_MINUTE a word": {"MAILS_A_MINUTE": "monta"},
    "LOG_LEVEL unknown": {"LOG_LEVEL": "LOUD"},
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_setting_is_one_line_that_names_it(case):
    name = list(WRONG[case])[-1]
    assert only_line(manage("ready", **WRONG[case])).startswith(f"kasper: {name} ")


def test_without_a_secret_key_nothing_starts(tmp_path):
    line = only_line(manage("ready", SECRET_KEY="", VAR_DIR=str(tmp_path)))
    assert line.startswith("kasper: SECRET_KEY is missing")


def test_empty_values_count_as_none(monkeypatch):
    for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "PUBLIC_URL", "PORT", "HOST", "LOG_LEVEL", "QUICK_EXIT_URL"):
        monkeypatch.setenv(name, "")
    assert environment.database()["ENGINE"] == "django.db.backends.sqlite3"
    assert environment.cache()["BACKEND"].endswith("LocMemCache")
    assert environment.email()["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert environment.public_url() == "http://127.0.0.1:8000"
    assert environment.log_level() == "INFO"
    assert environment.quick_exit_url(["www.example.fi"]) == "https://www.ilmatieteenlaitos.fi/"


def test_a_relative_sqlite_file_lies_in_the_project_wherever_the_command_runs(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///var/other.sqlite3")
    assert environment.database()["NAME"] == str(environment.BASE_DIR / "var" / "other.sqlite3")


def test_the_drivers_options_in_the_address_are_kept_and_the_pool_is_ours(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://kasper@localhost/kasper?sslmode=require&pool=true")
    options = environment.database()["OPTIONS"]
    assert options["sslmode"] == "require"
    assert options["pool"] == {"min_size": 1, "max_size": 8, "timeout": 5}


def test_the_public_address_has_no_slash_at_its_end(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://www.example.fi/")
    assert environment.public_url() == "https://www.example.fi"


def test_the_deployment_check_has_nothing_against_the_settings():
    key = "".join(chr(33 + number) for number in range(60))
    done = manage("check", "--deploy", "--fail-level", "WARNING", PUBLIC_URL="https://www.example.fi", SECRET_KEY=key)
    assert done.returncode == 0, done.stderr
