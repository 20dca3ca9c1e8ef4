"""The lands and towns that the sources of a case name, each in all its spellings, and which names mean them.

No list has them all: a land is one that ministries and navies go by, a town one that the texts tell as such.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sayso.corroborate import bodies, naming
from sayso.corroborate.bodies import body_in
from sayso.corroborate.folding import is_spaced
from sayso.corroborate.identities import Name, Places, is_adjective_of, is_adjective_of_town, one_place
from sayso.corroborate.source_names import Source
from sayso.corroborate.towns import towns
from sayso.model import Article
from sayso.vocab import SourceKind

_ARMED = frozenset({"general_staff", "military_intelligence", "security_service", "government", "parliament"})
_FORCES = frozenset({"navy", "coast_guard", "border_guard", "air_force"})
_LOOKED_UP = 1  # consonants: the next is a w or a v in one script and a vowel in another
_READ = 8_000  # code points of an article in which a land may have a ministry
_MOST_LANDS = 200  # looked through for each source that has but one name
_SIGN = re.compile(r"[\u3400-\u9fff]")
_SEVERAL = re.compile(r"[\u3400-\u9fff]{2}")
_VOWELS = re.compile(r"[aeiouyáéíóúàèùâêîôûäöü]+|s$")


def _begins(name: Name) -> str:
    """The first consonants of a name, by which it is looked up."""
    return naming.sound(" ".join(name))[:_LOOKED_UP].replace("R", "L")  # Korean has one letter for both


def _saint(name: str) -> str:
    """What the forms of a saint's name share: "anna", "anne", "anny"; no "mary" is "martin"."""
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", name.rsplit(maxsplit=1)[-1]))


def _is_bare_name(source: Source) -> bool:
    """Whether a source is one name and nothing else, which may be a land's or a town's."""
    called = source.names and not (source.body or source.titled or source.described or source.speaks_for)
    return bool(called) and source.alone and not source.in_full and source.kind is not SourceKind.OUTLET


def _ruled(sources: Iterable[Source], articles: Mapping[str, Article]) -> tuple[Name, ...]:
    """The places that armies and governments go by, or that a text says have a ministry or an army of their own.

    None that is a person's last name: "the Lenz government".
    """
    named = list(sources)
    lasts = {source.names[-1] for source in named if len(source.names) > 1}
    found = {s.place for s in named if s.place and not s.country and s.body in _ARMED and not s.titled}
    bare = {s.names[0] for s in named if _is_bare_name(s) and len(s.names) == 1 and is_spaced(s.names[0])}
    found |= {(name,) for name in bare if any(_is_owner(name, article.text[:_READ]) for article in articles.values())}
    return tuple(sorted(place for place in found if place[-1] not in lasts)[:_MOST_LANDS])


def _is_owner(name: str, text: str) -> bool:
    """Whether a text has a ministry or an army in a name's genitive: "Sarovia's foreign ministry"."""
    owned = (
        body_in(match.group(1)) for match in re.finditer(rf"(?<!\w){re.escape(name)}['’]s? ((?:\w+ ?){{1,3}})", text)
    )
    return any(body and (body[0].endswith(bodies.MINISTRY) or body[0] in _FORCES | _ARMED) for body in owned)


