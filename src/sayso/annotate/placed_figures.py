"""What is put at a figure: "puts the crash at about 11:00", "put the toll at 12"."""

from sayso.annotate.noun_phrases import STOPS, is_name
from sayso.annotate.reading import AHEAD, COLONS, Reading

UNITS = frozenset({"am", "pm", "a.m", "p.m", "local", "percent", "per", "million", "billion", "dead", "gmt", "utc"})
FIGURE_REACH = 4  # tokens from "at" to its figure: "at about 11:00", "at more than 40"


def is_at_figure(reading: Reading, start: int) -> bool:
    """Whether an object is put at a figure: "puts the crash at about 11:00", not "puts the blame on Halden"."""
    places = range(start + 1, min(reading.stop, start + AHEAD))
    at = next((k for k in places if reading.is_in(k, "time_prepositions") and reading.word(k) == "at"), reading.stop)
    figures = (k for k in range(at + 1, min(at + FIGURE_REACH, reading.stop)) if reading.word(k)[:1].isdigit())
    figure = next(figures, reading.stop)
    while figure < reading.stop and reading.word(figure)[:1].isdigit():
        figure += 1 + (reading.is_mark(figure + 1, COLONS) and reading.word(figure + 2)[:1].isdigit())
    ends = figure >= reading.stop or reading.is_mark(figure, STOPS)
    return figure < reading.stop + 1 and at < reading.stop and (ends or _is_unit(reading, figure))


def _is_unit(reading: Reading, k: int) -> bool:
    """Whether what follows a figure is no noun but a time, a share, people or the next phrase."""
    tables = ("prepositions", "coordinators", "times", "adverbs", "speakers", "counts")
    named = is_name(reading.passage, k) and reading.word(k + 1) == "time"  # "11:00 Moscow time"
    return named or reading.is_in(k, *tables) or reading.word(k) in UNITS
