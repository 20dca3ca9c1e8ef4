"""All the ways one part of a name may sound, so that its spellings in any script meet.

A spelling does not tell how it is said: "ch" is one sound in Berlin and another in Warsaw, "j" has three. So a name has
several readings, as in Daitch and Mokotoff's soundex (1985), and two spellings may be one name if they share one.
Consonants count by the classes that transcriptions confuse; of short names the vowels count too. Chinese writes
syllables, tells no l from r and often drops the last one: with a Chinese name the other is read as Chinese would. So do
kana and hangul, and are read alike.
"""

import functools
import itertools
import re
from difflib import SequenceMatcher

from anyascii import anyascii

from sayso.corroborate import scripts

ENOUGH = 3  # consonants; of names with no more the vowels must agree as well: "Sunak" and "Seneca" are both S-N-K
_FEW = 2  # consonants that are left of a French name without the letter that is not heard
# Likeness of letters of two spellings of one sound: of invented sources no pair below is one, every third above is.
_MIN_LETTERS = 0.4
_LONGEST = 60
_MOST_READINGS = 48
_CHINESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # and kana and hangul: all write syllables
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_VOWELS = re.compile(r"[اأإآويىةۀٔ]|(?<=.)ه")
_ARTICLE = re.compile(r"^(?:[وب]?ال|لل|al-|el-|аль-|ал-|эль-)(?=\w{3})")
_TAIL = re.compile(r"(?<=\w{3})['’]\w{1,5}$")  # a Turkish ending, an English or German genitive
_CASE_ENDING = re.compile(r"(?:ом|ем|ём|ым|им|ого|его|ому|ему|ою|ові|еві|iem|em|ego|owi|emu)$")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SILENT = re.compile(r"(?:ard|ert|ent|ant|ault|aud|oix|oux|eux|ais|ois|and|ond)$")  # French: the last is not heard
_SOFT = {
    "ö": "6", "ü": "7", "ä": "8", "ç": "s", "č": "s", "ć": "s", "ş": "s", "š": "s", "ś": "s", "ș": "s", "ğ": "",
    "ж": "zh", "ż": "s", "ž": "s",
}  # fmt: skip
# The first that fits is taken; each gives the classes that its letters may stand for.
_SOUNDS = tuple(
    (re.compile(letters), tuple(classes.split("|")))
    for letters, classes in (
        ("tsch|dsch|shch|sch|tch|tsh|dzh|chzh|zh|sh|cz|sz|ts|tz|dz", "S"), ("rz", "S|RS"), ("ch", "S|K"),
        ("ph", "V"), ("th", "T"), ("kh", "K"), ("gh", "K"), ("ck", "K"), ("qu", "K|KV"), ("x", "KS|S|K"),
        ("cc(?=[eiy])", "S"), ("c(?=[eiy])", "S|K"), ("c$", "S|K"), ("c", "K"), ("gn", "N|KN"), ("ng$", "N"),
        ("ng(?![aeiouy])", "N|NK"), ("wc", "VS"), ("g(?=[eiy])", "K|S"), ("j", "|S|K"), ("[fv]", "V"), ("^w", "V|"),
        ("w", "V"), ("[bp]", "P"), ("[td]", "T"), ("m", "M"), ("n", "N"), ("l", "L"), ("r", "R"), ("[gkq]", "K"),
        ("h", "K|"), ("[sz]", "S"), ("y(?=[aeiou])", ""), ("[678]", "a|i"), ("[aou]+", "a"), ("[eiy]+", "i"),
    )
)  # fmt: skip
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(er(?=$)|[aeiouv]+)(ng?)?$")
_ONSETS = {
    "b": "P", "p": "P", "m": "M", "f": "V", "d": "T", "t": "T", "n": "N", "l": "L", "g": "K", "k": "K", "h": "K|",
    "j": "S|K|T", "q": "S|K", "x": "S|K", "zh": "S", "ch": "S", "sh": "S", "r": "L|S", "z": "S", "c": "S", "s": "S",
    "y": "|S", "w": "V|", "": "",
}  # fmt: skip


