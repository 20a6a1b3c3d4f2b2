"""What the project says about itself is so: settings, licences, packages, chores."""

import re
from importlib import metadata

import pytest
from django.conf import settings

BASE = settings.BASE_DIR
README = (BASE / "README.md").read_text(encoding="utf-8")
THIRD_PARTY = (BASE / "THIRD-PARTY.md").read_text(encoding="utf-8")
PACKAGES = [
    [part.strip() for part in line.split("|", 3)]
    for line in (BASE / "deploy" / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def direct_dependencies(name: str) -> list[str]:
    """The packages that a requirements file asks for itself."""
    lines = (BASE / name).read_text(encoding="utf-8").splitlines()
    return [match[0] for line in lines if (match := re.match(r"[a-z][a-z0-9-]*", line))]


def test_every_setting_stands_in_the_readme():
    sources = [
        BASE / "kasper_site" / "operations" / "admin_account.py",
        BASE / "kasper_site" / "operations" / "preflight.py",
    ]
    sources += [BASE / "kasper_site" / "settings" / name for name in ("environment.py", "base.py", "test.py")]
    pattern = re.compile(r"""(?:environ\.get|environ|env\.\w+)[\[(]\s*"([A-Z_]+)\"""")
    found = {name for path in sources for name in pattern.findall(path.read_text(encoding="utf-8"))}
    assert {"PORT", "DATABASE_URL", "ADMIN_PASSWORD", "MAIL_FROM", "VAR_DIR"} <= found
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", README, flags=re.MULTILINE))
    assert found - listed - {"TEST_ON_POSTGRESQL"} == set()


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_direct_dependency_is_named_with_its_licence(name):
    listed = set(re.findall(r"^\| ([a-z][a-z0-9-]*) \|", THIRD_PARTY, flags=re.MULTILINE))
    assert set(direct_dependencies(name)) - listed == set()


def test_every_debian_package_is_named_with_its_licence_and_has_a_reason():
    for name, when, why, probe in PACKAGES:
        assert name in THIRD_PARTY
        assert when in ("runtime", "optional-runtime", "test")
        assert why
        assert probe


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_hold_hashes_and_no_address(lock):
    text = (BASE / lock).read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z0-9][\w.-]*==\S+ \\\n +--hash=sha256:", text, flags=re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-zA-Z0-9]", text, flags=re.MULTILINE))
    assert "://" not in text


def test_what_is_installed_is_what_is_locked():
    for name in direct_dependencies("requirements.in"):
        pinned = re.search(rf"^{name}==(\S+)", (BASE / "requirements.txt").read_text(), flags=re.MULTILINE)
        assert metadata.version(name) == pinned[1]


def test_every_chore_tells_what_it_is_for():
    makefile = (BASE / "Makefile").read_text(encoding="utf-8")
    chores = set(re.findall(r"^\.PHONY: (\S+)", makefile, flags=re.MULTILINE))
    told = set(re.findall(r"^([a-z-]+):.* ## ", makefile, flags=re.MULTILINE))
    assert {"help", "serve", "dev", "test", "check"} <= told
    assert chores == told


def test_the_licence_is_whole():
    text = (BASE / "LICENSE").read_text(encoding="utf-8")
    assert text.lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    assert "END OF TERMS AND CONDITIONS" in text
