"""Pictures say in words what they show (WCAG 2.2, 1.1.1)."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks.draft import Draft
from kasper_site.cms.publish_checks.findings import Finding, blocking
from kasper_site.cms.publish_checks.parts import Image

# IMG_2034.jpg, kuva.png, DSC00012, Screenshot 2023-08-02: what a camera or a computer calls a picture.
_FILE_NAME = re.compile(
    r".*\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?)|(?:img|dsc[nf]?|image|screenshot|kuvakaappaus)[\s_\-\d.]*",
    re.IGNORECASE,
)


def undescribed_pictures(draft: Draft) -> Iterator[Finding]:
    """A picture in a block has words for its use or is decoration; elsewhere the picture's own description serves."""
    for text in draft.texts:
        for image in text.images:
            words = image.alt if image.alt is not None else draft.targets.descriptions.get(image.pk, "")
            if image.is_decorative or not is_empty(words):
                continue
            yield blocking("missing-alt", text.place, _message(image), words)


def is_empty(words: str) -> bool:
    """Whether the words tell nothing: there are none, or they are the name of a file."""
    return not words.strip() or bool(_FILE_NAME.fullmatch(words.strip()))


def _message(image: Image) -> str:
    if image.alt is None:
        return _("The picture has no description. Open the picture and tell in a sentence what it shows.")
    return _("The picture has no text alternative. Tell in a sentence what it shows, or mark it as decoration.")
