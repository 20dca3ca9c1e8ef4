"""What a difference between two numbers turns out to be: a conflict, or something that only looks like one."""

import datetime
import functools
import math
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import permutations

from sayso import lexicon
from sayso.corroborate.bodies import institutions
from sayso.corroborate.counted_states import ABOARD, states_of
from sayso.corroborate.given_before import is_given_before
from sayso.corroborate.profile import Figure, Profile, shown
from sayso.corroborate.scopes import SCOPES, names_a_part, opens_with_part, opposed, scopes
from sayso.corroborate.source_names import Source, read_source
from sayso.vocab import Bound, Difference

ROUNDING = 0.1  # "70" for 74: round figures in news are given to one or two digits
FAR_APART = 3.0  # 3 servicemen and 65 of them
TOLLS_APART = 30.0  # warring sides differ by ten times; eight dead in a new quake are not the 46,000 of the first
PEOPLE = "people"
TOO_VAGUE = "one of them is an order of magnitude, too vague to contradict"
TOO_FAR = "they lie too far apart to count the same"
PART_OF = "given as a part of"
TOOK_ITS_PLACE = "an account says that one of them took the place of the other"
_PEOPLE_MEASURES = frozenset({"person", "occupant", "passenger", PEOPLE})  # "74 people", "74 on board"
DAMAGE = frozenset({"destroy", "hit", "flood", "fire", "explosion", "attack", "earthquake"})
_TWO = 2
_NEIGHBOURING = 200  # code points between a value and the one that took its place
_FEW_DIGITS = 10  # of a number below it one digit is given: "about 70"
_IN_DIGITS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+(?![.,]?\d)|\d+(?![.,]?\d)")
_BETWEEN_THOUSANDS = re.compile(r"[.,\s]")
_DAY = datetime.timedelta(days=1)
_FREE_KINDS = frozenset({"unit", "rate", "money"})  # kilometres or days measure many things in one text


Key = tuple[str, int]
"""An article, and where in it a figure begins."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure in one mention; `label` is how its value is shown where the figure alone would not tell."""

    figure: Figure
    profile: Profile
    label: str = ""

    @property
    def key(self) -> Key:
        """What the figure is known by: its article and where it begins there."""
        return self.profile.mention.article_id, self.figure.start


def size(figure: Figure) -> float:
    """The number that a figure is ordered by: its lower end where it has one."""
    return figure.low if figure.low is not None else figure.high or 0.0


@functools.cache
def measure_kinds() -> dict[str, str]:
    """For each language-neutral measure its kind: person, state, thing, unit, rate or money."""
    return {str(c["name"]): str(c["kind"]) for c in lexicon.load("measures").tables["concept"]}


def kind_of(measure: str) -> str | None:
    """The kind of a measure; of one joined to what befell its people ("child killed") that it is such a state."""
    return measure_kinds().get(measure.rsplit(" ", maxsplit=1)[-1]) if " " in measure else measure_kinds().get(measure)


def topic_of(measure: str) -> str:
    """The measure under which figures are compared: people are people, whatever the noun."""
    return PEOPLE if measure in _PEOPLE_MEASURES else measure


def is_tally(measure: str) -> bool:
    """Whether a measure counts what befell people (killed, injured): it is updated as news comes in."""
    return kind_of(measure) == "state"


def rises(stated: Sequence[Stated]) -> bool:
    """Whether a value counts what grows as news comes in: the dead and hurt, and things that were hit or flooded."""
    measure = stated[0].figure.measure
    if is_tally(measure):
        return True
    return measure_kinds().get(measure) == "thing" and any(s.profile.neutral & DAMAGE for s in stated)


def is_free(measure: str) -> bool:
    """Whether a measure is a unit, a rate, money or a noun as printed, of which one text gives many."""
    return not names_one_thing(measure)


def is_known(measure: str) -> bool:
    """Whether a measure is in the lexicon, alone or joined to what befell its people ("soldier killed")."""
    return measure == PEOPLE or measure.split(" ", maxsplit=1)[0] in measure_kinds()


def is_count(measure: str) -> bool:
    """Whether a measure counts people or things, known to the lexicon or not, and is no unit, rate or money."""
    return bool(measure) and kind_of(measure) not in _FREE_KINDS


