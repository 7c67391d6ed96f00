"""An answer to a question of the review, taken as a decision."""

from __future__ import annotations

from dataclasses import dataclass

from tallystick.deciding import note_decision, take_decision, two_sides
from tallystick.errors import Code, TallystickError
from tallystick.ledger import Ledger
from tallystick.model.decision import Act, Decision
from tallystick.web.review.asking import ACTS
from tallystick.web.review.item import Item, Sort, read_item


@dataclass(frozen=True)
class Answer:
    """What an answer is on, and the versions that were seen; ``left`` and ``right`` are the two sides of a join."""

    item: Item
    seen: str
    other_seen: str | None
    left: str | None
    right: str | None

    @staticmethod
    def read(pick: str) -> Answer:
        """What a form sends back of ``Ask.pick``. Raises TallystickError E801 if it is none."""
        parts = pick.split(" ")
        if len(parts) != 5:
            raise TallystickError(Code.E801, name="pick", value=pick, wanted="an item with its versions")
        key, seen, other_seen, left, right = (None if part == "-" else part for part in parts)
        return Answer(read_item(key or ""), seen or "", other_seen, left, right)


def answer(
    ledger: Ledger,
    act: Act,
    given: Answer,
    *,
    by: str,
    reason: str,
    actor_id: str = "",
    is_one_of_many: bool = False,
) -> Decision:
    """Takes the decision. Deriving the ledger anew is left to the caller, before several at once too
    (``is_one_of_many``).

    Raises:
        TallystickError: E801 if that cannot be answered to it; else as ``take_decision`` does.

    """
    item = given.item
    if act not in ACTS[item.sort]:
        raise TallystickError(Code.E801, name="act", value=act, wanted=f"one of {', '.join(ACTS[item.sort])}")
    take = note_decision if is_one_of_many else take_decision
    is_pair = item.sort is Sort.JOIN and given.left is not None and given.right is not None
    return take(
        ledger,
        act,
        given.left if is_pair and given.left else item.id,
        by=by,
        reason=reason or None,
        seen=given.seen,
        other_seen=given.other_seen,
        sides=two_sides(given.right) if is_pair and given.right else None,
        actor_id=actor_id if item.sort is Sort.NAME and act is Act.SAME else None,
    )
