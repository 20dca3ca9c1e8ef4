"""How many have died at least, where a text says which of a row has: "a seventh peacekeeper has died", "третья жертва".

Of things and of the hurt such words say too little: a second blast, the second patient.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate.counted import DEAD
from sayso.annotate.counted_nouns import OF
from sayso.annotate.designations import ordinal_end
from sayso.annotate.measures import MeasureReader
from sayso.annotate.numerals import Numeral, NumeralReader
from sayso.annotate.phrases import PhraseTable, Token
from sayso.model import Article, Quantity
from sayso.vocab import Bound

_DEFINITE = frozenset(
    (
        "the",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "le",
        "la",
        "les",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "o",
        "os",
        "as",
    )
) | frozenset(
    ("de", "het", "den", "det", "his", "her", "their", "its", "every", "each", "jeder", "chaque", "cada", "ogni")
)
_PARTS = frozenset({"часть", "части", "частина", "part", "parte", "teil", "część"})
_CARDINALS = frozenset({"one", "two", "three", "four"})  # "two thirds"
_MONTHS = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september")
) | frozenset(("october", "november", "december"))  # before "4th": only English writes a day so
_MOST = 1000
_REACH = 3  # tokens from "seventh" to its noun


def row_tolls(
    article: Article, tokens: Sequence[Token], reader: NumeralReader, measures: MeasureReader
) -> Iterator[Quantity]:
    """The dead that an ordinal tells, each as "at least so many"."""
    words = reader.words
    if words is None or not words.ordinals:
        return
    for at in range(len(tokens)):
        found = _ordinal(tokens, at, words.ordinals)
        if found is None or (at and tokens[at - 1].word in _DEFINITE):
            continue
        last, value = found
        if _is_share_or_day(tokens, at, last):
            continue
        numeral = Numeral(at, at, last, value, None, Bound.AT_LEAST, in_digits=False)
        if not measures.names_person(tokens, range(last, min(len(tokens), last + _REACH))):
            continue
        counted = measures.counted(tokens, article.text, numeral, (0, len(tokens)))
        if counted.measure.split(" ")[-1] == DEAD.name:
            span = article.span(tokens[at].start, tokens[last - 1].end)
            yield Quantity(
                article_id=article.id, span=span, measure=counted.measure, low=value, high=None, bound=Bound.AT_LEAST
            )


def _is_share_or_day(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether an ordinal tells a part of a whole, or a day: "a third of the residents", "третья часть", "July 4th"."""
    behind = tokens[last].word if last < len(tokens) else ""
    before = tokens[at - 1].word if at else ""
    return behind in OF | _PARTS or before in _CARDINALS or before in _MONTHS


def _ordinal(tokens: Sequence[Token], at: int, ordinals: PhraseTable[float]) -> tuple[int, float] | None:
    """(end, value) of a word such as "seventh", or of "7th"; the first is one of any number."""
    if tokens[at].is_number:
        last = ordinal_end(tokens, at + 1)
        word = tokens[at].word
        value = int(word) if last and word.isdecimal() and len(word) < len(str(_MOST)) else 0
        return (last, float(value)) if 1 < value < _MOST else None
    return ordinals.match(tokens, at) if ordinals.begins(tokens[at].word) else None
