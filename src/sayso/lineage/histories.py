"""What an article changed from one of its versions to the next, word for word, and when.

A copy of a text that was changed in between has the one reading or the other at each of these places, and so shows
which version it was made from (a variant, in the terms of those who compare manuscripts). Only versions whose order is
known make a history. It holds no texts, so that it can be handed to wherever one of the versions is compared with
another outlet's text.
"""

import bisect
import difflib
import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.lineage.documents import Document, bounds, own_words, surely_before
from sayso.lineage.families import families
from sayso.lineage.house_style import is_house_style
from sayso.lineage.notes import is_of_something, notes_of, without_notes
from sayso.lineage.revisions import Revision, came_before, clock_of
from sayso.lineage.shingles import words_of
from sayso.lineage.wording import KEPT, SHOWN, TOKEN, is_figure
from sayso.model import Clock

CONTEXT = 4  # words on either side by which the place of a change is found again
BETWEEN = 3  # words that part one change from the next; fewer stay by chance
MOST_WORDS = 400  # of a stretch that is compared word for word; a longer one was written anew
MOST_SENTENCES = 2_000  # of a version
MOST_EDITS = 64  # of one article that are kept, the earliest
MOST_PLACES = 20_000  # at which two lists may have the same: a page of one word over and over takes its cube in time
CAPTURED = "captured"  # the basis of a clock that says when a text was seen, not since when it stood
_SENTENCES = re.compile(r"\n+|(?<=[.!?…])\s+|(?<=[。！？])")


class Edit(NamedTuple):
    """One change: what stood there before and after, bare and with the words around it, in lower case.

    `shown` is both as they were printed. The new reading stood at `by`; the old one was there until `since` at least,
    and stood at `had` already.
    `noted`: a correction notice came with it that gives a figure or a name of it. `ids` are of the older and the newer
    version. `weight` is how many new words that are no figures it brought; none if it would fit any article. `figures`:
    whether it has any.
    """

    was: str
    now: str
    old: str
    new: str
    shown: tuple[str, str]
    by: Clock
    since: Clock
    had: Clock | None
    noted: bool
    ids: tuple[str, str]
    weight: float = 0.0
    figures: bool = False


class History(NamedTuple):
    """An article of several versions: when it came out, if any says so, and what was changed, the earliest first.

    `article` is what all its versions have in common, the id of one of them.
    """

    article: str
    first: Clock | None
    edits: tuple[Edit, ...]


def histories(versions: Iterable[Revision], documents: Mapping[int, Document]) -> dict[int, History]:
    """For every version, by number, the history of its article."""
    every = list(versions)
    ordered = [version for version in every if version.ordered]
    beside = {number for version in every if not version.ordered for number in (version.older, version.newer)}
    numbers = sorted({number for version in ordered for number in (version.older, version.newer)})
    places = {number: place for place, number in enumerate(numbers)}
    tied = families(len(numbers), ((places[version.older], places[version.newer]) for version in ordered))
    members: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        members[tied.root(places[number])].append(number)
    of_article: dict[int, list[Revision]] = defaultdict(list)
    for version in ordered:
        of_article[tied.root(places[version.older])].append(version)
    known: dict[int, History] = {}
    for root, own in members.items():
        later = {version.newer for version in of_article[root]}
        first = [number for number in own if number not in later]
        only = first[0] if len(first) == 1 and first[0] not in beside else None
        known.update(dict.fromkeys(own, _history(own, of_article[root], documents, only)))
    return known


def _history(own: list[int], versions: list[Revision], documents: Mapping[int, Document], first: int | None) -> History:
    """What is known of an article of these versions, of which none but `first` can be the one that came out."""
    read = functools.lru_cache(2)(lambda number: Version.of(documents[number]))  # the newer is the next one's older
    words: dict[int, str] = {}
    edits: set[Edit] = set()
    stood: dict[int, Clock | None] = {}
    for version in versions:
        older, newer = read(version.older), read(version.newer)
        words |= {version.older: older.joined(), version.newer: newer.joined()}
        times = times_of(older.document, newer.document)
        if times:
            stood[version.newer] = _soonest(stood.get(version.newer), times.by)
            edits.update(edits_between(older, newer, times))
    for number in own:
        if number not in stood:
            stood[number] = _came(documents[number], is_first=number == first)
    changed = sorted(edits, key=lambda edit: (edit.by.value, edit.ids, edit.was, edit.now, edit.shown))
    return History(
        documents[own[0]].id,
        _first(documents[number].published for number in own),
        tuple(
            edit._replace(
                had=_soonest(*(stood[number] for number in own if f" {edit.was} " in words[number])),
                weight=_weight(edit, documents[own[0]].language),
                figures=any(is_figure(word, documents[own[0]].language) for word in f"{edit.old} {edit.new}".split()),
            )
            for edit in changed[:MOST_EDITS]
        ),
    )


