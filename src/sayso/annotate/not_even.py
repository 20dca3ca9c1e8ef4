"""Where "one" says that there was none: "not even one soldier was there", "वहाँ एक भी सैनिक नहीं था".

A dictionary of negations will not do: what is denied may stand far off. The word for "even" stands near.
"""

import functools
from collections.abc import Sequence

from sayso import lexicon
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set

_BEFORE = 3  # words from "even" to "one": "hata askari mmoja", not even one soldier


@functools.cache
def _table(place: str, language: str) -> PhraseTable[bool]:
    forms = str(lexicon.load("not_even").tables[place].get(language, ""))
    return word_set([form for form in forms.split("|") if form])


def is_not_even_one(tokens: Sequence[Token], numeral: Numeral, language: str) -> bool:
    """Whether a number is no more than the "one" of "not even one"."""
    if not numeral.low == numeral.high == 1:
        return False
    code = primary(language)
    before, behind = _table("before", code), _table("behind", code)
    for end in range(numeral.first, max(0, numeral.first - _BEFORE), -1):
        if before.ending_at(tokens, end, _BEFORE):
            return True
        if not tokens[end - 1].is_word:
            break
    return numeral.last < len(tokens) and behind.match(tokens, numeral.last) is not None
