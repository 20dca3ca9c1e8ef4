"""Certainty in the languages whose lists were written last: what is plain, may be, will be, is hoped, is denied."""

import pytest

from certainty_of import values

ROWS = [
    ("da", "Dæmningen brast natten til tirsdag.", "certain", "statement", "+"),
    ("da", "Dæmningen er måske bristet i nat.", "possible", "hypothesis", "+"),
    ("da", "Dæmningen blev ikke kontrolleret i marts.", "certain", "statement", "-"),
    ("da", "Hvis dæmningen brister, oversvømmes byen helt.", "possible", "hypothesis", "+"),
    ("no", "Demningen brast natt til tirsdag.", "certain", "statement", "+"),
    ("no", "Demningen brast trolig natt til tirsdag.", "probable", "statement", "+"),
    ("no", "Demningen ble ikke kontrollert i mars.", "certain", "statement", "-"),
    ("fi", "Pato murtui tiistaiyönä kylän yllä.", "certain", "statement", "+"),
    ("fi", "Pato murtui todennäköisesti tiistaiyönä.", "probable", "statement", "+"),
    ("fi", "Patoa ei tarkastettu maaliskuussa lainkaan.", "certain", "statement", "-"),
    ("et", "Tamm purunes ööl vastu teisipäeva.", "certain", "statement", "+"),
    ("et", "Tamm purunes tõenäoliselt teisipäeva öösel.", "probable", "statement", "+"),
    ("vi", "Đập vỡ vào đêm thứ Ba.", "certain", "statement", "+"),
    ("vi", "Có lẽ đập đã vỡ trong đêm.", "possible", "hypothesis", "+"),
    ("vi", "Trường học sẽ mở cửa vào tuần sau.", "certain", "prediction", "+"),
    ("id", "Bendungan itu jebol pada Selasa malam.", "certain", "statement", "+"),
    ("id", "Mungkin bendungan itu jebol pada malam hari.", "possible", "hypothesis", "+"),
    ("id", "Sekolah akan dibuka kembali pekan depan.", "certain", "prediction", "+"),
    ("he", "הסכר קרס בליל שלישי ליד הכפר.", "certain", "statement", "+"),
    ("he", "ייתכן כי הסכר קרס בליל שלישי.", "possible", "hypothesis", "+"),
    ("he", "הסכר לא נבדק בחודש מרץ.", "certain", "statement", "-"),
    ("ko", "댐이 화요일 밤 마을 위에서 무너졌다.", "certain", "statement", "+"),
    ("ko", "경보는 그날 밤 울리지 않았다.", "certain", "statement", "-"),
    ("ko", "학교는 다음 주에 다시 문을 열 예정이다.", "certain", "prediction", "+"),
    ("hi", "बांध मंगलवार रात गांव के ऊपर टूट गया।", "certain", "statement", "+"),
    ("hi", "शायद बांध मंगलवार रात टूट गया था।", "possible", "hypothesis", "+"),
    ("hi", "बांध की जांच मार्च में नहीं हुई थी।", "certain", "statement", "-"),
]


@pytest.mark.parametrize(("language", "text", "value", "mode", "polarity"), ROWS)
def test_says_how_sure_it_is(language: str, text: str, value: str, mode: str, polarity: str) -> None:
    assert values(text, language) == [f"{value} {mode} {polarity}"]


@pytest.mark.parametrize(
    ("language", "text", "mode"),
    [
        ("cs", "Starosta Petr Havlas nazval případ „ostudou“.", "opinion"),
        ("ru", "Мэр назвал случившееся «позором».", "opinion"),
        ("en", "The mayor called the delay “shameful”.", "opinion"),
        ("ru", "Мэр назвал имя нового директора.", "statement"),
        ("de", "Sie fügte hinzu, die Prüfer hätten keine Risse gefunden.", "statement"),
        ("de", "Ohne den Damm wäre die Stadt heute verloren.", "prediction"),
        ("pt", "A barragem rompeu-se na segunda-feira.", "statement"),
        ("pt", "Se a barragem romper, a cidade ficará alagada.", "prediction"),
        ("nl", "De zoektocht in het dal gaat door.", "statement"),
        ("nl", "De minister gaat de dam laten keuren.", "prediction"),
    ],
)
def test_calling_is_opinion_and_reporting_is_none(language: str, text: str, mode: str) -> None:
    assert [value.split()[1] for value in values(text, language)] == [mode]
