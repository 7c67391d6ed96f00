"""Dates scored against gold TIMEX3 annotations, by the rules of TempEval-3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.score import ErrorCase, Figure, Score, share
from tallystick.evaluation.timex_gold import TimexDocument, read_timex_gold
from tallystick.evaluation.timex_match import Pair, TimexCounts, TimexSpan, count_timexes, pair_timexes
from tallystick.model.expression import DateExpression
from tallystick.model.report import Report

_AROUND = 60
"""Characters shown on each side of a wrong expression."""
_WEIGHTS = {"value": 1.0, "missed": 0.8, "spurious": 0.6, "type": 0.4}


def score_timex(gold: Path, bench: Bench) -> Score:
    """Scores the ``dates`` layer of a reader on TimeML documents, each read with its creation day as published.

    Raises:
        TallystickError: E601 if nothing there is TimeML.

    """
    documents, notes = read_timex_gold(gold)
    chosen: list[tuple[TimexDocument, Report]] = []
    altered: list[str] = []
    for document in bench.cut(documents, name=lambda document: document.name):
        report = make_report(document.text, name=document.name, published=document.created, language="en")
        if report.text == document.text:
            chosen.append((document, report))
        else:
            altered.append(f"{document.name} left out: its text changes when it is taken in")
    readings = bench.read([report for _, report in chosen])
    found = ((document, date_spans(reading.dates)) for (document, _), reading in zip(chosen, readings, strict=True))
    return score_spans(found, notes=(*notes, *altered))


def date_spans(dates: Iterable[DateExpression]) -> tuple[TimexSpan, ...]:
    """Date expressions as TIMEX3 spans; the two ends of a range are two."""
    parts = (part for each in dates for part in (each.ends or (each,)))
    return tuple(TimexSpan(p.quote.start, p.quote.end, p.timex.type, p.timex.value) for p in parts)


def score_spans(found: Iterable[tuple[TimexDocument, Sequence[TimexSpan]]], *, notes: tuple[str, ...] = ()) -> Score:
    """The score of what was found in each document, by whatever system."""
    counts = TimexCounts()
    by_corpus: defaultdict[str, TimexCounts] = defaultdict(TimexCounts)
    errors: list[ErrorCase] = []
    documents = 0
    for document, spans in found:
        pairs = pair_timexes(document.timexes, spans)
        counted = count_timexes(document.timexes, spans, pairs)
        counts += counted
        by_corpus[document.corpus] += counted
        errors += _errors(document, spans, pairs)
        documents += 1
    corpora = [
        Figure(f"value F1, {corpus}", each.f1(each.same_value), each.gold) for corpus, each in sorted(by_corpus.items())
    ]
    return Score(
        task="time expressions",
        documents=documents,
        figures=(
            Figure("value F1", counts.f1(counts.same_value), counts.gold),
            Figure("value precision", counts.precision(counts.same_value), counts.found),
            Figure("value recall", counts.recall(counts.same_value), counts.gold),
            Figure("relaxed span F1", counts.f1(counts.relaxed), counts.gold),
            Figure("strict span F1", counts.f1(counts.strict), counts.gold),
            Figure("type accuracy", share(counts.same_type, counts.relaxed), counts.relaxed),
            Figure("value accuracy", share(counts.same_value, counts.relaxed), counts.relaxed),
            *(corpora if len(corpora) > 1 else ()),
        ),
        errors=tuple(errors),
        notes=notes,
    )


def _errors(document: TimexDocument, spans: Sequence[TimexSpan], pairs: Sequence[Pair]) -> list[ErrorCase]:
    """What is missed, what is no gold expression, and what has the wrong value or type."""
    expected = {pair[0] for pair in pairs}
    got = {pair[1] for pair in pairs}
    wrong: list[tuple[str, TimexSpan | None, TimexSpan | None]] = []
    wrong += [("missed", gold, None) for gold in document.timexes if gold not in expected]
    wrong += [("spurious", None, span) for span in spans if span not in got]
    wrong += [("value", gold, span) for gold, span in pairs if gold.value != span.value]
    wrong += [("type", gold, span) for gold, span in pairs if gold.value == span.value and gold.type != span.type]
    return [_error(document, kind, gold, span) for kind, gold, span in wrong]


def _error(document: TimexDocument, kind: str, gold: TimexSpan | None, span: TimexSpan | None) -> ErrorCase:
    place = gold or span or TimexSpan(0, 0, "", "")
    text = document.text
    around = f"{text[max(0, place.start - _AROUND) : place.start]}[{text[place.start : place.end]}]"
    around += text[place.end : place.end + _AROUND]
    return ErrorCase(
        document=document.name,
        kind=kind,
        expected=f"{gold.type} {gold.value}" if gold else "nothing",
        got=f"{span.type} {span.value}" if span else "nothing",
        text=" ".join(around.split()),
        weight=_WEIGHTS[kind],
    )
