"""The controlled terms that the nouns are typed with.

The codes live here so that mypy checks them; their labels, definitions and mappings to other
codebooks (ACLED, UCDP, PLOVER) are data in ``codebook/``, and a test keeps the two in step.
"""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What happened. Codes are part of the stable output format."""

    DRONE_ATTACK = "drone_attack"
    ROCKET_ATTACK = "rocket_attack"
    MISSILE_ATTACK = "missile_attack"
    MORTAR_ATTACK = "mortar_attack"
    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    NAVAL_ATTACK = "naval_attack"
    IED = "ied"
    BOMBING = "bombing"
    SUICIDE_BOMBING = "suicide_bombing"
    GRENADE_ATTACK = "grenade_attack"
    SHOOTING = "shooting"
    AMBUSH = "ambush"
    ARMED_CLASH = "armed_clash"
    RAID = "raid"
    ASSASSINATION = "assassination"
    EXECUTION = "execution"
    ABDUCTION = "abduction"
    ARSON = "arson"
    SABOTAGE = "sabotage"
    CHEMICAL_ATTACK = "chemical_attack"
    ATTACK_UNSPECIFIED = "attack_unspecified"
    OTHER_VIOLENCE = "other_violence"


class WeaponKind(StrEnum):
    """With what."""

    DRONE = "drone"
    ROCKET = "rocket"
    MISSILE = "missile"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    BOMB = "bomb"
    AIRCRAFT = "aircraft"
    NAVAL_GUN = "naval_gun"
    IED = "ied"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_BOMB = "suicide_bomb"
    MINE = "mine"
    GRENADE = "grenade"
    SMALL_ARMS = "small_arms"
    INCENDIARY = "incendiary"
    CHEMICAL = "chemical"
    BLADE = "blade"
    OTHER = "other"


class Modality(StrEnum):
    """How the report puts the event (PLOVER contexts, widened). Only ``actual`` and ``alleged`` become incidents."""

    ACTUAL = "actual"
    ALLEGED = "alleged"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class CasualtyGroup(StrEnum):
    """Whom harm is told of apart. The groups overlap: a child that was killed may be told among the civilians."""

    CIVILIANS = "civilians"
    COMBATANTS = "combatants"
    WOMEN = "women"
    CHILDREN = "children"


class Outcome(StrEnum):
    """What came of the projectiles."""

    HIT = "hit"
    PARTLY_INTERCEPTED = "partly_intercepted"
    INTERCEPTED = "intercepted"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Did it happen? (after Airwars' grading and the field's event status)."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    CLAIMED_ONLY = "claimed_only"
    CONTESTED = "contested"
    DENIED = "denied"
    DISCOUNTED = "discounted"
    RETRACTED = "retracted"


class ReviewState(StrEnum):
    """Has a reviewer passed it?"""

    MACHINE = "machine"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


class DatePrecision(StrEnum):
    """How fine a When is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    PART_OF_MONTH = "part_of_month"
    YEAR = "year"
    UNKNOWN = "unknown"


class DateBasis(StrEnum):
    """What a When rests on."""

    EXPLICIT = "explicit"
    WEEKDAY = "weekday"
    RELATIVE_TO_DATELINE = "relative_to_dateline"
    PUBLICATION = "publication"
    NONE = "none"


class PlacePrecision(StrEnum):
    """How fine a place is. Anything coarser than ``town`` is an area, never a pin."""

    SITE = "site"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"


class ToponymUse(StrEnum):
    """What a place name does in a report. Events happen only at ``place``."""

    PLACE = "place"
    """Names somewhere on the ground, or who is in charge there: a report's words alone seldom tell which."""
    ASSOCIATED = "associated"
    """Tells whose or what sort: "Syrian troops", "U.S. forces", "University of Baghdad"."""
    VENUE = "venue"
    """A building, street or the like on no list, placed by the town it is told in."""


class ActorType(StrEnum):
    """What sort of actor."""

    STATE = "state"
    ARMED_FORCES = "armed_forces"
    CORPS = "corps"
    MILITIA = "militia"
    FACADE = "facade"
    BRAND = "brand"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    GOVERNMENT_BODY = "government_body"
    COALITION = "coalition"
    MEDIA = "media"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP_OF_PEOPLE = "group_of_people"
    UNNAMED_SET = "unnamed_set"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """The part a participant plays in an event."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    CLAIMANT = "claimant"
    ATTRIBUTOR = "attributor"
    ACCUSED = "accused"
    DENIER = "denier"
    RESPONDER = "responder"


class ParticipantType(StrEnum):
    """What sort of thing a participant is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    FACILITY = "facility"
    VEHICLE = "vehicle"
    PLACE = "place"
    GROUP_OF_PEOPLE = "group_of_people"


