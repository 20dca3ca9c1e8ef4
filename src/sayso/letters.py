r"""What words are made of, in scripts whose vowels are signs.

Devanagari, Bengali, Thai and their kin write vowels as signs beside or above a letter: मंत्री, হয়নি, ไม่มี. Python's `\w`
leaves these out, so that a word falls into single letters and no word of a list is ever found in it.
"""

import unicodedata
from itertools import groupby

UNSPACED = frozenset({"zh", "ja", "th"})
"""Languages in which nothing parts a word from the next."""
_SCRIPTS = range(0x900, 0x1800)  # Devanagari to Khmer
_CODES = [code for code in _SCRIPTS if unicodedata.category(chr(code)) in {"Mn", "Mc"}]


def _ranges() -> str:
    """The signs of those scripts as ranges of a character class."""
    runs = (list(run) for _, run in groupby(enumerate(_CODES), lambda pair: pair[1] - pair[0]))
    return "".join(f"{chr(run[0][1])}-{chr(run[-1][1])}" for run in runs)


def is_in_word(sign: str) -> bool:
    """Whether a character is a letter, a digit or a vowel sign; "" is not."""
    return sign.isalnum() or sign in _SINGLE


_SINGLE = frozenset(map(chr, _CODES))
SIGNS = _ranges()
"""Vowel signs, and the marks that join or change letters, to stand inside a character class."""
IN_WORD = rf"[\w{SIGNS}]"
"""One letter, digit or sign."""
BEGIN, END = rf"(?<!{IN_WORD})", rf"(?!{IN_WORD})"
"""Where a word begins and ends, as far as a script has words."""
LETTERS = rf"[^\W\d_]++(?:[{SIGNS}]++[^\W\d_]*+)*+"
"""A run of letters without digits."""
