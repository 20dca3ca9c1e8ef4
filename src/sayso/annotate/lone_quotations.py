"""«C.», where nobody is named who says it: somebody's words, it is not known whose, and never the writer's.

A headline sets a quotation alone, a report lets one stand before or behind the sentence that tells of its speaker.
What is set so is a sentence of its own; a title, or a word held at arm's length, stands in the midst of another's.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate import quotations
from sayso.annotate.cues import Grammar
from sayso.annotate.neighbours import merged, sentences_in
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Block

CONSTRUCTION = "lone-quote"
NEAR = 200  # code points beside a quotation that are looked at: a sentence may hold thousands
SHORTEST = 3  # words; what is shorter is a title as often as not
_SET_BEFORE = re.compile(r"(?:^|[.!?…–—])[\s–—-]*\Z")
_SET_AFTER = re.compile(r"[\s.]*(?:$|[:,;.!?…–—|])")


def lone_quotations(article: Article, relations: Sequence[Relation], grammar: Grammar) -> Iterator[Relation]:
    """The quotations that make up most of a sentence in which no relation is, each as one that is unclear."""
    taken = merged(part for r in relations for part in (*r.source, *r.cue, *r.content))
    for block in article.blocks:
        if block.role in READ_ROLES:
            yield from _in_block(article, block, taken, grammar)


def _in_block(article: Article, block: Block, taken: Sequence[Stretch], grammar: Grammar) -> Iterator[Relation]:
    tokens = tokenise(article.text, block.start, block.end, grammar.tokens)
    quoted = [(tokens.start[q.first], tokens.end[q.last]) for q in quotations.pair(tokens, continues=True)]
    last: tuple[Stretch, Relation] | None = None
    for start, end in sentences_in(article.sentences, block.start, block.end) if quoted else ():
        sentence = (max(start, block.start), min(end, block.end))
        speech = list(sentences_in(quoted, *sentence))
        inside = [(max(low, sentence[0]), min(high, sentence[1])) for low, high in speech]
        if sum(high - low for low, high in inside) * 2 <= sentence[1] - sentence[0]:
            continue
        if next(sentences_in(taken, *sentence), None):
            continue
        for whole, piece in zip(speech, inside, strict=True):
            if last is not None and last[0] == whole:
                last[1].content.append(piece)  # the next sentence of the same quotation
            elif _is_sentence(article.text, sentence, piece, grammar):
                last = (whole, Relation(source=[], cue=[], content=[piece], construction=CONSTRUCTION, quoted=True))
                last[1].unclear = True
                yield last[1]


def _is_sentence(text: str, sentence: Stretch, piece: Stretch, grammar: Grammar) -> bool:
    """Whether a quotation is set apart from the rest of its sentence, and long enough to say something."""
    words = [word for word in tokenise(text, *piece, grammar.tokens).low if word[0].isalnum()]
    before, behind = max(sentence[0], piece[0] - NEAR), min(sentence[1], piece[1] + NEAR)
    ahead = ("" if before == sentence[0] else "x") + text[before : piece[0]]
    after = text[piece[1] : behind] + ("" if behind == sentence[1] else "x")
    led_to = ahead.rstrip().endswith(":") and any(
        map(grammar.is_verb, tokenise(text, before, piece[0], grammar.tokens).low)
    )  # The welder has spoken: “C”; not Verdict: “C”, nor Book of the week: “C”
    opens = _SET_BEFORE.search(ahead) is not None or led_to
    return len(words) >= SHORTEST and opens and _SET_AFTER.match(after) is not None
