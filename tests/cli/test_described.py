"""An incident in lines of plain text."""

from tallystick.cli.described import describe_sources
from tests.publishing.example import INCIDENTS, RECORD


def test_who_originally_reported_is_told_with_the_reports_that_have_it_from_there() -> None:
    lines = describe_sources(INCIDENTS[0], RECORD)
    assert lines[0] == "  Furat Local"
    assert "  Meridian Wire" in lines
    assert (
        "    The Harbour Post, 2023-10-26; copy of Meridian Wire, 2023-10-26: the same text but for a few words; "
        "credits Meridian Wire"
    ) in lines
    assert lines[-1] == "  on the word of: a defence official, a medic"


def test_an_incident_without_origins_has_no_lines() -> None:
    assert describe_sources(INCIDENTS[0].model_copy(update={"origins": (), "informants": ()}), RECORD) == []
