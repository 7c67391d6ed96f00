"""The controlled lists, as data."""
