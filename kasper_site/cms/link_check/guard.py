"""Which machines the link checker may ask, and how often.

An editor's link must not make our server look into the network that it stands in (SSRF): the name is resolved here, the
connection goes to the very address that was looked at, and every redirect comes through here again.
"""

import socket
import time
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

SECONDS_BETWEEN = 1.0

# Addresses that carry another one inside, behind which anything may stand (RFC 6052, 3056, 4380).
_CARRIERS = [
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
]


class RefusedError(OSError):
    """The address is not on the public internet."""


def is_public(text: str) -> bool:
    """Whether an IP address belongs to the public internet: not loopback, private, link-local, multicast, reserved."""
    address: IPv4Address | IPv6Address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if isinstance(address, IPv6Address) and any(address in network for network in _CARRIERS):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


class Gate:
    """Opens connections: to allowed addresses only, one a second to each host. One for a run of the checker."""

    def __init__(
        self,
        is_allowed: Callable[[str], bool] = is_public,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ):
        self.is_allowed, self._clock, self._sleep = is_allowed, clock, sleep
        self._last: dict[str, float] = {}

    def connect(self, address: tuple[str, int], timeout=None, source_address=None) -> socket.socket:
        """In the place of `socket.create_connection`."""
        host, port = address
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        if not all(self.is_allowed(str(entry[4][0])) for entry in found):
            raise RefusedError(f"{host} is not on the public internet")
        self._wait(host)
        return _first_that_answers(found, timeout)

    def _wait(self, host: str) -> None:
        last = self._last.get(host)
        if last is not None and (left := last + SECONDS_BETWEEN - self._clock()) > 0:
            self._sleep(left)
        self._last[host] = self._clock()


def _first_that_answers(found: list, timeout: float | None) -> socket.socket:
    """A connection to one of the addresses that a name stands for: two are tried."""
    error: OSError = OSError("the name stands for no address")
    for family, kind, protocol, _name, target in found[:2]:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(timeout)
            connection.connect(target)
        except OSError as failed:
            connection.close()
            error = failed
        else:
            return connection
    raise error
