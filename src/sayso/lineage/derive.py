"""The lineage stage: articles in, derivations and hidden origins out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.lineage.declared import Declared, foreign_origin, is_outlet, quoted
from sayso.lineage.documents import Document, from_article
from sayso.lineage.findings import Finding, Findings, find
from sayso.model import Agent, Article, Derivation, Reason, Record, Skip
from sayso.settings import LineageSettings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import CreditKind, DerivationKind, DirectionBasis, SkipReason

_COPIES = frozenset(DerivationKind) - {DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION}


class LineageStage:
    """Who copied whom in a case: see `sayso.lineage.findings` for how, `direction` for which way.

    A text that credits an outlet or agency of which no article here has the text gets a derivation from a hidden
    origin, an Agent. Its coverage is 0: there is no text to measure against.
    """

    name = "lineage"
    version = "4"
    reads: tuple[type[Record], ...] = (Article,)
    writes: tuple[type[Record], ...] = (Derivation, Agent, Skip)

    def __init__(self, config: LineageSettings | None = None) -> None:
        self.config = config or LineageSettings()

    def keys(self, record: Record) -> Iterable[str]:
        """All articles under one key: any two may share text."""
        del record
        return (WHOLE_CASE,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """Derivations sorted by id, then hidden origins, then what was not compared in full."""
        del key
        documents = [from_article(article) for article in of(group, Article)]
        findings = find(documents, self.config)
        hidden = list(_hidden_origins(findings))
        derivations = [_derivation(finding, findings) for finding in findings.found]
        derivations += [_declared(document, declared) for document, declared in hidden]
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


def _partners(findings: Findings) -> Mapping[str, list[Document]]:
    """For each document, those it shares text with as a copy."""
    partners: dict[str, list[Document]] = defaultdict(list)
    for finding in findings.found:
        if finding.kind in _COPIES:
            derived, origin = findings.documents[finding.derived], findings.documents[finding.origin]
            partners[derived.id].append(origin)
            partners[origin.id].append(derived)
    return partners


def _hidden_origins(findings: Findings) -> Iterator[tuple[Document, Declared]]:
    """Documents that credit an outlet none of whose texts here they share, with what they declare."""
    partners = _partners(findings)
    for document in findings.documents:
        declared = foreign_origin(document)
        if declared and not any(is_outlet(declared.credit, other) for other in partners[document.id]):
            yield document, declared


def _declared(document: Document, declared: Declared) -> Derivation:
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
        reasons=(Reason(code=basis.value, detail=detail, evidence=(document.id,)),),
    )
