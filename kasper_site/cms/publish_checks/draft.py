"""What every check is given: the page, its texts and what they point to, its language, what the directory knows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from wagtail.models import Locale, Page

from kasper_site.cms.publish_checks import texts
from kasper_site.cms.publish_checks.findings import Finding
from kasper_site.cms.publish_checks.known import KnownFacts, known_facts
from kasper_site.cms.publish_checks.parts import Paragraph, Text
from kasper_site.cms.publish_checks.targets import Targets, targets_of

HOUSE_LANGUAGE = "fi"


@dataclass(frozen=True)
class Draft:
    """A page about to be published, read once; checks ask nothing else."""

    page: Page | None
    texts: tuple[Text, ...]
    language: str = HOUSE_LANGUAGE
    known: KnownFacts = field(default_factory=KnownFacts)
    targets: Targets = field(default_factory=Targets)

    def paragraphs(self) -> Iterator[tuple[Text, Paragraph]]:
        """Every paragraph with the text that it is in."""
        for text in self.texts:
            for paragraph in text.paragraphs:
                yield text, paragraph


Check = Callable[[Draft], Iterable[Finding]]


def read(page: Page, known: KnownFacts | None = None) -> Draft:
    """The draft of a page; `known` in place of what the providers tell."""
    found = texts.of_page(page)
    facts = known_facts() if known is None else known
    return Draft(page, found, language_of(page), facts, targets_of(found))


def language_of(page: Page) -> str:
    """The code of the page's language; Finnish where it has none yet."""
    try:
        return page.locale.language_code[:2]
    except Locale.DoesNotExist:
        return HOUSE_LANGUAGE
