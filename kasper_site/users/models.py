"""Who may sign in to the admin."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with an account; ours from the first migration on, so that it can grow."""
