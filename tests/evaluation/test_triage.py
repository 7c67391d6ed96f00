from __future__ import annotations

import json
from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.triage import score_triage
from tallystick.evaluation.triage_gold import load_relevant
from tallystick.pipeline import default_reader

WAR = "Gunmen killed three soldiers in an ambush near the town."
TRADE = "The company sold four plants and raised its dividend."


def wikievents(name: str, text: str, kind: str) -> str:
    return json.dumps({"doc_id": name, "text": text, "event_mentions": [{"event_type": kind}]})


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "wikievents").mkdir()
    lines = [
        wikievents("war", WAR, "Conflict.Attack.Unspecified"),
        wikievents("lost", TRADE, "Conflict.Attack.Unspecified"),
        wikievents("trade", TRADE, "Transaction.Exchange.Unspecified"),
    ]
    (tmp_path / "wikievents" / "dev.jsonl").write_text("\n".join(lines))
    (tmp_path / "gvc").mkdir()
    words = "".join(f"1\t0\t{i}\t{word}\t-\n" for i, word in enumerate(WAR.split()))
    (tmp_path / "gvc" / "val.conll").write_text(f"#begin document (g/1); part 0\n{words}#end document\n")
    return tmp_path


def test_only_documents_of_conflict_are_relevant(gold: Path) -> None:
    found = {corpus: [report.path for report in reports] for corpus, reports in load_relevant(gold).items()}
    assert found == {"wikievents": ["war", "lost"], "gvc": ["g/1"]}


def test_recall_is_of_all_relevant_documents_and_of_each_corpus(gold: Path) -> None:
    score = score_triage(gold, Bench(reader=default_reader()))
    told = {figure.name: (figure.value, figure.cases) for figure in score.figures}
    assert told["recall"] == (2 / 3, 3)
    assert told["recall, wikievents"] == (0.5, 2)
    assert [(e.document, e.kind) for e in score.errors] == [("wikievents/lost", "set aside")]


def test_a_folder_without_relevant_documents_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as raised:
        load_relevant(tmp_path)
    assert raised.value.code is Code.E601
