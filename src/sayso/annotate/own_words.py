"""By one's own account: S hat nach eigenen Angaben C · Nach eigenen Angaben hat S C. Who speaks is the subject."""

from sayso.annotate.cues import Cue
from sayso.annotate.noun_phrases import STOPS, Phrase, subject_before
from sayso.annotate.reading import AHEAD, Reading
from sayso.annotate.relations import Relation
from sayso.annotate.subjects import names_speaker, subject_after


def settle_own(reading: Reading, cue: Cue, relation: Relation) -> None:
    """Give what is said by one's own account the subject of its clause, where it can be seen and is no relative."""
    if reading.has("pro_drop") and relation.unclear:
        relation.source = []  # 在她看来 is one token, and no noun
    if not any(reading.is_in(i, "selves") for i in range(cue.first, cue.end)):
        return
    first = next((k + 1 for k in range(cue.first - 1, reading.low - 1, -1) if reading.is_mark(k, STOPS)), reading.low)
    subject = _before(reading, first, cue.first) or _after(reading, first, cue)
    if subject is None or not names_speaker(reading, subject):
        return
    if subject[1] - subject[0] == 1 and reading.is_in(subject[0], "relatives"):
        return
    relation.source, relation.unclear = [reading.passage.offsets(subject)], False


def _before(reading: Reading, first: int, end: int) -> Phrase | None:
    """The subject that opens a clause, before its finite verb: S hat …."""
    verb = next((k for k in range(first + 1, end) if _is_finite(reading, k)), None)
    tails = tuple(reading.passage.grammar.words["finite_tails"]) or ("\0",)
    if verb is None and reading.passage.tokens.raw[end - 1].islower() and reading.word(end - 1).endswith(tails):
        verb = end - 1  # Der Verein | zählt | nach eigenen Angaben
    if verb is None:
        return None
    subject = subject_before(reading.passage, verb, first, reading.statement.level)
    return subject if subject is not None and subject[0] == first else None


def _after(reading: Reading, first: int, cue: Cue) -> Phrase | None:
    """The subject behind the finite verb, in a clause that opens with the marker: Nach eigenen Angaben hat | S …."""
    if cue.first != first or not _is_finite(reading, cue.end):
        return None
    return subject_after(reading, cue.end + 1, reading.word(cue.end), min(reading.stop, cue.end + AHEAD))


def _is_finite(reading: Reading, k: int) -> bool:
    if not reading.outside(k) or reading.is_in(k, "determiners", "prepositions"):
        return False
    return reading.is_in(k, "auxiliaries", "modals") or reading.passage.grammar.is_verb(reading.word(k))
