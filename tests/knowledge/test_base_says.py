"""What the base says beside a relation that a report tells."""

from __future__ import annotations

from datetime import date

import pytest

from tallystick.knowledge.base_says import base_says
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.quote import Quote
from tallystick.model.terms import InBase, Predicate


def _told(subject: str | None, predicate: Predicate, other: str | None, **dates: date) -> RelationMention:
    return RelationMention(
        id="m-1",
        report_id="r",
        quote=Quote(report_id="r", start=0, end=1, exact="x"),
        confidence=1,
        reader="hand",
        subject=ActorRef(id=subject, name=subject or "Sons of the Lake"),
        predicate=predicate,
        object=ActorRef(id=other, name=other or "Sons of the Hill"),
        **dates,
    )


@pytest.mark.parametrize(
    ("told", "verdict", "note"),
    [
        (_told("irgc-quds-force", Predicate.PART_OF, "irgc"), InBase.SAME, "in the base: official finding"),
        (
            _told("irgc", Predicate.CONTROLS, "irgc-quds-force"),
            InBase.SAME,
            "in the base as IRGC Quds Force part of Islamic Revolutionary Guard Corps: official finding",
        ),
        (
            _told("kataib-hezbollah", Predicate.MEMBER_OF, "islamic-resistance-in-iraq"),
            InBase.SAME,
            "in the base as Islamic Resistance in Iraq brand of Kata'ib Hezbollah: preponderance",
        ),
        (
            _told("irgc", Predicate.PART_OF, "irgc-quds-force"),
            InBase.CONTRADICTS,
            "contradicts: IRGC Quds Force part of Islamic Revolutionary Guard Corps since 1988-01-01 (official finding)",
        ),
        (
            _told("hezbollah", Predicate.FRONT_FOR, "irgc-quds-force"),
            InBase.RELATED,
            "beside: Hezbollah backed by IRGC Quds Force since 1988-01-01 (official finding)",
        ),
        (
            _told("mahdi-army", Predicate.PART_OF, "sadrist-movement", since=date(2015, 1, 1)),
            InBase.RELATED,
            "beside: Mahdi Army part of Sadrist Movement since 2003-01-01 until 2008-12-31 (self acknowledged)",
        ),
        (_told("hamas", Predicate.ALLIED_WITH, "al-shabaab"), InBase.NEW, "new"),
        (_told(None, Predicate.FRONT_FOR, "kataib-hezbollah"), InBase.NEW, "new"),
    ],
)
def test_what_the_base_says_beside_it(told: RelationMention, verdict: InBase, note: str) -> None:
    says = base_says(load_knowledge(), told)
    assert (says.verdict, says.note) == (verdict, note)


def test_the_relation_that_says_it_comes_with_its_citation() -> None:
    says = base_says(load_knowledge(), _told("irgc-quds-force", Predicate.PART_OF, "irgc"))
    assert says.relation
    assert says.relation.citation


def test_two_that_back_each_other_do_not_contradict() -> None:
    says = base_says(load_knowledge(), _told("ir", Predicate.BACKED_BY, "hezbollah"))
    assert says.verdict is InBase.RELATED
