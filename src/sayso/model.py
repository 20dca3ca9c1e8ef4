"""Every record that passes between stages or is kept in a ledger. Nothing else passes or persists.

A record's `id` hashes its identity fields (`identity` of its class) and nothing else: never a score, a
clock or a version, so a re-run gives the same ids and two runs can be compared. An id that does not fit its
fields is refused when a record is made: that is how an edited ledger is noticed.

`made_by` names the Activity (stage, version, settings) behind the record; the engine stamps it.
Times are aware and in UTC. See docs/glossary.md for the standard term behind each name.
"""

import dataclasses
import datetime
from dataclasses import dataclass
from typing import ClassVar, Self

from sayso import ids
from sayso.spans import OffsetMap, Span
from sayso.vocab import (
    AgentKind,
    Aspect,
    BlockRole,
    Bound,
    CertaintyLevel,
    CreditKind,
    DerivationKind,
    Difference,
    DirectionBasis,
    DriftWhere,
    Lost,
    Manner,
    MentionKind,
    Mode,
    Polarity,
    QuestionKind,
    SkipReason,
    SourceKind,
    Technique,
    Whose,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a stage decided so: a code for machines, words for people, the ids that show it."""

    code: str
    detail: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time as given and as read. `precision` is year, month, day, minute or second; `basis` is where it stood."""

    value: datetime.datetime
    precision: str
    text: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of time that some words name; an open end is None. `precision` is as of a clock, or week."""

    earliest: datetime.datetime | None
    latest: datetime.datetime | None
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of an article's text and what it is."""

    start: int
    end: int
    role: BlockRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A line that says where the text comes from; `name` as printed, `start` and `end` of the whole line."""

    kind: CreditKind
    name: str
    start: int
    end: int
    url: str | None = None
    date_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An aligned passage: `[left_start, left_end)` of the derived text, `[right_start, right_end)` of the origin."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Base of all records: `id` is filled in from the identity fields, or checked against them."""

    prefix: ClassVar[str] = "rec"
    identity: ClassVar[tuple[str, ...]] = ()

    id: str = ""
    made_by: str = ""

    def __post_init__(self) -> None:
        """Fill in the id, or raise ValueError when the one given does not fit the fields."""
        own = ids.content_id(self.prefix, (getattr(self, name) for name in self.identity))
        if self.id and self.id != own:
            raise ValueError(f"{type(self).__name__} {self.id} does not fit its fields, which give {own}")
        object.__setattr__(self, "id", own)

    def stamped(self, made_by: str) -> Self:
        """The same record, made by the activity `made_by`."""
        return dataclasses.replace(self, made_by=made_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """prov:Activity: one version of one stage under one configuration. Its clocks are in the manifest, not here."""

    prefix: ClassVar[str] = "act"
    identity: ClassVar[tuple[str, ...]] = ("stage", "version", "config_digest")

    stage: str
    version: str
    config_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent(Record):
    """prov:Agent: a person, body, outlet or agency, known by the name as printed."""

    prefix: ClassVar[str] = "agt"
    identity: ClassVar[tuple[str, ...]] = ("kind", "name")

    kind: AgentKind
    name: str
    aliases: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Record):
    """prov:Entity: one payload inside one preserved source file.

    `source_digest` is the sha256 of the preserved file and its name in the case. `locator` says how to get
    from the file to the payload (see `sayso.capture`); `payload_digest` is the sha256 of what comes out.
    `captured_at` is what the file itself records (a WARC date), never the time of adding.
    `charset` is the codec that decodes the payload, `charset_basis` why it was chosen.
    """

    prefix: ClassVar[str] = "cap"
    identity: ClassVar[tuple[str, ...]] = ("source_digest", "locator")

    source_digest: str
    locator: str
    payload_digest: str
    media_type: str
    charset: str
    charset_basis: str
    url: str | None = None
    final_url: str | None = None
    captured_at: datetime.datetime | None = None
    status: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """schema:NewsArticle: the text that was read out of one capture.

    `text` holds every kept block, headline first, furniture too; `blocks` say what each is, in order and
    without overlap. `sentences` are (start, end) pairs inside headline, deck, body and caption blocks.
    `source_map` leads from `text` to the decoded payload. `part` tells apart articles of one payload (an
    item of a feed, a line of JSON Lines). `language` is BCP 47, or "und".
    """

    prefix: ClassVar[str] = "art"
    identity: ClassVar[tuple[str, ...]] = ("capture_id", "part")

    capture_id: str
    part: str = ""
    url: str | None = None
    headline: str | None = None
    author: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    credits: tuple[Credit, ...] = ()
    links: tuple[str, ...] = ()
    language: str = "und"
    published: Clock | None = None
    modified: Clock | None = None
    text: str = ""
    text_digest: str = ""
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    source_map: OffsetMap = OffsetMap(())

    @property
    def original_source(self) -> str | None:
        """The name a credit line declares as the original, if one does."""
        return next((c.name for c in self.credits if c.kind is CreditKind.REPUBLICATION), None)

    def span(self, start: int, end: int) -> Span:
        """The span `text[start:end]` of this article."""
        return Span.cut(self.id, self.text, start, end)

    def role_at(self, offset: int) -> BlockRole | None:
        """The role of the block that holds `offset`, None between blocks."""
        return next((b.role for b in self.blocks if b.start <= offset < b.end), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip(Record):
    """Something that was not read, or not fully, and why. `subject` is an id, a file name or a locator."""

    prefix: ClassVar[str] = "skp"
    identity: ClassVar[tuple[str, ...]] = ("stage", "subject", "reason", "detail")

    stage: str
    subject: str
    reason: SkipReason
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Record):
    """oa:identifying: a name or a time in the text. `name` is its normal form, `interval` is for times."""

    prefix: ClassVar[str] = "men"
    identity: ClassVar[tuple[str, ...]] = ("span", "kind")

    span: Span
    kind: MentionKind
    name: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Record):
    """PARC attribution relation: who (`source`) says (`cue`) what (`content`).

    Each role may come in several pieces; `source` and `cue` may be empty. `source_name` is the source as
    printed, `resolved_name` the fuller name the text supports for "he" or "the ministry". `within_id` is the
    attribution in whose content this one is nested. `confidence` is in [0, 1], None where uncalibrated.
    `construction` names the pattern it was read by ("quote-verb-subject"), so that errors can be counted by it.
    `asserted` is False where the writer ascribes a wish, a plan, a doubt or a silence to the source, not words or a
    belief (PARC's "eventuality", and anything negated): no claim is taken out of such a one.
    """

    prefix: ClassVar[str] = "att"
    identity: ClassVar[tuple[str, ...]] = ("source", "cue", "content")

    article_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_kind: SourceKind
    manner: Manner
    source_name: str | None = None
    resolved_name: str | None = None
    within_id: str | None = None
    confidence: float | None = None
    construction: str = ""
    asserted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMention(Record):
    """One schema:appearance of a claim: the words, and the attribution they stand under.

    `attribution_id` None is the outlet's own voice; then `carried_over_id` names the attribution of the
    sentence before, where the text simply goes on from it. `role` is the block it stands in.
    """

    prefix: ClassVar[str] = "clm"
    identity: ClassVar[tuple[str, ...]] = ("span", "attribution_id")

    article_id: str
    span: Span
    role: BlockRole
    attribution_id: str | None = None
    carried_over_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty(Record):
    """FactBank value of one mention for one holder: the source of its attribution, or the writer (None)."""

    prefix: ClassVar[str] = "crt"
    identity: ClassVar[tuple[str, ...]] = ("claim_mention_id", "holder")

    article_id: str
    claim_mention_id: str
    holder: str | None
    value: CertaintyLevel
    polarity: Polarity
    mode: Mode
    cues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Record):
    """schema:QuantitativeValue: a number in the text, what it counts, and how it is bounded.

    `measure` is a language-neutral concept ("prisoner", "killed") where the lexicon knows the noun, else the
    noun as printed, lower case. `low` and `high` are equal for exact numbers; an open end is None.
    """

    prefix: ClassVar[str] = "qty"
    identity: ClassVar[tuple[str, ...]] = ("span", "measure")

    article_id: str
    span: Span
    measure: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RhetoricalDevice(Record):
    """oa:classifying: a loaded expression, what it does and whose word it is; `lexicon` is the entry's origin."""

    prefix: ClassVar[str] = "rhe"
    identity: ClassVar[tuple[str, ...]] = ("span", "technique")

    article_id: str
    span: Span
    technique: Technique
    whose: Whose
    lexicon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation(Record):
    """prov:wasDerivedFrom between articles, or from a hidden origin (an Agent that no article here belongs to).

    `coverage` is the share of the derived text that stands in the origin, `origin_coverage` the reverse.
    When `directed` is False the order of the two ids means nothing.
    """

    prefix: ClassVar[str] = "drv"
    identity: ClassVar[tuple[str, ...]] = ("derived_id", "origin_id", "kind")

    derived_id: str
    origin_id: str
    kind: DerivationKind
    coverage: float
    origin_coverage: float
    directed: bool
    basis: DirectionBasis
    matches: tuple[Match, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """schema:Claim: mentions that say the same thing. `text` is the words of the one that says least."""

    prefix: ClassVar[str] = "cla"
    identity: ClassVar[tuple[str, ...]] = ("first_mention_id",)

    first_mention_id: str
    text: str
    mention_ids: tuple[str, ...]
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """Articles whose appearances of a claim go back to one origin, and why they were folded into it.

    `certain` False marks a group that may or may not be a further origin: it widens the range.
    """

    origin: str
    article_ids: tuple[str, ...]
    certain: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration(Record):
    """How many independent origins stand behind a claim, as a range, with what was folded into what."""

    prefix: ClassVar[str] = "cor"
    identity: ClassVar[tuple[str, ...]] = ("claim_id",)

    claim_id: str
    appearances: int
    articles: int
    publishers: int
    low: int
    high: int
    groups: tuple[OriginGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountValue:
    """One of the values that accounts differ in, and the mentions that give it."""

    value: str
    mention_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction(Record):
    """Accounts that differ in one aspect, or only seem to: `verdict` says which, `explanation` why."""

    prefix: ClassVar[str] = "con"
    identity: ClassVar[tuple[str, ...]] = ("aspect", "topic", "verdict", "values")

    aspect: Aspect
    topic: str
    verdict: Difference
    values: tuple[AccountValue, ...]
    explanation: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift(Record):
    """Say-so lost between two mentions of one claim."""

    prefix: ClassVar[str] = "dft"
    identity: ClassVar[tuple[str, ...]] = ("from_mention_id", "to_mention_id", "lost")

    from_mention_id: str
    to_mention_id: str
    lost: Lost
    where: DriftWhere
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """schema:Question: something the coverage leaves open, and what would close it."""

    prefix: ClassVar[str] = "qst"
    identity: ClassVar[tuple[str, ...]] = ("kind", "about_ids")

    kind: QuestionKind
    text: str
    about_ids: tuple[str, ...]
    closes_with: str
    reasons: tuple[Reason, ...] = ()


PERSISTED: tuple[type[Record], ...] = (
    Activity, Agent, Capture, Article, Skip, Mention, Attribution, ClaimMention, Certainty, Quantity,
    RhetoricalDevice, Derivation, Claim, Corroboration, Contradiction, Drift, Question,
)  # fmt: skip
"""Every record type that a ledger keeps, parents before children."""
