"""What a day or a place in a sentence belongs to: the event, the telling of it, or something said by the way."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from spacy.tokens import Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import says


class Belonging(Enum):
    """Of what a word tells the day or the place."""

    EVENT = "event"
    TELLING = "telling"
    BY_THE_WAY = "by the way"


def belonging_of(word: Token, events: Collection[int]) -> Belonging:
    """Of what ``word`` tells, in a sentence whose events are told by the tokens at ``events``.

    "The army said on Sunday that rebels had attacked Goma on Friday": Sunday is of the telling. "The blast damaged the
    opera, which was opened in 2004": 2004 is of neither.
    """
    for above in (word, *word.ancestors):
        if above.i in events:
            return Belonging.EVENT
        if above.pos_ not in ("VERB", "AUX"):
            continue
        if says(above):
            return Belonging.TELLING
        if above.dep_ == "relcl" and above.head.i not in events and not _holds(above, events):
            return Belonging.EVENT if above.lemma_.lower() in words_of("cues", "happen") else Belonging.BY_THE_WAY
    return Belonging.EVENT


def _holds(clause: Token, events: Collection[int]) -> bool:
    return any(t.i in events for t in clause.subtree)
