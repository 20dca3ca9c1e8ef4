"""Networks that read two statements at once and say how far they state the same (`train/statements_card.md`).

Cross-encoders: each word of one is read in the light of every word of the other. One reads any two languages; one,
larger, English alone, and there only what it leaves in doubt is read by both. The one for any languages also reads a
statement by itself and says where it points, which tells the pairs that are worth reading (a bi-encoder: Reimers &
Gurevych 2019).
"""

import functools
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import onnxruntime

from sayso.networks import answers, questions, unigram_pieces
from sayso.networks.answers import Answers
from sayso.networks.loading import (
    MODELS,
    Scores,
    WordVectors,
    english_vocabulary,
    packed_session,
    session,
    unigram_vocabulary,
    word_vectors,
)

FOLDER = MODELS / "statements"
ENGLISH_FOLDER = MODELS / "statements_english"
MOST_PIECES = 72  # of each statement, as in its lessons; of 38,000 statements of real reports one in a hundred has more
MOST_CHARACTERS = 2_000  # of each; 72 pieces are some 400
DIRECTIONS = 256  # of where a statement points
MOST_KEPT = 8_192  # statements of which is kept where they point, for the next stage that asks
ENGLISH = "en"

Statement = tuple[str, str]
"""As printed, and its language."""
Pair = tuple[Statement, Statement]
Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Marks:
    """The pieces that open and close what is read, and how far a vocabulary's own numbers lie behind the network's."""

    first: int
    last: int
    shift: int = 0


ANY_MARKS = Marks(0, 1)
ENGLISH_MARKS = Marks(0, 2, 4)  # MPNet's vocabulary is BERT's, four places on


@dataclass(frozen=True, slots=True)
class Network:
    """What reads a pair."""

    encoder: onnxruntime.InferenceSession
    words: WordVectors
    marks: Marks
    pieces: Callable[[str], Sequence[int]]

    def odds(self, left: str, right: str) -> float:
        """The log-odds that both state the same, to one digit: more would differ from machine to machine."""
        given, _ = self._pair(left, right)
        (scores,) = self.encoder.run(["odds"], given)
        return round(float(scores[0]), 1)

    def odds_and_answers(self, left: str, right: str) -> tuple[float, Answers]:
        """The same, and what their answers are to each other."""
        given, opened = self._pair(left, right)
        scores, states = self.encoder.run(["odds", "states"], given)
        return round(float(scores[0]), 1), answers.answers(states, opened)

    def states(self, left: str, right: str) -> tuple[Scores, int]:
        """What lower layers make of a pair (1, pieces, size), and how many of the pieces are of the first."""
        given, opened = self._pair(left, right)
        (states,) = self.encoder.run(["states"], given)
        return states, opened

    def _pair(self, left: str, right: str) -> tuple[dict[str, Scores], int]:
        """Two statements as the network is given them, and how many of the pieces are of the first."""
        one, other = self.pieces(left), self.pieces(right)
        pieces = [self.marks.first, *one, self.marks.last, self.marks.last, *other, self.marks.last]
        opened = len(one) + 2
        sides = np.array([[0] * opened + [1] * (len(other) + 2)])
        return {"words": self.words.of(pieces)[None], "sides": sides}, opened

    def alone(self, text: str) -> tuple[Scores, Scores]:
        """Where a statement points (directions,), of length 1, and what lower layers make of it (1, pieces, size)."""
        pieces = [self.marks.first, *self.pieces(text), self.marks.last]
        given = {"words": self.words.of(pieces)[None], "sides": np.zeros((1, len(pieces)), np.int64)}
        vectors, states = self.encoder.run(["vectors", "states"], given)
        return vectors[0], states


@dataclass(frozen=True, slots=True)
class Reading:
    """The log-odds that two state the same: of the network for any languages, and of the one for English.

    None of one that did not read them. Above 0 it is likelier than not. With the first comes what their `answers` are
    to each other.
    """

    of_any: float | None
    of_english: float | None
    answers: Answers | None


def read(pairs: Iterable[Pair], doubtful: tuple[float, float]) -> list[Reading]:
    """What the networks say of each pair; in English the one for English alone, unless its log-odds are `doubtful`.

    The order of a pair does not matter. Pairs are read one at a time, so that none depends on its neighbours, on as
    many threads as there are cores.
    """
    ordered = [(min(pair), max(pair)) for pair in pairs]
    if not ordered:
        return []
    unique = sorted(set(ordered))
    of_english = _read_in_english([pair for pair in unique if all(language == ENGLISH for _, language in pair)])
    low, high = doubtful
    of_any = read_answers([one for one in unique if one not in of_english or low < of_english[one] < high])
    unread = (None, None)
    both = [(*of_any.get(pair, unread), of_english.get(pair)) for pair in ordered]
    return [Reading(odds, english, found) for odds, found, english in both]


