from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from tallystick.errors import Code, TallystickError
from tallystick.evaluation.bench import Bench, make_report
from tallystick.evaluation.timex import date_spans, score_spans, score_timex
from tallystick.evaluation.timex_gold import TimexDocument, read_timex_gold
from tallystick.evaluation.timex_match import TimexSpan
from tallystick.pipeline import default_reader
from tallystick.reading.dates import find_dates

DOCUMENT = """<?xml version="1.0"?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2011-06-15" functionInDocument="CREATION_TIME">June 15</TIMEX3></DCT>
<TITLE>Heard on Monday</TITLE>
<TEXT>Trucks &amp; tents <EVENT eid="e1">burned</EVENT> on \
<TIMEX3 tid="t1" type="DATE" value="2011-06-14">Tuesday</TIMEX3>, \
<TIMEX3 tid="t2" type="DURATION" value="P2D">two <EVENT eid="e2">days</EVENT></TIMEX3> on.
</TEXT></TimeML>"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.tml").write_text(DOCUMENT)
    return tmp_path


def test_only_the_expressions_of_the_text_are_gold(gold: Path) -> None:
    ((document,), notes) = read_timex_gold(gold)
    quotes = [(document.text[t.start : t.end], t.type, t.value) for t in document.timexes]
    assert quotes == [("Tuesday", "DATE", "2011-06-14"), ("two days", "DURATION", "P2D")]
    assert (document.corpus, document.created, notes) == ("news", date(2011, 6, 15), ())


def test_a_broken_document_is_named_and_left_out(gold: Path) -> None:
    (gold / "news" / "two.tml").write_text("<TimeML>")
    documents, notes = read_timex_gold(gold)
    assert len(documents) == 1
    assert "two.tml" in notes[0]


def test_a_folder_without_documents_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(TallystickError) as raised:
        read_timex_gold(tmp_path)
    assert raised.value.code is Code.E601


def test_a_reader_is_scored_with_the_creation_day_as_published(gold: Path) -> None:
    score = score_timex(gold, Bench(reader=default_reader()))
    assert (score.documents, score.figure("value F1").value, score.figure("value F1").cases) == (1, 1.0, 2)


def test_figures_and_errors_of_what_was_found() -> None:
    text = "On Monday, for two days, they fought daily."
    gold = (TimexSpan(3, 9, "DATE", "2011-06-13"), TimexSpan(15, 23, "DURATION", "P2D"))
    found = (TimexSpan(0, 9, "DATE", "2011-06-13"), TimexSpan(37, 42, "SET", "P1D"))
    document = TimexDocument("one", "news", text, date(2011, 6, 15), gold)
    score = score_spans([(document, found)])
    told = {figure.name: figure.value for figure in score.figures}
    assert told["value F1"] == told["relaxed span F1"] == 0.5
    assert (told["strict span F1"], told["type accuracy"]) == (0, 1)
    assert sorted((e.kind, e.expected, e.got) for e in score.errors) == [
        ("missed", "DURATION P2D", "nothing"),
        ("spurious", "nothing", "SET P1D"),
    ]


def test_the_two_ends_of_a_range_are_two_spans(nlp: Language) -> None:
    report = make_report("It was shelled from 3 May to 6 May.", name="r", published=date(2011, 6, 15), language="en")
    spans = date_spans(find_dates(nlp(report.text), report))
    assert [(s.start, s.end, s.value) for s in spans] == [(20, 25, "2011-05-03"), (29, 34, "2011-05-06")]


def test_each_folder_has_its_figure_where_there_are_several() -> None:
    documents = [TimexDocument(name, name, "May", date(2011, 6, 15), ()) for name in ("first", "second")]
    names = [figure.name for figure in score_spans((d, ()) for d in documents).figures]
    assert {"value F1, first", "value F1, second"} <= set(names)
