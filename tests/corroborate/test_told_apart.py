"""Two origins count for certain where something in the coverage tells them apart."""

import pytest

from sayso.corroborate.source_names import read_source
from sayso.corroborate.told_apart import are_of_other_kinds, is_identified
from sayso.vocab import SourceKind


@pytest.mark.parametrize(
    ("key", "name", "told"),
    [
        (("body", "@norlandia", "interior_ministry"), "Norlandia's Interior Ministry", True),
        (("body", "", "interior_ministry"), "the Interior Ministry", False),
        (("person", "lenz"), "Ana Lenz", True),
        (("person", "lenz"), "Mayor Lenz", True),
        (("person", "=norvex power"), "Norvex Power", True),
        (("person", "fagforeningen"), "Fagforeningen", False),
        (("person", "norlandia"), "Norlandia", False),
        (("outlet", "HLSKRR"), "the Halden Courier", False),
    ],
)
def test_what_goes_by_a_name_of_its_own_is_identified(key: tuple[str, ...], name: str, *, told: bool) -> None:
    assert is_identified(key, [read_source(name, SourceKind.NAMED)]) is told


def test_one_name_in_full_is_enough() -> None:
    sources = [read_source(name, SourceKind.NAMED) for name in ("Lenz", "Ana Lenz")]
    assert is_identified(("person", "lenz"), sources)


def test_kinds_that_lists_know_differ_where_none_may_be_the_other() -> None:
    assert are_of_other_kinds({"hospital"}, {"interior_ministry"})
    assert not are_of_other_kinds({"hospital"}, set())
    assert not are_of_other_kinds({"hospital", "police"}, {"police"})
