"""What each sign of a name stands for in kana, hangul and Hebrew, by the classes of consonants that `sounding` has.

Kana and hangul have one letter for l and r, and one for b and v; Hebrew writes few vowels and no difference of b and v.
"""

import functools
import re
import unicodedata

from anyascii import anyascii

KANA = re.compile(r"[\u3040-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
HEBREW = re.compile(r"[\u05d0-\u05ea]")
_SMALL = frozenset("ァィゥェォャュョッーぁぃぅぇぉゃゅょっ・")  # change the sign before them
_ONSETS = (
    ("sh|ch|ts|j|s|z", "S"), ("k|g", "K"), ("t|d", "T"), ("v", "V"), ("b", "P|V"), ("p", "P"), ("f", "V|K"),
    ("h", "K|"), ("m", "M"), ("n", "N"), ("r|l", "L"), ("w", "V|"), ("u", "|V"),
)  # fmt: skip
_INITIALS = dict(zip("ᄀᄁᄂᄃᄄᄅᄆᄇᄈᄉᄊᄋᄌᄍᄎᄏᄐᄑᄒ", "KKNTTLMbPSS_SSSKTfh", strict=True))
_FINALS = {"ᆨ": "K", "ᆫ": "N", "ᆮ": "T", "ᆯ": "L", "ᆷ": "M", "ᆸ": "P", "ᆺ": "T|S", "ᆼ": "N"}
_SEVERAL = {"b": "P|V", "f": "P|V", "h": "K|", "_": ""}
_ROUNDED = frozenset("ᅪᅫᅬᅯᅰᅱ")  # vowels that open with a w
_LETTERS = {
    "א": "", "ב": "P|V", "ג": "K", "ד": "T", "ה": "K|", "ו": "|V", "ז": "S", "ח": "K", "ט": "T", "י": "", "כ": "K",
    "ך": "K", "ל": "L", "מ": "M", "ם": "M", "נ": "N", "ן": "N", "ס": "S", "ע": "", "פ": "P|V", "ף": "P|V", "צ": "S",
    "ץ": "S", "ק": "K", "ר": "R", "ש": "S", "ת": "T",
}  # fmt: skip
_WRITTEN_ON = re.compile(r"^[ובהלמש](?=\w{3})")  # and, in, the, to, from, that: one word with the name
_PARTICLE = re.compile(r"(?<=[\uac00-\ud7a3]{2})의$")

Choices = tuple[str, ...]


@functools.lru_cache(maxsize=5_000)
def kana(sign: str) -> Choices:
    """The consonants that a kana may stand for; none that has only a vowel."""
    if sign in _SMALL:
        return ("",)
    if sign in "ンん":
        return ("N", "M")
    told = anyascii(sign).casefold()
    return next((tuple(classes.split("|")) for letters, classes in _ONSETS if re.match(letters, told)), ("",))


def hangul(syllables: str) -> list[Choices]:
    """For each consonant of some hangul the classes it may stand for; an l written twice is one."""
    found: list[Choices] = []
    closed = False
    for jamo in unicodedata.normalize("NFD", syllables):
        initial = _INITIALS.get(jamo)
        if initial == "L" and found and found[-1] == ("L",) and closed:
            continue
        closed = jamo in _FINALS
        if initial is not None:
            found.append(tuple(_SEVERAL.get(initial, initial).split("|")))
        elif jamo in _ROUNDED:
            found.append(("", "V"))
        elif closed:
            found.append(tuple(_FINALS[jamo].split("|")))
    return found


def hebrew(word: str) -> list[list[Choices]]:
    """The same for a Hebrew word, as it stands and without a preposition that is written on to it."""
    bare = _WRITTEN_ON.sub("", word)
    return [_hebrew(word)] + ([_hebrew(bare)] if bare != word else [])


def _hebrew(word: str) -> list[Choices]:
    letters = [letter for letter in word if letter in _LETTERS]
    if len(letters) > 2 and letters[-1] == "ה":
        letters.pop()  # closes a name in a vowel
    return [tuple(_LETTERS[letter].split("|")) for letter in letters]


def without_particle(word: str) -> str:
    """A Korean word without the particle of a genitive: "할덴의" is Halden's."""
    return _PARTICLE.sub("", word)
