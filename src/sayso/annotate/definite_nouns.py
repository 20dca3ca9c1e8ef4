"""Whom "the official", "the sources", "the statement", "the army" and "one" stand for, where the text allows only one.

A noun with the article goes back to whoever was heard under that noun before; a document to who put it out, as the
sentence says that brings it up ("the ministry said in a statement …"); a body to the one name in the text that ends
in its noun. With two candidates, or none, the answer is None.
"""

import re
from collections.abc import Iterable, Sequence

from sayso.annotate import cues, referents, source_kinds
from sayso.annotate.closing_tags import CLOSERS
from sayso.annotate.cues import Grammar
from sayso.annotate.heard import Heard

LONGEST_NAME = 6  # words of a body's name: "Upper Northern Free Workers' Transport Union"
NEAR = 700  # code points back in which several were heard, one of whom speaks
READ = 8_000  # code points back in which a body is named or a document brought up
RECENT = 200  # sources that are looked back upon
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_PARTED = re.compile(r",|\s(?:who|whose|which|that)\s")
_PERSONS = ("unnamed", "role", "person")
_BODIES = ("institution", "body")
_ENDS = ".!?\n"


def meant_by_noun(text: str, offset: int, name: str, heard: Sequence[Heard], language: str) -> str | None:
    """The source or the name before `offset` that "the official", "the statement" or "one" goes back to."""
    grammar = cues.grammar(language)
    if grammar is None:
        return None
    before = [h for h in heard[-RECENT:] if h.start < offset]
    words = name.lower().split()
    if _is_one_of_them(words, language):
        several = [_called(h) for h in before if referents.is_several(_called(h), grammar) and offset - h.start < NEAR]
        last = several[-1] if several else None
        return next((h.person for h in before if h.name == last and h.person), last)
    if len(words) < 2 or any(word[:1].isupper() for word in name.split()[1:]):
        return None
    opens = source_kinds.words_of(language, "pronoun_articles") | source_kinds.words_of(language, "pronoun_all")
    if words[0] not in opens:
        return None
    noun = words[-1]
    if len(words) == 2 and _is_in(noun, _PERSONS, language):
        return _only(_called(h) for h in before if _is_called(h.name, noun, grammar))
    if len(words) == 2 and _is_in(noun, ("document",), language):
        return _issuer(text, offset, noun, before, grammar)
    if _is_in(noun, _BODIES, language):
        return _only(_named_in(text[max(0, offset - READ) : offset], words[1:], grammar))
    return None


def _is_one_of_them(words: Sequence[str], language: str) -> bool:
    ones = source_kinds.words_of(language, "pronoun_one")
    alone = " ".join(words) in ones
    return alone or (
        len(words) == 3 and words[0] in ones and words[2] in source_kinds.words_of(language, "pronoun_other")
    )


def _is_in(word: str, tables: Iterable[str], language: str) -> bool:
    return any(word in source_kinds.words_of(language, table) for table in tables)


def _called(source: Heard) -> str:
    return source.person or source.name


def _head(name: str) -> list[str]:
    return _WORD.findall(_PARTED.split(name, maxsplit=1)[0])


def _is_called(name: str, noun: str, grammar: Grammar) -> bool:
    """Whether a source is called by a noun: "A senior Norland official", and not just "the official" again."""
    words = [word.lower() for word in _head(name)]
    held = next((k for k, word in enumerate(words) if k and grammar.is_in(word, "linkers")), len(words))
    return len(words) > 1 and held > 0 and words[held - 1] == noun


def _only(names: Iterable[str]) -> str | None:
    """The one name among some; those of which each word stands in a fuller one count as that one."""
    found = {name: {_POSSESSIVE.sub("", word).lower() for word in _WORD.findall(name)} for name in names}
    fullest = [n for n, words in found.items() if not any(words < other for other in found.values())]
    return fullest[0] if len({frozenset(found[n]) for n in fullest}) == 1 else None


def _issuer(text: str, offset: int, noun: str, before: Sequence[Heard], grammar: Grammar) -> str | None:
    """Who put out a document: who alone speaks in the sentence that brings it up, or who spoke just before it."""
    near = max(0, offset - READ)
    brings = re.compile(rf"\b(?:an?|its|their) (?:[\w-]+ ){{0,2}}{noun}\b")
    brought = [match.start() for match in brings.finditer(text, near, offset)]
    if len(brought) > 1 or (not brought and re.compile(rf"\b{noun}\b").search(text, near, offset)):
        return None
    if brought:
        begins = max(text.rfind(mark, 0, brought[0]) for mark in _ENDS) + 1
        ends = min((at for mark in _ENDS if (at := text.find(mark, brought[0])) >= 0), default=len(text))
        return _only(_called(h) for h in before if begins <= h.start < ends)
    last = max(before, key=lambda h: h.start, default=None)
    closes = text[max(0, offset - READ) : offset].rstrip()[-1:] in CLOSERS
    spoke = closes and last is not None and _is_body(_called(last), grammar.language)
    return _called(last) if spoke and last is not None else None


def _is_body(name: str, language: str) -> bool:
    return any(_is_in(word.lower(), _BODIES, language) for word in _head(name))


def _named_in(text: str, words: Sequence[str], grammar: Grammar) -> list[str]:
    """The names in a text that end in some words, or go on from them: "the Norland army", "Ministry of Works"."""
    noun = r"\s+".join(map(re.escape, words))
    ends = re.compile(rf"(?<![\w'’-])((?:[A-ZÀ-Þ][\w'’-]*\s+){{1,{LONGEST_NAME}}}(?i:{noun}))\b(?![-'’]\w{{2}})")
    goes_on = re.compile(rf"\b((?i:{noun})(?:\s+(?:of|for)\s+(?:the\s+)?[A-ZÀ-Þ][\w'’-]*)+)")
    led = (_without_opener(name, grammar) for name in ends.findall(text))
    return [name for name in (*led, *goes_on.findall(text)) if name]


def _without_opener(name: str, grammar: Grammar) -> str:
    """A name without the words that open its sentence: "The Norland army"; nothing where no name is left."""
    first, _, rest = name.partition(" ")
    tables = ("determiners", "prepositions", "openers", "subordinators", "coordinators", "times", "pronouns", "that")
    if not grammar.is_in(first.lower(), *tables):
        return name
    return rest if rest[:1].isupper() and " " in rest else ""
