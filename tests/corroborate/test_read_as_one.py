"""Names that no list puts together, read by a network: what it finds likely makes the range of origins."""

from collections.abc import Callable, Iterable

import pytest

from factory import told_by
from sayso.corroborate.read_as_one import ReadNames
from sayso.corroborate.translations import is_person
from sayso.model import Corroboration, Record
from sayso.stage import of

Corroborate = Callable[[Iterable[Record]], list[Record]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Oldmark interior ministry", "Oldmark İçişleri Bakanlığı"),
        ("der Hersteller Norvax", "la empresa Norvax"),
        ("the coast guard", "la guardia costiera"),
        ("пресс-служба флота", "the navy's press office"),
        ("市政府", "the city government"),
        ("les pompiers", "straż pożarna"),
    ],
)
def test_two_names_of_one_body_may_be_one(one: str, other: str) -> None:
    names = ReadNames()
    assert names.may_be_one([one], [other])
    assert names.may_be_one([other], [one])  # in either order


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("der Hersteller Norvax", "el ministerio de Sanidad"),
        ("Anna Lenz, a nurse", "hastane müdürü"),
        ("the city government", "幸存者"),
        ("a survivor", "министр обороны"),
    ],
)
def test_names_of_two_are_two(one: str, other: str) -> None:
    assert not ReadNames().may_be_one([one], [other])


def test_two_people_are_told_apart_by_their_names_alone() -> None:
    assert is_person(["Anna Lenz"])
    assert is_person(["Peter Orvel"])
    assert not is_person(["the mayor"])


def _count(corroborate: Corroborate, *told: tuple[str, str]) -> Corroboration:
    counts = of(corroborate(told_by("the dam was mined before it burst", *told)), Corroboration)
    return max(counts, key=lambda count: count.articles)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("structural engineer Bayu Treno", "结构工程师巴尤"),
        ("Harbour Council secretary Almas Tore", "港口理事会秘书长托列"),
    ],
)
def test_what_reads_as_one_makes_the_range(corroborate: Corroborate, one: str, other: str) -> None:
    count = _count(corroborate, (one, "en"), (other, "zh"))
    assert (count.low, count.high) == (1, 2)
    assert any("by what it is called" in reason.detail for group in count.groups for reason in group.reasons)


def test_bodies_of_two_kinds_are_not_read(corroborate: Corroborate) -> None:
    assert ReadNames().may_be_one(["the airline"], ["机场"])  # a network alone takes an airline for an airport
    assert _count(corroborate, ("the airline", "en"), ("机场", "zh")).low == 2


def test_what_one_language_names_twice_is_not_read(corroborate: Corroborate) -> None:
    assert _count(corroborate, ("the Oldmark coast guard", "en"), ("the Oldmark port authority", "en")).low == 2
