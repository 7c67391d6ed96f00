from pathlib import Path

import pytest

from tallystick.knowledge.loading import load_knowledge
from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.validate import find_faults, find_faults_in
from tallystick.model.terms import ActorType
from tests.knowledge.making import GUARD, make_pack


def _faults(folder: Path) -> list[str]:
    faults = find_faults_in(folder, beside=packaged_packs())
    return [str(fault).removeprefix(f"{folder}/") for fault in faults]


def test_the_packaged_knowledge_has_no_faults() -> None:
    assert find_faults(packaged_packs()) == []


@pytest.mark.parametrize(
    ("kind", "text", "fault"),
    [
        ("actors", "- {id: a, name: A1, type: militia, citation: ' '}", "actors.yaml:1: no citation"),
        (
            "actors",
            "- {id: a, name: A1, type: militia, theatre: [zz], citation: own}",
            "actors.yaml:1: a: zz is no state",
        ),
        ("actors", GUARD + GUARD, "actors.yaml:2: lake-guard: given twice, first at actors.yaml:1"),
        (
            "actors",
            "- {id: hamas, name: H1, type: militia, citation: own}",
            "actors.yaml:1: hamas: is in the pack israel-palestine",
        ),
        (
            "actors",
            GUARD + "- {id: b, name: B1, aliases: [lake guard], type: militia, citation: own}",
            "actors.yaml:2: b: 'lake guard' is also a name of lake-guard",
        ),
        (
            "actors",
            "- {id: b, name: B1, aliases: [Kata'ib Hizballah], type: militia, citation: own}",
            'actors.yaml:1: b: "Kata\'ib Hizballah" is also a name of kataib-hezbollah',
        ),
        ("actors", "- {id: a, name: A1, type: militia, citation: tbd}", "actors.yaml:1: 'tbd' cites nothing"),
        (
            "actors",
            "- {id: a, name: A1, type: militia, citation: 'https://wiki/A1'}",
            "actors.yaml:1: 'https://wiki/A1' is no address",
        ),
        (
            "actors",
            "- {id: a, name: Lake Union Party, aliases: [Army of the Lake], type: party, citation: own}",
            "actors.yaml:1: a: 'Lake Union Party' is the name of a party, 'Army of the Lake' of its armed wing",
        ),
        ("actors", "- {id: a, name: '!?', type: militia, citation: own}", "actors.yaml:1: a: '!?' holds no letter"),
        ("actors", "- {id: a, name: A1, type: clan, citation: own}", "actors.yaml:1: a: type: Input should be"),
        ("actors", "- {id: a, name: A1, typ: militia, citation: own}", "actors.yaml:1: a: type: Field required"),
        (
            "actors",
            "- {id: a, name: A1, type: militia, since: 2020, until: 2019, citation: own}",
            "actors.yaml:1: ends (2019-12-31) before it starts (2020-01-01)",
        ),
        (
            "relations",
            "- {subject: iq, predicate: backed_by, object: nobody, grade: direct, citation: own}",
            "relations.yaml:1: there is no actor nobody",
        ),
        (
            "relations",
            "- {subject: irgc, predicate: part_of, object: irgc-quds-force, grade: direct, citation: own}",
            "relations.yaml:1: irgc part_of irgc-quds-force: closes a circle of command",
        ),
        (
            "relations",
            "- {subject: iq, predicate: backed_by, object: ir, since: 2020, until: 2019, grade: direct, citation: own}",
            "relations.yaml:1: ends (2019-12-31) before it starts (2020-01-01)",
        ),
        (
            "publishers",
            "- {domain: a.example, name: A1, kind: local, partisan_of: nobody, citation: own}",
            "publishers.yaml:1: there is no actor nobody",
        ),
        (
            "sites",
            "- {id: 'site:a', name: A1, country: SD, latitude: 95, longitude: 32, kind: base, citation: own}",
            "sites.yaml:1: site:a: latitude: Input should be less than or equal to 90",
        ),
        (
            "sites",
            "- {id: 'site:a', name: A1, country: PE, latitude: 15, longitude: 32, kind: base, citation: own}",
            "sites.yaml:1: site:a: lies ",
        ),
        (
            "sites",
            "- {id: 'site:a', name: A1, country: ZZ, latitude: 15, longitude: 32, kind: base, citation: own}",
            "sites.yaml:1: site:a: ZZ is no country",
        ),
        ("sites", "- [", "sites.yaml: while parsing"),
        ("actor", GUARD, "actor.yaml: is no file of a pack"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, kind: str, text: str, fault: str) -> None:
    faults = _faults(make_pack(tmp_path / "p", **{kind: text}))
    assert any(told.startswith(fault) for told in faults), faults


def test_every_row_at_fault_is_told(tmp_path: Path) -> None:
    text = "- {id: a, type: militia, citation: own}\n- {id: b, name: B1, citation: own}\n"
    assert [told.split(": ")[0] for told in _faults(make_pack(tmp_path / "p", actors=text))] == [
        "actors.yaml:1",
        "actors.yaml:2",
    ]


def test_ids_of_other_packs_are_known(tmp_path: Path) -> None:
    relations = "- {subject: lake-guard, predicate: backed_by, object: irgc, grade: asserted, citation: own}"
    assert _faults(make_pack(tmp_path / "p", actors=GUARD, relations=relations)) == []


def test_a_name_marked_as_ambiguous_is_no_fault(tmp_path: Path) -> None:
    actors = "- {id: b, name: B1, ambiguous_aliases: [{name: Hamas, note: n}], type: militia, citation: own}"
    assert _faults(make_pack(tmp_path / "p", actors=actors)) == []


def test_a_row_may_take_the_place_of_another_where_the_pack_says_so(tmp_path: Path) -> None:
    actors = "- {id: hamas, name: Hamas, type: militia, citation: own}"
    assert _faults(make_pack(tmp_path / "p", manifest="replaces: [hamas]\n", actors=actors)) == []


@pytest.mark.parametrize(
    ("manifest", "fault"),
    [
        ("countries: [ZZ]\n", "countries: ZZ is no country"),
        ("since: 2020\nuntil: 2019\n", "ends (2019) before it starts (2020)"),
        ("nonsense: 1\n", "nonsense: Extra inputs"),
    ],
)
def test_a_fault_of_the_manifest_is_told(tmp_path: Path, manifest: str, fault: str) -> None:
    faults = _faults(make_pack(tmp_path / "p", manifest=manifest, actors=GUARD))
    assert any(fault in told for told in faults), faults


def test_a_pack_without_rows_is_at_fault(tmp_path: Path) -> None:
    assert "holds no rows" in _faults(make_pack(tmp_path / "p"))[0]


def test_the_region_is_covered_in_breadth() -> None:
    region = {"iq", "sy", "ir", "lb", "ye", "il", "ps"}
    actors = [a for a in load_knowledge().actors if a.type is not ActorType.STATE]
    assert sum(bool(region & {*a.theatre, a.country}) for a in actors) >= 150
    assert len(load_knowledge().relations) >= 200
    assert len(load_knowledge().publishers) >= 100
