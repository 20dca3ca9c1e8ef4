"""Sources made comparable: which country, which public body or person, and how far they can be told apart.

"Russia's Defence Ministry", "Минобороны" and "ministère de la Défense" name one body where the case has only
one such ministry in play. A spokesman speaks for a body; a capital or a country stands for its authorities.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate import bodies, naming
from sayso.corroborate.bodies import body_in, mentions_any, pronouns
from sayso.corroborate.country_names import places
from sayso.corroborate.directions import direction_of, readings
from sayso.corroborate.folding import LONGEST_SOURCE, WORD, folded, is_spaced
from sayso.corroborate.sides import whose
from sayso.corroborate.source_words import ARTICLES, GENITIVE, Reading, is_title, read_name, read_words
from sayso.letters import BEGIN, END
from sayso.vocab import SourceKind

# Beside a body these are words for it, not for people who were not named.
_AUTHORITY = ("authority", "autorita", "autorite", "autoridad", "behorde", "wladz", "власт", "влад")
_TELLING = 2  # words that show a body: "port authorities", "health agency"
_TELLING_WORD = 5  # letters of a word that may say of what somebody is the minister
_ABBREVIATED = 3  # letters of an abbreviation that may be a first name
_SHORT = re.compile(r"[(（]([A-ZÀ-ÞА-ЯЁІЇ][\w-]*[A-ZÀ-ÞА-ЯЁІЇ])[)）]")
_LONGEST_NAME = 100  # longer than any source in our cases that names somebody and his office


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as far as its words tell.

    `body` is a function ("defence_ministry"), `country` an ISO 3166 code, `person` a key of a name that is neither,
    `names` the parts of the name as printed. `place` is the town or the name that a body goes by, `titled` whether the
    person stands beside a title of it, `by_alias` whether only a name that no other state's body has tells its country
    ("the Kremlin"). `metonym` is a country or capital that stands for its authorities, `carrier` an agency named in
    the same breath ("TASS, from the ministry"), `vague` one that no reader could find ("sources", "media").
    """

    printed: str
    kind: SourceKind
    country: str | None = None
    body: str | None = None
    person: str | None = None
    carrier: str | None = None
    metonym: bool = False
    vague: bool = False
    speaks_for: bool = False
    names: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    town: tuple[str, ...] = ()  # where a body lies that has a place of its own: "St Mary's Hospital in Halden"
    seat: tuple[str, ...] = ()  # the town where a body sits that is no town's: "the Defence Ministry in Halden"
    by_alias: bool = False
    titled: bool = False
    described: bool = False  # the person by words for what it is: "the Lundhavn senator"
    serves: tuple[str, ...] = ()  # the name beside the person and a title: "Norlex chief Ana Lenz"
    leads: bool = False  # the person as who heads the body or what is in `serves`, or speaks for it
    alone: bool = False  # a name with nothing beside it but an article
    capital: bool = False  # a capital that neither its sentence nor its language gives it
    adjectives: tuple[str, ...] = ()  # words without a capital that may say whose the body is
    telling: tuple[str, ...] = ()  # folded words beside a body that tell it from others of its town: "miners"
    sainted: bool = False  # the place is a saint's name
    short: str | None = None  # the abbreviation that stands in brackets behind the name
    referred: bool = False  # told by what goes back to another source: "the agency", "the report"
    in_full: bool = False  # the person by more than one word: "Ana Lenz", not "Marlund" beside "Interior Ministry"


def is_pronoun(name: str) -> bool:
    """Whether a source is nothing but a pronoun that was not resolved."""
    told = len(name) == 1 or mentions_any(name, "pronouns") or folded(name) in pronouns()
    return len(name.split()) == 1 and told


def _head(name: str) -> str:
    """A source as far as it is one: what stands behind the comma of an overlong one is a clause that was misread."""
    head = name.partition(",")[0]
    return head if len(name) > _LONGEST_NAME and len(head) <= _LONGEST_NAME and " " in head else name


