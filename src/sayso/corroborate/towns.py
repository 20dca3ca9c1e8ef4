"""The towns that speak for who governs there: "Halden denies it" is no person's word, where Halden is known for a town.

No list has every town. Here a name is one where two articles say that something is in it, or date from it.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso import lexicon
from sayso.corroborate import naming
from sayso.corroborate.folding import folded
from sayso.corroborate.identities import Name, one_place
from sayso.corroborate.naming import given_names
from sayso.model import Article

_READ = 8_000  # code points of an article
_SOUNDS = 3  # consonants by which names are looked up
_LEAST = 2  # articles that show a name as a town's
_NAME = r"([^\W\d_][\w’-]{2,}(?: [A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω][\w’-]+)?)"
_SUFFIXED = re.compile(r"([A-ZÇĞİÖŞÜ]\w{2,})['’](?:te|ta|de|da|teki|taki|deki|daki|ten|tan|den|dan)\b")
_PAIR = re.compile(r"(?=\b([^\W\d_][\w’-]+) ([A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω][\w’-]+))")
_DATELINED = re.compile(rf"{_NAME}[,\s]")


@functools.cache
def _located(language: str) -> re.Pattern[str] | None:
    listed = lexicon.load("towns").tables["before"].get(language)
    if listed is None:
        return _SUFFIXED if language == "tr" else None
    return re.compile(rf"(?:(\w+) )?(?<!\w)(?i:{listed}) {_NAME}")


def towns(names: Iterable[Name], articles: Mapping[str, Article]) -> tuple[Name, ...]:
    """Those of some names of sources that the articles of the case show to be towns, in their order."""
    wanted = sorted({name for name in names if name})
    if not wanted:
        return ()
    told, people = _told(articles), _last_names(articles)
    unborne = (name for name in wanted if name[-1] not in people)
    return tuple(name for name in unborne if len(_articles_with(name, told)) >= _LEAST)


def _last_names(articles: Mapping[str, Article]) -> frozenset[str]:
    """The words that stand behind a given name anywhere in the case: "Ana Orvel" is no town."""
    return frozenset(
        last
        for article in articles.values()
        for first, last in _PAIR.findall(article.text[:_READ])
        if first in given_names()
    )


def _articles_with(name: Name, told: Mapping[str, Mapping[str, set[str]]]) -> set[str]:
    """The articles that show a name as a town's, in any spelling."""
    found: set[str] = set()
    for word, article_ids in told.get(_sound(" ".join(name)), {}).items():
        if one_place(name, tuple(word.split())[: len(name)]):
            found |= article_ids
    return found


def _told(articles: Mapping[str, Article]) -> dict[str, dict[str, set[str]]]:
    """By how they begin to sound, the names with a capital that stand where a town does, each with its articles."""
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article in articles.values():
        words = set(named_as_places(article.text[:_READ], article.language))
        dated = _DATELINED.match(f"{article.dateline} ") if article.dateline else None
        words |= {dated.group(1).title()} if dated else set()
        for word in words:
            if word[:1] != word[:1].lower() or word[:1].lower() == word[:1].upper():
                told[_sound(word)][word].add(article.id)
    return told


def named_as_places(text: str, language: str) -> Iterator[str]:
    """The names that a text says something is in; not those that somebody has faith in."""
    located = _located(language)
    for match in located.finditer(text) if located else ():
        before = match.group(1) if match.re.groups > 1 else None
        if not before or folded(before) not in _trust():
            yield match.group(match.re.groups)


@functools.cache
def _trust() -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon.load("towns").tables["trust"]["words"].split("|"))


def _sound(name: str) -> str:
    return naming.sound(name)[:_SOUNDS]
