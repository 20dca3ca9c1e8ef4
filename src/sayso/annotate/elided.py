"""Numbers whose noun stands with another number: "17 of the 21 crew were rescued", "27, then 34 dead"."""

from collections.abc import Sequence

from sayso.annotate.counted import NOTHING, Concept, Counted
from sayso.annotate.measures import LIST_MARKS, MeasureReader
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import Token

LONGEST_LINK = 3  # tokens of "out of the", "von den"
_OF = frozenset(
    ("of", "der", "von", "des", "sur", "de", "dei", "dos", "das", "di", "su", "sui", "delle", "z", "spośród")
) | frozenset(
    ("из", "з", "із", "від", "од", "от", "van", "από", "din", "av", "af", "dari", "מתוך", "מבין", "من", "از", "ze")
)
_DETERMINERS = frozenset(("the", "its", "their", "all", "out", "den", "les", "los", "las", "i", "gli", "os", "as"))
_DETERMINERS |= {"cei", "cele", "celor", "τους", "τις", "τα", "των"}
_AT = frozenset(("at", "to", "auf", "à", "em", "a", "do", "до", "na", "на", "op", "de"))
_THEN = frozenset(
    ("then", "later", "now", "dann", "später", "puis", "ensuite", "luego", "después", "poi", "depois")
) | {
    *("potem", "później", "затем", "потом", "потім", "sonra", "daarna", "lalu", "kemudian", "perhaps", "maybe", "even")
}


def shared(
    tokens: Sequence[Token], text: str, numerals: Sequence[Numeral], i: int, measures: MeasureReader, right: int
) -> Counted | None:
    """What the number `i`, which has no noun of its own, counts by the noun of the next one; None where it has none.

    `right` is where the noun phrase of the next number must end.
    """
    if i + 1 >= len(numerals):
        return None
    numeral, after = numerals[i], numerals[i + 1]
    if is_part(tokens, numeral, after):
        state = measures.befell_part(tokens, numeral, after, right)
        whole = measures.counted(tokens, text, after, (numeral.last, right), befallen=False)
        return Counted(state.name, None, state) if state else whole
    if _is_first_of_two(tokens, numeral, after):
        counted = measures.counted(tokens, text, after, (numeral.last, right))
        return counted if _is_of_people(counted.concept) else None
    return None


def is_part(tokens: Sequence[Token], numeral: Numeral, after: Numeral) -> bool:
    """Whether a number is a part of the next one: "17 of the 21"."""
    link = [token.word for token in tokens[numeral.last : after.first]]
    return 0 < len(link) <= LONGEST_LINK and bool(_OF & {*link}) and {*link} <= _OF | _DETERMINERS


def is_whole(tokens: Sequence[Token], numerals: Sequence[Numeral], i: int) -> bool:
    """Whether the number before is a part of number `i`."""
    return i > 0 and is_part(tokens, numerals[i - 1], numerals[i])


def _is_first_of_two(tokens: Sequence[Token], numeral: Numeral, after: Numeral) -> bool:
    """Whether nothing but "and" or ", then" parts two numbers: after a comma alone the first may be anything."""
    link = [token.word for token in tokens[numeral.last : after.first]]
    if len(link) == 1:
        return link[0] in LIST_MARKS and link[0].isalpha()
    return len(link) == 2 and link[0] in LIST_MARKS and link[1] in _THEN


def goes_on(tokens: Sequence[Token], numeral: Numeral, before: Counted) -> bool:
    """Whether the number continues a list, with no noun again: "killed eighteen in Turkey, thirteen in Syria".

    "The ministry puts them at 31, the union at 47", too; in digits, as "at one" may be anything.
    """
    if not _is_of_people(before.concept):
        return False
    if tokens[numeral.first - 1].word in LIST_MARKS:
        return True
    ends = numeral.last >= len(tokens) or not tokens[numeral.last].is_word
    return ends and numeral.in_digits and before is not NOTHING and tokens[numeral.first - 1].word in _AT


def _is_of_people(concept: Concept | None) -> bool:
    return concept is not None and concept.kind in {"person", "state"}
