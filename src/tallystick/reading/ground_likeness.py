"""Who alone could have done it, and whose deeds it is like."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from tallystick.model.terms import GroundKind
from tallystick.reading.ground_cue import Cue, behind, is_word
from tallystick.reading.verbs import verb_of


def find_capabilities(sentence: Span) -> Iterator[Cue]:
    """Who alone has what it took."""
    kind = GroundKind.CAPABILITY
    for token in sentence:
        if token.lower_ == "only" and (owner := _owner_behind(token)) is not None:
            if (verb := _having(owner.i + 1, sentence)) is not None:
                yield Cue(kind, verb, _noun_start(token), _object_end(verb), token.i + 1, verb.i)
        elif token.lower_ == "alone" and (verb := _having(token.i + 1, sentence)) is not None:
            yield Cue(kind, verb, token.i, _object_end(verb), max(sentence.start, token.i - 4), token.i)
        start = _nobody_before(token, sentence) if is_word(token, "except") else None
        if start is not None and (verb := _having(token.i + 1, sentence)) is not None:
            yield Cue(kind, verb, start, _object_end(verb), token.i + 1, verb.i, allowed=(start, token.i + 1))


def _owner_behind(only: Token) -> Token | None:
    """The subject that "only" stands before, with no verb between."""
    for token in only.doc[only.i + 1 : only.i + 7]:
        if token.dep_ in ("nsubj", "nsubjpass"):
            return token
        if token.pos_ in ("VERB", "AUX") or (token.is_punct and token.text != "-"):
            return None
    return None


def _having(start: int, sentence: Span) -> Token | None:
    """The "has" of "has drones of such a range", "is known to possess" and "has the skill to build it"."""
    for verb in sentence.doc[start : sentence.end]:
        if not is_word(verb, "has") or verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        if verb.lemma_ == "know" and any(is_word(c, "has") for c in verb.rights):
            return verb
        things = [c for c in verb.rights if c.dep_ == "dobj"]
        if any(is_word(thing, "weapons") or is_word(thing, "means") for thing in things):
            return verb
    return None


def _nobody_before(word: Token, sentence: Span) -> int | None:
    no = next((t for t in sentence if t.i < word.i and t.lower_ in ("no", "nobody", "none")), None)
    return None if no is None else int(no.i)


def find_patterns(sentence: Span) -> Iterator[Cue]:
    """Whose deeds it is like."""
    kind = GroundKind.PATTERN
    for token in sentence:
        if _is_likeness(token):
            yield behind(kind, token, _clause_start(token, sentence), sentence)


def _is_likeness(token: Token) -> bool:
    """True for "bears the hallmarks of", "was similar to", "resembles" and "had been used before by"."""
    if (is_word(token, "hallmarks") or is_word(token, "manner")) and token.dep_ in ("dobj", "attr", "pobj"):
        return _has_of(token)
    if is_word(token, "alike") and token.dep_ in ("acomp", "attr", "advcl", "amod"):
        return _has_tie(token)
    if token.lemma_ == "use" and token.tag_ == "VBN":
        return any(is_word(c, "before") for c in token.children)
    return is_word(token, "resembles") and token.pos_ in ("VERB", "AUX")


def _has_of(noun: Token) -> bool:
    return any(c.lower_ in ("of", "by") and c.dep_ == "prep" for c in noun.rights)


def _has_tie(adjective: Token) -> bool:
    return any(c.lower_ in ("to", "of", "with", "as", "in") for c in adjective.rights)


def _clause_start(token: Token, sentence: Span) -> int:
    """Where the clause of a likeness begins: at the subject of its verb."""
    verb = verb_of(token)
    subjects = [c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")]
    return max(sentence.start, subjects[0].left_edge.i if subjects else min(token.i, verb.i))


def _noun_start(only: Token) -> int:
    """Back to "a type that" of "a type that only the army has"."""
    head = only.head.head
    return int(head.head.left_edge.i) if head.dep_ in ("acl", "relcl") else int(only.i)


def _object_end(verb: Token) -> int:
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "attr", "xcomp", "acomp")]
    return (objects[-1].right_edge.i if objects else verb.i) + 1
