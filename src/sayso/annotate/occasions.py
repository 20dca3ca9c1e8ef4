"""Where a person's name ends and the occasion of speaking begins, where every noun has a capital."""

from sayso.annotate.cues import Grammar
from sayso.annotate.noun_phrases import Passage, Phrase, is_name
from sayso.annotate.tokens import tokenise


def without_occasion(passage: Passage, phrase: Phrase) -> Phrase:
    """A person's name without what follows it, where every noun has a capital: Trainer Lutz | vor dem Derby."""
    of, lows = passage.grammar, passage.tokens.low
    if "nouns_capitalised" not in of.flags:
        return phrase
    for k in range(phrase[0] + 2, phrase[1] - 1):
        named = is_name(passage, k - 1) and is_name(passage, k - 2) and not of.is_noun(lows[k - 1])
        if of.is_in(lows[k], "settings") and named:
            return phrase[0], k
    return phrase


def past_linking(text: str, low: int, high: int, grammar: Grammar) -> int:
    """Where a source begins behind words that only link its sentence to the last: Turkish Bu arada | S."""
    tokens = tokenise(text, low, high, grammar.tokens)
    after = grammar.after("linking", tokens.low, 0)
    return tokens.start[after] if 0 < after < len(tokens) else low
