import pytest

from tallystick.knowledge.loading import load_knowledge
from tallystick.sources.syndication import find_credit
from tests.sources.syndication.stories import STORY, report, told

KNOWLEDGE = load_knowledge()
BODY = told(*STORY)


def credited(text: str, publisher: str | None = "Example Post") -> str | None:
    credit = find_credit(report(text, publisher=publisher), KNOWLEDGE.outlet)
    if credit is not None:
        assert text[credit.quote.start : credit.quote.end] == credit.quote.exact
    return credit.name if credit else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"DORANO (AP) — {BODY}", "Associated Press"),
        (f"DORANO, May 2 (Reuters) - {BODY}", "Reuters"),
        (f"DORANO, Oct. 2 (Xinhua) -- {BODY}", "Xinhua News Agency"),
        (f"By Jane Writer, Associated Press\n\n{BODY}", "Associated Press"),
        (f"By Jane Writer | Reuters\n\n{BODY}", "Reuters"),
        (f"Agence France-Presse\n\n{BODY}", "Agence France-Presse"),
        (f"{BODY}\n\n(Source: Reuters)", "Reuters"),
        (f"{BODY} (AFP)", "Agence France-Presse"),
        (f"{BODY}\n\n© 2021 AFP", "Agence France-Presse"),
        (f"{BODY} --Reuters", "Reuters"),
    ],
)
def test_the_writer_is_read_from_dateline_byline_and_last_line(text: str, name: str) -> None:
    assert credited(text) == name


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"DORANO (AFP/Reuters) — {BODY}",
        f"By Staff Writer and AFP\n\n{BODY}",
        f"{BODY}\n\nAdditional reporting by Reuters",
        f"{BODY}\n\nWith input from AFP",
        f"(Staff and Agencies) — {BODY}",
        f"DORANO (Pentagon) — {BODY}",
        f"{BODY} A clerk told Reuters that he had heard of it.",
        f"{BODY} (Telegram)",
    ],
)
def test_a_joint_credit_a_source_and_an_official_body_are_no_writer(text: str) -> None:
    assert credited(text) is None


def test_an_outlet_s_own_name_is_no_credit() -> None:
    assert credited(f"DORANO (Reuters) - {BODY}", publisher="Reuters") is None
