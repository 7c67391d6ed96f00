"""The published case of a claim that gives way: a facade claims, the brand claims over it, the first is taken down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tallystick.evaluation.bench import make_report
from tallystick.ledger import open_ledger
from tallystick.model.record import Record
from tallystick.pipeline import derive, read_unread
from tallystick.publishing.claim_words import standing_words
from tallystick.publishing.jsonl import write_jsonl

Told = tuple[str, str]

FACADE, BRAND = "Tashkil al-Waritheen", "Islamic Resistance in Iraq"
HARIR = "17 October 2023 drone attack on Harir air base"
FIRST: Told = (
    "2023-10-17",
    "A drone struck Harir air base in Iraq on Tuesday, 17 October 2023. "
    "Tashkil al-Waritheen claimed the drone attack in a post on Telegram.",
)

CASES: dict[str, tuple[str, str, Sequence[Told]]] = {
    "one report, as news": (FACADE, BRAND, [(
        "2023-10-20",
        "HARIR, Oct 20 - Two drones were fired at Harir air base near Erbil on 17 October 2023. A group calling itself "
        "Tashkil al-Waritheen claimed the attack in a Telegram post. Later the Islamic Resistance in Iraq issued a "
        "superseding claim, and the first claim was taken down.",
    )]),
    "one report, as a profile": (FACADE, BRAND, [(
        "2023-10-21",
        f"Responsibility for the {HARIR} was first claimed by Tashkil al-Waritheen. That post was deleted after the "
        "Islamic Resistance in Iraq claimed the attack itself.",
    )]),
    "three reports": (FACADE, BRAND, [
        FIRST,
        ("2023-10-18", f"The Islamic Resistance in Iraq said on Wednesday that it was behind the {HARIR}."),
        ("2023-10-20", f"The statement by Tashkil al-Waritheen on the {HARIR} has been taken down."),
    ]),
    "told by the last alone": (FACADE, BRAND, [
        FIRST,
        ("2023-10-18", "A drone was shot down over Harir air base on 17 October 2023, a security source said."),
        ("2023-10-20", f"The Islamic Resistance in Iraq has issued a superseding claim for the {HARIR}."),
    ]),
    "taken down by its own channel, three reports": (FACADE, BRAND, [
        FIRST,
        ("2023-10-18", f"The Islamic Resistance in Iraq claimed the {HARIR} on Wednesday."),
        ("2023-10-20", f"Tashkil al-Waritheen deleted its claim of the {HARIR}."),
    ]),
    "Mali, in one report": ("Ansar Dine", "Jama'at Nusrat al-Islam wal-Muslimin", [(
        "2017-09-18",
        "Gunmen attacked a checkpoint at Kidal in northern Mali on 15 September 2017, killing two soldiers. Ansar Dine "
        "claimed the attack in a message to a website. On Sunday Jama'at Nusrat al-Islam wal-Muslimin claimed the attack "
        "in its own name, superseding the claim by Ansar Dine, which has been deleted.",
    )]),
    "Ireland, in two reports": ("Irish People", "Provisional Irish Republican Army", [
        ("1992-03-18", "A bomb exploded outside a police station in Lurgan on 17 March 1992. The Irish People's Liberation "
         "Organisation claimed the bombing in a call to a newspaper."),
        ("1992-03-20", "The Provisional IRA has claimed the 17 March 1992 bombing in Lurgan, replacing the earlier claim by "
         "the Irish People's Liberation Organisation."),
    ]),
}  # fmt: skip


def _record(told: Sequence[Told], path: Path, *, one_by_one: bool) -> Record:
    reports = [make_report(text, name=text[:20], published=date.fromisoformat(day)) for day, text in told]
    with open_ledger(path) as ledger:
        for batch in ([r] for r in reports) if one_by_one else [reports]:
            ledger.add_reports((r, r.text.encode()) for r in batch)
            read_unread(ledger, triage=False)
            record = derive(ledger)
    return record


def _rows(record: Record, folder: Path, name: str) -> list[dict[str, Any]]:
    folder.mkdir(exist_ok=True)
    write_jsonl(record, folder)
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES)
def test_the_first_claim_gives_way_and_the_second_stands(case: str, tmp_path: Path) -> None:
    first, second, told = CASES[case]
    record = _record(told, tmp_path / "ledger.db", one_by_one=False)
    (incident,) = _rows(record, tmp_path / "out", "incidents")
    assert [c["name"] for c in incident["claimed_by"]] == [second]
    claims = _rows(record, tmp_path / "out", "claims")
    ids = {c["id"] for c in claims if c["claimant"]["name"] == second}
    gone = [c for c in claims if c["claimant"]["name"].startswith(first)]
    assert gone
    for claim in gone:
        assert claim["status"] == "superseded"
        assert claim["superseded_by"] in ids
        assert claim["ground"]
        steps = [step["step"] for step in claim["life"]]
        assert steps[0] == "made"
        assert "superseded" in steps
    assert {c["status"] for c in claims if c["id"] in ids} == {"standing"}


@pytest.mark.parametrize(
    "case",
    [
        "three reports",
        "told by the last alone",
        "taken down by its own channel, three reports",
        "Ireland, in two reports",
    ],
)
def test_any_order_and_any_part_give_the_same_lives(case: str, tmp_path: Path) -> None:
    told = CASES[case][2]
    whole = _record(told, tmp_path / "whole.db", one_by_one=False)
    for number, order in enumerate(permutations(told)):
        part = _record(order, tmp_path / f"{number}.db", one_by_one=True)
        # Ids are given in the order of arrival; what is told of each claim is not.
        assert _lives(part) == _lives(whole)


@pytest.mark.parametrize(
    ("end", "step", "words"),
    [
        (f"Tashkil al-Waritheen took back its claim of the {HARIR}.", "withdrawn", "it was taken back"),
        (f"Tashkil al-Waritheen deleted its claim of the {HARIR}.", "taken_down", "its claimant took it down"),
        (f"The claim by Tashkil al-Waritheen of the {HARIR} was deleted.", "taken_down", "by whom is not told"),
        (f"Telegram deleted the claim by Tashkil al-Waritheen of the {HARIR}.", "taken_down", "Telegram took it down"),
    ],
)
def test_taken_back_and_taken_down_are_told_apart_in_every_order(
    end: str, step: str, words: str, tmp_path: Path
) -> None:
    told = [FIRST, ("2023-10-20", end)]
    for number, order in enumerate(permutations(told)):
        record = _record(order, tmp_path / f"{number}.db", one_by_one=True)
        assert {tuple(s.step.value for s in c.life) for c in record.claims} == {("made", "repeated", step)}
        assert {words in standing_words(c) for c in record.claims} == {True}


def _lives(record: Record) -> list[object]:
    return [(c.id, c.status, c.superseded_by, c.life, c.ground, len(c.covers.incident_ids)) for c in record.claims]
