"""The full text of an article with every claim, source, cue and loaded word marked in its place.

Marks may cross one another; HTML elements may not. `tokens` closes and reopens what crosses, so that the
marks always nest; only the first part of a mark carries its anchor.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Article, Block
from sayso.report import quoting, wording
from sayso.report.aligned import credits_of
from sayso.report.coverage import ArticleView, article_view
from sayso.report.records import CaseRecords
from sayso.report.sayings import CARRIED, OWN, SAID, UNCLEAR, voice
from sayso.spans import Span
from sayso.vocab import BlockRole

_VOICE = {
    SAID: "attributed",
    OWN: "in the writer’s own voice",
    CARRIED: "in the writer’s own voice, going on from the sentence before",
    UNCLEAR: "unclear whose voice",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch to mark; claims have a number.

    `kind` is said, own, carried, unclear, source, cue, credited or loaded.
    """

    start: int
    end: int
    kind: str
    anchor: str
    number: int = 0
    claim: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A step in laying out marked text: `step` is text, or the start or end of a mark.

    `first` at a start says that the mark has not been open before, `last` at an end that it will not be again.
    """

    step: str
    text: str = ""
    mark: Mark | None = None
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Blocks of one kind that follow each other; `role` is headline, deck, body, … or furniture."""

    role: str
    paragraphs: tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One article in full."""

    article: ArticleView
    language: str
    direction: str
    passages: tuple[Passage, ...]


def text_views(records: CaseRecords, numbers: Mapping[str, int]) -> list[TextView]:
    """Every article's text with its marks; `numbers` gives a claim's number on the page by its id."""
    return [
        TextView(
            article=article_view(records, article),
            language=article.language,
            direction=wording.direction(article.language),
            passages=tuple(_passages(article, _marks(records, article, numbers))),
        )
        for article in records.articles
    ]


def tokens(text: str, start: int, end: int, marks: Sequence[Mark], opened: set[str]) -> Iterator[Token]:
    """The steps that lay out `text[start:end]` with `marks`, which may cross; every start has its end.

    `opened` holds the anchors already set by earlier calls for the same text, and is added to.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    edges = {start, end, *(max(start, mark.start) for mark in inside), *(min(end, mark.end) for mark in inside)}
    waiting = sorted(inside, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.anchor), reverse=True)
    stack: list[Mark] = []
    for edge, following in itertools.pairwise([*sorted(edges), end]):
        again = []
        while any(mark.end <= edge for mark in stack):
            mark = stack.pop()
            over = mark.end <= edge
            again.extend([] if over else [mark])
            yield Token(step="end", mark=mark, last=over)
        while waiting and waiting[-1].start <= edge:
            again.append(waiting.pop())
        for mark in sorted(again, key=lambda mark: -mark.end):
            stack.append(mark)
            yield Token(step="start", mark=mark, first=bool(mark.anchor) and mark.anchor not in opened)
            opened.add(mark.anchor)
        if edge < following:
            yield Token(step="text", text=quoting.visible(text[edge:following]))
    for mark in reversed(stack):
        yield Token(step="end", mark=mark, last=mark.end <= end)


def _passages(article: Article, marks: Sequence[Mark]) -> Iterator[Passage]:
    blocks = article.blocks or (Block(start=0, end=len(article.text), role=BlockRole.BODY),)
    opened: set[str] = set()
    for role, together in itertools.groupby(blocks, key=lambda block: block.role):
        paragraphs = tuple(tuple(tokens(article.text, block.start, block.end, marks, opened)) for block in together)
        yield Passage(role=role.value, paragraphs=paragraphs)


def _marks(records: CaseRecords, article: Article, numbers: Mapping[str, int]) -> list[Mark]:
    marks = []
    for mention in records.mentions_by_article.get(article.id, ()):
        claim = records.claim_by_mention.get(mention.id)
        kind = voice(records, mention)
        marks.append(
            Mark(
                start=mention.span.start,
                end=mention.span.end,
                kind=kind,
                anchor=quoting.anchor(mention.id),
                number=numbers.get(claim.id, 0) if claim else 0,
                claim=quoting.anchor(claim.id) if claim else "",
                label=_VOICE[kind],
            )
        )
    for attribution in records.attributions_by_article.get(article.id, ()):
        marks.extend(_plain(attribution.source, "source"))
        marks.extend(_plain(attribution.cue, "cue"))
    for credit in credits_of(article):
        label = wording.CREDIT[credit.kind]
        marks.append(Mark(start=credit.start, end=credit.end, kind="credited", anchor="", label=label))
    for device in records.rhetoric_by_article.get(article.id, ()):
        span = device.span
        label = wording.TECHNIQUE[device.technique]
        marks.append(Mark(start=span.start, end=span.end, kind="loaded", anchor=quoting.anchor(device.id), label=label))
    return list(dict.fromkeys(marks))


def _plain(spans: Iterable[Span], kind: str) -> Iterator[Mark]:
    for span in spans:
        yield Mark(start=span.start, end=span.end, kind=kind, anchor="")
