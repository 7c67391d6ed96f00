"""The words of a sentence that tell armed events."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from tallystick.model.terms import EventKind
from tallystick.reading.lexicon import load_lexicon, words_of
from tallystick.reading.matter import is_armed, is_of_other_matter
from tallystick.reading.paraphrases import find_paraphrases
from tallystick.reading.phrases import subject_of
from tallystick.reading.trigger import Trigger
from tallystick.reading.trigger_lists import listed_kinds, phrase_kinds
from tallystick.reading.trigger_nouns import mistagged_plural, noun_trigger
from tallystick.reading.trigger_verbs import verb_trigger
from tallystick.reading.weapons import WeaponSpan


def is_listed(token: Token) -> bool:
    """True for a word that the lists have, of which the words around it then say whether it tells an event."""
    lists = load_lexicon("triggers")
    return any(token.lemma_.lower() in lists[key] for key in ("nouns", "verbs", "weak_nouns", "use", "effect"))


def find_triggers(sentence: Span, weapons: tuple[WeaponSpan, ...]) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order, those with another sense left out."""
    words = frozenset(t.lower_ for t in sentence)
    if words & words_of("senses", "exercise") and not words & {"killed", "wounded", "injured"}:
        return ()
    heads = {w.head for w in weapons}
    found = [t for token in sentence if (t := _trigger_of(token, words, heads)) is not None]
    phrases = _phrase_triggers(sentence)
    told_otherwise = [Trigger(t, kind, "noun") for t, kind in find_paraphrases(sentence)]
    phrases += [t for t in told_otherwise if t.token.i not in {p.token.i for p in phrases}]
    found = [*phrases, *(t for t in found if t.token.i not in {p.token.i for p in phrases})]
    covered = {t.token.i for t in found}
    found += [
        Trigger(sentence.doc[w.head], EventKind.ATTACK_UNSPECIFIED, "weapon")
        for w in weapons
        if w.head not in covered and _stands_alone(sentence.doc[w.head], words)
    ]
    return tuple(sorted((t for t in found if not _is_only_counted(t.token)), key=_position))


def _is_only_counted(word: Token) -> bool:
    """True inside what a count is told to cover: "the count includes rockets that were shot down"."""
    for verb in word.ancestors:
        if verb.lemma_.lower() in words_of("triggers", "covering") and verb.pos_ == "VERB":
            subject = subject_of(verb)
            counts = verb.dep_ == "conj" and verb.head.lemma_.lower() in words_of("triggers", "counting")
            return counts or (subject is not None and subject.lemma_.lower() in words_of("triggers", "counting"))
    return False


def _phrase_triggers(sentence: Span) -> list[Trigger]:
    """The triggers that a phrase makes, as sure as a noun, whatever its first word was taken for ("shot dead")."""
    words = [t.lower_ for t in sentence]
    return [
        Trigger(sentence[i], kind, "noun")
        for phrase, kind in phrase_kinds().items()
        for i, word in enumerate(words)
        if word == phrase[0] and tuple(words[i : i + len(phrase)]) == phrase
    ]


def may_tell_events(doc: Doc) -> bool:
    """The fast first pass: false for a text without a word of armed violence, which needs no second one.

    So is a report on another matter. A word that sport, trade and medicine share ("strike", "attack") counts only
    where none of their own words stand.
    """
    if is_of_other_matter(doc):
        return False
    if any(is_armed(t) for t in doc) or any(_phrase_triggers(s) for s in doc.sents):
        return True
    words = {t.lower_ for t in doc}
    deeds = listed_kinds("nouns").keys() | listed_kinds("verbs").keys()
    told = bool(words & words_of("senses", "shared")) or any(t.lemma_.lower() in deeds for t in doc)
    told = told or any(True for s in doc.sents for _ in find_paraphrases(s))
    return told and not words & words_of("senses", "civil_matter")


def _trigger_of(token: Token, words: frozenset[str], weapon_heads: set[int]) -> Trigger | None:
    if token.i in weapon_heads:
        return None
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "npadvmod":
        return noun_trigger(token, words, weapon_heads)
    return mistagged_plural(token, words) or verb_trigger(token, words)


def _stands_alone(token: Token, words: frozenset[str]) -> bool:
    lemma = token.lemma_.lower()
    measured = (
        token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    )  # "30 kilos of dynamite"
    if measured.dep_ in ("nsubj", "nsubjpass", "dobj") and measured.head.lemma_.lower() in words_of(
        "triggers", "handling"
    ):
        return False
    return not words & set(load_lexicon("senses")["civil_sentence"].get(lemma, ()))


def _position(trigger: Trigger) -> int:
    return int(trigger.token.i)
