"""Nobody killed, and nobody injured."""

from __future__ import annotations

from tests.reading.tellings import Read, only, span


def test_no_deaths_say_nothing_of_the_injured(read: Read) -> None:
    casualties = only(read("A rocket attack on Sderot on Friday caused no deaths.")).casualties
    assert span(casualties.killed) == (0, 0, 0)
    assert casualties.injured is None


def test_the_injured_are_told_beside_nobody_killed(read: Read) -> None:
    casualties = only(read("A rocket attack on Sderot on Friday injured 12 people but killed no one.")).casualties
    assert (span(casualties.killed), span(casualties.injured)) == ((0, 0, 0), (12, 12, 12))


def test_neither_of_two_was_hurt(read: Read) -> None:
    text = "Neither of the two pilots was hurt when a missile hit the plane near Sanaa on Friday."
    assert span(only(read(text)).casualties.injured) == (0, 0, 0)
