"""Who a verb of saying without a subject goes back to: whom the sentence before is about."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

GOES_BACK = [
    ("pt", "Rui Mendes, 31 anos, ficou à porta. “A ponte caiu ontem”, conta.", "Rui Mendes"),
    ("pt", "A bombeira Rita Lobo confirma que a ponte caiu. “Vi tudo”, afirma.", "A bombeira Rita Lobo"),
    ("es", "El ministro, Raúl Vega, fue tajante ante el Congreso: «El puente no cayó».", "El ministro, Raúl Vega"),
]
STAYS_UNCLEAR = [
    ("pt", "Rui Mendes viu o médico João Lobo sair. “A ponte caiu ontem”, conta."),  # either of the two
    ("pt", "A ponte ficou fechada. “A ponte caiu ontem”, conta."),  # a thing
    ("es", "Los vecinos llegaron tarde. «El puente cayó ayer», contó."),  # several, and one speaks
]


def speakers(text: str, language: str) -> list[str | None]:
    """Who is given the last words."""
    of = article(text, language=language)
    made = [a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution)]
    return [a.resolved_name or a.source_name for a in made][-1:]


@pytest.mark.parametrize(("language", "text", "who"), GOES_BACK)
def test_goes_back_to_whom_the_sentence_before_is_about(language: str, text: str, who: str) -> None:
    assert speakers(text, language) == [who]


@pytest.mark.parametrize(("language", "text"), STAYS_UNCLEAR)
def test_stays_unclear_where_it_may_be_another(language: str, text: str) -> None:
    assert speakers(text, language) == [None]
