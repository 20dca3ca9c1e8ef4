"""Whom of the dead or hurt a count is of: "31 dead, among them eight children", "six of the dead were children".

What befell them is said of the whole, and of the part only who they are; without it the eight would be compared with
any eight children of the case, or with the 31.
"""

import functools

from sayso import lexicon
from sayso.corroborate.counted_states import clause_of
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.scopes import has_part, opens_with_part
from sayso.corroborate.terms import Terms, words_of

CHILD = "child"
OWN_NAME = 3  # rank of the groups that are told apart from people at large
CLOSED_GROUP = 4  # rank from which a group is all there were of it
_BEHIND = 24  # code points behind a count in which "of whom" stands: "sei dei quali", "six of them"
_WORDS = 4  # between a count and the noun of whom it is: "le nombre d'enfants tués est de cinq"
_CHARACTERS = 12
_UNSPACED = frozenset({"zh", "ja"})
_PLAIN = frozenset({"person", "people", ""})


@functools.cache
def _kinds() -> dict[str, tuple[str, int]]:
    return {str(c["name"]): (str(c["kind"]), int(c["rank"])) for c in lexicon.load("measures").tables["concept"]}


def group_befallen(profile: Profile, figure: Figure) -> str | None:
    """The measure of a count of some of those whom something befell ("child killed"); None where it is no such."""
    group = _group(profile, figure)
    if group is None:
        return None
    if _is_state(figure.measure):
        return f"{group} {figure.measure}"
    whole = _whole_before(profile, figure)
    return f"{group} {whole.measure}" if whole else None


def _is_state(measure: str) -> bool:
    return _kinds().get(measure, ("", 0))[0] == "state"


def _group(profile: Profile, figure: Figure) -> str | None:
    kind, rank = _kinds().get(figure.measure, ("", 0))
    if kind == "person" and OWN_NAME <= rank < CLOSED_GROUP:
        return figure.measure
    if not _is_state(figure.measure) and figure.measure not in _PLAIN:
        return None
    named = any(CHILD in other.measure.split() for other in profile.figures)
    clause = clause_of(profile.mention.span.exact, figure.printed)
    return CHILD if clause and not named and _names_children(clause, figure, profile.language) else None


def _names_children(clause: str, figure: Figure, language: str) -> bool:
    """Whether a clause says near its count that it is of children, who are no mere part of those it counts."""
    at = clause.find(figure.printed)
    before, after = clause[:at], clause[at + len(figure.printed) :]
    near = (_last(before, language), _first(after, language))
    named = [bool(_children(language).find(words_of(side))) for side in near]
    return named[0] or (named[1] and not _parted(near[1], language))


def _last(text: str, language: str) -> str:
    return text[-_CHARACTERS:] if language in _UNSPACED else " ".join(text.split()[-_WORDS:])


def _first(text: str, language: str) -> str:
    return text[:_CHARACTERS] if language in _UNSPACED else " ".join(text.split()[:_WORDS])


def _parted(text: str, language: str) -> bool:
    """Whether what follows a count names a part of it: "23 people including children", not "six of them children"."""
    return has_part(text, language) and not opens_with_part(text, language)


@functools.cache
def _children(language: str) -> Terms:
    entry = next(c for c in lexicon.load("measures").tables["concept"] if c["name"] == CHILD)
    return Terms.of(language, ((CHILD, form) for form in entry.get(language, ())))


def _whole_before(profile: Profile, figure: Figure) -> Figure | None:
    """The count of the dead or hurt of which a later count in the same mention is said to be a part."""
    text = profile.mention.span.exact
    at = text.find(figure.printed) if figure.printed else -1
    for whole in profile.figures:
        start = text.find(whole.printed) if whole.printed else -1
        if not _is_state(whole.measure) or not 0 <= start < at or (whole.high or whole.low or 0) <= (figure.low or 0):
            continue
        behind = at + len(figure.printed) + _BEHIND
        if has_part(text[start + len(whole.printed) : behind], profile.language):
            return whole
    return None
