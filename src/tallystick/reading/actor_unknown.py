"""Names that no knowledge base holds: never dropped, never forced on a known actor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from tallystick.knowledge.names import split_words
from tallystick.model.terms import ActorType
from tallystick.reading.actor_found import Board, Found
from tallystick.reading.actor_text import ActorText, keys_of

_CONNECTORS = frozenset({"of", "the", "for", "de", "del", "la", "los", "las", "du", "des", "y"})
_LONGEST_NAME = 9
_OPENERS = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_NEAR = 3
_NO_NAME_PARTS = frozenset({"VERB", "AUX", "ADP", "ADV", "PRON", "SCONJ", "INTJ"})
_QUOTED = re.compile(r"[\"“‘']([^\"“”‘'\n]{3,60})[\"”’']")
_ACTING = frozenset({"nsubj", "agent", "pobj", "poss", "dobj", "nsubjpass", "conj", "appos", "compound", "ROOT"})


def find_self_named(text: ActorText, board: Board) -> Iterator[Found]:
    """The name in "a group calling itself X", "a faction known as X"."""
    for i in range(1, len(text)):
        length = text.phrase_at(i, "self_naming")
        if not length or not _speaks_of_group(text, i):
            continue
        first = i + length
        while first < len(text) and text.key(first) == "the" and text.is_joined(first):
            first += 1
        if first >= len(text):
            return
        last = _quoted_end(text, first) or _run_end(text, first)
        if last is not None and board.is_open(first, last):
            yield Found(first, last, ActorType.ARMED_GROUP, "named in the text as a group; not in the knowledge base")


def find_name_runs(text: ActorText, board: Board) -> Iterator[Found]:
    """Runs of capitals that hold a word for a body: "Northern Rivers Brigade", "Army of the Free"."""
    i = 0
    while i < len(text):
        last = _run_end(text, i) if _opens_name(text, i) else None
        if last is None:
            i += 1
            continue
        if _names_body(text, i, last) and board.is_open(i, last) and not _is_person(text, i, last):
            yield Found(i, last, _type_of(text, i, last), "a name with a word for a body; not in the knowledge base")
        i = last + 1


def find_entities(text: ActorText, board: Board) -> Iterator[Found]:
    """Organisations and persons that spaCy's recogniser marks, its usual errors left out."""
    for entity in text.doc.ents:
        if entity.label_ not in ("ORG", "PERSON"):
            continue
        span = _trim(text, entity)
        if span is None or not board.is_open(*span) or not _looks_like_actor(text, entity, *span):
            continue
        kind = _type_of_entity(text, entity, *span)
        yield Found(*span, kind, "a name marked by the language model; not in the knowledge base")


def find_again(text: ActorText, board: Board, earlier: Found) -> Iterator[Found]:
    """Other places at which the report writes the same unknown name."""
    name = earlier.name or text.between(earlier.first, earlier.last)
    keys = [word.key for word in split_words(name)]
    for i in range(len(text) - len(keys) + 1):
        last = i + len(keys) - 1
        if text.key(i) != keys[0] or not board.is_open(i, last) or not (text.is_capital(i) or text.is_caseless(i)):
            continue
        if all(text.key(i + k) == key and (k == 0 or text.is_joined(i + k)) for k, key in enumerate(keys)):
            yield Found(i, last, earlier.type, "the same name as elsewhere in the report", earlier.actor_id, name)


def _speaks_of_group(text: ActorText, i: int) -> bool:
    before = [text.key(k) for k in range(max(0, i - 3), i)]
    nouns = keys_of("loose_sets") | keys_of("armed_sets") | keys_of("back_references")
    return any(key in nouns for key in before) or "itself" in (text.key(i), text.key(i + 1))


def _quoted_end(text: ActorText, first: int) -> int | None:
    match = _QUOTED.match(text.text, text.words[first].start - 1) if text.words[first].start else None
    inner = text.words_in(match.start(1), match.end(1)) if match else None
    return inner[1] if inner else None


def _opens_name(text: ActorText, i: int) -> bool:
    if text.is_caseless(i) or not text.is_capital(i) or text.key(i) in _CONNECTORS | {""}:
        return False
    if text.key(i) in keys_of("determiners") or text.written(i).isdigit():
        return False
    if text.token(i).pos_ not in _OPENERS or (text.key(i) in keys_of("armed_sets") and text.key(i + 1) == "of"):
        return False
    is_continued = (
        i > 0 and text.is_joined(i) and text.is_capital(i - 1) and text.key(i - 1) not in keys_of("determiners")
    )
    return not is_continued or text.starts_sentence(i)


