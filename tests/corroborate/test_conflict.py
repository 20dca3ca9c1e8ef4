import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from factory import article, counted, named, said
from sayso.model import Clock, Contradiction, Interval, Quantity, Record
from sayso.stage import of
from sayso.vocab import Aspect, Bound, Difference, MentionKind

Corroborate = Callable[[Iterable[Record]], list[Record]]


def _clock(day: int) -> Clock:
    value = datetime.datetime(2031, 5, day, tzinfo=datetime.UTC)
    return Clock(value=value, precision="day", text=str(day), basis="test")


def _toll(*told: tuple[int, str, dict[str, Any]], noun: str = "people died", measure: str = "killed") -> list[Record]:
    """(day, figure as printed, quantity fields) for each article."""
    records: list[Record] = []
    for at, (day, printed, fields) in enumerate(told):
        sentence = f"In the Ostwick dam disaster {printed} {noun}, it was said at the site."
        made = article(sentence, name=str(at), published=_clock(day))
        figure = {"low": float(printed.split()[-1]), **fields}
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}"), counted(made, printed, measure, **figure)]
    return records


def _verdicts(made: Sequence[Record]) -> list[tuple[Aspect, Difference]]:
    found = ((c.aspect, c.verdict) for c in of(made, Contradiction))
    return sorted(pair for pair in found if pair[1] is not Difference.UNDECIDED)


def test_two_exact_figures_conflict(corroborate: Corroborate) -> None:
    (found,) = of(corroborate(_toll((1, "65", {}), (1, "63", {}))), Contradiction)
    assert (found.aspect, found.verdict) == (Aspect.NUMBER, Difference.CONFLICT)
    assert {value.value for value in found.values} == {"65", "63"}
    assert all(value.mention_ids for value in found.values)
    assert found.explanation == "Accounts give 63 and 65 for killed."


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((1, "65", {}), (1, "at least 60", {"high": None, "bound": Bound.AT_LEAST}), Difference.BOUND),
        ((1, "65", {}), (1, "up to 70", {"low": None, "high": 70.0, "bound": Bound.AT_MOST}), Difference.BOUND),
        ((1, "74", {}), (1, "about 70", {"low": 63.0, "high": 77.0, "bound": Bound.ABOUT}), Difference.ROUNDING),
        ((1, "1034", {}), (1, "1000", {}), Difference.ROUNDING),
        ((1, "12", {}), (3, "40", {}), Difference.UPDATE),
        ((1, "40", {}), (3, "12", {}), Difference.CONFLICT),
    ],
)
def test_what_only_looks_like_a_conflict_is_told_apart(
    corroborate: Corroborate, one: tuple[Any, ...], other: tuple[Any, ...], verdict: Difference
) -> None:
    assert _verdicts(corroborate(_toll(one, other))) == [(Aspect.NUMBER, verdict)]


def test_a_crew_does_not_grow_with_time(corroborate: Corroborate) -> None:
    made = corroborate(_toll((1, "6", {}), (3, "9", {}), noun="crew were aboard", measure="crew"))
    assert _verdicts(made) == [(Aspect.NUMBER, Difference.CONFLICT)]


def test_figures_of_different_measures_do_not_conflict(corroborate: Corroborate) -> None:
    records = _toll((1, "65", {}), (1, "63", {}))
    changed: list[Record] = []
    for record in records:
        if isinstance(record, Quantity) and record.low == 63.0:
            record = Quantity(  # noqa: PLW2901
                article_id=record.article_id,
                span=record.span,
                measure="injured",
                low=63.0,
                high=63.0,
                bound=Bound.EXACT,
            )
        changed.append(record)
    assert _verdicts(corroborate(changed)) == []


def test_parts_of_one_sentence_are_scope(corroborate: Corroborate) -> None:
    sentence = "Of the 65 prisoners on the ferry 12 prisoners were from Halden."
    made = article(sentence)
    records = [made, *said(made, sentence)]
    records += [counted(made, "65 prisoners", "prisoner", 65), counted(made, "12 prisoners", "prisoner", 12)]
    assert _verdicts(corroborate(records)) == [(Aspect.NUMBER, Difference.SCOPE)]


def _two(one: str, other: str, *names: tuple[str, MentionKind]) -> list[Record]:
    records: list[Record] = []
    for at, sentence in enumerate((one, other)):
        made = article(sentence, name=f"{at}{sentence}")
        polarity = "-" if " not " in sentence else "+"
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}", polarity=polarity)]
        records += [named(made, name, kind) for name, kind in names if name in sentence]
    return records


def test_said_and_denied(corroborate: Corroborate) -> None:
    told = _two("The army warned Halden before the strike.", "The army did not warn Halden before the strike.")
    (found,) = of(corroborate(told), Contradiction)
    assert found.aspect is Aspect.POLARITY
    assert "did not warn" in found.explanation


