"""What was measured, told by several accounts: how much ran out, how much rain fell, how far, how high, what it cost.

A unit alone does not say what a figure is of: kilometres or tonnes measure many things in one text. With a word for
what is measured beside it, it does, in any language. A height is that of some thing, which both accounts must name.
A limit is measured by nobody. Values of different places, or of stretches of other lengths, are no rivals.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from sayso import lexicon
from sayso.corroborate.agreement import NEUTRAL, Rarity, wording_overlap
from sayso.corroborate.concepts import subjects, thing_names
from sayso.corroborate.counted_states import clause_of
from sayso.corroborate.differences import TOO_FAR, Stated, difference
from sayso.corroborate.dimensions import MONEY, in_unit
from sayso.corroborate.distances import in_digits
from sayso.corroborate.event_times import days_of
from sayso.corroborate.in_place import sentence_before, sentence_of
from sayso.corroborate.profile import LONGEST_READ, Figure, Profile
from sayso.corroborate.surroundings import heads
from sayso.corroborate.terms import Terms, words_of
from sayso.corroborate.topics import CROWD, Compared, Topic, articles_of, gathered, in_other_lands, lands_of
from sayso.vocab import Aspect, Difference, Mode

MIN_CONTEXT = 0.1  # what two tellings and the heads of their articles must share to be of one event
MIN_CROWD_CONTEXT = 0.35  # the same where a quantity has many values
MOST_VALUES = 16  # values of one quantity that a reader can hold together; more are not of one event
LIMIT_REACH = 30  # code points around a figure in which "a limit of", "allowed" stand
MONEY_REACH = 40  # code points from a sum to what it is: a text names many sums
CURRENCY_REACH = 14  # code points behind an amount in which its currency begins
MOSTLY = 9  # times as many pairs of mentions that name other places, or days, as that share one
_SHARES = ("milligram", "microgram", "gram")
_STRETCHES = frozenset({"hour", "day", "week"})  # in which something is measured

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that is measured: `units` it is given in, `near` how far off its words may stand.

    Values are compared in the first unit.
    """

    name: str
    shown: str
    symbol: str
    units: tuple[str, ...]
    near: str
    of_a_thing: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """One figure of a quantity, in its base unit."""

    quantity: Quantity
    profile: Profile
    figure: Figure
    things: frozenset[str]
    setting: frozenset[str]


@functools.cache
def _known() -> Mapping[str, Quantity]:
    """All that is measured, by name: the share of a substance is one quantity each."""
    tables = lexicon.load("measured").tables
    found = {
        name: Quantity(
            name,
            entry["shown"],
            entry["symbol"],
            tuple(entry["units"].split("|")),
            entry["near"],
            bool(entry.get("things")),
        )
        for name, entry in tables["quantities"].items()
    }
    shares = {name: Quantity(name, f"{name} content", "mg", _SHARES, "article", False) for name in tables["substances"]}
    return found | shares


@functools.cache
def _terms(language: str) -> Terms:
    tables = lexicon.load("measured").tables
    listed = {**tables["quantities"], **tables["substances"]}
    forms = ((name, form) for name, ways in listed.items() for form in str(ways.get(language, "")).split("|"))
    return Terms.of(language, ((name, form) for name, form in forms if form))


@functools.lru_cache(maxsize=50_000)
def _named(text: str, language: str) -> frozenset[str]:
    return frozenset(hit.concept for hit in _terms(language).find(words_of(text)))


@functools.cache
def _limits(language: str) -> Terms:
    forms = str(lexicon.load("measured").tables["words"]["limit"].get(language, "")).split("|")
    return Terms.of(language, (("limit", form) for form in forms if form))


@functools.cache
def _currencies(language: str) -> Terms:
    entries = (c for c in lexicon.load("measures").tables["concept"] if c["name"] == MONEY and "unit" in c)
    forms = ((str(c["unit"]), str(f)) for c in entries for f in (*c.get(language, ()), *c.get("any", ())))
    return Terms.of(language, ((unit, form) for unit, form in forms if form[0].isalpha()))


def _quantity(profile: Profile, figure: Figure) -> Quantity | None:
    """What a figure is of: what the nearest stretch names that names one thing measured in such a unit."""
    fitting = {name: q for name, q in _known().items() if figure.measure in q.units}
    if not fitting or is_limit(profile, figure):
        return None
    article, text, language = profile.article, profile.mention.span.exact, profile.language
    stretches = [
        ("mention", clause_of(text, figure.printed)),
        ("mention", text),
        ("sentence", article.text[slice(*sentence_of(article, figure.start, figure.end))]),
        ("before", sentence_before(article, figure.start)),
        ("article", article.text[:LONGEST_READ]),
    ]
    if figure.measure == MONEY:  # "$1bn worth of damage … to prevent a $35bn selloff"
        stretches = [("mention", _within(profile, figure.start - MONEY_REACH, figure.end + MONEY_REACH))]
    order = ("mention", "sentence", "before", "article")
    for near, stretch in stretches:
        named = [q for name, q in fitting.items() if name in _named(stretch, language)]
        named = [q for q in named if order.index(near) <= order.index(q.near)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _within(profile: Profile, start: int, end: int) -> str:
    """What of a stretch of its article lies in a mention."""
    span = profile.mention.span
    return profile.article.text[max(span.start, start) : min(span.end, end)]


def is_limit(profile: Profile, figure: Figure) -> bool:
    """Whether a figure is what is allowed, which nobody measured."""
    near = _within(profile, figure.start - LIMIT_REACH, figure.start)
    return bool(_limits(profile.language).find(words_of(near)[-4:]))


def currency_of(profile: Profile, figure: Figure) -> str | None:
    """The currency of an amount, where a sign or the words behind it tell."""
    told = _within(profile, figure.start, figure.end + CURRENCY_REACH)
    found = _currencies(profile.language).find(words_of(told))
    signs = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "¥": "CNY", "₺": "TRY"}
    return found[0].concept if found else next((unit for sign, unit in signs.items() if sign in figure.printed), None)


