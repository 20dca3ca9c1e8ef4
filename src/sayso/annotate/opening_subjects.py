"""Whom a sentence is about: Ana Lund, 31 anos, ficou à porta. «C», | conta.

Where the verb holds its subject, a verb of saying without one goes on with the subject of the sentence before. That
is sure enough only where one person or office opens that sentence, and no other noun for somebody follows there.
"""

from sayso.annotate.noun_phrases import ENDS, Passage, Phrase, is_name, phrase_after
from sayso.annotate.reading import COMMAS, Reading, Statement, past_dateline
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody, with_name_apposed


def subject_of(passage: Passage, statement: Statement, *, bodies: bool = False) -> Phrase | None:
    """The one person who opens a statement and does something there; None where it may be another, or several.

    With `bodies` it may be a body too: it says that C, but it is persons who are quoted.
    """
    stop = statement.end
    while stop > statement.first and passage.tokens.raw[stop - 1] in ENDS:
        stop -= 1
    return opening_subject(Reading(passage, statement, headline=False, stop=stop), stop, bodies=bodies)


def anybody_opening(passage: Passage, statement: Statement) -> Phrase | None:
    """Whoever opens a statement, one or several, and be it a body: then nobody named before is meant behind it."""
    reading = Reading(passage, statement, headline=False, stop=statement.end)
    first = past_dateline(reading, statement.end)
    phrase = phrase_after(passage, first, statement.end, statement.level, apposed=False)
    return phrase if phrase is not None and phrase[0] == first and is_somebody(reading, phrase) else None


def opening_subject(reading: Reading, stop: int, *, bodies: bool = False) -> Phrase | None:
    """The one person who opens the words before token `stop`, and does something there."""
    passage, level = reading.passage, reading.statement.level
    first = past_dateline(reading, stop)
    phrase = phrase_after(passage, first, stop, level, apposed=False)
    if phrase is None or phrase[0] != first or phrase[1] >= stop or not _is_one(reading, phrase, bodies=bodies):
        return None
    phrase = with_name_apposed(reading, phrase)
    goes_on = reading.is_mark(phrase[1], COMMAS) or reading.is_in(phrase[1], "relatives")
    goes_on = goes_on or passage.grammar.is_verb(reading.word(phrase[1]))
    after = _past_apposition(reading, phrase[1], stop)
    return phrase if goes_on and not any(_is_other(reading, k) for k in range(after, stop)) else None


def _past_apposition(reading: Reading, comma: int, stop: int) -> int:
    """The token behind who somebody is, set apart by commas: Ana Lund, | cirurgiã do hospital, | ficou à porta."""
    of = reading.passage.grammar
    closed = ("prepositions", "relatives", "openers", "coordinators", "determiners", "pronouns", "adverbs")
    if not reading.is_mark(comma, COMMAS) or is_name(reading.passage, comma + 1) or reading.is_in(comma + 1, *closed):
        return comma
    close = next((k for k in range(comma + 1, stop) if reading.is_mark(k, COMMAS)), comma)
    spare = ("prepositions", "determiners")
    verb = any(of.is_verb(reading.word(k)) and not reading.is_in(k, *spare) for k in range(comma + 1, close))
    return comma if verb else close


def _is_one(reading: Reading, phrase: Phrase, *, bodies: bool) -> bool:
    """Whether a phrase is one body, or an office or a full name, and of one person."""
    if not is_somebody(reading, phrase):
        return False
    of = reading.passage.grammar
    names = sum(is_name(reading.passage, k) for k in range(*phrase) if not of.is_in(reading.word(k), "determiners"))
    speaks = words_of(of.language, "role") | (words_of(of.language, "institution") if bodies else frozenset())
    office = any(reading.word(k) in speaks for k in range(*phrase))
    joined = any(reading.is_in(k, "coordinators") for k in range(*phrase))
    return (office or names > 1) and not joined and not reading.is_in(phrase[0], "plural_openers")


def _is_other(reading: Reading, k: int) -> bool:
    """Whether a token may name somebody else who acts: a noun for a source, or the second word of a name."""
    if not reading.outside(k) or _is_held(reading, k):
        return False
    named = is_name(reading.passage, k) and is_name(reading.passage, k - 1)
    return named or reading.passage.grammar.is_noun(reading.word(k))


def _is_held(reading: Reading, k: int) -> bool:
    """Whether a noun depends on a preposition, and so is no subject: fue tajante ante | el Congreso."""
    first = k - reading.is_in(k - 1, "determiners")
    return reading.is_in(first - 1, "prepositions", "linkers") or reading.is_in(first, "prepositions")
