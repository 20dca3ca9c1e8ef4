"""All records of one case in one frozen container, with the look-ups that views need.

A view never asks a ledger: it is handed a `CaseRecords`. An id that leads nowhere (a ledger built only in
part) gives None from the look-ups, and the views say so instead of failing.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from sayso.model import (
    Activity,
    Agent,
    Article,
    Attribution,
    Capture,
    Certainty,
    Claim,
    ClaimMention,
    Clock,
    Contradiction,
    Corroboration,
    Derivation,
    Drift,
    Mention,
    Quantity,
    Question,
    Record,
    RhetoricalDevice,
    Skip,
)
from sayso.parts import whole_of
from sayso.report.quoting import Source, one_line

R = TypeVar("R", bound=Record)


class OfArticle(Protocol):
    """A record that belongs to one article."""

    @property
    def article_id(self) -> str:
        """The article's id."""


A = TypeVar("A", bound=OfArticle)

_LENGTH = {name: datetime.timedelta(days=days) for name, days in (("year", 366), ("month", 31), ("day", 1))}
_FAR_FUTURE = datetime.datetime.max.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the colophon says of a build: versions, the ledger's hash, and when it was built (never part of an id)."""

    sayso_version: str = ""
    ledger_hash: str = ""
    built_at: datetime.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Custody:
    """What the custody list says of the preserved bytes.

    `given` is the name each source was first given under, by its sha256. `altered` are the sources that no
    longer have the bytes that were given, by their sha256, with what is wrong.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    altered: Mapping[str, str] = field(default_factory=dict)

    def name(self, digest: str) -> str:
        """The name a source was given under; its sha256 where none is known."""
        return one_line(self.given.get(digest, "")) or digest


@dataclass(frozen=True, kw_only=True)
class CaseRecords:
    """The records of a case by type; articles by time of publication, everything else in the order given."""

    name: str
    manifest: Manifest = Manifest()
    custody: Custody = Custody()
    activities: tuple[Activity, ...] = ()
    agents: tuple[Agent, ...] = ()
    captures: tuple[Capture, ...] = ()
    articles: tuple[Article, ...] = ()
    skips: tuple[Skip, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claim_mentions: tuple[ClaimMention, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    rhetoric: tuple[RhetoricalDevice, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    claims: tuple[Claim, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    drifts: tuple[Drift, ...] = ()
    questions: tuple[Question, ...] = ()

    @classmethod
    def of(
        cls,
        name: str,
        records: Iterable[Record],
        manifest: Manifest | None = None,
        custody: Custody | None = None,
    ) -> "CaseRecords":
        """The container of `records`, in any order; each id is kept once."""
        unique = {record.id: record for record in records}
        everything = sorted(unique.values(), key=lambda record: record.id)

        def every(kind: type[R]) -> tuple[R, ...]:
            return tuple(record for record in everything if type(record) is kind)

        return cls(
            name=name,
            manifest=manifest or Manifest(),
            custody=custody or Custody(),
            activities=tuple(sorted(every(Activity), key=lambda a: (a.stage, a.version))),
            agents=every(Agent),
            captures=every(Capture),
            articles=tuple(sorted(every(Article), key=_reading_order)),
            skips=tuple(sorted(every(Skip), key=lambda s: (s.stage, s.reason, s.subject))),
            mentions=every(Mention),
            attributions=every(Attribution),
            claim_mentions=every(ClaimMention),
            certainties=every(Certainty),
            quantities=every(Quantity),
            rhetoric=every(RhetoricalDevice),
            derivations=every(Derivation),
            claims=every(Claim),
            corroborations=every(Corroboration),
            contradictions=every(Contradiction),
            drifts=every(Drift),
            questions=every(Question),
        )

    @cached_property
    def article_by_id(self) -> Mapping[str, Article]:
        """Articles by id."""
        return _by_id(self.articles)

    @cached_property
    def source_by_article(self) -> Mapping[str, Source]:
        """Articles' texts as sentences of ours quote them, by article id."""
        return {a.id: Source(text=one_line(a.text), language=a.language) for a in self.articles}

    def sources_of(self, mention_ids: Iterable[str]) -> list[Source]:
        """The texts that a sentence about the mentions may quote: those of all mentions of their claims."""
        given = list(mention_ids)
        claims = dict.fromkeys(self.claim_by_mention[m].id for m in given if m in self.claim_by_mention)
        given += [mention_id for claim_id in claims for mention_id in self.claim_by_id[claim_id].mention_ids]
        articles = dict.fromkeys(self.mention_by_id[m].article_id for m in given if m in self.mention_by_id)
        return [self.source_by_article[a] for a in articles if a in self.source_by_article]

    @cached_property
    def number_by_article(self) -> Mapping[str, int]:
        """Each article's number in the case, from 1, by time of publication."""
        return {article.id: number for number, article in enumerate(self.articles, start=1)}

    @cached_property
    def agent_by_id(self) -> Mapping[str, Agent]:
        """Agents by id."""
        return _by_id(self.agents)

    @cached_property
    def capture_by_id(self) -> Mapping[str, Capture]:
        """Captures by id."""
        return _by_id(self.captures)

    @cached_property
    def attribution_by_id(self) -> Mapping[str, Attribution]:
        """Attributions by id."""
        return _by_id(self.attributions)

    @cached_property
    def mention_by_id(self) -> Mapping[str, ClaimMention]:
        """Claim mentions by id."""
        return _by_id(self.claim_mentions)

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return _by_id(self.claims)

    @cached_property
    def claim_by_mention(self) -> Mapping[str, Claim]:
        """The claim that a mention is an appearance of, by the mention's id."""
        return {mention_id: claim for claim in self.claims for mention_id in claim.mention_ids}

    @cached_property
    def contradiction_by_id(self) -> Mapping[str, Contradiction]:
        """Contradictions by id."""
        return _by_id(self.contradictions)

    @cached_property
    def corroboration_by_claim(self) -> Mapping[str, Corroboration]:
        """Corroborations by the claim's id."""
        return {record.claim_id: record for record in self.corroborations}

    @cached_property
    def whole_by_part(self) -> Mapping[str, ClaimMention]:
        """For the id of each claim mention that is a part of another, that other one."""
        return whole_of(self.claim_mentions)

    @cached_property
    def mentions_by_article(self) -> Mapping[str, Sequence[ClaimMention]]:
        """Claim mentions by article id, in text order, without those that are parts of others: a text is read once."""
        wholes = [mention for mention in self.claim_mentions if mention.id not in self.whole_by_part]
        return _grouped(wholes, lambda m: (m.span.start, m.span.end, m.id))

    @cached_property
    def attributions_by_article(self) -> Mapping[str, Sequence[Attribution]]:
        """Attributions by article id, in order of id."""
        return _grouped(self.attributions, lambda a: (0, 0, a.id))

    @cached_property
    def rhetoric_by_article(self) -> Mapping[str, Sequence[RhetoricalDevice]]:
        """Loaded expressions by article id, in text order."""
        return _grouped(self.rhetoric, lambda r: (r.span.start, r.span.end, r.id))

    @cached_property
    def certainties_by_mention(self) -> Mapping[str, Sequence[Certainty]]:
        """Certainties by claim mention id, in order of holder, the writer's last."""
        grouped: dict[str, list[Certainty]] = defaultdict(list)
        for certainty in sorted(self.certainties, key=lambda c: (c.holder is None, c.holder or "", c.id)):
            grouped[certainty.claim_mention_id].append(certainty)
        return grouped


def _reading_order(article: Article) -> tuple[datetime.datetime, str, str]:
    return _latest(article.published), article.publisher or article.url or "", article.id


def _latest(published: Clock | None) -> datetime.datetime:
    """The end of the time stated: an article dated "January" is not put before one dated 24 January."""
    if published is None:
        return _FAR_FUTURE
    return published.value + _LENGTH.get(published.precision, datetime.timedelta(0))


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return {record.id: record for record in records}


def _grouped(records: Iterable[A], order: Callable[[A], tuple[int, int, str]]) -> Mapping[str, Sequence[A]]:
    grouped: dict[str, list[A]] = defaultdict(list)
    for record in sorted(records, key=order):
        grouped[record.article_id].append(record)
    return grouped
