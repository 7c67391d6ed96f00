"""The period that a report says at its head that it covers."""

from __future__ import annotations

from tallystick.reading.document import Document
from tallystick.reading.tally_window import LONG, Window

_HEADER = 400


def period_of(document: Document) -> Window | None:
    """The period that a report says at its head that it covers ("Reporting period: 1-31 August 2019", "June 2022")."""
    title = document.report.body_start + len(document.report.text[document.report.body_start :].partition("\n")[0])
    for expression in document.dates:
        when = expression.when
        if expression.quote.start > document.report.body_start + _HEADER:
            break
        if when.start is None or when.end is None or when.start >= when.end:
            continue
        is_in_title = expression.quote.end <= title < len(document.report.text.rstrip())
        if "/" in expression.timex.value or (is_in_title and when.precision in LONG):
            return Window(when.start, when.end, expression.quote, is_long=True)
    return None
