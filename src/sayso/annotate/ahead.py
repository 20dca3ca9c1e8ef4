"""What a verb is followed by: "that", a quotation, a clause, once those told and the time are passed over."""

from typing import NamedTuple

from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import DASHES, STOPS, is_glued, is_name, name_in_marks
from sayso.annotate.reading import AHEAD, COLONS, COMMAS, Reading, past_asides
from sayso.annotate.subjects import past_addressee, past_time

_APOSTROPHES = ("'", "’")
ARTICLE = 2  # letters of a word that has an article before it, or more
BRACKETED = 5  # tokens of a date in brackets: "(17/9)"
TOLD = 3  # things passed over: whom, when, and whom again


class Ahead(NamedTuple):
    """What follows a verb: that, quote, colon, open, infinitive, clause, pause, end or none; C starts at token `at`."""

    what: str
    at: int


def look_ahead(reading: Reading, cue: Cue) -> Ahead:
    """What the verb is followed by, adverbs, times and phrases like "in a statement" passed over."""
    told = reading.is_in(cue.end - 1, "tells")
    found = _past_hearer(reading, cue.end) if told else _look_ahead(reading, cue)
    urged = found.what == "pause" and reading.is_in(found.at + 1, "urged_that")
    if urged and any(reading.is_in(k, "urging") for k in range(cue.first, cue.end)):
        return Ahead("that", found.at + 1)  # zaapelował, | by omijać rejon; "by" opens purposes too
    return found


def _look_ahead(reading: Reading, cue: Cue) -> Ahead:
    telling = bool(cue.kind & CueKind.TELL)
    j = _addressee_end(reading, cue.end) if telling else cue.end
    j = _past_adverbs(reading, j, cue.end)
    if reading.has("late_subjects"):
        j = _past_told(reading, j)
    if j >= reading.stop:
        return Ahead("open" if reading.is_mark(reading.stop - 1, COLONS) else "end", j)
    if not reading.outside(j):
        return _after_outlet(reading, j) or Ahead("quote", j)
    if opens_that(reading, j) or _opens_infinitive(reading, j):
        negated = j > cue.end and reading.is_in(j - 1, "clitics_ahead")  # asegura | no haber visto nada
        return Ahead("that", j - negated)
    if reading.is_mark(j, COLONS):
        return _after_colon(reading, j)
    if reading.is_mark(j, COMMAS):
        return _after_comma(reading, j)
    if reading.has("late_subjects") and reading.is_mark(j, DASHES) and j + 1 < reading.stop:
        return Ahead("end", j) if reading.outside(j + 1) else Ahead("quote", j + 1)
    if reading.is_mark(j, STOPS) or reading.word(j) in (")", "]"):
        return Ahead("end", j)
    if cue.kind & CueKind.WILL and reading.is_in(j, "infinitive"):
        return Ahead("infinitive", j)
    if telling or reading.is_in(j, "prepositions"):
        return _past_phrase(reading, j, telling=telling)
    if reading.has("comma_that"):
        later = _past_phrase(reading, j, telling=True)
        return later if later.what in ("that", "quote") else Ahead("clause", j)
    return Ahead("clause", j)


def _after_outlet(reading: Reading, j: int) -> Ahead | None:
    """The "that" behind the name of the outlet that is told: рассказал «Вестнику», что C."""
    named = name_in_marks(reading.passage, j, reading.statement.level) if reading.has("indefinite_plural") else None
    if named is None or not reading.is_mark(named.last + 1, COMMAS):
        return None
    after = _after_comma(reading, named.last + 1)
    return after if after.what == "that" else None


def _past_hearer(reading: Reading, j: int) -> Ahead:
    """What stands behind the one told, where a mark ends it: 告诉本台，C · 告诉电视台：“C”."""
    for k in range(j, min(reading.stop, j + AHEAD)):
        if not reading.outside(k) and name_in_marks(reading.passage, k, reading.statement.level) is None:
            return Ahead("quote", k)
        if reading.is_mark(k, COLONS):
            return _after_colon(reading, k)
        if reading.is_mark(k, COMMAS):
            return _after_comma(reading, k)
    return Ahead("clause", j)


def _opens_infinitive(reading: Reading, j: int) -> bool:
    """Whether an infinitive clause follows: afferma di aver preso la città."""
    endings = reading.passage.grammar.infinitive_endings
    if opens_perfect(reading, j):
        return True
    if not reading.is_in(j, "infinitives"):
        return False
    j += 1 + (reading.has("elisions") and reading.is_in(j + 1, "negations"))  # giura di | non | aver visto nulla
    return reading.word(j).endswith(endings)


def opens_perfect(reading: Reading, j: int) -> bool:
    """Whether an infinitive without preposition says what its subject has done: disent | en avoir secouru 14."""
    while reading.is_in(j, "clitics_ahead") or (reading.word(j) in _APOSTROPHES and j > reading.low):
        j += 1
    return reading.is_in(j, "perfect_infinitives")


def _past_adverbs(reading: Reading, j: int, first: int) -> int:
    of = reading.passage.grammar
    while j < reading.stop and reading.outside(j) and (reading.is_in(j, "times") or of.is_adverb(reading.word(j))):
        if reading.is_in(j, "that", "determiners", "pronouns") and j == first:
            break
        j = past_bracketed_time(reading, j + 1)
    return j


