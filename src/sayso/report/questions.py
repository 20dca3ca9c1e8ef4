"""What the coverage leaves open, and what would close it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Question
from sayso.report import quoting, wording
from sayso.report.claims import reason_words
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.report.sayings import article_ref
from sayso.vocab import QuestionKind

_MOST_ABOUT = 120  # characters of what a question is about
_MOST_ABOUTS = 4  # things a question is about; the rest is counted
_MOST_SHOWN = 5  # questions of one kind; the rest is folded

_FIRST = (
    QuestionKind.CONFLICT_OPEN,
    QuestionKind.SUM_FAILS,
    QuestionKind.DENIAL,
    QuestionKind.SAID_UNKNOWN,
    QuestionKind.ONE_ORIGIN,
    QuestionKind.NO_NAMED_SOURCE,
    QuestionKind.NO_SOURCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Something a question is about: words of an article, or our own label, and where it stands on the page."""

    words: Quote | None
    label: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One open question."""

    anchor: str
    text: str
    closes_with: str
    about: tuple[About, ...]
    about_more: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """The open questions that one structure of the coverage raises."""

    kind: str
    count: str
    shown: tuple[QuestionView, ...]
    folded: tuple[QuestionView, ...]


def question_groups(records: CaseRecords) -> list[QuestionGroup]:
    """The open questions by what raises them: differing accounts first, missing sources last."""
    groups = []
    for kind in _FIRST:
        found = sorted(
            (q for q in records.questions if q.kind is kind), key=lambda q: (-_weight(records, q), q.text, q.id)
        )
        if found:
            views = tuple(_question_view(records, question) for question in found)
            groups.append(
                QuestionGroup(
                    kind=wording.QUESTION[kind],
                    count=wording.counted(len(found), "question"),
                    shown=views[:_MOST_SHOWN],
                    folded=views[_MOST_SHOWN:],
                )
            )
    return groups


def _weight(records: CaseRecords, question: Question) -> int:
    """The most articles that any claim the question is about stands in."""
    known = (records.corroboration_by_claim.get(about) for about in question.about_ids)
    return max((corroboration.articles for corroboration in known if corroboration), default=0)


def _question_view(records: CaseRecords, question: Question) -> QuestionView:
    about = list(_abouts(records, question.about_ids))
    return QuestionView(
        anchor=quoting.anchor(question.id),
        text=quoting.one_line(question.text),
        closes_with=quoting.one_line(question.closes_with),
        about=tuple(about[:_MOST_ABOUTS]),
        about_more=max(0, len(about) - _MOST_ABOUTS),
        reasons=reason_words(question.reasons),
    )


def _abouts(records: CaseRecords, ids: Iterable[str]) -> Iterable[About]:
    for about_id in ids:
        anchor = quoting.anchor(about_id)
        if claim := records.claim_by_id.get(about_id):
            first = records.mention_by_id.get(claim.first_mention_id)
            yield About(words=_words(records, claim.text, first.article_id if first else ""), label="", anchor=anchor)
        elif mention := records.mention_by_id.get(about_id):
            yield About(words=_words(records, mention.span.exact, mention.article_id), label="", anchor=anchor)
        elif contradiction := records.contradiction_by_id.get(about_id):
            label = f"{wording.ASPECT[contradiction.aspect]}: {quoting.one_line(contradiction.topic)}"
            yield About(words=None, label=label, anchor=anchor)
        elif article := records.article_by_id.get(about_id):
            yield About(words=None, label=article_ref(records, article).name, anchor=anchor)


def _words(records: CaseRecords, text: str, article_id: str) -> Quote:
    article = records.article_by_id.get(article_id)
    return quoting.quote(text, article.language if article else "und", _MOST_ABOUT)
