"""A sentence cut into the stretches that each tell one thing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Span, Token

from tallystick.reading.lexicon import phrases_of, words_of
from tallystick.reading.phrases import FINITE
from tallystick.reading.trigger import Trigger
from tallystick.reading.weapons import WeaponSpan

_AIMED = ("at", "on", "against", "near", "over", "toward", "towards", "in", "upon", "of")
_ANSWER_FIRST = frozenset({"in", "as", "a", "an", "retaliating", "responding", "retaliation", "reprisal", "to"})


@dataclass(frozen=True)
class Segment:
    """Tokens from ``start`` to ``end``, exclusive. ``subordinate`` is the word ("after", "following") that makes it
    the setting of another segment and not a telling of its own."""

    start: int
    end: int
    subordinate: str | None = None


def cut_segments(
    sentence: Span,
    triggers: tuple[Trigger, ...],
    weapons: tuple[WeaponSpan, ...],
    place_tokens: set[int],
    date_tokens: set[int],
) -> tuple[Segment, ...]:
    """The segments of a sentence, in order and without gaps.

    A cut is made at semicolons and colons, before a clause with a subject of its own, at "after", "following" and
    the like when an event stands behind them, and between listed weapons or attacks that each have a place.
    """
    first = _first_word(sentence)
    opener = _opens_answer_or_cause(first, sentence)
    cuts: dict[int, str | None] = {sentence.start: opener}
    if opener is not None:
        cuts.setdefault(_setting_end(first, sentence), None)
    event_tokens = {t.token.i for t in triggers} | {w.head for w in weapons}
    for token in sentence:
        if token.text in (";", ":", "—") and _has_event_behind(token, sentence, event_tokens):
            cuts.setdefault(token.i + 1, None)
        elif token.i not in cuts and (opener := _opens_answer_or_cause(token, sentence)):
            cuts[token.i] = opener
            end = _setting_end(token, sentence)
            if end < sentence.end:
                cuts.setdefault(end, None)
        elif token.lower_ in words_of("cues", "after_words") and _opens_setting(token, sentence, event_tokens):
            end = _setting_end(token, sentence)
            cuts[token.i] = None if _opens_clause(token) else token.lower_
            if end < sentence.end:
                cuts.setdefault(end, None)
        elif token.dep_ in ("conj", "advcl", "parataxis", "ccomp") and _has_own_subject(token):
            left = max(
                [token.left_edge.i, *(t.i + 1 for t in sentence.doc[token.left_edge.i : token.i] if t.text == ";")]
            )
            if _tells_how(token) or (token.dep_ == "conj" and _harms(token) and _harms(token.head)):
                continue
            if token.dep_ == "advcl" and not any(c.lower_ in ("while", "as", "when", "whereas") for c in token.lefts):
                continue
            if token.dep_ == "ccomp" and token.head.i < token.i:
                continue
            if sentence.start < left and event_tokens & set(range(sentence.start, left)):
                cuts.setdefault(left, None)
        elif _opens_further_deed(token, sentence, event_tokens, place_tokens):
            cuts.setdefault(token.left_edge.i, None)
        elif token.lower_ in ("and", ",", "plus", "while", "but") and (
            _opens_second_pair(token, sentence, event_tokens, place_tokens, date_tokens)
            or _opens_listed_event(token, sentence, event_tokens, place_tokens)
        ):
            cuts.setdefault(token.i + 1, None)
    starts = sorted(cuts)
    ends = [*starts[1:], sentence.end]
    return tuple(Segment(s, e, cuts[s]) for s, e in zip(starts, ends, strict=True) if e > s)


def _first_word(sentence: Span) -> Token:
    return next((t for t in sentence if not t.is_space and not t.is_punct), sentence[0])


def _opens_answer_or_cause(token: Token, sentence: Span) -> str | None:
    """The word by which an answer ("in response to …") or a cause ("triggered by …") is set beside an event."""
    if token.lemma_.lower() in words_of("cues", "cause") and token.tag_ in ("VBN", "VBD") and _next_is(token, "by"):
        return token.lemma_.lower()
    if token.lower_ in _ANSWER_FIRST:
        text = token.doc[token.i : min(sentence.end, token.i + 4)].text.lower()
        if any(text.startswith(phrase) for phrase in phrases_of("cues", "response_phrases")):
            return "response"
    return None


def _next_is(token: Token, word: str) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == word


def _tells_how(token: Token) -> bool:
    """True for the deed behind "when" and "after" that did the harm before it ("12 were killed when a bomber …")."""
    opener = next((c for c in token.lefts if c.lower_ in ("when", "after", "as")), None)
    if token.dep_ != "advcl" or opener is None:
        return False
    before = (t for t in reversed(opener.doc[opener.sent.start : opener.i]) if t.pos_ == "VERB")
    return _harms(token.head) or any(_harms(verb) for verb in islice(before, 1))


def _harms(verb: Token) -> bool:
    return verb.lemma_.lower() in words_of("triggers", "effect") or any(
        c.lemma_.lower() in words_of("harm", "wounds") for c in verb.rights if c.dep_ == "dobj"
    )


def _has_own_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in token.lefts)


def _opens_setting(token: Token, sentence: Span, event_tokens: set[int]) -> bool:
    if token.dep_ == "mark" and _tells_how(token.head):
        return False
    if token.lemma_ == "precede" or (token.lemma_ == "follow" and token.tag_ not in ("VBG", "VBD", "VBZ")):
        return False
    if token.lower_ in ("after", "before", "since", "following") or token.tag_ == "VBG":
        behind = set(range(token.i + 1, min(sentence.end, token.i + 14)))
        return bool(behind & event_tokens)
    if token.lemma_ == "follow":
        objects = [c for c in token.children if c.dep_ in ("dobj", "obj")]
        return any(set(range(o.left_edge.i, o.right_edge.i + 1)) & event_tokens for o in objects)
    return False


def _has_event_behind(token: Token, sentence: Span, event_tokens: set[int]) -> bool:
    return any(i in event_tokens for i in range(token.i + 1, sentence.end))


def _opens_clause(token: Token) -> bool:
    """True for "after rockets were fired …", a telling of its own, unlike "after strikes on …"."""
    return token.dep_ == "mark" and token.head.tag_ in ("VBD", "VBN", "VBG")


def _setting_end(token: Token, sentence: Span) -> int:
    """Where the setting that a word opens ends: at the end of its subtree, or at the comma of a fronted one."""
    end = (token.head if token.dep_ in ("mark", "det") and token.head.i > token.i else token).right_edge.i + 1
    if token.i <= _first_word(sentence).i + 1:
        comma = next((t.i for t in sentence.doc[token.i : sentence.end] if t.text == ","), None)
        return comma + 1 if comma is not None else end
    return max(end, token.i + 2)


def _opens_further_deed(token: Token, sentence: Span, event_tokens: set[int], place_tokens: set[int]) -> bool:
    """True at "shelled" in "attacked A and shelled B": a second verb of the same subject with a place of its own."""
    if token.dep_ != "conj" or token.pos_ != "VERB" or token.head.pos_ != "VERB":
        return False
    if not any(c.dep_ == "cc" and c.i < token.i for c in token.head.children):
        return False
    verbs = {token, *(c for c in token.rights if c.dep_ == "xcomp")}
    strong = words_of("triggers", "verbs")
    if not any(v.i in event_tokens and v.lemma_.lower() in strong for v in verbs) or token.head.i not in event_tokens:
        return False
    doc = token.doc
    here = {doc[t.i].lower_ for t in token.subtree if t.i in place_tokens}
    before = {doc[i].lower_ for i in place_tokens if sentence.start <= i < token.left_edge.i}
    return bool(here and before) and not here & before


def _opens_second_pair(
    token: Token, sentence: Span, event_tokens: set[int], place_tokens: set[int], date_tokens: set[int]
) -> bool:
    """True at the "and" of "attacked A on Monday and B on Tuesday": place and day on either side, and no new event."""
    if token.lower_ != "and":
        return False
    before, behind = range(sentence.start, token.i), range(token.i + 1, min(sentence.end, token.i + 10))
    paired = all(set(side) & place_tokens and set(side) & date_tokens for side in (before, behind))
    if not paired or set(behind) & event_tokens or not set(before) & event_tokens:
        return False
    first_place = min(set(behind) & place_tokens)
    return first_place - token.i <= 3 and max(set(before) & date_tokens) > max(set(before) & place_tokens)


def _opens_listed_event(token: Token, sentence: Span, event_tokens: set[int], place_tokens: set[int]) -> bool:
    """True before "one drone each at B" in "rockets at A and one drone each at B"."""
    before = set(range(sentence.start, token.i))
    if not (before & event_tokens and before & place_tokens):
        return False
    for behind in sentence.doc[token.i + 1 : min(sentence.end, token.i + 8)]:
        if behind.text in (";", ":") or behind.tag_ in FINITE or behind.i in place_tokens or behind.dep_ == "cc":
            return False
        if behind.i in event_tokens:
            if behind.pos_ not in ("NOUN", "PROPN"):
                return False
            return any(
                after.lower_ in _AIMED and (set(range(after.i + 1, min(sentence.end, after.i + 7))) & place_tokens)
                for after in sentence.doc[behind.i + 1 : min(sentence.end, behind.i + 4)]
            )
    return False
