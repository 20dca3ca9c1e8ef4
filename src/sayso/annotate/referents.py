"""What "they", "it", "who" and "which" stand for as sources: the people, the body, the noun phrase before.

"Divers said the gate held. They found no one." "They" who say something are those who spoke last, if they are several
and opened the sentence before; "it" is the body that did; "who" is the one person named right before it. With two
candidates or none nothing is given.
"""

from collections.abc import Sequence

from sayso.annotate import bearers, source_kinds
from sayso.annotate.cues import Grammar
from sayso.annotate.given_names import is_given_name
from sayso.annotate.tokens import Tokens, tokenise

PHRASE = 160  # code points back in which the noun phrase before "who" begins
_PERSONS = ("unnamed", "role")
_BODIES = ("institution", "outlet", "document")
_JOINTS = ("prepositions", "linkers")
_APOSTROPHES = frozenset("'’")
_ASIDE = frozenset(",—–-")


def is_several(name: str, grammar: Grammar) -> bool:
    """Whether a source is people in the plural: "two divers from Halden", "Lenz and Osei", "police"."""
    tokens = tokenise(name, 0, len(name), grammar.tokens)
    if any(grammar.is_in(word, "coordinators") for word in tokens.low):
        return True
    head = _segments(tokens, 0, len(tokens), grammar)[:1]
    if not head:
        return False
    last = tokens.low[head[0][1] - 1]
    plural = last.endswith(grammar.plural_endings or ("\0",)) and tokens.raw[head[0][1] - 1][:1].islower()
    bodies = _in(last, grammar, _BODIES) and not _in(last, grammar, _PERSONS)
    return (plural and not bodies) or last in ("people", "police", "others", "some", "many")


def before_relative(text: str, offset: int, pronoun: str, grammar: Grammar) -> str | None:
    """The noun phrase that a "who" or "which" at `offset` goes on from, if one alone can be meant."""
    low = max(text.rfind("\n", 0, offset) + 1, offset - PHRASE)
    tokens = tokenise(text, low, offset, grammar.tokens)
    end = len(tokens)
    while end and tokens.raw[end - 1] in _ASIDE:
        end -= 1
    start = end
    while start > 0 and _belongs(tokens, start - 1, grammar):
        start -= 1
    if start > 0 and tokens.raw[start - 1] in _APOSTROPHES:
        return None  # "Dora Penk, general secretary of the Workers' | Union, who"
    segments = _segments(tokens, start, end, grammar)
    is_person = grammar.is_in(pronoun.lower(), "person_relatives")
    tables = _PERSONS if is_person else _BODIES
    alone = is_person and len(segments) == 1  # whatever is called "who" is a person
    fitting = segments if alone else [part for part in segments if _fits(tokens, part, grammar, tables)]
    if len(fitting) != 1 or not _is_whole(tokens, fitting[0], grammar):
        return None
    first, last = fitting[0]
    while first < last - 1 and grammar.is_in(tokens.low[first], "adverbs") and not _is_opened(tokens, first, grammar):
        first += 1
    begins = bearers.name_before(text, tokens.start[first], grammar.language) if is_person else None
    return text[tokens.start[first] if begins is None else begins : tokens.end[last - 1]]


def _belongs(tokens: Tokens, i: int, grammar: Grammar) -> bool:
    word, raw = tokens.low[i], tokens.raw[i]
    if not word[0].isalnum() and word not in ("'s", "’s", "-", "&"):
        return False
    if grammar.is_in(word, "openers", "pronouns") and not grammar.is_in(word, "linkers", "determiners"):
        return False
    if grammar.is_in(word, *_JOINTS):
        return True
    held = i > 0 and grammar.is_in(tokens.low[i - 1], "determiners", "possessive", "prepositions")
    is_verb = raw[:1].islower() and (grammar.is_verb(word) or grammar.is_in(word, "auxiliaries"))
    return held or not is_verb or grammar.is_in(word, "possessive")


def _segments(tokens: Tokens, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """The noun phrases between the prepositions of a longer one, each with what is its own."""
    parts: list[tuple[int, int]] = []
    first = start
    for i in range(start, end + 1):
        if i == end or grammar.is_in(tokens.low[i], *_JOINTS) or grammar.is_in(tokens.low[i], "person_relatives"):
            if i > first:
                parts.append((first, i))
            first = i + 1
    return parts


def _is_whole(tokens: Tokens, part: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a noun phrase shows where it begins, and no verb may stand in it: "Ana Lenz joins Osei, who"."""
    words = range(part[0] + 1, part[1] - 1)
    for i in words:
        between = tokens.raw[i][:1].islower() and tokens.raw[i - 1][:1].isupper() and tokens.raw[i + 1][:1].isupper()
        if between and not grammar.is_in(tokens.low[i], "possessive") and not _in(tokens.low[i], grammar, _PERSONS):
            return False
    led = part[0] > 0 and grammar.is_in(tokens.low[part[0] - 1], "infinitive")  # "to calm Norlanders who"
    return _is_opened(tokens, part[0], grammar) or (not led and _is_plural(tokens, part, grammar))


def _fits(tokens: Tokens, part: tuple[int, int], grammar: Grammar, tables: Sequence[str]) -> bool:
    """Whether the head of a noun phrase is of the sort a pronoun asks for."""
    first, last = part
    if _in(tokens.low[last - 1], grammar, tables):
        return True
    capitals = [raw[:1].isupper() for raw in tokens.raw[first:last]]
    if tables is _BODIES:
        called = any(_in(word, grammar, tables) for word in tokens.low[first : last - 1])  # "the agency Intermond"
        return capitals[-1] and (sum(capitals) > 1 or called)
    is_common = grammar.is_in(tokens.low[first], "determiners", "possessors") and tokens.raw[last - 1].islower()
    if is_common and not _in(tokens.low[last - 1], grammar, _BODIES):
        return True  # "the sister of Ana Lenz who": either
    return _is_plural(tokens, part, grammar) or any(map(is_given_name, tokens.raw[first : last - 1]))


def _is_opened(tokens: Tokens, i: int, grammar: Grammar) -> bool:
    """Whether a noun phrase begins at a token for certain: with an article, or a name."""
    return grammar.is_in(tokens.low[i], "determiners", "possessors") or tokens.raw[i][:1].isupper()


def _is_plural(tokens: Tokens, part: tuple[int, int], grammar: Grammar) -> bool:
    return tokens.low[part[1] - 1].endswith(grammar.plural_endings or ("\0",))


def _in(word: str, grammar: Grammar, tables: Sequence[str]) -> bool:
    return any(word in source_kinds.words_of(grammar.language, table) for table in tables)
