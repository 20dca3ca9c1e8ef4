"""How many independent origins stand behind a claim: a range, with what was folded into what and why.

The lower end folds all that may be one; the upper end keeps apart all that may be two. Neither counts copies,
relays or outlets: a hundred outlets that carry a ministry's words are one origin.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, permutations
from urllib.parse import urlsplit

from sayso.corroborate import bodies
from sayso.corroborate.families import Families, Partition
from sayso.corroborate.likely import Likely
from sayso.corroborate.origin_keys import UNSOURCED, Key, country_of, is_bare, rank
from sayso.corroborate.origin_labels import is_in_full, label
from sayso.corroborate.origins import CREDITS, GOES_ON, INDISTINCT, ISSUES, NO_SOURCE, SourceBook, Standing
from sayso.corroborate.passing_on import named_by_all
from sayso.corroborate.perhaps import may_be
from sayso.corroborate.read_as_one import MOST_NAMES, MOST_ORIGINS, is_read
from sayso.corroborate.source_names import Source, is_pronoun
from sayso.corroborate.told_alike import ALIKE
from sayso.corroborate.told_apart import are_of_other_kinds, is_identified, is_person_in_full
from sayso.corroborate.told_figures import ToldFigures
from sayso.corroborate.translations import is_person
from sayso.corroborate.utterances import SAME_WORDS, fold_utterances
from sayso.corroborate.whole_case import WholeCaseStage
from sayso.model import (
    Agent,
    Article,
    Attribution,
    Claim,
    ClaimMention,
    Corroboration,
    Derivation,
    OriginGroup,
    Quantity,
    Reason,
    Record,
)
from sayso.stage import of
from sayso.vocab import SourceKind

_SHOWN_NAMES = 5
_PASSES_ON = "names as its source an outlet that passes this source on"
_UNNAMED = frozenset({"via", "state"})
_SAME_FIGURE = "gives the figure on its word elsewhere in the article"
_BASES = (CREDITS, ISSUES, GOES_ON, _PASSES_ON, _SAME_FIGURE, SAME_WORDS, NO_SOURCE)


def publisher(article: Article) -> str:
    """Who published an article: its publisher, else the host of its address, else its own id."""
    if article.publisher:
        return article.publisher
    host = urlsplit(article.url or "").hostname or ""
    return host.removeprefix("www.") or article.id


class IndependenceStage(WholeCaseStage):
    """Claim → Corroboration."""

    name = "independence"
    version = "21"
    reads = (Claim, ClaimMention, Attribution, Article, Derivation, Agent, Quantity)
    writes = (Corroboration,)

    def read(self, group: Sequence[Record]) -> Iterator[Record]:
        """One Corroboration a claim."""
        articles = {a.id: a for a in of(group, Article)}
        mentions = {m.id: m for m in of(group, ClaimMention)}
        families = Families(articles.values(), of(group, Agent), of(group, Derivation))
        book = SourceBook(of(group, Attribution), articles)
        standing_of = {
            m.id: book.standing(m, articles[m.article_id], families)
            for m in mentions.values()
            if m.article_id in articles
        }
        figures = ToldFigures(mentions.values(), of(group, Quantity), articles)
        figures.note(list(standing_of.values()))
        for claim in of(group, Claim):
            here = [standing_of[m] for m in claim.mention_ids if m in standing_of]
            if here:
                standings = [_by_figure(standing, figures) for standing in here]
                yield _Count(claim, standings, articles, families, book).corroboration()


def _by_figure(standing: Standing, figures: ToldFigures) -> Standing:
    """A headline, or the writer's own word, stands where the same article says whose figure it is."""
    if standing.key[0] not in {"family", "unsourced"} and standing.basis != CREDITS:
        return standing
    told = figures.told_by(standing.mention)
    if told is None or (standing.source and standing.basis != CREDITS):
        return standing
    relays = (*told.relays, standing.source) if standing.source else told.relays
    return replace(standing, key=told.key, source=told.source, relays=relays, basis=_SAME_FIGURE)


