"""Whom an outlet quotes: "Norpress quoted Lenz as saying C", "Lenz was quoted by Norpress as saying C".

The network takes all of "Lenz as saying C" for what Norpress says. Lenz says C, and Norpress passes it on.
"""

from sayso.annotate import quotations
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.tokens import Tokens, tokenise

CONSTRUCTION = "quoted-as"
_QUOTED = frozenset({"quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"})
_SAYING = CueKind.SAY | CueKind.TELL | CueKind.QUOTE
_LONGEST = 30  # tokens of who is quoted
_SHORTEST = 2  # tokens of a statement
_TOLD = 8  # tokens of those told: "as telling reporters in Halden that"


def quoted_within(text: str, relation: Relation, grammar: Grammar) -> Relation | None:
    """Who is quoted in what a relation says; the relation keeps only the words, which both say."""
    cue = [word for stretch in relation.cue for word in words_in(text, stretch, grammar)]
    if not relation.content or not _QUOTED.intersection(cue):
        return None
    passive = any(grammar.is_in(word, "be") for word in cue)
    low, high = relation.content[-1]
    tokens = tokenise(text, low, high, grammar.tokens)
    at = _saying(tokens, grammar)
    if at is None or passive != (at == 0) or (passive and len(relation.content) < 2):
        return None
    start = _words_begin(tokens, at + 2, grammar)
    if len(tokens) - start < _SHORTEST:
        return None
    source: Stretch = relation.content[0] if passive else (low, tokens.end[at - 1])
    if not passive and (len(relation.content) > 1 or not relation.source):
        return None
    words = (tokens.start[start], high)
    relation.content, relation.asserted = [words], True
    inner = Relation([source], [(tokens.start[at], tokens.end[at + 1])], [words], CONSTRUCTION, within=relation)
    inner.confidence = relation.confidence
    return inner


def names_quoted(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source is named by a cue that leaves no doubt of it: "Lenz was quoted as saying"."""
    cue = [word for stretch in relation.cue for word in words_in(text, stretch, grammar)]
    near = bool(relation.source) and not text[relation.source[-1][1] : relation.cue[0][0]].strip()
    return near and "quoted" in cue[:-2] and cue[-2] == "as"


def _saying(tokens: Tokens, grammar: Grammar) -> int | None:
    """Where "as saying" stands."""
    for i in range(min(_LONGEST, len(tokens) - 1)):
        if tokens.raw[i] in quotations.DOUBLE_MARKS:
            return None
        verb = tokens.low[i + 1]
        spoken = verb.endswith(grammar.participle_endings) and grammar.starts([verb], 0, _SAYING) == 1
        if tokens.low[i] == "as" and spoken:
            return i
    return None


def _words_begin(tokens: Tokens, first: int, grammar: Grammar) -> int:
    """The token with which what is said begins: past those told, and a colon or comma."""
    for i in range(first, min(len(tokens), first + _TOLD)):
        if grammar.is_in(tokens.low[i], "bare_that") or tokens.raw[i] in quotations.DOUBLE_MARKS:
            return i
        if tokens.raw[i] == ":":
            return i + 1
    return first + 1 if first < len(tokens) and tokens.raw[first] in ",:" else first
