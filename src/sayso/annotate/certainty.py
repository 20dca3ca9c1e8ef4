"""The stage that says how certain each claim is put, for whoever makes it, and what its words do.

FactBank's scale (Saurí & Pustejovsky 2009): certain, probable, possible, underspecified; affirmed or denied. One
value per claim mention, for its own holder: the source of its attribution, or the writer. The mode tells a
statement from a hypothesis, a prediction, an opinion and a question.

Where a language has no lexicon the value is underspecified: "certain" would be a guess there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.annotate.certainty_reading import Reading, Voice, read_claim
from sayso.annotate.certainty_sentences import Hit, Sentence, complement_end, read_sentence
from sayso.annotate.certainty_words import CertaintyWords, certainty_words
from sayso.annotate.phrases import Token
from sayso.model import Article, Attribution, Certainty, ClaimMention, Record
from sayso.parts import whole_of
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import CertaintyLevel, Mode, Polarity

_DENIAL_REACH = 3  # tokens before a reporting cue in which a negation denies it ("did not immediately confirm")
_STOPS = frozenset(".!?;:,。，、")


class CertaintyStage:
    """Article, Attribution, ClaimMention → Certainty."""

    name = "certainty"
    version = "14"
    config = None
    reads: tuple[type[Record], ...] = (Article, Attribution, ClaimMention)
    writes: tuple[type[Record], ...] = (Certainty,)

    def keys(self, record: Record) -> Iterable[str]:
        """The id of the article."""
        return (record.article_id if isinstance(record, Attribution | ClaimMention) else record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """One certainty for each claim mention, in the order of the text."""
        del key
        attributions = {a.id: a for a in of(group, Attribution)}
        for article in of(group, Article):
            claims = [c for c in of(group, ClaimMention) if c.article_id == article.id]
            yield from certainties(article, claims, attributions)


def certainties(
    article: Article, claims: Iterable[ClaimMention], attributions: Mapping[str, Attribution]
) -> Iterator[Certainty]:
    """How certain each of `claims` is put."""
    words = certainty_words(article.language)
    starts = [start for start, _ in article.sentences]
    claims = list(claims)
    tokens = words.tokens(article.text, _edges(article, claims, attributions)) if words else []
    places = [t.start for t in tokens]
    read: dict[tuple[int, int], Sentence] = {}
    wholes = whole_of(claims)
    for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end, c.id)):
        attribution = attributions.get(claim.attribution_id or "")
        if words is None:
            yield _certainty(article, claim, attribution, _unread(claim))
            continue
        spans = [one.span for one in (claim, wholes.get(claim.id)) if one]
        bounds = _sentence_of(article, starts, spans[-1])
        if bounds not in read:
            own = tokens[bisect_left(places, bounds[0]) : bisect_left(places, bounds[1])]
            read[bounds] = read_sentence(article.text, own, words)
        voices = [voice_of(attribution, span, words, tokens) for span in spans]
        readings = [
            read_claim(read[bounds], (span.start, span.end), words, voice)
            for span, voice in zip(spans, voices, strict=True)
        ]
        yield _certainty(article, claim, attribution, _within(readings[0], readings[-1]))


def _edges(article: Article, claims: Iterable[ClaimMention], attributions: Mapping[str, Attribution]) -> Iterator[int]:
    """Where claims, sources and cues begin and end: between words, also where none of them are written apart."""
    told = (a for a in attributions.values() if a.article_id == article.id)
    for span in (*(claim.span for claim in claims), *(span for a in told for span in (*a.cue, *a.source))):
        yield from (span.start, span.end)


def _within(own: Reading, whole: Reading) -> Reading:
    """A part is as certain as its whole, "may have been hit, | killing 17"; whether it denies it says itself."""
    if (whole.value, whole.mode) == (CertaintyLevel.CERTAIN, Mode.STATEMENT):
        return own
    return Reading(whole.value, own.polarity, whole.mode, whole.cues)


def _unread(claim: ClaimMention) -> Reading:
    asks = claim.span.exact.rstrip("\"”’»' ").endswith(("?", "？", "؟"))
    mode = Mode.QUESTION if asks else Mode.STATEMENT
    return Reading(CertaintyLevel.UNDERSPECIFIED, Polarity.POSITIVE, mode)


def _certainty(article: Article, claim: ClaimMention, attribution: Attribution | None, reading: Reading) -> Certainty:
    return Certainty(
        article_id=article.id,
        claim_mention_id=claim.id,
        holder=(attribution.source_name or attribution.resolved_name) if attribution else None,
        value=reading.value,
        polarity=reading.polarity,
        mode=reading.mode,
        cues=tuple(article.span(*place) for place in sorted(set(reading.cues))),
    )


def _sentence_of(article: Article, starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The sentence that a span begins in, as far as the span reaches; the span itself where there is none."""
    i = bisect_right(starts, span.start) - 1
    if i >= 0 and article.sentences[i][1] > span.start:
        return article.sentences[i][0], max(article.sentences[i][1], span.end)
    return span.start, span.end


