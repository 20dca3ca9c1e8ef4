"""The source that closes what it said, without a verb: C, so S · «C»: così S · «C», è l'appello di S."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.markers import read_noun
from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_before, is_clause
from sayso.annotate.subjects import is_closed, names_speaker, with_name_apposed, without_medium


def read_closing(reading: Reading, cue: Cue) -> bool:
    """C, so S · «C»: così S · «C», è l'appello di S."""
    colon = reading.has("elisions") and reading.is_mark(cue.first - 1, COLONS)
    if not reading.is_mark(cue.first - 1, COMMAS) and not colon:
        return False
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level)
    content = content_before(reading, cue.first - 1)
    if source is None or content is None or not is_clause(reading, content):
        return False
    if reading.has("elisions") and reading.outside(content[1] - 1):
        return False  # "così" and "parole di" say whose it is only behind a quotation
    if reading.is_in(cue.end - 1, "by") and not names_speaker(reading, source):
        return False  # «C», il racconto di un'estate
    determined = reading.is_in(source[0], "determiners") or reading.is_in(cue.end - 1, "by")
    if not determined and not reading.passage.tokens.raw[source[0]][:1].isupper():
        return False
    source = without_medium(reading, source)
    if not is_closed(reading, source) if reading.has("elisions") else not _is_at_stop(reading, source):
        return False
    if reading.is_in(source[0], "determiners") and reading.is_in(source[0] + 1, "said_nouns"):
        rest = source[0] + 2  # so das Argument | der Befürworter
        source = (rest + reading.is_in(rest, "by") * (not reading.is_in(rest, "genitives")), source[1])
        if source[1] - source[0] < 1:
            return False
    named = with_name_apposed(reading, source)
    reading.relation(named, (cue.first, cue.end), [content], "closing-source")
    return True


def _is_at_stop(reading: Reading, source: Phrase) -> bool:
    return source[1] >= reading.stop or reading.is_mark(source[1], STOPS)


def read_noun_within(reading: Reading, cue: Cue) -> bool:
    """L'appello di S: «C», where the words that might close a quotation open one."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for i in range(cue.first, cue.end):
        end = of.starts(lows, i, CueKind.NOUN)
        if end > i:
            return read_noun(reading, Cue(i, end, CueKind.NOUN))
    return False
