"""Figures that no plain numeral gives: none, one alone, more of them, a round ten, the seventh of a row."""

import pytest

from factory import article
from sayso.annotate.quantities import quantities

Read = list[tuple[float | None, float | None, str]]


def read(language: str, text: str) -> Read:
    return [(q.low, q.high, q.measure) for q in quantities(article(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "No one has been killed, the mayor said.", [(0, 0, "killed")]),
        ("en", "Nobody was hurt.", [(0, 0, "injured")]),
        ("de", "Niemand wurde verletzt.", [(0, 0, "injured")]),
        ("es", "No hay muertos.", [(0, 0, "killed")]),
        ("it", "Non risultano più dispersi.", [(0, 0, "missing")]),
        ("pt", "Não há feridos.", [(0, 0, "injured")]),
        ("ro", "Nu există supraviețuitori.", [(0, 0, "rescued")]),
        ("pl", "Nikt nie zginął.", [(0, 0, "killed")]),
        ("sr", "Među njima nije bilo ranjenika.", [(0, 0, "injured")]),
        ("ru", "Погибших нет. Пять человек ранены.", [(0, 0, "killed"), (5, 5, "injured")]),
        ("uk", "Загиблих немає.", [(0, 0, "killed")]),
    ],
)
def test_nobody_is_none(language: str, text: str, expected: Read) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A single ballistic missile hit the station.", [(1, 1, "missile")]),
        ("en", "The ministry counted only one.", [(1, 1, "")]),
        ("de", "Die Behörde zählt nur eines.", [(1, 1, "")]),
        ("de", "Es war ein einziger Flugkörper.", [(1, 1, "missile")]),
        ("fr", "Un seul missile a touché la gare.", [(1, 1, "missile")]),
        ("pt", "Um único míssil explodiu sobre a praça.", [(1, 1, "missile")]),
        ("ru", "По их данным, аппарат был всего один, говорят источники.", [(1, 1, "")]),
    ],
)
def test_one_alone_is_a_count(language: str, text: str, expected: Read) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Mostraron una veintena de fusiles.", [(18, 22, "fusiles")]),
        ("it", "A bordo erano una novantina.", [(81, 99, "occupant")]),
        ("it", "Un volo di una sessantina di metri.", [(54, 66, "metre")]),
        ("sv", "Vid grinden stod ett femtiotal grannar.", [(45, 55, "grannar")]),
        ("bn", "আহত হয়েছেন শতাধিক মানুষ।", [(100, None, "injured")]),
        ("en", "The town gave three lakh rupees.", [(300_000, 300_000, "money")]),
        ("en", "Families have so far got Rs 4 lakh each.", [(400_000, 400_000, "")]),
        ("en", "The loss was put at USD 4 million.", [(4_000_000, 4_000_000, "money")]),
        ("ko", "누출량을 11t으로 보고 있다.", [(11, 11, "tonne")]),
        ("ku", "Hejmara miriyan, li gorî komeleyê, gihîştiye 15an.", [(15, 15, "killed")]),
        ("ar", "عاد الجنود الثلاثة إلى الثكنة", [(3, 3, "soldier")]),
    ],
)
def test_numbers_in_forms_of_their_own(language: str, text: str, expected: Read) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("it", "Altri undici hanno accusato febbre.", [(11, 11, "")]),
        ("es", "De nueve más no se tiene noticia.", [(9, 9, "")]),
        ("el", "Αγνοείται η τύχη άλλων επτά.", [(7, 7, "missing")]),
        ("de", "Fünf weitere werden in der Klinik behandelt.", [(5, 5, "")]),
        ("de", "Es waren mindestens neun an der Zahl.", [(9, None, "")]),
        ("en", "Three men are dead; four have not been found.", [(3, 3, "killed"), (4, 4, "missing")]),
        ("en", "It was eleven shells, nine according to the firm.", [(11, 11, "bomb"), (9, 9, "")]),
        ("fr", "Onze obus sont tombés, neuf selon la mairie.", [(11, 11, "bomb"), (9, 9, "")]),
        ("it", "Undici morti, nove secondo l'azienda.", [(11, 11, "killed"), (9, 9, "killed")]),
        ("ru", "Раньше ведомство говорило о пяти.", [(5, 5, "")]),
    ],
)
def test_more_of_those_just_counted(language: str, text: str, expected: Read) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The hospital says a second man died on Sunday.", [(2, None, "killed")]),
        ("en", "On Monday a 13th person died.", [(13, None, "killed")]),
        ("de", "Ein drittes Opfer ist gestorben.", [(3, None, "killed")]),
        ("fr", "Une troisième personne est décédée.", [(3, None, "killed")]),
        ("fr", "L'armée reconnaît un cinquième mort.", [(5, None, "killed")]),
        ("it", "È morta una terza persona.", [(3, None, "killed")]),
        ("sv", "En tredje person har dött.", [(3, None, "killed")]),
        ("pl", "Zmarła trzecia ofiara.", [(3, None, "killed")]),
        ("ru", "Прокуратура сообщила о четырнадцатом погибшем.", [(14, None, "killed")]),
        ("uk", "Помер сьомий шахтар.", [(7, None, "killed")]),
    ],
)
def test_which_of_a_row_has_died_says_how_many_have_at_least(language: str, text: str, expected: Read) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Four people succumbed to their injuries."),
        ("sv", "Fyra personer miste livet."),
        ("da", "Fire mennesker er afgået ved døden."),
        ("de", "Vier Menschen sind ihren Verletzungen erlegen."),
        ("nl", "Vier mensen lieten het leven."),
        ("cs", "O život přišli čtyři lidé."),
        ("sk", "Štyria ľudia prišli o život."),
        ("uk", "Четверо людей втратили життя."),
        ("fi", "Neljä ihmistä menetti henkensä."),
        ("hr", "Četiri osobe izgubile su život."),
        ("bg", "Четирима души загубиха живота си."),
        ("sl", "Štirje ljudje so izgubili življenje."),
        ("et", "Neli inimest kaotas elu."),
        ("lt", "Keturi žmonės neteko gyvybės."),
        ("vi", "Bốn người mất mạng."),
        ("sw", "Watu wanne walipoteza maisha."),
        ("ur", "چار افراد جان سے گئے۔"),
    ],
)
def test_who_lost_their_lives_was_killed(language: str, text: str) -> None:
    assert read(language, text) == [(4, 4, "killed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No further casualties were reported."),
        ("en", "Not a single missile hit the station."),
        ("en", "Nobody in this company hid a single body."),
        ("en", "He has only one wish."),
        ("en", "It was one of the reasons, at first."),
        ("en", "She bought it second-hand on a Tuesday."),
        ("en", "A second later he died."),
        ("en", "The second victim was a farmer."),
        ("en", "A third party was blamed for the man's death."),
        ("en", "She is the second woman to be appointed."),
        ("en", "A third died."),
        ("en", "One more thing was said."),
        ("en", "One has to ask."),
        ("de", "Ein weiterer Mensch ist gestorben."),
        ("de", "Das Zweite Deutsche Fernsehen berichtete zuerst."),
        ("de", "Aus zweiter Hand, an einem Dienstag."),
        ("fr", "Une quinzaine de jours plus tôt, dans un premier temps."),
        ("es", "«Nadie escenifica la muerte de soldados», dijo."),
        ("es", "No hay un solo culpable entre los muertos."),
        ("it", "In un primo momento, per la seconda volta."),
        ("ru", "Второй секретарь посольства погиб."),
        ("ru", "Во-первых, вторая очередь."),
        ("ar", "يوم الثلاثاء في الساعة الثالثة"),
        ("tr", "Tek bir kelime etmedi."),
    ],
)
def test_what_is_no_figure(language: str, text: str) -> None:
    assert read(language, text) == []


def test_an_ordinal_of_thousands_of_digits_is_no_toll() -> None:
    assert len(read("en", f"{'9' * 5000}th person was killed.")) <= 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A third of the residents were killed in the fire."),
        ("en", "On July 4th people were killed in the blast."),
        ("ru", "Третья часть жителей погибли."),
    ],
)
def test_a_share_or_a_day_is_no_row_of_the_dead(language: str, text: str) -> None:
    assert not [found for found in read(language, text) if found[2].endswith("killed")]
