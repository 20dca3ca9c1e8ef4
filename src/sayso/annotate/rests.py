"""What stands beside the attributions of a sentence: statements of the writer's own, where they are such.

A clause that a semicolon parts, a relative clause that tells of the source, what stands before "and locals believe":
the rest of a sentence in which others speak states something too. An adverbial does not, nor half of a clause.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.annotate import cues
from sayso.annotate.cues import VERB, CueKind, Grammar
from sayso.annotate.neighbours import sentences_in
from sayso.annotate.relations import Stretch
from sayso.annotate.stretches import EDGES, MAX_CHARS, count_figures, count_words, is_question, trimmed
from sayso.annotate.tokens import tokenise
from sayso.model import Article, Attribution

MIN_WORDS = 5  # words beside an attribution; shorter leftovers are adverbials ("At a briefing on Friday")
MIN_PARTED = 3  # words between a semicolon and the edge of the sentence: "es blieben drei Tote"
MIN_OPENING = 4  # words of a clause that opens a sentence with its own subject: "La ministra esclude evasioni"
MIN_RELATIVE = 4  # words of a relative clause, its pronoun among them: "who pulled 11 from the water"
CONNECTIVE = 4  # tokens with the comma that ends "on the contrary,"
BEFORE_VERB = 40  # code points of "and", a verb and what follows
LONGEST_CONJUNCTION = 16  # code points
_LEAD = EDGES + ".!?。！？…)]"
_LAST_WORD = re.compile(r"\b\w+\Z")
_STRONG = frozenset(";:—–.!?。；؛")
_SEMICOLONS = frozenset(";；؛")
_PAUSE = re.compile("[,;،؛]")
_COMMAS = frozenset(",،，")


class Edges(NamedTuple):
    """Where in a sentence pieces of attributions begin and end; of each end of a source, where that begins."""

    source_ends: dict[int, int]
    cues: frozenset[int]
    others: frozenset[int]
    said: Sequence[Stretch]

    @classmethod
    def of(cls, attributions: Iterable[Attribution], said: Sequence[Stretch]) -> "Edges":
        """The edges of the attributions of which a piece begins in one sentence; `said` is all that is attributed."""
        near = list(attributions)
        return cls(
            {s.end: s.start for a in near for s in a.source},
            frozenset(s.start for a in near for s in a.cue),
            frozenset(s.start for a in near for s in (*a.source, *a.content)),
            said,
        )

    def cuts(self, between: str, start: int) -> bool:
        """Whether a piece that begins at `start` cuts what stands before it off in the midst of a clause.

        A cue does, whose subject stands before it ("A driver, who gave no name, | said"), and so does anything that
        no mark sets apart ("… and who gave only | her first name"). `between` ends with the first character of the
        piece; a colon that leads to a quotation cuts nothing off.
        """
        if start in self.cues:
            return between[-1:] != ":" and not between[:-1].strip(" ,")
        return start in self.others and not between[:-1].strip()

    def holds_said(self, whole: Stretch) -> bool:
        """Whether somebody's words are among those of a stretch."""
        return next(sentences_in(self.said, *whole), None) is not None


def rests(
    article: Article, sentence: Stretch, held: Sequence[Stretch], edges: Edges, grammar: Grammar
) -> Iterator[Stretch]:
    """The statements beside what attributions hold of a sentence, in the order of the text."""
    text, cursor = article.text, sentence[0]
    for start, end in [*held, (sentence[1], sentence[1])]:
        if start > cursor:
            found = _rest(article, (cursor, start), sentence, edges, grammar)
            for source in sorted(end for end in edges.source_ends if cursor <= end < start):
                found = found or _told_of_source(article, (source, start), edges, grammar)
            if found is not None:
                yield found
        told = _within_source(text, (start, end), edges, grammar) if start < end else None
        if told is not None:
            yield told
        cursor = max(cursor, end)


