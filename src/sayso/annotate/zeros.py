"""What a text says there was none of: "no survivors", "nobody was hurt", "ни одного раненого", "погибших нет"."""

from collections.abc import Iterator, Sequence

from sayso.annotate.counted import Concept
from sayso.annotate.measures import MeasureReader
from sayso.annotate.numerals import NumeralReader
from sayso.annotate.phrases import Token
from sayso.model import Article, Quantity
from sayso.vocab import Bound

_ZERO_OF = frozenset({"killed", "injured", "missing", "rescued", "casualty", "arrested"})
_GROUP = 5  # rank from which people are a group that there may be none of


def zeros(
    article: Article, tokens: Sequence[Token], reader: NumeralReader, measures: MeasureReader
) -> Iterator[Quantity]:
    """Nothing of something, for the fates of people and their groups; of things there is mostly none of anything."""
    words = reader.words
    if words is None:
        return
    ended = 0
    for at in range(len(tokens)):
        found = words.none.match(tokens, at) if at >= ended and words.none.begins(tokens[at].word) else None
        concept = measures.adjoins(tokens, found[0], len(tokens)) if found else None
        if found is None or concept is None or words.more.match(tokens, found[0]):  # "no further deaths"
            found = words.none_after.match(tokens, at)
            concept = measures.ending_at(tokens, at) if found and _ends(tokens, found[0]) else None
        if found and concept and _is_told(concept):
            ended = found[0]
            span = article.span(tokens[at].start, tokens[found[0] - 1].end)
            yield Quantity(article_id=article.id, span=span, measure=concept.name, low=0.0, high=0.0, bound=Bound.EXACT)


def _is_told(concept: Concept) -> bool:
    return concept.name in _ZERO_OF or (concept.kind == "person" and concept.rank >= _GROUP)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].is_word
