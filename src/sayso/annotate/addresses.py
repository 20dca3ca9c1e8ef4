"""A text that is somebody's own words from its head on: "Remarks by the governor, Oral Tegin", then what he said.

Statements, speeches and briefings are put out so, without marks of quotation: their paragraphs are the speaker's where
the head is nothing but such a title and they speak as "I" or "we". Questions put to the speaker are not.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate.cues import Grammar
from sayso.annotate.given_names import is_place
from sayso.annotate.noun_phrases import ENDS, Passage, Phrase, is_name, phrase_after
from sayso.annotate.quotations import inside, pair
from sayso.annotate.reading import COLONS, COMMAS
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Block

CONSTRUCTION = "address"
OPENING = 5  # tokens before the noun: "Noon | briefing by", "Transcript of the opening | remarks by"
LONGEST_HEAD = 45  # tokens of the head
BEFORE_NAME = 3  # tokens from the noun on: "by | the | governor"
LABEL = 4  # tokens of the label of an answer: "Spokesperson:", "Dr Tegin:"
FEWEST = 2  # paragraphs that speak as "I" or "we", and tokens of what is said


def read_address(article: Article, blocks: Sequence[Block], grammar: Grammar) -> Iterator[Relation]:
    """The paragraphs of an address as its speaker's, each a relation."""
    if not grammar.words["addresses"] or len(blocks) <= FEWEST:
        return
    head = _read(article, blocks[0], grammar)
    titled = _speaker(head)
    if titled is None:
        return
    cue, source = (head.offsets(phrase) for phrase in titled)
    passages = [_read(article, block, grammar) for block in blocks[1:]]
    if sum(map(_speaks_first, passages)) < FEWEST:
        return
    for passage in passages:
        content = _said(passage)
        if content is not None:
            yield Relation(source=[source], cue=[cue], content=[content], construction=CONSTRUCTION)


def _read(article: Article, block: Block, grammar: Grammar) -> Passage:
    tokens = tokenise(article.text, block.start, block.end, grammar.tokens)
    pairs = pair(tokens, continues=False)
    return Passage(tokens, pairs, inside(tokens, pairs), grammar)


def _speaker(head: Passage) -> tuple[Phrase, Phrase] | None:
    """The title's noun with its "by", and whose the address is; None where a head tells more than that."""
    of, tokens = head.grammar, head.tokens
    if not 0 < len(tokens) <= LONGEST_HEAD or tokens.raw[-1] in ENDS or head.quotations:
        return None
    noun = next((k for k in range(min(OPENING, len(tokens) - 2)) if of.is_in(tokens.low[k], "addresses")), None)
    if noun is None or not of.is_in(tokens.low[noun + 1], "address_by"):
        return None
    source = phrase_after(head, noun + 2, len(tokens))
    if source is None or source[0] > noun + BEFORE_NAME or not _is_bearer(head, source):
        return None
    rest = range(source[1], len(tokens))
    told = any(of.is_verb(tokens.low[k]) and not is_name(head, k) for k in (*range(noun), *rest))
    after = source[1]
    apart = after >= len(tokens) or not tokens.raw[after].isalpha() or of.is_in(tokens.low[after], "prepositions")
    return None if told or not apart else ((0, noun + 2), source)


def _is_bearer(head: Passage, source: Phrase) -> bool:
    """Whether a phrase names a person or body: more than a place ("Letter from Paris") or a common noun."""
    of, tokens = head.grammar, head.tokens
    names = [k for k in range(*source) if is_name(head, k) and not is_place(tokens.raw[k])]
    joints = ("linkers", "prepositions", "coordinators", "determiners")
    if any(tokens.raw[k].islower() and k - 1 in names and not of.is_in(tokens.low[k], *joints) for k in range(*source)):
        return False  # "Statement by Ana Lenz | draws anger"
    return len(names) > 1 or (bool(names) and any(of.is_noun(tokens.low[k]) for k in range(*source)))


def _speaks_first(passage: Passage) -> bool:
    """Whether a paragraph speaks as "I" or "we", outside what it quotes."""
    low = passage.tokens.low
    return any(passage.grammar.is_in(low[k], "own_person") and passage.quoted[k] < 0 for k in range(len(low)))


def _said(passage: Passage) -> Stretch | None:
    """What a paragraph says, without the label of an answer; None for a question put to the speaker."""
    tokens, of = passage.tokens, passage.grammar
    colon = next((k for k in range(1, min(LABEL, len(tokens))) if tokens.raw[k] in COLONS), 0)
    first = 0
    if colon and tokens.raw[0][:1].isupper() and not any(tokens.raw[k] in COMMAS for k in range(colon)):
        if any(of.is_in(tokens.low[k], "question_speakers") for k in range(colon)):
            return None
        first = colon + 1
    end = len(tokens)
    while end > first and tokens.raw[end - 1] in ENDS:
        end -= 1
    return passage.offsets((first, end)) if end - first >= FEWEST else None
