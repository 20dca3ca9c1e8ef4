"""Public bodies and companies by what they are, in any language: "the Port Authority" and "港务局" are one kind."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sayso import lexicon
from sayso.corroborate.folding import LONGEST_SOURCE, WORD, folded, is_spaced

MINISTRY = "_ministry"
_COMPOUNDING = frozenset({"de", "nl", "hu", "sv", "da", "no", "et", "fi"})  # "Verkehrsministerium" is one word
_SHORTEST = 4  # letters of a beginning
_SHORT = 5  # letters of one that names stray into: "Mayorkas", "Fischer"
_ENDING = 2  # letters
_PREFIX = 3  # letters that a compound has before what closes it
_STEM = 6  # letters of a word that stands for all its case forms
_WORDS_TOO = frozenset(
    {"Who", "Un", "Он", "It", "Us", "Is", "As", "In", "On", "An", "No", "Fed", "Fire", "Pis", "Mia"}
)  # no abbreviations
_BREAKS = re.compile(r"[^\w.\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e]+")
_WHOLE = "."  # closes a word that must stand whole: "politi.", as many words begin so that name no police

_HAN = re.compile(r"[\u3400-\u9fff]")
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # scripts without blanks

_NAMED = frozenset({"bodies", "institutions", "states", "posts"})  # tables of which each entry names something
SIDES = frozenset({"rebels", "militia", "administration"})  # whose a body is, not what it is
_PRESIDES = frozenset({"presidency", "prime_minister"})

Way = tuple[str, ...]
"""The beginnings that must all stand in a name."""


def _tables() -> Mapping[str, Any]:
    return lexicon.load("bodies").tables


def _ministries() -> Iterator[tuple[str, str]]:
    """(body, way) for each ministry that a portfolio and a word for a ministry give."""
    words, portfolios = _tables()["ministries"], _tables()["portfolios"]
    for portfolio, by_language in portfolios.items():
        for language, listed in by_language.items():
            for fields in listed.split("|"):
                for word in words[language].split("|"):
                    yield f"{portfolio}{MINISTRY}", f"{word} {fields}"
                    if language in _COMPOUNDING:
                        yield from ((f"{portfolio}{MINISTRY}", f"{fields}{joint}{word}") for joint in ("", "s"))


def _listed(table: str) -> Iterator[tuple[str, str]]:
    """(name, way) for each way of one table."""
    if table == "bodies":
        yield from _ministries()
        yield from _listed("posts")
    held = _tables()[table]
    for name, ways in held.items():
        for listed in ways.values() if isinstance(ways, dict) else (ways,):
            yield from ((name if table in _NAMED else "", way) for way in listed.split("|"))


class _Ways:
    """The ways of one table, by the first beginning that must stand in a name; the longest first."""

    def __init__(self, table: str) -> None:
        self.spaced: dict[str, list[tuple[str, Way]]] = defaultdict(list)
        self.unspaced: dict[str, list[tuple[str, Way]]] = defaultdict(list)
        for name, way in sorted(set(_listed(table))):
            stems = tuple(filter(None, _BREAKS.split(folded(way))))
            if stems:
                # a pronoun is a word wherever words are parted: no "او" in "أورفال"
                parted = _is_parted(stems[0]) or (table == "pronouns" and not _UNPARTED.search(stems[0]))
                (self.spaced if parted else self.unspaced)[stems[0]].append((name, stems))

    def found(self, low: str) -> Iterator[tuple[str, Way]]:
        """All ways that stand in a folded text."""
        starts = _beginnings(low)
        firsts = [self.spaced[start] for start in starts if start in self.spaced]
        firsts += [ways for stem, ways in self.unspaced.items() if stem in low and not _is_cut(stem, low)]
        for ways in firsts:
            for name, way in ways:
                alone = len(way) == 1 and _strays(way[0], low)
                if not alone and all(_stands_in(stem, low, starts) for stem in way[1:]):
                    yield name, tuple(stem.rstrip(_WHOLE) for stem in way)

    def longest(self, low: str) -> tuple[str, Way] | None:
        """The way with the most letters, and what it names."""
        return min(self.found(low), key=lambda item: (-sum(map(len, item[1])), item), default=None)


@functools.cache
def _ways(table: str) -> _Ways:
    return _Ways(table)


def _beginnings(low: str) -> frozenset[str]:
    """Every word of `low`, as such and as a whole one, and every beginning of four letters or more of one."""
    words = _BREAKS.split(low)
    begun_so = (word[:end] for word in words for end in range(_SHORTEST, len(word)))
    return frozenset(words).union(begun_so, (word + _WHOLE for word in words))


def _is_parted(stem: str) -> bool:
    """Whether a stem is looked for among the words of a text, not just anywhere in it."""
    return is_spaced(stem) or stem.endswith(_WHOLE)


def _strays(stem: str, low: str) -> bool:
    """Whether a short Latin word stands only as the beginning of a longer one: in "Courtney", not in "courts"."""
    if len(stem) > _SHORT or not stem.isascii() or stem.endswith(_WHOLE):
        return False
    return not any(word.startswith(stem) and len(word) - len(stem) <= _ENDING for word in _BREAKS.split(low))


def _is_cut(stem: str, low: str) -> bool:
    """Whether a state's army, by one sign for the state, is but cut from a longer name: "希尔瓦 | 德军 | 方"."""
    at = low.find(stem)
    return len(stem) == len("俄军") and stem[0] in _han_states() and at > 0 and bool(_HAN.match(low[at - 1]))


