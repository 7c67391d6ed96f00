"""MUC-4 templates as their public cut has them: an incident type and five roles filled with strings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from tallystick.evaluation.ceaf import Entity, as_entity, merge_entities
from tallystick.evaluation.json_lines import load_lines


class MucRole(StrEnum):
    """The five roles, by the names of the data."""

    PERP_IND = "PerpInd"
    PERP_ORG = "PerpOrg"
    TARGET = "Target"
    VICTIM = "Victim"
    WEAPON = "Weapon"


@dataclass(frozen=True)
class MucTemplate:
    """One incident. ``incident_type`` may name two types ("bombing / attack") in gold: either is right."""

    incident_type: str
    fillers: Mapping[MucRole, tuple[Entity, ...]]

    def of(self, role: MucRole) -> tuple[Entity, ...]:
        """The fillers of a role."""
        return self.fillers.get(role, ())


@dataclass(frozen=True)
class MucDocument:
    """A report and its gold templates."""

    name: str
    text: str
    templates: tuple[MucTemplate, ...]


def load_muc(path: Path) -> tuple[MucDocument, ...]:
    """The documents of a JSON lines file with ``docid``, ``doctext`` and ``templates``.

    Templates that are alike in every slot are one, as GTT's ``eval.py`` has it.

    Raises:
        TallystickError: E102 if the file cannot be read, E601 if it is laid out otherwise.

    """
    return load_lines(path, _document, form="muc4")


def fillers_of_document(templates: Sequence[MucTemplate], role: MucRole) -> list[Entity]:
    """The fillers of a role over all templates of a document, each once."""
    return merge_entities([entity for template in templates for entity in template.of(role)])


def _document(entry: Mapping[str, Any]) -> MucDocument:
    templates = [_template(t) for t in entry["templates"]]
    distinct = [t for i, t in enumerate(templates) if t not in templates[:i]]
    return MucDocument(str(entry["docid"]), str(entry["doctext"]), tuple(distinct))


def _template(entry: Mapping[str, Any]) -> MucTemplate:
    fillers = {
        role: tuple(as_entity([mention[0] for mention in entity]) for entity in entry[role.value] if entity)
        for role in MucRole
    }
    return MucTemplate(str(entry["incident_type"]), fillers)
