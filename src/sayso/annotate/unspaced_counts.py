"""Counts that a body sets anew, in Chinese: S把死亡人数从9人上调至11人 · S将死亡人数更新为24人."""

from sayso.annotate.noun_phrases import STOPS, Phrase
from sayso.annotate.reading import COMMAS, Reading
from sayso.annotate.relations import FIGURE_AT
from sayso.annotate.tallied import is_figure
from sayso.annotate.unspaced_subjects import ends_as_speaker

OBJECT = 14  # tokens between 把 and the verb
FIGURE = 3  # tokens behind the verb in which the figure stands: 更新为至少24人


def read_set_counts(reading: Reading) -> None:
    """Read the clauses of a statement in which 把 or 将 leads to a count, and a verb sets it to a figure."""
    if not reading.has("pro_drop") or reading.statement.level >= 0:
        return
    source: Phrase | None = None
    for k in range(reading.low + 1, reading.stop - 2):
        if not reading.is_in(k, "disposing") or not reading.outside(k):
            continue
        verb = next((v for v in range(k + 1, min(k + OBJECT, reading.stop - 1)) if _sets(reading, v)), None)
        if verb is None or not any(reading.is_in(i, "tallies", "counted") for i in range(k + 1, verb)):
            continue
        source = _subject(reading, k) or (source if reading.is_in(k - 1, "coordinators", "openers") else None)
        end = next((i for i in range(verb, reading.stop) if reading.is_mark(i, COMMAS | STOPS)), reading.stop)
        low, high = reading.passage.offsets((k, end))
        taken = any(a < high and low < b for r in reading.found for a, b in r.content)
        if source is not None and not taken:
            reading.relation(source, (k, k + 1), [(k + 1, end)], FIGURE_AT)


def _sets(reading: Reading, verb: int) -> bool:
    """Whether a verb sets a count, a figure at once behind it."""
    figures = range(verb + 1, min(verb + 1 + FIGURE, reading.stop))
    return reading.is_in(verb, "setting") and any(is_figure(reading, i) for i in figures)


def _subject(reading: Reading, at: int) -> Phrase | None:
    """Who stands between the last mark and a place, without when and how: 救援局 | 同日."""
    first = next((i + 1 for i in range(at - 1, reading.low, -1) if reading.is_mark(i, STOPS)), reading.low)
    while first < at and reading.is_in(first, "openers", "coordinators"):
        first += 1
    end = at
    while end > first and reading.is_in(end - 1, "adverbs", "times"):
        end -= 1
    if end <= first or not all(reading.outside(i) for i in range(first, end)):
        return None
    pronoun = end - first == 1 and reading.is_in(first, "pronouns")
    return (first, end) if pronoun or ends_as_speaker(reading.passage, (first, end)) else None
