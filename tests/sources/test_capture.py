"""What a web archive says of how it came by a page is kept with the page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tallystick.ledger import open_ledger
from tallystick.pipeline import take_in
from tests.sources.web_archive import page, record


def test_address_and_time_of_a_capture_are_on_file_and_not_noted_over(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record("https://a.example/1", page("Two rockets struck a depot.")))
    with open_ledger(str(tmp_path / "ledger.db")) as ledger:
        take_in(ledger, [path])
        kept = ledger.retrieval("https://a.example/1")
        assert kept is not None
        assert (kept.at, kept.media_type) == (datetime(2023, 11, 7, 10, tzinfo=UTC), "text/html")
        later = kept.model_copy(update={"at": datetime(2024, 1, 1, tzinfo=UTC), "etag": '"x"'})
        ledger.keep_retrieval(later)
        take_in(ledger, [path])
        assert ledger.retrieval("https://a.example/1") == later
