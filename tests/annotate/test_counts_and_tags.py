"""Who corrects a number, raises a toll, places or classes something, and whose account it is; all invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

# language, text, source, a part of the content
SAID = [
    ("en", "The ministry raised the death toll to 41.", "The ministry", "the death toll to 41"),
    ("en", "Police revised the number of passengers to 88.", "Police", "the number of passengers to 88"),
    ("en", "The harbour board gave the number of passengers as 88.", "The harbour board", "passengers as 88"),
    ("de", "Das Ministerium erhöhte die Zahl der Toten auf 41.", "Das Ministerium", "die Zahl der Toten auf 41"),
    ("de", "Der Gutachter verortet den Riss am Pfeiler.", "Der Gutachter", "den Riss am Pfeiler"),
    ("de", "Die Bahn macht ein Signal verantwortlich.", "Die Bahn", "ein Signal"),
    ("de", "Die Abgeordnete Ute Horn brachte am Freitag einen Umbau ins Spiel.", "Die Abgeordnete Ute Horn", "Umbau"),
    ("de", "Die Behörde stuft den Deich als gefährdet ein.", "Die Behörde", "den Deich als gefährdet"),
    ("de", "Die Feuerwehr hat nach eigenen Angaben 12 Bewohner gerettet.", "Die Feuerwehr", "12 Bewohner gerettet"),
    ("de", "Nach eigenen Angaben hat die Firma den Fehler behoben.", "die Firma", "den Fehler behoben"),
    ("de", "Der Verein zählt nach eigenen Angaben 300 Mitglieder.", "Der Verein", "300 Mitglieder"),
    (
        "de",
        "Acht seien verletzt, teilte die Klinik mit; zwei habe man operiert.",
        "die Klinik",
        "zwei habe man operiert",
    ),
    ("de", "Ein Arzt, der anonym bleiben will, sagte der „Post“, es sei zu spät.", "Ein Arzt", "es sei zu spät"),
    ("fr", "La préfecture a porté le bilan à 41 morts.", "La préfecture", "le bilan à 41 morts"),
    ("fr", "Le maire, Luc Arnal, a rectifié lundi : 30 maisons sont vides.", "Le maire, Luc Arnal", "30 maisons"),
    ("fr", "Les gendarmes disent en avoir arrêté 14.", "Les gendarmes", "en avoir arrêté 14"),
    (
        "fr",
        "Neuf blessés, deux morts : tel est le bilan donné lundi par la préfecture.",
        "la préfecture",
        "Neuf blessés",
    ),
    ("fr", "Pour la police, l'homme a agi seul.", "la police", "l'homme a agi seul"),
    ("es", "La alcaldía elevó ayer a 17 los heridos.", "La alcaldía", "17 los heridos"),
    ("es", "Los peritos sitúan el origen del incendio en la cocina.", "Los peritos", "el origen del incendio"),
    ("es", "El ministro asegura no haber recibido la carta.", "El ministro", "no haber recibido la carta"),
    ("es", "Doce heridos: es el balance ofrecido por la policía.", "la policía", "Doce heridos"),
    ("it", "La prefettura ha portato il bilancio a 41 morti.", "La prefettura", "il bilancio a 41 morti"),
    ("it", "Nove feriti, due morti: è il bilancio della polizia.", "polizia", "Nove feriti, due morti"),
    ("it", "Per il ministero il treno è finito su un masso.", "il ministero", "il treno è finito su un masso"),
    ("ro", "Ministerul anunțase că podul a căzut.", "Ministerul", "podul a căzut"),
    ("ru", "Министерство повторило, что мост цел.", "Министерство", "мост цел"),
    ("ru", "Слова министра она назвала ложью.", "она", "Слова министра ложью"),
    ("uk", "Звинувачення вона назвала вигадкою.", "вона", "Звинувачення вигадкою"),
    ("uk", "Міністерство скоригувало кількість загиблих до 41.", "Міністерство", "кількість загиблих до 41"),
    ("uk", "Управління повторило, що міст цілий.", "Управління", "міст цілий"),
    ("tr", "Liman idaresi gemide 30 kişi bulunduğunu açıkladı.", "Liman idaresi", "30 kişi bulunduğunu"),
    ("tr", "Bir yetkili daha önce Halden gazetesine, köprünün yıkıldığını söylemişti.", "Bir yetkili", "köprünün"),
    ("ar", "رفعت وزارة الصحة حصيلة القتلى إلى 41 قتيلا.", "وزارة الصحة", "حصيلة القتلى إلى 41"),
    ("ar", "صححت وزيرة النقل عدد الركاب إلى 88 راكبا.", "وزيرة النقل", "عدد الركاب إلى 88"),
    ("zh", "民间组织Halyard对比卫星照片后，认为桥梁已经断裂。", "民间组织Halyard", "桥梁已经断裂"),
]
UNSAID = [
    ("en", "The ministry raised its prices to 41 crowns."),
    ("en", "The company gave a number of talks to 17 schools."),
    ("en", "Police gave the boy a lift home at 10."),
    ("de", "Die Bank erhöhte die Zinsen auf 4 Prozent."),
    ("fr", "Pour le président, l'année a été difficile."),
    ("fr", "Le chiffre est tombé lundi."),
    ("it", "Per il governo l'anno è stato difficile."),
    ("es", "La empresa elevó a 20 el número de tiendas."),
]


def read(text: str, language: str) -> list[Attribution]:
    of = article(text, language=language)
    return [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]


@pytest.mark.parametrize(("language", "text", "source", "content"), SAID)
def test_it_is_read_who_says_it(language: str, text: str, source: str, content: str) -> None:
    found = [(a.source_name, " ".join(span.exact for span in a.content)) for a in read(text, language) if a.asserted]
    assert [name for name, said in found if content in said] == [source]


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_a_deed_is_no_statement(language: str, text: str) -> None:
    assert [a for a in read(text, language) if a.asserted] == []


def test_who_is_behind_by_ones_own_account_does_not_show_in_a_relative_clause() -> None:
    (found,) = read("Die Frau, die nach eigenen Angaben krank war, starb am Montag.", "de")
    assert found.source_name is None


def test_one_verb_at_the_end_has_two_subjects() -> None:
    found = read("Liman idaresi gemide 30 kişi bulunduğunu, Sahil Güvenlik ise 14 kişinin öldüğünü açıkladı.", "tr")
    assert {(a.source_name, a.content[0].exact) for a in found} == {
        ("Liman idaresi", "gemide 30 kişi bulunduğunu"),
        ("Sahil Güvenlik", "14 kişinin öldüğünü"),
    }


def test_of_two_tags_the_first_speaks_and_the_second_relays() -> None:
    found = read("The bridge was closed on Friday, Mayor Greta Holm told reporters, the Daily Post reported.", "en")
    inner = next(a for a in found if a.source_name == "Mayor Greta Holm")
    outer = next(a for a in found if a.source_name == "the Daily Post")
    assert inner.within_id == outer.id
    assert inner.content[0].exact == "The bridge was closed on Friday"


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Greta Holm said 30 homes were empty. The landlord, Castell Estates, lost the keys, she explained.",
        "Mayor Greta Holm said on Monday that 30 homes were empty. Two families are waiting, she said.",
        "A survey by the harbour office shows a crack, Mayor Greta Holm said on Monday. The base is whole, she said.",
    ],
)
def test_a_pronoun_in_a_tag_is_who_spoke_before(text: str) -> None:
    assert [a.resolved_name for a in read(text, "en") if a.source_name == "she"] == ["Mayor Greta Holm"]


def test_a_pronoun_before_what_is_said_is_left_open_among_two() -> None:
    text = "Greta Holm said the homes were empty. On Monday, after Anna Lund left, she said that the keys were lost."
    assert [a.resolved_name for a in read(text, "en") if a.source_name == "she"] == [None]
