"""Which mentions of events, of any kind, tell the same event: a linkage that knows no day and no place for sure."""
