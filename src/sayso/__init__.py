"""Sayso: on whose say-so? An evidence ledger of news coverage, every claim word for word.

    import sayso

    records = sayso.read("article.html")          # nothing is kept
    sayso.add("case", "reports/", "page.warc.gz") # bytes kept as they are
    records = sayso.build("case")
    sayso.export(records); sayso.dossier(records); sayso.verify("case")

The verbs are loaded when first used, so that `import sayso` costs nothing.
"""

from typing import TYPE_CHECKING, Any

from sayso.errors import (
    FetchError,
    InputError,
    LedgerError,
    MissingInputError,
    MissingPartError,
    RefusedError,
    SaysoError,
    UsageError,
    VerificationError,
)
from sayso.model import (
    Agent,
    Article,
    Attribution,
    Capture,
    Certainty,
    Claim,
    ClaimMention,
    Contradiction,
    Corroboration,
    Derivation,
    Drift,
    Mention,
    Quantity,
    Question,
    RhetoricalDevice,
    Skip,
)
from sayso.spans import OffsetMap, Span

if TYPE_CHECKING:
    from sayso.verbs import add, annotate_rows, build, dossier, export, lineage_rows, load, read, verify

_VERBS = {"add", "annotate_rows", "build", "dossier", "export", "lineage_rows", "load", "read", "verify"}

__all__ = [
    "Agent",
    "Article",
    "Attribution",
    "Capture",
    "Certainty",
    "Claim",
    "ClaimMention",
    "Contradiction",
    "Corroboration",
    "Derivation",
    "Drift",
    "FetchError",
    "InputError",
    "LedgerError",
    "Mention",
    "MissingInputError",
    "MissingPartError",
    "OffsetMap",
    "Quantity",
    "Question",
    "RefusedError",
    "RhetoricalDevice",
    "SaysoError",
    "Skip",
    "Span",
    "UsageError",
    "VerificationError",
    "add",
    "annotate_rows",
    "build",
    "dossier",
    "export",
    "lineage_rows",
    "load",
    "read",
    "verify",
]


def __getattr__(name: str) -> Any:
    """The verbs, on first use (PEP 562)."""
    if name in _VERBS:
        from sayso import verbs

        return getattr(verbs, name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
