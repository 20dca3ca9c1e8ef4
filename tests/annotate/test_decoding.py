"""From scores to spans: what annotators hold to is held to."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate import decoding
from sayso.annotate.encoding import QUOTED, Window

_, B_S, I_S, B_C, I_C = range(5)


def window(paragraphs: list[int]) -> Window:
    made = Window()
    for k, paragraph in enumerate(paragraphs):
        made.add(7, 1, (2 * k, 2 * k + 1) if paragraph >= 0 else (-1, -1))
        made.paragraphs[-1] = paragraph
    return made


def sure(rows: list[list[int]], strength: float = 4.0) -> decoding.Scores:
    scores = np.zeros((len(rows), len(rows[0]), 5), dtype=np.float32)
    for row, labels in enumerate(rows):
        scores[row, np.arange(len(labels)), labels] = strength
    return scores


def tags(length: int, cues: list[tuple[int, int]]) -> decoding.Scores:
    scores = np.zeros((length, 7), dtype=np.float32)
    scores[:, 0] = 5
    for first, end in cues:
        scores[first:end, 0] = 0
        scores[first, decoding.B_CUE] = scores[first + 1 : end, decoding.I_CUE] = 5
    return decoding.log_softmax(scores)


def read(of: Window, cues: list[tuple[int, int]], links: decoding.Scores) -> list[decoding.Linked]:
    return decoding.attributions(tags(len(of), cues), lambda places: links[: len(places)], of)


def test_a_cue_gets_its_source_and_content() -> None:
    [one] = read(window([0] * 6), [(1, 2)], sure([[B_S, _, B_C, I_C, I_C, _]]))
    assert (one.cue, one.source, one.content) == ((1, 2), [(0, 1)], [(2, 5)])


def test_no_word_is_in_two_mouths() -> None:
    links = sure([[B_S, _, B_C, I_C, I_C, I_C, I_C], [_, _, _, _, _, B_C, I_C]])
    links[1, 5:] *= 2
    first, second = read(window([0] * 7), [(1, 2), (4, 5)], links)
    assert second.content == [(5, 7)]
    assert all(end <= 5 for _, end in first.content)


def test_content_stays_in_the_paragraph_of_its_cue_unless_a_quotation_is_announced() -> None:
    links = sure([[B_S, _, B_C, I_C, _, B_C, I_C]])
    [one] = read(window([0, 0, 0, 0, -1, 1, 1]), [(1, 2)], links)
    assert one.content == [(2, 4)]
    announced = window([0, 0, -1, 1, 1, 1, 1])
    assert read(announced, [(1, 2)], sure([[B_S, _, _, _, _, B_C, I_C]])) == []
    announced.looks[5:] = [1 + QUOTED] * 2
    [one] = read(announced, [(1, 2)], sure([[B_S, _, _, _, _, B_C, I_C]]))
    assert one.content == [(5, 7)]


def test_cues_side_by_side_with_one_content_are_one() -> None:
    row = [B_S, _, _, B_C, I_C, I_C]
    [one] = read(window([0] * 6), [(1, 2), (2, 3)], sure([row, row]))
    assert one.cue == (1, 3)


def test_a_cue_without_content_is_nothing() -> None:
    assert read(window([0] * 4), [(1, 2)], sure([[B_S, _, _, _]])) == []


def test_small_gaps_are_filled_and_crumbs_left() -> None:
    [one] = read(window([0] * 12), [(1, 2)], sure([[B_S, _, B_C, I_C, _, B_C, I_C, _, _, _, _, _]]))
    assert one.content == [(2, 7)]
    [one] = read(window([0] * 12), [(1, 2)], sure([[B_S, _, B_C, I_C, I_C, _, _, _, _, _, _, B_C]]))
    assert one.content == [(2, 5)]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_an_inner_label_follows_its_own_kind(cues: int, length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(cues, length, 5)).astype(np.float32)
    for row in decoding.best_labels(decoding.log_softmax(scores)).tolist():
        for before, label in zip([0, *row], row, strict=False):
            assert label != I_S or before in (B_S, I_S)
            assert label != I_C or before in (B_C, I_C)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 4), st.integers(1, 40), st.sampled_from([0.5, 2.0, 8.0]), st.booleans(), st.integers(0, 2**32 - 1)
)
def test_no_sequence_of_labels_is_better(cues: int, length: int, spread: float, barred: bool, seed: int) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.normal(scale=spread, size=(cues, length, 5)).round(1).astype(np.float32)  # rounded: with ties
    if barred:  # as pieces of other paragraphs are
        scores[:, chance.random(length) < 0.3, 1:] -= 20
    for row, labels in zip(scores, decoding.best_labels(scores), strict=True):
        best = np.add(row[0].astype(float), [0, 0, -np.inf, 0, -np.inf])
        for here in row[1:].astype(float):
            best = np.array([best.max(), best.max(), best[1:3].max(), best.max(), best[3:].max()]) + here
        assert np.isclose(row[np.arange(length), labels].sum(dtype=float), best.max(), atol=1e-3)
