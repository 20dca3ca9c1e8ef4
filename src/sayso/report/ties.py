"""One derivation in words: between whom, what kind, how much, which way and on what basis, and the passages."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lineage.declared import is_outlet_named
from sayso.model import Agent, Article, Credit, Derivation, Reason
from sayso.report import quoting, wording
from sayso.report.aligned import (
    BETWEEN_VERSIONS,
    SAME,
    Aligned,
    Cell,
    Limits,
    Piece,
    Reading,
    aligned,
    credit_piece,
    credits_of,
)
from sayso.report.quoting import Part
from sayso.report.reasons import reason_words
from sayso.report.records import CaseRecords
from sayso.report.sayings import article_ref
from sayso.vocab import CreditKind, DerivationKind, DirectionBasis

_MOST_OWN = 3  # articles of a wire that are named beside it
_AROUND = 160  # characters of text on either side of a credit line that is shown in its place
_TOLD = ("shared_text", "text_changed", "text_unchanged")  # reasons that give in other words what the tie's extent says
_QUOTED_OR_TIME = re.compile(r"“[^”]*”|\(\d{4}-\d\d-\d\d[^()“”]*\)")  # what is quoted is never touched
_CIRCULAR = "circular"  # what the codes of reasons for circular reporting begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article, or an origin that is not among the articles (`anchor` is empty, `note` says what it is).

    `title` is the headline, where there is one.
    """

    id: str
    number: int
    name: str
    when: str
    anchor: str
    note: str
    title: quoting.Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView:
    """One derivation: an arrow from `first` to `second` where it is `directed`, else two texts side by side.

    `extent` says how much of each stands in the other, `way` on what basis the direction is known or why it is
    not, `because` what else speaks for it. `line` is the credit line in its place, where the origin has no text
    here. `passages` is None where there are none or the tie is not laid out; `unlaid` then counts them.
    """

    id: str
    anchor: str
    first: Node
    second: Node
    directed: bool
    circular: bool
    kind: str
    standing: str
    extent: tuple[Part, ...]
    way: tuple[Part, ...]
    because: tuple[tuple[Part, ...], ...]
    line: Cell | None
    passages: Aligned | None
    unlaid: str


