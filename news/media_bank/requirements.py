"""What editors are told of a picture that the press cannot have yet; a draft is saved all the same.

That it has a description and no ended consent every picture of a page is asked for (`publish_checks.rules`).
"""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from wagtail.images import get_image_model

from kasper_site.cms import publish_checks
from kasper_site.cms.publish_checks import Finding
from news.media_bank import membership

RELATION = "pictures"


def findings(rows: Iterable) -> Iterator[Finding]:
    """For `publish_requirements` of a page that gives pictures to the bank. One query."""
    rows = list(rows)
    images = get_image_model().objects.in_bulk([row.image_id for row in rows if row.image_id])
    for number, row in enumerate(rows):
        if image := images.get(row.image_id):
            for field in membership.lacks(image):
                if message := _message(field):
                    place = f"{RELATION}.{number}.image"
                    yield publish_checks.required(place, message % {"title": image.title})


def _message(field: str) -> str:
    """What is missing, what to do and where; "" for what another check tells."""
    if field == "credit":
        return _(
            "The picture “%(title)s” has no maker. Open the picture for editing and fill in “Credit”, or take it out "
            "of the pictures for the press."
        )
    if field == "licence":
        return _(
            "The picture “%(title)s” has no licence. Open the picture for editing and fill in “Licence”, for example "
            "CC BY 4.0, or take it out of the pictures for the press."
        )
    return ""
