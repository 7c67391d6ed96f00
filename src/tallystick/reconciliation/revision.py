"""Whether a report says that a count was revised."""

from __future__ import annotations

import re

from tallystick.model.mention import TallyMention
from tallystick.model.quote import Quote
from tallystick.model.report import Report

_REVISED = re.compile(
    r"\b(?:revis(?:ed|es|ing|ion)|correct(?:ed|s|ing)\s+(?:its|the|an?|his|her|their)|corrected|recount(?:ed)?"
    r"|(?:earlier|previous|initial|preliminary|original)\s+(?:count|figure|number|tally|toll|total|estimate|statement)"
    r"|(?:previously|initially|originally|earlier)\s+(?:said|reported|put|stated|announced|counted|given)"
    r"|(?:down|lowered|reduced)\s+from)\b"
    r"|(?:صحح|صححت|عدلت|تصحيح|حصيلة سابقة)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?؟]\s|\n")


def revision_said(tally: TallyMention, report: Report | None) -> Quote | None:
    """The words by which a report says that a count was revised, or null: those of the count that the tally replaces,
    else a word for it in its sentence. An earlier count of an earlier day that was lower is growth.
    """
    earlier = tally.revises
    if earlier is not None and (earlier.mention_id is None or earlier.value > tally.value):
        return earlier.quote
    if earlier is not None or report is None:
        return None
    text = report.text
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, tally.quote.start)), default=0)
    stop = _SENTENCE_END.search(text, tally.quote.end)
    found = _REVISED.search(text, start, stop.start() + 1 if stop else len(text))
    if found is None:
        return None
    return Quote(report_id=tally.report_id, start=found.start(), end=found.end(), exact=found.group())
