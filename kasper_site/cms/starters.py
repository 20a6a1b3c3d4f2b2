"""Wagtail's choosers without inline scripts, so that the editors' side can keep `script-src 'self'`.

Wagtail 8 ends each chooser in a form with `<script>new PageChooser("id", {...});</script>`. We write the same as a
marker, which static/js/admin/starters.js starts. Its three date and time widgets and the inline panel do likewise by
overridden templates (templates/wagtailadmin).
"""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser

# What `BaseChooser.render_js_init` returns: one call, its arguments each written by `json.dumps`.
_CALL = re.compile(r"(?:new )?(?P<name>\w+)\((?P<arguments>.*)\);", re.DOTALL)


def marker(script: str) -> SafeString:
    """The marker that starts what `script`, a single call, would have started."""
    call = _CALL.fullmatch(script.strip())
    if call is None:
        raise ValueError(f"Not a single call: {script}")
    return format_html(
        '<span hidden data-controller="starter" data-starter-name-value="{}" data-starter-arguments-value="{}"></span>',
        call["name"],
        f"[{call['arguments']}]",
    )


def render(self, name, value, attrs=None, renderer=None) -> SafeString:
    """In the place of `BaseChooser.render`: the same markup, a marker for the script.

    The marker stands first: Stimulus starts in the order of the page, and the menu of what is chosen takes its buttons
    (“choose another”) out of the chooser when it starts.
    """
    try:
        value_data = self.get_value_data(value)
    except (ValueError, OverflowError):  # no number, or none that a database knows: its form comes back with an error
        value_data = self.get_value_data(None)
    html = self.render_html(name, value_data, attrs)
    return marker(self.render_js_init(attrs["id"], name, value_data)) + mark_safe(html)


def install() -> None:
    """Let every chooser of the admin be rendered so; called once at the start."""
    BaseChooser.render = render
