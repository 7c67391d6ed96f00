from collections.abc import Sequence

from tallystick.model.decision import Act, Decision
from tallystick.resolution.resolve import resolve
from tallystick.resolution.standing import Standing, State, standing_of
from tests.resolution.build import FORT, KNOWS, event, quote, reports_of
from tests.resolution.test_constraints import decision

A, B = quote("a", 0), quote("b", 0)
MENTIONS = [event("a", name="m1"), event("b", name="m2", place=FORT)]


def standing(*journal: Decision) -> list[tuple[State, int | None]]:
    reports = reports_of(MENTIONS)
    found = resolve(MENTIONS, reports, batches={r.id: 1 for r in reports}, knows=KNOWS)
    how = standing_of(journal, found.incidents, MENTIONS)
    return [(how[entry.id].state, how[entry.id].by) for entry in journal]


def undo(number: int, undoes: int) -> Decision:
    return decision(number, Act.UNDO, []).model_copy(update={"undoes": undoes})


def test_an_entry_holds_until_it_is_undone() -> None:
    assert standing(decision(1, Act.REJECT, [A])) == [(State.HOLDS, None)]
    assert standing(decision(1, Act.REJECT, [A]), undo(2, 1)) == [(State.UNDONE, 2), (State.HOLDS, None)]
    again = standing(decision(1, Act.REJECT, [A]), undo(2, 1), undo(3, 2))
    assert again == [(State.HOLDS, None), (State.UNDONE, 3), (State.HOLDS, None)]


def test_an_entry_whose_words_are_gone_is_shown_as_such() -> None:
    gone = quote("gone", 0)
    journal = [decision(1, Act.ACCEPT, [gone]), decision(2, Act.SAME, [A], [gone])]
    assert standing(*journal) == [(State.WITHOUT_ITS_WORDS, None)] * 2


def test_a_later_verdict_overrules_an_earlier_one() -> None:
    journal = [decision(1, Act.ACCEPT, [A]), decision(2, Act.REJECT, [A]), decision(3, Act.REJECT, [B])]
    assert standing(*journal) == [(State.OVERRULED, 2), (State.HOLDS, None), (State.HOLDS, None)]


def test_a_later_value_overrules_an_earlier_one_for_the_same_field() -> None:
    def edit(number: int, field: str) -> Decision:
        return decision(number, Act.EDIT, [A], field=field, value="null")

    assert standing(edit(1, "target"), edit(2, "killed"), edit(3, "target")) == [
        (State.OVERRULED, 3),
        (State.HOLDS, None),
        (State.HOLDS, None),
    ]


def test_a_later_different_overrules_a_same() -> None:
    def states(journal: Sequence[Decision]) -> list[tuple[State, int | None]]:
        return standing(*journal)

    journal = [decision(1, Act.SAME, [A], [B]), decision(2, Act.DIFFERENT, [A], [B])]
    assert states(journal) == [(State.OVERRULED, 2), (State.HOLDS, None)]


def test_it_is_told_in_words() -> None:
    assert str(Standing(State.UNDONE, 3)) == "undone by 3"
    assert str(Standing(State.WITHOUT_ITS_WORDS)) == "without its words"
