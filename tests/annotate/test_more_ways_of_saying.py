"""Who says what in ordinary news of many languages: demands, denials, promises, the speaker behind. All invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.model import Article, Attribution

# language, text, who says it, a part of what is said
ROWS = [
    ("pt", "O armador nega a colisão no canal.", "O armador", "a colisão"),
    ("pt", "O presidente do Tribunal, Rui Lemos, reagiu: houve um corte de energia.", "Rui Lemos", "houve um corte"),
    ("ro", "Velnia dă vina pe separatiști pentru atac.", "Velnia", "separatiști"),
    ("ro", "„Au tras în noi”, a declarat la telefon Ilie Sarga.", "Ilie Sarga", "Au tras în noi"),
    ("nl", "Vakbond De Kraan eist dat de haven de gegevens vrijgeeft.", "Vakbond De Kraan", "de haven"),
    ("nl", "Dat klopt niet, benadrukt de politie.", "de politie", "Dat klopt niet"),
    ("da", "Giften stammer fra fabrikken, fastslår miljøministeriet nu.", "miljøministeriet", "Giften stammer"),
    ("da", "Myndighederne i Halden nægter at have hørt om sagen.", "Myndighederne i Halden", "have hørt"),
    ("no", "Fisker Bo Lien har forklart til politiet at skipet lå stille.", "Fisker Bo Lien", "skipet lå stille"),
    ("sv", "Regeringen står fast vid att båten kantrade själv.", "Regeringen", "båten kantrade"),
    ("hu", "Halottak száma kilencre nőtt, közölte a minisztérium, mert hármat leltek.", "a minisztérium", "kilencre"),
    ("hu", "Lakatos Péter polgármester azt követeli, hogy zárják be az üzemet.", "polgármester", "zárják be"),
    ("cs", "Opozice volá po odchodu ředitele firmy.", "Opozice", "odchodu ředitele"),
    ("sr", "Ministarstvo odbacuje tvrdnje o mučenju.", "Ministarstvo", "tvrdnje o mučenju"),
    ("sr", "„Potpisao je papir”, izjavila je njegova braniteljka.", "njegova braniteljka", "Potpisao je papir"),
    ("bg", "Сдружението иска списъците да се публикуват.", "Сдружението", "списъците"),
    ("el", "Η αντιπολίτευση ζητά την παραίτηση του υπουργού.", "Η αντιπολίτευση", "παραίτηση"),
    ("vi", "Phụ huynh đòi hủy hợp đồng với nhà thầu.", "Phụ huynh", "hủy hợp đồng"),
    ("ru", "Министерство потребовало публичных извинений.", "Министерство", "извинений"),
    ("fr", "Pour le ministre, Petar Lund, le pont reste possible.", "Petar Lund", "le pont reste"),
    ("fa", "سخنگوی دولت هرگونه دخالت را رد کرد.", "سخنگوی دولت", "هرگونه دخالت"),
    ("hi", "कंपनी ने तस्करी के आरोप से इनकार किया है।", "कंपनी", "तस्करी के आरोप"),
    ("ko", "정부는 짙은 안개를 사고 원인으로 지목했다.", "정부", "짙은 안개를"),
    ("ja", "東林建設は手抜き工事を否定している。", "東林建設", "手抜き工事"),
    ("ar", "وحمّلت وزارة الداخلية المتمردين المسؤولية.", "وزارة الداخلية", "المسؤولية"),
    ("tr", "Havayolu, ölü sayısını 149 olarak güncelledi.", "Havayolu", "149"),
    ("de", "22 Tote nennt die Regierung von Halden.", "die Regierung von Halden", "22 Tote"),
    ("ca", "El jutge de guàrdia confirma que no consta cap arma.", "El jutge de guàrdia", "no consta cap arma"),
    ("ca", "El pont ha caigut, segons la policia.", "la policia", "El pont ha caigut"),
    ("lt", "Naktį sugriuvo senas tiltas, pranešė policija.", "policija", "sugriuvo senas"),
    ("lt", "Policijos duomenimis, tiltas sugriuvo.", "Policijos", "tiltas sugriuvo"),
    ("sw", "Waziri alisema kuwa daraja limeanguka.", "Waziri", "daraja limeanguka"),
    ("ht", "Pon an tonbe, dapre lapolis.", "lapolis", "Pon an tonbe"),
    ("ku", "Wezareta Navxweyî got ku pir hilweşiyaye.", "Wezareta Navxweyî", "pir hilweşiyaye"),
    ("de", "Ein Diplomat hatte Halden für den Angriff verantwortlich gemacht.", "Ein Diplomat", "für den Angriff"),
    ("de", "Die Gewerkschaft hatte 35 Festnahmen gezählt.", "Die Gewerkschaft", "35 Festnahmen"),
    ("de", "Der Geheimdienst reklamierte die Attacke für sich.", "Der Geheimdienst", "die Attacke"),
    ("sv", "Tre personer skadades i branden. Det meddelade sjukhuset i Halden.", "sjukhuset", "Tre personer"),
    ("da", "Branden begyndte i køkkenet. Det oplyser politiet.", "politiet", "Branden begyndte"),
    ("no", "Brannen startet på kjøkkenet. Det opplyser politiet.", "politiet", "Brannen startet"),
    ("nl", "De brand begon in de keuken. Dat meldt de politie.", "de politie", "De brand begon"),
    ("cs", "Požár vznikl v kuchyni. Uvedla to policie.", "policie", "Požár vznikl"),
    ("fi", "Palo alkoi keittiöstä. Asiasta kertoi poliisi.", "poliisi", "Palo alkoi"),
    ("pt", "O incêndio começou na cozinha. Assim o confirmou a polícia.", "a polícia", "O incêndio"),
    ("ro", "Incendiul a izbucnit în bucătărie. Acest lucru l-a confirmat poliția.", "poliția", "Incendiul"),
]


def said(of: Article) -> list[tuple[str, str]]:
    """Who is named, and what is theirs, as claims have it."""
    made = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    names = {a.id: a.resolved_name or a.source_name or "" for a in made}
    return [(names.get(m.attribution_id or "", ""), m.span.exact) for m in claim_mentions(of, made)]


@pytest.mark.parametrize(("language", "text", "who", "what"), ROWS)
def test_who_says_it_is_named(language: str, text: str, who: str, what: str) -> None:
    assert any(who in name and what in words for name, words in said(article(text, language=language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Korsholman junaturma vaati kaksi henkeä."),  # claimed lives: nobody demands them
        ("da", "Branden i Halden krævede tre liv."),
        ("sv", "Olyckan krävde tre liv."),
        ("nl", "De brand eiste drie levens."),
    ],
)
def test_what_costs_lives_demands_nothing(language: str, text: str) -> None:
    assert not [name for name, _ in said(article(text, language=language)) if name]


@pytest.mark.parametrize(
    ("language", "line", "who"),
    [
        ("ru", "Минобороны: обломки не наши", "Минобороны"),
        ("de", "Gewerkschaft: Werk ließ Wartung ausfallen", "Gewerkschaft"),
        ("uk", "МАРБ: на майданчику одинадцять вирв", "МАРБ"),
        ("ru", "Катер подорвался на мине — штаб флота", "штаб флота"),
        ("de", "Beschuss von AKW Halden: Reaktor vom Netz", ""),  # of what it is told
        ("ru", "Халден: «чёрный ящик» нашли в реке", ""),  # where
    ],
)
def test_the_line_over_a_text_is_read_as_its_headline(language: str, line: str, who: str) -> None:
    of = article(f"{line}\n\n12 34 56.\n\n78 90.", language=language)
    assert {name for name, words in said(of) if words in line} == {who}


def test_a_first_paragraph_is_no_headline() -> None:
    of = article("Минобороны: обломки не наши.\n\nВторой абзац о погоде.", language="ru")
    assert not [name for name, words in said(of) if name and words == "обломки не наши"]


def test_what_is_denied_is_not_who_denies_it() -> None:
    of = article("وأكدت القيادة أن الإخلاء تم. ونفت وفاة أي رضيع.", language="ar")
    assert {name for name, _ in said(of)} == {"القيادة"}


def test_it_was_said_goes_on_only_where_it_says_so_in_reported_speech() -> None:
    told = "Das Militär machte Banden verantwortlich. {}."
    named = said(article(told.format("Die Fahrt sei nicht abgestimmt gewesen, hieß es weiter"), language="de"))
    another = said(article(told.format("Die Fahrt sei nicht abgestimmt gewesen, hieß es"), language="de"))
    free = said(article(told.format("Die Fahrt war nicht abgestimmt, hieß es weiter"), language="de"))
    assert ("Das Militär", "Die Fahrt sei nicht abgestimmt gewesen") in named
    assert not [name for name, words in (*another, *free) if name and "Fahrt" in words]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fi", "Palo alkoi keittiöstä. Asiasta ei kertonut poliisi.", "poliisi"),  # did not tell of it
        ("pt", "A fábrica fecha em junho. Isso não confirmou o sindicato.", "sindicato"),
        ("ro", "Trei oameni au murit în accident. Asta nu a confirmat poliția.", "poliția"),
        ("ro", "Incendiul a izbucnit în bucătărie. Acest lucru îl neagă poliția.", "Acest lucru"),
        ("hi", "पुलिस ने बताया कि कंपनी ने चोरी के आरोप से इनकार किया है।", "पुलिस ने बताया कि कंपनी"),
        ("fa", "ارتش شورشیان را به حمله متهم کرد.", "ارتش شورشیان"),
        ("fa", "سخنگوی دولت اتهام وزیر دفاع را رد کرد و ارتش عقب‌نشینی را تکذیب کرد.", "سخنگوی دولت"),
        ("ko", "경찰이 찾은 증거를 회사는 부인했다.", "경찰"),
    ],
)
def test_nobody_is_given_what_is_anothers_or_was_not_said(language: str, text: str, who: str) -> None:
    assert who not in {name for name, _ in said(article(text, language=language))}


def test_one_tells_that_another_denies() -> None:
    text = "पुलिस ने बताया कि कंपनी ने चोरी के आरोप से इनकार किया है।"
    made = [name for name, words in said(article(text, language="hi")) if words.startswith("कंपनी ने चोरी")]
    assert set(made) <= {"कंपनी"}


def test_the_sentence_that_the_next_tells_of_is_the_whole_claim() -> None:
    text = "Branden startede i køkkenet. Det afviser politiet."
    assert said(article(text, language="da")) == [("politiet", "Branden startede i køkkenet")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "Politiet sagde, at broen faldt, men borgmesteren afviste det."),
        ("sv", "Polisen sade att bron föll, men borgmästaren förnekade det."),
        ("lt", "Policija sakė, kad tiltas sugriuvo, bet meras tai paneigė."),
        ("sw", "Polisi walisema daraja limeanguka, lakini meya alikanusha hilo."),
        ("fa", "پلیس گفت پل فرو ریخت، اما شهردار آن را رد کرد."),
        ("hi", "पुलिस ने कहा कि पुल गिर गया, लेकिन मेयर ने इससे इनकार किया।"),
    ],
)
def test_that_another_denies_it_is_not_what_somebody_says(language: str, text: str) -> None:
    of = article(text, language=language)
    first = next(one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution))
    assert first.content[-1].end < text.replace("،", ",").index(",", first.content[0].start) + 1


@pytest.mark.parametrize(
    ("language", "label", "speaks"),
    [
        ("en", "Ministry in ruins", False),
        ("en", "Ministry on the flood", True),
        ("en", "Ministry in Halden", True),
        ("fr", "Ministère en flammes", False),
        ("fr", "Ministère de la santé", True),
        ("pt", "Polícia sob suspeita", False),
        ("pt", "Polícia de Halden", True),
        ("it", "Ministero in crisi", False),
    ],
)
def test_the_state_of_somebody_is_a_topic(language: str, label: str, speaks: bool) -> None:
    of = article(f"{label}: 12 dead\n\nThe dam broke on Monday.", language=language)
    found = [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution)]
    assert bool(found) is speaks
