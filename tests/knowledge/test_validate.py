from pathlib import Path

import pytest

from tallystick.knowledge.loading import load_knowledge
from tallystick.knowledge.validate import find_faults
from tallystick.model.terms import ActorType

STATE = "- {id: xx, name: Exland, type: state, citation: own}\n"


def _folder(tmp_path: Path, actors: str = "", relations: str = "", publishers: str = "") -> Path:
    for name, text in (("actors/a.yaml", actors), ("relations/r.yaml", relations), ("publishers.yaml", publishers)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_packaged_knowledge_has_no_faults() -> None:
    assert find_faults() == []


@pytest.mark.parametrize(
    ("actors", "relations", "publishers", "fault"),
    [
        ("- {id: a, name: A1, type: militia, citation: ' '}", "", "", "actor a: no citation"),
        ("- {id: a, name: A1, type: militia, theatre: [zz], citation: own}", "", "", "actor a: zz is no state"),
        (STATE + STATE, "", "", "actor xx: given twice"),
        (
            "- {id: a, name: Lake Guard, type: militia, citation: own}\n"
            "- {id: b, name: B1, aliases: [lake guard], type: militia, citation: own}",
            "",
            "",
            "name 'lake guard': of a, b; mark it as ambiguous",
        ),
        (
            STATE,
            "- {subject: xx, predicate: part_of, object: yy, grade: direct, citation: own}",
            "",
            "relation xx part_of yy: there is no actor yy",
        ),
        (
            STATE,
            "- {subject: xx, predicate: part_of, object: xx, grade: direct, citation: own}",
            "",
            "actor xx: is part of itself",
        ),
        (
            STATE,
            "- {subject: xx, predicate: backed_by, object: xx, since: 2020, until: 2019, grade: direct, citation: own}",
            "",
            "relation xx backed_by xx: ends before it starts",
        ),
        (
            "",
            "",
            "- {domain: a.example, name: A1, kind: local, partisan_of: zz, citation: own}",
            "publisher a.example: there is no actor zz",
        ),
    ],
)
def test_a_fault_is_told(tmp_path: Path, actors: str, relations: str, publishers: str, fault: str) -> None:
    assert fault in find_faults(_folder(tmp_path, actors, relations, publishers))


def test_a_name_marked_as_ambiguous_is_no_fault(tmp_path: Path) -> None:
    actors = (
        "- {id: a, name: Lake Guard, type: militia, citation: own}\n"
        "- {id: b, name: B1, ambiguous_aliases: [{name: Lake Guard, note: n}], type: militia, citation: own}"
    )
    assert find_faults(_folder(tmp_path, actors)) == []


def test_a_file_that_cannot_be_read_is_the_one_fault(tmp_path: Path) -> None:
    faults = find_faults(_folder(tmp_path, "- ["))
    assert len(faults) == 1
    assert "a.yaml" in faults[0]


def test_the_region_is_covered_in_breadth() -> None:
    region = {"iq", "sy", "ir", "lb", "ye", "il", "ps"}
    actors = [a for a in load_knowledge().actors if a.type is not ActorType.STATE]
    assert sum(bool(region & {*a.theatre, a.country}) for a in actors) >= 150
    assert len(load_knowledge().relations) >= 200
    assert len(load_knowledge().publishers) >= 100