@functools.lru_cache(maxsize=50_000)
def readings(part: str) -> frozenset[str]:
    """The ways one part of a name may sound: "Chomenko" gives {"KMNK", "SMNK"}; with vowels where it is short."""
    part = _ARTICLE.sub("", _TAIL.sub("", part[:_LONGEST].casefold()))
    if _CHINESE.search(part):
        return _chinese(part)
    found = _spelled(part)
    if _SILENT.search(part):
        found |= {way for way in _spelled(part[:-1]) if _told(way) >= _FEW}
    inflected = _CASE_ENDING.search(part)
    if inflected:
        found |= {way for way in _spelled(part[: inflected.start()]) if _told(way) >= ENOUGH}
    if _CYRILLIC.search(part):  # "Ленца" is Lenz in another case
        found |= {way[:-1] for way in found if way[-1:].islower() and _told(way) == ENOUGH}
    return frozenset(found)


def is_voweled(part: str) -> bool:
    """Whether a part is in a script that writes its vowels one by one: no Chinese, Arabic or Hebrew."""
    return not any(script.search(part) for script in (_CHINESE, _ARABIC, scripts.HEBREW))


def is_chinese(part: str) -> bool:
    """Whether a part is written in syllables: in Chinese characters, kana or hangul."""
    return bool(_CHINESE.search(part))


def alike(one: str, other: str) -> bool:
    """Whether two parts may be one name in two spellings."""
    if is_chinese(one) != is_chinese(other):
        return not as_chinese(one).isdisjoint(as_chinese(other))
    if is_voweled(one) != is_voweled(other):
        return not unvoweled(one).isdisjoint(unvoweled(other))
    return not readings(one).isdisjoint(readings(other)) and spelled_alike(one, other)


