"""How editors see a page before anybody else: as it is, on paper, in a list; at a phone's width first.

The page itself is served each time, so that a preview cannot show what the page would not; on paper its stylesheet is
another (templates/includes/stylesheet.html).
"""

from django.utils.translation import gettext_lazy as _

DRAFT = ("", _("Draft"))
PAPER = ("paper", _("On paper"))
LISTING = ("listing", _("In a list"))

SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 375, "label": _("Preview as on a phone")},
    {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("Preview as on a tablet")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Preview as on a computer")},
]
