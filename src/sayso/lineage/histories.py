"""What an article changed from one of its versions to the next, word for word, and when.

A copy of a text that was changed in between has the one reading or the other at each of these places, and so shows
which version it was made from (a variant, in the terms of those who compare manuscripts). Only versions whose order is
known make a history. It holds no texts, so that it can be handed to wherever one of the versions is compared with
another outlet's text.
"""

import difflib
import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sayso.lineage.documents import Document, own_words, surely_before
from sayso.lineage.families import families
from sayso.lineage.notes import notes_of, without_notes
from sayso.lineage.revisions import Revision, came_before, clock_of
from sayso.lineage.wording import KEPT, SHOWN, TOKEN, is_figure
from sayso.model import Clock

CONTEXT = 4  # words on either side by which the place of a change is found again
BETWEEN = 3  # words that part one change from the next; fewer stay by chance
MOST_WORDS = 400  # of a stretch that is compared word for word; a longer one was written anew
MOST_SENTENCES = 2_000  # of a version
MOST_EDITS = 64  # of one article that are kept, the earliest
MOST_PLACES = 20_000  # at which two lists may have the same: a page of one word over and over takes its cube in time
_SENTENCES = re.compile(r"\n+|(?<=[.!?…])\s+|(?<=[。！？])")


class Edit(NamedTuple):
    """One change: what stood there before and after, bare and with the words around it, in lower case.

    `shown` is both as they were printed. The new reading stood at `by`; the old one was there until `since` at least.
    The first version that had the old one is of the time `had`.
    `noted`: a correction notice came with it that gives a figure or a name of it. `ids` are of the older and the newer
    version.
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


class History(NamedTuple):
    """An article of several versions: when it came out, if any says so, and what was changed, the earliest first.

    `article` is what all its versions have in common, the id of one of them.
    """

    article: str
    first: Clock | None
    edits: tuple[Edit, ...]


def histories(versions: Iterable[Revision], documents: Mapping[int, Document]) -> dict[int, History]:
    """For every version, by number, the history of its article."""
    ordered = [version for version in versions if version.ordered]
    numbers = sorted({number for version in ordered for number in (version.older, version.newer)})
    places = {number: place for place, number in enumerate(numbers)}
    tied = families(len(numbers), ((places[version.older], places[version.newer]) for version in ordered))
    members: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        members[tied.root(places[number])].append(number)
    edits: dict[int, list[Edit]] = defaultdict(list)
    for version in ordered:
        made = edits_between(documents[version.older], documents[version.newer])
        edits[tied.root(places[version.older])] += made
    known: dict[int, History] = {}
    for root, own in members.items():
        changed = sorted(set(edits[root]), key=lambda edit: (edit.by.value, edit.ids, edit.was, edit.now, edit.shown))
        versions_of = [documents[number] for number in own]
        history = History(
            versions_of[0].id,
            _first(one.published for one in versions_of),
            tuple(_dated(changed[:MOST_EDITS], versions_of)),
        )
        known.update(dict.fromkeys(own, history))
    return known


def _first(clocks: Iterable[Clock | None]) -> Clock | None:
    given = [clock for clock in clocks if clock]
    return min(given, key=lambda clock: (clock.value, clock.precision, clock.text), default=None)


def _dated(edits: Iterable[Edit], versions: Iterable[Document]) -> Iterator[Edit]:
    """The edits with the time of the first version that had the old reading."""
    given = list(edits)
    read = [(clock_of(version), reads(version)) for version in versions] if given else []
    for edit in given:
        yield edit._replace(had=_first(clock for clock, words in read if f" {edit.was} " in words))


def edits_between(older: Document, newer: Document) -> Iterator[Edit]:
    """What was changed from `older` to `newer`; nothing where their order is not known."""
    times = _times(older, newer)
    if times is None:
        return
    added = " ".join(sorted(set(notes_of(newer.text)) - set(notes_of(older.text))))
    told = frozenset(TOKEN.findall(added))
    old, new = (_Side.of(without_notes(own_words(version))) for version in (older, newer))
    for mine, theirs in _stretches(old, new):
        shown = old.shown(*mine), new.shown(*theirs)
        yield Edit(
            was=old.around(*mine),
            now=new.around(*theirs),
            old=old.plain(*mine),
            new=new.plain(*theirs),
            shown=shown,
            by=times[0],
            since=times[1],
            had=clock_of(older),
            noted=_is_told(shown, told, newer.language),
            ids=(older.id, newer.id),
        )


def _is_told(shown: tuple[str, str], told: frozenset[str], language: str) -> bool:
    """Whether the words of a notice, `told`, give a figure or a name that one of the two readings has alone."""
    before, after = (set(TOKEN.findall(words)) for words in shown) if told else (set[str](), set[str]())
    return any(word[0].isupper() or is_figure(word, language) for word in (before ^ after) & told)


def _times(older: Document, newer: Document) -> tuple[Clock, Clock] | None:
    """When the newer version stood, and until when the older one did at least.

    A page that gives a time of its own for a version is taken at its word: so it stood then. When it was changed is
    not said by that, for there may have been versions between the two that nobody captured.
    """
    how, captured = came_before(older, newer), seen(older)
    by, since = (clock_of(newer), clock_of(older)) if how == "own_times" else (seen(newer), captured)
    if how is None or by is None or since is None or surely_before(by, captured):
        return None  # as where the older one was seen when the page says that the newer one stood there
    return by, captured if captured and surely_before(since, captured) else since


def seen(version: Document) -> Clock | None:
    """When the document was captured."""
    at = version.captured_at
    return Clock(value=at, precision="second", text=at.isoformat(), basis="captured") if at else None


Stretch = tuple[int, int]
"""The first word and the one after the last."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One version in words, and in sentences as stretches of words."""

    text: str
    low: list[str]
    spans: list[tuple[int, int]]
    sentences: list[Stretch]

    @classmethod
    def of(cls, text: str) -> "_Side":
        low: list[str] = []
        spans: list[tuple[int, int]] = []
        sentences: list[Stretch] = []
        at = 0
        for end in (*(match.end() for match in _SENTENCES.finditer(text)), len(text)):
            first = len(low)
            for match in TOKEN.finditer(text, at, end):
                low.append(match.group().casefold().replace("’", "'"))
                spans.append(match.span())
            if len(low) > first:
                sentences.append((first, len(low)))
            at = end
        return cls(text, low, spans, sentences)

    def plain(self, start: int, end: int) -> str:
        return " ".join(self.low[start:end])

    def around(self, start: int, end: int) -> str:
        return self.plain(max(0, start - CONTEXT), end + CONTEXT)

    def shown(self, start: int, end: int) -> str:
        if start == end:
            return ""
        words = " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split())
        return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"

    def keys(self) -> list[str]:
        return [self.plain(*sentence) for sentence in self.sentences]

    def words(self, first: int, last: int) -> Stretch:
        """The words of the sentences `[first, last)`."""
        start = self.sentences[first][0] if first < len(self.sentences) else len(self.low)
        return start, self.sentences[last - 1][1] if last > first else start


def _stretches(old: _Side, new: _Side) -> Iterator[tuple[Stretch, Stretch]]:
    """Where the two differ: words within a sentence that stayed, else whole sentences; what only moved is left out."""
    if max(len(old.sentences), len(new.sentences)) > MOST_SENTENCES:
        return
    all_old, all_new = (f" {' '.join(side.low)} " for side in (old, new))
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


def _within(old: _Side, new: _Side, mine: Stretch, theirs: Stretch) -> Iterator[tuple[Stretch, Stretch]]:
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
    return _words_of(own_words(document))


@functools.lru_cache(1 << 10)
def _words_of(text: str) -> str:
    return f" {' '.join(_Side.of(without_notes(text)).low)} "
