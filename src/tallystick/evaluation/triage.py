"""The fast first pass scored: relevant documents that it lets through, and unrelated ones that it lets through too."""

from __future__ import annotations

from pathlib import Path

from tallystick.evaluation.bench import Bench
from tallystick.evaluation.score import ErrorCase, Figure, Score, share
from tallystick.evaluation.triage_gold import load_irrelevant, load_relevant
from tallystick.model.report import Report
from tallystick.reading.triage import is_worth_reading, load_triage

_SHOWN = 200
"""Characters of a document in the listing of errors."""


def score_triage(gold: Path, bench: Bench) -> Score:
    """Scores which documents of a folder laid out as the open gold data are let through; no reader is asked.

    The model was fitted on the open gold data itself; ``python -m evaluation.fit_triage`` gives the figures of
    documents left out of the fit.

    Raises:
        TallystickError: E601 if the folder holds none of the relevant corpora.

    """
    relevant, unrelated = load_relevant(gold), load_irrelevant(gold)
    figures: list[Figure] = []
    errors: list[ErrorCase] = []
    for name, corpora, wanted in (("recall", relevant, True), ("unrelated passed", unrelated, False)):
        chosen = {corpus: bench.cut(reports, name=lambda r: r.path or "") for corpus, reports in corpora.items()}
        passed = {corpus: [is_worth_reading(report) for report in reports] for corpus, reports in chosen.items()}
        whole = [each for of in passed.values() for each in of]
        figures.append(Figure(name, share(sum(whole), len(whole)), len(whole)))
        figures += [Figure(f"{name}, {c}", share(sum(of), len(of)), len(of)) for c, of in passed.items()]
        for corpus, of in passed.items():
            for report, through in zip(chosen[corpus], of, strict=True):
                if through is not wanted:
                    errors.append(_error(report, corpus, wanted=wanted))
    return Score(
        task="triage",
        documents=sum(f.cases for f in figures if "," not in f.name),
        figures=tuple(figures),
        errors=tuple(errors),
        notes=("no reader is asked: the fast first pass is the same for all",),
    )


def _error(report: Report, corpus: str, *, wanted: bool) -> ErrorCase:
    score = load_triage().score(report.text)
    return ErrorCase(
        document=f"{corpus}/{report.path}",
        kind="set aside" if wanted else "let through",
        expected="let through" if wanted else "set aside",
        got=f"score {score:.2f}, threshold {load_triage().report_threshold:.2f}",
        text=" ".join(report.text.split())[:_SHOWN],
        weight=2.0 if wanted else 1.0,
    )
