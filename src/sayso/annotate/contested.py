"""Whose claim it is that another one contradicts: "Lenz's claim that he slept at home was contradicted by a guard".

A network may give the claim to whoever rejects it, the worst of errors, for "by a guard" stands where a speaker
stands in "it was said by a neighbour". And whose words are few, where a number is said and its speaker follows: "Five,
says the court" is no word of five people.
"""

from collections.abc import Sequence

from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.number_words import number_words
from sayso.annotate.relations import LEARNED_UNNAMED, Relation, Stretch, touch
from sayso.annotate.tokens import tokenise

_BEFORE = 120  # code points in which the noun of a claim and whose it is stand
_NEAR = 40  # code points from a verb to the mark or word that ends who speaks


def settle_contested(text: str, learned: Sequence[Relation], by_rule: Sequence[Relation], grammar: Grammar) -> None:
    """Give each claim that another one contradicts back to whose it is, or to nobody known."""
    if not grammar.words["contesting"]:
        return
    claims = [one for one in by_rule if one.construction == "noun-that" and one.source]
    for relation in learned:
        if not _is_contest(text, relation, grammar):
            continue
        named = _named(text, relation, grammar)
        if named is None:
            continue
        noun, content = named
        owner = next((c for c in claims if touch(c.cue, [noun])), None)
        relation.cue, relation.content, relation.asserted = [noun], [content], True
        relation.source = list(owner.source) if owner is not None else []
        if owner is None:
            relation.construction = LEARNED_UNNAMED
        relation.confidence, relation.unclear = None, False


def _is_contest(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether the cue says behind a content that it "was rejected by" whoever is the source."""
    if not relation.content or not relation.source or relation.cue[0][0] < relation.content[-1][1]:
        return False
    cue = [word for part in relation.cue for word in words_in(text, part, grammar)]
    by = text[relation.cue[-1][0] : relation.source[0][0]].split()[-1:] == ["by"]
    passive = relation.source[0][0] > relation.cue[-1][0] and by
    return passive and any(grammar.is_in(word, "contesting") for word in cue)


def _named(text: str, relation: Relation, grammar: Grammar) -> tuple[Stretch, Stretch] | None:
    """The noun of a claim and what is claimed, from its "that"; None where what is contested is no claim."""
    low, high = relation.content[0]
    first = max(text.rfind("\n", 0, low) + 1, low - _BEFORE)
    tokens = tokenise(text, first, high, grammar.tokens)
    for k in range(1, len(tokens)):
        if tokens.start[k] > low + _BEFORE:
            return None
        noun = grammar.starts(tokens.low, k - 1, CueKind.NOUN) == k
        if noun and grammar.is_in(tokens.low[k], "bare_that") and tokens.end[k] > low:
            return (tokens.start[k - 1], tokens.end[k - 1]), (tokens.start[k], high)
    return None


def settle_numbers_said(text: str, relations: Sequence[Relation], grammar: Grammar) -> None:
    """Turn round who speaks and what is said where a number and a comma stand before the verb: "Five, says S"."""
    for relation in relations:
        if len(relation.source) != 1 or len(relation.cue) != 1 or relation.cue[0][0] < relation.source[0][1]:
            continue
        if not is_number(text, relation.source[0], grammar):
            continue
        low, high = relation.source[0]
        if text[low : relation.cue[0][0]].rstrip()[-1:] != ",":
            continue
        said, end = (low, low + len(text[low:high].rstrip(" ,"))), relation.cue[0][1]
        who = _up_to_mark(text, end, grammar)
        relation.source = [who] if who is not None else []
        relation.content, relation.asserted = [said], True
        relation.unclear = who is None


def is_number(text: str, stretch: Stretch, grammar: Grammar) -> bool:
    """Whether some words are a number and nothing else: "Five", "twenty-one", "At least 12"."""
    numbers = number_words(grammar.language)
    words = [w for w in words_in(text, stretch, grammar) if w[0].isalnum()]
    words = [w for w in words if not grammar.is_in(w, "adverbs", "prepositions", "least")]
    return bool(words) and all(
        word[0].isdigit() or (numbers is not None and numbers.cardinals.begins(word.partition("-")[0]))
        for word in words
    )


def _up_to_mark(text: str, start: int, grammar: Grammar) -> Stretch | None:
    """The words behind a verb up to the next mark, if they are a noun phrase."""
    tokens = tokenise(text, start, min(len(text), start + _NEAR + _BEFORE), grammar.tokens)
    end = next((k for k in range(len(tokens)) if not tokens.raw[k][0].isalnum()), len(tokens))
    acts = any(grammar.is_verb(tokens.low[k]) and tokens.raw[k].islower() for k in range(end))
    return (tokens.start[0], tokens.end[end - 1]) if end and not acts else None
