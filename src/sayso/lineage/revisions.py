"""Versions of one article: another text or headline under the same address, number or time of publication.

Sites that put the headline into the address give each version its own. There the number of the article in the
address gives it away (in all 1,500 silent headline changes we looked at the address had changed), or else that
one site has nearly the same text twice with the same time of publication to the minute.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from sayso.ids import sha256
from sayso.lineage.align import Alignment
from sayso.lineage.documents import Document, canonical_url, host, surely_before
from sayso.lineage.prepared import Prepared
from sayso.lineage.worth import Pair
from sayso.model import Clock

LONG = 60  # words from which texts that have nothing in common are taken for two articles at one address
LEAST_COVERAGE = 0.1
NEARLY_SAME = 0.5  # coverage from which two texts of one site and one number or minute are one article
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
_MOMENTS = frozenset({"minute", "second"})


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


def revisions(prepared: Prepared, pairs: Iterable[Pair]) -> Iterator[Revision]:
    """Each version of a page with the one before it, then pairs that share text and stand for one article."""
    known: set[frozenset[int]] = set()
    for versions, sign in _pages(prepared):
        together = tuple(combinations(versions, 2)) if len(versions) <= prepared.settings.df_cap else ()
        for older, newer in pairwise(versions):
            made = None if frozenset((older, newer)) in known else _revision(newer, older, prepared, together, sign)
            if made:
                known.update(map(frozenset, made.page_pairs))
                yield made
    for pair in pairs:
        left, right = prepared.documents[pair.left], prepared.documents[pair.right]
        shared = {} if frozenset((pair.left, pair.right)) in known else signs(left).items() & signs(right).items()
        if shared and max(pair.alignment.left_coverage, pair.alignment.right_coverage) >= NEARLY_SAME:
            older, newer = sorted((pair.left, pair.right), key=lambda number: _when(prepared.documents[number]))
            made = _revision(newer, older, prepared, (), min(shared)[1])
            if made:
                yield made


def signs(document: Document) -> dict[str, str]:
    """What would show another text to be a version of this one, if its text is nearly the same: key → words."""
    site = host(document.url) or document.outlet
    if not site:
        return {}
    address = canonical_url(document.url) or ""
    numbers = _NUMBER.findall(address.rpartition("/")[2])
    signs = {
        f"1 {site} {number}": f"both stand on {site} under the number {number}"
        for number in numbers
        if not (len(number) == 8 and number[:2] in {"19", "20"})  # a date
    }
    clock = document.published
    if clock and clock.precision in _MOMENTS:
        moment = clock.value.isoformat()
        signs[f"2 {site} {moment}"] = f"both stand on {site} with the same time of publication, {moment}"
    return signs


def _pages(prepared: Prepared) -> Iterator[tuple[list[int], str]]:
    """Versions in order, and what shows that they are: one address, or one text under a number or at a moment."""
    pages: dict[tuple[str, ...], list[int]] = defaultdict(list)
    said: dict[tuple[str, ...], str] = {}
    for number, document in enumerate(prepared.documents):
        for page, words in page_signs(document):
            pages[page].append(number)
            said.setdefault(page, words)
    for page, versions in sorted(pages.items()):
        if len(versions) > 1:
            yield sorted(versions, key=lambda number: _when(prepared.documents[number])), said[page]


def page_signs(document: Document) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the document shares with the versions of one page, each as a key and in words."""
    address = canonical_url(document.url)
    if not address:
        return
    yield ("0", address), f"both were published at {document.url}"
    text = _plain(_read(document))
    digest = sha256(text.encode("utf-8", "surrogatepass"))
    for sign, words in signs(document).items() if text else ():
        yield (sign, digest), words


def _clock(document: Document) -> Clock | None:
    return document.modified or document.published


def _when(document: Document) -> tuple[bool, str, str]:
    clock = _clock(document)
    return clock is None, clock.value.isoformat() if clock else "", document.id


def _revision(
    newer: int, older: int, prepared: Prepared, pairs: tuple[tuple[int, int], ...], sign: str
) -> Revision | None:
    alignment = prepared.align(newer, older)
    coverage = max(alignment.left_coverage, alignment.right_coverage)
    both_long = min(prepared.words_in(newer), prepared.words_in(older)) >= LONG
    if both_long and coverage < LEAST_COVERAGE:
        return None
    new, old = prepared.documents[newer], prepared.documents[older]
    ordered = surely_before(_clock(old), _clock(new))
    changes = (("one_article", sign), *_changes(new, old, alignment, ordered))
    return Revision(newer, older, ordered, alignment, changes, pairs or ((newer, older),))


def _changes(new: Document, old: Document, alignment: Alignment, ordered: bool) -> Iterator[tuple[str, str]]:
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