def _rest(article: Article, gap: Stretch, sentence: Stretch, edges: Edges, grammar: Grammar) -> Stretch | None:
    """The statement between two pieces of attributions, or one of them and the edge of the sentence."""
    text, (cursor, start) = article.text, gap
    begin = _past_addressee(article, cursor, start, sentence, grammar)
    low, whole = trimmed(text, _past_pronoun(article, begin, start, grammar), start, _LEAD)
    high = _without_conjunction(text, low, whole, grammar)
    is_cut = high == whole and start < sentence[1] and edges.cuts(text[whole : start + 1], start)
    is_cut = is_cut or (start < sentence[1] and _awaits_verb(text[high:start], grammar))
    if is_cut and not _is_converb(text, start, edges, grammar):
        high = _before_last_clause(article, low, high, grammar)
    if cursor in edges.source_ends and not _opens_clause(article, cursor, low, grammar):
        return None
    is_parted = _is_parted(text, cursor, low, high, start, sentence)
    shortest = MIN_PARTED if is_parted else MIN_OPENING if cursor == sentence[0] else MIN_WORDS
    return (low, high) if _is_statement(article, low, high, grammar, shortest=shortest, whole=is_parted) else None


def _is_parted(text: str, cursor: int, low: int, high: int, start: int, sentence: Stretch) -> bool:
    """Whether a semicolon parts a rest from what attributions hold, on both sides or to the edge of the sentence."""
    before = not _SEMICOLONS.isdisjoint(text[max(sentence[0], cursor - 1) : low])
    after = not _SEMICOLONS.isdisjoint(text[high:start])
    return (after or start >= sentence[1]) if before else (after and cursor == sentence[0])


def _is_converb(text: str, start: int, edges: Edges, grammar: Grammar) -> bool:
    """Whether a cue is a form that leans on a clause before it: "The army shut the road, | saying that …"."""
    endings = grammar.gerund_endings
    word = _first_word(text, start, grammar)
    return start in edges.cues and bool(endings) and word.endswith(endings)


def _first_word(text: str, start: int, grammar: Grammar) -> str:
    words = tokenise(text, start, min(len(text), start + BEFORE_VERB), grammar.tokens).low
    return words[0] if words else ""


def _before_last_clause(article: Article, low: int, high: int, grammar: Grammar) -> int:
    """The end of a rest without the clause that is cut off ("A man fell, | and scared | locals believe"); or `low`."""
    tokens = tokenise(article.text, low, high, grammar.tokens)
    for k in range(len(tokens) - 1, 0, -1):
        if tokens.raw[k - 1] in _COMMAS and grammar.is_in(tokens.low[k], "coordinators"):
            return tokens.start[k - 1]
    return low


def _told_of_source(article: Article, gap: Stretch, edges: Edges, grammar: Grammar) -> Stretch | None:
    """A source with the relative clause that follows it: "Dr Lenz, head of the clinic | where three have died"."""
    clause = trimmed(article.text, *gap)
    tokens = tokenise(article.text, gap[0], clause[1], grammar.tokens)
    if len(tokens) < MIN_RELATIVE + 1 or tokens.raw[0] not in _COMMAS or is_question(article, *clause):
        return None
    whole = (edges.source_ends[gap[0]], clause[1])
    return whole if _is_relative(tokens.low[1:], grammar) and not edges.holds_said(whole) else None


def _within_source(text: str, piece: Stretch, edges: Edges, grammar: Grammar) -> Stretch | None:
    """The same where the relative clause was read as part of the source."""
    for end, start in edges.source_ends.items():
        if not piece[0] <= start < end <= piece[1]:
            continue
        whole = trimmed(text, start, end)
        if edges.holds_said(whole):
            continue
        tokens = tokenise(text, *whole, grammar.tokens)
        for k in range(1, len(tokens) - MIN_RELATIVE):
            if tokens.raw[k] in _COMMAS and _is_relative(tokens.low[k + 1 :], grammar):
                return whole
    return None


def _is_relative(words: Sequence[str], grammar: Grammar) -> bool:
    """Whether some words are a relative clause that says something, and nothing of what its subject says."""
    if not grammar.is_in(words[0], "relatives") or len(words) < MIN_RELATIVE:
        return False
    says = cues.kinds_among(list(words), grammar) & VERB
    told_by_form = grammar.verb_endings or grammar.verb_prefixes or grammar.finite_endings
    return not says and (not told_by_form or any(map(grammar.is_verb, words[1:])))


