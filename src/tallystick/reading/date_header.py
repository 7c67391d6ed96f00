"""The dates that date a report: its header, and datelines such as "BAGHDAD, Nov. 7 —"."""

from __future__ import annotations

import re
from typing import Final

from tallystick.model.report import Report

_BEFORE: Final = re.compile(
    r"""(?:\A|\n)[^\w\n]*
    (?: [A-Z][A-Z'’.-]+ (?:[ ,/-]+[A-Z][\w'’.-]*)* (?:\s*\([^)\n]*\))? [,:]?\s*        # BAGHDAD, Iraq (Reuters),
      | (?i:(?:date|dated|published|posted|updated|last\ (?:updated|modified)|issued)\b[^\w\n]*(?:on\b\s*)?)
    )?\Z""",
    re.VERBOSE,
)
_LABEL: Final = re.compile(
    r"(?:\A|\n)[^\w\n]*(?:date of publication\b|(?:date|published|posted|(?:last )?updated|issued)[^\S\n]*:)[^\w\n]*\Z",
    re.IGNORECASE,
)
"""A label that says by itself that a date follows; others need the end of the line or a dash behind the date."""
_AFTER: Final = re.compile(r"\s*(?:\([^)\n]*\))?\s*(?:[-–—]|\n|\Z)|\s*\([A-Z][^)\n]*\)")
_REACH: Final = 200
"""Characters from the start of the body in which a dateline may stand."""


def stands_in_header(start: int, end: int, report: Report) -> bool:
    """True if the date from ``start`` to ``end`` stands where a report is dated."""
    if start < report.body_start:
        return True
    if start - report.body_start > _REACH:
        return False
    before = report.text[report.body_start : start]
    return bool(_LABEL.search(before) or (_BEFORE.search(before) and _AFTER.match(report.text, end)))
