"""Appearances: one mention of a claim, whose say-so it stands on, how sure it is put, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.source_kinds import is_pronoun
from sayso.corroborate.concepts import adds, concepts
from sayso.letters import IN_WORD
from sayso.model import Article, Attribution, Certainty, ClaimMention
from sayso.report import quoting, wording
from sayso.report.quoting import Quote
from sayso.report.records import CaseRecords
from sayso.spans import Span
from sayso.vocab import CertaintyLevel, SourceKind

_MOST_LABEL = 80  # characters of a publisher's name; real ones have up to about 40
_MOST_NESTING = 5  # tellers in a chain; real news has up to three

_WORDS = re.compile(f"{IN_WORD}+")

SAID, OWN, CARRIED, UNCLEAR = "said", "own", "carried", "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article as it is referred to: its number in the case, its publisher, its date."""

    number: int
    name: str
    when: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A source as printed, what kind of source it is, and the cue; `resolved` is who "he" is, where the text says."""

    source: Quote | None
    kind: str
    resolved: str
    cue: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One mention of a claim.

    `voice` is "said" (attributed), "own" (the writer's), "carried" (the writer's, going on from an attributed
    sentence) or "unclear". `tellers` are the sources, nearest to the words first; for "carried", the source
    of the sentence before. `sure` is how sure the words are put, `hedges` the words that show it.
    """

    anchor: str
    article: ArticleRef
    quote: Quote
    voice: str
    tellers: tuple[Teller, ...]
    manner: str
    sure: str
    flat: bool
    hedges: tuple[Quote, ...]
    role: str

    @property
    def speaker(self) -> str:
        """Who says it, in one label."""
        if self.voice == OWN:
            return wording.OWN_VOICE
        names = [teller.source.text for teller in self.tellers if teller.source]
        if self.voice == CARRIED:
            return wording.OWN_VOICE
        return names[0] if names else next((t.kind for t in self.tellers), wording.SOURCE_KIND[SourceKind.NONE])


def article_ref(records: CaseRecords, article: Article) -> ArticleRef:
    """How `article` is referred to in this case."""
    number = records.number_by_article.get(article.id, 0)
    name = article.publisher or quoting.host(article.url) or f"article {number}, publisher not stated"
    return ArticleRef(
        number=number,
        name=quoting.first_words(quoting.one_line(name), _MOST_LABEL),
        when=wording.clock(article.published),
        anchor=quoting.anchor(article.id),
    )


def appearance(records: CaseRecords, mention: ClaimMention) -> Appearance | None:
    """The view of one mention; None when its article is not among the records."""
    article = records.article_by_id.get(mention.article_id)
    if article is None:
        return None
    certainty = _certainty(records, mention)
    return Appearance(
        anchor=quoting.anchor(mention.id),
        article=article_ref(records, article),
        quote=quoting.quote(mention.span.exact, article.language),
        voice=voice(records, mention),
        tellers=_tellers(records, article, mention),
        manner=_manner(records, mention),
        sure=wording.sureness(certainty) if certainty else "",
        flat=certainty is None or certainty.value is CertaintyLevel.CERTAIN,
        hedges=_hedges(article, certainty.cues) if certainty else (),
        role=wording.ROLE.get(mention.role, ""),
    )


def appearances(records: CaseRecords, mention_ids: tuple[str, ...]) -> list[Appearance]:
    """The views of several mentions, by article number and place in the text; a part is told by its whole."""
    given = set(mention_ids)
    told = [
        one for one in mention_ids if one not in records.whole_by_part or records.whole_by_part[one].id not in given
    ]
    found = [records.mention_by_id[mention_id] for mention_id in told if mention_id in records.mention_by_id]
    found.sort(key=lambda m: (records.number_by_article.get(m.article_id, 0), m.span.start, m.id))
    return [view for mention in found if (view := appearance(records, mention))]


def says_least(views: Sequence[Appearance]) -> Appearance:
    """The appearance that adds least to what the others have in common, and leaves out least: the first, of several.

    Each wording counts once, however often it was copied: blame in one much reprinted headline is no common ground.
    """
    wordings = {view.quote.text: frozenset(_WORDS.findall(view.quote.text.casefold())) for view in views}
    common = Counter(word for words in set(wordings.values()) for word in words)

    def added(view: Appearance) -> int:
        return sum(common[word] * 2 < len(wordings) for word in wordings[view.quote.text])

    told = {text: concepts(text, view.quote.language) for view in views if (text := view.quote.text)}
    stated = Counter(concept for held in told.values() for concept in held)
    each = list(told.values())
    core = {concept for concept, count in stated.items() if count * 2 >= len(told)}

    def away(view: Appearance) -> tuple[int, int]:
        held = told[view.quote.text]
        return adds(held, each) + len(core - held), added(view)

    return min(views, key=away)


def best_told(views: Sequence[Appearance]) -> Appearance:
    """The appearance that says whose say-so it is, from the text rather than its headline, in English if there is one.

    A headline seldom names its source though the sentence under it does.
    """
    return min(views, key=lambda v: (v.voice != SAID, v.role != "", not v.quote.language.startswith("en")))


def voice(records: CaseRecords, mention: ClaimMention) -> str:
    """In whose voice the words stand: "said", "own", "carried" or "unclear"."""
    if mention.attribution_id:
        return SAID if mention.attribution_id in records.attribution_by_id else UNCLEAR
    return CARRIED if mention.carried_over_id in records.attribution_by_id else OWN


def _certainty(records: CaseRecords, mention: ClaimMention) -> Certainty | None:
    known = records.certainties_by_mention.get(mention.id, ())
    if not known:
        return None
    return known[0] if mention.attribution_id else known[-1]  # the holders' come first, the writer's last


def _manner(records: CaseRecords, mention: ClaimMention) -> str:
    attribution = records.attribution_by_id.get(mention.attribution_id or "")
    return wording.MANNER[attribution.manner] if attribution else ""


def _tellers(records: CaseRecords, article: Article, mention: ClaimMention) -> tuple[Teller, ...]:
    first = mention.attribution_id or mention.carried_over_id
    return tuple(teller(article, attribution) for attribution in _chain(records, first))


def _chain(records: CaseRecords, first: str | None) -> Iterator[Attribution]:
    seen: set[str] = set()
    following = first
    while following and following not in seen and len(seen) < _MOST_NESTING:
        seen.add(following)
        attribution = records.attribution_by_id.get(following)
        if attribution is None:
            return
        yield attribution
        following = attribution.within_id


def teller(article: Article, attribution: Attribution) -> Teller:
    """The source and cue of one attribution, as printed."""
    unclear = attribution.source_kind is SourceKind.UNCLEAR
    printed = "" if unclear else attribution.source_name or _pieces(attribution.source)
    cue = _pieces(attribution.cue)
    kind = attribution.source_kind if printed or unclear else SourceKind.NONE
    resolved = quoting.one_line(attribution.resolved_name or "")
    open_pronoun = kind is SourceKind.ROLE and not resolved and is_pronoun(printed, article.language)
    left_out = bool(resolved) and not printed
    return Teller(
        source=quoting.quote(printed, article.language) if printed else None,
        kind=wording.PRONOUN if open_pronoun else wording.LEFT_OUT if left_out else wording.SOURCE_KIND[kind],
        resolved="" if resolved.casefold() == quoting.one_line(printed).casefold() else resolved,
        cue=quoting.quote(cue, article.language) if cue else None,
    )


def _hedges(article: Article, cues: tuple[Span, ...]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quoting.quote(cue.exact, article.language) for cue in cues))


def _pieces(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.exact for span in sorted(spans, key=lambda s: s.start))
