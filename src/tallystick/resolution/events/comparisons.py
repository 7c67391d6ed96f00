"""What is compared of two mentions of events, and the levels of each comparison, in SQL.

A pair is at the first level whose condition holds. Sets that overlap in more words stand before those that overlap in
fewer; what one side does not tell is a level of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_SAME = "lemma_l = lemma_r"
_NEAR = "array_cosine_similarity(words_l, words_r)"
_LIKE = "array_inner_product(wording_l, wording_r)"
_MEANT = "array_inner_product(meaning_l, meaning_r)"
_REPORTS = "array_inner_product(report_l, report_r)"
_LIKELIEST = "kind_l = kind_r AND kind_l <> ''"
_KIND = "array_inner_product(kinds_l, kinds_r)"


@dataclass(frozen=True)
class Level:
    """One level: its name, and when a pair is at it."""

    name: str
    condition: str


@dataclass(frozen=True)
class Comparison:
    """A comparison and its levels, of which the last holds always."""

    name: str
    levels: tuple[Level, ...]


def _from(measure: str, bounds: tuple[float, ...], *, name: str) -> Iterator[Level]:
    """A level from each bound on, the highest first."""
    for bound in sorted(bounds, reverse=True):
        yield Level(f"{name} from {bound:g}", f"{measure} >= {bound:g}")


def _shared(column: str, most: int) -> Comparison:
    """How many words of a set two mentions share."""
    common = f"len(list_intersect({column}_l, {column}_r))"
    return Comparison(
        column,
        (
            Level("not told", f"len({column}_l) = 0 OR len({column}_r) = 0"),
            *(Level(f"{n} shared or more", f"{common} >= {n}") for n in range(most, 0, -1)),
            Level("none shared", "ELSE"),
        ),
    )


COMPARISONS = (
    Comparison(
        "trigger",
        (
            Level("the same word, of little weight", f"{_SAME} AND is_light_l"),
            *(
                Level(f"the same word, {n} arguments shared or more", f"{_SAME} AND {common} >= {n}")
                for common in ("len(list_intersect(arguments_l, arguments_r))",)
                for n in (2, 1)
            ),
            Level("the same word, arguments not told", f"{_SAME} AND (len(arguments_l) = 0 OR len(arguments_r) = 0)"),
            Level("the same word", _SAME),
            Level("the same beginning", "left(lemma_l, 5) = left(lemma_r, 5)"),
            Level("one of little weight", "is_light_l OR is_light_r"),
            *_from(_NEAR, (0.75, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1), name="meaning"),
            Level("another meaning", "ELSE"),
        ),
    ),
    Comparison(
        "meaning",
        (
            *_from(_MEANT, (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0), name="likeness"),
            Level("another meaning", "ELSE"),
        ),
    ),
    Comparison(
        "kind",
        (
            Level("no kind read", "array_inner_product(kinds_l, kinds_l) = 0"),
            *(
                Level(f"the same likeliest kind, probably from {bound:g}", f"{_LIKELIEST} AND {_KIND} >= {bound:g}")
                for bound in (0.8, 0.6, 0.45, 0.3)
            ),
            Level("the same likeliest kind", _LIKELIEST),
            *_from(_KIND, (0.3, 0.2, 0.1, 0.05), name="another likeliest kind, the same probably"),
            Level("another kind", "ELSE"),
        ),
    ),
    _shared("arguments", 3),
    Comparison(
        "report",
        (
            Level("one sentence, the same word", f"document_l = document_r AND sentence_l = sentence_r AND {_SAME}"),
            Level("one sentence", "document_l = document_r AND sentence_l = sentence_r"),
            Level("one report", "document_l = document_r"),
            Level("two reports", "ELSE"),
        ),
    ),
    Comparison(
        "matter",
        (
            Level("one report", "document_l = document_r"),
            *_from(_REPORTS, (0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05), name="likeness of reports"),
            Level("other reports", "ELSE"),
        ),
    ),
    Comparison(
        "wording",
        (*_from(_LIKE, (0.6, 0.35, 0.2, 0.1, 0.05), name="likeness"), Level("other words", "ELSE")),
    ),
    _shared("people", 2),
    _shared("places", 1),
    _shared("numbers", 1),
    _shared("days", 1),
    Comparison(
        "form",
        (
            Level("two verbs", "is_verb_l AND is_verb_r"),
            Level("a verb and a noun", "is_verb_l OR is_verb_r"),
            Level("two nouns", "ELSE"),
        ),
    ),
    Comparison(
        "lead",
        (
            Level("both in the first sentences", "sentence_l <= 2 AND sentence_r <= 2"),
            Level("one in the first sentences", "sentence_l <= 2 OR sentence_r <= 2"),
            Level("both later", "ELSE"),
        ),
    ),
)
