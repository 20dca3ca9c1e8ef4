"""Counts of some of those whom a larger count of the same sentence is of: no rivals of any whole.

"29 dead, two of whom died on the table", "nine women were among 27 people killed", "two of the injured died": the two
and the nine would stand against the 27 of somebody else.
"""

import re
from typing import Final

from sayso.corroborate.counted_states import dies
from sayso.corroborate.differences import is_tally, kind_of, size
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.scopes import closes_with_part, is_among, opens_with_part

_NEAR: Final = 48  # code points around a figure
_WORDS: Final = 2  # between a figure and "of them": "two people of whom"
_STOP: Final = re.compile(r"[,;:.()!?،؛，；、。।—–\d]")
APART: Final = frozenset({"woman", "child"})  # who are hardly all of those whom something befell
_INJURED: Final = "injured"
_FEW: Final = 9.0  # who died of their wounds; "60 were hurt in the blast that killed the mayor" counts the hurt


def is_share(profile: Profile, figure: Figure) -> bool:
    """Whether a figure counts only some of those whom its sentence counts, or those who left another count."""
    if _died_since(profile, figure):
        return True
    toll = figure.measure.rsplit(" ", maxsplit=1)[-1] if is_tally(figure.measure) else ""
    if not toll and figure.measure and kind_of(figure.measure) != "person":
        return False
    wholes = (f for f in profile.figures if f.start != figure.start and is_tally(f.measure))
    if not any(size(f) > size(figure) and (not toll or f.measure.endswith(toll)) for f in wholes):
        return False
    return figure.measure in APART or _is_said_to_be_some(profile, figure)


def _is_said_to_be_some(profile: Profile, figure: Figure) -> bool:
    """Whether "of them", "among them" or the like stands right beside a figure."""
    text, language = profile.article.text, profile.language
    behind = text[figure.end : figure.end + _NEAR]
    before = text[max(0, figure.start - _NEAR) : figure.start]
    words = _STOP.split(behind, maxsplit=1)[0].split()
    rests = [" ".join(words[skipped:]) for skipped in range(min(_WORDS, len(words)) + 1)]
    if any(opens_with_part(rest, language) or is_among(rest, language) for rest in rests if rest):
        return True
    return closes_with_part(before, language)


def _died_since(profile: Profile, figure: Figure) -> bool:
    """Whether those counted are injured who died: neither all of the injured nor all of the dead."""
    if figure.measure != _INJURED or size(figure) > _FEW:
        return False
    return dies(profile, figure)
