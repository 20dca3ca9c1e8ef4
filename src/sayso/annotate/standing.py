"""Number words that stand for a count without any noun: "sono nove", "elle en a entendu deux", "nikoli devět".

What they count is told elsewhere, so their measure is left empty. A number word at the end of a clause may also be an
hour, a gate or a chapter, so something has to say that it is a count: a noun for a count, a verb of counting or of
being, a bound, or that it is as large as no label is.
"""

import functools
from collections.abc import Sequence

from sayso import lexicon
from sayso.annotate.carried import closes, leads
from sayso.annotate.cues import CueKind, Grammar, grammar
from sayso.annotate.number_words import NumberWords
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set
from sayso.vocab import Bound

LARGE = 1000  # from which a number in words names no hour, gate or chapter
_CHANGE_REACH = 6  # tokens from "rose" to "to nine"
_CLITIC_REACH = 4  # tokens from "en" to the number
_LONGEST_VERB = 3
_UNSPACED = frozenset(("zh", "ja", "ko", "vi"))
_OF_THEM = {  # "elle en a entendu deux", "bylo jich devět": the noun is this pronoun's
    "fr": ("en",),
    "it": ("ne",),
    "nl": ("er",),
    "cs": ("jich",),
    "sk": ("ich",),
    "pl": ("ich",),
    "sl": ("jih",),
    "hr": ("ih",),
    "sr": ("ih", "их"),
    "ru": ("их",),
    "uk": ("їх",),
    "be": ("іх",),
}
_COMPARED = frozenset(  # "twice as many", "dvakrát více"
    ("as", "more", "daily", "weekly", "so", "mehr", "zo", "meer", "więcej", "více", "viac", "več", "više")
) | frozenset(("больше", "чаще", "больш", "більше", "täglich", "wöchentlich", "denně", "dziennie", "olyan", "annyi"))
_ENDS_OF = frozenset({Bound.AT_LEAST, Bound.AT_MOST})
_ASIDE = frozenset(",،—–")
_COMMAS = frozenset(",،")
_OPENERS = frozenset(",،;؛:—–")
_ENDS = frozenset('.!?؟।…»”"')


def stands_alone(
    tokens: Sequence[Token],
    text: str,
    numeral: Numeral,
    words: NumberWords | None,
    language: str,
    dated: Sequence[tuple[int, int]],
    *,
    headed: bool,
) -> bool:
    """Whether a number word counts something though no noun says what; `headed` is whether a noun for a count leads."""
    known, code = grammar(primary(language)), primary(language)
    if words is None or known is None or code in _UNSPACED or not _is_plain(tokens, numeral):
        return False
    after = tokens[numeral.last].word if numeral.last < len(tokens) else ""
    if numeral.is_repeated:
        return not known.is_in(after, "determiners") and after not in _COMPARED
    ends = closes(tokens, numeral.last, dated)
    if _opens(tokens, numeral.first) and not known.is_in(tokens[numeral.number].word, "negations"):
        low = [token.word for token in tokens]
        credited = known.starts(low, numeral.last, CueKind.BEFORE) > numeral.last
        sure = not words.ambiguous.match(tokens, numeral.number)
        if credited or (sure and known.is_in(after, "auxiliaries")):
            return True  # "eleven, the ministry says; nine according to the firm", "four have not been found"
        if closes(tokens, numeral.last, dated) and (numeral.is_round or numeral.is_alone):
            return True
    if _is_of_more(tokens, numeral, words) and not numeral.is_alone:
        return (
            ends
            or known.is_in(after, "prepositions", "auxiliaries")
            or bool(words.more.match(tokens, numeral.last) if after else None)
        )
    if numeral.first < numeral.number and numeral.bound in _ENDS_OF and known.is_in(after, "prepositions"):
        return True  # "mindestens neun an der Zahl"
    if _size(numeral) >= LARGE or headed:
        ends = ends or known.is_in(after, "prepositions", "coordinators")
    if not ends or after in {"'", "’"}:
        return False
    return _is_led(tokens, text, numeral, words, known, code, headed=headed)


