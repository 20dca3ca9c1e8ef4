import numpy as np
import pytest

import lineage_prose as prose
from lineage_pairs import pair
from sayso.lineage.documents import Document
from sayso.lineage.findings import Findings, find
from sayso.lineage.joining import IN_FAMILIES, LONG_PASSAGE, PARTLY, Doubtful, Ties, established, of_common_property
from sayso.lineage.worth import Pair
from sayso.settings import LineageSettings

NONE = Ties.of([])


def common(pairs: list[Pair], further: list[Pair], size: int) -> list[bool]:
    return [bool(one) for one in of_common_property(size, Ties.of(pairs), Ties.of(further))]


def inside(inner: int, outers: list[int]) -> list[Pair]:
    return [pair(inner, outer, (0.95, 0.2)) if inner < outer else pair(outer, inner, (0.2, 0.95)) for outer in outers]


@pytest.mark.parametrize("inner", [0, IN_FAMILIES + 1])
def test_a_text_that_lies_in_many_unrelated_ones_makes_no_family(inner: int) -> None:
    outers = [number for number in range(IN_FAMILIES + 2) if number != inner]
    assert common(inside(inner, outers), [], len(outers) + 1) == [True] * len(outers)
    assert common(inside(inner, outers[1:]), [], len(outers) + 1) == [False] * (len(outers) - 1)


def test_an_excerpt_of_a_text_with_many_copies_is_one() -> None:
    copies = [pair(1, number) for number in range(2, 20)]
    assert not any(common([*copies, *inside(0, list(range(1, 20)))], [], 20))


def test_halves_of_other_texts_are_a_sign_too_and_tell_two_briefs_of_one_box_apart() -> None:
    """Two briefs have most of each other, the box; half of each stands in reports that have it."""
    reports = list(range(2, 10))
    halves = [pair(brief, report, (0.6, 0.1)) for brief in (0, 1) for report in reports]
    assert common([pair(0, 1, (0.6, 0.6))], halves, 10) == [True]
    assert common([pair(0, 1, (0.6, 0.6))], halves[: len(reports)], 10) == [False]  # the other is nobody's box


def asked(one: Pair, families: list[int]) -> tuple[bool, bool]:
    """Whether the pair is kept, and whether it may join the families of its two documents."""
    labels = np.array(families)
    doubtful = Doubtful.of([one], LineageSettings())
    questions = doubtful.asked(labels, established(labels))
    return bool(doubtful.kept(labels)[0]), bool((questions.asked & ~questions.home)[0])


ALONE, ONE, TWO = [0, 1, 2, 3], [0, 1, 0, 3], [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("covered", "bars"), [((0.2, 0.2), (0.6, 0.8, 0.85)), ((0.6, 0.2), (0.35, 0.6, 0.7))], ids=["little", "half"]
)
def test_the_more_a_pair_would_join_the_more_it_must_be_word_for_word(
    covered: tuple[float, float], bars: tuple[float, float, float]
) -> None:
    for families, bar in zip((ALONE, ONE, TWO), bars, strict=True):
        assert asked(pair(0, 1, covered, bar), families) == (False, True)
        assert asked(pair(0, 1, covered, bar - 0.02), families) == (False, False)
    assert asked(pair(0, 1, covered, 0.4), [0, 0, 2, 3]) == (True, False)  # of one family already


@pytest.mark.parametrize(
    ("covered", "density", "home"),
    [((PARTLY + 0.01, 0.1), 0.7, True), ((PARTLY - 0.01, 0.1), 0.7, False), ((0.6, 0.1), 0.45, False)],
)
def test_whether_a_text_is_at_home_is_asked_where_much_of_one_is_shared_but_not_half(
    covered: tuple[float, float], density: float, home: bool
) -> None:
    labels = np.array(ONE)
    questions = Doubtful.of([pair(0, 1, covered, density)], LineageSettings()).asked(labels, established(labels))
    assert (questions.home.tolist(), questions.asked.tolist()) == ([home], [home])


@pytest.mark.parametrize(
    ("words", "density", "agency", "kept"),
    [
        (200, 0.6, True, True),
        (200, 0.6, False, False),
        (200, 0.45, True, False),  # luck, not sentences
        (2 * LONG_PASSAGE - 10, 1.0, True, False),  # no passage is long
    ],
)
def test_scattered_sentences_of_an_agency_need_nobodys_word(
    words: int, density: float, agency: bool, kept: bool
) -> None:
    one = pair(0, 1, (0.2, 0.2), density, words)
    assert asked(Pair(0, 1, one.alignment, agency=agency), TWO)[0] is kept


def found(texts: dict[str, str]) -> set[frozenset[str]]:
    documents = [Document(id=name, outlet=name, text=text) for name, text in texts.items()]
    findings: Findings = find(documents, LineageSettings(), quotations=False)
    return {frozenset((findings.documents[f.derived].id, findings.documents[f.origin].id)) for f in findings.found}


def between(pairs: set[frozenset[str]]) -> set[frozenset[str]]:
    """Pairs of documents whose names begin differently."""
    return {pair for pair in pairs if len({name[0] for name in pair}) > 1}


def test_a_brief_that_is_little_but_a_box_does_not_chain_what_carries_the_box() -> None:
    box = prose.text(9, 1, 4)
    families = {
        f"{name}{n}": prose.text(20 + seed, 9) + (f"\n\n{box}" if n == 0 else "")
        for seed, name in enumerate("abcdefgh")
        for n in range(3)
    }
    pairs = found(families | {"z0": f"{prose.text(8, 1, 1)[:40]}.\n\n{box}"})
    assert between(pairs) == set()
    assert len(pairs) == 3 * 8


@pytest.mark.parametrize("sentences", [3, 6])
def test_what_is_at_home_in_a_family_ties_the_reports_it_was_set_into(sentences: int) -> None:
    """Few words or in several reports: with nobody to say whose they are, they tie nothing."""
    own = prose.paragraphs(40, 9, 3)
    lifted = ". ".join(" ".join(own[2:4]).split(". ")[:sentences])
    count = 4 if sentences > 3 else 1
    reports = {f"r{n}": f"{prose.text(50 + n, 5)}\n\n{lifted}" for n in range(count)}
    family = {f"a{n}": "\n\n".join(own[: 9 - n]) for n in range(3)}
    assert between(found(family | reports)) == {frozenset((a, r)) for a in family for r in reports}
    assert between(found({"a0": family["a0"]} | reports)) == set()


def test_a_reworded_paragraph_ties_a_report_that_stands_alone_to_the_family_where_it_is_at_home() -> None:
    own = prose.paragraphs(40, 9)
    taken = "\n\n".join(own[2:6])
    report = {"r0": f"{prose.text(50, 9)}\n\n{prose.reworded(taken, 3, 0.1)}"}
    family = {f"a{n}": "\n\n".join(own[: 9 - n]) for n in range(3)}
    assert between(found(family | report)) == {frozenset((a, "r0")) for a in family}
    foreign = {name: text.replace(taken, "") for name, text in family.items()}
    foreign["a0"] += f"\n\n{taken}"  # set into one of them
    assert between(found(foreign | report)) == set()


def test_a_paragraph_of_two_families_joins_them_word_for_word_only() -> None:
    lifted = "\n\n".join(prose.paragraphs(40, 9)[2:6])
    one = {f"a{n}": prose.text(40, 9) for n in range(2)}
    for rate, count in ((0.0, 4), (0.12, 0)):
        own = f"{prose.reworded(lifted, 3, rate)}\n\n{prose.text(41, 9)}"
        assert len(between(found(one | {f"b{n}": own for n in range(2)}))) == count
