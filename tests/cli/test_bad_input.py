"""Whatever is wrong with one input: one clear line, exit code 1, and all else done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Said, call

GOOD = "date 2023-06-12\n\nGunmen attacked an army camp in Barsalogho on Saturday, killing nine soldiers."
HTML = (
    "<html><head><title>Camp attacked</title><script>var Djibo = 'bombed';</script></head><body><article>"
    "<p>Gunmen attacked an army camp in Arbinda on 3 June 2023, killing four soldiers, the army said in a statement.</p>"
    "<p>The dead were buried on Sunday in the presence of the governor of the region and of many villagers.</p>"
    "</article><script>document.write('Militants attacked Dori')</script></body></html>"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad") / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 16)
    (folder / "latin.txt").write_bytes(
        "date 1989-12-08\n\nUna bomba: gunmen attacked a bank in Bogotá today.".encode("cp1252")
    )
    (folder / "page.html").write_text(HTML, encoding="utf-8")
    lines = [
        json.dumps({"text": "Gunmen attacked Djibo on 5 June 2023."}),
        '{"text": "Gunmen att',
        json.dumps({"text": "Gunmen attacked Dori on 6 June 2023."}),
    ]
    (folder / "broken.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "sealed.txt").write_text("Gunmen attacked Tougan on 7 June 2023.", encoding="utf-8")
    (folder / "twin.txt").write_text(GOOD, encoding="utf-8")
    (folder / "calendar.txt").write_text("date 2023-02-31\n\nGunmen attacked Kaya on 1 June 2023.", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def said(folder: Path) -> Said:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "sealed.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        return call("run", folder, "--out", folder.parent / "out", "--ledger", folder.parent / "ledger.db")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("empty.txt", "E103"),
        ("huge.txt", "E104"),
        ("binary.txt", "E105"),
        ("latin.txt", "E114"),
        ("broken.jsonl:2", "E107"),
        ("sealed.txt", "E102"),
        ("twin.txt", "E112"),
        ("calendar.txt", "E109"),
    ],
)
def test_one_clear_line_for_each(said: Said, folder: Path, name: str, code: str) -> None:
    lines = [line for line in said.err.splitlines() if str(folder / name) in line and line.startswith("[")]
    (line,) = [line for line in lines if line.startswith(f"[{code}]")]
    assert ";" in line or "twice" in line or "once" in line


def test_nothing_else_is_complained_of(said: Said) -> None:
    assert len([line for line in said.err.splitlines() if line.startswith("[E")]) == 8
    assert "Traceback" not in said.err


def test_the_exit_code_is_1(said: Said) -> None:
    assert said.code == 1


def test_all_else_is_done(said: Said, folder: Path) -> None:
    rows = [json.loads(line) for line in (folder.parent / "out" / "incidents.jsonl").read_text("utf-8").splitlines()]
    places = {r["place"]["name"] for r in rows if r["place"]}
    assert {"Barsalogho", "Djibo", "Dori", "Kaya", "Bogotá"} <= places


def test_scripts_are_no_text(said: Said, folder: Path) -> None:
    texts = [r for r in (folder.parent / "out" / "mentions.jsonl").read_text("utf-8").splitlines() if "page.html" in r]
    assert texts
    assert not [t for t in texts if "document.write" in t or "bombed" in t]


def test_the_brief_tells_what_was_skipped(said: Said, folder: Path) -> None:
    brief = (folder.parent / "out" / "brief.html").read_text("utf-8")
    assert all(name in brief for name in ("empty.txt", "huge.txt", "binary.txt", "sealed.txt"))


def test_extract_does_the_same_without_a_ledger(folder: Path) -> None:
    said = call("extract", folder / "good.txt", folder / "empty.txt")
    assert said.code == 1
    assert "[E103]" in said.err
    assert all(json.loads(line)["id"] for line in said.lines)
    assert said.lines
