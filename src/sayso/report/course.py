"""How a figure changed as time went on: each value, when it was first out, and who still gave it later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import AccountValue, Article, Contradiction
from sayso.report import quoting, wording
from sayso.report.origins import behind, origins_of
from sayso.report.reasons import grouped, reason_words
from sayso.report.records import CaseRecords
from sayso.report.sayings import Appearance, appearances
from sayso.vocab import Aspect, Difference

_LATE = "superseded"
_MOST = 12  # steps of a course that are laid out; a quake's toll had 195 values in 330 articles
_DOWN = 0.3  # of its figure before; what is lower still counts something else, as eight dead of a second quake
_FIGURE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One value of a figure.

    `first` is the appearance that was out first, `since` and `until` the times of the first and the last article with
    the value (empty where they are not known, `until` also where it is the same). `origins` says whom it goes back to.
    """

    value: str
    since: str
    until: str
    articles: str
    origins: str
    first: Appearance
    rest: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseView:
    """The course of one figure: each value that was the highest until then, or that its own origin came down to.

    In the order they were out; of more than a dozen the first, the last and those in most articles are kept. `aside`
    are the other values, which were lower when they came out: older ones, parts, other counts. `late` says which of
    the values were still given after a newer one was out.
    """

    anchor: str
    topic: str
    steps: tuple[StepView, ...]
    aside: tuple[StepView, ...]
    late: tuple[str, ...]
    articles: int


def is_course(contradiction: Contradiction) -> bool:
    """Whether a difference is a figure that changed as time went on."""
    return contradiction.aspect is Aspect.NUMBER and contradiction.verdict is Difference.UPDATE


def courses(records: CaseRecords) -> list[CourseView]:
    """The course of each figure that changed, those in most articles first."""
    found = [view for c in records.contradictions if is_course(c) and (view := _course(records, c))]
    return sorted(found, key=lambda view: (-view.articles, view.topic, view.anchor))


def _course(records: CaseRecords, contradiction: Contradiction) -> CourseView | None:
    steps = [step for value in contradiction.values if (step := _step(records, value))]
    if not steps:
        return None
    anchors = {view.article.anchor for step in steps for view in (step.first, *step.rest)}
    main = _laid_out(records, contradiction, steps)
    shown = {step.value for step in main}
    laid = [v for v in contradiction.values if grouped(quoting.one_line(v.value)) in shown]
    given = {mention_id for value in laid for mention_id in value.mention_ids}
    late = [r for r in contradiction.reasons if r.code == _LATE and given.issuperset(r.evidence)]
    return CourseView(
        anchor=quoting.anchor(contradiction.id),
        topic=quoting.one_line(contradiction.topic),
        steps=tuple(main),
        aside=tuple(step for step in steps if step.value not in shown),
        late=tuple(map(grouped, reason_words(records, late))),
        articles=len(anchors),
    )


def _laid_out(records: CaseRecords, contradiction: Contradiction, steps: Sequence[StepView]) -> list[StepView]:
    """The steps that rise, and those that one origin came down to; of many the first, the last and the widespread."""
    shown: list[StepView] = []
    highest, by_origin = -1.0, dict[str, float]()
    ids = {grouped(quoting.one_line(value.value)): value.mention_ids for value in contradiction.values}
    for step in steps:
        found = _FIGURE.search(step.value.replace(",", ""))
        if not found:
            continue
        figure, origins = float(found.group()), origins_of(records, ids[step.value])
        if figure > highest or any(_corrects(figure, by_origin.get(origin, 0)) for origin in origins):
            shown.append(step)
        highest = max(highest, figure)
        by_origin |= dict.fromkeys(origins, figure)
    if len(shown) <= _MOST:
        return shown or list(steps[:_MOST])
    spread = sorted(range(1, len(shown) - 1), key=lambda i: (-len(shown[i].rest), i))[: _MOST - 2]
    return [shown[i] for i in sorted({0, len(shown) - 1, *spread})]


def _corrects(figure: float, before: float) -> bool:
    """Whether an origin came down from a figure to one somewhat lower."""
    return _DOWN * before <= figure < before


def _step(records: CaseRecords, value: AccountValue) -> StepView | None:
    found = appearances(records, value.mention_ids)
    if not found:
        return None
    dated = _by_time(records, value.mention_ids)
    opening = next((view for view in found if dated and view.article.anchor == quoting.anchor(dated[0].id)), found[0])
    return StepView(
        value=grouped(quoting.one_line(value.value)),
        since=wording.clock(dated[0].published) if dated else "",
        until=wording.clock(dated[-1].published) if len(dated) > 1 else "",
        articles=wording.counted(len({view.article.anchor for view in found}), "article"),
        origins=behind(records, value.mention_ids),
        first=opening,
        rest=tuple(view for view in found if view is not opening),
    )


def _by_time(records: CaseRecords, mention_ids: Sequence[str]) -> list[Article]:
    """The dated articles with these mentions, the earliest first."""
    ids = {records.mention_by_id[m].article_id for m in mention_ids if m in records.mention_by_id}
    articles = [records.article_by_id[i] for i in ids if i in records.article_by_id]
    dated = [(a.published.value, a.id, a) for a in articles if a.published]
    return [article for _, _, article in sorted(dated, key=lambda item: item[:2])]
