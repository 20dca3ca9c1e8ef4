"""Which names of a case are one: persons, towns and companies in every spelling and script that its sources have.

Each gets the name that stands most often as its key. A name joins the first that it may be a spelling of and never
joins two others, so a chain of likenesses makes no one of many.
"""

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from sayso.corroborate import directions, naming, sounding

_SOUND = 4  # consonants of a town that its adjective and case forms keep: "Halden", "Haldener", "Haldens"
_VOWELS = "ai"
_MIN_GIVEN = 0.6  # likeness of letters from which two first names may be one in two languages: "Mykola" and "Nikolai"
_MOST_PLACES = 400  # names of places compared with one another
# Of a land, and of its adjective: "Morrenia", "morrenische", "Morreense", "morrenské", "morreńskiego".
_ENDINGS = re.compile(
    r"(?:i?ans?|iens?|ienne?s?|is[ck]he?[nrs]?|i?ens(?:e?s?|is)|es[ei]?|s?sk(?:[aeiy]|ego|ie|iego|iej|ej|im|ich|ih|om|oj|ou|eho|emu)?"
    r"|[iy]?as?|ie|(?<=\w{5})ii?)$"
)
_SPELLED = str.maketrans("wcy", "vki")
_ROOT = 5  # letters that an adjective in another language shares with its land
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CASES = frozenset(
    re.findall(
        r"\w+",
        "a e i u y n in en ie em om ou ban ben nak nek bol tol lla lta ssa sta lle sse an ar ul ului "
        "ei ova ovi owi owa ovou ove owej de da den dan te ta nin nun un",
    )
)  # what the cases of names end in, in plain letters
_TELLING_CASE = 3  # letters of an ending between two words without any accent
_ADJECTIVE = re.compile(r"(ц|(?<=\w\w\w))(?:сь?)?к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|а|у|оі|ої)$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CLOSING = re.compile(r"[aeiouy]$")
_ENDING_SOUNDS = 3  # consonants that an ending adds: "karwenischen"
_ENDING = 4  # letters of the longest that makes an adjective of a town
_SHORTEST = 4  # letters that a land and its adjective share
_SHORTEST_NAME = 3  # letters of a last name that may stand in a case

Name = tuple[str, ...]


class Spellings:
    """Single words clustered by how they may sound; each stands for the most frequent of its cluster."""

    def __init__(self, words: Counter[str]) -> None:
        self._key: dict[str, str] = {}
        indexes = {name: dict[str, int]() for name in ("voweled", "unvoweled", "arabic", "any", "chinese")}
        kept: list[str] = []
        for word in sorted(words, key=lambda word: (-words[word], word)):
            looked_up, entered = _ways_of(word)
            found = {indexes[name][way] for name, ways in looked_up for way in ways if way in indexes[name]}
            at = min((at for at in found if sounding.spelled_alike(word, kept[at])), default=len(kept))
            if at == len(kept):
                kept.append(word)
                for name, ways in entered:
                    for way in ways:
                        indexes[name].setdefault(way, at)
            self._key[word] = kept[at]

    def key(self, word: str) -> str:
        """The spelling that stands for a word; the word itself where it is new."""
        return self._key.get(word, word)


_Ways = tuple[tuple[str, frozenset[str]], ...]


def _ways_of(word: str) -> tuple[_Ways, _Ways]:
    """Under what a word is looked up, and under what it is entered, by index: each script has its own."""
    chinese, bare = sounding.as_chinese(word), sounding.unvoweled(word)
    if sounding.is_chinese(word):
        return (("any", chinese),), (("any", chinese), ("chinese", chinese))
    if not sounding.is_voweled(word):
        return (("unvoweled", bare), ("chinese", chinese)), (("unvoweled", bare), ("arabic", bare), ("any", chinese))
    told = sounding.readings(word)
    looked_up = (("voweled", told), ("arabic", bare), ("chinese", chinese))
    return looked_up, (("voweled", told), ("unvoweled", bare), ("any", chinese))


class Persons:
    """People by their last names, and by their first where a case has two of one last name."""

    def __init__(self, names: Iterable[Name]) -> None:
        counted = Counter(name for name in names if name)
        lasts: Counter[str] = Counter()
        for name, count in counted.items():
            lasts[name[-1]] += count
        self._lasts = Spellings(lasts)
        firsts: dict[str, Counter[str]] = defaultdict(Counter)
        for name, count in counted.items():
            if len(name) > 1:
                firsts[self._lasts.key(name[-1])][name[-2]] += count
        self._form_of = _forms_of(firsts)
        for last, kept in self._form_of.items():
            firsts[kept].update(firsts.pop(last))
        self._firsts = {last: _apart(found) for last, found in sorted(firsts.items())}

    def key(self, name: Name) -> Name:
        """(last,) for a person, (last, first) where others of the case bear that last name."""
        last = self._lasts.key(name[-1])
        last = self._form_of.get(last, last)
        firsts = self._firsts.get(last, [])
        shown = naming.plain(last) or last
        if len(name) < 2 or len(firsts) < 2:
            return (shown,)
        first = next((kept for kept in firsts if _one_given(name[-2], kept)), name[-2])
        return (shown, naming.plain(first))


def _forms_of(firsts: dict[str, Counter[str]]) -> dict[str, str]:
    """The last names that are others in another case, by a shared first name: "Анна Товела", "Анна Товел"."""
    found: dict[str, str] = {}
    spelled: dict[str, list[str]] = defaultdict(list)
    for last in sorted(firsts):
        spelled[naming.plain(last)].append(last)
    for last in sorted(firsts):
        low = naming.plain(last)
        begun = sorted(kept for end in range(_SHORTEST_NAME, len(low) + 1) for kept in spelled.get(low[:end], ()))
        others = (kept for kept in begun if kept != last and kept not in found)
        shorter = (kept for kept in others if _ends_in_case(last, kept, _SHORTEST_NAME))
        for kept in shorter:
            if any(_one_given(name, other) for name in firsts[last] for other in firsts[kept]):
                found[last] = kept
                break
    return found


def _ends_in_case(long: str, short: str, least: int) -> bool:
    """Whether a word is one of `least` letters with the ending of a case; without any accent no "Greene" is "Green"."""
    low, name = naming.plain(long), naming.plain(short)
    if len(name) < least or not low.startswith(name):
        return False
    ending, accented = low[len(name) :], not (long.isascii() and short.isascii())
    return ending in _CASES and (accented or len(ending) >= _TELLING_CASE)


def _apart(firsts: Counter[str]) -> list[str]:
    """The first names that are no forms of one another."""
    kept: list[str] = []
    for name in sorted(firsts, key=lambda name: (-firsts[name], name)):
        if not any(_one_given(name, other) for other in kept):
            kept.append(name)
    return kept


def _one_given(one: str, other: str) -> bool:
    """Whether two first names may be one person's: in another spelling, language, or as an initial."""
    left, right = (naming.plain(name).replace(" ", "") for name in (one, other))
    if not left or not right or sounding.alike(one, other):
        return True
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    if sounding.is_voweled(one) != sounding.is_voweled(other):
        return not sounding.consonants(one).isdisjoint(sounding.consonants(other))
    alike = SequenceMatcher(None, left.replace("y", "i"), right.replace("y", "i"), False)  # "Layla" and "Leïla"
    return alike.ratio() >= _MIN_GIVEN


class Places:
    """Towns and the names that bodies and companies go by, each a key for all its forms."""

    def __init__(self, names: Iterable[Name]) -> None:
        counted = Counter(name for name in names if name)
        ordered = sorted(counted, key=lambda name: (-counted[name], len(name), name))
        self.kept: list[Name] = []
        self._key: dict[Name, str] = {}
        for name in ordered:
            self._key[name] = self._find(name)

    def _find(self, name: Name) -> str:
        known = next((kept for kept in self.kept if one_place(name, kept)), None)
        if known is None:
            if len(self.kept) < _MOST_PLACES:
                self.kept.append(name)
            known = name
        return naming.plain(" ".join(known)) or " ".join(known)

    def key(self, name: Name) -> str:
        """The form that stands for a place or name, in Latin letters; "" for none."""
        return self._key.get(name) or (self._find(name) if name else "")


def one_place(one: Name, other: Name) -> bool:
    """Whether every word of the shorter name may be a form of a word of the longer, and both lie in one direction."""
    parted = itertools.product(directions.readings(one), directions.readings(other))
    return any(where == where_ and _is_one(rest, rest_) for (where, rest), (where_, rest_) in parted)


def _is_one(one: Name, other: Name) -> bool:
    short, long = sorted((one, other), key=len)
    return all(any(_one_word(word, held) for held in long) for word in short)


def _one_word(one: str, other: str) -> bool:
    """Whether two words may be forms of one: in another spelling, case or as an adjective."""
    bare, bare_ = _without_ending(one), _without_ending(other)
    if (bare, bare_) != (one, other) and sounding.alike(bare, bare_):
        return True  # "Орвецкий" is Orvets
    if _is_inflected(one, other) or _are_declined(one, other):
        return True
    return sounding.alike(one, other) or _begin_alike(one, other) or _of_one_land(one, other)


@functools.lru_cache(maxsize=20_000)
def _without_ending(word: str) -> str:
    return _ADJECTIVE.sub(r"\1", word)


def _are_declined(one: str, other: str) -> bool:
    """Whether two words differ in the vowel that closes a Slavic name, and in nothing else: "Yalova" and "Яловы"."""
    if not any(map(_CYRILLIC.match, (one, other))):
        return False
    stem, stem_ = (_CLOSING.sub("", naming.plain(word)) for word in (one, other))
    return stem == stem_ and len(stem) >= _SHORTEST and bool(stem)


def _is_inflected(one: str, other: str) -> bool:
    """Whether one of two words is the other with an ending of case: "Orvél" and "Orvélin"."""
    short, long = sorted((one, other), key=lambda word: len(naming.plain(word)))
    if one.isascii() != other.isascii() and not (_LATIN.match(one) and _LATIN.match(other)):
        return False
    return _ends_in_case(long, short, _SHORTEST)


def _of_one_land(one: str, other: str) -> bool:
    """Whether two words are a land's name and its adjective, or both: "Sarovia", "Sarovian", "Sarowiens"."""
    stems = [_land_stem(word) for word in (one, other)]
    if min(map(len, stems)) < _SHORTEST:
        return False
    # "Qadiran" and "Кадира" sound alike without what makes the one an adjective
    scripts = [stem if word.isascii() else word for stem, word in zip(stems, (one, other), strict=True)]
    short, long = sorted(stems, key=len)
    nearly = long[:-1] == short and len(short) >= _ROOT and {one[-1:], other[-1:]} & {"e", "s"}  # "Morreense"
    return stems[0] == stems[1] or bool(nearly) or (one.isascii() != other.isascii() and sounding.alike(*scripts))


@functools.lru_cache(maxsize=20_000)
def _land_stem(word: str) -> str:
    return _ENDINGS.sub("", naming.plain(_without_ending(word)).translate(_SPELLED))


def is_adjective_of(word: str, land: Name) -> bool:
    """Whether a word without a capital is an adjective of a land, by its letters: "astrénienne", "саровское".

    By sound alone "côtière" would be one of Qadira.
    """
    low = naming.plain(word)
    return len(land) == 1 and (
        _of_one_land(word, land[0]) or (low[:_ROOT] == naming.plain(land[0])[:_ROOT] and len(low) >= _ROOT)
    )


def is_adjective_of_town(word: str, town: Name) -> bool:
    """Whether a word is a town's name with an ending, as its adjective has it: "haldenská", "haldeni"."""
    low, name = naming.plain(word), naming.plain(" ".join(town))
    return len(town) == 1 and len(name) >= _SHORTEST and low.startswith(name) and len(low) <= len(name) + _ENDING


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words begin as one word and its adjective do: "Dresna" and "Dresnaer", but not "Dresnatrans"."""
    here, there = _beginnings(one), _beginnings(other)
    same = (way for way in here.keys() & there.keys() if abs(here[way] - there[way]) <= _ENDING_SOUNDS)
    return any(same) and sounding.spelled_alike(one, other)


@functools.lru_cache(maxsize=20_000)
def _beginnings(word: str) -> dict[str, int]:
    """The readings of a word as far as its case forms and its adjective keep them, each with its fewest consonants."""
    found: dict[str, int] = {}
    for way in sounding.readings(word):
        begins = way.rstrip(_VOWELS) if not way.isupper() else way[:_SOUND]
        heard = sum(sound.isupper() for sound in way)
        if sum(sound.isupper() for sound in begins) >= sounding.ENOUGH:
            found[begins] = min(heard, found.get(begins, heard))
    return found