def past_bracketed_time(reading: Reading, j: int) -> int:
    """The token after the date that brackets add to a day, if one is there: Rabu (17/9), היום (שני)."""
    if reading.word(j) != "(":
        return j
    close = next((k for k in range(j + 1, min(reading.stop, j + BRACKETED)) if reading.word(k) == ")"), None)
    if close is None or not reading.is_in(j - 1, "times"):
        return j
    dated = close == j + 2 or any(reading.word(k)[:1].isdigit() for k in range(j, close))
    return close + 1 if dated else j


def opens_that(reading: Reading, j: int) -> bool:
    """Whether "that" stands at token `j`, or is written onto the word there: Hebrew שהגשר, "that the bridge".

    A word that only begins with the same letter is told by what is left of it: an article, or a word known to open a
    clause.
    """
    if reading.is_in(j, "that"):
        return True
    of, word = reading.passage.grammar, reading.word(j)
    prefixes = of.words["that_prefix"]
    if not prefixes or word[:1] not in prefixes or of.is_noun(word) or not reading.outside(j):
        return False
    rest = word[1:].lstrip("-")
    article = len(rest) > ARTICLE and rest[:1] in of.words["article_prefix"]
    known = of.is_in(rest, "that_openers", "pronouns", "negations", "determiners") or of.is_noun(rest)
    return article or known or rest[:1].isdigit() or (len(rest) > ARTICLE and of.is_verb(rest))


def _past_told(reading: Reading, j: int) -> int:
    """The token after the person told and the time of telling, in either order."""
    for _ in range(TOLD):
        beyond = past_time(reading, j, reading.stop)
        if beyond == j:
            beyond = past_addressee(reading, j, reading.stop)
        if beyond == j:
            break
        j = beyond
    return j


def _after_comma(reading: Reading, j: int) -> Ahead:
    k = j + 1
    while reading.is_mark(k, DASHES):
        k += 1
    if k < reading.stop and not reading.outside(k):
        return Ahead("quote", k)
    if reading.is_in(k, "that") and reading.has("comma_that"):
        return Ahead("that", k)
    beyond = past_asides(reading, k) if reading.has("that_needed") else k
    if beyond > k and reading.is_in(beyond, "that"):
        return Ahead("that", beyond)  # informuje, powołując się na S, | że C
    return Ahead("pause", j)


def _after_colon(reading: Reading, j: int) -> Ahead:
    if j + 1 >= reading.statement.end:
        return Ahead("open", j + 1)
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    spoken = of.after("as", lows, j + 1)
    if spoken > j + 1 and of.starts(lows, spoken, VERB) > spoken:
        return Ahead("end", j)  # отрицают: | как сказал S, C
    return Ahead("colon" if reading.outside(j + 1) else "quote", j + 1)


def _past_phrase(reading: Reading, j: int, *, telling: bool) -> Ahead:
    """What stands after a prepositional phrase or an addressee that starts at `j`."""
    endings = reading.passage.grammar.participle_endings
    held = ("prepositions", "linkers", "determiners", "possessive", "times")
    for k in range(j, min(reading.stop, j + AHEAD)):
        if not reading.outside(k):
            marks = name_in_marks(reading.passage, k, reading.statement.level)
            passed = reading.has("late_subjects") or (marks is not None and is_glued(reading.passage, marks.first))
            if marks is not None and passed and marks.last + 1 < reading.stop and k > j:
                continue
            return Ahead("quote", k)
        if k > j and (reading.is_in(k, "bare_that") or (opens_that(reading, k) and not reading.is_in(k, "that"))):
            return Ahead("that", k)
        if reading.is_mark(k, COLONS):
            return _after_colon(reading, k)
        if reading.is_mark(k, COMMAS):
            return _after_comma(reading, k)
        if reading.is_mark(k, STOPS):
            return Ahead("end", k)
        if k > j + 1 and reading.is_in(k, "openers") and not reading.is_in(k, "linkers", "prepositions"):
            return Ahead("end", k)
        capital = reading.has("late_subjects") and is_name(reading.passage, k) and not reading.has("nouns_capitalised")
        if capital:
            continue  # "al diario La Voz que"
        if k > j + 1 and reading.is_in(k, "pronouns", "determiners") and not reading.is_in(k - 1, *held):
            gerund = reading.word(k - 1).endswith(endings) if endings else False
            return Ahead("end" if gerund else "clause", k)
    if j + AHEAD >= reading.stop:
        return Ahead("end", reading.stop)
    return Ahead("none" if telling else "clause", j)


def _addressee_end(reading: Reading, j: int) -> int:
    """Where the person told ends: "reporters", "The Daily Post", "her colleagues"."""
    if reading.is_in(j, "addressees"):
        return j + 1
    k = j
    if reading.is_in(k, "determiners") and k + 1 < reading.stop and is_name(reading.passage, k + 1):
        k += 1
    while k < reading.stop and reading.outside(k) and (is_name(reading.passage, k) or reading.is_in(k, "possessive")):
        k += 1
    return k


def is_gap(reading: Reading, at: int) -> bool:
    """Whether what follows cannot begin a clause: "names he said would be released", "wants to"."""
    return reading.has("gaps") and _begins_predicate(reading, at)


def _begins_predicate(reading: Reading, at: int) -> bool:
    of, word = reading.passage.grammar, reading.word(at)
    if reading.is_in(at, "infinitive") or (reading.is_in(at, "auxiliaries") and not reading.is_in(at, "determiners")):
        return True
    return of.is_verb(word) and not word.endswith((*of.verb_endings, "s")) and not is_name(reading.passage, at)
