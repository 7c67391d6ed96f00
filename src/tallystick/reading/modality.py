"""Whether an event is told as fact, as possible, as planned, or denied."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import Modality
from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import passive_subject_of, says, subject_of

_MODAL_VERBS = frozenset({"could", "would", "might", "may", "can", "should"})
_FUTURE = frozenset({"will", "'ll", "shall"})
_CLAUSES = ("relcl", "acl", "advcl")
_BEHIND = ("after", "following", "in", "since", "amid")  # before what is told as the cause or the time
_CONDITIONS = frozenset({"if", "unless"})
_SUPPOSING = frozenset({*_FUTURE, "would", "could", "can"})  # "may have killed two" tells what is thought to have been


def read_modality(head: Token, sentence: Span) -> Modality:
    """The modality of an event: what governs its word, nearest first.

    A verb of hope, plan or threat above the event, a modal verb beside it or an "if" before it take it out of the
    record; a passive of fact does not.
    """
    verb = _governing_verb(head)
    for token in (head, *([verb] if verb != head else [])):
        for child in token.children:
            modality = _beside(child, token, head)
            if modality is not None:
                return modality
    if _is_done_by_nothing(head):
        return Modality.DENIED
    for above in governors(head):
        modality = _above(above, head)
        if modality is not None:
            return modality
    if _is_called_likely(head) or _had_it_been(verb):
        return Modality.HYPOTHETICAL
    opener = sentence[0].lower_
    if head.sent.start == sentence.start and opener in ("if", "should") and head.i < _first_comma(sentence):
        return Modality.HYPOTHETICAL
    return Modality.ACTUAL


def _beside(child: Token, token: Token, head: Token) -> Modality | None:
    """What a word that hangs on the event, or on its verb, says of it."""
    word = child.lower_
    if child.dep_ in ("aux", "auxpass") and word in _MODAL_VERBS:
        return Modality.HYPOTHETICAL
    if child.dep_ == "aux" and word in _FUTURE:
        return Modality.PLANNED
    if child.dep_ == "neg" and token.pos_ in ("VERB", "AUX") and (token == head or not says(token)):
        return Modality.DENIED if token.pos_ == "VERB" or token != head else None
    if child.dep_ == "mark" and word in (*_CONDITIONS, "whether"):
        return Modality.HYPOTHETICAL
    if child.dep_ == "det" and word == "no" and token == head:
        return Modality.DENIED
    if child.dep_ in ("amod", "compound") and word in words_of("cues", "possible"):
        return Modality.HYPOTHETICAL
    if child.dep_ in ("amod", "compound") and word in ("planned", "planning", "plotting"):
        return Modality.PLANNED
    if child.dep_ in ("amod", "advmod") and word in words_of("cues", "alleged"):
        return Modality.ALLEGED
    return None


def _above(above: Token, head: Token) -> Modality | None:
    """What a word above the event says of it."""
    lemma = above.lemma_.lower()
    if lemma in words_of("cues", "threatened") and _governs_content(above, head):
        return Modality.THREATENED
    if lemma in words_of("cues", "planned") and above.pos_ == "VERB" and _is_infinitive(head, above):
        return Modality.PLANNED
    if lemma in words_of("cues", "ordered") and above.pos_ == "VERB" and _is_told_to(head, above):
        return Modality.PLANNED
    if lemma in words_of("cues", "hypothetical") and above != head:
        return Modality.HYPOTHETICAL
    if lemma == "deny" and above == denying_verb(head):
        return Modality.DENIED
    if above.pos_ in ("VERB", "AUX") and any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in above.children):
        return Modality.HYPOTHETICAL
    return None


def is_supposed(verb: Token) -> bool:
    """True for what has not come to be: "if a drone kills soldiers", "it could have killed dozens", "more will die"."""
    return _had_it_been(verb) or any(
        (c.dep_ == "mark" and c.lower_ in _CONDITIONS) or (c.dep_ in ("aux", "auxpass") and c.lower_ in _SUPPOSING)
        for c in verb.lefts
    )


def denying_verb(head: Token) -> Token | None:
    """The "denied" of "denied that it had shelled the camp" and "denied the attack"; None if nobody denies the event.

    What is told beside the denial, or behind it as another's word, is not denied: "denied a part in it and said that
    rebels attacked", "denied shelling the camp, where the army said six were killed".
    """
    token = head
    while token.head != token:
        if token.dep_ in ("conj", "advcl", "relcl") and token.head.lemma_.lower() == "deny":
            return None
        if token != head and token.pos_ == "VERB" and says(token) and subject_of(token) is not None:
            return None
        if token.lemma_.lower() in words_of("cues", "what_is_blamed") and token != head:
            return None  # "denied that it took part in the massacre", which nobody says was none
        token = token.head
        if token.lemma_.lower() == "deny" and token.pos_ == "VERB":
            return token
    return None


def _is_called_likely(noun: Token) -> bool:
    """True for "an attack is likely", where a noun is only said to be to come."""
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    said = [noun.head, *(c for c in noun.head.rights if c.dep_ in ("acomp", "attr", "oprd"))]
    return any(c.lower_ in words_of("cues", "likely") for c in said)


def _had_it_been(verb: Token) -> bool:
    """True for "Had the missile hit the town, …"."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and any(
        c.lower_ in ("had", "were", "should") and c.is_title and c.i < subject.i for c in verb.lefts
    )


