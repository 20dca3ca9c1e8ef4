from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.plain import from_plain, paragraphs
from sayso.vocab import BlockRole


def cut(text: str, pairs: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in pairs]


@given(st.text(max_size=300))
def test_text_is_kept_and_every_span_leads_back(text: str) -> None:
    made = from_plain(text, language="en")
    assert made.text == text
    assert made.source_map.recut(0, len(text), text) == text
    last = 0
    for block in made.blocks:
        assert last <= block.start < block.end <= len(text)
        last = block.end
    for start, end in made.sentences:
        assert any(block.start <= start < end <= block.end for block in made.blocks)


def test_lines_are_paragraphs_where_they_end_sentences() -> None:
    text = "The bridge fell.\nNine died.\n\nThe mayor left."
    assert cut(text, paragraphs(text)) == ["The bridge fell.", "Nine died.", "The mayor left."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The bridge over the river Anse fell on Monday after a barge ran into\n"
        "its second pier, the mayor's office said, and nine people were killed\nin the water."
    )
    assert cut(text, paragraphs(text)) == [text]


def test_a_given_headline_that_opens_the_text_is_marked() -> None:
    made = from_plain("Bridge falls\n\nThe bridge fell.", headline="Bridge falls")
    assert [block.role for block in made.blocks] == [BlockRole.HEADLINE, BlockRole.BODY]
