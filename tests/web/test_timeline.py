from __future__ import annotations

from datetime import date

from tallystick.model.incident import Incident
from tallystick.model.terms import EventKind
from tallystick.web.lanes import Cell, Lane, Lanes
from tallystick.web.timeline import draw_timeline

DAYS = tuple(date(2023, 11, day) for day in range(1, 8))


def _drawn(*incidents: Incident, reach: int = 4) -> str:
    cells = tuple(Cell(at, (each.id,), 1, max(at, reach)) for at, each in enumerate(incidents))
    lanes = Lanes("day", DAYS, (Lane("IQ", "Iraq", len(cells), cells),), 0, 0, 0)
    return draw_timeline(
        lanes,
        incidents={each.id: each for each in incidents},
        opens=lambda _, cell: f"/incidents/{cell.ids[0]}",
        name_lane=lambda lane: lane.label,
        width=900,
    )


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
    cells = (Cell(0, ("inc-1", "inc-2", "inc-3"), 1, 0),)
    lanes = Lanes("day", DAYS, (Lane("IQ", "Iraq", 3, cells),), 0, 0, 0)
    drawn = draw_timeline(lanes, incidents={}, opens=lambda *_: "/", name_lane=lambda lane: lane.label, width=900)
    assert ">3</text>" in drawn
