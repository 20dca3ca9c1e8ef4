"""Short words that are a condition in one place and something else in another, and rumours that do something."""

import pytest

from certainty_of import read


def _flat(text: str, language: str) -> bool:
    return all(not found.cues and found.value.value == "certain" for _, found in read(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Kaptenen bad om hjälp klockan tre."),
        ("sv", "Regeringen fattade beslut om evakuering på måndagen."),
        ("pt", "O ministro se reuniu com as famílias na segunda-feira."),
        ("it", "Il direttore se ne è andato lunedì."),
        ("nl", "De brug geldt als de oudste van het land."),
        ("fr", "La mer était si forte que le ferry a chaviré."),
        ("et", "Rohkem kui kolmkümmend inimest sai surma."),
        ("he", "סלים דרע'אם נהרג בתקיפה."),
    ],
)
def test_another_word_of_the_same_letters_makes_nothing_a_hypothesis(language: str, text: str) -> None:
    assert _flat(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Om stormen fortsätter ställs färjan in."),
        ("sv", "Färjan ställs in om han inte kommer."),
        ("pt", "Se a tempestade continuar, o barco fica no porto."),
        ("it", "Se la tempesta continua, il traghetto resta in porto."),
        ("nl", "Als de storm aanhoudt, blijft de veerboot in de haven."),
        ("fr", "Le ferry reste au port si la tempête continue."),
        ("et", "Kui torm jätkub, jääb laev sadamasse."),
        ("he", "המעבורת תבוטל אם הסערה תימשך."),
    ],
)
def test_a_condition_still_is_one(language: str, text: str) -> None:
    assert not _flat(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A rumour on a messaging app gathered the crowd."),
        ("en", "Rumours spread on an app drew people to the market."),
        ("fr", "Une rumeur a rassemblé la foule."),
        ("de", "Ein Gerücht brachte die Menge zusammen."),
        ("ur", "افواہ نے لوگوں کو اکٹھا کیا۔"),
        ("th", "ข่าวลือในแอปเป็นตัวเรียกคนออกมา"),
    ],
)
def test_a_rumour_that_does_something_did_it(language: str, text: str) -> None:
    assert _flat(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were rumours that the dam had burst."),
        ("en", "A rumour has it that the dam burst."),
        ("en", "Rumours that the dam had burst reached the town."),
        ("fr", "Selon des rumeurs, le barrage a cédé."),
    ],
)
def test_what_a_rumour_says_is_only_possible(language: str, text: str) -> None:
    assert not _flat(text, language)
