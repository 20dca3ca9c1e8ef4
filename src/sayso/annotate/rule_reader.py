"""Attribution relations by cue lexicon, quotation marks and word order.

A paragraph is cut into statements: its sentences, joined where a quotation runs over the boundary. In each
statement every cue is tried against the constructions its kind allows; one that fits none, or whose source cannot
be found, gives nothing: a wrong mouth is worse than a miss. Nothing is read inside direct quotations: annotators
mark next to nothing there (1 % of 620 readings agreed on the PolNeAR training split). Constructions are named as in
`lexicons/attribution_reliability.toml`, which says how often each was right.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.annotate import cues, dash_turns, dialogue, quotations, speech_tags
from sayso.annotate.accordingly import read_accordingly
from sayso.annotate.addresses import read_address
from sayso.annotate.clocks import past_clock
from sayso.annotate.constructions import read_statement
from sayso.annotate.cues import Grammar
from sayso.annotate.dropped_subjects import name_subjects
from sayso.annotate.epigraphs import read_epigraphs
from sayso.annotate.hearings import read_hearings
from sayso.annotate.labelled import CLAIMED, read_labelled
from sayso.annotate.noun_phrases import DASHES, ENDS, Passage, Phrase
from sayso.annotate.opened_by_dash import take_in_opening
from sayso.annotate.reading import COMMAS, Statement
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.reported_speech import (
    another_says,
    is_reported,
    points_back,
)
from sayso.annotate.spoken_paragraphs import is_interview, read_speech
from sayso.annotate.taken_up import Run, take_up
from sayso.annotate.tokens import tokenise
from sayso.annotate.unmarked_headlines import is_headline
from sayso.annotate.unspaced_turns import read_turns
from sayso.annotate.withheld import only_spoken
from sayso.model import Article, Block
from sayso.vocab import BlockRole

READ_ROLES = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
SHORT_TAIL = 12  # tokens after the last piece of a relation: "on Tuesday in Orlemar."
SHORT_GAP = 60  # code points from what somebody says to a "they say" that is still theirs
LIVE_ENTRY = 4  # tokens
SHORTEST_REPORTED = 3  # tokens of a statement that goes on by its mood: "Er sei müde"
MAX_STATEMENT = 1_500  # tokens; a "sentence" longer than this is not prose


class Above(NamedTuple):
    """Who spoke last in the paragraph above.

    `goes_on` is whether that quotation is announced or left open there. If not, a paragraph that is nothing but
    quotation goes on from it all the same (PolNeAR, training split: of 94 such paragraphs 65 belong to the last one
    quoted above, 10 to the next); any other does not.
    """

    speaker: Relation
    goes_on: bool


class RuleReader:
    """Reads relations by rules; see the module."""

    name = "rules 7"

    def supports(self, language: str) -> bool:
        """Whether there is a cue lexicon for a language."""
        return cues.grammar(language) is not None

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        blocks = [block for block in article.blocks if block.role in READ_ROLES]
        interview = is_interview(article, blocks, grammar)
        above: Above | None = None
        before: Stretch | None = None
        found: list[Relation] = []
        followers: list[Block | None] = [*blocks[1:], None]
        passages = [_passage(article, *pair, grammar) for pair in zip(blocks, followers, strict=False)]
        run = Run()
        talks = any(map(dialogue.is_framed, passages))
        for block, passage in zip(blocks, passages, strict=True):
            if talks and dialogue.is_line(passage):
                relations = dialogue.read_line(passage)
            else:
                run.headline = is_headline(article, blocks, block)
                relations = _read_paragraph(article, block, passage, (above, before), run)
            before = _last_sentence(article, block) or before
            above = _speaker_below(passage, relations, above)
            found += [*read_speech(passage, relations, interview=interview), *relations]
        name_subjects(article, found, grammar)
        yield from found
        yield from read_address(article, blocks, grammar)


def _passage(article: Article, block: Block, following: Block | None, grammar: Grammar) -> Passage:
    tokens = tokenise(article.text, block.start, block.end, grammar.tokens)
    continues = following is not None and quotations.starts_quoted(article.text, following.start, following.end)
    pairs = quotations.pair(tokens, continues=continues)
    return Passage(tokens, pairs, quotations.inside(tokens, pairs), grammar)


def _speaker_below(passage: Passage, relations: Sequence[Relation], above: Above | None) -> Above | None:
    """Who goes on speaking if the next paragraph starts with a quotation."""
    pairs, raw = passage.quotations, passage.tokens.raw
    if not raw:
        return None
    if raw[-1] in ":：" and relations and not relations[-1].content:
        return Above(relations[-1], goes_on=True)
    quoted = next((r for r in reversed(relations) if r.quoted), None)
    if pairs and not pairs[-1].closed:
        return Above(quoted, goes_on=True) if quoted else above
    if quoted is not None and relations[-1] is quoted and _ends_with(passage, quoted):
        return Above(quoted, goes_on=False)
    return above if not relations and _is_whole_quotation(passage) else None


def _ends_with(passage: Passage, relation: Relation) -> bool:
    """Whether no sentence follows a relation in its paragraph."""
    last = max(end for _, end in relation.source + relation.cue + relation.content)
    return len(passage.tokens) - bisect_left(passage.tokens.start, last) < SHORT_TAIL


def _is_whole_quotation(passage: Passage) -> bool:
    pairs, last = passage.quotations, len(passage.tokens) - 1
    while (
        last > 0
        and passage.quoted[last] < 0
        and passage.tokens.raw[last] in ENDS
        and "guarded" in passage.grammar.flags
    ):
        last -= 1
    return len(pairs) == 1 and pairs[0].first == 0 and pairs[0].last == last


def _last_sentence(article: Article, block: Block) -> Stretch | None:
    """The sentence that ends a paragraph."""
    inside = list(_between(article.sentences, block.start, block.end))
    return (max(inside[-1][0], block.start), min(inside[-1][1], block.end)) if inside else None


def _read_paragraph(
    article: Article, block: Block, passage: Passage, over: tuple[Above | None, Stretch | None], run: Run
) -> list[Relation]:
    """The relations of a paragraph; `over` is who spoke above it and the sentence it goes on from."""
    above, before = over
    found: list[Relation] = []
    last: Relation | None = None
    if above is not None and (above.goes_on or _is_whole_quotation(passage)):
        last = above.speaker
    for statement in statements(article, passage):
        if statement.end - statement.first > MAX_STATEMENT:
            last = None
            continue
        whole = _whole_quotation(passage, statement)
        if whole is not None and last is None and found and block.role is BlockRole.BODY:
            last = None if _is_tagged_within(passage, statement) else _alone_before(passage, found, statement.first)
        if whole is not None and last is not None:
            _go_on(passage, last, (statement.first, whole + 1))
            before = passage.offsets((statement.first, whole + 1))
            run.speaker = last
            continue
        headline = run.headline
        if whole is not None and not headline and _stands_alone(passage, statement, whole):
            found.append(_nobodys(passage, (statement.first, whole + 1)))
            continue
        stamped = 0 < statement.first == _past_clock(article, passage)
        read = read_statement(passage, statement, headline=headline, before=before, stamped=stamped)
        relations = only_spoken(article.text, read, passage.grammar)
        take_up(article.text, passage, statement, relations, run)
        if not headline and _goes_on_by_mood(passage, statement, relations, run):
            relations = []
        else:
            run.follow(relations)
            run.remember(passage, statement, relations)
        before = passage.offsets((statement.first, _without_stop(passage, statement)))
        _hand_on(passage, statement, relations, found)
        opening = passage.quotations[0] if statement.first == 0 and passage.quoted[0] == 0 else None
        if _is_turn(passage, statement):
            _take_turn(passage, statement, relations, last)
            relations = relations or _unframed(passage, statement, last, run)
            run.talks = run.talks or any(relation.quoted for relation in relations)
            if not relations:
                continue
        if last is not None and opening is not None and not relations:
            _go_on(passage, last, (opening.first, opening.last + 1))
        found.extend(relations)
        last = next((r for r in reversed(relations) if r.quoted and r.within is None), None)
    kept = [r for r in found if r.content or r is found[-1]]
    take_in_opening(passage, kept)
    labelled = list(read_labelled(article.text, passage))
    if any(r.construction == CLAIMED for r in labelled):
        kept = [r for r in kept if r.source or r.construction != "hearsay"]  # Фейк: школи нібито закривають
    return [
        *read_epigraphs(article.text, passage),
        *labelled,
        *read_hearings(passage),
        *read_turns(article.text, passage, kept, _past_clock(article, passage)),
        *kept,
    ]


def _alone_before(passage: Passage, found: Sequence[Relation], first: int) -> Relation | None:
    """Who alone spoke in the sentence before a quotation that stands by itself: S says that C1. “C2.”."""
    begins = passage.tokens.start[first]
    spoke = found[-1]
    ends = max(end for _, end in spoke.source + spoke.cue + spoke.content)
    others = any(relation.source != spoke.source for relation in found[:-1])
    named = bool(spoke.source) and spoke.within is None
    named = named and spoke.construction.startswith(("verb", "subject-clause-verb"))
    who = [i for low, high in spoke.source for i, at in enumerate(passage.tokens.start) if low <= at < high]
    if len(who) == 1 and not passage.grammar.is_in(passage.tokens.low[who[0]], "pronouns"):
        named = named and passage.grammar.is_noun(passage.tokens.low[who[0]])  # Иначе | описывают C: no name
    return spoke if named and not others and 0 <= begins - ends < SHORT_GAP // SHORT_TAIL else None


def _is_tagged_within(passage: Passage, statement: Statement) -> bool:
    """Whether a quotation names its speaker between its own marks: «C, — говорит S. — C», « C, explique S. C »."""
    raw, lows = passage.tokens.raw, passage.tokens.low
    marks = (k + 1 for k in range(statement.first, statement.end - 1) if raw[k] in COMMAS | DASHES)
    return any(passage.grammar.starts(lows, k, cues.VERB) > k for k in marks)


def _stands_alone(passage: Passage, statement: Statement, last: int) -> bool:
    """Whether a quotation without any speaker is a sentence, where such are read, and no title."""
    sentence = passage.tokens.raw[last - 1] in ENDS or passage.tokens.raw[statement.end - 1] in ENDS
    long = last - statement.first > SHORTEST_REPORTED
    return "lone_quotes" in passage.grammar.flags and sentence and long


def _nobodys(passage: Passage, phrase: Phrase) -> Relation:
    """A quotation that is somebody's, it is not known whose."""
    stretch = passage.offsets(phrase)
    return Relation(source=[], cue=[], content=[stretch], construction="lone-quote", quoted=True, unclear=True)


