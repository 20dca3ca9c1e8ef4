"""Changes that a desk makes by its own rules: another tense, a numeral spelt out, a title or a first name left out.

Two desks that make such a change need not have seen one another, and who has the older form may have put it back. What
cannot be told from such a change is taken for one: a correction that is overlooked shows nothing, which is no harm.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.lineage.wording import ENDING, STEM

UNSAID = "en"  # whose lists are asked where nothing says the language: most rows of batches that say none
MOST_WORDS = 40  # that differ in form; what has more was written anew
_TENS, _HUNDRED = range(20, 100, 10), 100


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of one language."""

    slight: frozenset[str]
    verbs: dict[str, str]
    signs: frozenset[str]
    numbers: dict[str, int]
    titles: frozenset[str]
    stems: tuple[str, ...]  # of titles
    forms: frozenset[str]  # of address, which stand where a title stood
    today: frozenset[str]
    weekdays: frozenset[str]


@functools.cache
def _lists(language: str) -> _Lists:
    code = language.partition("-")[0]
    code = UNSAID if code == "und" else code
    tables = lexicon.load("house_style").tables
    names, times = lexicon.load("names").tables, lexicon.load("times").tables.get(code, {})
    forms = {title.rstrip(".") for title in names["shared"]["titles"]}
    titles = {word for title in names.get(code, {}).get("titles", ()) for word in title.rstrip(".").split()} | forms
    days = times.get("days", {})
    return _Lists(
        slight=frozenset(tables["slight"].get(code, "").split()),
        verbs={form: group.split()[0] for group in _groups(code) for form in group.split()},
        signs=frozenset(tables["signs"].get(code, ())),
        numbers={form: number for number, form in _numbers(code)},
        titles=frozenset(word for word in titles if not word.endswith("*")),
        stems=tuple(sorted(word[:-1] for word in titles if word.endswith("*"))),
        forms=frozenset(forms),
        today=frozenset(word for told in days.values() for word in told if " " not in word),
        weekdays=frozenset(word for told in times.get("weekdays", ()) for word in told),
    )


def _groups(code: str) -> Iterator[str]:
    """The forms of one verb each: those whose stem changes, and the verbs of telling."""
    yield from lexicon.load("house_style").tables["verbs"].get(code, ())
    if code in lexicon.languages("cues"):
        for form in lexicon.load("cues", code).tables.get("verbs", {}).get("say", ()):
            if " " not in form:
                yield " ".join(lexicon.spellings(form))


def _numbers(code: str) -> Iterator[tuple[int, str]]:
    if code in lexicon.languages("numbers"):
        tables = lexicon.load("numbers", code).tables
        for value, forms in (*tables.get("cardinals", {}).items(), *tables.get("multipliers", {}).items()):
            yield from ((int(value), form) for form in forms)


@dataclass(slots=True)
class _Word:
    """A word by what it is whatever its form, and how it was printed."""

    key: str
    printed: str
    is_title: bool = False
    leads: bool = False  # up to the rest of a name, as a title does and a first name

    @property
    def is_name(self) -> bool:
        return self.printed[:1].isupper() and not self.key.isdecimal()


def is_house_style(old: Sequence[str], new: Sequence[str], behind: str, language: str) -> bool:
    """Whether two readings, as they were printed, differ in form alone; `behind` is the word that follows both."""
    lists = _lists(language)
    before, after = (_read(words, behind, lists) for words in (old, new))
    before, after = _without_days(before, after, lists)
    lost, gained = _beyond(before, after), _beyond(after, before)
    if max(len(lost), len(gained)) > MOST_WORDS:
        return False
    _pair_off(lost, gained)
    if lost and gained:
        lost, gained = ([one for one in side if one.key not in lists.forms] for side in (lost, gained))
    if (lost and gained) or not all(one.leads for one in (*lost, *gained)):
        return False
    names = [[one.key for one in side if one.is_name and not one.leads] for side in (before, after)]
    return names[0] == names[1]  # "Halden beat Veel" is not "Veel beat Halden"


def _read(words: Sequence[str], behind: str, lists: _Lists) -> list[_Word]:
    """The words that count, those that lead up to a name marked."""
    read = [_Word(_key(word, lists), word) for printed in words for word in _parts(printed)]
    ends = behind[:1].isupper()  # whether what comes next is the rest of a name
    for word in reversed(read):
        word.is_title = word.key in lists.titles or word.key.startswith(lists.stems)
        word.leads = ends and (word.is_name or word.is_title)
        ends = word.is_name or word.leads
    return list(_counted([word for word in read if word.key and word.key not in lists.slight | lists.signs]))


def _parts(word: str) -> list[str]:
    """What one word is made of: "didn't" is "did" and "not"."""
    plain = word.replace("’", "'")
    if plain.casefold().endswith("n't"):
        return [plain[:-3], "not"]
    base, _, ending = plain.partition("'")
    return [base] if ending.casefold() in {"", "s", "re", "ve", "ll", "d"} else [plain]


def _key(word: str, lists: _Lists) -> str:
    low = word.casefold()
    if low[:1].isdigit():
        return low.replace(",", "")
    number = lists.numbers.get(low)
    return str(number) if number is not None else lists.verbs.get(low, low)


def _counted(words: list[_Word]) -> Iterator[_Word]:
    """The words with figures of several words as one: "twenty-five", "two hundred"."""
    made = list[_Word]()
    for word in words:
        last = made[-1].key if made else ""
        if last.isdecimal() and word.key.isdecimal() and word.printed.isalpha():
            before, now = int(last), int(word.key)
            if now >= _HUNDRED or (before in _TENS and now < _TENS.step):
                made[-1] = _Word(str(before * now if now >= _HUNDRED else before + now), word.printed)
                continue
        made.append(word)
    yield from made


def _without_days(old: list[_Word], new: list[_Word], lists: _Lists) -> tuple[list[_Word], list[_Word]]:
    """Both without the day, where the one calls it "today" and the other "Tuesday"."""
    said = [{one.key for one in side} for side in (old, new)]
    for one, other in (said, said[::-1]):
        if one & lists.today and other & lists.weekdays and not (one & lists.weekdays or other & lists.today):
            days = lists.today | lists.weekdays
            return [word for word in old if word.key not in days], [word for word in new if word.key not in days]
    return old, new


def _pair_off(lost: list[_Word], gained: list[_Word]) -> None:
    """Take out of both what is one word in two forms."""
    for word in list(lost):
        other = next((one for one in gained if _is_same(word, one)), None)
        if other is not None:
            lost.remove(word)
            gained.remove(other)


def _beyond(mine: list[_Word], theirs: list[_Word]) -> list[_Word]:
    """The words that the other does not have."""
    left = Counter(one.key for one in theirs)
    made = []
    for one in mine:
        if left[one.key]:
            left[one.key] -= 1
        else:
            made.append(one)
    return made


def _is_same(one: _Word, other: _Word) -> bool:
    """Whether the two are one word with other endings; of names "Halden" may have been put right from "Holden"."""
    if one.is_title and other.is_title:
        return one.key.startswith(other.key) or other.key.startswith(one.key)  # "Gen.", "General"
    if (one.is_name and other.is_name) or one.key[:1].isdigit() or other.key[:1].isdigit():
        return False
    shared = next(
        (at for at, (a, b) in enumerate(zip(one.key, other.key, strict=False)) if a != b),
        min(len(one.key), len(other.key)),
    )
    return shared >= STEM and max(len(one.key), len(other.key)) - shared <= ENDING
