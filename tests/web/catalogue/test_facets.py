from __future__ import annotations

from tallystick.ledger.glances import Glance, GlancedActor, GlancedAttribution
from tallystick.web.catalogue.facets import FACET


def _said(*attributions: GlancedAttribution) -> dict[str, str]:
    glance = Glance(
        id="inc-1", kind="drone_attack", date_precision="day", outcome="unknown", status="reported",
        review_state="machine", attributed_to=attributions,
    )  # fmt: skip
    return dict(FACET["actor1"].values(glance))


def _attribution(*, basis: str = "stated", role: str = "executor") -> GlancedAttribution:
    actor = GlancedActor(id="alpha-front", name="Alpha Front")
    return GlancedAttribution(actors=(actor,), role=role, basis=basis, confidence="low")


def test_of_whom_a_report_says_it_is_found_by_it() -> None:
    assert _said(_attribution()) == {"alpha-front": "Alpha Front"}


def test_what_only_follows_from_the_network_is_said_of_nobody() -> None:
    assert _said(_attribution(basis="network")) == {}


def test_a_sponsor_is_not_said_to_have_done_it() -> None:
    assert _said(_attribution(role="sponsor")) == {}
