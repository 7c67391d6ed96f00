from __future__ import annotations

import re

import pytest

from tallystick.model.relation import KnownRelation
from tallystick.model.terms import Grade, Predicate
from tallystick.publishing.brief.bundles import bundle_edges
from tallystick.publishing.brief.layering import layer_actors
from tallystick.publishing.brief.network import draw_network
from tallystick.publishing.brief.relations import Edge, Network, gather_network
from tests.publishing.example import ACTOR_NAMES, ACTORS, KNOWN_RELATIONS
from tests.publishing.example_mentions import RELATIONS

NAMES = {**ACTOR_NAMES, **{actor.id: actor.name for actor in ACTORS}}


@pytest.fixture
def network() -> Network:
    return gather_network(RELATIONS, KNOWN_RELATIONS, names=NAMES, met=[a.id for a in ACTORS], sources={})


def known(subject: str, predicate: Predicate, other: str) -> KnownRelation:
    return KnownRelation(subject=subject, predicate=predicate, object=other, grade=Grade.DIRECT, citation="A book")


def edge(
    lower: str,
    upper: str,
    *,
    stated: bool = False,
    predicate: Predicate = Predicate.BACKED_BY,
    is_accepted: bool = False,
) -> Edge:
    return Edge(
        lower, predicate, upper, grade=Grade.DIRECT, stated=stated, sources=(), years="", is_accepted=is_accepted
    )


def of(*edges: Edge) -> Network:
    names = {end: end for e in edges for end in (e.lower, e.upper)}
    return Network(names, frozenset(names), edges)


def test_backer_of_an_actor_met_is_shown_and_other_strangers_are_not(network: Network) -> None:
    assert "iran" in network.names
    assert "popular-mobilisation-forces" not in network.names


def test_what_reports_say_and_what_is_known_stay_apart(network: Network) -> None:
    both = [e for e in network.edges if (e.lower, e.upper) == ("kataib-hezbollah", "irgc")]
    assert sorted((e.stated, e.sources) for e in both) == [
        (False, ("Example Treasury, designation notice, 2009",)),
        (True, ("a report",)),
    ]


def test_reports_that_say_alike_are_one_relation() -> None:
    twice = (RELATIONS[0], RELATIONS[0].model_copy(update={"id": "m-99", "report_id": "other"}))
    sources = {RELATIONS[0].report_id: "One", "other": "Two"}
    (only,) = gather_network(twice, (), names=NAMES, met=(), sources=sources).edges
    assert only.sources == ("One", "Two")


def test_backers_stand_above_and_brands_below(network: Network) -> None:
    rows = layer_actors(network, most=9)
    row = {actor: n for n, actors in enumerate(rows) for actor in actors}
    assert row["iran"] < row["irgc"] < row["kataib-hezbollah"] < row["islamic-resistance-in-iraq"]


def test_controls_points_down() -> None:
    assert edge("a", "b", predicate=Predicate.CONTROLS).upper == "a"


def test_circle_of_relations_is_still_drawn() -> None:
    svg = draw_network(of(edge("a", "b"), edge("b", "c"), edge("c", "a")), width=900, key="n")
    assert svg is not None
    assert svg.count('class="edge ') == 3


def test_row_is_broken_where_it_is_full() -> None:
    rows = layer_actors(of(*(edge(f"m{n}", "top") for n in range(7))), most=3)
    assert max(map(len, rows)) <= 3
    assert sum(map(len, rows)) == 8


def test_known_relation_that_follows_from_others_is_not_drawn() -> None:
    drawn = bundle_edges([edge("militia", "corps"), edge("corps", "state"), edge("militia", "state")])
    assert [(b.first.lower, b.first.upper) for b in drawn] == [("militia", "corps"), ("corps", "state")]


def test_relation_that_a_report_states_is_always_drawn() -> None:
    drawn = bundle_edges([edge("militia", "corps"), edge("corps", "state"), edge("militia", "state", stated=True)])
    assert len(drawn) == 3


def test_front_and_brand_of_the_same_two_are_one_line() -> None:
    (bundle,) = bundle_edges(
        [
            edge("b", "a", stated=True, predicate=Predicate.FRONT_FOR),
            edge("b", "a", stated=True, predicate=Predicate.BRAND_OF),
        ]
    )
    assert bundle.words == "front for, brand of"


def test_what_a_person_accepted_is_a_line_of_its_own_with_a_tick() -> None:
    edges = [edge("b", "a", stated=True, is_accepted=True), edge("b", "a", stated=True, predicate=Predicate.CONTROLS)]
    assert [bundle.words for bundle in bundle_edges(edges[:1])] == ["✓ backed by"]
    svg = draw_network(of(*edges), width=900, key="n")
    assert svg is not None
    assert svg.count("edge backing strong accepted") == 1


def test_what_one_report_says_and_a_person_accepted_is_accepted_of_all_that_say_it() -> None:
    twice = [RELATIONS[0], RELATIONS[0].model_copy(update={"id": "m-other"})]
    (only,) = gather_network(twice, (), names=NAMES, met=(), sources={}, accepted={"m-other"}).edges
    assert only.is_accepted


def test_knowledge_base_is_dashed_and_reports_are_not(network: Network) -> None:
    svg = draw_network(network, width=900, key="n")
    assert svg is not None
    looks = re.findall(r'class="(edge [^"]+)"', svg)
    assert "edge brand" in looks
    assert "edge backing strong known" in looks


def test_too_many_actors_leave_what_reports_say() -> None:
    crowd = [known(f"k{n}", Predicate.BACKED_BY, "irgc") for n in range(50)]
    met = ["irgc", *(f"k{n}" for n in range(50))]
    network = gather_network(RELATIONS, crowd, names=NAMES, met=met, sources={})
    assert all(e.stated for e in network.edges)


def test_no_relation_is_no_picture() -> None:
    assert draw_network(gather_network((), (), names={}, met=(), sources={}), width=900, key="n") is None
