"""Who acts, and what that allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for. Each may do all that those before it may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def includes(self, other: Role) -> bool:
        """True if whoever has this role may do what the other one allows."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True)
class Principal:
    """Who makes a request: the name under which decisions are taken, and the role."""

    name: str
    role: Role

    @property
    def may_decide(self) -> bool:
        """True for reviewers and admins: they decide, take back, and add reports."""
        return self.role.includes(Role.REVIEWER)

    @property
    def may_administer(self) -> bool:
        """True for admins: they add and close accounts."""
        return self.role.includes(Role.ADMIN)
