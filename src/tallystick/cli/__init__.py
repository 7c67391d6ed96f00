"""The command line."""

from tallystick.cli.app import app, main

__all__ = ["app", "main"]
