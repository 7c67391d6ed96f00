"""Names and values as a reader would write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath

from tallystick.model.actor import ActorRef
from tallystick.model.mention import Range
from tallystick.model.report import Report


def report_name(report: Report) -> str:
    """What to call a report: its publisher, else its title, else its file, else the start of its hash."""
    if report.publisher:
        return report.publisher
    if report.title:
        return report.title
    if report.path:
        return PurePath(report.path).name
    return report.url or f"report {report.id[:8]}"


def cite(report: Report) -> str:
    """A report's name and the day it was published."""
    return f"{report_name(report)}, {day(report.published_on) if report.published_on else 'undated'}"


def day(value: date) -> str:
    """A day in full: ``7 November 2023``."""
    return f"{value.day} {value:%B %Y}"


def days(start: date | None, end: date | None) -> str:
    """An interval of days, with what the two ends share said once; an open end is "since" or "until"."""
    if start is None or end is None:
        return f"since {day(start)}" if start else f"until {day(end)}" if end else "no date"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def count(value: Range) -> str:
    """A count with its bounds: ``3``, ``2–4``, ``at least 3``, ``up to 5``, ``some``."""
    low, high = value.low, value.high
    if low is not None and high is not None:
        return str(low) if low == high else f"{low}–{high}"
    if low is not None:
        return f"at least {low}" if low else "some"
    if high is not None:
        return f"up to {high}"
    return f"about {value.best}" if value.best is not None else "some"


def plain(code: str) -> str:
    """A code without its underscores; initialisms in capitals."""
    return "IED" if code == "ied" else code.replace("_", " ")


def listed(names: Iterable[str], *, last: str = "and") -> str:
    """Names in a row: ``a``, ``a and b``, ``a, b and c``."""
    every = list(names)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {last} {every[-1]}"


def actors(refs: Iterable[ActorRef], *, last: str = "and") -> str:
    """The names of actors in a row."""
    return listed((ref.name for ref in refs), last=last)
