import pytest

from tallystick.knowledge.loading import load_knowledge
from tallystick.model.outlet import OutletKind

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("https://www.reuters.com/world/1", "reuters.com"),
        ("the New York Times", "nytimes.com"),
        ("BBC News", "bbc.com"),
        ("https://www.bbc.co.uk/news/1", "bbc.com"),
        ("Lebanon's Al Mayadeen television", "almayadeen.net"),
        ("the Iranian state news agency IRNA", "irna.ir"),
        ("a Reuters witness", "reuters.com"),
    ],
)
def test_an_outlet_is_known_by_its_address_and_in_the_words_of_reports(words: str, outlet: str) -> None:
    found = KNOWLEDGE.outlet(words)
    assert found is not None
    assert found.id == outlet


@pytest.mark.parametrize("words", ["state television", "the newspaper", "Kata'ib Hezbollah", "", "the United Nurses"])
def test_what_names_no_outlet_is_none(words: str) -> None:
    assert KNOWLEDGE.outlet(words) is None


def test_an_official_body_and_a_carrier_do_not_report() -> None:
    kinds = {name: KNOWLEDGE.outlet(name) for name in ("Pentagon", "Telegram", "AFP", "Dawn")}
    assert {n: o.kind for n, o in kinds.items() if o} == {
        "Pentagon": OutletKind.OFFICIAL,
        "Telegram": OutletKind.CARRIER,
        "AFP": OutletKind.AGENCY,
        "Dawn": OutletKind.MEDIUM,
    }
    assert [n for n, o in kinds.items() if o and o.reports] == ["AFP", "Dawn"]