def _awaits_verb(between: str, grammar: Grammar) -> bool:
    """Whether what no strong mark parts from what follows has no verb yet, where the verb comes last."""
    return "verb_final" in grammar.flags and _STRONG.isdisjoint(between)


def _opens_clause(article: Article, cursor: int, low: int, grammar: Grammar) -> bool:
    """Whether a clause of its own begins at `low`, behind a source: after a strong mark or with a conjunction."""
    if any(mark in article.text[cursor:low] for mark in _STRONG):
        return True
    words = tokenise(article.text, low, min(len(article.text), low + LONGEST_CONJUNCTION), grammar.tokens).low
    return bool(words) and grammar.is_in(words[0], "coordinators", "openers")


def _past_pronoun(article: Article, cursor: int, end: int, grammar: Grammar) -> int:
    """Past the pronoun that a cue left over: "claimed | it, though nobody had seen it"."""
    tokens = tokenise(article.text, cursor, min(end, cursor + LONGEST_CONJUNCTION), grammar.tokens)
    if len(tokens) < 2 or tokens.raw[1] != "," or not grammar.is_in(tokens.low[0], "pronouns"):
        return cursor
    is_linked = len(tokens) > 2 and grammar.is_in(tokens.low[2], "openers", "coordinators")
    return tokens.end[2] if is_linked else tokens.end[1]


def _past_addressee(article: Article, cursor: int, end: int, sentence: Stretch, grammar: Grammar) -> int:
    """Where a rest begins: after the first comma if it goes on from a cue ("told Radio Norland, but …").

    What the source did besides is a rest too, without its subject: "confirmed the loss and | shut the road to it".
    """
    if cursor == sentence[0] or article.text[cursor:end].lstrip()[:1] in _LEAD:
        return cursor
    opens = tokenise(article.text, cursor, min(end, cursor + BEFORE_VERB), grammar.tokens)
    if len(opens) > 1 and grammar.is_in(opens.low[0], "coordinators") and grammar.is_verb(opens.low[1]):
        return opens.start[1]
    mark = _PAUSE.search(article.text, cursor, end)
    return mark.end() if mark else end


def _without_conjunction(text: str, low: int, high: int, grammar: Grammar) -> int:
    """The end of a rest without the conjunction that leads on to the next clause."""
    match = _LAST_WORD.search(text[max(low, high - LONGEST_CONJUNCTION) : high])
    if match and grammar.is_in(match.group().lower(), "coordinators", "openers"):
        return trimmed(text, low, high - len(match.group()))[1]
    return high


def _is_statement(
    article: Article, low: int, high: int, grammar: Grammar, *, shortest: int, whole: bool = False
) -> bool:
    """Whether a piece of a sentence can stand alone; `whole` says that semicolons part it from all else."""
    if high - low > MAX_CHARS or count_words(article.text, low, high) < shortest or is_question(article, low, high):
        return False
    words = tokenise(article.text, low, high, grammar.tokens).low
    if any(mark in _COMMAS and grammar.starts(words, k, VERB) > k for k, mark in enumerate(words, 1)):
        return False  # Lenz ljög, sade vittnet: somebody's, whom nobody could find
    if whole:
        return grammar.starts(words, 0, ~CueKind.NONE) == 0
    if grammar.is_in(words[0], "prepositions") and "," in words[:CONNECTIVE]:
        words = words[words.index(",") + 1 :]  # "on the contrary, it held"
    if not words or grammar.is_in(words[0], "relatives") or grammar.starts(words, 0, ~CueKind.NONE):
        return False
    told_by_form = bool(grammar.verb_endings or grammar.verb_prefixes)
    has_verb = any(map(grammar.is_verb, words))
    if grammar.is_in(words[0], "prepositions"):  # "as the toll climbed to 63", not "after a talk on 4 May"
        opens = grammar.is_in(words[0], "openers", "subordinators")
        return opens and has_verb and count_figures(article.text, low, high) > 0
    return not told_by_form or has_verb
