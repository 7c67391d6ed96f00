"""Fits the word weights of the fast first pass, and says how well it does on documents it was not fitted on.

    python -m evaluation.fit_triage GOLD [--write]

GOLD is a folder laid out as ``shared/gold``. The forms are those of the word lists of the rules; only their weights
are fitted, by logistic regression, so that no name of a place or a group gets one. The threshold is the one that
lets ``RECALL`` of the relevant documents through. Each figure is of documents left out of the fit, in five folds.
``--write`` fits on all and writes ``reading/lexicon/triage.yaml``.
"""

from __future__ import annotations

import argparse
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tallystick.evaluation.triage_gold import load_irrelevant, load_relevant
from tallystick.reading import lexicon
from tallystick.reading.lexicon import load_lexicon

RECALL: Final = 0.995
SENTENCE: Final = 0.15
"""The weight that lets a sentence through."""
FOLDS: Final = 5
PAGE: Final = Path(lexicon.__file__).with_name("triage.yaml")
_FORM: Final = re.compile(r"[a-z]+")
_ARMED: Final = (
    *(("triggers", key) for key in ("nouns", "verbs", "effect", "use", "phrases", "doers", "fire_verbs", "light")),
    *(("senses", key) for key in ("armed", "shared")),
    ("speech", "claim"),
    *(("weapons", key) for key in load_lexicon("weapons")),
)
_SURE: Final = (
    ("senses", "armed"),
    *(("weapons", key) for key in load_lexicon("weapons")),
)
_OTHER: Final = (("senses", "civil_matter"), ("senses", "matters"))
_PENALTY: Final = 1e-3
_STEPS: Final = 300
_RATE: Final = 0.05
_SHORTEST: Final = 3
_LEAST: Final = 0.02
"""Weights nearer to nought than this are left out of the file."""

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Document:
    """A document as its word forms, the corpus it is of, and whether it tells an incident."""

    name: str
    corpus: str
    forms: frozenset[str]
    relevant: bool


def load_documents(gold: Path) -> list[Document]:
    """All documents of the gold folder."""
    sets = [(True, load_relevant(gold)), (False, load_irrelevant(gold))]
    return [
        Document(report.path or "", corpus, frozenset(_FORM.findall(report.text.lower())), relevant)
        for relevant, corpora in sets
        for corpus, reports in corpora.items()
        for report in reports
    ]


def list_forms(documents: Sequence[Document]) -> dict[str, int]:
    """The forms of the rules' words that the documents hold: 1 for words of violence, -1 for those of other matters."""
    met = frozenset[str]().union(*(document.forms for document in documents))
    sides = {-1: _forms_of(_OTHER), 1: _forms_of(_ARMED)}
    return {form: side for side, forms in sides.items() for form in sorted(forms & met)}


def _forms_of(lists: Sequence[tuple[str, str]]) -> set[str]:
    words = {part for name, key in lists for part in _words_in(load_lexicon(name).get(key))}
    return {form for word in words if len(word) >= _SHORTEST for form in _inflect(word)}


