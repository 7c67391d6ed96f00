"""FA-KES as truths on the linkage: articles whose labels tell of one incident."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from evaluation.linkage_truths import Truths
from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.fakes_gold import FakesArticle, load_fakes
from tallystick.evaluation.fakes_project import main_incident
from tallystick.model.mention import EventMention
from tallystick.model.record import Record
from tallystick.model.report import Report

_STAMP_DAYS = 3  # how far the label of an article may lie from its own stamp to be believed
_LIKE_DEATHS = 0.7  # the least share of the greater count of dead that the lesser must be
_UNKNOWN = "unknown"


def truths_of_fakes(path: Path, bench: Bench) -> Truths:
    """FA-KES as it is read: the main mention of each article, of one incident if the labels agree.

    The labels are crowd work on articles. Two are taken for one incident if day and governorate are the same, the
    actor too unless it is unknown, and the dead are alike in number (the lesser at least 0.7 of the greater); of 38
    such pairs read by eye before the actor was asked for, 32 were right. Pairs of about one day and one governorate
    that are not like otherwise are ``unsure``.
    """
    articles, _ = load_fakes(path)
    by_report: dict[str, FakesArticle] = {}
    reports: dict[str, Report] = {}
    for article in bench.cut(articles, name=lambda article: article.name):
        try:
            report = make_report(article.text, name=article.name, title=article.title, language="en")
        except TallystickError:
            continue
        if report.published_on is not None and abs((report.published_on - article.day).days) <= _STAMP_DAYS:
            by_report[report.id], reports[report.id] = article, report
    record = bench.record(list(reports.values()))
    main: dict[str, str] = {}
    for report_id in by_report:
        if (mention := _main_mention(record, report_id)) is not None:
            main[mention] = report_id
    groups = _fakes_groups(by_report)
    unsure = frozenset(
        frozenset((a, b))
        for a, b in combinations(sorted(main), 2)
        if _is_one_label(by_report[main[a]], by_report[main[b]]) and groups[main[a]] != groups[main[b]]
    )
    return Truths("fakes", record.reports, record.mentions, {m: groups[r] for m, r in main.items()}, unsure)


def _fakes_groups(articles: Mapping[str, FakesArticle]) -> dict[str, str]:
    """Report id → its group: articles of one day and governorate, of like dead to one that is in it already."""
    groups: dict[str, str] = {}
    for report_id, article in sorted(articles.items(), key=lambda item: (item[1].day, _dead(item[1]), item[0])):
        like = (
            groups[other]
            for other in groups
            if articles[other].governorate == article.governorate and _is_like(articles[other], article)
        )
        groups[report_id] = next(like, f"fakes-{article.name}")
    return groups


def _is_one_label(a: FakesArticle, b: FakesArticle) -> bool:
    return abs((a.day - b.day).days) <= 1 and a.governorate == b.governorate


def _is_like(a: FakesArticle, b: FakesArticle) -> bool:
    fewer, more = sorted((_dead(a), _dead(b)))
    is_one_actor = a.actor == b.actor or _UNKNOWN in (a.actor, b.actor)
    return a.day == b.day and is_one_actor and fewer >= 1 and fewer >= _LIKE_DEATHS * more


def _dead(article: FakesArticle) -> int:
    return article.civilians + article.noncivilians


def _main_mention(record: Record, report_id: str) -> str | None:
    """The first mention of the incident that an article is about, were it the only article; null if it tells none."""
    starts = {m.id: m.quote.start for m in record.mentions if isinstance(m, EventMention) and m.report_id == report_id}
    told = (i.model_copy(update={"mentions": tuple(starts.keys() & set(i.mentions))}) for i in record.incidents)
    main = main_incident(record.model_copy(update={"incidents": tuple(i for i in told if i.mentions)}))
    return min(main.mentions, key=starts.__getitem__) if main else None
