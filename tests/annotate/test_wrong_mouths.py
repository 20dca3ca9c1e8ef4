"""Things that cannot speak, headlines that end with who says it, the mood behind a colon, tallies of one's own."""

import pytest

from sayso.annotate.attribution import AttributionStage
from sayso.extract.plain import from_plain
from sayso.model import Attribution


def _said(text: str, language: str) -> list[tuple[str | None, str]]:
    """Who is read to say what, of what is asserted."""
    article = from_plain(text, language=language)
    read = [r for r in AttributionStage().run(article.id, [article]) if isinstance(r, Attribution)]
    return [(a.source_name, " ".join(span.exact for span in a.content)) for a in read if a.asserted]


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("es", "Las sirenas habían avisado a los vecinos de la riada.", "sirenas"),
        ("es", "La alarma avisó de que el agua subía.", "alarma"),
        ("it", "Le sirene avevano avvertito gli abitanti che la piena arrivava.", "sirene"),
        ("he", "מטוסי חיל האוויר תקפו את המפעל בלילה.", "מטוסי"),
    ],
)
def test_things_are_nobody_s_source(language: str, text: str, thing: str) -> None:
    assert not [who for who, _ in _said(text, language) if who and thing in who]


def test_who_works_with_such_things_speaks() -> None:
    assert ("The drone operator", "that the bridge is closed") in _said(
        "The drone operator said that the bridge is closed.", "en"
    )
    for who in ("Alice Bell", "David Tanks", "Shell"):
        assert (who, "that the bridge is closed") in _said(f"{who} said that the bridge is closed.", "en")
    assert _said("Rudi Panzer sagte, dass die Brücke gesperrt ist.", "de")[0][0] == "Rudi Panzer"
    assert _said("El operador del dron dijo que el puente está cerrado.", "es")[0][0] == "El operador del dron"


@pytest.mark.parametrize(
    ("language", "text", "who", "what"),
    [
        ("en", "Halden, one month on: nine dead, admits port authority", "port authority", "nine dead"),
        ("ro", "Brezna, la o săptămână: 52 de morți, admite ministerul", "ministerul", "52 de morți"),
    ],
)
def test_a_headline_ends_with_who_says_it(language: str, text: str, who: str, what: str) -> None:
    assert _said(text, language) == [(who, what)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Die Hafenbehörde hat sich festgelegt: Der Kapitän habe das Schiff verlassen. Die Ladung sei gesichert.",
            "Die Hafenbehörde",
        ),
        ("Hafenmeister Lund hat nachgerechnet: Es seien neun Kisten verschwunden, nicht zwei.", "Hafenmeister Lund"),
    ],
)
def test_the_mood_behind_a_colon_is_the_subject_s(text: str, who: str) -> None:
    assert [name for name, _ in _said(text, "de")] == [who]


def test_no_mood_behind_a_colon_is_the_writer_s() -> None:
    assert not _said("Die Lage ist klar: Der Wall hat gehalten.", "de")


def test_a_tally_of_one_s_own_is_an_account() -> None:
    text = "The clinic's doctor on duty, Ana Lis, keeps her own tally: 12 dead, and three more on the ward."
    assert _said(text, "en") == [
        ("The clinic's doctor on duty, Ana Lis", "12 dead, and three more on the ward"),
    ]
    told = _said("The clinic keeps its own tally: 12 dead, and three more on the ward.", "en")
    assert told == [("The clinic", "12 dead, and three more on the ward")]


def test_an_hour_ago_is_nobody() -> None:
    text = "سخنگوی وزارت بهداشت، فرید رستانی، ساعتی پیش خبر داد که بیست‌وسه نفر جان باخته‌اند."
    assert _said(text, "fa")[0][0] == "سخنگوی وزارت بهداشت، فرید رستانی"


def test_a_firm_is_no_verb() -> None:
    assert not _said("Ms Lis is a founder of Orle Partners, a private equity and investment banking firm.", "en")


def test_an_article_is_no_count_that_somebody_gives() -> None:
    text = "The firm set up a policy urging employees to report gross abuse."
    assert not [who for who, _ in _said(text, "en") if who and "employees" in who]
