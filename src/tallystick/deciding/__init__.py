"""Taking a decision: what was named, the words that tell it, and the entry in the journal."""

from tallystick.deciding.incidents import Named, Sides, named, some_of, two_sides
from tallystick.deciding.take import Told, Value, note_decision, take_decision

__all__ = ["Named", "Sides", "Told", "Value", "named", "note_decision", "some_of", "take_decision", "two_sides"]
