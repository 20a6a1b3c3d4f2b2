"""What a failed check of the audit means for a visitor, in plain words, with its WCAG criterion.

Only what hinders somebody is told in the statement. The audit also measures weight, headers, caching, its own good
habits and the criteria of level AAA, which the law does not ask for: those are for whoever keeps the site, not for it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kasper_site.accessibility.models import AuditRun

# Checks that are not about the requirements of the law, by the audit's own ids.
_OTHERS = """
    axe_aaa axe_best axe_incomplete broken_fragment broken_link cache_control canonical cls console_error
    content_type cookie_cacheable cookie_flags cookies coop critical_kb csp_missing csp_violation csp_weak
    dark_scheme debug_leak description favicon focus_appearance font_format font_size framing hreflang_lang
    hsts_missing hsts_on_http html_compress html_valid html_warning img_size lcp line_length nojs_content nojs_nav
    nosniff notfound_page permissions_policy print_chrome print_contrast print_pages print_text referrer_policy
    request_failed requests robots server_leak sitemap sitemap_origin static_cache static_compress storage target_44
    tel_format third_party total_kb vary
"""
OTHER_CHECKS = frozenset(_OTHERS.split())
_AXE = "axe_aa"

# The rules of axe are told apart by the beginning of the message: "color-contrast: Elements must …".
_WORDS = {
    f"{_AXE} button-name": (gettext_lazy("A button has no name that can be read aloud."), "4.1.2"),
    f"{_AXE} color-contrast": (gettext_lazy("Text stands out too little from its background."), "1.4.3"),
    f"{_AXE} image-alt": (gettext_lazy("A picture has no description."), "1.1.1"),
    f"{_AXE} label": (gettext_lazy("A field of a form has no name."), "4.1.2"),
    f"{_AXE} link-in-text-block": (gettext_lazy("A link is told from the text by its colour alone."), "1.4.1"),
    f"{_AXE} link-name": (gettext_lazy("A link has no name that can be read aloud."), "2.4.4"),
    _AXE: (gettext_lazy("A part of a page does not work with assistive technology as it should."), ""),
    "focus_obscured": (gettext_lazy("Moving with the keyboard, something covers the place where one is."), "2.4.11"),
    "focus_visible": (gettext_lazy("Moving with the keyboard, one does not see well enough where one is."), "2.4.7"),
    "h1": (gettext_lazy("A page has no main heading, or several."), "1.3.1"),
    "heading_order": (gettext_lazy("The levels of headings do not follow one another."), "1.3.1"),
    "img_alt": (gettext_lazy("A picture has no description."), "1.1.1"),
    "kbd_click_only": (gettext_lazy("Something works with the mouse only."), "2.1.1"),
    "kbd_tabindex": (gettext_lazy("The keyboard moves through a page in a strange order."), "2.4.3"),
    "kbd_unreachable": (gettext_lazy("The keyboard does not reach everything."), "2.1.1"),
    "landmarks": (gettext_lazy("The parts of a page are not marked for assistive technology."), "1.3.1"),
    "lang": (gettext_lazy("A page does not tell its language to a screen reader."), "3.1.1"),
    "motion": (gettext_lazy("Something moves without end."), "2.2.2"),
    "reflow_320": (gettext_lazy("On a narrow screen one must scroll sideways."), "1.4.10"),
    "skip_link": (gettext_lazy("The link that skips to the content does not work."), "2.4.1"),
    "status": (gettext_lazy("A page could not be checked."), ""),
    "target_24": (gettext_lazy("A button or link is too small to be hit easily."), "2.5.8"),
    "text_200": (gettext_lazy("Text enlarged to the double does not show whole."), "1.4.4"),
    "text_spacing": (gettext_lazy("Text with more space between its lines does not show whole."), "1.4.12"),
    "title": (gettext_lazy("A page has no title."), "2.4.2"),
    "title_unique": (gettext_lazy("Two pages have the same title."), "2.4.2"),
    "viewport": (gettext_lazy("A page cannot be enlarged on a phone."), "1.4.4"),
    "zoom_200": (gettext_lazy("A page enlarged to the double does not show whole."), "1.4.4"),
}


@dataclass(frozen=True)
class Found:
    """What the audit found wrong, as the statement tells it; `page_count` is 0 for the whole site."""

    words: str
    criterion: str
    page_count: int

    @property
    def where(self) -> str:
        """On how many pages it is."""
        if not self.page_count:
            return ""
        # Translators: on how many pages a fault was found
        return ngettext("On %(count)d page.", "On %(count)d pages.", self.page_count) % {"count": self.page_count}


def of_run(run: AuditRun) -> list[Found]:
    """The failures of an audit that hinder somebody, each kind once."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for finding in run.findings:
        if finding["level"] == "fail" and finding["check"] not in OTHER_CHECKS:
            kinds.setdefault(_words_of(finding), set()).update(finding["pages"])
    return [Found(words, criterion, len(pages)) for (words, criterion), pages in kinds.items()]


def _words_of(finding: dict) -> tuple[str, str]:
    """Words and criterion; a check that is not known yet is told by its id rather than left out."""
    check, rule = finding["check"], finding["message"].partition(":")[0]
    entry = _WORDS.get(f"{check} {rule}") or _WORDS.get(check)
    if entry:
        return str(entry[0]), entry[1]
    return _("The check “%(check)s” found a fault.") % {"check": check}, ""
