"""The stage that says how certain each claim is put, for whoever makes it, and what its words do.

FactBank's scale (Saurí & Pustejovsky 2009): certain, probable, possible, underspecified; affirmed or denied. One
value per claim mention, for its own holder: the source of its attribution, or the writer. The mode tells a
statement from a hypothesis, a prediction, an opinion and a question.

Where a language has no lexicon the value is underspecified: "certain" would be a guess there.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.annotate.certainty_reading import Reading, Sentence, Voice, read_claim, read_sentence
from sayso.annotate.certainty_words import CertaintyWords, certainty_words
from sayso.annotate.phrases import tokenise
from sayso.model import Article, Attribution, Certainty, ClaimMention, Record
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import CertaintyLevel, Mode, Polarity


class CertaintyStage:
    """Article, Attribution, ClaimMention → Certainty."""

    name = "certainty"
    version = "1"
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
    read: dict[tuple[int, int], Sentence] = {}
    for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end, c.id)):
        attribution = attributions.get(claim.attribution_id or "")
        if words is None:
            yield _certainty(article, claim, attribution, _unread(claim), None)
            continue
        bounds = _sentence_of(article, starts, claim.span)
        if bounds not in read:
            read[bounds] = read_sentence(article.text, *bounds, words)
        voice = voice_of(attribution, claim.span, words)
        reading = read_claim(read[bounds], (claim.span.start, claim.span.end), words, voice)
        yield _certainty(article, claim, attribution, reading, read[bounds])


def _unread(claim: ClaimMention) -> Reading:
    asks = claim.span.exact.rstrip("\"”’»' ").endswith(("?", "？", "؟"))
    mode = Mode.QUESTION if asks else Mode.STATEMENT
    return Reading(CertaintyLevel.UNDERSPECIFIED, Polarity.POSITIVE, mode)


def _certainty(
    article: Article, claim: ClaimMention, attribution: Attribution | None, reading: Reading, sentence: Sentence | None
) -> Certainty:
    places: set[tuple[int, int]] = set()
    if sentence:
        tokens = sentence.tokens
        places = {(tokens[h.first].start, tokens[h.last - 1].end) for h in reading.cues if h.first < len(tokens)}
    return Certainty(
        article_id=article.id,
        claim_mention_id=claim.id,
        holder=attribution.source_name if attribution else None,
        value=reading.value,
        polarity=reading.polarity,
        mode=reading.mode,
        cues=tuple(article.span(*place) for place in sorted(places)),
    )


def _sentence_of(article: Article, starts: Sequence[int], span: Span) -> tuple[int, int]:
    """The sentence that a span begins in, as far as the span reaches; the span itself where there is none."""
    i = bisect_right(starts, span.start) - 1
    if i >= 0 and article.sentences[i][1] > span.start:
        return article.sentences[i][0], max(article.sentences[i][1], span.end)
    return span.start, span.end


def voice_of(attribution: Attribution | None, content: Span, words: CertaintyWords) -> Voice:
    """Whose claim `content` is, and what the reporting cue says about that holder's certainty."""
    if attribution is None:
        return Voice()
    groups: set[str] = set()
    for cue in attribution.cue:
        tokens = tokenise(cue.exact)
        for at in range(len(tokens)):
            if found := words.cues.match(tokens, at):
                groups |= found[1]
    before = [s.end for s in (*attribution.cue, *attribution.source) if s.end <= content.start]
    return Voice(is_writer=False, cue=frozenset(groups), cue_end=max(before, default=content.start))
