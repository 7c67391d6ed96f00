from __future__ import annotations

import re
from datetime import date, timedelta

from tallystick.web.tempo import Layer, Tempo
from tallystick.web.tempo_picture import draw_tempo


def test_a_month_whose_name_has_no_room_beside_the_one_before_is_not_named() -> None:
    weeks = tuple(date(2023, 4, 24) + timedelta(weeks=number) for number in range(40))
    tempo = Tempo(weeks, (Layer("shooting", (1,) * 40),), (0,) * 40, 0, 0)
    drawn = draw_tempo(tempo, name_kind=str, opens=lambda _: "/")
    assert re.findall(r">([A-Z][a-z]{2}(?: \d{4})?)</text>", drawn)[:3] == ["Apr 2023", "Jun", "Jul"]
