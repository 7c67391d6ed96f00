"""What speaks for and against two tellings being of one incident, one feature a module."""
