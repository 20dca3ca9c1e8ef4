"""The core of lineage over light documents: who copied whom, how, which way, and why we think so."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.lineage.align import Alignment
from sayso.lineage.circles import circle, circular
from sayso.lineage.compare import compare
from sayso.lineage.direction import direction
from sayso.lineage.documents import Document, Numbered, names
from sayso.lineage.families import families
from sayso.lineage.histories import histories
from sayso.lineage.prepared import Prepared
from sayso.lineage.revisions import Revision, revisions
from sayso.lineage.stories import Stories
from sayso.lineage.worth import Pair
from sayso.model import Match, Reason
from sayso.settings import LineageSettings
from sayso.vocab import DECLARED, DerivationKind, DirectionBasis

WORD_FOR_WORD = 0.8  # density from which a changed text is an edited one; below, a rewritten one
WHOLE, NEARLY = 0.95, 0.85  # coverage that counts as all of a text; the copy may add a credit and a sign-off
EXCERPT = 0.3  # coverage of the origin below which a text that stands all in it is but a part
SIBLING_MARGIN = 0.1  # how much more of a copy an earlier text must cover to show that the other was not its source


@dataclass(frozen=True, slots=True)
class Finding:
    """`derived` came from `origin` (indices into the documents); where not `directed` their order means nothing.

    `articles` say of which article each of the two is a version, where it has several (`History.article`).
    """

    derived: int
    origin: int
    kind: DerivationKind
    alignment: Alignment  # left is the derived text
    directed: bool
    basis: DirectionBasis
    reasons: tuple[Reason, ...]
    articles: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found over `documents`, which are in order of precedence: by clock, then id."""

    prepared: Prepared
    found: tuple[Finding, ...]
    capped: tuple[tuple[int, int], ...]  # (first bearer, size) of families whose members were not all compared

    @property
    def documents(self) -> Sequence[Document]:
        """The documents, in the order that the indices of the findings count."""
        return self.prepared.documents

    def matches(self, finding: Finding) -> tuple[Match, ...]:
        """The aligned passages as offsets into both texts, credits and furniture cut out."""
        made = []
        for passage in finding.alignment.passages:
            left = self.prepared.cut(finding.derived, passage.left, passage.left_end)
            right = self.prepared.cut(finding.origin, passage.right, passage.right_end)
            made.append(Match(left_start=left[0], left_end=left[1], right_start=right[0], right_end=right[1]))
        return tuple(made)


def find(documents: Iterable[Document], settings: LineageSettings, *, quotations: bool = True) -> Findings:
    """Everything that copying, quoting or revision ties together; the order of `documents` does not matter."""
    ordered = sorted(documents, key=precedence)
    if len(ordered) < 2:  # nobody to share text with; making ready costs a cold `sayso read` a quarter of a second
        return Findings(Prepared([], settings), (), ())
    prepared = Prepared(ordered, settings, quotations=quotations)
    compared = compare(prepared)
    versions = list(revisions(prepared, compared.pairs))
    one_page = {frozenset(pair) for version in versions for pair in version.page_pairs}
    pairs = [pair for pair in compared.pairs if frozenset((pair.left, pair.right)) not in one_page]
    stories = Stories(ordered, histories(versions, dict(enumerate(ordered))))
    copies = [finding_of(pair, stories) for pair in pairs]
    found = [
        *_out_of_circles(list(apart(copies, ordered)), ordered),
        *(revision_of(version, ordered) for version in versions),
    ]
    found.sort(key=lambda finding: (finding.derived, finding.origin))
    tied = families(len(ordered), ((pair.left, pair.right) for pair in pairs if not pair.quotation))
    return Findings(prepared, tuple(found), _capped(tied.labels().tolist(), set(compared.hot), settings))


def precedence(document: Document) -> tuple[bool, str, str]:
    """What documents are ordered by: clock, then id; those without a clock come last."""
    clock = document.published
    return clock is None, clock.value.isoformat() if clock else "", document.id


def _capped(labels: list[int], hot: set[int], settings: LineageSettings) -> tuple[tuple[int, int], ...]:
    sizes: dict[int, int] = defaultdict(int)
    for member, label in enumerate(labels):
        sizes[label] += member in hot
    return tuple((label, size) for label, size in sorted(sizes.items()) if size > settings.df_cap)


