"""A claim mention from its words: who claims, over what, how."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.claim import ClaimChannel
from tallystick.model.mention import ClaimMention
from tallystick.model.quote import Quote
from tallystick.model.terms import ActorType, ClaimMode, ParticipantType, Quantifier, Role
from tallystick.model.when import When
from tallystick.reading.claim_manner import read_channel, read_mode
from tallystick.reading.claim_quantity import Quantity, read_quantity, read_scope
from tallystick.reading.claim_reach import bulk_claimed, counted, covered_by, listed_behind
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id, quote_of
from tallystick.reading.frame import Frame
from tallystick.reading.lexicon import words_of
from tallystick.reading.numbers import number_before
from tallystick.reading.participant_names import participant_of
from tallystick.reading.phrases import noun_phrase
from tallystick.reading.speakers import actor_named_by
from tallystick.reading.told import Told

_STATES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY, ActorType.COALITION, ActorType.MEDIA)
_UNNAMED = frozenset({"unnamed", "unidentified"})
_BANDS = frozenset({
    "group", "faction", "militia", "movement", "organisation", "organization", "militants", "rebels",
})  # fmt: skip


def can_claim(document: Document, token: Token, *, strict: bool = False) -> bool:
    """True if a noun names somebody who may claim a deed: no state, no paper and no known civil body.

    If ``strict``, only a known band may.
    """
    expression = actor_named_by(document, token)
    if expression is None:
        expression = next(
            (document.actor_at[t.i] for t in token.subtree if t.i in document.actor_at and t.i <= token.i), None
        )
    if expression is None:
        return not strict and (token.lemma_.lower() in _BANDS or is_part_of_group(token))
    known_body = expression.type is ActorType.ORGANISATION and expression.actor_id is not None
    if expression.type in _STATES or known_body:
        return False
    loose = (ActorType.PERSON, ActorType.ORGANISATION, ActorType.GROUP_OF_PEOPLE, ActorType.UNKNOWN)
    return not (strict and expression.type in loose)


def is_part_of_group(token: Token) -> bool:
    """True for "its Basra branch": a part, with a name of its own, of a group told before."""
    named = any(c.dep_ in ("compound", "nmod", "amod") and c.text[:1].isupper() for c in token.lefts)
    owned = any(c.lower_ in ("its", "their") for c in token.lefts)
    return named and owned and token.lemma_.lower() in words_of("claims", "parts")


def is_its_own(token: Token) -> bool:
    """True for "the group", "its channel" and "a spokesman for the movement": who claimed, by another word."""
    if token.lemma_.lower() in words_of("claims", "speakers"):
        spoken_for = [g for c in token.rights if c.lower_ in ("for", "of") for g in c.rights if g.dep_ == "pobj"]
        return any(map(is_its_own, spoken_for)) or any(c.lower_ in ("its", "their") for c in token.lefts)
    owners = [c for c in token.lefts if c.dep_ == "poss"]
    if any(o.lower_ in ("its", "their") or is_its_own(o) for o in owners):
        return True
    back = not owners and any(c.lower_ in ("the", "this", "that") for c in token.lefts)
    return back and token.lemma_.lower() in _BANDS | words_of("claims", "accounts")


def make_claim(
    document: Document,
    claimant: Token,
    sentence: Span,
    told: Told,
    anchor: Token,
    quote: Quote,
    *,
    shared: int = 0,
    over: tuple[Frame, ...] = (),
) -> ClaimMention:
    """The claim that stands at ``anchor``; ``shared`` numbers those who claim together, from 1.

    What it covers is read from its words, unless they are known to be ``over`` some events.
    """
    quantity = _quantity(anchor, sentence) if not over else Quantity()
    made_by, made_on = _claimant(document, claimant), day_of(document, anchor)
    covered = list(over) or covered_by(document, anchor, sentence, told, by=made_by.actor_id, on=made_on)
    if over:
        made_on = When()
    elif quantity.back is not None or quantity.of_set:
        covered = counted(anchor, sentence, told, quantity)
    elif (bulk := bulk_claimed(anchor, sentence, told)) is not None:
        covered = listed_behind(anchor, sentence, told)
        several = _several(bulk)
        quantity = Quantity(Quantifier.ALL, len(covered)) if covered else several
    elif len(covered) > 1:
        quantity = Quantity(Quantifier.ALL, len(covered))
    mode, channel = _manner(document, anchor, sentence)
    return ClaimMention(
        id=mention_id(document.report.id, "claim", quote, anchor.i - sentence.start + 1000 * max(0, shared - 1)),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("claim"),
        reader=READER,
        claimant=made_by,
        covers=tuple(
            sorted(mention_id(document.report.id, "event", quote_of(document, f), f.ordinal) for f in covered)
        ),
        quantifier=quantity.quantifier,
        number=quantity.number,
        of=quantity.of,
        scope=read_scope(document, quantity, sentence) if quantity.noun is not None and not covered else None,
        mode=mode,
        channel=channel,
        when=made_on,
        is_shared=shared > 0,
    )


def _quantity(anchor: Token, sentence: Span) -> Quantity:
    passive = next((c for c in anchor.lefts if c.dep_ == "nsubjpass"), None) if anchor.pos_ == "VERB" else None
    if passive is not None:
        return read_quantity(sentence.doc[passive.left_edge.i : anchor.i])
    return read_quantity(sentence.doc[anchor.i + 1 : sentence.end])


def _several(bulk: Token) -> Quantity:
    """The quantity of what is told in bulk: so many attacks, or several of which no numeral tells how many."""
    number = number_before(bulk) if bulk.pos_ in ("NOUN", "PROPN") else None
    exact = number.value if number is not None and number.value > 1 else None
    return Quantity(Quantifier.SEVERAL, exact, of_set=True, noun=bulk if bulk.pos_ == "NOUN" else None)


def _manner(document: Document, anchor: Token, sentence: Span) -> tuple[ClaimMode, ClaimChannel | None]:
    """How and by which channel: from the clause of the claim, else from its sentence, else from the one behind it."""
    for span in (_own_clause(anchor, sentence), sentence, _on_the_claim(document, sentence)):
        if span is not None and (mode := read_mode(span)) is not ClaimMode.UNKNOWN:
            return mode, read_channel(document, span)
    return ClaimMode.UNKNOWN, read_channel(document, sentence)


def _own_clause(anchor: Token, sentence: Span) -> Span | None:
    """The stretch of a claim in a sentence of several main clauses; null where it has but one."""
    others = [t for t in anchor.conjuncts if t.pos_ == "VERB" and sentence.start <= t.i < sentence.end]
    if not others:
        return None
    starts = [
        min(c.left_edge.i for c in t.lefts) if any(True for _ in t.lefts) else t.i for t in others if t.i > anchor.i
    ]
    ends = [t.i + 1 for t in others if t.i < anchor.i]
    start = (
        max([sentence.start, *(e for e in ends)]) if any(c.dep_ == "nsubj" for c in anchor.lefts) else sentence.start
    )
    return sentence.doc[start : min([sentence.end, *starts])]


def _on_the_claim(document: Document, sentence: Span) -> Span | None:
    """The next sentence, if it is on the claim itself ("The claim was carried by …", "It made it in a video")."""
    following = next((s for s in document.sentences if s.start >= sentence.end), None)
    if following is None or following.start - sentence.end > 1:
        return None
    first = [t.lower_ for t in following[:4]]
    return (
        following if any(w in ("claim", "claims", "statement", "message", "footage", "video") for w in first) else None
    )


def _claimant(document: Document, token: Token) -> Participant:
    named = actor_named_by(document, token)
    if named is None or document.head_of(named) != token:
        inner = next((t for t in token.subtree if t.i in document.actor_at and t.i <= token.i), None)
        head = document.head_of(named) if named is not None else inner
        token = head if head is not None else token
    made = participant_of(document, token, Role.CLAIMANT)
    owner = next((c for c in token.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    if owner is not None and token.lemma_.lower() in words_of("claims", "bearers"):
        # "Al-Shabaab's spokesman" speaks for it: the claim is the group's own.
        spoken_for = document.quote_span(token.doc[owner.left_edge.i : owner.i + 1])
        made = made.model_copy(update={"name": _without_article(spoken_for.exact)})
    if any(c.lower_ in _UNNAMED for c in token.lefts):
        phrase = document.quote_span(noun_phrase(token, tail=False))
        return made.model_copy(update={"name": phrase.exact, "actor_id": None, "quote": phrase})
    if made.actor_id is None and (is_part_of_group(token) or token.pos_ == "PROPN" or token.text.isupper()):
        made = made.model_copy(update={"name": _without_article(made.name)})
    if made.type in (ParticipantType.FACILITY, ParticipantType.PLACE):
        return made.model_copy(update={"type": ParticipantType.ORGANISATION})
    return made


def _without_article(name: str) -> str:
    """A name without "the" or "its" before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "its", "their") else name


def day_of(document: Document, verb: Token) -> When:
    """The day that a verb itself bears ("took responsibility on Friday for Wednesday's bombing")."""
    for expression in document.dates:
        head = document.head_of(expression)
        if head is None or expression.timex.is_stretch:
            continue
        above = head.head if head.dep_ in ("pobj", "npadvmod", "tmod") else None
        if head.dep_ in ("npadvmod", "tmod", "advmod") and head.head == verb:
            return expression.when
        fronted = above is not None and above.is_sent_start and verb.dep_ == "ROOT" and above.sent == verb.sent
        if above is not None and above.dep_ == "prep" and (above.head == verb or fronted):
            return expression.when
    return When()
