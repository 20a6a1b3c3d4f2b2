"""Settings for the tests: production's, with what makes them quick and repeatable.

The environment of whoever runs them does not reach the tests. They use SQLite; TEST_ON_POSTGRESQL=1 sends them to the
server at TEST_DATABASE_URL, where each working copy has a test database of its own name.
"""

import atexit
import hashlib
import os
import shutil
import tempfile

POSTGRESQL = "postgres://postgres@127.0.0.1:5432/postgres"

OURS = (
    "DATABASE_URL DEMO_CONTENT EMAIL_URL EXTRA_HOSTS HOST LINK_CHECK LOG_LEVEL MAILS_A_MINUTE MAIL_FROM PORT "
    "PUBLIC_URL QUICK_EXIT_URL REDIS_URL STATIC_DIR"
)

for name in OURS.split():
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "only-for-tests-never-for-a-public-site"  # noqa: S105
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="kasper-test-")
atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)
if os.environ.get("TEST_ON_POSTGRESQL"):
    os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "") or POSTGRESQL

from kasper_site.settings.base import *  # noqa: E402, F403
from kasper_site.settings.base import BASE_DIR, DATABASES, VAR_DIR  # noqa: E402

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
CHECK_OUTSIDE_LINKS = False

TEST_DATABASE = f"test_kasper_{hashlib.sha256(str(BASE_DIR).encode()).hexdigest()[:8]}"
if os.environ.get("TEST_ON_POSTGRESQL"):
    DATABASES["default"]["TEST"] = {"NAME": TEST_DATABASE}
    # The pool's idle connections would keep the database from being dropped.
    DATABASES["default"]["OPTIONS"].pop("pool")
else:
    # A file, not memory: the browser tests' server threads need connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
