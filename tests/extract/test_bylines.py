"""Author, publisher and date of texts without markup: by the order and wording of their first lines."""

import pytest

from extracted import kept, read
from sayso.extract.bylines import beside_date, is_about, named_by


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Marta Osei and Lars Brun", "Marta Osei and Lars Brun"),
        ("Von Marta Osei, Halden", "Marta Osei"),
        ("Por Inés Robles, columnista", "Inés Robles"),
        ("Par Anne Lenz, notre correspondante à Halden", "Anne Lenz"),
        ("Autor: Anna Lenz", "Anna Lenz"),
        ("Yazan: Ayşe Lenz", "Ayşe Lenz"),
        ("Павел Ленц, обозреватель", "Павел Ленц"),
        ("Ana Lenz, columnist", "Ana Lenz"),
        ("Von der Brücke blieb nur ein Pfeiler", None),
        ("By Friday the bridge was open again", None),
        ("Halden, May 5", None),
    ],
)
def test_a_byline_gives_the_writers_name(line: str, name: str | None) -> None:
    assert named_by(line) == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Vale Herald, ", ["Vale Herald"]),
        ("Marta Osei — Vale Herald — ", ["Marta Osei", "Vale Herald"]),
        ("Publié le  à 10h30", []),
        ("Monday, ", []),
        ("Stand: , 14:30 Uhr", []),
    ],
)
def test_what_stands_beside_a_date_is_the_paper(line: str, names: list[str]) -> None:
    assert beside_date(line) == names


def test_an_authors_note_is_told() -> None:
    assert is_about("Marta Osei", "Marta Osei is the Herald's Halden correspondent.")
    assert not is_about("Marta Osei", "Marta Osei saw the bridge fall on Monday.")


OWN = [
    (
        "THE VALE HERALD\nMonday, 5 May 2031\n\nBridge falls, nine dead\n\nBy Marta Osei\nHalden correspondent\n\n"
        "The bridge fell on Monday, the mayor said.\n\nMarta Osei is the Herald's Halden correspondent.",
        ("THE VALE HERALD", "Marta Osei", "Bridge falls, nine dead"),
        ["Bridge falls, nine dead", "The bridge fell on Monday, the mayor said."],
    ),
    (
        "Brücke stürzt ein\n\nVon Marta Osei, Halden\n\nHalden-Anzeiger, 5. Mai 2031\n\n"
        "Die Brücke stürzte am Montag ein.",
        ("Halden-Anzeiger", "Marta Osei", "Brücke stürzt ein"),
        ["Brücke stürzt ein", "Die Brücke stürzte am Montag ein."],
    ),
    (
        "Le pont s'effondre\nPar Anne Lenz\nPublié le 5 mai 2031 à 10h30\n\nLe pont s'est effondré lundi.",
        (None, "Anne Lenz", "Le pont s'effondre"),
        ["Le pont s'effondre", "Le pont s'est effondré lundi."],
    ),
    (
        "Мост рухнул\nАнна Ленц, корреспондент\nВестник Халдена, 5 мая 2031\n\n"
        "Мост рухнул в понедельник, сообщила мэрия.",
        ("Вестник Халдена", "Анна Ленц", "Мост рухнул"),
        ["Мост рухнул", "Мост рухнул в понедельник, сообщила мэрия."],
    ),
    (
        "Damm hielt stand\n\nVon unserer Redaktion\n\nDer Damm hielt am Freitag.",
        (None, None, "Damm hielt stand"),
        ["Damm hielt stand", "Der Damm hielt am Freitag."],
    ),
    (
        "The Halden Herald, 4 February 2031.\n\nBridge falls\n\nBy Ana Lenz, science correspondent\n\n"
        "Embargoed until 00:01 GMT\n\nThe bridge fell.\n\nNobody knows why.",
        ("The Halden Herald", "Ana Lenz", "Bridge falls"),
        ["Bridge falls", "The bridge fell.", "Nobody knows why."],
    ),
    (
        "By Ana Lenz\n\nBridge falls in Halden\n\nThe bridge fell.\n\nNobody knows why.",
        (None, "Ana Lenz", "Bridge falls in Halden"),
        ["Bridge falls in Halden", "The bridge fell.", "Nobody knows why."],
    ),
    (
        "# Bridge falls\n\nThe Halden Herald, 4 February 2031. By Ana Lenz\n\nThe bridge fell.\n\nNobody knows why.",
        (None, None, "# Bridge falls"),
        ["# Bridge falls", "The bridge fell.", "Nobody knows why."],
    ),
]


@pytest.mark.parametrize(("text", "head", "body"), OWN)
def test_the_head_of_a_text_is_read(text: str, head: tuple[str | None, ...], body: list[str]) -> None:
    made = read(text)
    assert (made.publisher, made.author, made.headline) == head
    assert kept(made) == body


def test_a_page_that_signs_for_the_paper_has_no_such_claim() -> None:
    page = (
        "<html lang=de><body><article><h1>Damm in Halden hielt stand</h1><p>Neun Menschen werden noch vermisst</p>"
        "<p class=autor>Von unserer Redaktion</p><p>Der Damm in Halden hat am Freitag gehalten, teilte das Ministerium"
        " mit.</p><p>Die Straßen sind gesperrt, und niemand weiß, wann sie wieder geöffnet werden.</p></article></body>"
    )
    assert "Von unserer Redaktion" not in kept(read(page, "text/html"))


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    made = read("Bridge falls\n\nThe bridge fell on 5 May 2031 in Halden\n\nNobody was hurt, the mayor said.")
    assert "The bridge fell on 5 May 2031 in Halden" in kept(made)
    assert made.publisher is None


def test_front_matter_is_read_and_is_no_text() -> None:
    head = '---\ntitle: "Why the bridge fell"\nauthor: Marta Osei\npublisher: Vale Herald\ndate: 2031-05-05\n---\n'
    source = head + "\nIt was old.\n"
    made = read(source, "text/markdown")
    assert (made.publisher, made.author, made.headline) == ("Vale Herald", "Marta Osei", "Why the bridge fell")
    assert kept(made) == ["Why the bridge fell", "It was old."]
    assert made.published is not None
    assert made.source_map.recut(0, len(made.headline or ""), source) == made.headline


def test_a_release_without_another_name_is_its_publishers() -> None:
    made = read("Statement on the dam\nMinistry of Works, 5 May 2031\nPress release No. 31\n\nThe dam is safe.")
    assert [(c.kind.value, c.name) for c in made.credits] == [("press_release", "Ministry of Works")]
