from __future__ import annotations

from training.corpora.muc import REPEATED, fillers


def template(**roles: list[list[list[object]]]) -> dict[str, object]:
    return {"PerpInd": [], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": [], **roles}


def test_passage_of_the_key_counts_in_full_and_a_repeat_less() -> None:
    text = "rebels came. the rebels left."
    found = fillers(text, [template(PerpInd=[[["rebels", 0]]])])
    assert [(f.start, f.weight) for f in found] == [(0, 1.0), (17, REPEATED)]


def test_longest_of_overlapping_strings_is_taken() -> None:
    text = "four powerful rockets hit"
    found = fillers(text, [template(Weapon=[[["rockets", 14], ["four powerful rockets", 0]]])])
    assert [(f.start, f.end) for f in found] == [(0, 21)]


def test_filler_is_found_as_whole_words_only() -> None:
    found = fillers("fmln and fmlns", [template(PerpOrg=[[["fmln", 0]]])])
    assert [f.start for f in found] == [0]
