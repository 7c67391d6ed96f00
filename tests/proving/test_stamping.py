"""Time-stamps are verified before they are kept, and hold for these bytes and this authority alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tallystick.errors import Code, TallystickError
from tallystick.proving.stamping import check_stamp, stamp
from tests.proving.authority import make_authority, openssl, serve_authority

pytest.importorskip("rfc3161_client")
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make an authority with")
CONTENT = b"what is sealed"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority") / "tsa"
    make_authority(folder)
    return folder


@pytest.fixture
def address(authority: Path) -> Iterator[str]:
    with serve_authority(authority) as served:
        yield served


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "seal.json"
    path.write_bytes(CONTENT)
    return path


def test_a_stamp_holds_for_us_and_for_openssl(authority: Path, address: str, sealed: Path) -> None:
    at = stamp(sealed, CONTENT, address=address, trust=authority / "root.pem")
    assert check_stamp(sealed, CONTENT, trust=authority / "root.pem") == at
    told = openssl("ts", "-verify", "-in", f"{sealed}.tsr", "-data", sealed, "-CAfile", f"{sealed}.tsr.pem")
    assert told is not None


def test_it_does_not_hold_for_other_bytes(authority: Path, address: str, sealed: Path) -> None:
    stamp(sealed, CONTENT, address=address, trust=authority / "root.pem")
    with pytest.raises(TallystickError) as caught:
        check_stamp(sealed, CONTENT + b"!", trust=authority / "root.pem")
    assert caught.value.code is Code.E341


def test_the_chain_beside_the_file_is_not_trusted_for_lying_there(authority: Path, address: str, sealed: Path) -> None:
    stamp(sealed, CONTENT, address=address, trust=authority / "root.pem")
    with pytest.raises(TallystickError) as caught:
        check_stamp(sealed, CONTENT)
    assert caught.value.code is Code.E341


@pytest.mark.parametrize("answer", [b"no time-stamp", b""], ids=["other bytes", "nothing"])
def test_what_is_no_stamp_is_not_kept(authority: Path, sealed: Path, answer: bytes) -> None:
    with serve_authority(authority, alter=answer) as served, pytest.raises(TallystickError) as caught:
        stamp(sealed, CONTENT, address=served, trust=authority / "root.pem")
    assert (caught.value.code, sorted(sealed.parent.iterdir())) == (Code.E340, [sealed])


def test_a_stamp_on_something_else_is_not_kept(authority: Path, address: str, sealed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(b"something else")
    stamp(other, b"something else", address=address, trust=authority / "root.pem")
    replayed = Path(f"{other}.tsr").read_bytes()
    with serve_authority(authority, alter=replayed) as served, pytest.raises(TallystickError) as caught:
        stamp(sealed, CONTENT, address=served, trust=authority / "root.pem")
    assert (caught.value.code, Path(f"{sealed}.tsr").exists()) == (Code.E340, False)


def test_a_stamp_by_an_authority_that_is_not_trusted_is_not_kept(address: str, sealed: Path, tmp_path: Path) -> None:
    other = make_authority(tmp_path / "other")
    with pytest.raises(TallystickError) as caught:
        stamp(sealed, CONTENT, address=address, trust=other)
    assert (caught.value.code, Path(f"{sealed}.tsr").exists()) == (Code.E340, False)


def test_an_authority_that_is_not_there_is_told(sealed: Path) -> None:
    with pytest.raises(TallystickError) as caught:
        stamp(sealed, CONTENT, address="http://127.0.0.1:9/")
    assert caught.value.code is Code.E340


def test_a_file_without_a_stamp_has_none(sealed: Path) -> None:
    assert check_stamp(sealed, CONTENT) is None
