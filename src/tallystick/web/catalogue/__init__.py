"""The incidents of a ledger in memory: as columns, of one moment, to be filtered, sorted and counted at once."""
