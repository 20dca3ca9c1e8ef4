"""Numbers in running text, in digits and in words, with what their wording says about their bounds.

"at least 74", "up to 40", "some 50", "between five and seven", "пяти-шести", "zweiundzwanzig", "六十五", "dozens".
Numbers that count nothing are left out: ordinals, type designations ("Il-76", "104A"), labels ("Flight 12"),
parts of dates and addresses. A vague word carries the span that it can honestly mean, from the lexicon.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.designations import is_designation, is_ordinal, people_end
from sayso.annotate.number_words import NEUTRAL_SEPARATORS, SHORTEST_GLUED, number_words, read_digits
from sayso.annotate.phrases import Token
from sayso.annotate.written_numbers import MAX_NUMERAL_TOKENS, han_number, sum_glued
from sayso.vocab import Bound

ABOUT = 0.1  # "about 70" is taken as 63 to 77: round numbers are given to one or two digits
BOUND_REACH = 5  # tokens of the longest bounding phrase ("не более чем", "ما لا يقل عن")
CHANGE_REACH = 6  # tokens between "rose" and "to 40"
CHANGE_AFTER = 3  # tokens behind "Do 40 tys. osób" in which "wzrosła" stands
_THOUSAND, _NEXT_PLACE = 1000.0, 10.0  # "5 thousand 12 of them" is no number
_HALF = 0.5
_ROUND, _NARROW = 8.0, 1.3  # "une dizaine" is 9 to 11; "dozens" are 24 to 99
_PLACES = 3  # decimals kept where a number is multiplied: 8.54 billion is 8,540,000,000
MAX_GLUED = 60  # characters of a number written as one word
_DASHES = frozenset("-–—~〜～")
CURRENCY_SIGNS = frozenset("$€£¥₽₴₺₹₪")
_BETWEEN_BOUND_AND_NUMBER = CURRENCY_SIGNS | {"a", "the", "us"}
_MILLIONS = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over tokens `[first, last)`, its bounding words included; the bare number begins at `number`."""

    first: int
    number: int
    last: int
    low: float | None
    high: float | None
    bound: Bound
    in_digits: bool
    is_one: bool = False
    is_vague: bool = False
    is_dual: bool = False  # the noun itself says that there are two of it: the number has no token of its own
    is_repeated: bool = False  # "twice"

    @property
    def is_alone(self) -> bool:
        """Whether it says that there was one and no more: "a single missile", "nur eines"."""
        return self.is_one and self.last - self.number > 1

    @property
    def is_round(self) -> bool:
        """Whether a vague word still gives a number: "une vingtaine", "a hundred or so", not "dozens"."""
        narrow = self.low is not None and self.low >= _ROUND and (self.high or self.low) <= _NARROW * self.low
        return self.is_vague and narrow


