import html

from hypothesis import given
from hypothesis import strategies as st

from sayso.spans import MappedText, OffsetMap, Run, Span, merged, utf16_offset


@given(st.text(min_size=1), st.data())
def test_identity_map_recuts_every_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert OffsetMap.identity(len(text)).recut(start, end, text) == text[start:end]


def escaped(text: str) -> tuple[str, OffsetMap]:
    """HTML source of `text` with every character outside letters written as a reference, and the map."""
    mapped, at = MappedText(), 0
    source = ""
    for ch in text:
        raw = ch if ch.isalpha() else f"&#{ord(ch)};"
        source += raw
        mapped.append(ch, at, at + len(raw), "" if ch.isalpha() else "html")
        at += len(raw)
    return source, mapped.build()[1]


plain_text = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cs", "Cc"]), min_size=1)


@given(plain_text, st.data())
def test_recut_decodes_character_references(text: str, data: st.DataObject) -> None:
    source, to_source = escaped(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert html.unescape(source) == text
    assert to_source.recut(start, end, source) == text[start:end]


@given(plain_text)
def test_maps_compose(text: str) -> None:
    middle, inner = escaped(text)
    source, outer = escaped(middle)
    assert inner.through(outer).recut(0, len(text), source) == text


def test_markup_between_runs_is_skipped() -> None:
    source = "<p>At <b>least</b> 4</p>"
    mapped = MappedText()
    for at, end in ((3, 6), (9, 14), (18, 20)):
        mapped.append(source[at:end], at, end)
    text, to_source = mapped.build()
    assert text == "At least 4"
    assert to_source.recut(0, 10, source) == text
    assert to_source.to_source(3, 8) == (9, 14)


def test_runs_that_continue_each_other_are_merged() -> None:
    assert merged([Run(0, 2, 5, 7), Run(2, 3, 7, 8), Run(3, 4, 9, 10)]) == (Run(0, 3, 5, 8), Run(3, 4, 9, 10))


@given(st.text())
def test_utf16_offset_counts_as_browsers_do(text: str) -> None:
    assert utf16_offset(text, len(text)) == len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_span_keeps_context_out_of_identity() -> None:
    near, far = Span.cut("a", "one two three", 4, 7), Span.cut("a", "xxx two yyyyy", 4, 7)
    assert near == far
    assert near.prefix != far.prefix
