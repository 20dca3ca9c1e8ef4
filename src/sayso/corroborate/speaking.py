"""Which members of a claim may give it its words: whole statements, near what most of the others state.

A claim that gathers a little too much is still read rightly where its words are of its middle, not of its edge. A
headline that plays ("Dark as a grave – and 14 boxes gone!"), an aside ("In Ostwick, however, anger.") and a sentence
about "them" may state what the claim does, but say it to nobody who reads them alone.
"""

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from math import fsum
from statistics import median_high

from sayso import lexicon
from sayso.corroborate.profile import Profile

NEAR = 0.15  # how much less likely to be one with the others than the likeliest is
FEWEST = 2  # words that tell something, in a statement of its own

_PERSON = "person"
_FIRST_WORD = re.compile(r"^[\W_]*([^\W\d_]+)")
_CALLING = re.compile(r"[!！?？؟]['’\"”»“]*$")

Chance = Callable[[str, str], float | None]
"""How likely two mentions, by id, state the same; None where nobody asked."""


def speaking(members: Sequence[Profile], chance: Chance) -> list[Profile]:
    """Those of `members` that may speak for all, in their order."""
    whole = [member for member in members if _stands_alone(member)] or list(members)
    usual = median_high(len(member.figures) for member in whole)  # who tells of the dead and the hurt tells more
    whole = [member for member in whole if len(member.figures) <= usual]
    wordings = {member.mention.span.exact: member.id for member in members}
    nearness = {words: _nearness(words, wordings, chance) for words in {m.mention.span.exact for m in whole}}
    least = max(nearness.values()) - NEAR
    return [member for member in whole if nearness[member.mention.span.exact] >= least]


@functools.cache
def _persons(language: str) -> frozenset[str]:
    """The words for "he" and "she"."""
    if language not in lexicon.languages("source_nouns"):
        return frozenset()
    pronouns = lexicon.load("source_nouns", language).tables.get("pronouns", {})
    return frozenset(spelling for form in pronouns.get(_PERSON, ()) for spelling in lexicon.spellings(form))


def _stands_alone(member: Profile) -> bool:
    words = member.mention.span.exact
    first = _FIRST_WORD.match(words)
    # other pronouns of the lists are articles and conjunctions as well: German "die", English "that"
    if _CALLING.search(words.strip()) or (first and first.group(1).lower() in _persons(member.language)):
        return False
    return len(member.stem_set) >= FEWEST or bool(member.figures)


def _nearness(words: str, wordings: Mapping[str, str], chance: Chance) -> float:
    """The mean chance of being one with the others, each wording once, however often it was copied."""
    others = (other for told, other in wordings.items() if told != words)
    told = [found for other in others if (found := chance(wordings[words], other)) is not None]
    return fsum(told) / len(told) if told else 0.0
