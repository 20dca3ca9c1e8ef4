"""The course of a figure: what rose stands in the course, what was lower when it came out beside it."""

import datetime

from factory import article, said
from sayso.model import (
    AccountValue,
    Article,
    Claim,
    ClaimMention,
    Clock,
    Contradiction,
    Corroboration,
    OriginGroup,
    Reason,
    Record,
)
from sayso.report.course import courses
from sayso.report.records import CaseRecords
from sayso.vocab import Aspect, Difference

STEPS = 30


def told(number: int, value: int) -> tuple[Article, ClaimMention, list[Record]]:
    """An article of its hour that gives a toll."""
    out = datetime.datetime(2031, 6, 3, tzinfo=datetime.UTC) + datetime.timedelta(hours=number)
    of = article(
        f"The toll is {value}, the council said.",
        url=f"https://news.example/{number}",
        published=Clock(value=out, precision="minute", text="", basis="test"),
    )
    made = said(of, f"The toll is {value}", by="the council", cue="said")
    mention = next(record for record in made if isinstance(record, ClaimMention))
    return of, mention, [of, *made]


def course_of(values: list[int], reasons: tuple[Reason, ...] = ()) -> Contradiction:
    accounts = tuple(
        AccountValue(value=str(value), mention_ids=(told(number, value)[1].id,)) for number, value in enumerate(values)
    )
    return Contradiction(
        aspect=Aspect.NUMBER,
        topic="killed",
        verdict=Difference.UPDATE,
        values=accounts,
        explanation="",
        reasons=reasons,
    )


def test_what_was_lower_when_it_came_out_stands_beside_the_course() -> None:
    values = [5, 18, 6, 40, 17, 12345]
    every = [record for number, value in enumerate(values) for record in told(number, value)[2]]
    late = Reason(code="superseded", detail="18 still stood in 1 article after 40 was out")
    (view,) = courses(CaseRecords.of("case", [*every, course_of(values, (late,))]))
    assert [step.value for step in view.steps] == ["5", "18", "40", "12,345"]
    assert [step.value for step in view.aside] == ["6", "17"]
    assert view.late == ("18 still stood in 1 article after 40 was out",)


def test_a_long_course_is_cut_to_a_dozen_and_loses_nothing() -> None:
    values = list(range(10, 10 + STEPS))
    every = [record for number, value in enumerate(values) for record in told(number, value)[2]]
    (view,) = courses(CaseRecords.of("case", [*every, course_of(values)]))
    assert len(view.steps) == 12
    assert (view.steps[0].value, view.steps[-1].value) == ("10", str(9 + STEPS))
    assert sorted(int(step.value) for step in (*view.steps, *view.aside)) == values


def counted(number: int, value: int, origin: str) -> list[Record]:
    """The claim of one toll, and whom it goes back to."""
    of, mention, _ = told(number, value)
    claim = Claim(first_mention_id=mention.id, text=mention.span.exact, mention_ids=(mention.id,))
    group = OriginGroup(origin=origin, article_ids=(of.id,), certain=True, reasons=())
    count = Corroboration(claim_id=claim.id, appearances=1, articles=1, publishers=1, low=1, high=1, groups=(group,))
    return [claim, count]


def test_what_one_origin_came_down_to_is_a_step_of_the_course() -> None:
    values = [40, 38, 37, 5]
    every = [record for number, value in enumerate(values) for record in told(number, value)[2]]
    origins = ["the council", "the council", "the mill", "the council"]
    counts = [r for number, value in enumerate(values) for r in counted(number, value, origins[number])]
    (view,) = courses(CaseRecords.of("case", [*every, *counts, course_of(values)]))
    assert [step.value for step in view.steps] == ["40", "38"]
    assert [step.value for step in view.aside] == ["37", "5"]
    assert view.steps[1].origins == "1 origin: the council"


def test_origins_of_several_claims_are_named_and_not_added_up() -> None:
    values = [(0, 40), (1, 41)]  # two texts, so two claims
    every = [record for number, value in values for record in told(number, value)[2]]
    counts = [r for number, value in values for r in counted(number, value, ["the council", "рада"][number])]
    both = AccountValue(value="about 40", mention_ids=tuple(told(number, value)[1].id for number, value in values))
    change = Contradiction(
        aspect=Aspect.NUMBER, topic="killed", verdict=Difference.UPDATE, values=(both,), explanation=""
    )
    (view,) = courses(CaseRecords.of("case", [*every, *counts, change]))
    assert view.steps[0].origins == "named behind it: the council, рада"
