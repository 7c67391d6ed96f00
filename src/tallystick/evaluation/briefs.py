"""Scores reports of a few sentences whose every incident and tally was coded by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.briefs_claims import ClaimSums, predicates_coded
from tallystick.evaluation.briefs_found import (
    claimants_found,
    group_claims_found,
    incidents_found,
    tallies_found,
    ties_found,
)
from tallystick.evaluation.briefs_gold import Brief, Told, in_language, load_briefs
from tallystick.evaluation.briefs_match import FIELDS, judge_fields, pair_incidents
from tallystick.evaluation.briefs_tallies import TallySums
from tallystick.evaluation.identity import (
    Placed,
    count_same,
    day_and_place,
    find_misplaced,
    put_by_day_and_place,
    put_by_linkage,
)
from tallystick.evaluation.identity_gold import true_mentions
from tallystick.evaluation.score import ErrorCase, Figure, Score, Unit, figures_prf, share

_AROUND = 60
_WEIGHTS = {"incident missed": 3.0, "false incident": 3.0}


@dataclass
class _Sums:
    """What the briefs of one language, or of all, come to."""

    gold: int = 0
    found: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    matched: list[Placed] = field(default_factory=list)
    matched_plainly: list[Placed] = field(default_factory=list)
    pairs: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    non_events: int = 0
    non_events_told: int = 0
    empty: int = 0
    false_in_empty: int = 0
    errors: list[ErrorCase] = field(default_factory=list)
    tallies: TallySums = field(default_factory=TallySums)
    claims: ClaimSums = field(default_factory=ClaimSums)

    @property
    def all_errors(self) -> list[ErrorCase]:
        """All that went wrong: in incidents, tallies, claims and relations."""
        return [*self.errors, *self.tallies.errors, *self.claims.errors]


def score_briefs(gold: Path, bench: Bench) -> Score:
    """The briefs of a folder, read and resolved together: all, and then those of each language.

    An incident is found if it shares words and something told with a gold one (``briefs_match``). Fields are shares
    of the incidents found; ``killed`` and ``injured`` must agree in both bounds. A tally is found if its number is, and
    exact if all of it is (``briefs_tallies``). *Claimant* counts pairs of an incident found and one who claims it by
    the brief's own words, *relation* the relations told (``briefs_claims``). *Same incident* counts pairs of incidents
    in two briefs: among those found, and with *gold mentions* among the coded ones, joined with no reading in between.
    *Same day and place* is the plain rule to compare with. *Non-events told* is the share of stretches coded as no
    event that an incident was made of.

    Raises:
        TallystickError: E601 if ``gold`` is not laid out as briefs, or holds a code that is not in the codebook.

    """
    briefs = tuple(bench.cut(load_briefs(gold), name=lambda brief: brief.name))
    mentions = true_mentions(gold, briefs)
    record = bench.record([b.report for b in briefs])
    incidents, tallies, ties = incidents_found(record), tallies_found(record), ties_found(record)
    claimants, group_claims, coded = claimants_found(record), group_claims_found(record), predicates_coded(briefs)
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
            report_id = brief.report.id
            pairs = _add_incidents(sums, brief, incidents.get(report_id, []), twins)
            sums.claims.add_claimants(brief, pairs, claimants.get(report_id, {}))
            sums.claims.add_group_claims(brief, group_claims.get(report_id, []))
            sums.claims.add_ties(brief, ties.get(report_id, []), coded)
            sums.tallies.add(brief, tallies.get(report_id, []))
        figures += _figures(sums, "" if language is None else f", {language}")
        errors = errors or sums.all_errors
    joined = put_by_linkage(mentions, briefs)
    figures += figures_prf("same incident, gold mentions", *count_same(joined))
    figures += figures_prf("same day and place, gold mentions", *count_same(put_by_day_and_place(mentions)))
    errors += find_misplaced(joined)
    return Score(task="briefs", documents=len(briefs), figures=tuple(figures), errors=tuple(errors))


def _add_incidents(
    sums: _Sums, brief: Brief, found: Sequence[tuple[Told, Told]], twins: dict[str, list[Told]]
) -> list[tuple[int, Told]]:
    """Takes in the incidents of one brief; gives back the coded ones that were found, by index, as they were found."""
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
    return [(a, found[b][1]) for a, b in pairs]


def _figures(sums: _Sums, of: str) -> Iterator[Figure]:
    yield from figures_prf(f"incident{of}", sums.pairs, sums.found, sums.gold)
    for name in FIELDS:
        yield Figure(f"{name}{of}", share(sums.fields[name], sums.pairs), sums.pairs)
    yield from sums.tallies.figures(of)
    yield from sums.claims.figures(of)
    yield from figures_prf(f"same incident{of}", *count_same(sums.matched))
    yield from figures_prf(f"same day and place{of}", *count_same(sums.matched_plainly))
    yield from figures_prf(f"answer{of}", sums.answers["right"], sums.answers["found"], sums.answers["told"])
    yield Figure(f"non-events told{of}", share(sums.non_events_told, sums.non_events), sums.non_events)
    false = 100 * share(sums.false_in_empty, sums.empty)
    yield Figure(f"false incidents in briefs without any{of}", false, sums.empty, Unit.PER_100)


def _summary(told: Told) -> str:
    return f"{told.kind}, {told.start}, {told.place or told.country or 'no place'}"


def _value(told: Told, name: str) -> str:
    if name == "day":
        return f"{told.start} to {told.end}"
    return str(getattr(told, name.replace(" ", "_")))


def _error(brief: Brief, kind: str, span: tuple[int, int], expected: str, got: str) -> ErrorCase:
    text = brief.report.text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    return ErrorCase(brief.name, kind, expected, got, text, weight=_WEIGHTS.get(kind, 1.0))
