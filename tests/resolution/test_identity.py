from datetime import timedelta

from tallystick.model.decision import Act
from tallystick.model.incident import MintedId
from tallystick.model.mention import EventMention
from tallystick.resolution.resolve import Resolution, resolve
from tests.resolution.build import BATH, FORT, KNOWS, MONDAY, POWER, event, quote, report
from tests.resolution.test_constraints import decision

LATE = MONDAY + timedelta(days=5)
REPORTS = [report("a"), report("b", published=LATE), report("c", published=MONDAY)]
FIRST, SECOND, THIRD = {"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 2, "c": 2}, {"a": 2, "b": 1, "c": 1}


def run(*mentions: EventMention, batches: dict[str, int] = FIRST, minted: tuple[MintedId, ...] = ()) -> Resolution:
    return resolve(mentions, REPORTS, batches=batches, knows=KNOWS, minted=minted)


def test_an_id_tells_the_words_that_it_was_minted_from() -> None:
    (minted,) = run(event("a", 7)).minted
    assert (minted.anchor, minted.ordinal, minted.batch) == (quote("a", 7), 0, 1)
    assert minted.id == run(event("a", 7)).incidents[0].id
    assert len(minted.id) == len("inc-") + 12


def test_within_one_batch_the_report_published_first_gives_the_id() -> None:
    assert run(event("a"), event("c")).minted[0].anchor.report_id == "c"


def test_a_later_report_does_not_rename_an_incident() -> None:
    before = run(event("a"))
    after = run(event("a"), event("c"), batches=SECOND, minted=before.minted)
    assert [i.id for i in after.incidents] == [i.id for i in before.incidents]
    assert (after.minted, after.tombstones) == ((), ())


def test_of_two_ids_that_become_one_incident_the_later_points_to_the_earlier() -> None:
    early, late = run(event("a")).minted, run(event("b"), batches=SECOND).minted
    after = run(event("a"), event("b"), batches=SECOND, minted=late + early)
    assert [i.id for i in after.incidents] == [early[0].id]
    assert [(t.id, t.points_to) for t in after.tombstones] == [(late[0].id, early[0].id)]


def test_an_id_whose_words_are_no_longer_read_gets_a_tombstone_that_says_so() -> None:
    before = run(event("a", words="assault"))
    (stone,) = run(minted=before.minted).tombstones
    assert stone.points_to is None
    assert "assault" in stone.why


def test_a_newer_reader_that_moves_the_trigger_a_little_keeps_the_id() -> None:
    before = run(event("a", 10, words="drone attack"))
    after = run(event("a", 16, words="attack"), minted=before.minted)
    assert [i.id for i in after.incidents] == [i.id for i in before.incidents]


def test_events_that_share_their_words_get_ids_of_their_own_in_order_of_place() -> None:
    here = event("a", 10, name="m2", place=BATH)
    there = event("a", 10, name="m1", place=FORT)
    there = there.model_copy(
        update={"where": there.where and there.where.model_copy(update={"quote": quote("a", 900)})}
    )
    found = run(here, there)
    assert len({i.id for i in found.incidents}) == 2
    assert {m.ordinal for m in found.minted} == {0, 1}
    by_place = {i.place.id: i.id for i in found.incidents if i.place}
    assert by_place[FORT.id] == next(m.id for m in found.minted if m.ordinal == 0)


def test_an_incident_split_by_a_person_gives_the_id_to_the_part_with_the_anchor() -> None:
    mentions = (event("a", by=POWER), event("b", by=POWER))
    before = run(*mentions)
    split = decision(1, Act.SPLIT, [quote("a", 0), quote("b", 0)], [quote("b", 0)])
    after = resolve(mentions, REPORTS, batches=FIRST, knows=KNOWS, minted=before.minted, decisions=[split])
    kept = next(i for i in after.incidents if i.id == before.incidents[0].id)
    assert kept.mentions == (mentions[0].id,)
    assert [m.anchor.report_id for m in after.minted] == ["b"]
