"""WikiEvents: twenty long reports, mostly on bombings, with triggers, arguments and coreference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.labelled import Filler, Labelled, Trigger

_GROUP_BY_PREFIX = {
    "Conflict.Attack.DetonateExplode": "explosion",
    "Conflict.Attack": "attack_unspecified",
    "Conflict.Demonstrate.DemonstrateWithViolence": "harm",
    "Life.Die": "harm",
    "Life.Injure": "harm",
    "ArtifactExistence.DamageDestroyDisableDismantle": "harm",
}
_DOER = {"Attacker", "Killer", "Perpetrator", "Injurer"}
_WEAPON = {"ExplosiveDevice", "Instrument"}
_THINGS = {"FAC", "VEH", "GPE", "LOC"}


def read_wikievents(path: Path) -> Iterator[Labelled]:
    """The documents of ``dev.jsonl``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield _document(json.loads(line))


def _document(entry: Mapping[str, Any]) -> Labelled:
    spans: list[tuple[int, int]] = []
    base = 0
    for tokens, sentence in entry["sentences"]:
        at = entry["text"].index(sentence, base)
        shift = at - tokens[0][1]
        spans += [(start + shift, end + shift) for _, start, end in tokens]
        base = at + len(sentence)

    def span(start: int, end: int) -> tuple[int, int]:
        return spans[start][0], spans[end - 1][1]

    entities = {e["id"]: e for e in entry["entity_mentions"]}
    triggers, roles = [], {}
    for event in entry["event_mentions"]:
        group = next((g for prefix, g in _GROUP_BY_PREFIX.items() if event["event_type"].startswith(prefix)), None)
        if group is None:
            continue
        trigger = event["trigger"]
        triggers.append(Trigger(*span(trigger["start"], trigger["end"]), group, "actual"))
        for argument in event["arguments"]:
            entity = entities[argument["entity_id"]]
            role = _role(argument["role"], entity["entity_type"])
            if role:
                roles[span(entity["start"], entity["end"])] = role
    return Labelled(
        id=entry["doc_id"],
        corpus="wikievents",
        text=entry["text"],
        roles=tuple(Filler(*where, role) for where, role in sorted(roles.items())),
        triggers=tuple(sorted(triggers)),
        relevant=True,
        role_weight=0.5,
    )


def _role(role: str, entity_type: str) -> str | None:
    if role in _DOER:
        return "perpetrator_organisation" if entity_type in {"ORG", "GPE"} else "perpetrator_individual"
    if role in _WEAPON:
        return "weapon"
    if role == "Victim" and entity_type == "PER":
        return "victim"
    if role == "Target":
        return "target" if entity_type in _THINGS else "victim"
    return None
