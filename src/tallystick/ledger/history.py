"""The journal and the history of a ledger: what people decided, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime

from tallystick.ledger import changes, journal, numbers
from tallystick.ledger import turn as turns
from tallystick.ledger.database import Database
from tallystick.ledger.numbers import Numbers
from tallystick.ledger.seen import check_unchanged, check_undecided, pending
from tallystick.ledger.turn import Turn
from tallystick.model.actor import ActorRef
from tallystick.model.change import DatedChange
from tallystick.model.decision import Act, Decision, in_force
from tallystick.model.quote import Quote
from tallystick.model.relation import RelationEnds


class History:
    """The part of a ledger that is only ever added to by people's decisions, and by what derivations changed."""

    _database: Database

    def turn(self) -> Turn:
        """The moment as it is: taken before reading what a derivation rests on, and handed to ``save_derived``."""
        with self._database.read() as connection:
            return turns.now(connection)

    def numbers(self) -> Numbers:
        """How far the ledger is, whichever process wrote it."""
        with self._database.read() as connection:
            return numbers.now(connection)

    def changes(
        self,
        *,
        ids: Collection[str] | None = None,
        after: datetime | int | None = None,
        until: datetime | int | None = None,
    ) -> tuple[DatedChange, ...]:
        """What the derivations changed, oldest first: of incidents, claims, tallies and reports, of those with these
        ids if given, between two moments.

        A moment is a time with its zone, or the number of a derivation. ``after`` counts from that time on, or after
        that derivation; ``until`` up to that time exclusive, or up to and with that derivation.
        """
        with self._database.read() as connection:
            return changes.history(connection, ids=ids, after=after, until=until)

    def append_decision(
        self,
        act: Act,
        *,
        by: str,
        incident_id: str | None = None,
        anchors: Iterable[Quote] = (),
        other_anchors: Iterable[Quote] = (),
        mention_id: str | None = None,
        relation: RelationEnds | None = None,
        name: str | None = None,
        actor: ActorRef | None = None,
        field: str | None = None,
        value: str | None = None,
        reason: str | None = None,
        undoes: int | None = None,
        score: float | None = None,
        at: datetime | None = None,
        seen: Mapping[str, str] | None = None,
        last_seen: int | None = None,
    ) -> Decision:
        """Adds a decision to the journal and gives it back with its number. ``at`` is now, unless given.

        ``seen`` gives, by id, the versions of the incidents that the decision rests on, or of the relation, as
        ``version_of`` and ``version_of_relation`` tell them; ``last_seen`` the number of the last entry on the same
        mention or name that the user saw, 0 for none.

        Raises:
            ChangedError: E311 if one is not as it was seen, or another decision on it waits to be derived from.
            TallystickError: E304 if it undoes a decision that the journal does not hold, E314 if it undoes one that is
                taken back already. Nothing is written, whichever it is.
            ValueError: if it is an undo that names no decision, or names one without being an undo.

        """
        draft = Decision(
            id=0,
            at=at or datetime.now(UTC),
            by=by,
            act=act,
            incident_id=incident_id,
            anchors=tuple(anchors),
            other_anchors=tuple(other_anchors),
            mention_id=mention_id,
            relation=relation,
            name=name,
            actor=actor,
            field=field,
            value=value,
            reason=reason,
            undoes=undoes,
            score=score,
        )
        with self._database.write(durable=True) as connection:
            check_unchanged(connection, draft, seen or {})
            if last_seen is not None:
                check_undecided(connection, draft, last_seen)
            return journal.append(connection, draft)

    def journal(self, *, after: int = 0) -> tuple[Decision, ...]:
        """All decisions ever taken, undos among them, oldest first; or those after that number."""
        with self._database.read() as connection:
            return journal.entries(connection)[after:]

    def active_decisions(self, *, until: int | None = None) -> tuple[Decision, ...]:
        """The decisions that hold, oldest first; an undo is none itself, and an undo undone revives what it undid.

        ``until`` is the number of the last entry that counts: all, unless given.
        """
        return in_force(entry for entry in self.journal() if until is None or entry.id <= until)

    def pending_decisions(self) -> tuple[Decision, ...]:
        """The decisions that nothing was derived from yet, undos among them, oldest first."""
        with self._database.read() as connection:
            return pending(connection)
