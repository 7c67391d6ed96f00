"""Mentions to incidents: candidate pairs, comparison, clusters, values and their explanation."""

from tallystick.resolution.knows import Knows
from tallystick.resolution.resolve import Resolution, resolve

__all__ = ["Knows", "Resolution", "resolve"]
