"""One attack a test: what the other side may try, and what is told of it."""

from __future__ import annotations

import gzip
import time
import zlib
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from socket import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import parse_address
from tallystick.sources.fetching.fetched import Fetched
from tallystick.sources.fetching.fetcher import Fetcher
from tallystick.sources.fetching.guard import Guard
from tallystick.sources.fetching.public import IPAddress, is_public
from tests.sources.fetching.site import HERE, Site, is_public_here, resolve

PAGE = "<p>Rockets fell on the depot.</p>"


def fetch(site: Site, address: str, **more: object) -> Fetched:
    return site.fetcher(**more).fetch(parse_address(address))


def refusal(site: Site, address: str, **more: object) -> str:
    """The message of the refusal, in one line."""
    with pytest.raises(TallystickError) as refused:
        fetch(site, address, **more)
    assert "\n" not in refused.value.message
    return str(refused.value)


def test_a_page_is_fetched_with_what_was_said_of_it(site: Site) -> None:
    address = site.serve("/a", PAGE, type_="text/html; charset=koi8-r", etag='"1"')
    fetched = fetch(site, address)
    assert (fetched.body, fetched.charset) == (PAGE.encode(), "koi8-r")
    assert (fetched.retrieval.final, fetched.retrieval.etag) == (address, '"1"')


def test_it_says_who_it_is_and_sends_nothing_of_the_user(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    fetch(site, site.serve("/a", PAGE, set_cookie="a=b"))
    (_, headers) = site.asked[0]
    assert headers["user-agent"].startswith("Tallystick/")
    assert headers["host"] == f"news.example:{site.port}"
    assert not {"cookie", "referer", "authorization", "accept-language"} & set(headers)


# Where it may connect to


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.0.1/", "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://[fd00::1]/", "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
        "http://127.0.0.1:443/", "http://①②⑦.0.0.1/",
    ],
)  # fmt: skip
def test_by_default_no_form_of_a_private_address_is_connected_to(address: str) -> None:
    with pytest.raises(TallystickError, match="E122"):
        Fetcher().fetch(parse_address(address))


def test_a_name_inside_a_network_is_refused_though_it_can_be_resolved(site: Site) -> None:
    assert "E122" in refusal(site, site.at("/a", host="inside.example"))


def test_one_private_address_among_public_ones_is_enough_to_refuse(site: Site) -> None:
    assert "192.168.0.7" in refusal(site, site.at("/a", host="half.example"))
    assert site.asked == []


def test_other_ports_than_those_of_the_web_are_refused_before_the_name_is_resolved() -> None:
    def never(host: str, port: int) -> tuple[IPAddress, ...]:
        pytest.fail("resolved")

    with pytest.raises(TallystickError, match="port 25"):
        Fetcher(guard=Guard(resolve=never)).fetch(parse_address("http://news.example:25/"))


def test_a_name_that_answers_otherwise_the_second_time_is_not_asked_a_second_time(site: Site) -> None:
    answers = [ip_address("127.0.0.1"), ip_address("10.0.0.1")]
    fetcher = Fetcher(
        guard=Guard(resolve=lambda *_: (answers.pop(0),), is_public=is_public_here, ports=frozenset({site.port}))
    )
    assert fetcher.fetch(parse_address(site.serve("/a", PAGE))).body == PAGE.encode()
    assert len(answers) == 1
    with pytest.raises(TallystickError, match=r"10\.0\.0\.1"):
        fetcher.fetch(parse_address(site.at("/a")))


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://169.254.169.254/latest/meta-data/", "E122"),
        ("http://127.0.0.2/", "E122"),
        ("//inside.example/", "E122"),
        ("http://[::1]/", "E122"),
        ("http://2130706433:8080/", "E122"),
        ("http://news.example:22/", "E122"),
        ("file:///etc/passwd", "E121"),
        ("gopher://news.example/", "E121"),
        ("http://user:pass@news.example/", "E121"),
        ("http://news.example/\tx", "E121"),
        ("", "E128"),
    ],
)
def test_a_redirect_is_checked_like_any_address(site: Site, to: str, code: str) -> None:
    assert code in refusal(site, site.redirect("/a", to))
    assert site.paths == ["/a"]


def test_redirects_are_followed_to_their_end(site: Site) -> None:
    site.serve("/c", PAGE)
    site.redirect("/b", site.at("/c", host="wire.example"), status=308)
    fetched = fetch(site, site.redirect("/a", "b"))
    assert fetched.retrieval.address == site.at("/a")
    assert fetched.retrieval.final == site.at("/c", host="wire.example")


def test_a_redirect_to_a_name_in_another_script_is_followed(site: Site) -> None:
    site.serve("/%D8%AE%D8%A8%D8%B1", PAGE)
    site.serve_raw("/a", lambda to: to.sendall("HTTP/1.1 302 Found\r\nLocation: /خبر\r\n\r\n".encode()))
    assert fetch(site, site.at("/a")).body == PAGE.encode()


def test_redirects_in_a_circle_end(site: Site) -> None:
    site.redirect("/b", "/a")
    assert "E128" in refusal(site, site.redirect("/a", "/b"))
    assert len(site.asked) == 6


def test_a_host_that_the_user_allows_is_fetched_from_at_its_port_alone(site: Site) -> None:
    site.serve("/a", PAGE)
    fetcher = Fetcher(guard=Guard(allowed=frozenset({f"127.0.0.1:{site.port}"})))
    assert fetcher.fetch(parse_address(f"http://127.0.0.1:{site.port}/a")).body == PAGE.encode()
    with pytest.raises(TallystickError, match="E122"):
        fetcher.fetch(parse_address("http://127.0.0.1/a"))


