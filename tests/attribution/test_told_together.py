"""Doers whom a report names in one list."""

from __future__ import annotations

import pytest

from tallystick.attribution.stated import stated_in
from tallystick.model.actor import Participant
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.model.terms import EventKind, ParticipantType, Role


def _event(text: str, *doers: str) -> EventMention:
    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote(report_id="r", start=start, end=start + len(words), exact=words)

    named = tuple(
        Participant(role=Role.PERPETRATOR, type=ParticipantType.ORGANISATION, name=d, quote=quote(d)) for d in doers
    )
    return EventMention(
        id="m-1", report_id="r", quote=quote(text), confidence=0.9, reader="t", event_kind=EventKind.RAID,
        trigger=quote(text), participants=named,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Alpha and Beta raided the post", [{"Alpha", "Beta"}]),
        ("Alpha, with the help of Beta, raided the post", [{"Alpha", "Beta"}]),
        ("Alpha raided a town, prompting air strikes by Beta", [{"Alpha"}, {"Beta"}]),
        ("A rival of Alpha - the western Beta - raided the post", [{"Alpha"}, {"Beta"}]),
    ],
)
def test_only_who_is_named_in_one_breath_acted_together(text: str, together: list[set[str]]) -> None:
    found = stated_in([_event(text, "Alpha", "Beta")], claimants=frozenset())

    assert [{a.name for a in one.actors} for one in found] == together
