"""The key of a strict origin: what kind it is, how definite, and what several keys of one body have in common."""

import functools
from collections.abc import Iterable, Iterator

from sayso.corroborate import bodies, naming
from sayso.corroborate.bodies import body_in, institutions

Key = tuple[str, ...]
"""A strict origin: its kind (see `rank`) and what tells it apart.

"body" has its place ("FI", "@halden", "FI@halden" or "") and its function; "person" a last name, and a first where the
case has two of that last name, or "=" and the name of a company. "via" is unnamed sources told by one outlet, "state"
those of one country and its authorities at large, "family" the texts of one copy family that name nobody.
"""

UNSOURCED: Key = ("unsourced",)
_SOUND = 4  # consonants that "Karvenia", "karwenische" and "Karvenian" share
_RANK = ("body", "person", "bare", "outlet", "via", "state", "family", "unsourced")
FIRM = "="
INSPECTORATE = "inspectorate"
RULES, REBELS = "administration", "rebels"  # who rules a place in its state's stead, and what its enemies call him


def rank(key: Key) -> int:
    """How definite an origin is: 0 for a named body, last for no source at all."""
    return _RANK.index("bare" if is_bare(key) else key[0])


def is_bare(key: Key) -> bool:
    """Whether an origin is a body that nothing places: "the police", "the company", "the UN", but not OCHA."""
    return key[0] == "body" and not key[1] and (key[2] == "united_nations" or key[2] not in bodies.kind("un"))


def is_firm(key: Key) -> bool:
    """Whether an origin is a company or another body of a kind of which each goes by a name."""
    return key[0] == "person" and key[1].startswith(FIRM)


def country_of(key: Key) -> str:
    """The state of a body or of unnamed sources, a place with "@" before it where no state is known; "" for neither."""
    return (key[1].partition("@")[0] or key[1]) if key[0] in {"body", "state"} else ""


def as_placed(held: Iterable[Key]) -> set[Key]:
    """The bodies that a person speaks for, but for those that may be one of the others: "the firm", "the UN"."""
    found = set(held)
    placed = {key for key in found if not is_bare(key)}
    kinds = {other[2] for other in placed if len(other) > 2}
    firms = bodies.kind("firms") | bodies.SIDES if any(map(is_firm, placed)) else frozenset[str]()
    open_ = (key for key in found - placed if key[2] not in firms)
    return placed | {key for key in open_ if not any(bodies.related(key[2], kind) for kind in kinds)}


def are_one(held: Iterable[Key]) -> bool:
    """Whether the bodies that one person speaks for may be one by several names: of one kind, or the UN and an office.

    Not those that each town has: two towns' mayors may bear one name.
    """
    kinds = {key[2] for key in held if key[0] == "body"}
    united = kinds <= bodies.kind("un") and len(kinds - {"united_nations"}) <= 1
    return bool(kinds) and (len(kinds) == 1 or united) and kinds.isdisjoint(bodies.kind("local"))


def names_of(body: str) -> Iterator[str]:
    """What a body may be called for short: itself, "the ministry", "the inspectorate", "the company"."""
    yield body
    if body == RULES:
        yield REBELS
    if body.endswith(bodies.MINISTRY):
        yield "ministry"
    if body in bodies.kind("inspectorates"):
        yield INSPECTORATE
    if body in bodies.kind("firms") and body != "company":
        yield "company"
    if body == "company":
        yield from sorted(bodies.kind("firms") - {"company", "bank", "factory"})


@functools.lru_cache(maxsize=20_000)
def sounds_of(name: str) -> frozenset[str]:
    """The sounds of the words of a name that name no institution, as far as an adjective has them too."""
    told = (naming.sound(word)[:_SOUND] for word in naming.parts(name) if not institutions(word) and not body_in(word))
    return frozenset(sound for sound in told if len(sound) >= _SOUND)
