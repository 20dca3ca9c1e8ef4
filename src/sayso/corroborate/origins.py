"""Who stands behind one appearance of a claim, under the strict rules, and who may be the same as whom.

Strict: one origin for each named person or body, each outlet that is itself the source, the unnamed sources of
one country, the texts that name no source. Lenient: a spokesman is his body, an outlet is whom it relays, a
capital is its authorities, and what cannot be told apart may be the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.corroborate import naming
from sayso.corroborate.families import Families
from sayso.corroborate.source_names import Source, body_in, institutions, issuing_body, read_source
from sayso.model import Article, Attribution, ClaimMention
from sayso.vocab import SourceKind

Key = tuple[str, ...]
"""A strict origin: its kind see `_RANK`) and what tells it apart.

"via" is unnamed sources told by one outlet, "state" those of one country and its authorities at large, "family" the
texts of one copy family that name nobody.
"""

_HIDDEN = frozenset({SourceKind.UNNAMED, SourceKind.ROLE, SourceKind.NONE, SourceKind.UNCLEAR})
CREDITS = "credits its text to it"
ISSUES = "publishes it itself"
GOES_ON = "goes on from a sentence that names the source"
UNSOURCED: Key = ("unsourced",)
_MINISTRY = "_ministry"
_SOUND = 4  # consonants that "Karvenia", "karwenische" and "Karvenian" share
_RANK = ("body", "person", "outlet", "via", "state", "family", "unsourced")
INDISTINCT = frozenset({"via", "state", "unsourced"})  # who exactly is meant, no reader could find out


def rank(key: Key) -> int:
    """How definite an origin is: 0 for a named body, last for no source at all."""
    return _RANK.index(key[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One appearance and the origin it stands on. `relays` are those who pass it on; `basis` is for the reader."""

    mention: ClaimMention
    key: Key
    source: Source | None
    relays: tuple[Source, ...]
    basis: str


def _sounds(name: str) -> set[str]:
    """The sounds of the words of a name that name no institution, as far as an adjective has them too."""
    told = (naming.sound(word)[:_SOUND] for word in naming.parts(name) if not institutions(word) and not body_in(word))
    return {sound for sound in told if len(sound) >= _SOUND}


