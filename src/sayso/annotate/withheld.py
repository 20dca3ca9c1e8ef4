"""What the rules read though nobody said it: "El alcalde nunca | dijo | que …", "Mluvčí | odmítl říct | , zda …".

A "never" or a verb of refusing beside a verb of saying was read as part of the name before it, or as a verb that says
something of a thing; so were wishes ("иска да построи …") and what a council approves. Whoever "never denied" or
"refuses to rule out" something has answered.
"""

import functools
import re
from collections.abc import Sequence

from sayso import lexicon
from sayso.annotate import cues
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import Relation
from sayso.annotate.unsaid import VERB_BEFORE_NOT, forms, is_answer, opens_with_whether
from sayso.letters import UNSPACED

_BY_LISTS = frozenset({"en"})  # its network learnt from annotators what is not said
_NO_VERB = ("marker", "citing", "cited", "hearsay", "impersonal", "headline", "noun", "figure", "reported")
_BESIDE = 64  # code points before or behind a cue in which what is refused stands
_THING = "את "  # before what a verb is done to
_NOUN = 3  # words of a thing with its "את"
_SAID = CueKind.SAY | CueKind.TELL | CueKind.QUOTE
_STATED = _SAID | CueKind.JUDGE


def only_spoken(text: str, relations: Sequence[Relation], grammar: Grammar) -> list[Relation]:
    """The relations of the rules in which somebody says something."""
    if grammar.language in _BY_LISTS:
        return list(relations)
    kept = [one for one in relations if not _is_silent(text, one, grammar)]
    for one in kept:
        one.within = one.within if one.within in kept else None
    return kept


def is_withheld(text: str, relation: Relation, language: str) -> bool:
    """Whether a verb tells that its source refuses to say a thing, wants or decides to do it, or approves it."""
    return (
        _is_refused_saying(text, relation, language)
        or _is_intended(text, relation, language)
        or _is_approved(text, relation, language)
    )


def _is_refused_saying(text: str, relation: Relation, language: str) -> bool:
    """Whether a refusal to say something touches a cue, "отказался | подтвердить", or has the whole source in it."""
    low, high = relation.cue[0][0], relation.cue[-1][1]
    return any(
        (match.start() < high and match.end() > low)
        or any(match.start() <= start and end <= match.end() for start, end in relation.source)
        for pattern in _refusals(language)
        for match in pattern.finditer(text, max(0, low - _BESIDE), min(len(text), high + _BESIDE))
    )


