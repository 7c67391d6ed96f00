"""Texts come out of their original bytes again, whatever they came in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.model.origin import Origin
from tallystick.sources.again import is_made_again
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

# Written for this test.
TEXT = "Two shells fell on a depot near Gao on Monday, and nobody was hurt, the governor of the province said."
FILES: dict[str, str | bytes] = {
    "a.txt": TEXT,
    "b.html": f"<html><body><article><h1>Depot</h1><p>{TEXT}</p></article></body></html>",
    "c.jsonl": f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT} Again."}}\n',
    "d.json": f'[{{"text": "{TEXT}"}}, {{"text": "{TEXT} Again."}}]',
    "e.rss": f"<rss version='2.0'><channel><title>Wire</title><item><title>A</title><description>{TEXT}</description></item></channel></rss>",
    "f.atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><content>{TEXT}</content></entry></feed>",
    "g.json": f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "1", "content_text": "{TEXT}"}}]}}',
    "h.eml": f"From: a@news.example\nSubject: Depot\nContent-Type: text/plain\n\n{TEXT}\n",
    "i.txt": TEXT.encode("cp1252"),
}


def taken_from(tmp_path: Path, name: str) -> list[Taken]:
    content = FILES[name]
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [item for item in read_paths([tmp_path / name]) if isinstance(item, Taken)]


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_report_of_a_file_is_made_again_from_its_own_bytes(tmp_path: Path, name: str) -> None:
    found = taken_from(tmp_path, name)
    assert found
    for item in found:
        assert item.origin is not None
        assert is_made_again(item.raw, item.report.id, origin=item.origin, path=item.report.path)


@pytest.mark.parametrize("name", sorted(FILES))
def test_another_text_is_not_made_of_them(tmp_path: Path, name: str) -> None:
    for item in taken_from(tmp_path, name):
        assert item.origin is not None
        assert not is_made_again(item.raw, "0" * 64, origin=item.origin, path=item.report.path)


def test_an_adapter_that_is_gone_is_told() -> None:
    with pytest.raises(LookupError, match="clay tablets"):
        is_made_again(b"x", "0" * 64, origin=Origin(adapter="clay tablets"), path=None)
