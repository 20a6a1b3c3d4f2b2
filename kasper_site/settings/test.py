"""Settings for the tests: production's, with what makes them quick and repeatable."""

import os
import tempfile

os.environ["SECRET_KEY"] = "only-for-tests-never-for-a-public-site"
os.environ.setdefault("VAR_DIR", tempfile.mkdtemp(prefix="kasper-test-"))
if os.environ.get("TEST_DATABASE"):
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE"]
for name in ("PUBLIC_URL", "REDIS_URL", "EMAIL_URL"):
    os.environ.pop(name, None)

from kasper_site.settings.base import *  # noqa: E402, F403

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
