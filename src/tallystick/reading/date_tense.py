"""Does a sentence look ahead at the time it names? News reports the past; only a marker makes a date a future one."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc, Token

_WILL: Final = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_PLANNING: Final = frozenset(
    [
        "agree",
        "aim",
        "announce",
        "appeal",
        "arrange",
        "ask",
        "await",
        "call",
        "commit",
        "demand",
        "due",
        "estimate",
        "expect",
        "forecast",
        "hope",
        "intend",
        "invite",
        "next",
        "order",
        "plan",
        "pledge",
        "prepare",
        "project",
        "promise",
        "propose",
        "schedule",
        "seek",
        "set",
        "slate",
        "suppose",
        "threaten",
        "urge",
        "vow",
        "want",
        "warn",
    ]
)
"""Lemmas after which an infinitive, or a day, lies ahead."""
_DUE: Final = frozenset({"due", "expected", "scheduled", "slated", "planned", "payable", "upcoming", "tentatively"})
_CLAUSE_BREAK: Final = re.compile(r"[;:\n—]|[.!?]\s")
_REACH: Final = 12
"""How many tokens to the left of a date a word such as "scheduled" still governs it."""


def looks_ahead(doc: Doc, token: Token | None) -> bool:
    """True if the words around the date that begins at ``token`` put it in the future."""
    if token is None:
        return False
    for left in range(token.i - 1, max(token.i - _REACH, -1), -1):
        word = doc[left]
        if word.is_sent_start and left != token.i:
            if word.lower_ in _DUE:
                return True
            break
        if word.lower_ in _DUE:
            return True
        if word.lower_ in {";", ":", "—"}:
            break
    return _governed_by_future_verb(token) if doc.has_annotation("DEP") else _follows_will(doc, token)


def _governed_by_future_verb(token: Token) -> bool:
    for ancestor in token.ancestors:
        if ancestor.pos_ not in {"VERB", "AUX"}:
            continue
        helpers = {child.lower_ for child in ancestor.children if child.dep_ in {"aux", "auxpass"}}
        if helpers & _WILL and not helpers & {"have"}:
            return True
        if ancestor.lower_ == "going" and ancestor.tag_ == "VBG":
            return True
        if ancestor.tag_ == "VB" and "to" in helpers and not helpers & {"have"}:
            return ancestor.head.lemma_.lower() in _PLANNING
        return False
    return False


def _follows_will(doc: Doc, token: Token) -> bool:
    for left in range(token.i - 1, max(token.i - _REACH, -1), -1):
        word = doc[left].lower_
        if word in _WILL - {"would"}:
            return True
        if word in {".", ";", "!", "?"}:
            return False
    return False
