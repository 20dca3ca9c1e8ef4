"""What a page's JSON-LD says about its article (schema.org/Article and its kinds)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

NODES = 5_000  # looked at per page
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)?|(?://\s*)?(?:\]\]>|-->)?\s*;?\s*$")
_KINDS = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|OpinionNews)$")

Node = Mapping[str, Any]


def article_node(scripts: Iterable[str]) -> Node:
    """The node of the first article that the scripts describe, the fullest of several; empty if none does."""
    best: Node = {}
    for node in _nodes(scripts):
        if _is_article(node) and _fullness(node) > _fullness(best):
            best = node
    return best


def _fullness(node: Node) -> int:
    wanted = ("headline", "datePublished", "author", "publisher", "dateModified", "articleBody")
    return sum(bool(node.get(name)) for name in wanted)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _KINDS.search(kind) for kind in listed)


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    waiting: list[Any] = []
    for script in scripts:
        try:
            waiting.append(json.loads(_WRAPPING.sub("", script), strict=False))
        except (ValueError, RecursionError):
            continue
    waiting.reverse()
    for _ in range(NODES):
        if not waiting:
            return
        at = waiting.pop()
        if isinstance(at, dict):
            yield at
            waiting.extend(at[key] for key in ("mainEntity", "@graph", "mainEntityOfPage") if key in at)
        elif isinstance(at, list):
            waiting.extend(reversed(at))


def names(value: Any) -> list[str]:
    """The names in an author or publisher field: a string, an object with a name, or a list of either."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        said = one.get("name") if isinstance(one, dict) else one
        several = said if isinstance(said, list) else [said]
        found.extend(" ".join(name.split()) for name in several if isinstance(name, str) and name.strip())
    return list(dict.fromkeys(found))


def text(node: Node, name: str) -> str | None:
    """The field `name` if it is a string that says something."""
    value = node.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None
