"""Attribution relations by the multilingual network: languages for which no annotated news was to be had.

It learnt from English alone; that it reads the others comes of the encoder, which knows some hundred languages
(zero-shot transfer, Pires, Schlinger & Garrette 2019). What of its relations a ledger takes on is told by
`sayso.annotate.second_opinion`.
"""

import re
from collections.abc import Iterator

from sayso.annotate import cues
from sayso.annotate.encoding import windows
from sayso.annotate.network import multilingual_network
from sayso.annotate.relations import PROJECTED, Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.soundness import settle
from sayso.annotate.trained_reader import as_relation
from sayso.model import Article
from sayso.networks.loading import unigram_vocabulary

LANGUAGES = frozenset({"ru", "uk", "de", "fr", "es", "it", "pl", "tr", "ar", "zh"})
UNSPACED = frozenset({"zh"})  # where a letter beside a word is no part of it
SURE = -0.7  # least log-probability of cue, source and content; lower ones add nothing (-1.2 and -2: as many right)
_ELIDED = re.compile(r"\w['’]\w")
_EDGES = " \t\n,，、;；:："


class MultilingualReader:
    """Reads relations with the network; see the module."""

    name = "multilingual attribution network 1"

    def supports(self, language: str) -> bool:
        """Whether the network was measured on a language."""
        return language.lower().split("-", maxsplit=1)[0] in LANGUAGES

    def read(self, article: Article) -> Iterator[Relation]:
        """The relations in the headline, deck, body and captions of an article that the network is sure of."""
        grammar = cues.grammar(article.language)
        if grammar is None:
            return
        inside = _is_nowhere if grammar.language in UNSPACED else _is_inside_run
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        for window in windows(article.text, blocks, unigram_vocabulary()):
            for one in multilingual_network().attributions(window):
                relation = _relation(article.text, as_relation(article.text, window, one, inside))
                if min(one.scores) < SURE or not relation.content or not relation.cue:
                    continue
                settle(article.text, relation, article.sentences, grammar)
                if relation.content:
                    yield relation


def _relation(text: str, found: Relation) -> Relation:
    """An attribution without the marks at its edges."""
    source, cue, content = (
        [kept for kept in (_trimmed(text, part) for part in parts) if kept]
        for parts in (found.source, found.cue, found.content)
    )
    return Relation(source=source, cue=cue, content=content, construction=PROJECTED)


def _is_inside_run(text: str, at: int) -> bool:
    """Whether letters go on over a place; no hyphen, which parts speaker and verb in "dit-il"."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def _is_nowhere(text: str, at: int) -> bool:
    """In languages without spaces a piece is all that is known of words."""
    del text, at
    return False


def _trimmed(text: str, part: Stretch) -> Stretch | None:
    """A stretch without commas and colons at its edges; None if nothing that says anything is left."""
    low, high = part
    while low < high and text[low] in _EDGES:
        low += 1
    while high > low and text[high - 1] in _EDGES:
        high -= 1
    if _ELIDED.match(text, high - 1):  # "l" of "l'avvocato", "s" of "s'étonne"
        high += 1
        while high < len(text) and text[high].isalnum():
            high += 1
    return (low, high) if any(ch.isalnum() for ch in text[low:high]) else None
