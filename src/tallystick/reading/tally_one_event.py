"""Those of whom a sentence tells what one event did to them, so that no count sums them up."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite, is_plural
from tallystick.reading.tally_events import event_unit
from tallystick.reading.tally_window import Window
from tallystick.reading.verbs import verb_of

_NEAR = 10


def is_of_one_event(anchor: Token) -> bool:
    """True for those whom "a car bomb" killed, and those wounded "in the blasts", which are told elsewhere."""
    if anchor.lemma_.lower() in words_of("tallies", "totals"):
        return False
    verb = verb_of(anchor)
    if verb.dep_ == "relcl" and _tells_of_one(verb):
        return True
    if any(is_definite(t) and event_unit(t, of_violence=True) is not None for t in verb.subtree):
        return True
    if verb.dep_ == "relcl" and not is_plural(verb.head) and event_unit(verb.head, of_violence=True) is not None:
        return True
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c != anchor), None)
    return subject is not None and any(c.lower_ in ("a", "an", "another", "one") for c in subject.lefts)


def is_told_of_one(anchor: Token, window: Window) -> bool:
    """True for those of "since a chemical attack that killed 87 civilians", the attack being where the time begins."""
    clause = verb_of(anchor)
    begins = window.until is None and window.start < clause.head.i < window.start + _NEAR
    if (
        not begins
        or clause.dep_ != "relcl"
        or is_plural(clause.head)
        or anchor.lemma_.lower() in words_of("tallies", "totals")
    ):
        return False
    return event_unit(clause.head, of_violence=True) is not None


def _tells_of_one(clause: Token) -> bool:
    """True for "the bombing in the town, in which 11 people died", on whatever noun a parser hangs the clause."""
    before = clause.doc[clause.sent.start : clause.left_edge.i]
    event = next((t for t in reversed(before) if event_unit(t, of_violence=True) is not None), None)
    return event is not None and not is_plural(event)
