"""What an origin is called on the page: the fullest of its names, a noun for what has none, or nobody."""

from collections import Counter
from collections.abc import Sequence

from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.origins import GOES_ON, Standing
from sayso.corroborate.perhaps import is_nameless
from sayso.corroborate.source_names import Source, is_pronoun

NOBODY = "no named source"


def is_in_full(source: Source) -> bool:
    """Whether a source says which it is, not only of what kind: "the Halden hospital", not "the hospital"."""
    return bool(source.place or source.country or source.names)


def label(key: Key, standings: Sequence[Standing]) -> str:
    """What a reader is told an origin is called, in its fullest form and where it can be in Latin letters."""
    sources = [s.source for s in standings if s.source]
    if not sources or key[0] == "family":
        return NOBODY
    printed = Counter(source.printed for source in sources)
    if key == UNSOURCED or is_nameless(key):
        return _as_printed(printed, all(s.source for s in standings))
    telling = [source for source in sources if not source.vague and not source.referred]
    named = {source.printed for source in telling if source.body or source.person}
    # "the Interior Ministry" tells more than "it" or "the ministry", however often those stand.
    bodies = {source.printed for source in telling if source.body}
    bodies = {source.printed for source in telling if source.body and is_in_full(source)} or bodies
    if key[0] == "person":  # "Ana Lenz" tells more than "the mayor", who she is
        bodies = {source.printed for source in sources if source.person} or bodies
    # a page in English is read by people who may not know another script, so that comes last
    order = {way: (way not in bodies, way not in named, not way.isascii(), -printed[way], len(way)) for way in printed}
    name = min(printed, key=lambda way: (order[way], way))
    return f"{name}, or {NOBODY}" if all(s.basis == GOES_ON or not s.source for s in standings) else name


def _as_printed(printed: Counter[str], always: bool) -> str:
    """Sources that are no name, by the articles' own words for them; `always` is whether every appearance has one.

    "The company" is not nobody: what nobody could find out is who is meant.
    """
    nouns = {way for way in printed if not is_pronoun(way)}
    way = min(printed, key=lambda way: (way not in nouns, not way.isascii(), -printed[way], way))
    name = way if way in nouns else f"somebody called only “{way}”"
    return name if always else f"{name}, or {NOBODY}"