class NumeralReader:
    """Reads the numerals of one language out of tokens."""

    def __init__(self, language: str) -> None:
        self.words = number_words(language)

    def read(self, tokens: Sequence[Token], taken: Sequence[tuple[int, int]] = ()) -> list[Numeral]:
        """The numerals in `tokens`, in order; token ranges in `taken` are dates and the like."""
        found: list[Numeral] = []
        blocked = {i for first, last in taken for i in range(first, last)}
        i = 0
        while i < len(tokens):
            numeral = None if i in blocked else self._at(tokens, i)
            if numeral is None:
                i += 1
                continue
            if numeral.first >= 0:
                found.append(numeral)
            i = max(i + 1, numeral.last)
        return found

    def bare(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        """(value, index after it) of the number at `at`, whatever it counts and whatever bounds it."""
        return self._value(tokens, at)

    def _at(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """The numeral at `at`; one with `first` -1 is a number to pass over."""
        word = tokens[at].word
        if not word[0].isdecimal() and (self.words is None or not self.words.may_begin(word)):
            return None
        if self.words and (vague := self.words.vague.match(tokens, at)):
            last, (low, high) = vague
            if last < len(tokens) and (factor := self.words.multipliers.match(tokens, last)):
                last, times = factor  # "kilkanaście tysięcy"
                low, high = low * times, high * times if high is not None else None
            return self._with_bounds(tokens, at, last, low, high, vague=True)
        if self.words and (adverb := self.words.repeated.match(tokens, at)):
            return Numeral(at, at, adverb[0], adverb[1], adverb[1], Bound.EXACT, in_digits=False, is_repeated=True)
        if self.words and word in self.words.duals:
            return Numeral(at, at, at, 2.0, 2.0, Bound.EXACT, in_digits=False, is_dual=True)
        value = self._value(tokens, at)
        if value is None:
            return None
        number, last = value
        scaled = tokens[at].is_number and last > at + 1  # no label is "2.3 million"
        last = people_end(tokens, last) or last
        if is_ordinal(tokens, last) or (not scaled and self._is_label(tokens, at)):
            return _passed_over(at, last)
        ranged = self._range(tokens, at, number, last)
        end = _end_of_chain(tokens, ranged.last if ranged else last)
        if end:
            return _passed_over(at, end)
        if ranged:
            return ranged
        return self._with_bounds(tokens, at, last, number, number)

    def _value(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        """(value, index after it) of the bare number at `at`."""
        if tokens[at].is_number:
            return None if is_designation(tokens, at) else self._digits(tokens, at)
        if self.words is None or (at and _hangs_on(tokens, at)):
            return None
        if at and tokens[at - 1].is_number and tokens[at - 1].end == tokens[at].start and not self.words.is_han:
            return None  # 53세: an age, not a three
        return self._worded(tokens, at)

    def _worded(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        if self.words and self.words.is_han:
            return han_number(tokens, at, self.words)
        return self._number_words(tokens, at)

    def _digits(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        token = tokens[at]
        thousands = self.words.thousands if self.words else NEUTRAL_SEPARATORS
        decimal = self.words.decimal if self.words else "."
        value = read_digits(token.word, thousands, decimal)
        if value is None:
            return None
        last = at + 1
        if " " in thousands and token.word.isdecimal() and len(token.word) <= 3:
            while last < len(tokens) and _continues_group(tokens, last):
                value = value * 1000 + int(tokens[last].word)
                last += 1
        if last < len(tokens) and at and tokens[at - 1].word in CURRENCY_SIGNS and tokens[last].word in _MILLIONS:
            return value * _MILLIONS[tokens[last].word], last + 1
        if _is_million(tokens, last):
            return value * 1e6, last + 1
        if self.words:
            value, last = self._scaled(tokens, value, last)
        return value, last

    def _scaled(self, tokens: Sequence[Token], value: float, last: int) -> tuple[float, int]:
        words = self.words
        if words and last + 1 < len(tokens) and tokens[last].word == "-" and _is_tight(tokens, last):
            joined = words.multipliers.match(tokens, last + 1)
            if joined:
                return value * joined[1], joined[0]  # "$400-million"
        while words and last < len(tokens) and (found := words.multipliers.match(tokens, last)):
            if tokens[last].word in {"k", "mil", "md"} and tokens[last].start > tokens[last - 1].end and value >= 1000:
                break
            last, factor = found
            value = round(value * factor, _PLACES)
            if lower := self._lower_part(tokens, last, factor):
                return value + lower[0], lower[1]
        return value, last

    def _lower_part(self, tokens: Sequence[Token], at: int, factor: float) -> tuple[float, int] | None:
        """(value, end) of what digits add behind a multiplier: "4 bin 500", "3万5000", "4 million 500 thousand"."""
        if factor < _THOUSAND or at >= len(tokens) or not tokens[at].word.isdecimal():
            return None
        found = self._digits(tokens, at)
        return found if found and found[0] < factor <= found[0] * _NEXT_PLACE else None

    def _number_words(self, tokens: Sequence[Token], at: int) -> tuple[float, int] | None:
        words = self.words
        if words is None:
            return None
        total, current, last = 0.0, 0.0, at
        seen = False
        while last < len(tokens) and last - at < MAX_NUMERAL_TOKENS:
            step = self._step(tokens, last, current, seen)
            if step is None:
                break
            value, end, is_factor = step
            if is_factor and value >= 1000:
                total += (current or 1.0) * value
                current = 0.0
            elif is_factor:
                below = current % _THOUSAND  # "אלפיים שלוש מאות": two thousand is one word
                current += (below or 1.0) * value - below
            else:
                current += value
            last, seen = end, True
            if half := words.half.match(tokens, last) if last < len(tokens) else None:
                last = half[0]  # "one and a half million", "un million et demi"
                current += _HALF * (value if is_factor else 1.0)
        if not seen or _is_bitten_off(tokens, last):
            return None
        return total + current, last

    def _step(self, tokens: Sequence[Token], at: int, current: float, seen: bool) -> tuple[float, int, bool] | None:
        """(value, end, multiplies) of the next number word, joined by a hyphen, an "and" or nothing."""
        words = self.words
        if words is None:
            return None
        start = at
        linked = False
        if seen and at + 1 < len(tokens):
            if tokens[at].word == "-" and tokens[at].start == tokens[at - 1].end:
                start, linked = self._behind_hyphen(tokens, at + 1), True
            elif joined := words.and_.match(tokens, at):
                start, linked = joined[0], True
        if start >= len(tokens):
            return None
        found = self._piece(tokens, start, open_to_glued=current % 100 == 0)
        if found is None:
            return None
        value, end, is_factor = found
        if is_factor:
            fits = not linked or current < 1  # "un demi-million"
            fits = fits and (not seen or current % _THOUSAND < value or value >= _THOUSAND)
            return (value, end, True) if fits else None
        fits = not seen or _adds_to(current, value, linked or self._has_clitic(tokens, start))
        fits = fits or (not words.has_teens and current % 100 == 10 and value < 10)
        return (value, end, False) if fits else None

    def _behind_hyphen(self, tokens: Sequence[Token], at: int) -> int:
        """Where the number goes on behind a hyphen: behind an "and" with a hyphen of its own ("vingt-et-un") too."""
        joined = self.words.and_.match(tokens, at) if self.words and at < len(tokens) else None
        return joined[0] + 1 if joined and joined[0] < len(tokens) and tokens[joined[0]].word == "-" else at

    def _has_clitic(self, tokens: Sequence[Token], at: int) -> bool:
        return bool(self.words and self.words.clitic and tokens[at].word.startswith(self.words.clitic))

    def _piece(self, tokens: Sequence[Token], at: int, *, open_to_glued: bool) -> tuple[float, int, bool] | None:
        words = self.words
        if words is None:
            return None
        cardinal = words.cardinals.match(tokens, at)
        factor = words.multipliers.match(tokens, at)
        if cardinal and (not factor or cardinal[0] >= factor[0]):
            return cardinal[1], cardinal[0], False
        if factor:
            return factor[1], factor[0], True
        token = tokens[at]
        if bare := self._without_prefix(tokens, at):
            return bare
        if (
            words.glued
            and open_to_glued
            and SHORTEST_GLUED < len(token.word) <= MAX_GLUED
            and words.glued.fullmatch(token.word)
        ):
            value = sum_glued(token.word, words)
            return (value, at + 1, False) if value else None
        return None

    def _without_prefix(self, tokens: Sequence[Token], at: int) -> tuple[float, int, bool] | None:
        """The number word that an "and" or a preposition is written onto; a hundred or a thousand with "and" alone."""
        words, token = self.words, tokens[at]
        for prefix in words.written_on if words else ():
            if words is None or not token.word.startswith(prefix) or len(token.word) < len(prefix) + 2:
                continue
            bare = [Token(token.start, token.end, token.word[len(prefix) :]), *tokens[at + 1 : at + 3]]
            if found := words.cardinals.match(bare, 0):
                return found[1], at + found[0], False
            if prefix == words.clitic and (found := words.multipliers.match(bare, 0)):
                return found[1], at + found[0], True
        return None

    def _is_label(self, tokens: Sequence[Token], at: int) -> bool:
        if self.words is None or at == 0:
            return False
        end = at - 1 if tokens[at - 1].word in ".:#" else at
        return tokens[at - 1].word in "#№" or bool(end and self.words.labels.ending_at(tokens, end, 2))

    def _range(self, tokens: Sequence[Token], at: int, low: float, last: int) -> Numeral | None:
        words = self.words
        second = self._second_number(tokens, at, last)
        if not second:
            return None
        read = self._digits if tokens[second].is_number else self._worded
        other = read(tokens, second)
        if other is None:
            return None
        high, end = other
        if second == last and (high != low + 1 or high > 9):
            return None
        if words and end - second > 1 and low < high and (factor := _shared_factor(low, high)):
            low = round(low * factor, _PLACES)
        if not low < high or is_ordinal(tokens, end):
            return None
        first = at
        if words and (opener := words.between.ending_at(tokens, at, 2)):
            first = opener[0]
        numeral = self._with_bounds(tokens, first, end, low, high)
        return Numeral(numeral.first, at, end, low, high, Bound.RANGE, in_digits=tokens[at].is_number)

    def _second_number(self, tokens: Sequence[Token], at: int, last: int) -> int:
        """Where the second number of a range begins, 0 where the number at `[at, last)` begins none."""
        if last >= len(tokens):
            return 0
        words = self.words
        if words and words.is_han and last == at + 1 and words.cardinals.match(tokens, last):
            return last
        if tokens[last].word not in _DASHES:
            second = self._after_link(tokens, at, last)
            return second if second < len(tokens) else 0
        if last + 1 >= len(tokens):
            return 0
        both_in_digits = tokens[at].is_number and tokens[last + 1].is_number
        return last + 1 if _is_tight(tokens, last) or (tokens[last].word != "-" and both_in_digits) else 0

    def _after_link(self, tokens: Sequence[Token], at: int, last: int) -> int:
        """Where the second number of a worded range begins, 0 where there is none."""
        words = self.words
        if words is None:
            return 0
        if link := words.or_.match(tokens, last):
            return link[0]
        if (link := words.to.match(tokens, last)) and self._opens_range(tokens, at, link[0] - 1):
            return link[0]
        return 0

    def _opens_range(self, tokens: Sequence[Token], at: int, link: int) -> bool:
        words = self.words
        if words is None:
            return False
        if words.between.ending_at(tokens, at, 2):
            return True
        return tokens[link].word == "to" and not (at and tokens[at - 1].word == "from") and tokens[at].is_number

    def _with_bounds(
        self, tokens: Sequence[Token], at: int, last: int, low: float, high: float | None, *, vague: bool = False
    ) -> Numeral:
        first, kind = at, ""
        words = self.words
        if words:
            before = words.bounds.ending_at(tokens, at, BOUND_REACH)
            start = at
            while before is None and start and tokens[start - 1].word in _BETWEEN_BOUND_AND_NUMBER:
                start -= 1
                before = words.bounds.ending_at(tokens, start, BOUND_REACH)
            if before:
                first, kind = before
                if kind == "at_most" and self._is_change(tokens, first, last):
                    first, kind = at, ""
            after = words.bounds_after.match(tokens, last) if not kind and last < len(tokens) else None
            if after:
                last, kind = after
        low_, high_, bound = _bounded(low, high, kind, vague=vague)
        one = low == high == 1
        return Numeral(first, at, last, low_, high_, bound, tokens[at].is_number, is_one=one, is_vague=vague)

    def _is_change(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """Whether a verb of change stands before or right behind: "rose to 40", "Do 40 wzrosła" bound nothing."""
        words = self.words
        if words is None or tokens[at].word not in {"до", "do", "да", "tot", "bis", "a", "έως", "μέχρι", "iki", "līdz"}:
            return False
        if at and tokens[at - 1].word == "się":
            return True  # "przyznaje się do dziewięciu ofiar" admits nine
        near = (*range(max(0, at - CHANGE_REACH), at), *range(last, min(len(tokens), last + CHANGE_AFTER)))
        return any(words.change.match(tokens, i) for i in near)


def _bounded(low: float, high: float | None, kind: str, *, vague: bool) -> tuple[float | None, float | None, Bound]:
    if kind in {"at_least", "more_than"}:
        return low, None, Bound.AT_LEAST
    if kind in {"at_most", "less_than"}:
        return None, high if high is not None else low, Bound.AT_MOST
    if vague:
        return low, high, Bound.AT_LEAST if high is None else Bound.EXACT if low == high else Bound.ABOUT
    if kind == "about":
        return _outward(low * (1 - ABOUT), low * (1 + ABOUT), low)
    if kind == "almost":
        return _outward(low * (1 - ABOUT), low, low)
    return low, high, Bound.EXACT


def _outward(low: float, high: float, stated: float) -> tuple[float, float, Bound]:
    if stated != int(stated):
        return low, high, Bound.ABOUT
    return float(math.floor(round(low, 6))), float(math.ceil(round(high, 6))), Bound.ABOUT


def _passed_over(at: int, last: int) -> Numeral:
    """A number that is none: an ordinal, a label, a telephone number."""
    return Numeral(-1, at, last, None, None, Bound.EXACT, in_digits=True)


def _end_of_chain(tokens: Sequence[Token], last: int) -> int:
    """The end of figures chained by hyphens that are no range ("5-4", "800-555-0100"), of "90's" and of 6'3; else 0."""
    at = last
    while at + 1 < len(tokens) and tokens[at].word in "-'" and _is_tight(tokens, at):
        if not tokens[at - 1].is_number or not (tokens[at + 1].is_number or tokens[at + 1].word == "s"):
            break
        at += 2
    return at if at > last else 0


def _is_tight(tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark at `at` is set against the words on both sides."""
    return tokens[at].start == tokens[at - 1].end and tokens[at + 1].start == tokens[at].end


def _adds_to(current: float, value: float, linked: bool) -> bool:
    """Whether `value` may be added: "sixty five", "soixante-douze", "خمسة وثلاثون", not "five six"."""
    if current == 0:
        return True
    if current % 100 == 0:
        return value < (_THOUSAND if current % _THOUSAND == 0 else 100)
    if linked and current % 100 < 10 and value % 10 == 0 and 20 <= value < 100:
        return True
    if current % 10 == 0 and current % 100 >= 20:
        return value < 10 or (value < 20 and current % 20 == 0)
    return False


def _shared_factor(low: float, high: float) -> float:
    """The multiplier that "5-6 тысяч" gives to its first number too; 0 where there is none."""
    for factor in (1e9, 1e6, 1e3):
        if high >= factor and low < 1000 and low * factor < high:
            return factor
    return 0.0


def _is_million(tokens: Sequence[Token], at: int) -> bool:
    """Whether a glued "m" is a million and no metre: a decimal stands before, a word right behind ("1.3m tonnes")."""
    if at + 1 >= len(tokens) or tokens[at].word != "m" or tokens[at].start != tokens[at - 1].end:
        return False
    return not tokens[at - 1].word.isdecimal() and tokens[at + 1].is_word


def _continues_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether "000" goes on "5 000"; tokens skip nothing but white space, so one character apart is a blank."""
    token, before = tokens[at], tokens[at - 1]
    return len(token.word) == 3 and token.word.isdecimal() and token.start - before.end == 1


def _hangs_on(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return (
        before.word in {"'", "-"} and before.end == tokens[at].start and at > 1 and before.start == tokens[at - 2].end
    )


def _is_bitten_off(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number word is only the start of a longer one ("сім'я")."""
    return (
        at + 1 < len(tokens)
        and tokens[at].word == "'"
        and tokens[at].start == tokens[at - 1].end
        and tokens[at + 1].start == tokens[at].end
        and tokens[at + 1].word not in {"s", "si", "sı"}
    )
