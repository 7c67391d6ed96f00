"""What a report's own word is worth, by who publishes or issues it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from tallystick.reading.document import Document
from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.phrases import contains_phrase
from tallystick.reading.word_weighing import are_of_authority

_ISSUER = re.compile(r"[A-Z][A-Z' -]{9,60}(?=[.,:\n])")
"""The first words of a text, in capitals up to a stop."""


def worth_of_publisher(document: Document) -> str:
    """What a report's own word is worth: that of an army or a ministry is an authority's."""
    publisher = (document.report.publisher or "").lower()
    words = set(re.findall(r"[a-z]+", publisher))
    if contains_phrase(publisher, phrases_of("speech", "releases")):
        words -= words_of("speech", "unofficial")
    if are_of_authority(words) or _is_issued_by_authority(document.report.text):
        return "confirmed"
    return "claimed_only" if speaks_as_doers(document) else "reported"


def _is_issued_by_authority(text: str) -> bool:
    """True for a text headed in capitals by who issues it ("MINISTRY OF DEFENCE, LONDON."), and not by its news."""
    header = _ISSUER.match(text)
    if header is None:
        return False
    words = set(re.findall(r"[a-z]+", header.group().lower()))
    deeds = words_of("triggers", "nouns") | words_of("triggers", "verbs") | words_of("triggers", "effect")
    told = {w for w in words if w in deeds or w.removesuffix("s") in deeds or w.removesuffix("ed") in deeds}
    return not told and are_of_authority(words)


def speaks_as_doers(document: Document) -> bool:
    """True for a report that speaks of "our fighters" as its own, outside of quotations."""
    return any(
        (_is_our_fighter(t) or _is_we_who_attack(t)) and not _is_quoted(document.report.text, t.idx)
        for t in document.doc
    )


def _is_our_fighter(token: Token) -> bool:
    return token.lower_ == "our" and token.head.lemma_.lower() in words_of("speech", "own_fighters")


def _is_we_who_attack(token: Token) -> bool:
    return (
        token.lower_ == "we" and token.dep_ == "nsubj" and token.head.lemma_.lower() in words_of("speech", "own_deeds")
    )


def _is_quoted(text: str, at: int) -> bool:
    before = text[text.rfind("\n\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
