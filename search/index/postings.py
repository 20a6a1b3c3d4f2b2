"""Which entries hold a token: SQLite answers by FTS5, PostgreSQL by a tsvector, both filled with the same tokens."""

from collections.abc import Sequence

from django.db import connection

MOST_IN_ONE = 80  # tokens asked for in one statement of SQLite, which takes 500 SELECTs in a row at the most

SQLITE = "SELECT rowid, {number} FROM search_fts WHERE search_fts MATCH %s"
POSTGRESQL = """
SELECT entry.id, wanted.number - 1
FROM unnest(%s::tsquery[]) WITH ORDINALITY AS wanted(token, number) JOIN search_entry AS entry ON vector @@ token
"""


def postings(tokens: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (key of an entry, number of a token in `tokens`), of all generations, in no order."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL, [[_lexeme(token) for token in tokens]])
            return cursor.fetchall()
        found = []
        for start in range(0, len(tokens), MOST_IN_ONE):
            some = tokens[start : start + MOST_IN_ONE]
            sql = " UNION ALL ".join(SQLITE.format(number=start + number) for number in range(len(some)))
            cursor.execute(sql, [_phrase(token) for token in some])
            found += cursor.fetchall()
        return found


def _phrase(token: str) -> str:
    """The token as a string of FTS5's query language."""
    return '"' + token.replace('"', '""') + '"'


def _lexeme(token: str) -> str:
    """The token as a lexeme of a tsquery."""
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def settle() -> None:
    """After many entries have been written: let PostgreSQL file them away and learn how many there are."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT gin_clean_pending_list('search_entry_vector')")
            cursor.execute("ANALYZE search_entry")
