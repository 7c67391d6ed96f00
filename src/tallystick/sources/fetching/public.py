"""Which addresses of the internet are public: those that anybody's machine reaches under the same number."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

# IANA gives out public addresses of version 6 from here only (RFC 4291, 2.4).
_GLOBAL_UNICAST = IPv6Network("2000::/3")
# Addresses of version 4 as a translator shows them to a network of version 6 (RFC 6052, 2.1).
_NAT64 = IPv6Network("64:ff9b::/96")
_RELAYS_6TO4 = IPv4Network("192.88.99.0/24")  # withdrawn (RFC 7526)


def is_public(address: IPAddress) -> bool:
    """True if the address is public, by the registries of IANA for special purposes (RFC 6890).

    Private, loopback, link-local (with the metadata services of clouds), shared, multicast and reserved addresses are
    not. An address of version 6 that stands for one of version 4 is as public as that: 6to4 (RFC 3056) and NAT64
    (RFC 6052); the forms that no route leads to are not public: mapped, compatible and Teredo.
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and address not in _RELAYS_6TO4
    if address.scope_id is not None:
        return False
    if address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    # Later releases of Python count no address of 6to4 as global.
    if address.sixtofour is not None:
        return is_public(address.sixtofour)
    return address.teredo is None and address in _GLOBAL_UNICAST and address.is_global
