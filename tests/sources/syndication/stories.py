"""Reports made by hand: stories, what stands under and around them, and how to take them in."""

import hashlib
from datetime import date

from tallystick.model.report import Credit, Report

STORY = [
    "Gunmen on motorcycles opened fire on a convoy near the crossing at Dorano on Sunday evening, killing four soldiers.",
    "Nine others were wounded, two of them badly, the army said in a short note to the press.",
    "The governor visited the wounded in the hospital of Dorano and asked residents to stay at home for three days.",
    "Troops searched the villages to the north with dogs and found an abandoned motorcycle beside the reservoir.",
    "A herdsman who had seen the riders pass said that they wore no uniforms and carried a green flag.",
    "It was the third ambush on that road since the bridge was rebuilt in the spring of last year.",
]
MARKET = [
    "A mortar round landed in the fish market of Pelline shortly after noon, residents and a medical charity said.",
    "Eleven people were treated for shrapnel wounds and two stalls burned down before firefighters reached the place.",
    "The round came from the hills across the lake, where the Lake Brigade has its guns, a councillor said.",
    "Schools in Pelline will stay closed on Tuesday and the ferry to the island has stopped running.",
    "Traders said that they would open again as soon as the roof of the hall had been made safe.",
    "The Lake Brigade did not answer questions that were sent to its office in the capital.",
]
LEAD = (
    "More blood was shed at Dorano as Gunmen struck once more, and the government is at a loss for what to do about it."
)
OWN = "Our own reader in the district wrote to us that the road is without lamps and that lorries no longer use it at night."
BACKGROUND = (
    "The war has entered its ninth year. It began with protests over the price of bread and has drawn in two coalitions "
    "of rebels and a number of tribal militias. More than ninety thousand people have been killed, by the estimates of "
    "aid agencies, and a third of the population has been driven from home. Talks have led to nothing so far."
)


def report(
    text: str, day: int | None = None, *, body_start: int = 0, publisher: str | None = None, credit: str | None = None
) -> Report:
    """A report of a day of May 2021; ``credit`` is an outlet that its text names, and that it credits."""
    made = Report(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        published_on=date(2021, 5, day) if day else None,
        body_start=body_start,
        publisher=publisher,
    )
    if credit is None:
        return made
    at = text.index(credit)
    quote = {"report_id": made.id, "start": at, "end": at + len(credit), "exact": credit}
    return made.model_copy(
        update={"credited_to": Credit.model_validate({"outlet": credit, "name": credit, "quote": quote})}
    )


def told(*sentences: str) -> str:
    """The sentences as one text."""
    return " ".join(sentences)
