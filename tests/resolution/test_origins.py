"""Independence is counted by who originally reported."""

from collections.abc import Callable

import pytest

from tallystick.model.actor import ActorRef
from tallystick.model.mention import EventMention, Reporter
from tallystick.model.outlet import Outlet, OutletKind
from tallystick.model.quote import Quote
from tallystick.model.report import Credit, Report
from tallystick.resolution.origins import informants_in, origins_in, settle
from tallystick.resolution.telling import Telling, tellings_of
from tests.resolution.build import event, report

OUTLETS = {
    "Northwire": Outlet(id="northwire.example", name="Northwire", kind=OutletKind.AGENCY),
    "The Gazette": Outlet(id="gazette.example", name="The Gazette", kind=OutletKind.MEDIUM),
    "Gazette": Outlet(id="gazette.example", name="The Gazette", kind=OutletKind.MEDIUM),
    "High Command": Outlet(id="command.example", name="High Command", kind=OutletKind.OFFICIAL),
    "Chirp": Outlet(id="chirp.example", name="Chirp", kind=OutletKind.CARRIER),
}


def published(
    report_id: str, publisher: str | None, *, copy_of: str | None = None, credits: str | None = None
) -> Report:
    credit = None
    if credits is not None:
        quote = Quote(report_id=report_id, start=0, end=len(credits), exact=credits)
        credit = Credit(outlet=OUTLETS[credits].id, name=credits, quote=quote)
    made = report(report_id, copy_of=copy_of)
    return made.model_copy(update={"publisher": publisher, "credited_to": credit, "title": None, "path": None})


def told_in(report_id: str, *, on_word_of: str | None = None, actor: str | None = None) -> EventMention:
    mention = event(report_id)
    if on_word_of is None:
        return mention
    quote = Quote(report_id=report_id, start=0, end=len(on_word_of), exact=on_word_of)
    return mention.model_copy(update={"reporter": Reporter(name=on_word_of, actor_id=actor, quote=quote)})


def tellings(mentions: list[EventMention], reports: list[Report]) -> list[Telling]:
    return settle(tellings_of(mentions, reports, batches={}, outlet_of=OUTLETS.get))


def names(mentions: list[EventMention], reports: list[Report]) -> list[str]:
    return [origin.name for origin in origins_in(tellings(mentions, reports))]


def test_two_outlets_are_two_sources() -> None:
    reports = [published("a", "Northwire"), published("b", "The Gazette")]
    assert names([told_in("a"), told_in("b")], reports) == ["Northwire", "The Gazette"]


def test_two_reports_of_one_outlet_are_one_source() -> None:
    reports = [
        published("a", "The Gazette"),
        published("b", "Gazette"),
        published("c", "A  Sheet"),
        published("d", "a sheet"),
    ]
    assert names([told_in(r.id) for r in reports], reports) == ["A  Sheet", "The Gazette"]


def test_copies_are_one_source() -> None:
    reports = [published("a", "The Gazette"), published("b", "Another Sheet", copy_of="a")]
    (origin,) = origins_in(tellings([told_in("a"), told_in("b")], reports))
    assert (origin.name, origin.reports) == ("The Gazette", ("a", "b"))


@pytest.mark.parametrize(
    "reports",
    [
        [published("a", "The Gazette"), published("b", "Another Sheet", copy_of="a", credits="Northwire")],
        [published("a", "The Gazette"), published("b", "Northwire", copy_of="a")],
        [published("a", "The Gazette", credits="Northwire"), published("b", "Northwire")],
    ],
    ids=["credited by a copy", "published by the agency later", "credited, the agency's own beside it"],
)
def test_a_family_is_its_agency_s(reports: list[Report]) -> None:
    assert names([told_in("a"), told_in("b")], reports) == ["Northwire"]


def test_what_a_report_relays_is_the_other_outlet_s() -> None:
    reports = [published("a", "Northwire"), published("b", "The Gazette")]
    assert names([told_in("a"), told_in("b", on_word_of="Northwire")], reports) == ["Northwire"]


def test_a_report_that_names_its_source_once_has_it_for_the_whole_incident() -> None:
    reports = [published("b", "The Gazette")]
    lead, body = told_in("b"), told_in("b", on_word_of="Northwire")
    assert names([lead, body.model_copy(update={"id": "later"})], reports) == ["Northwire"]


def test_the_word_of_an_official_body_is_no_source_of_its_own() -> None:
    reports = [published("a", "Northwire"), published("b", "The Gazette")]
    mentions = [told_in(r.id, on_word_of="High Command", actor="army") for r in reports]
    told = tellings(mentions, reports)
    assert len(origins_in(told)) == 2
    assert informants_in(told, OUTLETS.get) == (ActorRef(id="army", name="High Command"),)


def test_an_outlet_is_no_informant() -> None:
    told = tellings([told_in("b", on_word_of="Northwire")], [published("b", "The Gazette")])
    assert informants_in(told, OUTLETS.get) == ()


def test_what_a_carrier_passes_on_is_not_its_own() -> None:
    reports = [published("a", "Chirp"), published("b", "Chirp")]
    assert len(names([told_in("a"), told_in("b")], reports)) == 2


def test_reports_without_a_publisher_are_sources_apart() -> None:
    reports = [published("a", None), published("b", None)]
    assert len(names([told_in("a"), told_in("b")], reports)) == 2


def test_the_order_of_the_reports_makes_no_difference() -> None:
    reports = [published("a", "The Gazette"), published("b", "Northwire", copy_of="a"), published("c", "Gazette")]
    mentions = [told_in(r.id) for r in reports]
    forth: Callable[[list[EventMention], list[Report]], object] = lambda m, r: origins_in(tellings(m, r))  # noqa: E731
    assert forth(mentions, reports) == forth(mentions[::-1], reports[::-1])
