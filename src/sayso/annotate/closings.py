"""The source that closes what it said, without a verb: C, so S · «C»: così S · «C», è l'appello di S."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_claims import read_noun
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_before, is_clause, left_edge
from sayso.annotate.subjects import is_closed, names_speaker, past_time, with_name_apposed, without_medium

TALLIED = 6  # tokens from a tally to its "by": le bilan | provisoire communiqué mercredi | par S
QUALIFIED = 4  # tokens from a noun of saying to its "by": il commento | a caldo | di S


def read_closing(reading: Reading, cue: Cue) -> bool:
    """C, so S · «C»: così S · «C», è l'appello di S · C : tel est le bilan communiqué par S."""
    if any(reading.is_in(k, "said_tallies") for k in range(cue.first, cue.end)):
        return _read_tally(reading, cue)
    colon = reading.has("elisions") and reading.is_mark(cue.first - 1, COLONS)
    dash = reading.has("verb_second") and reading.is_mark(cue.first - 1, DASHES)
    if not reading.is_mark(cue.first - 1, COMMAS) and not colon and not dash:
        return False
    source = phrase_after(reading.passage, cue.end, reading.stop, reading.statement.level)
    content = content_before(reading, cue.first - 1)
    if source is None or content is None:
        return False
    resumed = _resumed(reading, source) if reading.has("elisions") and reading.outside(content[1] - 1) else []
    if not (resumed or is_clause(reading, content)):
        return False
    if reading.has("elisions") and reading.outside(content[1] - 1) and not resumed:
        return False  # "così" and "parole di" say whose it is only behind a quotation
    if reading.is_in(cue.end - 1, "by") and not names_speaker(reading, source):
        return False  # «C», il racconto di un'estate
    determined = reading.is_in(source[0], "determiners") or reading.is_in(cue.end - 1, "by")
    if not determined and not reading.passage.tokens.raw[source[0]][:1].isupper():
        return False
    source = without_medium(reading, source)
    if not is_closed(reading, source) if reading.has("elisions") else not _is_at_stop(reading, source):
        return False
    noun = source[0] + 1 + reading.passage.tokens.raw[source[0] + 1].islower()  # so die vorläufige Bilanz
    if reading.is_in(source[0], "determiners") and reading.is_in(noun, "said_nouns"):
        rest = noun + 1  # so das Argument | der Befürworter
        source = (rest + reading.is_in(rest, "by") * (not reading.is_in(rest, "genitives")), source[1])
        if source[1] - source[0] < 1:
            return False
    named = with_name_apposed(reading, source)
    reading.relation(named, (cue.first, cue.end), [content, *resumed], "closing-source")
    return True


def _read_tally(reading: Reading, cue: Cue) -> bool:
    """C : tel est le bilan communiqué mercredi par S: a count before whose it is, no quotation."""
    if not reading.is_mark(cue.first - 1, COMMAS | COLONS | DASHES):
        return False
    places = range(cue.end, min(reading.stop, cue.end + TALLIED))
    by = next((k for k in places if reading.is_in(k, "by") or reading.is_mark(k, STOPS)), reading.stop)
    content = content_before(reading, cue.first - 1)
    source = phrase_after(reading.passage, by + 1, reading.stop, reading.statement.level, apposed=False)
    if source is None or content is None or not names_speaker(reading, source):
        return False
    reading.asides.append((cue.first, source[1]))
    reading.relation(source, (cue.first, by + 1), [content], "closing-source")
    return True


def _resumed(reading: Reading, source: Phrase) -> list[Phrase]:
    """The quotation that goes on behind a source set between commas: il piano, così S, | «è lettera morta»."""
    after = source[1] + 1
    if not reading.is_mark(source[1], COMMAS) or after >= reading.stop or reading.outside(after):
        return []
    return [(after, reading.passage.quotations[reading.passage.quoted[after]].last + 1)]


def _is_at_stop(reading: Reading, source: Phrase) -> bool:
    end = past_time(reading, source[1], reading.stop) if reading.has("verb_second") else source[1]
    return end >= reading.stop or reading.is_mark(end, STOPS)


def read_noun_within(reading: Reading, cue: Cue) -> bool:
    """L'appello di S: «C», where the words that might close a quotation open one."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for i in range(cue.first, cue.end):
        end = of.starts(lows, i, CueKind.NOUN)
        if end > i:
            return read_noun(reading, Cue(i, end, CueKind.NOUN))
    return False


def read_noun_closing(reading: Reading, cue: Cue) -> bool:
    """«C», l'affondo di S · «C», il commento a caldo di S: a noun for what is said, behind a quotation."""
    if not reading.has("held_quotes") or not reading.has("elisions") or not reading.is_in(cue.first - 1, "determiners"):
        return False
    edge = left_edge(reading, cue.first - 1)
    if edge is None or reading.outside(edge - 1) or edge == cue.first - 1:
        return False
    by = next((k for k in range(cue.end, cue.end + QUALIFIED) if reading.is_in(k, "by")), None)
    content = content_before(reading, edge)
    if by is None or content is None or reading.outside(content[0]):
        return False
    source = phrase_after(reading.passage, by + 1, reading.stop, reading.statement.level)
    if source is None or not names_speaker(reading, source) or not is_closed(reading, source):
        return False
    named = with_name_apposed(reading, without_medium(reading, source))
    reading.relation(named, (cue.first - 1, by + 1), [content], "closing-source")
    return True
