from __future__ import annotations

from benchmarks.sharing import share_field_sets
from tests.resolution.build import TOWN, event


def test_nouns_of_one_make_share_their_set_of_fields_and_say_what_they_said() -> None:
    one, other = event("a", place=TOWN), event("b", place=TOWN)
    said = one.model_dump_json(exclude_unset=True)
    shared: dict[frozenset[str], set[str]] = {}
    share_field_sets(one, shared)
    share_field_sets(other, shared)
    assert one.quote.model_fields_set is other.quote.model_fields_set
    assert one.model_dump_json(exclude_unset=True) == said
