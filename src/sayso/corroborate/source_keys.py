"""The origin that a source's words name, told apart from all others of a case and folded with its other names.

"the Port Authority" is the only one that its article names in full, else the only one of the case; where two are known
it stays one of its own, which may be either.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso.corroborate import bodies, naming
from sayso.corroborate.bodies import institutions, mentions_any
from sayso.corroborate.gazetteer import Gazetteer, offices_of_one_place
from sayso.corroborate.identities import Name, Persons
from sayso.corroborate.name_kinds import Naming, naming_of
from sayso.corroborate.named_in_text import named_in_texts, titled_in_texts
from sayso.corroborate.origin_keys import (
    FIRM,
    INSPECTORATE,
    REBELS,
    RULES,
    UNSOURCED,
    Key,
    are_one,
    as_placed,
    country_of,
    is_bare,
    is_firm,
    names_of,
    sounds_of,
)
from sayso.corroborate.owners import organisations, owned
from sayso.corroborate.source_names import Source, is_of_some_portfolio, whole_name
from sayso.corroborate.trades import Trades
from sayso.corroborate.translations import Translations
from sayso.corroborate.worded import Worded
from sayso.model import Article
from sayso.vocab import SourceKind

Placed = tuple[str, int, Source]
"""A source with its article's id and where it stands in its text."""

_MORE = 3  # times as many languages as have the other names of what is called by a noun alone
_SURE = 4  # times as often as all others that the body is named of which a person is the voice


