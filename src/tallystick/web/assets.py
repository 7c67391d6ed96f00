"""Scripts, styles, fonts and pictures: all from the package, each address bearing what the file holds."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"


@lru_cache(maxsize=256)
def address_of(name: str) -> str:
    """The address of a file: it changes with what the file holds, so that a browser may keep it for ever."""
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    return f"/static/{name}?{digest[:12]}"


class Assets(StaticFiles):
    """Serves the files. One asked for with its digest may be kept for a year."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or an error where there is none."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = (
            "public, max-age=31536000, immutable" if scope["query_string"] else "no-cache"
        )
        return response
