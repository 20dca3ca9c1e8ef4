"""What the rules found without a speaker, and the multilingual network names: by place and by what is said."""

import pytest

from factory import article
from sayso.annotate import cues
from sayso.annotate.attribution import attributions
from sayso.annotate.multilingual_reader import MultilingualReader
from sayso.annotate.readers import ArticleReader
from sayso.annotate.relations import PROJECTED, Relation, Stretch
from sayso.annotate.second_opinion import joined
from sayso.model import Article


def _place(of: Article, words: str) -> list[Stretch]:
    at = of.text.index(words)
    return [(at, at + len(words))]


def _relation(of: Article, source: str, cue: str, content: str, construction: str = PROJECTED) -> Relation:
    return Relation(_place(of, source) if source else [], _place(of, cue), _place(of, content), construction)


def _joined(of: Article, by_rule: list[Relation], learned: list[Relation]) -> list[tuple[str, str]]:
    """The source and content of each relation that has a speaker who is sure."""
    grammar = cues.grammar(of.language)
    assert grammar is not None
    found = [one for one in joined(of, by_rule, learned, grammar) if not one.unclear]
    shown = (tuple(" ".join(of.text[a:b] for a, b in parts) for parts in (one.source, one.content)) for one in found)
    return [(source, content) for source, content in shown if source]


def _said(of: Article) -> list[tuple[str, str]]:
    """Who is named for which words, by all readers together."""
    made = attributions(of, ArticleReader().read(of))
    return [(one.source_name, " ".join(span.exact for span in one.content)) for one in made if one.source_name]


def test_who_opens_what_was_taken_for_words_said_says_them() -> None:
    of = article("운영사 노르하임은 기름이 바다로 나가지 않았다고 설명했다.", language="ko")
    ruled = _relation(of, "", "설명했다", "운영사 노르하임은 기름이 바다로 나가지 않았다고", "subject-clause-verb")
    ruled.unclear = True
    other = _relation(of, "운영사 노르하임", "설명했다", "기름이 바다로 나가지 않았다고")
    assert _joined(of, [ruled], [other]) == [("운영사 노르하임", "기름이 바다로 나가지 않았다고")]


def test_in_japanese_a_topic_may_be_what_is_spoken_of() -> None:
    assert not _said(article("大橋は古いと述べた。", language="ja"))
    named = _said(article("同社の相談窓口は「油は一滴も出ていない」と強調した。", language="ja"))
    assert named == [("同社の相談窓口", "「油は一滴も出ていない」")]


def test_words_behind_a_colon_are_whose_verb_of_telling_leads_to_them() -> None:
    said = "”Bron måste vaktas om natten.”"
    of = article(f"Den här gången berättar matrosen Ivo Rask: {said}", language="sv")
    ruled = _relation(of, "", ":", said, "colon-quote")
    ruled.unclear = True
    assert _joined(of, [ruled], [_relation(of, "matrosen Ivo Rask", "berättar", said)]) == [("matrosen Ivo Rask", said)]


def test_who_reads_a_letter_does_not_say_it() -> None:
    said = "«La guerra es un pecado»"
    of = article(f"El alcalde leyó la carta del obispo: {said}", language="es")
    ruled = _relation(of, "", ":", said, "colon-quote")
    ruled.unclear = True
    assert not _joined(of, [ruled], [_relation(of, "El alcalde", "leyó", said)])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Kowalski zadzwonił do Nowaka. Powiedział mu, że most runie."),
        ("pl", "Minister był na miejscu. Powiedział dziennikarzom, że most runie."),
        ("ru", "Сказал ему, что мост закрыт."),
        ("ja", "警察によると、男は「やっていない」と話している。"),
    ],
)
def test_who_is_told_or_cited_beside_it_does_not_speak(language: str, text: str) -> None:
    assert {name for name, _ in _said(article(text, language=language))} <= {"警察"}


