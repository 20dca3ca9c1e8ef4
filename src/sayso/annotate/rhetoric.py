"""The stage that points at loaded expressions: the phrase, what it does, and whose word it is.

A word is flagged for what it does here, not for itself: "regime" beside a place or a label, not beside "tax";
"terrorist" before a government, not before "attack"; "neutralised" beside people or forces, not beside an acid;
marks around what a side claims to have or to be ("elections", "evidence") where nobody is reported to have said it.
What stands inside an attribution or quotation marks is the quoted one's word, else the writer's. The lists hold
what all sides say of each other; each record cites its list.

Types of device after Da San Martino et al. (EMNLP 2019), reduced to five.
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate import cues
from sayso.annotate.counted_nouns import NOUN_FIRST
from sayso.annotate.cues import CueKind
from sayso.annotate.neighbours import merged, sentences_in
from sayso.annotate.phrases import tokenise
from sayso.annotate.quantities import READ_ROLES, read_stretches
from sayso.annotate.rhetoric_words import LoadedWords, loaded_words
from sayso.annotate.tokens import tokenise as words_of
from sayso.model import Article, Attribution, Record, RhetoricalDevice
from sayso.spans import Span
from sayso.stage import of
from sayso.vocab import Technique, Whose

MODIFIER_REACH = 5  # tokens of adjectives and names before the loaded noun ("NATO-backed Ukrainian …")
NAMED_AFTER = 5  # tokens after it ("régime de Kiev", "myth of NATO's")
OWNER_REACH = 4  # tokens from "its" to "proxies"
MAX_QUOTED = 400  # characters between two quotation marks; marks further apart are not taken for a pair
MAX_SCARE_WORDS = 3
MAX_SCARE_HAN = 6  # Han characters, about three words
MAX_DOUBTED = 60  # characters between marks after "so-called"
DOUBTED_REACH = 7  # tokens of the phrase after "so-called"
TARGET_REACH = 5  # tokens from "neutralised" to who was killed
NAMING_REACH = 60  # characters before a mark in which "called" or "the film" is looked for
TITLE_CASE_WORDS = 5  # fewer long words do not show how a line is set
TITLE_CASE_SHARE = 0.75
_QUOTED = re.compile(
    rf"“[^”“]{{1,{MAX_QUOTED}}}”|«[^»«]{{1,{MAX_QUOTED}}}»|„[^“”„]{{1,{MAX_QUOTED}}}[“”]"
    rf"|\"[^\"]{{1,{MAX_QUOTED}}}\"|「[^」]{{1,{MAX_QUOTED}}}」"
)
_MARKED = re.compile(_QUOTED.pattern + rf"|‘[^‘’]{{1,{MAX_DOUBTED}}}’")
_SAYING = (
    CueKind.SAY | CueKind.TELL | CueKind.JUDGE | CueKind.QUOTE | CueKind.BEFORE | CueKind.AFTER | CueKind.OWN
    | CueKind.CLOSING | CueKind.CITING | CueKind.CITED | CueKind.HEARSAY
)  # fmt: skip
_PARTICLES = frozenset({"of", "de", "du", "di", "von", "do", "da", "del", "d", "van", "la"})
_NO_NAMES = frozenset({"de"})  # every noun has a capital
_ALONE = {"epithets": Technique.NAME_CALLING, "euphemism": Technique.EUPHEMISM, "doubt": Technique.DOUBT}
_DETERMINERS = frozenset(
    {"the", "this", "that", "a", "an", "new", "old", "former", "any", "such", "each", "every", "no", "le", "la", "el"}
)
_ARTICLES = frozenset(
    {"the", "a", "an", "its", "his", "their", "der", "die", "das", "den", "dem", "des", "le", "la", "les", "l", "el",
     "los", "las", "il", "lo", "gli", "un", "une", "una", "um", "uma", "o", "os", "as", "een", "het"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Text offsets of a loaded phrase and what it does."""

    start: int
    end: int
    technique: Technique


