"""Lines that sign, credit and give addresses: set apart, in every language, and no prose with them."""

import pytest

from extracted import kept, read
from sayso.extract.furniture import is_furniture
from sayso.extract.sign_offs import is_address, signs

SIGN_OFFS = [
    "(Reporting by Ana Lenz in Halden and Paul Osei in Vale; Editing by Mark Lund)",
    "Additional reporting by Ana Lenz",
    "Associated Press writers Ana Lenz and Paul Osei contributed to this report.",
    "Photo: Ana Lenz / Vale Herald",
    "(Quellen: APA, Reuters)",
    "Foto: Ana Lenz (Norlex)",
    "Mitarbeit: Ana Lenz",
    "Avec la contribution de Paul Osei",
    "Crédit photo : Ana Lenz/AFP",
    "Fotografía: Ana Lenz",
    "Con información de Ana Lenz",
    "A cura di Paul Osei",
    "Foto di Ana Lenz",
    "Фото: Анна Ленц / Вестник Халдена",
    "Редактор: Павел Осей",
    "Світлина: Анна Ленц",
    "Fot. Jan Kolm",
    "Fotoğraf: Ayşe Lenz",
    "تصوير: أحمد علي",
    "摄影：张三",
    "© Ana Lenz",
]


@pytest.mark.parametrize("line", SIGN_OFFS)
def test_sign_offs_are_told_in_every_language(line: str) -> None:
    assert signs(line)


ADDRESSES = [
    "Embargoed until 00:01 GMT",
    "EMBARGOED UNTIL 00:01 ON 5 FEBRUARY",
    "Sperrfrist: 5. Februar, 6 Uhr",
    "Sous embargo jusqu'au 5 février",
    "Telephone +000 2 555 0140, press@ministry.example.",
    "Write to Ana Lenz at ana.lenz@valeherald.example",
    "Free for publication, please credit.",
    "Our standards: The Norlex Principles",
    "Rückfragehinweis: Pressestelle Halden, Tel. 0555 01401",
    "Contacto: ana@diariodelcabo.example",
    "Service de presse : +00 1 55 50 14 01",
    "Ufficio stampa: stampa@comune.example",
    "Телефон редакции: +7 000 555 01 40",
    "Kontakt dla mediów: biuro@ratusz.example",
    "Basın irtibat: basin@belediye.example",
]


@pytest.mark.parametrize("line", ADDRESSES)
def test_addresses_are_told_in_every_language(line: str) -> None:
    assert is_address(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the Herald has shown that the dam was old.",
        "Photo evidence showed that the dam was old.",
        "Sources in the ministry said the dam was old.",
        "Telephone lines were cut in 12 villages, 3,000 people said.",
        "The ministry can be reached again by telephone.",
        "Contact was lost at 10:45 on 5 May 2031.",
        "Bericht über den Damm: Das Wasser steigt weiter.",
        "Фото разрушенной плотины опубликовал мэр города.",
    ],
)
def test_prose_is_no_sign_off(line: str) -> None:
    assert not signs(line)
    assert not is_address(line)


@pytest.mark.parametrize("row", ["Home | World | Lottery", "Startseite › Politik › Ausland", "Главная | Мир | Спорт"])
def test_a_row_of_sections_is_furniture(row: str) -> None:
    assert is_furniture(row)


@pytest.mark.parametrize(
    "line",
    [
        "Hazte suscriptor y lee sin límites desde 1 euro al mes.",
        "Updated on 5 May at 21:05 with the reply of the council.",
        "Read or share this story: https://vale.example/2031",
        "Fehler gefunden? Jetzt melden.",
        "Оформите подписку и читайте без рекламы.",
    ],
)
def test_promotion_and_notes_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Telegram channel Halden Live published the first pictures of the dam.",
        "Об этом сообщил в соцсетях мэр Халдена.",
        "Weitere Informationen lagen zunächst nicht vor.",
        "The council changed its privacy policy after the flood.",
        "Zum Thema Damm wollte sich der Bürgermeister nicht äußern.",
    ],
)
def test_prose_that_uses_such_words_is_none(line: str) -> None:
    assert not is_furniture(line)


def test_a_sign_off_that_ends_a_paragraph_is_cut_off() -> None:
    made = read(
        "Dam holds in Halden\n\nThe dam held on Friday, the mayor said. (Sources: AFP, dpa)\n\nNobody was hurt."
    )
    assert kept(made) == ["Dam holds in Halden", "The dam held on Friday, the mayor said.", "Nobody was hurt."]


