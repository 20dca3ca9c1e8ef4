"""How many of what: the concept a number counts, in many languages; what is no count at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article
from sayso.annotate.quantities import QuantityStage, quantities
from sayso.model import Article, Block, Quantity
from sayso.vocab import BlockRole, Bound

THREE = [(65, "prisoner"), (6, "crew"), (3, "escort")]


def counts(text: str, language: str = "en") -> list[tuple[float | None, str]]:
    return [(q.low, q.measure) for q in quantities(article(text, language=language))]


def only(text: str, language: str = "en") -> Quantity:
    found = list(quantities(article(text, language=language)))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The bus had 65 captured Ruritanian servicemen, six crew and three guards.",
            THREE,
        ),
        ("en", "Two police vehicles and 20 police officers came.", [(2, "vehicle"), (20, "police")]),
        ("en", "They came with a crew of six.", [(6, "crew")]),
        ("en", "The ferry carried 74 people on board.", [(74, "occupant")]),
        ("ru", "На борту было 65 пленных, шесть членов экипажа и трое сопровождающих.", THREE),
        ("uk", "Загинули 65 полонених, шестеро членів екіпажу та троє супровідників.", THREE),
        ("de", "Es waren 65 Kriegsgefangene, sechs Besatzungsmitglieder und drei Begleiter.", THREE),
        ("fr", "Il y avait 65 prisonniers, six membres d'équipage et trois gardes.", THREE),
        ("es", "Iban 65 prisioneros, seis tripulantes y tres guardias.", THREE),
        ("it", "C'erano 65 prigionieri, sei membri dell'equipaggio e tre guardie.", THREE),
        ("pt", "Havia 65 prisioneiros, seis tripulantes e três guardas.", THREE),
        ("pl", "Było tam 65 jeńców, sześciu członków załogi i trzech strażników.", THREE),
        ("tr", "Uçakta 65 esir, altı mürettebat vardı.", THREE[:2]),
        ("ar", "وعلى متنها 65 أسيرا وستة من الطاقم وثلاثة مرافقين.", THREE),
        ("fa", "۶۵ اسیر و شش خدمه بودند.", THREE[:2]),
        ("zh", "机上有65名被俘人员、6名机组和3名护送人员。", THREE),
        ("nl", "Er waren 65 krijgsgevangenen, zes bemanningsleden en drie bewakers.", THREE),
        ("sl", "Bilo je 65 vojnih ujetnikov, šest članov posadke in trije spremljevalci.", THREE),
        ("hr", "Bilo je 65 zarobljenika, šest članova posade i troje pratitelja.", THREE),
        ("sr", "Било је 65 заробљеника, шест чланова посаде и три пратиоца.", THREE),
        ("cs", "Bylo tam 65 zajatců, šest členů posádky a tři strážci.", THREE),
        ("bg", "Имаше 65 пленници, шест членове на екипажа и трима охранители.", THREE),
        ("el", "Υπήρχαν 65 αιχμάλωτοι, έξι μέλη του πληρώματος και τρεις φρουροί.", THREE),
        ("hu", "Ott volt 65 hadifogoly és három kísérő.", [(65, "prisoner"), (3, "escort")]),
        ("be", "Там было 65 палонных, шэсць чалавек экіпажа і трое суправаджальнікаў.", THREE),
    ],
)  # fmt: skip
def test_who_was_counted_is_one_concept_in_every_language(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert counts(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "The flood killed 12.", "killed"),
        ("en", "The flood killed at least 12 people.", "killed"),
        ("en", "After the flood 12 people were killed.", "killed"),
        ("en", "The storm left 12 dead.", "killed"),
        ("en", "The death toll in the north, east and west rose to 12.", "killed"),
        ("en", "Some 12 villagers were injured.", "injured"),
        ("en", "They buried 12 soldiers who were killed.", "soldier killed"),
        ("ru", "При взрыве погибли 12 человек.", "killed"),
        ("ru", "12 человек погибли.", "killed"),
        ("ru", "12 мирных жителей погибли.", "civilian killed"),
        ("uk", "Унаслідок вибуху загинуло 12 людей.", "killed"),
        ("de", "Bei dem Unglück sind 12 Menschen ums Leben gekommen.", "killed"),
        ("de", "Das Dorf zählte 12 Tote.", "killed"),
        ("fr", "L'incendie a fait 12 morts.", "killed"),
        ("es", "El incendio causó 12 muertos.", "killed"),
        ("it", "Il crollo ha ucciso 12 persone.", "killed"),
        ("pl", "W wypadku zginęło 12 osób.", "killed"),
        ("pl", "12 osób nie żyje.", "killed"),
        ("pt", "O incêndio matou 12 pessoas.", "killed"),
        ("tr", "Kazada 12 kişi hayatını kaybetti.", "killed"),
        ("ar", "قتل 12 شخصا في الحريق.", "killed"),
        ("fa", "۱۲ نفر کشته شدند.", "killed"),
        ("zh", "事故造成12人死亡。", "killed"),
        ("nl", "Bij de brand vielen 12 doden.", "killed"),
        ("hr", "Poginulo je 12 osoba.", "killed"),
        ("cs", "Při nehodě zemřelo 12 lidí.", "killed"),
    ],
)
def test_what_befell_people_names_the_measure(language: str, text: str, measure: str) -> None:
    found = [q for q in quantities(article(text, language=language)) if q.low == 12 or q.bound is Bound.ABOUT]
    assert [q.measure for q in found] == [measure]


@pytest.mark.parametrize(
    ("language", "text", "low", "measure", "unit"),
    [
        ("en", "It lies 70km away.", 70, "kilometre", "km"),
        ("en", "A 15-minute warning came.", 15, "minute", "min"),
        ("en", "It cost $10 million.", 10_000_000, "money", "USD"),
        ("en", "Prices rose 12.5%.", 12.5, "percent", "%"),
        ("en", "A magnitude 7.8 quake shook the town.", 7.8, "magnitude", None),
        ("en", "The 6.4-magnitude quake shook the town.", 6.4, "magnitude", None),
        ("de", "Es kostete 5 Milliarden Euro.", 5e9, "money", "EUR"),
        ("ru", "До границы 70 километров.", 70, "kilometre", "km"),
        ("es", "Está a medio centenar de kilómetros.", 45, "kilometre", "km"),
        ("zh", "离村庄五六公里。", 5, "kilometre", "km"),
    ],
)
def test_units(language: str, text: str, low: float, measure: str, unit: str | None) -> None:
    found = only(text, language)
    assert (found.low, found.measure, found.unit) == (low, measure, unit)


def test_an_unknown_noun_is_given_as_printed_in_lower_case() -> None:
    assert counts("The court heard 12 Ruritanian beekeepers.") == [(12, "beekeepers")]
    assert counts("Das Gericht hörte zwölf ruritanische Imker.", "de") == [(12, "imker")]


def test_a_list_goes_on_with_the_measure_before() -> None:
    assert counts("The quake killed eighteen in Norvale, thirteen in Eastmere.") == [(18, "killed"), (13, "killed")]


def test_nobody_is_a_number_of_those_who_matter() -> None:
    found = only("There were no survivors.")
    assert (found.low, found.high, found.measure, found.span.exact) == (0, 0, "rescued", "no")
    assert counts("There was no reason to wait.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023 the road was closed."),
        ("en", "On 24 January 2024 it rained."),
        ("en", "It happened at 11:15 and again at 3 pm."),
        ("en", "The Il-76 met an F-16 over the A4."),
        ("en", "One of the villages was empty."),
        ("en", "It is a devastating 1999 quake."),
        ("en", "She flew in a Boeing 737 on Friday."),
        ("en", "The harbour closed platform 15."),
        ("ru", "24 января 2024 года шёл дождь."),
        ("ru", "Сектор 4 был закрыт."),
        ("de", "Am 24 Januar um 11.00 Uhr regnete es."),
        ("fr", "Un homme attend une femme."),
        ("fr", "Le quai 15 est fermé."),
        ("fa", "ایلوشین ۷۶ نشان داده شد."),
        ("zh", "2024年1月24日下雨。"),
    ],
)
def test_dates_times_types_and_articles_count_nothing(language: str, text: str) -> None:
    assert counts(text, language) == []


def test_the_span_holds_bound_number_and_unit_but_not_the_noun() -> None:
    assert only("At least 1,200 people marched.").span.exact == "At least 1,200"
    assert only("It lies some 70km away.").span.exact == "some 70km"


def test_an_unsupported_language_gets_figures_and_symbols() -> None:
    assert counts("Zzz 12 km yyy.", "xx") == [(12, "kilometre")]
    assert counts("Zzz 12% yyy.", "und") == [(12, "percent")]


def test_furniture_is_not_read() -> None:
    whole = Article(capture_id="c", text="12 people", blocks=(Block(start=0, end=9, role=BlockRole.FURNITURE),))
    assert list(quantities(whole)) == []


def test_the_stage_keys_by_article_and_yields_in_text_order() -> None:
    stage = QuantityStage()
    of = article("Five men, six women and 70 children came.")
    assert list(stage.keys(of)) == [of.id]
    spans = [q.span.start for q in stage.run(of.id, [of]) if isinstance(q, Quantity)]
    assert spans == sorted(spans)
    assert len(spans) == 3


@given(
    st.text(alphabet="0123456789 .,-$%abtysдо六万名人kmیو'\n", max_size=120), st.sampled_from(["en", "ru", "zh", "fr"])
)
def test_any_text_gives_spans_that_fit_and_ids_that_differ(text: str, language: str) -> None:
    found = list(quantities(article(text, language=language)))
    assert all(q.span.exact == article(text).text[q.span.start : q.span.end] for q in found)
    assert len({q.id for q in found}) == len(found)
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


def _cost(text: str) -> float:
    """Seconds of processor time for the quantities of a text."""
    of = article(text)
    started = time.process_time()
    list(quantities(of))
    return time.process_time() - started


def test_hostile_text_costs_no_more_than_its_length() -> None:
    _cost("1 and five")  # reads the lists
    for piece in ("1 ", "1,", "five ", "and ", "at least ", "- ", "六", "killed 1 "):
        text = piece * (10_000 // len(piece))
        assert _cost(2 * text) < 3 * _cost(text) + 0.5, piece  # by the square of its length it would be four times


def test_a_year_is_no_toll() -> None:
    assert counts("Maureen Lenz, whose brother died in 2009 following a fall.") == []
    assert counts("It killed 2009 people in 2010 when the dam broke.") == [(2009, "killed")]


def test_numbers_with_a_word_for_millions_are_exact() -> None:
    assert only("The fund lost $8.54 billion.").low == 8_540_000_000


def test_votes_against_are_not_about_as_many() -> None:
    assert [(q.low, q.bound) for q in quantities(article("52 gegen 48 Stimmen.", language="de"))] == [
        (52, Bound.EXACT),
        (48, Bound.EXACT),
    ]
