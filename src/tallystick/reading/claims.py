"""Claims of responsibility: who claims, how, and how far the claim reaches."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import Participant
from tallystick.model.mention import ClaimMention
from tallystick.model.quote import Quote
from tallystick.model.terms import (
    ActorType,
    ClaimMode,
    ClaimStatus,
    Modality,
    ParticipantType,
    Quantifier,
    Role,
)
from tallystick.reading.claim_reach import covered_by, is_over_bulk, read_quantifier
from tallystick.reading.confidence import confidence_of
from tallystick.reading.denials import disowns
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id, quote_of
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.participant_names import participant_of
from tallystick.reading.phrases import agent_of, object_of, says, subject_of
from tallystick.reading.speakers import actor_named_by, author_of
from tallystick.reading.told import Told

_STATES = (ActorType.STATE, ActorType.ARMED_FORCES, ActorType.GOVERNMENT_BODY, ActorType.COALITION, ActorType.MEDIA)
_OWN = frozenset({"it", "they", "its", "their", "he", "we", "our"})


def find_claims(document: Document, told: Told) -> tuple[ClaimMention, ...]:
    """The claims of a report. A claim over a quantified set ("most of these attacks") covers no single event."""
    claims: dict[str, ClaimMention] = {}
    for sentence in document.sentences:
        for token in sentence:
            claim = _claim_at(document, token, sentence, told)
            if claim is not None:
                claims.setdefault(claim.id, claim)
            elif claims and _withdraws(token):
                last = list(claims)[-1]
                claims[last] = claims[last].model_copy(update={"status": ClaimStatus.WITHDRAWN})
    return tuple(claims[i] for i in sorted(claims))


def _withdraws(verb: Token) -> bool:
    """True for "later withdrew its claim"."""
    thing = object_of(verb) if verb.lemma_.lower() in ("withdraw", "retract", "rescind") else None
    return thing is not None and thing.lemma_.lower() in ("claim", "statement", "responsibility")


def _claim_at(document: Document, token: Token, sentence: Span, told: Told) -> ClaimMention | None:
    if token.pos_ == "VERB" and _is_claiming(token):
        return _stated_claim(document, token, sentence, told)
    if token.pos_ == "VERB" and says(token) and not _explains_claim(token):
        return _behind_it(document, token, sentence, told) or _own_report(document, token, sentence, told)
    if token.lower_ == "claim" and token.pos_ == "NOUN":
        by = next((g for c in token.rights if c.lower_ == "by" for g in c.rights if g.dep_ == "pobj"), None)
        by = by or next((c for c in token.lefts if c.dep_ == "poss"), None)
        if by is not None and _can_claim(document, by):
            return _make(document, by, sentence, told, token, document.quote_span(sentence))
    return None


def _explains_claim(verb: Token) -> bool:
    """True for "saying" in "claimed the attack, saying its fighters had …", which makes no second claim."""
    return verb.dep_ in ("advcl", "conj") and verb.head.pos_ == "VERB" and _is_claiming(verb.head)


def _is_claiming(token: Token) -> bool:
    verbs = load_lexicon("speech")["claim"]["verbs"]
    lemma = token.lemma_.lower()
    if lemma not in verbs:
        return False
    wanted = verbs[lemma]
    if wanted is None:
        return True
    return any(t.lower_ in load_lexicon("speech")["claim"]["responsibility"] for t in token.doc[token.i : token.i + 5])


def _stated_claim(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
        verb.tag_ == "VBN" and agent_of(verb) is not None
    )
    claimant = agent_of(verb) if passive else author_of(subject_of(verb))
    if claimant is None or not _can_claim(document, claimant):
        return None
    if _is_nobody(claimant) or _is_negated(verb):
        return None
    if not passive and not _is_over_event(verb, told, sentence):
        return None
    return _make(document, claimant, sentence, told, verb, document.quote_span(_clause(verb, sentence)))


def _is_over_event(verb: Token, told: Told, sentence: Span) -> bool:
    """True for "claimed the attack" and "claimed responsibility"; not for "claimed that prices rose"."""
    words = {t.lower_ for t in sentence.doc[verb.i : sentence.end]}
    if words & set(load_lexicon("speech")["claim"]["responsibility"]):
        return True
    thing = object_of(verb)
    if thing is not None:
        lemmas = {thing.lemma_.lower(), *(t.lemma_.lower() for t in thing.subtree)}
        return bool(lemmas & (words_of("triggers", "nouns") | {"operation", "responsibility", "incident"}))
    return any(verb.i < f.head.i < sentence.end and f.sentence.start == sentence.start for f in told.events)


def _behind_it(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim in "said it was behind the attack" and "said it was responsible"."""
    claimant = subject_of(verb)
    if claimant is None or not _can_claim(document, claimant) or _is_nobody(claimant):
        return None
    behind = next(
        (t for t in verb.subtree if t.i > verb.i and t.lower_ in load_lexicon("speech")["claim"]["behind"]), None
    )
    if behind is None:
        return None
    if any(t.dep_ == "neg" or t.lower_ in ("not", "nothing", "no") for t in sentence.doc[verb.i : behind.i]):
        return None
    if not any(t.lower_ in _OWN for t in sentence.doc[verb.i : behind.i]):
        return None
    return _make(document, claimant, sentence, told, verb, document.quote_span(_clause(verb, sentence)))


