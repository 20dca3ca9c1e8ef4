"""What befell the counted, said in more than one word: lives that are taken, verbs that part with their particle.

"The blaze cost 31 people their lives", "Bei dem Brand kamen 31 Menschen um", "火灾夺去31人的生命". A life alone is
nobody's death, and neither is "took"; "saved 31 lives" and "kamen um acht Uhr" say something else.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set

KILLED = "killed"
_BEFORE = 8  # tokens before the number in which its clause tells of lives
_AFTER = 10  # the same behind it
_APART = 2  # tokens between a life and the verb that takes it, besides those of the number
_NEAR = 4  # tokens between the number and the nearer of the two
_NEAR_FINAL = 8  # "hat 31 Menschen in der Stadt am Fluss das Leben gekostet"
_VERB_FINAL = frozenset({"de", "nl", "tr", "fa", "hu", "hi", "ko", "ja", "bn", "ur", "ku"})
_PARTICLE = 14  # tokens between a verb and its particle: "kamen bei dem Unglück auf der Autobahn um"
_VERB_NEAR = 6  # tokens between the number and the verb
_HAN_APART = 4
_INNER_MARKS = frozenset("-–'\"“”„«»‘’")
_REFLEXIVES = frozenset({"se"})  # "31 vidas se perderam"; elsewhere it is "if"
GLUING = frozenset({"th"})  # without blanks between words, and with letters that are no words
FIGHTERS = frozenset({"soldier", "militant", "police", "escort"})
OF_PEOPLE, OF_FIGHTERS, OWN_NOUN = 1, 2, 3
_STAFF = frozenset({"worker", "official", "rescuer"})  # who are in a hospital without being ill


@dataclass(frozen=True, slots=True)
class FateWords:
    """The words of one language: for a life, for taking it, and the verbs that part (state, particles)."""

    life: PhraseTable[bool]
    taken: PhraseTable[bool]
    saved: PhraseTable[bool]
    registered: PhraseTable[bool]
    parted: PhraseTable[tuple[str, PhraseTable[bool]]]


@functools.cache
def fate_words(language: str) -> FateWords:
    """The words of `language`; empty tables for one that the lists do not know."""
    code = primary(language)
    tables = lexicon.load("fates").tables
    names = ("life", "taken", "saved", "registered")
    life, taken, saved, registered = (word_set(_forms(tables[name].get(code, ""))) for name in names)
    parted = (
        (verb, (str(entry["state"]), word_set(_forms(entry["particle"]))))
        for entry in tables["parted"]
        if entry["language"] == code
        for verb in _forms(entry["verb"])
    )
    return FateWords(life, taken, saved, registered, PhraseTable(parted))


def _forms(listed: str) -> list[str]:
    return [form for form in listed.split("|") if form]


def suits(state: tuple[str, int], noun: tuple[str, str] | None, *, alone: bool) -> bool:
    """Whether a word says what befell those counted: who "fell" was a soldier, what was "destroyed" no person.

    `state` is its name and rank, `noun` the name and kind of what is counted, if it is known; `alone` where the word
    is itself what is counted, and says nothing of a noun that no list knows.
    """
    name, rank = state
    if rank == OF_PEOPLE:
        return noun is not None and noun[1] == "person" and not (name == "hospitalised" and noun[0] in _STAFF)
    if rank == OF_FIGHTERS:
        return noun is not None and noun[0] in FIGHTERS
    return rank != OWN_NOUN or (alone if noun is None else noun[0] in FIGHTERS)


@functools.cache
def _glued_forms(code: str) -> tuple[tuple[str, str], ...]:
    """(form, state), the longest first."""
    listed = (entry for entry in lexicon.load("measures").tables["concept"] if entry["kind"] == "state")
    forms = [(form.rstrip("*"), str(e["name"])) for e in listed for form in e.get(code, ()) if " " not in form]
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), pair)))


def _glued(tokens: Sequence[Token], numeral: Numeral, left: int, code: str) -> str:
    """The state inside a word that is written together with its neighbours: "31 คนเสียชีวิต", "มีผู้เสียชีวิต 31 ราย"."""
    near = (numeral.last, numeral.first - 1) if numeral.first > left else (numeral.last,)
    words = [tokens[at].word for at in near if at < len(tokens)]
    return next((state for word in words for form, state in _glued_forms(code) if form in word), "")


def fate(tokens: Sequence[Token], numeral: Numeral, bounds: tuple[int, int], ends: PhraseTable[bool], code: str) -> str:
    """The state that more than one word of its clause gives those whom a number counts; "" where they give none."""
    words = fate_words(code)
    if code in GLUING and (state := _glued(tokens, numeral, bounds[0], code)):
        return state
    low, high = _clause(tokens, numeral, bounds[0], ends)
    if words.parted and (state := _parted(tokens, numeral, (low, high), words)):
        return state
    span = max(low, numeral.first - _BEFORE), min(high, bounds[1], numeral.last + _AFTER)
    return KILLED if words.life and _lives_taken(tokens, numeral, span, words, code) else ""


def _clause(tokens: Sequence[Token], numeral: Numeral, left: int, ends: PhraseTable[bool]) -> tuple[int, int]:
    low, high = numeral.first, numeral.last
    while low > left and not _closes(tokens, low - 1, ends):
        low -= 1
    while high < len(tokens) and not _closes(tokens, high, ends):
        high += 1
    return low, high


def _closes(tokens: Sequence[Token], at: int, ends: PhraseTable[bool]) -> bool:
    word = tokens[at].word
    is_mark = not word[0].isalnum() and word not in _INNER_MARKS
    return is_mark or (word not in _REFLEXIVES and ends.match(tokens, at) is not None)


def _parted(tokens: Sequence[Token], numeral: Numeral, clause: tuple[int, int], words: FateWords) -> str:
    low, high = clause
    near = (
        *range(max(low, numeral.first - _VERB_NEAR), numeral.first),
        *range(numeral.last, min(high, numeral.last + _VERB_NEAR)),
    )
    for verb in near:
        if found := words.parted.match(tokens, verb):
            state, particles = found[1]
            for at in range(max(verb + 1, numeral.last), min(high, verb + _PARTICLE)):
                closing = particles.match(tokens, at)
                if closing and closing[0] == high:
                    return state
    return ""


def _lives_taken(tokens: Sequence[Token], numeral: Numeral, span: tuple[int, int], words: FateWords, code: str) -> bool:
    places = [at for at in range(*span) if not numeral.first <= at < numeral.last]
    if any(words.saved.match(tokens, at) for at in places):
        return False
    lives = [(at, found[0]) for at in places if (found := words.life.match(tokens, at))]
    taken = [(at, found[0]) for at in places if (found := words.taken.match(tokens, at))] if lives else []
    apart = _HAN_APART if code in {"zh", "ja"} else _APART
    near = _NEAR_FINAL if code in _VERB_FINAL else _NEAR
    return any(
        _between(one, other, numeral) <= apart and min(_off(one, numeral), _off(other, numeral)) <= near
        for one in lives
        for other in taken
        if one[0] != other[0]
    )


def _between(one: tuple[int, int], other: tuple[int, int], numeral: Numeral) -> int:
    first, then = sorted((one, other))
    inside = range(first[1], then[0])
    own = len(range(max(first[1], numeral.first), min(then[0], numeral.last + 1)))  # the number and its noun
    return max(0, len(inside) - own)


def _off(place: tuple[int, int], numeral: Numeral) -> int:
    return numeral.first - place[1] if place[1] <= numeral.first else max(0, place[0] - numeral.last - 1)