def _stands_in(stem: str, low: str, starts: frozenset[str]) -> bool:
    return stem in starts if _is_parted(stem) else stem in low


@functools.cache
def _abbreviations() -> Mapping[str, str]:
    listed = _tables()["abbreviations"]
    return {short: body for body, shorts in listed.items() for short in shorts.split("|")}


@functools.lru_cache(maxsize=20_000)
def body_in(text: str) -> tuple[str, Way] | None:
    """The function of the public body that `text` names and the words that show it; the longest way wins."""
    if alone := _alone().get(text):
        return alone, (folded(text),)
    found = _uncut(list(_ways("bodies").found(folded(text))))
    short = _by_abbreviation(text)
    kept = _of_its_kind(found, {body for body, _ in short})
    longest = min(kept, key=lambda item: (-sum(map(len, item[1])), item), default=None)
    if longest is None:
        return short[0] if short else _compound(text)
    shown = dict.fromkeys(
        (*longest[1], *(stem for body, way in (*found, *short) if body == longest[0] for stem in way))
    )
    return longest[0], tuple(shown)


def _uncut(found: list[tuple[str, Way]]) -> list[tuple[str, Way]]:
    """The ways that are not but a part of a longer word that was found: no 政府 in 反政府武装, who fight it."""
    longer = {stem for _, way in found for stem in way if _UNPARTED.search(stem)}
    cut = {stem for stem in longer if any(stem in other for other in longer - {stem})}
    return [(body, way) for body, way in found if len(way) > 1 or way[0] not in cut]


def _compound(text: str) -> tuple[str, Way] | None:
    """The body that a compound names by what closes it."""
    for word in WORD.findall(text[:LONGEST_SOURCE]):
        low = folded(word)
        closing = _closing(low)
        if closing and is_spaced(low):
            return _compounds()[closing], (low,)
    return None


def _closing(low: str) -> str:
    """What of a compound names the body; "" in no compound."""
    return next((end for end in _compounds() if low.endswith(end) and len(low) >= len(end) + _PREFIX), "")


def before_in_compound(low: str) -> str:
    """What stands before the body in a compound, perhaps a town: "halden" of "haldenpolisen"; "" in no compound."""
    closing = _closing(low)
    return low.removesuffix(closing).rstrip("-") if closing else ""


@functools.cache
def _compounds() -> Mapping[str, str]:
    """What closes a compound, the longest first, and the body that it names."""
    ends = {folded(end): body for body, listed in _tables()["compounds"].items() for end in listed.split("|")}
    return dict(sorted(ends.items(), key=lambda item: (-len(item[0]), item[0])))


