"""FA-KES: the loader, the fields of a main incident, and the whole scorer on a reader whose answer is known."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.evaluation.bench import Bench
from tallystick.evaluation.fakes import count_fields, is_close, score_fakes
from tallystick.evaluation.fakes_gold import FakesArticle, load_fakes
from tallystick.evaluation.fakes_project import (
    Deaths,
    FakesFields,
    label_actor,
    main_incident,
    name_governorate,
    written_numbers,
)
from tallystick.model.actor import ActorRef
from tallystick.model.incident import GroupCount, Incident
from tallystick.model.mention import Casualties, CountedRange, EventMention, Range
from tallystick.model.quote import Quote
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.model.terms import CasualtyGroup, EventKind, Status
from tallystick.reading.reader import Reading

ROW = {
    "unit_id": "7", "article_title": "A title", "article_content": "Tue 02 Feb 2016 Shells fell on the town of Ost.",
    "source": "example", "date": "2/1/16", "location": "raqqa", "actor": "unknown", "cause_of_death": "shelling",
    "nb_children": "0", "nb_civilians": "3", "nb_noncivilians": "0", "nb_women": "1",
}  # fmt: skip
GOLD = FakesArticle(
    name="7", title="A title", text=ROW["article_content"], source="example", day=date(2016, 2, 1),
    governorate="raqqa", actor="unknown", civilians=3, noncivilians=0, women=1, children=0,
)  # fmt: skip


class _Silent:
    name = "silent"
    languages = frozenset({"en"})

    def read(self, report: Report, *, year: int | None = None) -> Reading:  # noqa: ARG002
        return Reading(report_id=report.id, mentions=())


def written(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(ROW))
        writer.writeheader()
        writer.writerows(rows)
    return path


def count(number: int) -> Range:
    return Range(low=number, best=number, high=number)


def incident(name: str, at: int, *, killed: int | None = None, **known: object) -> tuple[Incident, EventMention]:
    quote = Quote(report_id="r", start=at, end=at + 1, exact="x")
    mention = EventMention(
        id=f"m-{name}",
        report_id="r",
        quote=quote,
        trigger=quote,
        confidence=1,
        reader="hand",
        event_kind=EventKind.RAID,
    )
    made = Incident(
        id=name,
        kind=EventKind.RAID,
        mentions=(mention.id,),
        killed=None if killed is None else count(killed),
        **known,
    )
    return made, mention


def chosen(*told: tuple[Incident, EventMention]) -> str | None:
    main = main_incident(Record(incidents=tuple(i for i, _ in told), mentions=tuple(m for _, m in told)))
    return main.id if main else None


def test_a_row_is_read(tmp_path: Path) -> None:
    assert load_fakes(written(tmp_path / "a.csv", ROW)) == ((GOLD,), ())


def test_latin_1_debris_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ROW | {"article_title": "Kobani"})
    path.write_bytes(path.read_bytes().replace(b"Kobani", b"Koban\xee"))
    assert load_fakes(tmp_path)[0][0].title == "Kobanî"


def test_a_broken_row_is_left_out_and_named(tmp_path: Path) -> None:
    articles, broken = load_fakes(written(tmp_path / "a.csv", ROW | {"date": "soon"}, ROW))
    assert len(articles) == 1
    assert broken[0].startswith("a.csv, row 2: left out")


def test_another_table_is_no_gold(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,value\na,1\n")
    with pytest.raises(TallystickError, match="E601"):
        load_fakes(path)


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        (date(2016, 2, 1), date(2016, 2, 1), True),
        (date(2016, 1, 31), date(2016, 2, 2), True),
        (date(2016, 2, 1), date(2016, 2, 3), False),
        (date(2016, 1, 30), date(2016, 1, 30), False),
        (None, None, False),
    ],
)
def test_a_day_may_be_one_off(start: date | None, end: date | None, right: bool) -> None:
    assert is_close(FakesFields(start=start, end=end), GOLD) is right


@pytest.mark.parametrize(
    ("written_as", "label"),
    [
        ("Rif Dimashq", "damascus"),
        ("Hasakah", "hasakeh"),
        ("Deir ez-Zor Governorate", "deir ezzor"),
        ("Erbil", "erbil"),
    ],
)
def test_governorates_by_their_label(written_as: str, label: str) -> None:
    assert name_governorate(written_as) == label


@pytest.mark.parametrize(
    ("actor", "label"),
    [
        (ActorRef(id="sy-air-force", name="Syrian Air Force"), "syrian government or russian troops"),
        (ActorRef(id="ru", name="Russia"), "syrian government or russian troops"),
        (ActorRef(name="warplanes of the regime"), "syrian government or russian troops"),
        (ActorRef(id="us-air-force", name="US Air Force"), "international coalition forces"),
        (ActorRef(name="rebels"), "armed opposition groups"),
        (ActorRef(id="il-air-force", name="Israeli Air Force"), None),
        (ActorRef(name="terrorists"), None),
        (ActorRef(id="jaysh-al-fatah", name="Army of Conquest"), "armed opposition groups"),
        (ActorRef(id="pkk", name="Kurdistan Workers Army"), None),
        (ActorRef(name="this town"), None),
    ],
)
def test_doers_by_their_label(actor: ActorRef, label: str | None) -> None:
    assert label_actor(actor) == label


def test_the_first_told_with_dead_is_the_main_incident() -> None:
    assert chosen(incident("b", 5, killed=2), incident("a", 0), incident("c", 9, killed=70)) == "b"


def test_where_nobody_died_the_first_told_is_the_main_incident() -> None:
    assert chosen(incident("b", 5, killed=0), incident("a", 0)) == "a"


def test_what_is_background_or_denied_is_no_main_incident() -> None:
    told = incident("a", 0, killed=5, background=True), incident("b", 2, killed=5, status=Status.DENIED)
    assert chosen(*told, incident("c", 9)) == "c"


def test_no_incident_no_main_incident() -> None:
    assert chosen() is None


@pytest.mark.parametrize(
    ("killed", "groups", "deaths"),
    [
        (6, {}, (6, 0)),
        (22, {CasualtyGroup.CIVILIANS: 6, CasualtyGroup.COMBATANTS: 16}, (6, 16)),
        (22, {CasualtyGroup.COMBATANTS: 16}, (6, 16)),
        (None, {CasualtyGroup.COMBATANTS: 16}, (0, 16)),
        (9, {CasualtyGroup.CIVILIANS: 9, CasualtyGroup.CHILDREN: 4}, (9, 0)),
        (None, {}, (0, 0)),
    ],
)
def test_dead_of_whom_nothing_is_told_are_civilians(
    killed: int | None, groups: dict[CasualtyGroup, int], deaths: tuple[int, int]
) -> None:
    told = tuple(GroupCount(group=group, killed=count(number)) for group, number in groups.items())
    assert Deaths.of(incident("a", 0, killed=killed, casualty_groups=told)[0], {}) == Deaths(*deaths)


def test_a_number_counts_as_it_is_written() -> None:
    _, mention = incident("a", 0)
    quote = Quote(report_id="r", start=0, end=15, exact="over 130 people")
    casualties = Casualties(killed=CountedRange(low=131, best=131, quote=quote))
    written_as = written_numbers([mention.model_copy(update={"casualties": casualties})])
    assert Deaths.of(incident("a", 0, killed=131)[0], written_as) == Deaths(130, 0)


def test_figures_by_hand() -> None:
    right = FakesFields(
        start=GOLD.day, end=GOLD.day, governorate="raqqa", actor="unknown", civilians=3, women=1, children=2
    )
    wrong = FakesFields(governorate="homs", civilians=2)
    figures = {f.name: (f.value, f.cases) for f in count_fields([(GOLD, right), (replace(GOLD, women=0), wrong)])}
    assert figures == {
        "date ±1 day": (0.5, 2),
        "governorate": (0.5, 2),
        "actor": (1.0, 2),
        "civilians killed exact": (0.5, 2),
        "civilians killed exact, where told": (0.5, 2),
        "noncivilians killed exact": (1.0, 2),
        "noncivilians killed exact, where told": (0.0, 0),
        "women killed exact": (1.0, 2),
        "women killed exact, where told": (1.0, 1),
        "children killed exact": (0.5, 2),
        "children killed exact, where told": (0.0, 0),
    }


def test_only_articles_stamped_near_the_gold_day_are_scored(tmp_path: Path) -> None:
    far = ROW | {"unit_id": "8", "date": "3/1/16"}
    bare = ROW | {"unit_id": "9", "article_content": "Shells fell on the town of Ost."}
    empty = ROW | {"unit_id": "10", "article_content": ""}
    score = score_fakes(written(tmp_path / "a.csv", ROW, far, bare, empty), Bench(reader=_Silent()))
    assert score.documents == 1
    assert score.notes[-1] == "1 of 3 articles are stamped within 3 days of the gold day; 1 bear no stamp"
    assert {error.kind for error in score.errors} == {
        "date ±1 day",
        "governorate",
        "civilians killed exact",
        "women killed exact",
    }
