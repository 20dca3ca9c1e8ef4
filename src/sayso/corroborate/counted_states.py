"""What is said of those whom a figure counts: wounded, evacuated, without power, damaged.

"46 villages without power" and "38 villages damaged" count different things; "46 villages" alone may be either.
"""

import functools
import re

from sayso import lexicon
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.terms import Terms, words_of

ABOARD = "aboard"
_LONGEST = 1500
_CLAUSES = re.compile(r"[;,:—–،；，。]|\s-\s")
_UNSPACED = frozenset({"zh"})


@functools.cache
def _terms(language: str) -> Terms:
    listed = lexicon.load("states").tables["states"]
    forms = ((state, form) for state, ways in listed.items() for form in ways.get(language, "").split("|"))
    return Terms.of(language, ((state, form) for state, form in forms if form))


@functools.lru_cache(maxsize=50_000)
def _states(text: str, language: str) -> frozenset[str]:
    return frozenset(hit.concept for hit in _terms(language).find(words_of(text)))


@functools.lru_cache(maxsize=50_000)
def _of_figure(text: str, printed: str, language: str) -> frozenset[str]:
    """The states in the clause of a figure, else in the whole text."""
    at = text.find(printed) if printed else -1
    if at >= 0 and language not in _UNSPACED:
        cuts = [match.start() for match in _CLAUSES.finditer(text) if not _in_number(text, match.start())]
        low = max((cut for cut in cuts if cut < at), default=0)
        high = min((cut for cut in cuts if cut >= at + len(printed)), default=len(text))
        own = _states(text[low:high], language)
        if own:
            return own
    return _states(text, language)


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def states_of(profile: Profile, figure: Figure) -> frozenset[str]:
    """What a mention says of those whom one of its figures counts; empty where it says nothing that a list knows."""
    return _of_figure(profile.mention.span.exact[:_LONGEST], figure.printed, profile.language)
