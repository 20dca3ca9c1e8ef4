import datetime
import re
from collections.abc import Callable, Iterable, Sequence

import pytest

from factory import article, counted, named, said
from sayso import lexicon
from sayso.corroborate.questions import things
from sayso.corroborate.unknowns import said_unknown, says_unknown
from sayso.model import Claim, Clock, Credit, Question, Record
from sayso.stage import of
from sayso.vocab import CreditKind, QuestionKind, SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]
CLAIM = "the Ostwick dam was mined before it burst"
VERDICT = re.compile(r"\b(?:confirmed|debunked|true|false|likely|lie|lying|fake|proven)\b", re.IGNORECASE)


def _repeated(times: int, by: str | None, kind: SourceKind = SourceKind.NAMED) -> list[Record]:
    records: list[Record] = []
    for at in range(times):
        made = article(f"{by} said {CLAIM}.", name=str(at), publisher=f"Outlet {at}")
        records += [made, *said(made, CLAIM, by=by, kind=kind)]
    return records


def _kinds(made: Sequence[Record]) -> list[QuestionKind]:
    return sorted(question.kind for question in of(made, Question))


def test_one_origin_for_a_widely_repeated_claim(corroborate: Corroborate) -> None:
    (question,) = of(corroborate(_repeated(4, "Ana Lenz")), Question)
    assert question.kind is QuestionKind.ONE_ORIGIN
    assert "Ana Lenz" in question.text
    assert CLAIM in question.text
    assert question.closes_with


def test_a_claim_told_twice_is_not_widely_repeated(corroborate: Corroborate) -> None:
    assert _kinds(corroborate(_repeated(2, "Ana Lenz"))) == []


def test_no_named_source(corroborate: Corroborate) -> None:
    assert _kinds(corroborate(_repeated(2, "officials", SourceKind.UNNAMED))) == [QuestionKind.NO_NAMED_SOURCE]


def test_figures_without_a_source(corroborate: Corroborate) -> None:
    sentence = "On the ferry were 65 prisoners."
    made = article(sentence)
    records = [made, *said(made, sentence), counted(made, "65 prisoners", "prisoner", 65)]
    assert _kinds(corroborate(records)) == [QuestionKind.NO_SOURCE]


@pytest.mark.parametrize(("total", "fails"), [(74, False), (76, True)])
def test_sums(corroborate: Corroborate, total: int, fails: bool) -> None:
    sentence = f"Of {total} people aboard the An-26, 65 prisoners, 6 crew and 3 guards were listed."
    made = article(sentence)
    figures = [("65 prisoners", "prisoner", 65), ("6 crew", "crew", 6), ("3 guards", "guard", 3)]
    records = [made, *said(made, sentence, by="Ana Lenz"), counted(made, f"{total} people", "person", total)]
    records += [counted(made, exact, measure, value) for exact, measure, value in figures]
    asked = [q for q in of(corroborate(records), Question) if q.kind is QuestionKind.SUM_FAILS]
    assert bool(asked) is fails
    if fails:
        assert "65 + 6 + 3 = 74" in asked[0].text


def test_conflict_and_denial(corroborate: Corroborate) -> None:
    records: list[Record] = []
    told = [
        ("The army warned Halden before the strike.", "+"),
        ("The army did not warn Halden before the strike.", "-"),
    ]
    for at, (sentence, polarity) in enumerate(told):
        made = article(sentence, name=str(at))
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}", polarity=polarity)]
    assert _kinds(corroborate(records)) == [QuestionKind.DENIAL]


UNKNOWN = [
    ("en", "It remains unclear whether the dam was mined."),
    ("en", "The figures could not be independently verified."),
    ("de", "Die Ursache war zunächst unklar."),
    ("fr", "On ignore encore la cause de la rupture."),
    ("es", "Se desconoce la causa del derrumbe."),
    ("ru", "Почему прорвало плотину, пока неизвестно."),
    ("uk", "Триває розслідування."),
    ("tr", "Patlamanın nedeni henüz bilinmiyor."),
    ("ar", "لم يتضح بعد سبب انهيار السد"),
    ("zh", "溃坝原因不明。"),
]


@pytest.mark.parametrize(("language", "sentence"), UNKNOWN)
def test_what_the_coverage_says_is_unknown(corroborate: Corroborate, language: str, sentence: str) -> None:
    made = article(sentence, language=language)
    (question,) = of(corroborate([made]), Question)
    assert question.kind is QuestionKind.SAID_UNKNOWN
    assert sentence.rstrip(".") in question.text


@pytest.mark.parametrize(
    "sentence",
    [
        "The dam is well known.",
        "Clear water ran over it.",
        "He verified the list.",
        "Norland kept the board from looking into the burst.",
    ],
)
def test_what_is_known_is_no_question(sentence: str) -> None:
    assert list(said_unknown(article(sentence))) == []


