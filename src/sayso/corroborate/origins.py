"""Who stands behind one appearance of a claim, under the strict rules, and who may be the same as whom.

Strict: one origin for each named person or body, each outlet that is itself the source, the unnamed sources of
one country, the texts that name no source. Lenient: a spokesman is his body, an outlet is whom it relays, a
capital is its authorities, and what cannot be told apart may be the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from sayso import lexicon
from sayso.corroborate import bodies, naming
from sayso.corroborate.antecedents import gone_back
from sayso.corroborate.bodies import mentions_any
from sayso.corroborate.common_nouns import named_as_such
from sayso.corroborate.families import Families
from sayso.corroborate.folding import WORD, folded
from sayso.corroborate.identities import one_place
from sayso.corroborate.naming import given_names
from sayso.corroborate.origin_keys import UNSOURCED, Key
from sayso.corroborate.read_as_one import ReadNames
from sayso.corroborate.source_keys import SourceKeys
from sayso.corroborate.source_names import Source, issuing_body, read_source
from sayso.corroborate.source_words import is_title
from sayso.corroborate.told_alike import ToldAlike
from sayso.model import Article, Attribution, ClaimMention
from sayso.vocab import SourceKind

_HIDDEN = frozenset({SourceKind.UNNAMED, SourceKind.ROLE, SourceKind.NONE, SourceKind.UNCLEAR})
CREDITS = "credits its text to it"
ISSUES = "publishes it itself"
GOES_ON = "goes on from a sentence that names the source"
NO_SOURCE = "names no source"
_OF_TOWNS = frozenset({"mayor_office", "governor", "county_administration"})
_READ = 8_000  # code points of an article in which a word may stand without a capital
_ALL_NOUNS = frozenset({"de"})  # languages that write each noun with a capital
_OPENING = re.compile(r"(?:^|[.!?:…\n«»“”„\"—–-])\s*$")
_BEFORE = 8  # code points that show whether a sentence opens
_FULL = 2  # words of the name of a person
_LEAST = 2  # words of a name that an address is known by
_SITE = 7  # letters of a name that an address is known by
_TELLING = 5  # consonants of one word that is an outlet's name, not by chance a person's
INDISTINCT = frozenset({"via", "state", "unsourced"})  # who exactly is meant, no reader could find out


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One appearance and the origin it stands on. `relays` are those who pass it on; `basis` is for the reader."""

    mention: ClaimMention
    key: Key
    source: Source | None
    relays: tuple[Source, ...]
    basis: str


def _uncapitalised(name: str, attribution: Attribution, words: Set[str]) -> str:
    """A source without the capital that only the sentence gives it: its article has the word without one, too.

    Only before a word without one: "Bus operator Norlex"; "Rose Lenz" is a person in whatever text a river rose.
    """
    told = WORD.findall(name)
    opens = len(told) > 1 and told[0].istitle() and told[1][:1].islower() and name.startswith(told[0])
    if opens and not attribution.resolved_name and told[0].lower() in words:
        return name[0].lower() + name[1:]
    return name


def _has_own_capital(attribution: Attribution, article: Article | None) -> bool:
    """Whether a source has a capital that neither its sentence gives it nor, in German, every noun has."""
    words = WORD.findall(attribution.resolved_name or attribution.source_name or "")
    if article is None or article.language[:2] in _ALL_NOUNS:
        return False
    if attribution.resolved_name or not attribution.source or any(word[:1].isupper() for word in words[1:]):
        return any(word[:1].isupper() for word in words)
    before = article.text[max(0, attribution.source[0].start - _BEFORE) : attribution.source[0].start]
    return bool(words) and words[0][:1].isupper() and not _OPENING.search(before)


def _read(attribution: Attribution, outlets: Set[str], words: Set[str], *, capital: bool) -> Source | None:
    """The source as its words tell; one that is called as an outlet of this case is that outlet, not a person."""
    name = attribution.resolved_name or attribution.source_name
    if not name:
        return None
    source = read_source(_uncapitalised(name, attribution, words), attribution.source_kind)
    source = replace(source, printed=name, capital=capital)
    if source.kind is SourceKind.NAMED and not source.body:
        outlet = read_source(name, SourceKind.OUTLET)
        sound = outlet.person or ""  # in capitals, where enough of it sounds
        telling = outlet.in_full or (sound.isupper() and len(sound) >= _TELLING and not source.titled)
        return outlet if telling and outlet.person in outlets else source
    if source.kind is SourceKind.DOCUMENT and source.names and not source.body:
        author = read_source(" ".join(source.names), SourceKind.OUTLET)  # "a report in the Halden Courier"
        return replace(author, printed=name) if author.person in outlets else source
    return source


