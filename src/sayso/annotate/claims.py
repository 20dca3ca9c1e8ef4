"""The stage that cuts an article into claim mentions, each under the voice it is given in.

A content of an attribution is a mention under that attribution, sentence by sentence. What is left is the writer's
own: whole sentences that hold no attribution, and what stands beside one where that is a statement of its own.
No own-voice mention holds attributed words, nor a quotation whose speaker could not be found: that is nobody's.
Questions, greetings and bare headings are not claims; a headline is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate import cues, quotations
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.carrying import goes_on, only_shows, points_back, tells_on
from sayso.annotate.clocks import past_clock
from sayso.annotate.content_clauses import content_clauses
from sayso.annotate.cues import CueKind, Grammar
from sayso.annotate.neighbours import merged, sentences_in
from sayso.annotate.relations import CARRIED, LEARNED, LEARNED_OBJECT, OBJECTS, PROJECTED_OBJECT, Stretch
from sayso.annotate.rests import Edges, rests
from sayso.annotate.statement_parts import statement_parts
from sayso.annotate.stretches import MAX_CHARS, balanced, count_figures, count_words, is_question, trimmed
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Attribution, Block, ClaimMention, Record, Skip
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import BlockRole, Manner, SkipReason

CLAIM_ROLES = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
MIN_WORDS = 3  # "Read more" and "No comment" are two
SELF_CONTAINED = 4  # words; of shorter contents most are noun phrases ("a crew of six")
NOUN_PHRASE = 10  # words of a content without a verb that needs its speaker and cue to say anything
NOMINAL = OBJECTS | {"verb-infinitive", LEARNED_OBJECT, PROJECTED_OBJECT}  # contents that are no clauses
LONGEST_TAIL = 60  # code points of a phrase of time or number that closes a sentence
APART = 20  # code points between a source and its cue that still make one phrase of them ("Lenz, on Friday, said")
BEFORE_THAT = 40  # code points between a verb and its "that" ("declared on Monday night that “…”")
_SENT = frozenset("-–—")  # what leads on from a dateline


class ClaimStage:
    """Article, Attribution → ClaimMention.

    Where reading the attributions of an article failed there are no claims: in the writer's own voice stood what
    others say. The failure is a Skip, and it is told.
    """

    name = "claims"
    version = "16"
    config = None
    reads: tuple[type[Record], ...] = (Article, Attribution, Skip)
    writes: tuple[type[Record], ...] = (ClaimMention,)

    def keys(self, record: Record) -> Iterable[str]:
        """The id of the article, for an attribution too, and for a Skip that says that there could be none."""
        if isinstance(record, Skip):
            failed = record.stage == AttributionStage.name and record.reason is SkipReason.STAGE_FAILED
            return (record.subject,) if failed else ()
        return (record.article_id if isinstance(record, Attribution) else record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """The claim mentions of one article, in the order of the text."""
        del key
        if of(group, Skip):
            return
        for article in of(group, Article):
            yield from claim_mentions(article, of(group, Attribution))


def claim_mentions(article: Article, attributions: Sequence[Attribution]) -> Iterator[ClaimMention]:
    """The claim mentions of an article whose attributions are known.

    Nothing where the language has no cue lexicon: there the writer's own voice cannot be told from others'.
    """
    grammar = cues.grammar(article.language)
    if grammar is None:
        return
    mine = sorted((a for a in attributions if a.article_id == article.id and a.asserted), key=_first_place)
    mentions = [*_attributed(article, mine, grammar), *_own_voice(article, mine, grammar)]
    mentions += [part for mention in mentions for part in _parts(article, mention, grammar)]
    given: set[str] = set()
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.attribution_id or "")):
        if mention.id not in given:
            given.add(mention.id)
            yield mention


def _parts(article: Article, mention: ClaimMention, grammar: Grammar) -> Iterator[ClaimMention]:
    """The parts of a mention that are claims too, in its voice."""
    for part in statement_parts(article, (mention.span.start, mention.span.end), grammar):
        yield replace(mention, span=article.span(*part), id="")


def _first_place(attribution: Attribution) -> tuple[int, str]:
    return min(span.start for span in (*attribution.content, *attribution.cue, *attribution.source)), attribution.id


def _blocks_by_sentence(article: Article) -> Iterator[tuple[Block, list[Stretch]]]:
    """Each block that claims are read from, with its sentences."""
    starts = [start for start, _ in article.sentences]
    for block in article.blocks:
        if block.role not in CLAIM_ROLES:
            continue
        i = max(0, bisect_right(starts, block.start) - 1)
        held: list[Stretch] = []
        while i < len(starts) and starts[i] < block.end:
            start, end = max(starts[i], block.start), min(article.sentences[i][1], block.end)
            if start < end:
                held.append((start, end))
            i += 1
        yield block, held or [(block.start, block.end)]


def _attributed(article: Article, attributions: Sequence[Attribution], grammar: Grammar) -> Iterator[ClaimMention]:
    taken = _taken(attributions)
    by_block = list(_blocks_by_sentence(article))
    sentences = [(start, end, block.role) for block, held in by_block for start, end in held]
    starts = [start for start, _, _ in sentences]
    for attribution in attributions:
        touched: dict[int, list[Stretch]] = {}
        for piece in sorted(_told(article, attribution), key=lambda span: span.start):
            i = max(0, bisect_right(starts, piece.start) - 1)
            while i < len(sentences) and sentences[i][0] < piece.end:
                low, high = max(piece.start, sentences[i][0]), min(piece.end, sentences[i][1])
                if low < high:
                    known = touched.setdefault(i, [(low, high)])
                    if _are_parted(article.text, known[-1], (low, high), attribution, grammar):
                        known.append((low, high))
                    else:
                        known[-1] = (known[-1][0], max(known[-1][1], high))
                i += 1
        for i, low, high in ((i, *part) for i, parts in sorted(touched.items()) for part in parts):
            stop = _with_figures(article, high, sentences[i][1], taken, grammar)
            whole = trimmed(article.text, past_clock(article.text, low, high), stop)
            direct = attribution.manner is Manner.DIRECT
            for start, end in [whole] if direct else content_clauses(article.text, whole, grammar):
                if points_back(article.text, start, end, article.language):
                    continue
                if count_words(article.text, start, end) >= MIN_WORDS - 1:
                    yield ClaimMention(
                        article_id=article.id,
                        span=article.span(*balanced(article.text, start, end)),
                        role=sentences[i][2],
                        attribution_id=attribution.id,
                    )


def _are_parted(text: str, one: Stretch, other: Stretch, attribution: Attribution, grammar: Grammar) -> bool:
    """Whether two pieces of a content are clauses with its cue between: "C1, | Lenz said, | and C2" are two claims."""
    if not any(one[1] <= cue.start < other[0] for cue in attribution.cue) or not grammar.verb_endings:
        return False
    clauses = [tokenise(text, *part, grammar.tokens).low for part in (one, other)]
    return all(len(words) >= SELF_CONTAINED and any(map(grammar.is_verb, words)) for words in clauses)


def _with_figures(article: Article, end: int, stop: int, taken: Sequence[Stretch], grammar: Grammar) -> int:
    """The end of a content with the phrase of time or number that closes its sentence: "…, at about 11:00 local time".

    Annotators leave such phrases out as often as not; a ledger that lost the hour would be the poorer for it. What
    holds a verb, a quotation or another attribution is left alone.
    """
    rest = article.text[end:stop]
    if len(rest) > LONGEST_TAIL or not any(ch.isdigit() for ch in rest):
        return end
    if next(sentences_in(taken, end, stop), None) or any(mark in rest for mark in quotations.MARKS):
        return end
    words = [w for w in tokenise(article.text, end, stop, grammar.tokens).low if w[0].isalnum()]
    opens = bool(words) and grammar.is_in(words[0], "prepositions")
    return end if not opens or any(map(grammar.is_verb, words)) else stop - (len(rest) - len(rest.rstrip(" .!?…\n")))


def _told(article: Article, attribution: Attribution) -> tuple[Span, ...]:
    """The pieces to quote: the content, with its source and cue where it says nothing without them.

    "Kyiv denies it" and "the ministry counts six dead" are statements; "it" and "six dead" are not. A sentence that
    the next one tells of is one, however short.
    """
    if attribution.construction == CARRIED:
        return attribution.content
    words = sum(count_words(article.text, span.start, span.end) for span in attribution.content)
    told = words >= SELF_CONTAINED or (attribution.manner is Manner.DIRECT and not _is_but_called(article, attribution))
    told = told and not _is_noun_phrase(article, attribution) and not _lacks_subject(article, attribution)
    if told and attribution.construction not in NOMINAL:
        return tuple(_from_that(article, span) for span in _behind_colon(article, attribution))
    if _shares_subject(article, attribution):
        return (*attribution.cue, *attribution.content)
    return (*attribution.source, *attribution.cue, *attribution.content)


def _lacks_subject(article: Article, attribution: Attribution) -> bool:
    """Whether only the source tells whom a content is about: niega | haberlo visto; dijo | que contó tres."""
    grammar = cues.grammar(article.language)
    if grammar is None or not attribution.source or not attribution.content:
        return False
    first = attribution.content[0]
    words = tokenise(article.text, first.start, first.end, grammar.tokens).low
    if len(words) < MIN_WORDS - 1 or not grammar.is_in(words[0], "bare_that", "infinitives", "perfect_infinitives"):
        return False
    then = next((w for w in words[1:] if not grammar.is_in(w, "negations", "clitics_ahead")), "")
    if grammar.is_in(words[0], "infinitives"):
        return then.endswith(grammar.infinitive_endings or ("\0",))
    if grammar.is_in(words[0], "perfect_infinitives"):
        return True
    return "subject_in_verb" in grammar.flags and grammar.is_finite(then)


def _is_but_called(article: Article, attribution: Attribution) -> bool:
    """Whether a single word in marks is what a verb that judges calls something: nazval případ „ostudou“."""
    grammar = cues.grammar(article.language)
    words = sum(count_words(article.text, span.start, span.end) for span in attribution.content)
    if grammar is None or words >= MIN_WORDS - 1:
        return False
    said = [
        word for span in attribution.cue for word in tokenise(article.text, span.start, span.end, grammar.tokens).low
    ]
    return bool(cues.kinds_among(said, grammar) & CueKind.JUDGE)


def _shares_subject(article: Article, attribution: Attribution) -> bool:
    """Whether a clause stands between a source and its cue: "The ministry shut the gate and | counts six dead"."""
    grammar = cues.grammar(article.language)
    if grammar is None or not attribution.source or not attribution.cue:
        return False
    low, high = max(s.end for s in attribution.source), attribution.cue[0].start
    if high - low <= APART:
        return False
    words = tokenise(article.text, low, high, grammar.tokens).low
    return any(grammar.is_in(word, "coordinators") for word in words)


def _is_noun_phrase(article: Article, attribution: Attribution) -> bool:
    """Whether what the network found has no finite verb: "willingness to bend", "a lack of passion", "to go on"."""
    grammar = cues.grammar(article.language)
    if grammar is None or attribution.construction != LEARNED or attribution.manner is Manner.DIRECT:
        return False
    tokens = [tokenise(article.text, span.start, span.end, grammar.tokens) for span in attribution.content]
    words = [word for piece in tokens for word in piece.low]
    pairs = zip(["", *words], words, strict=False)
    finite = [word for before, word in pairs if not any(grammar.is_in(w, "infinitive") for w in (before, word))]
    short = len(words) <= NOUN_PHRASE  # in longer ones there is mostly a verb that the endings do not show
    return short and not grammar.is_in(words[0], "that") and not any(map(grammar.is_verb, finite))


def _behind_colon(article: Article, attribution: Attribution) -> tuple[Span, ...]:
    """The content; only what follows the colon where one follows the cue: "Asked who was to blame, she said: “Us.”"."""
    ends = [span.end for span in (*attribution.cue, *attribution.source)]
    last = max(ends, default=0)
    behind = tuple(s for s in attribution.content if ":" in article.text[last : s.start][:2])
    stated = tuple(s for s in attribution.content if s.start < last and _is_main_clause(article, s))
    return tuple(s for s in (*stated, *behind)) if behind else attribution.content


def _is_main_clause(article: Article, span: Span) -> bool:
    """Whether words before "S said:" are a statement too, and not what S was asked: "Nine died, S said: the rest …"."""
    grammar = cues.grammar(article.language)
    words = tokenise(article.text, span.start, span.end, grammar.tokens).low if grammar else []
    if grammar is None or len(words) < SELF_CONTAINED or not any(map(grammar.is_verb, words[1:])):
        return False
    opens = grammar.is_in(words[0], "subordinators", "openers", "prepositions", "that", "adverbs")
    return not opens and not grammar.is_verb(words[0]) and not words[0].endswith(("ed", "ing"))


def _from_that(article: Article, span: Span) -> Span:
    """The content from a conjunction that a quotation follows, where words before it are still the cue's."""
    grammar = cues.grammar(article.language)
    if grammar is None:
        return span
    tokens = tokenise(article.text, span.start, min(span.end, span.start + BEFORE_THAT), grammar.tokens)
    for i in range(1, len(tokens) - 1):
        if grammar.is_in(tokens.low[i], "that") and tokens.raw[i + 1] in quotations.DOUBLE_MARKS:
            return article.span(tokens.start[i], span.end)
    return span


