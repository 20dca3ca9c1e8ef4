"""Loaded words: the expression, what it does, and whose word it is."""

from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Article, RhetoricalDevice
from sayso.report import quoting, wording
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.report.sayings import ArticleRef, Teller, article_ref, teller
from sayso.vocab import Whose

_CONTEXT = 70  # characters on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of an expression, with the words around it; `speaker` is whose quotation it stands in."""

    anchor: str
    article: ArticleRef
    before: str
    expression: str
    after: str
    language: str
    direction: str
    speaker: Teller | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedView:
    """One loaded expression in one language, whose word it is, and its places."""

    expression: Quote
    technique: str
    lexicon: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedWords:
    """Loaded expressions by whose word they are; those used most often first."""

    writers: tuple[LoadedView, ...]
    quoted: tuple[LoadedView, ...]

    @property
    def writers_count(self) -> int:
        """How many places are the writers' own."""
        return sum(len(view.places) for view in self.writers)

    @property
    def quoted_count(self) -> int:
        """How many places stand in somebody's quoted words."""
        return sum(len(view.places) for view in self.quoted)

    @property
    def count(self) -> int:
        """How many places there are in all."""
        return self.writers_count + self.quoted_count


def loaded_words(records: CaseRecords) -> LoadedWords:
    """All loaded expressions of the case."""
    return LoadedWords(writers=_views(records, Whose.WRITER), quoted=_views(records, Whose.QUOTED))


def _views(records: CaseRecords, whose: Whose) -> tuple[LoadedView, ...]:
    gathered: dict[tuple[str, str, str], list[tuple[Article, RhetoricalDevice]]] = defaultdict(list)
    for article in records.articles:
        for device in records.rhetoric_by_article.get(article.id, ()):
            if device.whose is whose:
                key = (device.span.exact.casefold(), article.language, device.technique)
                gathered[key].append((article, device))
    views = [_view(records, found) for found in gathered.values()]
    return tuple(sorted(views, key=lambda v: (-len(v.places), v.expression.text.casefold(), v.technique)))


def _view(records: CaseRecords, found: list[tuple[Article, RhetoricalDevice]]) -> LoadedView:
    article, device = found[0]
    return LoadedView(
        expression=quoting.quote(device.span.exact, article.language),
        technique=wording.TECHNIQUE[device.technique],
        lexicon=quoting.one_line(device.lexicon),
        places=tuple(_place(records, place_article, place) for place_article, place in found),
    )


def _place(records: CaseRecords, article: Article, device: RhetoricalDevice) -> Place:
    before, start, end = _before(article.text, device.span.start), device.span.start, device.span.end
    return Place(
        anchor=quoting.anchor(device.id),
        article=article_ref(records, article),
        before=before,
        expression=quoting.visible(article.text[start:end]),
        after=_after(article.text, end),
        language=article.language,
        direction=wording.direction(article.language),
        speaker=_speaker(records, article, device) if device.whose is Whose.QUOTED else None,
    )


def _before(text: str, start: int) -> str:
    context = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    cut = len(context) == _CONTEXT
    return ("… " if cut else "") + quoting.visible(context.partition(" ")[2] if cut and " " in context else context)


def _after(text: str, end: int) -> str:
    context = text[end : end + _CONTEXT].partition("\n")[0]
    cut = len(context) == _CONTEXT
    return quoting.visible(context.rpartition(" ")[0] if cut and " " in context else context) + (" …" if cut else "")


def _speaker(records: CaseRecords, article: Article, device: RhetoricalDevice) -> Teller | None:
    around = [
        attribution
        for attribution in records.attributions_by_article.get(article.id, ())
        if any(content.contains(device.span) for content in attribution.content)
    ]
    if not around:
        return None
    return teller(article, min(around, key=lambda a: (sum(len(c.exact) for c in a.content), a.id)))
