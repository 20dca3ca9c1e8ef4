"""Versions of one article: the same address, carrying another text or headline at another time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from sayso.lineage.align import Alignment
from sayso.lineage.compare import Prepared
from sayso.lineage.documents import Document, canonical_url, surely_before
from sayso.model import Clock

LONG = 60  # words from which texts that have nothing in common are taken for two articles at one address
LEAST_COVERAGE = 0.1


@dataclass(frozen=True, slots=True)
class Revision:
    """Two neighbouring versions by number, and what changed as (code, words).

    `ordered` says whether clocks show which came first; `page_pairs` are all pairs of versions of the page.
    """

    newer: int
    older: int
    ordered: bool
    alignment: Alignment
    changes: tuple[tuple[str, str], ...]
    page_pairs: tuple[tuple[int, int], ...]


def revisions(prepared: Prepared) -> Iterator[Revision]:
    """Each version of a page with the one before it, pages in the order of their addresses."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(prepared.documents):
        address = canonical_url(document.url)
        if address:
            pages[address].append(number)
    for _, versions in sorted(pages.items()):
        if len(versions) < 2:
            continue
        versions.sort(key=lambda number: _when(prepared.documents[number]))
        pairs = tuple(combinations(versions, 2)) if len(versions) <= prepared.settings.df_cap else ()
        for older, newer in pairwise(versions):
            made = _revision(newer, older, prepared, pairs)
            if made:
                yield made


def _clock(document: Document) -> Clock | None:
    return document.modified or document.published


def _when(document: Document) -> tuple[bool, str, str]:
    clock = _clock(document)
    return clock is None, clock.value.isoformat() if clock else "", document.id


def _revision(newer: int, older: int, prepared: Prepared, pairs: tuple[tuple[int, int], ...]) -> Revision | None:
    alignment = prepared.align(newer, older)
    coverage = max(alignment.left_coverage, alignment.right_coverage)
    both_long = min(prepared.words_in(newer), prepared.words_in(older)) >= LONG
    if both_long and coverage < LEAST_COVERAGE:
        return None
    new, old = prepared.documents[newer], prepared.documents[older]
    ordered = surely_before(_clock(old), _clock(new))
    changes = tuple(_changes(new, old, alignment, ordered))
    return Revision(newer, older, ordered, alignment, changes, pairs or ((newer, older),))


def _changes(new: Document, old: Document, alignment: Alignment, ordered: bool) -> Iterator[tuple[str, str]]:
    yield "same_address", f"both were published at {new.url}"
    before, after = ("was", "became") if ordered else ("reads", "and in the other version")
    if _plain(new.headline) != _plain(old.headline):
        yield "headline_changed", f"the headline {before} “{old.headline or ''}”, {after} “{new.headline or ''}”"
    if _plain(_read(new)) == _plain(_read(old)):
        yield "text_unchanged", "the text is the same"
    elif alignment.passages:
        later, earlier = ("later", "earlier") if ordered else ("one", "other")
        yield (
            "text_changed",
            f"{alignment.left_coverage:.0%} of the {later} version stands in the {earlier}, "
            f"{alignment.right_coverage:.0%} the other way round",
        )
    else:
        yield "text_changed", "the text was changed"


def _read(document: Document) -> str:
    """The text without what is left out."""
    parts, at = [], 0
    for start, end in sorted(document.left_out):
        parts.append(document.text[at : max(at, start)])
        at = max(at, end)
    return "".join([*parts, document.text[at:]])


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
