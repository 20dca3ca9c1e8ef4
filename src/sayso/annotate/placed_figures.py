"""What is put at a figure: "puts the crash at about 11:00", "put the toll at 12", "raised the number of dead to 17"."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name
from sayso.annotate.number_words import number_words
from sayso.annotate.reading import AHEAD, COLONS, Reading, object_end
from sayso.annotate.subjects import is_somebody, names_speaker
from sayso.annotate.tallied import is_figure
from sayso.annotate.unspaced_subjects import ends_as_speaker

UNITS = (
    frozenset({"am", "pm", "a.m", "p.m", "local", "percent", "per", "million", "billion", "dead", "gmt", "utc"})
    | frozenset(
        (
            "cubic",
            "square",
            "metres",
            "meters",
            "kilometres",
            "kilometers",
            "km",
            "miles",
            "feet",
            "acres",
            "hectares",
            "tonnes",
        )
    )
    | frozenset(
        ("tons", "litres", "liters", "gallons", "barrels", "euros", "dollars", "pounds", "degrees", "hours", "years")
    )
)
FIGURE_REACH = 4  # tokens from "at" to its figure: "at about 11:00", "at more than 40"


def is_at_figure(reading: Reading, start: int) -> bool:
    """Whether an object is put at or before a figure: "puts it at about 11:00", not "puts the blame on Halden"."""
    places = range(start + 1, min(reading.stop, start + AHEAD))
    at = next((k for k in places if reading.is_in(k, "placed_by")), reading.stop)
    figures = (k for k in range(at + 1, min(at + FIGURE_REACH, reading.stop)) if is_figure(reading, k))
    figure = next(figures, reading.stop)
    if figure < reading.stop and not reading.word(figure)[:1].isdigit():
        ends = figure + 1 >= reading.stop or reading.is_mark(figure + 1, STOPS)
        goes_on = reading.is_in(figure + 1, "prepositions", "coordinators", "times", "adverbs")
        return ends or goes_on or reading.word(figure + 1) in UNITS
    while figure < reading.stop and reading.word(figure)[:1].isdigit():
        figure += 1 + (reading.is_mark(figure + 1, COLONS) and reading.word(figure + 2)[:1].isdigit())
    ends = figure >= reading.stop or reading.is_mark(figure, STOPS)
    return figure < reading.stop + 1 and at < reading.stop and (ends or _is_unit(reading, figure))


def _is_unit(reading: Reading, k: int) -> bool:
    """Whether what follows a figure is no noun but a time, a share, people or the next phrase."""
    tables = ("prepositions", "coordinators", "times", "adverbs", "speakers", "counts")
    named = is_name(reading.passage, k) and reading.word(k + 1) == "time"  # "11:00 Moscow time"
    return named or reading.is_in(k, *tables) or reading.word(k) in UNITS


def tells_nothing(reading: Reading, cue: Cue, subject: Phrase, start: int) -> bool:
    """Whether a verb that seldom reports does not here: it needs a speaker, and some an account of people.

    "The ministry | raised | the number of dead to 17" is a statement, "the ministry raised its prices to 17" a deed.
    To correct or give any number is to state one. What is said may begin at token `start`.
    """
    counts = reading.is_in(cue.first, "with_tally", "with_count")
    holds = cue.end - cue.first > 1 and reading.is_in(cue.first, "holding")
    if holds and not reading.is_in(cue.end, "bare_that") and not is_somebody(reading, subject):
        return True  # los precios | se mantienen en | 3 euros
    if cue.end - cue.first > 1 or not (counts or reading.is_in(cue.first, "by_speakers")):
        return False
    pronoun = subject[1] - subject[0] == 1 and names_speaker(reading, subject)
    unspaced = reading.has("pro_drop") and ends_as_speaker(reading.passage, subject)
    if not pronoun and not unspaced and not is_somebody(reading, subject):
        return True
    if not counts:
        return False
    if any(reading.is_in(k, "tally_objects") for k in range(subject[1], cue.first)):
        return True  # qui | l' | ont porté à 24 après le décès d'une patiente: the count is the pronoun's
    if reading.is_mark(start - 1, COLONS):
        return not cue.kind & ~CueKind.JUDGE and not _counts_behind_colon(reading, cue.end, start)
    ceiling = range(start, min(reading.stop, start + AHEAD))
    if reading.is_in(cue.first, "with_as") and not any(reading.is_in(k, "figure_as") for k in ceiling):
        return True  # gave a number of talks to 17 schools
    colon = next((k for k in ceiling if reading.is_mark(k, COLONS)), None)
    if colon is not None and _counts_behind_colon(reading, start, colon + 1):
        return False
    return not _is_tally(reading, start, object_end(reading, start), any_number=reading.is_in(cue.first, "with_count"))


def before_tally(reading: Reading, cue: Cue, source: Phrase) -> Phrase:
    """The speaker alone, where no mark or article parts him from the count he corrects: صححت الوزيرة | عدد الركاب."""
    if not reading.is_in(cue.first, "with_tally", "with_count"):
        return source
    counts = (k for k in range(source[0] + 1, source[1]) if reading.is_in(k, "tallies", "counted"))
    return (source[0], next(counts, source[1]))


def _is_tally(reading: Reading, start: int, end: int, *, any_number: bool) -> bool:
    """Whether an object gives how many are dead, missing or safe: a noun for them, and a figure."""
    tables = ("tallies", "counted") if any_number else ("tallies",)
    end = next((k for k in range(start, end) if reading.is_mark(k, STOPS)), end)
    named = any(reading.is_in(k, *tables) for k in range(start, min(end, start + AHEAD)))
    counted = any(is_figure(reading, k) or _is_numeral(reading, k) for k in range(start, end))
    return named and counted


def _is_numeral(reading: Reading, k: int) -> bool:
    """Whether a token is listed as a number, and no article: "le décès d'une patiente" gives none."""
    numbers = number_words(reading.passage.grammar.language)
    return reading.is_in(k, "numerals") and not (numbers is not None and reading.word(k) in numbers.articles)


def _counts_behind_colon(reading: Reading, first: int, start: int) -> bool:
    """Whether a count is named before a colon and given behind it: S a actualizat bilanțul: | 24 de morți."""
    named = any(reading.is_in(k, "tallies", "counted") for k in range(first, start))
    return named and is_figure(reading, start)
