"""How likely two tellings are of one incident: Splink (Fellegi and Sunter 1969) over a flat table of tellings."""

from tallystick.resolution.linkage.link import FLOOR, link
from tallystick.resolution.linkage.links import Links
from tallystick.resolution.linkage.model import Model, load_model

__all__ = ["FLOOR", "Links", "Model", "link", "load_model"]
