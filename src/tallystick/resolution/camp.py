"""Whether an actor is of the forces of a state or of those that fight one, where that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntFlag
from functools import cache
from importlib.resources import files

import yaml

from tallystick.model.actor import ActorRef
from tallystick.resolution.knows import Knows

_WORD = re.compile(r"[\w-]+")


class Camp(IntFlag):
    """The sides of an internal war. Zero: not told."""

    STATE = 1
    ARMED_GROUP = 2


def camp_of(actor: ActorRef, knows: Knows) -> Camp:
    """The camp of a known actor by its type, of another by the words that it is called by; zero where these tell of
    neither or of both."""
    words, types = _load()
    if actor.id is not None and (known := knows.type_of(actor.id)) is not None:
        return types.get(known.value, Camp(0))
    found = {words[word] for word in _WORD.findall(actor.name.casefold()) if word in words}
    return found.pop() if len(found) == 1 else Camp(0)


def camps_of(actors: Iterable[ActorRef], knows: Knows) -> Camp:
    """The camps of all the actors together; zero if the camp of one is not told."""
    camps = [camp_of(actor, knows) for actor in actors]
    together = Camp(0)
    for camp in camps:
        together |= camp
    return together if all(camps) else Camp(0)


@cache
def _load() -> tuple[dict[str, Camp], dict[str, Camp]]:
    """Words and types of actors with their camps."""
    told = yaml.safe_load((files(__package__) / "camps.yaml").read_text(encoding="utf-8"))
    return _by_name(told["words"]), _by_name(told["types"])


def _by_name(camps: Mapping[str, Sequence[str]]) -> dict[str, Camp]:
    return {name: Camp[camp.upper()] for camp, names in camps.items() for name in names}
