"""Verbs in the passive, and their like, whose subject says nothing: it is told, accused, or what is believed.

"The jury was told that C", "the court heard that C", "Lenz is accused of C", "the club are rumoured to C", "the board
has reportedly agreed to C": somebody says C, and who it is does not stand there. The network gives C to the subject.
"""

from collections.abc import Sequence

from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import LEARNED_UNNAMED, Relation, Stretch
from sayso.annotate.tokens import tokenise

_FOR = frozenset({"for", "over"})
_NEAR = 16  # code points before a cue in which its auxiliary stands
_GROUP = 3  # words between an auxiliary and its participle: "has since been repeatedly told"
_HEAD = 6  # words from the end of a source in which its head stands: "jurors at Halden Crown Court"


def without_hearer(text: str, relation: Relation, grammar: Grammar) -> bool | None:
    """Take out a source that says nothing; whether the content is said, None where the source may be a speaker."""
    said = _without_subject(text, relation, grammar)
    if said is not None:
        relation.construction = LEARNED_UNNAMED
    return said


def _without_subject(text: str, relation: Relation, grammar: Grammar) -> bool | None:
    cue = [word for stretch in relation.cue for word in words_in(text, stretch, grammar)]
    if not cue or not relation.content:
        return None
    if not relation.source:
        return _without_order(text, relation, cue, grammar)
    if relation.source[-1][1] > relation.cue[0][0]:
        return None
    if any(grammar.is_in(word, "negations", "modals") for word in cue):
        return None
    told = words_in(text, relation.content[0], grammar)
    follows = relation.content[0][0] >= relation.cue[-1][1]
    if follows and (bare := _bare_passive(text, relation, [*cue, *told[:2]], grammar)) is not None:
        return bare
    passive = _passive_of(text, relation, cue, grammar)
    ordered = follows and grammar.is_in(told[0], "infinitive")
    if grammar.is_in(passive, "informed") or _is_audience(text, relation, cue, grammar):
        relation.source = []
        return not ordered  # "were told to leave" is an order, which the writer reports
    if ordered and grammar.starts([passive], 0, CueKind.RAISED):
        _take_subject_in(relation)
        return True
    if grammar.is_in(passive, "charged") and (cue[-1] == "of" or told[0] == "of"):
        _take_subject_in(relation)
        return True
    return True if follows and _as_hearsay(text, relation, grammar) else None


def _bare_passive(text: str, relation: Relation, words: Sequence[str], grammar: Grammar) -> bool | None:
    """Whether C is said in a headline's passive: "Minister accused of C", "Error blamed for C", "Fans told to C".

    A verb that blames somebody needs an object, and so does one that tells them to do something.
    """
    tables = ("judged", "charged", "ordered", "asked")
    at = next((i for i, word in enumerate(words[:-1]) if grammar.is_in(word, *tables)), None)
    if at is None or any(grammar.is_in(word, "auxiliaries") for word in words[:at]):
        return None
    parted = text[max(0, relation.cue[0][0] - 2) : relation.cue[0][0]].rstrip().endswith(",")
    if parted and grammar.is_in(words[at], "asked") and grammar.is_in(words[at + 1], "infinitive"):
        return False  # "The mayor, Ines Tarr, asked to comment, …"
    between = text[relation.source[-1][1] - 1 : relation.cue[0][0]]
    if between[1:].strip(" ,"):
        return None
    verb, link = words[at], words[at + 1]
    closes = at + 1 == sum(len(words_in(text, part, grammar)) for part in relation.cue)
    aside = closes and text[relation.cue[-1][1] : relation.content[0][0]].strip() == ","
    if aside or grammar.starts([verb, link], 0, CueKind.JUDGE) > 1:
        return None  # "blamed, for now, the heat"; "called for an inquiry"
    if grammar.is_in(verb, "charged") and link == "of":
        _take_subject_in(relation)
        return True
    ordered = grammar.is_in(verb, "ordered") and (grammar.is_in(link, "infinitive") or link == "not")
    ordered = ordered or (grammar.is_in(verb, "asked") and "," in between)  # "Lenz, asked to comment, …"
    return False if ordered or (grammar.is_in(verb, "judged") and link in _FOR) else None


def _without_order(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool | None:
    """Whether C is said of a passive's subject that stands outside a relation, or in it as a part of C.

    False where those who "were told | to leave" do: the writer reports an order.
    """
    told = words_in(text, relation.content[-1], grammar)
    if any(grammar.is_in(word, "charged") for word in cue) and (cue[-1] == "of" or told[0] == "of"):
        return not any(grammar.is_in(word, "negations", "modals") for word in cue)  # "Pym is accused of C"
    informed = grammar.is_in(_passive_of(text, relation, cue, grammar), "informed")
    return False if informed and grammar.is_in(told[0], "infinitive") else None


def _passive_of(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> str:
    """The participle that a form of "to be" stands before; empty if there is none."""
    low = relation.cue[0][0]
    first = max([low - _NEAR, 0, *(end for _, end in relation.source if end <= low)])
    group = [*words_in(text, (first, low), grammar)[-1:], *cue]
    helped = next((i for i, word in enumerate(group) if grammar.is_in(word, "be")), None)
    if helped is None:
        return ""
    rest = group[helped + 1 : helped + 1 + _GROUP]
    verbs = [word for word in rest if not grammar.is_in(word, "be") and not grammar.is_adverb(word)]
    return verbs[0] if verbs else ""


def _is_audience(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether a body that hears others is said to have heard, or in a headline to be told, what others say."""
    words = words_in(text, relation.source[-1], grammar)
    heads = [word for word in words[:_HEAD] if grammar.is_in(word, "audiences")]
    if not heads:
        return False
    content = [word for stretch in relation.content for word in words_in(text, stretch, grammar)]
    if grammar.is_in(cue[-1], "hearing"):
        # "the court heard the case" is no report
        return grammar.is_in(content[0], "that") or any(map(grammar.is_verb, content))
    before = relation.content[-1][1] <= relation.source[0][0]
    return before and grammar.is_in(cue[-1], "informed") and not grammar.is_in(heads[0], "judges")


def _take_subject_in(relation: Relation) -> None:
    """Count the subject with what is said: "Lenz" of "Lenz is accused of fraud"."""
    relation.content = sorted([*relation.source, *relation.content])
    relation.source = []


def _as_hearsay(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Make of "the board has reportedly agreed to talks" what is reported of the board; none of it is quoted."""
    told = words_in(text, relation.content[0], grammar)
    if not grammar.is_in(told[0], "infinitive", "prepositions") or len(relation.content) > 1:
        return False
    place = _hearsay_in(text, relation.cue[0], grammar)
    if place is None:
        return False
    relation.content = [(relation.source[0][0], relation.content[0][1])]
    relation.source, relation.cue = [], [place]
    return True


def _hearsay_in(text: str, cue: Stretch, grammar: Grammar) -> Stretch | None:
    """Where "reportedly" stands in a cue."""
    tokens = tokenise(text, *cue, grammar.tokens)
    at = next((i for i in range(len(tokens)) if grammar.starts(tokens.low, i, CueKind.HEARSAY) > i), None)
    return None if at is None else (tokens.start[at], tokens.end[at])
