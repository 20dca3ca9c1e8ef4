"""What one claim mention states, in a form that can be compared: its numbers, names, times, words, voice."""

import datetime
import functools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar
from weakref import WeakKeyDictionary

from sayso import lexicon
from sayso.corroborate import naming, wording
from sayso.corroborate.concepts import concepts, opposites, people_names, senses, subjects
from sayso.corroborate.country_names import places
from sayso.corroborate.dating import dates_it
from sayso.corroborate.denial import (
    asserted_part,
    denied_part,
    denied_stems,
    denies_in_passing,
    doubted_part,
    is_negated,
    rejects,
)
from sayso.corroborate.kinds import designated, named_kinds
from sayso.corroborate.terms import words_of
from sayso.corroborate.time_figures import outside_times
from sayso.corroborate.unknowns import says_unknown
from sayso.model import Article, Attribution, Certainty, ClaimMention, Interval, Mention, Quantity, Record
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import Bound, CertaintyLevel, MentionKind, Mode, Polarity

_BARE_NUMBER = re.compile(r"(?<![\w.,:/-])\d{2,7}(?![\w:/]|[.,-]\d|-\w)")
MIN_TELLING_NUMBER = 13.0  # smaller numbers meet by chance: "two", "three", "ten"
LONG_MENTION = 14  # stems; in a longer one a word of denial may stand in a side clause
_DAY_OR_FINER = frozenset({"day", "hour", "minute", "second"})
LONGEST_READ = 4000  # code points of a mention; a longer one is no sentence
CLOSE = 0.1  # "more than 70" and 74 may be one count, "at least 12" and 17 not
VAGUE = 3.0  # "dozens" is 24 to 99, "thousands" 2,000 to 9,999; "about 70" is 63 to 77
_PLURAL_KINDS = frozenset({"person", "thing", "unit"})
_IRREGULAR = {
    "child": "children", "man": "men", "woman": "women", "crew": "crew", "police": "police", "foot": "feet",
    "person": "people", "aircraft": "aircraft", "speed": "speed", "age": "years of age", "match": "matches",
    "black_box": "black boxes", "ship": "ships",
}  # fmt: skip
_NIGHT_TO = re.compile(r"(?:ночь на|ніч на|nacht auf|nacht zum|nacht zu|nocy na|noc na|nacht op)\s+(?:\w+\s+)?$")
_VERB_LAST = frozenset({"de", "nl"})
_SPECIFIC = frozenset({MentionKind.PERSON, MentionKind.PLACE, MentionKind.NAME})
_NOT_COUNTED = frozenset({MentionKind.TIME, MentionKind.SYSTEM})
_NAMES = frozenset({MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.PLACE, MentionKind.NAME})

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that a mention states: what it counts (empty where unknown), its bounds, its place in the article."""

    measure: str
    low: float | None
    high: float | None
    bound: Bound
    quantity_id: str = ""
    printed: str = field(default="", compare=False)
    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)

    @property
    def label(self) -> str:
        """The figure in plain words: "at least 65 prisoner"; as printed where the words give no number."""
        low, high = shown(self.low), shown(self.high)
        if self.low == self.high == 0:
            return f"no {plural(self.measure, 0)}" if self.measure else "none"
        if self.bound in {Bound.RANGE, Bound.ABOUT} and self.printed and not any(ch.isdigit() for ch in self.printed):
            return f"“{self.printed}” {self.measure}".strip()
        if self.bound is Bound.ABOUT and self.low is not None and self.high is not None:
            middle = (self.low + self.high) / 2
            number = f"about {shown(middle)}" if middle.is_integer() else f"{low} to {high}"
        elif self.low is not None and self.low == self.high:
            number = low
        elif self.high is None:
            number = f"at least {low}"
        elif self.low is None:
            number = f"at most {high}"
        else:
            number = f"{low} to {high}"
        return f"{number} {plural(self.measure, self.high)}".strip()

    @property
    def is_vague(self) -> bool:
        """Whether the words give an order of magnitude at most: "dozens", "thousands"."""
        return self.low is not None and self.high is not None and self.high >= VAGUE * max(1.0, self.low)

    def meets(self, other: "Figure") -> bool:
        """Whether one number could lie within both."""
        low = max(self.low or 0.0, other.low or 0.0)
        high = min(_top(self.high), _top(other.high))
        return low <= high

    def agrees(self, other: "Figure") -> bool:
        """Whether both may stand in one claim: they meet, and a bound lies close to what it bounds.

        "At least 12" takes in 17, but who says the one has not said the other.
        """
        if not self.meets(other) or self.is_vague != other.is_vague:
            return False
        if None not in (self.low, self.high, other.low, other.high):
            return True
        if (self.low is None) == (other.low is None) and (self.high is None) == (other.high is None):
            return (self.low, self.high) == (other.low, other.high)  # "at most 65" and "at most 67"
        if None in (self.low, self.high) and None in (other.low, other.high):
            return min(_top(self.high), _top(other.high)) > max(self.low or 0.0, other.low or 0.0)
        edges = [edge for edge in (self.low, self.high, other.low, other.high) if edge is not None]
        return max(edges) - min(edges) <= CLOSE * max(edges)


def _top(value: float | None) -> float:
    return float("inf") if value is None else value


def shown(value: float | None) -> str:
    """A number as people write it; the empty string for an open end."""
    if value is None:
        return ""
    return f"{int(value):d}" if float(value).is_integer() else f"{value:g}"


@functools.cache
def _plurals() -> Mapping[str, str]:
    """The measures of the lexicon that stand for things one can count, with their English plurals."""
    counted = {str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] in _PLURAL_KINDS}
    return {name: _IRREGULAR.get(name) or _regular(name) for name in counted}


def _regular(name: str) -> str:
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else f"{name}s"


def plural(measure: str, number: float | None) -> str:
    """A measure in plain words, in the plural where it needs one; a noun as printed stays as it is."""
    plain = measure if number == 1 else _plurals().get(measure, measure)
    return plain.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class Profile:
    """One mention and all it states. `names` maps a comparable key to the name as printed. Equal is itself alone.

    `rejects` is whether somebody in it denies what another says, `unsaid` whether it says that something is not
    known. `denied` and `denied_concepts` are the words and the concepts that stand in its denied clauses, the latter
    only those that stand in no other; `denied_told` is that with all lists and with names. `doubted` is all that
    stands between two marks with a word of denial: a conjunction may end a denial ("no ships and two planes") or carry
    it on ("no written or verbal request").

    `neutral` is what it states in terms no language changes, as far as lists in thirty languages reach; `told` is that
    and more, as far as lists in eleven do, with people counted whoever they are. `senses` are its words by what they
    mean, `kinds` what its names and types are, `read_names` those of people and places, `persons` of people alone.
    `whole` is its text with a verb that closes its sentence, `timed` are the places of its times in the article.
    """

    mention: ClaimMention
    article: Article
    language: str
    attribution: Attribution | None
    polarity: Polarity
    certainty: CertaintyLevel
    mode: Mode
    figures: tuple[Figure, ...]
    numbers: frozenset[float]
    names: Mapping[str, str]
    name_order: tuple[str, ...]
    systems: Mapping[str, str]
    places: frozenset[str]
    times: tuple[Interval, ...]
    stems: tuple[str, ...]
    opposites: frozenset[tuple[str, int]]
    negated: bool
    in_passing: bool
    rejects: bool
    denied: frozenset[str] = field(default_factory=frozenset)
    denied_concepts: frozenset[str] = field(default_factory=frozenset)
    time_words: frozenset[str] = field(default_factory=frozenset)
    stem_set: frozenset[str] = field(default_factory=frozenset)
    plain_stems: frozenset[str] = field(default_factory=frozenset)
    neutral: frozenset[str] = field(default_factory=frozenset)
    told: frozenset[str] = field(default_factory=frozenset)
    read_names: frozenset[str] = field(default_factory=frozenset)
    persons: frozenset[str] = field(default_factory=frozenset)
    whole: str = ""
    unsaid: bool = False
    denied_told: frozenset[str] = field(default_factory=frozenset)
    doubted: frozenset[str] = field(default_factory=frozenset)
    timed: tuple[tuple[int, int], ...] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    senses: frozenset[str] = field(default_factory=frozenset)

    @property
    def id(self) -> str:
        """The id of the mention."""
        return self.mention.id

    @property
    def published(self) -> datetime.datetime | None:
        """When its article was published, if that is known to the day."""
        clock = self.article.published
        return clock.value if clock and clock.precision in _DAY_OR_FINER else None

    @property
    def order(self) -> tuple[datetime.datetime, str, int, str]:
        """Earliest published first, undated last, then by place in the article and id.

        A date that is known to the month or year alone counts as its end: it must not come first for want of a day.
        """
        when = datetime.datetime.max.replace(tzinfo=datetime.UTC)
        clock = self.article.published
        if clock and clock.value.year < datetime.MAXYEAR - 1:
            loose = {"month": 31, "year": 366}.get(clock.precision, 0)
            when = clock.value + datetime.timedelta(days=loose)
        return (when, self.mention.article_id, self.mention.span.start, self.id)


class Located:
    """Records with a span, found by place: those that overlap a given span."""

    def __init__(self, spans: Iterable[tuple[Span, Record]]) -> None:
        self._by_article: dict[str, list[tuple[int, int, str, Record]]] = defaultdict(list)
        for span, record in spans:
            self._by_article[span.article_id].append((span.start, span.end, record.id, record))
        for kept in self._by_article.values():
            kept.sort(key=lambda item: item[:3])

    def inside(self, span: Span) -> list[Record]:
        """The records whose span lies wholly inside `span`, in text order."""
        kept = self._by_article.get(span.article_id, [])
        first = bisect_left(kept, (span.start,), key=lambda item: item[:1])
        found = []
        for start, end, _, record in kept[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.append(record)
        return found


def _figures(span: Span, quantities: Sequence[Quantity], uncounted: Sequence[Span]) -> tuple[Figure, ...]:
    """The figures of a mention: those that were read, then bare numbers."""
    figures = [
        Figure(
            measure=q.measure,
            low=q.low,
            high=q.high,
            bound=q.bound,
            quantity_id=q.id,
            printed=q.span.exact,
            start=q.span.start,
            end=q.span.end,
        )
        for q in quantities
    ]
    taken = [(q.span.start, q.span.end) for q in quantities] + [(s.start, s.end) for s in uncounted]
    for match in _BARE_NUMBER.finditer(span.exact[:LONGEST_READ]):
        start, end = span.start + match.start(), span.start + match.end()
        if not any(low < end and start < high for low, high in taken):
            value = float(match.group())
            figures.append(Figure(measure="", low=value, high=value, bound=Bound.EXACT, start=start, end=end))
    return tuple(figures)


@functools.lru_cache(maxsize=50_000)
def _name_keys(name: str, kind: MentionKind) -> frozenset[str]:
    """The keys a name is known by: of a person the last part, of anything else every part that is no country."""
    if kind is MentionKind.PERSON:
        return frozenset({naming.sound_key(name, person=True)})
    told = [part for part in naming.parts(name) if not places(part)]
    return frozenset(naming.sound_key(part) for part in told)


def _without(span: Span, left_out: Sequence[Span]) -> str:
    """The text of `span` without the stretches in `left_out`."""
    kept = list(span.exact[:LONGEST_READ])
    for part in (part for part in left_out if part.end - span.start <= len(kept)):
        kept[part.start - span.start : part.end - span.start] = " " * (part.end - part.start)
    return "".join(kept)


def _from_the_eve(article: Article, time: Mention) -> Interval:
    """The stretch a time names; of "the night to Saturday" from Friday on."""
    interval = time.interval or Interval(earliest=None, latest=None, precision="")
    before = article.text[max(0, time.span.start - 16) : time.span.start].casefold()
    if interval.earliest and interval.earliest.toordinal() > 1 and _NIGHT_TO.search(before):
        return replace(interval, earliest=interval.earliest - datetime.timedelta(days=1))
    return interval


def _with_verb(article: Article, span: Span, language: str) -> str:
    """The mention with the last word of its sentence, where that language puts the verb there and the mention not.

    "Nach Angaben der Armee haben Rebellen den Flughafen | erobert": without it, who lost it says the same.
    """
    text = span.exact[:LONGEST_READ]
    if language not in _VERB_LAST or span.end - span.start > LONGEST_READ:
        return text
    end = next((stop for start, stop in article.sentences if start <= span.start < stop), span.end)
    tail = article.text[span.end : end].strip(" .!?…»“”\"'")
    return f"{text} {tail}" if tail.isalpha() else text


def _own_certainty(held: Sequence[Certainty], attribution: Attribution | None) -> Certainty | None:
    """Of several holders' values the one for whoever makes the claim: its source, else the writer."""
    if not held:
        return None
    wanted = (attribution.resolved_name or attribution.source_name) if attribution else None
    for value in held:
        if attribution and value.holder is not None and value.holder in {wanted, attribution.source_name}:
            return value
    return next((v for v in held if (v.holder is None) == (attribution is None)), held[0])


