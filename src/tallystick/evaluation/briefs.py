"""Scores reports of a few sentences whose every incident and tally was coded by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.briefs_found import incidents_found, tallies_found
from tallystick.evaluation.briefs_gold import Brief, Count, Told, in_language, load_briefs
from tallystick.evaluation.briefs_match import FIELDS, judge_fields, pair_incidents, pair_tallies
from tallystick.evaluation.identity import (
    Placed,
    count_same,
    day_and_place,
    find_misplaced,
    put_by_day_and_place,
    put_by_linkage,
)
from tallystick.evaluation.identity_gold import true_mentions
from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, f_score, share

_AROUND = 60
_WEIGHTS = {"incident missed": 3.0, "false incident": 3.0, "tally missed": 2.0, "false tally": 2.0}


@dataclass
class _Sums:
    """What the briefs of one language, or of all, come to."""

    gold: int = 0
    found: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    matched: list[Placed] = field(default_factory=list)
    matched_plainly: list[Placed] = field(default_factory=list)
    pairs: int = 0
    tallies: int = 0
    tallies_found: int = 0
    tallies_paired: int = 0
    tally_fields: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    non_events: int = 0
    non_events_told: int = 0
    empty: int = 0
    false_in_empty: int = 0
    errors: list[ErrorCase] = field(default_factory=list)


def score_briefs(gold: Path, bench: Bench) -> Score:
    """The briefs of a folder, read and resolved together: all, and then those of each language.

    An incident is found if it shares words and something told with a gold one (``briefs_match``). Fields are shares
    of the incidents found; ``killed`` and ``injured`` must agree in both bounds. A tally is found if its number is.
    *Same incident* counts pairs of incidents in two briefs: among those found, and with *gold mentions* among the coded
    ones, joined with no reading in between. *Same day and place* is the plain rule to compare with. *Non-events told*
    is the share of stretches coded as no event that an incident was made of.

    Raises:
        TallystickError: E601 if ``gold`` is not laid out as briefs.

    """
    briefs = tuple(bench.cut(load_briefs(gold), name=lambda brief: brief.name))
    record = bench.record([b.report for b in briefs])
    incidents, tallies = incidents_found(record), tallies_found(record)
    twins: dict[str, list[Told]] = defaultdict(list)
    for brief in briefs:
        for told in brief.incidents:
            twins[told.id].append(told)
    languages = sorted({b.language for b in briefs})
    figures: list[Figure] = []
    errors: list[ErrorCase] = []
    for language in [None, *(languages if len(languages) > 1 else ())]:
        sums = _Sums()
        for brief in briefs if language is None else in_language(briefs, language):
            _add_incidents(sums, brief, incidents.get(brief.report.id, []), twins)
            _add_tallies(sums, brief, tallies.get(brief.report.id, []))
        figures += _figures(sums, "" if language is None else f", {language}")
        errors = errors or sums.errors
    mentions = true_mentions(gold, briefs)
    joined = put_by_linkage(mentions, briefs)
    figures += _prf("same incident, gold mentions", *count_same(joined))
    figures += _prf("same day and place, gold mentions", *count_same(put_by_day_and_place(mentions)))
    errors += find_misplaced(joined)
    return Score(task="briefs", documents=len(briefs), figures=tuple(figures), errors=tuple(errors))


def _add_incidents(sums: _Sums, brief: Brief, found: Sequence[tuple[Told, Told]], twins: dict[str, list[Told]]) -> None:
    resolved = [r for r, _ in found]
    pairs = pair_incidents(brief.incidents, resolved)
    sums.gold += len(brief.incidents)
    sums.found += len(found)
    sums.pairs += len(pairs)
    for a, b in pairs:
        gold, own = brief.incidents[a], found[b][1]
        for name, is_right in judge_fields(gold, own, twins[gold.id]).items():
            if is_right:
                sums.fields[name] += 1
            else:
                sums.errors.append(_error(brief, name, gold.spans[0], _value(gold, name), _value(own, name)))
        if not gold.background:
            sums.matched.append(Placed(brief.name, gold.id, own.id, brief.text_of(gold)))
            plain = day_and_place(own.start, own.place, alone=f"{brief.name} {b}")
            sums.matched_plainly.append(Placed(brief.name, gold.id, plain, brief.text_of(gold)))
        sums.answers.update(
            {"told": gold.response, "found": own.response, "right": gold.response and own.response},
        )
    for a, gold in enumerate(brief.incidents):
        if all(a != c for c, _ in pairs):
            sums.errors.append(_error(brief, "incident missed", gold.spans[0], _summary(gold), "nothing"))
    unpaired = [r for b, r in enumerate(resolved) if all(b != d for _, d in pairs)]
    for told in unpaired:
        sums.errors.append(_error(brief, "false incident", told.spans[0], "nothing", _summary(told)))
    sums.non_events += len(brief.non_events)
    sums.non_events_told += sum(any(s < d and c < e for t in unpaired for c, d in t.spans) for s, e in brief.non_events)
    if not brief.incidents:
        sums.empty += 1
        sums.false_in_empty += len(found)


def _add_tallies(sums: _Sums, brief: Brief, found: Sequence[Count]) -> None:
    pairs = pair_tallies(brief.tallies, found)
    sums.tallies += len(brief.tallies)
    sums.tallies_found += len(found)
    sums.tallies_paired += len(pairs)
    for a, b in pairs:
        for name in ("comparator", "since", "until"):
            told, read = getattr(brief.tallies[a], name), getattr(found[b], name)
            sums.tally_fields[name] += told == read
            if told != read:
                sums.errors.append(_tally_error(brief, f"tally {name}", found[b], str(told), str(read)))
    for a, count in enumerate(brief.tallies):
        if all(a != c for c, _ in pairs):
            sums.errors.append(_tally_error(brief, "tally missed", count, str(count.value), "nothing"))
    for b, count in enumerate(found):
        if all(b != d for _, d in pairs):
            sums.errors.append(_tally_error(brief, "false tally", count, "nothing", str(count.value)))


def _figures(sums: _Sums, of: str) -> Iterator[Figure]:
    yield from _prf(f"incident{of}", sums.pairs, sums.found, sums.gold)
    for name in FIELDS:
        yield Figure(f"{name}{of}", share(sums.fields[name], sums.pairs), sums.pairs)
    yield from _prf(f"tally{of}", sums.tallies_paired, sums.tallies_found, sums.tallies)
    for name in ("comparator", "since", "until"):
        yield Figure(f"tally {name}{of}", share(sums.tally_fields[name], sums.tallies_paired), sums.tallies_paired)
    yield from _prf(f"same incident{of}", *count_same(sums.matched))
    yield from _prf(f"same day and place{of}", *count_same(sums.matched_plainly))
    yield from _prf(f"answer{of}", sums.answers["right"], sums.answers["found"], sums.answers["told"])
    yield Figure(f"non-events told{of}", share(sums.non_events_told, sums.non_events), sums.non_events)
    false = 100 * share(sums.false_in_empty, sums.empty)
    yield Figure(f"false incidents in briefs without any{of}", false, sums.empty, Unit.PER_100)


def _prf(name: str, right: int, found: int, gold: int) -> Iterator[Figure]:
    precision, recall = share(right, found) if found else 1.0, share(right, gold) if gold else 1.0
    yield Figure(f"{name} precision", precision, found)
    yield Figure(f"{name} recall", recall, gold)
    yield Figure(f"{name} F1", f_score(precision, recall), gold)


def _summary(told: Told) -> str:
    return f"{told.kind}, {told.start}, {told.place or told.country or 'no place'}"


def _value(told: Told, name: str) -> str:
    if name == "day":
        return f"{told.start} to {told.end}"
    return str(getattr(told, name.replace(" ", "_")))


def _error(brief: Brief, kind: str, span: tuple[int, int], expected: str, got: str) -> ErrorCase:
    text = brief.report.text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    return ErrorCase(brief.name, kind, expected, got, text, weight=_WEIGHTS.get(kind, 1.0))


def _tally_error(brief: Brief, kind: str, count: Count, expected: str, got: str) -> ErrorCase:
    return ErrorCase(brief.name, kind, expected, got, count.quote, weight=_WEIGHTS.get(kind, 1.0))
