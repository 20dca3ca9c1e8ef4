import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.json_strings import string_places, unescaped

documents = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from strings(item, (*path, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, (*path, key))


@given(documents, st.booleans(), st.sampled_from([None, 1]))
def test_every_string_is_found_and_can_be_cut_again(document: Any, ascii_only: bool, indent: int | None) -> None:
    source = json.dumps(document, ensure_ascii=ascii_only, indent=indent)
    places = string_places(source)
    assert set(places) == {path for path, _ in strings(document)}
    for path, text in strings(document):
        read, to_source = unescaped(source, *places[path])
        assert read == text
        assert to_source.recut(0, len(text), source) == text


def test_a_repeated_key_counts_the_last_time() -> None:
    source = '{"a": "first", "a": "last"}'
    assert unescaped(source, *string_places(source)[("a",)])[0] == "last"
