"""Verbs that state something only of somebody who can, or of a record: "…, the board established", "the log shows".

The network marks them among much else ("the ministry established a fund", "the picture shows a man"), so that they say
something only in the company that is listed here.
"""

from collections.abc import Sequence
from itertools import pairwise

from sayso.annotate.contested import is_number
from sayso.annotate.cues import Grammar, words_in
from sayso.annotate.relations import Relation
from sayso.annotate.source_kinds import is_pronoun, is_speaker, words_of
from sayso.annotate.wanted_and_seen import is_demand, is_sighting

_CLAUSE = 3  # words of a clause
_MARKS = frozenset(".,;:!?—–\n")


def is_stated(text: str, relation: Relation, grammar: Grammar) -> bool:
    """The same of a relation whose words have not been looked at yet."""
    cue, told = (
        [word for part in parts for word in words_in(text, part, grammar)] for parts in (relation.cue, relation.content)
    )
    return states(text, relation, cue, told, grammar)


def states(text: str, relation: Relation, cue: Sequence[str], told: Sequence[str], grammar: Grammar) -> bool:
    """Whether a cue that by itself says nothing does so here."""
    if not grammar.words["establishing"] or not relation.source or not told:
        return False
    who = " ".join(text[low:high] for low, high in relation.source)
    words = [word for part in relation.source for word in words_in(text, part, grammar)]
    if is_demand(told, cue, grammar):  # of "half the people | the ministry wanted | to reach" it is a plan
        return relation.cue[-1][1] <= relation.content[0][0] and not is_pronoun(who, grammar.language)
    record = any(grammar.is_in(word, "records") for word in words)
    counted = is_number(text, (relation.source[0][0], relation.source[0][0] + len(who.split()[0])), grammar)
    if not record and not counted and not _may_state(who, words, grammar):
        return False
    if any(grammar.is_in(word, "establishing") for word in cue):
        return _is_clause_said(text, relation, told, grammar)
    if any(grammar.is_in(word, "muttering") for word in cue):
        return _is_tag(text, relation, told, grammar)
    if any(grammar.is_in(word, "giving_cause") for word in cue):
        return _is_cause(text, relation, told, grammar)
    if any(grammar.is_in(word, "locating") for word in cue):
        return _is_place(told, grammar)
    if any(grammar.is_in(word, "identifying") for word in cue):
        return _is_culprit(told, grammar)
    recorded = record and any(grammar.is_in(word, "recording") for word in cue) and len(told) > 1
    return recorded or (_can_see(text, relation, words, grammar) and is_sighting(told, cue, words, grammar))


def _can_see(text: str, relation: Relation, words: Sequence[str], grammar: Grammar) -> bool:
    """Whether somebody is named before a verb that takes what stands right behind it."""
    behind = relation.source[-1][1] <= relation.cue[0][0] and relation.cue[-1][1] <= relation.content[0][0]
    between = text[relation.cue[-1][1] : relation.content[0][0]] if behind else "-"
    return not between.strip() and not any(grammar.is_in(word, "relatives") for word in words)


def _may_state(who: str, words: Sequence[str], grammar: Grammar) -> bool:
    """Whether a phrase is somebody: an office, a body, a person, people in the plural, a full name."""
    known = words_of(grammar.language, "person") | words_of(grammar.language, "body")
    if is_speaker(who, grammar.language) or any(word in known for word in words):
        return True
    plural = who[:1].islower() and words[0].endswith(grammar.plural_endings)
    return plural or sum(word[:1].isupper() for word in who.split()) > 1


def _is_clause_said(text: str, relation: Relation, told: Sequence[str], grammar: Grammar) -> bool:
    """Whether a whole clause stands before the verb that closes the sentence, or "that" behind it."""
    if grammar.is_in(told[0], "bare_that"):
        return len(told) > _CLAUSE
    high = relation.content[0][1]
    last = max(end for _, end in (*relation.source, *relation.cue))
    parted = text[high : min(s for s, _ in (*relation.source, *relation.cue))].strip() == ","
    closes = text[last : last + 1] in _MARKS or last >= len(text)
    return high <= relation.cue[0][0] and parted and closes and _is_clause(told, grammar)


def _is_clause(told: Sequence[str], grammar: Grammar) -> bool:
    opens = grammar.is_in(told[0], "openers", "prepositions", "subordinators")
    opens = opens and not grammar.is_in(told[0], "pronouns")
    return len(told) >= _CLAUSE and not opens and any(map(grammar.is_verb, told[1:]))


def _is_tag(text: str, relation: Relation, told: Sequence[str], grammar: Grammar) -> bool:
    """Whether "…, muttered S" closes a clause that has no marks of quotation."""
    high, verb = relation.content[-1][1], relation.cue[0][0]
    inverted = relation.source[0][0] >= relation.cue[-1][1]
    return inverted and text[high:verb].strip() == "," and _is_clause(told, grammar)


def _is_cause(text: str, relation: Relation, told: Sequence[str], grammar: Grammar) -> bool:
    """Whether what is cited is a cause, and nobody and no paper: "cites overloading", not "cites a witness".

    Nor is it one what somebody is punished for: "cited two men for speeding".
    """
    low, high = relation.content[0]
    behind = low >= relation.cue[-1][1] and text[low:high][:1].islower()
    named = is_speaker(" ".join(told[:_CLAUSE]), grammar.language)
    named = named or any(grammar.is_in(word, "records", "citable") for word in told)
    named = named or any(grammar.is_in(word, "tallied_people") for word in told[:_CLAUSE])
    charged = any(one == "for" and then.endswith("ing") for one, then in pairwise(told))
    named = named or (charged and not grammar.is_in(told[0], "determiners"))  # not "cites the need for training"
    return behind and len(told) > 0 and not named and not grammar.is_in(told[0], "pronouns", "possessors")


def _is_place(told: Sequence[str], grammar: Grammar) -> bool:
    """Whether it is told where something happened: "locates | the start at the switchboard"."""
    at = next((i for i, word in enumerate(told) if grammar.is_in(word, "happenings")), None)
    early = at is not None and at < _CLAUSE
    return early and any(grammar.is_in(word, "time_prepositions") for word in told[_CLAUSE - 1 :])


def _is_culprit(told: Sequence[str], grammar: Grammar) -> bool:
    """Whether somebody or something is named as the cause: "named | Lenz as the gunman", not "as coach"."""
    at = next((i for i, word in enumerate(told) if grammar.is_in(word, "figure_as")), None)
    return at is not None and any(grammar.is_in(word, "culprits") for word in told[at + 1 : at + _CLAUSE + 1])


def is_count(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether all that is said is a number: "Five, says the court"."""
    return bool(relation.source) and all(is_number(text, part, grammar) for part in relation.content)
