"""Compiled loops and numpy give the same, number for number, on ordinary and on hostile texts."""

import random
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import lineage_prose as prose
from sayso.lineage import prepared as prepared_module
from sayso.lineage.align import Alignment
from sayso.lineage.batch import lineage_rows
from sayso.lineage.candidates import Candidates, Index, Indexes, Sketches
from sayso.lineage.compare import compare
from sayso.lineage.documents import Document
from sayso.lineage.plain import Plain
from sayso.lineage.prepared import Means, Prepared
from sayso.settings import LineageSettings

compiled = pytest.importorskip("sayso.lineage.compiled", reason="numba is not installed", exc_type=ImportError)

SMALL = LineageSettings(df_cap=3, representatives=2, short_words=20, min_shared_words=8)
CHARACTERS = "ab c\n\"“”„«»'.,(—é\u0301\u00ad\u0640\u0000俄国เรمش\ud800\U00020000\U000e0001\u2003\u3000İß①Ⅷ々ﾊ"
TEXTS = st.lists(
    st.one_of(
        st.text(CHARACTERS, max_size=120),
        st.text(max_size=60),
        st.text("ab ", max_size=200),
        st.lists(st.sampled_from(["the board", "of", "harbour", "港务局", "“no”", "\n\n"]), max_size=90).map(" ".join),
    ),
    max_size=7,
)


def documents(texts: list[str], left_out: bool = False) -> list[Document]:
    ranges = ((3, 9), (40, 999)) if left_out else ()
    return [Document(id=str(number), text=text, left_out=ranges) for number, text in enumerate(texts)]


def both(texts: list[str], chosen: LineageSettings, left_out: bool = False) -> tuple[Means, Means]:
    given = documents(texts, left_out)
    return Plain(given, chosen), compiled.Compiled(given, chosen)


def every_pair(size: int) -> tuple[Indexes, Indexes]:
    lefts, rights = np.triu_indices(size)
    return lefts.astype(np.int64), rights.astype(np.int64)


def told(alignments: Iterator[Alignment]) -> list[tuple[object, ...]]:
    return [
        (tuple(a.passages), a.left_length, a.right_length, a.worth, a.shared, a.left_coverage, a.density)
        for a in alignments
    ]


def index_told(index: Index) -> tuple[list[int], list[int], list[int]]:
    return index.hashes.tolist(), index.starts.tolist(), index.documents.tolist()


def candidates_told(found: Candidates) -> tuple[list[int], ...]:
    return found.left.tolist(), found.right.tolist(), found.shared.tolist(), found.hot.tolist()


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from([SMALL, LineageSettings(), LineageSettings(shingle_words=2)]))
@example(["no " * 3000, "no " * 2500, "", "a"], False, LineageSettings())
@example(
    ["We wait.\n\nThe lock is shut. — Ana Lenz (@analenz) May 5, 2031\n“Yes.”", "Q: Who? A: Me. Q: Why?"], False, SMALL
)
@example(["ab " * 200 + "b a " * 80] * 6, False, SMALL)
@example([" ".join(f"w{n % 97}" for n in range(9000)), " ".join(f"w{n % 89}" for n in range(9000))], True, SMALL)
def test_both_means_give_the_same(texts: list[str], left_out: bool, chosen: LineageSettings) -> None:
    plain, fast = both(texts, chosen, left_out)
    lengths, worths, sketches = plain.sketches()
    other_lengths, other_worths, other = fast.sketches()
    assert list(lengths) == list(other_lengths)
    assert list(worths) == list(other_worths)
    for number, (start, end) in enumerate(zip(sketches.bounds, sketches.bounds[1:], strict=False)):
        own = other.hashes[other.bounds[number] : other.bounds[number + 1]]
        assert sketches.hashes[start:end].tolist() == sorted(own.tolist())
        words, again = plain.words(number), fast.words(number)
        assert words.hashes.tolist() == again.hashes.tolist()
        assert (words.starts.tolist(), words.ends.tolist()) == (again.starts.tolist(), again.ends.tolist())
        assert plain.quoted(number) == fast.quoted(number)
    index, known = plain.index(sketches), fast.index(other)
    assert index_told(index) == index_told(known)
    assert candidates_told(plain.candidates(index, 2)) == candidates_told(fast.candidates(known, 2))
    assert told(plain.alignments(*every_pair(len(texts)))) == told(fast.alignments(*every_pair(len(texts))))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sets(st.integers(0, 12), max_size=8), max_size=12), st.integers(1, 4), st.integers(1, 3))
