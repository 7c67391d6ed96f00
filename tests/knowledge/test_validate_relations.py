"""Faults of relations and of names, one a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.validate import find_faults_in
from tests.knowledge.making import make_pack

ACTORS = """\
- {id: lake-guard, name: Lake Guard, type: militia, since: 2010-03-05, until: 2015-06-30, citation: own}
- {id: hill-guard, name: Hill Guard, type: militia, citation: own}
- {id: lake-council, name: Lake Council, type: coalition, citation: own}
- {id: lake-cover, name: Sons of the Lake, type: facade, citation: own}
- {id: lake-radio, name: Lake Radio, type: media, citation: own}
"""


def _faults(folder: Path, *, relations: str = "", actors: str = "") -> list[str]:
    pack = make_pack(folder, actors=ACTORS + actors, **({"relations": relations} if relations else {}))
    return [fault.cause for fault in find_faults_in(pack, beside=packaged_packs())]


def _row(subject: str, predicate: str, object_: str, dates: str = "") -> str:
    ends = f"subject: {subject}, predicate: {predicate}, object: {object_}"
    return f"- {{{ends}, {dates}grade: direct, citation: own}}\n"


@pytest.mark.parametrize(
    ("relations", "cause"),
    [
        (_row("hill-guard", "allied_with", "hill-guard"), "an actor stands in no relation to itself"),
        (_row("hill-guard", "member_of", "lake-council") * 2, "given twice, first at p/relations.yaml:1"),
        (_row("irgc-quds-force", "part_of", "irgc"), "given twice, first at iran/relations.yaml:"),
        (_row("hill-guard", "brand_of", "lake-guard"), "the subject hill-guard is of type militia; one of brand"),
        (_row("hill-guard", "front_for", "lake-guard"), "the subject hill-guard is of type militia; one of brand"),
        (_row("lake-cover", "media_outlet_of", "hill-guard"), "the subject lake-cover is of type facade; one of media"),
        (_row("lake-guard", "member_of", "hill-guard"), "the object hill-guard is of type militia; one of"),
        (_row("lake-guard", "allied_with", "hill-guard", "since: 2009, "), "starts (2009-01-01) before lake-guard"),
        (_row("hill-guard", "allied_with", "lake-guard", "since: 2016, "), "lasts (to 2016-01-01) longer than lake"),
        (_row("hill-guard", "allied_with", "lake-guard", "until: 2016, "), "lasts (to 2016-12-31) longer than lake"),
        (_row("hill-guard", "offshoot_of", "lake-guard", "since: 2009, "), "starts (2009-01-01) before lake-guard"),
        (
            _row("hill-guard", "part_of", "lake-guard") + _row("hill-guard", "controls", "lake-guard"),
            "hill-guard controls lake-guard: closes a circle of command",
        ),
        (
            _row("hill-guard", "subordinate_to", "lake-council")
            + _row("lake-radio", "controls", "lake-council")
            + _row("lake-radio", "part_of", "hill-guard"),
            "closes a circle of command",
        ),
    ],
)
def test_a_fault_of_a_relation(tmp_path: Path, relations: str, cause: str) -> None:
    faults = _faults(tmp_path / "p", relations=relations)
    assert any(cause in fault for fault in faults), faults


@pytest.mark.parametrize(
    "relations",
    [
        pytest.param(
            _row("hill-guard", "member_of", "lake-council", "until: 2011, ")
            + _row("hill-guard", "member_of", "lake-council", "since: 2014, "),
            id="again, later",
        ),
        pytest.param(
            _row("hill-guard", "part_of", "lake-council", "until: 2011, ")
            + _row("lake-council", "part_of", "hill-guard", "since: 2012, "),
            id="turned round, later",
        ),
        pytest.param(_row("hill-guard", "successor_of", "lake-guard", "since: 2018, "), id="a successor comes after"),
        pytest.param(_row("lake-guard", "allied_with", "hill-guard", "since: 2010, "), id="of a year only it is known"),
        pytest.param(
            _row("lake-guard", "allied_with", "hill-guard", "since: 2010-03, until: 2015-06, "), id="of a month too"
        ),
        pytest.param(_row("lake-cover", "front_for", "hill-guard"), id="a facade is a front"),
        pytest.param(_row("lake-radio", "media_outlet_of", "hill-guard"), id="an outlet speaks for somebody"),
    ],
)
def test_no_fault_of_a_relation(tmp_path: Path, relations: str) -> None:
    assert _faults(tmp_path / "p", relations=relations) == []


@pytest.mark.parametrize(
    ("marks", "cause"),
    [
        ("{name: Ridge Guard, note: n}", "ridge: 'Ridge Guard' is marked as ambiguous and also one of its plain names"),
        ("{name: RG, note: n, where: [zz]}", "ridge: zz is no state"),
        ("{name: RG, note: n, beside: [nobody]}", "ridge: there is no actor nobody"),
        ("{name: ISF, note: n, where: [iq]}", "ridge: 'ISF' means iq-armed-forces by iq too; tell them apart"),
    ],
)
def test_a_fault_of_a_marked_name(tmp_path: Path, marks: str, cause: str) -> None:
    actor = f"- {{id: ridge, name: Ridge Guard, type: militia, ambiguous_aliases: [{marks}], citation: own}}\n"
    faults = _faults(tmp_path / "p", actors=actor)
    assert any(fault.startswith(cause) for fault in faults), faults


def test_a_marked_name_that_its_place_tells_apart(tmp_path: Path) -> None:
    actor = "- {id: ridge, name: Ridge Guard, type: militia, ambiguous_aliases: [{name: ISF, note: n, where: [sd]}], "
    assert _faults(tmp_path / "p", actors=actor + "citation: own}\n") == []
