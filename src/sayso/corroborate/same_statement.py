"""How likely two mentions state the same: by what they share, and by a network that reads both.

What two share decides whether the network is asked, for reading a pair takes some 20 ms. Each statement is read with
the few it is likeliest to be one with, and then with what those were found one with, so that the readings grow with
the number of statements and not with its square.
"""

import functools
import itertools
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.corroborate.agreement import SENSES, TOLD, Rarity, comparable
from sayso.corroborate.profile import Profile
from sayso.corroborate.similarity import likeness
from sayso.networks.statements import FOLDER, odds
from sayso.settings import MatchSettings

_BETWEEN_WORDS = re.compile(r"[\W_]+")

Texts = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is known of two statements before they are read.

    `wording` is how alike their words are, in [0, 1], `meaning` across languages what they speak of; the other is 0.
    """

    wording: float
    meaning: float
    foreign: bool  # whether they are in two languages

    @classmethod
    def of(cls, left: Profile, right: Profile, rarity: Rarity) -> "Sharing":
        """What two mentions share."""
        if left.language != right.language:
            return cls(0.0, likeness(*comparable(left, right), rarity.weights(TOLD)), True)
        words = likeness(left.stem_set, right.stem_set, rarity.weights(left.language))
        senses = likeness(left.senses, right.senses, rarity.weights(left.language + SENSES))
        return cls(max(words, senses), 0.0, False)

    @property
    def values(self) -> tuple[float, float, float]:
        """As the weights stand."""
        return self.wording, float(self.foreign), self.meaning


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logistic regression on pairs that readers have judged (`train/statements_fit.py`): a constant, then weights."""

    before: tuple[float, ...]
    after: tuple[float, ...]

    def expected(self, sharing: Sharing) -> float:
        """The chance that two state the same, before they are read."""
        return _chance(self.before, sharing.values)

    def found(self, sharing: Sharing, read: float) -> float:
        """The same, to two digits, once the network has given its log-odds."""
        return round(_chance(self.after, (*sharing.values, read)), 2)


def _chance(weights: Sequence[float], values: Sequence[float]) -> float:
    total = weights[0] + math.fsum(weight * value for weight, value in zip(weights[1:], values, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


@functools.cache
def calibration() -> Calibration:
    """What belongs to the network."""
    stored = json.loads((FOLDER / "calibration.json").read_text("utf-8"))
    return Calibration(tuple(stored["before"]), tuple(stored["after"]))


def plain(text: str) -> str:
    """A statement without what makes no difference to it: case, marks, spaces."""
    return _BETWEEN_WORDS.sub(" ", text.casefold()).strip()


def chances(
    shared: Mapping[Texts, Sharing],
    printed: Mapping[str, str],
    kept_apart: Callable[[Texts], bool],
    settings: MatchSettings,
) -> dict[Texts, float]:
    """The chance of each pair of plain texts that was read, as `printed`; the others are taken to differ.

    What is `kept_apart` is not read; that is asked of as few as can be. A text that was found one with another is read
    with the next likeliest, until it is found one with none, or has been read with many.
    """
    known = calibration()
    expected = {pair: known.expected(sharing) for pair, sharing in shared.items()}
    ranked = _ranked(expected, settings)
    found: dict[Texts, float] = {}
    searching = set(ranked)
    read = Counter[str]()
    while searching:
        asked: set[Texts] = set()
        for text in sorted(searching):
            more = min(settings.read_at_once, settings.most_read - read[text])
            asked.update(_next(ranked[text], found, kept_apart, more))
        new = sorted(asked)
        for pair, log_odds in zip(new, odds([(printed[one], printed[other]) for one, other in new]), strict=True):
            found[pair] = known.found(shared[pair], log_odds)
            read.update(pair)
        searching = {text for pair in new if found[pair] >= settings.min_chance for text in pair}
    return found


def _ranked(expected: Mapping[Texts, float], settings: MatchSettings) -> dict[str, list[Texts]]:
    """For each text the pairs it may be one by, the likeliest first."""
    pairs: dict[str, list[Texts]] = defaultdict(list)
    for pair, chance in expected.items():
        if chance >= settings.min_expected:
            for text in pair:
                pairs[text].append(pair)
    return {text: sorted(held, key=lambda pair: (-expected[pair], pair)) for text, held in pairs.items()}


def _next(
    ranked: Sequence[Texts], found: Mapping[Texts, float], kept_apart: Callable[[Texts], bool], most: int
) -> Iterator[Texts]:
    """The likeliest pairs of a text that have not been read, so many at most."""
    left = (pair for pair in ranked if pair not in found and not kept_apart(pair))
    return itertools.islice(left, max(0, most))


def _closing(linked: Iterable[Texts], candidates: Iterable[Texts]) -> set[Texts]:
    """The candidates that two links would close to a triangle."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in linked:
        beside[one].add(other)
        beside[other].add(one)
    return {(one, other) for one, other in candidates if not beside[one].isdisjoint(beside[other])}
