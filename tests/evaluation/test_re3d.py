from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.re3d import EntityCount, score_re3d
from tallystick.evaluation.re3d_gold import Entity, load_re3d
from tallystick.pipeline import default_reader

TEXT = "Iraqi police left Mosul on 4 May 2016."


def entity(words: str, type_: str) -> Entity:
    start = TEXT.index(words)
    return Entity(start, start + len(words), type_, words)


def counted(gold: list[Entity], found: list[Entity]) -> dict[str, float]:
    count = EntityCount()
    count.add(gold, found, document="a", text=TEXT)
    return {f.name: f.value for f in count.figures()}


def test_span_and_type_must_agree() -> None:
    figures = counted([entity("Mosul", "Location")], [entity("Mosul", "Organisation")])
    assert (figures["Location: F1"], figures["Organisation: F1"], figures["all types: F1"]) == (0, 0, 0)


def test_a_shared_character_will_do_unless_exact() -> None:
    figures = counted([entity("police", "Organisation")], [entity("Iraqi police", "Organisation")])
    assert (figures["Organisation: F1"], figures["Organisation: F1, exact"]) == (1, 0)


def test_types_are_counted_together_too() -> None:
    gold = [entity("Mosul", "Location"), entity("4 May 2016", "Temporal"), entity("Iraqi", "Nationality")]
    figures = counted(gold, [entity("Mosul", "Location"), entity("police", "Organisation")])
    assert figures["all types: precision"] == 0.5
    assert figures["all types: recall"] == pytest.approx(1 / 3)


def test_types_without_a_layer_are_left_out() -> None:
    assert counted([entity("4", "Quantity")], [])["all types: recall"] == 0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "one"
    folder.mkdir()
    document = {"_id": "d1", "text": TEXT, "title": "Mosul"}
    (folder / "documents.json").write_text(json.dumps(document) + "\n", encoding="utf-8")
    spans = [("Mosul", "Location"), ("Iraqi", "Nationality"), ("4 May 2016", "Temporal"), ("4", "Quantity")]
    rows = [
        {"documentId": "d1", "begin": e.start, "end": e.end, "type": e.type, "value": e.text}
        for e in (entity(*span) for span in spans)
    ]
    lines = "".join(json.dumps(row) + "\n" for row in [*rows, rows[0]])
    (folder / "entities.json").write_text(lines, encoding="utf-8")
    return tmp_path


def test_an_entity_marked_twice_is_taken_once(corpus: Path) -> None:
    documents, notes = load_re3d(corpus)
    assert [e.text for e in documents[0].entities] == ["Iraqi", "Mosul", "4", "4 May 2016"]
    assert notes == []


def test_a_corpus_is_scored(corpus: Path) -> None:
    score = score_re3d(corpus, Bench(reader=default_reader()))
    found = [score.figure(f"{name}: F1, exact").value for name in ("Location", "Nationality", "Temporal")]
    assert found == [1, 1, 1]
    assert any("Quantity" in note for note in score.notes)


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        load_re3d(tmp_path)


@pytest.mark.parametrize("line", ["no json", "[]", '{"documentId": "d1"}'])
def test_another_layout_is_an_error(corpus: Path, line: str) -> None:
    (corpus / "one" / "entities.json").write_text(line, encoding="utf-8")
    with pytest.raises(TallystickError, match="E601"):
        load_re3d(corpus)