def _taken(attributions: Sequence[Attribution]) -> list[Stretch]:
    """Stretches that belong to attributions, merged, in order.

    A source that stands apart from its cue is the subject of another clause too, and is left to that.
    """
    return merged((s.start, s.end) for a in attributions for s in (*a.content, *a.cue, *_near_sources(a)))


def _near_sources(attribution: Attribution) -> list[Span]:
    edges = [edge for span in (*attribution.cue, *attribution.content) for edge in (span.start, span.end)]
    return [s for s in attribution.source if any(min(abs(e - s.start), abs(e - s.end)) <= APART for e in edges)]


def _own_voice(article: Article, attributions: Sequence[Attribution], grammar: Grammar) -> Iterator[ClaimMention]:
    taken = _taken(attributions)
    ends = [end for _, end in taken]
    said = merged((s.start, s.end) for a in attributions for s in a.content)
    by_place = [(_first_place(a)[0], a) for a in attributions if a.within_id is None and tells_on(a, grammar)]
    places = [place for place, _ in by_place]
    begun = sorted(((s.start, a) for a in attributions for s in (*a.cue, *a.source, *a.content)), key=_place)
    for block, sentences in _blocks_by_sentence(article):
        before: Attribution | None = None
        speech = _quoted(article, block, grammar)
        for start, end in sentences:
            i = bisect_right(ends, start)
            held = []
            while i < len(taken) and taken[i][0] < end:
                held.append((max(start, taken[i][0]), min(end, taken[i][1])))
                i += 1
            if not held:
                if before and not goes_on(
                    article.text, (start, end), before.source_name or before.resolved_name, grammar
                ):
                    before = None
                if not _is_speech(speech, start, end):
                    yield from _whole(article, block, start, end, before)
                continue
            near = (a for _, a in begun[bisect_left(begun, start, key=_place) : bisect_left(begun, end, key=_place)])
            beside = list(rests(article, (start, end), held, Edges.of(near, said), grammar))
            yield from (_own(article, block, part) for part in beside)
            k = bisect_right(places, end - 1) - 1
            before = by_place[k][1] if k >= 0 and places[k] >= start else None
            before = None if beside or (before and only_shows(before.source_name, grammar)) else before


