"""Calibres, which count nothing: "three 152-mm shells" are three, "a 122mm rocket" is one."""

from collections.abc import Iterator, Sequence

from sayso.annotate.phrases import Token

_MILLIMETRES = frozenset({"mm", "мм", "millimetre", "millimeter", "毫米"})
_ADJECTIVES = ("миллиметров", "міліметров", "миллиметрав", "milimetrel", "milimetrow")


def calibre_end(tokens: Sequence[Token], at: int) -> int:
    """The index after a calibre that begins at `at` and belongs to the noun behind it; 0 if none does."""
    if not tokens[at].is_number:
        return 0
    unit = at + 1
    if unit < len(tokens) and tokens[unit].word == "-":
        unit += 1
    if unit + 1 >= len(tokens) or not tokens[unit + 1].is_word:
        return 0
    tight = tokens[unit].start - tokens[at].end <= unit - at - 1
    named = (tight and tokens[unit].word in _MILLIMETRES) or tokens[unit].word.startswith(_ADJECTIVES)
    return unit + 1 if named else 0


def calibres(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The token ranges of calibres."""
    return ((at, end) for at in range(len(tokens)) if (end := calibre_end(tokens, at)))
