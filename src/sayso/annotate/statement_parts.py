"""The statements inside a longer one: "a bus was hit, | killing at least 17", "it left the lane | and struck a mine".

One report gives a toll beside the place, the next beside the hurt, a third alone. Who says it is one question of all
three, so that what can be read by itself is a statement too, in the words of the text, inside the longer one. There are
two kinds: what gives a count of what befell people, and clauses that "and" adds to each other. Quotations are left
whole.
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon
from sayso.annotate.cues import Grammar
from sayso.annotate.measures import MeasureReader
from sayso.annotate.number_words import number_words
from sayso.annotate.numerals import NumeralReader
from sayso.annotate.phrases import tokenise as words_of
from sayso.annotate.quantities import in_sentence
from sayso.annotate.quotations import DOUBLE_MARKS
from sayso.annotate.relations import Stretch
from sayso.annotate.tokens import Tokens, tokenise
from sayso.model import Article

_ASKS = re.compile(r"[?？؟]\s*\Z")
_BREAKS = frozenset(",;:–—()،؛，；")
_LONGEST = 1_000  # code points of a statement that has parts; what is longer is no prose
_LEFT_OUT = 2  # tokens that a part must leave out
_MOST_TOLLS = 3  # counts in one statement; more are a list, and read as one
_SHORTEST = 3  # tokens of a clause
_TO_VERB = 4  # tokens behind "and" in which a clause has its verb: "and the last driver died"; further on it is a list
_UNSURE = ("negations", "nobodies", "conditional", "subordinators")  # what may hold of both clauses, or of one


def statement_parts(article: Article, stretch: Stretch, grammar: Grammar) -> list[Stretch]:
    """The parts of a statement that are statements, in order, each once; mostly none."""
    if stretch[1] - stretch[0] > _LONGEST or _ASKS.search(article.text[slice(*stretch)]):
        return []
    tokens = tokenise(article.text, *stretch, grammar.tokens)
    if not DOUBLE_MARKS.isdisjoint(tokens.raw):
        return []
    return sorted({*_counted(article, stretch, tokens, grammar), *_added(tokens, grammar)})


def _counted(article: Article, stretch: Stretch, tokens: Tokens, grammar: Grammar) -> Iterator[Stretch]:
    """The parts that give a count of what befell people, each as the whole gives it."""
    if any(grammar.is_in(word, "coordinators") and word not in _ands(grammar.language) for word in tokens.low):
        return  # "17 were killed or wounded"
    wanted = _tolls(article, stretch)
    if not 0 < len(wanted) <= _MOST_TOLLS:
        return
    for first, end in _between_breaks(tokens, grammar):
        if any(grammar.is_in(word, "negations", "nobodies", "conditional") for word in tokens.low[:first]):
            return  # "nobody says that the dam broke and nine died"
        part = tokens.start[first], tokens.end[end - 1]
        if grammar.is_in(tokens.low[first], "prepositions") and not any(start == part[0] for start, _ in wanted):
            continue  # "of the 31 dead", not "around 40 wounded"
        if len(tokens) - (end - first) >= _LEFT_OUT and wanted & _tolls(article, part):
            yield part


def _between_breaks(tokens: Tokens, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """What stands between marks and conjunctions, by tokens."""
    first = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or tokens.raw[at] in _BREAKS or grammar.is_in(tokens.low[at], "coordinators"):
            if at > first:
                yield first, at
            first = at + 1


def _tolls(article: Article, stretch: Stretch) -> frozenset[tuple[int, str]]:
    """The counts of what befell people, by place and measure, as they are read in a stretch alone."""
    reader = NumeralReader(article.language)
    found = in_sentence(
        article, words_of(article.text, *stretch), reader, MeasureReader(article.language, reader.words)
    )
    return frozenset((q.span.start, q.measure) for q in found if q.measure.rsplit(" ", maxsplit=1)[-1] in _states())


@functools.cache
def _states() -> frozenset[str]:
    """The measures that count what befell people."""
    return frozenset(str(c["name"]) for c in lexicon.load("measures").tables["concept"] if c["kind"] == "state")


def _added(tokens: Tokens, grammar: Grammar) -> Iterator[Stretch]:
    """Both clauses around an "and", where each has a verb and nothing before it could hold of both or of one alone."""
    for at in range(_SHORTEST, len(tokens) - _SHORTEST + 1):
        if tokens.low[at] not in _ands(grammar.language):
            continue
        before, behind = tokens.low[:at], tokens.low[at + 1 :]
        if any(grammar.is_in(word, *_UNSURE) for word in before) or _verbs(before, grammar) != 1:
            continue
        if any(grammar.is_in(word, "that", "relatives") for word in before[1:]):
            continue  # "was cleared of charges that he took the money and shot two men"
        if tokens.raw[at - 1].isdecimal() and behind[0].isdecimal():
            continue  # "on 24 and 25 December"
        verb = _verb(behind[:_TO_VERB], grammar)
        if verb is None or any(grammar.is_in(word, "that", "relatives", *_UNSURE) for word in behind[:verb]):
            continue
        if _lists(before, behind[0], grammar):
            continue
        last = at - 1 if tokens.raw[at - 1] not in _BREAKS else at - 2
        yield tokens.start[0], tokens.end[last]
        yield tokens.start[at + 1], tokens.end[-1]


def _verb(words: list[str], grammar: Grammar) -> int | None:
    """The place of the first finite verb; None for "and Ostrel to let inspectors in", "and Yarnik and counted"."""
    for at, word in enumerate(words):
        if grammar.is_in(word, "infinitive", "infinitives", "coordinators"):
            return None
        if grammar.is_verb(word):
            return at
    return None


def _verbs(words: list[str], grammar: Grammar) -> int:
    """How many verbs a clause has, an auxiliary with its verb being one: where there are two, "and" may join any."""
    pairs = zip(["", *words], words, strict=False)
    full = sum(
        grammar.is_verb(word) and not grammar.is_in(word, "auxiliaries") and not grammar.is_in(before, "determiners")
        for before, word in pairs  # "the agreed lane"
    )
    return full or any(grammar.is_verb(word) for word in words)


def _lists(before: list[str], first: str, grammar: Grammar) -> bool:
    """Whether "and" goes on with a list of counts: "65 captured men, six crew | and | three escorts were aboard"."""
    known = number_words(grammar.language)
    counts = first[0].isdecimal() or (known is not None and known.may_begin(first))
    return counts and not any(grammar.is_in(word, "auxiliaries", "verbs") for word in before)


@functools.cache
def _ands(language: str) -> frozenset[str]:
    """The words that add one statement to another."""
    return frozenset(lexicon.load("additions").tables["and"].get(language, ()))
