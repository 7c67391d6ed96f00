import random

from hypothesis import given
from hypothesis import strategies as st

from tallystick.model.report import Report
from tallystick.sources.syndication import find_copies
from tests.sources.syndication.stories import MARKET, report, told
from tests.sources.syndication.stories import STORY as SENTENCES

STORY, OTHER = told(*SENTENCES[:4]), told(*MARKET[:3])


def originals(reports: list[Report]) -> dict[str, str]:
    return {copy: found.original for copy, found in find_copies(reports).items()}


def test_a_reprint_with_a_credit_line_is_a_copy_of_the_earlier_report() -> None:
    first, reprint = report(STORY, 3), report(f"{STORY} (Example Wire)", 4)
    assert originals([reprint, first]) == {reprint.id: first.id}


def test_case_and_punctuation_make_no_difference() -> None:
    first, reprint = report(STORY, 3), report(STORY.upper().replace(",", ""), 4)
    assert originals([first, reprint]) == {reprint.id: first.id}


def test_different_reports_are_no_copies() -> None:
    assert originals([report(STORY), report(OTHER)]) == {}


def test_two_reports_that_share_a_quoted_sentence_are_no_copies() -> None:
    shared = "Nobody claimed the ambush, the army said in a statement. "
    assert originals([report(shared + OTHER), report(STORY)]) == {}


def test_headers_are_left_out_of_the_comparison() -> None:
    header = "Title: Ambush at the river\nSource: Example Wire\nPublished: 2021-05-03\nURL: https://example.org/1\n"
    short = "Gunmen shot at a convoy near the river."
    first, second = report(short, 3), report(header + short, 4, body_start=len(header))
    assert originals([first, second]) == {second.id: first.id}


def test_an_undated_report_is_the_copy_of_a_dated_one() -> None:
    dated, undated = report(STORY, 9), report(STORY + " END")
    assert originals([undated, dated]) == {undated.id: dated.id}


def test_very_short_texts_are_compared_too() -> None:
    assert originals([report("Shots heard."), report("Shots heard!", 2)]) == {
        report("Shots heard.").id: report("Shots heard!", 2).id
    }


def test_no_reports_no_copies() -> None:
    assert originals([]) == {}


@given(
    st.lists(
        st.tuples(st.sampled_from([STORY, OTHER]), st.integers(0, 12), st.integers(1, 28)),
        max_size=8,
        unique_by=lambda row: row[:2],
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_reports_does_not_matter(rows: list[tuple[str, int, int]], shuffler: random.Random) -> None:
    reports = [report(" ".join(story.split()[cut:]), day) for story, cut, day in rows]
    shuffled = reports[:]
    shuffler.shuffle(shuffled)
    copies = originals(reports)
    assert originals(shuffled) == copies
    assert not set(copies) & set(copies.values())
