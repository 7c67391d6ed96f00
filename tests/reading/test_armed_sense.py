"""Words of violence in other senses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tallystick.model.mention import EventMention
from tallystick.reading.triggers import find_triggers
from tallystick.reading.weapons import find_weapons
from tests.reading.tellings import Read, of_type


def _triggers(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp(text)
    return {t.token.text: t.strength for t in find_triggers(doc[:], find_weapons(doc))}


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack in Geneva.",
        "Prisoners ended their hunger strike on Friday.",
        "Dockworkers called a strike over wages.",
        "The minister opened a charm offensive in Europe.",
        "Nato began a live-fire exercise with rocket attacks in Poland.",
        "The central bank will target inflation.",
        "The general strike closed schools in Nablus.",
    ],
)
def test_other_senses_tell_nothing(nlp: Language, text: str) -> None:
    assert not {s for s in _triggers(nlp, text).values() if s in ("noun", "verb")}


@pytest.mark.parametrize(
    "text",
    [
        "The army executed the project in Waziristan on Friday.",
        "The minister spoke in Waziristan on Friday of the execution of the plan by the army.",
        "The murder trial opened in Dundalk on Friday, police said.",
        "The incident was discussed in Nairobi on Friday, the army said.",
    ],
)
def test_words_of_violence_in_other_senses_tell_none(text: str, read: Read) -> None:
    assert [m for m in of_type(read(text), EventMention) if not m.plural] == []