def finding_of(pair: Pair, stories: Stories) -> Finding:
    """What `pair` shows by itself, before others are looked at."""
    told = stories.pair(pair.left, pair.right)
    texts = told.left.document, told.right.document
    if pair.quotation:
        return _shared_quotation(pair, *texts)
    way = direction(*texts, pair.alignment, told)
    derived = way.derived if way.derived is not None else _shorter(pair.alignment)
    alignment = pair.alignment if derived == 0 else pair.alignment.turned()
    first, second = (pair.left, pair.right) if derived == 0 else (pair.right, pair.left)
    articles = told.left.article, told.right.article
    return Finding(
        derived=first,
        origin=second,
        kind=DerivationKind.SAME_SOURCE if way.common else kind_of(alignment),
        alignment=alignment,
        directed=way.derived is not None,
        basis=way.basis,
        reasons=(_shared_text(texts[derived], texts[1 - derived], alignment), way.reason),
        articles=(articles[derived], articles[1 - derived]),
    )


def _shorter(alignment: Alignment) -> int:
    return int(alignment.left_length > alignment.right_length)


def kind_of(alignment: Alignment) -> DerivationKind:
    """How the left text was made from the right one, read off their alignment.

    One word changed makes an edited text: it may be the number. Of the copies of `shared/eval/copies.py` (20,000, seed
    1) told the right way round 93 of 100 unchanged ones are told so, 96 of the trimmed, 94 of those moved about and 97
    of the reworded (`eval/lineage_copies.py`).
    """
    whole = alignment.left_coverage >= NEARLY
    if alignment.left_coverage < 0.5 and alignment.right_coverage < WHOLE:
        return DerivationKind.PARTIAL
    if alignment.density < WORD_FOR_WORD:
        return DerivationKind.REWRITTEN
    if whole and alignment.density == 1 and alignment.right_coverage >= EXCERPT and _is_in_order(alignment):
        return DerivationKind.VERBATIM if alignment.right_coverage >= WHOLE else DerivationKind.TRIMMED
    if (whole and alignment.right_coverage >= EXCERPT) or alignment.right_coverage >= WHOLE:
        return DerivationKind.EDITED
    return DerivationKind.PARTIAL


def _is_in_order(alignment: Alignment) -> bool:
    places = [passage.right for passage in sorted(alignment.passages, key=lambda passage: passage.left)]
    return all(before < after for before, after in pairwise(places))


def _shared_text(derived: Document, origin: Document, alignment: Alignment) -> Reason:
    called = names(derived, origin)
    passages = len(alignment.passages)
    exact = "word for word" if alignment.density >= 0.99 else f"{alignment.density:.0%} of it word for word"
    detail = (
        f"{alignment.left_coverage:.0%} of {called[0]} stands in {called[1]}, "
        f"and {alignment.right_coverage:.0%} the other way round: "
        f"{alignment.shared:.0f} words in {passages} passage{'s' if passages > 1 else ''}, {exact}"
    )
    return Reason(code="shared_text", detail=detail, evidence=(derived.id, origin.id))


def _shared_quotation(pair: Pair, left: Document, right: Document) -> Finding:
    called = names(left, right)
    detail = (
        f"{called[0]} and {called[1]} print the same {pair.alignment.shared:.0f} quoted words and little else in common"
    )
    return Finding(
        derived=pair.left,
        origin=pair.right,
        kind=DerivationKind.SHARED_QUOTATION,
        alignment=pair.alignment,
        directed=False,
        basis=DirectionBasis.UNKNOWN,
        reasons=(Reason(code="shared_quotation", detail=detail, evidence=(left.id, right.id)),),
    )


def apart(copies: Sequence[Finding], documents: Numbered) -> Iterator[Finding]:
    """`copies` in their order, with those made siblings whose derived text took from a third what the other lacks.

    A copy is judged by the directed copies of its derived text and of its origin: all of these must be among them. The
    later version of an article has its text from the earlier ones, not from who copied one of these.
    """
    origins: dict[int, dict[int, Finding]] = defaultdict(dict)
    for copy in copies:
        if copy.directed:
            origins[copy.derived][copy.origin] = copy
    for copy in copies:
        if not copy.directed or copy.basis in DECLARED:
            yield copy
            continue
        own, others = origins[copy.derived], origins.get(copy.origin, {})
        before = [number for number in others if copy.articles[0] and others[number].articles[1] == copy.articles[0]]
        if before:
            yield _version(copy, documents[min(before)], documents)
            continue
        fuller = [
            third
            for third in own.keys() & others.keys()
            if own[third].alignment.left_coverage >= copy.alignment.left_coverage + _margin(others[third])
        ]
        if not fuller:
            yield copy
            continue
        third = max(fuller, key=lambda number: (own[number].alignment.left_coverage, -number))
        yield _sibling(copy, own[third], others[third], documents)


