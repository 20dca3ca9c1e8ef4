"""Attribution relations by the trained network: English, for which there is annotated news to learn from.

What the network gives is taken as it is but for three things: pieces are widened to whole words, a content gives way
where it runs into another attribution of the same window, and what has no content is dropped.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate.decoding import Linked, Pieces
from sayso.annotate.encoding import Window, windows
from sayso.annotate.network import network, vocabulary
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.model import Article

LANGUAGES = frozenset({"en"})


class TrainedReader:
    """Reads relations with the network; see the module."""

    name = "attribution network 1"

    def supports(self, language: str) -> bool:
        """Whether the network was trained on a language."""
        return language.split("-", maxsplit=1)[0] in LANGUAGES

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article."""
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        packed = list(windows(article.text, blocks, vocabulary()))
        for window, found in zip(packed, network().attributions(packed), strict=True):
            for one in found:
                relation = as_relation(article.text, window, one)
                if relation.content:
                    yield relation


def as_relation(text: str, window: Window, one: Linked) -> Relation:
    """An attribution of a window as offsets of the text."""
    source, content = _places(text, window, one.source), _places(text, window, one.content)
    cue = _places(text, window, [one.cue])
    return Relation(source=source, cue=cue, content=content, construction="trained")


def _places(text: str, window: Window, runs: Sequence[Pieces]) -> list[Stretch]:
    """Ranges of pieces as offsets of whole words."""
    found: list[Stretch] = []
    for low, high in runs:
        inner = [k for k in range(low, high) if window.starts[k] >= 0]
        if not inner:
            continue
        start, end = window.starts[inner[0]], window.ends[inner[-1]]
        while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        if any(ch.isalnum() for ch in text[start:end]):
            found.append((start, end))
    return found
