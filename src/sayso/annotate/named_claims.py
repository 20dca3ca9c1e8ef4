"""Where what a claim says ends, when the claim is what the sentence is about: "the claim that the dam held | is false".

What stands after it is said of the claim, by somebody else or by the writer. Where that cannot be seen, the claim is
left alone: a verdict in the mouth of the one it is passed on is the worst of errors.
"""

from collections.abc import Sequence

from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.neighbours import sentence_at
from sayso.annotate.noun_phrases import Phrase
from sayso.annotate.reading import Reading
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.tokens import Tokens, tokenise

_ED = "ed"


def end_before_verdict(text: str, relation: Relation, sentences: Sequence[Stretch], grammar: Grammar) -> bool:
    """End the content of "S's claim that C | is false" before the verb of the sentence; False if it is not seen."""
    cue = relation.cue[0][0]
    begin, stop = sentence_at(sentences, cue) or relation.content[0]
    begin = max(begin, text.rfind("\n", begin, cue) + 1)
    first = min(low for low, _ in (*relation.source, *relation.cue))
    ahead = tokenise(text, begin, first, grammar.tokens)
    low, high = relation.content[0]
    named = max(end for _, end in (*relation.source, *relation.cue))
    if any(grammar.is_in(word, "be") for word in words_in(text, (min(named, low), low), grammar)):
        return True  # "the suspicion is that …"
    if _finite(ahead, grammar):
        return True  # the claim is what somebody makes: "She repeated the claim that …"
    told = tokenise(text, low, min(high, stop), grammar.tokens)
    groups = _finite(told, grammar)
    joined = any(grammar.is_in(word, "coordinators", "relatives") for word in told.low[1 : groups[-1] if groups else 0])
    if len(groups) != 2 or joined:
        return False
    relation.content = [(low, told.end[groups[1] - 1])]
    return True


def _finite(tokens: Tokens, grammar: Grammar) -> list[int]:
    """The first token of each group of finite verbs, a participle behind its noun left out: "people hurt in".

    The verb of "Lenz said" ahead of a claim counts as one.
    """
    groups: list[int] = []
    last = -2
    for i, word in enumerate(tokens.low):
        before = tokens.low[i - 1] if i else ""
        if not grammar.is_verb(word) or grammar.is_in(word, "infinitive", "negations"):
            continue
        if grammar.is_in(before, "infinitive", "determiners", "possessive", "prepositions"):
            continue
        follows = tokens.low[i + 1] if i + 1 < len(tokens) else ""
        reduced = word.endswith(_ED) and grammar.is_in(follows, "prepositions") and last != i - 1
        if reduced and not grammar.is_in(before, "auxiliaries", "adverbs"):
            continue
        between = tokens.low[last + 1 : i]
        if not (groups and all(_may_stand_between(w, grammar) for w in between)):
            groups.append(i)
        last = i
    return groups


def _may_stand_between(word: str, grammar: Grammar) -> bool:
    """Whether a token can stand in a group of verbs: "would not “learn", "has since been"."""
    return not word.isalnum() or grammar.is_adverb(word) or grammar.is_in(word, "negations")


def is_claim_weighed(reading: Reading, subject: Phrase) -> bool:
    """Whether a subject stands in a claim or question of the writer's: twierdzenie, że | badanie | potwierdza C."""
    if reading.is_in(reading.low, "whether"):
        return True
    of, named = reading.passage.grammar, subject[0] - 3
    that = reading.is_in(subject[0] - 1, "claiming_that") and named == reading.low
    return that and of.starts(reading.passage.tokens.low, named, CueKind.NOUN) == named + 1
