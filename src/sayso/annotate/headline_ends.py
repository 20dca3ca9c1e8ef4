"""A headline that ends with who says it: Halden, one month on: nine dead, | admits port authority.

What stands before its colon is where or what it is about; networks and rules take it for the subject of the verb, and
who speaks for what is said.
"""

from sayso.annotate.relations import Relation
from sayso.annotate.source_kinds import is_speaker
from sayso.model import Article

_COMMAS = (",", "،", "，", "–", "—")
_SHORTEST = 2  # words of what a headline tells
_STOPS = " \t.!"


def turn_headline_ends(article: Article, relation: Relation) -> None:
    """Give what stands between a headline's colon and its verb to whoever stands behind the verb, at its end."""
    if len(relation.source) != 1 or len(relation.cue) != 1 or len(relation.content) != 1:
        return
    text, named = article.text, relation.content[0]
    (_, label), (low, high) = relation.source[0], relation.cue[0]
    colon = text.find(": ", label, low)
    head = text[:low].rstrip()
    if colon < 0 or high > named[0] or not head.endswith(_COMMAS):
        return
    end = text.find("\n", named[1])
    closes = not text[named[1] : end if end >= 0 else len(text)].strip(_STOPS)
    one_line = "\n" not in text[relation.source[0][0] : named[1]]
    said = head[colon + 1 : -1].strip()
    if not closes or not one_line or len(said.split()) < _SHORTEST:
        return
    if is_speaker(text[slice(*named)], article.language):
        start = text.index(said, colon + 1)
        relation.source, relation.content = [named], [(start, start + len(said))]