def _is_done_by_nothing(verb: Token) -> bool:
    """True for "no rockets were fired at the town"; "nobody was hurt" denies the harm and not the deed."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() in words_of("triggers", "effect"):
        return False
    subject = passive_subject_of(verb) or subject_of(verb)
    return subject is not None and any(c.dep_ == "det" and c.lower_ == "no" for c in subject.lefts)


def governors(head: Token) -> list[Token]:
    """The words above a word, nearest first, eight at most."""
    chain: list[Token] = []
    token = head
    while token.head != token and len(chain) < 8:
        token = token.head
        chain.append(token)
    return chain


def branch_of(head: Token, above: Token) -> Token:
    """The word by which an event hangs on a word above it."""
    token = head
    while token.head not in (above, token):
        token = token.head
    return token


def _governing_verb(head: Token) -> Token:
    token = head
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        if token.dep_ in ("pobj", "pcomp") and token.head.lower_ not in ("under", "by", "of", "with", "in"):
            return head
        token = token.head
    return token


def _governs_content(above: Token, head: Token) -> bool:
    """True if the event is what is threatened, and not its cause or time."""
    token = branch_of(head, above)
    if token.dep_ in ("prep",) and token.lower_ in _BEHIND:
        return False
    return token.dep_ in ("ccomp", "xcomp", "dobj", "prep", "acl", "pobj", "compound") and token.i > above.i


def _is_infinitive(head: Token, above: Token) -> bool:
    token = head
    while token.head not in (above, token):
        if token.dep_ in ("relcl", "acl", "advcl"):
            return False
        token = token.head
    return token.dep_ in ("xcomp", "ccomp", "dobj", "prep")


def _is_told_to(head: Token, above: Token) -> bool:
    """True for "told his men to bomb the bridge" and "a decree allowing fighters to kill": what may or must be done.

    What a lull or a breach "allowed" is done: only a decree or an office allows in that sense.
    """
    deed = branch_of(head, above)
    if any(t.dep_ in _CLAUSES or t.lower_ in _BEHIND for t in _way_up(head, deed)):
        return False
    if deed.i < above.i or deed.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in deed.lefts):
        return False
    if above.lemma_.lower() not in words_of("cues", "permits"):
        return True
    giver = subject_of(above) or (above.head if above.dep_ in ("acl", "relcl") else None)
    return giver is not None and giver.lemma_.lower() in words_of("roles", "decrees") | words_of("speech", "officials")


def _way_up(head: Token, above: Token) -> list[Token]:
    """A word and those above it, below another one of them."""
    way: list[Token] = []
    token = head
    while token not in (above, token.head):
        way.append(token)
        token = token.head
    return way


def _first_comma(sentence: Span) -> int:
    return next((int(t.i) for t in sentence if t.text == ","), int(sentence.end))
