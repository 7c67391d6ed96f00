"""Words that tell an armed event, and the same words in another sense."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.model.mention import EventMention
from tallystick.model.terms import EventKind
from tallystick.reading.triggers import find_triggers
from tallystick.reading.weapons import find_weapons
from tests.reading.tellings import Read, of_type


def _triggers(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp(text)
    return {t.token.text: t.strength for t in find_triggers(doc[:], find_weapons(doc))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels ambushed a convoy near Tongo Tongo.", "ambushed"),
        ("The ambush near Tongo Tongo lasted two hours.", "ambush"),
        ("The army shelled Nikopol.", "shelled"),
        ("Gunmen stormed the prison in Hasakah.", "stormed"),
        ("The mayor was assassinated in Medellín.", "assassinated"),
        ("Bandits kidnapped 30 pupils in Kaduna.", "kidnapped"),
        ("The massacre at Wad al-Noora lasted a day.", "massacre"),
        ("The base came under fire on Friday.", "fire"),
    ],
)
def test_event_words(nlp: Language, text: str, word: str) -> None:
    assert word in _triggers(nlp, text)


def test_a_verb_of_use_tells_by_its_weapon(nlp: Language) -> None:
    assert _triggers(nlp, "Houthi forces launched two drones at the ship.")["launched"] == "use"


def test_harm_alone_is_an_effect(nlp: Language) -> None:
    assert _triggers(nlp, "Two people were killed.") == {"killed": "effect"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's count includes rockets that were shot down.",
        "The officials count from May 3 and include drones that were intercepted.",
    ],
)
def test_what_a_count_is_told_to_cover_is_no_event(nlp: Language, text: str) -> None:
    assert _triggers(nlp, text) == {}


def test_the_dead_whom_a_toll_includes_are_told(nlp: Language) -> None:
    assert "bombing" in _triggers(nlp, "The bombing killed nine people, and the toll includes two children.")


def test_a_sentence_of_peace_has_no_triggers(nlp: Language) -> None:
    assert _triggers(nlp, "The delegations met in Doha and agreed on an agenda.") == {}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pirates hijacked a tanker off Garacad in Somalia on Friday.", EventKind.NAVAL_ATTACK),
        ("Gunmen hijacked a bus near Garacad in Somalia on Friday.", EventKind.ABDUCTION),
        ("Rebels dynamited two pylons in Ayacucho on Friday.", EventKind.BOMBING),
        ("In Ayacucho on Friday a motorbike pair shot dead a mayor.", EventKind.ASSASSINATION),
        ("Insurgents overran the town of Palma in Mozambique on Friday.", EventKind.RAID),
    ],
)
def test_verbs_of_other_wars_tell_events(text: str, kind: EventKind, read: Read) -> None:
    assert [m.event_kind for m in of_type(read(text), EventMention)] == [kind]
