"""Quotations beside a colon without any verb: S: «C» in a text, and «C»: what a headline goes on to tell.

Before a colon only an office, an abbreviation or a person named by a first name is taken to speak: a motto, a
verdict of the street or a title is set so too. Whose the quotation is that opens a headline is not in the words; it
is somebody's all the same, never the writer's, where it is a sentence and no title.
"""

from sayso.annotate.frames import is_framing
from sayso.annotate.given_names import is_given_name
from sayso.annotate.noun_phrases import Passage, is_name, phrase_after
from sayso.annotate.reading import COLONS, Reading

LONGEST = 9  # tokens of a source: "Глава района Эдуард Гай"
SHORTEST = 3  # tokens of a quotation without its marks
CONSTRUCTION = "colon-quote"


def read_quoted_speaker(reading: Reading) -> None:
    """S: «C», in a statement in which nothing else has been found."""
    if not (reading.found or reading.headline or reading.statement.level >= 0) and reading.has("indefinite_plural"):
        _read_speaker(reading)


def _read_speaker(reading: Reading) -> None:
    passage, first = reading.passage, reading.low
    colons = (i for i in range(first + 1, min(reading.stop - 2, first + LONGEST)) if reading.is_mark(i, COLONS))
    colon = next((i for i in colons if reading.outside(i)), None)
    if colon is None or reading.outside(colon + 1) or phrase_after(passage, first, colon) != (first, colon):
        return
    raw = passage.tokens.raw[first]
    office = passage.tokens.low[first] in passage.grammar.heads
    if not (office or is_given_name(raw) or (len(raw) > 1 and raw.isupper())):
        return
    if any(_is_verb(passage, k) and not is_name(passage, k) for k in range(first + 1, colon)):
        return  # Мер побачив плакат: «C»
    quotation = passage.quotations[passage.quoted[colon + 1]]
    content = (colon + 1, min(quotation.last + 1, reading.statement.end))
    reading.relation((first, colon), (colon, colon + 1), [content], CONSTRUCTION)


def _is_verb(passage: Passage, k: int) -> bool:
    return passage.grammar.is_verb(passage.tokens.low[k]) or is_framing(passage.tokens.low[k], passage.grammar)


def read_opening_quotation(reading: Reading) -> bool:
    """«C»: what a headline tells; whether it opens so."""
    passage, first = reading.passage, reading.low
    if not (reading.headline and reading.has("indefinite_plural")) or reading.outside(first):
        return False
    quotation = passage.quotations[passage.quoted[first]]
    words = range(first + 1, quotation.last)
    sentence = len(words) >= SHORTEST and any(_is_verb(passage, k) for k in words)
    if quotation.first != first or not sentence or not reading.is_mark(quotation.last + 1, COLONS):
        return False
    colon = (quotation.last + 1, quotation.last + 2)
    reading.relation(None, colon, [(first, quotation.last + 1)], CONSTRUCTION).unclear = True
    return True
