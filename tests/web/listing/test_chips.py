from __future__ import annotations

from datetime import date

from tallystick.ledger import Ledger
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.catalogue.finding import Found
from tallystick.web.filters import Filter
from tallystick.web.listing.chips import chips_of, ways_out

NARROW = Filter(
    chosen={"country": ("IQ", "SY"), "event_type": ("suicide_bombing",)},
    since=date(2023, 10, 17),
    until=date(2023, 11, 7),
    query="drone",
    background="no",
)


def test_each_piece_of_a_filter_has_a_chip_and_all_taken_away_leave_nothing(ledger: Ledger) -> None:
    moment = Catalogue(ledger).now()
    wanted, taken = NARROW, []
    while chips := list(chips_of(wanted, moment)):
        taken.append(chips[0].title)
        wanted = chips[0].without
    assert wanted.is_empty
    assert taken == ["Search", "From", "To", "Told as history", "What happened", "Country", "Country"]


def test_where_nothing_fits_the_piece_in_the_way_is_named_with_what_it_hides(ledger: Ledger) -> None:
    moment = Catalogue(ledger).now()
    wanted = Filter(chosen={"country": ("IQ",), "event_type": ("no_such_kind",)})
    assert Found(moment, wanted).number == 0
    (chip, number), *others = ways_out(moment, list(chips_of(wanted, moment)))
    assert (chip.title, number) == ("What happened", len(ledger.incidents(country=["IQ"])))
    assert not others