def voice_of(attribution: Attribution | None, content: Span, words: CertaintyWords, tokens: Sequence[Token]) -> Voice:
    """Whose claim `content` is, and what the reporting cue, among the article's `tokens`, says about certainty."""
    if attribution is None:
        return Voice()
    groups: dict[str, tuple[int, int]] = {}
    for cue in attribution.cue:
        first = bisect_left(tokens, cue.start, key=lambda t: t.start)
        last = bisect_left(tokens, cue.end, key=lambda t: t.start)
        groups.update(_spoken(tokens, first, last, words))
    if place := groups.get("cue_provisional") or _provisional(tokens, attribution.source, words):
        groups.setdefault("cue_probable", place)
    before = [s.end for s in (*attribution.cue, *attribution.source) if s.end <= content.start]
    end = max(before, default=content.start)
    return Voice(is_writer=False, cue=groups, cue_end=end, is_named=bool(attribution.source))


def _provisional(tokens: Sequence[Token], source: Iterable[Span], words: CertaintyWords) -> tuple[int, int] | None:
    """Where a source calls itself preliminary ("according to initial findings of the police"): it may be corrected."""
    for span in source:
        first = bisect_left(tokens, span.start, key=lambda t: t.start)
        last = bisect_left(tokens, span.end, key=lambda t: t.start)
        for at in range(first, last):
            if _is_in(words, tokens, at, "cue_provisional"):
                return tokens[at].start, tokens[at].end
    return None


def _spoken(tokens: Sequence[Token], first: int, last: int, words: CertaintyWords) -> dict[str, tuple[int, int]]:
    """The groups of the reporting cue `[first, last)` and where they stand; a denial of it leaves its content open."""
    found: dict[str, tuple[int, int]] = {}
    denied: int | None = None
    spent = 0
    for at in range(max(0, first - _DENIAL_REACH), last):
        if at < spent:
            continue  # "rule out" of "do not rule out"
        if tokens[at].word in _STOPS:
            denied = None
        known = words.groups.match(tokens, at)
        if known and "unknown" in known[1] and known[0] > first:
            return {"cue_unknown": (tokens[at].start, tokens[min(known[0], last) - 1].end)}
        if known and Hit(at, *known).denies and not _is_in(words, tokens, at, "cue_deny"):
            denied = at if denied is None else denied
            continue
        if at < first:
            continue
        spoken = words.cues.match(tokens, at)
        groups = spoken[1] if spoken else frozenset()
        spent = spoken[0] if spoken else at
        place = (tokens[at].start, tokens[(spoken[0] if spoken else at + 1) - 1].end)
        opens = known and complement_end(tokens, Hit(at, *known), words)
        if denied is not None and (opens or "cue_deny" in groups):
            return {"cue_unknown": (tokens[denied].start, place[1])}
        found |= dict.fromkeys(groups, place)
    return found


def _is_in(words: CertaintyWords, tokens: Sequence[Token], at: int, group: str) -> bool:
    spoken = words.cues.match(tokens, at)
    return bool(spoken and group in spoken[1])
