"""What stands in the place of what in two sentences of one language that are otherwise alike.

"The dam above Ostwick burst on Monday" and "The dam above Brennick burst on Monday" share nearly all their words, and
the one that differs is the claim. Only what one text has and the other nowhere has counts: words that merely moved
are in both.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.corroborate import naming, wording
from sayso.corroborate.bodies import institutions
from sayso.corroborate.concepts import event_names, implications, state_names, subjects, thing_names
from sayso.corroborate.country_names import places
from sayso.corroborate.profile import LONGEST_READ, Figure, Profile

MIN_ALIKE = 0.6  # of the words of the longer text that stand in the other in the same order
MIN_COPIED = 0.7  # the same for a text that is the other but for a word or two
_NEARLY_COPIED = 0.8  # from here on two words may stand for one or two: "the rest" and "the first week" of a season
LONGEST_SLOT = 5  # words; what is longer is another way of telling
FEW_SLOTS = 2
MAX_SPELLING = 0.6  # likeness of letters from which on two words are one in two spellings or two endings
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:[.,]\d+)*")  # of Chinese each character
_UNSPACED = frozenset({"zh", "ja"})
_ALL_CAPITALISED = frozenset({"de", "lb"})  # every noun has a capital: two in a row are a name
_CASELESS = frozenset({"ar", "fa", "he", "zh", "ja"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word, and where it stands in the mention."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The words of two mentions that stand in one another's place."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]


@functools.lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text[:LONGEST_READ]))


@functools.lru_cache(maxsize=50_000)
def _bag(text: str) -> frozenset[str]:
    return frozenset(word.text.casefold() for word in _words(text))


def _texts(words: tuple[Word, ...]) -> str:
    return " ".join(word.text for word in words)


@functools.lru_cache(maxsize=50_000)
def _replaced(left: str, right: str) -> tuple[float, tuple[Slot, ...]]:
    """How far two texts agree word for word, and their slots; none where their order says nothing."""
    ours, theirs = _words(left), _words(right)
    longer = max(len(ours), len(theirs))
    if not longer or len(_bag(left) & _bag(right)) < MIN_ALIKE * min(len(_bag(left)), len(_bag(right))):
        return 0.0, ()
    matcher = SequenceMatcher(None, [w.text.casefold() for w in ours], [w.text.casefold() for w in theirs], False)
    blocks = matcher.get_matching_blocks()
    alike = sum(block.size for block in blocks) / longer
    if alike < MIN_ALIKE:
        return alike, ()
    return alike, tuple(
        Slot(ours[low:high], theirs[start:end])
        for tag, low, high, start, end in matcher.get_opcodes()
        if tag == "replace" and high - low <= LONGEST_SLOT and end - start <= LONGEST_SLOT
    )


def slots(left: Profile, right: Profile) -> tuple[Slot, ...]:
    """The slots of two mentions of one language; none across languages."""
    if left.language != right.language:
        return ()
    return _replaced(left.whole, right.whole)[1]


def other_words(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Words that stand in one another's place in two texts that are one but for them, and are not known to be one.

    Of 294 headlines of one article that a publisher changed in one word, about half of those that were no mere
    correction of spelling or ending said something else by it ("today", "tomorrow"); the other half is the price.
    """
    if left.language != right.language:
        return
    alike, found = _replaced(left.whole, right.whole)
    if alike < MIN_COPIED or len(found) > FEW_SLOTS:
        return
    for slot in found:
        ours, theirs = (_content(words, left.language) for words in (slot.ours, slot.theirs))
        longest = 2 if alike >= _NEARLY_COPIED else 1
        if not 0 < len(ours) <= longest or not 0 < len(theirs) <= longest:
            continue
        if any(_one_word(one, other, left.language) for one in ours for other in theirs):
            continue
        if not any(_stands_in(word, right) for word in ours) and not any(_stands_in(word, left) for word in theirs):
            yield " ".join(ours), " ".join(theirs)


