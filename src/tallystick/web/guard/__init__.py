"""What stands between a browser and the pages: one file for each kind of attack that it keeps out."""
