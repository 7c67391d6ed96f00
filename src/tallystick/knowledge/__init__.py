"""What is known before reading, each row with its citation."""
