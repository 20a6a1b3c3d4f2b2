"""What the press room gathers besides the media bank: the newest releases."""

from news import listing

NEWEST = 5


def newest(locale_id: int) -> list:
    """The newest releases of a language, statements among them."""
    return list(listing.releases().filter(locale_id=locale_id)[:NEWEST])
