import inspect
from enum import StrEnum

import pytest

from tallystick.codebook import entry, load_codebook, load_sources
from tallystick.model import terms
from tallystick.model.terms import DatePrecision, EventKind, Likelihood, PlacePrecision

LISTS = {
    name: term
    for name, term in vars(terms).items()
    if inspect.isclass(term) and issubclass(term, StrEnum) and term is not StrEnum
}


def test_every_list_of_terms_is_in_the_codebook_and_no_other() -> None:
    assert set(load_codebook()) == set(LISTS)


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_term_has_an_entry_and_every_entry_a_term(name: str) -> None:
    assert set(load_codebook()[name]) == {member.value for member in LISTS[name]}


def test_a_term_is_looked_up_by_its_member() -> None:
    assert entry(EventKind.DRONE_ATTACK).label == "Drone attack"


def test_a_term_outside_the_codebook_is_a_key_error() -> None:
    class Colour(StrEnum):
        RED = "red"

    with pytest.raises(KeyError):
        entry(Colour.RED)


def test_likelihoods_follow_one_another_without_gap_or_overlap() -> None:
    bounds = [(entry(word).low, entry(word).high) for word in Likelihood]
    assert [high for _, high in bounds[:-1]] == [low for low, _ in bounds[1:]]


def test_every_column_mapped_to_has_its_source_named() -> None:
    columns = {column for terms_of in load_codebook().values() for e in terms_of.values() for column in e.maps}
    assert {column.split()[0] for column in columns} == set(load_sources())


@pytest.mark.parametrize(
    ("term", "column", "value"),
    [
        (EventKind.DRONE_ATTACK, "ACLED sub_event_type", "Air/drone strike"),
        (EventKind.SUICIDE_BOMBING, "ACLED sub_event_type", "Suicide bomb"),
        (EventKind.ARMED_CLASH, "ACLED event_type", "Battles"),
        (DatePrecision.WEEK, "ACLED time_precision", "2"),
        (DatePrecision.MONTH, "UCDP date_prec", "4"),
        (PlacePrecision.PROVINCE, "UCDP where_prec", "4"),
        (PlacePrecision.COUNTRY, "UCDP where_prec", "6"),
    ],
)
def test_terms_map_to_other_codebooks(term: StrEnum, column: str, value: str) -> None:
    assert entry(term).maps[column] == value


def test_a_country_has_no_precision_in_acled() -> None:
    assert "ACLED geo_precision" not in entry(PlacePrecision.COUNTRY).maps
