"""Bare numbers that count again what the sentence before counts; calibres and times of day, which count nothing."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities


def counts(text: str, language: str) -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "The clinic gives 31 dead. The rebels have not moved from nine.", (9, "killed")),
        ("en", "The clinic gives 31 dead. The mayor no longer stands by 40.", (40, "killed")),
        ("de", "Man gehe von elf Toten aus. Der Rettungsdienst zählt 24, nachdem eine Frau starb.", (24, "killed")),
        (
            "fr",
            "Le bilan était de 23. Ils l'ont porté à 24 samedi après le décès d'un patient.",
            (24, "killed"),
        ),
    ],
)
def test_a_bare_number_goes_on_from_the_sentence_before(language: str, text: str, last: tuple[int, str]) -> None:
    assert last in counts(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The clinic gives 31 dead. The mayor of Ostwick was 54."),
        ("en", "The clinic gives 31 dead. It raised the number of rounds fired to about 140, from 20, and moved on."),
        ("en", "The clinic gives 31 dead.\n\nThe rebels have not moved from nine."),
        ("en", "The clinic gives 31 dead and 50 hurt. The rebels have not moved from nine."),
    ],
)
def test_other_bare_numbers_do_not(language: str, text: str) -> None:
    assert [value for value, measure in counts(text, language) if measure == "killed"] == [31]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three 152-mm artillery shells hit the yard.", [(3, "bomb")]),
        ("ru", "Три 122-миллиметровых снаряда попали в дом.", [(3, "bomb")]),
        ("tr", "Konvoya 152 milimetrelik top mermileriyle ateş açıldı.", []),
        ("it", "Alle 14.07 il primo autobus si è fermato.", []),
        ("en", "Six of its buses left Ostwick.", [(6, "vehicle")]),
        ("pl", "Z Ostwiku wyjechało sześć jego autobusów.", [(6, "vehicle")]),
        ("pl", "Według sztabu autobusów było pięć.", [(5, "vehicle")]),
        ("pl", "Zginęło 31 osób, w tym ośmioro dzieci.", [(31, "killed"), (8, "child")]),
        ("pl", "Separatyści przyznają się do dziewięciu zabitych.", [(9, "killed")]),
        ("uk", "У рейсі було шість машин.", [(6, "vehicle")]),
    ],
)
def test_what_is_counted(language: str, text: str, expected: list[tuple[int, str]]) -> None:
    assert counts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("de", "19 Tote hat das Ministerium gezählt. Die Bürgermeisterin nennt dagegen 31.", (31, "killed")),
        ("pt", "O número de mortos subiu para 23. O presidente da câmara insiste que são 31.", (31, "killed")),
        ("en", "The ministry counts 31 dead, while the mayor speaks of 19.", (19, "killed")),
        (
            "nl",
            "Het kwam uit op 0,48 milligram. Het bedrijf houdt het op 0,009, maar zegt niet waar.",
            (0.009, "milligram"),
        ),
        (
            "pt",
            "A bacia libertou 1,3 milhões de metros cúbicos. A firma tinha falado em 400 mil.",
            (400_000, "cubic_metre"),
        ),
        ("zh", "检察局的估计是110万立方米，公司的数字则是130万。", (1_300_000, "cubic_metre")),
        ("el", "Στην πόλη ζουν 210.000 άνθρωποι. Η υπηρεσία κάνει λόγο για 180.000.", (180_000, "person")),
        ("fr", "Il est tombé 96 millimètres de pluie. Le service n'en a relevé que 31 à Ostwick.", (31, "millimetre")),
    ],
)
def test_words_for_giving_a_figure_lead_to_another_count_of_the_same(
    language: str, text: str, last: tuple[float, str]
) -> None:
    assert counts(text, language)[-1] == last


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 27 people aboard and at least nine were dead. Officials later spoke of 21."),
        ("en", "The clinic counted 31 people. The mayor came from 40."),
        ("de", "31 Tote und 50 Verletzte gab es. Die Bürgermeisterin nennt 40."),
    ],
)
def test_a_bare_number_after_two_counts_counts_neither(language: str, text: str) -> None:
    assert counts(text, language)[-1][1] not in {"killed", "person", "injured"}