@functools.lru_cache(maxsize=20_000)
def read_source(name: str, kind: SourceKind) -> Source:
    """What the words of a source tell."""
    printed = name
    short = _SHORT.search(_head(name))
    name = _SHORT.sub(" ", _head(name)) if short else _head(name)
    agency = _agencies().get(naming.plain(" ".join(_telling_words(name))))
    if agency:
        return Source(printed=printed, kind=SourceKind.OUTLET, person=naming.plain(agency))
    body, shown_by = body_in(name) or _ruling(name) or ("", ())
    if kind is SourceKind.OUTLET and body in bodies.kind("local") and len(shown_by) < _TELLING:
        body, shown_by = "", ()  # the "Railway Gazette" is no railway, a "health agency" is no news agency
    reading = _beside(name, body, shown_by, kind)
    rest = [*reading.place, *reading.person]
    unnamed = kind in {SourceKind.UNNAMED, SourceKind.NONE} and not (body and _is_authority(name, shown_by))
    unnamed = unnamed and not (not body and reading.presented and not _agency(" ".join(reading.person)))
    vague = unnamed or (not rest and _is_vague(name, body, shown_by))
    carrier = next((key for word in rest if (key := _agency(word))), None)
    carrier = carrier if body or vague else None
    if carrier:
        rest, reading = [], Reading()
    found = places(_without(name, reading.person))
    known = bodies.state_of(name, shown_by) if body else None
    metonym = bool(found) and not body and not rest and not vague
    nobody = unnamed or metonym or (body and not reading.person)
    return Source(
        printed=printed,
        kind=kind,
        country=next((code for code, seat in found if not (seat and body in bodies.kind("local"))), known),
        body=body or None,
        person=None if nobody else _person_key(list(reading.person), kind),
        carrier=naming.plain(carrier) if carrier else None,
        metonym=metonym,
        vague=vague,
        speaks_for=mentions_any(name, "spokespeople") or body in bodies.kind("offices"),
        names=() if nobody else reading.person,
        place=reading.place or _seat(name, body, shown_by),
        town=reading.town if body in bodies.kind("local") - bodies.kind("named") else (),
        seat=reading.seat,
        titled=reading.titled,
        by_alias=known is not None and not found,
        described=reading.described and not nobody,
        serves=() if nobody else reading.serves,
        in_full=len(reading.person) > 1,
        leads=not nobody and _leads(name, body, reading),
        alone=reading.alone,
        adjectives=reading.adjectives,
        telling=reading.telling,
        sainted=bool(body) and any(bodies.is_saint(folded(word)) for word in WORD.findall(name[:LONGEST_SOURCE])),
        short=short.group(1).casefold() if short else None,
    )


def _without(name: str, person: Sequence[str]) -> str:
    """A source without the words of a person's name, of which one may be a land's: "Horácio Lima"."""
    for word in person:
        name = re.sub(rf"{BEGIN}{re.escape(word)}{END}", "·", name) if is_spaced(word) and places(word) else name
    return name


def _ruling(name: str) -> tuple[str, tuple[str, ...]] | None:
    """An administration of a place that a direction parts from another: "the Upper Tarn Administration"."""
    shown_by = bodies.administration_in(name)
    if shown_by is None or places(name):
        return None
    words = [word for word in WORD.findall(name[:LONGEST_SOURCE]) if word[:1].isupper() or not _cased(word)]
    directed = len(words) > 1 and any(direction_of(word) for word in words)
    parted = any(directions for word in words for directions, _ in readings((word,)))
    return ("administration", shown_by) if directed or parted else None


def _leads(name: str, body: str, reading: Reading) -> bool:
    """Whether who is named heads a body or speaks for it; a ministry by the minister's own title."""
    if reading.voiced or (reading.titled and body.endswith(bodies.MINISTRY)):
        return True
    return any(mentions_any(name, table) for table in ("spokespeople", "heads", "posts"))


def _beside(name: str, body: str, shown_by: Sequence[str], kind: SourceKind) -> Reading:
    """Who and where stands in a source beside its body; where there is none, the words that may name somebody."""
    if not body and kind is not SourceKind.OUTLET and (side := whose(name)):
        return _of_side(side)
    if body:
        reading = read_words(name, body, shown_by)
        weak = reading.located and body not in bodies.kind("local")
        return replace(reading, place=(), seat=reading.place) if weak else reading
    if kind is SourceKind.OUTLET:
        return Reading(person=tuple(_telling_words(name)))
    return read_name(name)


def _of_side(word: str) -> Reading:
    """Who is called by whose side he is; a listed land's is that land, and nobody by name."""
    if places(word):
        return Reading()
    adjective = _cased(word) and word[:1].islower()
    return Reading(adjectives=(word,)) if adjective else Reading(person=(word,), alone=True)


