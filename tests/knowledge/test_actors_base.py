from datetime import date

import pytest

from tallystick.knowledge.actors import AmbiguousAlias, KnownActor, Organ
from tallystick.knowledge.base import KnowledgeBase
from tallystick.knowledge.loading import load_knowledge
from tallystick.knowledge.publishers import KnownPublisher, PublisherKind
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType, Grade, Predicate


def _actor(id: str, type: ActorType = ActorType.MILITIA, **more: object) -> KnownActor:
    return KnownActor.model_validate({"id": id, "name": id.title(), "type": type, "citation": "own", **more})


def _relation(subject: str, predicate: Predicate, object: str, since: date | None = None) -> KnownRelation:
    return KnownRelation(
        subject=subject, predicate=predicate, object=object, since=since, grade=Grade.DIRECT, citation="own"
    )


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return KnowledgeBase(
        actors=(
            _actor("xx", ActorType.STATE, name="Exland"),
            _actor("xx-army", ActorType.ARMED_FORCES, country="xx", organ=Organ.ARMY, aliases=("Field Army",)),
            _actor("xx-corps", ActorType.CORPS),
            _actor("lake", aliases=("Lake Guard",)),
            _actor("hill", ambiguous_aliases=(AmbiguousAlias(name="Lake Guard", note="in the hills"),)),
            _actor("banner", ActorType.BRAND),
            _actor("mask", ActorType.FACADE),
        ),
        relations=(
            _relation("xx-corps", Predicate.PART_OF, "xx-army"),
            _relation("banner", Predicate.BRAND_OF, "lake", date(2020, 1, 1)),
            _relation("hill", Predicate.MEMBER_OF, "banner"),
            _relation("mask", Predicate.FRONT_FOR, "lake"),
            _relation("lake", Predicate.BACKED_BY, "xx-corps"),
            _relation("xx", Predicate.CONTROLS, "hill"),
        ),
        publishers=(KnownPublisher(domain="lake.example", name="Lake News", kind=PublisherKind.LOCAL, citation="own"),),
    )


def test_an_ambiguous_name_gives_all_it_can_mean(base: KnowledgeBase) -> None:
    assert {a.id for a in base.match_alias("the LAKE guard")} == {"lake", "hill"}


def test_an_unknown_name_gives_nothing(base: KnowledgeBase) -> None:
    assert base.match_alias("River Guard") == ()


def test_an_organ_and_its_parts_belong_to_their_state(base: KnowledgeBase) -> None:
    assert [base.state_of(i) for i in ("xx", "xx-army", "xx-corps", "lake")] == ["xx", "xx", "xx", None]


def test_an_organ_is_found_by_its_state(base: KnowledgeBase) -> None:
    found = base.organ_of("xx", Organ.ARMY)
    assert found is not None
    assert found.id == "xx-army"
    assert base.organ_of("xx", Organ.NAVY) is None


def test_members_are_found_from_either_side_and_on_their_days(base: KnowledgeBase) -> None:
    assert {r.subject for r in base.members_of("banner", date(2019, 1, 1))} == {"hill"}
    assert {(r.subject, r.object) for r in base.members_of("banner")} == {("banner", "lake"), ("hill", "banner")}
    assert {r.object for r in base.members_of("mask")} == {"lake"}


def test_backers_are_those_who_back_or_control(base: KnowledgeBase) -> None:
    assert [r.object for r in base.backers_of("lake")] == ["xx-corps"]
    assert [r.subject for r in base.backers_of("hill")] == ["xx"]


@pytest.mark.parametrize(
    ("a", "b", "compatible"),
    [
        ("lake", "lake", True),
        ("xx", "xx-corps", True),
        ("banner", "lake", True),
        ("lake", "banner", True),
        ("lake", "hill", False),
        ("lake", "xx-corps", False),
        ("lake", "unheard-of", False),
    ],
)
def test_which_two_actors_may_be_one_doer(base: KnowledgeBase, a: str, b: str, compatible: bool) -> None:
    assert base.are_compatible(a, b) is compatible


@pytest.mark.parametrize("text", ["https://www.lake.example/a/b", "lake.example", "news.lake.example/x", "Lake News"])
def test_a_publisher_is_found_by_address_and_by_name(base: KnowledgeBase, text: str) -> None:
    found = base.publisher(text)
    assert found is not None
    assert found.domain == "lake.example"


@pytest.mark.parametrize("text", ["https://lake.example.org/", "", "https://", "Hill News"])
def test_another_publisher_is_not_found(base: KnowledgeBase, text: str) -> None:
    assert base.publisher(text) is None


def test_a_possessive_without_its_apostrophe_tells_whose_something_is() -> None:
    iraq = next(a for a in load_knowledge().actors if a.id == "iq")
    assert "Iraqs" in iraq.attributes()


def test_a_name_that_ends_in_s_has_no_such_form() -> None:
    states = next(a for a in load_knowledge().actors if a.id == "us")
    assert states.attributes() == states.adjectives
