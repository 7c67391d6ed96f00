"""The reports, places and actors of the example, in words of our own."""

from __future__ import annotations

import hashlib
from datetime import date

from tallystick.model.actor import ActorRef
from tallystick.model.place import Place
from tallystick.model.quote import Quote, quote_from
from tallystick.model.report import Copied, Credit, Report
from tallystick.model.terms import (
    DatelineBasis,
    PlacePrecision,
)


def make_report(name: str, text: str, day: date | None, **fields: str | None) -> Report:
    return Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        path=f"reports/{name}.txt",
        published_on=day,
        published_basis=DatelineBasis.HEADER if day else DatelineBasis.NONE,
        **{"language": "en", **fields},
    )


WIRE = make_report(
    "wire",
    "Two one-way drones were launched at Ain al-Asad Air Base in western Iraq on Wednesday; both were shot down and "
    "three soldiers were slightly hurt, a defence official said. The Islamic Resistance in Iraq, a banner used by "
    "Kata'ib Hezbollah and other groups that Iran supports, said on Telegram that it fired the drones. Hours later "
    "a rocket fell near the Omar oil field in Syria. The department counts at least 12 attacks on U.S. forces since "
    "October 17, eight in Iraq and four in Syria.",
    date(2023, 10, 26),
    publisher="Meridian Wire",
    title="Drones at Ain al-Asad",
)
COPY = make_report(
    "harbour-post",
    WIRE.text + " (Meridian)",
    date(2023, 10, 26),
    publisher="The Harbour Post",
    syndicated_from=WIRE.id,
)
COPY = COPY.model_copy(
    update={
        "copied": Copied(
            original=WIRE.id,
            nearest=WIRE.id,
            share=1.0,
            why="the same text but for a few words",
            quote=quote_from(COPY.id, COPY.text, 0, COPY.text.index("; both")),
        ),
        "credited_to": Credit(
            outlet="meridian.example",
            name="Meridian Wire",
            quote=quote_from(COPY.id, COPY.text, COPY.text.rindex("Meridian"), len(COPY.text) - 1),
        ),
    }
)
MINISTRY = make_report(
    "ministry",
    "U.S. aircraft struck two ammunition stores in eastern Syria on 27 October in answer to the attacks on American "
    "troops. The strikes were meant to keep further attacks from happening. We do not want a wider war. On Friday "
    "evening drones were again sent against the Ain al-Asad base; nobody was hurt.",
    date(2023, 10, 28),
    publisher="Press office, Department of Defense",
)
LOCAL = make_report(
    "local",
    "Rockets hit the Green Village base at the Omar field and the Shaddadi base in Hasakah on October 29. "
    "Residents of Nineveh province spoke of a blast in the last days of the month. Five soldiers were injured at "
    "Ain al-Asad on 25 October, a medic said. If the fighting spreads, the outposts could be overrun. The Faylaq "
    "al-Shamal, a name not heard before, says it shelled a convoy near Erbil; officials in Erbil deny it.",
    date(2023, 11, 1),
    publisher="Furat Local",
    title=None,
)
THINK_TANK = make_report(
    "think-tank",
    "After the Hamas attack on southern Israel in early October, militias in Iraq and Syria went back to the rocket "
    "war. The Islamic Resistance in Iraq has claimed most of the attacks since then. The brand is a front for "
    "Kata'ib Hezbollah, Harakat Hezbollah al-Nujaba and Kata'ib Sayyid al-Shuhada, and Iran's Revolutionary Guard "
    "backs each of them. There were 14 attacks from October 17 to October 31.",
    date(2023, 11, 2),
    publisher="Institute for the Study of Quiet",
    title="Behind the banner",
)
ARABIC = make_report("arabic", "بيان صادر عن المقاومة", date(2023, 10, 30), publisher="قناة الميدان", language="ar")
REPORTS = (WIRE, COPY, MINISTRY, LOCAL, THINK_TANK, ARABIC)


def quote(report: Report, exact: str) -> Quote:
    start = report.text.index(exact)
    return Quote(report_id=report.id, start=start, end=start + len(exact), exact=exact)


ASAD = Place(
    id="site:ain-al-asad", name="Ain al-Asad Air Base", admin1="Anbar", country="IQ", latitude=33.7856,
    longitude=42.4412, precision=PlacePrecision.SITE, radius_km=3,
)  # fmt: skip
OMAR = Place(
    id="site:omar-field", name="Omar oil field", admin1="Deir ez-Zor", country="SY", latitude=35.0833,
    longitude=40.5667, precision=PlacePrecision.SITE, radius_km=5,
)  # fmt: skip
SHADDADI = Place(
    id="site:shaddadi", name="Al-Shaddadi base", admin1="Hasakah", country="SY", latitude=36.0233,
    longitude=40.7311, precision=PlacePrecision.SITE, radius_km=3,
)  # fmt: skip
EASTERN_SYRIA = Place(
    id="region:eastern-syria", name="eastern Syria", country="SY", latitude=35.4, longitude=40.4,
    precision=PlacePrecision.REGION, radius_km=120,
)  # fmt: skip
NINEVEH = Place(
    id="iso:IQ-NI", name="Nineveh", admin1="Nineveh", country="IQ", latitude=36.0, longitude=42.3,
    precision=PlacePrecision.PROVINCE, radius_km=110,
)  # fmt: skip
ERBIL = Place(
    id="geonames:95446", name="Erbil", admin1="Erbil", country="IQ", latitude=36.19, longitude=44.01,
    precision=PlacePrecision.TOWN, radius_km=8,
)  # fmt: skip
SOUTHERN_ISRAEL = Place(
    id="region:southern-israel", name="southern Israel", country="IL", latitude=31.2, longitude=34.7,
    precision=PlacePrecision.REGION, radius_km=70,
)  # fmt: skip

IRI = ActorRef(id="islamic-resistance-in-iraq", name="Islamic Resistance in Iraq")
KH = ActorRef(id="kataib-hezbollah", name="Kata'ib Hezbollah")
NUJABA = ActorRef(id="harakat-hezbollah-al-nujaba", name="Harakat Hezbollah al-Nujaba")
KSS = ActorRef(id="kataib-sayyid-al-shuhada", name="Kata'ib Sayyid al-Shuhada")
IRGC = ActorRef(id="irgc", name="Islamic Revolutionary Guard Corps")
IRAN = ActorRef(id="iran", name="Iran")
US = ActorRef(id="us-forces", name="United States Armed Forces")
HAMAS = ActorRef(id="hamas", name="Hamas")
FAYLAQ = ActorRef(id=None, name="Faylaq al-Shamal")
