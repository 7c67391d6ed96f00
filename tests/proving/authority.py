"""A time-stamping authority on this machine: a root, a certificate of its own, and ``openssl ts`` behind a server."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_CONFIGURATION = """
[tsa]
default_tsa = here
[here]
dir = {folder}
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ext]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
"""


def openssl(*arguments: object, **more: object) -> bytes:
    done = subprocess.run(
        ["openssl", *map(str, arguments)], check=True, capture_output=True, input=more.get("given"), timeout=60
    )  # type: ignore[call-overload]
    return bytes(done.stdout)


def make_authority(folder: Path) -> Path:
    """Writes keys and certificates, and gives the root's."""
    folder.mkdir()
    (folder / "openssl.cnf").write_text(_CONFIGURATION.format(folder=folder))
    (folder / "serial").write_text("01\n")
    key = ("-newkey", "rsa:2048", "-nodes")
    root = ("-subj", "/CN=Root of the tests", "-days", "3650", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl("req", "-x509", *key, "-keyout", folder / "root.key", "-out", folder / "root.pem", *root)
    openssl("req", *key, "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr", "-subj", "/CN=Stamps of the tests")
    signed_by = ("-CA", folder / "root.pem", "-CAkey", folder / "root.key", "-CAcreateserial", "-days", "3650")
    extensions = ("-extfile", folder / "openssl.cnf", "-extensions", "ext")
    openssl("x509", "-req", "-in", folder / "tsa.csr", "-out", folder / "tsa.pem", *signed_by, *extensions)
    return folder / "root.pem"


@contextmanager
def serve_authority(folder: Path, *, alter: bytes | None = None, status: int = 200) -> Iterator[str]:
    """The address of an authority; with ``alter`` it answers those bytes in place of a time-stamp."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            query = folder / "query.tsq"
            query.write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            answer = alter
            if answer is None:
                answer = openssl(
                    "ts", "-reply", "-config", folder / "openssl.cnf", "-section", "here", "-queryfile", query
                )
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
