"""Loaded words: what is marked, whose word it is, and what plain reporting is not marked for."""

import itertools
import time

import pytest

from factory import article, said
from sayso import lexicon
from sayso.annotate.rhetoric import RhetoricStage
from sayso.annotate.rhetoric_words import loaded_words
from sayso.model import Article, Record, RhetoricalDevice
from sayso.vocab import Technique, Whose


def devices(of: Article, *more: Record) -> list[RhetoricalDevice]:
    return [d for d in RhetoricStage().run(of.id, [of, *more]) if isinstance(d, RhetoricalDevice)]


def marked(text: str, language: str = "en") -> list[str]:
    return [d.span.exact for d in devices(article(text, language=language))]


@pytest.mark.parametrize(
    ("text", "expression", "technique"),
    [
        ("Talks with the neo-Nazi regime failed.", "neo-Nazi regime", Technique.NAME_CALLING),
        ("Nobody trusts the Ruritanian Junta there.", "Ruritanian Junta", Technique.NAME_CALLING),
        ("Critics of the Belgrade junta left.", "Belgrade junta", Technique.NAME_CALLING),
        ("It was Iran-backed Syrian terrorism again.", "Iran-backed Syrian terrorism", Technique.NAME_CALLING),
        ("It was US-backed Syrian terrorism again.", "US-backed Syrian terrorism", Technique.NAME_CALLING),
        ("They spread Russian propaganda.", "Russian propaganda", Technique.LOADED_WORD),
        ("They spread Western propaganda.", "Western propaganda", Technique.LOADED_WORD),
        ("After such criminal attacks nobody slept.", "criminal attacks", Technique.LOADED_WORD),
        ("It was a cowardly attack.", "cowardly attack", Technique.LOADED_WORD),
        ("They follow a misanthropic ideology.", "misanthropic ideology", Technique.LOADED_WORD),
        ("The army spoke of collateral damage.", "collateral damage", Technique.EUPHEMISM),
        ("They will go on fighting to the last Russian.", "fighting to the last Russian", Technique.EXAGGERATION),
        ("They broke the so-called ceasefire.", "so-called ceasefire", Technique.DOUBT),
        ("The so-called ceasefire held in the north.", "so-called ceasefire", Technique.DOUBT),
        ("They met the so-called “contact group” in May.", "so-called “contact group”", Technique.DOUBT),
        ("They met the so-called ‘experts’ in May.", "so-called ‘experts’", Technique.DOUBT),
        ("She opposes the so-called Blue Coast Deal in parliament.", "so-called Blue Coast Deal", Technique.DOUBT),
        ("The self-styled moral superiors of the island left.", "self-styled moral superiors", Technique.DOUBT),
        ("The myth of northern exceptionalism faded.", "The myth of northern exceptionalism", Technique.DOUBT),
        ("It is a myth that refuses to die.", "myth", Technique.DOUBT),
        ("The army neutralised dozens of militants.", "neutralised dozens of militants", Technique.EUPHEMISM),
        ("The army neutralized 12 enemy fighters there.", "neutralized 12 enemy fighters", Technique.EUPHEMISM),
        ("Two rebel commanders were neutralised on Friday.", "neutralised", Technique.EUPHEMISM),
        ("The jets carried out surgical strikes on the port.", "carried out surgical strikes", Technique.EUPHEMISM),
        ("It backed the regime of Anton Berg in the war.", "regime of Anton Berg", Technique.NAME_CALLING),
    ],
)
def test_a_loaded_expression_is_marked_with_its_noun_phrase(text: str, expression: str, technique: Technique) -> None:
    assert [(d.span.exact, d.technique) for d in devices(article(text))] == [(expression, technique)]