def is_people(measure: str) -> bool:
    """Whether a measure counts people, or what befell them."""
    return kind_of(measure) in {"person", "state"} or measure == PEOPLE


def names_one_thing(measure: str) -> bool:
    """Whether two numbers of a measure in one case are likely about one thing: prisoners are, kilometres not."""
    return measure == PEOPLE or (kind_of(measure) or "unit") not in _FREE_KINDS


def is_stateful(measure: str) -> bool:
    """Whether a measure counts people or things by what they are, so that what befell them is said beside it."""
    return measure == PEOPLE or measure_kinds().get(measure) in {"person", "thing"}


def _unsaid_state(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether one value is given of those in some state, and nobody who gives the other says of whom."""
    if not is_stateful(topic_of(ours[0].figure.measure)):
        return False
    told = [frozenset().union(*(states_of(s.profile, s.figure) for s in side)) for side in (ours, theirs)]
    return bool(told[0]) != bool(told[1]) and ABOARD not in told[0] | told[1]


def _about_another(one: Figure, other: Figure) -> bool:
    """Whether "about" one number cannot mean the other: who says "about 31,000" knows the thousands, not 34,000."""
    for rough, exact in ((one, other), (other, one)):
        if rough.bound is Bound.ABOUT and exact.bound is Bound.EXACT and exact.low == exact.high:
            told = _number_told(rough)
            if told and exact.low is not None and abs(told - exact.low) > _last_place(told):
                return True
    return False


def _number_told(rough: Figure) -> float | None:
    """The whole number of a rough figure in digits; None where words or a fraction go on behind these."""
    found = _IN_DIGITS.search(rough.printed)
    digits = _BETWEEN_THOUSANDS.sub("", found[0]) if found else ""
    told = float(digits) if digits.isdecimal() else None
    return told if told and (rough.low or 0.0) <= told <= (rough.high or 0.0) else None


def _last_place(value: float) -> float:
    """How far off a rough number may be: two of the last place that it gives, but ten in a hundred of round ones."""
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    return max(2 * place, ROUNDING * value if value / place < _FEW_DIGITS else 0.0)


def _rounds(one: Figure, other: Figure) -> bool:
    if None in (one.low, one.high, other.low, other.high) or _about_another(one, other):
        return False
    values = sorted((float(one.low or 0), float(other.low or 0)))
    if values[1] <= 0 or (values[1] - values[0]) / values[1] > ROUNDING:
        return False
    loose = Bound.ABOUT in (one.bound, other.bound) or _drops_decimals(*values)
    return loose or any(value >= 20 and value % 10 ** math.floor(math.log10(value)) == 0 for value in values)


def _drops_decimals(one: float, other: float) -> bool:
    """Whether two decimal fractions are one, the shorter rounded up or down: 2.5 and 2.55; 7.5 is no rounded 7.8."""
    places = sorted(len(f"{value:.6f}".rstrip("0").partition(".")[2]) for value in (one, other))
    return 0 < places[0] < places[1] and abs(one - other) <= 0.5 * 10 ** -places[0] + 1e-9


def _breath(stated: Stated) -> tuple[str, int, str | None]:
    mention = stated.profile.mention
    return (mention.article_id, mention.span.start, mention.attribution_id)


def _side_by_side(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether voices give both values in one breath without setting them against each other, and others hardly do."""
    by_breath = {_breath(s): s for s in ours}
    pairs = [(by_breath[_breath(s)], s) for s in theirs if _breath(s) in by_breath]
    both = {one.key[0] for one, other in pairs if not opposed(one.profile, one.figure, other.figure)}
    return bool(both) and not mostly_alone(ours, theirs, both)


def mostly_alone(ours: Sequence[Stated], theirs: Sequence[Stated], both: Set[str]) -> bool:
    """Whether each of two values is told in more wordings without the other than there are articles with `both`.

    Wordings and not articles, for a copy tells nothing of its own.
    """
    alone = ({s.profile.mention.span.exact for s in side if s.key[0] not in both} for side in (ours, theirs))
    return all(len(wordings) > len(both) for wordings in alone)


def first_known(stated: Sequence[Stated]) -> datetime.datetime | None:
    """When a value was out at the latest, as far as its articles are dated; a mere day counts as its end."""
    return min((end for s in stated if (end := _ends(s.profile))), default=None)


def _ends(profile: Profile) -> datetime.datetime | None:
    clock = profile.article.published
    if profile.published is None or clock is None:
        return None
    return profile.published + (_DAY if clock.precision == "day" else datetime.timedelta(0))


def _named(stated: Stated) -> Source | None:
    attribution = stated.profile.attribution
    name = (attribution.resolved_name or attribution.source_name) if attribution else None
    return read_source(name, attribution.source_kind) if attribution and name else None


def _who(source: Source) -> tuple[str | None, str | None]:
    body = source.body or min(institutions(source.printed), default=None)
    return body, source.person or " ".join(source.place) or None


def is_later(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether the larger of two tolls came out after the smaller, which no other source has given since.

    An outlet that still prints the old toll is late; a source of its own that still gives it contradicts.
    """
    smaller, larger = sorted((ours, theirs), key=lambda stated: size(stated[0].figure))
    if size(smaller[0].figure) >= size(larger[0].figure):
        return False
    first, then = first_known(smaller), first_known(larger)
    if first is None or then is None or first >= then:
        return False
    counted = {_who(source) for s in larger if (source := _named(s))}
    since = [s for s in smaller if s.profile.published and s.profile.published >= then]
    return not any((source := _named(s)) and any(_who(source)) and _who(source) not in counted for s in since)


def gave_way(old: Sequence[Stated], new: Sequence[Stated]) -> bool:
    """Whether somebody who gave the old toll gave the new one, or nobody is named for the old one.

    The ministry's 12 gave way to its 17, not the nine of the hospital's, which never gave another.
    """
    return not _sources(old) or gave_both(old, new)


def gave_both(old: Sequence[Stated], new: Sequence[Stated]) -> bool:
    """Whether somebody who is named gave both values."""
    return bool(_sources(old) & _sources(new))


def _sources(stated: Sequence[Stated]) -> set[tuple[str | None, str | None]]:
    return {_who(source) for s in stated if (source := _named(s))} - {(None, None)}


def _is_corrected(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether only those who gave one figure of people or things gave another later, and did not go back to it."""
    if not is_count(ours[0].figure.measure):
        return False
    whose = [{_who(source) if (source := _named(s)) else None for s in side} for side in (ours, theirs)]
    if None in whose[0] | whose[1] or (None, None) in whose[0] | whose[1] or whose[0] != whose[1]:
        return False
    times = [sorted(s.profile.published for s in side if s.profile.published) for side in (ours, theirs)]
    dated = all(len(known) == len(side) for known, side in zip(times, (ours, theirs), strict=True))
    return dated and (times[0][-1] < times[1][0] or times[1][-1] < times[0][0])


def _took_its_place(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether an article that gives both values calls one of them what was given before, and nobody the other.

    "The ministry first said 31, the hospital says 44" calls so what somebody else still says.
    """
    if not is_count(ours[0].figure.measure) and ours[0].figure.measure:
        return False
    pairs = [(a, b) for a in ours for b in theirs if _stand_together(a, b) and _may_be_of_one(a, b)]
    called = [[is_given_before(s.profile, s.figure) for s in pair] for pair in pairs]
    return any(one != other for one, other in called) and len({one for one, other in called if one != other}) == 1


def _stand_together(one: Stated, other: Stated) -> bool:
    """Whether two values stand in one sentence or two neighbouring ones."""
    return one.key[0] == other.key[0] and abs(one.figure.start - other.figure.start) <= _NEIGHBOURING


def _may_be_of_one(one: Stated, other: Stated) -> bool:
    """Whether nothing says that two values are of two sources."""
    named = {_who(source) for stated in (one, other) if (source := _named(stated))} - {(None, None)}
    return len(named) < _TWO


def _scope(ours: Sequence[Stated], theirs: Sequence[Stated]) -> str | None:
    """The restriction that all who give one value make, and nobody who gives the other."""
    kinds = [[scopes(s.profile) for s in side] for side in (ours, theirs)]
    for one, other in (kinds, kinds[::-1]):
        for scope in sorted(frozenset.intersection(*one) - frozenset().union(*other)):
            return SCOPES[scope]
    return None


Parts = frozenset[tuple[float, float]]
"""(part, whole) pairs of values that some sentence of the case gives as such."""


def parts_of(stated: Iterable[Profile]) -> Parts:
    """The values that a sentence gives as part and whole: 65 prisoners among 74 people, six of nine."""
    found = set()
    for profile in stated:
        exact = [f for f in profile.figures if f.low is not None and f.low == f.high and is_people(f.measure)]
        said = names_a_part(profile)
        for part, whole in permutations(exact, 2):
            kinds = measure_kinds().get(part.measure), measure_kinds().get(whole.measure)
            some = said or (kinds[0] == "person" and topic_of(part.measure) != PEOPLE and part.measure != whole.measure)
            low, high = part.low or 0.0, whole.low or 0.0
            if some and low < high and kinds != ("state", "state") and not opposed(profile, part, whole):
                found.add((low, high))
    return frozenset(found)


def measure_of_bare(profile: Profile) -> tuple[Figure, ...]:
    """The figures of a mention, with what bare ones beside a part or a whole count.

    A whole counts people where its part does: "74, of them 65 prisoners". A part without a noun counts what stands
    before it: "670 fragments, 65 of them the soldiers'".
    """
    if not names_a_part(profile):
        return profile.figures
    text = profile.mention.span.exact
    measures: dict[int, str] = {}
    places = {i: text.find(f.printed) for i, f in enumerate(profile.figures) if f.printed and f.printed in text}
    ordered = sorted(places, key=lambda i: places[i])
    for at, i in enumerate(ordered):
        figure = profile.figures[i]
        if figure.measure or figure.low != figure.high:
            continue
        before, after = ordered[at - 1 : at] if at else [], ordered[at + 1 : at + 2]
        if after and measure_kinds().get(profile.figures[after[0]].measure) == "person":
            measures[i] = PEOPLE if size(figure) > size(profile.figures[after[0]]) else ""
        elif before and opens_with_part(text[places[i] + len(figure.printed) :], profile.language):
            measures[i] = profile.figures[before[0]].measure
    return tuple(replace(f, measure=measures.get(i, f.measure)) for i, f in enumerate(profile.figures))


def _meeting(one: Figure, other: Figure, *, too_far: bool) -> tuple[Difference, str]:
    """What two figures are of which one takes in the other; "at least 89 died" takes in the 38,000 who were there."""
    if too_far:
        return Difference.SCOPE, TOO_FAR
    if Bound.ABOUT in (one.bound, other.bound):
        return Difference.ROUNDING, "one of them is an approximate figure that takes in the other"
    return Difference.BOUND, "one of them is a bound that takes in the other"


def difference(ours: Sequence[Stated], theirs: Sequence[Stated], parts: Parts = frozenset()) -> tuple[Difference, str]:
    """What two differing values of one measure are, each with all that state it, and why."""
    one, other = ours[0].figure, theirs[0].figure
    scope = _scope(ours, theirs)
    if scope:
        return Difference.SCOPE, f"one of them is {scope}"
    vague = (one.is_vague and other.high != 0) or (other.is_vague and one.high != 0)
    if rises(ours) and rises(theirs) and not vague and is_later(ours, theirs):
        return Difference.UPDATE, "the larger figure was published later"
    low, high = sorted(size(figure) for figure in (one, other))
    too_far = 0 < low * (TOLLS_APART if is_tally(one.measure) else FAR_APART) <= high
    if one.meets(other) and not _about_another(one, other):
        return _meeting(one, other, too_far=too_far and not vague)
    if _rounds(one, other):
        return Difference.ROUNDING, "one of them is a round figure for the other"
    if vague:
        return Difference.ROUNDING, TOO_VAGUE
    if _is_corrected(ours, theirs):
        return Difference.UPDATE, "the same source gave the other figure later"
    if _took_its_place(ours, theirs):
        return Difference.UPDATE, TOOK_ITS_PLACE
    if _side_by_side(ours, theirs):
        return Difference.SCOPE, "one account gives both in one sentence, so they count different things"
    if (low, high) in parts:
        return Difference.SCOPE, f"elsewhere {shown(low)} is {PART_OF} {shown(high)}"
    if _unsaid_state(ours, theirs):
        return Difference.SCOPE, "one of them does not say what befell those it counts"
    if too_far:
        return Difference.SCOPE, TOO_FAR
    return Difference.CONFLICT, "the accounts cannot both count the same and be exact"
