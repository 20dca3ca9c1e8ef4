"""The stage that finds names and times: who, where, when, and which type of thing.

Names are runs of capitalised words with their particles, in scripts that have capitals. What kind of thing a name
names is said only where the words beside it say so: a title before a person, "Ministry" in the name of a body,
"region" after a place. Types of weapons, vehicles and devices ("Il-76", "С-300") are one letter-and-figure pattern,
romanised so that one type has one name in every script. No gazetteer is used.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from sayso import lexicon
from sayso.annotate.phrases import HAN, PhraseTable, Token, primary, tokenise, word_set
from sayso.annotate.quantities import read_stretches
from sayso.annotate.times import times_in
from sayso.model import Article, Interval, Mention, Record
from sayso.stage import of
from sayso.vocab import BlockRole, MentionKind

MAX_NAME_WORDS = 8
BODY_REACH = 4  # tokens from "ministère" to "Défense"
MAX_SYSTEM = 24  # characters
TITLE_CASE_WORDS = 5  # fewer long words do not show how a line is set
TITLE_CASE_SHARE = 0.75  # headlines with more capitals than this are set in title case: capitals say nothing
_LETTER = rf"[^\W\d_{HAN}]"
_SYSTEM = re.compile(
    rf"(?<![^\W{HAN}])(?<!-){_LETTER}{{1,6}}[-‑–]?\d{{1,4}}{_LETTER}{{0,3}}(?:[-/]\d{{1,3}}{_LETTER}?)?(?![^\W{HAN}])"
)
_DEMONYM_ENDS = ("ian", "ish", "ese", "ean", "can", "aeli", "aqi", "man", "nch", "tch")  # English, before a noun
_DASH = re.compile("[‑–−]")
_HAMZA = str.maketrans({"إ": "i", "أ": "a", "آ": "a"})  # anyascii drops the vowel they carry
_JOINERS = frozenset("-–'&.")
_POSSESSIVE = re.compile(r"(?:'s|’s|s'|s’|'|’)$")
_POSSESSIVE_MARKS = frozenset("'’")
_NOT_SYSTEM = frozenset({"covid", "g", "co", "cop", "u", "no", "nr", "p", "pp", "vol", "fig", "q", "h", "b", "t"})


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words beside and inside names that say what they name, in one language."""

    titles: PhraseTable[bool]
    organisations: PhraseTable[bool]
    places: PhraseTable[bool]
    place_before: PhraseTable[bool]
    particles: frozenset[str]
    starters: PhraseTable[bool]
    nouns_capitalised: bool


@functools.cache
def name_words(language: str) -> NameWords:
    """The name cues of `language`; empty tables where there is no lexicon for it."""
    tables = lexicon.load("names").tables
    table = tables.get(primary(language), {})
    shared = tables["shared"]
    return NameWords(
        titles=word_set((*table.get("titles", ()), *shared["titles"])),
        organisations=word_set((*table.get("organisations", ()), *shared["organisations"])),
        places=word_set(table.get("places", ())),
        place_before=word_set(table.get("place_before", ())),
        particles=frozenset((*table.get("particles", ()), *shared["particles"])),
        starters=word_set(table.get("starters", ())),
        nouns_capitalised=bool(table.get("nouns_capitalised", False)),
    )


