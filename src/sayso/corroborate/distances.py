"""Where something happened, told as how far from where: "6 km from Ostwick", "100 km away", "70 km od meje".

The point of reference is the name, border or settlement that stands nearest behind the distance, else nearest before
it. Distances from one point that cannot both be are a conflict. Those from different points are told together as
what they are: whether they fit, only a map can say.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate.agreement import NEUTRAL, Rarity
from sayso.corroborate.concepts import thing_names
from sayso.corroborate.differences import Stated
from sayso.corroborate.dimensions import in_unit, symbol_of
from sayso.corroborate.incidents import INCIDENTS
from sayso.corroborate.naming import sound_key
from sayso.corroborate.profile import Figure, Profile, shown
from sayso.corroborate.surroundings import around
from sayso.corroborate.topics import Compared, Topic, Values, gathered
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import Aspect, Bound, Difference, Mode

TOPIC = "distance"
SLACK = 0.15  # "70 km" and "80 km" from a town are two tellings of one way; places have a size of some kilometres
MOST_PLACES = 12  # distances that a reader can hold together; more are not of one place
MIN_CONTEXT = 0.2
_BEHIND = 48  # characters behind a distance in which its point of reference begins
_BEFORE = 32  # the same before it
_STOPS = re.compile(r"[,;:.!?()—–،؛。，]")
_UNLISTED = re.compile(r"(?<!\w)[^\W\d_A-Z]{1,5} ([^\W\d_]{3,})")  # "from Ostwick": a name that no mark shows
_POINT_FIRST = frozenset({"tr", "zh", "ja"})  # "Ostwick'e altı kilometre"
_BORDER, _SETTLEMENT = "border", "settlement"
_SHOWN = {_BORDER: "the border", _SETTLEMENT: "the settlement"}


@dataclass(frozen=True, slots=True)
class Distance:
    """How far from what: `low` and `high` in kilometres, `key` of the point, and how both are printed."""

    key: str
    point: str
    figure: Figure
    stated: str


@functools.cache
def _units() -> frozenset[str]:
    return frozenset(lexicon.load("distances").tables["units"]["far"].split("|"))


@functools.cache
def _noun(which: str, language: str) -> re.Pattern[str] | None:
    """Words for a border or a settlement."""
    table = lexicon.load("distances").tables[which] if which == _SETTLEMENT else None
    table = table or lexicon.load("events").tables["events"][which]
    forms = table.get(language)
    return whole_words(any_of(str(forms).split("|")), language) if forms else None


def _points(profile: Profile) -> list[tuple[int, int, str, str]]:
    """(start, end, key, as printed) of all in a mention that a distance may be measured from."""
    text = profile.mention.span.exact
    found = []
    for key, printed in profile.names.items():
        found += [(m.start(), m.end(), key, printed) for m in re.finditer(re.escape(printed), text)]
    low = folded(text)
    for which in (_BORDER, _SETTLEMENT):
        pattern = _noun(which, profile.language)
        if pattern and len(low) == len(text):
            found += [(m.start(), m.end(), which, _SHOWN[which]) for m in pattern.finditer(low)]
    return sorted(found)


def distances(profile: Profile) -> Iterator[Distance]:
    """The distances of a mention whose point of reference can be told."""
    text, points = profile.mention.span.exact, _points(profile)
    for figure in profile.figures:
        if figure.measure not in _units() or not (figure.low or figure.high):
            continue
        at, end = (place - profile.mention.span.start for place in (figure.start, figure.end))
        before = _before(at, points)
        point = before if before and profile.language in _POINT_FIRST else _behind(text, end, points) or before
        if point:
            stated = f"{in_digits(figure)} {symbol_of(figure.measure)}"
            yield Distance(point[0], point[1], in_unit(figure, "kilometre"), stated)


def in_digits(figure: Figure) -> str:
    """A figure in digits, whatever words gave it: "5 to 6"."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return replace(figure, measure="", printed="").label
    if figure.bound is Bound.ABOUT:
        return f"about {shown((figure.low + figure.high) / 2)}"
    return f"{shown(figure.low)} to {shown(figure.high)}"


