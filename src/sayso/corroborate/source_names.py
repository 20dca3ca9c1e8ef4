"""Sources made comparable: which country, which public body or person, and how far they can be told apart.

"Russia's Defence Ministry", "Минобороны" and "ministère de la Défense" name one body where the case has only
one such ministry in play. A spokesman speaks for a body; a capital or a country stands for its authorities.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.corroborate import naming
from sayso.vocab import SourceKind

_LONGEST_SOURCE = 240  # a longer "source" is a clause that was misread; its beginning names it
_LONGEST_NAME = 100  # longer than any source in our cases that names somebody and his office
_STEM_BREAKS = re.compile(r"[^\w.]+")
_SPACED = re.compile(r"[A-Za-z\u00c0-\u052f\u0370-\u03ff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as far as its words tell.

    `body` is a function ("defence_ministry"), `country` an ISO 3166 code, `person` a key of a name that is
    neither. `metonym` is a country or capital that stands for its authorities, `carrier` an agency named in the
    same breath ("TASS, from the ministry"), `vague` one that no reader could find ("sources", "media").
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
    in_full: bool = False  # the person by more than one word: "Ana Lenz", not "Marlund" beside "Interior Ministry"


def folded(text: str) -> str:
    """Case-folded, without accents, blanks single."""
    spelled = re.sub(r"\bUS\b", "USA", text[:_LONGEST_SOURCE])  # before "us" loses the capitals that tell it apart
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", spelled.casefold()) if not unicodedata.combining(ch))
    return " ".join(unicodedata.normalize("NFKC", plain).split())


@functools.cache
def _stems() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """By their first two letters the beginnings that name a country or capital, longest first."""
    tables = lexicon.load("countries").tables
    kinds: dict[str, tuple[str, bool]] = {}
    for table, capital in (("countries", False), ("capitals", True)):
        for code, names in sorted(tables[table].items()):
            for name in names.split("|"):
                kinds.setdefault(folded(name), (code, capital))
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for stem in sorted(kinds, key=lambda stem: (-len(stem), stem)):
        index.setdefault(stem[:2], []).append((stem, *kinds[stem]))
    return {start: tuple(stems) for start, stems in index.items()}


@functools.lru_cache(maxsize=50_000)
def places(text: str) -> tuple[tuple[str, bool], ...]:
    """The countries that `text` names, in order, each with whether it was by a seat of government."""
    low, found, at = folded(text), list[tuple[str, bool]](), 0
    while at < len(low):
        starts = low[at].isalpha() and (at == 0 or not low[at - 1].isalpha() or not _SPACED.match(low[at]))
        hit = _longest_stem(low, at) if starts else None
        if hit:
            found.append(hit[1:])
        at += len(hit[0]) if hit else 1
    return tuple(found)


def _longest_stem(text: str, at: int) -> tuple[str, str, bool] | None:
    for stem, code, capital in _stems().get(text[at : at + 2], ()):
        if text.startswith(stem, at):
            end = at + len(stem)
            whole = end == len(text) or not text[end].isalpha()
            if whole or len(stem) > 3 or not _SPACED.match(stem):
                return stem, code, capital
    return None


@functools.cache
def _ways(table: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(body, the beginnings that must all stand in a name) for each way of naming; other tables give "" for body."""
    tables = lexicon.load("bodies").tables[table]
    entries = tables.items() if table in {"bodies", "institutions"} else [("", tables["words"])]
    ways = ((body, tuple(folded(way).split())) for body, listed in entries for way in listed.split("|"))
    return tuple(sorted(ways, key=lambda item: -sum(map(len, item[1]))))


def _beginnings(low: str) -> frozenset[str]:
    """Every word of `low`, and every beginning of four letters or more of one."""
    words = _STEM_BREAKS.split(low)
    return frozenset(words).union(word[:end] for word in words for end in range(4, len(word)))


@functools.cache
def _is_spaced(stem: str) -> bool:
    return bool(_SPACED.match(stem))


def _stands_in(stem: str, low: str, beginnings: frozenset[str]) -> bool:
    return stem in beginnings if _is_spaced(stem) else stem in low


def _first_way(text: str, table: str) -> tuple[str, tuple[str, ...]] | None:
    """The first way of naming a body, and the body, of which all stems stand in `text`."""
    low = folded(text)
    beginnings = _beginnings(low)
    for body, way in _ways(table):
        for stem in way:
            if not _stands_in(stem, low, beginnings):
                break
        else:
            return body, way
    return None


