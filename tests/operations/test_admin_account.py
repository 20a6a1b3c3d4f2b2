"""The first account of the admin."""

import stat

import pytest
from django.contrib.auth import authenticate, get_user_model

from kasper_site.operations import admin_account
from kasper_site.operations.problems import Problem

pytestmark = pytest.mark.django_db
CHOSEN = "vihreä-kivi-laiturilla"


@pytest.fixture(autouse=True)
def var(tmp_path, settings, monkeypatch):
    settings.VAR_DIR = tmp_path
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    return tmp_path


def user():
    return get_user_model().objects.get(username="yllapito")


def test_a_password_is_generated_kept_privately_and_shown_again(var):
    first = admin_account.ensure()
    kept = var / "admin_password"
    password = kept.read_text().strip()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert password in first.password
    assert authenticate(username="yllapito", password=password).is_superuser
    stored = user().password
    assert admin_account.ensure() == first
    assert user().password == stored


def test_a_generated_password_is_strong_enough_for_the_admin(monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", admin_account.generated())
    assert admin_account.wanted_password()


def test_a_chosen_password_is_used_and_not_shown(monkeypatch, var):
    monkeypatch.setenv("ADMIN_PASSWORD", CHOSEN)
    account = admin_account.ensure()
    assert CHOSEN not in account.password
    assert authenticate(username="yllapito", password=CHOSEN)
    stored = user().password
    admin_account.ensure()
    assert user().password == stored
    assert not (var / "admin_password").exists()


def test_choosing_one_later_replaces_the_generated_one(monkeypatch, var):
    admin_account.ensure()
    monkeypatch.setenv("ADMIN_PASSWORD", CHOSEN)
    admin_account.ensure()
    assert authenticate(username="yllapito", password=CHOSEN)
    assert not (var / "admin_password").exists()


def test_a_password_changed_in_the_admin_is_left_alone(var):
    admin_account.ensure()
    changed = user()
    changed.set_password(CHOSEN)
    changed.save()
    assert admin_account.ensure().password.startswith("(the one chosen earlier")
    assert authenticate(username="yllapito", password=CHOSEN)


def test_an_account_that_was_removed_does_not_come_back_where_there_are_others():
    get_user_model().objects.create_superuser("sanna", password=CHOSEN)
    assert "other administrators" in admin_account.ensure().password
    assert not get_user_model().objects.filter(username="yllapito").exists()


@pytest.mark.parametrize("password", ["lyhyt", "password1234", "yllapito12345"])
def test_a_weak_password_is_refused(password, monkeypatch):
    monkeypatch.setenv("ADMIN_PASSWORD", password)
    with pytest.raises(Problem, match="ADMIN_PASSWORD is too weak"):
        admin_account.wanted_password()
