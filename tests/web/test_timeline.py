from __future__ import annotations

from datetime import date, timedelta

from tallystick.model.incident import Incident
from tallystick.model.terms import EventKind
from tallystick.web.lanes import Cell, Lane, Lanes
from tallystick.web.timeline import MOST_MARKS, draw_timeline

DAYS = tuple(date(2023, 11, day) for day in range(1, 8))


def _drawn(*incidents: Incident, reach: int = 4) -> str:
    cells = tuple(Cell(at, 1, (each.id,), 1, max(at, reach)) for at, each in enumerate(incidents))
    lanes = Lanes("day", DAYS, (Lane("IQ", "Iraq", len(cells), cells),), 0, 0, 0)
    return _draw(lanes, *incidents)


def test_an_arrow_leads_from_an_attack_to_what_answers_it() -> None:
    attack = Incident(id="inc-1", kind=EventKind.DRONE_ATTACK)
    answer = Incident(id="inc-2", kind=EventKind.AIRSTRIKE, responds_to=("inc-1",))
    assert 'class="arrow"' in _drawn(attack, answer)
    assert 'class="answer"' in _drawn(attack, answer)
    assert 'class="arrow"' not in _drawn(attack, answer.model_copy(update={"responds_to": ()}))


def test_days_on_which_it_may_have_happened_are_a_bar() -> None:
    attack = Incident(id="inc-1", kind=EventKind.DRONE_ATTACK)
    assert 'class="span"' in _drawn(attack)
    assert 'class="span"' not in _drawn(attack, reach=0)


def test_several_of_one_stretch_are_a_number() -> None:
    cells = (Cell(0, 3, (), 1, 0),)
    lanes = Lanes("day", DAYS, (Lane("IQ", "Iraq", 3, cells),), 0, 0, 0)
    drawn = _draw(lanes)
    assert ">3</text>" in drawn


def test_more_cells_than_can_be_told_apart_are_bars() -> None:
    days = tuple(date(2023, 1, 1) + timedelta(days=at) for at in range(MOST_MARKS // 6 + 1))
    cells = tuple(Cell(at, 2, (), 1, at) for at in range(len(days)))
    drawn = _draw(Lanes("day", days, tuple(Lane(f"p{n}", "Place", 2, cells) for n in range(6)), 0, 0, 0))
    assert drawn.count('class="bars"') == 6
    assert drawn.count("<a ") == len(days)
    assert 'class="many"' not in drawn


def _draw(lanes: Lanes, *incidents: Incident) -> str:
    return draw_timeline(
        lanes,
        answers={each.id: each.responds_to for each in incidents},
        opens=lambda *_: "/",
        opens_stretch=lambda _: "/",
        name_lane=lambda lane: lane.label,
        width=900,
    )
