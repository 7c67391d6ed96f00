"""What the user set for the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tallystick.errors import Code, TallystickError
from tallystick.sources.adapters import adapters

Options = Mapping[str, Mapping[str, str]]
"""The values by format and option."""
NO_OPTIONS: Options = MappingProxyType({})


def options_from(given: Sequence[str]) -> Options:
    """The options in ``FORMAT.NAME=VALUE``; a later value of one goes before an earlier.

    Raises:
        TallystickError: E142 if one is written otherwise, or no format has such an option.

    """
    known = {f"{adapter.name}.{option.name}": adapter.name for adapter in adapters() for option in adapter.options}
    options: dict[str, dict[str, str]] = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or name not in known:
            raise TallystickError(Code.E142, value=each, names=", ".join(sorted(known)))
        options.setdefault(known[name], {})[name.partition(".")[2]] = value
    return options
