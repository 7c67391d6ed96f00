"""Taking a decision at the command line: taken, said, and what follows from it derived."""

from __future__ import annotations

from typing import Unpack

from tallystick.cli.terminal import errors
from tallystick.deciding import Told, take_decision
from tallystick.derivation.judged import how_decisions_stand
from tallystick.ledger import Ledger, open_ledger
from tallystick.model.change_words import subject_in_words
from tallystick.model.decision import Act, Decision
from tallystick.pipeline import bring_up_to_date
from tallystick.resolution.standing import State


def decide(ledger: str, act: Act, id_: str, **told: Unpack[Told]) -> None:
    """Takes a decision as ``take_decision`` does, says so, and derives the ledger anew. Raises as that does."""
    with open_ledger(ledger, create=False) as opened:
        made = take_decision(opened, act, id_, **told)
        say(made)
        bring_up_to_date(opened)
        tell_lost(opened, made)


def say(decision: Decision) -> None:
    """Tells that a decision was taken, and how to take it back."""
    errors.print(
        f"Decision {decision.id}: {decision.act.value} {subject_in_words(decision)}. "
        f"Take it back with: tallystick review undo {decision.id}",
        markup=False,
    )


def tell_lost(opened: Ledger, taken: Decision | None = None) -> None:
    """Tells, in a line each, which decisions the one just taken overrules, and how many no longer find their words."""
    standing = how_decisions_stand(opened)
    for number, how in standing.items():
        if taken is not None and how.by == taken.id and how.state is not State.UNDONE:
            part = " in part" if how.state is State.OVERRULED_IN_PART else ""
            errors.print(f"It overrules decision {number}{part}.", markup=False)
    lost = sum(how.state is State.WITHOUT_ITS_WORDS for how in standing.values())
    if lost:
        which = "1 decision no longer finds its words" if lost == 1 else f"{lost} decisions no longer find their words"
        errors.print(f"{which}; see: tallystick review journal", markup=False)
