"""Times of day in words: "ten to two", "halb drei", "14 óra 7 perckor", "下午2时20分"; and "shortly before" one."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sayso import lexicon
from sayso.corroborate.terms import Terms, words_of
from sayso.corroborate.unspaced_clock import unspaced_times
from sayso.phrases import any_of, folded

_HOUR = 60
_HALF_DAY = 12
_PART_REACH = 12  # code points behind a time in which the part of the day stands
_LEAD = 40  # code points before a time in which "shortly before" stands
_OF_A_NUMBER = 40  # code points before "at around nine" in which "toll" or "number" stands
_PLAIN_HALVES = frozenset({"de", "nl", "sv", "da", "no", "hr", "sr"})
"""Languages in which half an hour is said as nothing else is, whatever follows."""
_UNSPACED = frozenset({"zh", "ja", "ko", "th"})
_HOURS, _MINUTES = range(1, 13), range(1, 30)  # minutes in words go by fives: a vote may be "nine to eleven"
_CLOSED = r"(?=\s*(?:$|[.,;:!?)»”“\"'’–—](?!\d)))"  # "shortly before two buses", "five to ten people" are no times
_SUMS: Mapping[str, Callable[[int, int], int]] = {
    "to": lambda hour, minute: hour * _HOUR - minute,
    "past": lambda hour, minute: hour * _HOUR + minute,
    "half_to": lambda hour, _: hour * _HOUR - 30,
    "half_past": lambda hour, _: hour * _HOUR + 30,
    "whole": lambda hour, _: hour * _HOUR,
    "quarter_to_come": lambda hour, _: hour * _HOUR - 45,
    "three_quarters_to_come": lambda hour, _: hour * _HOUR - 15,
    "to_half": lambda hour, minute: hour * _HOUR - 30 - minute,
    "past_half": lambda hour, minute: hour * _HOUR - 30 + minute,
    "to_quarter_to_come": lambda hour, minute: hour * _HOUR - 45 - minute,
    "past_quarter_to_come": lambda hour, minute: hour * _HOUR - 45 + minute,
    "to_three_quarters_to_come": lambda hour, minute: hour * _HOUR - 15 - minute,
    "past_three_quarters_to_come": lambda hour, minute: hour * _HOUR - 15 + minute,
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Minutes since midnight and where they are said; `half_known` is whether the half of the day is."""

    start: int
    end: int
    minutes: int
    half_known: bool


