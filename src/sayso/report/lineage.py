"""Who copied whom: families of articles that share text or an origin, how they hang together, and each tie in words.

A large family is shown once: its members as one nested list from the origin to the copies, long lists folded and
counted, and the ties that say most laid out. What is left out is counted, and `sayso show CASE ARTICLE` has all of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.model import Derivation
from sayso.report import quoting, wording
from sayso.report.aligned import ON_A_PAGE, Limits
from sayso.report.records import CaseRecords
from sayso.report.ties import Node, Ties, TieView, is_circular, own_articles
from sayso.vocab import DECLARED, DerivationKind, DirectionBasis

_LAID_OUT_IN_A_FAMILY = 6  # ties with their passages; the rest in a line each
_LAID_OUT = 40  # the same on a whole page
_MOST_BRIEF = 40  # ties in a line each, per list; the rest is counted
_OPEN_TWIGS = 8  # copies of one text in the picture of a family; the rest is folded
_MOST_TWIGS = 60  # folded ones; the rest is counted
_DEEPEST = 8  # copies of copies of copies: real chains met have up to four

_NO_COPY = (DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION)
_SAYS_MOST = (
    DerivationKind.EDITED,
    DerivationKind.REWRITTEN,
    DerivationKind.TRANSLATION,
    DerivationKind.PARTIAL,
    DerivationKind.SAME_SOURCE,
    DerivationKind.TRIMMED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twig:
    """A member of a family in its place under the origin; `how` it came there, `tie` the anchor that says more, if any.

    `folded` are further copies of it, shown on demand; `left_out` counts those not shown at all.
    """

    node: Node
    how: str
    tie: str
    twigs: tuple["Twig", ...] = ()
    folded: tuple["Twig", ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TieList:
    """Ties of one sort: some laid out with their passages, some in a line each, the rest counted."""

    laid_out: tuple[TieView, ...] = ()
    brief: tuple[TieView, ...] = ()
    left_out: int = 0

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.laid_out) + len(self.brief) + self.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """Articles that go back to one text or one declared origin.

    `picture` is the nested list of members. `ties` connect all members;
    `further` are pairs already connected that share text too. `unordered` says that some came to it without an arrow.
    """

    name: str
    anchor: str
    articles: int
    count: str
    has_origin: bool
    unordered: bool
    picture: tuple[Twig, ...]
    roots_left_out: int
    ties: TieList
    further: TieList


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySentence:
    """The largest copy family in one sentence: `before` and `after` stand around the name of its origin."""

    before: str
    name: str
    after: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageView:
    """All derivations of a case: circular reporting, copies by family, versions of one article, shared quotations."""

    circles: tuple[tuple[Node, ...], ...]
    families: tuple[FamilyView, ...]
    revisions: TieList
    quotations: TieList
    quotations_count: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.families or self.revisions.number or self.quotations.number)

    @property
    def has_passages(self) -> bool:
        """Whether any two texts are laid out side by side."""
        lists = (self.revisions, *(family.ties for family in self.families))
        return any(tie.passages for ties in lists for tie in ties.laid_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """A family as records: its members, the derivations that connect them all, and those between connected ones."""

    members: frozenset[str]
    joining: tuple[Derivation, ...]
    further: tuple[Derivation, ...]

    def articles(self, records: CaseRecords) -> list[str]:
        """The members that are articles, in the order of the case."""
        numbers = records.number_by_article
        return sorted((member for member in self.members if member in numbers), key=lambda member: numbers[member])


def lineage(records: CaseRecords, limits: Limits | None = ON_A_PAGE) -> LineageView:
    """The derivations of a case, the largest family first; without `limits`, no passages."""
    layout = _Layout(records, limits)
    groups = sorted(_groups(records), key=lambda group: (-len(group.articles(records)), min(group.members)))
    families = sorted(map(layout.family, groups), key=lambda family: (-family.articles, family.name))
    kinds = (DerivationKind.REVISION, DerivationKind.SHARED_QUOTATION)
    revisions, quotations = ([d for d in records.derivations if d.kind is kind] for kind in kinds)
    return LineageView(
        circles=tuple(tuple(map(layout.ties.node, circle)) for circle in circles(records)),
        families=tuple(families),
        revisions=layout.tie_list(revisions, _LAID_OUT),
        quotations=layout.tie_list(quotations, 0),
        quotations_count=wording.counted(len(quotations), "pair of articles", "pairs of articles"),
    )


def family_count(records: CaseRecords) -> int:
    """How many copy families have at least two articles of this case."""
    return sum(len(group.articles(records)) > 1 for group in _groups(records))


def largest_family(records: CaseRecords, descent: LineageView) -> FamilySentence | None:
    """As in "12 of 32 articles carry text of one origin: Halyard"; None where nothing is copied."""
    families = [family for family in descent.families if family.articles > 1]
    if not families:
        return None
    first = families[0]
    before = f"{first.articles} of {wording.counted(len(records.articles), 'article')} carry one text or parts of it: "
    return FamilySentence(
        before=before,
        name=first.name,
        after="’s" if first.has_origin else ", and which came first is not known",
        anchor=first.anchor,
    )


def circles(records: CaseRecords) -> list[tuple[str, ...]]:
    """Circular reporting: articles each of which has its text, by its own word or by what we found, from the next.

    Pairs that name each other as their source, and longer rounds of directed derivations.
    """
    onward: dict[str, set[str]] = defaultdict(set)
    found = []
    for derivation in records.derivations:
        if is_circular(derivation):
            found.append(tuple(sorted((derivation.derived_id, derivation.origin_id))))
        elif derivation.directed and derivation.kind not in _NO_COPY and derivation.derived_id != derivation.origin_id:
            onward[derivation.derived_id].add(derivation.origin_id)
    rounds = _in_rounds(onward)
    seen: set[str] = set()
    for start in sorted(rounds):
        path: list[str] = []
        node = start
        while node not in seen:
            seen.add(node)
            path.append(node)
            node = min(onward[node] & rounds)
        if node in path:
            found.append(tuple(path[path.index(node) :]))
    return sorted(set(found))


def _in_rounds(onward: Mapping[str, set[str]]) -> set[str]:
    """The nodes from which there is no way to an end: each is in a round or leads into one."""
    back: dict[str, list[str]] = defaultdict(list)
    for node, others in onward.items():
        for other in others:
            back[other].append(node)
    ways = {node: len(others) for node, others in onward.items()}
    ended = [node for node in back if node not in onward]
    while ended:
        for node in back[ended.pop()]:
            ways[node] -= 1
            if not ways[node]:
                ended.append(node)
    return {node for node, number in ways.items() if number}


def _groups(records: CaseRecords) -> Iterator[_Group]:
    copies = [derivation for derivation in records.derivations if derivation.kind not in _NO_COPY]
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for agent, article_id in own_articles(records):  # what credits a wire belongs with what the wire itself printed
        parent[root(article_id)] = root(agent)
    joining: list[Derivation] = []
    further: list[Derivation] = []
    nearest = _nearest(records, copies)
    numbers = records.number_by_article

    def rank(derivation: Derivation) -> tuple[bool, bool, float, list[int], str]:
        ends = sorted(numbers.get(end, 0) for end in (derivation.derived_id, derivation.origin_id))
        more = max(derivation.coverage, derivation.origin_coverage)
        return derivation.id not in nearest, not derivation.directed, -round(more, 2), ends, derivation.id

    for derivation in sorted(copies, key=rank):
        left, right = root(derivation.derived_id), root(derivation.origin_id)
        (further if left == right else joining).append(derivation)
        parent[left] = right
    members: dict[str, set[str]] = defaultdict(set)
    for derivation in copies:
        members[root(derivation.derived_id)] |= {derivation.derived_id, derivation.origin_id}
    sorted_out = [_by_root(derivations, root) for derivations in (joining, further)]
    for top in sorted(members):
        yield _Group(
            members=frozenset(members[top]),
            joining=tuple(sorted_out[0].get(top, ())),
            further=tuple(sorted_out[1].get(top, ())),
        )


def _nearest(records: CaseRecords, copies: Iterable[Derivation]) -> set[str]:
    """For each text the one derivation that says best where it came from.

    A hidden origin before a text, what declares its origin before what only came later, the text that has more of it
    before the one that has less, and of equals the earliest: fifty copies of one report hang from the report.
    """
    numbers = records.number_by_article

    def rank(derivation: Derivation) -> tuple[bool, bool, float, int, str]:
        origin = numbers.get(derivation.origin_id, 0)
        declared = derivation.basis in DECLARED or derivation.basis is DirectionBasis.CORRECTION
        return bool(origin), not declared, -round(derivation.coverage, 2), origin, derivation.id

    nearest: dict[str, Derivation] = {}
    for derivation in copies:
        known = nearest.get(derivation.derived_id)
        if derivation.directed and (known is None or rank(derivation) < rank(known)):
            nearest[derivation.derived_id] = derivation
    return {derivation.id for derivation in nearest.values()}


def _by_root(derivations: Iterable[Derivation], root: Callable[[str], str]) -> Mapping[str, list[Derivation]]:
    grouped: dict[str, list[Derivation]] = defaultdict(list)
    for derivation in derivations:
        grouped[root(derivation.derived_id)].append(derivation)
    return grouped


class _Layout:
    """Families laid out one after the other; all share the ties that a page lays out."""

    def __init__(self, records: CaseRecords, limits: Limits | None) -> None:
        self.ties = Ties(records)
        self._records = records
        self._limits = limits
        self._left = _LAID_OUT if limits else 0

    def family(self, group: _Group) -> FamilyView:
        """One family."""
        articles = group.articles(self._records)
        picture = _Picture(self._records, self.ties, group)
        origins = [root for root in picture.roots if root in picture.children]
        named = list(dict.fromkeys(self.ties.node(member).name for member in origins or articles))
        ties = self.tie_list(group.joining, _LAID_OUT_IN_A_FAMILY)
        return FamilyView(
            name=wording.listed(named),
            anchor=f"family-{quoting.anchor(articles[0] if articles else min(group.members))}",
            articles=len(articles),
            count=wording.counted(len(articles), "article"),
            has_origin=bool(origins),
            unordered=any(not derivation.directed for derivation in group.joining),
            picture=picture.twigs({tie.anchor for tie in (*ties.laid_out, *ties.brief)}),
            roots_left_out=max(0, len(picture.roots) - _MOST_TWIGS),
            ties=ties,
            further=self.tie_list(group.further, 0),
        )

    def tie_list(self, derivations: Sequence[Derivation], most: int) -> TieList:
        """`derivations` with the `most` that say most laid out, if so many are left for the page."""
        ordered = sorted(derivations, key=self.ties.order)
        chosen = {d.id for d in sorted(ordered, key=_says_most)[: min(most, self._left)]}
        self._left -= len(chosen)
        rest = [derivation for derivation in ordered if derivation.id not in chosen]
        return TieList(
            laid_out=tuple(self.ties.view(d, self._limits) for d in ordered if d.id in chosen),
            brief=tuple(map(self.ties.view, rest[:_MOST_BRIEF])),
            left_out=len(rest[_MOST_BRIEF:]),
        )


def _says_most(derivation: Derivation) -> int:
    """Edited texts first, then what was taken in part; of a word-for-word copy there is least to see."""
    return _SAYS_MOST.index(derivation.kind) if derivation.kind in _SAYS_MOST else len(_SAYS_MOST)


class _Picture:
    """How the members of a family hang together: which came of which, from the roots on."""

    def __init__(self, records: CaseRecords, ties: Ties, group: _Group) -> None:
        self._ties = ties
        self._beside: dict[str, Derivation] = {}
        self._shown: Set[str] = frozenset()
        self.children: dict[str, list[tuple[str, Derivation | None]]] = defaultdict(list)
        for agent, article_id in own_articles(records):
            if {agent, article_id} <= group.members:
                self.children[agent].append((article_id, None))
        for derivation in sorted(group.joining, key=ties.order):
            if derivation.directed:
                self.children[derivation.origin_id].append((derivation.derived_id, derivation))
            else:
                self._beside.setdefault(ties.ends(derivation)[1], derivation)
        below = {child for children in self.children.values() for child, _ in children}
        numbers = records.number_by_article
        self.roots = sorted(group.members - below, key=lambda member: (numbers.get(member, 0), member))

    def twigs(self, shown: Set[str]) -> tuple[Twig, ...]:
        """The roots with all that came of them; `shown` are the anchors of the ties that can be linked."""
        self._shown = shown
        return tuple(self._twig(root, None, 0) for root in self.roots[:_MOST_TWIGS])

    def _twig(self, member: str, came: Derivation | None, depth: int, how: str = "") -> Twig:
        tie = came or self._beside.get(member)
        anchor = quoting.anchor(tie.id) if tie else ""
        children = self.children.get(member, [])
        shown = children if depth < _DEEPEST else []
        twigs = [self._twig(child, d, depth + 1, "" if d else "its own article") for child, d in shown[:_MOST_TWIGS]]
        return Twig(
            node=self._ties.node(member),
            how=how or (self._how(member, tie) if tie else ""),
            tie=anchor if anchor in self._shown else "",
            twigs=tuple(twigs[:_OPEN_TWIGS]),
            folded=tuple(twigs[_OPEN_TWIGS:]),
            left_out=self._below([child for child, _ in children[len(twigs) :]]),
        )

    def _below(self, members: list[str]) -> int:
        """How many these are, and all that came of them."""
        seen: set[str] = set()
        while members:
            member = members.pop()
            if member not in seen:
                seen.add(member)
                members += [child for child, _ in self.children.get(member, [])]
        return len(seen)

    def _how(self, member: str, tie: Derivation) -> str:
        kind = self._ties.kind(tie)
        if tie.directed:
            return kind
        other = tie.origin_id if member == tie.derived_id else tie.derived_id
        return f"shares text with {self._ties.node(other).name}: {kind}"
