"""What a server may do wrong, and what becomes of the report then: one misdeed a test."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tallystick.errors import Code
from tallystick.reading.llm.reader import LlmReader
from tallystick.reading.reader import LeftUnreadError, ReadingStoppedError
from tests.reading.llm.conftest import MakeReader, report
from tests.reading.llm.fake_server import FakeServer, disconnects, events, says, sends

TEXT = "Gunmen attacked a camp in Erbil on Sunday."
TOLD = events({"quote": TEXT, "trigger": "attacked"})
TWO_PARTS = "Gunmen attacked a camp in Erbil. " * 10 + "\n\n" + "Rockets hit a base in Basra. " * 10


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the client would have waited for."""
    waited: list[float] = []
    monkeypatch.setattr("openai._base_client.time.sleep", waited.append)
    return waited


def count(reader: LlmReader, text: str = TEXT) -> int:
    return sum(m.kind == "event" for m in reader.read(report(text)).mentions)


def unread(reader: LlmReader, text: str = TEXT) -> LeftUnreadError:
    with pytest.raises(LeftUnreadError) as left:
        reader.read(report(text))
    return left.value


def test_a_good_answer_is_read(server: FakeServer, make: MakeReader) -> None:
    server.will(TOLD)
    assert count(make()) == 1


def test_the_model_is_held_to_the_schema(server: FakeServer, make: MakeReader) -> None:
    server.will(TOLD)
    count(make())
    asked = server.bodies[0]["response_format"]["json_schema"]
    assert asked["strict"]
    assert asked["schema"]["$defs"]["Pointed"]["additionalProperties"] is False


@pytest.mark.parametrize("text", ["{", "No events.", "", '{"events": [}'], ids=["open", "prose", "empty", "broken"])
def test_a_broken_answer_leaves_the_report_unread(server: FakeServer, make: MakeReader, text: str) -> None:
    server.will(says(text))
    assert unread(make()).code is Code.E213


@pytest.mark.parametrize(
    "text",
    ['{"mentions": []}', '{"events": [{"quote": "x"}]}', '{"events": [], "note": "hi"}', "[]"],
    ids=["other", "fields-missing", "fields-added", "list"],
)
def test_an_answer_of_another_form_leaves_the_report_unread(server: FakeServer, make: MakeReader, text: str) -> None:
    server.will(says(text))
    assert unread(make()).code is Code.E213


def test_after_a_broken_answer_it_is_asked_once_more(server: FakeServer, make: MakeReader) -> None:
    server.will(says("{"), TOLD)
    assert count(make()) == 1


def test_a_truncated_answer_has_the_passage_asked_for_in_halves(server: FakeServer, make: MakeReader) -> None:
    server.will(says('{"events": [', finish="length"), TOLD)
    make().read(report(TWO_PARTS))
    asked = [body["messages"][1]["content"].split("\n", 1)[1].removesuffix("\n</report>") for body in server.bodies]
    assert asked == [TWO_PARTS, asked[1], asked[2]]
    assert asked[1] + asked[2] == TWO_PARTS


def test_a_truncated_answer_to_a_short_passage_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(says('{"events": [', finish="length"))
    assert unread(make()).code is Code.E213


def test_a_refusal_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(says(None, refusal="I cannot help with that."))
    assert "refused" in unread(make()).message


def test_filtered_content_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(says(None, finish="content_filter"))
    assert "refused" in unread(make()).message


def test_a_passage_too_long_for_the_model_leaves_its_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(sends(400, '{"error": {"message": "context length exceeded"}}'))
    left = unread(make())
    assert (left.code, isinstance(left, ReadingStoppedError)) == (Code.E213, False)


def test_a_slow_answer_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(server.hang)
    assert "APITimeoutError" in unread(make(timeout=0.05)).message


def test_no_json_at_all_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(sends(200, "<html>"))
    assert unread(make()).code is Code.E213


def test_an_answer_of_another_api_leaves_the_report_unread(server: FakeServer, make: MakeReader) -> None:
    server.will(sends(200, '{"generated_text": "x"}'))
    assert unread(make()).code is Code.E213


def test_a_busy_server_is_asked_again_when_it_says(server: FakeServer, make: MakeReader, waits: list[float]) -> None:
    server.will(sends(429, Retry_After="7"), TOLD)
    assert (count(make(retries=1)), waits) == (1, [7])


