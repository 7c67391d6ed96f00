"""What a browser is called, from what it calls itself."""

from __future__ import annotations

# In this order: most of them also name those that come after.
_BROWSERS = {"Firefox": "Firefox", "Edg": "Edge", "OPR": "Opera", "Chrome": "Chrome", "Safari": "Safari"}
_SYSTEMS = {
    "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS", "Linux": "Linux",
}  # fmt: skip


def name_browser(agent: str) -> str:
    """``Firefox, Linux``; the first words of what it calls itself, if neither is known (RFC 9110, 10.1.5)."""
    found = [next((name for mark, name in names.items() if mark in agent), "") for names in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in found if name) or agent[:30] or "not told"
