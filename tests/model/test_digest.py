from __future__ import annotations

from typing import Any

import pytest

from tallystick.model.digest import changed_fields, digest_of, version_of
from tallystick.model.incident import Incident, Join, Sourced
from tallystick.model.terms import EventKind


def incident(**fields: Any) -> Incident:
    return Incident.model_validate({"id": "i-1", "kind": EventKind.SHELLING, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {"target": "the gate"},
        {"mentions": ("m-1",)},
        {"review_state": "accepted"},
        {"conflicts": [{"field": "killed", "values": [{"value": "1", "mention_ids": []}], "rule": "x"}]},
        {"place": {"id": "t:ost", "name": "Ost", "precision": "town"}},
        {"may_be": [{"id": "i-2", "score": 0.5, "reasons": []}]},
        {"settled": [{"field": "killed", "pinned": True, "by": "ada", "decision": 1}]},
    ],
)
def test_another_version_for_whatever_is_told(fields: dict[str, Any]) -> None:
    assert version_of(incident(**fields)) != version_of(incident())


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "i-2"},
        {"joins": (Join(left="a", right="b", score=0.7, reasons=("same day",)),)},
        {"sourced": (Sourced(field="kind", mention_ids=("m-1",)),)},
    ],
)
def test_the_same_version_whatever_the_reckoning(fields: dict[str, Any]) -> None:
    assert version_of(incident(**fields)) == version_of(incident())


def test_the_fields_that_changed_are_in_the_order_of_the_noun() -> None:
    before, after = digest_of(incident()), digest_of(incident(status="confirmed", target="the gate"))
    assert [each.field for each in changed_fields(before, after)] == ["target", "status"]