def _seat(name: str, body: str, shown_by: Sequence[str]) -> tuple[str, ...]:
    """Of a body that each town has, the capital that is named beside it: the Oslo police are not Norway's.

    No word that shows the body is one: "liman", a port in Turkish, is no case of Lima.
    """
    if body not in bodies.kind("local"):
        return ()
    words = re.findall(r"[^\W_]+", name[:LONGEST_SOURCE])
    told = (word for word in words if not folded(word).startswith(tuple(shown_by)))
    return tuple(word for word in told if any(capital for _, capital in places(word)))[:1]


def _is_vague(name: str, body: str, shown_by: Sequence[str]) -> bool:
    """Whether a source has a word like "sources" or "officials" beside what shows its body: no port authority has."""
    words = re.findall(r"[^\W_]+", name[:LONGEST_SOURCE])
    kept = [w for w in words if not any(folded(w).startswith(s) or (not is_spaced(s) and s in w) for s in shown_by)]
    if body:
        kept = [word for word in kept if not folded(word).startswith(_AUTHORITY)]
    return mentions_any(" ".join(kept), "vague")


def _is_authority(name: str, shown_by: Sequence[str]) -> bool:
    """Whether a source is a body by a word for authorities: "władze portu"; nothing else in it is general."""
    return len(shown_by) >= _TELLING and not _is_vague(name, "any", shown_by)


def _agency(word: str) -> str | None:
    """The agency that a word names; one known by an abbreviation only in its capitals: no "Ана Ленц" is ANA."""
    short = len(word) <= _ABBREVIATED and word.istitle()
    return None if short else _agencies().get(naming.plain(word))


@functools.cache
def _agencies() -> Mapping[str, str]:
    """Each name that an agency goes by, plain, and the one that stands for it."""
    agencies = lexicon.load("agencies").tables["agencies"]
    return {naming.plain(form): full for full, forms in agencies.items() for form in (full, *forms)}


def _person_key(words: list[str], kind: SourceKind) -> str | None:
    """The sound of the last capitalised word, for an outlet of all words; as spelled where too short to tell."""
    capitals = [word for word in words if word[:1].isupper()]
    if not capitals and all(_cased(word) or len(word) == 1 for word in words):
        return None  # "the outlet", "他": a noun or a pronoun that was not resolved
    told = "".join(words) if kind is SourceKind.OUTLET else (capitals or words or [""])[-1]
    key = naming.sound(told)
    return key if len(key) >= naming.MIN_CONSONANTS else naming.plain(told) or None


def _telling_words(name: str) -> list[str]:
    """The words of a source that may name an outlet: no general noun; of what an outlet calls itself a land is part.

    Not of what others call many: "Russian media" name none, the "Irish Times" one.
    """
    kept = []
    many = False
    for word in WORD.findall(name[:LONGEST_SOURCE]):
        bare = GENITIVE.sub("", word)
        listed = ("vague", "pronouns", "spokespeople", "outlet_nouns")
        general = any(mentions_any(bare, table) for table in listed) or body_in(bare) is not None
        many = many or (mentions_any(bare, "vague") and not bare[:1].isupper())
        if not general and bare[:1].isupper() | (not _cased(bare)):
            kept.append(bare)
    if many and all(places(word) for word in kept):
        return []
    return [word for word in kept if word.casefold() not in ARTICLES and (len(word) > 1 or not is_spaced(word))]


def _cased(word: str) -> bool:
    return word.lower() != word.upper()


def whole_name(source: Source) -> tuple[str, ...]:
    """All of a name that is all that a source is: "Sao Norlex Air", no saint's; else its last part."""
    words = tuple(WORD.findall(source.printed[:LONGEST_SOURCE]))
    return words if words[-len(source.names) :] == source.names and all(map(str.istitle, words)) else source.names


def is_of_some_portfolio(source: Source) -> bool:
    """Whether words beside a minister's name say of what he is one: "министр социальной защиты", not "le ministre"."""
    words = (word for word in WORD.findall(source.printed[:LONGEST_SOURCE]) if word not in source.names)
    told = (word for word in words if len(word) >= _TELLING_WORD and not is_title(folded(word)))
    return bool(source.names) and any("ministry" not in bodies.institutions(word) for word in told)


def issuing_body(publisher: str | None) -> Source | None:
    """The public body that a publisher is: what a ministry prints in its own voice is the ministry's say-so."""
    issuer = read_source(publisher, SourceKind.NAMED) if publisher else None
    if issuer is None or not issuer.body or issuer.body in bodies.kind("named"):
        return None
    return issuer
