"""What came of the projectiles."""

from __future__ import annotations
