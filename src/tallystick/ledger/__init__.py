"""What is kept: reports, derived rows and the journal of decisions."""
