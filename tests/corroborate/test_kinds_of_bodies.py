"""Bodies that are neither a state's nor a company's, offices of the United Nations, and whom rebels' bodies stay."""

import pytest

from sayso.corroborate.country_names import places
from sayso.corroborate.source_names import read_source
from sayso.vocab import SourceKind


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("the environmental foundation Velmo", "foundation"),
        ("la fondation Velmo", "foundation"),
        ("die Hilfsorganisation Velmo", "charity"),
        ("l'osservatorio per i diritti umani Velmo", "rights_group"),
        ("the election observation mission", "election_observers"),
        ("Konferencja Episkopatu", "church"),
        ("le bureau de la coordination des affaires humanitaires de l'ONU", "un_humanitarian_office"),
        ("УВКПЧ", "un_human_rights_office"),
        ("Dünya Sağlık Örgütü", "world_health_organization"),
        ("горноспасателей", "emergency_service"),
        ("a halvardei energiaügyi tárca", "energy_ministry"),
        ("the health bureau of the rebel-run administration", "health_agency"),
        ("le ministère de la Santé des séparatistes", "health_ministry"),
    ],
)
def test_a_phrase_names_what_kind_of_body_it_is(name: str, body: str) -> None:
    assert read_source(name, SourceKind.NAMED).body == body


@pytest.mark.parametrize("name", ["Pablo Iglesias", "Ana Bergmann", "Carina Lenz"])
def test_a_person_is_no_body(name: str) -> None:
    assert read_source(name, SourceKind.NAMED).body is None


@pytest.mark.parametrize(("name", "state"), [("Bamako", "ML"), ("Уагадугу", "BF"), ("利雅得", "SA")])
def test_a_capital_stands_for_its_state(name: str, state: str) -> None:
    assert places(name) == ((state, True),)
