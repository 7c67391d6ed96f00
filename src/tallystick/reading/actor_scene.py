"""In which states a report plays, by the places that it names: whose "the army" is, told without its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tallystick.model.expression import PlaceExpression
from tallystick.model.terms import ToponymUse
from tallystick.reading.actor_text import ActorText


class Scene:
    """The states of the places at which things happen, by sentence and in all."""

    def __init__(self, text: ActorText, places: Sequence[PlaceExpression]) -> None:
        self._text = text
        self._by_sentence: dict[int, set[str]] = {}
        self.states: Counter[str] = Counter()
        for told in places:
            if told.use is not ToponymUse.PLACE or told.place is None or told.place.country is None:
                continue
            word = text.word_at(told.quote.start)
            if _is_seat(text, text.word_at(told.quote.end - 1)):
                continue
            state = told.place.country.lower()
            self.states[state] += 1
            sentence = text.token(word).sent.start
            self._by_sentence.setdefault(sentence, set()).add(state)

    @property
    def main(self) -> str | None:
        """The state of most places, of equals the one told first; null if no place is known."""
        return max(self.states, key=self.states.__getitem__, default=None)

    def at(self, word: int) -> str | None:
        """The state in which a word's sentence plays, if its places tell one alone."""
        here = self._by_sentence.get(self._text.token(word).sent.start, set())
        return next(iter(here)) if len(here) == 1 else None


def _is_seat(text: ActorText, last: int) -> bool:
    """True for the place of "the London-based monitor", where somebody sits and nothing happens."""
    return text.key(last + 1) == "based" and text.is_joined(last + 1)