def test_waits_grow_where_the_server_does_not_say(server: FakeServer, make: MakeReader, waits: list[float]) -> None:
    server.will(sends(503), sends(503), sends(503), TOLD)
    assert count(make(retries=3)) == 1
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]


def test_a_broken_line_is_tried_again(server: FakeServer, make: MakeReader, waits: list[float]) -> None:
    server.will(disconnects, TOLD)
    assert count(make(retries=1)) == 1


@pytest.mark.parametrize(
    "behaviour", [sends(429), sends(500), disconnects, sends(401), sends(404)], ids=["429", "500", "gone", "401", "404"]
)
def test_a_server_that_does_not_answer_stops_the_reading(
    server: FakeServer, make: MakeReader, behaviour: object
) -> None:
    server.will(behaviour)  # type: ignore[arg-type]
    left = unread(make())
    assert (left.code, isinstance(left, ReadingStoppedError)) == (Code.E214, True)


def test_behind_a_stop_no_report_is_asked_for(server: FakeServer, make: MakeReader) -> None:
    server.will(sends(500))
    reader = make()
    reader.read_ahead([report(f"{TEXT} {n}") for n in range(9)])
    assert len(server.bodies) == 1


def test_an_invented_quote_drops_its_mention(server: FakeServer, make: MakeReader) -> None:
    server.will(events({"quote": TEXT, "trigger": "attacked"}, {"quote": "Rockets hit Basra.", "trigger": "hit"}))
    reader = make()
    assert count(reader) == 1
    assert "1 mentions kept, 1 dropped for their words (1 not in the report)" in reader.account()


@pytest.mark.parametrize("field", ["when", "where", "perpetrator", "target", "weapon", "killed", "injured", "claimant"])
def test_an_invented_value_drops_its_mention(server: FakeServer, make: MakeReader, field: str) -> None:
    server.will(events({"quote": TEXT, "trigger": "attacked", field: "invented"}))
    assert count(make()) == 0


def test_the_budget_stops_the_reading_before_it_is_overrun(server: FakeServer, make: MakeReader) -> None:
    server.will(TOLD)
    reader = make(budget=5000)
    count(reader)
    server.will(says('{"events": []}', tokens=4000))
    count(reader, "Another text.")
    assert unread(reader, "A third text.").code is Code.E215


def test_what_was_answered_is_not_asked_again(server: FakeServer, make: MakeReader, tmp_path: Path) -> None:
    server.will(TOLD)
    count(make(cache=tmp_path / "answers"))
    assert count(make(cache=tmp_path / "answers", budget=0)) == 1
    assert len(server.bodies) == 1


def test_another_model_is_asked_anew(server: FakeServer, make: MakeReader, tmp_path: Path) -> None:
    server.will(TOLD)
    count(make(cache=tmp_path / "answers"))
    count(make(cache=tmp_path / "answers", model="other"))
    assert [body["model"] for body in server.bodies] == ["fake", "other"]


def test_a_broken_answer_is_not_kept(server: FakeServer, make: MakeReader, tmp_path: Path) -> None:
    server.will(says("{"))
    unread(make(cache=tmp_path / "answers"))
    server.will(TOLD)
    assert count(make(cache=tmp_path / "answers")) == 1


def test_no_more_is_asked_at_once_than_allowed(server: FakeServer, make: MakeReader) -> None:
    server.will(server.hang)
    reader = make(at_once=3, timeout=0.05)
    reader.read_ahead([report(f"{TEXT} {n}") for n in range(3)])
    assert len(server.bodies) == 3


def test_the_key_is_sent_in_its_header_alone(server: FakeServer, make: MakeReader) -> None:
    server.will(TOLD)
    count(make(key="secret-key"))
    assert server.headers[0]["authorization"] == "Bearer secret-key"
    assert "secret-key" not in str(server.bodies)


def test_the_keys_that_the_environment_holds_for_others_are_not_sent(
    server: FakeServer, make: MakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "of-another")
    server.will(TOLD)
    count(make())
    assert "of-another" not in str(server.headers)


@pytest.mark.parametrize("status", [200, 401, 500])
def test_the_key_is_not_logged(
    server: FakeServer, make: MakeReader, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    caplog.set_level(logging.DEBUG)
    server.will(sends(status, '{"error": {"message": "wrong key secret-key"}}'))
    left = unread(make(key="secret-key"))
    assert "secret-key" not in caplog.text + str(left)
