from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import Address, is_address, is_same_site, join_address, parse_address


@pytest.mark.parametrize(
    ("given_", "asked"),
    [
        ("https://news.example", "https://news.example/"),
        (" HTTP://News.Example:80/a?b=1#c ", "http://news.example/a?b=1"),
        ("https://news.example:8443/x", "https://news.example:8443/x"),
        ("https://bücher.example/straße?q=ö", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%B6"),
        ("https://news.example/a%20b", "https://news.example/a%20b"),
        ("https://news.example./", "https://news.example/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_an_address_is_asked_for_in_one_form(given_: str, asked: str) -> None:
    assert str(parse_address(given_)) == asked


@pytest.mark.parametrize(
    ("given_", "cause"),
    [
        ("", "scheme is missing"),
        ("news.example/a", "scheme is missing"),
        ("file:///etc/passwd", "scheme is file"),
        ("gopher://news.example:70/1", "scheme is gopher"),
        ("ftp://news.example/a", "scheme is ftp"),
        ("javascript:alert(1)", "scheme is javascript"),
        ("http://", "host is no name"),
        ("http:///a", "host is no name"),
        ("http://user@news.example/", "a name or a password"),
        ("http://user:secret@news.example/", "a name or a password"),
        ("http://news.example@10.0.0.1/", "a name or a password"),
        ("http://news.example/a\r\nHost: inside.example", "white space or control"),
        ("http://news.example/a b", "white space or control"),
        ("http://news.example\x00.evil.example/", "white space or control"),
        ("http://news\u202eexample/", "white space or control"),
        ("http://news.example:99999/", "port cannot be read"),
        ("http://news.example:x/", "port cannot be read"),
        ("http://[::1/", "port cannot be read"),
        ("http://[fe80::1%25eth0]/", "host is no name"),
        ("http://news..example/", "host is no name"),
        ("http://news.example\\@inside.example/", "a name or a password"),
        ("http://news%2eexample/", "host is no name"),
        ("http://" + "a" * 2000, "longer than 2000"),
    ],
)
def test_what_is_no_address_is_refused_with_its_cause(given_: str, cause: str) -> None:
    with pytest.raises(TallystickError, match="E121") as refused:
        parse_address(given_)
    assert cause in refused.value.message
    assert "\n" not in refused.value.message


def test_a_password_is_not_told_again() -> None:
    with pytest.raises(TallystickError) as refused:
        parse_address("http://user:secret@news.example/")
    assert "secret" not in refused.value.message


def outcome(read: Callable[[], Address]) -> Address | TallystickError:
    try:
        return read()
    except TallystickError as error:
        return error


@given(st.text() | st.from_regex(r"https?://\S{1,40}") | st.builds("http://{}/{}".format, st.text(), st.text()))
def test_any_text_gives_an_address_or_a_refusal(text: str) -> None:
    found = outcome(lambda: parse_address(text))
    if isinstance(found, Address):
        assert str(found).isascii()
        assert parse_address(str(found)) == found
    else:
        assert found.code.name == "E121"
        assert found.message.isprintable()


@given(st.text())
def test_any_redirect_gives_an_address_or_a_refusal(location: str) -> None:
    found = outcome(lambda: join_address(parse_address("https://news.example/a/b"), location))
    assert found.scheme in {"http", "https"} if isinstance(found, Address) else found.code.name == "E121"


def test_a_redirect_is_joined_to_where_it_was_met() -> None:
    base = parse_address("https://news.example/a/b?c")
    assert str(join_address(base, "../d")) == "https://news.example/d"
    assert str(join_address(base, "//wire.example/e")) == "https://wire.example/e"


@pytest.mark.parametrize(
    ("text", "told"), [("https://a", True), ("file:///a", True), ("a/b.txt", False), ("C:\\a", False), ("a:b", False)]
)
def test_an_address_is_told_from_a_path(text: str, told: bool) -> None:
    assert is_address(text) is told


def test_www_is_the_same_site_and_another_host_is_not() -> None:
    assert is_same_site("https://www.news.example/a", "http://news.example/b")
    assert not is_same_site("https://news.example.evil.example/a", "https://news.example/a")
    assert not is_same_site("no address", "https://news.example/a")