def test_questions_are_ranked_and_do_not_flood(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for at in range(20):
        word = chr(97 + at) * 5
        sentence = f"{word}is {word}ed {20 + at} prisoners."
        made = article(sentence, name=str(at))
        records += [made, *said(made, sentence), counted(made, f"{20 + at} prisoners", "prisoner", 20 + at)]
    asked = of(corroborate(records), Question)
    assert len(asked) == 12
    reasons = [reason for question in asked for reason in question.reasons]
    (held_back,) = [r.detail for r in reasons if r.code == "held_back"]
    assert held_back.endswith(" more questions are not shown")
    assert int(held_back.split()[0]) >= 20 - len(asked)  # each of the 20 figures, and where they differ


def test_no_word_of_verdict(corroborate: Corroborate) -> None:
    records = [*_repeated(6, "Ana Lenz"), *_repeated(2, "officials", SourceKind.UNNAMED)]
    for question in of(corroborate(records), Question):
        assert not VERDICT.search(question.text.replace(CLAIM, ""))
        assert not VERDICT.search(question.closes_with)


def test_every_phrase_of_the_lexicon_is_found() -> None:
    for language, phrases in lexicon.load("unknown").tables["phrases"].items():
        for phrase in phrases.split("|"):
            made = article(f"{phrase.replace('*', 'xx')} yy", language=language)
            assert list(said_unknown(made)), (language, phrase)


def test_a_long_quote_is_cut_around_what_is_unknown(corroborate: Corroborate) -> None:
    sentence = (
        "Halden says the An-26 carried prisoners, six crew and three guards when it came down near the dam on Monday,"
        " while the other side says there may have been shells on board; the cause, both admit, remains unclear."
    )
    (question,) = of(corroborate([article(sentence)]), Question)
    assert "remains unclear" in question.text
    quoted = question.text.partition("“")[2].rpartition("”")[0]
    assert quoted.startswith("[…] ")
    assert quoted.removeprefix("[…] ") in sentence
    assert len(quoted) < 200


def test_an_early_unknown_is_cut_behind(corroborate: Corroborate) -> None:
    sentence = "It remains unclear whether the dam was mined" + ", and who was to guard it that night" * 5 + "."
    (question,) = of(corroborate([article(sentence)]), Question)
    assert "“It remains unclear whether" in question.text
    assert question.text.endswith(" […]”")


def test_questions_about_differing_figures_are_put_as_one_asks(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for at, value in enumerate((65, 80)):
        sentence = f"The An-26 that fell at Halden carried {value} prisoners."
        made = article(sentence, name=str(at), publisher=str(at))
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}")]
        records.append(counted(made, f"{value} prisoners", "prisoner", value))
    asked = [q.text for q in of(corroborate(records), Question) if q.kind is QuestionKind.CONFLICT_OPEN]
    assert [text.partition("?")[0] for text in asked] == ["How many prisoners"]


@pytest.mark.parametrize(
    ("measure", "several"),
    [
        ("prisoner", "prisoners"),
        ("body", "bodies"),
        ("day", "days"),
        ("person", "people"),
        ("killed", "killed"),
        ("crew", "crew"),
        ("день", "день"),
    ],
)
def test_what_is_counted_is_named_as_several(measure: str, several: str) -> None:
    assert things(measure) == several


def test_a_question_quotes_a_claim_in_english_if_anybody_put_it_so(corroborate: Corroborate) -> None:
    spanish, english = "Ana Lenz contó 65 prisioneros en Halden", "Ana Lenz counted 65 prisoners at Halden"
    records: list[Record] = []
    for at, words in enumerate((spanish, spanish, english, english)):
        made = article(f"{words}.", name=str(at), publisher=str(at), language="es" if words is spanish else "en")
        records += [made, *said(made, words, by="officials", kind=SourceKind.UNNAMED)]
        records += [counted(made, "65", "prisoner", 65), named(made, "Ana Lenz"), named(made, "Halden")]
    asked = [q.text for q in of(corroborate(records), Question) if q.kind is QuestionKind.NO_NAMED_SOURCE]
    assert any(english in text for text in asked)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Dam burst in Halden kills 65 prisoners, mayor says", False),
        ("Governor says: 65 prisoners were killed", False),
        ("Dam burst in Halden kills 65 prisoners, many young", True),
    ],
)
def test_a_headline_that_names_its_source_has_one(corroborate: Corroborate, sentence: str, asked: bool) -> None:
    made = article(sentence)
    records = [made, *said(made, sentence), counted(made, "65 prisoners", "prisoner", 65)]
    assert (QuestionKind.NO_SOURCE in _kinds(corroborate(records))) is asked