@functools.cache
def _alone() -> Mapping[str, str]:
    """Words that name a ministry where they are all that is said of a source, as printed: Spanish "Interior"."""
    return {word: body for body, words in _tables()["alone"].items() for word in words.split("|")}


def _by_abbreviation(text: str) -> list[tuple[str, Way]]:
    words = [w for w in re.findall(r"[A-ZÀ-ÞА-Я][\w.]+", text) if w.isupper() or w not in _WORDS_TOO]
    return [(body, (folded(word),)) for word in words if (body := _abbreviations().get(word.upper()))]


def _of_its_kind(found: list[tuple[str, Way]], short: set[str]) -> list[tuple[str, Way]]:
    """The bodies that a text may mean, of all those of which it has the words.

    The UN's "bureau de coordination des secours" is no rescue service, the president of a court none of a state, and
    the rebels' health ministry a ministry.
    """
    united = kind("un")
    if not united.isdisjoint(short | {body for body, _ in found}):
        found = [item for item in found if item[0] in united]
        return [item for item in found if item[0] != "united_nations"] or found
    others = [item for item in found if item[0] not in _PRESIDES] or found
    return [item for item in others if item[0] not in SIDES] or others


@functools.lru_cache(maxsize=50_000)
def begun(low: str) -> frozenset[str]:
    """The bodies of which a way opens with a folded word, or in an unspaced script stands in it; "ministry" for all."""
    ways, starts = _ways("bodies"), _beginnings(low)
    found = {name for start in starts for name, _ in ways.spaced.get(start, ())}
    found |= {name for stem, listed in ways.unspaced.items() if stem in low for name, _ in listed}
    return frozenset(found | {"ministry" for name in found if name.endswith(MINISTRY)})


@functools.cache
def _han_states() -> Mapping[str, str]:
    return {sign: code for code, signs in _tables()["han_states"].items() for sign in signs.split("|")}


@functools.lru_cache(maxsize=20_000)
def administration_in(text: str) -> Way | None:
    """The bare word for an administration in a name, whosesoever it is: "the Upper Tarn Administration"; else None."""
    found = _ways("administrations").longest(folded(text))
    return found[1] if found else None


@functools.lru_cache(maxsize=20_000)
def state_of(text: str, shown_by: Way) -> str | None:
    """The state whose body `text` is by a name that no other has: "the Kremlin", "俄军"; None for any other."""
    found = _ways("states").longest(folded(text))
    if found:
        return found[0]
    shown = next((text.find(stem) for stem in shown_by if not is_spaced(stem) and stem in text), -1)
    inside = shown > 1 and bool(_HAN.match(text[shown - 2]))  # 希尔瓦德军方 is no German army
    return _han_states().get(text[shown - 1]) if shown > 0 and not inside else None


@functools.lru_cache(maxsize=20_000)
def institutions(text: str) -> frozenset[str]:
    """The institutions that `text` names by their bare nouns: a ministry, a hospital, an army."""
    return frozenset(name for name, _ in _ways("institutions").found(folded(text)))


@functools.lru_cache(maxsize=50_000)
def mentions_any(text: str, table: str) -> bool:
    """Whether `text` holds a word of one table: "vague", "pronouns", "spokespeople", "outlet_nouns", "titles"."""
    return next(_ways(table).found(folded(text)), None) is not None


@functools.lru_cache(maxsize=20_000)
def shows_post(low: str, shown_by: Way) -> bool:
    """Whether a folded word stands in a post that shows a body by `shown_by`: "лекар" in "главният лекар"."""
    if not any(way == shown_by[: len(way)] for way in _posts()):
        return False
    return any(low.startswith(stem) if is_spaced(stem) else stem in low for stem in shown_by)


@functools.cache
def _posts() -> frozenset[Way]:
    return frozenset(tuple(filter(None, _BREAKS.split(folded(way)))) for _, way in _listed("posts"))


@functools.cache
def pronouns() -> frozenset[str]:
    """Folded words that name nobody, in whatever form and language, but are stems of other words."""
    return frozenset(folded(word) for word in _tables()["exact_pronouns"]["words"].split("|"))


