"""Markers that are put together: nach der jüngsten Zählung | des Ministeriums, pelas contas | do sindicato.

What stands between the preposition and its noun cannot be listed whole. Votes have a count too, and a league has a
table: the marker is one only where somebody follows, and behind "in" only where a figure is told, or a tale.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate.body_figures import PEOPLE, people_end
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, phrase_after
from sayso.annotate.reading import Reading
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure


def with_account_markers(reading: Reading, found: Sequence[Cue]) -> list[Cue]:
    """The cues of a statement with such markers among them, in place of shorter ones."""
    if not reading.passage.grammar.words["reckonings"] or reading.statement.level >= 0:
        return list(found)
    made = list(_markers(reading))
    spans = [(cue.first, cue.end) for cue in made]
    kept = [cue for cue in found if not any(low <= cue.first < high and cue.end < high for low, high in spans)]
    longer = {cue.first for cue in kept}
    return sorted([*kept, *(cue for cue in made if cue.first not in longer)], key=lambda cue: cue.first)


def _markers(reading: Reading) -> Iterator[Cue]:
    of = reading.passage.grammar
    for k in range(reading.low, reading.stop):
        held = reading.is_in(k, "reckoning_in")
        if not (held or reading.is_in(k, "reckoning_leads")) or not reading.outside(k):
            continue
        at = k + 1 + reading.is_in(k + 1, "determiners")
        while reading.is_in(at, "account_adjectives"):
            at += 1
        if not reading.is_in(at, "tellings") and (
            not reading.is_in(at, "reckonings") or (held and not _tells_figure(reading))
        ):
            continue
        if of.is_noun(reading.word(at)) and of.starts(reading.passage.tokens.low, k, CueKind.BEFORE) > k:
            continue  # согласно | отчёту комиссии: a document speaks for itself
        end = at + 1 + reading.is_in(at + 1, "owned_by")
        if (end > at + 1 or not of.words["owned_by"]) and _follows(reading, end):
            yield Cue(k, end, CueKind.BEFORE)


def _tells_figure(reading: Reading) -> bool:
    """Whether a statement counts people, or a figure closes it behind them: nei conti di S i morti sono | 52."""
    people = False
    for k in range(reading.low, reading.stop):
        people = people or reading.is_in(k, *PEOPLE)
        if is_figure(reading, k):
            closes = k + 1 >= reading.stop or reading.is_mark(k + 1, STOPS)
            if (people and closes) or people_end(reading, k) is not None:
                return True
    return False


def _follows(reading: Reading, first: int) -> bool:
    """Whether somebody stands at a token; where the case alone says whose it is, in no form of a subject."""
    of = reading.passage.grammar
    source = phrase_after(reading.passage, first, reading.stop, reading.statement.level, apposed=False)
    if source is None or source[0] != first or any(reading.is_in(k, "own_person", "teams") for k in range(*source)):
        return False
    if not of.words["owned_by"] and reading.word(first) in of.heads:
        return False
    return is_somebody(reading, source)