@functools.cache
def _cardinals(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Words for hours and for minutes."""
    if language not in lexicon.languages("numbers"):
        return {}, {}
    listed = lexicon.load("numbers", language).tables["cardinals"]
    words = {folded(form): int(value) for value, forms in listed.items() if value.isdigit() for form in forms}
    quarters = _quarters(language)
    minutes = {form: value for form, value in words.items() if value in _MINUTES and value % 5 == 0}
    minutes |= {folded(form): 15 for form in quarters}
    return {form: value for form, value in words.items() if value in _HOURS}, minutes


@functools.cache
def _every_minute(language: str) -> dict[str, int]:
    """All words for minutes, where the way of saying the time leaves no doubt that they are: "चार बजकर बीस मिनट"."""
    if language not in lexicon.languages("numbers"):
        return {}
    listed = lexicon.load("numbers", language).tables["cardinals"]
    tens = {int(value): forms for value, forms in listed.items() if value in {"20", "30", "40", "50"}}
    words = {folded(form): int(value) for value, forms in listed.items() if value.isdigit() for form in forms}
    links = lexicon.load("numbers", language).tables["words"]["and"]
    for value, forms in tens.items():
        units = ((form, unit) for form, unit in words.items() if unit in range(1, 10))
        pairs = (
            (f"{folded(ten)} {link} {form}", value + unit) for form, unit in [*units] for ten in forms for link in links
        )
        words = dict(pairs) | words
    return {form: value for form, value in words.items() if 0 < value < _HOUR}


@functools.cache
def _listed(table: str, language: str) -> tuple[str, ...]:
    """The words of a table, folded; none where the language has none."""
    listed = str(lexicon.load("clocks").tables[table].get(language, ""))
    return tuple(folded(form) for form in listed.split("|") if form)


def _quarters(language: str) -> tuple[str, ...]:
    """The words for a quarter of an hour."""
    return _listed("quarters", language)


def _at(language: str) -> tuple[str, ...]:
    """The words before a time that nothing else would stand behind, in languages where a quarter may be a share."""
    return _listed("at", language)


@functools.cache
def _coming(language: str) -> dict[str, int]:
    """The words for hours behind "to", in languages that decline them: "čtvrt na dvě"."""
    listed = str(lexicon.load("clocks").tables["hours_to_come"].get(language, ""))
    return {folded(form): hour for hour, form in enumerate(listed.split("|"), start=1) if form}


@functools.cache
def _ordinals(language: str) -> dict[str, int]:
    """The words for hours where these are said by their ordinals: "пів на дванадцяту", "wpół do drugiej"."""
    listed = str(lexicon.load("clocks").tables["ordinals"].get(language, ""))
    hours = enumerate(listed.split("|"), start=1)
    return {folded(form): hour for hour, forms in hours for form in forms.split("/") if form}


@functools.cache
def _fixed(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Times that have a word of their own, in minutes."""
    listed = str(lexicon.load("clocks").tables["fixed"].get(language, ""))
    told = (entry.rsplit("=", 1) for entry in listed.split("|") if entry)
    times = ((form, time.split(":")) for form, time in told)
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(folded(form))}(?!\w)"), int(hour) * _HOUR + int(minute))
        for form, (hour, minute) in times
    )


def _closed(language: str) -> str:
    """What shows that a time ends: the end of its clause, or the part of the day that it is in."""
    parts = str(lexicon.load("clocks").tables["parts"].get(language, ""))
    return rf"(?:{_CLOSED}|(?=\s+(?:{any_of(parts.split('|'))})(?!\w)))" if parts else _CLOSED


def _forms(key: str, language: str) -> list[str]:
    """The ways of saying a time; a quarter of an hour is no number of anything, whatever follows it."""
    forms = [form for form in str(lexicon.load("clocks").tables[key].get(language, "")).split("|") if form]
    if _quarters(language) and key in ("to", "past"):
        forms += [form.replace("{m}", "{q}") for form in forms if "{m}" in form]
    return forms


def _says_nothing_else(key: str, form: str, language: str) -> bool:
    """Whether a way of saying a time may stand before anything: "kwart over elf op bezoekers", "halb fünf als"."""
    if key == "half_to":
        return language in _PLAIN_HALVES
    if ("half" in key or "quarter" in key) and ("{m}" in form or "{e}" in form):
        return True  # minutes beside half an hour are said of nothing else
    if language == "nl" and "{o}" in form:
        return True  # "tegen elven": the eleven of anything are "elf"
    if "{q}" in form:
        return not _at(language)  # where it is said so, "a quarter to nine charities" may be none
    return "quarter" in key and language != "ru"  # "четверть первого выпуска"