class NameStage:
    """Article → Mention."""

    name = "names"
    version = "5"
    config = None
    reads: tuple[type[Record], ...] = (Article,)
    writes: tuple[type[Record], ...] = (Mention,)

    def keys(self, record: Record) -> Iterable[str]:
        """The id of the article."""
        return (record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """The names and times of one article, in the order of the text."""
        del key
        for article in of(group, Article):
            yield from mentions(article)


def mentions(article: Article) -> Iterator[Mention]:
    """Every name, type designation and time in headline, deck, body and captions."""
    finder = _Finder(article)
    for start, end in read_stretches(article):
        found: dict[tuple[int, int], Mention] = {}
        for mention in finder.in_sentence(start, end):
            found.setdefault((mention.span.start, mention.span.end), mention)
        yield from sorted(found.values(), key=lambda m: (m.span.start, m.span.end))


class _Finder:
    def __init__(self, article: Article) -> None:
        self._article = article
        self._words = name_words(article.language)
        self._particles = frozenset() if self._words.nouns_capitalised else self._words.particles
        self._known = frozenset(_names_inside_sentences(article))
        self._headline_end = max((b.end for b in article.blocks if b.role is BlockRole.HEADLINE), default=0)

    def in_sentence(self, start: int, end: int) -> Iterator[Mention]:
        """Times first, then types, then names; what an earlier one took is not taken again."""
        article = self._article
        text = article.text
        tokens = tokenise(text, start, end)
        taken: list[tuple[int, int]] = []
        is_title_case = _is_title_case(tokens, text)
        for time in times_in(tokens, article.language, article.published):
            if time.unit and not is_title_case and self._is_name(tokens[time.first : time.last]):
                continue
            span = (tokens[time.first].start, tokens[time.last - 1].end)
            taken.append(span)
            yield self._mention(span, MentionKind.TIME, time.name, time.interval)
        for match in _SYSTEM.finditer(text, start, end):
            if _is_system(match.group()) and not _overlaps(taken, match.span()):
                taken.append(match.span())
                yield self._mention(match.span(), MentionKind.SYSTEM, system_name(match.group()))
        yield from self._names(tokens, taken)

    def _is_name(self, tokens: Sequence[Token]) -> bool:
        """Whether words that tell a time are the name of something: "Next Week" is a magazine."""
        return len(tokens) > 1 and not self._words.nouns_capitalised and all(map(self._is_capital, tokens))

    def _mention(
        self, span: tuple[int, int], kind: MentionKind, name: str, interval: Interval | None = None
    ) -> Mention:
        return Mention(span=self._article.span(*span), kind=kind, name=name, interval=interval)

    def _names(self, tokens: Sequence[Token], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
        text = self._article.text
        capitals_count = not _is_title_case(tokens, text)
        last = 0
        for at in [i for i, token in enumerate(tokens) if text[token.start].isupper() and token.is_word]:
            if at < last:
                continue
            last = self._run(tokens, at)
            first, end = self._trimmed(tokens, at, last, capitals_count=capitals_count)
            kind = self._kind(tokens, first, end) if first < end else MentionKind.NAME
            if kind is MentionKind.PERSON:
                first = self._after_title(tokens, first, end)
            if first < end:
                span = (tokens[first].start, tokens[end - 1].end)
                if not _overlaps(taken, span):
                    yield self._mention(span, kind, normal_form(text[span[0] : span[1]]))

    def _is_capital(self, token: Token) -> bool:
        return token.is_word and self._article.text[token.start].isupper()

    def _run(self, tokens: Sequence[Token], at: int) -> int:
        """The end of the run of capitalised words, particles and joining marks that begins at `at`."""
        last, look, words = at + 1, at + 1, 1
        while look < len(tokens) and words < MAX_NAME_WORDS:
            token = tokens[look]
            glued = token.start == tokens[look - 1].end
            if self._is_capital(token):
                if glued and tokens[look - 1].word not in _JOINERS:
                    break
                look, words = look + 1, words + 1
                last = look
            elif self._joins(tokens, look) if glued else token.word in self._particles:
                look += 1
            else:
                break
        return last

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the mark at `at` binds two parts of a name: a hyphen, an initial's stop, O'Brien's apostrophe."""
        if tokens[at].word not in _JOINERS or at + 1 >= len(tokens):
            return False
        after = tokens[at + 1]
        if tokens[at].word == ".":
            return tokens[at].start - tokens[at - 1].start <= 3 and self._is_capital(after)
        return after.start == tokens[at].end and self._is_capital(after)

    def _trimmed(self, tokens: Sequence[Token], at: int, last: int, *, capitals_count: bool) -> tuple[int, int]:
        """The run without a sentence's first word that is no name; empty where nothing says it is a name."""
        words = self._words
        starts_sentence = at == 0 or tokens[at - 1].word in "\"“„«»'‘(*:•-–—"
        while at < last and words.starters.match(tokens, at):
            at += 1
        while at < last and not tokens[at].is_word:
            at += 1
        if at >= last:
            return at, at
        text = self._article.text
        is_single = sum(t.is_word for t in tokens[at:last]) == 1
        word = text[tokens[at].start : tokens[last - 1].end]
        if is_single and len(word) < 2:
            return at, at
        is_acronym = word.isupper() and len(word) > 1
        if not is_single or is_acronym:
            return (at, last) if capitals_count or is_acronym or word in self._known else (at, at)
        follows = tokens[last].word if last < len(tokens) else ""
        if follows in _POSSESSIVE_MARKS and tokens[last].start == tokens[last - 1].end:
            return at, last
        if self._modifies(word, tokens, last):
            return at, at
        cued = self._kind(tokens, at, last) is not MentionKind.NAME
        if words.nouns_capitalised and not cued:
            return at, at
        if (starts_sentence or not capitals_count) and word not in self._known:
            return at, at
        return at, last

    def _kind(self, tokens: Sequence[Token], first: int, last: int) -> MentionKind:
        words = self._words
        for at in range(first, last):
            if words.organisations.match(tokens, at):
                return MentionKind.ORGANIZATION
        if words.places.ending_at(tokens, last, 2) or (last < len(tokens) and words.places.match(tokens, last)):
            return MentionKind.PLACE
        if words.titles.ending_at(tokens, first, 3) or self._after_title(tokens, first, last) > first:
            return MentionKind.PERSON
        if self._names_body_before(tokens, first):
            return MentionKind.ORGANIZATION
        printed = self._article.text[tokens[first].start : tokens[last - 1].end]
        if printed.isupper() or self._modifies(printed, tokens, last):
            return MentionKind.NAME
        if words.place_before.ending_at(tokens, first, 3):
            return MentionKind.PLACE
        return MentionKind.NAME

    def _modifies(self, printed: str, tokens: Sequence[Token], last: int) -> bool:
        """Whether the word is an English adjective of a people before its noun: "Ruritanian officials"."""
        if not printed.endswith(_DEMONYM_ENDS) or last >= len(tokens) or not tokens[last].is_word:
            return False
        return self._article.text[tokens[last].start].islower()

    def _names_body_before(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether a body's common noun leads up to the name: "ministère russe de la Défense"."""
        if first == 0 or tokens[first - 1].word not in self._words.particles:
            return False
        places = range(max(0, first - BODY_REACH), first)
        return any(self._words.organisations.match(tokens, at) for at in places)

    def _after_title(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Where the name begins behind a title that is written with a capital too; a title alone is kept."""
        found = self._words.titles.match(tokens, first)
        return found[0] if found and found[0] < last and tokens[found[0]].is_word else first


def _names_inside_sentences(article: Article) -> Iterator[str]:
    """Capitalised words that stand inside a sentence somewhere: there a capital means a name."""
    pattern = re.compile(r"(?<=[^\W\d_][ ,] )?(?<=[a-zà-ÿа-яіїєґα-ω,] )[^\W\d_]\w*(?:-[^\W\d_]\w*)*")
    for start, end in read_stretches(article):
        for match in pattern.finditer(article.text, start, end):
            if match.group()[0].isupper():
                yield match.group()


def _is_title_case(tokens: Sequence[Token], text: str) -> bool:
    words = [t for t in tokens if t.is_word and len(t.word) > 3]
    if len(words) < TITLE_CASE_WORDS:
        return False
    return sum(text[t.start].isupper() for t in words) > TITLE_CASE_SHARE * len(words)


def _overlaps(taken: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in taken)


def _is_system(designation: str) -> bool:
    letters = re.match(r"[^\W\d_]+", designation)
    if letters is None or len(designation) > MAX_SYSTEM:
        return False
    head = letters.group()
    if head.lower() in _NOT_SYSTEM and "-" not in designation:
        return False
    joined = re.search(r"[-‑–]", designation) is not None
    has_case = head.lower() != head.upper()
    if not has_case:
        return joined
    return head[0].isupper() and (joined or head.isupper()) and head.lower() not in {"covid"}


def system_name(designation: str) -> str:
    """The type in Latin letters, so that "Ил-76" and "Il-76" have one name: "Il-76"."""
    latin = str(anyascii(_DASH.sub("-", designation.translate(_HAMZA)))).replace("'", "")
    return latin[:1].upper() + latin[1:]


def normal_form(name: str) -> str:
    """The name on one line, with single blanks and without a possessive ending."""
    return _POSSESSIVE.sub("", " ".join(name.split()))
