"""Words of a text and the five-word shingles they form, hashed, with the way back to offsets.

Works on whole batches of texts as arrays of code points, not word by word: shingling in Python is 70 to 80 %
of the time of the MinHash libraries. A text is read language-neutrally:

* a word is a run of letters, digits and marks, folded to lower case without accents, so that "Café" spelt with
  one code point or two is one word; soft hyphens, zero-width joiners and Arabic vowel signs are passed over;
* in scripts without blanks between words each character is a word by itself, and a shingle is longer by as
  much as a word of that script has characters.

Hashes are fixed functions of the text (no `hash()`, no seed), equal on every machine and in every process.
`sampled` is FracMinHash (Irber et al. 2022): the shingles whose hash lies under a fixed bar, in every document the
same ones, so that the share of a short text inside a long one can be estimated. Jaccard sketches cannot do that.
"""

import dataclasses
import functools
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int32]
Ranges = tuple[tuple[int, int], ...]

BATCH_CHARS = 1 << 19  # 30 arrays of this length stay within a few tens of MB; longer is not faster
BETWEEN, LETTER, IDEOGRAPH, UNSPACED, PASSED_OVER = range(5)
WORDS_PER_CHARACTER = {IDEOGRAPH: 0.6, UNSPACED: 0.22}  # Chinese words have 1.6 characters, Thai words 4 to 5
TABLE_SIZE = 0x20000  # planes 0 and 1; beyond lie ideographs and unassigned code points
_VIRAMA = 9  # canonical combining class: part of an Indic syllable, not an accent
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)  # splitmix64, Steele et al. 2014
_GOLDEN = 0x9E3779B97F4A7C15
PLACES = 64  # letters of one word that are told apart by place; the next 64 use the same multipliers


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """The words of one text: `hashes[i]` is of `text[starts[i]:ends[i]]`.

    `worth` is how many words one token counts for: 1, or less in scripts without blanks.
    """

    hashes: Hashes
    starts: Positions
    ends: Positions
    worth: float = 1.0

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.hashes)

    def shingle_length(self, words: int) -> int:
        """How many tokens make a shingle of `words` words."""
        return max(1, round(words / self.worth))


def mixed(values: Hashes) -> Hashes:
    """Each value scattered over all 64 bits (splitmix64's finalizer)."""
    values = (values ^ (values >> np.uint64(30))) * _MIX_1
    values = (values ^ (values >> np.uint64(27))) * _MIX_2
    return values ^ (values >> np.uint64(31))


@functools.cache
def multipliers(count: int) -> Hashes:
    """Odd numbers by which the things of a run are multiplied, each by its own; fewer are the first of more."""
    steps = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_GOLDEN)
    return mixed(steps) | np.uint64(1)


def _is_ideograph(code: int) -> bool:
    return 0x3041 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF66 <= code <= 0xFF9D


def _is_unspaced(code: int) -> bool:
    return 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF


def _kind(char: str, category: str) -> int:
    if category[0] not in "LNM" and category != "Cf":
        return BETWEEN
    combining = unicodedata.combining(char)
    if category == "Cf" or char == "\u0640" or (combining and combining != _VIRAMA):
        return PASSED_OVER
    if _is_unspaced(ord(char)):
        return UNSPACED
    return IDEOGRAPH if _is_ideograph(ord(char)) else LETTER


def _folded(char: str, category: str) -> int:
    if category == "Lo" and not unicodedata.decomposition(char):
        return ord(char)
    lower = char.casefold()
    parts = unicodedata.normalize("NFKD", lower if len(lower) == 1 else char.lower()[0])
    if len(parts) > 1 and not all(unicodedata.combining(mark) for mark in parts[1:]):
        return ord(char)
    return ord(parts[0].lower()[0])


@functools.cache
def tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """What each code point is, and what it is folded to."""
    chars = [chr(code) for code in range(TABLE_SIZE)]
    categories = list(map(unicodedata.category, chars))
    kinds = list(map(_kind, chars, categories))
    known = zip(chars, categories, kinds, strict=True)
    folded = np.fromiter((_folded(char, category) if kind else 0 for char, category, kind in known), np.uint32)
    return np.array(kinds, np.uint8), folded


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH_CHARS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text) + 1
    if batch:
        yield batch


