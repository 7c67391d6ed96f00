"""Whether officials tell what an Arabic sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from tallystick.model.expression import ActorExpression
from tallystick.model.terms import ActorType
from tallystick.reading.arabic.names import Named
from tallystick.reading.arabic.passage import Passage
from tallystick.reading.arabic.phrases import (
    has_cue,
    verbs_in,
    words_in,
)
from tallystick.reading.arabic.words import Word

_NEAR = 5
_BODIES = (ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY)


def officials_speak(words: Sequence[Word]) -> bool:
    """True for an office or an officer soon behind a word of saying: "the police said", "according to a ministry"."""
    says = (at for at, word in enumerate(words) if word.is_one_of(words_in("speaking") | verbs_in("accusing")))
    return any(has_cue(words[at + 1 : at + 1 + _NEAR], "officials") for at in says)


def speaks_for_state(passage: Passage, named: Named, actor: ActorExpression) -> bool:
    """True for a body of a state, or a state named right behind a verb of saying; not for an adjective."""
    if actor.type is ActorType.STATE:
        return named.first > 0 and passage.words[named.first - 1].is_one_of(words_in("speaking"))
    return actor.type in _BODIES