@pytest.mark.parametrize(
    ("aspect", "names", "kind"),
    [
        (Aspect.ACTOR, ("Marlund", "Bergvik"), MentionKind.ORGANIZATION),
        (Aspect.PLACE, ("Marlund", "Bergvik"), MentionKind.PLACE),
    ],
)
def test_actor_and_place(corroborate: Corroborate, aspect: Aspect, names: tuple[str, str], kind: MentionKind) -> None:
    told = [f"The missile that hit the crowded ferry came from {name}." for name in names]
    (found,) = of(corroborate(_two(told[0], told[1], *((name, kind) for name in names))), Contradiction)
    assert (found.aspect, found.verdict) == (aspect, Difference.CONFLICT)


def test_a_title_cut_short_is_no_other_actor(corroborate: Corroborate) -> None:
    told = [f"The crowded ferry was called back by {title} Marlund." for title in ("Senator", "Sen.")]
    name = ("Marlund", MentionKind.PERSON)
    assert of(corroborate(_two(told[0], told[1], name, name)), Contradiction) == []


def test_agreement_is_no_contradiction(corroborate: Corroborate) -> None:
    assert _verdicts(corroborate(_toll((1, "65", {}), (2, "65", {}), (3, "65", {})))) == []


def test_a_flood_is_held_back_and_counted(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for at in range(14):
        word = chr(97 + at) * 4
        pair = _two(f"The {word}or had {word}ed the {word}is.", f"The {word}or had not {word}ed the {word}is.")
        records += pair
    found = of(corroborate(records), Contradiction)
    held = [reason.detail for c in found for reason in c.reasons if reason.code == "held_back"]
    assert len(found) == 12
    assert held == ["2 more of this kind, in fewer mentions, are not shown"]


_SOURCES = {"ministry": "The Interior Ministry", "hospital": "The district hospital"}


def _told(*told: tuple[int, str, str, str], language: str = "en") -> list[Record]:
    """(day, who, sentence, figure as printed) for each article; the figures count the dead."""
    records: list[Record] = []
    for at, (day, by, sentence, printed) in enumerate(told):
        made = article(sentence, name=f"{language}{at}", language=language, published=_clock(day))
        low = float({"nine": 9, "nueve": 9, "neun": 9, "девять": 9, "diecisiete": 17}.get(printed, 0) or printed)
        records += [made, *said(made, sentence, by=by), counted(made, printed, "killed", low)]
    return records


@pytest.mark.parametrize(
    ("language", "sentence", "printed"),
    [
        ("es", "El hospital de Ostwick cuenta nueve muertos; el Ministerio, diecisiete", ("nueve", "diecisiete")),
        ("de", "Krankenhaus in Ostwick zählt neun Tote, Ministerium bleibt bei 17", ("neun", "17")),
        ("ru", "В Оствике погибли девять, а не 17 человек", ("девять", "17")),
        ("en", "Nine died in Ostwick, not 17, the doctors say", ("Nine", "17")),
    ],
)
def test_a_sentence_that_sets_two_figures_against_each_other_explains_nothing_away(
    corroborate: Corroborate, language: str, sentence: str, printed: tuple[str, str]
) -> None:
    made = article(sentence, name="both", language=language, published=_clock(2))
    records = [
        made,
        *said(made, sentence),
        counted(made, printed[0], "killed", 9),
        counted(made, printed[1], "killed", 17),
    ]
    found = of(corroborate(records), Contradiction)
    assert [(c.verdict, {v.value for v in c.values}) for c in found] == [(Difference.CONFLICT, {"9", "17"})]


def test_two_places_in_one_sentence_are_scope(corroborate: Corroborate) -> None:
    sentence = "The storm killed 18 in Ostwick and 13 in Halden."
    made = article(sentence)
    records = [made, *said(made, sentence), counted(made, "18", "killed", 18), counted(made, "13", "killed", 13)]
    assert _verdicts(corroborate(records)) == [(Aspect.NUMBER, Difference.SCOPE)]


def test_successive_tolls_are_an_update_and_the_last_one_is_what_conflicts(corroborate: Corroborate) -> None:
    told = "In the Ostwick market blast {} people died, it was said."
    days = ((1, "12"), (2, "15"), (3, "17"), (4, "9"))
    late = (5, "15")  # an outlet that still prints the old figure does not make it new
    records = _told(
        *((day, _SOURCES["hospital" if n == "9" else "ministry"], told.format(n), n) for day, n in (*days, late))
    )
    found = {c.verdict: {v.value for v in c.values} for c in of(corroborate(records), Contradiction)}
    assert found == {Difference.UPDATE: {"12", "15", "17"}, Difference.CONFLICT: {"9", "17"}}


def test_a_source_that_keeps_to_the_lower_toll_contradicts(corroborate: Corroborate) -> None:
    told = "In the Ostwick market blast {} people died, it was said."
    days = ((1, "hospital", "9"), (2, "ministry", "17"), (3, "hospital", "9"))
    records = _told(*((day, _SOURCES[by], told.format(n), n) for day, by, n in days))
    assert _verdicts(corroborate(records)) == [(Aspect.NUMBER, Difference.CONFLICT)]


@pytest.mark.parametrize(
    ("language", "one", "other", "measure"),
    [
        ("en", "The plane carried 65 prisoners.", "A second plane with 80 prisoners turned back.", "prisoner"),
        ("de", "Die Maschine hatte 6 Mann Besatzung.", "Die Maschine hat üblicherweise 5 Mann Besatzung.", "crew"),
        ("ru", "В самолёте были 65 пленных.", "Второй самолет с 80 пленных повернул.", "prisoner"),
        ("es", "La explosión dejó 41 heridos en Ostwick.", "El hospital de Ostwick atendió a 33 heridos.", "injured"),
        ("uk", "У літаку загинули 65 бійців.", "Передано рештки 62 бійців з літака.", "soldier"),
    ],
)
def test_a_restricted_figure_counts_something_else(
    corroborate: Corroborate, language: str, one: str, other: str, measure: str
) -> None:
    records: list[Record] = []
    for at, sentence in enumerate((one, other)):
        made = article(sentence, name=str(at), language=language, published=_clock(1))
        printed = "".join(ch for ch in sentence if ch.isdigit())
        records += [
            made,
            *said(made, sentence, by=f"Source{chr(65 + at)}"),
            counted(made, printed, measure, float(printed)),
        ]
    assert set(_verdicts(corroborate(records))) <= {(Aspect.NUMBER, Difference.SCOPE)}


def test_a_part_does_not_conflict_with_its_whole(corroborate: Corroborate) -> None:
    both = article("Russia of the tale speaks of 74 dead on the Ostwick ferry, among them 65 prisoners.", name="a")
    part = article("Norland declared 65 dead on the Ostwick ferry.", name="b")
    records = [both, part, *said(both, both.text, by="SourceA"), *said(part, part.text, by="SourceB")]
    records += [
        counted(both, "74", "killed", 74),
        counted(both, "65", "prisoner", 65),
        counted(part, "65", "killed", 65),
    ]
    assert _verdicts(corroborate(records)) == [(Aspect.NUMBER, Difference.SCOPE)]


def test_dozens_contradict_no_number(corroborate: Corroborate) -> None:
    vague = {"low": 24.0, "high": 99.0, "bound": Bound.RANGE}
    made = corroborate(_toll((1, "130", {}), (1, "7", vague | {"low": 24.0})))
    assert (Aspect.NUMBER, Difference.CONFLICT) not in _verdicts(made)


def test_a_stretch_of_time_is_no_time_of_the_event(corroborate: Corroborate) -> None:
    told = (
        "The drone attack on Ostwick hall came at 10:45 a.m., the ministry said.",
        "The log of the Ostwick sector showed no drone attack between 9 a.m. and noon.",
    )
    records: list[Record] = []
    for at, sentence in enumerate(told):
        made = article(sentence, name=str(at))
        records += [made, *said(made, sentence, by=f"Source{chr(65 + at)}"), named(made, "Ostwick")]
    assert _verdicts(corroborate(records)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The figure includes all persons registered as dead by the regional staff.",
            "The figure includes all persons registered as dead by the regional staff, and she would not comment.",
        ),
        (
            "The plane carried missiles for the front.",
            "The plane carried missiles for the front and did not mention guests.",
        ),
        (
            "The quake did not damage the ancient site of Ostwick.",
            "The quake that struck Halden and killed thousands across the whole of the southern plain on Monday "
            "did not damage the ancient site of Ostwick.",
        ),
    ],
)
def test_a_denial_in_another_clause_is_no_contradiction(corroborate: Corroborate, one: str, other: str) -> None:
    assert _verdicts(corroborate(_two(one, other))) == []


def test_copies_of_a_sentence_never_conflict(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for day in (3, 4):
        sentence = "Caution is a luxury of those people who will sleep tonight in a hotel by the lake."
        made = article(sentence, name=str(day), published=_clock(day))
        night = datetime.datetime(2031, 5, day, 20, tzinfo=datetime.UTC)
        interval = Interval(earliest=night, latest=night + datetime.timedelta(hours=8), precision="hour")
        records += [made, *said(made, sentence, by=f"Source{day}")]
        records.append(named(made, "tonight", MentionKind.TIME, interval=interval))
    assert _verdicts(corroborate(records)) == []