def _words_in(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield from _FORM.findall(entry.lower())
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from _words_in(key)
            yield from _words_in(value)
    elif isinstance(entry, list):
        for each in entry:
            yield from _words_in(each)


def _inflect(word: str) -> Iterator[str]:
    """The word and what its endings may be; what is no word of English is met in no document."""
    yield word
    yield from (word + ending for ending in ("s", "es", "d", "ed", "ing"))
    yield from (word + word[-1] + ending for ending in ("ed", "ing"))
    if word.endswith("e"):
        yield word[:-1] + "ing"
    if word.endswith("y"):
        yield from (word[:-1] + ending for ending in ("ies", "ied"))


def make_matrix(documents: Sequence[Document], forms: Iterable[str]) -> Vector:
    """A row a document, a column a form: 1 where the document has it."""
    columns = list(forms)
    return np.array([[form in document.forms for form in columns] for document in documents], dtype=np.float64)


def fit(rows: Vector, relevant: Vector, sides: Vector) -> tuple[Vector, float]:
    """Weights and bias of a logistic regression, the two classes weighing the same; the same for the same input.

    A weight is on its word's side or nought: no word of violence speaks against it.
    """
    weights, bias = np.zeros(rows.shape[1]), 0.0
    share = np.where(relevant == 1, 0.5 / relevant.sum(), 0.5 / (1 - relevant).sum())
    mean, spread = np.zeros(len(weights) + 1), np.zeros(len(weights) + 1)
    for step in range(1, _STEPS + 1):  # Adam (Kingma and Ba 2015)
        error = (1 / (1 + np.exp(-(rows @ weights + bias))) - relevant) * share
        slope = np.append(rows.T @ error + _PENALTY * weights, error.sum())
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        move = _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
        weights, bias = weights - move[:-1], bias - move[-1]
        weights[weights * sides < 0] = 0
    return weights, float(bias)


def find_threshold(scores: Vector, relevant: Vector) -> float:
    """The score that ``RECALL`` of the relevant documents reach."""
    return float(np.quantile(scores[relevant == 1], 1 - RECALL))


def raise_sure(weights: dict[str, float]) -> dict[str, float]:
    """The weights, those of words that are sure to be of war or weapons raised to what lets a sentence through.

    So a word that no document holds, or that always stands beside stronger ones, is not lost.
    """
    words = {part for name, key in _SURE for part in _words_in(load_lexicon(name).get(key)) if len(part) >= _SHORTEST}
    sure = sorted({form for word in words for form in (word, f"{word}s")})
    return {**weights, **{form: max(SENTENCE, weights.get(form, 0.0)) for form in sure}}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.fit_triage")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents = load_documents(options.gold)
    forms = list_forms(documents)
    rows = make_matrix(documents, forms)
    sides = np.array(list(forms.values()), dtype=np.float64)
    relevant = np.array([d.relevant for d in documents], dtype=np.float64)
    fold = np.array([zlib.crc32(d.name.encode()) % FOLDS for d in documents])
    scores = np.zeros(len(documents))
    for each in range(FOLDS):
        weights, bias = fit(rows[fold != each], relevant[fold != each], sides)
        scores[fold == each] = rows[fold == each] @ weights + bias
    threshold = find_threshold(scores, relevant)
    for side in (True, False):
        for corpus in sorted({d.corpus for d in documents if d.relevant is side}):
            of = [(d.corpus, d.relevant) == (corpus, side) for d in documents]
            passed = scores[of] >= threshold
            name = f"{corpus}, {'relevant' if side else 'unrelated'}"
            print(f"{name:24} {len(passed):5} documents, {np.mean(passed):.3f} pass")
    if options.write:
        weights, bias = fit(rows, relevant, sides)
        fitted = dict(zip(forms, weights.tolist(), strict=True))
        PAGE.write_text(_page(raise_sure(fitted), threshold - bias), encoding="utf-8")
        print(f"Written to {PAGE}")


def _page(weights: dict[str, float], threshold: float) -> str:
    kept = [f'  "{form}": {weight:.2f}' for form, weight in sorted(weights.items()) if abs(weight) >= _LEAST]
    return "\n".join(
        [
            "# The weights of the fast first pass, by word form. Do not edit: written by",
            "# `python -m evaluation.fit_triage GOLD --write`. Forms: the word lists beside this file. Weights:",
            "# logistic regression on MUC-4, FA-KES, WikiEvents, the Gun Violence Corpus and briefs against documents",
            "# of TimeBank and GeoWebNews that tell no violence. Words that are sure to be of war or weapons have at",
            "# least the weight that lets a sentence through.",
            f"report_threshold: {threshold:.2f}",
            "# A sentence, or a short report, passes with one word of some weight.",
            f"sentence_threshold: {SENTENCE}",
            "weights:",
            *kept,
            "",
        ]
    )


if __name__ == "__main__":
    main()
