from __future__ import annotations

from tallystick.knowledge.pack import packaged_packs
from tallystick.knowledge.sites import Site, load_sites
from tallystick.model.terms import PlacePrecision


def test_every_row_cites_its_source() -> None:
    assert all(site.citation.startswith("http") for site in load_sites(*packaged_packs()))


def test_a_row_without_precision_is_a_site() -> None:
    row = Site(id="site:x", name="X", latitude=1, longitude=2, kind="base", citation="https://example.org")
    assert row.place.precision is PlacePrecision.SITE


def test_a_region_in_one_country_has_that_country() -> None:
    row = Site(
        id="region:x", name="X", countries=("ML",), latitude=1, longitude=2, radius_km=9, citation="https://example.org"
    )
    assert (row.place.country, row.place.precision, row.place.radius_km) == ("ML", PlacePrecision.REGION, 9)
