"""Which articles are one text printed again: what they repeat is repeated by nobody but the copyist."""

from collections.abc import Mapping

from sayso.model import Derivation
from sayso.report.records import CaseRecords
from sayso.vocab import DerivationKind

_WHOLE = 0.85  # of either text stands in the other: a reprint without its last paragraph still is one
_NO_REPRINT = (DerivationKind.SHARED_QUOTATION, DerivationKind.SAME_SOURCE)


def reprint_of(records: CaseRecords) -> Mapping[str, str]:
    """The first article of each article's reprints, itself included; articles without any are absent.

    Versions of one article count as one text too, however much the later one adds.
    """
    joined: dict[str, str] = {}

    def root(article_id: str) -> str:
        while joined.setdefault(article_id, article_id) != article_id:
            article_id = joined[article_id]
        return article_id

    for derivation in records.derivations:
        if _is_reprint(records, derivation):
            pair = (root(derivation.derived_id), root(derivation.origin_id))
            first, second = sorted(pair, key=lambda article_id: records.number_by_article[article_id])
            joined[second] = first
    return {article_id: root(article_id) for article_id in joined}


def _is_reprint(records: CaseRecords, derivation: Derivation) -> bool:
    ends = (derivation.derived_id, derivation.origin_id)
    if derivation.kind in _NO_REPRINT or any(end not in records.article_by_id for end in ends):
        return False
    return derivation.kind is DerivationKind.REVISION or min(derivation.coverage, derivation.origin_coverage) >= _WHOLE
