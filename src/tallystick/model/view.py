"""A view that somebody saved."""

from __future__ import annotations

from datetime import datetime

from tallystick.model.base import Noun


class View(Noun):
    """An address of the application under a name. It decides nothing, and may be renamed and deleted.

    ``id`` is made from its first name, and stays when the name changes: it is the short address of the view.
    """

    id: str
    name: str
    address: str
    by: str
    at: datetime
