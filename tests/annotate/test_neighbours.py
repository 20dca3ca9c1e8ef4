"""What lies at a place is found without looking at all that lies elsewhere, and nothing that lies there is missed."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.neighbours import Neighbours, merged, sentence_at, sentences_in
from sayso.annotate.relations import Relation, touch

_STRETCHES = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 300)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


def _at(start: int, end: int) -> Relation:
    return Relation([], [(start, end)], [], "verb-that")


@given(_STRETCHES, st.integers(0, 900), st.integers(1, 300))
def test_whoever_touches_a_stretch_is_found_in_order(places: list[tuple[int, int]], start: int, length: int) -> None:
    relations = [_at(*place) for place in places]
    found = Neighbours(relations, lambda one: one.cue).of([(start, start + length)])
    touching = [one for one in relations if touch(one.cue, [(start, start + length)])]
    assert [one for one in found if touch(one.cue, [(start, start + length)])] == touching


def test_of_thousands_only_those_near_are_looked_at() -> None:
    relations = [_at(at * 20, at * 20 + 10) for at in range(5_000)]
    near = Neighbours(relations, lambda one: one.cue)
    assert len(near.of([(50_000, 50_010)])) < 20


def test_who_is_given_another_stretch_is_found_there() -> None:
    one = _at(0, 10)
    near = Neighbours([one], lambda relation: relation.cue)
    one.cue = [(5_000, 5_010)]
    near.note(one)
    assert near.of([(5_005, 5_006)]) == [one]


@given(_STRETCHES, st.integers(0, 1_300))
def test_the_sentence_of_a_place_is_the_one_that_holds_it(places: list[tuple[int, int]], place: int) -> None:
    sentences = merged(places)
    assert sentence_at(sentences, place) == next((one for one in sentences if one[0] <= place < one[1]), None)


@given(_STRETCHES, st.integers(0, 900), st.integers(1, 300))
def test_merged_stretches_overlap_what_theirs_do(places: list[tuple[int, int]], start: int, length: int) -> None:
    held = any(low < start + length and start < high for low, high in places)
    assert (next(sentences_in(merged(places), start, start + length), None) is not None) == held