class SourceKeys:
    """All sources of a case, read together."""

    def __init__(self, sources: Iterable[Placed], articles: Mapping[str, Article]) -> None:
        placed = list(sources)
        told = [(article_id, source) for article_id, _, source in placed]
        self._spoken = {article_id: one.language for article_id, one in articles.items()}
        self._languages: dict[Key, set[str]] = defaultdict(set)
        self._functions: dict[Key, set[str]] = defaultdict(set)
        self._offices_of: dict[Key, set[str]] = defaultdict(set)  # of who is named by an office, but not of which place
        self._named_by: dict[Key, Naming] = {}
        self._one_name: dict[Key, Key] = {}
        in_text = dict(named_in_texts(placed, articles))
        anywhere = [*told, *((article_id, source) for article_id, kept in in_text.items() for source in kept)]
        named = [source for _, source in anywhere]
        self._persons = Persons(s.names for s in named if s.names and s.kind is not SourceKind.OUTLET)
        self.gazetteer = Gazetteer(named, articles)
        self._trades = Trades((source, self._spoken.get(one, "")) for one, source in anywhere)
        self._worded = Worded((source, self._spoken.get(one, "")) for one, source in told)
        self._organisations = {("person", *self._persons.key(name)) for name in organisations(named) if len(name) > 1}
        self._body_of: dict[Key, Key] = {}
        self._short: dict[str, Key] = {}
        self._same: dict[Key, Key] = {}
        self._lone = offices_of_one_place(named)
        self._housed = self._housed_by(named)
        self._sided: set[Key] = set()  # told as the rebels'
        self._seats: dict[str, str] = {}  # by a town's place that of the land it governs
        self.translations = Translations()
        self._known = _nothing_known()
        self._by_alias = _nothing_known()  # nobody calls the Pentagon just "the Defence Ministry"
        for article_id, source in told:
            self._note((article_id, ""), source)
        for article_id, kept in in_text.items():
            for source in kept:
                firm = source.body in bodies.kind("firms")  # a case knows a body by who speaks, a company by any text
                self._note((article_id, "") if firm else (article_id,), source)
        for article_id, source in told:
            if source.body and article_id in articles:
                self._languages[self.body_key(source)].add(articles[article_id].language)
        self._note_languages(told, articles)
        self._short = self._abbreviations(source for _, source in told)
        served = zip((article_id for article_id, _, _ in placed), owned(placed, articles), strict=True)
        self._body_of = self._offices([*served, *titled_in_texts(told, articles)])
        for article_id, source in told:
            self._note_holder((article_id, ""), source)
        self._note_languages(told, articles)  # by what is known now of who speaks for whom
        for article_id, kept in in_text.items():
            for source in kept:
                self._note_holder((article_id,), source)
        for article_id, source in told:
            if article_id in articles and not source.vague and not source.referred:
                key = self.key_in(article_id, source)
                self.translations.note(key, source.printed, articles[article_id].language)

    def _housed_by(self, sources: Iterable[Source]) -> dict[str, set[str]]:
        """By place the bodies that govern and go by it."""
        housed: dict[str, set[str]] = defaultdict(set)
        for source in sources:
            if source.place and source.body and bodies.governs(source.body):
                housed[self.gazetteer.key(source.place)].add(source.body)
        return housed

    def _note_languages(self, told: Iterable[tuple[str, Source]], articles: Mapping[str, Article]) -> None:
        """Take in for each body where it is named so, and what kind of body it is."""
        for article_id, source in told:
            if not source.body or article_id not in articles:
                continue
            key = self.key_in(article_id, source)
            if key[0] == "person" and source.person and (source.titled or source.leads):
                self._offices_of[key].add(source.body)
            self._languages[key].add(articles[article_id].language)
            if not source.person:
                self._functions[key].add(source.body)
            if source.place:
                self._named_by[key] = min(self._named_by.get(key, Naming.TRANSLATED), naming_of(source))

    def _abbreviations(self, sources: Iterable[Source]) -> dict[str, Key]:
        """What is named in full with an abbreviation behind it in brackets, by that: "the Miners' Union (UM)"."""
        named: dict[str, set[Key]] = defaultdict(set)
        for source in sources:
            if source.short and not source.vague and source.kind is not SourceKind.OUTLET:
                named[source.short].add(self.key_of(source))
        for keys in named.values():
            self._note_translations(keys)
        found = {short: {self._called(key) for key in keys if key != UNSOURCED} for short, keys in named.items()}
        return {short: next(iter(keys)) for short, keys in found.items() if len(keys) == 1}

    def _by_short(self, name: Name) -> Key | None:
        return self._short.get(name[0].casefold()) if len(name) == 1 else None

    def _offices(self, told: Iterable[tuple[str, Source]]) -> dict[Key, Key]:
        """For each person the one body whose voice he is named as, by next to all who name one."""
        held: dict[Key, Counter[Key]] = defaultdict(Counter)
        firsts: dict[Key, set[str]] = defaultdict(set)  # the first names of each, "" where one is left out
        by_full_name: dict[tuple[Key, str], set[Key]] = defaultdict(set)
        sat: dict[Key, set[str]] = defaultdict(set)  # the towns where each has the seat of the office
        for article_id, source in told:
            where = article_id if source.body in bodies.kind("firms") else ""
            if source.person and not source.vague and (body := self._body_led(source, where)):
                held[self._person_key(source)][body] += 1
                firsts[self._person_key(source)].add(naming.plain(source.names[-2]) if source.in_full else "")
                if source.seat and bodies.governs(body[-1]):
                    sat[self._person_key(source)].add(self.gazetteer.key(source.seat))
                if source.in_full:
                    by_full_name[self._person_key(source), naming.plain(source.names[-2])].add(body)
        for counted in held.values():
            self._note_translations(counted)
        # "the Coastal Council's spokesman Lenz", "der Sprecher des Küstenrats, Lenz": one body by two names
        for bodies_held in (as_placed(by_full_name[person]) for person in sorted(by_full_name)):
            if len(bodies_held) > 1 and are_one(bodies_held) and self._may_join(bodies_held):
                self._join(bodies_held)
        single = [one for one in sorted(held) if len(one) == 2 and len(firsts[one] - {""}) == 1]
        self._note_capitals((held[one], sat[one]) for one in single)
        sure = {person: len(names) == 1 and names != {""} for person, names in firsts.items()}
        found = ((person, self._body_held(counted, sure=sure[person])) for person, counted in held.items())
        return {person: body for person, body in found if body}

    def _body_held(self, counted: Counter[Key], *, sure: bool) -> Key | None:
        """The body that a person is named with; what each town has is not known before its town is.

        By next to all who name one where they are `sure` to mean one person, and name bodies of one kind: one of them
        has misread the place, or calls a land by its capital.
        """
        called = Counter[Key]()
        for key, count in counted.items():
            called[self._called(key)] += count
        placed = as_placed(called)
        told = Counter[Key]()
        for key in placed:
            told[self._joined(key)] += called[key]
        body = min(told, key=lambda key: (-told[key], key))
        if is_bare(body) and body[2] in bodies.kind("local"):
            return None
        others = told.total() - told[body]
        of_one_kind = all(key[0] == body[0] and key[-1] == body[-1] for key in told)
        if others and (not sure or not of_one_kind or others * _SURE > told[body]):
            return None
        self._note_seat([key for key in (body, *sorted(told)) if key[0] == "body" and key[-1] == body[-1]])
        return body

    def _may_join(self, keys: Iterable[Key]) -> bool:
        """Whether no two of several names of bodies are known to differ: by their states, or in one language."""
        return all(self._may_be_named_so(one, other) for one, other in itertools.combinations(sorted(keys), 2))

    def _may_be_named_so(self, one: Key, other: Key) -> bool:
        (state, _, town), (state_, _, town_) = one[1].partition("@"), other[1].partition("@")
        if (state or state_) and state != state_:
            return False
        differ = town != town_ and bool(town) and bool(town_)
        here, there = self._languages.get(one, set()), self._languages.get(other, set())
        return not differ or (bool(here) and bool(there) and here.isdisjoint(there))

    def _join(self, keys: Iterable[Key]) -> None:
        stands = min((self._joined(key) for key in keys), key=lambda key: (not str(key[1]).isascii(), key))
        for key in keys:
            self._same[self._joined(key)] = stands
        self._note_seat([key for key in keys if key[0] == "body" and key[2] not in bodies.kind("local")])

    def _note_capitals(self, held: Iterable[tuple[Iterable[Key], Set[str]]]) -> None:
        """Take in whose capital a town is in which one office of one person is said to sit, of a land elsewhere.

        Not of a town that several bodies go by: it may be a land.
        """
        lands: dict[str, set[str]] = defaultdict(set)
        for keys, sat in held:
            governing = [key for key in keys if key[0] == "body" and bodies.governs(key[2])]
            towns = {town for town in sat if len(self._housed.get(town, ())) <= 1}
            places = {key[1] for key in governing if key[1]} - towns
            if len({key[2] for key in governing}) == 1 and len(places) == 1 and len(towns) == 1:
                lands[next(iter(towns))] |= places
        self._seats.update({town: next(iter(found)) for town, found in lands.items() if len(found) == 1})

    def _note_seat(self, keys: Sequence[Key]) -> None:
        """Take in that a land and a town are one government's, where one body goes by either: all others do too."""
        places = {key[1] for key in keys if key[1].startswith("@")}
        if len(places) == 2 and all(key[2].endswith(bodies.MINISTRY) for key in keys):
            housed = {place: sum(key[1:2] == (place,) for key in self._functions) for place in places}
            town, land = sorted(places, key=lambda place: (housed[place], place))
            if housed[town] <= 1 < housed[land]:  # a town of two ministries may be a land with its own
                self._seats[town] = land

    def _joined(self, key: Key) -> Key:
        """The key that stands for a body of several names."""
        if key[0] == "body" and key[1] in self._seats and key[2] not in bodies.kind("local"):
            key = ("body", self._seats[key[1]], key[2])
        elif key[0] == "state" and key[1] in self._seats:
            key = ("state", self._seats[key[1]])
        while key in self._same and self._same[key] != key:
            key = self._same[key]
        return key

    def _note_translations(self, names: Iterable[Key]) -> None:
        """Take in that several names are one body's: by one who heads it, or by an abbreviation behind all of them."""
        own = sorted(key for key in set(names) if is_firm(key))
        translated = [key for key in own if self._named_by.get(key) is Naming.TRANSLATED]
        told = [self._languages[key] for key in translated]
        apart = all(one.isdisjoint(other) for one, other in itertools.combinations(told, 2))
        if len(translated) > 1 and len(translated) == len(own) and apart:
            kept = min(translated, key=lambda key: (-len(self._languages[key]), key))
            self._one_name.update({key: kept for key in translated if key not in self._one_name.values()})

    def _called(self, key: Key) -> Key:
        """A body by the one of its names that stands for all."""
        return self._one_name.get(key, key)

    def _body_led(self, source: Source, article_id: str = "") -> Key | None:
        """The body that a person heads or speaks for, as far as the source, or its article, says so."""
        if mentions_any(source.printed, "members"):  # "former", "expelled": no longer its voice
            return None
        if source.body and source.titled and (source.speaks_for or source.leads):
            # The only prime minister whose state is told is not every prime minister.
            return self.body_key(source) if bodies.is_held(source.body) else self.resolved(article_id, source)
        if source.body and source.titled and mentions_any(source.printed, "holders"):
            key = self.body_key(source)  # a prosecutor of no place may be of any
            return None if is_bare(key) else key
        if source.leads and source.serves and not source.body:
            return self._by_short(source.serves) or self._firm(source.serves) or self._organisation(source.serves)
        return None

    def _organisation(self, name: Name) -> Key | None:
        """What a name stands for that is no known kind of body's, but speaks as itself elsewhere in the case."""
        key: Key = ("person", *self._persons.key(name))
        return key if len(name) > 1 and key in self._organisations else None

    def _note(self, places: Iterable[str], source: Source) -> None:
        """Take in a body or a company that is named in full."""
        if not source.body or source.vague:
            return
        key = self.body_key(source)
        if is_bare(key) and not source.body.endswith(bodies.MINISTRY):
            if source.body in bodies.kind("inspectorates"):
                for where in places:  # "the labour inspectorate" says more than "the inspectorate"
                    self._known[where][INSPECTORATE].setdefault(key, set())
            return
        if bodies.names_side(source.printed):
            self._sided.add(key)
        known = self._by_alias if source.by_alias else self._known
        for where in places:
            for what in names_of(source.body):
                known[where][what].setdefault(key, set()).update(sounds_of(source.printed))

    def _note_holder(self, places: Iterable[str], source: Source) -> None:
        """Take in who holds an office that nothing places: "Governor Lenz" is "the governor"."""
        if not source.person or source.vague or not source.body or not bodies.is_held(source.body):
            return
        key = self.key_of(source)
        if key[0] == "person":
            for where in places:
                self._known[where][source.body].setdefault(key, set())

    def _person_key(self, source: Source) -> Key:
        return ("person", *self._persons.key(source.names)) if source.names else ("person", source.person or "")

    def _firm(self, name: Name) -> Key | None:
        """The company of the case that a name is: all of its name, or the first word of it."""
        found = self._trades.called(name)
        return self._firm_key(found) if found else None

    def _firm_key(self, told: Name) -> Key:
        return self._called(("person", f"{FIRM}{told[0]}", *told[1:]))

    def body_key(self, source: Source) -> Key:
        """The body that a source names, by its function, state and town as far as it gives them."""
        if worded := self._worded.key(source):
            return worded
        if source.place and (short := self._by_short(source.place)):
            return short
        if source.place and source.body in bodies.kind("named"):
            return self._firm_key(self._trades.key(source))
        if source.body in self._lone:
            return ("body", "", source.body)
        local = source.body in bodies.kind("local") or not source.country
        town, state = self.gazetteer.of(source, local=local)
        if source.seat and not town and not state:
            return ("body", self._seats.get(self.gazetteer.key(source.seat), ""), source.body or "")
        function = RULES if town and source.body == REBELS else source.body or ""
        return self._joined(("body", f"{state}@{town}" if town else state, function))

    def languages(self, key: Key) -> tuple[frozenset[str], frozenset[str]]:
        """The languages of the case that name an origin as a body, and those that name it at all."""
        return frozenset(self._languages.get(key, ())), self.translations.languages(key)

    def offices(self, person: Key) -> frozenset[str]:
        """The offices that a person is named by of which nobody says whose they are."""
        return frozenset(self._offices_of.get(person, ()))

    def may_lead(self, person: Key, body: Key) -> bool:
        """Whether a person is named by an office of such a body, and nobody says of which: "prosecutor Ana Lenz"."""
        if body[0] != "body" or is_firm(person):
            return False
        return any(bodies.related(office, body[2]) for office in self.offices(person))

    def may_translate(self, one: Key, other: Key) -> bool:
        """Whether two bodies may be one by a name that was translated, or is spelled in another script.

        Neither goes by a state that is listed, and no language of the case has both: "the Coastal Administration's
        Health Ministry", "das Gesundheitsministerium der Küstenverwaltung". Towns and names of one word are not
        translated; a short one in Chinese or Arabic may be any by its sound.
        """
        here, there = self._languages.get(one, set()), self._languages.get(other, set())
        if not here.isdisjoint(there):
            return False
        if one[0] == other[0] == "body" and one[2] == other[2] and here and there:
            unlisted = one[1].startswith("@") and other[1].startswith("@")
            return unlisted and (
                one[2] not in bodies.kind("local") - bodies.kind("sole")
                or self._may_be_spelled_so(one, other)
                or self._is_near(one, other)
            )
        kinds, kinds_ = self._functions.get(one, set()), self._functions.get(other, set())
        own_names = is_firm(one) or is_firm(other)
        related = any(bodies.related(kind, kind_) for kind in kinds for kind_ in kinds_)
        if own_names and related and self._may_be_spelled_so(one, other):
            return True
        untold = related or not kinds or not kinds_  # of a kind that no list has, at least the one
        return untold and "person" in {one[0], other[0]} and self.translations.may_be_one(one, other)

    def _is_near(self, one: Key, other: Key) -> bool:
        """Whether one of two goes by a name of words, and both point the same way."""
        named_by = (self._named_by.get(key, Naming.HEARD) for key in (one, other))
        return Naming.TRANSLATED in named_by and self.translations.may_be_one(one, other)

    def _may_be_spelled_so(self, one: Key, other: Key) -> bool:
        unheard = self._named_by.get(one, Naming.HEARD), self._named_by.get(other, Naming.HEARD)
        return Naming.UNHEARD in unheard or unheard == (Naming.TRANSLATED, Naming.TRANSLATED)

    def known(self, body: str) -> set[Key]:
        """The bodies of one kind that the case names in full."""
        return {self._joined(key) for key in self._known[""][body] if not is_bare(key)}

    def seat_of(self, source: Source) -> Key | None:
        """The capital that stands for its authorities where a body is said to sit; None where it is not."""
        return ("state", self.gazetteer.key(source.seat)) if source.seat and source.body else None

    def key_of(self, source: Source) -> Key:
        """The strict origin that a source is, by its own words."""
        if source.vague and source.carrier:
            return ("via", source.carrier)
        if source.vague or source.metonym:
            state = self.resolved("", source)[1] if source.body else source.country
            return ("state", state.partition("@")[0]) if state and state[0] not in "@=" else UNSOURCED
        if source.kind is SourceKind.OUTLET and source.person and not source.body:
            return ("outlet", source.person)
        if not source.body and (worded := self._worded.key(source)):
            return worded
        if land := self.gazetteer.land(source):
            return self._joined(("state", land))
        if source.person:
            firm = None if source.body else self._by_short(source.names) or self._firm(whole_name(source))
            person = self._person_key(source)
            known = firm or self._body_of.get(person)
            named = None if known else self._body_led(source)  # two of one name speak for two bodies
            return known or (named if named and not is_bare(named) else person)
        if source.body:
            return self.resolved("", source)
        return ("state", source.country) if source.country else UNSOURCED

    def key_in(self, article_id: str, source: Source) -> Key:
        """The same, and what its article shows: "the ministry" is the one that it names."""
        if source.body and not source.person and not source.vague:
            return self.resolved(article_id, source)
        key = self.key_of(source)
        if key[0] == "person" and source.body and not bodies.is_held(source.body):
            led = self._body_led(source, article_id)  # "the company's spokeswoman" is that of the one its article names
            return led if led and not is_bare(led) else key
        return key if key[0] == "body" or source.body else self._bare_ministry(article_id, source) or key

    def resolved(self, article_id: str, source: Source) -> Key:
        """A body that names no place as the only one of its kind that its article names in full, else the case.

        One that sits in some town stays as it is, and may be any of its kind: nothing says whose the town is.
        """
        key = self.body_key(source)
        if is_bare(key) and source.body not in bodies.SIDES and bodies.names_side(source.printed):
            return self._of_side(article_id, source) or key
        return key if source.seat else self._in_full(article_id, key)

    def _of_side(self, article_id: str, source: Source) -> Key | None:
        """The body that "the rebel-run health ministry" is: the only one of its kind that is told as the rebels'."""
        sided = {self._joined(key) for key in self._sided}
        for where in dict.fromkeys((article_id, "")):
            full = (self._joined(key) for key in self._known.get(where, {}).get(source.body or "", {}))
            found = {key for key in full if key in sided and not is_bare(key)}
            if source.seat:
                found = {key for key in found if key[1] == self.gazetteer.key(source.seat)}
            if found:
                return next(iter(found)) if len(found) == 1 else self._of_language(article_id, found)
        return None

    def are_of_rebels(self, one: Key, other: Key) -> bool:
        """Whether both are an administration told as the rebels', by its land or by the town where it sits."""
        return one[-1] == other[-1] == RULES and {one, other} <= set(map(self._joined, self._sided))

    def _in_full(self, article_id: str, key: Key) -> Key:
        if not is_bare(key):
            return key
        wheres = dict.fromkeys((article_id, ""))
        for known, where in ((known, where) for known in (self._known, self._by_alias) for where in wheres):
            found = {self._joined(full) for full in known.get(where, {}).get(key[2], {}) if not is_bare(full)}
            if len(found) == 1:
                return next(iter(found))
            if found:
                return self._of_language(article_id, found) or key
        if key[2] == INSPECTORATE:
            found = {self._joined(full) for full in self._known[""][INSPECTORATE]}
            return next(iter(found)) if len(found) == 1 else key
        return key

    def _of_language(self, article_id: str, found: Set[Key]) -> Key | None:
        """Of several bodies the only one that is named in the language of an article, if all others may be it.

        Where its language names none, the one that most languages name.
        """
        spoken = {key: len(self._languages.get(key, ())) for key in sorted(found)}
        language = self._spoken.get(article_id)
        here = [key for key in spoken if language in self._languages.get(key, ())]
        most = max(spoken, key=lambda key: spoken[key])
        if language and not here and spoken[most] >= _MORE * (sum(spoken.values()) - spoken[most]):
            here = [most]
        if len(here) != 1 or not all(self.may_translate(here[0], other) for other in found if other != here[0]):
            return None
        return here[0]

    def _bare_ministry(self, article_id: str, source: Source) -> Key | None:
        """The one ministry that "the ministry" can mean: the only one its article names, else the only one at all.

        An adjective of origin narrows them down: "das karwenische Ministerium" is Karvenia's, not its neighbour's.
        """
        if "ministry" not in institutions(source.printed) or mentions_any(source.printed, "members"):
            return None
        sounds = sounds_of(source.printed)
        known = [self._known.get(where, {}).get("ministry", {}) for where in (article_id, "")]
        named = [[key for key, heard in there.items() if sounds & heard] for there in known]
        for fits in named if is_of_some_portfolio(source) else (*named, *map(list, known)):
            whole = {key[2] for key in fits if not is_bare(key)}
            meant = [key for key in fits if not source.country or country_of(key) == source.country]
            meant = [key for key in meant if not is_bare(key) or key[2] not in whole]
            if len(meant) == 1:
                return self._in_full(article_id, meant[0])
        return None


def _nothing_known() -> dict[str, dict[str, dict[Key, set[str]]]]:
    """By article ("" for the case) and by what it may be called the bodies named in full, each with its sounds."""
    return defaultdict(lambda: defaultdict(dict))
