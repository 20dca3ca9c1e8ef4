"""Relations that the network finds whose source says no such thing: words in a wrong mouth.

"He has been harshly criticized for his rules" gives no words of his; "When the money ran out, the board said enough"
says nothing of money; nobody speaks in "Let's say the dam holds" and "you'd think it would". All were read in news.
"""

import re
from collections.abc import Sequence

from sayso.annotate import cues, quotations
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.neighbours import sentence_at
from sayso.annotate.relations import Relation, Stretch
from sayso.letters import is_in_word

_DASH = re.compile(r"(?:\s[-–—]{1,2}\s|—)")
_NEAR = 24  # code points before a source in which "if" or "contrary to what" stands
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nor", "not"})
_TOLD = CueKind.SAY | CueKind.TELL | CueKind.QUOTE | CueKind.JUDGE


def is_disowned(text: str, relation: Relation, sentences: Sequence[Stretch], grammar: Grammar) -> bool:
    """Whether the source of a relation is not who says or thinks the content."""
    cue = [low for stretch in relation.cue for low in words_in(text, stretch, grammar)]
    if any(_is_hearer(text, stretch, grammar) for stretch in relation.source):
        return True
    if _is_nobody(text, relation, grammar) or _is_supposed(text, relation, grammar):
        return True
    if _is_blamed(relation, cue, grammar):
        return True
    if _is_fate(text, relation, cue, grammar) or _is_past_aside(text, relation, sentences):
        return True
    return _is_only_when(text, relation, cue, sentences, grammar)


def _is_hearer(text: str, source: Stretch, grammar: Grammar) -> bool:
    """Whether a source is who reads: "you", "let's"."""
    words = [word for word in words_in(text, source, grammar) if is_in_word(word[0])]
    return bool(words) and grammar.is_in(words[0], "hearers") and (len(words) == 1 or words[0] == "let")


def _is_nobody(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source is denied: "No minister said", "none of the ministers", "not the army that | said"."""
    for low, high in relation.source:
        words = [word for word in words_in(text, (low, high), grammar) if is_in_word(word[0])]
        before = words_in(text, (max(0, low - _NEAR), low), grammar)[-2:]
        if not words or words == ["that"]:
            return True
        if words[0] in _NOBODY or (before and before[-1] in _NOBODY):
            return True
    return False


def _is_supposed(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether what is said is only supposed or contradicted: "If the minister says …", "contrary to what S said"."""
    first = min(low for low, _ in (*relation.source, *relation.cue))
    before = [word for word in words_in(text, (max(0, first - _NEAR), first), grammar) if is_in_word(word[0])]
    while before and grammar.is_in(before[-1], "determiners"):
        before.pop()
    if not before:
        return False
    had = before[-1] == "had" and _opens(text, first, before[-1])
    contrary = before[-1] == "what" and before[-2:-1] in (["to"], ["unlike"]) and relation.content[0][0] > first
    return grammar.is_in(before[-1], "conditional") or had or contrary


def _opens(text: str, place: int, word: str) -> bool:
    """Whether a capitalised word opens the sentence right before a place."""
    return text[:place].rstrip().endswith(word.capitalize())


def _is_blamed(relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether a source is who is judged: the subject of "has been criticized", "was accused"."""
    before = any(high <= relation.cue[0][0] for _, high in relation.source)
    passive = any(
        grammar.is_in(one, "be") and any(grammar.is_in(word, "judged") for word in cue[i + 1 :])
        for i, one in enumerate(cue)
    )
    return before and passive


def _is_fate(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether a cue says what is known of its subject: "40 people confirmed | dead", "many feared | trapped"."""
    content = words_in(text, relation.content[0], grammar)
    follows = relation.content[0][0] >= relation.cue[-1][1]
    if not follows or len(cue) != 1 or not content or not grammar.is_in(cue[0], "found_dead"):
        return False
    source = [word for stretch in relation.source for word in words_in(text, stretch, grammar)]
    counted = not source or any(word[0].isdigit() or grammar.is_in(word, "counts") for word in source)
    return counted and grammar.is_in(content[0], "fates") and not any(map(grammar.is_verb, content[1:]))


def _is_past_aside(text: str, relation: Relation, sentences: Sequence[Stretch]) -> bool:
    """Whether a content runs out of the aside its cue stands in: "an aggressive - some say unrealistic - pledge".

    One that says something by itself is cut there: "the plan - critics say it is reckless | - was approved".
    """
    first = min(start for start, _ in (*relation.source, *relation.cue))
    home = (sentence_at(sentences, first) or (first,))[0]
    opened = list(_DASH.finditer(text, home, first + 1))
    low, high = relation.content[-1]
    if low < relation.cue[-1][1] or len(opened) % 2 == 0 or text[opened[-1].end() : first].strip():
        return False
    closing = _DASH.search(text, low, high)
    if closing is not None and len(text[low : closing.start()].split()) > 1:
        relation.content[-1] = (low, closing.start())
        return False
    return closing is not None


def _is_only_when(
    text: str, relation: Relation, cue: list[str], sentences: Sequence[Stretch], grammar: Grammar
) -> bool:
    """Whether what is given as said is when it was: "felt betrayed | when …", "When it failed, | S said | enough"."""
    low, high = relation.content[0]
    words = words_in(text, (low, high), grammar)
    if words and grammar.is_in(words[0], "coordinators"):
        words = words[1:]
    if len(relation.content) > 1 or not words or not grammar.is_in(words[0], "temporal"):
        return False
    if any(mark in text[low:high] for mark in quotations.MARKS - {"'", "’"}):
        return False
    kinds = cues.kinds_among(cue, grammar)
    if low >= relation.cue[-1][1]:
        return not kinds & _TOLD
    if kinds & CueKind.TELL or not grammar.is_in(words[0], "temporal_clauses"):
        return False
    ends = [end for _, end in (*relation.cue, *relation.source)]
    stop = (sentence_at(sentences, low) or (max(ends),))[-1]
    rest = words_in(text, (min(max(ends), stop), stop), grammar)
    aside = ("prepositions", "times", "adverbs", "addressees")
    said = bool(rest) and rest[0].isalpha() and not grammar.is_in(rest[0], *aside)
    return said and "," not in words and sum(map(grammar.is_verb, words)) <= 1
