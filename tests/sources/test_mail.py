from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.model.report import Report
from tallystick.sources.mail import read_mail
from tallystick.sources.read import read_paths
from tallystick.sources.taken import Taken

TEXT = "Two rockets fell on a depot near the border on Monday, and nobody was hurt, the governor said."
HEAD = "From: Sample Wire <desk@news.example>\r\nSubject: Depot hit\r\nDate: Tue, 07 Nov 2023 10:00:00 +0000\r\n"


def report_in(folder: Path, name: str, message: str | bytes) -> Report:
    (folder / name).write_bytes(message if isinstance(message, bytes) else message.encode())
    (taken,) = read_paths([folder / name])
    assert isinstance(taken, Taken)
    assert taken.raw == (folder / name).read_bytes()
    return taken.report


def test_a_mail_is_a_report_by_its_sender(tmp_path: Path) -> None:
    report = report_in(tmp_path, "a.eml", f"{HEAD}\r\n{TEXT}")
    assert (report.text, report.title, report.publisher) == (TEXT, "Depot hit", "Sample Wire")
    assert report.published_on == date(2023, 11, 7)


def test_the_plain_part_goes_before_the_html_and_what_is_attached_is_left_alone(tmp_path: Path) -> None:
    report = report_in(
        tmp_path,
        "a.eml",
        f'{HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nAn old draft.\r\n"
        f"--b\r\nContent-Type: text/html\r\n\r\n<p>In short.</p>\r\n--b\r\nContent-Type: text/plain\r\n\r\n{TEXT}\r\n--b--",
    )
    assert report.text == TEXT


def test_a_mail_in_html_alone_is_read_as_it_is_seen(tmp_path: Path) -> None:
    body = f"<style>p {{}}</style><p>{TEXT}</p><script>x()</script>"
    assert report_in(tmp_path, "a.eml", f"{HEAD}Content-Type: text/html\r\n\r\n{body}").text == TEXT


def test_words_and_letters_are_decoded(tmp_path: Path) -> None:
    head = "Subject: =?utf-8?b?0KHQutC70LDQtA==?=\r\nContent-Type: text/plain; charset=koi8-r\r\n"
    transfer = "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    body = "".join(f"={byte:02X}" for byte in "Склад".encode("koi8-r")) + "=\r\n hit"
    report = report_in(tmp_path, "a.eml", head + transfer + body)
    assert (report.title, report.text) == ("Склад", "Склад hit")


def saved(root: str, *, head: str = "Snapshot-Content-Location: https://news.example/depot\r\n") -> str:
    return (
        f"From: <Saved by Blink>\r\n{head}Subject: Depot\r\nDate: Fri, 1 Mar 2024 10:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://news.example/root\r\n\r\n"
        f"{root}\r\n--b\r\nContent-Type: text/css\r\n\r\np {{}}\r\n--b--"
    )


def test_a_saved_page_is_a_page_under_its_address_and_not_of_the_day_it_was_saved_on(tmp_path: Path) -> None:
    day = '<meta property="article:published_time" content="2023-11-07">'
    page = f"<html><head><title>Depot hit</title>{day}</head><body><article><p>{TEXT}</p></article></body></html>"
    report = report_in(tmp_path, "a.mhtml", saved(page))
    assert (report.url, report.title, report.text) == ("https://news.example/depot", "Depot hit", TEXT)
    assert report.published_on == date(2023, 11, 7)
    assert report_in(tmp_path, "b.mht", saved(f"<p>{TEXT}</p>")).published_on is None


def test_a_page_saved_by_another_browser_has_the_address_of_its_root(tmp_path: Path) -> None:
    assert report_in(tmp_path, "a.mht", saved(f"<p>{TEXT}</p>", head="")).url == "https://news.example/root"


@pytest.mark.parametrize(
    ("message", "cause"),
    [
        (b"no header at all", "no header"),
        (HEAD.encode() + b"\r\n  \r\n", "no text"),
        (HEAD.encode() + b"Content-Type: image/png\r\n\r\nabc", "no text"),
        (
            b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\na\r\n--b--',
            "no text",
        ),
    ],
)
def test_what_holds_no_text_is_told(tmp_path: Path, message: bytes, cause: str) -> None:
    (tmp_path / "a.eml").write_bytes(message)
    with pytest.raises(TallystickError, match=f"E137.*{cause}"):
        list(read_mail(tmp_path / "a.eml", 25))


def test_a_message_in_a_message_in_a_message_ends(tmp_path: Path) -> None:
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number) for number in range(5_000)
    )
    (tmp_path / "a.eml").write_bytes(nested)
    with pytest.raises(TallystickError, match="E137"):
        list(read_mail(tmp_path / "a.eml", 25))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw=st.binary(min_size=1, max_size=200)
    | st.tuples(
        st.sampled_from(["Subject", "From", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Location"]),
        st.text(max_size=40),
        st.sampled_from(
            ["", "=?utf-8?b?", "multipart/related; boundary=", "=?x?q?a?=", "base64", "text/html; charset="]
        ),
    ).map(lambda told: f"{told[0]}: {told[2]}{told[1]}\r\n\r\n<p>{TEXT}".encode("utf-8", errors="replace"))
)
def test_any_bytes_give_an_article_or_a_refusal(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(raw)
    with suppress(TallystickError):
        list(read_mail(tmp_path / "a.eml", 25))
