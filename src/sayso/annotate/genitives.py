"""Where a source in the genitive ends in Polish, and the subject of what is said begins without any mark.

Zdaniem trenera | drużyna grała słabo, według sołtysa | to bzdura, w opinii dr. Marka Zięby | rząd przetrwa. A word goes
on with the source only if its form can be no subject, or if it can but another subject follows it.
"""

from sayso.annotate.given_names import is_given_name
from sayso.annotate.noun_phrases import REACH, STOPS, Phrase, is_name, name_in_marks
from sayso.annotate.reading import COMMAS, Reading

PLURAL = ("ych", "ich", "ów")  # genitives that no name stands in apposition to
SURE = ("ego", "ej", "ych", "ich", "ów", "u", "ji", "ii")  # endings that no subject has
DOUBTFUL = ("a", "i", "y")  # endings of a genitive, and of a subject
NEVER = ("e", "ę", "ą", "o")  # last letters that no genitive has
INFLECTED = ("ego", "iej", "y", "a")  # of a name in the genitive, which no foreign name ends
APPOSED = 12  # tokens after a comma in which an apposition ends
SHORT = 2  # letters of a word whose ending tells nothing
ENDING = ("prepositions", "numerals", "auxiliaries", "openers", "that", "determiners", "demonstratives", "pronouns")


def genitive_source(reading: Reading, first: int) -> Phrase | None:
    """The source in the genitive that starts at a token; None if no word does."""
    raw, k = reading.passage.tokens.raw, first
    ceiling = min(reading.stop, first + REACH)
    while k < ceiling:
        marks = name_in_marks(reading.passage, k, reading.statement.level)
        if marks is not None and marks.last < reading.stop:
            k = marks.last + 1
            continue
        if not reading.outside(k):
            break
        if raw[k] == "." and reading.is_in(k - 1, "titles") and k > first:
            k += 1
            continue
        if raw[k] in STOPS or not raw[k][:1].isalpha() or (k > first and not _goes_on(reading, first, k)):
            break
        k += 1
    return (first, k) if k > first and not reading.is_in(first, "openers", "that", "relatives") else None


def _goes_on(reading: Reading, first: int, k: int) -> bool:
    """Whether a word inside a phrase belongs to the source still."""
    of, raw, word = reading.passage.grammar, reading.passage.tokens.raw, reading.word(k)
    if reading.is_in(k, "titles"):
        return True
    if word in ("z", "ze"):  # Jana Lisa | z Uniwersytetu Modrzyńskiego
        full = is_name(reading.passage, k - 1) and is_name(reading.passage, k - 2) and k - first > 1
        return full and is_name(reading.passage, k + 1) and reading.word(k + 1).endswith((*SURE, *DOUBTFUL))
    if reading.is_in(k, "linkers") and of.is_noun(reading.word(k + 1)) and reading.word(k + 1) not in of.heads:
        return reading.is_in(k, "coordinators") or word in ("ds", "do")
    if reading.is_in(k, *ENDING) or of.is_adverb(word) or reading.is_in(k, "times") or reading.is_in(k, "coordinators"):
        return word == "ds"
    if is_name(reading.passage, k):
        return _is_name_of_it(reading, k)
    if reading.is_in(k, "complements"):
        return True
    if of.is_verb(word) or (word.endswith(NEVER) and not word.endswith(SURE)) or len(word) <= SHORT:
        return False
    after_name = is_name(reading.passage, k - 1) and not raw[k - 1].isupper() and k - 1 > first
    if word.endswith(PLURAL) and (reading.word(k + 1).endswith("ło") or reading.is_in(k + 1, "auxiliaries")):
        return False  # według policji | rannych zostało dwanaście osób
    if word.endswith(SURE) and (word not in of.heads or word.endswith(("ów", "ych", "u"))):
        return not after_name
    if of.is_noun(word) and word not in of.heads:
        return True
    return word.endswith(DOUBTFUL) and word not in of.heads and not after_name and _another_follows(reading, k)


def past_apposition(reading: Reading, end: int) -> int:
    """The comma that ends who a source is besides: zdaniem Ireny Lis, | ekspertki ds. zdrowia |, C."""
    near = range(end + 1, min(reading.stop, end + APPOSED))
    closing = next((k for k in near if reading.is_mark(k, COMMAS)), end)
    of, first = reading.passage.grammar, end + 1
    named = closing > end and of.is_noun(reading.word(first)) and reading.word(first) not in of.heads
    verb = any(of.is_verb(reading.word(k)) and not is_name(reading.passage, k) for k in range(first, closing))
    return closing if named and not verb else end


def _is_name_of_it(reading: Reading, k: int) -> bool:
    """Whether a capital goes on with the source: agencji | Halyard, Jana | Lisa, not śledczych | Adam."""
    raw = reading.passage.tokens.raw
    if raw[k].isupper() or raw[k].endswith(DOUBTFUL) or raw[k].endswith(SURE):
        return not (raw[k - 1].endswith(PLURAL) and is_given_name(raw[k]))
    before = raw[k - 1]
    if before.endswith(PLURAL):
        return False
    named = before[:1].isupper() and before.endswith(INFLECTED)
    return not (named and is_given_name(raw[k]))


def _another_follows(reading: Reading, k: int) -> bool:
    """Whether another word that can be the subject follows one that may be either, after an office: trenera drużyny."""
    of, before, after = reading.passage.grammar, reading.word(k - 1), reading.word(k + 1)
    singular = of.is_noun(before) and not before.endswith(PLURAL) and not is_name(reading.passage, k - 1)
    if not singular or not after.isalpha() or not reading.outside(k + 1):
        return False
    ends = reading.is_in(k + 1, *ENDING, "adverbs", "times", "reflexives") or of.is_verb(after) or after == "się"
    return not ends and not is_name(reading.passage, k + 1)
