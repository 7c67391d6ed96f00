"""Whom a report credits as its writer: "BAGHDAD (AP) –", "By A. Writer | Reuters", "Source: AFP"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tallystick.model.outlet import Outlet
from tallystick.model.quote import quote_from
from tallystick.model.report import Credit, Report

_HEAD, _TAIL = 700, 300
_NAME = r"[^()\[\]\n]{2,40}?"
_IN_HEAD = (
    # A dateline with its slug; nothing but a place and a day stands before it.
    re.compile(rf"^[^()\n]{{0,60}}\((?P<name>{_NAME})\)\s*[-–—―:]", re.MULTILINE),
    re.compile(
        rf"^by\b[^\n]{{0,80}}?(?:[,|/–—]|\bfor\b|\bof\b|\bin\b|^by)\s*(?P<name>{_NAME})\s*$",
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(rf"^(?:source|agency|credit):\s*(?P<name>{_NAME})\s*$", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"^(?P<name>{_NAME})\s*$", re.MULTILINE),
)
_IN_TAIL = (
    re.compile(rf"[(\[]\s*(?:source:?|via|agency:?)?\s*(?P<name>{_NAME})\s*[)\]]\W*\Z", re.IGNORECASE),
    re.compile(rf"^(?:source|agency|credit):\s*(?P<name>{_NAME})\W*\Z", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"(?:©|\(c\)|copyright)\s*(?:\d{{4}})?\s*(?P<name>{_NAME})\W*\Z", re.IGNORECASE),
    re.compile(rf"(?:^|\s)[-–—]+\s*(?P<name>{_NAME})\W*\Z", re.MULTILINE),
    re.compile(rf"^(?P<name>{_NAME})\W*\Z", re.MULTILINE),
)


def find_credit(report: Report, outlet_of: Callable[[str], Outlet | None]) -> Credit | None:
    """The one outlet that the report credits with the whole of its text; null if that is its own publisher.

    A credit stands in the dateline, the byline or the last line. Joint ones ("AFP/Reuters", "Staff and agencies",
    "additional reporting by …") name no single writer and are none. ``outlet_of`` knows outlets by name.
    """
    own = next((found for told in (report.publisher, report.url) if told and (found := outlet_of(told))), None)
    for start, end in _candidates(report):
        outlet = outlet_of(report.text[start:end].strip())
        if outlet is None or not outlet.reports:
            continue
        if own is not None and own.id == outlet.id:
            return None
        return Credit(outlet=outlet.id, name=outlet.name, quote=quote_from(report.id, report.text, start, end))
    return None


def _candidates(report: Report) -> Iterator[tuple[int, int]]:
    text = report.text
    head = min(len(text), report.body_start + _HEAD)
    for pattern in _IN_HEAD:
        for found in pattern.finditer(text, 0, head):
            yield found.span("name")
    tail = max(report.body_start, len(text) - _TAIL)
    for pattern in _IN_TAIL:
        yield from (found.span("name") for found in pattern.finditer(text, tail))
