"""Does a sentence look ahead at the time it names?

News reports the past. Only a marker makes a date a future one: a future verb, an infinitive after a verb of planning,
or a word such as "scheduled for". Some words only allow it: "by", "until", "deadline", a
verb that is not in the past.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from tallystick.reading.date_lexicon import words

_WILL: Final = words("will shall 'll ’ll wo would")
_PLANNING: Final = words(
    "agree aim announce appeal arrange ask await call commit demand due estimate expect forecast hope intend invite"
    " order plan pledge prepare project promise propose schedule seek set slate suppose threaten urge vow want warn"
)
"""Lemmas after which an infinitive lies ahead."""
_DUE: Final = words("due expected scheduled slated planned payable upcoming")
_AFTER_DUE: Final = words("to for on in at by until before within as early late this next the a")
_SOON_AS: Final = words("soon early")
_ALLOWING: Final = words("by until till through effective deadline expire expires extended")
_UNTIL: Final = words("until till")
_SAYING: Final = words("say tell report claim add note state announce confirm quote write put")
_PERFECT: Final = words("had has have 've ’ve was were")
_REACH: Final = 12
"""How many tokens to the left of a date a word such as "scheduled" still governs it."""
_NEAR: Final = 5
"""As far as from "until" to the day in "until 9 a.m. local time Tuesday"."""
_CLAUSE_MARKS: Final = words("; : —")


def looks_ahead(doc: Doc, token: Token | None) -> bool:
    """True if the words around the date that begins at ``token`` put it in the future."""
    if token is None:
        return False
    left = _words_before(doc, token, _REACH)
    if left and left[0].lower_ == "since":
        return False
    if any(_is_due(word) for word in left):
        return True
    if len(left) >= 2 and left[0].lower_ == "as" and left[1].lower_ in _SOON_AS:
        return True
    if not doc.has_annotation("DEP"):
        return any(word.lower_ in _WILL - {"would"} for word in left)
    verb = _governing_verb(token)
    if verb is None:
        return False
    ends = any(word.lower_ in _UNTIL for word in left[:_NEAR])
    return _is_future(verb) or (ends and verb.tag_ != "VBD" and "had" not in _helpers(verb))


def may_lie_ahead(doc: Doc, token: Token | None) -> bool:
    """True if the words around the date allow it to lie ahead, though they do not say so."""
    if token is None:
        return False
    near = [word.lower_ for word in _words_before(doc, token, _NEAR)]
    if near and near[0] == "since":
        return False
    following = [word.lower_ for word in doc[token.i + 1 : token.i + _NEAR + 1]]
    if any(word in _ALLOWING for word in (*near, *following)):
        return True
    return doc.has_annotation("DEP") and not _is_past(_governing_verb(token))


def is_background(doc: Doc, token: Token | None) -> bool:
    """True if the date stands in the past perfect ("had left on 20 October"): the story is told from another day."""
    verb = _governing_verb(token) if token is not None and doc.has_annotation("DEP") else None
    return verb is not None and verb.tag_ == "VBN" and "had" in _helpers(verb)


def _words_before(doc: Doc, token: Token, reach: int) -> list[Token]:
    """The tokens before a date in its clause, the nearest first."""
    found: list[Token] = []
    for index in range(token.i - 1, max(token.i - reach, 0) - 1, -1):
        word = doc[index]
        if word.lower_ in _CLAUSE_MARKS:
            break
        found.append(word)
        if word.is_sent_start:
            break
    return found


def _governing_verb(token: Token) -> Token | None:
    return next((verb for verb in token.ancestors if verb.pos_ in {"VERB", "AUX"}), None)


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _is_due(word: Token) -> bool:
    """True for "due to expire", "expected on"; not for "lower-than-expected" or "had been due"."""
    if word.lower_ not in _DUE or word.tag_ == "VBD":
        return False
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    before = {other.lower_ for other in word.doc[max(word.i - 2, 0) : word.i]}
    return "had" not in before and (following in _AFTER_DUE or word.lower_ in {"payable", "upcoming"})


def _is_past(verb: Token | None) -> bool:
    """True for a verb in the past or perfect, a bare participle, a verb of saying, and where there is no verb."""
    if verb is None or verb.tag_ == "VBD" or verb.lemma_ in _SAYING:
        return True
    helpers = _helpers(verb)
    return bool(helpers & _PERFECT) or (verb.tag_ == "VBN" and not helpers)


def _is_future(verb: Token) -> bool:
    helpers = _helpers(verb)
    if "have" in helpers:
        return False
    if helpers & _WILL or (verb.lower_ == "going" and verb.tag_ == "VBG"):
        return True
    if verb.tag_ != "VB" or "to" not in helpers:
        return False
    return verb.head.lemma_.lower() in _PLANNING or verb.head.lower_ in {"is", "are"}
