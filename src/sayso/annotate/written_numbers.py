"""Numbers written without spaces: as one word ("zweiundzwanzig"), and in Han numerals ("六十五")."""

from collections.abc import Sequence

from sayso.annotate.number_words import NumberWords
from sayso.annotate.phrases import Token

MAX_NUMERAL_TOKENS = 24


def han_number(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[float, int] | None:
    """A number in Han numerals; two neighbouring digits ("五六") end after the first, for the range to see."""
    total, section, digit, last = 0.0, 0.0, -1.0, at
    while last < len(tokens) and last - at < MAX_NUMERAL_TOKENS:
        if tokens[last].is_number:
            break
        if found := words.cardinals.match(tokens, last):
            if digit >= 0 and found[1] != 0:
                break
            digit = found[1]
        elif found := words.multipliers.match(tokens, last):
            factor = found[1]
            if factor >= 10_000:
                total, section = (total + section + max(digit, 0.0)) * factor, 0.0
            else:
                section += (digit if digit > 0 else 1.0) * factor
            digit = -1.0
        else:
            break
        last += 1
    return (total + section + max(digit, 0.0), last) if last > at else None


def sum_glued(word: str, words: NumberWords) -> float:
    """The value of a number that is written as one word ("zweiundzwanzig"), 0 where it is none."""
    total, current, at = 0.0, 0.0, 0
    ordered = sorted(words.pieces, key=len, reverse=True)
    count = 0
    while at < len(word):
        piece = next((p for p in ordered if word.startswith(p, at)), None)
        if piece is None:
            return 0.0
        value = words.pieces[piece]
        if value >= 1000:
            total, current = total + (current or 1.0) * value, 0.0
        elif value == 100:
            current = (current or 1.0) * value
        else:
            current += value
        at, count = at + len(piece), count + 1
    return total + current if count > 1 else 0.0