def words_of(texts: Iterable[str], left_out: Sequence[Ranges] = ()) -> Iterator[Words]:
    """The words of each text in turn, without those inside its ranges in `left_out` (credits, furniture).

    Offsets count code points of the text given. Any string will do, lone surrogates too.
    """
    done = 0
    for batch in _batches(texts):
        yield from _words_of_batch(batch, left_out[done : done + len(batch)])
        done += len(batch)


def _words_of_batch(texts: list[str], left_out: Sequence[Ranges]) -> Iterator[Words]:
    raw = "\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(raw, np.uint32)
    limits = np.cumsum([0, *(len(text) + 1 for text in texts)])
    known_kinds, known_folds = tables()
    if codes.size and int(codes.max()) < TABLE_SIZE:
        kinds, folded = known_kinds[codes], known_folds[codes]
    else:
        inside = np.minimum(codes, TABLE_SIZE - 1)
        beyond = codes >= TABLE_SIZE
        kinds = np.where(
            beyond, np.where(codes < 0x40000, IDEOGRAPH, PASSED_OVER).astype(np.uint8), known_kinds[inside]
        )
        folded = np.where(beyond, codes, known_folds[inside])
    if any(left_out):
        kinds = kinds.copy()
        for origin, text, ranges in zip(limits, texts, left_out, strict=False):
            for start, end in ranges:
                kinds[origin + max(0, start) : origin + min(end, len(text))] = BETWEEN
    hashes, starts, ends, token_kinds = _hashed_words(kinds, folded)
    firsts = np.searchsorted(starts, limits)
    for number, origin in enumerate(limits[:-1]):
        own = slice(firsts[number], firsts[number + 1])
        yield Words(
            hashes[own],
            (starts[own] - origin).astype(np.int32),
            (ends[own] - origin).astype(np.int32),
            _worth(token_kinds[own]),
        )


def _worth(kinds: npt.NDArray[np.uint8]) -> float:
    """How many words a token of this text counts for: by the kind that most tokens are of."""
    for kind, worth in WORDS_PER_CHARACTER.items():
        if 2 * np.count_nonzero(kinds == kind) > kinds.size:
            return worth
    return 1.0


def _hashed_words(
    kinds: npt.NDArray[np.uint8], folded: npt.NDArray[np.uint32]
) -> tuple[Hashes, npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.uint8]]:
    """Hash, start, end and kind of every word in one long run of code points, which ends with a break."""
    places: npt.NDArray[np.int64] | None = None
    if (kinds == PASSED_OVER).any():
        places = np.flatnonzero(kinds != PASSED_OVER)
        kinds, folded = kinds[places], folded[places]
    in_word = kinds != BETWEEN
    goes_on = np.zeros(kinds.size, bool)
    goes_on[1:] = in_word[1:] & in_word[:-1]
    alone = kinds >= IDEOGRAPH
    if alone.any():
        goes_on[1:] &= ~(alone[1:] | alone[:-1])
    inside = np.flatnonzero(in_word)
    firsts = np.flatnonzero(~goes_on[inside])
    starts = inside[firsts]
    lengths = np.diff(np.append(firsts, inside.size))
    if not starts.size:
        return np.zeros(0, np.uint64), starts, starts, kinds[starts]
    letter = np.arange(inside.size) - np.repeat(firsts, lengths)
    values = folded[inside] * multipliers(PLACES)[letter % PLACES]
    ends, token_kinds = starts + lengths, kinds[starts]
    if places is not None:  # marks after the last letter belong to the word
        starts, ends = places[starts], places[ends]
    return mixed(np.add.reduceat(values, firsts)), starts, ends, token_kinds


def shingles(hashes: Hashes, length: int) -> Hashes:
    """The hash of each run of `length` tokens, by the index of its first; none where there are fewer."""
    count = len(hashes) - length + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    factors = multipliers(length)
    total = hashes[:count] * factors[0]
    for place in range(1, length):
        total += hashes[place : place + count] * factors[place]
    return mixed(total)


def sampled(all_shingles: Hashes, one_in: int) -> Hashes:
    """Distinct shingles, sorted; only those that a fixed rule keeps of every `one_in` (a power of two)."""
    if one_in > 1:
        all_shingles = all_shingles[(all_shingles & np.uint64(one_in - 1)) == 0]
    ordered = np.sort(all_shingles)  # np.unique looks things up one by one: of a million that takes nine times as long
    distinct: Hashes = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return distinct
