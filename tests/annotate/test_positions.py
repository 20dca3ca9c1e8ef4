"""What somebody stands by, demands, has on record or sees so, without a verb of saying."""

import pytest

from told_by import told

POSITIONS = [
    ("fr", "La préfecture s'en tient à la thèse de l'accident.", ("La préfecture", "la thèse de l'accident")),
    ("fr", "Le ministère exige depuis lundi la fermeture du port.", ("Le ministère", "la fermeture du port")),
    ("it", "La polizia propende per il gesto volontario.", ("La polizia", "il gesto volontario")),
    ("es", "El ministro se desmarca del acuerdo con la mina.", ("El ministro", "acuerdo con la mina")),
    ("pt", "O governo insiste na tese da sabotagem.", ("O governo", "tese da sabotagem")),
    ("pt", "A oposição quer uma comissão independente.", ("A oposição", "uma comissão independente")),
    ("ru", "Родственники по-прежнему добиваются вскрытия сейфа.", ("Родственники", "вскрытия сейфа")),
    ("uk", "Рятувальники відкидають звинувачення в недбалості.", ("Рятувальники", "звинувачення в недбалості")),
    ("pl", "Ministerstwo domaga się zwrotu statku.", ("Ministerstwo", "zwrotu statku")),
    # in whose house
    ("ru", "В министерстве версию о поджоге отвергают.", ("министерстве", "версию о поджоге")),
    ("uk", "Чутки про отруєння в міністерстві назвали вигадкою.", ("міністерстві", "Чутки про отруєння")),
    # on record, with a figure
    (
        "es",
        "El instituto sismológico detectó tres temblores de noche.",
        ("El instituto sismológico", "tres temblores de noche"),
    ),
    ("it", "L'istituto meteorologico ha rilevato due scosse.", ("L'istituto meteorologico", "due scosse")),
]


@pytest.mark.parametrize(("language", "text", "said"), POSITIONS)
def test_a_stand_a_demand_and_a_record_are_whose_they_are(language: str, text: str, said: tuple[str, str]) -> None:
    assert said in told(text, language)


VIEWS = [
    # who did it, what caused it
    (
        "pt",
        "Para Rita Prado, foi o capitão quem abriu.",
        ("Rita Prado", "foi o capitão quem abriu"),
    ),
    (
        "it",
        "Per la società è stata una frana a romperlo.",
        ("la società", "è stata una frana a romperlo"),
    ),
    ("it", "Per la procura la causa è il gelo.", ("la procura", "la causa è il gelo")),
    (
        "fr",
        "Pour le maire, il s'agit d'un feu criminel.",
        ("le maire", "il s'agit d'un feu criminel"),
    ),
    # how many there are, set within or counted off
    ("it", "Gli sfollati, per il comune, sono 900.", ("il comune", "sono 900")),
    ("it", "I morti sono venti per l'ospedale, trenta per il governo.", ("il governo", "trenta")),
    # behind a semicolon, and set against another
    (
        "fr",
        "Le pont a cédé à midi ; pour le syndicat, le choc a eu lieu hier.",
        ("le syndicat", "le choc a eu lieu hier"),
    ),
    (
        "it",
        "Per il ministero, invece, i campi non soffrono.",
        ("il ministero", "i campi non soffrono"),
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), VIEWS)
def test_for_somebody_is_his_account(language: str, text: str, said: tuple[str, str]) -> None:
    assert said in told(text, language)


NOBODYS = [
    ("fr", "Pour le ministre, c'est un revers."),
    ("es", "Para el Gobierno fue un éxito."),
    ("it", "Per il Comune il progetto costa tre milioni."),
    ("pt", "O governo quer uma estrada nova."),
    ("es", "La policía detectó irregularidades."),
]


@pytest.mark.parametrize(("language", "text"), NOBODYS)
def test_what_is_good_or_bad_for_somebody_is_not_said(language: str, text: str) -> None:
    assert told(text, language) == set()
