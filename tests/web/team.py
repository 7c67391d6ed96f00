"""A team of three, and clients that are logged in as one of them or as nobody."""

from __future__ import annotations

from html import unescape
from re import findall

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from tallystick.accounts.principal import Role

PASSWORD = "a walk by the river"
ROLES = {"ada": Role.ADMIN, "rana": Role.REVIEWER, "lee": Role.READER}
BASE = "http://localhost"
A_PAGE = {"accept": "text/html"}


class Teammate(TestClient):
    """Somebody with a browser."""

    def __init__(self, app: FastAPI, *, base_url: str = BASE) -> None:
        super().__init__(app, base_url=base_url, follow_redirects=False)

    def form_token(self, path: str = "/account") -> str:
        """The token of the forms of a page."""
        found = findall(r'name="token" value="([^"]+)"', self.get(path).text)
        assert found, f"{path} has no form"
        return unescape(found[0])

    def log_in(self, name: str, password: str = PASSWORD, *, next_: str = "/") -> Response:
        """What the login page answers."""
        token = self.form_token("/login")
        return self.post("/login", data={"token": token, "name": name, "password": password, "next": next_})

    def fill_in(self, path: str, **fields: str) -> Response:
        """What a form answers that was filled in on a page."""
        return self.post(path, data={"token": self.form_token(), **fields})