@pytest.mark.parametrize(("label", "kept"), [("Holm", True), ("Explosión en el puerto", False)])
def test_a_name_before_a_colon_stays_and_a_topic_goes(label: str, kept: bool) -> None:
    of = article(f"{label}: el ministro dijo que no habrá acuerdo", language="es")
    colon = _relation(of, label, ":", "el ministro dijo que no habrá acuerdo", "headline-colon")
    inner = _relation(of, "el ministro", "dijo", "que no habrá acuerdo")
    assert (label in {source for source, _ in _joined(of, [colon], [inner])}) is kept


def test_who_is_told_behind_the_verb_does_not_speak() -> None:
    of = article("«La presa resistió», cuenta a la reportera.", language="es")
    ruled = _relation(of, "", "cuenta", "«La presa resistió»", "quote-verb")
    ruled.unclear = True
    assert not _joined(of, [ruled], [_relation(of, "la reportera", "cuenta", "«La presa resistió»")])


def test_what_follows_behind_a_semicolon_is_still_theirs() -> None:
    text = "Selon le ministère, un pont a cédé ; deux routes seraient coupées, bien que le trafic continue."
    of = article(text, language="fr")
    ruled = _relation(of, "le ministère", "Selon", "un pont a cédé", "marker-initial")
    longer = _relation(of, "le ministère", "Selon", "un pont a cédé ; deux routes seraient coupées")
    assert _joined(of, [ruled], [longer]) == [("le ministère", "un pont a cédé ; deux routes seraient coupées")]


def test_behind_a_comma_the_writer_may_go_on() -> None:
    of = article("Selon le ministère, un pont a cédé, bien que le trafic continue.", language="fr")
    ruled = _relation(of, "le ministère", "Selon", "un pont a cédé", "marker-initial")
    longer = _relation(of, "le ministère", "Selon", "un pont a cédé, bien que le trafic continue")
    assert _joined(of, [ruled], [longer]) == [("le ministère", "un pont a cédé")]


HEADED = "Лыкин: мост закрыли за час до взрыва\n\n{}"


@pytest.mark.parametrize(
    ("below", "speaks"),
    [
        ("Мост закрыли за час до взрыва, заявил начальник порта Лыкин.", True),
        ("В городе Лыкин третий день нет света.", False),
    ],
)
def test_a_bare_name_over_a_text_speaks_where_it_speaks_in_it(below: str, speaks: bool) -> None:
    of = article(HEADED.format(below), language="ru")
    assert (("Лыкин", "мост закрыли за час до взрыва") in _said(of)) is speaks


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Я насчитал на площади 11 воронок."),
        ("fr", "Notre correspondante affirme que le pont est fermé depuis lundi."),
        ("pt", "O nosso repórter viu seis blindados parados diante do portão."),
        ("zh", "本报记者看到，大桥上有六辆坦克。"),
    ],
)
def test_who_writes_is_no_source(language: str, text: str) -> None:
    assert not [one for one in MultilingualReader().read(article(text, language=language)) if one.asserted]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("hi", "रक्षा मंत्री ने कहा कि पुल तकनीकी खराबी से गिरा था।", "रक्षा मंत्री"),
        ("bn", "এলাকাবাসীর অভিযোগ, সেতুর রেলিং ছয় মাস ধরে ভাঙা।", "এলাকাবাসী"),
        ("hi", "सेना का दावा: पुल सुरक्षित है", "सेना"),
        ("nl", "De brug was al weken onveilig, aldus Van Rennen.", "Van Rennen"),
    ],
)
def test_a_name_is_one_in_any_script(language: str, text: str, source: str) -> None:
    assert any(name.startswith(source) for name, _ in _said(article(text, language=language)))


def test_a_name_that_begins_as_a_word_for_who_writes_is_one() -> None:
    assert _said(article("Min Aung Lind säger att kriget är slut.", language="sv"))[0][0] == "Min Aung Lind"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("北軍は橋を攻撃したと南州側は発表した。", ("南州側", "北軍は橋を攻撃した")),
        ("市長は辞任すると、野党は述べた。", ("野党", "市長は辞任する")),
        ("警察は男を逮捕したと発表した。", ("警察", "男を逮捕したと")),
    ],
)
def test_in_japanese_who_stands_before_the_verb_speaks(text: str, said: tuple[str, str]) -> None:
    assert _said(article(text, language="ja")) == [said]
