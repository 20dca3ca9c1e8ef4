"""Ends of contents that are the writer's words about what was said, not the source's: cut off.

"The agency reported that the dam broke, but this is unconfirmed." "The board said the dam held and did not mention the
gate." What is cut is lost to nobody: less of a source is quoted, and what is quoted is its own. Nothing is cut inside a
quotation, nor what a source took back ("and later deleted the claim"): who reads the claim had better know.
"""

import functools
import re

from sayso import lexicon
from sayso.annotate import quotations
from sayso.annotate.cues import Grammar
from sayso.annotate.relations import Relation, Stretch

LONGEST = 140  # code points of such an end
SHORTEST = 12  # code points that a content must keep
ANSWER = 9  # words from "which" to the verb that says what others made of a claim
UNSPACED_SHORTEST = 4  # the same in a script without spaces
_UNSPACED = frozenset({"zh", "ja"})


def cut_tails(text: str, relation: Relation, grammar: Grammar) -> None:
    """Take the writer's own words off the end of a content."""
    pattern = _tail(grammar.language)
    if pattern is None:
        return
    unspaced = grammar.language in _UNSPACED
    relation.content = [_without_tail(text, piece, pattern, unspaced=unspaced) for piece in relation.content]


def _without_tail(text: str, piece: Stretch, pattern: re.Pattern[str], *, unspaced: bool) -> Stretch:
    low, high = piece
    begin = max(low + (UNSPACED_SHORTEST if unspaced else SHORTEST), high - LONGEST)
    found = pattern.search(text, begin, high) if begin < high else None
    if found is None or any(mark in text[found.start() : high] for mark in quotations.MARKS - {"'", "’"}):
        return piece
    if found.group("gapped") and "," in text[low : found.start()]:
        return piece  # "that the report, out on Monday, gives no evidence" is one clause
    return low, found.start()


@functools.cache
def _tail(language: str) -> re.Pattern[str] | None:
    """A joint, then what only a writer says of a source's words, or what the source did not say."""
    table = lexicon.load("tails").tables.get(language)
    if table is None:
        return None
    gap = "" if language in _UNSPACED else r"\s+"
    word = "" if language in _UNSPACED or language == "ar" else r"(?<!\w)"  # "а" alone, not at the end of a word
    joints = "|".join(map(re.escape, sorted(table["joints"], key=len, reverse=True)))
    pieces = [rf"[,،，;；]?\s*{word}(?:{joints}){gap}(?:{_any(table, 'ends')})"]
    if table.get("doubts"):
        doubt = rf"(?:{_any(table, 'claims')}){gap}(?:\S+\s+){{0,3}}?(?:{_any(table, 'doubts')})"
        pieces.append(rf"[,،，;；]?\s*{word}(?:{joints}){gap}{doubt}")
    if table.get("without"):
        pieces.append(rf"[,،，]?{gap}(?:{_any(table, 'without')})")
    if table.get("answers"):  # "…, ce que l'état-major a aussitôt démenti": what others say of it
        between = rf"(?:[^\s,;]+{gap}){{0,{ANSWER}}}?"
        pieces.append(rf",{gap}(?:{_any(table, 'answers')})\s*{between}(?:{_any(table, 'answered')})")
    pieces.append(rf"(?P<gapped>,{gap}(?:{_any(table, 'gapped')}))")
    return re.compile("(?:" + "|".join(pieces) + ")", re.IGNORECASE)


def _any(table: dict[str, list[str]], key: str) -> str:
    return "|".join(map(re.escape, sorted(table.get(key, ["\0"]), key=len, reverse=True)))
