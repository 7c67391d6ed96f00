"""What somebody's word is worth."""

from __future__ import annotations

import pytest

from tests.reading.tellings import Read, happened, only


def test_the_claimant_of_a_deed_is_no_authority_on_it(read: Read) -> None:
    event = only(read("The Houthis said on Friday they had targeted a destroyer in the Red Sea with a missile."))
    assert event.status_cue == "claimed_only"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Gunmen attacked a bus near Mopti on Friday, the governor said.", "confirmed"),
        ("Gunmen attacked a bus near Mopti on Friday, a hospital official said.", "reported"),
        ("Gunmen attacked a bus near Mopti on Friday, residents said.", "reported"),
        ("The governor spoke to reporters. Gunmen attacked a bus near Mopti on Friday.", "reported"),
        ("The governor said the road was closed. He said gunmen attacked a bus near Mopti on Friday.", "confirmed"),
        ("The enemy attacked our positions near Mopti on Friday.", "confirmed"),
        ("Al-Shabaab claimed a car bomb attack on a hotel in Mogadishu on Friday.", "claimed_only"),
    ],
)
def test_an_event_is_as_sure_as_the_word_it_stands_on(read: Read, text: str, cue: str) -> None:
    assert only(read(text)).status_cue == cue


def test_an_authoritys_word_ends_with_its_sentence(read: Read) -> None:
    text = "The army said rebels had shelled Goma on Friday. Hours later gunmen attacked a bus near Sake."
    assert [e.status_cue for e in happened(read(text))] == ["confirmed", "reported"]


def test_what_an_authority_lists_is_all_its_word(read: Read) -> None:
    text = "The army reported the following attacks. On Friday rebels shelled Goma. On Saturday gunmen attacked a bus near Sake."
    assert [e.status_cue for e in happened(read(text))][-2:] == ["confirmed", "confirmed"]
