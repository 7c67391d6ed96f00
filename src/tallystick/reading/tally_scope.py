"""Over what a count counts: by whom, on whom, where, with what; and who counted."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import TallyPart, TallyScope
from tallystick.model.terms import WeaponKind
from tallystick.reading.document import Document
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import noun_phrase, subject_of
from tallystick.reading.speaker_finding import find_speaker
from tallystick.reading.tally_areas import find_areas
from tallystick.reading.tally_count import Count
from tallystick.reading.tally_sides import find_actor, find_target


def find_scope(document: Document, sentence: Span, count: Count, parts: Sequence[TallyPart]) -> TallyScope:
    """The scope of a count by its own sentence."""
    weapons = {w.kind for w in document.weapons if sentence.start <= w.start < sentence.end} - {WeaponKind.OTHER}
    return TallyScope(
        actor=find_actor(document, count),
        target=find_target(document, count),
        areas=find_areas(document, sentence, count, parts),
        weapons=tuple(sorted(weapons)),
    )


def find_counter(document: Document, sentence: Span, count: Count) -> ActorRef | None:
    """Who counted: who says so, whose verb of counting it is, or whose total."""
    speaker = find_speaker(count.anchor, sentence) or _counting_subject(count.anchor) or _owner_of_total(sentence)
    return _ref(document, speaker)


def _counting_subject(anchor: Token) -> Token | None:
    counting = words_of("tallies", "count")
    verb = next((a for a in anchor.ancestors if a.pos_ == "VERB" and a.lemma_.lower() in counting), None)
    return subject_of(verb) if verb is not None else None


def _owner_of_total(sentence: Span) -> Token | None:
    total = next((t for t in sentence if t.lemma_.lower() in words_of("tallies", "totals")), None)
    return next((c for c in total.lefts if c.dep_ == "poss"), None) if total is not None else None


def _ref(document: Document, token: Token | None) -> ActorRef | None:
    if token is None:
        return None
    expression = document.actor_at.get(token.i)
    if expression is not None:
        return ActorRef(id=expression.actor_id, name=expression.name)
    if token.pos_ == "PRON":
        return None
    return ActorRef(name=document.quote_span(noun_phrase(token)).exact)