def _is_turn(passage: Passage, statement: Statement) -> bool:
    """Whether a statement is a turn of a dialogue set with dashes, in a paragraph that is one."""
    raw = passage.tokens.raw
    opens = raw[0] in DASHES or dash_turns.opens_turn(passage, statement.first)
    return opens and raw[statement.first] in DASHES and statement.end - statement.first > 1


def _take_turn(passage: Passage, statement: Statement, relations: Sequence[Relation], last: Relation | None) -> None:
    """What a tag follows is speech; – C – V without S, and – C alone, go on with who spoke in the paragraph before."""
    first = passage.tokens.start[statement.first + 1]
    for relation in relations:
        relation.quoted = relation.quoted or any(low == first for low, _ in relation.content)
        if relation.unclear and relation.construction == speech_tags.CONSTRUCTION and last is not None:
            relation.source, relation.unclear = list(last.source), last.unclear
    end = dash_turns.spoken_end(passage, statement.first, _without_stop(passage, statement))
    if not relations and last is not None and end > statement.first + 1:
        _go_on(passage, last, (statement.first + 1, end))


def _unframed(passage: Passage, statement: Statement, last: Relation | None, run: Run) -> list[Relation]:
    """A turn that nobody is named for, in an article that sets speech with dashes: somebody's, unclear whose."""
    stop = _without_stop(passage, statement)
    frame = dash_turns.spoken_end(passage, statement.first, stop)
    told = run.talks and stop < statement.end and dash_turns.opens_turn(passage, statement.first)
    if last is not None or not told or stop - statement.first < SHORTEST_REPORTED:
        return []
    if frame - statement.first < 2:
        return []
    unknown = Relation(
        source=[],
        cue=[passage.offsets((statement.first, statement.first + 1))],
        content=[passage.offsets((statement.first + 1, frame))],
        construction=dialogue.CONSTRUCTION,
        quoted=True,
    )
    unknown.unclear = True
    return [unknown]


