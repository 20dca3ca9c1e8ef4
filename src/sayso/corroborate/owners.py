"""Whose "the group's director" or "its spokeswoman" is: the organisation that the article has named last before.

"The trip was arranged by Open Harbour Relief. … Ana Lenz, the group's director, said": she speaks for Open
Harbour Relief. Another name between leaves it open, unless nothing is meant by it: a town where something happens, the
owner's own name in short, and for who presides or directs a person.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import mentions_any
from sayso.corroborate.folding import WORD, folded
from sayso.corroborate.naming import given_names
from sayso.corroborate.source_names import Source
from sayso.corroborate.source_words import is_title
from sayso.corroborate.towns import named_as_places
from sayso.corroborate.wording import function_words
from sayso.model import Article
from sayso.vocab import SourceKind

_ANY = ""  # the noun of a bare "its"
_NEAR = 1_200  # code points before a person in which what he serves is named
_BESIDE = 30  # code points before a name in which its noun stands: "the aid group Open Harbour Relief"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]"
_RUN = re.compile(rf"{_CAPITAL}[\w’-]+(?: {_CAPITAL}[\w’-]+)*")
_OPENS = re.compile(r"(?:^|[.!?:…\n«»“”„\"])\s*$")
_TELLING = 4  # letters of a word that may be a name alone
_LEAST = 3  # words of a name of no kind that is known; with fewer it may be a person

Name = tuple[str, ...]
Placed = tuple[str, int, Source]


def owned(placed: Sequence[Placed], articles: Mapping[str, Article]) -> Iterator[Source]:
    """The sources in their order, whoever is told by another's office with whom he serves."""
    names = sorted(set(organisations(source for _, _, source in placed)))
    known = frozenset(word for _, _, s in placed for name in (s.names, s.place) for word in name)
    towns = frozenset(s.place for _, _, s in placed if s.body in bodies.kind("local") - bodies.kind("named"))
    titled = {s.names for _, _, s in placed if s.in_full and s.titled and s.names and s.names[0] in given_names()}
    people = frozenset({*titled, *(name[-1:] for name in titled)})
    for article_id, offset, source in placed:
        article, noun = articles.get(article_id), _noun_of(source)
        owner = None
        if article and noun is not None:
            text = article.text[max(0, offset - _NEAR) : offset]
            places = towns | {tuple(name.split()) for name in named_as_places(text, article.language)}
            owner = _named_before(text, names, noun, _Between(known, places, people, _presides(source, noun)))
        yield replace(source, body=None, serves=owner, leads=True, titled=True) if owner else source


def organisations(sources: Iterable[Source]) -> Iterator[Name]:
    """The names of what speaks as itself: no person's, who has a title, and no outlet's."""
    for source in sources:
        if source.kind is not SourceKind.NAMED or source.titled or source.described or source.speaks_for:
            continue
        if source.body in bodies.kind("named") and source.place and not source.person:
            yield source.place
        elif not source.body and len(source.names) >= _LEAST and not given_names() & set(source.names):
            yield source.names


def _noun_of(source: Source) -> str | None:
    """The noun for what a person is told to serve: "group" of "the group's director", "its" where it has none.

    None of who is told by no office, or by one whose body the words name.
    """
    if not source.in_full or source.place or source.country or source.serves:
        return None
    led = any(mentions_any(source.printed, table) for table in ("spokespeople", "heads"))
    first = next((folded(word) for word in WORD.findall(source.printed)), "")
    noun = _owners().search(source.printed)
    if not led and not source.titled:
        return None
    if noun:
        return noun.group(1)
    return _ANY if first in bodies.whose() else None


def _presides(source: Source, noun: str) -> bool:
    """Whether a person is told by an office that no other person has to give: a chairman, no spokesman."""
    return noun != _ANY or not mentions_any(source.printed, "spokespeople")


@dataclass(frozen=True, slots=True)
class _Between:
    """What may be named between an owner and who serves it: words of the case's names, places and people."""

    known: Set[str]
    places: Set[Name]
    people: Set[Name]
    presided: bool  # no person has what is given as whose: a chairman, not a spokesman

    def owners(self, text: str, owner: Name) -> Iterator[Name]:
        """The names in a text that may be those of another owner."""
        for match in _RUN.finditer(text):
            words = match.group().split()
            if match.start() > 0 and _OPENS.search(text[: match.start()]):
                little = folded(words[0]) in _little() or (len(words) == 1 and words[0] not in self.known)
                words = words[1:] if little else words
            titled = len(words) > 1 and is_title(folded(words[0]))
            name = tuple(words[1:] if titled else words)
            if name and not self._is_no_owner(name, owner, titled=titled):
                yield name

    def _is_no_owner(self, name: Name, owner: Name, *, titled: bool) -> bool:
        short = len(name) == 1 and (len(name[0]) < _TELLING or folded(name[0]) in _weekdays())
        person = name in self.people or (titled and name[0] in given_names())
        return short or (person and self.presided) or set(name) <= set(owner) or name in self.places


def _named_before(text: str, names: Sequence[Name], noun: str, between: _Between) -> Name | None:
    """The organisation that a text names last, if the noun stands beside it or no other name has come since."""
    found = [(match.start(), name) for name in names if (match := _last(text, " ".join(name)))]
    place, name = max(found, default=(-1, ()))
    if place < 0:
        return None
    end = place + len(" ".join(name))
    beside = noun != _ANY and noun in WORD.findall(text[max(0, place - _BESIDE) : place])
    behind = text[end:]
    if beside and not _named_again(noun).search(behind):
        return name
    return None if next(between.owners(behind, name), None) else name


@functools.cache
def _named_again(noun: str) -> re.Pattern[str]:
    """A noun beside another name: "the Dawn Mills group", "the group Norlex"."""
    return re.compile(rf"{_CAPITAL}[\w’-]+ {noun}\b|\b{noun} {_CAPITAL}")


def _last(text: str, name: str) -> re.Match[str] | None:
    """Where a name stands last in a text."""
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return found[-1] if found else None


@functools.cache
def _little() -> frozenset[str]:
    """The words of any language that may open a sentence before a name and are no part of it."""
    listed = lexicon.load("function_words").tables["words"]
    return frozenset(folded(word) for language in listed for word in function_words(language))


@functools.cache
def _weekdays() -> frozenset[str]:
    tables = lexicon.load("times").tables
    listed = (told["weekdays"] for told in tables.values() if "weekdays" in told)
    return frozenset(folded(word) for days in listed for day in days for word in day)


@functools.cache
def _owners() -> re.Pattern[str]:
    """A noun for an organisation in the genitive: "the group's"."""
    nouns = lexicon.load("bodies").tables["owners"]["nouns"].split("|")
    return re.compile(rf"\b({'|'.join(sorted(nouns))})['’]s?\b")
