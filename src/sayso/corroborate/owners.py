"""Whose "the group's director" or "its spokeswoman" is: the organisation that the article has named last before.

"The trip was arranged by Open Harbour Relief. … Ana Lenz, the group's director, said": she speaks for Open
Harbour Relief.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import mentions_any
from sayso.corroborate.folding import WORD, folded
from sayso.corroborate.naming import given_names
from sayso.corroborate.source_names import Source
from sayso.model import Article
from sayso.vocab import SourceKind

_ANY = ""  # the noun of a bare "its"
_NEAR = 1_200  # code points before a person in which what he serves is named
_BESIDE = 30  # code points before a name in which its noun stands: "the aid group Open Harbour Relief"
_OTHER = re.compile(r"(?<![.!?] )(?<!^)[A-ZÀ-ÞА-ЯІЇЄ][\w’-]+ [A-ZÀ-ÞА-ЯІЇЄ][\w’-]+|(?<=[a-z,] )[A-Z][\w-]{3,}")
_LEAST = 3  # words of a name of no kind that is known; with fewer it may be a person

Name = tuple[str, ...]
Placed = tuple[str, int, Source]


def owned(placed: Sequence[Placed], articles: Mapping[str, Article]) -> Iterator[Source]:
    """The sources in their order, whoever is told by another's office with whom he serves."""
    names = sorted(set(organisations(source for _, _, source in placed)))
    for article_id, offset, source in placed:
        article, noun = articles.get(article_id), _noun_of(source)
        owner = None
        if article and noun is not None:
            owner = _named_before(article.text[max(0, offset - _NEAR) : offset], names, noun)
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
    return _ANY if first in _listed("whose") else None


def _named_before(text: str, names: Sequence[Name], noun: str) -> Name | None:
    """The organisation that a text names last, if the noun stands beside it or no other name has come since."""
    found = [(match.start(), name) for name in names if (match := _last(text, " ".join(name)))]
    place, name = max(found, default=(-1, ()))
    if place < 0:
        return None
    beside = noun != _ANY and noun in WORD.findall(text[max(0, place - _BESIDE) : place])
    behind = text[place + len(" ".join(name)) :]
    return name if beside or not _OTHER.search(behind) else None


def _last(text: str, name: str) -> re.Match[str] | None:
    """Where a name stands last in a text."""
    found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    return found[-1] if found else None


@functools.cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(lexicon.load("bodies").tables["owners"][table].split("|"))


@functools.cache
def _owners() -> re.Pattern[str]:
    """A noun for an organisation in the genitive: "the group's"."""
    return re.compile(rf"\b({'|'.join(sorted(_listed('nouns')))})['’]s?\b")
