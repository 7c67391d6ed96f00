"""How decisions stand, read piece by piece, is how they stand in the whole record."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tallystick.derivation.judged import how_decisions_stand
from tallystick.ledger import open_ledger
from tallystick.resolution.standing import standing_of
from tests.derivation.made import decide, reports
from tests.derivation.world import record_of, take, update


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_decisions_stand_as_they_do_in_the_whole_record(data: st.DataObject) -> None:
    told = data.draw(reports(least=3))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        take(ledger, told[:-1])
        update(ledger)
        for more in ((), (), told[-1:]):
            decide(ledger, data)
            take(ledger, more)
            update(ledger)
        record = record_of(ledger)
        whole = standing_of(ledger.journal(), record.incidents, record.mentions)
        assert how_decisions_stand(ledger) == whole
        near = data.draw(st.sampled_from(sorted(report.id for report in record.reports)))
        part = how_decisions_stand(ledger, near={near})
        assert part == {number: whole[number] for number in part}
        assert part.keys() >= {d.id for d in ledger.journal() if near in {q.report_id for q in d.anchors}}
