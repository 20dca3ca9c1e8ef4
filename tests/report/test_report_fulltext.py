from hypothesis import given
from hypothesis import strategies as st

from report.invented_case import HARDENED, WIRE, invented
from sayso.report.fulltext import Mark, Token, text_views, tokens

TEXT = "abcdefghijklmnopqrstuvwxyz"
PLACES = st.integers(min_value=0, max_value=len(TEXT))
MARKS = st.lists(
    st.builds(
        lambda start, end, kind, anchor: Mark(start=start, end=end, kind=kind, anchor=anchor),
        PLACES,
        PLACES,
        st.sampled_from(["said", "own", "source"]),
        st.uuids().map(str),
    ),
    max_size=8,
    unique_by=lambda mark: mark.anchor,
)


def nesting(steps: list[Token]) -> list[Mark]:
    """The marks still open at the end; fails when an end does not fit the last start."""
    stack: list[Mark] = []
    for token in steps:
        if token.step == "start" and token.mark:
            stack.append(token.mark)
        elif token.step == "end":
            assert stack.pop() == token.mark
    return stack


@given(MARKS, PLACES, PLACES)
def test_marks_nest_whatever_crosses_and_the_text_stays_whole(marks: list[Mark], one: int, other: int) -> None:
    start, end = sorted((one, other))
    steps = list(tokens(TEXT, start, end, marks, set()))
    assert not nesting(steps)
    assert "".join(token.text for token in steps) == TEXT[start:end]


@given(MARKS)
def test_each_mark_covers_exactly_its_stretch_and_has_one_anchor(marks: list[Mark]) -> None:
    covered: dict[str, str] = {}
    firsts: list[str] = []
    lasts: list[str] = []
    stack: list[Mark] = []
    for token in tokens(TEXT, 0, len(TEXT), marks, set()):
        if token.step == "start" and token.mark:
            stack.append(token.mark)
            firsts += [token.mark.anchor] if token.first else []
        elif token.step == "end" and token.mark:
            stack.remove(token.mark)
            lasts += [token.mark.anchor] if token.last else []
        for mark in stack if token.step == "text" else ():
            covered[mark.anchor] = covered.get(mark.anchor, "") + token.text
    wanted = {mark.anchor: TEXT[mark.start : mark.end] for mark in marks if mark.start < mark.end}
    assert covered == wanted
    assert sorted(firsts) == sorted(lasts) == sorted(wanted)


def test_a_mark_over_two_blocks_has_its_anchor_in_the_first_only() -> None:
    mark, opened = Mark(start=2, end=8, kind="said", anchor="m"), set[str]()
    first = list(tokens(TEXT, 0, 5, [mark], opened))
    second = list(tokens(TEXT, 5, 10, [mark], opened))
    assert [token.first for token in first + second if token.step == "start"] == [True, False]
    assert [token.last for token in first + second if token.step == "end"] == [False, True]


def test_claims_sources_cues_and_loaded_words_are_marked_in_their_articles() -> None:
    views = {view.article.ref.name: view for view in text_views(invented(), {})}
    kinds = {
        name: {token.mark.kind for p in view.passages for steps in p.paragraphs for token in steps if token.mark}
        for name, view in views.items()
    }
    assert kinds["Veel Courier"] == {"said", "source", "cue"}
    assert kinds["Harbour Post"] == {"own", "loaded", "credited"}
    assert HARDENED.headline
    assert views["Harbour Post"].passages[0].role == "headline"


def test_all_text_of_all_blocks_is_there() -> None:
    (view,) = (view for view in text_views(invented(), {}) if view.article.headline.text == WIRE.headline)
    shown = "\n".join("".join(t.text for t in steps) for p in view.passages for steps in p.paragraphs)
    assert shown.split() == WIRE.text.split()
