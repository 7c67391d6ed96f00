"""Small questions to the parse that several rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from tallystick.reading.lexicon import words_of

FINITE = ("VBD", "VBZ", "VBP", "MD")
"""The tags of verbs that tell a clause (Penn Treebank)."""
_OF_SOMEBODY = frozenset({"connect", "link", "tie", "use", "affiliate", "associate", "own", "control", "operate"})
_TAIL_STOPS = ("relcl", "advcl", "conj", "cc", "punct", "ccomp", "parataxis", "appos")


def subject_of(verb: Token) -> Token | None:
    """The subject of an active verb, borrowed from the verb it hangs on where it has none of its own."""
    # The nearest: a parser takes a dateline for a subject too ("GHAZNI (AP) - A bomber drove …").
    for child in reversed(list(verb.lefts)):
        if child.dep_ == "nsubj":
            return _antecedent(child, verb)
    if any(c.dep_ == "nsubjpass" for c in verb.lefts):
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    return None


def passive_subject_of(verb: Token) -> Token | None:
    """The subject of a passive verb ("the base was attacked"), or the noun that a participle describes."""
    for child in verb.lefts:
        if child.dep_ == "nsubjpass":
            return _antecedent(child, verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in verb.lefts):
        return verb.head
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in verb.lefts):
        return passive_subject_of(verb.head) if verb.head.pos_ in ("VERB", "AUX") else None
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """What "who" and "which" stand for ("the mayor, who was killed"), else the subject itself."""
    if subject.tag_ not in ("WP", "WDT") or verb.dep_ != "relcl" or verb.head.pos_ not in ("NOUN", "PROPN"):
        return subject
    if subject.lower_ != "who" or _may_be_person(verb.head):
        return verb.head
    # A parser hangs "who" on the nearest noun: "the mayor of the town, who was killed".
    return next((a for a in _nouns_above(verb.head) if _may_be_person(a)), verb.head)


def _nouns_above(noun: Token) -> Iterator[Token]:
    for above in noun.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return
        if above.pos_ in ("NOUN", "PROPN"):
            yield above


def _may_be_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in words_of("cues", "people") | words_of("roles", "doers")


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive verb ("by Hamas")."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((g for g in child.rights if g.dep_ in ("pobj", "pcomp")), None)
    return None


def object_of(verb: Token) -> Token | None:
    """The direct object of a verb."""
    return next((c for c in verb.rights if c.dep_ in ("dobj", "obj", "oprd")), None)


def objects_of_prepositions(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The nouns that hang on a token by one of the given prepositions, near ones first."""
    for child in token.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            yield from (g for g in child.rights if g.dep_ in ("pobj", "pcomp"))
            for nested in child.rights:
                if nested.dep_ == "prep" and nested.lower_ in prepositions:
                    yield from (g for g in nested.rights if g.dep_ == "pobj")


def noun_phrase(head: Token, *, tail: bool = True) -> Span:
    """The noun phrase of a head, without relative clauses and what is only listed beside it.

    With ``tail`` it keeps what hangs behind the head ("depots linked to the corps").
    """
    end = head.i + 1
    if tail:
        for child in head.rights:
            if child.dep_ in _TAIL_STOPS or _tells_result(child):
                break
            if child.dep_ == "prep" and child.lower_ not in ("of", "for", "with", "to", "in", "at", "near", "linked"):
                break
            end = max(end, _short_edge(child) + 1)
        end = _behind_participle(head.doc, end)
    start = head.left_edge.i
    doc: Doc = head.doc
    while start < head.i and (doc[start].is_punct or doc[start].dep_ in ("cc", "preconj") or doc[start].is_space):
        start += 1
    while end > head.i + 1 and doc[end - 1].is_punct:
        end -= 1
    return doc[start:end]


def _tells_result(clause: Token) -> bool:
    """True for "killing three" behind a village that was shelled."""
    return clause.dep_ == "acl" and clause.lemma_.lower() in words_of("roles", "results")


def _behind_participle(doc: Doc, end: int) -> int:
    """Past "linked to the corps" right behind a noun phrase, which a parser may have hung elsewhere."""
    if end + 2 >= len(doc) or doc[end].tag_ != "VBN" or doc[end].lemma_.lower() not in _OF_SOMEBODY:
        return end
    whose = next(
        (c for p in doc[end].rights if p.lower_ in ("to", "by", "with") for c in p.rights if c.dep_ == "pobj"), None
    )
    return end if whose is None else whose.i + 1


def _short_edge(token: Token) -> int:
    edge = token.right_edge.i
    for inner in token.subtree:
        if inner.dep_ in ("relcl", "advcl") or inner.text in (";", ":"):
            return min(edge, inner.left_edge.i - 1)
    return int(edge)


def runs_since(verb: Token) -> bool:
    """True for a verb that sums up all that was done from a day on ("since Friday 400 rockets have been fired")."""
    return any(c.lower_ == "since" and c.dep_ in ("prep", "mark") for c in verb.children) or any(
        s.lower_ == "since" for c in verb.children if c.dep_ == "advcl" for s in c.children
    )


def is_plural(noun: Token) -> bool:
    """True for a plural noun."""
    return noun.tag_ in ("NNS", "NNPS")


def is_definite(noun: Token) -> bool:
    """True if the noun points back ("the attack", "this strike", "its raid", "Tuesday's raid", "the boat's engine")."""
    owners = [c for c in noun.lefts if c.dep_ == "poss"]
    if any(is_day_name(c) or (c.pos_ == "NOUN" and is_definite(c)) for c in owners):
        return True
    return any(
        c.lower_ in ("the", "this", "that", "these", "those", "its", "their", "such", "both")
        for c in noun.lefts
        if c.dep_ in ("det", "poss", "predet", "amod")
    )


def says(verb: Token) -> bool:
    """True for a verb of saying."""
    return verb.lemma_.lower() in words_of("cues", "speech")


def blames(verb: Token) -> bool:
    """True for a verb of blame, "held the group responsible", "pointed the finger at" and "suspicion fell on"."""
    if verb.lemma_ == "hold" and verb.pos_ == "VERB":
        # A parser may hang "responsible" on whom it is said of.
        return any(c.lower_ == "responsible" for r in verb.rights for c in (r, *r.rights))
    if verb.lemma_ == "point":
        return any(c.lemma_ == "finger" or c.lower_ == "as" for c in verb.rights)
    if verb.lemma_ == "fall":
        return any(c.lower_ in words_of("roles", "falls_on") for c in verb.lefts)
    return verb.lemma_.lower() in words_of("roles", "blames") and verb.pos_ in ("VERB", "ADJ")


def is_day_name(word: Token) -> bool:
    """True for the owner in "Tuesday's attack" and "last week's raid"."""
    return word.ent_type_ in ("DATE", "TIME") or word.lower_ in words_of("cues", "day_names")


def contains_phrase(text: str, phrases: tuple[str, ...] | frozenset[str]) -> str | None:
    """The first of the phrases that a lower-cased text holds at word boundaries."""
    padded = f" {text} "
    for phrase in phrases:
        position = padded.find(phrase)
        while position >= 0:
            before, after = padded[position - 1], padded[position + len(phrase)]
            if not before.isalnum() and not after.isalnum():
                return phrase
            position = padded.find(phrase, position + 1)
    return None
