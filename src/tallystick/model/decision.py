"""What a person decided. Never edited: an undo is a new decision."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tallystick.model.base import Noun
from tallystick.model.quote import Quote


class Act(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


class Decision(Noun):
    """One entry of the journal.

    ``incident_id`` is the incident decided on; ``anchors`` are the trigger quotes of its mentions at that moment, by
    which the decision finds its incident again after a re-reading. ``merge`` joins ``other_anchors`` to it;
    ``split`` takes ``other_anchors`` out of it; ``edit`` sets ``field`` to ``value`` (JSON); ``undo`` names the
    decision it takes back in ``undoes``.
    """

    id: int
    at: datetime
    by: str
    act: Act
    incident_id: str | None = None
    anchors: tuple[Quote, ...] = ()
    other_anchors: tuple[Quote, ...] = ()
    field: str | None = None
    value: str | None = None
    reason: str | None = None
    undoes: int | None = None