def _own_report(document: Document, verb: Token, sentence: Span, told: Told) -> ClaimMention | None:
    """The claim of a group that tells a deed as its own, or that alone tells it ("said it had fired rockets at …")."""
    claimant = author_of(subject_of(verb))
    if claimant is None or not _can_claim(document, claimant, strict=True) or any(map(disowns, verb.subtree)):
        return None
    tree = set(verb.subtree)
    content = [
        f
        for f in [*told.events, *told.bulk]
        if f.sentence.start <= verb.i < f.sentence.end
        and any(verb.i < t.token.i and t.token in tree for t in f.triggers)
        and f.modality in (Modality.ACTUAL, Modality.ALLEGED)
        and not f.is_told_of_another
    ]
    absorbed = [
        f for f in told.events if f not in content and any(verb.i in range(s.start, s.end) for s in f.stretches[1:])
    ]
    own = any(t.lower_ in _OWN for t in sentence.doc[verb.i : min(sentence.end, verb.i + 6)])
    if not content and not (absorbed and own):
        return None
    return _make(document, claimant, sentence, told, verb, document.quote_span(_clause(verb, sentence)))


def _can_claim(document: Document, token: Token, *, strict: bool = False) -> bool:
    expression = actor_named_by(document, token)
    if expression is None:
        expression = next(
            (document.actor_at[t.i] for t in token.subtree if t.i in document.actor_at and t.i <= token.i), None
        )
        if expression is None:
            return not strict and token.lemma_.lower() in (
                "group",
                "faction",
                "militia",
                "movement",
                "organisation",
                "organization",
                "militants",
                "rebels",
            )
    if expression.type in _STATES:
        return False
    return (
        not (strict and expression.type is ActorType.PERSON)
        and not (strict and expression.type is ActorType.ORGANISATION)
        and not (strict and expression.type is ActorType.GROUP_OF_PEOPLE)
        and not (strict and expression.type is ActorType.UNKNOWN)
    )


def _make(document: Document, claimant: Token, sentence: Span, told: Told, anchor: Token, quote: Quote) -> ClaimMention:
    participant = _claimant(document, claimant)
    reach = sentence.doc[sentence.start : sentence.end]
    quantifier, plural = read_quantifier(anchor, reach)
    if not plural and is_over_bulk(anchor, sentence, told):
        quantifier, plural = Quantifier.SEVERAL, True
    covered = [] if plural else covered_by(anchor, sentence, told)
    if len(covered) > 1 and quantifier is Quantifier.ONE:
        quantifier = Quantifier.ALL
    return ClaimMention(
        id=mention_id(document.report.id, "claim", quote, anchor.i - sentence.start),
        report_id=document.report.id,
        quote=quote,
        confidence=confidence_of("claim"),
        reader=READER,
        claimant=participant,
        covers=tuple(
            sorted(mention_id(document.report.id, "event", quote_of(document, f), f.ordinal) for f in covered)
        ),
        quantifier=quantifier,
        mode=_mode(sentence),
        status=ClaimStatus.STANDING,
    )


def _claimant(document: Document, token: Token) -> Participant:
    if document.actor_at.get(token.i) is None:
        inner = next((t for t in token.subtree if t.i in document.actor_at and t.i <= token.i), None)
        named = actor_named_by(document, token)
        head = document.head_of(named) if inner is None and named is not None else inner
        token = head if head is not None else token
    made = participant_of(document, token, Role.CLAIMANT)
    if made.type in (ParticipantType.FACILITY, ParticipantType.PLACE):
        return made.model_copy(update={"type": ParticipantType.ORGANISATION})
    return made


def _mode(sentence: Span) -> ClaimMode:
    words = {t.lower_ for t in sentence}
    for code, cues in load_lexicon("speech")["claim"]["modes"].items():
        if words & set(cues):
            return ClaimMode(code)
    return ClaimMode.UNKNOWN


def _clause(verb: Token, sentence: Span) -> Span:
    """The clause of a verb inside its sentence, without what a semicolon or another main clause parts off."""
    start, end = max(sentence.start, verb.left_edge.i), min(sentence.end, verb.right_edge.i + 1)
    for token in sentence.doc[start : verb.i]:
        if token.text == ";":
            start = token.i + 1
    for token in sentence.doc[verb.i : end]:
        if token.text == ";":
            end = token.i
            break
    return sentence.doc[start:end]


def _is_nobody(claimant: Token) -> bool:
    """True for "no group" and "none of them"."""
    return any(c.lower_ in ("no", "none", "nobody", "neither") for c in claimant.subtree)


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)
