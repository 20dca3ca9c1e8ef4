"""A compact invented case with everything in it: the ferry Orla, off the invented port of Veel."""

import datetime
from typing import Any

from factory import article, counted, said, span
from sayso.model import (
    AccountValue,
    Activity,
    Agent,
    Article,
    Capture,
    Claim,
    ClaimMention,
    Clock,
    Contradiction,
    Corroboration,
    Credit,
    Derivation,
    Drift,
    Match,
    OriginGroup,
    Question,
    Reason,
    Record,
    RhetoricalDevice,
    Skip,
)
from sayso.report.records import CaseRecords, Manifest
from sayso.vocab import (
    AgentKind,
    Aspect,
    CreditKind,
    DerivationKind,
    Difference,
    DirectionBasis,
    DriftWhere,
    Lost,
    QuestionKind,
    SkipReason,
    SourceKind,
    Technique,
    Whose,
)

NAME = "Ferry Orla"
DIGESTS = {name: f"{number:064x}" for number, name in enumerate("abcdef", start=0xFE00)}


def at(hour: int, minute: int = 0, precision: str = "minute") -> Clock:
    """A time on the day of the invented event."""
    value = datetime.datetime(2031, 5, 14, hour, minute, tzinfo=datetime.UTC)
    return Clock(value=value, precision=precision, text=value.isoformat(), basis="invented")


def capture(name: str) -> Capture:
    """The capture behind the article `name`."""
    return Capture(
        source_digest=DIGESTS[name],
        locator="",
        payload_digest=DIGESTS[name],
        media_type="text/html",
        charset="utf-8",
        charset_basis="declared",
        captured_at=datetime.datetime(2031, 5, 15, 8, 30, tzinfo=datetime.UTC),
    )


def told(name: str, publisher: str, text: str, **fields: Any) -> Article:
    """An article of the case, tied to its capture."""
    host = publisher.lower().replace(" ", "-")
    fields.setdefault("url", f"https://{host}.example/orla")
    return article(text, name=name, publisher=publisher, capture_id=capture(name).id, **fields)


WIRE_TEXT = (
    "At least 40 people are missing after the ferry Orla sank off Veel, the Port Authority said. "
    "The ship possibly struck a mine, a coast guard officer said.\n"
    "The owners deny that the ferry was overloaded."
)
WIRE = told("a", "Norva Press", WIRE_TEXT, headline="Ferry sinks off Veel", published=at(6, 5), author="Ines Holm")
COPY = told("b", "Veel Courier", WIRE_TEXT.partition("\n")[0], headline="Orla sinks", published=at(7, 40))
_HARDENED_TEXT = (
    "40 people are missing after the ferry Orla sank off Veel. The ship struck a mine.\n"
    "This cowardly attack cannot go unanswered.\n"
    "(Norva Press)\nSubscribe to our letter."
)
_HARDENED_HEADLINE = "Mine sinks ferry, 40 missing"
_CREDIT_AT = len(_HARDENED_HEADLINE) + 2 + _HARDENED_TEXT.index("(Norva")
HARDENED = told(
    "c",
    "Harbour Post",
    _HARDENED_TEXT,
    headline=_HARDENED_HEADLINE,
    credits=(Credit(kind=CreditKind.WIRE, name="Norva Press", start=_CREDIT_AT, end=_CREDIT_AT + 13),),
    published=at(9),
    modified=at(11, 20),
)
ARABIC = told(
    "d",
    "صحيفة المرفأ",
    "قالت هيئة الميناء إن 40 شخصا على الأقل مفقودون بعد غرق العبارة أورلا قرب فيل.\n"
    "وقال بحار إن 52 شخصا كانوا مفقودين.",
    language="ar",
    published=at(10),
    url="https://mirfa.example/orla",
)
UPDATE = told(
    "e", "Norva Press", "The toll rose to 43, the Port Authority said on Thursday.", published=at(23, 0, "day")
)
OPINION = told("f", "The Lantern", "Nobody knows why the sonar was switched off.", headline="Questions over Orla")

ARTICLES = (WIRE, COPY, HARDENED, ARABIC, UPDATE, OPINION)
AGENT = Agent(kind=AgentKind.ORGANIZATION, name="Port Authority of Veel")
HIDDEN = Agent(kind=AgentKind.AGENCY, name="Coast Wire")

MISSING = "At least 40 people are missing after the ferry Orla sank off Veel"
MINE = "The ship possibly struck a mine"

