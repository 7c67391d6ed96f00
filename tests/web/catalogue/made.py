from __future__ import annotations

from collections.abc import Sequence

from tallystick.ledger.glances import Glance
from tallystick.web.catalogue.catalogue import Moment
from tallystick.web.catalogue.columns import Columns
from tallystick.web.catalogue.facets import FACETS
from tallystick.web.catalogue.labels import Labels
from tallystick.web.catalogue.wording import Wording


def moment_of(glances: Sequence[Glance]) -> Moment:
    """These incidents, in memory."""
    labels = {facet.name: Labels() for facet in FACETS}
    wording = Wording()
    wording.put(enumerate(glances))
    return Moment(1, Columns().with_rows(range(len(glances)), glances, labels), labels, wording)