def _read_in_english(pairs: Sequence[Pair]) -> dict[Pair, float]:
    """What the network for English says of each pair."""
    if not pairs:
        return {}
    reader = english_network()  # loaded once, before there are threads
    return on_all_cores(lambda pair: reader.odds(pair[0][0], pair[1][0]), pairs)


def read_answers(pairs: Sequence[Pair]) -> dict[Pair, tuple[float, Answers]]:
    """What the network for any languages says of each pair, in order and each once, and what their answers are."""
    if not pairs:
        return {}
    reader = any_network()
    answers.encoder()  # both loaded once, before there are threads
    return on_all_cores(lambda pair: reader.odds_and_answers(pair[0][0], pair[1][0]), pairs)


def as_source(words: str) -> str:
    """How the network for any languages is given what somebody is called who is quoted: "the mayor of Halden:"."""
    return f"{words}:"


def read_sources(pairs: Iterable[tuple[str, str]]) -> list[float]:
    """The log-odds that two wordings for whom a report quotes are of one origin, for each pair.

    In any languages, a body and its head or spokesman being one. The order of a pair does not matter.
    """
    ordered = [(min(pair), max(pair)) for pair in pairs]
    if not ordered:
        return []
    reader = any_network()  # loaded once, before there are threads
    said = on_all_cores(lambda pair: reader.odds(as_source(pair[0]), as_source(pair[1])), sorted(set(ordered)))
    return [said[pair] for pair in ordered]


@dataclass(frozen=True, slots=True)
class Directions:
    """Where some texts point: in meaning (texts, DIRECTIONS), and in the question that they answer.

    Each of length 1, or 0 where no piece of a text is known. Two that point the same way are near in meaning, whatever
    their words; nearness is no sameness, for a report and its denial lie near, and answer one question.
    """

    meaning: Scores
    question: Scores


def directions(texts: Sequence[str]) -> Directions:
    """Where each text points, in any language.

    Texts are read one at a time, so that none depends on its neighbours, on as many threads as there are cores.
    """
    if not texts:
        return Directions(np.zeros((0, DIRECTIONS), np.float32), np.zeros((0, questions.DIRECTIONS), np.float32))
    any_network(), questions.encoder()  # loaded once, before there are threads
    found = on_all_cores(_pointing, sorted(set(texts)))
    return Directions(*(np.stack([found[text][which] for text in texts]) for which in (0, 1)))


@functools.lru_cache(maxsize=MOST_KEPT)
def _pointing(text: str) -> tuple[Scores, Scores]:
    network = any_network()
    if set(network.pieces(text)) <= {unigram_vocabulary().number(unigram_pieces.UNKNOWN)}:
        return np.zeros(DIRECTIONS, np.float32), np.zeros(questions.DIRECTIONS, np.float32)
    vector, states = network.alone(text)
    return vector, questions.question(states)


def on_all_cores(work: Callable[[Given], Found], given: Sequence[Given]) -> dict[Given, Found]:
    """What comes of each, worked on one at a time by as many threads as there are cores."""
    with ThreadPoolExecutor(_cores()) as threads:
        return dict(zip(given, threads.map(work, given), strict=True))


def _cores() -> int:
    """The cores this process may use, where the system says so."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@functools.lru_cache(maxsize=20_000)
def _unigrams(text: str) -> Sequence[int]:
    whole = _cut(text)
    return [number for number, _, _ in unigram_vocabulary().split(whole, 0, len(whole))][:MOST_PIECES]


@functools.lru_cache(maxsize=20_000)
def _wordpieces(text: str) -> Sequence[int]:
    whole = _cut(text)
    found = english_vocabulary().split(whole, 0, len(whole))
    return [number + ENGLISH_MARKS.shift for number, _, _ in found][:MOST_PIECES]


def _cut(text: str) -> str:
    return " ".join(text[:MOST_CHARACTERS].split())


@functools.cache
def any_network() -> Network:
    """The network for any two languages."""
    unigram_vocabulary()
    return Network(session(FOLDER / "encoder.onnx"), word_vectors(), ANY_MARKS, _unigrams)


@functools.cache
def english_network() -> Network:
    """The network for two statements in English."""
    english_vocabulary()
    words = WordVectors.load(ENGLISH_FOLDER / "words.npz")
    return Network(packed_session(ENGLISH_FOLDER), words, ENGLISH_MARKS, _wordpieces)
