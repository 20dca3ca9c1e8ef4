"""Names made of common words, which each language has in words of its own: "Blue Crescent", "Croissant bleu".

Such a name is known by what its words mean, in whatever order and form. It needs two words, of which one tells
something; a name with any other word in it is none, and where one language has two wordings of one meaning, these are
two names. What it is a society or a council of is often left out, so that it tells two names apart only where both
are of a case. Of a company the name is not translated.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import body_in, mentions_any
from sayso.corroborate.folding import LONGEST_SOURCE, WORD, folded, is_spaced
from sayso.corroborate.naming import given_names
from sayso.corroborate.origin_keys import FIRM, Key
from sayso.corroborate.source_names import Source
from sayso.corroborate.source_words import ARTICLES, GENITIVE
from sayso.corroborate.trades import kind_of
from sayso.vocab import SourceKind

_WHOLE = 3  # letters of a beginning that must be all of a word
_ENDING = 4  # letters that an ending adds
_JOINTS = ("", "s", "en", "n", "e", "es", "o", "ų")  # between the halves of a compound
_LEAST = 2  # words of a name
_MOST = 5
_SAME = 3  # letters that the forms of one word share
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_HEBREW = re.compile(r"[\u05d0-\u05ea]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WRITTEN_ON = re.compile(r"^(?:[وبل]?ال|[והבלמש])(?=\w{2})")
_BEHIND = re.compile(r"[,;(（–—]")
_SHORT_ENDING = 2  # letters that an Arabic, Hebrew, Hindi or Korean word may have besides
_OF = frozenset({"of", "in", "and", "lower"})
_KINDS = frozenset(
    {
        *("charity", "rights_group", "foundation", "association", "movement", "party", "union"),
        *("rebels", "militia", "research_institute", "general_staff"),
    }
)

_GROUPS = frozenset({"guard", "front", "brigade", "corps", "legion", "crescent"})

Meaning = frozenset[str]


class _Told(NamedTuple):
    """What a name means, the words that say so, and what it is besides: a society, a council, a national one."""

    meaning: Meaning
    words: tuple[str, ...]
    besides: Meaning


_NOTHING = _Told(frozenset(), (), frozenset())


@functools.cache
def _concepts() -> Mapping[str, str]:
    """Each beginning of a word, folded, and what it means."""
    tables = lexicon.load("name_words").tables
    listed = (item for table in ("telling", "general") for item in tables[table].items())
    spelled = ((concept, word) for concept, words in listed for word in words.split("|"))
    return {folded(word): concept for concept, word in sorted(spelled, reverse=True)}


@functools.cache
def _general() -> frozenset[str]:
    return frozenset(lexicon.load("name_words").tables["general"])


@functools.cache
def _little() -> frozenset[str]:
    return frozenset(word for table in _OF for word in bodies.joints(table))


@functools.lru_cache(maxsize=50_000)
def means(word: str) -> tuple[str, ...]:
    """What a word of a name means, of a compound all its parts; nothing of a word that is not listed."""
    low = folded(word)
    if _UNSPACED.search(low):
        return _cut(low)
    if not is_spaced(low):
        bare = _WRITTEN_ON.sub("", low)
        return next((found for told in dict.fromkeys((bare, low)) if (found := _begun(told, _SHORT_ENDING))), ())
    return _begun(low, _ENDING) or _compounded(low)


def _begun(low: str, ending: int) -> tuple[str, ...]:
    for end in range(len(low), max(1, len(low) - ending - 1), -1):
        concept = _concepts().get(low[:end])
        if concept and (end == len(low) or end > _WHOLE or not is_spaced(low)):
            return (concept,)
    return ()


def _compounded(low: str) -> tuple[str, ...]:
    for end in range(len(low) - _WHOLE, _WHOLE - 1, -1):
        first = _concepts().get(low[:end])
        if first:
            for joint in _JOINTS:
                rest = low[end:].removeprefix(joint) if low[end:].startswith(joint) else ""
                second = _begun(rest, 2) if len(rest) > _WHOLE else ()
                if second and (second[0] in _general() or second[0] in _GROUPS):
                    return (first, *second)
    return ()


def _cut(low: str) -> tuple[str, ...]:
    """The meanings of the parts of what has no blanks, if they are all of it."""
    found: list[str] = []
    at = 0
    while at < len(low):
        end = next((end for end in range(len(low), at, -1) if low[at:end] in _concepts()), at)
        if end == at and low[at] in "のと之会·":
            at += 1
            continue
        if end == at:
            return ()
        found.append(_concepts()[low[at:end]])
        at = end
    return tuple(found)


@functools.lru_cache(maxsize=20_000)
def _meaning(printed: str) -> _Told:
    """What a name means and the words that say so; nothing where any other word is in it."""
    found: dict[str, str] = {}
    capital = False
    for word in WORD.findall(_BEHIND.split(printed[:LONGEST_SOURCE], 1)[0]):
        bare = GENITIVE.sub("", word)
        low = folded(bare)
        if low in ARTICLES or low in _little():
            continue
        if bare in given_names():
            return _NOTHING
        concepts = means(bare)
        cased = bare.lower() != bare.upper()
        shows = body_in(bare) is not None or mentions_any(bare, "organisations") or mentions_any(bare, "anaphors")
        if concepts:
            found.update(dict.fromkeys(concepts, low))
            capital = capital or not cased or bare[:1].isupper()
        elif shows or bodies.is_common(low) or (cased and bare[:1].islower()):
            continue
        else:
            return _NOTHING
    core = frozenset(found) - _general()
    told = core if len(core) >= _LEAST else frozenset(found)
    fits = capital and len(told) <= _MOST and bool(core)
    words = tuple(found[concept] for concept in sorted(told))
    return _Told(told, words, frozenset(found) - told) if fits else _NOTHING


def _may_be_worded(source: Source) -> bool:
    plain = not (source.titled or source.leads or source.speaks_for or source.country)
    kinds = not source.body or source.body in _KINDS
    named = source.kind in {SourceKind.NAMED, SourceKind.ROLE, SourceKind.DOCUMENT}
    return plain and kinds and named and not source.metonym and not source.serves


class Worded:
    """The names of a case that are made of common words."""

    def __init__(self, told: Iterable[tuple[Source, str]]) -> None:
        ways: dict[Meaning, dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
        besides: dict[Meaning, set[Meaning]] = defaultdict(set)
        for source, language in told:
            if not _may_be_worded(source):
                continue
            name = _meaning(source.printed)
            if len(name.meaning) >= _LEAST:
                ways[name.meaning][language].append(name.words)
                besides[name.meaning].add(name.besides)
        self._names = {meaning for meaning, spoken in ways.items() if all(map(_is_one_wording, spoken.values()))}
        self._shared = {meaning for meaning, kinds in besides.items() if _are_several(kinds)}

    def key(self, source: Source) -> Key | None:
        """The origin that a source is if its name is made of common words; None of any other."""
        if not _may_be_worded(source):
            return None
        meaning, _, besides = _meaning(source.printed)
        if len(meaning) == 1 and meaning <= _GROUPS:  # "the Guard" is the only one of the case
            whole = [name for name in self._names if meaning < name]
            meaning = whole[0] if len(whole) == 1 else meaning
        name = kind_of(source.body or "") + " ".join(sorted(meaning | besides if meaning in self._shared else meaning))
        return ("person", f"{FIRM}{name}") if meaning in self._names else None


def _are_several(kinds: Iterable[Meaning]) -> bool:
    """Whether names of one meaning are of two that differ in what they are: a centre for it, and a league."""
    return any(not (one <= other or other <= one) for one, other in combinations(sorted(kinds, key=sorted), 2))


def _is_one_wording(ways: Sequence[tuple[str, ...]]) -> bool:
    """Whether all wordings of a language have the same words, in whatever form."""
    first = ways[0]
    return all(one[:_SAME] == other[:_SAME] for way in ways[1:] for one, other in zip(first, way, strict=True))
