"""The words by which one language tells the time: months, weekdays, hours, zones, and the marks of its dates."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso import lexicon
from sayso.annotate.halves import Halves
from sayso.annotate.marked_dates import Marks
from sayso.annotate.phrases import PhraseTable, primary, word_set

AMBIGUOUS_MONTHS = frozenset({
    "may", "march", "mar", "sun", "sat", "mon", "set", "dic", "ago",
    "מרץ", "במרץ",  # vigour
    "liepa", "liepą", "liepos", "balandis", "balandį", "balandžio",  # the linden, the pigeon
    "adar", "gulan", "kanûn",  # given names, the law
})  # fmt: skip
"""Words that are months and much else."""


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What `times` reads of one language; empty tables where it has no such words."""

    order: str
    months: PhraseTable[int]
    weekdays: PhraseTable[int]
    days: PhraseTable[int]
    named: PhraseTable[bool]
    after_year: PhraseTable[bool]
    before_year: PhraseTable[bool]
    hours: PhraseTable[bool]
    am: PhraseTable[bool]
    pm: PhraseTable[bool]
    parts: PhraseTable[bool]
    zones: PhraseTable[str]
    next: PhraseTable[bool]
    is_han: bool
    between: frozenset[str]  # what may stand between a day and its month: "3 d'abril", "3ê Gulanê"
    not_before: PhraseTable[bool]  # what no weekday and no day like "today" stands before
    not_after: PhraseTable[bool]  # what no weekday stands behind: "last week's"
    hours_before: PhraseTable[bool]  # what makes "11.30" a time: "kl.", "pukul"
    dawn: PhraseTable[bool]  # what counts hours from dawn, so that the third is nine o'clock
    day_after: PhraseTable[bool]  # what marks the day in "sausio 24 d."
    era: int  # years that the calendar is ahead
    dated_last: bool  # whether "Mei 3, 2024" is a date, though "3 Mei" is the rule
    year_first: bool  # whether the year stands before month and day
    marks: Marks | None
    halves: Halves | None


@functools.cache
def calendar_words(language: str) -> CalendarWords | None:
    """The words of `language`, None where it has none."""
    code = primary(language)
    table = lexicon.load("times").tables.get(code)
    if table is None:
        return None
    months = PhraseTable((f, i + 1) for i, forms in enumerate(table.get("months", ())) for f in forms)
    return CalendarWords(
        order=table["order"],
        months=months,
        weekdays=PhraseTable((f, i) for i, forms in enumerate(table["weekdays"]) for f in forms),
        days=PhraseTable((f, int(shift)) for shift, forms in table["days"].items() for f in forms),
        named=word_set(f for forms in _named_forms(table) for f in forms),
        after_year=word_set(table.get("after_year", ())),
        before_year=word_set(table.get("before_year", ())),
        hours=word_set(table.get("hours", ())),
        am=word_set(table.get("am", ())),
        pm=word_set(table.get("pm", ())),
        parts=word_set(table.get("day_parts", ())),
        zones=PhraseTable((f, zone) for zone, forms in table.get("zones", {}).items() for f in forms),
        next=word_set(table.get("next", ())),
        is_han=code in {"zh", "ja"},
        between=frozenset(table.get("between", ())),
        not_before=word_set(table.get("not_before", ())),
        not_after=word_set(table.get("not_after", ())),
        hours_before=word_set(table.get("hours_before", ())),
        dawn=word_set(table.get("dawn", ())),
        day_after=word_set(table.get("day_after", ())),
        era=table.get("era", 0),
        dated_last=table.get("dated_last", False),
        year_first=table.get("year_first", False),
        marks=Marks.of(table, months),
        halves=Halves.of(table),
    )


def _named_forms(table: Mapping[str, Any]) -> Iterator[list[str]]:
    """Every list of words that can open a time without a number."""
    yield from table.get("months", ())
    yield from table["weekdays"]
    yield from table["days"].values()
    marked = table.get("marked", {})
    if not marked.get("behind"):
        yield from (marked.get(key, ()) for key in ("month", "day"))
