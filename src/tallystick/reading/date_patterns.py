"""Patterns over lexemes: regular expressions whose letters are whole words.

In a pattern ``'last|next'`` is one word of those, ``<month>`` one word of a class, ``{qty}`` a pattern given by name,
and ``day=<D>`` a part that the resolver asks for by that name. Brackets, ``|``, ``?`` and ``*`` mean what they mean in
a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from tallystick.reading.date_lexicon import Lexeme, Lexicon

_TOKEN: Final = re.compile(r"(?P<slot>\w+)=|<(?P<cls>\w+)>|'(?P<words>[^']*)'|(?P<mark>[()|?*])|(?P<space>\s+)")
_WINDOW: Final = 32
"""Lexemes in a row that are searched at once; no phrase is longer. It keeps endless lists of numbers cheap."""
_MACRO: Final = re.compile(r"\{(\w+)\}")


class Phrase(NamedTuple):
    """A match of a rule: its lexemes and, by name, the lexemes of its parts."""

    kind: str
    lexemes: tuple[Lexeme, ...]
    parts: Mapping[str, tuple[Lexeme, ...]]

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.lexemes[0].start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.lexemes[-1].end

    def word(self, part: str) -> str:
        """The text of a part in lower case, its words joined by blanks; empty if the part is absent."""
        return " ".join(lexeme.text for lexeme in self.parts.get(part, ()))

    def number(self, part: str) -> int:
        """The number of the first lexeme of a part."""
        return self.parts[part][0].number

    def tells(self, *parts: str) -> bool:
        """True if the phrase has any of the parts."""
        return any(part in self.parts for part in parts)


class Grammar:
    """Rules compiled once. A stretch of text without any core word is passed over."""

    def __init__(
        self,
        rules: Iterable[tuple[str, str]],
        *,
        classes: Mapping[str, Iterable[str]],
        macros: Mapping[str, str],
        core: Iterable[str],
    ) -> None:
        self._lexicon = Lexicon()
        self._classes = {name: self._lexicon.atoms(members) for name, members in classes.items()}
        self._macros = macros
        self._rules = tuple((kind, self._compile(pattern)) for kind, pattern in rules)
        other = self._lexicon.atoms(["#other"])
        self._stretch = re.compile(f"[^{other}]+")
        self._core = re.compile(f"[{self._lexicon.atoms(core)}]")

    def candidates(self, text: str) -> Iterator[Phrase]:
        """Every match of every rule, the longest of each window first; they may overlap."""
        lexemes = self._lexicon.cut(text)
        atoms = "".join(lexeme.atom for lexeme in lexemes)
        for stretch in self._stretch.finditer(atoms):
            for start in range(stretch.start(), stretch.end(), _WINDOW):
                yield from self._in_window(lexemes, atoms, start, min(start + 2 * _WINDOW, stretch.end()))

    def _in_window(self, lexemes: list[Lexeme], atoms: str, start: int, end: int) -> Iterator[Phrase]:
        """The matches that begin in the first half of a window; the next window has the others."""
        if not self._core.search(atoms, start, end):
            return
        found = [
            (match.start() - match.end(), order, kind, match)
            for order, (kind, pattern) in enumerate(self._rules)
            for match in pattern.finditer(atoms, start, end)
            if match.start() < start + _WINDOW
        ]
        found.sort(key=lambda item: item[:2])
        for _, _, kind, match in found:
            parts = {
                name.partition("_")[0]: tuple(lexemes[slice(*match.span(name))])
                for name, piece in match.groupdict().items()
                if piece
            }
            yield Phrase(kind, tuple(lexemes[match.start() : match.end()]), parts)

    def _expand(self, pattern: str) -> str:
        """The pattern with every ``{name}`` written out."""
        while _MACRO.search(pattern):
            pattern = _MACRO.sub(lambda match: f"({self._macros[match.group(1)]})", pattern)
        return pattern

    def _compile(self, pattern: str) -> re.Pattern[str]:
        """A regular expression over atoms. The second slot of one name is called ``name_2``, and so on."""
        pieces: list[str] = []
        seen: dict[str, int] = {}
        slot = ""
        source = self._expand(pattern)
        position = 0
        while position < len(source):
            token = _TOKEN.match(source, position)
            if token is None:
                raise ValueError(f"bad date pattern at {source[position:]!r}")
            position = token.end()
            if name := token["slot"]:
                seen[name] = seen.get(name, 0) + 1
                slot = f"?P<{name}_{seen[name]}>"
                continue
            if token["space"]:
                continue
            if mark := token["mark"]:
                pieces.append(f"({slot or '?:'}" if mark == "(" else mark)
            else:
                name = token["cls"]
                atoms = self._classes[name] if name else self._lexicon.atoms(token["words"].split("|"))
                pieces.append(f"({slot}[{atoms}])" if slot else f"[{atoms}]")
            slot = ""
        return re.compile("".join(pieces))
