"""``ingest`` and ``run`` with addresses."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import call, write
from tests.sources.fetching.site import Site

TEXT = "A drone attack on Tower 22 in Jordan killed three U.S. soldiers on Sunday, U.S. Central Command said."


def test_an_address_inside_a_network_is_told_in_one_line_and_does_not_stop_the_files(
    reports: Path, tmp_path: Path
) -> None:
    said = call("ingest", "http://127.0.0.1:1/", "file:///etc/passwd", reports, "--ledger", tmp_path / "ledger.db")
    assert said.code == 1
    assert "[E122] http://127.0.0.1:1/: " in said.err
    assert "[E121] file:///etc/passwd: " in said.err
    assert "2 new reports" in said.err


def test_a_host_that_is_allowed_is_fetched_from(site: Site, tmp_path: Path) -> None:
    site.serve("/a", f"<html><head><title>Tower</title></head><body><article><p>{TEXT}</p></article></body></html>")
    host = f"127.0.0.1:{site.port}"
    ledger = ("--ledger", tmp_path / "ledger.db")
    first = call("ingest", f"http://{host}/a", "--fetch-from", host, *ledger)
    assert (first.code, "1 new reports, 1 on file, 1 incidents" in first.err) == (0, True)
    second = call("ingest", f"http://{host}/a", "--fetch-from", host, *ledger)
    assert (second.code, "0 new reports, 1 on file" in second.err) == (0, True)


def test_run_takes_addresses_and_files_together(site: Site, reports: Path, tmp_path: Path) -> None:
    site.serve("/a", TEXT, type_="text/plain")
    host = f"127.0.0.1:{site.port}"
    out = ("--out", tmp_path / "out", "--ledger", tmp_path / "ledger.db")
    said = call("run", reports, f"http://{host}/a", "--fetch-from", host, *out)
    assert said.code == 0
    assert f"http://{host}/a" in (tmp_path / "out" / "reports.jsonl").read_text(encoding="utf-8")


def test_a_feed_on_the_disk_is_read_without_a_network(tmp_path: Path) -> None:
    entry = f"<item><link>http://127.0.0.1:1/</link><description>{TEXT}</description></item>"
    feed = write(tmp_path / "in", {"feed.xml": f"<rss><channel>{entry}</channel></rss>"})
    said = call("ingest", feed, "--ledger", tmp_path / "ledger.db")
    assert (said.code, "1 new reports" in said.err) == (0, True)
