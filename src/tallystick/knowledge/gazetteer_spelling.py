"""Which names of the sources are names in English or Arabic, and how they are written plainly."""

from __future__ import annotations

import re
import unicodedata

from tallystick.knowledge.gazetteer_names import fold_name, sound_key

_LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][\w\u0300-\u036f' ʻʼ‘’.\-]*\Z")
ARABIC = re.compile(r"[\u0600-\u06ff]")


def is_name(name: str) -> bool:
    """True for what may stand in a report as a name."""
    # GeoNames lists transliterations in lower case and codes in capitals: neither is a name in English.
    if ARABIC.search(name):
        return len(name) > 2
    return len(name) > 3 and name.upper() != name and _LATIN.match(name) is not None


def loose_key(name: str) -> str:
    """A name by its sound, else folded, by which two spellings meet."""
    return sound_key(fold_name(name)) or fold_name(name)


def plain(name: str) -> str:
    """A scholarly transliteration without its diacritics and ayns."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼʿʾ`]", "", bare.replace("ı", "i").replace("ł", "l"))
