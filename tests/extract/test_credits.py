import pytest

from sayso.extract.credits import credits_at_edges, credits_in


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


def test_what_a_text_is_about_is_the_source_of_its_figures() -> None:
    figures = "The Halden Office counted 12 locks.\n\nThe Halden Office has counted them since 2019.\n\n" * 3
    assert credits_in(figures + "Source: The Halden Office") == ()
    (credit,) = credits_in("The lock was shut.\n\nThe Halden Office counted 12 locks.\n\nSource: The Halden Office")
    assert credit.kind == "republication"


def test_the_edges_hold_what_the_whole_text_declares() -> None:
    body = "\n\n".join(f"The lock was shut for the {n}th time, the pilots said." for n in range(4, 40))
    text = f"Lock shut again\n\nBy Norlex\n\nHALDEN (Reuters) - Two men were held.\n\n{body}\n\nh/t Marta Osei"
    assert credits_at_edges(text) == credits_in(text)
    assert [credit.name for credit in credits_at_edges(text)] == ["Reuters", "Marta Osei"]
    assert credits_at_edges("") == ()
    assert [credit.name for credit in credits_at_edges("h/t Marta Osei")] == ["Marta Osei"]
    assert credits_at_edges(f"{body}\n\nSource: Vale Herald\n\n{body}") == ()
