"""People killed and injured, as low, best and high."""

from __future__ import annotations
