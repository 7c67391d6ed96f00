"""The features by which two tellings are compared, one a file; ``COMPARISONS`` lists them in the order shown."""

from tallystick.resolution.features.actors import CLAIMANT, CLAIMED_BY_PERPETRATOR, PERPETRATOR, SIDES, TARGET_ACTOR
from tallystick.resolution.features.clock import CLOCK
from tallystick.resolution.features.company import COMPANY
from tallystick.resolution.features.comparison import Comparison
from tallystick.resolution.features.day import DAY
from tallystick.resolution.features.effects import INJURED, KILLED, OUTCOME, WEAPON_COUNT
from tallystick.resolution.features.manner import KIND, WEAPON
from tallystick.resolution.features.place import PLACE
from tallystick.resolution.features.report import REPORT
from tallystick.resolution.features.wording import TARGET, WORDING

COMPARISONS: tuple[Comparison, ...] = (
    REPORT,
    DAY,
    CLOCK,
    PLACE,
    COMPANY,
    KIND,
    WEAPON,
    PERPETRATOR,
    CLAIMED_BY_PERPETRATOR,
    CLAIMANT,
    SIDES,
    TARGET_ACTOR,
    TARGET,
    WEAPON_COUNT,
    KILLED,
    INJURED,
    OUTCOME,
    WORDING,
)
