"""What became of a ledger between two looks at its numbers, as events."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger, Numbers
from tallystick.model.decision import Decision, meant
from tallystick.publishing.brief.phrases import headline
from tallystick.web.live.stream import Event
from tallystick.web.live.wording import tell_decision

MOST_DECISIONS = 20
"""So many decisions are told one by one to who was away; of more, the last."""
MOST_INCIDENTS = 500
"""So many incidents are named that a derivation changed; of more, none, and each page takes itself to be concerned."""


def write_numbers(numbers: Numbers) -> str:
    """The numbers as the id of an event: ``12.40.31``."""
    return ".".join(map(str, numbers))


def read_numbers(text: str) -> Numbers:
    """The numbers in the id of an event. Raises TallystickError E801 if they are none."""
    parts = text.split(".")
    if len(parts) != len(Numbers._fields) or not all(part.isascii() and part.isdigit() for part in parts):
        raise TallystickError(Code.E801, name="since", value=text, wanted="the id of an event")
    return Numbers(*map(int, parts))


def news_between(ledger: Ledger, since: Numbers, now: Numbers) -> list[Event]:
    """The decisions and the derivations after ``since``, up to ``now``; they may be as old as a browser was away.

    Raises as the ledger's reading does.
    """
    told = list(_decisions(ledger, since, now))
    if now.turn == since.turn:
        return told
    with ledger.standing() as standing:
        ids = standing.incidents_changed_after(since.derivation, most=MOST_INCIDENTS + 1)
    pages: list[JsonValue] | None = [*map(_page, ids)] if len(ids) <= MOST_INCIDENTS else None
    return [*told, Event({"pages": pages}, name="derivation", id=write_numbers(now))]


def _decisions(ledger: Ledger, since: Numbers, now: Numbers) -> Iterator[Event]:
    journal = ledger.journal()
    fresh = [entry for entry in journal if since.decision < entry.id <= now.decision][-MOST_DECISIONS:]
    if not fresh:
        return
    entries = {entry.id: entry for entry in journal}
    about = {entry.id: meant(entry, entries) for entry in fresh}
    with ledger.standing() as standing:
        held = {i.id: i for i in standing.incidents({d.incident_id for d in about.values() if d.incident_id})}
    for entry in fresh:
        on = about[entry.id]
        incident = held.get(on.incident_id or "")
        name = f"“{headline(incident)}”" if incident else _name(on)
        data: dict[str, JsonValue] = {
            "number": entry.id,
            "what": tell_decision(entry, entries, what=name),
            "at": entry.at.isoformat(timespec="seconds"),
            "address": _address(on),
        }
        yield Event(data, name="decision", id=write_numbers(since._replace(decision=entry.id)))


def _name(decision: Decision) -> str:
    if decision.name is not None:
        return f"“{decision.name}”"
    return f"“{decision.relation}”".replace("_", " ") if decision.relation else f"{decision.incident_id}"


def _address(decision: Decision) -> str:
    """Where the thing that a decision is on is seen."""
    if decision.incident_id:
        return f"{_page(decision.incident_id)}#history"
    return "/review" if decision.name is not None else "/network#told"


def _page(incident_id: str) -> str:
    return f"/incidents/{incident_id}"
