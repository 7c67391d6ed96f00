"""The word lists as they are written down."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
import yaml

LISTS = sorted(f.name for f in resources.files("tallystick.reading.lexicon").iterdir() if f.name.endswith(".yaml"))


def _keys_twice(node: yaml.Node | None) -> list[str]:
    if not isinstance(node, yaml.MappingNode):
        return []
    counted = Counter(key.value for key, _ in node.value)
    inside = [twice for _, value in node.value for twice in _keys_twice(value)]
    return [*inside, *(key for key, times in counted.items() if times > 1)]


@pytest.mark.parametrize("name", LISTS)
def test_no_list_is_given_twice(name: str) -> None:
    text = resources.files("tallystick.reading.lexicon").joinpath(name).read_text(encoding="utf-8")
    assert _keys_twice(yaml.compose(text)) == []
