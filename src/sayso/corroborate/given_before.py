"""Where an account itself says that one value took the place of another: "originally 8,412, now corrected to 7,960".

Without it one body that corrects its figure stands against itself.
"""

import functools
import re
from typing import Final

from sayso import lexicon
from sayso.corroborate.counted_states import clause_at
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.terms import Terms, words_of

_AROUND: Final = 240  # code points on either side of a figure in which its sentence is looked for
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE: Final = re.compile(r"[.!?。！？।](?:\s|$)|\n")


@functools.cache
def _words(language: str) -> Terms:
    forms = str(lexicon.load("given_before").tables["before"].get(language, ""))
    return Terms.of(language, (("before", form) for form in forms.split("|") if form))


def is_given_before(profile: Profile, figure: Figure) -> bool:
    """Whether what leads to a figure, from the number before it on, or its clause says that it was given before."""
    text, language = profile.article.text, profile.language
    if not 0 <= figure.start < figure.end <= len(text):
        return False
    begin, end = max(0, figure.start - _AROUND), min(len(text), figure.end + _AROUND)
    before, behind = text[begin : figure.start], text[figure.end : end]
    first = begin + max((match.end() for match in _SENTENCE.finditer(before)), default=0)
    close = _SENTENCE.search(behind)
    sentence = text[first : figure.end + (close.start() if close else len(behind))]
    _, high = clause_at(sentence, figure.start - first, figure.end - first)
    low = max((match.end() for match in _NUMBER.finditer(sentence, 0, figure.start - first)), default=0)
    return bool(_words(language).find(words_of(sentence[low:high])))
