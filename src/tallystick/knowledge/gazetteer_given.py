"""What our own list says of names, countries and towns for the packaged gazetteer."""

from __future__ import annotations

import yaml

from tallystick.knowledge.gazetteer_store import DATABASE

NAMES = yaml.safe_load(DATABASE.with_name("names.yaml").read_text(encoding="utf-8"))
EVERY_TOWN = frozenset(NAMES["every_town"])
SMALL_TOWNS = frozenset(NAMES["small_towns"])
