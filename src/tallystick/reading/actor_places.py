"""Whether the name of a country or a capital is a doer here, or only a place."""

from __future__ import annotations

from spacy.tokens import Token

from tallystick.knowledge.names import fold_word
from tallystick.reading.actor_names import NameHit
from tallystick.reading.actor_text import ActorText, keys_of, lemma_key

_SURE_PLACE = frozenset({"in", "inside", "near", "across", "throughout", "into", "within", "at", "outside", "around"})
_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_SUBJECTS = frozenset({"nsubj", "agent", "csubj"})


def is_doer_here(text: ActorText, hit: NameHit, decided: dict[int, bool]) -> bool:
    """True if a country stands for its state. ``decided`` tells of the names before, by their last word."""
    token = text.last_token(hit.last)
    before = _word_before(text, hit.first)
    if before in _SURE_PLACE:
        return False
    if token.dep_ in _SUBJECTS or (
        token.dep_ == "conj" and token.head.dep_ in _SUBJECTS and not _follows_comma(text, hit)
    ):
        return not _only_sees(token)
    listed = _decided_in_list(text, hit, decided)
    if listed is not None:
        return listed
    if text.key(hit.last + 1) == "and" and text.key(hit.last + 2) in ("its", "their"):
        return True
    if before in keys_of("locative"):
        return False
    if _follows_comma(text, hit) and _is_name_before(text, hit.first):
        return False
    if text.words[hit.last].possessive:
        return not _owns_a_place(text, hit)
    if token.dep_ in ("compound", "nmod", "npadvmod", "ROOT", "appos") or text.gap(hit.first).endswith("("):
        return False
    return _is_doer_behind(before, _lemmas_above(text, hit, token))


def speaks_for_government(text: ActorText, hit: NameHit) -> bool:
    """True if a capital speaks or decides, is spoken to, or is one of two that something is between."""
    if _word_before(text, hit.first) in keys_of("locative"):
        return False
    token = text.last_token(hit.last)
    subject = token
    while subject.dep_ == "conj" and subject.head != subject:
        subject = subject.head
    if subject.dep_ == "nsubj" and lemma_key(subject.head) in keys_of("speech_or_decision"):
        return True
    if subject.dep_ in ("dobj", "nsubj", "nsubjpass") and _is_spoken_to(subject):
        return True
    return (
        subject.dep_ == "pobj" and subject.head.lower_ in ("between", "by") and subject.head.dep_ in ("prep", "agent")
    )


def _is_spoken_to(capital: Token) -> bool:
    """True for "blamed Abu Dhabi" and "asked Baghdad to act", where a parser may take the capital for who acts."""
    verb = capital.head if capital.dep_ != "nsubj" else capital.head.head
    return verb.i < capital.i and lemma_key(verb) in keys_of("speaks_to") and verb.pos_ == "VERB"


def _word_before(text: ActorText, first: int) -> str:
    i = first - 1
    if i >= 0 and not text.is_joined(first):
        return ""
    while i >= 0 and text.key(i) in ("the", "neighbouring", "nearby", "both", "") and text.is_joined(i):
        i -= 1
    return text.key(i)


def _follows_comma(text: ActorText, hit: NameHit) -> bool:
    return hit.first > 0 and "," in text.gap(hit.first)


def _is_name_before(text: ActorText, first: int) -> bool:
    return text.is_capital(first - 1) or text.token(first - 1).ent_type_ in _PLACE_ENTITIES


def _decided_in_list(text: ActorText, hit: NameHit, decided: dict[int, bool]) -> bool | None:
    """What was decided for the name before in a list ("in Iraq and Syria")."""
    i = hit.first - 1
    while i >= 0 and text.key(i) in ("and", "or", "the", "both"):
        i -= 1
    gap = text.text[text.words[i].end : text.words[i + 1].start] if i >= 0 else ""
    has_link = i < hit.first - 1 or gap.strip() in (",", "&", "/")
    return decided.get(i) if has_link and gap.strip() in ("", ",", "&", "/") else None


def _owns_a_place(text: ActorText, hit: NameHit) -> bool:
    head = text.last_token(hit.last).head
    if lemma_key(head) in keys_of("place_nouns") or fold_word(head.lower_) in keys_of("place_nouns"):
        return True
    after = hit.last + 1
    return after < len(text) and text.token(after).ent_type_ in _PLACE_ENTITIES


def _only_sees(token: Token) -> bool:
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ == "nsubj" and lemma_key(token.head) in keys_of("sees")


def _is_doer_behind(preposition: str, above: set[str]) -> bool:
    if preposition == "from":
        return not above.isdisjoint(keys_of("comes_from_doer"))
    if preposition == "to":
        return above.isdisjoint(keys_of("motion"))
    if preposition in ("of", "with", "between"):
        return above.isdisjoint(keys_of("of_place"))
    return True


def _lemmas_above(text: ActorText, hit: NameHit, token: Token) -> set[str]:
    """The words that a name may hang on by its preposition: by the parse, and the one before the preposition."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    found = {lemma_key(token.head.head)} if token.dep_ == "pobj" else set()
    i = hit.first - 1
    while i > 0 and text.key(i) in ("the", "", "from", "to", "of", "with", "between"):
        i -= 1
    return found | {lemma_key(text.token(i))} if i >= 0 else found
