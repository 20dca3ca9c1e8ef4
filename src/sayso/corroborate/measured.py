"""What was measured, told by several accounts: how much ran out, how much rain fell, how far, how high, what it cost.

A unit alone does not say what a figure is of: kilometres or tonnes measure many things in one text. With a word for
what is measured beside it, it does, in any language. A height is that of some thing, which both accounts must name.
A limit is measured by nobody. Values of different places, or of stretches of other lengths, are no rivals.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate.agreement import NEUTRAL, Rarity, wording_overlap
from sayso.corroborate.concepts import subjects, thing_names
from sayso.corroborate.counted_states import clause_of
from sayso.corroborate.differences import TOO_FAR, Stated, difference
from sayso.corroborate.distances import in_digits
from sayso.corroborate.profile import LONGEST_READ, Figure, Profile
from sayso.corroborate.surroundings import heads, sentences_of
from sayso.corroborate.terms import Terms, words_of
from sayso.corroborate.topics import CROWD, Compared, Topic, articles_of, gathered, in_other_lands
from sayso.vocab import Aspect, Difference, Mode

MIN_CONTEXT = 0.1  # what two tellings and the heads of their articles must share to be of one event
MIN_CROWD_CONTEXT = 0.35  # the same where a quantity has many values
MOST_VALUES = 16  # values of one quantity that a reader can hold together; more are not of one event
LIMIT_REACH = 30  # code points around a figure in which "a limit of", "allowed" stand
MONEY_REACH = 40  # code points from a sum to what it is: a text names many sums
CURRENCY_REACH = 14  # code points behind an amount in which its currency begins
_SHARES = {"milligram": 1.0, "microgram": 0.001, "gram": 1000.0}
_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0}
_MONEY = "money"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that is measured: `units` are what each is of the base unit, `near` how far off its words may stand."""

    name: str
    shown: str
    symbol: str
    units: Mapping[str, float]
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
        name: Quantity(name, entry["shown"], entry["symbol"], entry["units"], entry["near"], bool(entry.get("things")))
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
    entries = (c for c in lexicon.load("measures").tables["concept"] if c["name"] == _MONEY and "unit" in c)
    forms = ((str(c["unit"]), str(f)) for c in entries for f in (*c.get(language, ()), *c.get("any", ())))
    return Terms.of(language, ((unit, form) for unit, form in forms if form[0].isalpha()))


def _quantity(profile: Profile, figure: Figure, start: int) -> Quantity | None:
    """What a figure is of: what the nearest stretch names that names one thing measured in such a unit."""
    fitting = {name: q for name, q in _known().items() if figure.measure in q.units}
    if not fitting or _is_limit(profile, figure):
        return None
    text, language = profile.mention.span.exact, profile.language
    own, before = sentences_of(profile.article, start)
    stretches = [
        ("mention", clause_of(text, figure.printed)),
        ("mention", text),
        ("sentence", own),
        ("before", before),
        ("article", profile.article.text[:LONGEST_READ]),
    ]
    if figure.measure == _MONEY:  # "$1bn worth of damage … to prevent a $35bn selloff"
        stretches = [("mention", _beside(text, figure))]
    order = ("mention", "sentence", "before", "article")
    for near, stretch in stretches:
        named = [q for name, q in fitting.items() if name in _named(stretch, language)]
        named = [q for q in named if order.index(near) <= order.index(q.near)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _beside(text: str, figure: Figure) -> str:
    at = text.find(figure.printed) if figure.printed else -1
    return text[max(0, at - MONEY_REACH) : at + len(figure.printed) + MONEY_REACH] if at >= 0 else ""


def _is_limit(profile: Profile, figure: Figure) -> bool:
    text = profile.mention.span.exact
    at = text.find(figure.printed) if figure.printed else -1
    near = text[max(0, at - LIMIT_REACH) : at] if at >= 0 else ""
    words = words_of(near)[-4:]
    return bool(_limits(profile.language).find(words))


def currency_of(profile: Profile, figure: Figure) -> str | None:
    """The currency of an amount, where a sign or the words behind it tell."""
    text = profile.mention.span.exact
    at = text.find(figure.printed) if figure.printed else -1
    behind = words_of(text[at : at + len(figure.printed) + CURRENCY_REACH]) if at >= 0 else []
    found = _currencies(profile.language).find(behind)
    signs = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "¥": "CNY", "₺": "TRY"}
    return found[0].concept if found else next((unit for sign, unit in signs.items() if sign in figure.printed), None)


def _told(profiles: Sequence[Profile]) -> Iterator[_Told]:
    """Each figure of a quantity once: of nested mentions the shortest speaks for it."""
    above = heads(profiles)
    seen: set[str] = set()
    for profile in sorted(profiles, key=lambda p: (len(p.mention.span.exact), p.order)):
        if profile.mode is not Mode.STATEMENT:
            continue
        for start, _, figure in profile.located:
            quantity = _quantity(profile, figure, start) if figure.quantity_id not in seen else None
            if quantity is None:
                continue
            currency = currency_of(profile, figure) if figure.measure == _MONEY else None
            if figure.measure == _MONEY and currency is None:
                continue
            seen.add(figure.quantity_id)
            if currency:
                quantity = replace(quantity, symbol=currency)
            factor = quantity.units[figure.measure]
            low, high = (None if edge is None else edge * factor for edge in (figure.low, figure.high))
            things = subjects(profile.mention.span.exact, profile.language) & thing_names()
            setting = frozenset(
                c for c in profile.neutral | above.get(profile.article.id, frozenset()) if c[0] not in "=~"
            )
            yield _Told(quantity, profile, replace(figure, measure=quantity.name, low=low, high=high), things, setting)


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
            topic = Topic(aspect=Aspect.NUMBER, name=quantity.shown, values=values, direct=direct, loose=False)
            yield Compared(topic, measured_difference)


def _of_other_stretches(left: Profile, right: Profile) -> bool:
    """Whether each says in how many hours, and not in as many: 96 mm in two days, 12 mm in one hour."""
    ours, theirs = (
        {f.low * _HOURS[f.measure] for f in profile.figures if f.measure in _HOURS and f.low is not None}
        for profile in (left, right)
    )
    return bool(ours and theirs) and not ours & theirs


def measured_difference(ours: Sequence[Stated], theirs: Sequence[Stated]) -> tuple[Difference, str]:
    """As of any two figures; but values of one quantity are rivals however far apart they lie."""
    found, why = difference(ours, theirs)
    if found is Difference.SCOPE and why == TOO_FAR:
        found, why = Difference.CONFLICT, "the accounts cannot both have measured the same"
    if found is Difference.CONFLICT and _in_other_places(ours, theirs):
        return Difference.SCOPE, "they are given of different places"
    return found, why


def _in_other_places(ours: Sequence[Stated], theirs: Sequence[Stated]) -> bool:
    """Whether both values are given of places that are named, and of none in common."""
    sides = [frozenset().union(*(s.profile.places for s in side)) for side in (ours, theirs)]
    return all(sides) and not sides[0] & sides[1]
