from __future__ import annotations

import pytest

from tallystick.web.browsers import name_browser


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1 Version/18.0 Safari/605.1", "Safari, macOS"),
        ("curl/8.5.0", "curl/8.5.0"),
        ("", "not told"),
    ],
)
def test_a_browser_is_called_by_its_name_and_its_system(agent: str, name: str) -> None:
    assert name_browser(agent) == name
