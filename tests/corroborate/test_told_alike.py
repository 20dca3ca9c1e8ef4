"""Two origins that are named otherwise, but spoken of alike, make the range of a claim, and say why."""

from collections.abc import Callable, Iterable

import pytest

from factory import article, said
from sayso.corroborate.told_alike import MOST_PLACES, ToldAlike, named_in_place
from sayso.model import Attribution, Corroboration, Record
from sayso.stage import of

Corroborate = Callable[[Iterable[Record]], list[Record]]

CLAIM = "the rockets came from the ridge of Tarn"
SEAT = f"The separatists in Sorvets blame the army. Sorvets said that {CLAIM}."
RULERS = (
    f"The army accuses the separatists. The Upper Tarn Administration, the separatists' own, answered that {CLAIM}."
)
SHEPHERD = f"Ida Falk was up with her sheep that night. Falk, a shepherd, told the Halden Courier that {CLAIM}."
GUARD = f"The coast guard of Norlandia saw it from the sea. Norlandia's coast guard said that {CLAIM}."


def _told(*texts: tuple[str, str]) -> list[Record]:
    records: list[Record] = []
    for at, (text, source) in enumerate(texts):
        made = article(text, name=str(at), publisher=f"Outlet {at}")
        records += [made, *said(made, CLAIM, by=source)]
    return records


def _count(corroborate: Corroborate, *texts: tuple[str, str]) -> Corroboration:
    (count,) = of(corroborate(_told(*texts)), Corroboration)
    return count


def test_who_rules_a_place_and_the_town_they_sit_in_may_be_one(corroborate: Corroborate) -> None:
    count = _count(corroborate, (RULERS, "The Upper Tarn Administration"), (SEAT, "Sorvets"))
    assert (count.low, count.high) == (1, 2)
    assert "told_alike" in {reason.code for group in count.groups for reason in group.reasons}


@pytest.mark.parametrize(("text", "source"), [(SHEPHERD, "Falk"), (GUARD, "Norlandia's coast guard")])
def test_others_are_two(corroborate: Corroborate, text: str, source: str) -> None:
    assert _count(corroborate, (SEAT, "Sorvets"), (text, source)).low == 2


def test_what_one_report_has_both_for_is_two(corroborate: Corroborate) -> None:
    made = article(f"{RULERS} {SEAT}", name="both")
    records = [made, *said(made, CLAIM, by="The Upper Tarn Administration"), *said(made, CLAIM, by="Sorvets", nth=1)]
    (count,) = of(corroborate(records), Corroboration)
    assert count.low == 2


def test_nothing_is_read_where_a_source_has_no_words() -> None:
    made = article("It was shut, they said.", name="a")
    (unsaid,) = of(said(made, "It was shut", by="nobody"), Attribution)
    assert named_in_place(unsaid, {made.id: made}) is None
    assert ToldAlike({unsaid.id: unsaid}, {made.id: made}).alike([unsaid.id], [unsaid.id]) is None


def test_of_many_places_the_same_few_are_read_in_any_order() -> None:
    made = article(" ".join(f"Norlex said on day {day} that it was shut." for day in range(40)), name="a")
    told = [one for nth in range(40) for one in of(said(made, "it was shut", by="Norlex", nth=nth), Attribution)]
    alike = ToldAlike({one.id: one for one in told}, {made.id: made})
    ids = [one.id for one in told]
    assert alike.alike(ids, ids[::-1]) == alike.alike(ids[::-1], ids)
    assert len(ids) > MOST_PLACES
