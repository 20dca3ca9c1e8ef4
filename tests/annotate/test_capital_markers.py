from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution


def test_a_first_name_that_is_also_a_marker_is_not_read_as_one() -> None:
    text = article("“It was gas,” Per Lund said.")
    found = [r.source_name for r in AttributionStage().run(text.id, [text]) if isinstance(r, Attribution)]
    assert set(found) <= {"Per Lund"}


def test_a_place_before_the_colon_of_a_headline_is_not_made_to_speak() -> None:
    def sources(headline: str) -> list[str | None]:
        text = article("Nothing more is known.", headline=headline)
        found = [r for r in AttributionStage().run(text.id, [text]) if isinstance(r, Attribution)]
        return [r.source_name for r in found if r.asserted]  # that nothing is known is said by nobody

    assert sources("Halden: at least 12 people killed in market hall") == []
    assert sources("Ministry: at least 12 people killed in market hall") == ["Ministry"]
