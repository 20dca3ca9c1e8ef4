"""The bodies and companies that an article names in full where it is no source: the "Halden police" of its first line.

"The company said" and "the ministry said" mean the one that the text has named.
"""

import functools
import re
from collections.abc import Iterator

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.folding import folded
from sayso.corroborate.source_names import Source, read_source
from sayso.model import Article
from sayso.vocab import SourceKind

_READ = 8000  # code points of an article in which a body is named in full
_BEFORE, _BEHIND = 4, 5  # words of a name around the noun that shows the body
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOPS = re.compile(r"[.,;:!?()\n—–。，、；！？]")
_CAPITALS = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w’'-]*(?:[ \xa0][A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w’'-]*){1,3}")
_MOST = 40  # names looked at in one article


def told_in_full(article: Article, kinds: frozenset[str]) -> Iterator[Source]:
    """The bodies of some kinds that the text names with a place or a name; "ministry" stands for all ministries."""
    text = article.text[:_READ]
    seen: set[str] = set()
    for phrase in _STOPS.split(text):
        words = list(_WORD.finditer(phrase))
        for at, word in enumerate(words):
            if not _shows(folded(word.group()), kinds):
                continue
            window = phrase[words[max(0, at - _BEFORE)].start() : words[min(len(words) - 1, at + _BEHIND)].end()]
            if window in seen or len(seen) >= _MOST:
                continue
            seen.add(window)
            source = read_source(window, SourceKind.NAMED)
            fits = source.body in kinds or ("ministry" in kinds and (source.body or "").endswith(bodies.MINISTRY))
            if fits and (source.country or source.place):
                yield source


@functools.lru_cache(maxsize=50_000)
def _shows(low: str, kinds: frozenset[str]) -> bool:
    return bool(bodies.begun(low) & kinds)


@functools.cache
def _tails() -> frozenset[str]:
    return frozenset(lexicon.load("bodies").tables["firm_tails"]["words"].split("|"))


def firms_in(article: Article) -> list[Source]:
    """The companies that the text names: with a word for one beside the name, or by a name that ends as theirs do."""
    found = list(told_in_full(article, bodies.kind("named")))
    for match in list(_CAPITALS.finditer(article.text[:_READ]))[:_MOST]:
        name = match.group().split()
        if folded(name[-1]).rstrip(".") in _tails():
            words = tuple(word.strip("'’-") for word in name)
            found.append(Source(printed=match.group(), kind=SourceKind.NAMED, body="company", place=words))
    return found
