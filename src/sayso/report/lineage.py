"""Who copied whom: families of articles that share text or an origin, and the passages that show it."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import Agent, Article, Derivation, Match
from sayso.report import quoting, wording
from sayso.report.reasons import reason_words
from sayso.report.records import CaseRecords
from sayso.report.sayings import article_ref
from sayso.vocab import DerivationKind

_MOST_PASSAGES = 3  # per pair; the rest is counted
_MOST_PASSAGE = 500  # characters of one passage
_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+|\s+|.", re.DOTALL)

_NO_COPY = (DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article, or an origin that is not among the articles (`anchor` is empty, `note` says what it is)."""

    number: int
    name: str
    when: str
    anchor: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a passage; `differs` where the other side has other words."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an aligned passage."""

    pieces: tuple[Piece, ...]
    language: str
    direction: str
    cut: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Aligned passages: of the derived text, and of its origin; `length` is the characters of the first."""

    derived: Side
    origin: Side
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """One derivation in words."""

    anchor: str
    derived: Node
    origin: Node
    relation: str
    kind: str
    directed: bool
    direction: str
    coverage: str
    reasons: tuple[str, ...]
    passages: tuple[Passage, ...]
    passages_more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An origin and what came from it."""

    origin: Node
    edges: tuple[EdgeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """Articles that go back to one text or one declared origin.

    `branches` and `undirected` connect them all; `further` are pairs already connected that share text too.
    """

    name: str
    anchor: str
    articles: int
    count: str
    branches: tuple[Branch, ...]
    undirected: tuple[EdgeView, ...]
    further: tuple[EdgeView, ...]
    further_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySentence:
    """The largest copy family in one sentence: `before` and `after` stand around the name of its origin."""

    before: str
    name: str
    after: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageView:
    """All derivations of a case: copies by family, versions of one article, and quotations shared by two."""

    families: tuple[FamilyView, ...]
    revisions: tuple[EdgeView, ...]
    quotations: tuple[EdgeView, ...]
    quotations_count: str


def lineage(records: CaseRecords) -> LineageView:
    """The derivations of a case, the largest family first."""
    copies = [d for d in records.derivations if d.kind not in _NO_COPY]
    quotations = _edges(records, (d for d in records.derivations if d.kind is DerivationKind.SHARED_QUOTATION))
    return LineageView(
        families=tuple(sorted(_families(records, copies), key=lambda f: (-f.articles, f.name))),
        revisions=_edges(records, (d for d in records.derivations if d.kind is DerivationKind.REVISION)),
        quotations=quotations,
        quotations_count=wording.counted(len(quotations), "pair of articles", "pairs of articles"),
    )


def family_count(records: CaseRecords) -> int:
    """How many copy families have at least two articles of this case."""
    return sum(family.articles > 1 for family in lineage(records).families)


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
        after="’s" if first.branches else ", and which came first is not known",
        anchor=first.anchor,
    )


def _families(records: CaseRecords, copies: list[Derivation]) -> Iterable[FamilyView]:
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for agent, article_id in _own_articles(records):  # what credits a wire belongs with what the wire itself printed
        parent[root(article_id)] = root(agent)
    joining: list[Derivation] = []
    further: list[Derivation] = []
    for derivation in sorted(
        copies, key=lambda d: (d.origin_id not in records.agent_by_id, not d.directed, -d.coverage, d.id)
    ):
        left, right = root(derivation.derived_id), root(derivation.origin_id)
        (further if left == right else joining).append(derivation)
        parent[left] = right
    touched = {node for d in copies for node in (d.derived_id, d.origin_id)}
    for top in sorted({root(node) for node in touched}):
        members = {node for node in touched if root(node) == top}
        yield _family(
            records,
            members,
            [d for d in joining if d.derived_id in members],
            [d for d in further if d.derived_id in members],
        )


def _own_articles(records: CaseRecords) -> Iterator[tuple[str, str]]:
    """(agent, article) where an outlet that is credited published an article that was read."""
    named = {quoting.one_line(agent.name).casefold(): agent.id for agent in records.agents}
    for article in records.articles:
        name = quoting.one_line(article.publisher or "").casefold()
        if name in named:
            yield named[name], article.id


