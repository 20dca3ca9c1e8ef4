"""Whether one origin may be another that its words do not name: then a claim's range counts them as one and as two."""

from sayso.corroborate import bodies
from sayso.corroborate.origin_keys import Key, is_bare, is_firm

STAFF = "general_staff"


def may_be(one: Key, other: Key) -> str | None:
    """Why `other` may be `one`, with {} for the name of `one`; None if nothing says so."""
    if one[0] == other[0] == "body":
        return _bodies(one, other)
    if one[0] == other[0] == "person":
        last, short = one[1] == other[1], min(len(one), len(other)) == 2
        if last and short and is_firm(one):
            return "is named without what tells one of that name from the next; it may be {}"
        return "has the last name of {}, and no first name that would tell" if last and short else None
    if one[0] == "person" and is_bare(other) and bodies.is_held(other[2]):
        return "is called by the office, and nothing says whose it is; {} may hold it"
    if one[0] == "person" and (is_nameless(other) or (is_firm(one) and is_bare(other) and other[2] in bodies.SIDES)):
        return "is called by what it is, not by its name; {} may be it, or speak for it"
    return None


def is_nameless(key: Key) -> bool:
    """Whether an origin is called by its kind where all of that kind have names: "the company"."""
    return is_bare(key) and key[2] in bodies.kind("named")


def _bodies(one: Key, other: Key) -> str | None:
    kinds = {one[2], other[2]}
    if one[1] and one[1] == other[1] and STAFF in kinds and not bodies.SIDES.isdisjoint(kinds):
        return "is the staff of those who rule a place in its state's stead; it may be {}"
    if not bodies.related(one[2], other[2]):
        return None
    if not _places_agree(one[1], other[1]):
        return None
    if one[2] != other[2]:
        return "may be the same service as {} under another name"
    if is_bare(one) or is_bare(other):
        return "does not say of which place it is; it may be {}"
    return "one is named with its town, the other with its state; it may be {}"


def _places_agree(one: str, other: str) -> bool:
    """Whether two places may be one: neither their states nor their towns differ."""
    (state, _, town), (state_, _, town_) = one.partition("@"), other.partition("@")
    return (not state or not state_ or state == state_) and (not town or not town_ or town == town_)
