"""The judge that hears the rules first, and the encoder where it is sure.

What the encoder may do was chosen by measuring; docs/decisions/trained-reader.md has the figures.
"""

from __future__ import annotations

from spacy.tokens import Span

from tallystick.model.actor import Participant
from tallystick.model.quote import Quote
from tallystick.model.terms import Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.judge import RulesJudge
from tallystick.reading.phrases import is_plural
from tallystick.reading.segments import Segment
from tallystick.reading.specificity import is_one_of_many
from tallystick.reading.told import Told
from tallystick.reading.trained.candidates import choose_fillers
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.evidence import Evidence, RoleSpan
from tallystick.reading.trained.fillers import DOERS, HIT
from tallystick.reading.trained.filling import fill_frame, fill_the_rest
from tallystick.reading.trained.judge import find_trained_triggers
from tallystick.reading.trigger import Trigger
from tallystick.reading.triggers import is_listed
from tallystick.reading.weapons import WeaponSpan

_SURE = 0.9  # from here on a word tells an event though no rule knows it
_SURELY_NOT = 0.005  # below this a word tells none though a rule has it
# Below these the encoder doubts what the rules read, where it read the same words.
_DOUBTED = {Role.PERPETRATOR: 0.1, Role.TARGET: 0.05}
_NO_WEAPON = 0.2


class BothJudge(RulesJudge):
    """The rules' judgement, with what the encoder is surer of."""

    def __init__(self, document: Document, evidence: Evidence, card: Card) -> None:
        super().__init__(document)
        self._evidence = evidence
        self._card = card
        self._fillers = choose_fillers(document, evidence, card)

    def find_triggers(self, sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
        """The rules' triggers without those that the encoder takes for none, and those that only it is sure of."""
        ruled = [
            t
            for t in super().find_triggers(sentence, weapons)
            if _is_told_in_other_words(t) or self._likely(t, unread=1.0) >= _SURELY_NOT
        ]
        taken = {t.token.i for t in ruled} | {i for w in weapons for i in range(w.start, w.end)}
        added = [
            t
            for t in find_trained_triggers(self._evidence, self._card, sentence)
            if t.token.i not in taken and not is_listed(t.token) and self._is_sure(t)
        ]
        return tuple(sorted([*ruled, *added], key=_position))

    def choose_triggers(
        self, triggers: tuple[Trigger, ...], weapons: tuple[WeaponSpan, ...], segment: Segment
    ) -> tuple[Trigger, ...]:
        """Those that the rules find sound, and those that the encoder is sure of."""
        sound = super().choose_triggers(triggers, weapons, segment)
        return tuple(t for t in triggers if t in sound or (not is_listed(t.token) and self._is_sure(t)))

    def revise(self, frame: Frame) -> None:
        """Takes out whom and what the encoder doubts, and adds what it found; beside a doer of the rules, no other."""
        frame.trigger_probability = self._evidence.trigger_probability(frame.head)
        frame.participants = tuple(p for p in frame.participants if not self._is_doubted(p))
        frame.weapons = tuple(w for w in frame.weapons if self._is_weapon(w))
        fill_frame(self._document, self._fillers, frame, may_add=self._may_add)

    def tells_one(self, frame: Frame) -> bool:
        """By how much the rules read of it; so is one blow where the encoder sees what it hit, or with what."""
        if super().tells_one(frame):
            return True
        several = frame.head.pos_ in ("NOUN", "PROPN") and is_plural(frame.head)
        inside = (f for f in self._fillers if frame.segment.start <= f.start < frame.segment.end)
        return not several and not is_one_of_many(frame) and any(f.role not in DOERS for f in inside)

    def complete(self, told: Told) -> None:
        """Puts what stands apart from every event to the event told last before it."""
        fill_the_rest(self._document, self._fillers, told, may_add=self._may_add)

    def _may_add(self, frame: Frame, span: RoleSpan) -> bool:
        """False for a doer beside one that only the rules have."""
        if not span.role.startswith("perpetrator"):
            return True
        known = [p.quote for p in frame.participants if p.role is Role.PERPETRATOR]
        return all(any(q.overlaps(self._quote(s)) for s in self._fillers) for q in known)

    def _is_doubted(self, one: Participant) -> bool:
        """True for a doer or target of the rules to which the encoder gives no such part; a known actor stands."""
        span = self._document.span_of(one.quote)
        if one.role not in _DOUBTED or one.actor_id is not None or span is None:
            return False
        share = self._evidence.share_of(DOERS if one.role is Role.PERPETRATOR else HIT, span.start, span.end)
        return share is not None and share < _DOUBTED[one.role]

    def _is_weapon(self, weapon: WeaponSpan) -> bool:
        share = self._evidence.share_of(("weapon",), weapon.start, weapon.end)
        return share is None or share >= _NO_WEAPON

    def _quote(self, span: RoleSpan) -> Quote:
        return self._document.quote_span(self._document.doc[span.start : span.end])

    def _likely(self, trigger: Trigger, *, unread: float) -> float:
        likely = self._evidence.trigger_probability(trigger.token)
        return unread if likely is None else likely

    def _is_sure(self, trigger: Trigger) -> bool:
        return self._likely(trigger, unread=0.0) >= _SURE


def _is_told_in_other_words(trigger: Trigger) -> bool:
    """True for "placed a bomb" and "a contact with": the words around a plain one tell the event."""
    return trigger.strength == "noun" and not is_listed(trigger.token)


def _position(trigger: Trigger) -> int:
    return int(trigger.token.i)
