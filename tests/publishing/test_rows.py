from __future__ import annotations

from tallystick.publishing.rows import mention_row, relation_row, statement_row
from tests.publishing.example import RECORD
from tests.publishing.example_mentions import EVENTS, STATEMENTS, TALLY_MENTIONS


def test_outcome_is_a_plain_code_with_its_quote_beside_it() -> None:
    row = mention_row(EVENTS[0])
    assert (row["outcome"], row["outcome_quote"]["exact"]) == ("intercepted", "both were shot down")


def test_reporter_is_a_plain_name_with_its_quote_beside_it() -> None:
    row = mention_row(EVENTS[0])
    assert (row["reporter"], row["reporter_quote"]["exact"]) == ("a defence official", "a defence official said")


def test_values_that_are_not_told_are_null() -> None:
    row = mention_row(EVENTS[10])
    assert [row[field] for field in ("where", "outcome", "outcome_quote", "reporter", "reporter_quote")] == [None] * 5


def test_other_mentions_keep_their_own_fields() -> None:
    row = mention_row(TALLY_MENTIONS[0], path="a.txt")
    assert (row["kind"], row["value"], row["path"], row["incident_id"]) == ("tally", 12, "a.txt", None)


def test_statement_row_gives_the_kind_of_statement() -> None:
    assert statement_row(STATEMENTS[0])["kind"] == "intent"


def test_relation_row_is_exactly_what_the_design_lists() -> None:
    assert sorted(relation_row(RECORD.relations[0])) == sorted(
        (
            "id",
            "report_id",
            "quote",
            "subject",
            "predicate",
            "object",
            "since",
            "until",
            "grade",
            "unnamed",
            "standing",
            "decided_by",
            "base",
        )
    )
