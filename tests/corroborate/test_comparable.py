"""Names, words, concepts and times of day made comparable across languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import lexicon
from sayso.corroborate.bodies import body_in
from sayso.corroborate.clock import times_of_day
from sayso.corroborate.concepts import concepts, opposites
from sayso.corroborate.country_names import places
from sayso.corroborate.denial import denies_in_passing, is_negated, rejects
from sayso.corroborate.naming import sound_key, system_key
from sayso.corroborate.source_names import read_source
from sayso.corroborate.wording import content_stems, stem
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import SourceKind


@pytest.mark.parametrize(
    "spellings",
    [
        ("Halvorsenko", "Галворсенко", "Halworsenka", "Халворсенком"),
        ("Bradlinov", "Брадлинов", "Bradlinow", "برادلينوف"),
        ("Tscherbakin", "Щербакин", "Shcherbakin"),
    ],
)
def test_a_name_has_one_sound_in_every_script(spellings: tuple[str, ...]) -> None:
    assert len({sound_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Lenz", "Varga"), ("Halden", "Ostwick"), ("Yusov", "Asif")])
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def test_a_type_is_one_in_every_script() -> None:
    assert {system_key(name) for name in ("An-26", "Ан-26", "AN 26", "an‑26")} == {"an26"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The helicopter was shot down near the border."),
        ("de", "Der Hubschrauber wurde an der Grenze abgeschossen."),
        ("ru", "Вертолёт сбили у границы."),
        ("fr", "L'hélicoptère a été abattu près de la frontière."),
        ("es", "El helicóptero fue derribado cerca de la frontera."),
        ("tr", "Helikopter sınırda düşürüldü."),
        ("zh", "直升机在边境被击落"),
    ],
)
def test_one_sentence_means_the_same_in_every_language(language: str, text: str) -> None:
    assert {"shot_down", "helicopter", "border"} <= concepts(text, language)


def test_every_form_of_the_event_lexicon_is_found() -> None:
    for name, forms in lexicon.load("events").tables["events"].items():
        for language, listed in forms.items():
            for form in listed.split("|"):
                told = " ".join("xx" if word == "*" else word.rstrip("*") for word in form.split())
                assert concepts(told, language) - set("XX"), (name, language, form)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 11:15 local time", [675]),
        ("gegen 11.00 Uhr", [660]),
        ("vers 11h00 à la capitale", [660]),
        ("around 11am, and again at 4:30 p.m.", [660, 990]),
        ("12am", [0]),
        ("a 3.5 magnitude", []),
        ("score 2:1, ratio 10:1", []),
        ("1 Kings 11:155", []),
    ],
)
def test_times_of_day(text: str, minutes: list[int]) -> None:
    assert [time.minutes for time in times_of_day(text)] == minutes


@pytest.mark.parametrize(
    ("language", "text", "negated"),
    [
        ("en", "The dam did not burst.", True),
        ("en", "The dam didn't burst.", True),
        ("en", "No fewer than 40 people saw it.", False),
        ("pl", "40 osób nie żyje.", False),
        ("ru", "Плотина не прорвалась.", True),
        ("zh", "大坝没有溃决", True),
        ("xx", "not", False),
    ],
)
def test_denial(language: str, text: str, negated: bool) -> None:
    assert is_negated(text, language) is negated


def test_a_denial_in_a_last_short_clause_is_in_passing() -> None:
    assert denies_in_passing("The ferry carried 65 prisoners and six crew, none of whom survived.", "en")
    assert not denies_in_passing("The ferry did not carry 65 prisoners, the port said.", "en")
    assert not denies_in_passing("No.", "en")


def test_both_sides_of_an_antonym_cancel() -> None:
    assert opposites("north of the town", "en") == {("north/south", 0)}
    assert opposites("north of the town, then south of it", "en") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Israel denied blocking access to the hospital",
        "The spokesman denied the budget had been cut",
        "Officials dispute these figures",
        "Rumours were dismissed by the palace",
        "The report was dismissed as fake by the ministry",
        "He dismissed the idea as nonsense",
    ],
)
def test_who_denies_what_was_said_rejects(text: str) -> None:
    assert rejects(text, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The inspectors were denied access to the site", "en"),
        ("ending a dispute of forty years", "en"),
        ("The president dismissed the army chief on Friday", "en"),
        ("He was dismissed as health minister", "en"),
        ("lo scandalo dei rifiuti", "it"),
    ],
)
def test_a_quarrel_a_dismissal_and_what_is_withheld_deny_nothing(text: str, language: str) -> None:
    assert not rejects(text, language)


def test_a_word_that_is_all_ending_is_its_own_stem() -> None:
    """Turkish sets endings behind an apostrophe: "İHA'larıydı"."""
    assert stem("larıydı", "tr") == "larıydı"
    assert "" not in content_stems("Ketari güçlerinin İHA'larıydı", "tr")


def test_stems_meet_and_function_words_go() -> None:
    assert set(content_stems("The ministers were resigning", "en")) == set(content_stems("minister resigns", "en"))
    assert content_stems("大坝溃决", "zh") == ("大坝", "坝溃", "溃决")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("the Interior Ministry", "interior_ministry"),
        ("le ministère de l'Intérieur", "interior_ministry"),
        ("МВД", "interior_ministry"),
        ("the prosecutor's office", "prosecutor"),
        ("Ana Lenz", None),
    ],
)
def test_public_bodies(name: str, body: str | None) -> None:
    found = body_in(name)
    assert (found[0] if found else None) == body


@given(st.text(max_size=300))
def test_no_text_breaks_the_readers(text: str) -> None:
    read_source(text, SourceKind.NAMED)
    for language in ("en", "ru", "ar", "zh", "xx"):
        concepts(text, language)
        content_stems(text, language)
    times_of_day(text)
    places(text)


@pytest.mark.parametrize("unit", ["a", "1:1", "é ", "не ", "击", "a, ", "11.", "no "])
def test_a_megabyte_of_one_thing_costs_little(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    concepts(text, "en")
    times_of_day(text)
    denies_in_passing(text, "en")
    opposites(text[:20_000], "en")
    sound_key(text)


def test_phrases() -> None:
    pattern = whole_words(any_of(["could not * verify", "proven*"]), "en")
    assert pattern.search(folded("It could not independently verify it"))
    assert pattern.search(folded("Provenly so"))
    assert not pattern.search(folded("unproven"))
