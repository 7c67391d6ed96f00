"""The name of a person in a noun phrase, without title and office."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from tallystick.reading.lexicon import words_of
from tallystick.reading.phrases import objects_of_prepositions

_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "y", "da", "do", "dos", "bin", "ibn", "al", "el", "van", "von"}
)


def person_name(head: Token, *, is_person: bool = False) -> Span | None:
    """The name that a noun ends, or that stands in apposition to it ("the mayor, Ana Ruiz"); None if it is no person's.

    A name is told by the model's named entities, or taken for one if the noun must be a person's (``is_person``). Its
    titles are left out.
    """
    if head.pos_ != "PROPN":
        # A parser may hang the name on the place of the office instead.
        nouns = (head, *objects_of_prepositions(head, frozenset({"of"})))
        named = (c for n in nouns for c in n.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and _is_beside(head, c))
        return next((name for c in named if (name := person_name(c)) is not None), None)
    if head.ent_type_ != "PERSON" and not is_person:
        return None
    doc, start, end = head.doc, head.i, head.i + 1
    while start > head.sent.start and _belongs(doc[start - 1]):
        start -= 1
    while end < head.sent.end and doc[end].pos_ == "PROPN" and doc[end].ent_type_ == "PERSON":
        end += 1
    while start < head.i and (_is_title(doc[start]) or doc[start].lower_ in _PARTICLES):
        start += 1
    return doc[start:end]


def full_name(name: Span, persons: Sequence[Span]) -> str:
    """The fullest form of a name in a report ("Ruiz" → "Ana Ruiz Soto"); as it is if two persons may be meant."""
    own = [t.lower_ for t in name]
    longer = [p for p in persons if len(p) > len(own) and _holds([t.lower_ for t in p], own)]
    if not longer:
        return " ".join(name.text.split())
    fullest = max(longer, key=len)
    whole = [t.lower_ for t in fullest]
    is_one = all(_holds(whole, [t.lower_ for t in p]) for p in longer)
    return " ".join((fullest if is_one else name).text.split())


def suffers(noun: Token) -> bool:
    """True for whom a verb or a noun of killing or kidnapping is done to: a person, or people."""
    if noun.dep_ == "conj":
        return suffers(noun.head)
    if noun.dep_ in ("nsubjpass", "dobj"):
        return noun.head.lemma_.lower() in words_of("roles", "done_to_people")
    if noun.dep_ == "poss":
        return noun.head.lemma_.lower() in words_of("roles", "suffered_nouns")
    above = noun.head
    return (
        noun.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.lemma_.lower() in words_of("roles", "suffered_nouns")
    )


def _holds(whole: list[str], part: list[str]) -> bool:
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _belongs(token: Token) -> bool:
    if token.lower_ in _PARTICLES:
        return token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _is_title(token: Token) -> bool:
    return token.lower_.removesuffix(".") in words_of("roles", "titles")


def _is_beside(noun: Token, name: Token) -> bool:
    """True if only what hangs on the noun ("the mayor of Abrego, …") parts the two, and no other name."""
    return all(t.is_punct or noun.is_ancestor(t) for t in noun.doc[noun.i + 1 : name.left_edge.i])