def _behind(text: str, end: int, points: Sequence[tuple[int, int, str, str]]) -> tuple[str, str] | None:
    """The nearest point behind the distance and before any stop, else a name there that no mark shows."""
    for low, _, key, printed in points:
        if end <= low <= end + _BEHIND and not _STOPS.search(text[end:low]):
            return key, printed
    behind = _STOPS.split(text[end : end + _BEHIND])[0]
    unlisted = next((m.group(1) for m in _UNLISTED.finditer(behind) if m.group(1)[0].isupper()), None)
    return (sound_key(unlisted), unlisted) if unlisted else None


def _before(start: int, points: Sequence[tuple[int, int, str, str]]) -> tuple[str, str] | None:
    """The nearest point before the distance."""
    near = [p for p in points if start - _BEFORE <= p[1] <= start]
    return (near[-1][2], near[-1][3]) if near else None


def distance_topics(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Compared]:
    """What accounts say of how far from where it happened."""
    told = [
        (p, d, s) for p in profiles if p.mode is Mode.STATEMENT for d in distances(p) if (s := around(p)) & INCIDENTS
    ]
    shortest: dict[str, tuple[Profile, Distance, frozenset[str]]] = {}
    for profile, distance, setting in sorted(told, key=lambda t: (len(t[0].mention.span.exact), t[0].order)):
        shortest.setdefault(distance.figure.quantity_id, (profile, distance, setting))
    names = _readable(distance for _, distance, _ in shortest.values())
    settings: dict[str, frozenset[str]] = {}
    keys: dict[str, str] = {}
    labels: dict[tuple[str | float | None, ...], str] = {}  # 800 metres and 0.8 kilometres are one value
    stated = []
    for profile, distance, setting in shortest.values():
        way = (
            distance.key,
            *(round(edge, 2) if edge else None for edge in (distance.figure.low, distance.figure.high)),
        )
        label = labels.setdefault(way, f"{distance.stated} from {names[distance.key]}")
        settings[profile.id], keys[distance.figure.quantity_id] = setting, distance.key
        stated.append(Stated(distance.figure, profile, label))

    def same(one: Stated, other: Stated, rarity: Rarity) -> bool:
        return _one_event(settings[one.profile.id], settings[other.profile.id], rarity)

    def verdict(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
        points = [keys[side[0].figure.quantity_id] for side in (ours, theirs)]
        return _verdict(ours[0].figure, theirs[0].figure, one_point=points[0] == points[1])

    for values, direct in gathered(stated, rarity, same):
        if _is_one_place(values):
            yield Compared(Topic(aspect=Aspect.PLACE, name=TOPIC, values=values, direct=direct), verdict)


def _is_one_place(values: Values) -> bool:
    articles = {s.profile.mention.article_id for kept in values.values() for s in kept}
    return len(articles) > 1 and len(values) <= MOST_PLACES


def _one_event(left: frozenset[str], right: frozenset[str], rarity: Rarity) -> bool:
    """Whether two settings name one kind of incident and what it befell, or agree in much of what they name."""
    if not left & right & INCIDENTS and not (
        {"crash", "shot_down", "hit"} & left and {"crash", "shot_down", "hit"} & right
    ):
        return False
    if left & right & thing_names() - INCIDENTS:
        return True
    plain = [frozenset(c for c in side if c[0] not in "=~") for side in (left, right)]
    return rarity.overlap(NEUTRAL, plain[0], plain[1])[0] >= MIN_CONTEXT


def _verdict(one: Figure, other: Figure, *, one_point: bool) -> tuple[Difference, str]:
    if not one_point:
        return Difference.SCOPE, "they measure from different points; whether they fit is not known here"
    if one.meets(other):
        rough = Bound.ABOUT in (one.bound, other.bound)
        return (Difference.ROUNDING if rough else Difference.BOUND), "one of them takes in the other"
    ends = [edge for figure in (one, other) for edge in (figure.low, figure.high) if edge is not None]
    gap = max(ends) - min(ends)
    if gap <= SLACK * max(ends):
        return Difference.ROUNDING, f"they differ by {gap:.1f} km, no more than units and rounding explain"
    return Difference.CONFLICT, "the accounts measure from one point and cannot both be right"


def _readable(found: Iterator[Distance]) -> dict[str, str]:
    """Each point as most print it, in Latin letters where somebody does."""
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for distance in found:
        ways[distance.key][distance.point] += 1
    return {key: min(way, key=lambda w: (not w.isascii(), -way[w], len(w), w)) for key, way in ways.items()}