@functools.lru_cache(maxsize=50_000)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two parts of one sound may be spellings of one: of scripts with vowels "Drozek" is no "Tarsk"."""
    if not (is_voweled(one) and is_voweled(other)) or is_chinese(one) or is_chinese(other):
        return True
    left, right = (anyascii(part[:_LONGEST]).casefold() for part in (one, other))
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= _MIN_LETTERS


@functools.lru_cache(maxsize=50_000)
def unvoweled(part: str) -> frozenset[str]:
    """The readings as a script without vowels shows them; none where too little of it sounds."""
    told = (re.sub(r"[a-z]", "", way) for way in readings(part))
    return frozenset(_once(way) for way in told if len(way) >= ENOUGH and not way.startswith("="))


@functools.lru_cache(maxsize=50_000)
def as_chinese(part: str) -> frozenset[str]:
    """The readings as Chinese characters could show them; none where too little of it sounds."""
    heard = {re.sub(r"[a-z]", "", way) for way in readings(part)}
    told = {way.replace("R", "L") for way in heard}
    if not _CHINESE.search(part):  # an r before a consonant is often not written
        told |= {way for long in heard if len(way := re.sub(r"(?<!^)R(?=.)", "", long).replace("R", "L")) > ENOUGH}
        told |= {_once(way) for way in told}
    return frozenset(way for way in told | {way.removesuffix("L") for way in told} if len(way) >= ENOUGH)


@functools.lru_cache(maxsize=50_000)
def consonants(part: str) -> frozenset[str]:
    """What of a part sounds beside vowels, l for r, however little: to compare first names across scripts."""
    if _CHINESE.search(part):
        ways = {"".join(way) for way in itertools.islice(itertools.product(*_syllables(part)), _MOST_READINGS)}
    elif scripts.HEBREW.search(part):
        ways = _hebrew(part)
    else:
        bare = _ARABIC_VOWELS.sub("", part).replace("ج", "j") if _ARABIC.search(part) else part
        latin = anyascii("".join(_SOFT.get(letter, letter) for letter in bare.casefold())).casefold()
        ways = {"".join(way) for way in itertools.islice(itertools.product(*_choices(latin)), _MOST_READINGS)}
    return frozenset(_once(re.sub(r"[a-z]", "", way).replace("R", "L")) for way in ways)


def _once(way: str) -> str:
    """Doubled sounds once."""
    return re.sub(r"(.)\1+", r"\1", way)


def _told(way: str) -> int:
    return sum(sound.isupper() for sound in way)


def _spelled(part: str) -> set[str]:
    if _ARABIC.search(part):
        return _arabic(part)
    if scripts.HEBREW.search(part):
        return {way for way in _hebrew(part) if len(way) >= ENOUGH} or {f"={part}"}
    low = "".join(_SOFT.get(letter, letter) for letter in part)
    return _expanded(_choices(anyascii(low).casefold()))


_CONSONANT_WAW = re.compile(r"(?<=.)و(?=ا)")  # before a long a it may be none itself: "ساروانا", Sarvana


def _arabic(part: str) -> set[str]:
    """Without vowels, which are mostly not written: a short name has no reading but its spelling."""
    heard = {_ARABIC_VOWELS.sub("", told).replace("ج", "j") for told in (part, _CONSONANT_WAW.sub("ف", part))}
    read = itertools.chain.from_iterable(_expanded(_choices(anyascii(bare).casefold())) for bare in sorted(heard))
    ways = {_once(re.sub(r"[a-z]", "", way)) for way in read}
    return {way for way in ways if _told(way) >= ENOUGH} or {f"={part}"}


def _hebrew(part: str) -> set[str]:
    """Without vowels, like Arabic."""
    read = (itertools.islice(itertools.product(*choices), _MOST_READINGS) for choices in scripts.hebrew(part))
    return {_once("".join(way)) for way in itertools.chain.from_iterable(read)}


def _choices(latin: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(latin):
        for pattern, classes in _SOUNDS:
            match = pattern.match(latin, at)
            if match:
                found.append(classes)
                at = match.end()
                break
        else:
            at += 1
    return found


def _expanded(choices: list[tuple[str, ...]]) -> set[str]:
    """Every way through the choices, doubled sounds once; without vowels where more than enough sounds besides."""
    found = set()
    for way in itertools.islice(itertools.product(*choices), _MOST_READINGS):
        spoken = re.sub("[ai]{2,}", "a", _once("".join(way)))  # "Yatseniuk" and "Яценюк"
        consonants = _once(re.sub(r"[a-z]", "", spoken))
        found.add(consonants if len(consonants) > ENOUGH else spoken)
    return found - {""}


def _chinese(part: str) -> frozenset[str]:
    ways = {
        re.sub("NN+", "N", "".join(way))
        for way in itertools.islice(itertools.product(*_syllables(part)), _MOST_READINGS)
    }
    return frozenset(way for way in ways if len(way) >= ENOUGH) or frozenset({f"={part}"})


def _syllables(part: str) -> list[tuple[str, ...]]:
    """For each Chinese character, kana or hangul the consonants it may stand for."""
    if scripts.HANGUL.search(part):
        return scripts.hangul(scripts.without_particle(part))
    choices: list[tuple[str, ...]] = []
    for character in part:
        if scripts.KANA.match(character):
            choices.append(scripts.kana(character))
            continue
        match = _SYLLABLE.match(anyascii(character).casefold())
        if match is None:
            continue
        onset, vowel, nasal = match.group(1) or "", match.group(2), match.group(3)
        if vowel == "er" and not onset:
            choices.append(("L",))
            continue
        choices.append(tuple(_ONSETS[onset].split("|")))
        if vowel in {"ui", "uai", "ua"} and onset in {"k", "g", "h"}:
            choices.append(("", "V"))
        if nasal:
            choices.append(("N", "") if nasal == "ng" else ("N",))
    return choices
