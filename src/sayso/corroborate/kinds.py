"""What kind of thing a name or a type stands for: by its designation, or by the words beside it in the case.

"An Il-76" is an aircraft by its letters; "the ferry Maren" makes of every Maren of the case a ship.
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sayso import lexicon
from sayso.corroborate import naming, wording
from sayso.corroborate.concepts import things_in
from sayso.corroborate.terms import words_of
from sayso.model import Article, Mention
from sayso.vocab import MentionKind

BESIDE: Final = 1  # words before or after a name in which what it is may stand; three put missiles beside aeroplanes
MIN_SEEN: Final = 2  # articles that put a kind beside a name before it counts
MIN_SHARE: Final = 0.75  # of the articles that put any kind beside it
_REACH: Final = 30  # code points that such a word may take
_TYPED = frozenset({MentionKind.SYSTEM, MentionKind.NAME, MentionKind.ORGANIZATION})
_ENDS = ".;:!?\n"


def named_kinds(articles: Mapping[str, Article], mentions: Iterable[Mention]) -> dict[str, str]:
    """For the key of a name or type the one thing that most articles set beside it: {"il76": "aircraft"}."""
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in mentions:
        article = articles.get(mention.span.article_id)
        if article is None or mention.kind not in _TYPED:
            continue
        key = naming.system_key(mention.name) if mention.kind is MentionKind.SYSTEM else naming.sound_key(mention.name)
        for thing in _beside(article, mention.span.start, mention.span.end):
            seen[key][thing].add(article.id)
    found = {}
    for key, things in sorted(seen.items()):
        counted = Counter({thing: len(where) for thing, where in things.items()})
        thing, most = min(counted.items(), key=lambda item: (-item[1], item[0]))
        if most >= MIN_SEEN and most >= MIN_SHARE * counted.total():
            found[key] = thing
    return found


@functools.cache
def _designations(table: str) -> tuple[tuple[str, str], ...]:
    """(beginning, kind), the longest first."""
    listed = lexicon.load("designations").tables[table]
    pairs = ((form, kind) for kind, forms in listed.items() for form in forms.split("|"))
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@functools.lru_cache(maxsize=20_000)
def designated(name: str) -> str | None:
    """The kind of thing that a type designation or the name of a family of types stands for; None if no list has it."""
    plain, key = naming.plain(name), naming.system_key(name)
    for form, kind in _designations("names"):
        if f" {form} " in f" {plain} ":
            return kind
    for form, kind in _designations("letters"):
        follows = key[len(form) : len(form) + 1]
        if key.startswith(form) and (form[-1].isdigit() or follows.isdigit() or key == form == "irist"):
            return kind
    return None


def _beside(article: Article, start: int, end: int) -> frozenset[str]:
    """The things named nearest to a place, in the same sentence."""
    language = wording.primary(article.language)
    before, after = article.text[max(0, start - _REACH) : start], article.text[end : end + _REACH]
    for mark in _ENDS:
        before, after = before.rpartition(mark)[2], after.partition(mark)[0]
    ahead, behind = words_of(before)[-BESIDE:], words_of(after)[:BESIDE]
    for near in range(1, BESIDE + 1):
        found = things_in(" ".join([*ahead[-near:], *behind[:near]]), language)
        if found:
            return found
    return frozenset()
