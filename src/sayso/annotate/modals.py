"""Modals that hand on what others say: S will C getan haben (S says so), S soll C getan haben, S miał C (somebody).

German: only before a perfect infinitive; "soll repariert werden" is a plan, "will kommen" a wish. Polish: only with an
infinitive for a misdeed or mishap, which nobody plans; "miał zagrać" is a plan.
"""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, phrase_after, subject_before
from sayso.annotate.reading import Reading

PARTICIPLE = ("t", "en", "an")  # last letters of a participle, with few exceptions
NEAR = 9  # tokens from "miał" to its infinitive
SHORT = 4  # letters that any participle has more of: "recht haben"


def read_modals(reading: Reading) -> None:
    """Read the modals of a statement."""
    _read_told(reading)
    if not reading.passage.grammar.words["hearsay_modals"]:
        return
    for i in range(reading.low, reading.stop):
        if not reading.outside(i) or not reading.is_in(i, "hearsay_modals", "claimed_modals"):
            continue
        end = _perfect_end(reading, i)
        if end is None:
            continue
        if reading.is_in(i, "hearsay_modals"):
            reading.hearsay.append(Cue(i, i + 1, CueKind.HEARSAY))
        elif not reading.found:
            _read_claimed(reading, i, end)


def _read_told(reading: Reading) -> None:
    """Polish "miał grozić": said of him, where the infinitive is nothing that anybody plans."""
    for i in range(reading.low, reading.stop - 1):
        if not reading.is_in(i, "told_modals") or not reading.outside(i) or reading.is_in(i - 1, "negations"):
            continue
        near = range(i + 1, min(reading.stop, i + NEAR))
        end = next((k for k in near if reading.is_mark(k, STOPS) or reading.word(k).endswith(("ć", "c"))), i)
        planned = any(reading.is_in(k, "planned", "conditional", "whether") for k in range(reading.low, reading.stop))
        if reading.is_in(end, "told_infinitives") and not planned and all(map(reading.outside, range(i, end))):
            reading.hearsay.append(Cue(i, i + 1, CueKind.HEARSAY))
            return


def _perfect_end(reading: Reading, modal: int) -> int | None:
    """The token after the perfect infinitive that a modal governs; None if there is none in its clause."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for k in range(modal + 1, reading.stop):
        if not reading.outside(k):
            continue
        if reading.is_mark(k, STOPS):
            return None
        be = of.after("perfects_be", lows, k)
        have = k + 1 if reading.is_in(k, "perfects") and _is_participle(reading.word(k - 1)) else k
        end = max(be, have)
        if end > k and (end >= reading.stop or reading.is_mark(end, STOPS) or reading.is_in(end, "coordinators")):
            return end
    return None


def _is_participle(word: str) -> bool:
    return len(word) > SHORT and word.endswith(PARTICIPLE)


def _read_claimed(reading: Reading, modal: int, end: int) -> None:
    """S will C: the subject stands before the modal, or right after it."""
    level = reading.statement.level
    subject = subject_before(reading.passage, modal, reading.low, level)
    start = modal + 1
    if subject is None:
        subject = phrase_after(reading.passage, modal + 1, end, level, apposed=False)
        start = subject[1] if subject else start
    if subject is not None and end - start > 1:
        reading.relation(subject, (modal, modal + 1), [(start, end)], "verb-object")
