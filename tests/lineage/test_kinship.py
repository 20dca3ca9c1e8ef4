import dataclasses

import pytest

import lineage_prose as prose
from sayso.lineage.align import Alignment, Profile, align, found_in, profile
from sayso.lineage.kinship import INSERTION, Kinship
from sayso.lineage.shingles import words_of

ONE, TWO = prose.text(1, 9), prose.text(2, 9)
SHORT, LONG = prose.text(3, 2), prose.text(4, 6)


@dataclasses.dataclass
class Texts:
    profiles: list[Profile]

    def profile(self, number: int) -> Profile:
        return self.profiles[number]

    def found_in(self, number: int, start: int, end: int, other: int) -> tuple[int, int]:
        wanted = self.profiles[number].in_order[start : end - self.profiles[number].shingle_tokens + 1]
        return found_in(wanted, self.profiles[other]), len(wanted)


@dataclasses.dataclass
class Tied:
    left: int
    right: int
    alignment: Alignment


def judged(texts: list[str], solid: list[tuple[int, int]], asked: tuple[int, int]) -> bool:
    known = Texts([profile(words, 5) for words in words_of(texts)])
    ties = [Tied(a, b, align(known.profile(a), known.profile(b))) for a, b in (*solid, asked)]
    return Kinship(known, len(texts), ties[:-1], ties[-1:]).is_insertion(ties[-1], 24)


@pytest.mark.parametrize(
    ("texts", "solid", "insertion"),
    [
        ([f"{ONE}\n{SHORT}", f"{TWO}\n{SHORT}", ONE, TWO], [(0, 2), (1, 3)], True),
        ([f"{ONE}\n{LONG}", f"{TWO}\n{LONG}", ONE, TWO], [(0, 2), (1, 3)], True),  # both families lack it
        ([f"{ONE}\n{SHORT}", f"{TWO}\n{SHORT}", ONE], [(0, 2)], True),
        ([f"{ONE}\n{LONG}", f"{TWO}\n{LONG}", ONE], [(0, 2)], False),  # one does, and may have cut it
        ([f"{ONE}\n{SHORT}", f"{TWO}\n{SHORT}"], [], False),
        ([f"{ONE}\n{SHORT}", f"{TWO}\n{SHORT}", f"{ONE}\n{SHORT}"], [(0, 2)], False),
        ([f"{ONE}\n{SHORT}", f"{ONE}\n{SHORT}"], [(0, 1)], False),  # one family already
    ],
)
def test_what_the_kin_lack_was_set_in(texts: list[str], solid: list[tuple[int, int]], insertion: bool) -> None:
    assert len(SHORT.split()) < INSERTION < len(LONG.split())
    assert judged(texts, solid, (0, 1)) is insertion


def test_kin_by_lesser_ties_can_only_say_that_they_lack_it() -> None:
    texts = [f"{ONE}\n{SHORT}", f"{TWO}\n{SHORT}", ONE, f"{prose.text(5)}\n{SHORT}"]
    known = Texts([profile(words, 5) for words in words_of(texts)])
    asked, same, other = (Tied(a, b, align(known.profile(a), known.profile(b))) for a, b in ((0, 1), (0, 2), (1, 3)))
    assert Kinship(known, 4, [], [asked, same]).is_insertion(asked, 24)
    assert not Kinship(known, 4, [], [asked, other]).is_insertion(asked, 24)
