"""Attribution relations by the trained network: English, for which there is annotated news to learn from.

The network marks attitudes too, as its annotators did: what somebody wants, plans, doubts or keeps silent about. Which
of its relations report words or a belief (`asserted`) is told by the cue lexicon: a verb of saying, thinking or
judging, not negated and not still to come, or a quotation.
"""

from collections.abc import Iterator, Sequence

from sayso.annotate import cues, quotations
from sayso.annotate.cues import CueKind, Grammar
from sayso.annotate.decoding import Linked, Pieces
from sayso.annotate.encoding import Window, windows
from sayso.annotate.network import calibration, network, vocabulary
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.tokens import tokenise
from sayso.model import Article

LANGUAGES = frozenset({"en"})
CONSTRUCTION = "network"
_SAYS = ~(CueKind.WILL | CueKind.NONE)
_IMPERSONAL_CHARS = 60  # longest "it has been suggested", with room
_ARTICLES = frozenset({"the", "a", "an"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})


class TrainedReader:
    """Reads relations with the network; see the module."""

    name = "attribution network 1"

    def supports(self, language: str) -> bool:
        """Whether the network was trained on a language."""
        return language.split("-", maxsplit=1)[0] in LANGUAGES

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        for window in windows(article.text, blocks, vocabulary()):
            for one in network().attributions(window):
                relation = as_relation(article.text, window, one)
                if relation.content and relation.cue:
                    _without_nobody(article.text, relation, grammar)
                    relation.asserted = _is_asserted(article.text, relation, grammar)
                    relation.confidence = calibration().chance(features(one))
                    relation.unclear = relation.confidence < calibration().floor
                    yield relation


def as_relation(text: str, window: Window, one: Linked) -> Relation:
    """An attribution of a window as offsets of the text."""
    source, content = _places(text, window, one.source), _places(text, window, one.content)
    cue = _places(text, window, [one.cue])
    return Relation(source=source, cue=cue, content=content, construction=CONSTRUCTION)


def features(one: Linked) -> tuple[float, ...]:
    """What tells how sure a reading is: see `train/attribution_calibrate.py`."""
    has_source = float(bool(one.source))
    cue, source, content = (max(score, -6.0) for score in one.scores)
    return 1.0, cue, source * has_source, source * (1 - has_source), content, has_source


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


def _without_nobody(text: str, relation: Relation, grammar: Grammar) -> None:
    """Take out sources that are nobody: a bare "the", and the "it" of "it is hoped that", which goes to the cue."""
    relation.source = [part for part in relation.source if set(_words(text, part, grammar)) - _ARTICLES]
    if not relation.source:
        return
    low, high = relation.source[0][0], relation.cue[-1][1]
    if low < high and high - low < _IMPERSONAL_CHARS:
        words = _words(text, (low, high), grammar)
        if grammar.starts(words, 0, CueKind.IMPERSONAL) == len(words):
            relation.source, relation.cue = [], [(low, high)]


def _is_asserted(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is reported to have said or to believe the content."""
    if any(set(_words(text, stretch, grammar)) <= _FIRST_PERSON for stretch in relation.source):
        return False
    cue = [low for stretch in relation.cue for low in _words(text, stretch, grammar)]
    if any(grammar.is_in(word, "negations", "modals") for word in cue):
        return False
    kinds = CueKind.NONE
    for found in cues.find(cue, grammar):
        kinds |= found.kind
    quoted = any(text[start] in quotations.DOUBLE_MARKS for start, _ in relation.content)
    if not relation.source:
        return (
            bool(kinds & (CueKind.SAY | CueKind.TELL | CueKind.HEARSAY | CueKind.IMPERSONAL | CueKind.RAISED)) or quoted
        )
    told = [word for stretch in relation.content for word in _words(text, stretch, grammar)]
    if grammar.is_in(told[0], "negations") or (len(told) == 1 and not quoted):
        return False
    return bool(kinds & _SAYS) or quoted


def _words(text: str, stretch: Stretch, grammar: Grammar) -> list[str]:
    return tokenise(text, *stretch, grammar.tokens).low
