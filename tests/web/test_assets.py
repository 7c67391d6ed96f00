from __future__ import annotations

from fastapi.testclient import TestClient

from tallystick.web.assets import address_of


def test_a_file_asked_for_with_its_digest_is_kept(client: TestClient) -> None:
    assert "immutable" in client.get(address_of("css/app.css")).headers["cache-control"]


def test_no_file_outside_the_folder_is_served(client: TestClient) -> None:
    assert client.get("/static/../site.py").status_code == 404
    assert client.get("/static/%2e%2e/site.py").status_code == 404


def test_the_pictures_look_as_in_the_brief(client: TestClient) -> None:
    served = client.get(address_of("css/pictures.css"))
    assert served.headers["content-type"].startswith("text/css")
    assert ".edge.backing" in served.text
    assert ".fall-bar" in served.text
