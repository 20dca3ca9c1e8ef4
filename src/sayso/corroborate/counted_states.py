"""What is said of those whom a figure counts: wounded, evacuated, without power, damaged.

"46 villages without power" and "38 villages damaged" count different things; "46 villages" alone may be either.
"""

import functools
import re

from sayso import lexicon
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.terms import Terms, words_of

ABOARD = "aboard"
SENT = "sent"
_TALLIES = {
    "dead": "killed",
    "injured": "injured",
    "missing": "missing",
    "evacuated": "evacuated",
    "rescued": "rescued",
    "hospitalised": "hospitalised",
    "arrested": "arrested",
    "without_power": "without_power",
    "without_water": "without_water",
}
_LONGEST = 1500
_CLAUSES = re.compile(r"[;,:—–،؛；，、。।]|\s-\s")


@functools.cache
def _terms(language: str) -> Terms:
    listed = lexicon.load("states").tables["states"]
    forms = ((state, form) for state, ways in listed.items() for form in ways.get(language, "").split("|"))
    return Terms.of(language, ((state, form) for state, form in forms if form))


@functools.lru_cache(maxsize=50_000)
def _states(text: str, language: str) -> frozenset[str]:
    return frozenset(hit.concept for hit in _terms(language).find(words_of(text)))


@functools.lru_cache(maxsize=50_000)
def clause_of(text: str, printed: str) -> str:
    """The words between two marks in which a figure stands; "" where it is not found."""
    at = text.find(printed) if printed else -1
    return text[slice(*clause_at(text, at, at + len(printed)))] if at >= 0 else ""


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends in which a stretch of `text` stands."""
    cuts = [match.start() for match in _CLAUSES.finditer(text) if not _in_number(text, match.start())]
    return max((cut for cut in cuts if cut < start), default=0), min(
        (cut for cut in cuts if cut >= end), default=len(text)
    )


def _in_clause(profile: Profile, figure: Figure) -> tuple[int, int]:
    """Where the clause of a figure stands in its mention, by the place of the figure: a 7 is no part of a 75."""
    first = profile.mention.span.start
    if figure.start < first or figure.end - first > _LONGEST:  # it stands nowhere, or behind what is read
        return 0, 0
    return clause_at(profile.mention.span.exact[:_LONGEST], figure.start - first, figure.end - first)


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def states_of(profile: Profile, figure: Figure) -> frozenset[str]:
    """What a mention says of those whom one of its figures counts; empty where it says nothing that a list knows."""
    text = profile.mention.span.exact[:_LONGEST]
    own = _states(text[slice(*_in_clause(profile, figure))], profile.language)
    return own or _states(text, profile.language)


def speaks_of_others(profile: Profile, figure: Figure, toll: str, *, unless_said: bool) -> bool:
    """Whether the own clause of a figure tells of another toll than `toll`, or, `unless_said`, of none at all."""
    low, high = _in_clause(profile, figure)
    clause = profile.mention.span.exact[low:high]
    beside = _states(clause, profile.language)
    if toll in {_TALLIES.get(state) for state in beside} | _worded_tolls(clause, profile.language):
        return False
    return bool(beside) or unless_said


def dies(profile: Profile, figure: Figure) -> bool:
    """Whether the own clause of a figure tells of deaths that no other figure in it counts."""
    low, high = _in_clause(profile, figure)
    first = profile.mention.span.start
    if any(low <= f.start - first < high and f.measure.endswith("killed") for f in profile.figures):
        return False
    clause = profile.mention.span.exact[low:high]
    return "dead" in _states(clause, profile.language) or "killed" in _worded_tolls(clause, profile.language)


@functools.cache
def _tolls(language: str) -> Terms:
    listed = (c for c in lexicon.load("measures").tables["concept"] if c["kind"] == "state")
    return Terms.of(language, ((str(c["name"]), str(form)) for c in listed for form in c.get(language, ())))


def _worded_tolls(text: str, language: str) -> frozenset[str]:
    """The tolls that words for what befell those counted name: more words than for states, said of people alone."""
    return frozenset(hit.concept for hit in _tolls(language).find(words_of(text)))


def tallied(profile: Profile, figure: Figure) -> str | None:
    """The toll that a count of people is, where its own clause says so: "75 people were brought to safety".

    Of "97 people were there when nine died" the clause says it of the nine.
    """
    low, high = _in_clause(profile, figure)
    own = _states(profile.mention.span.exact[low:high], profile.language)
    toll = _TALLIES.get(next(iter(own))) if len(own) == 1 else None
    others = (f for f in profile.figures if f.start != figure.start and f.measure.rsplit(" ", maxsplit=1)[-1] == toll)
    first = profile.mention.span.start
    return None if any(low <= f.start - first < high for f in others) else toll