def test_the_credit_of_a_picture_is_cut_off_its_caption() -> None:
    page = """<html><body><article><h1>Dam holds in Halden after the storm</h1>
    <p>The dam of Halden held on Friday although the river rose by three metres within a day, the mayor said.</p>
    <figure><img src="a.jpg"><figcaption>The dam on Friday, seen from the bridge. NORLEX/Ana Lenz</figcaption></figure>
    <p>Nobody was hurt in the village below the dam, and the road to the valley was open again on Saturday.</p>
    <figure><img src="b.jpg"><figcaption>Water at the weir Photo: Paul Osei / Vale Herald</figcaption></figure>
    <p>The council will meet on Monday to talk about the money that a new wall would cost the village.</p>
    <p>(Reporting by Ana Lenz in Halden; Editing by Mark Lund)</p></article></body></html>"""
    said = kept(read(page, "text/html"))
    assert "The dam on Friday, seen from the bridge." in said
    assert "Water at the weir" in said
    assert not [words for words in said if "Lenz" in words or "Osei" in words]


def test_an_address_takes_its_street_with_it() -> None:
    text = (
        "Statement of the council\n\nThe council says the dam is safe.\n\n"
        "Press Office of the Council, 1 Castle Street, Halden. Telephone +000 2 555 0140. Free for publication."
    )
    assert kept(read(text)) == ["Statement of the council", "The council says the dam is safe."]


def test_the_last_paragraph_of_prose_is_kept_behind_a_notice() -> None:
    text = "Dam holds\n\nThe dam held.\n\nIt is old.\n\nAdvertisement\n\nThe village is grateful to the crews."
    assert kept(read(text))[-1] == "The village is grateful to the crews."


def test_json_reports_have_furniture_too() -> None:
    source = '{"title": "Dam holds", "text": "The dam held.\\n\\nSubscribe to our newsletter\\n\\nIt is old."}'
    assert kept(read(source, "application/json")) == ["Dam holds", "The dam held.", "It is old."]


AROUND = {
    "en": ["Home | World | Sport", "Subscribe now and read on", "Photo: Ana Lenz / AP", "Read more: Flood in Vale"],
    "de": [
        "Startseite | Politik | Sport",
        "Jetzt abonnieren und weiterlesen",
        "Foto: Ana Lenz / dpa",
        "Lesen Sie auch: Flut",
    ],
    "fr": [
        "Accueil | Monde | Sport",
        "Abonnez-vous pour lire la suite dès 1 euro",
        "Photo : Ana Lenz / AFP",
        "(Avec AFP)",
    ],
    "es": [
        "Inicio | Mundo | Deportes",
        "Suscríbete y lee por 1 euro al mes",
        "Foto: Ana Lenz / EFE",
        "Lee también: Flota",
    ],
    "it": [
        "Home | Mondo | Sport",
        "Abbonati e leggi tutto a 1 euro al mese",
        "Foto: Ana Lenz / Ansa",
        "Leggi anche: Valle",
    ],
    "ru": ["Главная | Мир | Спорт", "Подписывайтесь на наш канал", "Фото: Анна Ленц / ТАСС", "Тел. +7 000 555 01 40"],
    "uk": ["Головна | Світ | Спорт", "Підписуйтесь на наш канал", "Фото: Анна Ленц", "Тел. +38 000 555 01 40"],
    "pl": ["Strona główna | Świat | Sport", "Obserwuj nas na Facebooku", "Fot. Ana Lenz / PAP", "Czytaj także: Powódź"],
    "tr": ["Anasayfa | Dünya | Spor", "Bizi Facebook'ta takip edin", "Fotoğraf: Ayşe Lenz / AA", "Bu haberi paylaş"],
    "ar": ["الرئيسية | العالم | الرياضة", "اشترك الآن لقراءة المزيد", "تصوير: أحمد علي", "هاتف: 00 555 01 40 12"],
    "zh": ["首页 | 国际 | 体育", "立即订阅，每月一欧元", "摄影：张三", "电话：00 555 01 40 12"],
}


@pytest.mark.parametrize("language", sorted(AROUND))
def test_what_stands_around_a_text_is_not_read_in_any_language(language: str) -> None:
    prose = "The dam held on Friday, said the mayor of Halden.", "Nobody was hurt in the valley below it."
    made = read("\n\n".join(("Dam holds in Halden", *prose, *AROUND[language])))
    assert kept(made) == ["Dam holds in Halden", *prose]
