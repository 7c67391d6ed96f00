"""Is a ledger whole? Hashes, quotes, references, and the database under them."""

from tallystick.ledger.verify.finding import Finding
from tallystick.ledger.verify.verify import verify

__all__ = ["Finding", "verify"]
