"""The keys of the review, and what each does to the item at hand."""

from __future__ import annotations

from tallystick.model.decision import Act
from tallystick.web.review.asking import Ask
from tallystick.web.review.item import Sort

_ACTS = {
    Sort.INCIDENT: {Act.ACCEPT: "it stands as told", Act.REJECT: "out of account"},
    Sort.JOIN: {Act.SAME: "both tell one incident", Act.DIFFERENT: "they tell two"},
    Sort.MENTION: {Act.ACCEPT: "it tells this event", Act.REJECT: "it tells no event"},
    Sort.RELATION: {Act.ACCEPT: "it holds", Act.REJECT: "it does not"},
    Sort.NAME: {
        Act.SAME: "a name of the actor chosen",
        Act.ACCEPT: "somebody nobody knows yet",
        Act.REJECT: "no actor at all",
    },
}
_ALWAYS = (
    ("u", "unsure: it is not asked again"),
    ("z", "undo what was just decided"),
    ("j", "skip"),
    ("k", "back"),
    ("x", "mark for a batch"),
    ("b", "decide on the marked"),
    ("/", "give a reason"),
    ("?", "show the keys"),
)


def keys_for(question: Ask) -> list[tuple[str, str]]:
    """Each key with what it does, those that decide first."""
    acts = [(act.value[0], f"{act.value}: {words}") for act, words in _ACTS[question.item.sort].items()]
    edit = [("e", "open it, and set its fields")] if question.item.sort is Sort.INCIDENT else []
    find = [("f", "find another actor by name")] if question.item.sort is Sort.NAME else []
    return [*acts, *edit, *find, *_ALWAYS]
