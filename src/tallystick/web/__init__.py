"""The web application: what the ledger says, page by page, and the decisions that an analyst takes there.

``application`` puts it together, ``site`` is what every page stands on, ``catalogue`` holds the incidents in memory so
that they are found, sorted and counted at once. One file a page in ``pages``, one a noun in ``api``.
"""
