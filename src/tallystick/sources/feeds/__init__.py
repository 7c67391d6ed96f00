"""Feeds and sitemaps: RSS, Atom, JSON Feed; each entry an article or the way to one."""
