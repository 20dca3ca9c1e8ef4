import pytest

from sayso.extract.credits import credits_in


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("(Reuters) - Two men were held.", "wire", "Reuters"),
        ("HALDEN (Norland Press) - At least 12 people died.", "wire", "Norland Press"),
        ("Halden, May 4 (Norland Press) — At least 12 people died.", "wire", "Norland Press"),
        ("MOSCOW, January 24. /TASS/. The plane left.", "wire", "TASS"),
        ("AP — Two men were held.", "wire", "AP"),
        ("Deux hommes ont été arrêtés. (AFP)", "wire", "AFP"),
        ("The original source of this article is Vale Herald", "republication", "Vale Herald"),
        ("This article was originally published on The Vale Herald on 3 May 2031.", "republication", "The Vale Herald"),
        ("Este artículo fue publicado originalmente en Diario del Cabo.", "republication", "Diario del Cabo"),
        ("Источник: Вестник Халдена", "republication", "Вестник Халдена"),
        ("Quelle: Halden-Anzeiger", "republication", "Halden-Anzeiger"),
        ("h/t Marta Osei", "hat_tip", "Marta Osei"),
        ("© 2031 Vale Herald. All rights reserved.", "copyright", "Vale Herald"),
        ("Maschinelle Übersetzung", "translation", ""),
        ("Press release: Interior Ministry", "press_release", "Interior Ministry"),
        ("Press release No. 31", "press_release", ""),
        ("Press release No. 31 of 5 May 2031", "press_release", ""),
        ("Press release No. 31: Interior Ministry", "press_release", "Interior Ministry"),
        ("Press release 5 May 2031", "press_release", ""),
        ("Pressemitteilung Nr. 12/2031", "press_release", ""),
        ("Comunicado de prensa n.º 7", "press_release", ""),
        ("Пресс-релиз № 31", "press_release", ""),
    ],
)
def test_credit_lines_are_read_as_printed(text: str, kind: str, name: str) -> None:
    (credit,) = credits_in(text)
    assert (credit.kind, credit.name, credit.start) == (kind, name, text.rfind("(AFP)") if "(AFP)" in text else 0)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (Lund) - a former pilot - said no.",
        "Reuters reported that two men were held.",
        "He told the source: no.",
        "Sources in the ministry said so.",
        "She copied the report by hand, and the AP said so.",
        "(Halden) Two men were held.",
    ],
)
def test_none_is_invented(text: str) -> None:
    assert credits_in(text) == ()


def test_hostile_text_is_read_in_linear_time() -> None:
    for unit in ("(", "A ", "A", "A.", "Aa", "© ", "source: ", "/A", "Translated from "):
        credits_in(unit * 50_000)
        credits_in((unit * 50)[:390])