@functools.cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    hours, minutes = (any_of(words) for words in _cardinals(language))
    if not hours:
        return ()
    slots = {
        "{h}": rf"(?P<h>{hours}|\d{{1,2}})",
        "{o}": rf"(?P<h>{any_of(_ordinals(language))})",
        "{n}": rf"(?P<h>{any_of(_coming(language))})",
        "{m}": rf"(?P<m>{minutes}|\d{{1,2}})",
        "{q}": rf"(?P<m>{any_of(_quarters(language))})",
        "{e}": rf"(?P<m>{any_of(_every_minute(language))}|\d{{1,2}})",
    }
    found = []
    for key in _SUMS:
        for form in _forms(key, language):
            pattern = re.escape(folded(form)).replace(r"\ ", r"\s+")
            for slot, words in slots.items():
                pattern = pattern.replace(re.escape(slot), words)
            plain = not form.endswith(("{h}", "{o}", "{n}")) or _says_nothing_else(key, form, language)
            ending = r"(?!\w)" if plain else _closed(language)
            found.append((key, re.compile(rf"(?<![\w.,:-]){pattern}{ending}")))
            if not plain and key in ("to", "past"):  # "at a quarter to nine on Monday", "at ten past five the wall"
                leads = _at(language) if "{q}" in form else _at(language)[:1]
                found.extend((key, re.compile(rf"(?<=\b{word}\s){pattern}(?!\w)")) for word in leads)
    return tuple(found)


@functools.cache
def _led_by(key: str, language: str) -> re.Pattern[str] | None:
    """What stands right before a time, with an article between: "poco prima delle"."""
    forms = str(lexicon.load("clocks").tables[key].get(language, ""))
    if not forms:
        return None
    if language in _UNSPACED:
        return re.compile(rf"(?:{any_of(forms.split('|'))})\S{{0,6}}$")
    return re.compile(rf"(?<!\w)(?:{any_of(forms.split('|'))})\W+(?:\w{{1,3}}\W+)?$")


@functools.cache
def _before_hour(language: str) -> re.Pattern[str] | None:
    """A bare hour is a time only behind "shortly before", and at the end of its clause."""
    forms, hours = str(lexicon.load("clocks").tables["before"].get(language, "")), any_of(_cardinals(language)[0])
    opening = rf"(?<!\w)(?:{any_of(forms.split('|'))})\W+(?:\w{{1,3}}\W+)?"
    return re.compile(rf"{opening}(?P<h>{hours}){_CLOSED}") if forms and hours else None


@functools.cache
def _dotted_lead(language: str) -> re.Pattern[str] | None:
    forms = str(lexicon.load("clocks").tables["dotted"].get(language, ""))
    return re.compile(rf"(?<!\w)(?:{any_of(forms.split('|'))})\s+$") if forms else None


def is_led(text: str, start: int, language: str) -> bool:
    """Whether what stands before a number with a dot makes it a time of day: "alle 14.07"."""
    lead, before = _dotted_lead(language), folded(text[max(0, start - _LEAD) : start])
    found = lead.search(before) if lead else None
    return found is not None and not _leads_to_value(before[: found.start()], language)


def _leads_to_value(before: str, language: str) -> bool:
    """Whether the word before "at" makes the number behind it a value: "closed at 5.10"."""
    last = before.split()[-1:]
    return bool(last) and last[0] in _listed("dotted_values", language)


def is_just_before(text: str, start: int, language: str) -> bool:
    """Whether words right before a time put what happened shortly before it."""
    return _leads("before", text, start, language)


def is_as_of(text: str, start: int, language: str) -> bool:
    """Whether a time only ends what is told: "as of 16:00, 24 had died"."""
    return _leads("as_of", text, start, language)


@functools.cache
def _deeds(language: str) -> Terms:
    forms = str(lexicon.load("clocks").tables["other_deeds"].get(language, ""))
    return Terms.of(language, (("deed", form) for form in forms.split("|") if form))


def tells_of_other_deed(text: str, language: str) -> bool:
    """Whether a time in `text` may be that of an opening, a departure, a truce, a posting."""
    fired = _fired(language)
    return bool(_deeds(language).find(words_of(fired.sub(" ", folded(text)) if fired else text)))


@functools.cache
def _fired(language: str) -> re.Pattern[str] | None:
    forms = str(lexicon.load("clocks").tables["opened_fire"].get(language, ""))
    return re.compile(rf"(?<!\w)(?:{any_of(forms.split('|'))})(?!\w)") if forms else None