@functools.lru_cache(maxsize=20_000)
def names_side(text: str) -> bool:
    """Whether `text` says that a body is the rebels', whatever land it sits in."""
    return any(body in SIDES for body, _ in _ways("bodies").found(folded(text)))


@functools.cache
def whose() -> frozenset[str]:
    """Folded words that say whose somebody is: "its spokeswoman", "heidän" in "heidän johtajansa"."""
    return frozenset(folded(word) for word in _tables()["owners"]["whose"].split("|"))


@functools.cache
def kind(name: str) -> frozenset[str]:
    """The bodies of one kind: "local", "named", "offices", "firms"."""
    return frozenset(_tables()["kinds"][name].split("|"))


@functools.cache
def _related() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in _tables()["related"]["pairs"].split("|"))


def related(one: str, other: str) -> bool:
    """Whether two functions are one or may stand for one another: a fire service and an emergency service."""
    return one == other or frozenset((one, other)) in _related()


@functools.cache
def _folded_common(table: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in _tables()["common"][table].split("|"))


@functools.cache
def _common(*tables: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of some tables, and what begins their case forms."""
    words = frozenset(word for table in tables for word in _folded_common(table))
    return words, tuple(sorted(word for word in words if len(word) >= _STEM))


def _is_form(low: str, *tables: str) -> bool:
    words, stems = _common(*tables)
    return low in words or low.startswith(stems)


def is_common(low: str) -> bool:
    """Whether a folded word is one that many bodies have in their names, in any case form."""
    return _is_form(low, "words", "callings", "areas", "saints") or low.startswith(_folded_common("stems"))


def callings() -> tuple[str, ...]:
    """The common words that yet tell a body from others of its kind, folded."""
    return _folded_common("callings")


def is_calling(low: str) -> bool:
    """Whether a folded word is a common one that yet tells a body from others of its kind: "coal", "медицинский"."""
    return _is_form(low, "callings")


def told_in_compound(low: str) -> str:
    """What tells a body in a folded compound for its kind: "gruvarbetar" of "gruvarbetarförbund"; "" in none."""
    closing = next(
        (end for end in _folded_common("closings") if low.endswith(end) and len(low) >= len(end) + _PREFIX), ""
    )
    return low.removesuffix(closing) if closing else before_in_compound(low)


def is_telling(low: str) -> bool:
    """Whether a folded word in the name of a union, a company or a school may tell it from others of its town."""
    return is_calling(low) or not (_is_form(low, "untelling") or is_common(low))


@functools.cache
def _firm_tails() -> frozenset[str]:
    return frozenset(_tables()["firm_tails"]["words"].split("|"))


def is_firm_tail(word: str) -> bool:
    """Whether a word closes the names of companies: "Halden | Air", "Norlex | GmbH"."""
    return folded(word).rstrip(".") in _firm_tails()


def governs(body: str) -> bool:
    """Whether a body is a state's or of those who rule in its stead: no town's, no company, not the United Nations."""
    return body not in kind("local") | kind("named") | kind("un") or body in SIDES


def is_held(body: str) -> bool:
    """Whether a body is an office and nothing but who holds it: a mayor's or a president's, not a minister's."""
    return body in kind("offices") and not body.endswith(MINISTRY)


def is_saint(low: str) -> bool:
    """Whether a folded word stands before the name of a saint."""
    return low in _folded_common("saints")


def is_adjective(low: str) -> bool:
    """Whether a folded word that a body goes by is an adjective, which every language has: "Independent"."""
    return low.startswith(_folded_common("adjectives"))


@functools.cache
def _state_nouns() -> tuple[str, ...]:
    return tuple(sorted(_folded_common("states")))


def is_state_noun(low: str) -> bool:
    """Whether a folded word is what states call themselves, in any case form: "Republic", "królestwa"."""
    return low.startswith(_state_nouns())


@functools.cache
def joints(table: str) -> frozenset[str]:
    """The prepositions that stand before the place or name a body goes by: "of" or "in"; "lower" in no capital."""
    return frozenset(folded(word) for word in _tables()["joints"][table].split("|"))
