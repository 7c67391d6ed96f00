"""On what a report says that an attribution rests."""

from __future__ import annotations

import pytest

from tallystick.model.mention import EventMention, Ground
from tallystick.model.terms import GroundKind
from tests.reading.tellings import Read, of_type

_ATTACK = "A roadside bomb killed two soldiers near Kirkuk on Sunday. "


def grounds(read: Read, words: str) -> list[Ground]:
    return [g for m in of_type(read(_ATTACK + words), EventMention) for g in m.grounds]


@pytest.mark.parametrize(
    ("words", "kind", "actor"),
    [
        ("Three detainees told interrogators that Kataib Hezbollah paid them.", GroundKind.CONFESSION, "kataib-hezbollah"),
        ("An arrested man admitted that Hamas had sent him, police said.", GroundKind.CONFESSION, "hamas"),
        ("Shrapnel from the bomb was traced to Iran, the army said.", GroundKind.PHYSICAL_EVIDENCE, "ir"),
        ("Splinters of an Iranian-made charge were found, and wreckage matched Iranian stocks.", GroundKind.PHYSICAL_EVIDENCE, "ir"),
        ("Intelligence suggests that Hamas planted it, an official said.", GroundKind.INTELLIGENCE, "hamas"),
        ("Intercepted messages linked the bombers to Hamas.", GroundKind.INTELLIGENCE, "hamas"),
        ("Only Kataib Hezbollah possesses bombs of this sort, he said.", GroundKind.CAPABILITY, "kataib-hezbollah"),
        ("The bombing bears the hallmarks of Hamas.", GroundKind.PATTERN, "hamas"),
        ("The ambush resembled earlier ones by Hamas, he said.", GroundKind.PATTERN, "hamas"),
    ],
)  # fmt: skip
def test_a_stated_ground_is_read_with_whom_it_points_to(read: Read, words: str, kind: GroundKind, actor: str) -> None:
    (found,) = grounds(read, words)
    assert (found.kind, found.actor.id if found.actor else None) == (kind, actor)


@pytest.mark.parametrize(
    "words",
    [
        "There is no evidence that Hamas was involved, police said.",
        "The fragments did not match those of Hamas.",
        "Intelligence did not point to Hamas.",
        "If the debris proves to come from Iran, the army will say so.",
        "Fragments may yet show that Hamas made the bomb.",
        "Investigators are studying shrapnel from the bomb.",
        "Intelligence officials said that Hamas had fired on patrols before.",
        "Hamas said it had carried out the attack.",
        "Hamas admitted that it had planted the bomb.",
        "Hamas has only rockets of short range.",
        "Nobody has been blamed.",
    ],
)
def test_what_is_no_ground_is_not_read_as_one(read: Read, words: str) -> None:
    assert grounds(read, words) == []


def test_the_quote_is_in_the_report(read: Read) -> None:
    text = _ATTACK + "Intelligence suggests that Hamas planted it, an official said."
    (found,) = [g for m in of_type(read(text), EventMention) for g in m.grounds]
    assert text[found.quote.start : found.quote.end] == found.quote.exact == "Intelligence suggests that Hamas"


def test_a_ground_far_behind_the_event_is_not_its(read: Read) -> None:
    between = "The town was calm. Shops were open. Schools were shut. Rain fell. "
    assert grounds(read, between + "Intelligence points to Hamas, he said.") == []
    assert len(grounds(read, "Intelligence points to Hamas, he said.")) == 1
