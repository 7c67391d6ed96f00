from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.codebook import is_compatible_kind, is_same_family, looser_kinds, more_specific_kind
from tallystick.model.terms import EventKind

kinds = st.sampled_from(EventKind)


@pytest.mark.parametrize("kind", EventKind)
def test_an_attack_of_unknown_manner_fits_every_kind(kind: EventKind) -> None:
    assert is_compatible_kind(EventKind.ATTACK_UNSPECIFIED, kind)


@pytest.mark.parametrize(
    ("looser", "closer"),
    [
        (EventKind.SHELLING, EventKind.ROCKET_ATTACK),
        (EventKind.AIRSTRIKE, EventKind.DRONE_ATTACK),
        (EventKind.BOMBING, EventKind.SUICIDE_BOMBING),
        (EventKind.DRONE_ATTACK, EventKind.ASSASSINATION),
    ],
)
def test_the_more_specific_of_two_kinds_is_chosen(looser: EventKind, closer: EventKind) -> None:
    assert more_specific_kind(looser, closer) == more_specific_kind(closer, looser) == closer


def test_a_drone_attack_is_no_rocket_attack() -> None:
    assert not is_compatible_kind(EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK)
    assert is_same_family(EventKind.DRONE_ATTACK, EventKind.ROCKET_ATTACK)


def test_an_abduction_is_far_from_a_rocket_attack() -> None:
    assert not is_compatible_kind(EventKind.ABDUCTION, EventKind.ROCKET_ATTACK)
    assert not is_same_family(EventKind.ABDUCTION, EventKind.ROCKET_ATTACK)


@given(kinds, kinds)
def test_compatibility_goes_both_ways(a: EventKind, b: EventKind) -> None:
    assert is_compatible_kind(a, b) == is_compatible_kind(b, a)


def test_no_kind_stands_above_itself() -> None:
    assert not [kind for kind in EventKind if kind in looser_kinds(kind)]


def test_of_two_compatible_kinds_one_is_chosen_in_either_order() -> None:
    for a, b in product(EventKind, EventKind):
        if is_compatible_kind(a, b):
            assert more_specific_kind(a, b) == more_specific_kind(b, a)