@functools.lru_cache(maxsize=20_000)
def body_in(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The function of the public body that `text` names and the words that show it; the longest way wins."""
    return _first_way(text, "bodies")


@functools.lru_cache(maxsize=20_000)
def institutions(text: str) -> frozenset[str]:
    """The institutions that `text` names by their bare nouns: a ministry, a hospital, an army."""
    low = folded(text)
    beginnings = _beginnings(low)
    ways = _ways("institutions")
    return frozenset(kind for kind, way in ways if all(_stands_in(stem, low, beginnings) for stem in way))


@functools.lru_cache(maxsize=50_000)
def _mentions_any(text: str, table: str) -> bool:
    return _first_way(text, table) is not None


def is_pronoun(name: str) -> bool:
    """Whether a source is nothing but a pronoun that was not resolved."""
    return len(name.split()) == 1 and (len(name) == 1 or _mentions_any(name, "pronouns"))


def _head(name: str) -> str:
    """A source as far as it is one: what stands behind the comma of an overlong one is a clause that was misread."""
    head = name.partition(",")[0]
    return head if len(name) > _LONGEST_NAME and len(head) <= _LONGEST_NAME and " " in head else name


@functools.lru_cache(maxsize=20_000)
def read_source(name: str, kind: SourceKind) -> Source:
    """What the words of a source tell."""
    printed, name = name, _head(name)
    found = places(name)
    body, shown_by = body_in(name) or (None, ())
    agency = _agencies().get(naming.plain(" ".join(_telling_words(name, (), keep_places=True))))
    if agency:
        return Source(printed=printed, kind=SourceKind.OUTLET, person=naming.plain(agency))
    rest = _telling_words(name, shown_by, keep_places=kind is SourceKind.OUTLET)
    unnamed = kind in {SourceKind.UNNAMED, SourceKind.NONE}
    vague = unnamed or (_mentions_any(name, "vague") and not rest)
    carrier = next((key for word in rest if (key := _agencies().get(naming.plain(word)))), None)
    carrier = carrier if body or vague else None
    if carrier:
        rest = []
    metonym = bool(found) and body is None and not rest and not vague
    speaks_for = _mentions_any(name, "spokespeople")
    return Source(
        printed=printed,
        kind=kind,
        country=found[0][0] if found else None,
        body=body,
        person=None if unnamed or metonym or (body and not rest) else _person_key(rest, kind),
        carrier=naming.plain(carrier) if carrier else None,
        metonym=metonym,
        vague=vague,
        speaks_for=speaks_for or body in _OFFICES,
        in_full=_is_full_name(rest, name),
    )


_OFFICES = frozenset(
    {"presidency", "prime_minister", "defence_ministry", "foreign_ministry", "interior_ministry", "health_ministry"}
)  # who is named with one of these in one breath holds it or speaks for it


def _is_full_name(rest: list[str], name: str) -> bool:
    """Whether the last of the telling words follows another without a gap: "Ana Lenz", not "Republic of Marlund"."""
    capitals = [word for word in rest if word[:1].isupper()]
    return len(capitals) > 1 and f"{capitals[-2]} {capitals[-1]}" in name


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


def _telling_words(name: str, shown_by: tuple[str, ...], *, keep_places: bool) -> list[str]:
    """The words of a source that may name a person or an outlet: no country, no body, no general noun."""
    kept = []
    for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", name[:_LONGEST_SOURCE]):
        bare = re.sub(r"['’]s$", "", word)
        low = folded(bare)
        listed = ("vague", "pronouns", "spokespeople", *(("outlet_nouns",) if keep_places else ()))
        general = any(_mentions_any(bare, table) for table in listed) or body_in(bare) is not None
        shows = any(low.startswith(stem) or stem in low for stem in shown_by)
        if (keep_places or not places(bare)) and not general and not shows and bare[:1].isupper() | (not _cased(bare)):
            kept.append(bare)
    return [word for word in kept if word.casefold() not in _ARTICLES and (len(word) > 1 or not _SPACED.match(word))]


def _cased(word: str) -> bool:
    return word.lower() != word.upper()


_ARTICLES = frozenset({"the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "het", "az"})


def issuing_body(publisher: str | None) -> Source | None:
    """The public body that a publisher is: what a ministry prints in its own voice is the ministry's say-so."""
    issuer = read_source(publisher, SourceKind.NAMED) if publisher else None
    return issuer if issuer and issuer.body else None
