"""The web application asked by many at once: see README.md beside this package's parent."""