def test_a_press_release_is_its_own_source(corroborate: Corroborate) -> None:
    sentence = "On the ferry were 65 prisoners."
    credit = Credit(kind=CreditKind.PRESS_RELEASE, name="No. 31", start=0, end=2)
    made = article(sentence, credits=(credit,))
    records = [made, *said(made, sentence), counted(made, "65 prisoners", "prisoner", 65)]
    assert _kinds(corroborate(records)) == []


@pytest.mark.parametrize("first", ["en", "es"])
def test_a_question_is_in_english_wherever_the_barest_words_and_the_first_stand(
    corroborate: Corroborate, first: str
) -> None:
    told = {
        "es": "Ana Lenz contó 65 prisioneros en Halden",
        "en": "By the river, late at night, Ana Lenz counted 65 prisoners at Halden, a village",
    }
    records: list[Record] = []
    rest = ("es", "es", "es", "es") if first == "en" else ("es", "es", "en", "en")
    for at, language in enumerate((first, *rest)):
        words = told[language]
        clock = Clock(value=datetime.datetime(2031, 5, at + 1, tzinfo=datetime.UTC), precision="day", text="", basis="")
        made = article(f"{words}.", name=str(at), publisher=str(at), language=language, published=clock)
        records += [made, *said(made, words, by="officials", kind=SourceKind.UNNAMED)]
        records += [counted(made, "65", "prisoner", 65), named(made, "Ana Lenz"), named(made, "Halden")]
    asked = [q.text for q in of(corroborate(records), Question) if q.kind is QuestionKind.NO_NAMED_SOURCE]
    assert asked
    assert not any(told["es"] in text for text in asked)


@pytest.mark.parametrize(
    ("sentence", "counting", "measure", "asked"),
    [
        ("Halden is a town of 9,400 inhabitants.", "9,400 inhabitants", "resident", False),
        ("Halden is a town of 9,400 people.", "9,400 people", "person", False),
        ("The flood killed 400 inhabitants of Halden.", "400 inhabitants", "resident", True),
        ("On the ferry were 65 people.", "65 people", "person", True),
    ],
)
def test_how_many_live_in_a_town_is_not_asked(
    corroborate: Corroborate, sentence: str, counting: str, measure: str, asked: bool
) -> None:
    made = article(sentence)
    value = float(counting.split(maxsplit=1)[0].replace(",", ""))
    records = [made, *said(made, sentence), counted(made, counting, measure, value)]
    assert (QuestionKind.NO_SOURCE in _kinds(corroborate(records))) is asked


@pytest.mark.parametrize(
    ("english", "same"),
    [
        ("Ana Lenz gave no proof for the 65 prisoners at Halden.", True),
        ("Ana Lenz counted 65 prisoners at Halden.", False),
    ],
)
def test_what_is_said_to_be_unknown_is_quoted_in_english_if_anybody_put_it_so(
    corroborate: Corroborate, english: str, same: bool
) -> None:
    spanish = "No se sabe si Ana Lenz contó 65 prisioneros en Halden."
    records: list[Record] = []
    for at, (language, words) in enumerate((("en", english), ("es", spanish))):
        made = article(words, name=str(at), publisher=str(at), language=language)
        records += [made, *said(made, words), counted(made, "65", "prisoner", 65)]
        records += [named(made, "Ana Lenz"), named(made, "Halden")]
    made_of = corroborate(records)
    assert any(len(claim.mention_ids) == 2 for claim in of(made_of, Claim)) or not same
    (asked,) = [q.text for q in of(made_of, Question) if q.kind is QuestionKind.SAID_UNKNOWN]
    assert (english in asked) is same


def test_a_denial_in_english_does_not_stand_for_what_is_not_known(corroborate: Corroborate) -> None:
    spanish, english = "No se sabe si Ana Lenz contó 65 prisioneros.", "Ana Lenz counted no 65 prisoners at Halden."
    records: list[Record] = []
    for language, words, by in (("es", spanish, None), ("en", english, "the port")):
        made = article(words, name=language, publisher=language, language=language)
        records += [made, *said(made, words, by=by, polarity="-"), counted(made, "65", "prisoner", 65)]
        records += [named(made, "Ana Lenz")]
    asked = [q.text for q in of(corroborate(records), Question) if q.kind is QuestionKind.SAID_UNKNOWN]
    assert asked
    assert not any(english in text for text in asked)


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("해경은 선원 14명을 붙잡아 두고 조사하고 있다.", False),
        ("경찰은 사고 원인을 조사하고 있다.", True),
        ("원인은 아직 밝혀지지 않았다.", True),
    ],
)
def test_that_people_are_questioned_leaves_nothing_open(sentence: str, open_: bool) -> None:
    assert says_unknown(sentence, "ko") is open_