def _outlets(attributions: Iterable[Attribution]) -> Set[str]:
    """The keys of all outlets that are named as such."""
    named = [a for a in attributions if a.source_kind is SourceKind.OUTLET]
    read = [read_source(name, SourceKind.OUTLET) for a in named if (name := a.resolved_name or a.source_name)]
    return {source.person for source in read if source.person and not source.body}


def _wires(articles: Iterable[Article]) -> Set[str]:
    """The keys of the agencies that articles credit."""
    names = {credit.name for one in articles for credit in one.credits if credit.name}
    return {person for name in names if (person := read_source(name, SourceKind.OUTLET).person)}


def _publishers(articles: Iterable[Article]) -> Iterator[str]:
    """The keys of who published the articles, and of the agencies they credit; not of ministries."""
    names = {name for one in articles for name in (one.publisher, *(credit.name for credit in one.credits)) if name}
    for name in sorted(names):
        source = read_source(name, SourceKind.OUTLET)
        if source.person and not source.body:
            yield source.person


def _is_by_title(source: Source) -> bool:
    """Whether a ministry is named by its minister: "Министр внутренних дел Хадар" may be Mr. Hadar or Khadar's."""
    of_one = bool(source.body) and (source.body or "").endswith(bodies.MINISTRY)
    return of_one and any(is_title(folded(word)) for word in WORD.findall(source.printed))


def _told_apart(sources: Mapping[str, Source | None]) -> dict[str, Source | None]:
    """The same, a name beside a body being a person's where another source shows that it is one: "primar Ana Lenz".

    A single name behind the title of a mayor or a governor is a town's, where another source shows that, and the first
    of three behind the title of a minister a land's: "міністр довкілля Саровії Ана Ленц"; a single one is a person's
    where another source has that person's full name and no ministry goes by it.
    """
    people = {source.names for source in sources.values() if source and source.titled and len(source.names) > 1}
    lasts = {names[-1] for names in people}
    of_ministries = {s.place for s in sources.values() if s and s.place and s.body and not _is_by_title(s)}
    placed = [s for s in sources.values() if s and s.body and s.body not in bodies.kind("named") and len(s.place) == 1]
    towns = {source.place for source in placed if source.place[0] not in lasts}
    lands = sorted({s.place for s in placed if bodies.governs(s.body or "")})
    told = dict(sources)
    for one, source in sources.items():
        if source is None:
            continue
        if source.body and not source.place and not source.country and len(source.names) > _FULL:
            land = next((land for land in lands if one_place(source.names[:1], land)), None)
            if land and source.names[0] not in given_names():
                minister = source.body.endswith(bodies.MINISTRY)
                told[one] = replace(
                    source, names=source.names[1:], place=source.names[:1], titled=True, leads=source.leads or minister
                )
        if not source.names and source.place in people:
            told[one] = replace(
                source, names=source.place, person=source.place[-1], place=(), titled=True, in_full=True
            )
        elif not source.names and len(source.place) == 1 and _is_by_title(source):
            own = any(one_place(source.place, (last,)) for last in sorted(lasts))
            if own and not any(one_place(source.place, place) for place in sorted(of_ministries)):
                told[one] = replace(
                    source, names=source.place, person=source.place[-1], place=(), titled=True, leads=True
                )
        elif source.body in _OF_TOWNS and not source.place and len(source.names) == 1:
            town = next((town for town in sorted(towns) if one_place(source.names, town)), None)
            if town and not any(one_place(source.names, (last,)) for last in lasts):
                told[one] = replace(source, names=(), person=None, place=town)  # "burmistrz Haldenu" is its mayor
    return told


