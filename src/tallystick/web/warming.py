"""What every page needs and what takes long to make, made before somebody asks for it; then kept from the collector.

Python looks for garbage in circles by going over all that it holds, which at the size of the knowledge base, the
gazetteer and a filled catalogue takes 0.2 to 0.3 s in the middle of whichever request it falls into.
"""

from __future__ import annotations

import gc
import logging
from concurrent.futures import CancelledError
from typing import Any

from fastapi import FastAPI

from tallystick.errors import Code, TallystickError
from tallystick.pipeline import default_gazetteer, default_knowledge
from tallystick.resolution.uncollected import uncollected
from tallystick.web.boards.kept import Kept
from tallystick.web.catalogue.catalogue import Catalogue
from tallystick.web.mapping import outline_of_countries
from tallystick.web.pages.map import APART_FROM_AFAR
from tallystick.web.site import Site

_log = logging.getLogger(__name__)
_STILL_MADE = (Code.E810, Code.E811)


def warm_up(app: FastAPI) -> None:
    """Makes it all, and leaves out what fails: whoever asks for that is told why.

    What stands at the end is out of the collector's sight for good, so this is for a process that only serves.
    """
    site = app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application was made without its site")
    try:
        with uncollected():
            _make(app, site)
        _keep()
        for board in (site.news, site.network, site.sites, site.tallies):
            _wait_for(board)
        _keep()
    except (TallystickError, CancelledError, RuntimeError) as fault:
        # The last two: the server was stopped meanwhile, and with it the threads that make the boards.
        _log.info("not all was made beforehand: %s", fault)


def _make(app: FastAPI, site: Site) -> None:
    _wait_for(site.catalogue)
    default_knowledge()
    default_gazetteer()
    for template in site.templates.list_templates(extensions=["j2"]):
        site.templates.get_template(template)
    app.openapi()
    outline_of_countries(apart=APART_FROM_AFAR)
    outline_of_countries()


def _keep() -> None:
    gc.collect()
    gc.freeze()


def _wait_for(made: Catalogue | Kept[Any]) -> None:
    """Asks until it is there; each asking waits by itself for a while."""
    while True:
        try:
            made.now()
        except TallystickError as error:
            if error.code not in _STILL_MADE:
                raise
        else:
            return