def _run_end(text: ActorText, first: int) -> int | None:
    """The last word of a run of capitals that starts at a word; small words may stand inside."""
    if not text.is_capital(first):
        return None
    last, i = first, first + 1
    while i < len(text) and i - first < _LONGEST_NAME and text.is_joined(i) and not text.words[i - 1].possessive:
        if text.is_capital(i) and not text.written(i)[0].isdigit():
            if text.token(i).pos_ in _NO_NAME_PARTS or text.token(i).ent_type_ in ("DATE", "TIME"):
                break
            last = i
        elif not _links_name(text, i):
            break
        i += 1
    return last


def _links_name(text: ActorText, i: int) -> bool:
    """True for a small word or figure inside a name: the "of" of "Army of the Free", the "e" of "Lashkar-e-Taiba"."""
    if text.key(i) in _CONNECTORS or text.key(i) == "" or text.written(i)[0].isdigit():
        return True
    return text.is_hyphened(i) and text.is_hyphened(i + 1)


def _names_body(text: ActorText, first: int, last: int) -> bool:
    if last == first or text.key(last) in keys_of("thing_nouns") | keys_of("roles") | keys_of("place_nouns"):
        return False
    if _is_beside(text, first, last, "vessel_nouns") or any(
        text.key(i) in keys_of("roles") for i in range(first, last)
    ):
        return False
    return any(text.key(i) in keys_of("name_nouns") and text.is_capital(i) for i in range(first, last + 1))


def _is_person(text: ActorText, first: int, last: int) -> bool:
    """True for a run that the recogniser marks as the name of one person, titles and all."""
    return all(text.token(i).ent_type_ == "PERSON" for i in range(first, last + 1))


def _type_of(text: ActorText, first: int, last: int) -> ActorType:
    keys = {text.key(i) for i in range(first, last + 1)}
    if keys & keys_of("civil_nouns"):
        return ActorType.GOVERNMENT_BODY if keys & keys_of("state_nouns") else ActorType.ORGANISATION
    return ActorType.PARTY if "party" in keys else ActorType.ARMED_GROUP


def _type_of_entity(text: ActorText, entity: Span, first: int, last: int) -> ActorType:
    if entity.label_ == "PERSON":
        return ActorType.PERSON
    if any(text.key(i) in keys_of("name_nouns") for i in range(first, last + 1)):
        return _type_of(text, first, last)
    return ActorType.ORGANISATION if first < last or text.written(first).isupper() else ActorType.UNKNOWN


def _trim(text: ActorText, entity: Span) -> tuple[int, int] | None:
    span = text.words_in(entity.start_char, entity.end_char)
    if span is None:
        return None
    first, last = span
    while first <= last and (text.key(first) in keys_of("determiners") or not text.is_capital(first)):
        first += 1
    while last >= first and not text.is_capital(last):
        last -= 1
    return (first, last) if first <= last and last - first < _LONGEST_NAME else None


def _looks_like_actor(text: ActorText, entity: Span, first: int, last: int) -> bool:
    keys = [text.key(i) for i in range(first, last + 1)]
    folded = " ".join(key for key in keys if key)
    if not folded or len(folded) < 2 or folded in keys_of("not_bodies") or text.is_caseless(first):
        return False
    if keys[-1] in keys_of("thing_nouns") | keys_of("place_nouns") or any(k in keys_of("weapon_names") for k in keys):
        return False
    if any(key.isdigit() for key in keys) or "\n" in text.between(first, last):
        return False
    if _is_beside(text, first, last, "vessel_nouns") or _is_beside(text, first, last, "thing_nouns", behind=True):
        return False
    if text.key(first - 1) in keys_of("locative") or (
        text.key(first - 1) == "the" and text.key(first - 2) in keys_of("locative")
    ):
        return False
    if entity.label_ == "PERSON" and (
        last == first
        or not all(text.is_capital(i) or text.key(i) in ("", "bin", "ibn", "abu") for i in range(first, last + 1))
    ):
        return False
    if entity.label_ == "ORG" and last == first and not _acts(text, entity, first):
        return False
    return not text.may_be_place(first, last)


def _acts(text: ActorText, entity: Span, word: int) -> bool:
    """True if a single word that is marked as a body does, says, owns or is told to have done something."""
    root = entity.root
    if text.written(word).isupper() and root.dep_ in _ACTING:
        return True
    is_agent = root.dep_ == "pobj" and root.head.lower_ in ("by", "to", "with")
    return root.pos_ == "PROPN" and (root.dep_ in ("nsubj", "poss") or is_agent) and not text.starts_sentence(word)


def _is_beside(text: ActorText, first: int, last: int, words: str, *, behind: bool = False) -> bool:
    nouns = keys_of(words)
    after = range(last + 1, min(len(text), last + 2)) if behind else range(last + 1, min(len(text), last + _NEAR))
    before = range(0) if behind else range(max(0, first - _NEAR), first)
    return any(text.key(i) in nouns for i in (*before, *after) if text.is_joined(max(i, 1)))
