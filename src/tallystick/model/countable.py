# ruff: noqa: D102 - each field is as in Incident, whose words say what it means
"""What of an incident bears on whether and how it is counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from tallystick.model.actor import ActorRef
from tallystick.model.mention import Range
from tallystick.model.place import Place
from tallystick.model.terms import DateBasis, DatePrecision, EventKind, ReviewState, Status, WeaponKind


class Named(Protocol):
    """Another incident, by its id."""

    @property
    def id(self) -> str: ...


class Vague(Protocol):
    """An incident, and the other incidents that it may be: it is told too vaguely to say which."""

    @property
    def id(self) -> str: ...
    @property
    def may_be(self) -> Sequence[Named]: ...


class Blamed(Protocol):
    """Those who are together said to have done it."""

    @property
    def actors(self) -> tuple[ActorRef, ...]: ...


class Countable(Vague, Protocol):
    """An incident without its quotes, joins and disagreements. Each field is as in ``Incident``, which is one."""

    @property
    def kind(self) -> EventKind: ...
    @property
    def weapons(self) -> tuple[WeaponKind, ...]: ...
    @property
    def weapon_count(self) -> Range | None: ...
    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...
    @property
    def date_precision(self) -> DatePrecision: ...
    @property
    def date_basis(self) -> DateBasis: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def target(self) -> str | None: ...
    @property
    def target_actor(self) -> ActorRef | None: ...
    @property
    def perpetrator(self) -> ActorRef | None: ...
    @property
    def claimed_by(self) -> tuple[ActorRef, ...]: ...
    @property
    def attributed_to(self) -> Sequence[Blamed]: ...
    @property
    def killed(self) -> Range | None: ...
    @property
    def injured(self) -> Range | None: ...
    @property
    def status(self) -> Status: ...
    @property
    def review_state(self) -> ReviewState: ...
    @property
    def background(self) -> bool: ...
    @property
    def mentions(self) -> tuple[str, ...]: ...
