"""The pages, one a file: what is asked for, what is looked up, which template shows it."""

from tallystick.web.pages import (
    account,
    accounts,
    add,
    codebook,
    data,
    data_api,
    incident,
    incidents,
    live,
    login,
    map,
    network,
    overview,
    report,
    reports,
    review,
    sites,
    tallies,
    timeline,
    views,
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
    data.router,
    data_api.router,
    codebook.router,
    views.router,
    live.router,
)

TEAM_PAGES = (login.router, account.router, accounts.router)
"""Those that there are only where there are accounts."""