class Ties:
    """Derivations of a case as views; every article is read once."""

    def __init__(self, records: CaseRecords) -> None:
        self._records = records
        self._readings: dict[str, Reading] = {}
        self._own: dict[str, list[int]] = defaultdict(list)
        for agent, article_id in own_articles(records):
            self._own[agent].append(records.number_by_article[article_id])

    def node(self, record_id: str) -> Node:
        """The article or agent of that id."""
        article = self._records.article_by_id.get(record_id)
        if article:
            ref = article_ref(self._records, article)
            title = quoting.quote(article.headline, article.language, 160) if article.headline else None
            return Node(
                id=article.id, number=ref.number, name=ref.name, when=ref.when, anchor=ref.anchor, note="", title=title
            )
        agent = self._records.agent_by_id.get(record_id)
        name = quoting.one_line(agent.name) if agent else "an article that is not among the records"
        note = f"{wording.AGENT[agent.kind]}, {self._where(agent)}" if agent else ""
        return Node(id=record_id, number=0, name=name, when="", anchor="", note=note)

    def _where(self, agent: Agent) -> str:
        """Its own articles by number: which of them a text that credits it was made of is not known."""
        own = [str(number) for number in sorted(self._own.get(agent.id, ()))]
        if not own:
            return "not among the articles read"
        more = f" and {len(own) - _MOST_OWN} more" if len(own) > _MOST_OWN else ""
        were = "articles {} were" if len(own) > 1 else "article {} was"
        return "its own " + were.format(", ".join(own[:_MOST_OWN]) + more) + " read"

    def order(self, derivation: Derivation) -> tuple[int, int, str]:
        """Where a derivation stands among others: by its two articles, hidden origins last."""
        numbers = self._records.number_by_article
        first, second = self.ends(derivation)
        return numbers.get(first, len(numbers) + 1), numbers.get(second, len(numbers) + 1), derivation.id

    def ends(self, derivation: Derivation) -> tuple[str, str]:
        """The origin and what came of it; where that is not known, in the order of the articles."""
        ends = (derivation.origin_id, derivation.derived_id)
        if derivation.directed:
            return ends
        numbers = self._records.number_by_article
        first, second = sorted(ends, key=lambda record_id: (numbers.get(record_id, 0), record_id))
        return first, second

    def view(self, derivation: Derivation, limits: Limits | None = None) -> TieView:
        """The derivation in words; with `limits`, its passages laid out too."""
        first, second = map(self.node, self.ends(derivation))
        names = called(first, second)
        first, second = dataclasses.replace(first, name=names[0]), dataclasses.replace(second, name=names[1])
        laid_out = self._aligned(derivation, names, limits) if limits else None
        way, because = self._why(derivation, names)
        matches = len(derivation.matches) if first.anchor and second.anchor and not laid_out else 0
        return TieView(
            id=derivation.id,
            anchor=quoting.anchor(derivation.id),
            first=first,
            second=second,
            directed=derivation.directed,
            circular=is_circular(derivation),
            kind=self.kind(derivation),
            standing=_standing(derivation),
            extent=_with_names(self._extent(derivation, first, second), names),
            way=way,
            because=because,
            line=self._line(derivation) if limits else None,
            passages=laid_out,
            unlaid=wording.counted(matches, "passage") if matches else "",
        )

    def kind(self, derivation: Derivation) -> str:
        """What kind of copy, in words."""
        copy, undirected = wording.DERIVATION[derivation.kind]
        if derivation.kind is DerivationKind.REPUBLICATION and derivation.origin_id in self._records.agent_by_id:
            declared = derivation.basis is DirectionBasis.DECLARED_ORIGINAL
            return wording.DECLARED if declared else wording.CREDITED
        return copy if derivation.directed else undirected

    def _reading(self, article: Article) -> Reading:
        if article.id not in self._readings:
            self._readings[article.id] = Reading(article)
        return self._readings[article.id]

    def _aligned(self, derivation: Derivation, names: tuple[str, str], limits: Limits) -> Aligned | None:
        articles = [self._records.article_by_id.get(record_id) for record_id in self.ends(derivation)]
        first, second = articles
        revision = derivation.kind is DerivationKind.REVISION
        if not first or not second or not (derivation.matches or revision):
            return None
        if revision:
            limits = dataclasses.replace(limits, between=BETWEEN_VERSIONS)
        return aligned(derivation, self._reading(first), self._reading(second), names, limits)

    def _extent(self, derivation: Derivation, first: Node, second: Node) -> str:
        """As in "100 % of Tribune stands in Halyard, 91 % of Halyard in Tribune"."""
        if not (first.anchor and second.anchor):
            hidden = second if first.anchor else first
            return (
                f"Which text of {hidden.name} it took was not found here"
                if hidden.id in self._own
                else f"No text of {hidden.name} is here to compare it with"
            )
        if not derivation.matches and not derivation.coverage:
            return ""
        ours, theirs = called(first, second)
        turned = derivation.derived_id == first.id
        shares = (derivation.coverage, derivation.origin_coverage)
        of_first, of_second = (wording.share(part) for part in (shares if turned else shares[::-1]))
        if of_first == of_second == wording.share(1.0):
            return f"All the text of {ours} stands in {theirs}, and the other way round; headlines are not compared"
        told = f"{of_second} of {theirs} stands in {ours}, {of_first} of {ours} in {theirs}"
        return told[0].upper() + told[1:]

    def _why(
        self, derivation: Derivation, names: tuple[str, str]
    ) -> tuple[tuple[Part, ...], tuple[tuple[Part, ...], ...]]:
        """The basis of the direction, and the other reasons, as sentences."""
        told = [reason for reason in derivation.reasons if not (reason.code in _TOLD and derivation.matches)]
        chief = next((reason for reason in told if reason.code == derivation.basis.value), None)
        if chief is None and derivation.kind is not DerivationKind.REVISION:
            chief = next((reason for reason in told if reason.code != "shared_quotation"), None)
        words = " ".join(self._words(derivation, [chief])) if chief else ""
        if not words and derivation.kind is DerivationKind.REVISION and derivation.directed:
            words = self._ordered(derivation, names)
        lead = _lead(derivation)
        way = self._parts(derivation, f"{lead}: {words}" if words and lead else lead or _begun(words, names))
        others = self._words(derivation, [reason for reason in told if reason is not chief])
        return way, tuple(self._parts(derivation, _begun(sentence, names)) for sentence in others)

    def _words(self, derivation: Derivation, reasons: list[Reason]) -> list[str]:
        """The reasons' own words; times that they give in figures for machines as the page gives times."""
        told_of = (*self.ends(derivation), *(record_id for reason in reasons for record_id in reason.evidence))
        articles = [self._records.article_by_id.get(record_id) for record_id in dict.fromkeys(told_of)]
        clocks = dict(pair for article in articles if article for pair in self._times(article))

        def printed(found: re.Match[str]) -> str:
            return clocks.get(found.group(), found.group())

        return [_QUOTED_OR_TIME.sub(printed, sentence) for sentence in reason_words(self._records, reasons)]

    def _times(self, article: Article) -> Iterator[tuple[str, str]]:
        """The times of an article as its reasons give them and as the page does."""
        for clock in (article.modified, article.published):
            if clock:
                yield f"({quoting.one_line(clock.text)})", f"({wording.clock(clock)})"
        capture = self._records.capture_by_id.get(article.capture_id)
        if capture and capture.captured_at:
            yield f"({capture.captured_at.isoformat()})", f"({wording.moment(capture.captured_at)})"

    def _ordered(self, derivation: Derivation, names: tuple[str, str]) -> str:
        """By which clocks two versions are ordered."""
        articles = [self._records.article_by_id.get(record_id) for record_id in self.ends(derivation)]
        times = [wording.clock(article.modified or article.published) for article in articles if article]
        return f"{names[0]} is of {times[0]}, {names[1]} of {times[1]}" if len(times) == 2 and all(times) else ""

    def _parts(self, derivation: Derivation, sentence: str) -> tuple[Part, ...]:
        sources = self._records.source_by_article
        first, second = self.ends(derivation)
        found = quoting.parts(sentence, [sources[record_id] for record_id in (first, second) if record_id in sources])
        names = (self.node(first).name, self.node(second).name)
        return tuple(p for part in found for p in ((part,) if part.quote else _with_names(part.plain, names)))

    def _line(self, derivation: Derivation) -> Cell | None:
        """The credit line that names a hidden origin, with the words around it."""
        article = self._records.article_by_id.get(derivation.derived_id)
        agent = self._records.agent_by_id.get(derivation.origin_id)
        credit = _naming(article, derivation) if article and agent else None
        if not article or not credit:
            return None
        ahead, behind = article.text[: credit.start], article.text[credit.end :]
        beside = ahead.rpartition("\n")[2], behind.partition("\n")[0]
        alone = not (beside[0].strip() or beside[1].strip())  # then the lines above and below say where it stands
        before = quoting.last_words(ahead if alone else beside[0], _AROUND)
        after = quoting.first_words(behind if alone else beside[1], _AROUND)
        pieces = (
            Piece(text=quoting.visible(before), kind=SAME),
            credit_piece(article, credit),
            Piece(text=quoting.visible(after), kind=SAME),
        )
        return self._reading(article).cell([piece for piece in pieces if piece.text], credit.start, credit.end)


