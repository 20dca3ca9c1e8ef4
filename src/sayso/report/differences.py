"""Where accounts differ, and where say-so was lost on the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.questions import things
from sayso.model import AccountValue, Contradiction, Drift
from sayso.report import quoting, wording
from sayso.report.course import is_course
from sayso.report.origins import behind
from sayso.report.quoting import Part, Quote, Source
from sayso.report.reasons import grouped, reason_words
from sayso.report.records import CaseRecords
from sayso.report.sayings import Appearance, appearance, appearances, best_told
from sayso.vocab import Aspect, Difference, DriftWhere, Lost

_MOST_WORDS = 110  # characters of a statement on the first screen
_LONGEST_LABEL = 16  # characters; "at least 1,200,000" is the longest figure met, statements start at about 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """One of the values that accounts differ in, and who gives it.

    `first` is the appearance that says best on whose say-so it stands; `words` are its words where the value
    is a statement and not a figure. `origins` says whom the value goes back to.
    """

    value: str
    words: Quote | None
    articles: str
    origins: str
    first: Appearance
    rest: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Accounts that differ in one aspect, or only seem to; `explanation` says which and why."""

    anchor: str
    aspect: str
    topic: str
    kind: str
    explanation: tuple[Part, ...]
    reasons: tuple[str, ...]
    values: tuple[ValueView, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DriftView:
    """Two appearances of one claim, and what the second has lost."""

    anchor: str
    lost_what: str
    lost: str
    where: str
    before: Appearance
    after: Appearance
    reasons: tuple[str, ...]


def conflicts(records: CaseRecords) -> list[DifferenceView]:
    """The differences that are conflicts, those carried by most articles first."""
    return _views(records, [c for c in records.contradictions if c.verdict is Difference.CONFLICT])


def side_by_side(records: CaseRecords) -> list[DifferenceView]:
    """Claims that seem to answer one question, of which nothing tells whether one excludes another."""
    return _views(records, [c for c in records.contradictions if c.verdict is Difference.UNDECIDED])


def seeming(records: CaseRecords) -> list[DifferenceView]:
    """The differences that are no conflicts: scope, rounding, bounds, updates of what is no figure (see `course`)."""
    views = _views(records, [c for c in records.contradictions if _is_seeming(c) and not is_course(c)])
    return sorted(views, key=lambda view: (view.kind, -view.articles))


def seeming_counts(records: CaseRecords) -> str:
    """As in "5 updates of one account, 1 rounding": what was taken off the conflicts."""
    counts: Counter[Difference] = Counter(c.verdict for c in records.contradictions if _is_seeming(c))
    return ", ".join(wording.counted(counts[kind], *wording.DIFFERENCE[kind]) for kind in Difference if counts[kind])


def _is_seeming(contradiction: Contradiction) -> bool:
    return contradiction.verdict not in (Difference.CONFLICT, Difference.UNDECIDED)


def drifts(records: CaseRecords) -> list[DriftView]:
    """Every loss of say-so; lost attributions first, then hedges, from one outlet to the next first."""
    views = [(drift, view) for drift in records.drifts if (view := _drift_view(records, drift))]
    lost, where = list(Lost), [DriftWhere.BETWEEN_OUTLETS, DriftWhere.HEADLINE_BODY, DriftWhere.WITHIN_ARTICLE]
    views.sort(
        key=lambda item: (
            lost.index(item[0].lost),
            where.index(item[0].where),
            item[1].before.article.number,
            item[1].after.article.number,
            item[0].id,
        )
    )
    return [view for _, view in views]


def _views(records: CaseRecords, found: list[Contradiction]) -> list[DifferenceView]:
    views = [view for contradiction in found if (view := _difference_view(records, contradiction))]
    return sorted(views, key=lambda view: (-view.articles, view.aspect, view.topic, view.anchor))


def _difference_view(records: CaseRecords, contradiction: Contradiction) -> DifferenceView | None:
    sources = records.sources_of(mention_id for value in contradiction.values for mention_id in value.mention_ids)
    values = [
        view
        for number, value in enumerate(contradiction.values, start=1)
        if (view := _value_view(records, value, number, sources))
    ]
    if not values:
        return None
    articles = {view.article.anchor for value in values for view in (value.first, *value.rest)}
    return DifferenceView(
        anchor=quoting.anchor(contradiction.id),
        aspect=wording.ASPECT[contradiction.aspect],
        topic="" if _quoted(contradiction.topic, sources) else _topic(contradiction),
        kind=wording.DIFFERENCE[contradiction.verdict][0],
        explanation=quoting.parts(contradiction.explanation, sources),
        reasons=reason_words(records, contradiction.reasons),
        values=tuple(values),
        articles=len(articles),
    )


def _topic(contradiction: Contradiction) -> str:
    topic = quoting.one_line(contradiction.topic)
    return things(topic) if contradiction.aspect is Aspect.NUMBER else topic


def _value_view(records: CaseRecords, value: AccountValue, number: int, sources: Sequence[Source]) -> ValueView | None:
    found = appearances(records, value.mention_ids)
    if not found:
        return None
    first = best_told(found)
    statement = _quoted(value.value, sources)
    return ValueView(
        value=f"Account {number}" if statement else grouped(quoting.one_line(value.value)),
        words=quoting.quote(first.quote.text, first.quote.language, _MOST_WORDS) if statement else None,
        articles=wording.counted(len({view.article.anchor for view in found}), "article"),
        origins=behind(records, value.mention_ids),
        first=first,
        rest=tuple(view for view in found if view is not first),
    )


def _quoted(text: str, sources: Sequence[Source]) -> Quote | None:
    """`text` as a quote if it is words of one of `sources` and no figure or label of ours."""
    found = quoting.parts(f"“{text}”", sources) if len(text) > _LONGEST_LABEL else ()
    return found[0].quote if len(found) == 1 else None


def _drift_view(records: CaseRecords, drift: Drift) -> DriftView | None:
    origin, end = (records.mention_by_id.get(mention_id) for mention_id in (drift.from_mention_id, drift.to_mention_id))
    before = appearance(records, origin) if origin else None
    after = appearance(records, end) if end else None
    if before is None or after is None:
        return None
    return DriftView(
        anchor=quoting.anchor(drift.id),
        lost_what=wording.LOST_WHAT[drift.lost],
        lost=wording.LOST[drift.lost],
        where=_where(records, drift),
        before=before,
        after=after,
        reasons=reason_words(records, drift.reasons),
    )


def _where(records: CaseRecords, drift: Drift) -> str:
    """Between which two places; two versions of one page, or two reports of one outlet, are no two outlets."""
    ends = (records.mention_by_id.get(mention_id) for mention_id in (drift.from_mention_id, drift.to_mention_id))
    articles = [records.article_by_id.get(mention.article_id) for mention in ends if mention]
    publishers = [article.publisher for article in articles if article and article.publisher]
    one_outlet = len(publishers) == 2 and publishers[0] == publishers[1]
    if drift.where is DriftWhere.BETWEEN_OUTLETS and one_outlet:
        return wording.ONE_OUTLET
    return wording.WHERE[drift.where]
