"""Where sentences begin and end.

Boundaries come from sentencex (abbreviations and terminators of some 240 languages). Quotation marks are hidden
from it, since it takes a whole quotation for one sentence where newspapers quote several; each mark is then
given to the side it belongs to, and a reporting clause stays with its quotation ("Is it true?" he asked.),
as in the Penn Treebank and in the corpora built on it (PARC, PolNeAR).
"""

import functools
import itertools
import re
from collections.abc import Iterator

import sentencex

from sayso import lexicon

PASSAGE = 20_000  # code points handed on at once: sentencex is quadratic in unbalanced marks (80 k: 2.8 s)

OPENERS = frozenset("“‘„‚«‹「『《〈（([{")
CLOSERS = frozenset("”’»›」』》〉）)]}")
_NEUTRAL = frozenset('"“”„‟«»‹›「」『』')
_HIDDEN = str.maketrans(dict.fromkeys('"“”„‟‘‚«»‹›', " "))
_TERMINATED = re.compile(r"[.!?…‥。．！？｡؟۔।॥։።፧]$")
_LOWER_AHEAD = re.compile(r"[\s,;:–—-]*[^\W\d_]")
_INITIALS = re.compile(r"(?:^|[\s(])[^\W\d_]\.\s?[^\W\d_]\.$|[\s(][А-ЯЁІЇЄҐЂЈЉЊЋЏΑ-Ω]\.$")  # "О. І." of a name
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "my", "km"})
_STOPLESS = frozenset({"th", "lo"})  # a full stop only shortens words, and never ends a sentence: มิ.ย.
_INWARD = frozenset({"de", "da", "sl", "hr", "cs", "sk", "hu", "sr", "bs", "mk", "pl"})  # may write »so«


def sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of `text`, in order, trimmed, never overlapping.

    Blank lines always end a sentence, single line feeds do not. `language` is BCP 47; one that sentencex does
    not know is read by general rules. Every character that is not white space lies in exactly one sentence.
    """
    base = language.split("-", maxsplit=1)[0]
    found: list[tuple[int, int]] = []
    for start, end in _passages(text):
        cuts = _cuts(text[start:end], base)
        bounds = [start, *(start + cut for cut in cuts), end]
        found.extend(_trimmed(text, low, high) for low, high in itertools.pairwise(bounds))
    return tuple((low, high) for low, high in found if low < high)


def _passages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        while end - start > PASSAGE:
            space = text.rfind(" ", start + 1, start + PASSAGE)
            cut = space if space > start else start + PASSAGE
            yield start, cut
            start = cut
        yield start, end
        start = gap.end() if gap else end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _cuts(passage: str, base: str) -> Iterator[int]:
    """Where `passage` is to be cut: before the first character of each sentence but the first."""
    masked = passage.translate(_HIDDEN).replace("\n", " ")
    if words := _words_before_stop(base):
        masked = words.sub(lambda match: "x" * len(match.group()), masked)
    for boundary in sentencex.get_sentence_boundaries(base or "en", masked)[:-1]:
        cut = _after_closers(passage, boundary["end_index"], base)
        if 0 < cut < len(passage) and not _joined(passage, cut, base):
            yield cut


def _after_closers(passage: str, at: int, base: str) -> int:
    """`at` moved to stand after the marks that close the sentence before and before those that open the next."""
    cut = at
    while cut > 0 and (passage[cut - 1].isspace() or passage[cut - 1] in _NEUTRAL or passage[cut - 1] in "‘’"):
        cut -= 1
    while cut < len(passage) and not passage[cut].isspace() and _closes(passage, cut, base):
        cut += 1
    ahead = cut
    while ahead < len(passage) and passage[ahead].isspace():
        ahead += 1
    spaced = ahead > cut and ahead < len(passage) and passage[ahead] in "»›"
    if spaced and base not in _INWARD and (ahead + 1 == len(passage) or not passage[ahead + 1].isalnum()):
        return ahead + 1  # « Non. »
    return cut


def _closes(passage: str, at: int, base: str) -> bool:
    mark = passage[at]
    if mark in '"“’‘«':  # “ closes in German and Slavic, « in Danish and in books
        follows = passage[at + 1] if at + 1 < len(passage) else " "
        return not follows.isalnum() or (base in _UNSPACED and mark in '’"')
    return mark in CLOSERS


def _is_announced(before: str) -> bool:
    """Whether a piece ends with a quotation, its full stop and all, whose speaker stands before it: 他说：“我来。”."""
    opened = max(before.rfind(mark) for mark in "“「『")
    return opened > 0 and before[opened - 1] in "：:，," and before.rstrip("”」』")[-1:] in "。！？"


def _is_before_name(before: str, base: str) -> bool:
    """Whether a piece ends with an abbreviation that a name follows: "M.", "Ms.", "ул."."""
    return _ends_with_one_of(before, _abbreviations("before_names", base))


def _is_before_number(before: str, base: str) -> bool:
    """Whether a piece ends with an abbreviation that a number follows: "godz."."""
    return _ends_with_one_of(before, _abbreviations("before_numbers", base))


def _ends_with_one_of(before: str, abbreviations: frozenset[str]) -> bool:
    words = before.rstrip(".").split()
    word = words[-1].lstrip("\"“«„‘'(") if words else ""
    return before.endswith(".") and not abbreviations.isdisjoint({word, word[:1].lower() + word[1:]})


@functools.cache
def _abbreviations(table: str, base: str) -> frozenset[str]:
    return frozenset(lexicon.load("abbreviations").tables[table].get(base, ()))


@functools.cache
def _words_before_stop(base: str) -> re.Pattern[str] | None:
    """Words that the splitter takes for abbreviations though they end sentences: German "mich." as of Michigan."""
    words = sorted(_abbreviations("words", base))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")(?=\.)") if words else None


def _joined(passage: str, cut: int, base: str) -> bool:
    """Whether the two sides of `cut` are one sentence after all."""
    before, after = passage[max(0, cut - 40) : cut].rstrip(), passage[cut : cut + 40]
    quoted = bool(before) and before[-1] in '"”“»«’」』'
    if base in _UNSPACED and quoted and after[:1].isalpha() and not _is_announced(passage[:cut]):
        return True  # “……。”他说
    if not _TERMINATED.search(before.rstrip('"”“»«’」』)）]')):
        return False
    if base in _STOPLESS and before.endswith("."):
        return True
    if _is_before_name(before, base) and after.lstrip()[:1].isupper():
        return True
    if _is_before_number(before, base) and after.lstrip()[:1].isdigit():
        return True
    if _INITIALS.search(before) and after.lstrip()[:1].isupper():
        return True
    ahead = _LOWER_AHEAD.match(after)
    if ahead is None or not ahead.group()[-1].islower():
        return False
    tagged = any(dash in ahead.group() for dash in "–—")  # – Halt! – rief er
    return quoted or tagged or before.endswith((".", "…"))