def _family(
    records: CaseRecords, members: set[str], joining: list[Derivation], further: list[Derivation]
) -> FamilyView:
    edges = _edges(records, (d for d in joining if d.directed))
    origins = list(dict.fromkeys(edge.origin for edge in edges))
    first = [node for node in origins if node not in {edge.derived for edge in edges}]
    articles = sorted(member for member in members if member in records.article_by_id)
    named = first or [_node(records, article) for article in articles]
    return FamilyView(
        name=wording.listed(list(dict.fromkeys(node.name for node in named))),
        anchor=f"family-{quoting.anchor(articles[0] if articles else min(members))}",
        articles=len(articles),
        count=wording.counted(len(articles), "article"),
        branches=tuple(Branch(origin=node, edges=tuple(e for e in edges if e.origin == node)) for node in origins),
        undirected=_edges(records, (d for d in joining if not d.directed)),
        further=_edges(records, further),
        further_count=wording.counted(len(further), "further pair"),
    )


def _edges(records: CaseRecords, derivations: Iterable[Derivation]) -> tuple[EdgeView, ...]:
    views = [_edge(records, derivation) for derivation in derivations]
    return tuple(sorted(views, key=lambda e: (e.origin.number, e.derived.number, e.anchor)))


def _edge(records: CaseRecords, derivation: Derivation) -> EdgeView:
    derived = records.article_by_id.get(derivation.derived_id)
    origin = records.article_by_id.get(derivation.origin_id)
    longest = sorted(derivation.matches, key=lambda m: (m.left_start - m.left_end, m.left_start))[:_MOST_PASSAGES]
    both = derived and origin
    kind, relation, undirected = wording.DERIVATION[derivation.kind]
    return EdgeView(
        anchor=quoting.anchor(derivation.id),
        derived=_node(records, derivation.derived_id),
        origin=_node(records, derivation.origin_id),
        relation=relation if derivation.directed else "shares text with",
        kind=kind if derivation.directed else undirected,
        directed=derivation.directed,
        direction=wording.DIRECTION[derivation.basis],
        coverage=_coverage(derivation) if both and not derivation.reasons else "",  # reasons give it in more detail
        reasons=reason_words(records, derivation.reasons),
        passages=tuple(_passage(derived, origin, m) for m in sorted(longest, key=_left)) if derived and origin else (),
        passages_more=len(derivation.matches) - len(longest) if both else 0,
    )


def _left(match: Match) -> int:
    return match.left_start


def _coverage(derivation: Derivation) -> str:
    ours, theirs = wording.share(derivation.coverage), wording.share(derivation.origin_coverage)
    if derivation.directed:
        return f"{ours} of its text stands in the origin, {theirs} of the origin’s in it"
    return f"{ours} of the first stands in the second, {theirs} of the second in the first"


def _node(records: CaseRecords, record_id: str) -> Node:
    article: Article | None = records.article_by_id.get(record_id)
    if article:
        ref = article_ref(records, article)
        return Node(number=ref.number, name=ref.name, when=ref.when, anchor=ref.anchor, note="")
    agent: Agent | None = records.agent_by_id.get(record_id)
    name = quoting.one_line(agent.name) if agent else "an article that is not among the records"
    note = f"{wording.AGENT[agent.kind]}, {_where(records, agent)}" if agent else ""
    return Node(number=0, name=name, when="", anchor="", note=note)


def _where(records: CaseRecords, agent: Agent) -> str:
    if agent.id in dict(_own_articles(records)):
        return "credited; which of its articles is not told"
    return "not among the articles read"


def _passage(derived: Article, origin: Article, match: Match) -> Passage:
    left, left_cut = _clipped(derived.text[match.left_start : match.left_end])
    right, right_cut = _clipped(origin.text[match.right_start : match.right_end])
    ours, theirs = _compared(left, right) if derived.language == origin.language else (_whole(left), _whole(right))
    return Passage(
        derived=_side(ours, derived.language, left_cut),
        origin=_side(theirs, origin.language, right_cut),
        length=match.left_end - match.left_start,
    )


def _clipped(text: str) -> tuple[str, bool]:
    kept = quoting.first_words(text, _MOST_PASSAGE)
    return quoting.visible(kept).strip(), len(kept) < len(text)


def _side(pieces: list[Piece], language: str, cut: bool) -> Side:
    return Side(pieces=tuple(pieces), language=language, direction=wording.direction(language), cut=cut)


def _whole(text: str) -> list[Piece]:
    return [Piece(text=text, differs=False)]


def _compared(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    ours, theirs = _WORDS.findall(left), _WORDS.findall(right)
    mine: list[Piece] = []
    yours: list[Piece] = []
    steps = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for step, left_start, left_end, right_start, right_end in steps:
        differs = step != "equal"
        mine.append(Piece(text="".join(ours[left_start:left_end]), differs=differs))
        yours.append(Piece(text="".join(theirs[right_start:right_end]), differs=differs))
    return [piece for piece in mine if piece.text], [piece for piece in yours if piece.text]
