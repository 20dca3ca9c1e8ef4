"""Versions of one article: another text or headline under the same address, number or time of publication.

Sites that put the headline into the address give each version its own. There the number of the article in the
address gives it away (in all 1,500 silent headline changes we looked at the address had changed) if headline, text or
time of publication fit too, or else that one site has nearly the same text twice with the same time of publication to
the minute.

Which version is the older, the times that the pages themselves give say; where these say nothing, as on a page that
was changed without a word, the times at which the two were captured.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from sayso.ids import sha256
from sayso.lineage.align import Alignment
from sayso.lineage.documents import Document, canonical_url, host, lacks_zone, own_words, surely_before
from sayso.lineage.prepared import Prepared
from sayso.lineage.wording import Change, changes, names_in, passages
from sayso.lineage.worth import Pair
from sayso.model import Clock

LONG = 60  # words from which texts that have nothing in common are taken for two articles at one address
LEAST_COVERAGE = 0.1
NAMES_FROM = 4000  # code points at the head of a text, among which its names are looked for
NEARLY_SAME = 0.5  # coverage from which two texts of one site and one number or minute are one article
NUMBER, MOMENT = "1 ", "2 "  # how the signs begin: one number in the address, one time of publication
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<!\d)\d{5,}(?!\d)")
NamesOf = Callable[[Document], frozenset[str]]
_MOMENTS = frozenset({"minute", "second"})


@dataclass(frozen=True, slots=True)
class Revision:
    """Two neighbouring versions by number, and what changed as (code, words).

    `ordered` says whether times show which came first; `page_pairs` are all pairs of versions of the page.
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
    names = functools.lru_cache(2)(_names)  # the newer of two is the older of the next
    for versions, sign in (*_pages(prepared), *_numbered(prepared)):
        together = tuple(combinations(versions, 2)) if len(versions) <= prepared.settings.df_cap else ()
        of_page: set[frozenset[int]] = set()
        for older, newer in pairwise(versions):
            made = (
                None if frozenset((older, newer)) in known else _revision(newer, older, prepared, together, sign, names)
            )
            if made:
                of_page.update(map(frozenset, made.page_pairs))
                yield made
        known |= of_page  # not before: among them are the page's next neighbours
    for pair in pairs:
        left, right = prepared.documents[pair.left], prepared.documents[pair.right]
        shared = {} if frozenset((pair.left, pair.right)) in known else signs(left).items() & signs(right).items()
        if shared and max(pair.alignment.left_coverage, pair.alignment.right_coverage) >= NEARLY_SAME:
            older, newer = sorted((pair.left, pair.right), key=lambda number: _when(prepared.documents[number]))
            made = _revision(newer, older, prepared, (), min(shared)[1], names)
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
        f"{NUMBER}{site} {number}": f"both stand on {site} under the number {number}"
        for number in numbers
        if not (len(number) == 8 and number[:2] in {"19", "20"})  # a date
    }
    clock = document.published
    if clock and (clock.precision in _MOMENTS or lacks_zone(clock)):
        moment = (clock.value.replace(tzinfo=None) if lacks_zone(clock) else clock.value).isoformat()
        signs[f"{MOMENT}{site} {moment}"] = f"both stand on {site} with the same time of publication, {moment}"
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
    text = _plain(own_words(document))
    digest = sha256(text.encode("utf-8", "surrogatepass"))
    for sign, words in signs(document).items() if text else ():
        yield (sign, digest), words


def _numbered(prepared: Prepared) -> Iterator[tuple[list[int], str]]:
    """Two at a time, those that stand on one site under one number, and are alike in headline or time."""
    bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, document in enumerate(prepared.documents):
        for sign, words in number_signs(document):
            bearers[sign, words].append(number)
    for (_, words), found in sorted(bearers.items()):
        for pair in pairwise(sorted(found, key=lambda number: _when(prepared.documents[number]))):
            if _is_alike(*(prepared.documents[number] for number in pair)):
                yield list(pair), words


def number_signs(document: Document) -> Iterator[tuple[str, str]]:
    """The numbers of articles in the address, each as a key and in words."""
    return ((sign, words) for sign, words in signs(document).items() if sign.startswith(NUMBER))


def _is_alike(left: Document, right: Document) -> bool:
    """Whether two that share a number have the same time of publication too, or a headline of the same words."""
    if any(sign.startswith(MOMENT) for sign in signs(left).keys() & signs(right).keys()):
        return True
    words = [set(_WORD.findall((document.headline or "").casefold())) for document in (left, right)]
    return 2 * len(words[0] & words[1]) >= min(map(len, words)) > 0


