"""Time-stamps by an authority (RFC 3161): proof that bytes were there at a time, by somebody else's clock.

A time-stamp is verified before it is kept, and kept with the whole chain of certificates that it was verified by, so
that ``openssl ts -verify -in FILE.tsr -data FILE -CAfile FILE.tsr.pem`` verifies it in years to come.
"""

from __future__ import annotations

import ssl
import warnings
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpcore2

from tallystick.errors import Code, TallystickError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_WAIT = 20.0  # seconds to connect, and for the next bytes


def stamp(path: Path, content: bytes, *, address: str, trust: Path | None = None) -> datetime:
    """Has the bytes of a file time-stamped, verifies that, and puts ``FILE.tsr`` and ``FILE.tsr.pem`` beside the file.

    Args:
        path: the file.
        content: its bytes, of which the authority is sent the SHA-512 alone.
        address: of the authority.
        trust: root certificates in PEM; those of the system if not given.

    Returns:
        The time that the authority states.

    Raises:
        TallystickError: E340 if no time-stamp comes, or one that does not hold; E342 if the library is missing.

    """
    try:
        from rfc3161_client import TimestampRequestBuilder, decode_timestamp_response
    except ModuleNotFoundError:
        raise TallystickError(Code.E342) from None
    request = TimestampRequestBuilder().data(content).cert_request(cert_request=True).build()
    try:
        answer = httpcore2.request(
            "POST",
            address,
            headers={"Content-Type": "application/timestamp-query"},
            content=request.as_bytes(),
            extensions={"timeout": {"connect": _WAIT, "read": _WAIT, "write": _WAIT}},
        )
        if answer.status != 200:
            raise ValueError(f"the server answered {answer.status}")
        response = decode_timestamp_response(answer.content)
        root = _verify(answer.content, content, _roots(trust), nonce=request.nonce)
    except Exception as error:  # whatever a server of others sends, and whatever the network does
        raise TallystickError(Code.E340, address=address, cause=_words_of(error)) from error
    _beside(path, ".tsr").write_bytes(response.as_bytes())
    _beside(path, ".tsr.pem").write_bytes(_chain_of(answer.content, root))
    return response.tst_info.gen_time


def check_stamp(path: Path, content: bytes, *, trust: Path | None = None) -> datetime | None:
    """The time at which a file is stamped; None if it has no time-stamp beside it.

    The root certificate is trusted only if the system or ``trust`` holds it, whatever lies beside the file.

    Raises:
        TallystickError: E341 if the time-stamp does not hold, E342 if the library is missing.

    """
    at = _beside(path, ".tsr")
    if not at.exists():
        return None
    try:
        from rfc3161_client import decode_timestamp_response
    except ModuleNotFoundError:
        raise TallystickError(Code.E342) from None
    try:
        packed = at.read_bytes()
        _verify(packed, content, _roots(trust))
        return decode_timestamp_response(packed).tst_info.gen_time
    except Exception as error:  # whatever is wrong with the bytes
        raise TallystickError(Code.E341, path=at, cause=_words_of(error)) from error


def _verify(packed: bytes, content: bytes, roots: Sequence[Certificate], *, nonce: int | None = None) -> Certificate:
    """The root certificate by which a time-stamp holds. Raises what the library does if there is none."""
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    response = decode_timestamp_response(packed)
    failed: Exception = VerificationError("no root certificate is trusted")
    for root in roots:
        builder = VerifierBuilder().add_root_certificate(root)
        for certificate in _certificates(packed):
            if certificate != root and certificate.issuer != certificate.subject and _is_authority(certificate):
                builder = builder.add_intermediate_certificate(certificate)
        leaf = [each for each in _certificates(packed) if not _is_authority(each)]
        builder = builder.tsa_certificate(leaf[0]) if leaf else builder
        try:
            verifier = (builder if nonce is None else builder.nonce(nonce)).build()
            verifier.verify_message(response, content)
        except VerificationError as error:
            failed = error
        else:
            return root
    raise failed


def _is_authority(certificate: Certificate) -> bool:
    from cryptography.x509 import BasicConstraints, ExtensionNotFound

    try:
        return certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
    except ExtensionNotFound:
        return False


def _certificates(packed: bytes) -> list[Certificate]:
    from cryptography.x509 import load_der_x509_certificate
    from rfc3161_client import decode_timestamp_response

    held = decode_timestamp_response(packed).signed_data.certificates
    return [load_der_x509_certificate(der) for der in sorted(held)]


def _chain_of(packed: bytes, root: Certificate) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding

    certificates = dict.fromkeys([*_certificates(packed), root])
    return b"".join(each.public_bytes(Encoding.PEM) for each in certificates)


def _roots(trust: Path | None) -> list[Certificate]:
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    if trust is not None:
        return load_pem_x509_certificates(trust.read_bytes())
    held = ssl.create_default_context().get_ca_certs(binary_form=True)
    with warnings.catch_warnings():  # of old roots with odd serial numbers, which are no business of the user's
        warnings.simplefilter("ignore")
        return [load_der_x509_certificate(der) for der in held]


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}{suffix}")


def _words_of(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
