from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from tallystick.errors import TallystickError
from tallystick.sources.fetching.address import parse_address
from tallystick.sources.fetching.fetcher import Fetcher
from tests.sources.fetching.site import Site


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for news.example, with its key, made here."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl")
    folder = tmp_path_factory.mktemp("tls")
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = ["-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example", "-days", "2"]
    files = ["-keyout", str(folder / "both.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([*made, *named, *files], check=True, capture_output=True)
    with (folder / "both.pem").open("a") as both:
        both.write((folder / "certificate.pem").read_text())
    return folder / "both.pem"


@pytest.fixture
def names(site: Site, certificate: Path) -> list[str]:
    """The names under which the site was asked for in TLS; it then speaks TLS only."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    told: list[str] = []
    context.sni_callback = lambda _, name, __: told.append(name)
    site.encrypt(context)
    return told


def fetcher(site: Site, certificate: Path) -> Fetcher:
    return site.fetcher(tls=ssl.create_default_context(cafile=certificate))


def test_the_name_is_asked_for_and_its_certificate_is_checked(site: Site, certificate: Path, names: list[str]) -> None:
    site.serve("/a", "<p>Shots.</p>")
    fetched = fetcher(site, certificate).fetch(parse_address(f"https://news.example:{site.port}/a"))
    assert fetched.body == b"<p>Shots.</p>"
    assert names == ["news.example"]


def test_a_certificate_of_another_name_is_refused(site: Site, certificate: Path, names: list[str]) -> None:
    site.serve("/a", "<p>Shots.</p>")
    with pytest.raises(TallystickError, match=r"E124.*wire.example"):
        fetcher(site, certificate).fetch(parse_address(f"https://wire.example:{site.port}/a"))
    assert site.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(site: Site, names: list[str]) -> None:
    site.serve("/a", "<p>Shots.</p>")
    with pytest.raises(TallystickError, match=r"E124.*certificate"):
        site.fetcher().fetch(parse_address(f"https://news.example:{site.port}/a"))
    assert site.asked == []
