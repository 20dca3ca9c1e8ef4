"""Refuses pages with tags of more attributes than any page has, before a parser of HTML sees them.

libxml2 compares each attribute of a tag with all those before it and cannot be interrupted: 16,000 in one tag cost
1.3 s, the 600,000 that a page may hold half an hour. Tags that we pass over (in a drawing, in <noscript>) count too.
"""

import re

from sayso.errors import RefusedError
from sayso.extract.markup import tokens

MOST_ATTRIBUTES = 1_000  # of one tag; pages have a few dozen at most
MOST_WORDS = 20_000  # in a tag that could be read in more than one way, as if each were an attribute

_NAMED = re.compile(r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_RAW = frozenset({"script", "style"})  # the only elements inside which libxml2 sees no tags
_PLAIN = re.compile(r"[A-Za-z_:.][\w:.-]*+")
_TAG = re.compile(r"<[A-Za-z]")
_FEW = 2 * MOST_ATTRIBUTES  # characters that hold fewer attributes than are refused


def check_tags(source: str) -> None:
    """Raise RefusedError for a page that has a tag of too many attributes anywhere."""
    # libxml2 ends comments with --!> as well, and an unfinished last tag with the page.
    _check_tags(source.replace("--!>", "-->") + ">")


def _check_tags(source: str) -> None:
    opened = ""
    for token in tokens(source):
        if token.name:
            opened = token.name
            if len(token.attributes) > _FEW:
                _check(token.attributes)
        elif opened not in _RAW and _TAG.search(source, token.start, token.end):  # the inside of <svg>, <title>, …
            _check_tags(source[token.start : token.end] + ">")


def _check(raw: str) -> None:
    names = [match.group(1) for match in _NAMED.finditer(raw)]
    if len(names) > MOST_ATTRIBUTES:
        raise RefusedError(f"a tag with more than {MOST_ATTRIBUTES} attributes")
    # A name with a quotation mark in it is where parsers differ on what is quoted, and so on what is an attribute.
    if len(raw.split()) > MOST_WORDS and not all(_PLAIN.fullmatch(name) for name in names):
        raise RefusedError(f"a tag with more than {MOST_WORDS} words that may be attributes")