def swapped(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Words that changed places in two texts that are one but for them: who did it to whom."""
    texts = [(_texts(slot.ours).casefold(), _texts(slot.theirs).casefold()) for slot in slots(left, right)]
    for at, (ours, theirs) in enumerate(texts):
        if (theirs, ours) in texts[at + 1 :] and not _one_word(ours, theirs, left.language):
            yield ours, theirs


def _content(words: tuple[Word, ...], language: str) -> list[str]:
    """The words that carry content; Chinese characters that stand together are one word."""
    if language in _UNSPACED:
        return ["".join(word.text for word in words)] if len(words) > 1 else []
    dull = wording.function_words(language)
    return [word.text for word in words if word.text.casefold() not in dull and not word.text.isdigit()]


def _one_word(one: str, other: str, language: str) -> bool:
    """Whether two words are one in another spelling or form, one name, or known to mean the same."""
    low, high = one.casefold(), other.casefold()
    if wording.stem(low, language) == wording.stem(high, language) or naming.plain(one) == naming.plain(other):
        return True
    if SequenceMatcher(None, low, high, False).ratio() >= MAX_SPELLING and not _opposed_in_form(low, high):
        return True
    ours, theirs = subjects(one, language), subjects(other, language)
    if ours - theirs and theirs - ours:
        return False  # both are vehicles, the one a car and the other a lorry
    return bool(ours & theirs) or _same_body(one, other)


def _opposed_in_form(one: str, other: str) -> bool:
    """Whether two words differ in how they begin and agree in how they end: "Nordmark" and "Südmark"."""
    return one[:2] != other[:2]


def _stands_in(word: str, other: Profile) -> bool:
    return word.casefold() in _bag(other.mention.span.exact)


def other_names(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Names that stand in one another's place, each in one mention only."""
    for slot in slots(left, right):
        ours, theirs = _named(left, slot.ours, slot.theirs), _named(right, slot.theirs, slot.ours)
        if not ours or not theirs or _same_body(_texts(slot.ours), _texts(slot.theirs)):
            continue
        if _is_short_for(slot.ours, left, slot.theirs) or _is_short_for(slot.theirs, right, slot.ours):
            continue
        if not _known_in(ours, right) and not _known_in(theirs, left):
            yield " ".join(ours), " ".join(theirs)


def _is_short_for(words: tuple[Word, ...], profile: Profile, others: tuple[Word, ...]) -> bool:
    """Whether a word is cut short with a point, and the other is whole: "Sen." and "Senator"."""
    if not len(words) == len(others) == 1:
        return False
    (word,), (whole,) = words, others
    pointed = profile.mention.span.exact[word.end : word.end + 1] == "."
    return pointed and whole.text.casefold().startswith(word.text.casefold())


def _same_body(one: str, other: str) -> bool:
    """Whether both name one country or one kind of institution: "Kyiv" and "Ukraine", "army" and "armed forces"."""
    codes, others = ({code for code, _ in places(text)} for text in (one, other))
    return bool(codes & others) or bool(institutions(one) & institutions(other))


def _named(profile: Profile, words: tuple[Word, ...], instead: tuple[Word, ...]) -> tuple[str, ...]:
    """Those of the words that are a name, as far as their form, or the reading of names, tells."""
    if profile.language in _CASELESS:
        return _named_caseless(profile, words, instead)
    known = {part.casefold() for name in profile.names.values() for part in naming.parts(name)}
    tall = [word.text[:1].isupper() and word.start > 0 and not _is_time(profile, word) for word in words]
    if profile.language in _ALL_CAPITALISED:
        tall = [t and (n or p) for t, n, p in zip(tall, [*tall[1:], False], [False, *tall[:-1]], strict=True)]
    return tuple(
        word.text
        for word, capital in zip(words, tall, strict=True)
        if (capital or word.text.casefold() in known) and not word.text.isdigit()
    )


def _named_caseless(profile: Profile, words: tuple[Word, ...], instead: tuple[Word, ...]) -> tuple[str, ...]:
    """Where no capital tells a name: one word for one that no list knows, or a name that was read as one."""
    known = {part for name in profile.names.values() for part in naming.parts(name)}
    named = tuple(word.text for word in words if word.text in known)
    alone = len(words) == len(instead) == 1 and not words[0].text.isdigit()
    unknown = alone and not any(subjects(side[0].text, profile.language) for side in (words, instead))
    return named or (tuple(word.text for word in words) if unknown and _after_a_place(profile, words[0]) else ())


def _after_a_place(profile: Profile, word: Word) -> bool:
    """Whether the word before is one for a town, an office or the like, which a name follows."""
    before = profile.mention.span.exact[: word.start].split()
    return bool(before) and bool(subjects(before[-1], profile.language) & thing_names())


def _is_time(profile: Profile, word: Word) -> bool:
    at = profile.mention.span.start
    return any(low <= at + word.start < high for low, high in profile.timed)


def _numbers(profile: Profile, words: tuple[Word, ...]) -> list[tuple[str, Figure]]:
    """The figures of which some of the words are a part, each with its label."""
    at = profile.mention.span.start
    low, high = at + words[0].start, at + words[-1].end
    return [(figure.label, figure) for figure in profile.figures if figure.start < high and low < figure.end]


def _known_in(names: tuple[str, ...], other: Profile) -> bool:
    """Whether the other mention has one of the names somewhere, in any spelling."""
    held = _bag(other.mention.span.exact)
    keys = set(other.names)
    return any(name.casefold() in held or naming.sound_key(name) in keys for name in names)


def other_subjects(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Events and things that stand in one another's place, of which neither implies the other."""
    told = event_names() | thing_names()
    implied = set(implications()) | {(other, one) for one, other in implications()}
    for slot in slots(left, right):
        ours = (subjects(_texts(slot.ours), left.language) & told) - right.told
        theirs = (subjects(_texts(slot.theirs), right.language) & told) - left.told
        pairs = [(one, other) for one in sorted(ours) for other in sorted(theirs) if (one, other) not in implied]
        both_happen = [(a, b) for a, b in pairs if _kind(a) == _kind(b)]
        if ours and theirs and len(pairs) == len(ours) * len(theirs) and both_happen:
            yield both_happen[0]


def _kind(concept: str) -> str:
    if concept in state_names():
        return "state"
    return "thing" if concept in thing_names() else "event"


def other_time(left: Profile, right: Profile) -> bool:
    """Whether a time stands in one where the other has words that are none: "on Monday" and "last month"."""
    for slot in slots(left, right):
        ours, theirs = (
            any(_is_time(one, word) and not _stands_in(word.text, other) for word in words)
            for one, other, words in ((left, right, slot.ours), (right, left, slot.theirs))
        )
        if ours != theirs:
            return True
    return False


def other_numbers(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Figures that stand in one another's place and cannot both be."""
    for slot in slots(left, right):
        ours, theirs = (_numbers(profile, words) for profile, words in ((left, slot.ours), (right, slot.theirs)))
        if ours and theirs and not any(a.agrees(b) for _, a in ours for _, b in theirs):
            yield ours[0][0], theirs[0][0]
