from __future__ import annotations

import subprocess
import sys
import warnings
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tallystick
from tallystick import Ledger, TallystickError
from tallystick.model.mention import ClaimMention, EventMention
from tests.publishing.example import RECORD

TEXT = (
    "Gunmen opened fire on an army convoy near Tikrit on Tuesday, killing four soldiers. The group claimed the attack."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("interface")
    (folder / "reports").mkdir()
    (folder / "reports" / "a.txt").write_text(f"date 2021-05-06\n{TEXT}", encoding="utf-8")
    (folder / "reports" / "b.txt").write_bytes(b"")
    tallystick.run(folder / "reports", out=folder / "out", ledger=folder / "ledger.db")
    return folder


def test_the_import_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'pyarrow', 'sqlalchemy', 'pydantic'}"
    code = f"import sys, tallystick; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_listing_a_ledger_loads_no_language_model(folder: Path) -> None:
    code = f"import sys, tallystick; tallystick.incidents({str(folder / 'ledger.db')!r}); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("name", tallystick.__all__)
def test_every_name_that_is_offered_is_there(name: str) -> None:
    assert getattr(tallystick, name) is not None
    assert name in dir(tallystick)


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'targets'"):
        _ = tallystick.targets  # type: ignore[attr-defined]


def test_a_text_gives_its_mentions() -> None:
    reading = tallystick.read(TEXT, published="2021-05-06")
    event = next(m for m in reading.mentions if isinstance(m, EventMention))
    assert event.when.start == date(2021, 5, 4)
    assert any(isinstance(m, ClaimMention) for m in reading.mentions)


def test_a_publication_day_may_be_a_date() -> None:
    assert tallystick.read(TEXT, published=date(2021, 5, 6)) == tallystick.read(TEXT, published="2021-05-06")


def test_a_text_gives_the_layers_below_the_mentions() -> None:
    reading = tallystick.read(TEXT, published="2021-05-06")
    assert [d.quote.exact for d in reading.dates] == ["Tuesday"]
    assert "Tikrit" in [p.quote.exact for p in reading.places]
    assert reading.actors


def test_an_empty_text_is_an_error() -> None:
    with pytest.raises(TallystickError, match="E103"):
        tallystick.read("  \n")


def test_a_day_that_is_none_is_an_error() -> None:
    with pytest.raises(TallystickError, match="E501"):
        tallystick.read(TEXT, published="2021-02-31")


def test_a_text_in_another_language_is_told_in_a_warning() -> None:
    german = (
        "Bei einem Angriff auf einen Konvoi sind am Dienstag nach Angaben der Behörden vier Soldaten getötet worden."
    )
    with pytest.warns(UserWarning, match="E201"):
        assert tallystick.read(german).mentions == ()


def test_a_clean_text_gives_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tallystick.read(TEXT, published="2021-05-06")


def test_run_writes_every_export_and_tells_what_failed(folder: Path) -> None:
    record = tallystick.run([folder / "reports"], out=folder / "again", ledger=str(folder / "ledger.db"))
    assert [failure.code for failure in record.failures] == ["E103"]
    assert (folder / "again" / "brief.html").stat().st_size > 0
    assert (folder / "again" / "incidents.jsonl").read_bytes() == (folder / "out" / "incidents.jsonl").read_bytes()


def test_open_gives_a_ledger(folder: Path) -> None:
    with tallystick.open(folder / "ledger.db") as ledger:
        assert isinstance(ledger, Ledger)
        assert len(ledger.reports()) == 1


