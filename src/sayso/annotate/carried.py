"""A bare number that gives another count of those the sentence before counts.

"The ministry counts 31 dead. The rebels have not moved from nine", "Der Rettungsdienst zählt 24": who died or was hurt
is not said again. A bare number may be anything, so it must close its clause and be led to as a count is.
"""

import functools
from collections.abc import Sequence

from sayso.annotate.cues import grammar
from sayso.annotate.measures import NOTHING, Counted
from sayso.annotate.number_words import NumberWords
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import Token, primary

_FROM = frozenset(
    ("from", "von", "bei", "de", "da", "desde", "z", "ze", "od", "с", "со", "от", "з", "від", "van", "från")
)
_TO = frozenset(("to", "at", "by", "on", "auf", "à", "a", "em", "para", "do", "na", "до", "на", "op", "naar", "till"))
_CHANGE_REACH = 6  # tokens from "raised" to "to 24": "l'ont toutefois porté à 24"


def resumes(
    tokens: Sequence[Token],
    numeral: Numeral,
    words: NumberWords | None,
    language: str,
    dated: Sequence[tuple[int, int]],
) -> bool:
    """Whether a number without a noun closes its clause and is led to by a verb of counting, "from" or "rose to"."""
    if not numeral.first or words is None or numeral.is_one or numeral.is_vague:
        return False
    if not _closes(tokens, numeral.last, dated):
        return False
    before = tokens[numeral.first - 1].word
    if before in _FROM or before in _counting(primary(language)):
        return True
    near = range(max(0, numeral.first - _CHANGE_REACH), numeral.first)
    return before in _TO and any(words.change.match(tokens, at) or tokens[at].word in _FROM for at in near)


def _closes(tokens: Sequence[Token], last: int, dated: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing that could be a noun follows: a mark, a date, or where the count went to."""
    if last >= len(tokens) or any(first == last for first, _ in dated):
        return True
    return tokens[last].word in _TO or (
        not tokens[last].is_word and not tokens[last].is_number and tokens[last].word != "-"
    )


@functools.cache
def _counting(language: str) -> frozenset[str]:
    known = grammar(language)
    return frozenset(known.words["tallying"]) if known else frozenset()


def carried(found: Sequence[Counted]) -> Counted:
    """What a sentence hands on: the one thing that befell people of which it counts them."""
    states = {c.concept.name: c.concept for c in found if c.concept and c.concept.kind == "state"}
    if len(states) != 1:
        return NOTHING
    name, concept = states.popitem()
    return Counted(name, None, concept)
