"""Sentences that name no source and are the last speaker's beyond doubt: by tense, or because the speaker goes on.

"Five came from Halden, Lenz said. Eleven were hurt. The first shot fell at six, she said": what stands between is hers.
"The first piece fell at noon, the spokesman said. The town had been given no warning": the pluperfect is that of
reported speech, where no word dates it back. All else that may go on from a speaker is only marked as such
(`sayso.annotate.carrying`), for the writer's own background looks the same.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.annotate import cues, source_kinds
from sayso.annotate.carrying import goes_on, only_shows
from sayso.annotate.cues import CueKind, Grammar
from sayso.annotate.neighbours import Neighbours, sentences_in
from sayso.annotate.phrases import primary
from sayso.annotate.quotations import MARKS
from sayso.annotate.relations import TOLD_ON, Relation, Stretch
from sayso.annotate.source_kinds import is_pronoun
from sayso.annotate.tokens import tokenise
from sayso.model import Article
from sayso.vocab import BlockRole

_READ = frozenset({BlockRole.BODY})
_SAYS = CueKind.SAY | CueKind.TELL
_GOES_ON = _SAYS | CueKind.BEFORE  # "according to Lenz"
_COVERED = 0.7  # of a sentence that is its speaker's, from which on no statement of the writer's stands beside
_HEAD = 9  # tokens in which the auxiliary of a main clause stands
_MOST = 2  # sentences between two of one speaker


def told_on(article: Article, relations: Sequence[Relation], grammar: Grammar) -> Iterator[Relation]:
    """A relation for each sentence that is the last speaker's."""
    named = Neighbours([one for one in relations if one.asserted and one.content], _all)
    before: Relation | None = None
    waiting: list[Stretch] = []
    for sentence, opens in _sentences(article):
        held = [one for one in named.of([sentence]) if _touches(one, sentence)]
        if opens and not held:
            before, waiting = None, []  # a paragraph of its own
        if held:
            if before is not None and waiting and _is_same(article, held, waiting, grammar):
                yield from (_of(before, one) for one in waiting)
            before, waiting = _speaker(article, held, sentence, grammar), []
        elif before is not None:
            name = " ".join(article.text[slice(*part)] for part in before.source)
            if not goes_on(article.text, sentence, name, grammar) or _is_quotation(article.text, sentence):
                before, waiting = None, []
            elif not waiting and _looks_back(article.text, sentence, before, grammar):
                yield _of(before, sentence)
            else:
                waiting.append(sentence)
                before = before if len(waiting) <= _MOST else None


def _sentences(article: Article) -> Iterator[tuple[Stretch, bool]]:
    """The sentences of the text, and whether each opens a paragraph."""
    for block in article.blocks:
        if block.role in _READ:
            inside = [s for s in sentences_in(article.sentences, block.start, block.end) if s[0] >= block.start]
            yield from ((sentence, number == 0) for number, sentence in enumerate(inside))


def _touches(relation: Relation, sentence: Stretch) -> bool:
    return any(low < sentence[1] and sentence[0] < high for low, high in _all(relation))


def _speaker(article: Article, held: Sequence[Relation], sentence: Stretch, grammar: Grammar) -> Relation | None:
    """Who alone speaks in a sentence, with a verb of saying that can go on, and nothing of the writer's beside."""
    told = [one for one in held if one.within is None]
    if len({tuple(one.source) for one in told}) != 1 or not told[0].source or any(one.unclear for one in told):
        return None
    pieces = [(max(low, sentence[0]), min(high, sentence[1])) for one in told for low, high in _all(one)]
    covered = sum(max(0, high - low) for low, high in pieces)
    name = " ".join(article.text[slice(*part)] for part in told[0].source)
    own = any(grammar.is_in(word, "own_person") for word in name.lower().split())
    if own or covered < _COVERED * (sentence[1] - sentence[0]) or only_shows(name, grammar):
        return None
    words = [word for part in told[-1].cue for word in cues.words_in(article.text, part, grammar)]
    denied = any(grammar.is_in(word, "negations", "modals", "denying") for word in words)
    return told[-1] if not denied and cues.kinds_among(words, grammar) & _GOES_ON else None


def _all(relation: Relation) -> tuple[Stretch, ...]:
    return (*relation.source, *relation.cue, *relation.content)


def _is_same(article: Article, held: Sequence[Relation], waiting: Sequence[Stretch], grammar: Grammar) -> bool:
    """Whether "C, she said" closes a sentence, and nobody else was spoken of who could be "she"."""
    told = [one for one in held if one.within is None]
    if len(told) != 1 or told[0].unclear or len(told[0].source) != 1 or not told[0].cue:
        return False
    who, cue = told[0].source[0], told[0].cue[0]
    words = cues.words_in(article.text, cue, grammar)
    if not is_pronoun(article.text[slice(*who)], article.language) or not cues.kinds_among(words, grammar) & _SAYS:
        return False
    tag = told[0].content[0][1] <= min(who[0], cue[0])
    return tag and not any(_names_somebody(article.text, one, grammar) for one in waiting)


def _names_somebody(text: str, sentence: Stretch, grammar: Grammar) -> bool:
    """Whether a person stands in a sentence: a noun for one, or two capitals in a row."""
    tokens = tokenise(text, *sentence, grammar.tokens)
    people = source_kinds.words_of(grammar.language, "person") | source_kinds.words_of(grammar.language, "role")
    names = any(a[:1].isupper() and b[:1].isupper() for a, b in pairwise(tokens.raw[1:]))
    return names or any(word in people for word in tokens.low)


def _looks_back(text: str, sentence: Stretch, before: Relation, grammar: Grammar) -> bool:
    """Whether the first auxiliary of a sentence is "had", with no word that dates what is told back by itself."""
    if primary(grammar.language) != "en":
        return False
    said = [word for part in before.cue for word in cues.words_in(text, part, grammar)]
    if not any(grammar.is_in(word, "told_then") for word in said):
        return False
    tokens = tokenise(text, *sentence, grammar.tokens)
    first = next((k for k in range(min(_HEAD, len(tokens))) if grammar.is_in(tokens.low[k], "auxiliaries")), None)
    dated = any(grammar.is_in(w, "dating_back") or (w.isdigit() and len(w) == len("2031")) for w in tokens.low)
    if not first or tokens.low[first] != "had" or dated:
        return False
    return not any(grammar.is_in(word, "negations") for word in tokens.low[: first + 2])  # "No autopsy had been done"


def _is_quotation(text: str, sentence: Stretch) -> bool:
    return any(mark in text[slice(*sentence)] for mark in MARKS - {"'", "’"})


def _of(before: Relation, sentence: Stretch) -> Relation:
    return Relation(
        source=list(before.source), cue=[], content=[sentence], construction=TOLD_ON, antecedent=before.antecedent
    )
