import pytest

from sayso.extract.language import identify, normalised

LEADS = {
    "en": "The defence ministry said on Monday that the ferry had sunk off the coast with nine people on board.",
    "de": "Das Verteidigungsministerium teilte am Montag mit, dass die Fähre mit neun Menschen an Bord gesunken sei.",
    "uk": "Міністерство оборони повідомило в понеділок, що пором затонув біля узбережжя з дев'ятьма людьми на борту.",
    "ru": "Министерство обороны сообщило в понедельник, что паром затонул у побережья с девятью людьми на борту.",
    "be": "Міністэрства абароны паведаміла ў панядзелак, што паром затануў каля ўзбярэжжа з дзевяццю людзьмі.",
    "bg": "Министерството на отбраната съобщи в понеделник, че фериботът е потънал край брега с девет души на борда.",
    "sr": "Ministarstvo odbrane saopštilo je u ponedeljak da je trajekt potonuo pre podne, posle sudara kod obale.",
    "hr": "Ministarstvo obrane priopćilo je u ponedjeljak da je trajekt potonuo prije podne nakon sudara.",
    "no": "Forsvarsdepartementet sier at fergen sank utenfor kysten og at ni ble drept av bølgene.",
    "da": "Forsvarsministeriet siger, at færgen sank ud for kysten, og at ni blev dræbt af bølgerne.",
    "zh-Hans": "国防部星期一说，一艘渡轮在海岸附近沉没，船上有九个人。",
    "zh-Hant": "國防部星期一說，一艘渡輪在海岸附近沉沒，船上有九個人。",
    "ja": "国防省は月曜日、フェリーが沖合で沈没したと発表した。",
    "ar": "أعلنت وزارة الدفاع يوم الاثنين أن العبارة غرقت قبالة الساحل وعلى متنها تسعة أشخاص.",
    "fa": "وزارت دفاع روز دوشنبه اعلام کرد که کشتی مسافربری با نه سرنشین در نزدیکی ساحل غرق شده است.",
    "el": "Το υπουργείο Άμυνας ανακοίνωσε τη Δευτέρα ότι το πλοίο βυθίστηκε ανοιχτά της ακτής.",
    "he": "משרד הביטחון הודיע ביום שני כי המעבורת טבעה מול החוף.",
}


@pytest.mark.parametrize("language", LEADS)
def test_a_lead_tells_its_language(language: str) -> None:
    assert identify(LEADS[language]) == language


@pytest.mark.parametrize("text", ["", "12:40 – 5 %", "Il-76", "OK"])
def test_too_little_text_is_undetermined(text: str) -> None:
    assert identify(text) == "und"


def test_a_declaration_decides_for_short_text() -> None:
    assert identify("Nein", "de-AT") == "de"


def test_a_declaration_decides_between_close_languages() -> None:
    assert identify("Bez žrtava.", "sr-Latn-RS") == "sr"


def test_a_template_that_declares_the_wrong_language_is_overruled() -> None:
    assert identify(LEADS["uk"], "en-US") == "uk"


def test_script_is_read_from_the_text_not_from_the_declaration() -> None:
    assert identify(LEADS["zh-Hant"], "zh-CN") == "zh-Hant"


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [
        ("en_US", "en"),
        ("ZH-tw", "zh-Hant"),
        ("zh-CN", "zh-Hans"),
        ("nb-NO", "no"),
        ("", "und"),
        (None, "und"),
        ("C", "und"),
    ],
)
def test_declared_tags_are_normalised(tag: str | None, wanted: str) -> None:
    assert normalised(tag) == wanted
