"""Confessions, things found and intelligence that are said to point to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.terms import GroundKind
from tallystick.reading.ground_cue import Cue, behind, is_word, phrase_start
from tallystick.reading.lexicon import words_of

_PEOPLE_BEHIND = ("compound", "amod", "poss", "nmod")


def find_confessions(sentence: Span) -> Iterator[Cue]:
    """Somebody held or taken who tells who did it."""
    for token in sentence:
        if is_word(token, "confessions") and token.pos_ == "NOUN":
            owner = any(is_word(t, "captives") for t in token.subtree) or _opens_ground(token)
            if owner:
                yield behind(GroundKind.CONFESSION, token, phrase_start(token), sentence)
        elif token.pos_ in ("VERB", "AUX") and (captive := _captive_before(token, sentence)) is not None:
            told = token.lemma_ == "tell" and any(is_word(c, "interrogators") for c in token.rights)
            said = token.lemma_ == "say" and captive in token.lefts
            if told or said or is_word(token, "confesses"):
                yield behind(GroundKind.CONFESSION, token, phrase_start(captive), sentence, holder_end=token.i)


def _opens_ground(noun: Token) -> bool:
    """True behind "according to", "based on" and "from", and where it shows something itself."""
    above = noun.head
    if noun.dep_ == "pobj" and (above.lower_ in ("from", "in") or above.head.lower_ in ("according", "based")):
        return True
    return noun.dep_ in ("nsubj", "nsubjpass") and is_word(above, "shows")


def _captive_before(verb: Token, sentence: Span) -> Token | None:
    """Who is held, or was taken, and stands before a verb with no other speaker between."""
    for token in reversed(list(sentence.doc[sentence.start : verb.i])):
        if token.pos_ == "VERB" and token.lemma_ in ("say", "report", "announce") and token.dep_ != "acl":
            return None
        if token.pos_ == "NOUN" and is_word(token, "captives"):
            return token
        if is_word(token, "made_captive") and token.tag_ in ("VBN", "VBD", "JJ"):
            noun = (
                token.head if token.head.pos_ in ("NOUN", "PROPN") and token.dep_ in ("acl", "amod", "relcl") else None
            )
            noun = noun or next((c for c in token.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
            if noun is not None and noun.i < verb.i:
                return noun
    return None


def find_things(sentence: Span) -> Iterator[Cue]:
    """Things found that point to somebody, and weapons made by somebody."""
    for token in sentence:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        if is_word(token, "things") and (shown := _shown_by(token, sentence)) is not None:
            yield behind(GroundKind.PHYSICAL_EVIDENCE, shown, phrase_start(token), sentence)
        elif is_word(token, "things") and (made := _made_elsewhere(token)) is not None:
            yield Cue(GroundKind.PHYSICAL_EVIDENCE, made, phrase_start(token), made.i + 1, token.i, sentence.end)
        elif is_word(token, "weapons") and token.dep_ == "nsubjpass" and is_word(token.head, "made"):
            yield behind(GroundKind.PHYSICAL_EVIDENCE, token.head, phrase_start(token), sentence)


def _shown_by(noun: Token, sentence: Span) -> Token | None:
    """The verb behind a thing that says that it points somewhere, with no other finite verb of a clause between."""
    for token in sentence.doc[noun.i + 1 : sentence.end]:
        if token.text == ";" or (
            token.tag_ in ("VBD", "VBZ", "VBP") and not is_word(token, "shows") and token.pos_ == "VERB"
        ):
            if token.dep_ in ("acl", "relcl") or token.tag_ == "VBN":
                continue
            return None
        if is_word(token, "shows") and (token.tag_.startswith("VB") or _is_misread_verb(token)):
            return token
    return None


def _is_misread_verb(token: Token) -> bool:
    """True for "bore" and for the "points" of "points to", which a parser may take for nouns."""
    follower = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ == "bore" or (token.lemma_ == "point" and follower == "to")


def _made_elsewhere(noun: Token) -> Token | None:
    """The "made" of "fragments of an Iranian-made missile"."""
    behind = [t for t in noun.subtree if t.i > noun.i]
    return next((t for t in behind if t.lower_ in words_of("roles", "origins")), None)


def find_secrets(sentence: Span) -> Iterator[Cue]:
    """Intelligence and what was overheard."""
    for token in sentence:
        overheard = is_word(token, "overheard") and any(is_word(c, "secrets") for c in token.lefts)
        if not overheard and not (is_word(token, "secrets") and token.pos_ in ("NOUN", "PROPN")):
            continue
        free = overheard or token.dep_ not in _PEOPLE_BEHIND or _is_misread_verb(token.head)
        noun = token if free else _own_noun(token)
        if noun is None:
            continue
        shown = _shown_by(noun, sentence) if not _opens_ground(noun) else noun
        if shown is not None and shown.lemma_ != "carry":
            yield behind(GroundKind.INTELLIGENCE, shown, phrase_start(noun), sentence)


def _own_noun(compound: Token) -> Token | None:
    """The "reports" of "intelligence reports"; None for the officials and agencies that gather them."""
    head = compound.head
    is_paper = head.lemma_.lower() in ("report", "assessment", "finding", "information", "intercept", "data", "picture")
    return head if is_paper else None