def _margin(taken: Finding) -> float:
    """How much more of a copy a third must have than what was `taken` from it; nothing where that is declared."""
    return 0.0 if taken.basis in DECLARED else SIBLING_MARGIN


def _sibling(copy: Finding, fuller: Finding, taken: Finding, documents: Numbered) -> Finding:
    derived, other, source = documents[copy.derived], documents[copy.origin], documents[fuller.origin]
    covered = f"({fuller.alignment.left_coverage:.0%}) that {other.name} does not ({copy.alignment.left_coverage:.0%})"
    if taken.basis in DECLARED:
        covered = f"({fuller.alignment.left_coverage:.0%}), which {other.name} says itself it took"
    detail = (
        f"both have it from {source.name}, which was first, or from where that has it: "
        f"{derived.name} has text of {source.name} {covered}"
    )
    return _undirected(copy, Reason(code="common_origin", detail=detail, evidence=(source.id,)))


def _version(copy: Finding, earlier: Document, documents: Numbered) -> Finding:
    """`copy` where its derived text is a later version of the article that its origin was copied from."""
    derived, other = documents[copy.derived], documents[copy.origin]
    detail = f"both go back to an earlier version of {derived.name}, which {other.name} copied"
    return _undirected(copy, Reason(code="common_origin", detail=detail, evidence=(earlier.id,)))


def _undirected(copy: Finding, reason: Reason) -> Finding:
    return dataclasses.replace(
        copy,
        kind=DerivationKind.SAME_SOURCE,
        directed=False,
        basis=DirectionBasis.UNKNOWN,
        reasons=(copy.reasons[0], reason),
    )


def _out_of_circles(copies: Sequence[Finding], documents: Sequence[Document]) -> Iterator[Finding]:
    """`copies`, with those undirected whose credits run in a circle through further texts."""
    credited: dict[int, list[int]] = defaultdict(list)
    for copy in copies:
        if is_declared(copy):
            credited[copy.derived].append(copy.origin)
    sets = circular(credited)
    for copy in copies:
        own = sets.get(copy.derived)
        if own is None or own != sets.get(copy.origin) or not is_declared(copy):
            yield copy
            continue
        way = [documents[number] for number in (copy.derived, *circle(copy.origin, copy.derived, credited))]
        yield in_circle(copy, way)


def is_declared(copy: Finding) -> bool:
    """Whether a credit line or a link says which of the two was first."""
    return copy.directed and copy.basis in DECLARED


def in_circle(copy: Finding, way: Sequence[Document]) -> Finding:
    """`copy` without a direction; `way` is its derived text, and where it can be shown, how credits lead back to it."""
    said = [f"{one.name} credits {other.name}" for one, other in pairwise(way)]
    steps = f"{', '.join(said[:-1])} and {said[-1]}" if said else f"{way[0].name} credits others"
    detail = f"{steps}: the credits run in a circle, and none shows where the text began"
    reason = Reason(
        code="circular_credit", detail=detail, evidence=tuple(one.id for one in way[: max(1, len(way) - 1)])
    )
    return dataclasses.replace(copy, directed=False, basis=DirectionBasis.UNKNOWN, reasons=(copy.reasons[0], reason))


def revision_of(version: Revision, documents: Numbered) -> Finding:
    """Two versions of one page as a finding."""
    newer, older = documents[version.newer], documents[version.older]
    return Finding(
        derived=version.newer,
        origin=version.older,
        kind=DerivationKind.REVISION,
        alignment=version.alignment,
        directed=version.ordered,
        basis=DirectionBasis.EARLIER_CLOCK if version.ordered else DirectionBasis.UNKNOWN,
        reasons=tuple(
            Reason(code=code, detail=detail, evidence=(older.id, newer.id)) for code, detail in version.changes
        ),
    )