def _first(clocks: Iterable[Clock | None]) -> Clock | None:
    given = [clock for clock in clocks if clock]
    return min(given, key=lambda clock: (clock.value, clock.precision, clock.text), default=None)


def _soonest(*clocks: Clock | None) -> Clock | None:
    """By which of the times something surely was so first."""
    given = [clock for clock in clocks if clock]
    return min(given, key=lambda clock: (bounds(clock)[1], clock.text), default=None)


def _weight(edit: Edit, language: str) -> float:
    if not edit.old and not is_of_something(edit.shown[1], language):
        return 0.0
    words = [word for word in TOKEN.findall(edit.new) if not is_figure(word, language)]
    if not set(words) - set(TOKEN.findall(edit.old)):
        return 0.0
    (counted,) = words_of([" ".join(words)])
    return len(counted) * counted.worth


class Times(NamedTuple):
    """A time at which the newer of two versions stood, and one until which the older did."""

    by: Clock
    since: Clock


def edits_between(older: "Version", newer: "Version", times: Times) -> Iterator[Edit]:
    """What was changed from `older` to `newer`, but for what a desk changes by its own rules."""
    told = frozenset(TOKEN.findall(" ".join(sorted(set(newer.notices) - set(older.notices)))))
    language = newer.document.language
    for mine, theirs in _stretches(older, newer):
        behind = "".join(newer.printed[theirs[1] : theirs[1] + 1])
        if is_house_style(older.printed[slice(*mine)], newer.printed[slice(*theirs)], behind, language):
            continue
        shown = older.shown(*mine), newer.shown(*theirs)
        yield Edit(
            was=older.around(*mine),
            now=newer.around(*theirs),
            old=older.plain(*mine),
            new=newer.plain(*theirs),
            shown=shown,
            by=times.by,
            since=times.since,
            had=None,
            noted=_is_told(shown, told, language),
            ids=(older.document.id, newer.document.id),
        )


def _is_told(shown: tuple[str, str], told: frozenset[str], language: str) -> bool:
    """Whether the words of a notice, `told`, give a figure or a name that one of the two readings has alone."""
    before, after = (set(TOKEN.findall(words)) for words in shown) if told else (set[str](), set[str]())
    return any(word[0].isupper() or is_figure(word, language) for word in (before ^ after) & told)


def times_of(older: Document, newer: Document) -> Times | None:
    """When the newer version stood, and until when the older one did at least; None where their order is not known.

    A page that gives a time of its own for a version is taken at its word: so it stood then. When it was changed is
    not said by that, for there may have been versions between the two that nobody captured. A page that was changed
    without a word stood so when it was captured; what it says is of the version before.
    """
    how, captured = came_before(older, newer), seen(older)
    by, since = (_stood(newer), clock_of(older)) if how == "own_times" else (seen(newer), captured)
    if how is None or by is None or since is None or surely_before(by, captured):
        return None  # as where the older one was seen when the page says that the newer one stood there
    return Times(by, max(since, captured or since, key=lambda clock: bounds(clock)[0]))


def _stood(version: Document) -> Clock | None:
    """A time at which a version that is not the first stood: when the article came out it did not yet."""
    captured = seen(version)
    if version.modified is None:
        return captured or version.published
    return version.modified if surely_before(captured, version.modified) else _soonest(version.modified, captured)


def _came(version: Document, *, is_first: bool) -> Clock | None:
    """The same for a version of which no older one is known; the first one is what came out, if not changed since."""
    is_changed = version.modified is not None and surely_before(version.published, version.modified)
    return version.published if is_first and version.published and not is_changed else _stood(version)


def seen(version: Document) -> Clock | None:
    """When the document was captured."""
    at = version.captured_at
    return Clock(value=at, precision="second", text=at.isoformat(), basis=CAPTURED) if at else None


