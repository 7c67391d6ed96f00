"""The Python interface: what ``import tallystick`` offers. One file a table; ``road`` reads and runs."""
