"""Full-text search over titles and texts. Both kinds of database index the same words, found and folded here."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sqlalchemy import Connection, select, text

from tallystick.ledger import schema
from tallystick.model.base import Noun
from tallystick.model.quote import Quote, quote_from

# PostgreSQL indexes words of at most 2046 bytes and 1 MB of them a report.
_LONGEST_WORD = 500
_POSTGRESQL_CHARS = 200_000
# So that no query, however long, overflows the parsers of the databases.
_MOST_TERMS = 32
_SNIPPET_CHARS = 200

_MARK = "\u0300"
_WORD = re.compile(r"[^\W_]+")
# A phrase in quotation marks, closed or not, or anything up to a space.
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')

Term = tuple[str, ...]


class Hit(Noun):
    """A report that has all terms of a query. ``rank`` counts from 1, the best first.

    ``snippet`` is a piece of the report's text around the first term found there, or its beginning where only the
    title has them.
    """

    report_id: str
    rank: int
    snippet: Quote


def index(connection: Connection, report_id: str, *, title: str | None, text: str) -> None:
    """Makes a report that is on file findable, in place of how it was found before."""
    in_title, in_text = words_of(title or ""), words_of(text)
    if connection.dialect.name == "sqlite":
        connection.execute(_FORGET_SQLITE, {"id": report_id})
        connection.execute(_INDEX_SQLITE, {"id": report_id, "title": " ".join(in_title), "text": " ".join(in_text)})
    else:
        in_text = words_of(text[:_POSTGRESQL_CHARS])
        connection.execute(_INDEX_POSTGRESQL, {"id": report_id, "words": _tsvector(in_title, in_text)})


def find(connection: Connection, query: str, *, limit: int) -> tuple[Hit, ...]:
    """The reports that have all terms of the query, best first. The last word of a term may be only a beginning."""
    terms = terms_of(query)
    if not terms:
        return ()
    if connection.dialect.name == "sqlite":
        rows = connection.execute(_FIND_SQLITE, {"query": _fts5(terms), "limit": limit})
    else:
        rows = connection.execute(_FIND_POSTGRESQL, {"query": _tsquery(terms), "limit": limit})
    ids = [str(row.id) for row in rows]
    texts = select(schema.report.c.id, schema.report.c.text).where(schema.report.c.id.in_(ids))
    text_of = {row.id: row.text for row in connection.execute(texts)}
    return tuple(
        Hit(report_id=report_id, rank=rank, snippet=_snippet(report_id, text_of[report_id], terms))
        for rank, report_id in enumerate(ids, start=1)
    )


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms that a report must have, each one word or several that must follow one another.

    A term in quotation marks is a phrase, and so are the parts of a compound such as "al-Asad". All other signs
    mean nothing. Terms beyond the 32nd are left out.
    """
    terms = (tuple(words_of(match.group())) for match in _TERM.finditer(query))
    return tuple(term for term in terms if term)[:_MOST_TERMS]


def words_of(written: str) -> list[str]:
    """The words of a text in order, folded, each of at most 500 characters."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(written).replace(_MARK, ""))]


def fold(written: str) -> str:
    """The text in small letters without accents, character by character, so that offsets stay.

    A combining mark, such as an Arabic vowel sign, becomes U+0300, whichever it was.
    """
    return "".join(map(_fold_char, written))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if unicodedata.category(char) == "Mn":
        return _MARK
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def _fts5(terms: tuple[Term, ...]) -> str:
    return " ".join(f'"{" ".join(term)}"*' for term in terms)


def _tsquery(terms: tuple[Term, ...]) -> str:
    return " & ".join("(" + " <-> ".join(f"'{word}'" for word in term) + ":*)" for term in terms)


def _tsvector(in_title: list[str], in_text: list[str]) -> str:
    title = (f"'{word}':{at}A" for at, word in enumerate(in_title, start=1))
    # One place is left out, so that no phrase runs from the title into the text.
    body = (f"'{word}':{at}" for at, word in enumerate(in_text, start=len(in_title) + 2))
    return " ".join([*title, *body])


def _snippet(report_id: str, body: str, terms: tuple[Term, ...]) -> Quote:
    folded = fold(body)
    found = (re.search(_pattern(term), folded) for term in terms)
    at = min((match.start() for match in found if match), default=0)
    start = max(0, at - _SNIPPET_CHARS // 3)
    end = min(len(body), start + _SNIPPET_CHARS)
    # Whole words only, unless the word found is itself longer than a snippet.
    if start:
        start = next((i + 1 for i in range(start, at) if body[i].isspace()), at)
    if end < len(body):
        end = next((i for i in range(end, at, -1) if body[i].isspace()), end)
    return quote_from(report_id, body, start, end)


def _pattern(term: Term) -> str:
    words = (f"{_MARK}*".join(word) for word in term)
    return r"(?<![^\W_])" + rf"{_MARK}*[\W_]+".join(words)


_FORGET_SQLITE = text("DELETE FROM report_search WHERE rowid = (SELECT number FROM report WHERE id = :id)")
_INDEX_SQLITE = text(
    "INSERT INTO report_search (rowid, title, text) SELECT number, :title, :text FROM report WHERE id = :id"
)
_INDEX_POSTGRESQL = text(
    "INSERT INTO report_search (report_id, words) VALUES (:id, CAST(:words AS tsvector)) "
    "ON CONFLICT (report_id) DO UPDATE SET words = excluded.words"
)
# A word of the title counts ten times as much as one of the text.
_FIND_SQLITE = text(
    "SELECT report.id FROM report_search JOIN report ON report.number = report_search.rowid "
    "WHERE report_search MATCH :query ORDER BY bm25(report_search, 10.0, 1.0), report.id LIMIT :limit"
)
_FIND_POSTGRESQL = text(
    "SELECT report_id AS id FROM report_search WHERE words @@ CAST(:query AS tsquery) "
    "ORDER BY ts_rank('{0.1, 0.1, 0.1, 1.0}', words, CAST(:query AS tsquery)) DESC, "
    'report_id COLLATE "C" LIMIT :limit'
)
