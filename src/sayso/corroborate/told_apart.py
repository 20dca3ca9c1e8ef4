"""Whether anything in a coverage tells two origins apart: only then do both count for certain.

"The hospital" of one report and "Dr Ana Lenz" of the next may be one. Of two origins of a claim that were called
differently, and that nothing folded, one in three is the other under another name (readers' marks in 147 cases: 93
pairs of 266); so those alone are surely two that a name or their kind tells apart, or a report that has both.
"""

from collections.abc import Iterable, Set

from sayso.corroborate import bodies
from sayso.corroborate.origin_keys import Key, is_bare, is_firm
from sayso.corroborate.source_names import Source


def is_identified(key: Key, sources: Iterable[Source]) -> bool:
    """Whether an origin goes by what no other of its kind has: a place, its own name, a person's with first or title.

    One word is a name by a capital of its own: else it may be a noun that opens a sentence, or be in a script without
    capitals. Of outlets nobody knows from whom they have it.
    """
    if key[0] == "body":
        return not is_bare(key)
    if key[0] == "person":
        return is_firm(key) or any(s.in_full or s.titled or s.capital for s in sources)
    return False


def is_person_in_full(key: Key, sources: Iterable[Source]) -> bool:
    """Whether an origin is a person named with more than the last name: another such is another in any language."""
    return key[0] == "person" and not is_firm(key) and any(s.in_full for s in sources)


def are_of_other_kinds(kinds: Set[str], others: Set[str]) -> bool:
    """Whether both are called by kinds of body that lists know, and by none that may be one: a ministry, a hospital."""
    return bool(kinds and others) and not any(bodies.related(kind, other) for kind in kinds for other in others)
