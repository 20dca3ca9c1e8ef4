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
from sayso.corroborate.source_names import Source
from sayso.model import Article
from sayso.vocab import SourceKind

_LEAST = 2  # words of a name of no kind that is known

Name = tuple[str, ...]
Placed = tuple[str, int, Source]


def owned(placed: Sequence[Placed], articles: Mapping[str, Article]) -> Iterator[Source]:
    """The sources in their order, whoever is told by another's office with whom he serves."""
    names = sorted(set(organisations(source for _, _, source in placed)))
    for article_id, offset, source in placed:
        article = articles.get(article_id)
        owner = _named_before(article.text[:offset], names) if article and _is_owned(source) else None
        yield replace(source, body=None, serves=owner, leads=True, titled=True) if owner else source


def organisations(sources: Iterable[Source]) -> Iterator[Name]:
    """The names of what speaks as itself: no person's, who has a title, and no outlet's."""
    for source in sources:
        if source.kind is not SourceKind.NAMED or source.titled or source.described or source.speaks_for:
            continue
        if source.body in bodies.kind("named") and source.place and not source.person:
            yield source.place
        elif not source.body and len(source.names) >= _LEAST and len(WORD.findall(source.printed)) == len(source.names):
            yield source.names


def _is_owned(source: Source) -> bool:
    """Whether a person is told by the office of something that its words do not name."""
    if not source.in_full or source.place or source.country or source.serves:
        return False
    led = any(mentions_any(source.printed, table) for table in ("spokespeople", "heads"))
    first = next((folded(word) for word in WORD.findall(source.printed)), "")
    return (led or source.titled) and (first in _listed("whose") or _owners().search(source.printed) is not None)


@functools.cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(lexicon.load("bodies").tables["owners"][table].split("|"))


@functools.cache
def _owners() -> re.Pattern[str]:
    """A noun for an organisation in the genitive: "the group's"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(_listed('nouns')))})['’]s?\b")


def _named_before(text: str, names: Sequence[Name]) -> Name | None:
    """The organisation that a text names last."""
    found = ((text.rfind(" ".join(name)), name) for name in names)
    place, name = max(found, default=(-1, ()))
    return name if place >= 0 else None