Stretch = tuple[int, int]
"""The first word and the one after the last."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version without its notices, in words as printed and in lower case, and in sentences as stretches of words.

    `places` are where the sentences begin in `text`.
    """

    document: Document
    notices: tuple[str, ...]
    text: str
    printed: list[str]
    low: list[str]
    sentences: list[Stretch]
    places: list[int]

    @classmethod
    def of(cls, document: Document) -> "Version":
        """The document read so."""
        text = without_notes(own_words(document))
        printed: list[str] = []
        sentences: list[Stretch] = []
        places: list[int] = []
        at = 0
        for end in (*(match.end() for match in _SENTENCES.finditer(text)), len(text)):
            found = TOKEN.findall(text, at, end)
            if found:
                sentences.append((len(printed), len(printed) + len(found)))
                places.append(at)
                printed += found
            at = end
        return cls(document, notes_of(document.text), text, printed, _low(printed).split(), sentences, places)

    def joined(self) -> str:
        """All its words, as `reads` gives them."""
        return f" {' '.join(self.low)} "

    def plain(self, start: int, end: int) -> str:
        """Some of its words in lower case."""
        return " ".join(self.low[start:end])

    def around(self, start: int, end: int) -> str:
        """The same with the words beside them."""
        return self.plain(max(0, start - CONTEXT), end + CONTEXT)

    def shown(self, start: int, end: int) -> str:
        """The same as printed, shortened at the end if they are many."""
        if start == end:
            return ""
        words = " ".join(self.text[self._span(start)[0] : self._span(end - 1)[1]].split())
        return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"

    def _span(self, word: int) -> tuple[int, int]:
        number = bisect.bisect_right(self.sentences, word, key=lambda sentence: sentence[0]) - 1
        matches = TOKEN.finditer(self.text, self.places[number])
        return next(itertools.islice(matches, word - self.sentences[number][0], None)).span()

    def keys(self) -> list[str]:
        """Each sentence in lower case."""
        return [self.plain(*sentence) for sentence in self.sentences]

    def words(self, first: int, last: int) -> Stretch:
        """The words of the sentences `[first, last)`."""
        start = self.sentences[first][0] if first < len(self.sentences) else len(self.low)
        return start, self.sentences[last - 1][1] if last > first else start


def _stretches(old: Version, new: Version) -> Iterator[tuple[Stretch, Stretch]]:
    """Where the two differ: words within a sentence that stayed, else whole sentences; what only moved is left out."""
    if max(len(old.sentences), len(new.sentences)) > MOST_SENTENCES:
        return
    all_old, all_new = old.joined(), new.joined()
    for _, *places in _differences(old.keys(), new.keys()):
        mine, theirs = old.words(*places[:2]), new.words(*places[2:])
        if max(mine[1] - mine[0], theirs[1] - theirs[0]) > MOST_WORDS:
            continue
        for lost, gained in _within(old, new, mine, theirs):
            is_moved = (
                f" {old.plain(*lost)} " in all_new if gained[0] == gained[1] else f" {new.plain(*gained)} " in all_old
            )
            if not is_moved or (lost[0] < lost[1] and gained[0] < gained[1]):
                yield lost, gained


def _within(old: Version, new: Version, mine: Stretch, theirs: Stretch) -> Iterator[tuple[Stretch, Stretch]]:
    before, after = old.low[slice(*mine)], new.low[slice(*theirs)]
    found = _differences(before, after)
    kept = len(before) - sum(high - low for _, low, high, *_ in found)
    if kept < KEPT * min(len(before), len(after)) or not (before and after):
        yield mine, theirs
        return
    for low, high, other_low, other_high in _merged(found):
        yield (mine[0] + low, mine[0] + high), (theirs[0] + other_low, theirs[0] + other_high)


def _merged(found: list[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The differences, those as one between which only a word or two stayed: a sentence put in another way."""
    merged = list[tuple[int, int, int, int]]()
    for _, low, high, other_low, other_high in found:
        if merged and low - merged[-1][1] < BETWEEN:
            merged[-1] = (merged[-1][0], high, merged[-1][2], other_high)
        else:
            merged.append((low, high, other_low, other_high))
    yield from merged


def _differences(old: list[str], new: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Where the two differ; all of them, as one difference, where too much is the same over and over to be compared."""
    counts = Counter(old), Counter(new)
    if sum(count * counts[1][one] for one, count in counts[0].items()) > MOST_PLACES:
        return [("replace", 0, len(old), 0, len(new))] if old != new else []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [code for code in matcher.get_opcodes() if code[0] != "equal"]


def reads(document: Document) -> str:
    """The words of a text in lower case with one blank around each, in which `was` and `now` of an edit are found."""
    return f" {_low(TOKEN.findall(without_notes(own_words(document))))} "


def _low(words: list[str]) -> str:
    return " ".join(words).casefold().replace("’", "'")
