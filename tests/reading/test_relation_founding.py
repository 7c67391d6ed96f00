"""When a group was founded."""

from __future__ import annotations

from datetime import date

from tallystick.model.mention import RelationMention
from tallystick.model.terms import Predicate
from tests.reading.tellings import Read, of_type


def test_a_founding_is_dated(read: Read) -> None:
    (found,) = [
        m
        for m in of_type(read("JNIM, a group formed in 2017, attacked Gao on Friday."), RelationMention)
        if m.predicate is Predicate.ESTABLISHED
    ]
    assert found.subject.id == "jnim"
    assert found.since == date(2017, 1, 1)