def _told(profiles: Sequence[Profile]) -> Iterator[_Told]:
    """Each figure of a quantity once: of nested mentions the shortest speaks for it."""
    above = heads(profiles)
    seen: set[str] = set()
    for profile in sorted(profiles, key=lambda p: (len(p.mention.span.exact), p.order)):
        if profile.mode is not Mode.STATEMENT:
            continue
        for figure in profile.figures:
            quantity = _quantity(profile, figure) if figure.quantity_id not in seen else None
            if quantity is None:
                continue
            currency = currency_of(profile, figure) if figure.measure == MONEY else None
            if figure.measure == MONEY and currency is None:
                continue
            seen.add(figure.quantity_id)
            if currency:
                quantity = replace(quantity, symbol=currency)
            things = subjects(profile.mention.span.exact, profile.language) & thing_names()
            setting = frozenset(
                c for c in profile.neutral | above.get(profile.article.id, frozenset()) if c[0] not in "=~"
            )
            compared = replace(in_unit(figure, quantity.units[0]), measure=quantity.name)
            yield _Told(quantity, profile, compared, things, setting)


def measured_topics(profiles: Sequence[Profile], rarity: Rarity) -> Iterator[Compared]:
    """What accounts say was measured, one topic for each quantity."""
    by_quantity: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in _told(profiles):
        by_quantity[told.quantity.name, told.quantity.symbol].append(told)
    for _, kept in sorted(by_quantity.items()):
        yield from _of_quantity(kept[0].quantity, kept, rarity)


def _of_quantity(quantity: Quantity, kept: Sequence[_Told], rarity: Rarity) -> Iterator[Compared]:
    labels: dict[tuple[float | None, float | None], str] = {}  # 0.009 mg and 9 µg are one value
    told: dict[str, _Told] = {}
    stated = []
    for one in sorted(kept, key=lambda t: t.profile.order):
        way = tuple(None if edge is None else round(edge, 6) for edge in (one.figure.low, one.figure.high))
        label = labels.setdefault((way[0], way[1]), f"{in_digits(one.figure)} {quantity.symbol}".strip())
        told[one.figure.quantity_id] = one
        stated.append(Stated(one.figure, one.profile, label))
    if len(labels) > MOST_VALUES:
        return
    enough = MIN_CROWD_CONTEXT if len(labels) > CROWD else MIN_CONTEXT

    def same(one: Stated, other: Stated, rarity: Rarity) -> bool:
        left, right = told[one.figure.quantity_id], told[other.figure.quantity_id]
        if quantity.of_a_thing and not left.things & right.things:
            return False
        if _of_other_stretches(left.profile, right.profile) or in_other_lands(left.profile, right.profile):
            return False
        shared = rarity.overlap(NEUTRAL, left.setting, right.setting)[0]
        return max(shared, wording_overlap(left.profile, right.profile, rarity)[0]) >= enough

    for values, direct in gathered(stated, rarity, same):
        if len(articles_of(values)) > 1:
            unit = quantity.units[0]
            unit = f"{MONEY} {quantity.symbol}" if unit == MONEY else unit
            topic = Topic(
                aspect=Aspect.NUMBER, name=quantity.shown, values=values, direct=direct, loose=False, unit=unit
            )
            yield Compared(topic, measured_difference)


def _of_other_stretches(left: Profile, right: Profile) -> bool:
    """Whether each says in how many hours, and not in as many: 96 mm in two days, 12 mm in one hour."""
    ours, theirs = (
        {in_unit(figure, "hour").low for figure in profile.figures if figure.measure in _STRETCHES and figure.low}
        for profile in (left, right)
    )
    return bool(ours and theirs) and not ours & theirs


def measured_difference(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    """As of any two figures; but values of one quantity are rivals however far apart they lie."""
    found, why = difference(ours, theirs)
    if found is Difference.SCOPE and why == TOO_FAR:
        found, why = Difference.CONFLICT, "the accounts cannot both have measured the same"
    if found is Difference.CONFLICT and _mostly_apart(ours, theirs, lambda profile: profile.places | lands_of(profile)):
        return Difference.SCOPE, "they are given of different places"
    if found is Difference.CONFLICT and _mostly_apart(ours, theirs, days_of):
        return Difference.SCOPE, "they are given of different days"
    return found, why


def _mostly_apart(
    ours: Sequence[Stated], theirs: Sequence[Stated], said: Callable[[Profile], frozenset[Found]]
) -> bool:
    """Whether of the mentions of either value that say something, places or days, hardly two say the same."""
    one, other = (Counter(said(s.profile) for s in side) for side in (ours, theirs))
    met = apart = 0
    for left, right in product(filter(None, one), filter(None, other)):
        pairs = one[left] * other[right]
        met, apart = (met + pairs, apart) if left & right else (met, apart + pairs)
    return apart > MOSTLY * met
