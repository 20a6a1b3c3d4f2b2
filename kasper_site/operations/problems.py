"""What keeps the site from starting, told in one line."""


class Problem(Exception):
    """Something that the person at the keyboard can mend: names the thing and the remedy, never a password."""
