"""How likely two mentions state the same: by what they share, and by networks that read both.

What two share decides whether a network is asked, for reading a pair takes some 20 ms. Each statement is read with
the few it is likeliest to be one with, and on while it is found one with something, sixty times at most: the readings
grow with the number of statements, and with how often each is told in other words.
"""

import functools
import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.corroborate.agreement import SENSES, TOLD, Rarity, comparable
from sayso.corroborate.nearness import Nearness
from sayso.corroborate.profile import Profile
from sayso.corroborate.similarity import likeness
from sayso.letters import IN_WORD
from sayso.networks.statements import ENGLISH, FOLDER, Reading, Statement, read
from sayso.settings import MatchSettings

_WORD = re.compile(rf"[-+−±~<>≤≥]?[$€£¥₽₴₺]?{IN_WORD}+(?:['.,:/-]{IN_WORD}+)*(?:\s?[%‰°$€£¥₽₴₺])*\??")
"""A word with what belongs to it: a sign before a number, the marks inside it, its unit, a question."""

Pair = tuple[str, str]
"""Two mentions, by their ids."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is known of two statements before they are read.

    `wording` is how alike their words are, in [0, 1], `meaning` across languages what they speak of; the other is 0.
    `nearness` is that of `Nearness`, `question` how near the questions are that they answer.
    """

    wording: float
    meaning: float
    nearness: float
    question: float
    foreign: bool  # whether they are in two languages
    english: bool  # whether both are in English

    @classmethod
    def of(cls, left: Profile, right: Profile, rarity: Rarity, nearness: Nearness) -> "Sharing":
        """What two mentions share."""
        near = nearness.of(left, right), nearness.of_questions(left, right)
        if left.language != right.language:
            meaning = likeness(*comparable(left, right), rarity.weights(TOLD))
            return cls(0.0, meaning, *near, foreign=True, english=False)
        words = likeness(left.stem_set, right.stem_set, rarity.weights(left.language))
        senses = likeness(left.senses, right.senses, rarity.weights(left.language + SENSES))
        return cls(max(words, senses), 0.0, *near, foreign=False, english=left.language == ENGLISH)

    @property
    def values(self) -> tuple[float, ...]:
        """As the weights stand, before anything is read."""
        if self.english:
            return self.wording, self.nearness
        return self.wording, float(self.foreign), self.meaning, self.nearness

    @property
    def beside(self) -> tuple[float, ...]:
        """As the weights stand beside what is read."""
        return *self.values, self.question


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic regression on judged pairs (`train/statements_calibrate.py`): a constant, then weights."""

    before: tuple[float, ...]
    before_english: tuple[float, ...]  # the same for two in English
    after: tuple[float, ...]
    english: tuple[float, ...]  # the same for what the network for English alone has read
    both: tuple[float, ...]  # and where both have
    doubtful: tuple[float, float]  # log-odds of the network for English between which the other can turn the answer

    def expected(self, sharing: Sharing) -> float:
        """The chance that two state the same, before they are read."""
        return _chance(self.before_english if sharing.english else self.before, sharing.values)

    def found(self, sharing: Sharing, reading: Reading) -> float:
        """The same, to two digits, once they are read."""
        of_english = self.english if reading.of_any is None else self.both
        weights = self.after if reading.of_english is None else of_english
        return round(_chance(weights, (*sharing.beside, *told_by(reading))), 2)


def told_by(reading: Reading) -> list[float]:
    """What was read of a pair, as the weights stand behind what it shares."""
    found = (reading.of_english, reading.of_any, reading.answers.same if reading.answers else None)
    return [said for said in found if said is not None]


def _chance(weights: Sequence[float], values: Sequence[float]) -> float:
    total = weights[0] + math.fsum(weight * value for weight, value in zip(weights[1:], values, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


@functools.cache
def calibration() -> Calibration:
    """What belongs to the networks."""
    stored = json.loads((FOLDER / "calibration.json").read_text("utf-8"))
    weights = {name: tuple(stored[name]) for name in ("before", "before_english", "after", "english", "both")}
    low, high = stored["doubtful"]
    return Calibration(**weights, doubtful=(low, high))


def plain(text: str) -> str:
    """A statement without what makes no difference to it: case, marks that are no part of a word or number, spaces."""
    return " ".join(_WORD.findall(text.casefold().replace("’", "'")))


def chances(
    likely: Mapping[Pair, Sharing],
    sharing: Callable[[Pair], Sharing],
    printed: Mapping[str, Statement],
    kept_apart: Callable[[Pair], bool],
    settings: MatchSettings,
) -> dict[Pair, float]:
    """The chance of each pair of mentions that was read, as `printed` in a language; the others are taken to differ.

    What is `kept_apart` is not read; that is asked of as few as can be. Of the `likely` pairs a mention that was found
    one with another is read with the next likeliest, until it is found one with none, or has been read with many.
    """
    ranked = _ranked(_worth_reading(likely, settings), kept_apart)
    found: dict[Pair, float] = {}
    times_read = Counter[str]()
    searching = set(ranked)
    while searching:
        asked: set[Pair] = set()
        for one in sorted(searching):
            more = min(settings.read_at_once, settings.most_read - times_read[one])
            asked.update(itertools.islice((pair for pair in ranked[one] if pair not in found), max(0, more)))
        new = chances_of(asked, sharing, printed)
        found.update(new)
        times_read.update(one for pair in new for one in pair)
        searching = {one for pair, chance in new.items() if chance >= settings.min_chance for one in pair}
    around = {pair for pair in _around(found, settings) if max(times_read[one] for one in pair) < settings.most_read}
    return found | chances_of({pair for pair in around if not kept_apart(pair)}, sharing, printed)


def chances_of(
    pairs: Set[Pair], sharing: Callable[[Pair], Sharing], printed: Mapping[str, Statement]
) -> dict[Pair, float]:
    """The chance of each of some pairs, all of them read."""
    known, ordered = calibration(), sorted(pairs)
    readings = read([(printed[one], printed[other]) for one, other in ordered], known.doubtful)
    return {pair: known.found(sharing(pair), reading) for pair, reading in zip(ordered, readings, strict=True)}


def _around(found: Mapping[Pair, float], settings: MatchSettings) -> set[Pair]:
    """Pairs that were not read, of one mention and the likeliest of those that are one with what it is one with.

    So that two groups that one link holds together are known by more than that link.
    """
    linked: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
        if found[pair] >= settings.min_chance:
            for one, other in itertools.permutations(pair):
                linked[one].append(other)
    pairs = {
        (min(one, other), max(one, other))
        for third, near in linked.items()
        for one in near
        for other in itertools.islice((other for other in near if other != one), settings.read_at_once)
        if third not in (one, other)
    }
    return pairs - found.keys()


def _worth_reading(likely: Mapping[Pair, Sharing], settings: MatchSettings) -> dict[Pair, float]:
    """The pairs that are likely enough by what they share, with the chance of it."""
    known = calibration()
    expected = {pair: known.expected(sharing) for pair, sharing in likely.items()}
    least = {True: settings.min_expected_english, False: settings.min_expected}
    return {pair: chance for pair, chance in expected.items() if chance >= least[likely[pair].english]}


def _ranked(expected: Mapping[Pair, float], kept_apart: Callable[[Pair], bool]) -> dict[str, Iterator[Pair]]:
    """For each mention the pairs it may be one by, the likeliest first; each is given once."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for pair in expected:
        for one in pair:
            pairs[one].append(pair)
    return {
        one: itertools.filterfalse(kept_apart, sorted(held, key=lambda pair: (-expected[pair], pair)))
        for one, held in pairs.items()
    }
