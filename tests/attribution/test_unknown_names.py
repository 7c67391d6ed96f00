"""Names that nobody known bears, as candidates for the knowledge base."""

from __future__ import annotations

import pytest

from tallystick.attribution.actors import list_actors
from tallystick.attribution.unknown_names import MOST_QUOTES
from tallystick.knowledge.loading import load_knowledge
from tallystick.model.actor import ActorRef, Candidate, Participant
from tallystick.model.mention import ClaimMention, Mention, RelationMention
from tallystick.model.quote import Quote
from tallystick.model.terms import ParticipantType, Predicate, Role


def _told(name: str, report: str, *, actor_id: str | None = None, mention_id: str = "") -> RelationMention:
    words = f"{name} is backed by Iran"
    return RelationMention(
        id=mention_id or f"m-{report}",
        report_id=report,
        quote=Quote(report_id=report, start=0, end=len(words), exact=words),
        confidence=1,
        reader="hand",
        subject=ActorRef(id=actor_id, name=name),
        predicate=Predicate.BACKED_BY,
        object=ActorRef(id="ir", name="Iran"),
    )


def _claimed(name: str, report: str, *, described: str) -> ClaimMention:
    words = Quote(report_id=report, start=0, end=len(described), exact=described)
    claimant = Participant(
        role=Role.CLAIMANT, type=ParticipantType.ORGANISATION, name=name, quote=words, described=words
    )
    return ClaimMention(id=f"m-{report}", report_id=report, quote=words, confidence=1, reader="hand", claimant=claimant)


def _candidate(*mentions: Mention) -> Candidate:
    (found,) = [a.candidate for a in list_actors(mentions, knowledge=load_knowledge()) if a.candidate is not None]
    return found


def test_a_name_comes_with_the_words_that_name_it() -> None:
    found = _candidate(_told("Sons of the Valley", "r"))
    assert found.reports == 1
    assert [quote.exact for quote in found.contexts] == ["Sons of the Valley is backed by Iran"]


def test_a_known_actor_is_no_candidate() -> None:
    found = list_actors([_told("Hamas", "r", actor_id="hamas")], knowledge=load_knowledge())
    assert [actor.candidate for actor in found] == [None, None]


@pytest.mark.parametrize("words", ["a security source", "Iran-backed militias", "The officials"])
def test_words_that_name_nobody_are_no_actor(words: str) -> None:
    assert [actor.id for actor in list_actors([_told(words, "r")], knowledge=load_knowledge())] == ["ir"]


def test_all_reports_count_and_the_first_are_quoted() -> None:
    found = _candidate(*(_told("Sons of the Valley", f"r{n}") for n in reversed(range(MOST_QUOTES + 2))))
    assert found.reports == MOST_QUOTES + 2
    assert [quote.report_id for quote in found.contexts] == [f"r{n}" for n in range(MOST_QUOTES)]


def test_a_report_that_names_it_twice_counts_once() -> None:
    found = _candidate(_told("Sons of the Valley", "r"), _told("Sons of the Valley", "r", mention_id="m-0"))
    assert (found.reports, len(found.contexts)) == (1, 1)


def test_the_words_that_describe_it_are_kept_from_whatever_report() -> None:
    words = "a group calling itself the Sons of the Valley"
    told = [_told("Sons of the Valley", f"r{n}") for n in range(MOST_QUOTES)]
    found = _candidate(*told, _claimed("Sons of the Valley", "r9", described=words))
    assert [quote.exact for quote in found.described] == [words]
    assert "r9" not in [quote.report_id for quote in found.contexts]


def test_the_known_names_most_like_it_stand_beside_it() -> None:
    first = _candidate(_told("Saraya Awliaa ad-Damm", "r")).may_be[0]
    assert first.id == "saraya-awliya-al-dam"
    assert 0.8 <= first.likeness < 1


def test_likeness_does_not_hang_on_the_order_of_words() -> None:
    first = _candidate(_told("Resistance Islamic in Iraq", "r")).may_be[0]
    assert (first.id, first.likeness) == ("islamic-resistance-in-iraq", 1)


def test_a_name_like_no_other_may_be_nobody() -> None:
    assert _candidate(_told("Sons of the Valley", "r")).may_be == ()
