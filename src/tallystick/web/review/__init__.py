"""The review: what waits for a person, the least certain first, with the evidence for each."""
