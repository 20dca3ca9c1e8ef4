"""Where a number gives somebody's age, whose noun is years or nothing: "aged 61", "un homme de 61 ans", "בן 61".

Otherwise "a man of 61 was killed" counts sixty-one dead, and one account's "61 years" stands against another's age.
"""

from collections.abc import Sequence
from typing import Final

from sayso.annotate.counted import MeasureWords
from sayso.annotate.counted_nouns import OF
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import Token

_OLDEST: Final = 120.0
_LONGEST_LEAD: Final = 4
_YEARS: Final = frozenset({"year", "age"})


def is_age(tokens: Sequence[Token], numeral: Numeral, forms: MeasureWords) -> bool:
    """Whether a number is how old somebody is."""
    if numeral.low is None or not numeral.low.is_integer() or not 0 < numeral.low <= _OLDEST or not numeral.first:
        return False
    found = forms.concepts.match(tokens, numeral.last) if numeral.last < len(tokens) else None
    noun = found[1] if found and found[1].kind != "state" else None
    if noun and noun.name not in _YEARS:
        return False  # "בני 3 משפחות", members of three families
    if forms.age_leads.ending_at(tokens, numeral.first, _LONGEST_LEAD):
        return True
    return noun is not None and _is_of_somebody(tokens, numeral.first, forms)


def _is_of_somebody(tokens: Sequence[Token], first: int, forms: MeasureWords) -> bool:
    """Whether "of" with a noun for a person or a comma before it leads to a number of years."""
    if first < 2 or tokens[first - 1].word not in OF:
        return False
    if tokens[first - 2].word == ",":
        return True
    person = forms.concepts.ending_at(tokens, first - 1, 2)
    return person is not None and person[1].kind == "person"
