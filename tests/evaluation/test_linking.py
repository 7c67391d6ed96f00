"""The gold of linking, and how links are counted."""

from __future__ import annotations

import re

import pytest

from evaluation.linking import LinkCount
from evaluation.linking_gold import FOLDER, MarkedText, Pointer, load_texts
from evaluation.own_sets import HALVES
from tallystick.evaluation.bench import make_report
from tallystick.model.expression import ActorExpression
from tallystick.model.quote import quote_from
from tallystick.model.terms import ActorType
from tallystick.pipeline import default_knowledge

_REPORT = make_report("Red Dawn said the group had struck the army.", name="one")


def _actor(words: str, actor_id: str | None) -> ActorExpression:
    start = _REPORT.text.index(words)
    quote = quote_from(_REPORT.id, _REPORT.text, start, start + len(words))
    return ActorExpression(quote=quote, actor_id=actor_id, name=words, type=ActorType.ARMED_GROUP, why="told")


def _pointer(words: str, sort: str, *answers: str) -> Pointer:
    start = _REPORT.text.index(words)
    return Pointer(start, start + len(words), sort, frozenset(frozenset([a]) for a in answers))


def _count(pointers: list[Pointer], actors: list[ActorExpression]) -> LinkCount:
    count = LinkCount()
    count.add(MarkedText(_REPORT, tuple(pointers)), tuple(actors))
    return count


@pytest.mark.parametrize("half", HALVES)
def test_every_mark_stands_at_its_words(half: str) -> None:
    for text in load_texts(half):
        marks = re.findall(r"\[\[([^|]+)\|", (FOLDER / half / f"{text.report.path}.txt").read_text("utf-8"))
        assert [text.report.text[p.start : p.end] for p in text.pointers] == marks


@pytest.mark.parametrize("half", HALVES)
def test_every_answer_is_an_actor_of_the_base(half: str) -> None:
    asked = {i for text in load_texts(half) for p in text.pointers for answer in p.answers for i in answer}
    assert asked <= {actor.id for actor in default_knowledge().actors}


def test_a_link_counts_if_the_span_shares_a_character() -> None:
    count = _count([_pointer("the army", "force", "x-army", "x")], [_actor("army", "x")])
    assert (count.asked["force"], count.found["force"], count.right["force"]) == (1, 1, 1)


def test_a_wrong_link_counts_against_precision() -> None:
    count = _count([_pointer("the group", "description", "a")], [_actor("group", "b")])
    assert (count.found["description"], count.right["description"]) == (1, 0)


def test_an_unseen_name_must_be_listed_without_a_link() -> None:
    pointer = _pointer("Red Dawn", "unseen")
    assert _count([pointer], [_actor("Red Dawn", None)]).right["unseen"] == 1
    assert _count([pointer], [_actor("Red Dawn", "a")]).right["unseen"] == 0
    assert _count([pointer], []).right["unseen"] == 0


def test_a_link_where_none_is_marked_counts_against_precision() -> None:
    count = _count([], [_actor("army", "x"), _actor("group", None)])
    assert count.found.total() == 1
