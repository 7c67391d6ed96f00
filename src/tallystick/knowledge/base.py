"""The knowledge base: actors, their relations and the publishers, with the indexes to find them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from tallystick.knowledge.actors import KnownActor, Organ
from tallystick.knowledge.names import fold_name
from tallystick.knowledge.publishers import KnownPublisher
from tallystick.model.actor import ActorRef
from tallystick.model.outlet import Outlet
from tallystick.model.relation import KnownRelation
from tallystick.model.terms import ActorType, Predicate

_OUTLET_NOUNS = (
    "agency|news|media|wire|service|newspaper|paper|daily|website|site|channel|television|tv|radio|station|"
    "broadcaster|network|magazine|outlet"
)
_OUTLET_NOUN = re.compile(_OUTLET_NOUNS, re.IGNORECASE)
_AROUND_OUTLETS = re.compile(
    rf"the|an?|of|from|by|(?:{_OUTLET_NOUNS})|correspondents?|reporters?|journalists?|photographers?|witness|report|\S+['’]s",
    re.IGNORECASE,
)
_KIN = (Predicate.BRAND_OF, Predicate.FRONT_FOR, Predicate.MEMBER_OF, Predicate.PART_OF, Predicate.SUBORDINATE_TO)


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """What is known before reading. Equal only to itself, so that it can key a cache.

    ``fingerprint`` stands for the files that it was read from; empty if it comes from none.
    """

    actors: tuple[KnownActor, ...]
    relations: tuple[KnownRelation, ...] = ()
    publishers: tuple[KnownPublisher, ...] = ()
    fingerprint: str = ""
    _by_id: dict[str, KnownActor] = field(init=False, repr=False)
    _by_alias: dict[str, tuple[KnownActor, ...]] = field(init=False, repr=False)
    _by_nationality: dict[str, tuple[KnownActor, ...]] = field(init=False, repr=False)
    _by_organ: dict[tuple[str, Organ], KnownActor] = field(init=False, repr=False)
    _relations_of: dict[str, tuple[KnownRelation, ...]] = field(init=False, repr=False)
    _by_publisher: dict[str, KnownPublisher] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        aliases: dict[str, dict[str, KnownActor]] = defaultdict(dict)
        for actor in self.actors:
            for name in (*actor.names(), *(a.name for a in actor.ambiguous_aliases)):
                aliases[fold_name(name).removeprefix("the ")][actor.id] = actor
        nationalities: dict[str, list[KnownActor]] = defaultdict(list)
        for actor in self.actors:
            for word in {fold_name(adjective) for adjective in actor.attributes()}:
                nationalities[word].append(actor)
        around: dict[str, list[KnownRelation]] = defaultdict(list)
        for relation in self.relations:
            around[relation.subject].append(relation)
            if relation.object != relation.subject:
                around[relation.object].append(relation)
        publishers: dict[str, KnownPublisher] = {}
        for publisher in self.publishers:
            for name in (publisher.name, *publisher.aliases):
                publishers.setdefault(fold_name(name), publisher)
            publishers[publisher.domain] = publisher
        indexes = {
            "_by_id": {a.id: a for a in self.actors},
            "_by_alias": {key: tuple(found.values()) for key, found in aliases.items()},
            "_by_nationality": {key: tuple(found) for key, found in nationalities.items()},
            "_by_organ": {(a.country, a.organ): a for a in reversed(self.actors) if a.country and a.organ},
            "_relations_of": {key: tuple(found) for key, found in around.items()},
            "_by_publisher": publishers,
        }
        for name, index in indexes.items():
            object.__setattr__(self, name, index)

    def actor(self, actor_id: str) -> KnownActor:
        """The actor of that id. Raises KeyError if there is none."""
        return self._by_id[actor_id]

    def has(self, actor_id: str) -> bool:
        """True if there is an actor of that id."""
        return actor_id in self._by_id

    def ref(self, actor_id: str) -> ActorRef:
        """A pointer to the actor of that id. Raises KeyError if there is none."""
        return ActorRef(id=actor_id, name=self._by_id[actor_id].name)

    def match_alias(self, text: str) -> tuple[KnownActor, ...]:
        """The actors that the whole of ``text`` can name, "the" aside; more than one where the name is ambiguous."""
        return self._by_alias.get(fold_name(text).removeprefix("the "), ())

    def match_nationality(self, word: str) -> tuple[KnownActor, ...]:
        """The states that a nationality word speaks of ("Iraqi")."""
        return self._by_nationality.get(fold_name(word), ())

    def organ_of(self, state_id: str, organ: Organ) -> KnownActor | None:
        """The state's body of that sort, if it is known."""
        return self._by_organ.get((state_id, organ))

    def relations_of(self, actor_id: str, on: date | None = None) -> tuple[KnownRelation, ...]:
        """The relations in which the actor is either side, on the day if one is given."""
        return tuple(r for r in self._relations_of.get(actor_id, ()) if _holds(r, on))

    def state_of(self, actor_id: str) -> str | None:
        """The id of the state that the actor is, or is an organ of; null for an actor of no state."""
        seen: set[str] = set()
        while actor_id in self._by_id and actor_id not in seen:
            seen.add(actor_id)
            actor = self._by_id[actor_id]
            if actor.type is ActorType.STATE:
                return actor.id
            if actor.country:
                return actor.country
            outer = [r.object for r in self._relations_of.get(actor_id, ()) if _leads_up(r, actor_id)]
            if not outer:
                return None
            actor_id = outer[0]
        return None

    def members_of(self, brand_id: str, on: date | None = None) -> tuple[KnownRelation, ...]:
        """The relations that put an actor behind a brand, a facade or an umbrella; the member is the other side."""
        return tuple(
            r
            for r in self.relations_of(brand_id, on)
            if (r.subject == brand_id and r.predicate in (Predicate.BRAND_OF, Predicate.FRONT_FOR))
            or (r.object == brand_id and r.predicate is Predicate.MEMBER_OF)
        )

    def backers_of(self, actor_id: str, on: date | None = None) -> tuple[KnownRelation, ...]:
        """The relations that name a backer of the actor (``backed_by``, or somebody who ``controls`` it)."""
        return tuple(
            r
            for r in self.relations_of(actor_id, on)
            if (r.subject == actor_id and r.predicate is Predicate.BACKED_BY)
            or (r.object == actor_id and r.predicate is Predicate.CONTROLS)
        )

    def are_compatible(self, a: str, b: str) -> bool:
        """True if two mentions may name one doer.

        That is the same actor, two bodies of one state, a brand or an umbrella and its member, or a body and the one
        that it is part of.
        """
        if a == b:
            return True
        state = self.state_of(a)
        if state is not None and state == self.state_of(b):
            return True
        return any(b in (r.subject, r.object) and r.predicate in _KIN for r in self.relations_of(a))

    def publisher(self, url_or_name: str) -> KnownPublisher | None:
        """The publisher of an address (by its domain or a parent domain) or of a name."""
        host = (urlsplit(url_or_name).hostname or "") if "//" in url_or_name else url_or_name.strip().lower()
        labels = host.split("/")[0].split(".")
        for i in range(len(labels) - 1):
            if found := self._by_publisher.get(".".join(labels[i:])):
                return found
        return self._by_publisher.get(fold_name(url_or_name))

    def outlet(self, name: str) -> Outlet | None:
        """The outlet that an address or the words of a report name ("Lebanon's Al Mayadeen television").

        Words that say what it is ("the state news agency", "a correspondent of") may stand before and behind its name.
        """
        words = name.split()
        while words:
            if found := self.publisher(" ".join(words)):
                # Of two addresses of one outlet, that of its name stands for both.
                return self._by_publisher[fold_name(found.name)].outlet()
            if _AROUND_OUTLETS.fullmatch(words[-1]):
                words.pop()
            elif _AROUND_OUTLETS.fullmatch(words[0]) or any(map(_OUTLET_NOUN.fullmatch, words)):
                words.pop(0)
            else:
                return None
        return None


def _holds(relation: KnownRelation, on: date | None) -> bool:
    if on is None:
        return True
    return not ((relation.since and on < relation.since) or (relation.until and on > relation.until))


def _leads_up(relation: KnownRelation, actor_id: str) -> bool:
    return relation.subject == actor_id and relation.predicate is Predicate.PART_OF


def merge_by_id(actors: Iterable[KnownActor]) -> tuple[KnownActor, ...]:
    """The actors, a later one in place of an earlier one with the same id."""
    return tuple({actor.id: actor for actor in actors}.values())
