"""Words and marks of a paragraph, with their places: what the rule reader walks over.

Five things differ by language: French and Italian drop a vowel before the next word ("l'armée", "dell'esercito") and
French hangs a pronoun on its verb ("dit-il"),
English joins "'s" and "'ve" to the word before, Hebrew sets a mark like that of a quotation into its abbreviations
(ד"ר) and one like an apostrophe behind letters (ג'), and Chinese and Japanese set no spaces, so that there a token is
a word of the cue lexicon or one character; in Thai, whose spaces part clauses, it is such a word or all that stands
between two of them. Scripts of India and of the lands east of it write vowels as signs that are no letters: मंत्री.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.letters import SIGNS

_NUMBER = r"\d+(?:[.,:]\d+)*(?![-\w])"
_INITIALS = r"(?:[^\W\d_]\.){2,}"  # "U.S."
_DOUBLED = r"''|``"  # typewriter quotation marks
_SIGNS_ON = rf"\u0300-\u036f\u064b-\u065f\u0670{SIGNS}"  # accents; vowels that are no letters
_ACCENTS = rf"[{_SIGNS_ON}]"
_WORD = rf"\w+(?:[-'’ʼ&\u200c]\w+|{_ACCENTS}+\w*)*"  # U+200C joins the parts of a Persian word
# Runs of letters are taken whole (++), as a shorter one has a letter after it; with _PLAIN 1.6 times as fast.
_PLAIN = rf"(?!\d)\w\w++(?![-'’ʼ&\u200c{_SIGNS_ON}])"  # a word that nothing hangs on: most
_CLITIC = r"\w++(?:[-&]\w++)*?(?=['’](?:s|re|ve|d|ll|m)\b)|['’](?:s|re|ve|d|ll|m)\b"
_ELIDED = r"\w+['’](?=\w)"
_INVERTED = r"\w+(?=-(?:t-)?(?:ils?|elles?|on)\b)|(?<=\w)-(?:t-)?(?=(?:ils?|elles?|on)\b)"  # "a-t-il", "dit-elle"
# A mark before the last letter, or before the ending of an abbreviation, is part of the word: מנכ"ל, דו"חות, יו"רית.
# Not where a preposition is written onto a quotation: ל"קול הגליל".
_HEBREW = r"[\u05d0-\u05ea]"
_GERSHAYIM = rf"{_HEBREW}+[\"״]{_HEBREW}(?:ית|ים|ות|ניק|יות|[והיא])?(?!\w)"
_GERESH = r"(?<!['׳])(?:\w*[גזצץתדטחע]|גב|מס|עמ|פרופ|אונ|שד|רח)['׳](?!\w)|\w++׳(?:\w++׳?)?"
_THAI = r"[\u0e01-\u0e3a\u0e40-\u0e4e]"
_CJK = r"[\u3400-\u9fff\u3040-\u30ff\uf900-\ufaff]"

_SIGNS = dict.fromkeys([*range(0x64B, 0x64F), *range(0x650, 0x656), 0x670, 0x640])
_SIGN = re.compile(r"[\u0130\u0640\u064b-\u064e\u0650-\u0655\u0670]")

KEPT = 2_000  # stretches of one text whose tokens are kept


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch of text; four lists of one length. Offsets are those of the whole text."""

    raw: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.raw)


def pattern(
    *,
    clitics: bool = False,
    elisions: bool = False,
    gershayim: bool = False,
    runs: bool = False,
    words: Iterable[str] = (),
) -> re.Pattern[str]:
    """The token pattern of a language; `words` are those to be found in text without spaces.

    What stands between two of them is one token with `runs`, and else one for each character.
    """
    parts = [_GERSHAYIM, _GERESH] if gershayim else []
    parts += [] if words else [_PLAIN]  # first only to be quick: the others give the same of such a word
    parts += [_DOUBLED, _INITIALS, _NUMBER]
    if clitics:
        parts.append(_CLITIC)
    if elisions:
        parts.extend([_INVERTED, _ELIDED])
    if words:
        known = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
        parts.extend([*known, *([rf"(?:(?!{'|'.join(known)}){_THAI})+"] if runs else [])])
        parts.extend([_CJK, r"[^\W\u3400-\u9fff\u3040-\u30ff\uf900-\ufaff]+"])
    parts.extend([_WORD, r"\S"])
    return re.compile("|".join(parts))


def lower(word: str) -> str:
    """A word in lower case; Turkish İ becomes i, not i with a dot above it, and Arabic loses its vowel signs.

    All but ḍamma: it alone tells the passive "it is believed" (يُعتقد) from "he believes".
    """
    return word.replace("İ", "i").translate(_SIGNS).lower()


def tokenise(text: str, start: int, end: int, of: re.Pattern[str]) -> Tokens:
    """The tokens of `text[start:end]`; whoever asks for the same stretch again gets the same ones, to be only read.

    The readers of an article ask for each paragraph three times and for each source and cue seven times.
    """
    kept = _kept(text, of)
    tokens = kept.get((start, end))
    if tokens is None:
        if len(kept) >= KEPT:
            kept.clear()
        tokens = kept[start, end] = _tokens(text, start, end, of)
    return tokens


@functools.lru_cache(maxsize=2)
def _kept(text: str, of: re.Pattern[str]) -> dict[tuple[int, int], Tokens]:  # noqa: ARG001 what it belongs to
    """The tokens found so far in the text that is being read."""
    return {}


def _tokens(text: str, start: int, end: int, of: re.Pattern[str]) -> Tokens:
    places = [match.span() for match in of.finditer(text, start, end)]
    raw = [text[low:high] for low, high in places]
    low = list(map(lower if _SIGN.search(text, start, end) else str.lower, raw))
    return Tokens(raw, low, [low for low, _ in places], [high for _, high in places])
