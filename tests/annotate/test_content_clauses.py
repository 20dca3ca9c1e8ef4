"""What is said in several clauses, as several claims."""

import pytest

from sayso.annotate import cues
from sayso.annotate.content_clauses import content_clauses


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        ("en", "that nine died and that the road is shut", ["that nine died", "that the road is shut"]),
        ("en", "that nine died, and that the road is shut", ["that nine died", "that the road is shut"]),
        ("en", "nine people died, and that the road is shut", ["nine people died", "that the road is shut"]),
        ("en", "the plane was hit: it counts two missiles", ["the plane was hit", "it counts two missiles"]),
        ("en", "both sides are investigating; Orlemar wants a probe", None),
        ("de", "dass neun starben und dass die Straße zu ist", ["dass neun starben", "dass die Straße zu ist"]),
        ("ru", "что погибли девять и что дорога закрыта", ["что погибли девять", "что дорога закрыта"]),
    ],
)
def test_clauses_are_cut_where_the_next_one_opens(language: str, text: str, clauses: list[str] | None) -> None:
    grammar = cues.grammar(language)
    assert grammar is not None
    found = [text[low:high] for low, high in content_clauses(text, (0, len(text)), grammar)]
    assert found == (clauses or text.split("; "))


@pytest.mark.parametrize(
    "text",
    [
        "that nine died and two were hurt",
        "the bridge and that man fell into the river",
        "it was a mine, and that was all he knew",
        "that “nine died; and that the road is shut”",
        "that two things matter: bread and water for all",
        "that he left",
        "They left at noon; we stayed behind.”",
        "‘They left at noon; we stayed behind,’",
        "that the claim that nine died and that ten were hurt is false",
    ],
)
def test_one_clause_stays_whole(text: str) -> None:
    grammar = cues.grammar("en")
    assert grammar is not None
    assert content_clauses(text, (0, len(text)), grammar) == [(0, len(text))]