class RhetoricStage:
    """Article, Attribution → RhetoricalDevice."""

    name = "rhetoric"
    version = "4"
    config = None
    reads: tuple[type[Record], ...] = (Article, Attribution)
    writes: tuple[type[Record], ...] = (RhetoricalDevice,)

    def keys(self, record: Record) -> Iterable[str]:
        """The id of the article."""
        return (record.article_id if isinstance(record, Attribution) else record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """The devices of one article in the order of the text; none where its language has no list."""
        del key
        for article in of(group, Article):
            words = loaded_words(article.language)
            if words is None:
                continue
            yield from devices(article, [a for a in of(group, Attribution) if a.article_id == article.id], words)


def devices(article: Article, attributions: Sequence[Attribution], words: LoadedWords) -> Iterator[RhetoricalDevice]:
    """The loaded expressions of an article whose attributions are known."""
    quoted = sorted(_quotations(article))
    reported = sorted((span.start, span.end) for a in attributions for span in a.content)
    furthest = list(itertools.accumulate((high for _, high in reported), max))
    opened = [low for low, _ in quoted]
    said = merged((span.start, span.end) for a in attributions for span in (*a.content, *a.cue, *a.source))
    for start, end in read_stretches(article):
        found = list(_Reader(article.text, start, end, words).findings())
        marks = [place for place in quoted[bisect_left(opened, start) : bisect_left(opened, end)] if place[1] <= end]
        if marks and not next(sentences_in(said, start, end), None):
            found.extend(_scare_quotes(article, marks, words, (start, end)))
        for finding in _longest(found):
            opening = bisect_left(marks, (finding.start,))  # marks do not overlap: only the last one open can hold it
            before = bisect_right(reported, (finding.start, len(article.text)))
            reported_so = before > 0 and furthest[before - 1] >= finding.end
            inside = reported_so or (opening > 0 and finding.end < marks[opening - 1][1])
            yield RhetoricalDevice(
                article_id=article.id,
                span=_span(article, finding),
                technique=finding.technique,
                whose=Whose.QUOTED if inside else Whose.WRITER,
                lexicon=words.label,
            )


def _span(article: Article, finding: Finding) -> Span:
    return article.span(finding.start, finding.end)


def _quotations(article: Article) -> Iterator[tuple[int, int]]:
    for block in article.blocks:
        if block.role in READ_ROLES:
            for match in _QUOTED.finditer(article.text, block.start, block.end):
                yield match.span()


def _longest(found: Iterable[Finding]) -> list[Finding]:
    """Of findings that overlap the longest, in text order."""
    kept: list[Finding] = []
    starts: list[int] = []
    for finding in sorted(found, key=lambda f: (f.start - f.end, f.start, f.technique)):
        at = bisect_right(starts, finding.start)
        before_it = not at or kept[at - 1].end <= finding.start
        if before_it and (at == len(kept) or finding.end <= kept[at].start):
            kept.insert(at, finding)
            starts.insert(at, finding.start)
    return kept


def _scare_quotes(
    article: Article, marks: Sequence[tuple[int, int]], words: LoadedWords, sentence: tuple[int, int]
) -> Iterator[Finding]:
    """Marks around a few plain words that name nothing, in a sentence without any word of saying."""
    text = article.text
    candidates = [place for place in marks if _is_claimed(text[slice(*place)], words)]
    if not candidates or _reports(text, sentence, article.language):
        return
    for start, end in candidates:
        near = tokenise(text, max(sentence[0], start - NAMING_REACH), start)[-2:]
        named = any((hit := words.table.match(near, i)) and "naming" in hit[1] for i in range(len(near)))
        if not named and near and near[-1].is_word:
            yield Finding(start, end, Technique.DOUBT)


def _is_claimed(marked: str, words: LoadedWords) -> bool:
    """Whether what stands between the marks is one to three words, no name, whose noun a side would claim.

    Of 79 flags on 120,000 words of US news 64 were marks around any short phrase ("kitchen table", "no"): the noun
    decides.
    """
    inner = marked[1:-1].strip() if marked[0] == "«" else marked[1:-1]  # French sets spaces inside
    if inner != inner.strip() or (inner[:1].isupper() and words.language not in _NO_NAMES):
        return False
    tokens = tokenise(inner)
    limit = MAX_SCARE_HAN if words.language == "zh" else MAX_SCARE_WORDS
    if not tokens or len(tokens) > limit or not all(token.is_word for token in tokens):
        return False
    if words.language in NOUN_FIRST and words.claimed.match(tokens, 0):
        return True
    return words.claimed.ending_at(tokens, len(tokens), limit) is not None


def _reports(text: str, sentence: tuple[int, int], language: str) -> bool:
    """Whether the sentence has a word of saying, or its language has no list of them: then marks may quote."""
    grammar = cues.grammar(language)
    if grammar is None:
        return True
    low = words_of(text, *sentence, grammar.tokens).low
    return any(cue.kind & _SAYING for cue in cues.find(low, grammar))


class _Reader:
    """Looks through one sentence."""

    def __init__(self, text: str, start: int, end: int, words: LoadedWords) -> None:
        self._text = text
        self._tokens = tokenise(text, start, end)
        self._words = words
        self._hits: dict[int, tuple[int, frozenset[str]]] = {}
        for at in range(len(self._tokens)):
            if hit := words.table.match(self._tokens, at):
                self._hits[at] = hit
        self._ending: dict[int, tuple[int, frozenset[str]]] = {}
        for at, hit in self._hits.items():
            self._ending.setdefault(hit[0], (at, hit[1]))  # the longer: "all-American" is not "American"
        self._noun_first = words.language in NOUN_FIRST
        self._names_show = words.language not in _NO_NAMES and not self._is_title_case()

    def findings(self) -> Iterator[Finding]:
        """What is loaded in this sentence."""
        for at, (last, groups) in self._hits.items():
            technique = self._technique(at, last, groups)
            if technique is Technique.DOUBT:
                yield self._doubted(at, last)
            elif technique:
                yield self._finding(at, last, technique)
            elif "removal" in groups and (end := self._removed(last)):
                yield self._cut(at, end, Technique.EUPHEMISM)
            elif "exaggeration" in groups:
                end = last + 1 if self._is_capital(last) else last
                yield self._cut(at, end, Technique.EXAGGERATION)

    def _technique(self, at: int, last: int, groups: frozenset[str]) -> Technique | None:
        for group, technique in _ALONE.items():
            if group in groups:
                return technique
        if "neutral" in groups and last - at > 1:
            return None
        if "power" in groups and self._has_modifier(at, last):
            return Technique.NAME_CALLING
        if "label_people" in groups and self._beside("nationalities", at, last):
            return Technique.NAME_CALLING
        if "labels" in groups and self._goes_with("label_powers", at, last):
            return None if self._is("neutral_after", last) else Technique.NAME_CALLING
        if "owned" in groups and self._has_owner(at):
            return Technique.NAME_CALLING
        if "evaluative" in groups and self._goes_with("events", at, last):
            return Technique.LOADED_WORD
        if "slant" in groups and self._beside("nationalities", at, last):
            return Technique.LOADED_WORD
        return None

    def _beside(self, group: str, at: int, last: int) -> bool:
        """Whether a phrase of `group` stands right before a noun, or after it where adjectives may follow."""
        return self._ends_with(group, at) or (self._noun_first and self._is(group, last))

    def _goes_with(self, group: str, at: int, last: int) -> bool:
        """Whether the noun of an adjective is in `group`: behind it, a word for a people between, or before it."""
        if self._noun_first and self._ends_with(group, at):
            return True
        return self._is(group, last) or (self._is("nationalities", last) and self._is(group, self._hits[last][0]))

    def _is(self, group: str, at: int) -> bool:
        hit = self._hits.get(at)
        return hit is not None and group in hit[1]

    def _ends_with(self, group: str, at: int) -> bool:
        """Whether a phrase of `group` ends right before token `at`."""
        hit = self._ending.get(at)
        return hit is not None and group in hit[1]

    def _is_capital(self, at: int) -> bool:
        if not 0 <= at < len(self._tokens) or not self._tokens[at].is_word:
            return False
        return self._text[self._tokens[at].start].isupper()

    def _is_title_case(self) -> bool:
        words = [t for t in self._tokens if t.is_word and len(t.word) > 3]
        return len(words) >= TITLE_CASE_WORDS and sum(
            self._text[t.start].isupper() for t in words
        ) > TITLE_CASE_SHARE * len(words)

    def _is_name(self, at: int) -> bool:
        """Whether a token is a name by its capital, or a word for a people or place."""
        if self._is("nationalities", at):
            return True
        if not self._names_show or not self._is_capital(at) or self._tokens[at].word in _DETERMINERS:
            return False
        return not self._is("neutral", at)

    def _has_modifier(self, at: int, last: int) -> bool:
        """Whether a place, a people or a label stands beside the noun, before or after it."""
        if at and (self._ends_with("nationalities", at) or self._ends_with("labels", at) or self._is_name(at - 1)):
            return True
        if not self._noun_first and self._is("coordinated", at):
            return False  # "the regimes of Kim and his father"
        if self._noun_first and (self._is("nationalities", last) or self._is("labels", last)):
            return not self._is("neutral", last)
        after = last
        while after < len(self._tokens) and self._tokens[after].word in _PARTICLES:
            after += 1
        return self._is_name(after) and self._tokens[after - 1].end < self._tokens[after].start

    def _has_owner(self, at: int) -> bool:
        for before in range(at - 1, max(-1, at - OWNER_REACH - 1), -1):
            if self._is("owners", before) or self._is("nationalities", before):
                return True
            if not self._tokens[before].is_word:
                return False
        return False

    def _finding(self, at: int, last: int, technique: Technique) -> Finding:
        first = at
        while first and at - first < MODIFIER_REACH and self._modifies(first - 1, first):
            first = self._ending[first][0] if first in self._ending else first - 1
        end = last
        while end < len(self._tokens) and end - last < NAMED_AFTER and self._continues(end, last, technique):
            end = self._hits[end][0] if end in self._hits else end + 1
        while end > last and (self._tokens[end - 1].word in _PARTICLES or not self._tokens[end - 1].is_word):
            end -= 1
        return self._cut(first, end, technique)

    def _modifies(self, at: int, before: int) -> bool:
        token, following = self._tokens[at], self._tokens[before]
        if before in self._ending and self._ending[before][1] & {"nationalities", "labels", "evaluative"}:
            return True
        if token.end == following.start:
            return token.word == "-" or following.word == "-"
        if at > 1 and self._tokens[at - 1].word == "-" and self._tokens[at - 1].end == token.start:
            return token.is_word  # "NATO-backed"
        return token.is_word and self._is_name(at) and at > 0

    def _continues(self, at: int, last: int, technique: Technique) -> bool:
        hit = self._hits.get(at)
        if hit and hit[1] & {"label_powers", "events", "nationalities", "labels", "power"}:
            return True
        if technique is Technique.LOADED_WORD and not self._noun_first:
            return False
        if self._tokens[at].word in _PARTICLES:
            return at + 1 < len(self._tokens) and self._is_name(at + 1)
        return at > last and self._is_name(at) and (self._tokens[at - 1].word in _PARTICLES or self._is_name(at - 1))

    def _removed(self, last: int) -> int | None:
        """Where a phrase of killing ends, its object within; None where no people or forces are what it befell."""
        after = last
        while after < min(len(self._tokens), last + TARGET_REACH) and self._tokens[after].word[0].isalnum():
            if self._words.targets.match(self._tokens, after):
                while after < len(self._tokens) and (hit := self._words.targets.match(self._tokens, after)):
                    after = hit[0]
                return after
            after += 1
        if last < len(self._tokens) and self._tokens[last].word[0].isalnum():
            following = self._tokens[last].word
            if following in _ARTICLES or following not in self._words.function_words:
                return None  # it has an object, and that is no people
        before = range(max(0, last - 1 - TARGET_REACH), last - 1)
        return last if any(self._words.targets.match(self._tokens, at) for at in before) else None

    def _doubted(self, at: int, last: int) -> Finding:
        """A doubting word with the noun phrase behind it, or with what stands in marks there."""
        tokens = self._tokens
        if tokens[last - 1].word == "that":
            return self._cut(at, last - 1, Technique.DOUBT)
        if last < len(tokens):
            marked = _MARKED.match(self._text, tokens[last].start, tokens[-1].end)
            if marked and marked.end() - marked.start() <= MAX_DOUBTED:
                return Finding(tokens[at].start, marked.end(), Technique.DOUBT)
        end, stop = last, min(len(tokens), last + DOUBTED_REACH)
        while end < stop and tokens[end].is_word:
            first = end
            end += 1
            while end + 1 < stop and tokens[end].word == "-" and tokens[end].end == tokens[end + 1].start:
                end += 2
            if end >= stop or not tokens[end].is_word or not self._leads_on(first, end):
                break
        while end > last and tokens[end - 1].word in _ARTICLES | _PARTICLES:
            end -= 1
        return self._cut(at, end, Technique.DOUBT)

    def _leads_on(self, at: int, end: int) -> bool:
        """Whether the noun phrase of the word `at` goes on with token `end`, by capital, form or list."""
        word, following = self._tokens[at].word, self._tokens[end].word
        if word in _ARTICLES or word in _PARTICLES:
            return True
        if self._names_show and self._is_capital(end - 1):
            named = end + 1 < len(self._tokens) and self._is_capital(end + 1)
            if self._is_capital(end) or (following in _PARTICLES and named):
                return True
        if following in self._words.function_words:
            return False
        if end - at > 1 or (self._words.adjective_ends and word.endswith(self._words.adjective_ends)):
            return True
        if self._words.claimed.match(self._tokens, end):
            return True
        if self._words.claimed.match(self._tokens, at):
            return False
        return bool(self._words.noun_ends) and following.endswith(self._words.noun_ends)

    def _cut(self, first: int, last: int, technique: Technique) -> Finding:
        return Finding(self._tokens[first].start, self._tokens[last - 1].end, technique)
