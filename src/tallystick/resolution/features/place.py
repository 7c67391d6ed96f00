"""Where: the same place, one inside the other, near, or apart."""

from __future__ import annotations

from tallystick.model.place import Place
from tallystick.resolution.features.comparison import Comparison, Level, otherwise
from tallystick.resolution.knows import Knows
from tallystick.resolution.telling import Telling

SPOT_KM = 2.0
NEAR_KM = 10.0
VICINITY_KM = 25.0

_SAME = "place_l = place_r"
_ONE_IS_AREA = "(is_area_l OR is_area_r)"
_INSIDE = "(list_contains(areas_l, place_r) OR list_contains(areas_r, place_l))"
# The precision of the one that contains the other, as a number: 0 for a site to 5 for a country.
_OUTER = "(CASE WHEN list_contains(areas_l, place_r) THEN precision_r ELSE precision_l END)"
_KM = (
    "(2 * 6371.0 * asin(least(1.0, sqrt(power(sin((latitude_r - latitude_l) / 2), 2) "
    "+ cos(latitude_l) * cos(latitude_r) * power(sin((longitude_r - longitude_l) / 2), 2)))))"
)
_RADII = "(radius_l + radius_r)"
# A site near the middle of a town is in the town.
_REACH = "greatest(radius_l, radius_r) * 1.15"
_UNLISTED = "(unlisted_l OR unlisted_r)"
_LIKE_NAME = "len(list_intersect(place_words_l, place_words_r)) >= least(len(place_words_l), len(place_words_r))"
_BOTH_SITES = "precision_l = 0 AND precision_r = 0"


_WORDS = {
    "other country": "{here} and {there} are in different countries",
    "areas apart": "{here} and {there} are {apart} apart",
    "areas that may overlap": "{here} and {there} may overlap",
    "like name": "places of like name: {here}, {there}",
    "other name": "different names of places: {here}, {there}",
    "sites apart": "{here} and {there} are {apart} apart",
    "places apart": "{here} and {there} are {apart} apart",
    "one spot": "{here} and {there} are the same spot",
    "near": "{here} is {apart} from {there}",
    "in the vicinity": "{here} is {apart} from {there}",
}


def _say(level: str, a: Telling, b: Telling, knows: Knows) -> str:
    here, there = a.mention.where, b.mention.where
    if here is None or there is None:
        return "one tells no place"
    if level.startswith("same "):
        return f"{level}: {here.name}"
    if level.startswith("in one "):
        outer, inner = (here, there) if _holds(here, there, knows) else (there, here)
        return f"{inner.name} lies in {outer.name}"
    km = knows.distance_km(here, there)
    apart = "far" if km is None else f"{km:.0f} km"
    return _WORDS[level].format(here=here.name, there=there.name, apart=apart)


def _holds(outer: Place, inner: Place, knows: Knows) -> bool:
    return outer.is_area and knows.contains(outer, inner)


PLACE = Comparison(
    "place",
    untold="(place_l IS NULL OR place_r IS NULL) AND report_l = report_r",
    levels=(
        Level("untold", "place_l IS NULL OR place_r IS NULL", -1.5),
        Level("same unlisted place", f"{_SAME} AND unlisted_l", 4.0),
        Level("same site", f"{_SAME} AND precision_l = 0", 5.0),
        Level("same town", f"{_SAME} AND precision_l = 1", 5.0),
        Level("same district", f"{_SAME} AND precision_l = 2", 3.5),
        Level("same province", f"{_SAME} AND precision_l = 3", 2.0),
        Level("same region", f"{_SAME} AND precision_l = 4", 1.5),
        Level("same country", _SAME, 0.5),
        Level("in one district", f"{_INSIDE} AND {_OUTER} <= 2", 3.0),
        Level("in one province", f"{_INSIDE} AND {_OUTER} = 3", 1.5),
        Level("in one region", f"{_INSIDE} AND {_OUTER} = 4", 1.0),
        Level("in one country", _INSIDE, 0.5),
        Level("other country", "country_l <> country_r", -12.0),
        Level("areas apart", f"{_ONE_IS_AREA} AND {_KM} > {_RADII} + {VICINITY_KM}", -12.0),
        Level("areas that may overlap", _ONE_IS_AREA, 0.0),
        Level("like name", f"{_LIKE_NAME} AND ({_UNLISTED} OR {_KM} IS NULL)", 3.5),
        Level("other name", f"{_UNLISTED} OR {_KM} IS NULL", -3.0),
        Level("sites apart", f"{_BOTH_SITES} AND {_KM} > {SPOT_KM}", -12.0),
        Level("places apart", f"{_KM} > {VICINITY_KM}", -12.0),
        Level("one spot", f"{_KM} <= {SPOT_KM} OR (precision_l <> precision_r AND {_KM} <= {_REACH})", 4.0),
        Level("near", f"{_KM} <= {NEAR_KM}", 2.5),
    ),
    otherwise=otherwise("in the vicinity", 0.0),
    say=_say,
)
