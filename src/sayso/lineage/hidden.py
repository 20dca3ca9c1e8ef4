"""Origins that credit lines name and of which no text is here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sayso.lineage.declared import Declared, foreign_origin, is_outlet
from sayso.lineage.documents import Document
from sayso.lineage.findings import Finding, Findings
from sayso.vocab import DerivationKind

_COPIES = frozenset(DerivationKind) - {DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION}


def hidden_origins(findings: Findings) -> Iterator[tuple[Document, Declared]]:
    """Documents that credit an outlet none of whose texts here they share, with what they declare."""
    partners = _partners(findings)
    for document in findings.documents:
        declared = foreign_origin(document)
        if declared and not any(is_outlet(declared.credit, other) for other in partners[document.id]):
            yield document, declared


def common_origin(finding: Finding, findings: Findings, hidden: Mapping[str, Declared]) -> str | None:
    """The name of the hidden origin that both texts of `finding` go back to; `hidden` is by id of the document.

    Where a copy is directed, that is the origin of what it was copied from.
    """
    derived, origin = (hidden.get(findings.documents[one].id) for one in (finding.derived, finding.origin))
    if finding.kind not in _COPIES or (finding.directed and origin is None):
        return None
    named = {declared.agent.name for declared in (derived, origin) if declared and not declared.part}
    return named.pop() if len(named) == 1 else None


def _partners(findings: Findings) -> Mapping[str, list[Document]]:
    """For each document, those it shares text with as a copy."""
    partners: dict[str, list[Document]] = defaultdict(list)
    for finding in findings.found:
        if finding.kind in _COPIES:
            derived, origin = findings.documents[finding.derived], findings.documents[finding.origin]
            partners[derived.id].append(origin)
            partners[origin.id].append(derived)
    return partners
