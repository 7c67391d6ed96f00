"""What is said that is no event: intents, positions, assessments, calls, threats, remarks on sites."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.actor import ActorRef
from tallystick.model.mention import StatementMention
from tallystick.model.terms import ActorType, StatementKind
from tallystick.reading.confidence import confidence_of
from tallystick.reading.document import Document
from tallystick.reading.event_mentions import READER, mention_id
from tallystick.reading.lexicon import load_lexicon
from tallystick.reading.phrases import noun_phrase, subject_of

_MODALS = frozenset({"may", "might", "could", "would"})


def find_statements(document: Document) -> tuple[StatementMention, ...]:
    """The statements of a report, each with its clause as quote, by whom and about what."""
    found: dict[str, StatementMention] = {}
    speaker: ActorRef | None = None
    if not document.actors:
        return ()
    for sentence in document.sentences:
        for kind, span, by, about in _in_sentence(document, sentence, speaker):
            quote = document.quote_span(span)
            statement = StatementMention(
                id=mention_id(document.report.id, f"statement:{kind.value}", quote),
                report_id=document.report.id,
                quote=quote,
                confidence=confidence_of("statement"),
                reader=READER,
                statement_kind=kind,
                by=by,
                about=about,
            )
            if not any(s.statement_kind is kind and s.quote.overlaps(quote) for s in found.values()):
                found[statement.id] = statement
        speaker = _main_actor(document, sentence) or speaker
    return tuple(found[i] for i in sorted(found))


def _in_sentence(
    document: Document, sentence: Span, speaker: ActorRef | None
) -> list[tuple[StatementKind, Span, ActorRef | None, str | None]]:
    words = load_lexicon("speech")["statement"]
    out: list[tuple[StatementKind, Span, ActorRef | None, str | None]] = []
    lemmas = {t.lemma_.lower() for t in sentence} | {t.lower_ for t in sentence}
    for token in sentence:
        lemma = token.lemma_.lower()
        if lemma in words["call"] and lemmas & set(words["call_objects"]) and token.pos_ in ("VERB", "ADJ", "NOUN"):
            out.append((StatementKind.CALL, _clause(token, sentence), _by(document, token), None))
        if lemma in words["intent"] and _states_purpose(token):
            out.append((StatementKind.INTENT, _clause(token, sentence), _by(document, token) or speaker, None))
        if lemma in ("seek", "want", "intend") and any(c.dep_ == "neg" for c in token.children):
            by = _by(document, token) or _by_above(document, token) or speaker
            out.append((StatementKind.POSITION, _outer_clause(token, sentence), by, None))
        if (
            lemma in words["threat"]
            and token.pos_ == "VERB"
            and lemmas & set(words["threat_objects"])
            and _by(document, token)
        ):
            out.append((StatementKind.THREAT, _clause(token, sentence), _by(document, token), None))
        if lemma in words["assessment_verbs"] and token.pos_ == "VERB" and _is_weighed(token):
            out.append((StatementKind.ASSESSMENT, _clause(token, sentence), None, None))
        if lemma in words["site_verbs"]:
            remark = _site_remark(token, sentence)
            if remark is not None:
                out.append((StatementKind.SITE, remark[0], None, remark[1]))
    if _is_conditional_risk(sentence, lemmas):
        out.append((StatementKind.ASSESSMENT, sentence, None, None))
    return out


def _states_purpose(token: Token) -> bool:
    """True for "The aim was to deter …", "strikes intended to deter …"."""
    behind = [t.lower_ for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 5)]]
    if token.pos_ == "NOUN":
        verb = token.head if token.dep_ == "nsubj" and token.head.pos_ == "AUX" else None
        if verb is not None and any(c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" for c in verb.rights):
            return True
        return "to" in behind and any(t in ("was", "is", "were", "being") for t in behind)
    return token.pos_ == "VERB" and token.tag_ == "VBN" and behind[:1] == ["to"]


def _is_weighed(token: Token) -> bool:
    """True for "may be interpreted as …" and "analysts believe …"."""
    if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children) and any(
        c.lower_ == "as" for c in token.rights
    ):
        return True
    subject = subject_of(token)
    return (
        subject is not None
        and subject.lemma_.lower() in ("analyst", "expert", "observer", "researcher", "brief", "assessment")
        and token.lemma_.lower() not in ("see", "view")
    )


def _is_conditional_risk(sentence: Span, lemmas: set[str]) -> bool:
    """True for "If …, these bases could be at risk"."""
    if not lemmas & _MODALS:
        return False
    opening = next((t for t in sentence if not t.is_space and not t.is_punct), None)
    has_risk = bool(
        lemmas & {"risk", "overrun", "threat", "danger", "escalate", "escalation", "war", "vulnerable", "target"}
    )
    return opening is not None and opening.lower_ == "if" and has_risk


def _site_remark(token: Token, sentence: Span) -> tuple[Span, str] | None:
    """What is said of a site: what for it is there, where it lies, how it is held."""
    sites = set(load_lexicon("speech")["statement"]["sites"])
    subject = next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return None
    about: Token | None = next((t for t in subject.subtree if t.lower_ in sites), None)
    if about is None and subject.lower_ in ("which", "that"):
        about = next((t for t in reversed(list(sentence.doc[sentence.start : token.i])) if t.lower_ in sites), None)
    if about is None:
        return None
    purpose = any(c.lower_ in ("to", "for", "as") or c.dep_ in ("xcomp", "advcl") for c in token.rights)
    location = token.lemma_.lower() in (
        "locate",
        "lie",
        "sit",
        "base",
        "house",
        "host",
        "have",
        "share",
        "use",
    ) and any(token.rights)
    if not (purpose or location) or any(c.dep_ == "aux" and c.lower_ in _MODALS for c in token.children):
        return None
    if token.pos_ not in ("VERB", "AUX") or (token.lemma_ == "have" and token.dep_ in ("aux", "conj")):
        return None
    if token.dep_ in ("relcl", "acl"):
        start = next((c.i for c in token.lefts if c.dep_ == "advmod"), token.i)
        return sentence.doc[start : _end(token, sentence)], noun_phrase(about).text
    if token.lemma_.lower() in ("use", "have") and token.dep_ != "ROOT":
        return None
    if token.sent and any(t.lemma_.lower() in ("attack", "fire", "rocket", "drone", "strike", "hit") for t in sentence):
        return None
    return _clause(token, sentence), noun_phrase(about).text


def _by(document: Document, token: Token) -> ActorRef | None:
    subject = (
        subject_of(token) if token.pos_ in ("VERB", "AUX") else next((c for c in token.lefts if c.dep_ == "poss"), None)
    )
    if subject is None:
        return None
    expression = document.actor_at.get(subject.i)
    return expression.actor if expression else None


def _by_above(document: Document, token: Token) -> ActorRef | None:
    return next(
        (by for a in token.ancestors if a.pos_ in ("VERB", "AUX") and (by := _by(document, a)) is not None), None
    )


def _main_actor(document: Document, sentence: Span) -> ActorRef | None:
    subject = subject_of(sentence.root) if sentence.root.pos_ == "VERB" else None
    expression = document.actor_at.get(subject.i) if subject is not None else None
    if expression is None or expression.type is ActorType.MEDIA:
        return None
    return expression.actor


def _clause(token: Token, sentence: Span) -> Span:
    """The clause a word belongs to, cut at semicolons and at a fronted phrase's comma."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    start = max(sentence.start, verb.left_edge.i)
    for t in sentence.doc[start : token.i]:
        if t.text in (";", ","):
            start = t.i + 1
    return sentence.doc[start : _end(verb, sentence)]


def _outer_clause(token: Token, sentence: Span) -> Span:
    verb = token
    while verb.dep_ in ("ccomp", "xcomp", "acl") and verb.head != verb:
        verb = verb.head
    return _clause(verb, sentence)


def _end(verb: Token, sentence: Span) -> int:
    end = min(sentence.end, verb.right_edge.i + 1)
    for t in sentence.doc[verb.i : end]:
        if t.text == ";" or (t.text == "," and t.i + 1 < end and t.nbor(1).lower_ in ("which", "who")):
            return int(t.i)
    return int(end)
