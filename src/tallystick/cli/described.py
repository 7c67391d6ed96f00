"""An incident in lines of plain text, part by part."""

from __future__ import annotations

from tallystick.attribution.attribute import attribute
from tallystick.model.digest import version_of
from tallystick.model.incident import GroupCount, Incident, Join
from tallystick.model.mention import EventMention
from tallystick.model.record import Record
from tallystick.model.report import Report
from tallystick.pipeline import default_knowledge
from tallystick.publishing.brief.phrases import headline, when_words

Lines = list[str]


def describe_fields(incident: Incident) -> Lines:
    """What is held of it, field by field."""
    place = incident.place
    where = (
        "not told"
        if place is None
        else f"{place.name} ({place.precision.value}{', ' + place.country if place.country else ''})"
    )
    return [
        f"{incident.id}  {incident.kind.value}  {incident.status.value}  review: {incident.review_state.value}  "
        f"version {version_of(incident)}",
        f"  when      {_days(incident)} ({incident.date_precision.value}, {incident.date_basis.value})",
        f"  where     {where}",
        f"  target    {incident.target or 'not told'}",
        f"  by        {incident.perpetrator.name if incident.perpetrator else 'not stated as fact'}",
        f"  weapons   {', '.join(w.value for w in incident.weapons) or 'not told'}",
        f"  killed    {_count(incident.killed)}   injured {_count(incident.injured)}",
        *(f"    of them {_group(each)}" for each in incident.casualty_groups),
        f"  outcome   {incident.outcome.value}",
        f"  sources   {incident.sources} independent",
    ]


def describe_doer(incident: Incident, record: Record) -> Lines:
    """Who did it, who says so, how likely and how sure: in sentences, also where nothing is known."""
    attributed = attribute([incident], record.mentions, record.reports, knowledge=default_knowledge())
    return [f"  {s}" for s in attributed.sentences[incident.id]]


def describe_sources(incident: Incident, record: Record) -> Lines:
    """Who originally reported it, each with the reports on file that tell it from there, and on whose word."""
    lines = []
    for origin in incident.origins:
        lines.append(f"  {origin.name}")
        lines += [f"    {_descent(record.report(report_id), record)}" for report_id in origin.reports]
    if incident.informants:
        lines.append(f"  on the word of: {', '.join(actor.name for actor in incident.informants)}")
    return lines


def describe_quotes(incident: Incident, record: Record) -> Lines:
    """What the reports say, each with its name."""
    lines = []
    for event in record.events_of(incident):
        lines.append(f"  {_source(event, record)}")
        lines.append(f"    “{event.quote.exact}” [{event.quote.start}–{event.quote.end}]")
    return lines


def describe_ends(join: Join, incident: Incident, record: Record) -> str:
    """The two mentions of a join, each with its report."""
    events = {e.id: e for e in record.events_of(incident)}
    named = (f"{_report(events[i], record)} ({i})" if i in events else i for i in (join.left, join.right))
    return " + ".join(named)


def describe_vagueness(incident: Incident, record: Record) -> Lines:
    """The incidents that a vague one may be, and the vague ones that may be this one."""
    known = {i.id: i for i in record.incidents}
    lines = []
    for other in incident.may_be:
        lines.append(f"  may be {_call(other.id, known)}: probability {other.score:.2f}")
        lines += [f"    {reason}" for reason in other.reasons]
    lines += [
        f"  {_call(other.id, known)} may be this one"
        for other in record.incidents
        if any(each.id == incident.id for each in other.may_be)
    ]
    return lines


def describe_conflicts(incident: Incident) -> Lines:
    """Where the reports disagree, and by which rule the shown value was chosen."""
    lines = []
    for conflict in incident.conflicts:
        said = " / ".join(f"{v.value} ({_sources(v.sources)}: {', '.join(v.mention_ids)})" for v in conflict.values)
        lines += [f"  {conflict.field}: {said}", f"    shown by the rule: {conflict.rule}"]
        if conflict.decided_by:
            lines.append(f"    decided by: {conflict.decided_by}")
    return lines


def describe_settled(incident: Incident) -> Lines:
    """Which fields a person settled, who and why."""
    return [
        f"  {each.field}: {'pinned' if each.pinned else 'set'} by {each.by} (decision {each.decision})"
        + (f": {each.reason}" if each.reason else "")
        for each in incident.settled
    ]


def describe_carriers(incident: Incident) -> Lines:
    """For each field the mentions that give the shown value."""
    return [f"  {each.field}: {', '.join(each.mention_ids)}" for each in incident.sourced]


def _call(incident_id: str, known: dict[str, Incident]) -> str:
    incident = known.get(incident_id)
    return f"{incident_id} ({headline(incident)}, {when_words(incident)})" if incident else incident_id


def _sources(number: int) -> str:
    return "taken back" if number == 0 else f"{number} source{'' if number == 1 else 's'}"


def _days(incident: Incident) -> str:
    if incident.start is None and incident.end is None:
        return "not told"
    if incident.start == incident.end:
        return str(incident.start)
    return f"{incident.start or '?'} to {incident.end or '?'}"


def _group(each: GroupCount) -> str:
    return f"{each.group.value}: killed {_count(each.killed)}, injured {_count(each.injured)}"


def _count(count: object) -> str:
    low, best, high = (getattr(count, n, None) for n in ("low", "best", "high"))
    if count is None:
        return "not told"
    if low == high == best:
        return str(low)
    return f"{low if low is not None else '?'} to {high if high is not None else '?'}"


def _source(event: EventMention, record: Record) -> str:
    copy = " (copy of another report)" if record.report(event.report_id).syndicated_from else ""
    by = f", on the word of {event.reporter.name}" if event.reporter else ""
    return f"{_report(event, record)}{copy}{by}"


def _report(event: EventMention, record: Record) -> str:
    return _name(record.report(event.report_id))


def _name(report: Report) -> str:
    name = report.publisher or report.title or report.path or report.id[:12]
    return f"{name}, {report.published_on}" if report.published_on else name


def _descent(report: Report, record: Record) -> str:
    """A report, and whose words it has if not its own."""
    said = [_name(report)]
    if report.copied is not None:
        said.append(f"copy of {_name(record.report(report.copied.nearest))}: {report.copied.why}")
    if report.credited_to is not None:
        said.append(f"credits {report.credited_to.name}")
    return "; ".join(said)
