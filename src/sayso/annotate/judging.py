"""Where a clause judges: regard denied, blame laid, what ought to be, verdicts, and what an act is said to show.

Judgement in the sense of appraisal theory (Martin & White 2005): the propriety of what others do, put as a claim.
A word alone seldom judges; what it stands with does: "respect" denied before "the lives of", "responsible for"
before "the massacre", "was a" before "farce". Ordinary reporting has the same words in other company.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, Token, primary

DENIAL_REACH = 3  # tokens from a denial to the verb of regard ("does not really care about")
OBJECT_REACH = 7  # tokens from the verb of regard to what is worth it, from blame to the wrong
VERDICT_REACH = 4  # tokens from the copula to the verdict ("was nothing but a sham")
_LONGEST_COPULA = 4  # tokens
_BEFORE = 3  # tokens before a claim that may open a phrase which goes on in it ("claimed | responsibility for")
_BREAKS = frozenset(",;:—–()[]|，、。；：،.")
Place = tuple[int, int]  # tokens [first, last)
Groups = frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgingWords:
    """One language's words. `worth_first`: what is worth regard may stand before the verb. `means`: see `shows`."""

    table: PhraseTable[Groups]
    worth_first: bool
    means: re.Pattern[str] | None


@functools.cache
def judging_words(language: str) -> JudgingWords | None:
    """The words of `language`, or None where there is no list for it."""
    code = primary(language)
    if code not in lexicon.languages("judging"):
        return None
    tables = lexicon.load("judging", code).tables
    found: dict[str, set[str]] = {}
    for group, phrases in tables["words"].items():
        for phrase in phrases:
            found.setdefault(phrase, set()).add(group)
    means = tables["order"].get("means")
    return JudgingWords(
        table=PhraseTable((phrase, frozenset(groups)) for phrase, groups in found.items()),
        worth_first=tables["order"]["worth_first"],
        means=re.compile(means, re.IGNORECASE) if means else None,
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    last: int
    groups: Groups


def judgements(tokens: Sequence[Token], within: Place, denied: Sequence[Place], words: JudgingWords) -> list[Place]:
    """The phrases that judge among the tokens `within`, where `denied` are the denials of the sentence."""
    wide = (max(0, within[0] - _BEFORE), within[1])
    found = set(_judging(tokens, _phrases(tokens, wide, words), denied, words))
    return sorted(place for place in found if place[1] > within[0])


def _phrases(tokens: Sequence[Token], within: Place, words: JudgingWords) -> list[_Phrase]:
    found: list[_Phrase] = []
    at = within[0]
    while at < within[1]:
        hit = words.table.match(tokens, at)
        if hit:
            found.append(_Phrase(at, min(hit[0], within[1]), hit[1]))
        at = hit[0] if hit else at + 1
    return found


def _judging(
    tokens: Sequence[Token], phrases: Sequence[_Phrase], denied: Sequence[Place], words: JudgingWords
) -> Iterator[Place]:
    for phrase in phrases:
        if "alone" in phrase.groups:
            yield phrase.first, phrase.last
        elif ("regard" in phrase.groups and _is_denied(phrase, denied, words)) or "disregard" in phrase.groups:
            yield from _paired(tokens, phrase, phrases, "worth", words)
        elif "answerable" in phrase.groups:
            yield from _paired(tokens, phrase, phrases, "wrong", words)
        elif "verdict" in phrase.groups and is_predicate(tokens, phrase.first, words):
            yield phrase.first, phrase.last


def _is_denied(phrase: _Phrase, denied: Sequence[Place], words: JudgingWords) -> bool:
    """Whether a denial stands before the verb; behind it too, where verbs and their denials part ("achtet … nicht")."""
    if any(0 <= phrase.first - last <= DENIAL_REACH for _, last in denied):
        return True
    return words.worth_first and any(0 <= first - phrase.last <= OBJECT_REACH for first, _ in denied)


def _paired(
    tokens: Sequence[Token], phrase: _Phrase, phrases: Sequence[_Phrase], group: str, words: JudgingWords
) -> Iterator[Place]:
    """The stretch from a phrase to the first of `group` in its clause, which makes a judgement of it."""
    for other in phrases:
        low, high = min(phrase.last, other.last), max(phrase.first, other.first)
        if (
            group not in other.groups
            or high - low > OBJECT_REACH
            or (other.first < phrase.first and not words.worth_first)
        ):
            continue
        if not any(tokens[i].word in _BREAKS for i in range(low, high)):
            yield min(phrase.first, other.first), max(phrase.last, other.last)
            return


def is_predicate(tokens: Sequence[Token], at: int, words: JudgingWords) -> bool:
    """Whether a copula governs token `at`: "was nothing but a farce", not "was at a farce" or "was called a farce"."""
    before = _phrases(tokens, (max(0, at - VERDICT_REACH - _LONGEST_COPULA), at), words)
    last = next((p for p in reversed(before) if p.groups & {"copula", "bar"}), None)
    if last is None or "copula" not in last.groups or at - last.last > VERDICT_REACH:
        return False
    return not any(tokens[i].word in _BREAKS or tokens[i].is_number for i in range(last.last, at))


def is_named(tokens: Sequence[Token], within: Place, words: JudgingWords) -> bool:
    """Whether somebody calls something what the token after `within` says: "called the wall “immoral”"."""
    begin = max(within[0], within[1] - OBJECT_REACH)
    return any("naming" in p.groups for p in _phrases(tokens, (begin, within[1]), words))


def shows(text: str, sentence: Place, tokens: Sequence[Token], words: JudgingWords) -> Place | None:
    """The tokens of the verb where what somebody did is said to show something: "By letting …, S makes it clear that".

    S need not have said anything: it is the writer who reads the act so. `sentence` are text offsets.
    """
    opening = words.means.match(text, *sentence) if words.means else None
    if opening is None:
        return None
    for at, token in enumerate(tokens):
        hit = words.table.match(tokens, at) if token.start >= opening.end() else None
        if hit and "shows" in hit[1]:
            return at, hit[0]
    return None
