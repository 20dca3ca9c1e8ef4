"""Where a person's name ends and the occasion of speaking begins, where every noun has a capital."""

from sayso.annotate.noun_phrases import Passage, Phrase, is_name


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
