"""What is held likely of a time ahead is a forecast, of a time past a conjecture; what has no proof is left open."""

import pytest

from certainty_of import values

FORECASTS = [
    ("en", "More rain is expected overnight.", "probable"),
    ("de", "Die Bergung dürfte sich bis Mittwoch hinziehen.", "probable"),
    ("pl", "Wyniki poznamy prawdopodobnie jesienią.", "probable"),
    ("pl", "W nocy spodziewany jest deszcz.", "probable"),
    ("ru", "Паром, вероятно, снимут с мели завтра.", "probable"),
    ("uk", "Вночі очікується дощ.", "probable"),
    ("fr", "Le trafic devrait reprendre lundi.", "probable"),
    ("it", "Nella notte è attesa pioggia.", "probable"),
    ("tr", "Gece yağmur bekleniyor.", "probable"),
    ("ar", "قد تتجدد الأمطار مطلع الأسبوع.", "possible"),
    ("zh", "预计今晚有雨。", "probable"),
]
CONJECTURES = [
    ("en", "He probably missed the train."),
    ("de", "Vermutlich hat er den Zug verpasst."),
    ("de", "Er dürfte den Zug verpasst haben."),
    ("fr", "Il devrait être à la gare."),
    ("pl", "Prawdopodobnie spóźnił się na pociąg."),
    ("ru", "Он, вероятно, опоздал на поезд."),
]
UNPROVEN = [
    ("en", "Norland lacks proof that 65 soldiers were aboard."),
    ("de", "Es gibt keine Beweise, dass der Damm undicht war."),
    ("fr", "Il n'y a aucune preuve que le barrage fuyait."),
    ("es", "No hay pruebas de que la presa tuviera fugas."),
    ("es", "No consta que la presa tuviera fugas."),
    ("it", "Non ci sono prove che la diga perdesse."),
    ("pl", "Nie ma dowodów, że tama przeciekała."),
    ("ru", "Нет доказательств того, что плотина протекала."),
    ("uk", "Немає доказів, що дамба протікала."),
    ("tr", "Barajın sızdırdığına dair kanıt yok."),
    ("ar", "لا يوجد دليل على أن السد كان يتسرب."),
]


@pytest.mark.parametrize(("language", "text", "level"), FORECASTS)
def test_what_is_likely_of_a_time_ahead_is_a_prediction(language: str, text: str, level: str) -> None:
    assert values(text, language) == [f"{level} prediction +"]


@pytest.mark.parametrize(("language", "text"), CONJECTURES)
def test_what_is_likely_of_the_past_is_a_hypothesis(language: str, text: str) -> None:
    assert values(text, language) == ["probable statement +"]


@pytest.mark.parametrize(("language", "text"), UNPROVEN)
def test_what_has_no_proof_is_left_open(language: str, text: str) -> None:
    assert values(text, language) == ["underspecified hypothesis +"]
