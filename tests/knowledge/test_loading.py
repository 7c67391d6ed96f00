from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.loading import load_knowledge
from tallystick.knowledge.pack import open_pack
from tests.knowledge.making import GUARD, make_pack


def test_a_further_pack_adds_to_the_packaged_knowledge(tmp_path: Path) -> None:
    knowledge = load_knowledge(open_pack(make_pack(tmp_path / "p", actors=GUARD)))
    assert knowledge.has("lake-guard")
    assert knowledge.has("hezbollah")


def test_a_bare_year_or_month_is_its_first_or_last_day(tmp_path: Path) -> None:
    actors = "- {id: lake-guard, name: Lake Guard, type: militia, since: 2019, until: 2021-02, citation: own}\n"
    actor = load_knowledge(open_pack(make_pack(tmp_path / "p", actors=actors))).actor("lake-guard")
    assert (str(actor.since), str(actor.until)) == ("2019-01-01", "2021-02-28")


def test_a_later_entry_replaces_one_of_the_same_id(tmp_path: Path) -> None:
    actors = "- {id: hezbollah, name: Another Name, type: party, citation: our own}\n"
    knowledge = load_knowledge(open_pack(make_pack(tmp_path / "p", actors=actors)))
    assert knowledge.actor("hezbollah").name == "Another Name"


@pytest.mark.parametrize(
    "text",
    [
        "- {id: x, name: X, type: nonsense, citation: c}",
        "id: x",
        "- [",
        "- {id: x}",
        "just words",
        "- {since: 2020-19}",
    ],
)
def test_a_file_that_does_not_fit_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(TallystickError, match=r"actors\.yaml") as caught:
        load_knowledge(open_pack(make_pack(tmp_path / "p", actors=text)))
    assert caught.value.code is Code.E401


def test_the_line_of_a_row_that_does_not_fit_is_told(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match=r"actors\.yaml:2: x: type"):
        load_knowledge(open_pack(make_pack(tmp_path / "p", actors=GUARD + "- {id: x, name: X, type: y, citation: c}")))


def test_the_packaged_knowledge_is_read_once() -> None:
    assert load_knowledge() is load_knowledge()


def test_another_pack_gives_another_fingerprint(tmp_path: Path) -> None:
    pack = open_pack(make_pack(tmp_path / "p", actors=GUARD))
    assert load_knowledge(pack).fingerprint != load_knowledge().fingerprint