def test_hot_hashes_and_families_are_counted_alike(sets: list[set[int]], df_cap: int, representatives: int) -> None:
    plain, fast = both([], LineageSettings(df_cap=df_cap, representatives=representatives))
    sketches = Sketches.of(np.array(sorted(own), np.uint64) << np.uint64(59) for own in sets)
    index, known = plain.index(sketches), fast.index(sketches)
    assert index_told(index) == index_told(known)
    assert candidates_told(plain.candidates(index, 1)) == candidates_told(fast.candidates(known, 1))
    family = np.arange(len(sets), dtype=np.int64) // 3
    spreads = plain.spread(index, family), fast.spread(known, family)
    assert spreads[0].hashes.tolist() == spreads[1].hashes.tolist()
    assert spreads[0].families.tolist() == spreads[1].families.tolist()


def newsroom(count: int) -> list[str]:
    """Reports, of which most are made from an earlier one: whole, cut, reworded, or with a box that many carry."""
    chance = random.Random(count)
    box = prose.text(77, 2)
    texts = [prose.text(0)]
    for number in range(1, count):
        earlier = chance.choice(texts)
        made = [earlier, earlier[: len(earlier) // 2], prose.reworded(earlier, number), prose.text(number)]
        text = chance.choice(made)
        texts.append(chance.choice([text, text, f"{text}\n\n“{box}”", f"{prose.text(number, 3)}\n\n{box}"]))
    return texts


@pytest.mark.parametrize("quotations", [True, False])
def test_judgement_over_both_means_is_the_same(quotations: bool) -> None:
    given = documents(newsroom(150))
    found = [
        compare(Prepared(given, LineageSettings(), means, quotations=quotations)).pairs
        for means in (Plain(given, LineageSettings()), compiled.Compiled(given, LineageSettings()))
    ]
    assert len(found[0]) > 200
    assert found[0] == found[1]


def test_kin_and_spread_are_asked_alike() -> None:
    texts = newsroom(40)
    plain, fast = both(texts, LineageSettings())
    index = plain.index(plain.sketches()[2])
    known = plain.spread(index, np.arange(len(texts)))
    assert len(known.hashes) > 20
    lefts, rights = every_pair(len(texts))
    passages = [found.passages for found in plain.alignments(lefts, rights)]
    spreads = list(plain.spreads(lefts, rights, passages, known))
    assert spreads == list(fast.spreads(lefts, rights, passages, known))
    assert len({families for own in spreads for families in own}) > 3
    for number in range(len(texts)):
        words = plain.words(number)
        for start in range(0, len(words), 25):
            end = min(len(words), start + 60)
            other = (7 * number + start) % len(texts)
            assert plain.found_in(number, start, end, other) == fast.found_in(number, start, end, other)


def test_a_batch_in_many_pieces_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"id": f"{n:03d}", "text": text, "outlet": f"outlet {n % 7}"} for n, text in enumerate(newsroom(80))]
    monkeypatch.setattr(prepared_module, "COMPILED_FROM", 1 << 40)
    monkeypatch.setattr(prepared_module, "_is_loaded", lambda: False)
    wanted = list(lineage_rows(rows))
    monkeypatch.setattr(prepared_module, "COMPILED_FROM", 0)
    monkeypatch.setattr(compiled, "BATCH_CHARS", 4000)
    monkeypatch.setattr(compiled, "_LEFT_AT_ONCE", 7)
    assert list(lineage_rows(rows)) == wanted


def test_small_batches_do_not_wait_for_the_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    given = documents(["a b c"] * 9)
    assert isinstance(prepared_module.means_for(given, LineageSettings()), compiled.Compiled)  # it is loaded
    monkeypatch.setattr(prepared_module, "_is_loaded", lambda: False)
    assert isinstance(prepared_module.means_for(given, LineageSettings()), Plain)
