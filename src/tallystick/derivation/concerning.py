"""The part of a record by which one incident is told, read without the rest."""

from __future__ import annotations

from tallystick.attribution.claim_tellings import doers_named_in
from tallystick.attribution.names import key
from tallystick.derivation.behind import Told
from tallystick.knowledge.base import KnowledgeBase
from tallystick.ledger import Ledger
from tallystick.model.incident import Incident
from tallystick.model.record import Record


def record_of(incident: Incident, ledger: Ledger, *, knowledge: KnowledgeBase) -> Record:
    """All that the reports of an incident tell, these reports with the families that they are of, who stands behind
    those who claim it, and the incidents that it may be or that may be it. The whole record, where some report waits to
    be derived from or no derivation has filed yet what concerns what.
    """
    with ledger.standing() as standing:
        _, waiting = standing.dirty()
        if waiting or standing.inputs() is None:
            return ledger.record()
        told = {mention.report_id for mention in standing.mentions(incident.mentions)}
        mentions = {mention.id: mention for mention in standing.mentions_in(told)}
        doers = {key(actor) for m in mentions.values() for actor in doers_named_in(m)}
        mentions |= {relation.id: relation for relation in Told(standing, knowledge, (), ()).behind(doers)}
        origins = {report_id for origin in incident.origins for report_id in origin.reports}
        others = {each.id for each in incident.may_be} | standing.incidents_naming({incident.id})
        return Record(
            reports=standing.reports(standing.families(told | origins)),
            mentions=tuple(mentions[i] for i in sorted(mentions)),
            incidents=standing.incidents({incident.id, *others}),
        )
