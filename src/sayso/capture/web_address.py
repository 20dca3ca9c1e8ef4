"""Which addresses Sayso fetches, and which hosts the public internet does not reach."""

import ipaddress
import socket
from urllib.parse import urlsplit

from sayso.errors import UsageError


def check_address(url: str) -> None:
    """Raise UsageError unless `url` is one that Sayso fetches."""
    try:
        parts = urlsplit(url)
        host, password = parts.hostname, parts.username or parts.password
    except ValueError as error:
        raise UsageError(f"{url[:200]} is not an address ({error})", "Write it as https://host/path") from error
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise UsageError(f"{url[:200]} is not a web address", "Sayso fetches http:// and https:// only")
    if password:
        raise UsageError("an address with a user name or password is not fetched", "It would be kept in the case")


def is_private(url: str) -> bool:
    """Whether the host of `url` is, or resolves to, an address that the public internet does not reach."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # behind a proxy names need not resolve; without one the request itself will fail
        return False
    return any(is_private_address(str(entry[4][0])) for entry in found)


def is_private_address(address: str) -> bool:
    """Whether an IP address is private, loopback, link-local or otherwise not of the public internet."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return not (mapped or ip).is_global
