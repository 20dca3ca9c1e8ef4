"""What one sentence hands to the next: "about this S reports", a quotation that stands alone behind who spoke."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Article, Attribution


def told(of: Article) -> list[tuple[str | None, str]]:
    found = AttributionStage(RuleReader()).run(of.id, [of])
    return [(a.source_name, s.exact) for a in found if isinstance(a, Attribution) for s in a.content]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("ru", "Мост закрыли. Об этом со ссылкой на полицию сообщило агентство «Ларис».", "агентство «Ларис»"),
        ("uk", "Міст закрили. Про це з посиланням на поліцію повідомляє агентство «Ларіс».", "агентство «Ларіс»"),
    ],
)
def test_who_cites_another_reports_the_sentence_before(language: str, text: str, who: str) -> None:
    of = article(text, language=language)
    assert (who, text.split(".", maxsplit=1)[0]) in told(of)


QUOTED = [
    ("ru", "Министр сообщил, что мост упал. «Мы работаем круглосуточно».", "Министр", "«Мы работаем круглосуточно»"),
    ("ar", "قالت أم خليل إن الجسر انهار. «رأيته بعيني وهو يسقط».", "أم خليل", "«رأيته بعيني وهو يسقط»"),
]


@pytest.mark.parametrize(("language", "text", "who", "quotation"), QUOTED)
def test_a_quotation_alone_is_theirs_who_alone_spoke_before(language: str, text: str, who: str, quotation: str) -> None:
    assert (who, quotation) in told(article(text, language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр сообщил, что мост упал, а мэр заявил, что он цел. «Мы работаем круглосуточно»."),
        ("ru", "Министр сообщил, что мост упал. «Мы всё слышали, — говорит соседка Анна Лис. — Ужас»."),
        ("ru", "Иначе описывают случившееся пассажиры. «Нас швырнуло вперёд и на пол»."),
    ],
)
def test_a_quotation_alone_is_nobodys_where_another_may_speak(language: str, text: str) -> None:
    assert all(who != "Министр" or "«" not in what for who, what in told(article(text, language=language)))
    assert all(who not in ("мэр", "Иначе") or "«" not in what for who, what in told(article(text, language=language)))


def test_what_stands_before_an_arabic_comma_is_a_claim_too() -> None:
    of = article("وتجدد الوزارة رفضها لمزاعم الشركة بشأن الحريق، وتقارير الأطباء تثبت أن الدخان قتلهم.", language="ar")
    found = [a for a in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(a, Attribution)]
    assert any(m.span.exact.endswith("بشأن الحريق") for m in claim_mentions(of, found))


def test_a_persian_verb_of_two_words_ends_who_is_cited() -> None:
    found = told(article("خبرگزاری هالدن به نقل از پلیس گزارش داد که کشتی غرق شد.", language="fa"))
    assert {who for who, _ in found} == {"خبرگزاری هالدن", "پلیس"}


def test_what_some_tell_is_a_subject_where_the_sentence_goes_on() -> None:
    whole, goes_on = (
        "Le pont a cédé. Ce que confirme la mairie.",
        "Le pont a cédé. Ce que disent ces gens glace le sang.",
    )
    assert ("la mairie", "Le pont a cédé") in told(article(whole, language="fr"))
    assert "Le pont a cédé" not in [words for _, words in told(article(goes_on, language="fr"))]
