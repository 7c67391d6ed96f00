"""Where Tallystick may connect to, whatever an address, a redirect or a name server says.

The danger is that of server-side request forgery (CWE-918): an address from outside that makes a machine ask for
something inside its own network.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from tallystick.errors import Code, TallystickError
from tallystick.sources.fetching.address import PORTS, Address
from tallystick.sources.fetching.public import IPAddress, is_public

Resolve = Callable[[str, int], Sequence[IPAddress]]


def resolve_name(host: str, port: int) -> tuple[IPAddress, ...]:
    """The addresses of a name by the system's resolver, which also reads ``2130706433`` and ``0x7f.1`` as addresses.

    Raises:
        OSError: if there is no such name.

    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ip_address(each[4][0]) for each in found))


@dataclass(frozen=True, kw_only=True)
class Guard:
    """Lets through what leads to public addresses at the ports of the web.

    ``allowed`` are hosts, each with its port as in ``wiki.example.org:8080`` where that is not the scheme's own, that
    the user trusts wherever they lead to. The others are for tests, which have no public address to connect to.
    """

    allowed: frozenset[str] = frozenset()
    ports: frozenset[int] = frozenset(PORTS.values())
    resolve: Resolve = resolve_name
    is_public: Callable[[IPAddress], bool] = is_public

    def addresses_of(self, address: Address) -> tuple[IPAddress, ...]:
        """Where to connect to for an address: all that its name resolves to, each of them checked.

        Raises:
            TallystickError: E122 if the port is not one of the web or only one of them is not public, E123 if there is
                no such name.

        """
        if address.port not in self.ports and not self._is_allowed(address):
            raise self._refuse(address, f"port {address.port}")
        try:
            found = tuple(self.resolve(address.host, address.port))
        except (OSError, ValueError):
            found = ()
        if not found:
            raise TallystickError(Code.E123, address=address, host=address.host)
        for each in found:
            if not self.is_public(each) and not self._is_allowed(address):
                raise self._refuse(address, str(each))
        return found

    def _is_allowed(self, address: Address) -> bool:
        return address.authority in self.allowed

    def _refuse(self, address: Address, inside: str) -> TallystickError:
        return TallystickError(Code.E122, address=address, inside=inside, host=address.authority)
