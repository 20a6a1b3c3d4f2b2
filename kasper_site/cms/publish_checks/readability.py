"""How heavy a text is to read, told in Finnish terms and shown by its hardest sentences.

Why not the formulas that editors know: LIX counts words of more than six letters and Flesch counts syllables, both
tuned on languages with short words. Finnish puts into endings what others put into small words, so that every Finnish
text gets their worst grade. And a grade alone tells nobody what to do (Kotus, *Ymmärrettävyyttä etsimässä*: a long
word may be familiar, a long sentence clear). So these are counted, each of which an editor can act on:

- words a sentence. The plainest sign of too many thoughts in one; the house asks for under about 15.
- long words: four syllables or more, by syllables because that is how one reads them. In our own plain pages a fifth
  to a third of the words are such, endings included; the limits are set from there.
  Names (a capital inside the sentence) are not counted: nobody can choose a shorter one.
- commas: each is mostly one more clause to keep in mind. They weigh only in choosing the hardest sentences.

The sentences themselves are shown, for they say what to do. Other languages than Finnish get sentence length only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from django.utils.translation import gettext as _

from kasper_site.cms.publish_checks import sentences, syllables
from kasper_site.cms.publish_checks.parts import Text
from kasper_site.cms.publish_checks.written.forms import shown

LONG_WORD = 4  # syllables
HARDEST = 3
_LEAST_WORDS = 4  # a shorter line is a label or a list item, no sentence
_LONG_SENTENCE = 15  # words; the house's own limit
_LENGTH_LIMITS = (10, 15, 20)  # mean words a sentence
_SHARE_LIMITS = (0.35, 0.45, 0.55)  # long words of all
_COMMA_WEIGHT = 2
_LONG_WORD_WEIGHT = 1


class Verdict(IntEnum):
    """How the text reads."""

    EASY = 0
    FINE = 1
    HEAVY = 2
    HARD = 3


@dataclass(frozen=True)
class Sentence:
    """A sentence with what makes it heavy."""

    text: str
    word_count: int
    long_words: tuple[str, ...]
    comma_count: int

    @property
    def score(self) -> int:
        """Its weight: words, long words once more, a comma as two words."""
        return self.word_count + _LONG_WORD_WEIGHT * len(self.long_words) + _COMMA_WEIGHT * self.comma_count


@dataclass(frozen=True)
class Readability:
    """The measures of a text; `long_share` is None where long words are not counted."""

    sentence_count: int = 0
    word_count: int = 0
    mean_words: float = 0.0
    longest_words: int = 0
    long_share: float | None = None
    hardest: tuple[Sentence, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The worse of what sentence length and long words say."""
        grades = [_grade(self.mean_words, _LENGTH_LIMITS), _grade(self.long_share or 0, _SHARE_LIMITS)]
        return Verdict(max(grades))

    @property
    def verdict_words(self) -> str:
        """The verdict with the advice that goes with it."""
        if not self.sentence_count:
            return _("There is no running text yet.")
        if self.verdict is Verdict.EASY:
            return _("Easy to read.")
        if self.verdict is Verdict.FINE:
            return _("Reads well.")
        advice = self._advice()
        if self.verdict is Verdict.HEAVY:
            return _("Rather heavy to read. %(advice)s") % {"advice": advice}
        return _("Hard to read. %(advice)s") % {"advice": advice}

    def _advice(self) -> str:
        if _grade(self.mean_words, _LENGTH_LIMITS) >= _grade(self.long_share or 0, _SHARE_LIMITS):
            return _("Cut the long sentences in two.")
        return _("Say with verbs and shorter words what the long words say.")


def of_texts(texts: Iterable[Text], language: str = "fi") -> Readability:
    """The readability of a page's running text; headings, names and labels are left out."""
    lines = (
        paragraph.text
        for text in texts
        if text.is_running
        for paragraph in text.paragraphs
        if not text.is_heading(paragraph)
    )
    return of_paragraphs(lines, language)


def of_paragraphs(paragraphs: Iterable[str], language: str = "fi") -> Readability:
    """The readability of paragraphs of plain text."""
    is_finnish = language == "fi"
    found = [_sentence(text, is_finnish) for paragraph in paragraphs for text in sentences.split(paragraph)]
    found = [sentence for sentence in found if sentence.word_count >= _LEAST_WORDS]
    if not found:
        return Readability()
    word_count = sum(sentence.word_count for sentence in found)
    long_count = sum(len(sentence.long_words) for sentence in found)
    return Readability(
        sentence_count=len(found),
        word_count=word_count,
        mean_words=round(word_count / len(found), 1),
        longest_words=max(sentence.word_count for sentence in found),
        long_share=round(long_count / word_count, 2) if is_finnish else None,
        hardest=_hardest(found),
    )


def _sentence(text: str, is_finnish: bool) -> Sentence:
    words = sentences.words(text)
    long_words = tuple(_long_words(words)) if is_finnish else ()
    return Sentence(shown(text), len(words), long_words, text.count(","))


def _long_words(words: list[str]) -> Iterable[str]:
    """Long words that are no names: a capital counts as a name from the second word on."""
    for number, word in enumerate(words):
        if (number == 0 or not word[0].isupper()) and syllables.count(word) >= LONG_WORD:
            yield word


def _hardest(found: list[Sentence]) -> tuple[Sentence, ...]:
    """The heaviest sentences first; none that is within the house's limit in every way."""
    heavy = [sentence for sentence in found if sentence.score > _LONG_SENTENCE]
    return tuple(sorted(dict.fromkeys(heavy), key=lambda sentence: -sentence.score)[:HARDEST])


def _grade(value: float, limits: tuple[float, ...]) -> int:
    return sum(value > limit for limit in limits)
