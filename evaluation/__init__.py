"""What is measured beside the package: all tasks in one table, and the peers that can be run here."""
