"""The second verb of a headline has the subject of the first: Yalova revises account of sinking, | says ship was hit.

The network marks the subject but is not sure of it, so far from its verb. Where the subject opens the headline, a comma
or a semicolon leads to a verb of saying and what is said closes the line, it can be nobody else's: "…, says ministry"
has its speaker behind the verb.
"""

from bisect import bisect_left

from sayso.annotate import cues
from sayso.annotate.cues import VERB, Grammar
from sayso.annotate.relations import Relation
from sayso.annotate.unmarked_headlines import is_headline
from sayso.model import Article

_PARTING = (",", ";")
_LONGEST = 4  # words of a headline's subject
_SHORTEST = 3  # words of what is said


def make_clear(article: Article, relation: Relation, grammar: Grammar) -> None:
    """Name the subject of a headline for its second verb too."""
    if not relation.unclear or len(relation.source) != 1 or len(relation.cue) != 1 or len(relation.content) != 1:
        return
    text, (low, high), (begins, ends) = article.text, relation.source[0], relation.cue[0]
    at = bisect_left(article.blocks, low, key=lambda block: block.start)
    block = article.blocks[at] if at < len(article.blocks) else None
    if block is None or block.start != low or block.end < ends or not is_headline(article, article.blocks, block):
        return
    if relation.content[0][0] < ends or text[relation.content[0][1] : block.end].strip(" .!"):
        return
    said = cues.words_in(text, relation.content[0], grammar)
    words = cues.words_in(text, (begins, ends), grammar)
    finite = words and not words[0].endswith(grammar.participle_endings or ("\0",))
    tells = finite and bool(cues.kinds_among(words, grammar) & VERB)
    parted = text[high:begins].rstrip().endswith(_PARTING) and len(text[high:begins].split()) > 1
    if tells and parted and len(text[low:high].split()) <= _LONGEST and len(said) >= _SHORTEST:
        relation.unclear = False
