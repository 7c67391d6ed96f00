"""The same reports give the same incidents, in whatever order they come."""

from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.mention import EventMention
from tallystick.model.place import Place
from tallystick.model.terms import EventKind, Modality
from tallystick.resolution.resolve import Resolution, resolve
from tests.resolution.build import BATH, EAST, FORT, KNOWS, LAND, MEMBER, MONDAY, POWER, TOWN, event, report

REPORTS = [report(f"r{n}", published=MONDAY + timedelta(days=n)) for n in range(4)]
PLACES: list[Place | None] = [BATH, TOWN, FORT, EAST, LAND, None]
KINDS = [EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK, EventKind.AIRSTRIKE, EventKind.ATTACK_UNSPECIFIED]


@st.composite
def mention_lists(draw: st.DrawFn) -> list[EventMention]:
    size = draw(st.integers(1, 9))
    return [
        event(
            draw(st.sampled_from(REPORTS)).id,
            10 * n,
            name=f"m{n}",
            kind=draw(st.sampled_from(KINDS)),
            day=draw(st.sampled_from([MONDAY, MONDAY, MONDAY + timedelta(days=1), None])),
            place=draw(st.sampled_from(PLACES)),
            by=draw(st.sampled_from([None, None, POWER, MEMBER])),
            modality=draw(st.sampled_from([Modality.ACTUAL] * 5 + [Modality.DENIED])),
            killed=draw(st.sampled_from([None, (1, 1, 1), (2, 3, None), (0, 0, 0)])),
            apart=draw(st.lists(st.integers(0, size - 1).map("m{}".format), max_size=2)),
        )
        for n in range(size)
    ]


def run(mentions: list[EventMention]) -> Resolution:
    return resolve(mentions, REPORTS, batches={r.id: 1 for r in REPORTS}, knows=KNOWS)


@settings(max_examples=25, deadline=None)
@given(mention_lists(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(mentions: list[EventMention], random: Random) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert run(shuffled) == run(mentions)


@settings(max_examples=25, deadline=None)
@given(mention_lists())
def test_every_affirmed_mention_is_in_exactly_one_incident(mentions: list[EventMention]) -> None:
    told = [m for i in run(mentions).incidents for m in i.mentions]
    assert len(told) == len(set(told))
    assert {m.id for m in mentions if m.modality is Modality.ACTUAL} <= set(told)


@settings(max_examples=25, deadline=None)
@given(mention_lists())
def test_mentions_counted_apart_are_never_joined(mentions: list[EventMention]) -> None:
    home = {m: i.id for i in run(mentions).incidents for m in i.mentions}
    told = {m.id: m for m in mentions}
    for m in mentions:
        for other in m.counted_apart:
            if other != m.id and m.report_id == told[other].report_id and {m.id, other} <= set(home):
                assert home[m.id] != home[other]


@settings(max_examples=25, deadline=None)
@given(mention_lists())
def test_running_again_with_the_ids_of_the_first_run_changes_nothing(mentions: list[EventMention]) -> None:
    first = run(mentions)
    again = resolve(mentions, REPORTS, batches={r.id: 1 for r in REPORTS}, knows=KNOWS, minted=first.minted)
    assert (again.incidents, again.tombstones, again.minted) == (first.incidents, (), ())


@settings(max_examples=25, deadline=None)
@given(mention_lists(), mention_lists())
def test_later_reports_never_make_an_id_vanish(first: list[EventMention], second: list[EventMention]) -> None:
    earlier = run(first)
    added = [m.model_copy(update={"id": f"late-{m.id}", "report_id": f"late-{m.report_id}"}) for m in second]
    late = [r.model_copy(update={"id": f"late-{r.id}"}) for r in REPORTS]
    batches = {r.id: 1 for r in REPORTS} | {r.id: 2 for r in late}
    later = resolve([*first, *added], [*REPORTS, *late], batches=batches, knows=KNOWS, minted=earlier.minted)
    still_known = {i.id for i in later.incidents} | {t.id for t in later.tombstones if t.points_to is not None}
    assert {m.id for m in earlier.minted} <= still_known
