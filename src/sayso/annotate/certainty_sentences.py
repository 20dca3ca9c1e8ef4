"""What the certainty lexicon knows in one sentence: phrases, which are names only, what is said to be unknown."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.annotate.certainty_words import CertaintyWords
from sayso.annotate.judging import Setting, setting
from sayso.annotate.phrases import Token

MAX_TOKENS = 2000  # of one sentence; longer ones are tables or dumps and are read to here
_COMMAS = frozenset(",，、،")
_QUESTION = frozenset("?？؟")
_CLOSING = frozenset("\"”’»'*_)]")
_REACH = 2  # tokens between a negation and the verb of knowing it denies ("has not yet been confirmed")
_CAPITAL_NOUNS = frozenset({"may", "will", "might"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the lexicon at tokens `[first, last)` and the groups it is in."""

    first: int
    last: int
    groups: frozenset[str]

    @property
    def denies(self) -> bool:
        """Whether it turns its clause into a denial."""
        return "negation" in self.groups and "not_negation" not in self.groups


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, what the lexicon knows in it, and whether courts, rules or dates have the word in it."""

    tokens: Sequence[Token]
    hits: Sequence[Hit]
    is_question: bool
    setting: Setting = field(default_factory=Setting)


_MARKS_INSIDE = frozenset({"be", "he", "uk"})  # where a mark inside a word parts no article or pronoun from it
_INNER_MARKS = frozenset("'\"״׳")
_TELLS = frozenset(":,，،、")
_TOLD_WITHIN = 5  # tokens behind "a rumour" in which "that" follows, if it does


def read_sentence(text: str, tokens: Sequence[Token], words: CertaintyWords) -> Sentence:
    """The lexicon phrases in one sentence of `text`, whose tokens are `tokens`."""
    tokens = tokens[:MAX_TOKENS]
    last = next((t.word for t in reversed(tokens) if t.word not in _CLOSING), "")
    asks = last in _QUESTION or (last == ";" and words.language == "el")
    hits: list[Hit] = []
    at = 0
    while at < len(tokens):
        found = words.groups.match(tokens, at)
        if found is None:
            if groups := words.endings_of(text, tokens, at):
                hits.append(Hit(at, at + 1, groups))
            at += 1
        elif _is_name(text, tokens, at, asks=asks) or _is_inside_word(tokens, at, found[0], words):
            at += 1
        elif "tale" in found[1] and _does_something(tokens, at, found[0], words):
            at = found[0]
        else:
            hits.append(Hit(at, found[0], found[1]))
            at = found[0]
    where = setting(text, tokens, words.judging) if words.judging else Setting()
    return Sentence(tokens, _left_open([h for h in hits if "plain" not in h.groups], tokens, words), asks, where)


def _left_open(hits: Sequence[Hit], tokens: Sequence[Token], words: CertaintyWords) -> list[Hit]:
    """`hits` with each denied knowledge ("it is not known whether", "could not confirm that") made one phrase."""
    kept: list[Hit] = []
    spent = 0
    for hit in hits:
        if hit.first < spent:
            continue
        end = complement_end(tokens, hit, words)
        denial = next((k for k in kept[-_REACH:] if k.denies and hit.first - k.last <= _REACH), None) if end else None
        if denial:
            kept = [k for k in kept if k.first < denial.first]
            kept.append(Hit(denial.first, end, frozenset({"unknown"})))
            spent = end
        else:
            kept.append(hit)
    return kept


def complement_end(tokens: Sequence[Token], hit: Hit, words: CertaintyWords) -> int:
    """The token after "whether" behind a verb of knowing, or "that" behind one of confirming; 0 if it has neither."""
    at = hit.last
    while at < len(tokens) and tokens[at].word in _COMMAS:
        at += 1
    if at >= len(tokens) or not hit.groups & {"knowing", "confirming"}:
        return 0
    found = words.groups.match(tokens, at)
    if found and found[1] & {"asks", "condition"}:
        return found[0]
    that = words.that.match(tokens, at) if "confirming" in hit.groups else None
    return that[0] if that else 0


def _is_inside_word(tokens: Sequence[Token], first: int, end: int, words: CertaintyWords) -> bool:
    """Whether a phrase is but a piece of a word with a mark inside: Hebrew "if" at the end of a name, or an acronym."""
    if words.language not in _MARKS_INSIDE:
        return False

    def joins(at: int) -> bool:
        if not 0 < at < len(tokens) - 1 or tokens[at].word not in _INNER_MARKS:
            return False
        before, after = tokens[at - 1], tokens[at + 1]
        return before.is_word and after.is_word and before.end == tokens[at].start and tokens[at].end == after.start

    return joins(first - 1) or joins(end)


def _does_something(tokens: Sequence[Token], first: int, end: int, words: CertaintyWords) -> bool:
    """Whether a rumour opens the sentence and does something: "A rumour gathered a crowd", not "A rumour has it that".

    That it went round and what came of it is no less certain for what it said.
    """
    opening = [token.word for token in tokens[:first] if token.is_word]
    if opening and (len(opening) > 1 or opening[0] not in words.articles):
        return False
    near = range(end, min(end + _TOLD_WITHIN, len(tokens)))
    return not any(words.that.match(tokens, at) or tokens[at].word in _TELLS for at in near)


def _is_name(text: str, tokens: Sequence[Token], at: int, *, asks: bool) -> bool:
    """Whether "May" or "Will" is a month or a man: a capital inside a sentence that is not all in capitals.

    No statement begins with the modal, and no modal stands beside a number.
    """
    token = tokens[at]
    if token.word not in _CAPITAL_NOUNS or not text[token.start].isupper():
        return False
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if any(t.is_number for t in beside):
        return True
    if at == 0:
        return not asks
    return text[tokens[at - 1].start : tokens[at - 1].end].islower()
