"""Attribution relations by the multilingual network: languages for which no annotated news was to be had.

It learnt from English alone; that it reads the others comes of the encoder, which knows some hundred languages
(zero-shot transfer, Pires, Schlinger & Garrette 2019). What of its relations a ledger takes on is told by
`sayso.annotate.second_opinion`.
"""

import re
from collections.abc import Callable, Iterator

from sayso import lexicon
from sayso.annotate import cues
from sayso.annotate.cues import Grammar, words_in
from sayso.annotate.decoding import Linked
from sayso.annotate.encoding import Window, windows
from sayso.annotate.network import multilingual_network
from sayso.annotate.quotations import DOUBLE_MARKS
from sayso.annotate.relations import PROJECTED, PROJECTED_OBJECT, Relation, Stretch
from sayso.annotate.rule_reader import READ_ROLES
from sayso.annotate.soundness import is_refused, settle
from sayso.annotate.trained_reader import as_relation
from sayso.model import Article
from sayso.networks.loading import unigram_vocabulary

LANGUAGES = frozenset(lexicon.languages("cues"))
UNSPACED = frozenset({"zh", "ja", "th"})  # where a letter beside a word is no part of it
SURE_UNLISTED = -0.35
SURER = -0.02
LISTED_ONLY = frozenset({"en"})  # what cues no list has is the writer's own there in one reading of three
FEWEST = 2  # words of a content
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
        least = SURER if grammar.language in LISTED_ONLY else SURE
        inside = _is_nowhere if grammar.language in UNSPACED else _is_inside_run
        blocks = [(block.start, block.end) for block in article.blocks if block.role in READ_ROLES]
        for window in windows(article.text, blocks, unigram_vocabulary()):
            for one in multilingual_network().attributions(window):
                relation = _relation(article.text, window, one, inside)
                if min(one.scores) < least or not relation.content or not relation.cue:
                    continue
                settle(article.text, relation, article.sentences, grammar)
                if relation.content:
                    may = grammar.language not in LISTED_ONLY and min(one.scores) >= SURE_UNLISTED
                    unlisted = may and not relation.asserted and _says(article.text, relation, grammar)
                    relation.asserted = relation.asserted or unlisted
                    if _is_object(article.text, relation, grammar, unlisted=unlisted):
                        relation.construction = PROJECTED_OBJECT
                    yield relation


def _relation(text: str, window: Window, one: Linked, inside: Callable[[str, int], bool]) -> Relation:
    """An attribution without the marks at its edges; a cue may be a mark ("Minister: …")."""
    found = as_relation(text, window, one, inside)
    source, cue, content = (
        [kept for kept in (_trimmed(text, part) for part in parts) if kept]
        for parts in (found.source, found.cue, found.content)
    )
    low, high = one.cue
    cue = cue or [(window.starts[low], window.ends[high - 1])]
    return Relation(source=source, cue=cue, content=content, construction=PROJECTED)


def _says(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is named for a content, by a cue that no list has ("widać", "e чула"): readers marked those.

    Whoever "refused to say" said nothing.
    """
    told = [word for part in relation.content for word in words_in(text, part, grammar)]
    cue = [word for part in relation.cue for word in words_in(text, part, grammar)]
    return bool(relation.source) and len(told) >= FEWEST and not is_refused(cue, grammar)


def _is_object(text: str, relation: Relation, grammar: Grammar, *, unlisted: bool) -> bool:
    """Whether what follows a verb with no mark between is a thing or a phrase of its own, and no quotation.

    "Ghouram exige | le départ du contingent" says something only with its verb. What a verb that no list has takes
    is such a thing unless a "that" opens it.
    """
    low, high = relation.content[0]
    if low < relation.cue[-1][1] or not text[max(0, low - 2) : low].rstrip()[-1:].isalnum():
        return False
    opens = words_in(text, (low, high), grammar)[:1]
    if not opens or any(mark in text[low:high] for mark in DOUBLE_MARKS):
        return False
    if unlisted:
        return not grammar.is_in(opens[0], "that")
    return grammar.is_in(opens[0], "determiners", "prepositions")


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
