"""Verbs by which somebody says nothing, in the languages of the multilingual network: wishes, decisions, silences.

"Die Eltern | wollen |, dass die Schule bleibt", "Rada | rozhodla |, že …", "Trenér | neřekl |, zda zůstane", "El
alcalde | no mencionó | que …" were all read as statements. Whoever "does not rule it out" has spoken.
"""

import functools

from sayso import lexicon
from sayso.annotate import cues
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import Relation

_NEAR = 12  # code points before or behind a cue in which its "not" stands
_VERB_BEFORE_NOT = frozenset({"de", "nl", "sv", "da", "no"})  # "tror inte att"
_SAYS = CueKind.SAY | CueKind.TELL
_BELIEVED = CueKind.THINK | CueKind.JUDGE
_MARKERS = CueKind.BEFORE | CueKind.AFTER | CueKind.OWN | CueKind.CLOSING  # ما, "not" or "what", in وفق ما


def is_unsaid(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a cue that no list has tells what somebody wants, decides, keeps from others or refuses to say."""
    spelt = _spelt(text, relation)
    kinds = cues.kinds_among(_cue(text, relation, grammar), grammar)
    if _holds(spelt, "refusals", grammar.language):
        return True
    if _holds(spelt, "conceals", grammar.language) and not is_denied(text, relation, grammar):
        return True
    if not kinds & ~CueKind.WILL and _holds(spelt, "wishes", grammar.language):
        return not _holds(text[relation.content[0][0] : relation.cue[0][0]].lower(), "grounds", grammar.language)
    return is_denied_saying(text, relation, grammar)


def is_denied_saying(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is told not to have said something; whoever does not doubt or believe it has."""
    spelt = _spelt(text, relation)
    kinds = cues.kinds_among(_cue(text, relation, grammar), grammar)
    if kinds & _MARKERS or not is_denied(text, relation, grammar):
        return False
    if _opens_with(text, relation, "whether", grammar.language):
        return True
    answers = _holds(spelt, "answers", grammar.language) or _holds(spelt, "conceals", grammar.language)
    return not kinds & _BELIEVED and not answers


def is_thing_done(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether what stands before a verb is the thing it is done to: "拳銃二丁を | 押収した"."""
    low, high = relation.content[-1]
    endings = _forms("things", grammar.language)
    return bool(endings) and high <= relation.cue[0][0] and text[low:high].rstrip().endswith(endings)


def is_denied(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a "not" stands in a cue, right before it or right behind it, or is part of its verb."""
    cue, spelt = _cue(text, relation, grammar), _spelt(text, relation)
    low, high = relation.cue[0][0], relation.cue[-1][1]
    before = words_in(text, (max(0, low - _NEAR), low), grammar)[-1:]
    behind = words_in(text, (high, min(len(text), high + _NEAR)), grammar)[:1]
    behind = behind if grammar.language in _VERB_BEFORE_NOT else []
    if any(grammar.is_in(word, "negations") for word in (*before, *cue, *behind)):
        return True
    endings = _forms("endings", grammar.language)
    if endings and spelt.endswith(endings):
        return True
    prefixes = _forms("prefixes", grammar.language)
    return any(
        word.startswith(prefix) and bool(cues.kinds_among([word.removeprefix(prefix)], grammar) & _SAYS)
        for word in cue
        for prefix in prefixes
    )


def take_in_denial(text: str, relation: Relation, grammar: Grammar) -> None:
    """Count the "not" right before a cue with it."""
    low, high = relation.cue[0]
    before = words_in(text, (max(0, low - _NEAR), low), grammar)[-1:]
    if before and grammar.is_in(before[0], "negations"):
        relation.cue[0] = (len(text[:low].rstrip()) - len(before[0]), high)


def _cue(text: str, relation: Relation, grammar: Grammar) -> list[str]:
    return [word for part in relation.cue for word in words_in(text, part, grammar)]


def _spelt(text: str, relation: Relation) -> str:
    return " ".join(text[low:high] for low, high in relation.cue).lower()


def _opens_with(text: str, relation: Relation, table: str, language: str) -> bool:
    opens = text[relation.content[0][0] : relation.content[0][1]].lstrip(" ,").lower()
    return any(opens.startswith(f"{form} ") for form in _forms(table, language))


def _holds(spelt: str, table: str, language: str) -> bool:
    """Whether a word of a cue begins as one of a table; in languages without spaces any part of it."""
    forms = _forms(table, language)
    if language in {"zh", "ja", "ko", "th"}:
        return any(form in spelt for form in forms)
    return any(f" {form}" in f" {spelt}" for form in forms)


@functools.cache
def _forms(table: str, language: str) -> tuple[str, ...]:
    return tuple(lexicon.load("unsaid").tables[table].get(language, ()))
