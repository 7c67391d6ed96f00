"""Reports that come in by the browser: what was handed over, the queue of what is to be read, what came of it."""
