from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.knowledge.gazetteer import load_gazetteer
from tallystick.knowledge.sites import SITES, Site, load_sites
from tallystick.model.terms import PlacePrecision


def test_every_row_cites_its_source() -> None:
    assert all(site.citation.startswith("http") for site in load_sites())


def test_ids_are_given_once() -> None:
    lines = [line for path in SITES.glob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()]
    ids = Counter(line.split('"')[1] for line in lines if line.startswith("- {id:"))
    assert [site_id for site_id, times in ids.items() if times > 1] == []


def test_sites_lie_in_their_country() -> None:
    gazetteer = load_gazetteer()
    astray = []
    for site in load_sites():
        country = gazetteer.country(site.country) if site.country else None
        distance = gazetteer.distance_km(country, site.place) if country else None
        if country and distance is not None and distance > 100 + country.radius_km * 2.4:
            astray.append(site.id)
    assert astray == []


def test_a_row_without_precision_is_a_site() -> None:
    row = Site(id="site:x", name="X", latitude=1, longitude=2, kind="base", citation="https://example.org")
    assert row.place.precision is PlacePrecision.SITE


def test_a_region_in_one_country_has_that_country() -> None:
    row = Site(
        id="region:x", name="X", countries=("ML",), latitude=1, longitude=2, radius_km=9, citation="https://example.org"
    )
    assert (row.place.country, row.place.precision, row.place.radius_km) == ("ML", PlacePrecision.REGION, 9)


@pytest.mark.parametrize("text", ["- {id: nonsense}", "a: [", "just words"])
def test_a_bad_file_is_named_in_the_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(TallystickError, match=r"bad\.yaml"):
        load_sites(tmp_path)
