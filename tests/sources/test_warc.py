from __future__ import annotations

import gzip
import tracemalloc
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecordType

from tallystick.sources.taken import Article
from tallystick.sources.warc import read_warc
from tests.sources.outcomes import only, outcomes
from tests.sources.web_archive import packed, page, record

ONE, TWO, THREE = ("Two rockets struck a depot.", "A drone was shot down.", "Shots were heard at night.")
RECORDS = tuple(record(f"https://a.example/{n}", page(words)) for n, words in enumerate((ONE, TWO, THREE), 1))


@pytest.mark.parametrize(
    ("name", "content"),
    [pytest.param("a.warc", b"".join(RECORDS), id="plain"), pytest.param("a.warc.gz", packed(*RECORDS), id="packed")],
)
def test_each_page_is_a_report(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert outcomes(tmp_path / name) == [ONE, TWO, THREE]


def test_address_and_capture_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(RECORDS[0])
    (article,) = read_warc(tmp_path / "a.warc", 25)
    assert isinstance(article, Article)
    assert article.capture is not None
    assert (article.capture.address, article.capture.at) == (
        "https://a.example/1", datetime(2023, 11, 7, 10, tzinfo=UTC),
    )  # fmt: skip
    assert (article.raw, only(tmp_path / "a.warc").report.url) == (page(ONE), "https://a.example/1")


@pytest.mark.parametrize(
    "passed_over",
    [
        pytest.param(record("https://a.example/x", page(TWO), status="404 Not Found"), id="404"),
        pytest.param(record("https://a.example/x", b"GIF89a", media_type="image/gif"), id="picture"),
        pytest.param(record("https://a.example/x", page(TWO), kind=WarcRecordType.revisit), id="revisit"),
        pytest.param(record("https://a.example/x", page(TWO), kind=WarcRecordType.request), id="request"),
        pytest.param(record("https://a.example/x", page(TWO), kind=WarcRecordType.metadata), id="metadata"),
        pytest.param(record("https://a.example/x", page(TWO), kind=WarcRecordType.warcinfo), id="warcinfo"),
    ],
)
def test_what_is_no_report_is_passed_over(tmp_path: Path, passed_over: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(RECORDS[0] + passed_over + RECORDS[2])
    assert outcomes(tmp_path / "a.warc") == [ONE, THREE]


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(
            record("https://a.example/x", gzip.compress(page(TWO)), head="Content-Encoding: gzip\r\n"), id="gzip"
        ),
        pytest.param(
            record(
                "https://a.example/x",
                f"{len(page(TWO)):x}\r\n".encode() + page(TWO) + b"\r\n0\r\n\r\n",
                head="Transfer-Encoding: chunked\r\n",
            ),
            id="chunked",
        ),
        pytest.param(record("https://a.example/x", TWO.encode(), media_type="text/plain"), id="text"),
    ],
)
def test_answers_are_decoded(tmp_path: Path, answer: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(answer)
    assert outcomes(tmp_path / "a.warc") == [TWO]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(RECORDS[0] + RECORDS[1][:-40] + RECORDS[2], id="cut"),
        pytest.param(RECORDS[0] + b"no record " * 100 + RECORDS[2], id="something else"),
        pytest.param(packed(RECORDS[0]) + packed(RECORDS[1])[:120] + packed(RECORDS[2]), id="packed, cut"),
        pytest.param(packed(RECORDS[0]) + b"no record " * 100 + packed(RECORDS[2]), id="packed, something else"),
        pytest.param(
            RECORDS[0] + record("https://a.example/x", b"no gzip", head="Content-Encoding: gzip\r\n") + RECORDS[2],
            id="not packed as said",
        ),
    ],
)
def test_a_broken_record_costs_that_record(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    found = outcomes(tmp_path / "a.warc.gz")
    assert (found[0], found[-1], found.count("E145")) == (ONE, THREE, 1)


@pytest.mark.parametrize(
    "content", [RECORDS[0] + RECORDS[1][:-60], packed(*RECORDS[:2])[:-30]], ids=["plain", "packed"]
)
def test_an_archive_that_was_cut_off_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    found = outcomes(tmp_path / "a.warc.gz")
    assert (found[0], found[-1]) == (ONE, "E145")


def test_an_answer_that_unpacks_to_too_much_is_told_and_not_unpacked(tmp_path: Path) -> None:
    bomb = record("https://a.example/x", gzip.compress(b"a" * 100_000_000), head="Content-Encoding: gzip\r\n")
    (tmp_path / "a.warc").write_bytes(RECORDS[0] + bomb + RECORDS[2])
    tracemalloc.start()
    try:
        assert outcomes(tmp_path / "a.warc", max_mb=1) == [ONE, "E104", THREE]
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "E103"), (b"hello", "E145"), (b"\x1f\x8b\x08 hello", "E145")],
    ids=["empty", "text", "gzip"],
)
def test_what_is_no_web_archive_is_told_once(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.warc.gz").write_bytes(content)
    assert outcomes(tmp_path / "a.warc.gz") == [code]


def test_every_warc_of_a_wacz_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as zipped:
        zipped.writestr("archive/1.warc.gz", packed(*RECORDS[:2]))
        zipped.writestr("pages/pages.jsonl", "{}")
        zipped.writestr("archive/2.warc", RECORDS[2])
    assert outcomes(tmp_path / "a.wacz") == [ONE, TWO, THREE]


def test_a_broken_wacz_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(b"PK no zip")
    with zipfile.ZipFile(tmp_path / "b.wacz", "w") as zipped:
        zipped.writestr("pages/pages.jsonl", "{}")
    assert outcomes(tmp_path) == ["E145", "E145"]


def test_a_warc_in_a_zip_is_known(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zipped:
        zipped.writestr("crawl/1.warc.gz", packed(RECORDS[0]))
    assert outcomes(tmp_path / "a.zip") == [ONE]
