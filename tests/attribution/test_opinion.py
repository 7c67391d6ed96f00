"""The laws of subjective logic that the calculus must keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.attribution.opinion import Opinion, discount, fuse_average, fuse_cumulative

VALUES = 4
EVERYTHING = (1 << VALUES) - 1
near = pytest.approx


@st.composite
def bases(draw: st.DrawFn) -> tuple[float, ...]:
    weights = [draw(st.floats(0.05, 1)) for _ in range(VALUES)]
    return tuple(weight / sum(weights) for weight in weights)


@st.composite
def opinions(draw: st.DrawFn, base: tuple[float, ...] | None = None) -> Opinion:
    sets = draw(st.lists(st.integers(1, EVERYTHING), max_size=4, unique=True))
    weights = [draw(st.floats(0, 1)) for _ in sets]
    left = draw(st.floats(0.05, 1))
    whole = sum(weights) + left
    masses = {values: weight / whole for values, weight in zip(sets, weights, strict=True)}
    return Opinion(base or draw(bases()), masses)


@st.composite
def several(draw: st.DrawFn, number: int = 3) -> list[Opinion]:
    base = draw(bases())
    return [draw(opinions(base)) for _ in range(number)]


def same(one: Opinion, other: Opinion) -> bool:
    sets = {*one.masses, *other.masses}
    return one.uncertainty == near(other.uncertainty, abs=1e-9) and all(
        one.masses.get(s, 0.0) == near(other.masses.get(s, 0.0), abs=1e-9) for s in sets
    )


@given(opinions())
def test_belief_and_uncertainty_add_up_to_one(one: Opinion) -> None:
    assert sum(one.masses.values()) + one.uncertainty == near(1)


@given(opinions())
def test_projected_probabilities_add_up_to_one(one: Opinion) -> None:
    assert sum(one.project(1 << n) for n in range(VALUES)) == near(1)
    assert one.project(EVERYTHING) == near(1)


@given(opinions(), st.integers(1, EVERYTHING - 1))
def test_a_set_and_all_others_share_the_probability(one: Opinion, values: int) -> None:
    assert one.project(values) + one.project(EVERYTHING & ~values) == near(1)


@given(opinions(), st.integers(1, EVERYTHING))
def test_a_coarsened_opinion_is_one_and_keeps_the_probability(one: Opinion, values: int) -> None:
    found = one.coarsen(values)
    assert found.belief + found.disbelief + found.uncertainty == near(1)
    assert found.belief + found.base_rate * found.uncertainty == near(one.project(values), abs=1e-9)


def test_nothing_known_leaves_the_base_rates() -> None:
    assert Opinion((0.2, 0.3, 0.5)).project(0b101) == near(0.7)


@given(several(2))
def test_fusion_is_commutative(pair: list[Opinion]) -> None:
    assert same(fuse_cumulative(pair), fuse_cumulative(pair[::-1]))
    assert same(fuse_average(pair), fuse_average(pair[::-1]))


@given(several(3))
def test_cumulative_fusion_is_associative(three: list[Opinion]) -> None:
    a, b, c = three
    assert same(fuse_cumulative([fuse_cumulative([a, b]), c]), fuse_cumulative(three))


@given(opinions())
def test_a_vacuous_opinion_is_neutral_in_cumulative_fusion(one: Opinion) -> None:
    assert same(fuse_cumulative([one, Opinion(one.base)]), one)


@given(opinions(), st.integers(1, 4))
def test_averaging_fusion_is_idempotent(one: Opinion, times: int) -> None:
    assert same(fuse_average([one] * times), one)


@given(several(2))
def test_fusion_of_two_is_as_published(pair: list[Opinion]) -> None:
    one, other = pair
    u, v = one.uncertainty, other.uncertainty
    together, mean = fuse_cumulative(pair), fuse_average(pair)
    assert together.uncertainty == near(u * v / (u + v - u * v))
    assert mean.uncertainty == near(2 * u * v / (u + v))
    for values in {*one.masses, *other.masses}:
        shared = one.masses.get(values, 0.0) * v + other.masses.get(values, 0.0) * u
        assert together.masses.get(values, 0.0) == near(shared / (u + v - u * v), abs=1e-9)
        assert mean.masses.get(values, 0.0) == near(shared / (u + v), abs=1e-9)


@given(opinions(), st.integers(1, EVERYTHING), st.floats(0, 0.95))
def test_more_agreeing_evidence_never_makes_an_answer_less_probable(one: Opinion, values: int, mass: float) -> None:
    more = fuse_cumulative([one, Opinion(one.base, {values: mass})])
    assert more.project(values) >= one.project(values) - 1e-9
    assert more.uncertainty <= one.uncertainty + 1e-9


@given(opinions(), st.floats(0, 1))
def test_trust_discounting_moves_belief_to_uncertainty(one: Opinion, trust: float) -> None:
    found = discount(one, trust)
    assert 1 - found.uncertainty == near(trust * (1 - one.uncertainty), abs=1e-9)


@given(opinions())
def test_full_trust_changes_nothing_and_none_leaves_nothing(one: Opinion) -> None:
    assert same(discount(one, 1), one)
    assert discount(one, 0).uncertainty == near(1)


@pytest.mark.parametrize("masses", [{0b01: 1.0}, {0b01: -0.1}, {0: 0.2}, {0b100: 0.2}])
def test_what_is_no_opinion_is_refused(masses: dict[int, float]) -> None:
    with pytest.raises(ValueError, match="belief mass"):
        Opinion((0.5, 0.5), masses)


@pytest.mark.parametrize("base", [(0.5, 0.4), (1.0, 0.0)])
def test_base_rates_add_up_and_leave_nobody_out(base: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="base rates"):
        Opinion(base)


def test_fusing_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no opinion"):
        fuse_cumulative([])
