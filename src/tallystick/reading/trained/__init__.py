"""The trained reader: a small encoder tells what words do, the rules do the rest."""