@pytest.mark.parametrize(
    "text",
    [
        "The sanctions regime was extended to the last day of June.",
        "A terrorist attack killed two people, the criminal court heard.",
        "New tax regime rules apply.",
        "Iran-backed rebels left the city.",
        "The treaty eliminated tariffs.",
        "He said it was “over” and left.",
        "They spoke of “kitchen table” issues.",
        "It was a “no” vote on the bill.",
        "The town takes a “housing first” line.",
        "They held “indicative votes” in the chamber.",
        "The new members of the “squad” met.",
        "The spill was neutralised with lime.",
        "The plant neutralised the acid.",
        "Soldiers neutralised the acid in the tank.",
        "A policy of regime change has a price.",
        "A surgical strike may carry risks.",
        "He sat in the car with his cronies.",
        "Her state minions began to squeal.",
        "It failed under the regimes of Berg and his father.",
        "This is the all-American terror of Anton Berg.",
    ],
)
def test_plain_reporting_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_words_inside_quotation_marks_or_under_an_attribution_are_quoted() -> None:
    quoted = devices(article("“The Belgrade junta will fall,” the mayor said."))
    assert [d.whose for d in quoted] == [Whose.QUOTED]
    plain = article("The mayor said the Belgrade junta will fall. The Belgrade junta denied it.")
    found = devices(plain, *said(plain, "the Belgrade junta will fall", by="The mayor", cue="said"))
    assert [d.whose for d in found] == [Whose.QUOTED, Whose.WRITER]


def test_scare_quotes_are_marked_where_nobody_is_said_to_have_said_them() -> None:
    text = "The island held “elections” in May. The judge called it a “referendum” at last."
    of = article(text)
    found = devices(of, *said(of, "“referendum”", by="The judge", cue="called"))
    assert [(d.span.exact, d.technique, d.whose) for d in found] == [("“elections”", Technique.DOUBT, Whose.WRITER)]


@pytest.mark.parametrize(
    ("language", "text", "expression"),
    [
        ("ru", "На острове прошли «выборы».", "«выборы»"),
        (
            "ru",
            "Глава так называемой Приморской народной республики уехал.",
            "так называемой Приморской народной республики",
        ),
        ("ru", "Были нейтрализованы 12 боевиков.", "нейтрализованы 12 боевиков"),
        ("uk", "На острові пройшли «вибори».", "«вибори»"),
        ("de", "Auf der Insel fanden „Wahlen“ statt.", "„Wahlen“"),
        ("de", "Die sogenannte militärische Befreiung begann.", "sogenannte militärische Befreiung"),
        ("fr", "L'île a organisé des « élections » en mai.", "« élections »"),
        ("es", "La isla celebró unas «elecciones libres» en mayo.", "«elecciones libres»"),
        ("pl", "Na wyspie odbyły się „wybory”.", "„wybory”"),
        ("sr", "Na ostrvu su održani „izbori”.", "„izbori”"),
        ("zh", "岛上举行了“选举”。", "“选举”"),
    ],
)
def test_doubt_is_marked_in_other_languages(language: str, text: str, expression: str) -> None:
    assert expression in marked(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Кислоту нейтрализовали, остаток нейтрализован известью."),
        ("ru", "Они обсудили «кухонные» вопросы."),
        ("de", "Sie sprachen über „weiche“ Themen."),
        ("fr", "Ils ont parlé de sujets « légers »."),
    ],
)
def test_plain_words_in_other_languages_are_left_alone(language: str, text: str) -> None:
    assert marked(text, language) == []


def test_the_longest_wins_and_nothing_overlaps() -> None:
    found = devices(article("They fear the criminal Belgrade regime and the neo-Nazi Minsk regime of Minsk."))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert found[0].span.exact == "criminal Belgrade regime"


def test_a_language_without_a_list_gives_nothing() -> None:
    assert marked("The Belgrade junta", "und") == []
    assert marked("The Belgrade junta", "xx") == []
    unlisted = article("The Belgrade junta", language="xx")
    assert list(RhetoricStage().run(unlisted.id, [unlisted])) == []


def test_records_cite_the_list_they_come_from() -> None:
    (found,) = devices(article("The Belgrade junta left."))
    assert found.lexicon == lexicon.load("loaded", "en").label


@pytest.mark.parametrize("language", lexicon.languages("loaded"))
def test_every_list_can_be_read(language: str) -> None:
    words = loaded_words(language)
    assert words is not None
    assert words.language == language
    assert words.label == lexicon.load("loaded", language).label


@pytest.mark.parametrize("unit", ['"', "“", "neo-Nazi ", "“a ", "the last ", "so-called-", "neutralised enemy "])
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    before = time.perf_counter()
    marked(text)
    assert time.perf_counter() - before < 5
