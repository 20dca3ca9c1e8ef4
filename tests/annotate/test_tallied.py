"""What a body counts, and who has another count with the verb left out."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def counted(text: str, language: str) -> set[tuple[str | None, str]]:
    """(source, content) of each attribution."""
    of = article(text, language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution) and a.asserted)
    return {(a.resolved_name or a.source_name, a.content[-1].exact) for a in made}


COUNTS = [
    ("de", "Der Rote Halbmond in Norland zählt bislang 40 tote Häftlinge.", "Der Rote Halbmond in Norland"),
    ("de", "Die Stiftung Brücke bleibt bei zwölf Erdrückten.", "Die Stiftung Brücke"),
    ("de", "Nach dem Brand kommt die Sache vor Gericht, die UN kommen auf vier.", "die UN"),
    ("fr", "La Croix-Rouge en est à 62 détenus.", "La Croix-Rouge"),
    ("fr", "Son organisation a compté 40 détenus tués.", "Son organisation"),
    ("it", "Il ministero della Sanità conta 31 morti.", "Il ministero della Sanità"),
    ("es", "La ONU, que verificó 24 muertes, quiere que alguien investigue.", "La ONU"),
    ("nl", "Het Rode Kruis telt inmiddels 40 doden.", "Het Rode Kruis"),
    ("nl", "Het ministerie houdt het op 31 gewonden.", "Het ministerie"),
    ("pl", "Czerwony Krzyż doliczył się 40 zabitych.", "Czerwony Krzyż"),
    ("en", "The Norvan Relief Office has now verified the deaths of 29 people.", "The Norvan Relief Office"),
    ("en", "The relief office, which had confirmed 24 deaths by Wednesday, said it was sorry.", "The relief office"),
    ("en", "The coast watch first spoke of 140 people aboard, and a charity counts 187.", "The coast watch"),
    ("sv", "Sjukhuset räknar 25 skadade.", "Sjukhuset"),
    ("cs", "Nemocnice napočítala 25 zraněných.", "Nemocnice"),
    ("ro", "Spitalul a numărat 25 de răniți.", "Spitalul"),
    ("fr", "Le ministère en reconnaît 24.", "Le ministère"),
    ("it", "Il ministero ne ammette 190.", "Il ministero"),
    # another count, the verb left out
    ("de", "Der Rote Halbmond zählt 62 tote Häftlinge, das Innenministerium 47.", "das Innenministerium"),
    ("pt", "O Crescente Vermelho fala em 62 mortos; o governo, em 47.", "o governo"),
    ("fr", "La Croix-Rouge en est à 62, l'Observatoire Amal, qui publie une liste, à 71.", "l'Observatoire Amal"),
    ("es", "La ONU habla de 62 muertos y el Gobierno, de 47.", "el Gobierno"),
]


@pytest.mark.parametrize(("language", "text", "who"), COUNTS)
def test_who_counts(language: str, text: str, who: str) -> None:
    assert who in {source for source, _ in counted(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bank counts 300 branches."),
        ("de", "Die Regierung kommt auf die Idee."),
        ("fr", "Le ministère compte 300 bureaux."),
        ("uk", "Наш кореспондент нарахував на схилі сім вагонів."),
        ("ru", "Я насчитал на площади 11 воронок."),
        ("en", "The ministry could not confirm 24 deaths."),
    ],
)
def test_what_is_no_count_of_people(language: str, text: str) -> None:
    assert counted(text, language) == set()
