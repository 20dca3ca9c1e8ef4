"""What sort of source a phrase names."""

import pytest

from sayso.annotate.source_kinds import is_speaker, kind_of


@pytest.mark.parametrize(
    ("phrase", "language", "wanted"),
    [
        ("the agency", "en", "role"),
        ("Chief executive Bram Holt", "en", "named"),
        ("Dora Penk, general secretary of the Metal Workers' Union", "en", "named"),
        ("workers at the port of Halden", "en", "unnamed"),
        ("Norland Land Services, the agency that runs the port", "en", "named"),
        ("the state agency TASS", "en", "outlet"),
        ("the news agency", "en", "outlet"),
        ("Many Norlanders", "en", "unnamed"),
        ("A number of other members of the Diet", "en", "unnamed"),
        ("A Board of Works report released last year", "en", "document"),
        ("one slide", "en", "document"),
        ("Ria Novosti'ye", "tr", "outlet"),
        ("Ria Novosti", "es", "outlet"),
        ("Norland's general staff", "en", "named"),
        ("the general staff", "en", "role"),
        ("radar", "en", "document"),
        ("Judge Ana Slide", "en", "named"),
        ("Many Rivers Trust", "en", "named"),
        ("…", "en", "role"),
        ("Священник из Яблони Георгий Боров", "ru", "named"),
        ("речник міністерства Павло Дзюба", "uk", "named"),
        ("губернатор области Артём Вельский", "ru", "named"),
        ("Unternehmenskreise", "de", "unnamed"),
        ("Un diplomático occidental", "es", "unnamed"),
        ("Un expert maritime consulté par DL, Paul Lenz", "fr", "named"),
        ("des sources proches de Marie Lenz", "fr", "unnamed"),
        ("Bir polis yetkilisi", "tr", "unnamed"),
        ("24-та бригада", "uk", "named"),
        ("俄国防部", "zh", "named"),
        ("国防部", "zh", "role"),
        ("النائب كارم", "ar", "named"),
        ("المتحدث باسم الجيش", "ar", "role"),
    ],
)
def test_kind(phrase: str, language: str, wanted: str) -> None:
    assert kind_of(phrase, language).value == wanted


@pytest.mark.parametrize(
    ("phrase", "speaks"), [("NATO", True), ("UNHCR in Norland", True), ("SHIP OF DEATH", False), ("EXCLUSIVE", False)]
)
def test_capitals_that_shout_are_no_abbreviation(phrase: str, speaks: bool) -> None:
    assert is_speaker(phrase, "en") is speaks