def _is_plain(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the number is of two or more, in words, and no further number stands before it."""
    vague = numeral.is_vague and not numeral.is_round
    if numeral.in_digits or vague or numeral.is_dual or (_size(numeral) < 2 and not numeral.is_alone):
        return False
    return not (numeral.first and tokens[numeral.first - 1].is_number)


def _opens(tokens: Sequence[Token], first: int) -> bool:
    """Whether nothing leads to a number in its clause."""
    return first == 0 or tokens[first - 1].word in _OPENERS


def _is_of_more(tokens: Sequence[Token], numeral: Numeral, words: NumberWords) -> bool:
    """Whether a word for more of what was just counted stands beside the number: "altri undici", "de nueve más"."""
    if words.more.ending_at(tokens, numeral.first, 2):
        return True
    return numeral.last < len(tokens) and words.more.match(tokens, numeral.last) is not None


def _size(numeral: Numeral) -> float:
    return numeral.low or numeral.high or 0.0


def _is_led(
    tokens: Sequence[Token],
    text: str,
    numeral: Numeral,
    words: NumberWords,
    known: Grammar,
    code: str,
    *,
    headed: bool,
) -> bool:
    """Whether what stands before a number says that it is a count."""
    first = numeral.first
    whole = first < numeral.number or _size(numeral) >= LARGE  # "around nine" may be an hour, "around two thousand" not
    if first == 0:
        return _size(numeral) >= LARGE or _answers(tokens, numeral, words)
    before = tokens[first - 1]
    if headed or leads(code).ending_at(tokens, first, _LONGEST_VERB + 1):
        return True
    if words.ambiguous.match(tokens, numeral.number) and numeral.last == numeral.number + 1:
        return False
    if before.word == ":":
        return True
    if not before.is_word:
        ended = numeral.last >= len(tokens) or tokens[numeral.last].word in _ENDS
        return before.word not in _ASIDE or (ended and numeral.last - numeral.number > 1) if whole else False
    near = range(max(0, first - _CHANGE_REACH), first)
    if known.is_in(before.word, "determiners") and not words.may_begin(before.word):
        return any(words.change.match(tokens, at) for at in near)  # "οι σοροί έφτασαν τις τριάντα μία"
    if known.is_in(before.word, "prepositions"):
        return any(words.change.match(tokens, at) for at in near)
    if text[tokens[numeral.number].start].isupper() or before.word in _hour_words(code):
        return False
    if _size(numeral) >= LARGE or _of_them(tokens, first, code):
        return True
    if _verbs(code).ending_at(tokens, first, _LONGEST_VERB):
        return True
    at = first - 1
    while at and known.is_in(tokens[at].word, "adverbs"):
        at -= 1  # "sono ora quindici"
    return known.is_in(tokens[at].word, "auxiliaries", "negations", "tallying") or known.is_verb(before.word)


def _answers(tokens: Sequence[Token], numeral: Numeral, words: NumberWords) -> bool:
    """Whether a sentence opens with a number and a comma: "Neuf, d'après le ministère", not "two, three, four"."""
    then = tokens[numeral.last : numeral.last + 2]
    return len(then) == 2 and then[0].word in _COMMAS and not words.may_begin(then[1].word)


def _of_them(tokens: Sequence[Token], first: int, code: str) -> bool:
    pronouns = _OF_THEM.get(code, ())
    return any(token.word in pronouns for token in tokens[max(0, first - _CLITIC_REACH) : first])


@functools.cache
def _hour_words(language: str) -> frozenset[str]:
    """Words behind which a number is an hour: "ore nove", "klockan nio"."""
    return frozenset(str(lexicon.load("clocks").tables["dotted"].get(language, "")).split("|"))


@functools.cache
def _verbs(language: str) -> PhraseTable[bool]:
    """Verbs whose object is often a bare number: "heard two", "counted nine"."""
    forms = str(lexicon.load("counts_again").tables["verbs"].get(language, ""))
    return word_set(form for form in forms.split("|") if form)
