"""Arabic: V S that C · V S C · S V that C · C, as V S."""

from sayso.annotate.ahead import look_ahead
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import ENDS, STOPS, Phrase, phrase_after, subject_before
from sayso.annotate.reading import (
    AHEAD,
    COLONS,
    Reading,
    content_before,
    content_end,
    group_start,
    left_edge,
)
from sayso.annotate.relations import Relation
from sayso.annotate.verb_clauses import read_onward

TO = "ل"  # "to", written as one word with what follows
LONG = 3  # letters of a word that can have "to" before it


def read_verb_first(reading: Reading, cue: Cue) -> bool:
    """V S that C, and S V that C."""
    passage, level = reading.passage, reading.statement.level
    start, _ = group_start(reading, cue)
    if any(reading.is_in(i, "negations") for i in range(start, cue.first)):
        return False
    endings = passage.grammar.plural_endings
    plural = bool(endings) and reading.word(cue.first).endswith(endings)  # the verb before its subject is singular
    direct = look_ahead(reading, cue)
    if direct.at == cue.end and direct.what in ("that", "quote", "colon"):
        source = subject_before(passage, start, reading.low, level) or (
            reading.sources[-1] if reading.sources and not plural else None
        )
        if source is None and start == reading.low and direct.what == "that":
            span = (direct.at, content_end(reading, direct.at))
            reading.relation(None, (cue.first, cue.end), [span], "verb-that").unclear = True  # وأضاف أن
            return True
        return source is not None and read_onward(reading, cue, (cue.first, cue.end), source, direct)
    whole = None if plural else phrase_after(passage, cue.end, reading.stop, level, apposed=False)
    if whole and cue.kind & CueKind.JUDGE and any(reading.is_in(k, "silences") for k in range(whole[0], whole[1] + 1)):
        return False
    source = _subject_alone(reading, whole) if whole else None
    return source is not None and _read_after(reading, cue, source)


def _read_after(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """V S, and what follows."""
    for k in range(source[1], min(reading.stop, source[1] + 2 * AHEAD)):
        opens = not reading.outside(k) or reading.is_in(k, "that")
        if opens or (reading.is_mark(k, COLONS) and k + 1 < reading.stop):
            at = k if opens else k + 1
            span = (at, content_end(reading, at))
            outer = reading.relation(source, (cue.first, cue.end), [span], "verb-subject-that")
            if reading.is_in(cue.first, "relayers") and reading.is_in(source[1], "relaying"):
                _read_relayed_source(reading, outer, source[1])
            return True
        if reading.is_mark(k, ENDS):
            break
    if source[1] >= reading.stop or reading.is_mark(source[1], STOPS):
        return _read_content_first(reading, cue, source)
    if reading.is_in(cue.first, "clausal_only"):
        return False
    span = (source[1], content_end(reading, source[1]))
    reading.relation(source, (cue.first, cue.end), [span], "verb-subject-object")
    return True


def _read_content_first(reading: Reading, cue: Cue, source: Phrase) -> bool:
    """«C», V S · C, as V S."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    first = next((k for k in range(reading.low, cue.first) if of.after("as", lows, k) == cue.first), cue.first)
    edge = left_edge(reading, first)
    content = content_before(reading, edge) if edge is not None else None
    if content is None or (first == cue.first and reading.outside(content[1] - 1)):
        return False
    name = "quote-verb-subject" if first == cue.first else "as-final"
    reading.relation(source, (first, cue.end), [content], name)
    return True


def _subject_alone(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The subject without those told, the object after it and who is cited: قال المحافظ | لإذاعة تولمار."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    aside = CueKind.CITING | CueKind.CITED | CueKind.BEFORE
    end = phrase[1]
    for k in range(phrase[0] + 1, phrase[1]):
        told = lows[k].startswith(TO) and len(lows[k]) > LONG and _is_told(reading, k)
        demonstrative = reading.is_in(k, "demonstratives")
        object_of = k == phrase[0] + 1 and of.is_in(lows[k - 1], "places")
        medium = reading.is_in(k, "prepositions") and reading.is_in(k + 1, "media")
        if (
            told
            or demonstrative
            or object_of
            or medium
            or of.starts(lows, k, aside) > k
            or reading.is_in(k, "that", "times")
        ):
            end = k
            break
    while end > phrase[0] and reading.is_in(end - 1, "prepositions", "coordinators"):
        end -= 1
    if end == phrase[0] or (end - phrase[0] == 1 and reading.is_in(phrase[0], "relatives", "demonstratives", "that")):
        return None
    return (phrase[0], end)


def _is_told(reading: Reading, k: int) -> bool:
    of, word = reading.passage.grammar, reading.word(k)
    return any(of.is_noun(form) for form in (word[1:], "ا" + word, "ال" + word[2:]))


def _read_relayed_source(reading: Reading, outer: Relation, at: int) -> None:
    """The one from whom S has it: نقلت S عن S2 أن C."""
    source = phrase_after(reading.passage, at + 1, reading.stop, reading.statement.level, apposed=False)
    if source is not None:
        inner = reading.relation(source, (at, at + 1), [], "citing")
        inner.content = list(outer.content)
        inner.within = outer