def _hand_on(passage: Passage, statement: Statement, relations: list[Relation], found: list[Relation]) -> None:
    """Give a sentence that opens with "they say" (мол, дескать) to who spoke in the one before."""
    opens = statement.first < statement.end and passage.grammar.is_in(passage.tokens.low[statement.first], "bywords")
    if not opens or not found or len(relations) != 1 or relations[0].source:
        return
    between = passage.tokens.start[statement.first] - max(end for _, end in found[-1].content + found[-1].cue)
    if found[-1].source and between < SHORT_GAP:
        relations[0].source = list(found[-1].source)
        relations[0].unclear = found[-1].unclear


def _goes_on_by_mood(passage: Passage, statement: Statement, relations: list[Relation], run: Run) -> bool:
    """Whether a statement is the last speaker's by its mood or a word that points back; it is added to theirs.

    What is reported speech though nobody has the word is somebody's all the same: `relations` gets one of no source.
    """
    phrase = (statement.first, _without_stop(passage, statement))
    if phrase[1] - phrase[0] < SHORTEST_REPORTED:
        return False
    if run.speaker is None and not relations and (told := read_accordingly(passage, statement, phrase[1])) is not None:
        relations.append(told)
        return False
    if run.speaker is not None and points_back(passage, statement) and len(relations) <= 1:
        run.speaker.content.append(passage.offsets(phrase))
        return True
    if relations or not is_reported(passage, statement, goes_on=run.reported):
        return False
    if run.speaker is None or another_says(passage, statement):
        unknown = Relation(source=[], cue=[], content=[passage.offsets(phrase)], construction="reported-mood")
        unknown.unclear = True
        relations.append(unknown)
        return False
    if _denies(passage, run.speaker):  # what a doubt goes on with is not doubted
        own = Relation(list(run.speaker.source), [], [passage.offsets(phrase)], "reported-mood")
        own.unclear = run.speaker.unclear
        relations.append(own)
        return False
    run.speaker.content.append(passage.offsets(phrase))
    run.reported = True
    return True


