"""What keeps two statements apart by a single word, and to how sure a reading of both it yields."""

import itertools

import pytest

from factory import article, counted, said
from sayso.corroborate import match
from sayso.corroborate.denial import lacks_only
from sayso.corroborate.match import MatchStage
from sayso.corroborate.profile import Profiles
from sayso.corroborate.vetoes import LIKELY, NEVER, ONE, SURE, vetoes
from sayso.model import Claim, Record
from sayso.stage import WHOLE_CASE, of

CROWD = "A crowd without tickets broke through the gate in Halden."
TICKETLESS = "A ticketless crowd broke through the gate in Halden."
MET = "The mayor of Halden has met the union."
NOT_MET = "The mayor of Halden has not met the union."


def _told(*texts: tuple[str, str, str]) -> list[Record]:
    """An article for each text: (language, polarity, text)."""
    records: list[Record] = []
    for at, (language, polarity, text) in enumerate(texts):
        source = article(text, name=f"{language}{at}", language=language)
        records += [source, *said(source, text, polarity=polarity)]
    return records


def _yields(*texts: tuple[str, str, str]) -> set[float]:
    left, right = Profiles(_told(*texts)).ordered()
    return {veto.yields for veto in vetoes(left, right)}


@pytest.mark.parametrize(
    ("text", "language", "lacks"),
    [
        (CROWD, "en", True),
        ("Eine Menge ohne Karten drückte das Tor ein.", "de", True),
        ("Шестеро копали без документов.", "ru", True),
        ("Nobody got in without a ticket.", "en", False),
        ("A ticketless crowd broke through the gate.", "en", False),
        ("The gate was not opened.", "en", False),
    ],
)
def test_what_goes_without_another_denies_nothing_else(text: str, language: str, lacks: bool) -> None:
    assert lacks_only(text, language) is lacks


def test_a_denial_yields_to_a_sure_reading_and_what_only_lacks_something_to_any() -> None:
    assert _yields(("en", "+", MET), ("en", "-", NOT_MET)) == {SURE}
    assert _yields(("en", "-", CROWD), ("en", "+", TICKETLESS)) == {ONE}


@pytest.mark.parametrize(("chance", "polarity", "claims"), [(0.8, "-", 2), (0.9, "-", 1), (0.6, "+", 1), (0.4, "+", 2)])
def test_two_that_a_denial_parts_are_one_claim_where_the_reading_is_sure(
    chance: float, polarity: str, claims: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = _told(("en", "+", MET), ("en", polarity, NOT_MET))
    ids = [profile.id for profile in Profiles(records).ordered()]
    read = dict.fromkeys(itertools.combinations(sorted(ids), 2), chance)
    monkeypatch.setattr(match, "chances", lambda *_: read)
    monkeypatch.setattr(match, "chances_of", lambda pairs, *_: dict.fromkeys(pairs, chance))
    assert len(of(list(MatchStage().run(WHOLE_CASE, records)), Claim)) == claims


def test_other_figures_of_one_thing_never_yield_and_of_what_may_be_two_to_a_likely_reading() -> None:
    def told(*figures: tuple[str, str, float]) -> set[float]:
        records: list[Record] = []
        for at, (words, measure, low) in enumerate(figures):
            source = article(f"In Halden the fire hit {words}.", name=str(at))
            records += [source, *said(source, source.text), counted(source, words, measure, low)]
        left, right = Profiles(records).ordered()
        return {veto.yields for veto in vetoes(left, right) if not veto.detail.startswith("“")}

    assert told(("65 people", "person", 65), ("63 people", "person", 63)) == {NEVER}
    assert LIKELY in told(("65 people", "person", 65), ("74 cellars", "cellar", 74))
