"""Counts that a verb carries: "has attacked more than 60 ships since November", "was bombed twice this month"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from tallystick.model.terms import Comparator, DatePrecision, TallyUnit
from tallystick.reading.document import Document
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.numbers import Number, number_at, number_before
from tallystick.reading.phrases import object_of, passive_subject_of
from tallystick.reading.tally_words import TIMES, Count

_ADVERBS = {"twice": 2, "thrice": 3}
_LONG = (DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.PART_OF_MONTH, DatePrecision.YEAR)
# A base is "struck five times" in attacks; a man is shot five times in one, unless over some time.
_BLOWS = frozenset({"attack", "strike", "hit", "target", "bomb"})
_THINGS = ("facility", "vehicles", "vessels")


def times_at(document: Document, token: Token, sentence: Span) -> Count | None:
    """The number of "struck the base five times", "twice this month" and "on 33 occasions"."""
    number: Number | None = None
    if token.lower_ in _ADVERBS:
        value = _ADVERBS[token.lower_]
        number = Number(value, value, value, Comparator.EXACT, token.i, token.i + 1)
    elif token.lemma_.lower() in TIMES and token.pos_ == "NOUN":
        number = number_before(token)
    if number is None or number.vague:
        return None
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if verb is None or not _is_deed(document, verb):
        return None
    is_blow = verb.lemma_.lower() in _BLOWS and token.lower_ not in _ADVERBS
    return Count(number, TallyUnit.ATTACKS, token) if is_blow or runs_over(document, sentence) else None


def targets_at(document: Document, verb: Token, sentence: Span) -> Count | None:
    """The number of targets that were attacked one by one over some time, each an attack."""
    lists = load_lexicon("triggers")
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in (*lists["any_blow"], "hijack", "bomb", "shell"):
        return None
    target = passive_subject_of(verb) or object_of(verb)
    if target is None or not runs_over(document, sentence):
        return None
    number = number_at(target) if target.tag_ == "CD" else number_before(target)
    of = [g for c in target.rights if c.lower_ == "of" for g in c.rights] if target.tag_ == "CD" else [target]
    is_thing = any(t.lemma_.lower() in words_of("cues", kind) for t in of for kind in _THINGS)
    if number is None or number.vague or number.value < 2 or not is_thing:
        return None
    return Count(number, TallyUnit.ATTACKS, target)


def runs_over(document: Document, sentence: Span) -> bool:
    """True if a sentence tells of a stretch of time: "since Friday", "this month", "between May and July"."""
    return any(
        (document.date_at[t.i].timex.is_stretch or document.date_at[t.i].when.precision in _LONG)
        or (t.i and t.nbor(-1).lower_ == "since")
        for t in sentence
        if t.i in document.date_at
    )


def _is_deed(document: Document, verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in load_lexicon("triggers")["verbs"]:
        return True
    under = next((c for c in verb.rights if c.lower_ == "under"), None)
    if under is not None and any(g.lower_ in ("fire", "attack") for g in under.rights):
        return True
    heads = {w.head for w in document.weapons}
    return lemma in words_of("triggers", "use") and any(c.i in heads for c in verb.children)
