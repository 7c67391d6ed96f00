"""The API, version 1: every noun of the ledger, read only. No field is ever dropped within a version."""

from tallystick.web.api import incidents, nouns

ROUTERS = (incidents.router, nouns.router)
