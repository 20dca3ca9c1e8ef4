"""Whose version it is, behind a colon: La versione della ditta non cambia: C · 警方的说法没有变：C.

In Turkish its owner stands before it in the genitive: Lund'un cevabı şu: C. What is said of the version has to be that
it is so, another or the same: where it "does not hold water" it is the writer who tells, behind the colon, why.
"""

from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, phrase_after
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end, next_mark
from sayso.annotate.subjects import is_somebody
from sayso.annotate.unspaced_subjects import ends_as_speaker
from sayso.annotate.verb_final import GENITIVE

CONSTRUCTION = "stance"
LONGEST = 24  # tokens before a colon
SHORTEST = 2  # tokens of what is said


def read_versions(reading: Reading) -> None:
    """Read what stands behind whose version, answer or promise it is."""
    of = reading.passage.grammar
    if not of.words["version_nouns"] or reading.statement.level >= 0:
        return
    ceiling = min(reading.stop, reading.low + LONGEST)
    colon = next_mark(reading, reading.low + 1, ceiling, COLONS)
    content = (colon + 1, content_end(reading, colon + 1))
    if colon == ceiling or content[1] - content[0] < SHORTEST:
        return
    ahead = range(reading.low, colon)
    if any(not reading.outside(k) or reading.is_mark(k, STOPS - COMMAS) for k in ahead):
        return
    for noun in ahead:
        if not reading.is_in(noun, "version_nouns"):
            continue
        said = next((k for k in ahead if of.after("version_predicates", reading.passage.tokens.low, k) > k), None)
        source = _owner(reading, noun, said) if said is not None else None
        if source is not None and not reading.is_taken(content):
            reading.relation(source, (noun, colon + 1), [content], CONSTRUCTION)
        return


def _genitive_before(reading: Reading, noun: int) -> Phrase | None:
    """Whose version it is in Turkish, a name or a noun in the genitive, with a participle between at most."""
    for k in (noun - 1, noun - 2):
        word = reading.word(k)
        if k < reading.low or not word.endswith(GENITIVE):
            continue
        first = k
        while first > reading.low and is_name(reading.passage, first - 1) and is_name(reading.passage, k):
            first -= 1
        known = reading.passage.grammar.is_noun(word) or is_name(reading.passage, k)
        return (first, k + 1) if known else None
    return None


def _owner(reading: Reading, noun: int, said: int) -> Phrase | None:
    """Whose version it is: named before it, as in Chinese and Turkish, or behind it."""
    of = reading.passage.grammar
    if reading.has("verb_final"):
        return _genitive_before(reading, noun)
    if reading.has("pro_drop"):
        first = max((k + 1 for k in range(reading.low, noun) if reading.is_mark(k, STOPS)), default=reading.low)
        end = noun - reading.is_in(noun - 1, "nominalisers", "version_links")
        whole = (first, end)
        return whole if end > first and ends_as_speaker(reading.passage, whole) else None
    at = noun + 1
    while reading.is_in(at, "account_adjectives"):
        at += 1
    if of.words["owned_by"]:
        if not reading.is_in(at, "owned_by"):
            return None
        at += 1
    if reading.has("verb_first"):
        source = (at, said)
        return source if said > at and of.is_noun(reading.word(at)) else None
    found = phrase_after(reading.passage, at, said, reading.statement.level, apposed=False)
    named = found is not None and found[0] == at and is_somebody(reading, found)
    known = found is not None and any(of.is_noun(reading.word(k)) for k in range(*found))
    return found if named or known else None
