"""Reports on other matters than war."""

import pytest
from spacy.language import Language

from tallystick.reading.matter import is_of_other_matter


@pytest.mark.parametrize(
    "text",
    [
        "The goalkeeper was beaten twice before half-time, and the striker hit the post. The coach was furious.",
        "The novel opens with a bomb in a cafe. By the last chapter the detective has solved nothing.",
        "In the second episode a bomb kills two policemen; the drama is no worse for it.",
        'In an exercise at the port a "bomb" exploded, and forty "wounded" were carried to tents.',
        "Investors dumped the shares after the earnings bombed.",
    ],
)
def test_a_report_of_another_matter_is_told(text: str, nlp: Language) -> None:
    assert is_of_other_matter(nlp(text))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a film festival in Herat on Friday and killed the director, police said.",
        "A bomb exploded outside the stadium in Herat after the match, killing two soldiers.",
        "The coach was late.",
    ],
)
def test_war_among_other_things_is_not(text: str, nlp: Language) -> None:
    assert not is_of_other_matter(nlp(text))
