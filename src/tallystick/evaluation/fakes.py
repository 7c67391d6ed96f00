"""FA-KES: day, governorate, doer and deaths of an article's main incident."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.fakes_gold import FakesArticle, load_fakes
from tallystick.evaluation.fakes_project import FakesFields, name_governorate, project
from tallystick.evaluation.score import ErrorCase, Figure, Score, share
from tallystick.model.report import Report

_STAMP_DAYS = 3  # how far the gold day may lie from the article's own stamp for the label to be taken at its word
_CLOSE_DAYS = 1
_SHOWN = 400  # characters of text shown with an error


@dataclass(frozen=True)
class FakesField:
    """A field: its name, whether it was read right, how both are told, and in which articles it counts (null: all)."""

    name: str
    is_right: Callable[[FakesFields, FakesArticle], bool]
    told: Callable[[FakesFields | FakesArticle], object]
    counts: Callable[[FakesArticle], bool] | None = None


def is_close(read: FakesFields, gold: FakesArticle) -> bool:
    """True if no day on which the incident may have happened is more than one off the gold day."""
    if read.start is None or read.end is None:
        return False
    return all(abs((day - gold.day).days) <= _CLOSE_DAYS for day in (read.start, read.end))


def _day(of: FakesFields | FakesArticle) -> object:
    return of.day if isinstance(of, FakesArticle) else of.start


def _deaths(group: str) -> tuple[FakesField, FakesField]:
    """The deaths of a group: exact over all articles, and over those alone whose label is not 0."""

    def is_exact(read: FakesFields, gold: FakesArticle) -> bool:
        return bool(getattr(read, group) == getattr(gold, group))

    def told(of: FakesFields | FakesArticle) -> object:
        return getattr(of, group)

    return (
        FakesField(f"{group} killed exact", is_exact, told),
        FakesField(f"{group} killed exact, where told", is_exact, told, lambda gold: bool(getattr(gold, group))),
    )


FIELDS = (
    FakesField("date ±1 day", is_close, _day),
    FakesField(
        "governorate",
        lambda read, gold: read.governorate == name_governorate(gold.governorate),
        lambda of: of.governorate,
    ),
    FakesField("actor", lambda read, gold: read.actor == gold.actor, lambda of: of.actor),
    *(field for group in ("civilians", "noncivilians", "women", "children") for field in _deaths(group)),
)


def score_fakes(gold: Path, bench: Bench) -> Score:
    """Each field of the main incident, as the share of articles in which it was read right.

    Scored are the articles that bear a day stamp of their own no more than three days off the gold day; the labels of
    the others contradict their text. Every article is read for itself, so that none learns of another. A label of 0
    dead means nobody or not told, so a field that was not read counts as 0; the figures "where told" leave the
    labels of 0 out. Nobody has checked the labels: they are crowd work.

    Raises:
        TallystickError: E102 or E601 if the gold cannot be read as FA-KES.

    """
    articles, broken = load_fakes(gold)
    notes = list(broken)
    dated: list[tuple[FakesArticle, Report]] = []
    undated = 0
    for article in articles:
        try:
            report = make_report(article.text, name=article.name, title=article.title, language="en")
        except TallystickError as error:
            notes.append(f"{article.name}: {error.message}")
            continue
        if report.published_on is None:
            undated += 1
        elif abs((report.published_on - article.day).days) <= _STAMP_DAYS:
            dated.append((article, report))
    read: list[tuple[FakesArticle, FakesFields]] = []
    for article, report in bench.cut(dated, name=lambda pair: pair[0].name):
        record = bench.record([report])
        notes += [f"{article.name}: {failure.message}" for failure in record.failures]
        read.append((article, project(record)))
    notes.append(
        f"{len(dated)} of {len(articles)} articles are stamped within {_STAMP_DAYS} days of the gold day; "
        f"{undated} bear no stamp"
    )
    return Score(
        task="fakes",
        documents=len(read),
        figures=count_fields(read),
        errors=tuple(case for article, fields in read for case in _errors(article, fields)),
        notes=tuple(notes),
    )


def count_fields(read: Sequence[tuple[FakesArticle, FakesFields]]) -> tuple[Figure, ...]:
    """The share of right values, field by field."""
    figures = []
    for field in FIELDS:
        cases = [
            field.is_right(fields, article) for article, fields in read if field.counts is None or field.counts(article)
        ]
        figures.append(Figure(field.name, share(sum(cases), len(cases)), len(cases)))
    return tuple(figures)


def _errors(article: FakesArticle, fields: FakesFields) -> list[ErrorCase]:
    return [
        ErrorCase(
            document=article.name,
            kind=field.name,
            expected=str(field.told(article)),
            got=str(field.told(fields)),
            text=article.text[:_SHOWN],
        )
        for field in FIELDS
        if field.counts is None and not field.is_right(fields, article)
    ]
