"""Names made comparable across scripts, spellings and case endings.

A name is put into Latin letters (anyascii) and reduced to the classes of its consonants, as Soundex does
(Russell 1918), but with the sounds that news transliterations really confuse in one class: "Gladkow",
"Hladkov", "Гладков" and "Gladkovom" share their first five.
"""

import functools
import re

from anyascii import anyascii

from sayso import lexicon

_ARABIC_VOWELS = re.compile(r"[اأإآويىةۀهٔ]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CLASS = {
    "b": "P", "p": "P", "f": "V", "v": "V", "w": "V", "t": "T", "d": "T", "m": "M", "n": "N", "l": "L",
    "r": "R", "k": "K", "g": "K", "q": "K", "h": "K", "s": "S", "z": "S", "c": "S", "j": "", "x": "KS",
}  # fmt: skip
_DIGRAPHS = (
    ("tsch", "s"), ("dsch", "s"), ("shch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "s"), ("ph", "f"),
    ("th", "t"), ("kh", "k"), ("gh", "g"), ("zh", "s"), ("sh", "s"), ("ch", "s"), ("cz", "s"), ("sz", "s"),
    ("rz", "s"), ("ts", "s"), ("tz", "s"), ("dz", "s"), ("ck", "k"), ("qu", "k"), ("ca", "ka"), ("co", "ko"),
    ("cu", "ku"), ("cr", "kr"), ("cl", "kl"),
)  # fmt: skip
KEY_CONSONANTS = 5  # what stands behind is mostly a case ending
MIN_CONSONANTS = 3  # fewer, and unrelated names meet: "Yusov" and "Asif" are both S-V
_LONGEST_NAME = 120
_LONGEST_TEXT = 2000


@functools.cache
def given_names() -> frozenset[str]:
    """All given names that are known, of women and men."""
    tables = lexicon.load("given_names").tables["names"]
    return frozenset(name for who in ("women", "men") for name in tables[who])


@functools.lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """The consonant classes of one name part, doubled ones once: "Kartapolow" gives "KRTPLV"."""
    name = name[:_LONGEST_NAME]
    if _ARABIC.search(name):
        name = _ARABIC_VOWELS.sub("", name)
    latin = anyascii(name).casefold()
    for spelling, sound_of in _DIGRAPHS:
        latin = latin.replace(spelling, sound_of)
    classes = "".join(_CLASS.get(letter, "") for letter in latin)
    return re.sub(r"(.)\1+", r"\1", classes)


def parts(name: str) -> list[str]:
    """The parts of a name, as printed, without initials and marks."""
    return [
        part
        for part in re.findall(r"(?:[^\W\d_]|[\u0900-\u0963\u0970-\u0dff])+", name[:_LONGEST_TEXT])
        if len(part) > 1
    ]


def sound_key(name: str, *, person: bool = False) -> str:
    """A key that spellings of one name share in any script; its plain spelling where too little of it sounds.

    Of a person the last part counts, of anything else the one that sounds most: "Ana Lenz" and "Lenz" are one
    key, "Ostwick Bridge" and "the bridge at Ostwick" too.
    """
    kept = [sound(part) for part in parts(name)]
    told = kept[-1] if person and kept and len(kept[-1]) >= MIN_CONSONANTS else max(kept, key=len, default="")
    return told[:KEY_CONSONANTS] if len(told) >= MIN_CONSONANTS else plain(name)


def sounds(text: str) -> dict[str, str]:
    """The words of a text that may be names, by key: capitalised, or in a script that has no capitals."""
    words = [word for word in parts(text) if word[:1] != word[:1].lower() or word.lower() == word.upper()]
    keyed = {sound(word)[:KEY_CONSONANTS]: word for word in reversed(words)}
    return {key: word for key, word in keyed.items() if len(key) > MIN_CONSONANTS}


@functools.lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name in Latin letters, lower case, single blanks: for comparison, never for showing."""
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(name[:_LONGEST_NAME]).casefold()))


def system_key(designation: str) -> str:
    """A type designation without its dashes and script: "Іл-76", "Il 76" and "IL76" give "il76"."""
    return plain(designation).replace(" ", "")
