"""The pages, one a file: what is asked for, what is looked up, which template shows it."""

from tallystick.web.pages import (
    add,
    incident,
    incidents,
    map,
    network,
    overview,
    report,
    reports,
    review,
    sites,
    tallies,
    timeline,
)

PAGES = (
    overview.router,
    incidents.router,
    incident.router,
    reports.router,
    report.router,
    tallies.router,
    map.router,
    timeline.router,
    network.router,
    review.router,
    sites.router,
    add.router,
)
