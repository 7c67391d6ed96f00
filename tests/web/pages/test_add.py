from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from playwright.sync_api import Page

from tallystick.ledger import Ledger
from tallystick.web.guard.size import USUAL_MB

BOMB = "A roadside bomb killed two police officers near Mosul on Monday, officials said."
SHELLS = "Mortar shells struck a market in Kirkuk on Tuesday and wounded five people, police said."


def token_of(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/add").text)
    assert found is not None
    return found[1]


def finished(client: TestClient, answer: Response) -> str:
    """The page of a job, once it is over."""
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        page = client.get(answer.headers["location"]).text
        if "data-events" not in page:
            return page
        time.sleep(0.05)
    pytest.fail("the job did not end")


def send_files(client: TestClient, *files: tuple[str, bytes]) -> Response:
    parts = [("files", (name, data, "application/octet-stream")) for name, data in files]
    return client.post("/add/files", data={"token": token_of(client)}, files=parts)


def test_a_text_that_is_pasted_becomes_an_incident_that_can_be_opened(page: Page, ledger: Ledger) -> None:
    before = {incident.id for incident in ledger.incidents()}
    page.goto("/add")
    page.get_by_label("Text of one report").fill(BOMB)
    page.get_by_label("Published on", exact=True).fill("2024-02-06")
    page.get_by_label("Publisher").fill("Sample Wire")
    page.get_by_role("button", name="Add the text").click()
    page.get_by_text("1 new report,").wait_for(timeout=60_000)
    (new,) = [incident for incident in ledger.incidents() if incident.id not in before]
    assert str(new.start) == "2024-02-05"
    page.locator(f'main a[href="/incidents/{new.id}"]').click()
    page.get_by_text("Sample Wire").first.wait_for()


def test_files_that_are_chosen_are_read_and_what_came_of_it_survives_a_reload(page: Page, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"date 2024-02-06\n\n{BOMB}", encoding="utf-8")
    (tmp_path / "two.txt").write_bytes(b"")
    page.goto("/add")
    page.get_by_label("up to 50 at once").set_input_files([tmp_path / "one.txt", tmp_path / "two.txt"])
    page.get_by_role("button", name="Add the files").click()
    page.get_by_text("1 new report,").wait_for(timeout=60_000)
    page.reload()
    assert page.get_by_text("E103").is_visible()
    assert page.get_by_text("two.txt: is empty; nothing to read").is_visible()


def test_too_many_files_are_refused_before_they_are_sent(page: Page, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(51)]
    for file in files:
        file.write_text(BOMB, encoding="utf-8")
    page.goto("/add")
    page.get_by_label("up to 50 at once").set_input_files(files)
    page.get_by_role("button", name="Add the files").click()
    assert page.get_by_text("51 files: more than 50 at once.").is_visible()
    assert page.url.endswith("/add")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty.txt: is empty"),
        ("blank.txt", b" \n ", "blank.txt: is empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "picture.txt: is binary"),
        ("paper.pdf", b"%PDF-1.7", "paper.pdf: "),
        ("large.txt", b"A bomb. " * 3_200_000, "large.txt: is 26 MB, over the limit of 25 MB"),
        ("list.jsonl", b'{"text": "A bomb went off."}\n{', "list.jsonl:2: not valid JSON"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line_under_its_own_name(
    client: TestClient, name: str, data: bytes, told: str
) -> None:
    page = finished(client, send_files(client, (name, data)))
    assert told in page
    assert "/tmp" not in page


@pytest.mark.parametrize(
    "name", ["../../../etc/cron.d/x.txt", "C:\\Windows\\x.txt", "/etc/passwd.txt", "..", "a\0b.txt"]
)
def test_a_name_is_never_a_path(client: TestClient, ledger: Ledger, name: str) -> None:
    before = {*ledger.unread("none", dated=True), *ledger.unread("none", dated=False)}
    finished(client, send_files(client, (name, BOMB.encode())))
    (new,) = {*ledger.unread("none", dated=True), *ledger.unread("none", dated=False)} - before
    with ledger.standing() as standing:
        path = standing.heads([new])[0].path or ""
    assert "/" not in path
    assert "\\" not in path
    assert path.isprintable()


def test_markup_in_a_text_a_title_or_a_name_is_never_rendered(client: TestClient) -> None:
    told = finished(
        client, send_files(client, ("<img src=x onerror=alert(1)>.txt", f"<script>x()</script> {BOMB}".encode()))
    )
    form = {"token": token_of(client), "text": f"<b>{SHELLS}</b>", "title": "<i>T</i>", "publisher": "<u>P</u>"}
    told += finished(client, client.post("/add/text", data=form))
    told += client.get("/add").text + client.get("/reports").text
    for report in set(re.findall(r"/reports/[0-9a-f]{64}", told)):
        told += client.get(report).text
    for markup in ("<img src=x", "<script>x()", "<b>Mortar", "<i>T", "<u>P"):
        assert markup not in told


def test_two_at_once_are_both_read_one_after_the_other(client: TestClient, ledger: Ledger) -> None:
    first = send_files(client, ("first.txt", f"date 2024-02-06\n\n{BOMB}".encode()))
    second = send_files(client, ("second.txt", f"date 2024-02-07\n\n{SHELLS}".encode()))
    assert first.headers["location"] != second.headers["location"]
    for answer in (first, second):
        assert "1 new report," in finished(client, answer)


def test_what_is_on_file_already_is_added_once(client: TestClient) -> None:
    finished(client, send_files(client, ("first.txt", BOMB.encode())))
    page = finished(client, send_files(client, ("again.txt", BOMB.encode())))
    assert "0 new reports," in page
    assert "On file already" in page


def test_progress_is_told_as_events_until_the_end(client: TestClient) -> None:
    answer = send_files(client, ("first.txt", BOMB.encode()))
    events = client.get(f"{answer.headers['location']}/events")
    assert events.headers["content-type"].startswith("text/event-stream")
    assert '"is_over":true' in events.text.splitlines()[-2]


@pytest.mark.parametrize("form", [{}, {"text": "  \n "}])
def test_nothing_given_is_told(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/add/text", data={"token": token_of(client), **form})
    assert answer.status_code == 422
    assert "E806" in answer.text


def test_a_day_that_is_none_is_told(client: TestClient) -> None:
    answer = client.post("/add/text", data={"token": token_of(client), "text": BOMB, "published": "yesterday"})
    assert answer.status_code == 422
    assert "E501" in answer.text


def test_more_than_fits_in_all_is_refused_with_or_without_a_stated_length(client: TestClient) -> None:
    token = token_of(client)
    body = b"text=" + b"a" * (USUAL_MB * 1_000_000)
    headers = {"x-token": token, "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add/text", content=body, headers=headers).status_code == 413
    streamed = client.post("/add/text", content=iter([body[:999_999], body[999_999:]]), headers=headers)
    assert streamed.status_code == 413
    assert "E805" in streamed.text


def test_without_the_token_nothing_is_taken(client: TestClient) -> None:
    client.get("/add")
    answer = client.post("/add/files", files=[("files", ("a.txt", BOMB.encode(), "text/plain"))])
    assert answer.status_code == 403
    assert "nothing added" not in answer.text
    assert client.get("/add/jobs/1").status_code == 404