class SourceBook:
    """All sources of a case, read together: a ministry without a country is the only one of its kind in play."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self.attributions = {a.id: a for a in sorted(attributions, key=lambda a: a.id)}
        self._inner: dict[str, list[Attribution]] = defaultdict(list)
        countries: dict[str, Counter[str]] = defaultdict(Counter)
        self.same: set[tuple[Key, Key]] = set()
        for attribution in self.attributions.values():
            if attribution.within_id:
                self._inner[attribution.within_id].append(attribution)
            source = self._read(attribution)
            if source and source.body and source.country:
                countries[source.body][source.country] += 1
        self._only_country = {body: next(iter(seen)) for body, seen in countries.items() if len(seen) == 1}
        self._body_of = self._offices()
        self._ministries = self._named_ministries()
        for attribution in self.attributions.values():
            self._note_sameness(attribution)

    @staticmethod
    def _read(attribution: Attribution) -> Source | None:
        name = attribution.resolved_name or attribution.source_name
        return read_source(name, attribution.source_kind) if name else None

    def _offices(self) -> dict[str, Key]:
        """For each person who is named as the voice of just one body that body."""
        bodies: dict[str, set[Key]] = defaultdict(set)
        for attribution in self.attributions.values():
            source = self._read(attribution)
            if source and source.in_full and source.person and source.body and source.speaks_for and not source.vague:
                bodies[source.person].add(self._body_key(source))
        return {person: next(iter(seen)) for person, seen in bodies.items() if len(seen) == 1}

    def _note_sameness(self, attribution: Attribution) -> None:
        source = self._read(attribution)
        if source is None:
            return
        key = self.key_of(source)
        if source.carrier and source.body:
            self.same.add((key, ("outlet", source.carrier)))
        if source.body and source.person:
            self.same.add((key, self._body_key(source)))
        outer = self.attributions.get(attribution.within_id or "")
        relay = self._read(outer) if outer else None
        if relay:
            self.same.add((key, self.key_of(relay)))

    def _named_ministries(self) -> dict[str, dict[Key, set[str]]]:
        """For each article, and under "" for the case, the ministries named in full and the sounds of their names."""
        named: dict[str, dict[Key, set[str]]] = defaultdict(lambda: defaultdict(set))
        for attribution in self.attributions.values():
            source = self._read(attribution)
            if source and source.body and source.body.endswith(_MINISTRY):
                for place in (attribution.article_id, ""):
                    named[place][self.key_of(source)] |= _sounds(source.printed)
        return named

    def _bare_ministry(self, attribution: Attribution, source: Source) -> Key | None:
        """The one ministry that "the ministry" can mean: the only one its article names, else the only one at all.

        An adjective of origin narrows them down: "das karwenische Ministerium" is Karvenia's, not its neighbour's.
        """
        if source.body or "ministry" not in institutions(source.printed):
            return None
        sounds = _sounds(source.printed)
        known = [self._ministries.get(place, {}) for place in (attribution.article_id, "")]
        named = [[key for key, heard in there.items() if sounds & heard] for there in known]
        for fits in (*named, *map(list, known)):
            meant = [key for key in fits if not source.country or key[1] == source.country]
            if len(meant) == 1:
                return meant[0]
        return None

    def _key(self, attribution: Attribution, source: Source) -> Key:
        key = self.key_of(source)
        return key if key[0] == "body" else self._bare_ministry(attribution, source) or key

    def _body_key(self, source: Source) -> Key:
        country = source.country or self._only_country.get(source.body or "", "")
        return ("body", country, source.body or "")

    def key_of(self, source: Source) -> Key:
        """The strict origin that a source is."""
        if source.vague and source.carrier:
            return ("via", source.carrier)
        if source.vague or source.metonym:
            if source.body:
                return ("state", self._body_key(source)[1]) if self._body_key(source)[1] else UNSOURCED
            return ("state", source.country) if source.country else UNSOURCED
        if source.kind is SourceKind.OUTLET and source.person and not source.body:
            return ("outlet", source.person)
        if source.body and source.speaks_for and source.person and not source.in_full:
            return self._body_of.get(source.person, self._body_key(source))  # "the Interior Ministry in Marlund"
        if source.person:
            return self._body_of.get(source.person, ("person", source.person))
        if source.body:
            return self._body_key(source)
        return ("state", source.country) if source.country else UNSOURCED

    def standing(self, mention: ClaimMention, article: Article, families: Families) -> Standing:
        """Who stands behind one appearance."""
        attribution = self.attributions.get(mention.attribution_id or mention.carried_over_id or "")
        if attribution is None:
            return self._own_voice(mention, article, families)
        inner = self._innermost(attribution, mention)
        source = self._read(inner)
        relays = tuple(relay for outer in self._outward(inner) if (relay := self._read(outer)))
        key = self._key(inner, source) if source else UNSOURCED
        for outer in self._outward(inner):
            if source is None or key != UNSOURCED:
                break
            source = self._read(outer)  # unnamed sources told by one outlet are known only through it
            key = self.key_of(source) if source else UNSOURCED
            key = ("via", key[1]) if key[0] == "outlet" and source and inner.source_kind in _HIDDEN else key
        if source is None:
            return Standing(mention=mention, key=UNSOURCED, source=None, relays=relays, basis="names no source")
        basis = "named as the source" if mention.attribution_id else GOES_ON
        return Standing(mention=mention, key=key, source=source, relays=relays, basis=basis)

    def _own_voice(self, mention: ClaimMention, article: Article, families: Families) -> Standing:
        issuer = issuing_body(article.publisher)
        if issuer:  # a ministry's own release: nobody stands behind it but the ministry
            return Standing(mention=mention, key=self.key_of(issuer), source=issuer, relays=(), basis=ISSUES)
        credited = families.credited(article.id)
        if credited:
            source = read_source(credited, SourceKind.OUTLET)
            key: Key = self.key_of(source) if source.body else ("outlet", source.person) if source.person else UNSOURCED
            return Standing(mention=mention, key=key, source=source, relays=(), basis=CREDITS)
        key = ("family", families.of(article.id))
        return Standing(mention=mention, key=key, source=None, relays=(), basis="names no source")

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
