"""Everything that follows from the reports and the decisions: as a whole, or only what a change concerns."""
