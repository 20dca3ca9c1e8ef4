"""What the coverage leaves open, and what would close it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroborate.questions import things
from sayso.model import Question
from sayso.report import quoting, wording
from sayso.report.claims import known_as
from sayso.report.quoting import Part, Quote
from sayso.report.reasons import reason_words
from sayso.report.records import CaseRecords
from sayso.report.sayings import article_ref
from sayso.vocab import Aspect, QuestionKind

_MOST_ABOUT = 120  # characters of what a question is about
_MOST_TOPIC = 30  # characters of what figures count; statements are longer, and the question quotes them
_MOST_ABOUTS = 4  # things a question is about; the rest is counted
_IN_THE_QUESTION = ("origins", "unnamed", "no_source", "sum")  # reasons that only repeat what the question says
_NUMBER = re.compile(r"\d+")
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
    text: tuple[Part, ...]
    plain: str
    closes_with: tuple[Part, ...]
    about: tuple[About, ...]
    about_more: int
    reasons: tuple[str, ...]

    @property
    def in_english(self) -> bool:
        """Whether all that it quotes is in English."""
        return all(part.quote is None or part.quote.language.startswith("en") for part in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """The open questions that one structure of the coverage raises; `closes_with` if one thing would close all."""

    kind: str
    count: str
    closes_with: tuple[Part, ...]
    shown: tuple[QuestionView, ...]
    folded: tuple[QuestionView, ...]


def question_groups(records: CaseRecords) -> list[QuestionGroup]:
    """The open questions by what raises them: differing accounts first, missing sources last."""
    groups = []
    for kind in _FIRST:
        found = sorted((q for q in records.questions if q.kind is kind), key=lambda q: (*_order(records, q), q.id))
        if found:
            views = tuple(_question_view(records, question) for question in found)
            if kind is QuestionKind.SAID_UNKNOWN:  # nothing but a quote: those that the page's reader can read first
                views = tuple(sorted(views, key=lambda view: not view.in_english))
            groups.append(
                QuestionGroup(
                    kind=wording.QUESTION[kind],
                    count=wording.counted(len(found), "question"),
                    closes_with=views[0].closes_with if len({view.closes_with for view in views}) == 1 else (),
                    shown=views[:_MOST_SHOWN],
                    folded=views[_MOST_SHOWN:],
                )
            )
    return groups


def held_back(records: CaseRecords) -> tuple[str, ...]:
    """What the questions themselves say of those that are not among the records."""
    told = (
        reason.detail for question in records.questions for reason in question.reasons if reason.code == "held_back"
    )
    return tuple(sorted({quoting.one_line(detail) for detail in told}))


def _order(records: CaseRecords, question: Question) -> tuple[int, int]:
    """The rank that the stage gave, then the most articles that any claim it is about stands in."""
    ranks = (_NUMBER.match(reason.detail) for reason in question.reasons if reason.code == "rank")
    rank = next((int(found.group()) for found in ranks if found), 0)
    known = (records.corroboration_by_claim.get(about) for about in question.about_ids)
    return rank, -max((corroboration.articles for corroboration in known if corroboration), default=0)


def _question_view(records: CaseRecords, question: Question) -> QuestionView:
    sources = records.sources_of(
        mention_id for about_id in question.about_ids for mention_id in _mentions(records, about_id)
    )
    text = quoting.parts(question.text, sources)
    quoted = [part.quote.text for part in text if part.quote]
    about = [view for about_id in question.about_ids if (view := _about(records, about_id, quoted))]
    return QuestionView(
        anchor=quoting.anchor(question.id),
        text=text,
        plain=quoting.one_line(question.text),
        closes_with=quoting.parts(question.closes_with, sources),
        about=tuple(about[:_MOST_ABOUTS]),
        about_more=max(0, len(about) - _MOST_ABOUTS),
        reasons=reason_words(records, [reason for reason in question.reasons if reason.code not in _IN_THE_QUESTION]),
    )


def _mentions(records: CaseRecords, about_id: str) -> tuple[str, ...]:
    """The mentions that a question about this record may quote from."""
    if claim := records.claim_by_id.get(about_id):
        return claim.mention_ids
    if contradiction := records.contradiction_by_id.get(about_id):
        return tuple(mention_id for value in contradiction.values for mention_id in value.mention_ids)
    return (about_id,)


def _about(records: CaseRecords, about_id: str, quoted: Sequence[str]) -> About | None:
    anchor = quoting.anchor(about_id)
    if contradiction := records.contradiction_by_id.get(about_id):
        topic = quoting.one_line(contradiction.topic)
        topic = things(topic) if contradiction.aspect is Aspect.NUMBER else topic
        aspect = wording.ASPECT[contradiction.aspect].lower()
        label = f"the accounts – {aspect}{f': {topic}' if len(topic) <= _MOST_TOPIC else ''}"
        return About(words=None, label=label, anchor=anchor)
    if article := records.article_by_id.get(about_id):
        return About(words=None, label=article_ref(records, article).name, anchor=anchor)
    words = _words(records, about_id)
    if words is None:
        return None
    if any(words.text.startswith(text[:_MOST_ABOUT]) or text.startswith(words.text) for text in quoted):
        return About(words=None, label="the words in their place", anchor=anchor)
    return About(words=words, label="", anchor=anchor)


def _words(records: CaseRecords, about_id: str) -> Quote | None:
    if claim := records.claim_by_id.get(about_id):
        return known_as(records, claim)
    mention = records.mention_by_id.get(about_id)
    article = records.article_by_id.get(mention.article_id) if mention else None
    if mention is None or article is None:
        return None
    return quoting.quote(mention.span.exact, article.language, _MOST_ABOUT)
