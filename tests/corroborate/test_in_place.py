"""Sentences of a place, found by halving, as a look at each would find them; and places that are not too large."""

import random
from dataclasses import replace
from itertools import pairwise

from sayso.corroborate.in_place import in_place, sentence_before, sentence_of, sentences_over
from sayso.extract.plain import from_plain
from sayso.model import Article
from sayso.networks.pointing import MOST_CHARACTERS

LONG = 1_000_000


def _article(text: str, sentences: tuple[tuple[int, int], ...]) -> Article:
    return replace(from_plain(text[:1], language="en", capture_id="0"), text=text, sentences=sentences)


def test_sentences_are_those_that_a_look_at_each_finds() -> None:
    drawn = random.Random(3)
    cuts = sorted(drawn.sample(range(400), 40))
    sentences = tuple((low, high) for low, high in pairwise(cuts) if drawn.random() < 0.7)
    article = _article("x" * 400, sentences)
    for _ in range(300):
        start = drawn.randrange(399)
        end = drawn.randrange(start + 1, 400)
        assert sentences_over(article, start, end) == ["x" * (b - a) for a, b in sentences if a < end and start < b]
        before = [b - a for a, b in sentences if b <= start][-1:]
        assert sentence_before(article, start) == "x" * sum(before)


def test_what_no_sentence_holds_stands_in_its_line() -> None:
    article = _article("one 2\nthree 44 five\nsix", ())
    assert sentence_of(article, 12, 14) == (6, 19)
    assert sentences_over(article, 12, 14) == []
    assert sentence_before(article, 12) == ""


def test_a_giant_sentence_is_read_around_the_figure_alone() -> None:
    text = f"{'a ' * LONG}42 boxes{' b' * LONG}"
    at = 2 * LONG
    place = in_place(_article(text, ((0, len(text)),)), at, at + 2)
    assert place.left.endswith("a a")
    assert place.right.startswith("boxes b")
    assert max(map(len, (place.before, place.left, place.right))) <= 4 * MOST_CHARACTERS