TOLD: dict[str, tuple[Record, ...]] = {
    "missing in wire": said(WIRE, MISSING, by="the Port Authority", cue="said"),
    "missing in copy": said(COPY, MISSING, by="the Port Authority", cue="said"),
    "missing in hardened": said(HARDENED, "40 people are missing after the ferry Orla sank off Veel"),
    "missing in arabic": said(
        ARABIC, "40 شخصا على الأقل مفقودون بعد غرق العبارة أورلا قرب فيل", by="هيئة الميناء", cue="قالت"
    ),
    "52 in arabic": said(ARABIC, "52 شخصا كانوا مفقودين", by="بحار", cue="وقال", kind=SourceKind.ROLE),
    "toll": said(UPDATE, "The toll rose to 43", by="the Port Authority", cue="said"),
    "mine in wire": said(
        WIRE,
        MINE,
        by="a coast guard officer",
        cue="said",
        kind=SourceKind.ROLE,
        certainty="possible",
        mode="hypothesis",
    ),
    "mine in copy": said(
        COPY,
        MINE,
        by="a coast guard officer",
        cue="said",
        kind=SourceKind.ROLE,
        certainty="possible",
        mode="hypothesis",
    ),
    "mine in hardened": said(HARDENED, "The ship struck a mine"),
    "headline": said(HARDENED, "Mine sinks ferry"),
    "overloaded": said(WIRE, "the ferry was overloaded", by="The owners", cue="deny", polarity="-"),
    "sonar": said(OPINION, "Nobody knows why the sonar was switched off", mode="question"),
}


def mention(name: str) -> ClaimMention:
    """The claim mention told under `name`."""
    return next(record for record in TOLD[name] if isinstance(record, ClaimMention))


def claim(*names: str) -> Claim:
    """The claim that first appears under the first of `names`."""
    first = mention(names[0])
    return Claim(
        first_mention_id=first.id,
        text=first.span.exact,
        mention_ids=tuple(mention(name).id for name in names),
        reasons=(Reason(code="numbers", detail="Same number, same things counted"),) if len(names) > 1 else (),
    )


CLAIMS = {
    "missing": claim("missing in wire", "missing in copy", "missing in hardened", "missing in arabic"),
    "mine": claim("mine in wire", "mine in copy", "mine in hardened", "headline"),
    "52": claim("52 in arabic"),
    "toll": claim("toll"),
    "overloaded": claim("overloaded"),
    "sonar": claim("sonar"),
}


def _corroborations() -> list[Record]:
    authority = OriginGroup(
        origin=AGENT.id,
        article_ids=(WIRE.id, COPY.id, ARABIC.id),
        certain=True,
        reasons=(Reason(code="same_body", detail="All three give the Port Authority as their source"),),
    )
    perhaps = OriginGroup(
        origin=HARDENED.id,
        article_ids=(HARDENED.id,),
        certain=False,
        reasons=(Reason(code="no_source", detail="Gives no source of its own"),),
    )
    officer = OriginGroup(origin="a coast guard officer", article_ids=(WIRE.id, COPY.id), certain=True, reasons=())
    return [
        Corroboration(
            claim_id=CLAIMS["missing"].id,
            appearances=4,
            articles=4,
            publishers=4,
            low=1,
            high=2,
            groups=(authority, perhaps),
        ),
        Corroboration(
            claim_id=CLAIMS["mine"].id,
            appearances=4,
            articles=3,
            publishers=3,
            low=1,
            high=2,
            groups=(officer, perhaps),
        ),
    ]


