"""Who did it, who says so, and how sure that is."""
