"""Counts what is searched for, without learning who searched: most of it adds to one number a week.

A term is kept in clear only if each of its words is in the dictionary and can be nobody's name, or stands in a text
that a visitor may find, and if a keyed hash of it has been counted three times in its week. Until then there is the
hash; the key hangs on the site's secret and on the week, so that weeks cannot be joined. Nothing with a digit is kept,
no address of the visitor, no time finer than the week.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import Error, IntegrityError, connection, transaction
from django.db.models import Case, F, QuerySet, Sum, Value, When
from django.utils import timezone
from django.utils.crypto import salted_hmac

from search import match, rank, scope
from search.analysis import words
from search.analysis.lexicon import is_plain_word
from search.models import QueryCount

logger = logging.getLogger(__name__)

TIMES = 3  # how often a hash is counted before its term is kept
MOST_TERMS = 20_000  # of a week; what comes after adds to the one number
KEPT = timedelta(weeks=53)
PATIENCE = 100  # milliseconds that a visitor waits for another writer
REST = ""  # the digest of the row that holds all that is not told


def count(text: str, language: str, found_count: int) -> None:
    """Count a search that found so many things; call it once a search, not for its further pages. Never raises."""
    if not rank.query_words(text):
        return
    try:
        term = countable(text, language)
        week = week_of(timezone.localdate())
        with _impatient(), transaction.atomic():
            _add(week, language, digest(term, language, week) if term else REST, term, int(found_count == 0))
    except Error as error:
        # Neither the words nor the whole error, which may hold them.
        logger.info("A search was not counted: %s", type(error).__name__)


def countable(text: str, language: str) -> str:
    """The term to count a typed text by, in lower case; "" where it must not be told."""
    if len(text) > rank.MAX_CHARACTERS or any(sign.isdigit() or sign == "@" for sign in text):
        return ""
    found = [word.text for word in words(text)]
    if len(found) > rank.MAX_WORDS:
        return ""
    unusual = [word for word in found if not is_plain_word(word, language)]
    if unusual and set(unusual).difference(match.written(unusual, scope.public(language))):
        return ""
    return " ".join(found)


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def digest(term: str, language: str, week: date) -> str:
    """The week's keyed hash of a term."""
    return salted_hmac(f"search.counting {week.isoformat()}", f"{language} {term}", algorithm="sha256").hexdigest()


def _add(week: date, language: str, key: str, term: str, empty: int) -> None:
    """One more; the row that is not there yet is made, as long as there are not too many."""
    if _raise(week, language, key, term, empty):
        return
    if key != REST and QueryCount.objects.filter(week=week).count() >= MOST_TERMS:
        _add(week, language, REST, "", empty)
        return
    try:
        with transaction.atomic():
            QueryCount.objects.create(week=week, language=language, digest=key, empty_count=empty)
    except IntegrityError:  # somebody else has made it in this moment
        _raise(week, language, key, term, empty)


def _raise(week: date, language: str, key: str, term: str, empty: int) -> bool:
    """One more in the row that is there; the third time brings the term."""
    rows = QueryCount.objects.filter(week=week, language=language, digest=key)
    told = Case(When(count__gte=TIMES - 1, then=Value(term)), default=F("term"))
    return bool(rows.update(count=F("count") + 1, empty_count=F("empty_count") + empty, term=told))


@contextmanager
def _impatient() -> Iterator[None]:
    """Give up soon where another process holds the database: the count is worth less than the visitor's time."""
    setting = {"sqlite": "PRAGMA busy_timeout = %d", "postgresql": "SET lock_timeout = %d"}[connection.vendor]
    with connection.cursor() as cursor:
        usual = 0
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout")
            (usual,) = cursor.fetchone()
        cursor.execute(setting % PATIENCE)
        try:
            yield
        finally:
            cursor.execute(setting % usual)


# --- The end of a week ------------------------------------------------------------------------------------------------
def close_weeks() -> None:
    """Forget the hashes of past weeks, and what was searched for too seldom; throw old weeks away. A scheduled job."""
    now = week_of(timezone.localdate())
    QueryCount.objects.filter(week__lt=now - KEPT).delete()
    hashed = QueryCount.objects.filter(week__lt=now, digest__isnull=False).exclude(digest=REST)
    with transaction.atomic():
        seldom = hashed.filter(term="")
        for row in seldom.values("week", "language").annotate(all=Sum("count"), empty=Sum("empty_count")).order_by():
            _add_rest(row)
        seldom.delete()
        _set_down_anew(hashed)


def _set_down_anew(hashed: QuerySet) -> None:
    """Without their hashes and in the order of the alphabet, so that no key tells which term came first in its week."""
    rows = sorted(hashed, key=lambda row: (row.week, row.language, row.term))
    hashed.delete()
    for row in rows:
        row.pk = row.digest = None
    QueryCount.objects.bulk_create(rows)


def _add_rest(row: dict) -> None:
    key = {"week": row["week"], "language": row["language"], "digest": REST}
    rest, _is_new = QueryCount.objects.get_or_create(**key, defaults={"count": 0})
    sums = {"count": F("count") + row["all"], "empty_count": F("empty_count") + row["empty"]}
    QueryCount.objects.filter(pk=rest.pk).update(**sums)
