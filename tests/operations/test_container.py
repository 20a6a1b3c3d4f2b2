"""The container's files agree with the project and with each other; building and running it is `make image`'s work."""

import fnmatch
import os
import re
import subprocess
import sys
import tomllib
from configparser import RawConfigParser

import pytest
import yaml
from django.conf import settings

from kasper_site.operations import readiness, scheduler, serving
from kasper_site.operations.models import SchedulerBeat
from kasper_site.operations.problems import Problem
from kasper_site.settings import environment
from tests.operations.commands import manage

BASE = settings.BASE_DIR
DOCKERFILE = (BASE / "Dockerfile").read_text()
COMPOSE = yaml.safe_load((BASE / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
EXAMPLE = (BASE / "deploy" / "env.example").read_text()
OURS = ("prepare", "app", "worker")
UNITS = sorted((BASE / "deploy" / "systemd").glob("*.service"))


def stages() -> list[str]:
    """The Dockerfile's parts, each from its FROM to the next."""
    return re.split(r"^FROM ", DOCKERFILE, flags=re.M)[1:]


class TestImage:
    def test_it_stands_on_one_base_and_leaves_the_tools_behind(self):
        base, build, image = stages()
        assert base.startswith("docker.io/library/debian:bookworm-slim AS base\n")
        assert build.startswith("base AS build\n")
        assert image.startswith("base\n")
        assert "venv" in build
        assert not re.search(r"apt-get|pip ", image)

    def test_only_what_the_lock_names_is_installed_and_each_file_is_checked(self):
        assert re.findall(r"pip install (.*)\\", DOCKERFILE) == [
            "--no-input --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.txt "
        ]

    def test_it_runs_as_a_user_without_rights(self):
        user = re.findall(r"^USER (\d+):(\d+)$", stages()[-1], re.M)
        assert user == [("10001", "10001")]

    def test_it_holds_no_secret(self):
        assert not re.search(r"^(ENV|ARG) .*(SECRET|PASSWORD|TOKEN|_URL)", DOCKERFILE, re.M)
        assert re.findall(r"SECRET_KEY=(\S+)", DOCKERFILE) == ["only-for-this-step-of-the-build-nothing-else"]

    def test_what_the_site_runs_on_goes_in_and_nothing_else(self):
        lines = (BASE / ".dockerignore").read_text().splitlines()
        kept = {line[1:] for line in lines if line.startswith("!")}
        assert lines[1] == "*"
        packages = tomllib.loads((BASE / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
        static = [entry[1] if isinstance(entry, tuple) else entry for entry in settings.STATICFILES_DIRS]
        folders = {str(path.relative_to(BASE)) for path in (*settings.LOCALE_PATHS, *static)}
        folders |= {str(path.relative_to(BASE)) for path in settings.TEMPLATES[0]["DIRS"]}
        assert kept >= {*packages, *folders, "manage.py", "requirements.txt"}
        for name in ("var", ".env", ".venv", ".git", "tests", "requirements-dev.txt"):
            assert not any(fnmatch.fnmatch(name, pattern) for pattern in kept)
        assert all((BASE / name).exists() for name in kept - {"THIRD-PARTY.md"})


class TestCompose:
    def test_the_services(self):
        assert set(SERVICES) == {"nginx", "prepare", "app", "worker", "db", "redis"}

    @pytest.mark.parametrize("name", sorted(set(SERVICES) - {"prepare"}))
    def test_each_one_that_stays_is_watched_and_started_again(self, name):
        assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
        assert SERVICES[name]["restart"] == "unless-stopped"

    @pytest.mark.parametrize("name", [*OURS, "nginx"])
    def test_what_visitors_reach_can_write_to_its_volume_alone(self, name):
        service = SERVICES[name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "privileged" not in service

    def test_nobody_outside_reaches_database_and_cache(self):
        assert COMPOSE["networks"]["back"]["internal"] is True
        for name in ("db", "redis"):
            assert SERVICES[name]["networks"] == ["back"]
        assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["nginx"]

    def test_the_app_and_the_worker_wait_for_the_tables(self):
        for name in ("app", "worker"):
            assert SERVICES[name]["depends_on"]["prepare"] == {"condition": "service_completed_successfully"}
        assert SERVICES["prepare"]["depends_on"]["db"] == {"condition": "service_healthy"}

    def test_the_password_that_prepare_prints_is_not_logged(self):
        assert SERVICES["prepare"]["command"][-1].endswith(">/dev/null")

    def test_its_settings_are_the_sites_own(self):
        known = (BASE / "kasper_site" / "settings" / "environment.py").read_text()
        known += (BASE / "kasper_site" / "settings" / "base.py").read_text() + "ADMIN_PASSWORD"
        for name in OURS:
            assert all(variable in known for variable in SERVICES[name]["environment"])

    def test_secrets_come_from_the_env_file_which_names_every_setting_and_holds_none(self):
        text = (BASE / "compose.yaml").read_text()
        asked = set(re.findall(r"\$\{(\w+)", text))
        assert asked >= set(re.findall(r"^(\w+)=", EXAMPLE, re.M))
        for name in ("POSTGRES_PASSWORD", "ADMIN_PASSWORD", "EMAIL_URL"):
            assert re.search(rf"^{name}=$", EXAMPLE, re.M)
        ignored = (BASE / ".gitignore").read_text().splitlines()
        assert "/.env" in ignored

    def test_the_files_that_it_mounts_are_there(self):
        for volume in SERVICES["nginx"]["volumes"]:
            source = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", volume).split(":")[0]
            assert source.startswith("./var/") or (BASE / source).exists()


class TestSettings:
    def test_the_content_that_comes_along_may_be_left_out(self, monkeypatch):
        for answer, is_loaded in {"no": False, "NO": False, "yes": True, "": True}.items():
            monkeypatch.setenv("DEMO_CONTENT", answer)
            assert environment.demo_content() is is_loaded
        assert "DEMO_CONTENT is 'maybe'" in manage("ready", DEMO_CONTENT="maybe").stderr

    def test_the_static_files_may_lie_apart_from_the_data(self, monkeypatch):
        monkeypatch.setenv("STATIC_DIR", "/srv/static")
        assert str(environment.static_dir()) == "/srv/static"
        monkeypatch.setenv("STATIC_DIR", "")
        assert environment.static_dir() == environment.VAR_DIR / "static"


class TestProcesses:
    def test_gunicorn_alone_serves_as_the_whole_server_does(self, tmp_path):
        program = (
            "import runpy; print({k: v for k, v in runpy.run_path('deploy/gunicorn.conf.py').items() if k in KEYS})"
        )
        program = program.replace("KEYS", repr(["bind", "workers", "threads", "preload_app"]))
        env = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "SECRET_KEY": "x" * 50, "HOST": "0.0.0.0"}
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=BASE, env=env, capture_output=True, text=True, check=True
        )
        workers, threads = serving.WORKERS, serving.THREADS
        wanted = {"bind": "0.0.0.0:8000", "workers": workers, "threads": threads, "preload_app": True}
        assert done.stdout.strip() == str(wanted)

    @pytest.mark.django_db
    def test_a_silent_scheduler_is_found(self):
        SchedulerBeat.objects.all().delete()
        with pytest.raises(Problem, match="no scheduled job has run for 10 minutes"):
            readiness.check_scheduler()
        scheduler.run_due()
        readiness.check_scheduler()

    @pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
    def test_the_services_of_a_machine_run_without_rights(self, unit):
        parser = RawConfigParser(strict=False)
        parser.optionxform = str
        parser.read_string(unit.read_text())
        service = parser["Service"]
        assert (service["User"], service["NoNewPrivileges"]) == ("kasper", "yes")
        assert (service["ProtectSystem"], service["CapabilityBoundingSet"]) == ("strict", "")
