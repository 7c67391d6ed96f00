"""The judge that goes by the encoder alone."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import EventKind, Role
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.judge import RulesJudge
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.segments import Segment
from tallystick.reading.told import Told
from tallystick.reading.trained.candidates import choose_fillers
from tallystick.reading.trained.card import Card
from tallystick.reading.trained.evidence import Evidence
from tallystick.reading.trained.filling import fill_frame, fill_the_rest
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapons import WeaponSpan

_ASKED = (Role.PERPETRATOR, Role.TARGET, Role.VICTIM)


class TrainedJudge:
    """Takes the encoder's word for triggers, roles, modality and what is one event."""

    def __init__(self, document: Document, evidence: Evidence, card: Card) -> None:
        self._document = document
        self._evidence = evidence
        self._card = card
        self._fillers = choose_fillers(document, evidence, card)
        self._rules = RulesJudge(document)

    def may_tell_events(self) -> bool:
        """True if any sentence was worth reading."""
        return bool(self._evidence.is_read.any())

    def find_triggers(self, sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:  # noqa: ARG002
        """One trigger for each run of words that tell an event."""
        return tuple(find_trained_triggers(self._evidence, self._card, sentence))

    def choose_triggers(
        self,
        triggers: tuple[Trigger, ...],
        weapons: tuple[WeaponSpan, ...],  # noqa: ARG002
        segment: Segment,  # noqa: ARG002
    ) -> tuple[Trigger, ...]:
        """All of them."""
        return triggers

    def revise(self, frame: Frame) -> None:
        """Participants and modality as the encoder has them."""
        frame.trigger_probability = self._evidence.trigger_probability(frame.head)
        frame.participants = tuple(p for p in frame.participants if p.role not in _ASKED)
        fill_frame(self._document, self._fillers, frame)
        told = self._evidence.modality_of(frame.head)
        if told is not None:
            frame.modality = told[0]

    def find_antecedent(self, frame: Frame, earlier: list[Frame]) -> Frame | None:
        """The earlier event that is likeliest the same, if one is likely enough."""
        scored = [(self._evidence.same_event(frame.head, e.head) or 0.0, n) for n, e in enumerate(earlier)]
        best = max(scored, default=None)
        return earlier[best[1]] if best is not None and best[0] >= self._card.pair.threshold else None

    def tells_one(self, frame: Frame) -> bool:
        """As the rules have it: the encoder says what is told, not how much of it."""
        return self._rules.tells_one(frame)

    def complete(self, told: Told) -> None:
        """Puts the roles that stand apart to the event told last before them."""
        fill_the_rest(self._document, self._fillers, told)


def find_trained_triggers(evidence: Evidence, card: Card, sentence: Span) -> list[Trigger]:
    """The triggers of a sentence as the encoder has them, in order; neighbours of one label are one trigger."""
    runs: list[tuple[str, list[Token]]] = []
    for token in sentence:
        group = evidence.group_of(token)
        if group is None:
            continue
        if runs and runs[-1][0] == group and runs[-1][1][-1].i == token.i - 1:
            runs[-1][1].append(token)
        else:
            runs.append((group, [token]))
    return [trigger_of(sentence.doc[run[0].i : run[-1].i + 1].root, card.kinds_of_group[group]) for group, run in runs]


def trigger_of(token: Token, kinds: tuple[EventKind, ...]) -> Trigger:
    """A word as a trigger: of the kind that the word lists give it if that is one of ``kinds``, else of the first."""
    lemma = token.lemma_.lower()
    if lemma in words_of("triggers", "effect"):
        return Trigger(token, EventKind.OTHER_VIOLENCE, "effect")
    lists = load_lexicon("triggers")
    listed = (lists["nouns"] if token.pos_ in ("NOUN", "PROPN") else lists["verbs"]).get(lemma)
    kind = EventKind(listed) if listed in kinds else kinds[0]
    return Trigger(token, kind, "noun" if token.pos_ in ("NOUN", "PROPN") else "verb")