def _is_called(standing: Standing) -> bool:
    """Whether a source is called by a noun, not by a pronoun."""
    return standing.source is not None and not is_pronoun(standing.source.printed)


class _Count:
    """The origins of one claim."""

    def __init__(
        self,
        claim: Claim,
        standings: Sequence[Standing],
        articles: Mapping[str, Article],
        families: Families,
        book: SourceBook,
    ) -> None:
        self.claim, self.articles, self.families, self.book = claim, articles, families, book
        self.groups: dict[Key, list[Standing]] = defaultdict(list)
        attributed = [s for s in standings if s.key[0] not in {"family", "unsourced"}]
        named = [s for s in reversed(attributed) if s.basis != CREDITS]
        in_article = {s.mention.article_id: s.key for s in named}
        by_family = {families.of(s.mention.article_id): s.key for s in (*reversed(attributed), *named)}
        by_credit = {credit: s.key for s in named if (credit := families.credited(s.mention.article_id))}
        for standing in standings:
            article_id, key = standing.mention.article_id, standing.key
            if key[0] in {"family", "unsourced"} and attributed:
                # A copy stands where its original stands. All other texts that name nobody are one possible further
                # origin, not one each: where somebody is named, nothing shows that they know it from elsewhere.
                # But what is called by a noun, "party leaders", is not who another article names.
                in_family = UNSOURCED if _is_called(standing) else by_family.get(families.of(article_id), UNSOURCED)
                key = in_article.get(article_id) or in_family
            elif standing.basis == CREDITS:
                # The agency's own headline over a ministry's figure: the article names the ministry for it.
                origin = in_article.get(article_id) or by_family.get(families.of(article_id), key)
                origin = by_credit.get(families.credited(article_id) or "", origin) if origin == key else origin
                if origin != key and standing.source:  # the agency passes it on
                    standing = replace(standing, source=None, relays=(*standing.relays, standing.source))  # noqa: PLW2901
                key = origin
            self.groups[key].append(standing)
        self.standings = standings
        self.named_by: dict[Key, Set[Key]] = {}
        fold_utterances(self.groups, self.book.attributions, self._precedence)
        self._fold_relays()
        self._named_in = {key: {s.mention.article_id for s in held if s.source} for key, held in self.groups.items()}
        self.merged, self.why = self._lenient()
        self.certain = self._certain()
        self._fold_indistinct()

    def corroboration(self) -> Corroboration:
        """The range and its groups, the most definite and most repeated first."""
        certain = self.certain
        ordered = sorted(self.groups, key=lambda key: (key not in certain, *self._precedence(key)))
        article_ids = {s.mention.article_id for s in self.standings}
        return Corroboration(
            claim_id=self.claim.id,
            appearances=len(self.standings),
            articles=len(article_ids),
            publishers=len({publisher(self.articles[a]) for a in article_ids}),
            low=len(certain),
            high=len(self.groups),
            groups=tuple(self._group(key, key in certain, self.why.get(key, ())) for key in ordered),
        )

    def _fold_relays(self) -> None:
        """An outlet that is seen to pass on one source of this very claim has no word of its own in it."""
        passed_on: dict[Key, set[Key]] = defaultdict(set)
        for key, standings in self.groups.items():
            for relay in (r for s in standings for r in s.relays):
                passed_on[self.book.key_of(relay)].add(key)
        in_article: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings:
            in_article[standing.mention.article_id].append(standing)
        for one, other in chain.from_iterable(permutations(here, 2) for here in in_article.values()):
            if one.key[0] == "outlet" != other.key[0] and one.mention.span.overlaps(other.mention.span):
                passed_on[one.key].add(other.key)
        for relay_key, keys in sorted(passed_on.items()):
            others = sorted(keys - {relay_key})
            # Where it passes on several, its own appearances could be any of theirs; "the ministry" is Karvenia's.
            kinds = {key[2] if key[0] == "body" else key for key in others}
            one_body = len(kinds) == 1 and sum(not is_bare(key) for key in others) <= 1
            if relay_key in self.groups and relay_key[0] == "outlet" and (len(others) == 1 or one_body):
                others.sort(key=self._precedence)
                relayed = self.groups.pop(relay_key)
                for standing in relayed:
                    relays = (*standing.relays, standing.source) if standing.source else standing.relays
                    carried = replace(standing, source=None, relays=relays, basis=_PASSES_ON)
                    self.groups[others[0]].append(carried)

    def _untold(self, one: Key, other: Key) -> bool:
        """Whether no language has both of two, or one of them goes by no name."""
        return not self._share_language(one, other) or any(is_bare(key) or self._described(key) for key in (one, other))

    def _share_language(self, one: Key, other: Key) -> bool:
        """Whether a language of the case has both of two."""
        here, there = (frozenset().union(*self.book.keys.languages(key)) for key in (one, other))
        return not here.isdisjoint(there)

    def _names(self, key: Key) -> list[str]:
        """What an origin is called, here first."""
        here = Counter(s.source.printed for s in self.groups[key] if s.source and not is_pronoun(s.source.printed))
        ordered = sorted(here, key=lambda name: (-here[name], name))
        return list(dict.fromkeys((*ordered, *self.book.keys.translations.phrases(key))))[:MOST_NAMES]

    def _fold_indistinct(self) -> None:
        """What cannot be told apart from what is already counted cannot be told apart among itself either.

        Nor where one report names two of them: of 14 such pairs 8 were one, by the marks of two readers.
        """
        ordered = sorted(self.groups, key=self._precedence)
        loose = [key for key in ordered if key not in self.certain and self._indistinct(key)]
        folded: dict[Key, set[str]] = {}  # each with the nations of what was folded into it
        for key in loose:
            nations = self._nations([key])
            into = next((kept for kept, known in folded.items() if len(known | nations) <= 1), None)
            folded.setdefault(into or key, set()).update(nations)
            if into:
                self.groups[into].extend(self.groups.pop(key))
                self.why[into] = tuple(dict.fromkeys((*self.why.get(key, ()), *self.why.get(into, ()))))

    def _nations(self, keys: Iterable[Key]) -> set[str]:
        """The nations of those of the origins that are unnamed sources; what names nobody has none."""
        return {nation for key in keys if key[0] in _UNNAMED and (nation := self._country(key))}

    def _indistinct(self, key: Key) -> bool:
        """Whether an origin is only unnamed, general, gone on from, by a translated name, or passes on another."""
        codes = {"relays", "translated", "untold", "told_alike", "may_be" if key[0] == "body" else "office"}
        folded = any(reason.code in codes for reason in self.why.get(key, ()))
        return key[0] in INDISTINCT or is_bare(key) or folded or self._goes_on_only(key)

    def _certain(self) -> set[Key]:
        """Of each set of origins that may be one the most definite."""
        sets = ([key for key in members if key in self.groups] for members in self.merged.sets())
        return {min(members, key=self._precedence) for members in sets if members}

    def _goes_on_only(self, key: Key) -> bool:
        """Whether no appearance names this origin itself: each only goes on from a sentence that does."""
        return all(s.basis in {GOES_ON, NO_SOURCE} for s in self.groups[key])

    def _precedence(self, key: Key) -> tuple[bool, bool, int, int, int, int, Key]:
        by_last_name = key[0] == "person" and len(key) == 2  # behind those who bear it with their first names
        described = key[0] == "person" and self._described(key)
        return (
            self._goes_on_only(key),
            not self._is_identified(key),
            rank(key),
            by_last_name + 2 * described,
            -len({s.mention.article_id for s in self.groups[key] if s.source and is_in_full(s.source)}),
            -len({s.mention.article_id for s in self.groups[key]}),
            key,
        )

    def _lenient(self) -> tuple[Partition[Key], dict[Key, tuple[Reason, ...]]]:
        """The groups merged under lenient rules, and for each why it may be no origin of its own."""
        merged = Partition(sorted(self.groups))
        nations = {key: self._nations([key]) for key in self.groups}  # of all that is merged with a key
        why: dict[Key, list[Reason]] = defaultdict(list)
        ordered = sorted(self.groups, key=self._precedence)
        likely = Likely(ordered, self.book, self._is_general) if len(ordered) > MOST_ORIGINS else None
        if likely is None:
            self.book.told_alike.read_ahead(self._attributions(key) for key in ordered)
        labels = {key: self._label(key) for key in ordered}
        together = {key: [key] for key in self.groups}
        for at, other in enumerate(ordered):
            before = ordered[:at] if likely is None else list(likely.before(at))
            self.book.read_names.read_ahead(
                (self._names(one), self._names(other)) for one in before if self._asks(one, other)
            )
            for one in before:
                reason = self._may_be_same(one, other, labels[one])
                # A source of no known nation may be a Frenchman or an American, but it makes no American a Frenchman.
                if reason and len(nations[one] | nations[other]) <= max(1, len(nations[one])):
                    merged.merge(one, other)
                    of_all, members = nations[one] | nations[other], [*together[one], *together[other]]
                    for key in members:
                        nations[key], together[key] = of_all, members
                    why[other].append(reason)
                    break
        return merged, {key: tuple(reasons) for key, reasons in why.items()}

    def _is_general(self, key: Key) -> bool:
        """Whether an origin may be any other by what is told of it here, not by what it is called."""
        described = key[0] == "person" and self._described(key)
        general = described or key in self.book.wires or self._goes_on_only(key) or self._unnamed_outlets(key)
        return general or bool(self._named_by(key)) or not self._is_identified(key)

    def _named_by(self, outlet: Key) -> Set[Key]:
        """The bodies that an outlet names wherever it says this: it may have it from them."""
        if outlet[0] == "outlet" and outlet not in self.named_by:
            self.named_by[outlet] = frozenset(named_by_all(self.groups[outlet], self.book.keys))
        return self.named_by.get(outlet, frozenset())

    def _may_be_same(self, one: Key, other: Key, name: str) -> Reason | None:
        """Why `other`, the less definite, may go back to `one`, which is called `name`."""
        kind = other[0]
        if kind == "unsourced":
            told = any(s.source for s in self.groups[other])
            short = "is named too loosely to" if told else "names nobody who could"
            return Reason(code="no_source", detail=f"{short} be told apart from {name}")
        if kind == "family":
            return Reason(code="no_source", detail="names no source; nothing shows that it has one of its own")
        if self._goes_on_only(other):
            return Reason(code="goes_on", detail="no article names it for these very words, they only go on from it")
        by_name = self._by_name(one, other, name) or self._of_one_side(one, other, name)
        if by_name:
            return by_name
        passes_on = other in self.book.wires and all(s.basis != CREDITS for s in self.groups[other])
        if passes_on and one[0] in {"body", "person"}:
            return Reason(code="relays", detail=f"is an agency, which mostly passes on others; here it may be {name}")
        if one in self._named_by(other):
            return Reason(code="relays", detail=f"names {name} where it says this, and may have it from there")
        if (one, other) in self.book.same or (other, one) in self.book.same:
            if kind == "outlet":
                return Reason(code="relays", detail=f"elsewhere in this coverage it passes on {name}")
            return Reason(code="speaks_for", detail=f"elsewhere in this coverage named together with {name}")
        if self._differ(one, other):
            return None
        if not (self._is_identified(one) and self._is_identified(other) and self._share_language(one, other)):
            return Reason(code="untold", detail=f"nothing in this coverage says that it is another than {name}")
        if self._told_alike(one, other):
            return Reason(
                code="told_alike", detail=f"is spoken of here much as {name} is; it may be it, or speak for it"
            )
        return None

    def _differ(self, one: Key, other: Key) -> bool:
        """Whether a report has both for this, or they are of two lands or of other kinds, or two people by name."""
        if self._both_named(one, other):
            return True
        lands = {self._country(key) for key in (one, other)} - {None, ""}
        if len(lands) > 1 or are_of_other_kinds(self._kinds(one), self._kinds(other)):
            return True
        return all(is_person_in_full(key, self._sources(key)) for key in (one, other))

    def _both_named(self, one: Key, other: Key) -> bool:
        """Whether a report names both for this."""
        return not self._named_in[one].isdisjoint(self._named_in[other])

    def _told_alike(self, one: Key, other: Key) -> bool:
        """Whether a network that reads where both are named for this finds it likely that they are one.

        It is not asked of two of a kind of which each has a name: two unions, two firms.
        """
        if len(self.groups) > MOST_ORIGINS or self._kinds(one) & self._kinds(other) & bodies.kind("named"):
            return False
        alike = self.book.told_alike.alike(self._attributions(one), self._attributions(other))
        return alike is not None and alike >= ALIKE

    def _attributions(self, key: Key) -> list[str]:
        """The attributions that name an origin for this claim."""
        return [s.mention.attribution_id for s in self.groups[key] if s.source and s.mention.attribution_id]

    def _is_identified(self, key: Key) -> bool:
        return is_identified(key, self._sources(key))

    def _sources(self, key: Key) -> Iterator[Source]:
        return (s.source for s in self.groups[key] if s.source)

    def _by_name(self, one: Key, other: Key, name: str) -> Reason | None:
        """Why `other` may be `one` by what both are called."""
        if self.book.keys.may_lead(other, one) or (is_bare(other) and self.book.keys.may_lead(one, other)):
            detail = f"is told by an office, and nothing says whose; it may be that of {name}"
            return Reason(code="office", detail=detail)
        perhaps = self._perhaps(one, other)
        if perhaps:
            return Reason(code="may_be", detail=perhaps.format(name))
        if self.book.keys.are_of_rebels(one, other):
            return Reason(code="may_be", detail=f"rules in a state's stead too; nobody says that it is not {name}")
        if self._may_be_read_as_one(one, other):
            return Reason(code="translated", detail=f"by what it is called it may be {name}")
        if self.book.keys.may_translate(one, other):
            detail = f"no language of this coverage has both names; it may be {name}, translated"
            return Reason(code="translated", detail=detail)
        return None

    def _may_be_read_as_one(self, one: Key, other: Key) -> bool:
        """Whether a network that reads what both are called finds it likely that they are one."""
        return self._asks(one, other) and self.book.read_names.may_be_one(self._names(one), self._names(other))

    def _asks(self, one: Key, other: Key) -> bool:
        """Whether a network is asked what it makes of two names: no rule can tell them apart."""
        if len(self.groups) > MOST_ORIGINS or not (is_read(one) and is_read(other) and self._untold(one, other)):
            return False
        if are_of_other_kinds(self._kinds(one), self._kinds(other)):
            return False  # "the airline", "机场"
        return not (is_person(self._names(one)) and is_person(self._names(other)))

    def _kinds(self, key: Key) -> set[str]:
        """What kinds of body an origin is called by here; of an outlet those whom it names where it says this."""
        if key[0] == "outlet":
            return {body[2] for body in self._named_by(key) if body[0] == "body"}
        return {s.source.body for s in self.groups[key] if s.source and s.source.body}

    def _of_one_side(self, one: Key, other: Key, name: str) -> Reason | None:
        """Why `other`, which names a land, a town or nobody, may be `one`."""
        kind = other[0]
        here, there = self._country(one), self._country(other)
        if kind == "state" and (here == there or is_bare(one)):
            return Reason(code="same_side", detail=f"too general to be told apart from {name}")
        if self.book.keys.gazetteer.is_town(other) and one[0] == "body" and bodies.governs(one[2]):
            return Reason(code="same_side", detail=f"is called by a town alone; {name} may govern there")
        if kind == "via" and one[0] == "body" and here == there:
            return Reason(code="unnamed", detail=f"names nobody; {name} may be among them, or behind them")
        if one[0] == "outlet" and self._unnamed_outlets(other) and (here is None or there is None or here == there):
            return Reason(code="unnamed", detail=f"names no outlet; {name} may be among them")
        if {one[0], kind} <= _UNNAMED and (here is None or there is None or here == there):
            return Reason(code="unnamed", detail=f"unnamed sources that may be the same as those of {name}")
        return None

    def _perhaps(self, one: Key, other: Key) -> str | None:
        """Why two of which each has a name, or words for what it is, may be one, with {} for the name of `one`."""
        if one[0] == other[0] == "person" and self._described(other):
            return "is called by what it is, not by its name; {} may be it"
        if (one, other) in self.book.short or (other, one) in self.book.short:
            return "one of the two names may be short for the other, {}"
        return may_be(one, other)

    def _described(self, key: Key) -> bool:
        """Whether an origin has no name in any appearance: "the Lundhavn senator"."""
        sources = [s.source for s in self.groups[key] if s.source]
        return bool(sources) and all(source.described for source in sources)

    def _unnamed_outlets(self, key: Key) -> bool:
        """Whether an origin is nothing but outlets without a name: "Russian media"."""
        sources = [s.source for s in self.groups[key] if s.source]
        return bool(sources) and all(source.vague and source.kind is SourceKind.OUTLET for source in sources)

    def _country(self, key: Key) -> str | None:
        if key[0] in {"body", "state"}:
            return country_of(key)
        return next((s.source.country for s in self.groups[key] if s.source and s.source.country), None)

    def _label(self, key: Key) -> str:
        return label(key, self.groups[key])

    def _group(self, key: Key, certain: bool, why: Sequence[Reason]) -> OriginGroup:
        standings = self.groups[key]
        article_ids = tuple(sorted({s.mention.article_id for s in standings}))
        return OriginGroup(
            origin=self._label(key),
            article_ids=article_ids,
            certain=certain,
            reasons=(*self._naming(standings), *self._relaying(standings), *self._copying(article_ids), *why),
        )

    def _naming(self, standings: Sequence[Standing]) -> Iterator[Reason]:
        names = Counter(s.source.printed for s in standings if s.source)
        if names:
            shown = sorted(names, key=lambda name: (-names[name], name))
            ids = tuple(s.mention.id for s in standings if s.source)
            more = f" and {len(shown) - _SHOWN_NAMES} other spellings" if len(shown) > _SHOWN_NAMES else ""
            detail = f"said to come from: {', '.join(shown[:_SHOWN_NAMES])}{more}"
            yield Reason(code="same_source", detail=detail, evidence=ids)
        for basis in _BASES:
            ids = tuple(s.mention.id for s in standings if s.basis == basis)
            if ids:
                count = len({s.mention.article_id for s in standings if s.basis == basis})
                plain = f"{count} article{'s' if count > 1 else ''}: {basis}"
                yield Reason(code="basis", detail=plain, evidence=ids)

    @staticmethod
    def _relaying(standings: Sequence[Standing]) -> Iterator[Reason]:
        relays = Counter(relay.printed for s in standings for relay in s.relays)
        if relays:
            shown = sorted(relays, key=lambda name: (-relays[name], name))[:_SHOWN_NAMES]
            ids = tuple(s.mention.id for s in standings if s.relays)
            yield Reason(code="relayed", detail=f"passed on by: {', '.join(shown)}", evidence=ids)

    def _copying(self, article_ids: Sequence[str]) -> Iterator[Reason]:
        links = self.families.links_among(set(article_ids))
        if links:
            kinds = ", ".join(sorted({str(link.kind.value).replace("_", " ") for link in links}))
            plain = f"{len(links)} pair{'s' if len(links) > 1 else ''} of these articles share text ({kinds})"
            yield Reason(code="same_text", detail=plain, evidence=tuple(link.id for link in links))
