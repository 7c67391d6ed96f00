"""An OpenAI-compatible server in this process that answers what a test tells it to, one answer a request."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]

EVENT = {
    "quote": "",
    "before": "",
    "trigger": "",
    "kind": "attack_unspecified",
    "modality": "actual",
    "when": "",
    "where": "",
    "perpetrator": "",
    "target": "",
    "weapon": "",
    "killed": "",
    "injured": "",
    "claimant": "",
}


class FakeServer:
    """Behaviours are used up in turn; the last one stays."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.behaviours: list[Behaviour] = []
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.released = threading.Event()

    def will(self, *behaviours: Behaviour) -> None:
        self.behaviours = list(behaviours)

    def next(self) -> Behaviour:
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]

    def hang(self, _: BaseHTTPRequestHandler) -> None:
        """Answers nothing until the test is over."""
        self.released.wait()


def events(*told: dict[str, str]) -> Behaviour:
    return says(json.dumps({"events": [EVENT | event for event in told]}))


def says(text: str | None, *, finish: str = "stop", refusal: str | None = None, tokens: int | None = 100) -> Behaviour:
    message = {"role": "assistant", "content": text, "refusal": refusal}
    answer = {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "fake",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
    }
    if tokens is not None:
        answer["usage"] = {"prompt_tokens": tokens, "completion_tokens": 0, "total_tokens": tokens}
    return sends(200, json.dumps(answer))


def sends(status: int, body: str = "{}", **headers: str) -> Behaviour:
    def send(handler: BaseHTTPRequestHandler) -> None:
        raw = body.encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(raw)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(raw)

    return send


def disconnects(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


@contextmanager
def running() -> Iterator[FakeServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            fake.headers.append({name.lower(): value for name, value in self.headers.items()})
            fake.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            fake.next()(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake = FakeServer(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
