"""Whoever follows a quotation with a verb said it, whether or not a list has the verb."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Attribution


def read(text: str, language: str) -> list[tuple[str | None, list[str]]]:
    of = article(text, language=language)
    found = AttributionStage(RuleReader()).run(of.id, [of])
    return [(a.source_name, [span.exact for span in a.content]) for a in found if isinstance(a, Attribution)]


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("pl", "– Jakby to był bunkier – szlocha pani Wiera, mieszkanka bloku.", "pani Wiera", 1),
        ("pl", "– Sama sypiam przy oknie – śmieje się kierująca zespołem dr Agata Lis.", None, 1),
        ("es", "—Me he traído el canario —tiembla Remedios Ruz.", "Remedios Ruz", 1),
        ("fr", "« Nous avons tout perdu », sanglote Ilka Moravec.", "Ilka Moravec", 1),
        ("it", "«Non ci resta più niente», singhiozza Ada Lenz.", "Ada Lenz", 1),
        ("de", "„Uns bleibt gar nichts mehr“, schluchzt Ada Lenz.", "Ada Lenz", 1),
        ("pl", "– Zabierzemy dzieci – wzdycha ordynator Jan Lis. – Reszta zostaje.", "ordynator Jan Lis", 2),
    ],
)
def test_a_tag_with_any_verb_names_the_speaker(language: str, text: str, source: str | None, content: int) -> None:
    ((name, pieces),) = read(text, language)
    assert source is None or name == source
    assert name
    assert len(pieces) == content


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Sztuka „Noc nad wielką rzeką” zachwyciła Halden."),  # a title, and whom it pleased
        ("pl", "– Most – jedyny w mieście – runął w nocy."),  # an aside
        ("es", "La novela «La noche sobre el río» recorre Halden."),
        ("de", "Das Stück „Die Nacht über dem Fluss“ begeistert Halden."),
        ("fr", "Le film « La nuit sur le fleuve » bouleverse Halden."),
    ],
)
def test_a_verb_after_a_title_is_no_tag(language: str, text: str) -> None:
    assert read(text, language) == []


def test_a_tag_without_a_subject_goes_on_from_who_spoke_before_it() -> None:
    found = read("– Zabierzemy tylko dzieci – mówi ordynator Jan Lis. – Ja zostaję – dodaje po chwili.", "pl")
    assert [name for name, _ in found] == ["ordynator Jan Lis", "ordynator Jan Lis"]
