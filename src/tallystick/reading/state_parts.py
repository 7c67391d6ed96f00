"""What a report says that a state had to do with the deed of others: ordered it, approved it, knew of it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.knowledge.actors import OF_A_STATE
from tallystick.model.actor import ActorRef
from tallystick.model.mention import StatePart
from tallystick.model.terms import Modality, PlacePrecision, Responsibility, Role
from tallystick.reading.document import Document
from tallystick.reading.grounds import event_of
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.participant_names import participant_of
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.speakers import author_of
from tallystick.reading.told import Told, position_of

_TOLD = (Modality.ACTUAL, Modality.ALLEGED)
_GAP = 3
"""How many words may lie between the cue and the state ("ordered by officials in Tehran"). Our choice."""


def take_state_parts(document: Document, told: Told) -> None:
    """Adds to each event what its report says that a state had to do with it, on whose word it is said.

    What is denied, doubted or only asked is left out, and so is what a state is said to give a group in general.
    """
    events = [f for f in sorted(told.events, key=position_of) if f.modality in _TOLD]
    for sentence in document.sentences:
        for part in find_state_parts(document, sentence):
            frame = event_of(sentence, events)
            if frame is not None and part not in frame.state_parts:
                frame.state_parts = (*frame.state_parts, part)


def find_state_parts(document: Document, sentence: Span) -> Iterator[StatePart]:
    """The parts that a sentence gives to states."""
    there = {t.lower_ for t in sentence}
    for sort, find in (("before", _before), ("own", _own), ("does", _does)):
        for term, phrases in load_lexicon("state_parts")[sort].items():
            for phrase in map(str.split, phrases):
                if not there.issuperset(phrase):
                    continue
                for state, words in find(document, sentence, phrase):
                    if not _is_withheld(words):
                        yield StatePart(
                            state=state,
                            part=Responsibility(term),
                            by=_speaker(document, words[0], sentence),
                            quote=document.quote_span(words),
                        )


def _before(document: Document, sentence: Span, phrase: list[str]) -> Iterator[tuple[ActorRef, Span]]:
    for cue in _found(sentence, phrase):
        for i in range(cue.end, min(cue.end + _GAP + 1, sentence.end)):
            state = _state_at(document, i)
            if state is not None:
                yield state, sentence.doc[cue.start : _last(document, i) + 1]
                break


def _own(document: Document, sentence: Span, phrase: list[str]) -> Iterator[tuple[ActorRef, Span]]:
    for cue in _found(sentence, phrase):
        noun = cue[0]
        for child in noun.lefts:
            state = _state_at(document, child.i)
            first = min((t.i for t in noun.subtree), default=noun.i)
            if state is None or first == sentence.start or child.dep_ not in ("poss", "amod", "compound", "nmod"):
                continue
            if sentence.doc[first - 1].lower_ in words_of("state_parts", "holds"):
                yield state, sentence.doc[first - 1 : cue.end]


def _does(document: Document, sentence: Span, phrase: list[str]) -> Iterator[tuple[ActorRef, Span]]:
    for cue in _found(sentence, phrase):
        for i in range(cue.start - 1, max(cue.start - _GAP, sentence.start) - 1, -1):
            state = _state_at(document, i)
            if state is not None:
                yield state, sentence.doc[i : cue.end]
                break


def _found(sentence: Span, phrase: list[str]) -> Iterator[Span]:
    words = [t.lower_ for t in sentence]
    for at in range(len(words) - len(phrase) + 1):
        if words[at : at + len(phrase)] == phrase:
            yield sentence[at : at + len(phrase)]


def _state_at(document: Document, index: int) -> ActorRef | None:
    """The state, or body of one, that a word names; a country stands for its state."""
    actor = document.actor_at.get(index)
    if actor is not None:
        known = actor.actor_id is not None and actor.type in OF_A_STATE
        return ActorRef(id=actor.actor_id, name=actor.name) if known else None
    named = document.place_at.get(index)
    place = named.place if named is not None else None
    if place is None or place.precision is not PlacePrecision.COUNTRY or not place.country:
        return None
    return ActorRef(id=place.country.lower(), name=place.name)


def _last(document: Document, index: int) -> int:
    """The last token of the name at a token."""
    named = document.actor_at.get(index) or document.place_at.get(index)
    span = document.span_of(named.quote) if named is not None else None
    return index if span is None else max(index, span.end - 1)


def _speaker(document: Document, token: Token, sentence: Span) -> ActorRef | None:
    speaker = author_of(find_speaker(token, sentence))
    if speaker is None or speaker.pos_ == "PRON":
        return None
    voice = participant_of(document, speaker, Role.ATTRIBUTOR)
    return ActorRef(id=voice.actor_id, name=voice.name)


def _is_withheld(words: Span) -> bool:
    """True if the clause denies it, doubts it or leaves it open."""
    withheld = words_of("grounds", "withholds") | words_of("state_parts", "withholds")
    before = [t for t in words.sent if t.i < words.end and t.ent_type_ != "PERSON"]
    return any(t.lower_ in withheld or t.lemma_.lower() in withheld for t in before)