def _neutral(
    text: str, language: str, figures: Iterable[Figure], names: Iterable[str], systems: Iterable[str]
) -> frozenset[str]:
    """All that a mention states in terms no language changes."""
    counted = {f"={f.measure}:{shown(f.low)}:{shown(f.high)}" for f in figures if f.measure}
    counted |= {f"~{shown(edge)}" for f in figures for edge in (f.low, f.high) if edge and edge >= MIN_TELLING_NUMBER}
    return concepts(text, language) | counted | {f"@{key}" for key in names} | {f"#{key}" for key in systems}


def _told(
    figures: Iterable[Figure], kinds: Iterable[str], neutral: frozenset[str], spoken: frozenset[str]
) -> frozenset[str]:
    """What a mention states for matching: people are counted as people, and broken numbers count, however small."""
    counted = {f"={_counted_as(f.measure)}:{shown(f.low)}:{shown(f.high)}" for f in figures if f.measure}
    broken = {f"~{shown(f.low)}" for f in figures if f.low is not None and not float(f.low).is_integer()}
    return frozenset({c for c in neutral if c[0] != "="} | counted | broken | spoken | set(kinds))


def _counted_as(measure: str) -> str:
    """The measure, people for all who are: seven residents in one language are seven dead in another."""
    return "people" if measure in people_names() or measure.split(maxsplit=1)[0] in people_names() else measure


