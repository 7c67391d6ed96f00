from __future__ import annotations

from collections.abc import Sequence

from tallystick.analysis.exchanges import find_exchanges
from tallystick.model.exchange import Exchange
from tallystick.model.incident import Incident
from tallystick.model.mention import EventMention
from tallystick.model.terms import EventKind, LinkKind
from tests.analysis import builders as b


def find(incidents: Sequence[Incident], *events: EventMention) -> tuple[Exchange, ...]:
    return find_exchanges(incidents, events, same_side=b.same_side)


def test_a_stated_response_is_a_stated_exchange() -> None:
    (one,) = find(
        [b.incident(1, 10), b.incident(2, 12, kind=EventKind.AIRSTRIKE)],
        b.event("m1"),
        b.event("m2", b.link(LinkKind.RESPONDS_TO, "m1")),
    )
    assert (one.steps, one.stated) == (("i1", "i2"), True)
    assert one.text == (
        "The airstrike at Fort Nord on 2021-06-12 is told as a response to the attack at Fort Nord on 2021-06-10."
    )
    assert [q.exact for q in one.quotes] == ["in response"]


def test_responses_to_responses_are_one_chain() -> None:
    (one,) = find(
        [b.incident(3, 14), b.incident(2, 12), b.incident(1, 10)],
        b.event("m1"),
        b.event("m2", b.link(LinkKind.RESPONDS_TO, "m1")),
        b.event("m3", b.link(LinkKind.TRIGGERED_BY, "m2")),
    )
    assert one.steps == ("i1", "i2", "i3")


def test_exchanges_that_share_nothing_stay_apart() -> None:
    found = find(
        [b.incident(n, 10 + n) for n in range(1, 5)],
        b.event("m1"),
        b.event("m2", b.link(LinkKind.RESPONDS_TO, "m1")),
        b.event("m3"),
        b.event("m4", b.link(LinkKind.RESPONDS_TO, "m3")),
    )
    assert [e.steps for e in found] == [("i1", "i2"), ("i3", "i4")]


def test_a_response_to_a_described_set_is_an_exchange_of_one_step() -> None:
    (one,) = find([b.incident(1)], b.event("m1", b.link(LinkKind.RESPONDS_TO)))
    assert (one.steps, one.stated) == (("i1",), True)
    assert "“these attacks”" in one.text


def test_order_that_a_report_tells_is_no_cause() -> None:
    (one,) = find([b.incident(1, 10), b.incident(2, 12)], b.event("m1"), b.event("m2", b.link(LinkKind.AFTER, "m1")))
    assert (one.steps, one.stated) == (("i1", "i2"), False)
    assert one.text.endswith("No cause is stated.")


def test_an_attack_on_whoever_struck_before_is_in_order_only() -> None:
    (one,) = find([b.incident(1, 10, perpetrator=b.NORTH), b.incident(2, 12, target_actor=b.NORTH)])
    assert (one.steps, one.stated, one.quotes) == (("i1", "i2"), False, ())
    assert one.text.startswith("Within 3 days after")


def test_an_attack_too_many_days_later_is_not_put_in_order() -> None:
    assert find([b.incident(1, 10, perpetrator=b.NORTH), b.incident(2, 14, target_actor=b.NORTH)]) == ()


def test_two_attacks_of_one_hand_are_no_exchange() -> None:
    first = b.incident(1, 10, perpetrator=b.NORTH, target_actor=b.SOUTH)
    assert (
        find(
            [
                first,
                first.model_copy(update={"id": "i2", "start": b.incident(1, 12).start, "end": b.incident(1, 12).end}),
            ]
        )
        == ()
    )


def test_a_stated_cause_is_not_told_again_as_order() -> None:
    found = find(
        [b.incident(1, 10, perpetrator=b.NORTH), b.incident(2, 12, target_actor=b.NORTH)],
        b.event("m1"),
        b.event("m2", b.link(LinkKind.RESPONDS_TO, "m1")),
    )
    assert [e.stated for e in found] == [True]


def test_background_is_not_put_in_order() -> None:
    assert (
        find([b.incident(1, 10, perpetrator=b.NORTH, background=True), b.incident(2, 12, target_actor=b.NORTH)]) == ()
    )
