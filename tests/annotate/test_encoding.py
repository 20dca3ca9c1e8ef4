"""Windows of word pieces: whole paragraphs, true places, looks."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.encoding import WINDOW, windows
from sayso.networks.loading import english_vocabulary

TEXT = "Ana Lenz said: “The DAM held.”\n\nNobody was hurt in 2019."


def paragraphs(text: str) -> list[tuple[int, int]]:
    places = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            places.append((at, at + len(line)))
        at += len(line) + 1
    return places


def test_pieces_lead_back_to_the_text() -> None:
    [window] = windows(TEXT, paragraphs(TEXT), english_vocabulary())
    pieces = [TEXT[s:e] for s, e in zip(window.starts, window.ends, strict=True) if s >= 0]
    assert "".join(pieces) == "".join(TEXT.split())
    assert window.starts[0] == -1
    assert window.paragraphs.count(-1) == 2
    assert sorted(set(window.paragraphs)) == [-1, 0, 1]


def test_looks_tell_capitals_digits_and_quotation() -> None:
    [window] = windows(TEXT, paragraphs(TEXT), english_vocabulary())
    look = {TEXT[s:e]: k for s, e, k in zip(window.starts, window.ends, window.looks, strict=True) if s >= 0}
    assert look["Ana"] == 2
    assert look["said"] == 1
    assert look["2019"] == 4
    assert look["held"] == 1 + 6
    assert look["DAM"] == 3 + 6


def test_paragraphs_are_packed_whole_and_long_ones_cut_after_a_sentence() -> None:
    short = "The dam held and the road was open on that day. " * 4
    text = "\n".join([short.strip()] * 9)
    packed = list(windows(text, paragraphs(text), english_vocabulary()))
    assert len(packed) > 1
    for one, other in itertools.pairwise(packed):
        assert one.paragraphs[-1] != other.paragraphs[1]
    long = (short * 20).strip()
    cut = list(windows(long, [(0, len(long))], english_vocabulary()))
    assert all(len(window) <= WINDOW for window in cut)
    assert all(long[window.starts[-1]] == "." for window in cut)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab CDé.,;:?!\"“”«»„‘’'()–\n12\u200f\u0301日本", max_size=400))
def test_any_text_is_held_once_and_in_order(text: str) -> None:
    last = 0
    for window in windows(text, paragraphs(text), english_vocabulary()):
        assert len(window) <= WINDOW
        assert len({len(window.ids), len(window.looks), len(window.starts), len(window.paragraphs)}) == 1
        for start, end in zip(window.starts, window.ends, strict=True):
            if start >= 0:
                assert last <= start <= end <= len(text)
                last = start
