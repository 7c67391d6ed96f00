"""Of tables and web archives a part is filed; its text can be made again from that part alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tallystick.sources.again import is_made_again
from tallystick.sources.options import options_from
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken
from tests.sources.web_archive import page, record

TWO = record("https://a.example/1", page("Two rockets struck a depot.")) + record(
    "https://a.example/2", b"A drone was shot down.", media_type="text/plain"
)


@pytest.mark.parametrize(
    ("name", "content", "options"),
    [
        pytest.param("a.warc", TWO, (), id="warc"),
        pytest.param("a.csv", b'id;text\n1;"One; died,\nthen two."\n2;Three died.\n', (), id="csv"),
        pytest.param(
            "a.csv", "a|b\n1|Ракеты.\n".encode("koi8-r"), ("csv.encoding=koi8-r", "csv.map=b=text"), id="options"
        ),
    ],
)
def test_the_text_comes_out_of_the_bytes_on_file(
    tmp_path: Path, name: str, content: bytes, options: tuple[str, ...]
) -> None:
    (tmp_path / name).write_bytes(content)
    found = list(read_paths([tmp_path / name], options=options_from(options)))
    assert found
    for taken in found:
        assert isinstance(taken, Taken)
        assert taken.origin is not None
        assert is_made_again(taken.raw, taken.report.id, origin=taken.origin, path=taken.report.path)
