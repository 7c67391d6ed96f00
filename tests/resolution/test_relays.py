import pytest

from tallystick.knowledge.loading import load_knowledge
from tallystick.model.mention import EventMention
from tallystick.model.quote import Quote
from tallystick.resolution.relays import relayed_outlet
from tests.resolution.build import event

KNOWLEDGE = load_knowledge()


def relayed(text: str, trigger: str = "attack") -> str | None:
    at = text.index(trigger)
    quote = Quote(report_id="a", start=at, end=at + len(trigger), exact=trigger)
    mention: EventMention = event("a").model_copy(update={"trigger": quote})
    outlet = relayed_outlet(mention, text, KNOWLEDGE.outlet)
    return outlet.name if outlet else None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Four people died in the attack, Reuters reported on Monday.", "Reuters"),
        ("A guard told AFP on Monday that the attack had killed four.", "Agence France-Presse"),
        ("The attack killed four, according to the New York Times.", "The New York Times"),
        ("The attack killed four, the channel said, citing Lebanon's Al Mayadeen television.", "Al Mayadeen"),
        ("The Syrian Observatory for Human Rights said the attack killed four.", "Syrian Observatory for Human Rights"),
        ("The Washington Post has reported that an attack killed four.", "The Washington Post"),
    ],
)
def test_the_outlet_that_a_sentence_names_is_found(text: str, outlet: str) -> None:
    assert relayed(text) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "The attack killed four, the Pentagon said.",
        "A spokesman told reporters that the attack killed four.",
        "The attack killed four, Hezbollah said in a statement on Telegram.",
        "The attack killed four. Reuters reported that fuel prices had risen.",
        "At dawn said the guard, the attack began.",
    ],
)
def test_officials_groups_carriers_and_other_sentences_are_none(text: str) -> None:
    assert relayed(text) is None