def _is_silent(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a relation of the rules has a source who says nothing; a "never" that ends one is taken to its cue."""
    if not (relation.source and relation.cue and relation.content) or relation.construction.startswith(_NO_VERB):
        return False
    if is_withheld(text, relation, grammar.language):
        return True
    never = _never_before(text, relation, grammar)
    if not never and not _is_denied_behind(text, relation, grammar):
        return False
    kinds = cues.kinds_among([word for part in relation.cue for word in words_in(text, part, grammar)], grammar)
    answers = is_answer(text, relation, grammar) and not opens_with_whether(text, relation, grammar.language)
    if not answers and kinds & (_STATED if never else _SAID):
        return True
    if never:
        _take_to_cue(text, relation, never)
    return not all(high > low for low, high in relation.source)


def _never_before(text: str, relation: Relation, grammar: Grammar) -> str:
    """The word for "never" or "not" that stands right before a verb, or opens what was taken for its subject."""
    low = relation.cue[0][0]
    ahead = [part for part in relation.source if part[1] <= low]
    start = ahead[-1][0] if ahead else max(0, low - _BESIDE)
    between = text[start:low].rstrip().lower()
    edge = "" if grammar.language in UNSPACED else " "
    for form in forms("never", grammar.language):
        if f"{edge}{between}".endswith(f"{edge}{form}") or (ahead and f"{between} ".startswith(f"{form} ")):
            return form
    last = words_in(text, ahead[-1], grammar)[-1] if ahead else ""
    return last if grammar.is_in(last, "negations") else ""


def _is_denied_behind(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a "not" stands behind a verb: "bekräftade inte uppgifterna", "bevestigde de gegevens niet"."""
    high, begins = relation.cue[-1][1], relation.content[0][0]
    if grammar.language not in VERB_BEFORE_NOT or begins < high:
        return False
    told = words_in(text, relation.content[-1], grammar)
    between = words_in(text, (high, begins), grammar)
    if any(grammar.is_in(word, "negations") for word in between):
        return True
    return grammar.is_in(told[-1], "negations") and not any(map(grammar.is_verb, told[:-1]))


def _take_to_cue(text: str, relation: Relation, never: str) -> None:
    """Count a "never" with the cue that it stands before, not with the source."""
    low, high = relation.cue[0]
    at = len(text[:low].rstrip()) - len(never)
    if text[at:].lower().startswith(never):
        relation.cue[0] = (at, high)
        end = len(text[:at].rstrip())
        relation.source = [(first, min(last, end) if last <= low else last) for first, last in relation.source]


def _is_intended(text: str, relation: Relation, language: str) -> bool:
    """Whether a verb tells what its subject wants or has decided to do: "иска да построи", "köprü yapmak istedi"."""
    place, stop = relation.cue[0][0], relation.cue[-1][1]
    if text[max(0, stop - _BESIDE) : stop].endswith(forms("decides", language)):
        return True
    if text[place : place + _BESIDE].lower().startswith(forms("intends", language)):
        return True
    low, high = relation.content[-1]
    wants, spelt = forms("intended", language), text[place:stop].lower()
    if not wants or high > place or not spelt.startswith(forms("asks", language)):
        return False
    return text[low:high].lower().endswith(wants)


def _is_approved(text: str, relation: Relation, language: str) -> bool:
    """Whether a verb for both confirming and approving has a thing behind it that can only be approved."""
    low, high = relation.content[0]
    spelt, thing = text[relation.cue[0][0] : relation.cue[-1][1]].lower(), text[low:high]
    if not spelt.startswith(forms("approves", language)) or not thing.startswith(_THING):
        return False
    known = forms("confirmable", language)
    return not any(word.removeprefix("ה").startswith(known) for word in thing.split()[1:_NOUN])


@functools.cache
def _refusals(language: str) -> tuple[re.Pattern[str], ...]:
    """A verb of refusing and what is refused, in the order or orders that a language has; none without lists."""
    tables = lexicon.load("unsaid").tables
    refused, said = forms("refused", language), forms("unspoken", language)
    if not refused or not said:
        return ()
    unspaced, most = language in UNSPACED, tables["gaps"].get(language, 1)
    space = ",? " if language in tables["order"]["set_off"] else " "
    gap = rf"(?:{space}[^\s,;:.!?\"“”«»„]+){{0,{most}}}?{space}"
    if unspaced:
        gap = rf"[^。！？，、；的]{{0,{most}}}?"
    no, say = (_any_of(table, unspaced=unspaced) for table in (refused, said))
    orders = [f"{say}{gap}{no}"] if language in tables["order"]["refusing_last"] else [f"{no}{gap}{say}"]
    orders += [f"{no}{gap}{say}"] if language in tables["order"]["either_order"] else []
    return tuple(re.compile(order, re.IGNORECASE) for order in orders)


def _any_of(table: Sequence[str], *, unspaced: bool) -> str:
    """Any word with one of some beginnings, or one of some whole words, which end in "$"."""
    if unspaced:
        return f"(?:{'|'.join(map(re.escape, table))})"
    rest = r"[\w\u200c\u0900-\u09ff'’-]*"
    words = (re.escape(one[:-1]) + r"(?!\w)" if one.endswith("$") else re.escape(one) + rest for one in table)
    return rf"(?<!\w)(?:{'|'.join(words)})"
