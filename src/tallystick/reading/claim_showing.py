"""Claims without the word: footage of the deed put out by its doer ("posted a video of it"), and "it said so"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.mention import ClaimMention
from tallystick.model.terms import Role
from tallystick.reading.claim_deeds import clause_of
from tallystick.reading.claim_happened import happened
from tallystick.reading.claim_makers import claimant_of
from tallystick.reading.claim_making import can_claim, make_claim
from tallystick.reading.claim_pointing import nouns_of_deeds
from tallystick.reading.document import Document
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import is_definite, object_of, says, subject_of
from tallystick.reading.told import Told


def shown_or_said(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that shows its deed, or of which a report says that it told so itself; null where none."""
    if not told.events or not happened(verb):
        return None
    quote = document.quote_span(clause_of(verb, sentence))
    if _shows_deed(verb):
        by = claimant_of(document, subject_of(verb), sentence)
        named = by is not None and can_claim(document, by, strict=True)
        return make_claim(document, by, sentence, told, verb, quote) if named and by is not None else None
    done = _told_of_itself(document, verb, told)
    if done is None:
        return None
    by = next((t for t in done.span if t.i in document.actor_at and can_claim(document, t, strict=True)), None)
    return make_claim(document, by, sentence, told, verb, quote, over=(done,)) if by is not None else None


def _shows_deed(verb: Token) -> bool:
    """True for "posted a video of it" and "released footage of the ambush"."""
    thing = object_of(verb)
    if verb.lemma_.lower() not in words_of("claims", "shows") or thing is None:
        return False
    if thing.lemma_.lower() not in words_of("claims", "footage"):
        return False
    of = [g for c in thing.rights if c.lower_ == "of" for g in c.rights if g.dep_ == "pobj"]
    return any(g.lower_ == "it" or (is_definite(g) and g.lemma_.lower() in nouns_of_deeds()) for g in of)


def _told_of_itself(document: Document, verb: Token, told: Told) -> Frame | None:
    """The deed of "X had killed a mayor; it said so in a leaflet": the last one told, done by who speaks."""
    so = says(verb) and any(c.lower_ == "so" for c in verb.rights)
    subject = subject_of(verb)
    if not so or subject is None:
        return None
    last = next((f for f in reversed(told.events) if f.head.i < verb.i), None)
    if last is None or last.sentence.end < verb.sent.start:
        return None
    doers = {p.actor_id for p in last.participants if p.role is Role.PERPETRATOR} - {None}
    speaker = document.actor_at.get(subject.i)
    itself = subject.lower_ in ("it", "they") or (speaker is not None and speaker.actor_id in doers)
    return last if doers and itself else None
