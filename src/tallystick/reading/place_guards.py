"""Place names inside other names: of persons, organisations, newspapers."""

from __future__ import annotations

from tallystick.reading.place_scene import Scene, listed
from tallystick.reading.place_span import OtherName, PlaceSpan
from tallystick.reading.place_words import Lettering


def other_name_of(span: PlaceSpan, previous: PlaceSpan | None, scene: Scene) -> OtherName | None:
    """What "Bashar al-Assad", "Washington Post", "University of Baghdad" and "Iran-backed" make of the place in them.

    Null if it stands for itself. What is learnt of persons and organisations on the way is kept in the scene.
    """
    behind = scene.behind(span.until)
    if behind is not None and "-" in behind.gap and behind.lower in listed("modifier_participles"):
        return OtherName.ORGANISATION
    if _names_a_vessel(span, scene) or (behind is not None and behind.lower == "time" and not span.is_put_there):
        return OtherName.RUN
    if _closes_organisation(span, scene):
        scene.organisation_until = span.until
        return OtherName.ORGANISATION
    if span.kind == "site":
        return None
    if _follows_title(span, scene) or _follows_particle(span, scene):
        scene.surnames.update(w.lower for w in scene.words[span.first : span.last])
        return OtherName.PERSON
    has_tail = span.until == span.last and behind is not None and behind.lower in listed("organisation_tails")
    if not scene.is_mixed:
        return OtherName.ORGANISATION if has_tail else None
    if _ends_run(span, previous, scene):
        scene.surnames.add(scene.words[span.last - 1].lower)
        return OtherName.RUN
    if has_tail and behind is not None and behind.is_capital:
        return OtherName.ORGANISATION
    return OtherName.RUN if _opens_run(span, scene) else None


def _names_a_vessel(span: PlaceSpan, scene: Scene) -> bool:
    """True for the places in "the tanker Munguia" and "a Spanish-flagged tanker, the Munguia,"."""
    before = scene.before(span.first)
    if before is None:
        return False
    if before.lower != "the":
        return before.lower in listed("vessels")
    opens = scene.words[span.first - 1].gap.strip()
    return span.first > 1 and opens == "," and scene.words[span.first - 2].lower in listed("vessels")


def _closes_organisation(span: PlaceSpan, scene: Scene) -> bool:
    """True for the places in "University of Baghdad" and in "Islamic State of Iraq and Syria"."""
    index = span.opens - 1
    if index < 1 or not scene.words[span.opens].is_joined:
        return False
    if scene.words[index].lower == "the":
        index -= 1
    joint = scene.words[index].lower
    if joint == "and" and index == scene.organisation_until:
        return True
    if index < 1 or joint not in ("of", "in", "for") or not scene.words[index].is_joined:
        return False
    head = scene.words[index - 1]
    if not (head.is_capital or scene.lettering is Lettering.LOWER):
        return False
    return head.lower in listed("movement_heads" if joint == "in" else "organisation_heads")


def _follows_title(span: PlaceSpan, scene: Scene) -> bool:
    before = scene.before(span.first)
    if before is None or not (before.is_capital or before.tag == "PROPN"):
        return False
    return before.lower in listed("titles") or before.lower.removesuffix("s") in listed("titles")


def _follows_particle(span: PlaceSpan, scene: Scene) -> bool:
    """True behind an initial ("J. Dunbar") or a particle of a person's name ("van Boxtel", "bin Salman")."""
    if span.first == 0:
        return False
    before, gap = scene.words[span.first - 1], scene.words[span.first].gap
    if len(before.text) == 1 and before.is_capital and gap.strip() == ".":
        return True
    return gap == " " and before.lower in listed("name_particles") and not before.is_capital


def _ends_run(span: PlaceSpan, previous: PlaceSpan | None, scene: Scene) -> bool:
    """True if a capitalised word of no place stands right before: "Lloyd Austin"."""
    before = scene.before(span.first)
    if before is None or not scene.is_name_word(before) or span.direction is not None:
        return False
    is_covered = previous is not None and previous.first <= span.first - 1 < previous.until
    is_dateline = span.name.isupper() and len(span.name) > 3 and scene.gap_behind(span.until) in ("(", "—", "--", "–")
    return not is_covered and not is_dateline and "-" not in scene.words[span.first].gap


def _opens_run(span: PlaceSpan, scene: Scene) -> bool:
    """True if a capitalised word of no place stands right behind: "Washington Post"."""
    behind = scene.behind(span.until)
    if behind is None or span.until != span.last or not behind.is_capital:
        return False
    if not scene.is_name_word(behind) or behind.text.isdigit() or behind.lower in listed("titles"):
        return False
    return "-" not in behind.gap and not scene.is_held_by(span, span.until)
