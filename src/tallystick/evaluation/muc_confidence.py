"""MUC-4, slot 11: how each organisation is said to have done it, by what the product says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.muc_keys import KeyOrganisation, load_keys
from tallystick.evaluation.names import are_alike
from tallystick.evaluation.score import ErrorCase, Figure, Score, f_score, share
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.terms import Involvement
from tallystick.reading.involvement import Involved, read_involvement

# Slot 11 of the fill rules (section 7.12) by our word. ACQUITTED is not scored: no key of the sample has it.
LABELS = {
    Involvement.CLAIMED: "CLAIMED OR ADMITTED",
    Involvement.ACCUSED_BY_AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    Involvement.ACCUSED: "SUSPECTED OR ACCUSED",
    Involvement.STATED_AS_FACT: "REPORTED AS FACT",
    Involvement.POSSIBLE: "POSSIBLE",
}


@dataclass(frozen=True)
class Judged:
    """The labels of which each is right, empty for an organisation in no key, and the one that was read, if any."""

    right: frozenset[str]
    read: str | None


def score_confidence(gold: Path, bench: Bench) -> Score:
    """Macro F1 of the labels: of the key's organisations that were found involved, and end to end.

    A text is asked once for each organisation. End to end, one not found is missed, and one in no key that is said to
    have done it is false; who is only possibly involved is not counted as false, since every key leaves most of those
    out whom its text names.

    Raises:
        TallystickError: as ``load_keys``.

    """
    documents = bench.cut(load_keys(gold), name=lambda document: document.name)
    reports = [make_report(d.text, name=d.name, language="en") for d in documents]
    found: list[Judged] = []
    extra: list[Judged] = []
    missed: list[Judged] = []
    errors: list[ErrorCase] = []
    for document, reading in zip(documents, bench.read(reports), strict=True):
        told = read_involvement(reading.mentions, reading.actors, knowledge=load_knowledge())
        taken: set[int] = set()
        for organisation in document.organisations:
            own = next((i for i in _by_weight(told) if i not in taken and _is_of(told[i], organisation)), None)
            read = None if own is None else LABELS[told[own].involvement]
            if own is not None:
                taken.add(own)
                found.append(Judged(organisation.labels, read))
            elif not organisation.is_optional:
                missed.append(Judged(organisation.labels, None))
            if read not in organisation.labels:
                expected = " / ".join(sorted(organisation.labels))
                name = organisation.names[0]
                errors.append(ErrorCase(document.name, f"label of {name}", expected, read or "nothing", document.text))
        rest = (one for i, one in enumerate(told) if i not in taken and one.involvement is not Involvement.POSSIBLE)
        extra += [Judged(frozenset(), LABELS[one.involvement]) for one in rest]
    figures = (*_figures("organisations found", found), *_figures("end to end", [*found, *missed, *extra]))
    return Score(task="muc4-confidence", documents=len(documents), figures=figures, errors=tuple(errors))


def _by_weight(told: Sequence[Involved]) -> list[int]:
    """The involved, what says most first: one organisation may be met under two names."""
    order = list(Involvement)
    return sorted(range(len(told)), key=lambda i: order.index(told[i].involvement))


def _is_of(involved: Involved, organisation: KeyOrganisation) -> bool:
    if any(are_alike(name, own) for name in organisation.names for own in (involved.actor.name, involved.quote.exact)):
        return True
    known = {k.id for name in organisation.names for k in load_knowledge().match_alias(name)}
    return involved.actor.id in known


def _figures(name: str, judged: Sequence[Judged]) -> Iterator[Figure]:
    asked = [one for one in judged if one.right]
    scores = {label: _f1(judged, label) for label in LABELS.values() if any(label in one.right for one in asked)}
    yield Figure(f"{name}: macro F1", share(sum(scores.values()), len(scores)), len(asked))
    yield Figure(f"{name}: right", share(sum(one.read in one.right for one in asked), len(asked)), len(asked))
    for label, value in scores.items():
        yield Figure(f"{name}: {label.lower()} F1", value, sum(label in one.right for one in asked))


def _f1(judged: Iterable[Judged], label: str) -> float:
    """F1 of a label; where several are right, the one that was read is the one that was asked for."""
    counts: Counter[str] = Counter()
    for one in judged:
        asked = one.read == label if one.read in one.right else label in one.right
        counts.update(right=asked and one.read == label, read=one.read == label, asked=asked)
    return f_score(share(counts["right"], counts["read"]), share(counts["right"], counts["asked"]))
