"""How many of those counted are children or the like, behind a comma: 31 zabitych, | w tym ośmioro dzieci."""

from sayso.annotate.cues import Grammar
from sayso.annotate.noun_phrases import STOPS
from sayso.annotate.number_words import number_words
from sayso.annotate.relations import Relation
from sayso.annotate.tokens import tokenise

REACH = 100  # code points of such a phrase
LAST = 80  # code points of a content in which its figure stands


def take_in_those_among(text: str, relation: Relation, grammar: Grammar) -> None:
    """Let a content that ends with a count go on with the part of it that the next words name."""
    if not grammar.lists["among_them"] or not relation.content:
        return
    low, high = max(relation.content)
    if text[high : high + 2] != ", " or not _holds_figure(text[max(low, high - LAST) : high], grammar):
        return
    tokens = tokenise(text, high + 1, min(len(text), high + REACH), grammar.tokens)
    after = grammar.after("among_them", tokens.low, 0)
    end = next((k for k in range(after, len(tokens)) if tokens.raw[k] in STOPS), None)
    if not after or end is None or end <= after or any(map(grammar.is_verb, tokens.low[after:end])):
        return
    relation.content[relation.content.index((low, high))] = (low, tokens.end[end - 1])


def _holds_figure(piece: str, grammar: Grammar) -> bool:
    numbers = number_words(grammar.language)
    words = tokenise(piece, 0, len(piece), grammar.tokens).low
    return any(word[:1].isdigit() or (numbers is not None and numbers.cardinals.begins(word)) for word in words)
