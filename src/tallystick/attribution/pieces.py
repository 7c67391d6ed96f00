"""Every piece of evidence on who did an incident."""

from __future__ import annotations

from tallystick.attribution.candidates import covers_of
from tallystick.attribution.case import Case
from tallystick.attribution.claim_pieces import from_claim, from_cover
from tallystick.attribution.frame import Frame
from tallystick.attribution.piece import Piece
from tallystick.attribution.word_pieces import from_fact, from_ground, from_word


def pieces_of(case: Case, frame: Frame) -> tuple[Piece, ...]:
    """Claims with the relations behind them, words of others, grounds, reports' own statements, in a fixed order."""
    others = (
        *(piece for claim in case.claimed for piece in from_claim(case, frame, claim)),
        *(piece for cover in covers_of(case) for piece in from_cover(frame, cover)),
        *(from_word(case, frame, one) for one in case.stated if not one.is_fact and frame.holds(one.actor_keys)),
        *(from_ground(case, frame, ground) for ground in case.grounds),
    )
    facts = (one for one in case.stated if one.is_fact)
    return (*others, *(piece for one in facts for piece in from_fact(case, frame, one, others)))
