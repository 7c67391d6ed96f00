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


def belonging_of(word: Token, events: Collection[int], head: Token | None = None) -> Belonging:
    """Of what ``word`` tells, in a sentence whose events are told by the tokens at ``events``, foremost by ``head``.

    "The army said on Sunday that rebels had attacked Goma on Friday": Sunday is of the telling. "The blast damaged the
    opera, which was opened in 2004": 2004 is of neither; nor is Monday in "troops shelled rebels who attacked Goma on
    Monday" of the shelling.
    """
    is_of_event = False
    for above in (word, *word.ancestors):
        is_of_event = is_of_event or above.i in events or _is_said(above)
        if above.pos_ in ("VERB", "AUX"):
            if above.dep_ == "relcl" and _tells_of_another(above, events, head):
                return Belonging.BY_THE_WAY
            if not is_of_event and _speaks_of_it(above):
                return Belonging.TELLING
        if above == head:
            break
    return Belonging.EVENT


def _speaks_of_it(verb: Token) -> bool:
    """True for a verb of saying, of denying and of blaming."""
    lemma = verb.lemma_.lower()
    return says(verb) or lemma in words_of("cues", "denies") or lemma in words_of("roles", "blames")


def _is_said(verb: Token) -> bool:
    """True for "killed" in "troops killed six in a gun duel at Buruku, he announced", with all that hangs on it."""
    return verb.dep_ == "ccomp" and verb.pos_ == "VERB" and not says(verb) and says(verb.head)


def _tells_of_another(clause: Token, events: Collection[int], head: Token | None) -> bool:
    """True for a relative clause that neither holds the event, nor hangs on its word, nor says only that it was."""
    held = events if head is None else (head.i,)
    if clause.head.i in events or any(t.i in held for t in clause.subtree):
        return False
    return clause.lemma_.lower() not in words_of("cues", "happen")