def test_a_name_in_another_alphabet_is_resolved_in_ascii(site: Site) -> None:
    site.serve("/a", PAGE)
    asked: list[str] = []

    def note(host: str, port: int) -> tuple[IPAddress, ...]:
        asked.append(host)
        return (HERE,)

    guard = Guard(resolve=note, is_public=is_public_here, ports=frozenset({site.port}))
    Fetcher(guard=guard).fetch(parse_address(f"http://новости.example:{site.port}/a"))
    assert asked == ["xn--b1amnebsh.example"]


def test_no_such_name_is_told(site: Site) -> None:
    assert "E123" in refusal(site, site.at("/a", host="nowhere.example"))


def test_a_host_that_does_not_answer_is_told(site: Site) -> None:
    assert "E124" in refusal(site, site.at("/a", host="down.example"))


# How much it waits for and takes in


def test_a_drip_ends_in_time(site: Site) -> None:
    def drip(to: socket) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(600):
            to.sendall(b"a")
            time.sleep(0.05)

    assert "E125" in refusal(site, site.serve_raw("/a", drip), seconds=0.5)


def test_a_drip_of_headers_ends_in_time(site: Site) -> None:
    def drip(to: socket) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in range(600):
            to.sendall(b"X-%d: a\r\n" % number)
            time.sleep(0.05)

    assert "E125" in refusal(site, site.serve_raw("/a", drip), seconds=0.5)


def test_silence_ends_in_time(site: Site) -> None:
    assert "E125" in refusal(site, site.serve_raw("/a", lambda _: time.sleep(2)), seconds=0.5)


def test_slow_redirects_share_one_time(site: Site) -> None:
    def slowly(request: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        request.send_response(302)
        request.send_header("location", "/a")
        request.end_headers()

    site.pages["/a"] = slowly
    assert "E125" in refusal(site, site.at("/a"), seconds=0.7)


def test_a_body_without_end_is_cut_off_at_the_limit(site: Site) -> None:
    def pour(to: socket) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            to.sendall(b"a" * 65536)

    assert "E126" in refusal(site, site.serve_raw("/a", pour), max_mb=1)


def test_a_small_body_that_unpacks_to_a_large_one_is_cut_off_at_the_limit(site: Site) -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    assert len(bomb) < 60_000
    assert "E126" in refusal(site, site.serve("/a", bomb, content_encoding="gzip"), max_mb=1)


def test_a_packed_page_is_unpacked(site: Site) -> None:
    two = gzip.compress(PAGE.encode()) + gzip.compress(b"<p>Two.</p>")
    assert fetch(site, site.serve("/a", two, content_encoding="gzip")).body == PAGE.encode() + b"<p>Two.</p>"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(PAGE.encode())[:-12], "gzip"),
        (PAGE.encode(), "gzip"),
        (zlib.compress(PAGE.encode()), "deflate"),
        (PAGE.encode(), "br"),
        (gzip.compress(gzip.compress(PAGE.encode())), "gzip, gzip"),
    ],
    # Packed bytes hold the second they were packed in: as names, two workers would collect two different tests.
    ids=["cut short", "not packed", "deflate", "brotli", "packed twice"],
)
def test_what_is_packed_otherwise_or_broken_is_refused(site: Site, body: bytes, encoding: str) -> None:
    assert "E131" in refusal(site, site.serve("/a", body, content_encoding=encoding))


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 100_000 + b"\r\n",
        b"not HTTP at all\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    ],
)
def test_what_is_no_proper_http_is_refused(site: Site, answer: bytes) -> None:
    assert "E131" in refusal(site, site.serve_raw("/a", lambda to: to.sendall(answer)))


@pytest.mark.parametrize("type_", ["application/pdf", "image/png", "application/octet-stream", "video/mp4", ""])
def test_other_types_are_refused_before_their_body_is_read(site: Site, type_: str) -> None:
    assert "E129" in refusal(site, site.serve("/a", b"a" * 2_000_000, type_=type_), max_mb=1)


@pytest.mark.parametrize("status", [204, 401, 403, 404, 410, 429, 500, 503])
def test_another_status_is_told(site: Site, status: int) -> None:
    assert str(status) in refusal(site, site.serve("/a", status=status))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answer=st.binary(max_size=300) | st.builds(lambda head: b"HTTP/1.1 200 OK\r\n" + head, st.binary(max_size=200)))
def test_any_answer_gives_a_page_or_a_refusal(site: Site, answer: bytes) -> None:
    address = site.serve_raw("/a", lambda to: to.sendall(answer))
    with suppress(TallystickError):
        site.fetcher(seconds=2.0).fetch(parse_address(address))


@settings(max_examples=100, deadline=None)
@given(host=st.ip_addresses().map(lambda ip: f"[{ip}]" if ip.version == 6 else str(ip)) | st.text(max_size=20))
def test_any_host_that_is_not_public_is_refused(host: str) -> None:
    class PublicError(Exception):
        pass

    def only_private(name: str, _: int) -> tuple[IPAddress, ...]:
        found = resolve(name, 0)
        if all(map(is_public, found)):
            raise PublicError
        return found

    with suppress(PublicError), pytest.raises(TallystickError, match=r"E12[123]"):
        Fetcher(guard=Guard(resolve=only_private)).fetch(parse_address(f"http://{host}/"))
