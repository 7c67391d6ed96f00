from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.knowledge.loading import load_knowledge

ACTOR = "- {id: lake-guard, name: Lake Guard, type: militia, since: 2019, until: 2021-02, citation: our own}\n"


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "lake.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_further_folder_adds_to_the_packaged_knowledge(tmp_path: Path) -> None:
    knowledge = load_knowledge(_folder(tmp_path, ACTOR))
    assert knowledge.has("lake-guard")
    assert knowledge.has("hezbollah")


def test_a_bare_year_or_month_is_its_first_or_last_day(tmp_path: Path) -> None:
    actor = load_knowledge(_folder(tmp_path, ACTOR)).actor("lake-guard")
    assert (str(actor.since), str(actor.until)) == ("2019-01-01", "2021-02-28")


def test_a_later_entry_replaces_one_of_the_same_id(tmp_path: Path) -> None:
    text = "- {id: hezbollah, name: Another Name, type: party, citation: our own}\n"
    assert load_knowledge(_folder(tmp_path, text)).actor("hezbollah").name == "Another Name"


@pytest.mark.parametrize("text", ["- {id: x, name: X, type: nonsense, citation: c}", "id: x", "- [", "- {id: x}"])
def test_a_file_that_does_not_fit_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(TallystickError, match=r"lake\.yaml") as caught:
        load_knowledge(_folder(tmp_path, text))
    assert caught.value.code is Code.E401


def test_the_packaged_knowledge_is_read_once() -> None:
    assert load_knowledge() is load_knowledge()