def _place(begun: tuple[int, Attribution]) -> int:
    return begun[0]


def _quoted(article: Article, block: Block, grammar: Grammar) -> list[Stretch]:
    """The quotations of a block; one left open runs to its end."""
    tokens = tokenise(article.text, block.start, block.end, grammar.tokens)
    return [(tokens.start[q.first], tokens.end[q.last]) for q in quotations.pair(tokens, continues=True)]


def _is_speech(speech: Sequence[Stretch], start: int, end: int) -> bool:
    """Whether most of a sentence is quotation: words that somebody said, if nobody could be told who."""
    inside = sum(min(end, high) - max(start, low) for low, high in sentences_in(speech, start, end))
    return inside * 2 > end - start


def _whole(article: Article, block: Block, start: int, end: int, before: Attribution | None) -> Iterator[ClaimMention]:
    """A sentence without attribution."""
    low, high = trimmed(article.text, past_clock(article.text, start, end), end)
    words = count_words(article.text, low, high)
    words += count_figures(article.text, low, high) if words >= MIN_WORDS - 1 else 0  # Погибли 149 человек
    if high - low > MAX_CHARS or is_question(article, low, high) or words < MIN_WORDS:
        return
    if points_back(article.text, low, high, article.language) or _is_dateline(article.text, block.start, low, high):
        return
    carried = before.id if before else None
    yield replace(_own(article, block, (low, high)), carried_over_id=carried, id="")


def _own(article: Article, block: Block, part: Stretch) -> ClaimMention:
    """A claim of the writer's."""
    span = article.span(*balanced(article.text, *part))
    return ClaimMention(article_id=article.id, span=span, role=block.role)


def _is_dateline(text: str, first: int, low: int, high: int) -> bool:
    """Whether a "sentence" is where, when and by whom the report was sent: "Orlemar, 12 may (Halyard).-"."""
    return low == first and text[low:high].endswith((")", ").")) and text[high : high + 1] in _SENT
