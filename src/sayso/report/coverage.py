"""What was read, by its own clocks, and what was not, and why."""

from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Article, Skip
from sayso.report import quoting, wording
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.report.sayings import ArticleRef, article_ref
from sayso.stage import WHOLE_CASE
from sayso.vocab import SkipReason

_MOST_HEADLINE = 160  # characters of a headline, or of the first words where there is none
_MOST_LINE = 300  # characters of a credit line or of a skip's detail


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditView:
    """A line of an article that says where its text comes from."""

    kind: str
    name: str
    line: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as it was given: who, when (each clock apart), in which language, from which bytes."""

    ref: ArticleRef
    headline: Quote
    author: str
    address: str
    address_text: str
    published: str
    modified: str
    captured: str
    language: str
    given: str
    digest: str
    locator: str
    credits: tuple[CreditView, ...]
    claims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipItem:
    """One thing that was not read: what, at which step, and the detail."""

    subject: str
    anchor: str
    stage: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipGroup:
    """Everything that was not read for one reason."""

    reason: str
    count: int
    items: tuple[SkipItem, ...]


def article_views(records: CaseRecords) -> list[ArticleView]:
    """Every article, by time of publication."""
    return [article_view(records, article) for article in records.articles]


def article_view(records: CaseRecords, article: Article) -> ArticleView:
    """One article as it was given."""
    capture = records.capture_by_id.get(article.capture_id)
    credit_lines = [
        CreditView(
            kind=wording.CREDIT[credit.kind],
            name=quoting.one_line(credit.name),
            line=quoting.quote(article.text[credit.start : credit.end], article.language, _MOST_LINE),
        )
        for credit in article.credits
    ]
    return ArticleView(
        ref=article_ref(records, article),
        headline=quoting.quote(article.headline or _beginning(article), article.language, _MOST_HEADLINE),
        author=quoting.one_line(article.author or ""),
        address=quoting.web_address(article.url),
        address_text=quoting.one_line(article.url or ""),
        published=wording.clock(article.published),
        modified=wording.clock(article.modified),
        captured=wording.moment(capture.captured_at) if capture and capture.captured_at else "",
        language=wording.language(article.language),
        given=quoting.one_line(records.custody.given.get(capture.source_digest, "")) if capture else "",
        digest=capture.source_digest if capture else "",
        locator=quoting.one_line(capture.locator) if capture else "",
        credits=tuple(credit_lines),
        claims=wording.counted(len(records.mentions_by_article.get(article.id, ())), "claim"),
    )


def skip_groups(records: CaseRecords) -> list[SkipGroup]:
    """What was not read, by reason, the commonest first."""
    gathered: dict[SkipReason, list[Skip]] = defaultdict(list)
    for skip in records.skips:
        gathered[skip.reason].append(skip)
    groups = [
        SkipGroup(
            reason=wording.SKIP[reason],
            count=len(found),
            items=tuple(_skip_item(records, skip) for skip in found),
        )
        for reason, found in gathered.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.reason))


def given_name(records: CaseRecords, subject: str) -> str:
    """What the user gave, and within it which part: a skip's subject is an article, a capture or a source.

    As in "letters.jsonl#3", "notes.txt"; the subject itself where nothing was given under a name.
    """
    article = records.article_by_id.get(subject)
    capture = records.capture_by_id.get(article.capture_id if article else subject)
    digest, _, inside = subject.partition("#")
    if capture:
        digest, inside = capture.source_digest, capture.locator
    if digest not in records.custody.given:
        return article_ref(records, article).name if article else quoting.one_line(subject)
    return records.custody.name(digest) + (f"#{quoting.one_line(inside)}" if inside else "")


def skip_sentence(records: CaseRecords) -> str:
    """As in "3 items skipped: empty (2), cut off (1)", or the empty string when nothing was."""
    groups = skip_groups(records)
    if not groups:
        return ""
    why = ", ".join(f"{group.reason} ({group.count})" for group in groups)
    return f"{wording.counted(len(records.skips), 'item')} skipped: {why}"


def altered_sentence(records: CaseRecords) -> str:
    """Which sources no longer have the bytes that were given, or the empty string."""
    names = [records.custody.name(digest) for digest in records.custody.altered]
    if not names:
        return ""
    listed = wording.listed(names, most=3)
    return f"Changed or gone since they were given: {listed}. Quotes from there cannot be cut again"


def skip_lines(records: CaseRecords) -> list[str]:
    """As in "skipped (cut off): letters.jsonl.gz: the gzip data ends too early", a line for each skip."""
    told = []
    for skip in records.skips:
        item = _skip_item(records, skip)
        detail = f": {item.detail}" if item.detail else ""
        told.append(f"skipped ({wording.SKIP[skip.reason]}): {item.subject}{detail}")
    return told


def failed_steps(records: CaseRecords) -> tuple[str, ...]:
    """The stages that failed on anything at all: where they found nothing, that is no finding."""
    return tuple(sorted({skip.stage for skip in records.skips if skip.reason is SkipReason.STAGE_FAILED}))


def publisher_count(records: CaseRecords) -> int:
    """How many publishers, told apart by printed name or, without one, by host."""
    names = {(article.publisher or quoting.host(article.url)).casefold() for article in records.articles}
    return len(names - {""})


def language_count(records: CaseRecords) -> int:
    """How many languages; regional forms count as one."""
    return len({article.language.split("-")[0] for article in records.articles} - {"und"})


def _beginning(article: Article) -> str:
    return article.text.strip().partition("\n")[0]


def _skip_item(records: CaseRecords, skip: Skip) -> SkipItem:
    article = records.article_by_id.get(skip.subject)
    return SkipItem(
        subject="the whole case" if skip.subject == WHOLE_CASE else given_name(records, skip.subject),
        anchor=quoting.anchor(article.id) if article else "",
        stage=quoting.one_line(skip.stage),
        detail=quoting.first_words(quoting.one_line(skip.detail), _MOST_LINE),
    )
