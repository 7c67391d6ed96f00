"""The brief: one self-contained page that an analyst can send on."""

from tallystick.publishing.brief.page import render_brief, write_brief

__all__ = ["render_brief", "write_brief"]