class Comparator(StrEnum):
    """How a quoted number bounds the truth."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"


class TallyUnit(StrEnum):
    """What a tally counts."""

    ATTACKS = "attacks"
    STRIKES = "strikes"
    CLAIMS = "claims"
    PROJECTILES = "projectiles"
    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"
    SITES = "sites"


class Quantifier(StrEnum):
    """How much of a set a claim covers."""

    ONE = "one"
    SEVERAL = "several"
    SOME = "some"
    MANY = "many"
    MOST = "most"
    ALL = "all"


class ClaimMode(StrEnum):
    """How a claim was made (GTD claim modes and their modern successors)."""

    STATEMENT = "statement"
    UMBRELLA = "umbrella_statement"
    LETTER = "letter"
    NOTE = "note_left_at_scene"
    EMAIL = "email"
    CALL = "call_post_incident"
    CALL_BEFORE = "call_pre_incident"
    TELEGRAM = "telegram_channel_post"
    SOCIAL = "social_media_post"
    WEBSITE = "website_post"
    VIDEO = "video"
    BRANDED_VIDEO = "video_with_branding"
    AUDIO = "audio"
    SPOKESPERSON = "spokesperson_interview"
    PERSONAL = "personal_claim"
    MEDIA_OUTLET = "media_outlet"
    UNKNOWN = "unknown"


class ClaimStep(StrEnum):
    """What happens to a claim in its life."""

    MADE = "made"
    REPEATED = "repeated"
    SUPERSEDED = "superseded"
    TAKEN_DOWN = "taken_down"
    """Its words are gone from where they stood, by the claimant's hand or another's."""
    WITHDRAWN = "withdrawn"
    """The claimant took it back."""
    DENIED = "denied"
    DISPUTED = "disputed"


class ClaimStatus(StrEnum):
    """The life of a claim."""

    STANDING = "standing"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"
    DISPUTED = "disputed"


class StatementKind(StrEnum):
    """What is said that is no event."""

    INTENT = "intent"
    POSITION = "position"
    ASSESSMENT = "assessment"
    CALL = "call"
    THREAT = "threat"
    SITE = "site"


class LinkKind(StrEnum):
    """How one event stands to another. ``after`` is order alone: no cause is stated."""

    RESPONDS_TO = "responds_to"
    TRIGGERED_BY = "triggered_by"
    AFTER = "after"
    PART_OF = "part_of"


class Predicate(StrEnum):
    """How one actor stands to another."""

    BRAND_OF = "brand_of"
    FRONT_FOR = "front_for"
    MEMBER_OF = "member_of"
    OFFSHOOT_OF = "offshoot_of"
    SUBORDINATE_TO = "subordinate_to"
    BACKED_BY = "backed_by"
    CONTROLS = "controls"
    PART_OF = "part_of"
    ALLIED_WITH = "allied_with"
    SUCCESSOR_OF = "successor_of"
    MEDIA_OUTLET_OF = "media_outlet_of"
    ESTABLISHED = "established"


class Grade(StrEnum):
    """How well a relation is evidenced, strongest first (after WINEP's Militia Spotlight)."""

    SELF_ACKNOWLEDGED = "self_acknowledged"
    OFFICIAL_FINDING = "official_finding"
    DIRECT = "direct"
    PREPONDERANCE = "preponderance"
    CIRCUMSTANTIAL = "circumstantial"
    ASSERTED = "asserted"


class Involvement(StrEnum):
    """How a report says that an organisation had a hand in violence, what says most first (after MUC-4, slot 11)."""

    CLAIMED = "claimed"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    ACCUSED = "accused"
    STATED_AS_FACT = "stated_as_fact"
    POSSIBLE = "possible"


class RelationStanding(StrEnum):
    """Whether a relation that a report tells is taken for true."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class InBase(StrEnum):
    """What the knowledge base says beside a relation that a report tells."""

    NEW = "new"
    SAME = "same"
    RELATED = "related"
    CONTRADICTS = "contradicts"


class AttributionMode(StrEnum):
    """Whether all of the named set did it, or one or more of it."""

    ALL_OF = "all_of"
    ONE_OR_MORE_OF = "one_or_more_of"


class AttributionRole(StrEnum):
    """What part the attributed actor is said to have had."""

    EXECUTOR = "executor"
    COMMANDER = "commander"
    SPONSOR = "sponsor"
    ENABLER = "enabler"


class AttributionBasis(StrEnum):
    """What an attribution rests on."""

    CLAIM = "claim"
    STATED = "stated"
    REPORTED = "reported"
    NETWORK = "network"


class AttributionStatus(StrEnum):
    """Whether an attribution still stands."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"


class EvidenceKind(StrEnum):
    """What sort of evidence on who did it."""

    OWN_CLAIM = "own_claim"
    BRAND_CLAIM = "brand_claim"
    OWN_WORD = "own_word"
    OWN_OFFICIAL = "own_official"
    DENIAL = "denial"
    DISPUTE = "dispute"
    AUTHORITY = "authority"
    ARMED_PARTY = "armed_party"
    MEDIUM = "medium"
    ANALYST = "analyst"
    OTHER_VOICE = "other_voice"
    NOBODY_NAMED = "nobody_named"
    REPORTED_FACT = "reported_fact"
    RELATION = "relation"
    CONFESSION = "confession"
    PHYSICAL_EVIDENCE = "physical_evidence"
    INTELLIGENCE = "intelligence"
    CAPABILITY = "capability"
    PATTERN = "pattern"


class Bearing(StrEnum):
    """Which way a piece of evidence bears on an answer."""

    FOR = "for"
    AGAINST = "against"


class Responsibility(StrEnum):
    """What a state had to do with an act: Healey's spectrum of state responsibility (2012), as MISP keeps it."""

    PROHIBITED = "state-prohibited"
    PROHIBITED_BUT_INADEQUATE = "state-prohibited-but-inadequate"
    IGNORED = "state-ignored"
    ENCOURAGED = "state-encouraged"
    SHAPED = "state-shaped"
    COORDINATED = "state-coordinated"
    ORDERED = "state-ordered"
    ROGUE_CONDUCTED = "state-rogue-conducted"
    EXECUTED = "state-executed"
    INTEGRATED = "state-integrated"


class GroundKind(StrEnum):
    """What a report says that an attribution rests on."""

    CONFESSION = "confession"
    PHYSICAL_EVIDENCE = "physical_evidence"
    INTELLIGENCE = "intelligence"
    CAPABILITY = "capability"
    PATTERN = "pattern"


class Likelihood(StrEnum):
    """ICD-203 words of estimative probability."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class Confidence(StrEnum):
    """Analytic confidence (JP 2-0), never in one sentence with a likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class DatelineBasis(StrEnum):
    """Where a report's publication day was read from."""

    GIVEN = "given"
    METADATA = "metadata"
    HEADER = "header"
    TEXT = "text"
    NONE = "none"


class Verdict(StrEnum):
    """What the incidents on file say of a tally, its scope read strictly and leniently."""

    CONSISTENT = "consistent"
    CONSISTENT_LENIENTLY = "consistent_leniently"
    CONSISTENT_STRICTLY = "consistent_strictly"
    BETWEEN_READINGS = "between_readings"
    INCOMPLETE = "incomplete"
    EXCEEDED = "exceeded"
    NOT_CHECKED = "not_checked"


class GapReason(StrEnum):
    """Why a tally and the incidents on file may come to different numbers."""

    UNIT_MISMATCH = "unit_mismatch"
    SCOPE_MISMATCH = "scope_mismatch"
    WINDOW_MISMATCH = "window_mismatch"
    NOT_IN_SOURCES = "not_in_sources"
    DUPLICATE_IN_LEDGER = "duplicate_in_ledger"
    SPLIT_OR_SALVO = "split_or_salvo"
    COUNTER_REVISED = "counter_revised"
    UNKNOWN = "unknown"


class SumVerdict(StrEnum):
    """How the numbers that a report lists stand to the whole that it says they make."""

    ADDS_UP = "adds_up"
    FALLS_SHORT = "falls_short"
    COMES_TO_MORE = "comes_to_more"


class Agreement(StrEnum):
    """How two tallies stand to each other."""

    COMPATIBLE = "compatible"
    REVISED = "revised"
    CONTRADICTORY = "contradictory"
    NOT_COMPARABLE = "not_comparable"


class Difference(StrEnum):
    """In what two tallies differ, or by what rule they cannot both hold."""

    WINDOW = "window"
    DAY = "day"
    AREA = "area"
    WEAPONS = "weapons"
    SIDES = "sides"
    UNIT = "unit"
    COUNTER = "counter"
    HEADLINE = "headline"
    ARITHMETIC = "arithmetic"
    FALL = "fall"
    REVISION_SAID = "revision_said"


class Reliability(StrEnum):
    """How far a source is to be trusted (Admiralty code, first axis). ``F`` is no middle of the scale."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far a piece of information is to be believed (Admiralty code, second axis). ``6`` is no middle either."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"