def _is_own(source: Source, language: str) -> bool:
    """Whether a source is whoever publishes: "we", "our reporter", "this newspaper"."""
    whose = not source.body and not source.in_full and mentions_any(source.printed, "publishes")
    we = lexicon.load("bodies").tables["first_person"].get(language, "").split("|")
    return whose or (source.kind is not SourceKind.NAMED and source.printed.casefold() in we)


def _squeezed(name: str) -> str:
    return naming.plain(name.replace("-", " ")).replace(" ", "")


class SourceBook:
    """All sources of a case, and who is named together with whom."""

    def __init__(self, attributions: Iterable[Attribution], articles: Mapping[str, Article]) -> None:
        self.attributions = {a.id: a for a in sorted(attributions, key=lambda a: a.id)}
        self._inner: dict[str, list[Attribution]] = defaultdict(list)
        outlets = _outlets(self.attributions.values()) | set(_publishers(articles.values()))
        words = {one.id: frozenset(WORD.findall(one.text[:_READ])) for one in articles.values()}
        nothing = frozenset[str]()
        read = {
            a.id: _read(
                a, outlets, words.get(a.article_id, nothing), capital=_has_own_capital(a, articles.get(a.article_id))
            )
            for a in self.attributions.values()
        }
        told_apart = named_as_such(self.attributions.values(), _told_apart(read), articles)
        self._sources = gone_back(self.attributions.values(), told_apart, articles)
        told = [
            (a.article_id, min((part.start for part in a.source), default=0), source)
            for a in self.attributions.values()
            if (source := self._sources[a.id])
        ]
        issued = [(a.id, 0, issuer) for a in articles.values() if (issuer := issuing_body(a.publisher))]
        self.keys = SourceKeys([*told, *sorted(issued, key=lambda item: item[0])], articles)
        self.read_names = ReadNames()
        self.told_alike = ToldAlike(self.attributions, articles)
        self._sites = self._own_sites(outlets)
        self.wires = {("outlet", name) for name in _wires(articles.values())}
        self.same: set[tuple[Key, Key]] = set()
        self.short = set(self._short_names())
        for attribution in self.attributions.values():
            if attribution.within_id:
                self._inner[attribution.within_id].append(attribution)
            self._note_sameness(attribution)
        self.partners: dict[Key, set[Key]] = defaultdict(set)  # by either of `same` and `short` the other
        for one, other in (*self.same, *self.short):
            self.partners[one].add(other)
            self.partners[other].add(one)

    def _read(self, attribution: Attribution) -> Source | None:
        return self._sources[attribution.id]

    def _own_sites(self, outlets: Set[str]) -> dict[str, Source]:
        """By a name without blanks the sources that are no outlets: who publishes under it is that source."""
        told = (source for source in self._sources.values() if source and source.kind is SourceKind.NAMED)
        sites: dict[str, Source] = {}
        for source in sorted(told, key=lambda source: source.printed):
            own_name = source.place if source.body in bodies.kind("named") else () if source.body else source.names
            name = "".join(map(naming.plain, own_name)).replace(" ", "")
            outlet = read_source(" ".join(own_name), SourceKind.OUTLET).person in outlets if own_name else True
            if len(own_name) >= _LEAST and len(name) >= _SITE and not source.titled and not outlet:
                sites.setdefault(name, source)
        return sites

    def _issuer(self, article: Article) -> Source | None:
        """The body that publishes an article itself, by what its publisher or its address is called."""
        if issuer := issuing_body(article.publisher):
            return issuer
        host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
        declared = article.publisher and article.publisher.removeprefix("www.") != host
        label = article.publisher if declared else host.split(".")[0]
        return self._sites.get(_squeezed(label or ""))

    def _short_names(self) -> Iterator[tuple[Key, Key]]:
        """Those of one name, and those of whose name it is the first word: "Norlex" and "Norlex Shipping"."""
        named = [source for source in self._sources.values() if source and source.names and not source.body]
        longer: dict[str, set[Key]] = defaultdict(set)
        for source in named:
            if len(source.names) > 1:
                longer[source.names[0]].add(self.key_of(source))
        for source in named:
            if len(source.names) == 1 and not source.described:
                key = self.key_of(source)
                yield from ((key, other) for other in sorted(longer[source.names[0]] - {key}))

    def _note_sameness(self, attribution: Attribution) -> None:
        source = self._read(attribution)
        if source is None:
            return
        key = self.key_of(source)
        if source.carrier and source.body:
            self.same.add((key, ("outlet", source.carrier)))
        if source.body and source.person:
            self.same.add((key, self.keys.resolved(attribution.article_id, source)))
        if seat := self.keys.seat_of(source):
            self.same.add((self.keys.resolved(attribution.article_id, source), seat))
            self.same.update((body, seat) for body in self.keys.known(source.body or ""))
        if source.serves:
            self.same.add((key, self.key_of(read_source(" ".join(source.serves), SourceKind.NAMED))))
        outer = self.attributions.get(attribution.within_id or "")
        relay = self._read(outer) if outer else None
        if relay:
            self.same.add((key, self.key_of(relay)))

    def _key(self, attribution: Attribution, source: Source) -> Key:
        return self.keys.key_in(attribution.article_id, source)

    def key_of(self, source: Source) -> Key:
        """The strict origin that a source is."""
        return self.keys.key_of(source)

    def standing(self, mention: ClaimMention, article: Article, families: Families) -> Standing:
        """Who stands behind one appearance."""
        attribution = self.attributions.get(mention.attribution_id or mention.carried_over_id or "")
        if attribution is None:
            return self._own_voice(mention, article, families)
        inner = self._innermost(attribution, mention)
        source = self._read(inner)
        if source and not attribution.within_id and _is_own(source, article.language):
            outlet = read_source(article.publisher, SourceKind.OUTLET) if article.publisher else None
            if self._issuer(article) or not (outlet and outlet.person):
                return self._own_voice(mention, article, families)
            return Standing(mention=mention, key=self.key_of(outlet), source=outlet, relays=(), basis=ISSUES)
        relays = tuple(relay for outer in self._outward(inner) if (relay := self._read(outer)))
        key = self._key(inner, source) if source else UNSOURCED
        for outer in self._outward(inner):
            if source is None or key != UNSOURCED:
                break
            source = self._read(outer)  # unnamed sources told by one outlet are known only through it
            key = self.key_of(source) if source else UNSOURCED
            key = ("via", key[1]) if key[0] == "outlet" and source and inner.source_kind in _HIDDEN else key
        if source is None:
            return Standing(mention=mention, key=UNSOURCED, source=None, relays=relays, basis=NO_SOURCE)
        basis = "named as the source" if mention.attribution_id else GOES_ON
        return Standing(mention=mention, key=key, source=source, relays=relays, basis=basis)

    def _own_voice(self, mention: ClaimMention, article: Article, families: Families) -> Standing:
        issuer = self._issuer(article)
        if issuer:  # a ministry's own release: nobody stands behind it but the ministry
            return Standing(mention=mention, key=self.key_of(issuer), source=issuer, relays=(), basis=ISSUES)
        credited = families.credited(article.id)
        if credited:
            source = read_source(credited, SourceKind.OUTLET)
            key: Key = self.key_of(source) if source.body else ("outlet", source.person) if source.person else UNSOURCED
            return Standing(mention=mention, key=key, source=source, relays=(), basis=CREDITS)
        key = ("family", families.of(article.id))
        return Standing(mention=mention, key=key, source=None, relays=(), basis=NO_SOURCE)

    def _innermost(self, attribution: Attribution, mention: ClaimMention) -> Attribution:
        """Of "the agency, citing the ministry" the ministry, where its content holds the mention."""
        seen = {attribution.id}
        while True:
            deeper = [
                inner
                for inner in self._inner.get(attribution.id, [])
                if inner.id not in seen and any(part.overlaps(mention.span) for part in inner.content)
            ]
            if not deeper:
                return attribution
            attribution = deeper[0]
            seen.add(attribution.id)

    def _outward(self, attribution: Attribution) -> list[Attribution]:
        """The attributions that one is nested in, from the inside out."""
        found: list[Attribution] = []
        seen = {attribution.id}
        outer = self.attributions.get(attribution.within_id or "")
        while outer and outer.id not in seen:
            seen.add(outer.id)
            found.append(outer)
            outer = self.attributions.get(outer.within_id or "")
        return found
