"""What somebody says on behind a tag that parts it: «C1», said S, «C2» · C1, said S, C2 · C1, writes S, but «C2»."""

from collections.abc import Iterator

from sayso.annotate.ahead import Ahead
from sayso.annotate.noun_phrases import DASHES, Phrase
from sayso.annotate.reading import Reading, content_end

SHORTEST = 2  # tokens of a clause that goes on
OFFICE = 5  # tokens of an office behind a name


def pieces_resumed(reading: Reading, ahead: Ahead, *, quoted: bool, framed: bool = False) -> Iterator[Phrase]:
    """The content that goes on after the verb: "C1", said S, "C2"."""
    if ahead.what == "quote":
        yield (ahead.at, content_end(reading, ahead.at))
    elif ahead.what == "pause" and not quoted and ahead.at + 2 < reading.stop:
        after = ahead.at + 1
        if framed and reading.has("dash_turns") and not reading.is_mark(after, DASHES):
            return  # – C – mówi Maria, | mieszkanka Werbicza
        other = reading.is_in(after, "openers", "coordinators", "prepositions", "relatives")
        other = other and not reading.is_in(after, "subordinators")
        other = other or reading.word(after) in reading.passage.grammar.phrases or _says_who(reading, after)
        if not other or reading.is_in(after, "auxiliaries") or _is_set_against(reading, after):
            yield (after, content_end(reading, after))


def _says_who(reading: Reading, after: int) -> bool:
    """Whether what follows a speaker is but an office, to the end of the sentence: řekl Doran, | mluvčí úřadu."""
    of = reading.passage.grammar
    office = any(of.is_noun(reading.word(k)) for k in (after, after + 1))
    short = reading.has("guarded") and reading.stop - after <= OFFICE
    return office and short and not any(of.is_verb(reading.word(k)) for k in range(after, reading.stop))


def _is_set_against(reading: Reading, after: int) -> bool:
    """Whether a quotation to the end of the sentence goes on behind "but": Non un favore, scrive S, | ma «C2»."""
    if not (reading.has("held_quotes") and reading.has("elisions") and reading.is_in(after, "coordinators")):
        return False
    if after + 1 >= reading.stop or reading.outside(after + 1):
        return False
    return reading.passage.quotations[reading.passage.quoted[after + 1]].last == reading.stop - 1


def goes_on(reading: Reading, source: Phrase) -> bool:
    """Whether a clause that a tag parts goes on behind it: Il picco, prevede S, | arriverà a gennaio."""
    after = source[1] + 1
    joined = reading.is_in(after, "coordinators", "relatives", "openers") and not reading.is_in(after, "determiners")
    return reading.stop - after >= SHORTEST and not joined
