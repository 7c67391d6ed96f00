"""Of relations that several say, only the best counts: without any other, the evidence comes to the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tallystick.attribution.frame import Frame
from tallystick.attribution.piece import Piece
from tallystick.attribution.weighing import judge, weigh, weighty_of
from tallystick.model.attribution import Evidence
from tallystick.model.terms import Bearing, EvidenceKind

FRAME = Frame(parties=(frozenset({"brand"}), frozenset({"one"}), frozenset({"other"})))
BRAND, ONE, OTHER = 1, 2, 4


def piece(kind: EvidenceKind, points_to: int, strength: float, number: int, *, name: bool = False) -> Piece:
    relates = kind is EvidenceKind.RELATION
    return Piece(
        points_to=points_to,
        told=Evidence(kind=kind, bears=Bearing.FOR, text="told", strength=strength, discount=0.9, discount_why=""),
        voice=f"voice {number}",
        group=f"group {number % 2}",
        origins=frozenset({f"outlet {number}"}),
        behind="brand" if relates else None,
        name="brand" if name else None,
        own=BRAND if name or relates else 0,
    )


STRENGTHS = st.sampled_from((0.3, 0.5, 0.7))
RELATIONS = st.tuples(st.just(EvidenceKind.RELATION), st.sampled_from((ONE, OTHER)), STRENGTHS, st.just(False))
CLAIMS = st.tuples(st.just(EvidenceKind.BRAND_CLAIM), st.just(BRAND | ONE | OTHER), STRENGTHS, st.just(True))
STATED = st.tuples(st.just(EvidenceKind.AUTHORITY), st.sampled_from((ONE, OTHER)), STRENGTHS, st.just(False))


@given(st.lists(st.one_of(RELATIONS, RELATIONS, CLAIMS, STATED), max_size=9))
def test_what_others_say_as_well_can_be_left_out(drawn: list[tuple[EvidenceKind, int, float, bool]]) -> None:
    pieces = [
        piece(kind, points_to, strength, number, name=name)
        for number, (kind, points_to, strength, name) in enumerate(drawn)
    ]
    whole = weigh(FRAME, pieces)
    for number in {*range(len(pieces))} - {*weighty_of(pieces)}:
        rest = [each for n, each in enumerate(pieces) if n != number]
        for answer in (BRAND, ONE, OTHER):
            assert judge(weigh(FRAME, rest), rest, answer) == judge(whole, pieces, answer)


def test_of_relations_that_say_the_same_the_one_best_is_weighty() -> None:
    said = [piece(EvidenceKind.RELATION, ONE, strength, n) for n, strength in enumerate((0.3, 0.7, 0.5))]
    assert weighty_of(said) == [1]
    assert weighty_of([*said, piece(EvidenceKind.RELATION, ONE, 0.7, 3)]) == []