def own_articles(records: CaseRecords) -> Iterator[tuple[str, str]]:
    """(agent, article) where an outlet that is credited published an article that was read."""
    for article in records.articles:
        own = next((agent for agent in records.agents if is_outlet_named(agent.name, article)), None)
        if own:
            yield own.id, article.id


def called(first: Node, second: Node) -> tuple[str, str]:
    """What to call two so that a reader can tell them apart."""
    if first.name != second.name:
        return first.name, second.name
    return _numbered(first), _numbered(second)


def is_circular(derivation: Derivation) -> bool:
    """Whether each of the two gives the other as its source."""
    return any(reason.code.startswith(_CIRCULAR) for reason in derivation.reasons)


def _numbered(node: Node) -> str:
    return f"{node.name} (article {node.number})" if node.number else f"{node.name} (elsewhere)"


def _with_names(sentence: str, names: tuple[str, str]) -> tuple[Part, ...]:
    """`sentence` with the names apart: a name in Arabic must not turn round the figures beside it."""
    either = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if name)
    pieces = re.split(f"({either})", sentence) if either else [sentence]
    parts = (Part(name=piece) if number % 2 else Part(plain=piece) for number, piece in enumerate(pieces))
    return tuple(part for part in parts if part.name or part.plain)


def _begun(sentence: str, names: tuple[str, str]) -> str:
    """`sentence` with a capital, unless it begins with a name, which is printed as it is."""
    return sentence if sentence.startswith(names) else sentence[:1].upper() + sentence[1:]


def _standing(derivation: Derivation) -> str:
    """What the dash between two texts means, where there is no arrow."""
    if derivation.directed:
        return ""
    return {
        DerivationKind.SAME_SOURCE: "",
        DerivationKind.SHARED_QUOTATION: "no copy",
        DerivationKind.REVISION: "order not known",
    }.get(derivation.kind, "direction not known")


def _lead(derivation: Derivation) -> str:
    """How the sentence on the direction begins; nothing where the kind of tie says it already."""
    if derivation.directed:
        return wording.BASIS[derivation.basis]
    told = (DerivationKind.SAME_SOURCE, DerivationKind.SHARED_QUOTATION, DerivationKind.REVISION)
    return "" if derivation.kind in told else wording.BASIS[DirectionBasis.UNKNOWN]


def _naming(article: Article, derivation: Derivation) -> Credit | None:
    """The credit line that a tie to a hidden origin rests on: the one that its reasons quote, else the first."""
    lines = [credit for credit in credits_of(article) if credit.kind is not CreditKind.COPYRIGHT] or credits_of(article)
    quoted = " ".join(reason.detail for reason in derivation.reasons)
    named = (credit for credit in lines if " ".join(article.text[credit.start : credit.end].split()) in quoted)
    return next(named, lines[0] if lines else None)