class Gazetteer:
    """The places of a case."""

    def __init__(self, named: Iterable[Source], articles: Mapping[str, Article]) -> None:
        sources = list(named)
        self._places = Places([s.place for s in sources if s.place and s.body not in bodies.kind("named")])
        self._lands = self._lands_of(sources)
        self._ruled = _ruled(sources, articles)
        lasts = {s.names[-1] for s in sources if s.names and s.in_full}
        bare = (s.names for s in sources if _is_bare_name(s) and s.names[-1] not in lasts)
        self._towns = towns(bare, articles)
        self._by_sound: dict[str, list[Name]] = defaultdict(list)
        for land in (*self._lands, *self._ruled, *self._towns):
            self._by_sound[_begins(land)].append(land)
        self._in_han = sorted(
            {s.place or s.names for s in sources if _SEVERAL.match((*s.place, *s.names, "")[0])}
        )  # what may be called by its first sign
        self._listed_signs = {s.printed[:1] for s in sources if s.country}  # what is as likely a listed land's sign
        self._called: dict[Name, str] = {}  # the places that bare names were found to be
        self._owning = {source.place for source in sources if source.place}  # lands that more than house a body
        self._states = self._states_of_places(sources)
        self._sited = self._names_in_towns(sources)

    def key(self, place: Name) -> str:
        """What stands for a place in the key of an origin: "@" and its commonest spelling."""
        return "@" + self._places.key(place)

    def of(self, source: Source, *, local: bool) -> tuple[str, str]:
        """The town or name that a body goes by, and its state, as far as the case tells; of one not `local` no town."""
        place = source.place or self._adjective_place(source)
        town = self._places.key(place) if local else ""  # the rest of a ministry's long name
        town = self._sited.get((source.body or "", town), town)
        return town, source.country or self._states.get(town, "")

    def land(self, source: Source) -> str:
        """The place of a ministry or a navy of the case that a source is called by, as by a state's name; else "".

        Or the town where one sits, or that the texts know: a capital stands for its authorities.
        """
        if source.adjectives and not (source.body or source.names):  # "strona dubrawska"
            owning = (land for land in self._lands for word in source.adjectives if is_adjective_of(word, land))
            land = next(owning, None)
            return self.key(land) if land else ""
        if not _is_bare_name(source):
            return ""
        if source.names not in self._called:
            self._called[source.names] = self._named(source.names)
        return self._called[source.names]

    def _named(self, name: Name) -> str:
        """The land or town of a name, in Chinese also of its first sign where no other land of the case has it."""
        if _SIGN.fullmatch(name[0]):
            if name[0] in self._listed_signs:
                return ""
            begun = {self._named(full) for full in self._in_han if full[0].startswith(name[0])} - {""}
            return next(iter(begun)) if len(begun) == 1 else ""
        near = self._by_sound.get(_begins(name), [])
        land = next((land for land in near if len(land) == len(name) and one_place(name, land)), None)
        return self.key(land) if land else ""

    def is_town(self, key: tuple[str, ...]) -> bool:
        """Whether an origin is who governs in a town of which no source tells the land."""
        place = key[1].removeprefix("@") if key[0] == "state" and key[1].startswith("@") else ""
        lands = [land for land in (*self._lands, *self._ruled) if land not in self._towns or land in self._lands]
        return bool(place) and all(self._places.key(land) != place for land in lands)

    def _lands_of(self, sources: Iterable[Source]) -> tuple[Name, ...]:
        """The places that ministries and navies go by, or sit in, and that are no person's last name."""
        named = list(sources)
        lasts = {source.names[-1] for source in named if len(source.names) > 1}
        states = [
            s for s in named if s.body and not s.country and (s.body.endswith(bodies.MINISTRY) or s.body in _FORCES)
        ]
        found = {place for s in states for place in (s.place, s.seat) if place and place[-1] not in lasts}
        return tuple(sorted(found)[:_MOST_LANDS])

    def _states_of_places(self, sources: Iterable[Source]) -> dict[str, str]:
        states: dict[str, set[str]] = defaultdict(set)
        for source in sources:
            if source.place and source.country:
                states[self._places.key(source.place)].add(source.country)
        return {place: next(iter(found)) for place, found in states.items() if len(found) == 1}

    def _names_in_towns(self, sources: Iterable[Source]) -> dict[tuple[str, str], str]:
        """For each kind of body and town the one name that such a body goes by there: "St Mary's Hospital in Halden".

        A saint's name has its consonants in most languages: "Anna", "Anne", "Anny".
        """
        names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        sainted: set[str] = set()
        elsewhere: dict[str, set[str]] = defaultdict(set)  # the saints of each kind without a town
        for source in sources:
            if not source.place or not source.body:
                continue
            name = self._places.key(source.place)
            if source.town:
                names[source.body, self._places.key(source.town)][name] += 1
            elif source.sainted:
                elsewhere[source.body].add(name)
            sainted |= {name} if source.sainted else set()
        found = {}
        for sited, counted in names.items():
            body = sited[0]
            saints = len({_saint(name) for name in counted}) == 1 and counted.keys() <= sainted
            if len(counted) > 1 and not saints:
                continue
            kept = min(counted, key=lambda name: (-counted[name], name))
            found.update({(body, name): kept for name in counted})
            if elsewhere[body] <= counted.keys():  # else it may be one that is named without its town
                found[sited] = kept
        return found

    def _adjective_place(self, source: Source) -> Name:
        """The land of a ministry or a navy of the case that an adjective beside a body is of: "l'armée astrénienne"."""
        if bodies.names_side(source.printed):
            return ()  # the rebels' ministry in Sarovia is not Sarovia's
        if source.seat and not source.country:
            # "the ministry in Sarovia" is Sarovia's
            return next((land for land in self._lands if land in self._owning and one_place(source.seat, land)), ())
        if source.country:
            return ()
        fitting: list[Name] = [
            (word,) for word in source.adjectives for land in self._lands if is_adjective_of(word, land)
        ]
        if not fitting and source.body in bodies.kind("local"):
            towns = self._places.kept
            fitting = [town for word in source.adjectives for town in towns if is_adjective_of_town(word, town)]
        return next(iter(fitting), ())


def offices_of_one_place(sources: Iterable[Source]) -> frozenset[str]:
    """The offices of the United Nations that a case names in no two lands: "OCHA" and "OCHA Mali" are one there."""
    places: dict[str, set[str]] = defaultdict(set)
    told = list(sources)
    lands = {source.place for source in told if source.body and bodies.governs(source.body)}
    for source in told:
        if source.body in bodies.kind("un") - {"united_nations"}:
            place = source.place or (source.seat if source.seat in lands else ())  # Geneva is no land of theirs
            places[source.body].add(source.country or " ".join(place))
    return frozenset(body for body, found in places.items() if len(found - {""}) <= 1)