def _differences() -> list[Record]:
    return [
        Contradiction(
            aspect=Aspect.NUMBER,
            topic="people missing",
            verdict=Difference.CONFLICT,
            values=(
                AccountValue(value="at least 40", mention_ids=CLAIMS["missing"].mention_ids),
                AccountValue(value="52", mention_ids=CLAIMS["52"].mention_ids),
            ),
            explanation="Two speakers, one time, no bound that includes both",
        ),
        Contradiction(
            aspect=Aspect.NUMBER,
            topic="toll",
            verdict=Difference.UPDATE,
            values=(
                AccountValue(value="at least 40", mention_ids=(mention("missing in wire").id,)),
                AccountValue(value="43", mention_ids=CLAIMS["toll"].mention_ids),
            ),
            explanation="The same body, a later time",
        ),
        Contradiction(
            aspect=Aspect.ANSWER,
            topic="struck a mine",
            verdict=Difference.UNDECIDED,
            values=(
                AccountValue(value="The ferry Arvid struck a mine", mention_ids=(mention("mine in wire").id,)),
                AccountValue(value="the ferry was overloaded", mention_ids=CLAIMS["overloaded"].mention_ids),
            ),
            explanation="These seem to answer one question; whether one excludes another is not told apart.",
        ),
        Drift(
            from_mention_id=mention("mine in wire").id,
            to_mention_id=mention("mine in hardened").id,
            lost=Lost.HEDGE,
            where=DriftWhere.BETWEEN_OUTLETS,
        ),
        Drift(
            from_mention_id=mention("missing in wire").id,
            to_mention_id=mention("missing in hardened").id,
            lost=Lost.ATTRIBUTION,
            where=DriftWhere.BETWEEN_OUTLETS,
            reasons=(Reason(code="hop", detail="Along the reworded copy"),),
        ),
        Question(
            kind=QuestionKind.ONE_ORIGIN,
            text="Does anybody but the Port Authority give the number of the missing?",
            about_ids=(CLAIMS["missing"].id,),
            closes_with="A passenger list, or a second body that counts",
        ),
        Question(
            kind=QuestionKind.SAID_UNKNOWN,
            text="Why was the sonar switched off?",
            about_ids=(mention("sonar").id,),
            closes_with="The ship’s log",
        ),
    ]


def _derivations() -> list[Record]:
    start = WIRE.text.index("At least")
    length = len(WIRE_TEXT.partition("\n")[0])
    return [
        Derivation(
            derived_id=COPY.id,
            origin_id=WIRE.id,
            kind=DerivationKind.TRIMMED,
            coverage=0.93,
            origin_coverage=0.7,
            directed=True,
            basis=DirectionBasis.EARLIER_CLOCK,
            matches=(
                Match(
                    left_start=COPY.text.index("At least"),
                    left_end=COPY.text.index("At least") + length,
                    right_start=start,
                    right_end=start + length,
                ),
            ),
            reasons=(Reason(code="shared", detail="38 words in a row are the same"),),
        ),
        Derivation(
            derived_id=HARDENED.id,
            origin_id=WIRE.id,
            kind=DerivationKind.REWRITTEN,
            coverage=0.55,
            origin_coverage=0.4,
            directed=True,
            basis=DirectionBasis.CREDIT_LINE,
            matches=(
                Match(
                    left_start=HARDENED.text.index("40 people"),
                    left_end=HARDENED.text.index("\nThis"),
                    right_start=start,
                    right_end=start + length,
                ),
            ),
        ),
        Derivation(
            derived_id=WIRE.id,
            origin_id=HIDDEN.id,
            kind=DerivationKind.SAME_SOURCE,
            coverage=1.0,
            origin_coverage=0.0,
            directed=True,
            basis=DirectionBasis.CREDIT_LINE,
        ),
        Derivation(
            derived_id=UPDATE.id,
            origin_id=WIRE.id,
            kind=DerivationKind.SHARED_QUOTATION,
            coverage=0.1,
            origin_coverage=0.1,
            directed=False,
            basis=DirectionBasis.UNKNOWN,
        ),
    ]


def records() -> list[Record]:
    """Every record of the case."""
    loaded = span(HARDENED, "cowardly")
    return [
        *(capture(name) for name in "abcdef"),
        *ARTICLES,
        AGENT,
        HIDDEN,
        *(record for group in TOLD.values() for record in group),
        *CLAIMS.values(),
        *_corroborations(),
        *_differences(),
        *_derivations(),
        counted(WIRE, "40", "missing", 40.0),
        RhetoricalDevice(
            article_id=HARDENED.id,
            span=loaded,
            technique=Technique.LOADED_WORD,
            whose=Whose.WRITER,
            lexicon="loaded.en 1",
        ),
        Skip(stage="intake", subject="broken.html", reason=SkipReason.NO_TEXT, detail="only a menu was left"),
        Activity(stage="claims", version="3", config_digest=""),
    ]


def invented() -> CaseRecords:
    """The invented case as views are handed it."""
    built = datetime.datetime(2031, 5, 16, 9, 0, tzinfo=datetime.UTC)
    return CaseRecords.of(NAME, records(), Manifest(sayso_version="0.1.0", ledger_hash="5eed" * 16, built_at=built))
