"""C, V S: who says what stands before, where a language's verbs are not all known."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

# language, text, source, what is said
TOLD = [
    (
        "cs",
        "Počet obětí stoupl na 23, uvedlo ministerstvo zdravotnictví Lundu.",
        "ministerstvo",
        "Počet obětí stoupl na 23",
    ),
    ("cs", "Hráz se protrhla v noci, řekl novinářům mluvčí úřadu Ilie Doran.", "Ilie Doran", "Hráz se protrhla v noci"),
    ("cs", "Počet obětí, dodalo ministerstvo, ještě vzroste.", "ministerstvo", "Počet obětí"),
    ("sk", "Počet obetí stúpol na 23, uviedlo ministerstvo vnútra.", "ministerstvo vnútra", "stúpol na 23"),
    ("hr", "Broj žrtava porastao je na 23, objavilo je Ministarstvo civilne zaštite.", "Ministarstvo", "na 23"),
    ("sr", "Брана је попустила у ноћи, рекао је новинарима портпарол Илија Доран.", "Доран", "попустила"),
    ("bg", "Броят на жертвите достигна 23, съобщи Министерството на отбраната.", "Министерството", "достигна 23"),
    ("el", "Ο αριθμός των νεκρών έφτασε τους 23, ανακοίνωσε το υπουργείο Υγείας.", "υπουργείο", "έφτασε τους 23"),
    ("et", "Hukkunute arv tõusis 23-ni, teatas siseministeerium.", "siseministeerium", "tõusis 23-ni"),
    (
        "hu",
        "A halottak száma 23-ra emelkedett, közölte a belügyminisztérium.",
        "belügyminisztérium",
        "23-ra emelkedett",
    ),
    ("nl", "De dam brak om 3.20 uur, zei woordvoerder Ilie Doran tegen journalisten.", "Ilie Doran", "De dam brak"),
    (
        "pt",
        "A barragem cedeu às 3h20, disse aos jornalistas o porta-voz, Ilie Doran.",
        "Ilie Doran",
        "A barragem cedeu",
    ),
    ("ro", "Barajul a cedat noaptea, a declarat presei ministrul Ilie Doran.", "Ilie Doran", "Barajul a cedat"),
    ("sv", "Dammen brast klockan tre, meddelar räddningsministeriet.", "räddningsministeriet", "Dammen brast"),
    ("he", "מספר ההרוגים עלה ל-23, הודיע משרד הפנים.", "משרד הפנים", "עלה ל-23"),
]


def told(text: str, language: str) -> list[Attribution]:
    """The attributions in a text."""
    of = article(text, language=language)
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]


@pytest.mark.parametrize(("language", "text", "who", "what"), TOLD)
def test_who_told(language: str, text: str, who: str, what: str) -> None:
    assert any(who in (a.source_name or "") and what in a.content[0].exact for a in told(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "V pátek po poledni, uvedl ředitel do provozu novou linku."),
        ("ro", "La finalul ședinței de joi, a anunțat ministrul demisia sa."),
        ("nl", "Na een lange vergadering in Den Haag, meldde de minister zich ziek."),
        ("sv", "Efter ett långt möte i Stockholm, meddelade ministern sin avgång."),
        ("hu", "A hosszú ülés után, közölte a miniszter a lemondását."),
        ("el", "Μετά από μακρά συνεδρίαση χθες, ανακοίνωσε ο υπουργός την παραίτησή του."),
    ],
)
def test_when_and_where_is_nothing_told(language: str, text: str) -> None:
    assert told(text, language) == []


def test_what_stands_behind_that_is_what_is_told() -> None:
    (one,) = told("La finalul ședinței de joi, a declarat ministrul că barajul a cedat.", "ro")
    assert one.content[0].exact.startswith("că barajul")


def test_who_follows_the_name_is_not_what_is_said() -> None:
    (one,) = told("Hráz se protrhla v noci, řekl Ilie Doran, mluvčí úřadu.", "cs")
    assert [piece.exact for piece in one.content] == ["Hráz se protrhla v noci"]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("pt", "A lama percorreu, segundo a firma, 23 quilómetros ao longo do rio Tarn.", "a firma"),
        ("es", "El lodo recorrió, según la empresa, 23 kilómetros a lo largo del río.", "la empresa"),
        ("fr", "La boue a parcouru, selon la société, 23 kilomètres le long de la rivière.", "la société"),
        ("fr", "La vague est venue vite, selon Milan Morn, 58 ans, qui portait sa mère.", "Milan Morn, 58 ans"),
        (
            "es",
            "Fue rápido, según un vecino, 58 años, que llevó a su madre.",
            "un vecino, 58 años",
        ),
    ],
)
def test_a_number_of_something_is_no_part_of_a_source_and_an_age_is(language: str, text: str, source: str) -> None:
    page = article(text, language=language)
    found = [a for a in AttributionStage().run(page.id, [page]) if isinstance(a, Attribution)]
    assert [a.source_name for a in found] == [source]
