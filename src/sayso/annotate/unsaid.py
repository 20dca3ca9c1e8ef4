"""Verbs by which somebody says nothing, in the languages of the multilingual network: wishes, decisions, silences.

"Die Eltern | wollen |, dass die Schule bleibt", "Rada | rozhodla |, že …", "Trenér | neřekl |, zda zůstane", "El
alcalde | no mencionó | que …" were all read as statements. Whoever "does not rule it out" has spoken.
"""

import functools

from sayso import lexicon
from sayso.annotate import cues
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import Relation
from sayso.letters import UNSPACED

_LEAST = 2  # words of what closes a demand: "entlassen sehen"
_LI = 4  # words of a question up to its "ли"
_ENDING = 3  # letters behind a cue in which the rest of its verb stands: 言ってい | ない
_NEAR = 12  # code points before or behind a cue in which its "not" stands
VERB_BEFORE_NOT = frozenset({"de", "nl", "sv", "da", "no", "nn"})  # "tror inte att"
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
    if is_demand(text, relation, grammar):
        return False
    if not kinds & ~CueKind.WILL and _holds(spelt, "wishes", grammar.language):
        return not _holds(text[relation.content[0][0] : relation.cue[0][0]].lower(), "grounds", grammar.language)
    return is_denied_saying(text, relation, grammar)


def is_demand(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a wish is that something be done: "will den Schaden | ersetzt haben", "vil | ha chefen fjernet"."""
    cue, language = _cue(text, relation, grammar), grammar.language
    if not _holds(_spelt(text, relation), "wishes", language) or any(grammar.is_in(w, "negations") for w in cue):
        return False
    told = [word for part in relation.content for word in words_in(text, part, grammar)]
    opens, ends = forms("demand_opens", language), forms("demand_ends", language)
    if ends and told[-1] in ends and len(told) > _LEAST:
        return told[-2].startswith("ge") or told[-2].endswith(("t", "n"))
    return cue[-1] in opens or (told[0] in opens and len(told) > 1)


def is_denied_saying(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is told not to have said something; whoever does not doubt or believe it has."""
    kinds = cues.kinds_among(_cue(text, relation, grammar), grammar)
    if kinds & _MARKERS or not is_denied(text, relation, grammar):
        return False
    if opens_with_whether(text, relation, grammar.language) or _holds(
        _spelt(text, relation), "confirms", grammar.language
    ):
        return True
    return not kinds & _BELIEVED and not is_answer(text, relation, grammar)


def is_answer(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a verb with a "not" says something all the same: not to deny, doubt or hide it."""
    spelt = _spelt(text, relation)
    return _holds(spelt, "answers", grammar.language) or _holds(spelt, "conceals", grammar.language)


def is_thing_done(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether what stands before a verb is the thing it is done to: "拳銃二丁を | 押収した"."""
    low, high = relation.content[-1]
    endings = forms("things", grammar.language)
    return bool(endings) and high <= relation.cue[0][0] and text[low:high].rstrip().endswith(endings)


def is_denied(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a "not" stands in a cue, right before it or right behind it, or is part of its verb."""
    cue, spelt = _cue(text, relation, grammar), _spelt(text, relation)
    low, high = relation.cue[0][0], relation.cue[-1][1]
    before = words_in(text, (max(0, low - _NEAR), low), grammar)
    while len(before) > 1 and grammar.is_in(before[-1], "auxiliaries") and not grammar.is_in(before[-1], "negations"):
        before.pop()  # non | ha | precisato
    before = before[-1:]
    if _is_never(text, relation, spelt, grammar.language):
        return True
    behind = words_in(text, (high, min(len(text), high + _NEAR)), grammar)[:1]
    behind = behind if grammar.language in VERB_BEFORE_NOT else []
    if any(grammar.is_in(word, "negations") for word in (*before, *cue, *behind)):
        return True
    endings = forms("endings", grammar.language)
    whole = spelt + text[high : high + _ENDING].partition("\n")[0] if grammar.language in UNSPACED else spelt
    if endings and whole.rstrip("。.").endswith(endings):
        return True
    prefixes = forms("prefixes", grammar.language)
    return any(
        word.startswith(prefix) and bool(cues.kinds_among([word.removeprefix(prefix)], grammar) & _SAYS)
        for word in cue
        for prefix in prefixes
    )


def _is_never(text: str, relation: Relation, spelt: str, language: str) -> bool:
    """Whether "never" opens a cue or stands before it or before its source: "Mai il sindaco | ha detto | che …"."""
    never = forms("never", language)
    places = (relation.cue[0][0], *(low for low, _ in relation.source if low < relation.cue[0][0]))
    edge = "" if language in UNSPACED else " "  # "Linie" ends in no "nie"
    ahead = [f" {text[max(0, place - _NEAR - 1) : place].rstrip().lower()}" for place in places]
    opens = any(f"{spelt}{edge}".startswith(f"{form}{edge}") for form in never)
    return opens or any(words.endswith(f"{edge}{form}") for words in ahead for form in never)


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


def opens_with_whether(text: str, relation: Relation, language: str) -> bool:
    """Whether a content is a question, which a "not" before it leaves open."""
    opens = text[relation.content[0][0] : relation.content[0][1]].lstrip(" ,").lower()
    asks = any(word in forms("asks_behind", language) for word in opens.split()[1:_LI])
    return asks or any(opens.startswith(f"{form} ") for form in forms("whether", language))


def _holds(spelt: str, table: str, language: str) -> bool:
    """Whether a word of a cue begins as one of a table; in languages without spaces any part of it."""
    known = forms(table, language)
    if language in {"zh", "ja", "ko", "th"}:
        return any(form in spelt for form in known)
    return any(f" {form}" in f" {spelt}" for form in known)


@functools.cache
def forms(table: str, language: str) -> tuple[str, ...]:
    """The words of a table for a language; none where it has none."""
    return tuple(lexicon.load("unsaid").tables[table].get(language, ()))


@functools.cache
def writers(language: str) -> frozenset[str]:
    """The words for who writes, and what opens a name for one of the outlet: "we", "our" correspondent."""
    return frozenset(forms("writers", language))


@functools.cache
def hearers(language: str) -> frozenset[str]:
    """The pronouns that name who is told something."""
    return frozenset(forms("hearers", language))
