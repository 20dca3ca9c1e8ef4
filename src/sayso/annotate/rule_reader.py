"""Attribution relations by cue lexicon, quotation marks and word order.

A paragraph is cut into statements: its sentences, joined where a quotation runs over the boundary. In each
statement every cue is tried against the constructions its kind allows; one that fits none, or whose source cannot
be found, gives nothing: a wrong mouth is worse than a miss. Nothing is read inside direct quotations: annotators
mark next to nothing there (1 % of 620 readings agreed on the PolNeAR training split). Constructions are named as in
`lexicons/attribution_reliability.toml`, which says how often each was right.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate import cues, quotations
from sayso.annotate.constructions import read_statement
from sayso.annotate.cues import Grammar
from sayso.annotate.noun_phrases import Passage
from sayso.annotate.reading import Statement
from sayso.annotate.relations import Relation
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Block
from sayso.vocab import BlockRole

READ_ROLES = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
MAX_STATEMENT = 1_500  # tokens; a "sentence" longer than this is not prose


class RuleReader:
    """Reads relations by rules; see the module."""

    name = "rules 1"

    def supports(self, language: str) -> bool:
        """Whether there is a cue lexicon for a language."""
        return cues.grammar(language) is not None

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        blocks = [block for block in article.blocks if block.role in READ_ROLES]
        above: Relation | None = None
        carried = False
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            passage = _passage(article, block, following, grammar)
            relations = _read_paragraph(article, block, passage, above if carried else None)
            carried, above = _runs_on(passage, relations, above if carried else None)
            yield from relations


def _passage(article: Article, block: Block, following: Block | None, grammar: Grammar) -> Passage:
    tokens = tokenise(article.text, block.start, block.end, grammar.tokens)
    continues = following is not None and quotations.starts_quoted(article.text, following.start, following.end)
    pairs = quotations.pair(tokens, continues=continues)
    return Passage(tokens, pairs, quotations.inside(tokens, pairs), grammar)


def _runs_on(passage: Passage, relations: Sequence[Relation], above: Relation | None) -> tuple[bool, Relation | None]:
    """Whether a quotation is left open at the end of the paragraph, and whose it is."""
    pairs = passage.quotations
    ends_with_colon = bool(passage.tokens.raw) and passage.tokens.raw[-1] in ":："
    if ends_with_colon and relations and not relations[-1].content:
        return True, relations[-1]
    if not pairs or pairs[-1].closed:
        return False, None
    speaker = next((r for r in reversed(relations) if r.quoted), None) or above
    return speaker is not None, speaker


def _read_paragraph(article: Article, block: Block, passage: Passage, above: Relation | None) -> list[Relation]:
    if not len(passage.tokens):
        return []
    found: list[Relation] = []
    pairs = passage.quotations
    first = pairs[0] if pairs and pairs[0].first == 0 else None
    if above is not None and first is not None:
        above.content.append(passage.offsets((first.first, first.last + 1)))
        above.quoted = True
    last: Relation | None = above if first is not None else None
    for statement in statements(article, passage):
        if statement.end - statement.first > MAX_STATEMENT:
            last = None
            continue
        whole = _whole_quotation(passage, statement)
        if whole is not None and last is not None and last.quoted:
            stretch = passage.offsets((statement.first, whole + 1))
            if last.content[-1][0] < stretch[0]:
                last.content.append(stretch)
            continue
        relations = read_statement(passage, statement, headline=block.role is BlockRole.HEADLINE)
        found.extend(relations)
        last = next((r for r in reversed(relations) if r.quoted and r.within is None), None)
    return [r for r in found if r.content or r is found[-1]]


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
    first = 0
    pieces = list(_sentences(article, passage, 0, len(passage.tokens)))
    for number, (_, end) in enumerate(pieces):
        if number + 1 < len(pieces) and (_is_open(passage, end) or _ends_with_title(passage, end)):
            continue
        yield Statement(first, end, -1)
        first = end


def _ends_with_title(passage: Passage, end: int) -> bool:
    """Whether a sentence was cut after "Ms."."""
    lows = passage.tokens.low
    return end > 1 and lows[end - 1] == "." and passage.grammar.is_in(lows[end - 2], "titles")


def _is_open(passage: Passage, end: int) -> bool:
    """Whether a quotation is open at the boundary before token `end`."""
    before, after = passage.quoted[end - 1], passage.quoted[end]
    return before >= 0 and before == after
