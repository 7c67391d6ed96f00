"""``tallystick serve``: the web application."""

from __future__ import annotations

from typing import Annotated

import typer

from tallystick.cli.options import ByOption, KnowledgeOption, LedgerOption
from tallystick.cli.terminal import errors
from tallystick.ledger import open_ledger


def serve(
    by: ByOption,
    ledger: LedgerOption = "ledger.db",
    knowledge: KnowledgeOption = None,
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=1, max=65535, help="Its port.")] = 8321,
) -> None:
    """Open the web application on a ledger, for this machine alone."""
    import uvicorn

    from tallystick.web.application import make_application

    with open_ledger(ledger) as opened:
        errors.print(f"Open http://127.0.0.1:{port}/  (Ctrl-C ends it)", markup=False)
        app = make_application(opened, reviewer=by)
        uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", server_header=False)
