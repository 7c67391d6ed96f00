from __future__ import annotations

from tallystick.ledger.glances import Glance, GlancedActor, GlancedPlace
from tallystick.web.catalogue.wording import Wording

STRIKE = Glance(
    id="inc-1", kind="drone_attack", date_precision="day", outcome="hit", status="reported", review_state="machine",
    place=GlancedPlace(id="site:x", name="Ḥarīr Air Base", admin1="Erbil", country="IQ", precision="site"),
    claimed_by=(GlancedActor(name="Tashkil al-Waritheen"),),
)  # fmt: skip


def _found(query: str) -> list[int]:
    wording = Wording()
    wording.put([(3, STRIKE)])
    return [int(row) for row in wording.find(query)]


def test_a_place_is_found_without_its_accents() -> None:
    assert _found("harir") == [3]


def test_the_last_word_may_be_a_beginning() -> None:
    assert _found("air ba") == [3]


def test_a_kind_is_found_by_its_label() -> None:
    assert _found('"drone attack"') == [3]


def test_all_words_must_be_there() -> None:
    assert _found("harir baghdad") == []


def test_signs_of_the_query_language_mean_nothing() -> None:
    assert _found('harir" OR said:* NEAR(') == []
    assert _found("") == []


def test_words_put_anew_take_the_place_of_the_old() -> None:
    wording = Wording()
    wording.put([(3, STRIKE)])
    wording.put([(3, STRIKE._replace(claimed_by=()))])
    assert not len(wording.find("waritheen"))
