"""The first account of the admin."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from kasper_site.operations.preflight import write_private
from kasper_site.operations.problems import Problem

USERNAME = "yllapito"
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # nothing that is mistaken for something else


@dataclass(frozen=True)
class Account:
    """What is told about the account; `password` is the password or, in brackets, why it is not shown."""

    username: str
    password: str


def wanted_password() -> str:
    """ADMIN_PASSWORD, "" without it; Problem if it is too weak for the admin."""
    password = os.environ.get("ADMIN_PASSWORD", "")
    if password:
        try:
            with translation.override("en"):
                validate_password(password, get_user_model()(username=USERNAME))
        except ValidationError as error:
            raise Problem(f"ADMIN_PASSWORD is too weak: {' '.join(error.messages)}") from error
    return password


def ensure() -> Account:
    """Make the account where the admin has none yet; ADMIN_PASSWORD sets its password at any time.

    A generated password is kept in a file that only its owner may read, so that later starts can show it again.
    """
    password, path = wanted_password(), password_file()
    users = get_user_model().objects
    user = users.filter(username=USERNAME).first()
    if password:
        path.unlink(missing_ok=True)
        if user is None:
            users.create_superuser(USERNAME, password=password)
        elif not check_password(password, user.password):
            user.set_password(password)
            user.save(update_fields=["password"])
        return Account(USERNAME, "(as set in ADMIN_PASSWORD)")
    if user is None and not users.filter(is_superuser=True, is_active=True).exists():
        password = generated()
        write_private(path, f"{password}\n")
        user = users.create_superuser(USERNAME, password=password)
    return Account(USERNAME, _shown(user, path))


def password_file() -> Path:
    """Where the generated password is kept."""
    return Path(settings.VAR_DIR) / "admin_password"


def generated() -> str:
    """A password of four groups that can be read aloud; about 80 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _letter in range(4)) for _group in range(4))


def _shown(user, path: Path) -> str:
    if user is None:
        return "(not made: there are other administrators)"
    kept = path.read_text(encoding="utf-8").strip() if path.is_file() else ""
    if kept and check_password(kept, user.password):
        return f"{kept}  (generated, kept in {path})"
    return "(the one chosen earlier; ADMIN_PASSWORD sets a new one)"
