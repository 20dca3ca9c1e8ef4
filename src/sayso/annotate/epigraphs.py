"""Words set alone with who said them behind a dash: “The dam held.” — Ana Lenz.

So are pull quotes, readers' answers and mottos set, in every language. A relation is read only where the quotation
begins its line and nothing but a name follows the dash on it.
"""

from collections.abc import Iterator

from sayso.annotate.noun_phrases import ENDS, Passage, is_name
from sayso.annotate.relations import Relation

DASHES = frozenset("—–―‒-~")
NAME = 8  # tokens of a name with what stands in it: "Ana-Maria de Lenz, Halden"
CONSTRUCTION = "quote-dash-source"


def read_epigraphs(text: str, passage: Passage) -> Iterator[Relation]:
    """The quotations of a paragraph that a dash and a name follow."""
    tokens = passage.tokens
    for quotation in passage.quotations:
        if not quotation.closed or not _begins_line(text, passage, quotation.first):
            continue
        dash = quotation.last + 1
        while dash < len(tokens) and tokens.raw[dash] in DASHES and dash < quotation.last + 3:
            dash += 1
        end = _line_end(text, passage, dash)
        while end > dash and tokens.raw[end - 1] in ENDS:
            end -= 1
        if dash == quotation.last + 1 or not 0 < end - dash <= NAME or not _is_only_name(passage, dash, end):
            continue
        yield Relation(
            source=[passage.offsets((dash, end))],
            cue=[passage.offsets((quotation.last + 1, dash))],
            content=[passage.offsets((quotation.first, quotation.last + 1))],
            construction=CONSTRUCTION,
            quoted=True,
        )


def _begins_line(text: str, passage: Passage, i: int) -> bool:
    return i == 0 or "\n" in text[passage.tokens.end[i - 1] : passage.tokens.start[i]]


def _line_end(text: str, passage: Passage, i: int) -> int:
    """The token after the last one of a line."""
    tokens = passage.tokens
    while i < len(tokens) and "\n" not in text[tokens.end[i - 1] : tokens.start[i]]:
        i += 1
    return i


def _is_only_name(passage: Passage, first: int, end: int) -> bool:
    """Whether some tokens are a name: capitals, with particles, initials and commas between."""
    of, tokens = passage.grammar, passage.tokens
    names = 0
    for i in range(first, end):
        word = tokens.raw[i]
        if passage.quoted[i] >= 0 or (word in ENDS and word != "."):
            return False
        if is_name(passage, i):
            names += 1
        elif word[0].isalpha() and not (
            of.is_in(tokens.low[i], "linkers", "determiners", "prepositions") or len(word) < 4
        ):
            return False
    return names > 0 and is_name(passage, first)
