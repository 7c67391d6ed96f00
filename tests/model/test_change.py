"""Changes as they are kept."""

from __future__ import annotations

from tallystick.model.change import Change, Subject, What


def test_a_change_of_before_the_fifth_schema_is_of_an_incident() -> None:
    kept = Change.model_validate_json('{"incident_id": "i-1", "what": "merged", "points_to": "i-2"}')
    assert kept == Change(subject=Subject.INCIDENT, id="i-1", what=What.MERGED, points_to="i-2")