def clock_of(document: Document) -> Clock | None:
    """When the document stood as it does, by its own account."""
    return document.modified or document.published


def _when(document: Document) -> tuple[bool, str, str, str]:
    clock, captured = clock_of(document), document.captured_at
    at = captured.isoformat() if captured else ""
    return clock is None, clock.value.isoformat() if clock else "", at, document.id


def came_before(old: Document, new: Document) -> str | None:
    """The code of what shows that `old` is the older version: its own time, else when it was captured."""
    if _is_earlier(clock_of(old), clock_of(new)):
        return "own_times"
    if _is_earlier(clock_of(new), clock_of(old)) or old.captured_at is None or new.captured_at is None:
        return None
    return "captured_in_order" if old.captured_at < new.captured_at else None


def _is_earlier(one: Clock | None, other: Clock | None) -> bool:
    """Whether one time of a page is the earlier; where the same field gives both without a zone, it is one zone."""
    if one and other and lacks_zone(one) and lacks_zone(other) and one.basis == other.basis:
        return one.value < other.value
    return surely_before(one, other)


def _revision(
    newer: int, older: int, prepared: Prepared, pairs: tuple[tuple[int, int], ...], sign: str, names_of: NamesOf
) -> Revision | None:
    alignment = prepared.align(newer, older)
    coverage = max(alignment.left_coverage, alignment.right_coverage)
    both_long = min(prepared.words_in(newer), prepared.words_in(older)) >= LONG
    if both_long and coverage < LEAST_COVERAGE:
        return None
    new, old = prepared.documents[newer], prepared.documents[older]
    if came_before(old, new) is None and came_before(new, old):
        return _revision(older, newer, prepared, pairs, sign, names_of)
    by = came_before(old, new)
    told = [
        ("one_article", sign),
        *_changes(new, old, alignment, names_of(new) | names_of(old), ordered=by is not None),
    ]
    if by == "captured_in_order" and old.captured_at and new.captured_at:
        shown = (old.captured_at.isoformat(), new.captured_at.isoformat())
        told.insert(1, (by, f"the older was captured at {shown[0]}, the newer at {shown[1]}"))
    return Revision(newer, older, by is not None, alignment, tuple(told), pairs or ((newer, older),))


def _changes(
    new: Document, old: Document, alignment: Alignment, names: frozenset[str], *, ordered: bool
) -> Iterator[tuple[str, str]]:
    before, after = ("was", "became") if ordered else ("reads", "and in the other version")
    if _plain(new.headline) != _plain(old.headline):
        yield "headline_changed", f"the headline {before} “{old.headline or ''}”, {after} “{new.headline or ''}”"
        for change in changes(old.headline or "", new.headline or "", new.language, names):
            yield _in_words(change, "headline", ordered=ordered)
    mine, theirs = own_words(new), own_words(old)
    if _plain(mine) == _plain(theirs):
        yield "text_unchanged", "the text is the same"
        return
    if alignment.passages:
        later, earlier = ("later", "earlier") if ordered else ("one", "other")
        yield (
            "text_changed",
            f"{alignment.left_coverage:.0%} of the {later} version stands in the {earlier}, "
            f"{alignment.right_coverage:.0%} the other way round",
        )
    else:
        yield "text_changed", "the text was changed"
    for change in changes(theirs, mine, new.language, names):
        if change.code not in ("reworded", "respelled"):
            yield _in_words(change, "text", ordered=ordered)
    for change in passages(theirs, mine):
        yield _in_words(change, "text", ordered=ordered)


def _names(document: Document) -> frozenset[str]:
    return names_in(document.headline or "", document.language) | names_in(
        own_words(document)[:NAMES_FROM], document.language
    )


def _in_words(change: Change, where: str, *, ordered: bool) -> tuple[str, str]:
    """The code of a change and a sentence that quotes both versions; without an order nothing is gained or lost."""
    if change.code == "respelled":
        return change.code, f"in the {where} only capitals, spaces or punctuation differ"
    what, _, way = change.code.partition("_")
    noun = {"question": "question mark"}.get(what, what)
    one, other = change.before, change.after
    subject = f"in the {where}" if what == "reworded" else f"{noun} in the {where}:"
    if one and other:
        said = f"“{one}” became “{other}”" if ordered else f"“{one}” in one version, “{other}” in the other"
    elif not ordered:
        said = f"“{one or other}” in one version only"
    else:
        said = f"“{other}” was added" if other else f"“{one}” was taken out"
    code = change.code if ordered or not way else f"{what}_differs"
    return code, f"{subject} {said}"


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
