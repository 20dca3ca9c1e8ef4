"""What is said in several clauses, cut where the next one opens: "that nine died | and | that the road is shut".

Each is a claim of its own: one may be denied, doubted or repeated without the other. Quotations are left whole.
"""

from sayso.annotate.cues import Grammar
from sayso.annotate.quotations import DOUBLE_MARKS
from sayso.annotate.relations import Stretch
from sayso.annotate.tokens import Tokens, tokenise

_MARKS = DOUBLE_MARKS | {"‘", "‚"}
_OPENS = 2  # tokens in which the first clause must have opened for "and that" to open another: "…, that"
_SHORTEST = 3  # tokens of a clause: "that he left"
_TO_VERB = 5  # tokens behind a colon in which a clause has its verb: "the plane was hit: it counts two missiles"


def content_clauses(text: str, content: Stretch, grammar: Grammar) -> list[Stretch]:
    """A content as its clauses, in order, without what joins them; mostly one."""
    tokens = tokenise(text, *content, grammar.tokens)
    if not _MARKS.isdisjoint(tokens.raw):
        return [content]
    opened = any(grammar.is_in(word, "that") for word in tokens.low[:_OPENS])
    found, low, first = [], content[0], 0
    for i in range(_SHORTEST, len(tokens) - _SHORTEST + 1):
        joins = _joins(tokens, i, grammar, opened=opened)
        if joins and i - joins - first >= _SHORTEST:
            found.append((low, tokens.end[i - 1 - joins]))
            low, first = tokens.start[i], i
    return [*found, (low, content[1])]


def _joins(tokens: Tokens, at: int, grammar: Grammar, *, opened: bool) -> int:
    """How many tokens before `at` join a clause that opens there to the one before; 0 if none does."""
    before = tokens.low[at - 1]
    if before == ";":
        return 1
    if before == ":":
        ahead = tokens.low[at : at + _TO_VERB]
        has_verb = grammar.is_in(ahead[0], "determiners") and any(map(grammar.is_verb, ahead[1:]))
        return int(has_verb or grammar.is_in(ahead[0], "pronouns"))
    if not (grammar.is_in(tokens.low[at], "that") and grammar.is_in(before, "coordinators")):
        return 0
    if not opened and (grammar.is_verb(tokens.low[at + 1]) or tokens.raw[at - 2] != ","):
        return 0  # "the road was shut, and that led to", but "said the road was shut, | and | that nobody was hurt"
    if sum(grammar.is_in(word, "that") for word in tokens.low[:at]) > 1:
        return 0  # "that the claim that nine died and that ten were hurt is false"
    return 2 if tokens.raw[at - 2] == "," else 1
