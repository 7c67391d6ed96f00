"""The fast first pass: which reports, and which sentences of a report, are worth reading.

It looks at word forms alone, before anything is parsed. Each form of ``lexicon/triage.yaml`` has a weight, fitted by
``python -m evaluation.fit_triage``. A report whose forms add up to less than the threshold tells of something else
than armed violence, and is set aside. Thresholds are set for recall: what is set aside is not read at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tallystick.model.report import Report
from tallystick.reading.lexicon import load_lexicon

TRIAGE: Final = "triage 1"
"""The name under which a report that was set aside is on file. Another model needs another name."""

_FORM: Final = re.compile(r"[a-z]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n\s*\n")
_SHORT: Final = 500
"""Characters below which a report has too few words to be judged by their sum; one sentence's worth is enough then."""
_LANGUAGES: Final = frozenset({None, "en"})


@dataclass(frozen=True)
class TriageModel:
    """Weights by word form, in lower case. A text scores the sum over the forms it has, however often it has them."""

    weights: dict[str, float]
    forms: frozenset[str]
    report_threshold: float
    sentence_threshold: float

    def score(self, text: str) -> float:
        """How much a text speaks of armed violence; upper and lower case score alike."""
        weights = self.weights
        return sum(weights[form] for form in self.forms.intersection(_FORM.findall(text.lower())))


@cache
def load_triage() -> TriageModel:
    """The model that comes with Tallystick."""
    told = load_lexicon("triage")
    weights = {str(form): float(weight) for form, weight in told["weights"].items()}
    return TriageModel(weights, frozenset(weights), told["report_threshold"], told["sentence_threshold"])


def is_worth_reading(report: Report) -> bool:
    """False for a report in English that speaks of no armed violence. Reports in other languages are not judged."""
    if report.language not in _LANGUAGES:
        return True
    model = load_triage()
    short = len(report.text) < _SHORT
    return model.score(report.text) >= (model.sentence_threshold if short else model.report_threshold)


def sentences_worth_reading(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text that may tell armed violence, as code points from start to end (exclusive).

    Sentences are cut at full stops and blank lines, without a parse.
    """
    model = load_triage()
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return tuple((start, end) for start, end in spans if model.score(text[start:end]) >= model.sentence_threshold)
