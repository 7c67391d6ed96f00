"""Who makes a request, for the pages: a page that shows takes ``Acting``, one that changes something ``Reviewing``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from tallystick.accounts.principal import Principal, Role
from tallystick.errors import Code, TallystickError


class NotAllowedError(TallystickError):
    """Who acts does not have the role that this needs."""

    def __init__(self, acting: Principal, role: Role) -> None:
        super().__init__(Code.E821, name=acting.name, role=role.value)


def acting_in(request: Request) -> Principal:
    """Who makes the request. The entrance lets nobody in of whom it does not know."""
    acting = request.state.acting
    if not isinstance(acting, Principal):
        raise TypeError("the request did not come through the entrance")
    return acting


def at_least(role: Role) -> Callable[[Request], Principal]:
    """A dependency that gives who acts, and raises NotAllowedError (E821) unless they have the role or a higher one."""

    def acting_as(request: Request) -> Principal:
        acting = acting_in(request)
        if not acting.role.includes(role):
            raise NotAllowedError(acting, role)
        return acting

    return acting_as


Acting = Annotated[Principal, Depends(acting_in)]
Reviewing = Annotated[Principal, Depends(at_least(Role.REVIEWER))]
Administering = Annotated[Principal, Depends(at_least(Role.ADMIN))]
