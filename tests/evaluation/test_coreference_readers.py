from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.coreference_ecbplus import read_ecbplus
from tallystick.evaluation.coreference_gvc import read_gvc

XML = """<Document doc_name="7_1ecb.xml" doc_id="x">
<token t_id="1" sentence="0" number="0">He</token>
<token t_id="2" sentence="0" number="1">fell</token>
<token t_id="3" sentence="1" number="0">The</token>
<token t_id="4" sentence="1" number="1">fall</token>
<token t_id="5" sentence="2" number="0">hurt</token>
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<NEG_ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></NEG_ACTION_OCCURRENCE>
<ACTION_STATE m_id="3"><token_anchor t_id="5"/></ACTION_STATE>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="1"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="9" RELATED_TO="" TAG_DESCRIPTOR="fall"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="5" note="ACT1"><source m_id="1"/><target m_id="9"/></CROSS_DOC_COREF></Relations>
</Document>"""


@pytest.fixture
def ecbplus(tmp_path: Path) -> Path:
    (tmp_path / "topics" / "7").mkdir(parents=True)
    (tmp_path / "topics" / "7" / "7_1ecb.xml").write_text(XML)
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n7,1ecb,0\n7,1ecb,1\n")
    return tmp_path


@pytest.fixture
def gvc(tmp_path: Path) -> Path:
    rows = [("0", "0", "2016-05-03"), ("1", "0", "Girl"), ("1", "1", "shot")]
    lines = ["#begin document (0/55/d1); part 0", *("\t".join(("0/55/d1", *row, "-")) for row in rows), "#end document"]
    (tmp_path / "val.conll").write_text("\n".join(lines))
    told = {"mention_id": "m", "conll_doc_key": "0/55/d1", "sent_id": 1, "tokens_number": [1], "coref_chain": "9"}
    (tmp_path / "val_event_mentions.json").write_text(json.dumps([told | {"description": "55.hitting.1"}]))
    return tmp_path


def test_ecbplus_has_the_events_of_the_checked_sentences(ecbplus: Path) -> None:
    assert [(m.sentence, m.tokens) for m in read_ecbplus(ecbplus).mentions] == [(0, (1,)), (1, (1,))]


def test_ecbplus_mentions_in_no_relation_are_chains_of_their_own(ecbplus: Path) -> None:
    assert list(read_ecbplus(ecbplus).chains.values()) == ["ACT1", "7_1ecb:2"]


def test_ecbplus_documents_tell_their_topic_and_its_half(ecbplus: Path) -> None:
    document = read_ecbplus(ecbplus).documents[0]
    assert (document.topic, document.subtopic) == ("7", "7ecb")


def test_ecbplus_needs_the_list_of_sentences(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        read_ecbplus(tmp_path)


def test_gvc_documents_begin_with_their_day(gvc: Path) -> None:
    document = read_gvc(gvc).documents[0]
    assert (document.name, document.subtopic, document.published) == ("d1", "55", date(2016, 5, 3))
    assert document.sentences[1] == ("Girl", "shot")


def test_gvc_mentions_have_their_chain_and_kind(gvc: Path) -> None:
    mention = read_gvc(gvc).mentions[0]
    assert (mention.tokens, mention.chain, mention.kind) == ((1,), "9", "hitting")


def test_gvc_needs_its_two_files(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E601"):
        read_gvc(tmp_path)
