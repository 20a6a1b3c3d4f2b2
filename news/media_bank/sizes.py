"""Makes the small sizes of the bank's pictures ahead of their readers.

The page of a release is opened when it becomes public (`cms.page_effect`); a press room is no story, has no such
effect, and shows pictures of releases that become public by the clock. So the scheduler looks for what is missing.
"""

from django.apps import apps
from django.db.models import prefetch_related_objects

from kasper_site.cms.pictures import PRESETS, renditions
from news.media_bank import membership

PRESET = "card"
MOST_AT_ONCE = 3  # the scheduler has other work


def make_missing() -> int:
    """The scheduler's job; how many pictures got sizes."""
    if not apps.get_model("news", "PressRoomPage").objects.visible().exists():
        return 0
    images = [held.image for held in membership.pictures(locale_id=0)]
    prefetch_related_objects(images, "renditions")
    lacking = [image for image in images if _missing(image)][:MOST_AT_ONCE]
    return sum(bool(renditions(image, _missing(image))) for image in lacking)


def _missing(image) -> list[str]:
    """The sizes that the picture's place on a page needs and that are not made."""
    made = {rendition.filter_spec for rendition in image.renditions.all()}
    return [spec for spec in PRESETS[PRESET].specs(image.width, image.height) if spec not in made]
