"""Small pieces of SVG: elements, text width, and the mark by which each status is known in every picture."""

from __future__ import annotations

from markupsafe import escape

from tallystick.model.terms import Status

_WIDE = set("mwMW@%—")
_NARROW = set("iIljtfr.,:;'|!()[] ’‘-")

Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]

MARKS: dict[Status, str] = {
    Status.CONFIRMED: "confirmed",
    Status.REPORTED: "reported",
    Status.CLAIMED_ONLY: "claimed",
    Status.CONTESTED: "contested",
    Status.DENIED: "denied",
    Status.DISCOUNTED: "denied",
    Status.RETRACTED: "denied",
}
MARK_NAMES = {
    "confirmed": "confirmed",
    "reported": "reported",
    "claimed": "claimed only",
    "contested": "contested",
    "denied": "denied, discounted or retracted",
}


def tag(name: str, *children: str, **attributes: str | float | None) -> str:
    """An element around ``children``, which are SVG already. ``class_`` is ``class``; other underscores are hyphens."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_short(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(words: str, **attributes: str | float | None) -> str:
    """A text element with its words escaped."""
    return tag("text", str(escape(words)), **attributes)


def title(words: str) -> str:
    """What a pointer or a screen reader is told of an element."""
    return tag("title", str(escape(words)))


def picture(*children: str, width: float, height: float, name: str, description: str, key: str) -> str:
    """A whole picture with its name and description for those who do not see it. ``key`` is unique on the page.

    One with links in it is a group: whatever is inside an image cannot be reached by those who do not see it.
    """
    head = tag("title", str(escape(name)), id=f"{key}-t") + tag("desc", str(escape(description)), id=f"{key}-d")
    return tag(
        "svg",
        head,
        *children,
        viewBox=f"0 0 {_short(width)} {_short(height)}",
        role="group" if any("<a " in child for child in children) else "img",
        aria_labelledby=f"{key}-t {key}-d",
        class_="picture",
        width=_short(width),
    )


def path(points: list[Point], *, closed: bool) -> str:
    """Path data through points, those closer together than half a unit left out."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > 0.5:
            kept.append((x, y))
    if len(kept) < 2:
        return ""
    return "M" + "L".join(f"{_short(x)} {_short(y)}" for x, y in kept) + ("Z" if closed else "")


def curve(points: Curve) -> str:
    """Path data of a cubic curve: its start, its two handles and its end."""
    return "M{} {}C{} {} {} {} {} {}".format(*(_short(number) for point in points for number in point))


def text_width(words: str, size: float) -> float:
    """About how wide words are in a sans-serif face of that size."""
    return size * sum(0.86 if c in _WIDE else 0.31 if c in _NARROW else 0.57 for c in words)


def wrap(words: str, width: float, size: float) -> list[str]:
    """Words broken into lines that fit a width; a word that is too long stands alone."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def mark(status: Status, x: float, y: float, radius: float = 5) -> str:
    """The sign of a status: told apart by shape as well as colour, so that it survives a black-and-white printer."""
    kind = MARKS[status]
    dot = tag("circle", cx=x, cy=y, r=radius, class_=f"mark {kind}")
    if kind == "contested":
        return dot + tag("path", d=f"M{_short(x)} {_short(y - radius)}v{_short(2 * radius)}", class_="mark-line")
    if kind == "denied":
        reach = radius * 0.75
        lines = (
            f"M{_short(x - reach)} {_short(y - reach)}l{_short(2 * reach)} {_short(2 * reach)}"
            f"m0 {_short(-2 * reach)}l{_short(-2 * reach)} {_short(2 * reach)}"
        )
        return tag("path", d=lines, class_="mark-line denied")
    return dot


def _short(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.1f}".rstrip("0").rstrip(".") or "0"