def _denied_concepts(text: str, language: str) -> frozenset[str]:
    """What a mention names in a denied clause and nowhere else."""
    return concepts(denied_part(text, language), language) - concepts(asserted_part(text, language), language)


def _denied_told(text: str, language: str, names: Mapping[str, str]) -> frozenset[str]:
    """The same with all lists, and the names (by key) that stand in a denied clause and in no other."""
    denied, asserted = denied_part(text, language), asserted_part(text, language)
    held, kept = set(words_of(denied)), set(words_of(asserted))
    named = {key for key, name in names.items() if (words := set(words_of(name))) & held and not words & kept}
    return (subjects(denied, language) - subjects(asserted, language)) | {f"@{key}" for key in named}


def once_a_profile(read: Callable[[Profile], Found]) -> Callable[[Profile], Found]:
    """`read`, which remembers what it finds in a profile for as long as that is held.

    Each mention is compared with many: a third of the time of matching 2,000 went into reading the same names again.
    """
    known: WeakKeyDictionary[Profile, Found] = WeakKeyDictionary()

    @functools.wraps(read)
    def remembered(profile: Profile) -> Found:
        if profile not in known:
            known[profile] = read(profile)
        return known[profile]

    return remembered


class Profiles:
    """The profiles of all mentions in a group of records, and the records they were read from."""

    def __init__(self, group: Sequence[Record]) -> None:
        self.articles = {a.id: a for a in of(group, Article)}
        self.attributions = {a.id: a for a in of(group, Attribution)}
        self._quantities = Located((q.span, q) for q in of(group, Quantity))
        self._mentions = Located((m.span, m) for m in of(group, Mention))
        self._certainties: dict[str, list[Certainty]] = defaultdict(list)
        for certainty in sorted(of(group, Certainty), key=lambda c: c.id):
            self._certainties[certainty.claim_mention_id].append(certainty)
        named = {(m.name, m.kind) for m in of(group, Mention) if m.kind in _NAMES}
        self._known_names = frozenset(key for name, kind in named for key in _name_keys(name, kind))
        known = [m for m in of(group, ClaimMention) if m.article_id in self.articles]
        self.kinds = named_kinds(self.articles, of(group, Mention))
        self.by_id = {m.id: self._profile(m) for m in sorted(known, key=lambda m: m.id)}

    def ordered(self) -> list[Profile]:
        """All profiles, earliest published first."""
        return sorted(self.by_id.values(), key=lambda p: p.order)

    def _profile(self, mention: ClaimMention) -> Profile:
        article, span = self.articles[mention.article_id], mention.span
        text = span.exact[:LONGEST_READ]
        language = wording.primary(article.language)
        attribution = self.attributions.get(mention.attribution_id or "")
        named = [m for m in self._mentions.inside(span) if isinstance(m, Mention)]
        told = [q for q in self._quantities.inside(span) if isinstance(q, Quantity)]
        quantities = outside_times(told, text, span.start, language)
        figures = _figures(span, quantities, [m.span for m in named if m.kind in _NOT_COUNTED])
        certainty = _own_certainty(self._certainties.get(mention.id, []), attribution)
        negated = is_negated(text, language)
        stems = wording.content_stems(text, language)
        names = {key: word for key, word in naming.sounds(text).items() if key in self._known_names}
        names |= {key: m.name for m in named if m.kind in _NAMES for key in sorted(_name_keys(m.name, m.kind))}
        systems = {naming.system_key(m.name): m.name for m in named if m.kind is MentionKind.SYSTEM}
        whole = _with_verb(article, span, language)
        denied = Polarity.NEGATIVE if negated and len(set(stems)) <= LONG_MENTION else Polarity.POSITIVE
        read = Profile(
            mention=mention,
            article=article,
            language=language,
            attribution=attribution,
            polarity=certainty.polarity if certainty else denied,
            certainty=certainty.value if certainty else CertaintyLevel.UNDERSPECIFIED,
            mode=certainty.mode if certainty else Mode.STATEMENT,
            figures=figures,
            numbers=frozenset(f.low for f in figures if f.low is not None and f.low == f.high),
            names=names,
            name_order=tuple(sorted(names, key=lambda key: (text.find(names[key]), key))),
            systems=systems,
            places=frozenset(key for m in named if m.kind is MentionKind.PLACE for key in _name_keys(m.name, m.kind)),
            times=tuple(
                _from_the_eve(article, m)
                for m in named
                if m.kind is MentionKind.TIME and m.interval is not None and dates_it(article, span, m, language)
            ),
            stems=stems,
            opposites=opposites(asserted_part(whole, language) if negated else whole, language),
            negated=negated,
            in_passing=negated and (denies_in_passing(text, language) or len(set(stems)) > LONG_MENTION),
            rejects=rejects(text, language),
            denied=denied_stems(text, language),
            denied_concepts=_denied_concepts(text, language) if negated else frozenset(),
            time_words=frozenset(m.span.exact.casefold() for m in named if m.kind is MentionKind.TIME),
            stem_set=frozenset(stems),
            plain_stems=frozenset(wording.content_stems(_without(span, [m.span for m in named]), language)),
            neutral=_neutral(text, language, figures, names, systems),
            read_names=frozenset(m.name for m in named if m.kind in _SPECIFIC),
            persons=frozenset(m.name for m in named if m.kind is MentionKind.PERSON),
            whole=whole,
            timed=tuple((m.span.start, m.span.end) for m in named if m.kind is MentionKind.TIME),
        )
        return self._for_matching(read)

    def _for_matching(self, read: Profile) -> Profile:
        """The profile with what is compared across wordings and languages."""
        text, language = read.mention.span.exact[:LONGEST_READ], read.language
        kinds = {
            key: kind
            for key, name in (*read.names.items(), *read.systems.items())
            if (kind := designated(name) or self.kinds.get(key))
        }
        nouns = {f"@{key}" for key, name in read.names.items() if language in _VERB_LAST and subjects(name, language)}
        meant = {f"+{kind}" for kind in kinds.values()}
        return replace(
            read,
            told=_told(read.figures, kinds.values(), read.neutral - nouns, subjects(text, language)),
            kinds=kinds,
            unsaid=says_unknown(text, language),
            denied_told=_denied_told(text, language, read.names) if read.negated else frozenset(),
            doubted=subjects(doubted_part(text, language), language) if read.negated else frozenset(),
            senses=senses(read.whole, language) | meant,
        )
