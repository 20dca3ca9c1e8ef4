"""Two tags behind what is said: "C, Lenz told reporters, the Dawn reports": Lenz says it, and the Dawn has it from him.

The network gives what is said to the last one only.
"""

from collections.abc import Sequence

from sayso.annotate.relations import Relation
from sayso.model import Article

CONSTRUCTION = "clause-subject-verb"
_REACH = 60  # code points from the first verb to the second speaker: "told reporters on Friday,"


def inner_tag(article: Article, ruled: Relation, learned: Sequence[Relation]) -> Relation | None:
    """The relation of the network within which one of the rules stands as the first of two tags; it is made to hold it.

    None where the rules' is no such tag.
    """
    if ruled.construction != CONSTRUCTION or not ruled.source or not ruled.content:
        return None
    for one in learned:
        if not (one.asserted and one.source and len(one.content) == 1 and one.content[0][0] == ruled.content[0][0]):
            continue
        ends = ruled.cue[-1][1]
        between = article.text[ends : one.source[0][0]]
        beside = one.content[0][1] <= ruled.source[0][0] and 0 < len(between) < _REACH
        if beside and between.rstrip().endswith(",") and not any(mark in between for mark in '.;:"”'):
            one.content = [(one.content[0][0], ends + len(between.rstrip(" ,")))]
            return one
    return None