def test_open_makes_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(TallystickError, match="E303"):
        tallystick.open(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_table_is_the_same_from_a_place_a_ledger_and_a_record(folder: Path) -> None:
    table = tallystick.incidents(folder / "ledger.db")
    assert table.num_rows == 1
    with tallystick.open(folder / "ledger.db") as ledger:
        assert tallystick.incidents(ledger) == table
        assert tallystick.incidents(ledger.record()) == table


def test_mentions_of_a_reading_and_of_a_ledger_say_the_same(folder: Path) -> None:
    reading = tallystick.read((folder / "reports" / "a.txt").read_text(encoding="utf-8"))
    alone, on_file = tallystick.mentions(reading), tallystick.mentions(folder / "ledger.db")
    assert on_file.drop_columns(["path", "incident_id"]) == alone.drop_columns(["path", "incident_id"])
    assert alone["path"].null_count == alone.num_rows
    assert on_file["path"].to_pylist() == [str(folder / "reports" / "a.txt")] * on_file.num_rows


def test_days_are_dates_counts_are_integers_and_lists_are_lists() -> None:
    schema = tallystick.incidents(RECORD).schema
    assert schema.field("start").type == pa.date32()
    assert schema.field("killed_best").type == pa.int32()
    assert schema.field("weapons").type == pa.list_(pa.string())
    assert schema.field("background").type == pa.bool_()


@pytest.mark.parametrize("name", ["incidents", "mentions", "tallies", "claims", "relations", "reports"])
def test_a_table_has_a_row_for_each_of_its_kind_and_every_column_a_meaning(name: str) -> None:
    table = getattr(tallystick, name)(RECORD)
    assert table["id"].to_pylist() == [row.id for row in getattr(RECORD, name)]
    assert all(field.metadata[b"description"] for field in table.schema)


@pytest.mark.parametrize("name", ["incidents", "mentions", "tallies", "claims", "relations", "reports"])
def test_an_empty_record_gives_a_table_with_the_same_columns(name: str) -> None:
    empty = getattr(tallystick, name)(tallystick.Record())
    assert empty.num_rows == 0
    assert empty.schema == getattr(tallystick, name)(RECORD).schema


def test_an_area_has_no_point() -> None:
    rows = tallystick.incidents(RECORD).to_pylist()
    areas = [r for r in rows if r["place_precision"] not in ("site", "town", None)]
    assert areas
    assert all(r["latitude"] is None and r["area_latitude"] is not None for r in areas)
    assert all(r["area_latitude"] is None for r in rows if r["latitude"] is not None)


def test_an_attribution_keeps_who_says_so_and_how_sure_that_is() -> None:
    told = [each for i in tallystick.incidents(RECORD).to_pylist() for each in i["attributed_to"]]
    wanted = [a for i in RECORD.incidents for a in i.attributed_to]
    assert [(t["attributor"], t["likelihood"], t["confidence"]) for t in told] == [
        (a.attributor.name if a.attributor else None, a.likelihood, a.confidence) for a in wanted
    ]


def test_a_mention_knows_its_incident_and_its_quote() -> None:
    rows = {row["id"]: row for row in tallystick.mentions(RECORD).to_pylist()}
    texts = {report.id: report.text for report in RECORD.reports}
    for row in rows.values():
        assert texts[row["report_id"]][row["quote_start"] : row["quote_end"]] == row["quote"]
    for incident in RECORD.incidents:
        assert [rows[m]["incident_id"] for m in incident.mentions] == [incident.id] * len(incident.mentions)
    assert {row["event_kind"] is None for row in rows.values() if row["kind"] != "event"} == {True}
    assert len(rows) == len(RECORD.mentions)


def test_pandas_takes_a_table() -> None:
    frame = tallystick.incidents(RECORD).to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame["id"]) == [i.id for i in RECORD.incidents]
    assert list(frame["start"]) == [i.start for i in RECORD.incidents]


def test_polars_takes_a_table_and_gives_it_back() -> None:
    table = tallystick.incidents(RECORD)
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    assert frame.schema["start"] == pl.Date
    assert frame.schema["weapons"] == pl.List(pl.String)
    assert frame.to_arrow().cast(table.schema).to_pylist() == table.to_pylist()


def test_duckdb_takes_tables_and_joins_them() -> None:
    connection = duckdb.connect()
    connection.register("incidents", tallystick.incidents(RECORD))
    connection.register("mentions", tallystick.mentions(RECORD))
    joined = connection.execute(
        "SELECT i.id, count(*) FROM incidents i JOIN mentions m ON m.incident_id = i.id GROUP BY i.id ORDER BY i.id"
    ).fetchall()
    assert joined == sorted((i.id, len(i.mentions)) for i in RECORD.incidents if i.mentions)


def test_duckdb_gives_an_arrow_table_back() -> None:
    connection = duckdb.connect()
    connection.register("tallies", tallystick.tallies(RECORD))
    back = connection.sql("SELECT id, value, since, note FROM tallies").to_arrow_table()
    assert back.to_pylist() == [
        {"id": t.id, "value": t.value, "since": t.since, "note": t.reconciliation.note} for t in RECORD.tallies
    ]


def test_relations_are_edges_of_a_network() -> None:
    rows = tallystick.relations(RECORD).to_pylist()
    assert [(r["subject"], r["predicate"], r["object"]) for r in rows] == [
        (r.subject.name, r.predicate, r.object.name) for r in RECORD.relations
    ]
