"""Where a clause judges: regard denied to lives and rights, blame laid, what ought to be, verdicts.

Judgement in the sense of appraisal theory (Martin & White 2005): the propriety of what others do, put as a claim.
A word alone seldom judges; what it stands with does: "respect" denied before "the lives of", "the ministry is
responsible for" before "the massacre", "was a" before "farce". Ordinary reporting has the same words in other company:
of courts and inquiries, of storms that are to blame, of rules and timetables. Where it cannot be told, none is read.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso import lexicon
from sayso.annotate.phrases import PhraseTable, Token, primary, word_set

DENIAL_REACH = 3  # tokens from a denial to the verb of regard ("does not really care about")
OBJECT_REACH = 7  # tokens from the verb of regard to what is worth it
LINK_REACH = 4  # articles and the like between a subject, its blame and the wrong ("is guilty of all of the")
VERDICT_REACH = 4  # tokens from the copula to the verdict ("was nothing but a sham")
NATURE_REACH = 8  # tokens before blame in which a storm or a fault may be its subject
_LONGEST_COPULA = 4  # tokens
_EXPECTED_REACH = 3  # tokens from "should" to the verb that only expects ("should soon be restored")
_BEFORE = 3  # tokens before a claim that may open a phrase which goes on in it ("claimed | responsibility for")
_BREAKS = frozenset(",;:—–()[]|،؛、。；：，.")
_OPENING = frozenset("“„«「『")
_CLOSING = frozenset("”»」』")
_EITHER = '"'
_YEARS = range(1900, 2100)
Place = tuple[int, int]  # tokens [first, last)
Groups = frozenset[str]


@dataclass(frozen=True, slots=True)
class JudgingWords:
    """One language's words. `free_order`: object, wrong and denial may stand on either side of the verb.

    `capital_nouns`: a capital tells no name; `heads`: a noun may go on from the one before ("disaster relief").
    """

    table: PhraseTable[Groups]
    times: PhraseTable[bool]
    free_order: bool
    capital_nouns: bool
    heads: bool


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
    return JudgingWords(
        table=PhraseTable((phrase, frozenset(groups)) for phrase, groups in found.items()),
        times=_times(code),
        free_order=tables["order"]["free_order"],
        capital_nouns=tables["order"].get("capital_nouns", False),
        heads="after" in tables["words"],
    )


def _times(code: str) -> PhraseTable[bool]:
    """Months, weekdays, days like "tomorrow" and parts of the day."""
    times = lexicon.load("times").tables[code]
    months = lexicon.load("months").tables["months"].get(code, ())
    lists = (*months, *times.get("months", ()), *times.get("weekdays", ()), *times.get("days", {}).values())
    return word_set([*(w for words in lists for w in words), *times.get("hours", ()), *times.get("day_parts", ())])


@dataclass(frozen=True, slots=True)
class Setting:
    """Who has the word: a court, an inquiry or research (`ruled`), a date or a rule (`fixed`), a play (`staged`)."""

    ruled: bool = False
    staged: bool = False
    fixed: bool = False
    names: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    last: int
    groups: Groups


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    phrases: Sequence[_Phrase]
    setting: Setting
    words: JudgingWords
    is_writer: bool


def setting(text: str, tokens: Sequence[Token], words: JudgingWords) -> Setting:
    """Whether a court or a rule has the word in a sentence of `text`, and which tokens are names."""
    groups: set[str] = set()
    for phrase in _phrases(tokens, (0, len(tokens)), words):
        groups |= phrase.groups
    dated = any(words.times.match(tokens, i) or _is_year(tokens[i]) or _is_clock(tokens, i) for i in range(len(tokens)))
    names = {i for i, token in enumerate(tokens) if _is_name(text[token.start : token.end], at=i, words=words)}
    fixed = dated or bool(groups & {"rule", "time"})
    return Setting("ruling" in groups, "fiction" in groups, fixed, frozenset(names))


def _is_year(token: Token) -> bool:
    return token.is_number and token.word.isascii() and token.word.isdigit() and int(token.word) in _YEARS


def _is_clock(tokens: Sequence[Token], at: int) -> bool:
    """Whether "14 : 30" begins here."""
    return at + 2 < len(tokens) and tokens[at].is_number and tokens[at + 1].word == ":" and tokens[at + 2].is_number


def _is_name(word: str, *, at: int, words: JudgingWords) -> bool:
    """A capital inside a sentence, where not all nouns have one; a word in capitals anywhere."""
    if len(word) > 1 and word.isupper():
        return True
    return at > 0 and word[0].isupper() and not words.capital_nouns


def judgements(
    tokens: Sequence[Token],
    within: Place,
    denied: Sequence[Place],
    where: Setting,
    words: JudgingWords,
    *,
    is_writer: bool,
) -> list[Place]:
    """The phrases that judge among the tokens `within`, where `denied` are the denials of the sentence."""
    if where.ruled:
        return []
    wide = (max(0, within[0] - _BEFORE), within[1])
    reader = _Reader(tokens, _phrases(tokens, wide, words), where, words, is_writer)
    return sorted(place for place in set(_judging(reader, denied)) if place[1] > within[0])


def _phrases(tokens: Sequence[Token], within: Place, words: JudgingWords) -> list[_Phrase]:
    found: list[_Phrase] = []
    at = within[0]
    while at < within[1]:
        hit = words.table.match(tokens, at)
        if hit:
            found.append(_Phrase(at, min(hit[0], within[1]), hit[1]))
        at = hit[0] if hit else at + 1
    return found


def _judging(reader: _Reader, denied: Sequence[Place]) -> Iterator[Place]:
    for phrase in reader.phrases:
        groups = phrase.groups
        if "alone" in groups or _is_norm(reader, phrase):
            yield phrase.first, phrase.last
        elif ("regard" in groups and _is_denied(phrase, denied, reader.words)) or "disregard" in groups:
            yield from _of_worth(reader, phrase)
        elif "charge" in groups and _is_agent(reader, phrase.first):
            yield phrase.first, phrase.last
        elif "answerable" in groups:
            yield from _for_wrong(reader, phrase)
        elif (
            "verdict" in groups
            and not reader.setting.staged
            and is_predicate(reader.tokens, phrase.first, reader.words)
        ):
            yield phrase.first, phrase.last


def _is_norm(reader: _Reader, phrase: _Phrase) -> bool:
    """Whether something ought to be: no date and no rule sets it; "we must" only where somebody is quoted."""
    if reader.setting.fixed:
        return False
    return "norm" in phrase.groups or ("quoted" in phrase.groups and _is_quoted(reader.tokens, phrase.first))


def _is_quoted(tokens: Sequence[Token], at: int) -> bool:
    """Whether quotation marks stand open before token `at`."""
    opened = 0
    for token in tokens[:at]:
        if token.word in _OPENING or (token.word == _EITHER and not opened):
            opened = 1
        elif token.word in _CLOSING or token.word == _EITHER:
            opened = 0
    return bool(opened)


def _is_denied(phrase: _Phrase, denied: Sequence[Place], words: JudgingWords) -> bool:
    """Whether a denial stands before the verb; behind it too, where verbs and their denials part ("achtet … nicht")."""
    if any(0 <= phrase.first - last <= DENIAL_REACH for _, last in denied):
        return True
    return words.free_order and any(0 <= first - phrase.last <= OBJECT_REACH for first, _ in denied)


def _of_worth(reader: _Reader, phrase: _Phrase) -> Iterator[Place]:
    """The stretch from a verb of regard to the first thing of worth in its clause."""
    for other in reader.phrases:
        low, high = min(phrase.last, other.last), max(phrase.first, other.first)
        if (
            "worth" not in other.groups
            or high - low > OBJECT_REACH
            or (other.first < phrase.first and not reader.words.free_order)
            or not _heads(reader, other)
        ):
            continue
        if not any(reader.tokens[i].word in _BREAKS for i in range(low, high)):
            yield min(phrase.first, other.first), max(phrase.last, other.last)
            return


def _for_wrong(reader: _Reader, phrase: _Phrase) -> Iterator[Place]:
    """The stretch of a blame and its wrong, where somebody who can be told is blamed and the wrong heads its phrase."""
    for other in reader.phrases:
        if "wrong" not in other.groups or not _heads(reader, other):
            continue
        first = min(phrase.first, other.first)
        follows = other.first >= phrase.last and _links(reader, phrase.last, other.first)
        leads = reader.words.free_order and other.last <= phrase.first and _links(reader, other.last, phrase.first)
        if (follows or leads) and _is_agent(reader, first):
            yield first, max(phrase.last, other.last)
            return


def _links(reader: _Reader, low: int, high: int) -> bool:
    """Whether only articles and the like stand between."""
    return high - low <= LINK_REACH and all(_is_link(reader, i) for i in range(low, high))


def _is_link(reader: _Reader, at: int) -> bool:
    hit = reader.words.table.match(reader.tokens, at)
    return bool(hit and hit[0] == at + 1 and hit[1] & {"link", "copula"})


def _heads(reader: _Reader, phrase: _Phrase) -> bool:
    """Whether no noun goes on from a phrase, where one could: "disaster relief", "lives insurance"."""
    if not reader.words.heads or phrase.last >= len(reader.tokens) or not reader.tokens[phrase.last].is_word:
        return True
    hit = reader.words.table.match(reader.tokens, phrase.last)
    return bool(hit and hit[1] & {"after", "copula"})


def _is_agent(reader: _Reader, before: int) -> bool:
    """Whether a person or body that can be told stands before: a name, "the ministry", "they" of the writer's own.

    What somebody is reported to say of "it" or "them" may be of himself: who owns up to a raid lays no blame.
    """
    at = before - 1
    while at >= 0 and before - at <= LINK_REACH and _is_link(reader, at):
        at -= 1
    if at < 0:
        return False
    near = _phrases(reader.tokens, (max(0, before - NATURE_REACH), before), reader.words)
    if any("nature" in p.groups for p in near):
        return False
    groups: Groups = frozenset().union(*(p.groups for p in near if p.last == at + 1))
    return at in reader.setting.names or "agent" in groups or ("pronoun" in groups and reader.is_writer)


def is_asked(tokens: Sequence[Token], at: int, where: Setting, words: JudgingWords) -> bool:
    """Whether the "should" at token `at` has a person or body before it that it can be asked of."""
    return _is_agent(_Reader(tokens, (), where, words, is_writer=True), at)


def is_predicate(tokens: Sequence[Token], at: int, words: JudgingWords) -> bool:
    """Whether a copula governs token `at`: "was nothing but a farce", not "was at a farce" or "was called a farce"."""
    before = _phrases(tokens, (max(0, at - VERDICT_REACH - _LONGEST_COPULA), at), words)
    last = next((p for p in reversed(before) if p.groups & {"copula", "bar"}), None)
    if last is None or "copula" not in last.groups or at - last.last > VERDICT_REACH:
        return False
    if any(p.last == last.first and p.groups & {"bar", "expletive"} for p in before):
        return False
    return not any(tokens[i].word in _BREAKS or tokens[i].is_number for i in range(last.last, at))


def is_named(tokens: Sequence[Token], at: int, words: JudgingWords) -> bool:
    """Whether somebody calls something what token `at` says: "called the wall “immoral”"."""
    return any("naming" in p.groups for p in _phrases(tokens, (max(0, at - OBJECT_REACH), at), words))


def is_of_others(tokens: Sequence[Token], at: int, words: JudgingWords) -> bool:
    """Whether what token `at` says is told of what others think: "accused him of being arrogant"."""
    hit = words.table.match(tokens, at - 1) if at else None
    return is_named(tokens, at, words) or bool(hit and "others" in hit[1])


def is_expected(tokens: Sequence[Token], at: int, words: JudgingWords) -> bool:
    """Whether the "should" before token `at` only looks ahead: "power should soon be restored"."""
    for i in range(at, min(at + _EXPECTED_REACH, len(tokens))):
        hit = words.table.match(tokens, i)
        if hit and "expected" in hit[1]:
            return True
    return False
