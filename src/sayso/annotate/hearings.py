"""What was said before a body that hears others: “Driver fell asleep at wheel, inquest hears”, “…, the court was told”.

Reports of courts close their sentences so. Somebody said it there, a witness or counsel; the body did not.
"""

from collections.abc import Iterator

from sayso.annotate.noun_phrases import ENDS, Passage, is_name
from sayso.annotate.relations import Relation

CONSTRUCTION = "heard"
_BODY = 7  # tokens of "a jury at Halden Crown Court has"
_AFTER = 3  # tokens of the time that may follow: "on Monday", "this morning"
_SHORTEST = 3  # tokens of what is heard


def read_hearings(passage: Passage) -> Iterator[Relation]:
    """The sentences of a paragraph that close with who heard what they say."""
    of, tokens = passage.grammar, passage.tokens
    if not of.words["audiences"]:
        return
    for verb, word in enumerate(tokens.low):
        hears, told = of.is_in(word, "hearing"), word == "told"
        if not (hears or told) or passage.quoted[verb] >= 0 or not _closes(passage, verb + 1):
            continue
        comma = _comma_before(passage, verb)
        if comma is None or (told and not _is_told(passage, comma, verb)):
            continue
        begin = comma
        while begin > 0 and not (tokens.raw[begin - 1] in ENDS and passage.quoted[begin - 1] < 0):
            begin -= 1
        if comma - begin >= _SHORTEST:
            offsets = passage.offsets
            yield Relation([], [offsets((comma + 1, verb + 1))], [offsets((begin, comma))], CONSTRUCTION)


def _closes(passage: Passage, k: int) -> bool:
    """Whether the sentence ends at token `k`, a time before its end left out."""
    of, tokens = passage.grammar, passage.tokens
    for i in range(k, min(len(tokens), k + _AFTER + 1)):
        if tokens.raw[i] in ENDS:
            return True
        if not of.is_in(tokens.low[i], "times", "time_prepositions"):
            return False
    return k + _AFTER >= len(tokens)


def _comma_before(passage: Passage, verb: int) -> int | None:
    """The comma after which only a body that hears stands before the verb."""
    of, tokens = passage.grammar, passage.tokens
    heads = 0
    for k in range(verb - 1, max(-1, verb - _BODY - 1), -1):
        word = tokens.low[k]
        if word == ",":
            return k if heads else None
        if of.is_in(word, "audiences"):
            heads += 1
        elif not (
            is_name(passage, k) or of.is_in(word, "auxiliaries", "determiners", "linkers", "prepositions", "adverbs")
        ):
            return None
    return None


def _is_told(passage: Passage, comma: int, verb: int) -> bool:
    """Whether "told" is passive: with a form of "to be", or in a headline's "…, court told"."""
    of, lows = passage.grammar, passage.tokens.low
    if of.is_in(lows[verb - 1], "be"):
        return True
    return verb - comma <= _AFTER and not of.is_in(lows[verb - 1], "judges", "auxiliaries") and verb + 1 >= len(lows)