def _denies(passage: Passage, relation: Relation) -> bool:
    """Whether the cue of a relation says that its content is denied or doubted."""
    starts, lows = passage.tokens.start, passage.tokens.low
    words = [lows[i] for low, high in relation.cue for i in range(bisect_left(starts, low), bisect_left(starts, high))]
    return any(passage.grammar.is_in(word, "denying") for word in words)


def _go_on(passage: Passage, speaker: Relation, phrase: Phrase) -> None:
    """Add a quotation to what somebody says."""
    stretch = passage.offsets(phrase)
    if not speaker.content or speaker.content[-1][0] < stretch[0]:
        speaker.content.append(stretch)
    speaker.quoted = True


def _without_stop(passage: Passage, statement: Statement) -> int:
    """The token after the last word of a statement."""
    end = statement.end
    while end > statement.first + 1 and passage.tokens.raw[end - 1] in ENDS and passage.quoted[end - 1] < 0:
        end -= 1
    return end


def _whole_quotation(passage: Passage, statement: Statement) -> int | None:
    """The token that closes the statement, if the statement is nothing but quotation."""
    end = statement.end
    while end > statement.first and passage.quoted[end - 1] < 0 and passage.tokens.raw[end - 1] in ".!?…":
        end -= 1
    if end <= statement.first or any(passage.quoted[i] < 0 for i in range(statement.first, end)):
        return None
    return end - 1


def _sentences(article: Article, passage: Passage, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Token ranges of the sentences that lie in tokens `low` to `high`."""
    if low >= high:
        return
    starts = passage.tokens.start
    begin, stop = starts[low], passage.tokens.end[high - 1]
    first = low
    for sentence_start, _ in _between(article.sentences, begin, stop):
        i = first
        while i < high and starts[i] < sentence_start:
            i += 1
        if i > first:
            yield first, i
            first = i
    if first < high:
        yield first, high


def _between(sentences: Sequence[tuple[int, int]], begin: int, stop: int) -> Iterator[tuple[int, int]]:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle][1] <= begin:
            low = middle + 1
        else:
            high = middle
    while low < len(sentences) and sentences[low][0] < stop:
        yield sentences[low]
        low += 1


def statements(article: Article, passage: Passage) -> Iterator[Statement]:
    """The sentences of a paragraph, those joined between which a quotation runs on.

    Sentences that end with the closing mark are not joined with what follows, unless that goes on in lower case.
    """
    first = _past_clock(article, passage)
    pieces = dash_turns.joined(passage, list(_sentences(article, passage, 0, len(passage.tokens))))
    for number, (_, end) in enumerate(pieces):
        if end <= first or (number + 1 < len(pieces) and _is_open(passage, end)):
            continue
        yield Statement(first, end, -1)
        first = end


def _past_clock(article: Article, passage: Passage) -> int:
    """The token after the time that heads an entry of a live report: "10:20 — Мэр: …"; 0 where there is none."""
    tokens = passage.tokens
    if len(tokens) < LIVE_ENTRY:
        return 0
    return bisect_left(tokens.start, past_clock(article.text, tokens.start[0], tokens.end[-1]))


def _is_open(passage: Passage, end: int) -> bool:
    """Whether a quotation is open at the boundary before token `end`."""
    before, after = passage.quoted[end - 1], passage.quoted[end]
    return before >= 0 and before == after
