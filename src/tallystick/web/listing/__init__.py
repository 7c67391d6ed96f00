"""The table of incidents: its columns, what narrows it down, and the same rows as a file."""
