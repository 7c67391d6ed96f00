"""Names that nobody known bears, as candidates for the knowledge base."""

from __future__ import annotations

from tallystick.attribution.unknown_names import MOST_CONTEXTS, unknown_names
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.actor import ActorRef
from tallystick.model.mention import RelationMention
from tallystick.model.quote import Quote
from tallystick.model.terms import Predicate


def _told(name: str, report: str, *, actor_id: str | None = None) -> RelationMention:
    words = f"{name} is backed by Iran"
    return RelationMention(
        id=f"m-{report}",
        report_id=report,
        quote=Quote(report_id=report, start=0, end=len(words), exact=words),
        confidence=1,
        reader="hand",
        subject=ActorRef(id=actor_id, name=name),
        predicate=Predicate.BACKED_BY,
        object=ActorRef(id="ir", name="Iran"),
    )


def test_a_name_comes_with_the_words_that_name_it() -> None:
    (found,) = unknown_names([_told("Sons of the Valley", "r")], knowledge=load_knowledge())
    assert (found.name, found.reports) == ("Sons of the Valley", 1)
    assert [quote.exact for quote in found.contexts] == ["Sons of the Valley is backed by Iran"]


def test_a_known_actor_is_no_candidate() -> None:
    assert unknown_names([_told("Hamas", "r", actor_id="hamas")], knowledge=load_knowledge()) == ()


def test_all_reports_count_and_a_few_are_quoted() -> None:
    told = [_told("Sons of the Valley", f"r{n}") for n in range(MOST_CONTEXTS + 2)]
    (found,) = unknown_names(told, knowledge=load_knowledge())
    assert (found.reports, len(found.contexts)) == (MOST_CONTEXTS + 2, MOST_CONTEXTS)


def test_the_name_of_most_reports_comes_first() -> None:
    told = [_told("Ahl al-Wadi", "r1"), _told("Sons of the Valley", "r2"), _told("Sons of the Valley", "r3")]
    assert [one.name for one in unknown_names(told, knowledge=load_knowledge())] == [
        "Sons of the Valley",
        "Ahl al-Wadi",
    ]


def test_the_known_names_most_like_it_stand_beside_it() -> None:
    (found,) = unknown_names([_told("Saraya Awliaa ad-Damm", "r")], knowledge=load_knowledge())
    assert found.may_be[0].id == "saraya-awliya-al-dam"


def test_a_name_like_no_other_may_be_nobody() -> None:
    (found,) = unknown_names([_told("Sons of the Valley", "r")], knowledge=load_knowledge())
    assert found.may_be == ()
