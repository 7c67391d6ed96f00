"""Whether an event is told as news, or as history to explain the news."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.phrases import says

_LONG_AGO_DAYS = 60
_RECALLS = frozenset({"recall", "remember", "mark", "commemorate"})


def is_told_as_earlier(head: Token) -> bool:
    """True for what "had" happened, was "earlier" reported or is followed by the news: older, of no told day."""
    if head.dep_ in ("dobj", "obj") and head.head.lemma_ == "follow":
        return True
    for token in (head, *head.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            words = {c.lower_ for c in token.children}
            if words & {"earlier", "previously"} or ("had" in words and not _is_reported_speech(token)):
                return True
            if token.dep_ in ("ROOT", "relcl"):
                break
    return False


def follow_up_of(head: Token) -> Token | None:
    """The verb by which something is done about a deed later: "jailed" in "was jailed on Friday for the attack", "took"
    in "took responsibility on Friday for the attack".
    """
    if head.pos_ not in ("NOUN", "PROPN"):
        return None
    for above in head.ancestors:
        if above.lower_ in load_lexicon("speech")["claim"]["responsibility"]:
            return next((a for a in above.ancestors if a.pos_ == "VERB"), None)
        if above.pos_ == "VERB":
            return above if above.lemma_.lower() in words_of("cues", "afterwards") else None
    return None


def is_counted(head: Token) -> bool:
    """True for "three strikes so far", a sum whose parts have days of their own."""
    number = number_before(head) if head.pos_ in ("NOUN", "PROPN") else None
    return number is not None and number.value > 1


def _is_reported_speech(verb: Token) -> bool:
    """True for "had" in "said it had fired", which only follows the tense of the saying."""
    return verb.dep_ == "ccomp" and says(verb.head) and verb.head.tag_ in ("VBD", "VBN")


def is_background(document: Document, frame: Frame) -> bool:
    """True for history told as background: "earlier" attacks, what set things off, what lies two months back."""
    head = frame.head
    if head.pos_ in ("NOUN", "PROPN"):
        for child in head.lefts:
            if child.lower_ in words_of("cues", "earlier") and child.dep_ in ("amod", "advmod"):
                return True
    if frame.segment.subordinate in words_of("cues", "cause"):
        return True
    if any(a.lemma_.lower() in _RECALLS for a in head.ancestors):
        return True
    published = document.report.published_on
    end = frame.dates[0].when.end if frame.dates else frame.when.end
    return published is not None and end is not None and (published - end).days > _LONG_AGO_DAYS
