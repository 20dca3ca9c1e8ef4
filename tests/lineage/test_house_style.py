"""What a desk changes by its own rules, and what looks like it and is a change."""

import pytest

from sayso.lineage.house_style import MOST_WORDS, is_house_style


def told(old: str, new: str, behind: str = "", language: str = "en") -> bool:
    return is_house_style(old.split(), new.split(), behind, language)


@pytest.mark.parametrize(
    ("old", "new", "behind"),
    [
        ("says", "said", ""),
        ("is", "was", ""),
        ("has arrived", "arrived", ""),
        ("will meet", "met", ""),
        ("reports", "reported", ""),
        ("didn’t leave", "has not left", ""),
        ("12", "twelve", "pilots"),
        ("one", "1", "pilot"),
        ("twenty five", "25", ""),
        ("two hundred", "200", ""),
        ("1,200", "1200", ""),
        ("percent", "", ""),
        ("President Odo", "Mr", "Lentz"),
        ("Odo", "", "Lentz"),
        ("", "Mayor Odo", "Lentz"),
        ("President Odo Lentz", "Lentz", "said"),
        ("Gen", "General", "Lentz"),
        ("said Lentz", "Lentz said", ""),
        ("today", "on Tuesday", ""),
        ("the", "", "lock"),
    ],
)
def test_another_form_of_the_same_is_no_change(old: str, new: str, behind: str) -> None:
    assert told(old, new, behind)
    assert told(new, old, behind)
    assert told(old, new, behind, "und")  # as in most rows of a batch


@pytest.mark.parametrize(
    ("old", "new", "behind"),
    [
        ("12", "15", "pilots"),
        ("twelve", "15", "pilots"),
        ("12", "112", "pilots"),
        ("Odo", "Ada", "Lentz"),
        ("Odo Lentz", "Ada Lenz", ""),
        ("Halden", "Holden", ""),
        ("President", "Chancellor", "Lentz"),
        ("and Odo Lentz", "", "said"),
        ("Odo Lentz", "", "said"),
        ("general", "", "strike"),
        ("left", "has not left", ""),
        ("may leave", "will leave", ""),
        ("before", "after", ""),
        ("to", "from", "Veel"),
        ("shut", "open", ""),
        ("cat", "car", ""),
        ("Halden beat Veel", "Veel beat Halden", ""),
        ("Tuesday", "Wednesday", ""),
        ("today or Tuesday", "on Tuesday", ""),
        ("", "Nobody was missed", ""),
        (" ".join(f"ab{n}cd" for n in range(MOST_WORDS + 1)), " ".join(f"ab{n}ce" for n in range(MOST_WORDS + 1)), ""),
    ],
)
def test_what_says_something_else_is_a_change(old: str, new: str, behind: str) -> None:
    assert not told(old, new, behind)
    assert not told(new, old, behind)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("sagt", "sagte", "de"),
        ("zwölf", "12", "de-AT"),
        ("est", "était", "fr"),
        ("mówi", "powiedział", "pl"),
        ("двенадцать", "12", "ru"),
        ("said", "says", "xx"),  # nothing is known of that language
    ],
)
def test_each_language_has_its_own_forms(old: str, new: str, language: str) -> None:
    assert told(old, new, "", language) is (language not in ("pl", "xx"))
