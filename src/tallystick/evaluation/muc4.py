"""MUC-4: role fillers by CEAF-REE, and whole templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.ceaf import Entity, Tally, align, count_fillers, pool
from tallystick.evaluation.muc_match import score_templates
from tallystick.evaluation.muc_project import project
from tallystick.evaluation.muc_templates import MucDocument, MucRole, MucTemplate, fillers_of_document, load_muc
from tallystick.evaluation.score import ErrorCase, Figure, Score

_AROUND = 160  # characters of text shown to each side of an error


@dataclass(frozen=True)
class MucTallies:
    """The counts of both metrics: fillers by role, slots by name."""

    roles: Mapping[str, Tally]
    slots: Mapping[str, Tally]


def score_muc4(gold: Path, bench: Bench) -> Score:
    """CEAF-REE over the five roles of each document (GRIT), and template F1 over all slots (GTT).

    The figure ``role F1`` is the micro average of the roles, ``template F1`` that of the slots; with each come
    precision, recall and the F1 of its parts.

    Raises:
        TallystickError: E102 or E601 if the gold cannot be read as MUC-4 templates in JSON lines.

    """
    documents = bench.cut(load_muc(gold), name=lambda document: document.name)
    predicted: dict[str, tuple[MucTemplate, ...]] = {}
    notes: list[str] = []
    for document in documents:
        try:
            record = bench.record([make_report(document.text, name=document.name, language="en")])
        except TallystickError as error:
            notes.append(f"{document.name}: {error.message}")
            continue
        notes += [f"{document.name}: {failure.message}" for failure in record.failures]
        predicted[document.name] = project(record)
    tallies = tally_muc(documents, predicted)
    return Score(
        task="muc4",
        documents=len(documents),
        figures=(*_figures("role", tallies.roles), *_figures("template", tallies.slots)),
        errors=tuple(case for d in documents for case in _errors(d, predicted.get(d.name, ()))),
        notes=tuple(notes),
    )


def tally_muc(documents: Sequence[MucDocument], predicted: Mapping[str, Sequence[MucTemplate]]) -> MucTallies:
    """Counts predicted templates, given by document name, against the gold ones. None is given: none predicted."""
    roles = {role.value: Tally() for role in MucRole}
    slots: dict[str, Tally] = {}
    for document in documents:
        made = predicted.get(document.name, ())
        for role in MucRole:
            ours, theirs = fillers_of_document(made, role), fillers_of_document(document.templates, role)
            roles[role.value] += count_fillers(ours, theirs)
        for slot, tally in score_templates(made, document.templates).items():
            slots[slot] = slots.get(slot, Tally()) + tally
    return MucTallies(roles, slots)


def _figures(name: str, tallies: Mapping[str, Tally]) -> tuple[Figure, ...]:
    whole = pool(tallies)
    return (
        Figure(f"{name} F1", whole.f1, whole.gold),
        Figure(f"{name} precision", whole.precision, whole.predicted),
        Figure(f"{name} recall", whole.recall, whole.gold),
        *(
            figure
            for part, tally in tallies.items()
            for figure in (
                Figure(f"{name} F1: {part}", tally.f1, tally.gold),
                Figure(f"{name} precision: {part}", tally.precision, tally.predicted),
                Figure(f"{name} recall: {part}", tally.recall, tally.gold),
            )
        ),
    )


def _errors(document: MucDocument, predicted: Sequence[MucTemplate]) -> list[ErrorCase]:
    """The fillers that were missed and those made up; a made-up one in a document without incidents weighs more."""
    cases: list[ErrorCase] = []
    for role in MucRole:
        ours, theirs = fillers_of_document(predicted, role), fillers_of_document(document.templates, role)
        pairs = align(ours, theirs)
        missed = [entity for i, entity in enumerate(theirs) if i not in pairs.values()]
        made_up = [entity for i, entity in enumerate(ours) if i not in pairs]
        weight = 1.0 if document.templates else 2.0
        cases += [_case(document, f"{role.value} missed", expected=e, got=None, weight=1.0) for e in missed]
        cases += [_case(document, f"{role.value} made up", expected=None, got=e, weight=weight) for e in made_up]
    return cases


def _case(document: MucDocument, kind: str, *, expected: Entity | None, got: Entity | None, weight: float) -> ErrorCase:
    words = min(expected or got or (), default="")
    at = max(document.text.lower().find(words), 0)
    return ErrorCase(
        document=document.name,
        kind=kind,
        expected=_shown(expected),
        got=_shown(got),
        text=document.text[max(0, at - _AROUND) : at + _AROUND],
        weight=weight,
    )


def _shown(entity: Entity | None) -> str:
    return " / ".join(sorted(entity)) if entity else "nothing"
