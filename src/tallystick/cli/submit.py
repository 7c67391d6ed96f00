"""What ``spark-submit`` is given: ``tallystick cluster``, with what follows as its words."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from tallystick.cli import main

    sys.argv.insert(1, "cluster")
    main()
