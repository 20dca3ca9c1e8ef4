"""Attribution relations by the trained network: English, for which there is annotated news to learn from.

What of its relations can stand in a ledger is told by `sayso.annotate.soundness`.
"""

from collections.abc import Callable, Iterator, Sequence

from sayso.annotate import cues
from sayso.annotate.decoding import Linked, Pieces
from sayso.annotate.encoding import Window, windows
from sayso.annotate.network import calibration, network
from sayso.annotate.quoted_as import names_quoted, quoted_within
from sayso.annotate.relations import LEARNED, Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.soundness import settle
from sayso.model import Article
from sayso.networks.loading import english_vocabulary

LANGUAGES = frozenset({"en"})
LONGEST_WORD = 60  # characters by which an edge inside a word is moved at most


class TrainedReader:
    """Reads relations with the network; see the module."""

    name = "attribution network 3"

    def supports(self, language: str) -> bool:
        """Whether the network was trained on a language."""
        return language.lower().split("-", maxsplit=1)[0] in LANGUAGES

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        for window in windows(article.text, blocks, english_vocabulary()):
            for one in network().attributions(window):
                relation = as_relation(article.text, window, one)
                if not relation.content or not relation.cue:
                    continue
                relation.confidence = calibration().chance(features(one))
                relation.unclear = relation.confidence < calibration().floor
                settle(article.text, relation, article.sentences, grammar)
                if relation.content:
                    inner = quoted_within(article.text, relation, grammar)
                    relation.unclear = relation.unclear and not names_quoted(article.text, relation, grammar)
                    yield relation
                    if inner is not None:
                        yield inner


def _is_inside_word(text: str, at: int) -> bool:
    """Whether a word goes on over a place, hyphens included: "side-by-|side", "Saudi|-led"."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if before == "-":
        return after.isalnum() and text[at - 2 : at - 1].isalnum()
    if after == "-":
        return before.isalnum() and text[at + 1 : at + 2].isalnum()
    return before.isalnum() and after.isalnum()


def as_relation(
    text: str, window: Window, one: Linked, inside: Callable[[str, int], bool] = _is_inside_word
) -> Relation:
    """An attribution of a window as offsets of the text; `inside` tells whether a word goes on over a place."""
    source, content, cue = (_places(text, window, runs, inside) for runs in (one.source, one.content, [one.cue]))
    return Relation(source=source, cue=cue, content=content, construction=LEARNED)


def features(one: Linked) -> tuple[float, ...]:
    """What tells how sure a reading is: see `train/attribution_calibrate.py`."""
    has_source = float(bool(one.source))
    cue, source, content = (max(score, -6.0) for score in one.scores)
    return 1.0, cue, source * has_source, source * (1 - has_source), content, has_source


def _places(text: str, window: Window, runs: Sequence[Pieces], inside: Callable[[str, int], bool]) -> list[Stretch]:
    """Ranges of pieces as offsets of whole words."""
    found: list[Stretch] = []
    for low, high in runs:
        inner = [k for k in range(low, high) if window.starts[k] >= 0]
        if not inner:
            continue
        start, end = window.starts[inner[0]], window.ends[inner[-1]]
        least, most = start - LONGEST_WORD, end + LONGEST_WORD
        while start > least and inside(text, start):
            start -= 1
        while end < most and inside(text, end):
            end += 1
        if any(ch.isalnum() for ch in text[start:end]):
            found.append((start, end))
    return found
