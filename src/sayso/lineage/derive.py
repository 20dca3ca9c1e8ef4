"""The lineage stage: articles in, derivations and hidden origins out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.lineage.agencies_here import shown, signed
from sayso.lineage.declared import Declared, quoted
from sayso.lineage.documents import Document, from_article
from sayso.lineage.findings import Finding, Findings, find
from sayso.lineage.hidden import hidden_origins, one_agent_each, round_trips
from sayso.model import Agent, Article, Capture, Derivation, Reason, Record, Skip
from sayso.settings import LineageSettings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import CreditKind, DerivationKind, DirectionBasis, SkipReason


class LineageStage:
    """Who copied whom in a case: see `sayso.lineage.findings` for how, `direction` for which way.

    A text that credits an outlet or agency of which no article here has the text gets a derivation from a hidden
    origin, an Agent. Its coverage is 0: there is no text to measure against. Captures tell which of two versions of
    one page is the older.
    """

    name = "lineage"
    version = "15"
    reads: tuple[type[Record], ...] = (Article, Capture)
    writes: tuple[type[Record], ...] = (Derivation, Agent, Skip)

    def __init__(self, config: LineageSettings | None = None) -> None:
        self.config = config or LineageSettings()

    def keys(self, record: Record) -> Iterable[str]:
        """All of a case under one key: any two articles may share text."""
        del record
        return (WHOLE_CASE,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """Derivations sorted by id, then hidden origins, then what was not compared in full."""
        del key
        captured = {capture.id: capture.captured_at for capture in of(group, Capture)}
        read = [from_article(article, captured.get(article.capture_id)) for article in of(group, Article)]
        documents = signed(read, shown(read))
        findings = find(documents, self.config)
        hidden = one_agent_each(hidden_origins(documents, findings))
        derivations = [_derivation(finding, findings) for finding in findings.found]
        ways = round_trips(hidden)
        derivations += [_declared(document, declared, ways.get(document.id, ())) for document, declared in hidden]
        yield from sorted(derivations, key=lambda derivation: derivation.id)
        agents = {declared.agent.id: declared.agent for _, declared in hidden}
        yield from (agents[name] for name in sorted(agents))
        yield from (self._capped(findings.documents[first], size) for first, size in findings.capped)

    def _capped(self, first: Document, size: int) -> Skip:
        detail = (
            f"{size} articles share this text; each was compared with its first {self.config.representatives} bearers, "
            "not with every other"
        )
        return Skip(stage=self.name, subject=first.id, reason=SkipReason.HOT_KEY, detail=detail)


def _derivation(finding: Finding, findings: Findings) -> Derivation:
    return Derivation(
        derived_id=findings.documents[finding.derived].id,
        origin_id=findings.documents[finding.origin].id,
        kind=finding.kind,
        coverage=round(finding.alignment.left_coverage, 4),
        origin_coverage=round(finding.alignment.right_coverage, 4),
        directed=finding.directed,
        basis=finding.basis,
        matches=findings.matches(finding),
        reasons=finding.reasons,
    )


def _declared(document: Document, declared: Declared, way: Sequence[Document]) -> Derivation:
    """`way` leads from the document over what it credits back to it, where credits run in a circle."""
    original = declared.credit.kind in {CreditKind.REPUBLICATION, CreditKind.TRANSLATION}
    basis = DirectionBasis.DECLARED_ORIGINAL if original else DirectionBasis.CREDIT_LINE
    detail = f"{document.name} credits {declared.agent.name}: {quoted(declared.credit, document)}"
    kind = (
        DerivationKind.TRANSLATION if declared.credit.kind is CreditKind.TRANSLATION else DerivationKind.REPUBLICATION
    )
    return Derivation(
        derived_id=document.id,
        origin_id=declared.agent.id,
        kind=kind,
        coverage=0.0,
        origin_coverage=0.0,
        directed=True,
        basis=basis,
        reasons=(Reason(code=basis.value, detail=detail, evidence=(document.id,)), *_circle(way)),
    )


def _circle(way: Sequence[Document]) -> Iterator[Reason]:
    if way:
        steps = [f"{one.name} credits {other.name}" for one, other in pairwise((*way, way[0]))]
        detail = f"{', '.join(steps[:-1])} and {steps[-1]}: the credits run in a circle, and none shows an origin"
        yield Reason(code="circular_credit", detail=detail, evidence=tuple(one.id for one in way))