@functools.cache
def _telling(language: str) -> Terms:
    forms = str(lexicon.load("clocks").tables["told"].get(language, ""))
    return Terms.of(language, (("told", form) for form in forms.split("|") if form))


def tells_of_being_told(text: str, language: str) -> bool:
    """Whether `text` says that somebody was warned, called or sent word."""
    return bool(_telling(language).find(words_of(text)))


def _leads(key: str, text: str, start: int, language: str) -> bool:
    pattern = _led_by(key, language)
    return pattern is not None and pattern.search(folded(text[max(0, start - _LEAD) : start])) is not None


def spoken_times(text: str, language: str) -> Iterator[Spoken]:
    """The times of day that `text` gives in words."""
    if language in _UNSPACED:
        yield from (Spoken(*told) for told in unspaced_times(text, language))
        return
    low = folded(text)
    if len(low) != len(text):
        return
    hours, minutes = _cardinals(language)
    for fixed, told in _fixed(language):
        yield from (Spoken(m.start(), m.end(), told, half_known=False) for m in fixed.finditer(low))
    hours = hours | _ordinals(language) | _coming(language)
    for key, pattern in _patterns(language):
        for match in pattern.finditer(low):
            parts = match.groupdict()
            hour = _value(parts["h"], hours)
            if key == "whole" and _is_of_number(low, match.start(), language):
                continue
            minute = _value(parts.get("m") or "0", minutes | _every_minute(language))
            yield from _spoken(
                match,
                _on_our_clock(_SUMS[key](hour, minute), low[match.start() : match.end() + _PART_REACH], language),
                hour,
            )
    bare = _before_hour(language)
    for match in bare.finditer(low) if bare else ():
        hour = _value(match["h"], hours)
        yield Spoken(match.start("h"), match.end("h"), hour * _HOUR, half_known=False)


@functools.cache
def _heads(language: str) -> Terms:
    forms = lexicon.load("measures").tables["heads"].get(language, ())
    return Terms.of(language, (("head", str(form)) for form in forms))


def _is_of_number(low: str, start: int, language: str) -> bool:
    """Whether what leads to a bare hour speaks of a number: "put the toll at around nine"."""
    return bool(_heads(language).find(words_of(low[max(0, start - _OF_A_NUMBER) : start])))


def _spoken(match: re.Match[str], minutes: int, hour: int) -> Iterator[Spoken]:
    if 0 <= minutes < 24 * _HOUR:
        yield Spoken(match.start(), match.end(), minutes, half_known=hour > _HALF_DAY)


@functools.cache
def _dawn(language: str) -> tuple[int, tuple[tuple[re.Pattern[str], int, int], ...]]:
    """How many hours after midnight a language begins to count; the parts of its day, each from hour to hour."""
    table = lexicon.load("clocks").tables["counted_from"]
    begin = int(table.get(language, "0"))
    entries = (entry.split("=") for entry in str(table.get(f"{language}_parts", "")).split("|") if entry)
    parts = ((name, *hours.split("-", 1)) for name, hours in entries)
    named = tuple(
        (re.compile(rf"(?<!\w){re.escape(folded(name))}(?!\w)"), int(first), int(last)) for name, first, last in parts
    )
    return begin, named


def _on_our_clock(minutes: int, told_as: str, language: str) -> int:
    """The minutes since midnight where a language counts the hours from dawn: "saa kumi alfajiri" is four o'clock."""
    begin, parts = _dawn(language)
    if not begin or minutes >= _HALF_DAY * _HOUR + _HOUR:
        return minutes
    told = (minutes + begin * _HOUR) % (_HALF_DAY * _HOUR)
    for named, first, last in parts:
        if named.search(told_as):
            return next(
                (m for m in (told, told + _HALF_DAY * _HOUR) if first * _HOUR <= m < last * _HOUR),
                told,
            )
    return told


def _value(word: str, words: Mapping[str, int]) -> int:
    return int(word) if word.isdigit() else words[word]
