"""Scripts, styles, fonts and pictures: all from the package, each address bearing what the file holds."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from tallystick.publishing.brief.environment import TEMPLATES
from tallystick.publishing.waterfall_picture import waterfall_style

FOLDER = Path(__file__).parent / "static"
PICTURES = "css/pictures.css"
"""The styles of the pictures that the pages share with the brief: no file of its own, but the brief's."""


@cache
def style_of_pictures() -> str:
    """How the network, the running totals and the waterfalls look."""
    shared = (TEMPLATES / name for name in ("network.css", "running.css"))
    return "".join(path.read_text(encoding="utf-8") for path in shared) + waterfall_style()


@lru_cache(maxsize=256)
def address_of(name: str) -> str:
    """The address of a file: it changes with what the file holds, so that a browser may keep it for ever."""
    held = style_of_pictures().encode() if name == PICTURES else (FOLDER / name).read_bytes()
    return f"/static/{name}?{hashlib.sha256(held).hexdigest()[:12]}"


class Assets(StaticFiles):
    """Serves the files. One asked for with its digest may be kept for a year."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or an error where there is none."""
        if path == PICTURES:
            response = Response(style_of_pictures(), media_type="text/css")
        else:
            response = await super().get_response(path, scope)
        response.headers["cache-control"] = (
            "public, max-age=31536000, immutable" if scope["query_string"] else "no-cache"
        )
        return response
