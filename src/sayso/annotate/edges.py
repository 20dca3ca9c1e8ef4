"""Where the network's words begin and end, mended: stubs and times that belong to the other side of an edge.

The network tags piece by piece, so that an edge can fall in the midst of a phrase: "not willing to change – on |
the contrary", "a report released | last | year found". What is cut off is not lost: it is read as the writer's own.
"""

import re

from sayso.annotate import quotations
from sayso.annotate.clocks import past_clock
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.relations import LEARNED, Relation, Stretch
from sayso.annotate.tokens import tokenise

_STUB = 30  # code points behind a comma or a dash that can be a stub: "…, amounting to | what the board calls"
_STUB_WORDS = 3
_JOINT = re.compile(r"(?:,| [-–—])\s")
_SENTENCE_NEAR = 1_000  # code points
_SENTENCE = re.compile(r"[.!?…][\"”’]?\s+")
_TAG = re.compile(r",? (?:or so|or at least|at least)\Z")
_JOINTS = frozenset({"of", "for", "with", "at", "from"})  # not "in" or "by", which ends verbs too: "those tuned in"
ARTICLES = frozenset({"a", "an", "the"})
_PHRASE = 60  # code points in which a noun phrase that was broken off ends
_BETWEEN = 3  # words between a source and the cue that are a time: "released | last year"


def mend_edges(text: str, relation: Relation, grammar: Grammar) -> None:
    """Move the edges of cue, source and content to where their phrases end."""
    _give_times_to_source(text, relation, grammar)
    _give_adverb_to_source(text, relation, grammar)
    _give_none_to_content(text, relation, grammar)
    relation.content = [_without_stub(text, part, grammar) for part in relation.content]
    relation.content = [_to_phrase_end(text, part, relation, grammar) for part in relation.content]
    _drop_addressee(text, relation, grammar)
    _end_with_aside(text, relation, grammar)
    _turn_around(text, relation, grammar)
    relation.content = [_without_tag(text, part, relation) for part in relation.content]
    relation.source = [(past_clock(text, *part), part[1]) for part in relation.source]
    after = relation.cue[0][0]
    relation.source = [_without_joint(text, s, grammar) if s[0] > after else s for s in relation.source]


def _give_none_to_content(text: str, relation: Relation, grammar: Grammar) -> None:
    """Count "no sign" with what was found: "found no sign | that any soldier fell" would say the contrary."""
    (low, high), (begins, ends) = relation.cue[-1], relation.content[0]
    tokens = tokenise(text, low, high, grammar.tokens)
    at = next((k for k in range(1, len(tokens) - 1) if tokens.low[k] == "no"), None)
    if at is None or len(relation.cue) > 1 or begins < high or text[high:begins].strip():
        return
    if any(grammar.is_in(word, "evidence") for word in tokens.low[at + 1 :]):
        relation.cue, relation.content[0] = [(low, tokens.end[at - 1])], (tokens.start[at], ends)


def _end_with_aside(text: str, relation: Relation, grammar: Grammar) -> None:
    """End what is said of a thing in an aside with the aside: ", which S says | is safe, | was banned in May"."""
    low, high = relation.content[-1]
    start, end = relation.source[-1] if relation.source else (0, 0)
    before = tokenise(text, max(0, start - _STUB), start, grammar.tokens).low[-2:]
    if not start < end <= relation.cue[0][0] or low < relation.cue[-1][1] or before[:1] != [","]:
        return
    opens = words_in(text, (low, high), grammar)[:1]
    comma = text.find(", ", low, high)
    gapped = grammar.is_in(before[-1], "relatives") and bool(opens) and grammar.is_verb(opens[0])
    if gapped and comma > low and not any(mark in text[low:high] for mark in quotations.DOUBLE_MARKS):
        relation.content[-1] = (low, comma)


def _turn_around(text: str, relation: Relation, grammar: Grammar) -> None:
    """Read "C1, says S, C2" of which the network made what C1 or nobody says: "That, says | the union, is nonsense"."""
    low, high = relation.content[0]
    cue = words_in(text, relation.cue[-1], grammar)
    if len(relation.content) > 1 or len(cue) != 1 or cue[0].endswith(grammar.participle_endings):
        return
    comma = text.find(", ", low, min(high, low + _STUB))
    if text[relation.cue[-1][1] : low].strip() or comma < 0:
        return  # before the sentence is sought, which may be one of thousands
    begin = _begins(text, relation.cue[0][0])
    ahead = text[begin : relation.cue[0][0]].rstrip()
    if not ahead.endswith(",") or "," in ahead[:-1]:
        return
    subject, rest = words_in(text, (low, comma), grammar), words_in(text, (comma + 1, high), grammar)
    is_phrase = text[low].isupper() or grammar.is_in(subject[0], "determiners")
    goes_on = bool(rest) and grammar.is_in(rest[0], "auxiliaries")
    if is_phrase and goes_on and not any(map(grammar.is_verb, subject)) and len(ahead.split()) <= _STUB_WORDS:
        relation.source, relation.unclear = [(low, comma)], False
        relation.content = [(begin, begin + len(ahead) - 1), (comma + 2, high)]


def _begins(text: str, place: int) -> int:
    """Where the sentence begins that holds a place, sought near it first: a paragraph may have thousands."""
    paragraph = text.rfind("\n", 0, place) + 1
    for low in dict.fromkeys((max(paragraph, place - _SENTENCE_NEAR), paragraph)):
        ends = [match.end() for match in _SENTENCE.finditer(text, low, place)]
        if ends:
            return ends[-1]
    return paragraph


def _without_tag(text: str, content: Stretch, relation: Relation) -> Stretch:
    """A content without what ties it to its speaker: "…, | or so Lenz says", "…, | at least according to Lenz"."""
    low, high = content
    tag = _TAG.search(text, max(low, high - _STUB), high)
    follows = relation.cue[-1][1] > high
    return (low, tag.start()) if tag is not None and follows and tag.start() > low else content


def _drop_addressee(text: str, relation: Relation, grammar: Grammar) -> None:
    """Take who is told off the front of what they are told: "told | the hearing | it was in good condition"."""
    low, high = relation.content[0]
    told = words_in(text, relation.cue[-1], grammar)[-1:]
    if not told or not grammar.starts(told, 0, CueKind.TELL) or text[relation.cue[-1][1] : low].strip():
        return
    tokens = tokenise(text, low, min(high, low + _STUB), grammar.tokens)
    after = 2 if len(tokens) > 3 and grammar.is_in(tokens.low[0], "determiners") else 1
    if len(tokens) <= after + 1 or not grammar.is_in(tokens.low[after - 1], "audiences", "addressees"):
        return
    if grammar.is_in(tokens.low[after], "determiners", "pronouns", "possessors", "that"):
        relation.content[0] = (tokens.start[after], high)


def _without_joint(text: str, source: Stretch, grammar: Grammar) -> Stretch:
    """A source without the preposition at its end: "accused by | prosecutors | of fraud"."""
    tokens = tokenise(text, *source, grammar.tokens)
    keep = len(tokens)
    while keep > 1 and text[tokens.start[keep - 1]].islower() and tokens.low[keep - 1] in _JOINTS:
        keep -= 1
    return (source[0], tokens.end[keep - 1]) if 0 < keep < len(tokens) else source


def _give_adverb_to_source(text: str, relation: Relation, grammar: Grammar) -> None:
    """Take the adverb of a participle off the cue: "officials speaking | anonymously call"."""
    tokens = tokenise(text, *relation.cue[0], grammar.tokens)
    start, end = relation.source[-1] if relation.source else (0, 0)
    if len(tokens) < 2 or not start < end <= tokens.start[0] or text[end : tokens.start[0]].strip():
        return
    if "," in text[start:end]:
        return
    last = words_in(text, (start, end), grammar)[-1]
    adverb = tokens.low[0].endswith(grammar.adverb_endings or ("\0",))
    if adverb and len(text[start:end].split()) > 1 and last.endswith(grammar.participle_endings or ("\0",)):
        relation.source[-1] = (start, tokens.end[0])
        relation.cue[0] = (tokens.start[1], relation.cue[0][1])


def _without_stub(text: str, content: Stretch, grammar: Grammar) -> Stretch:
    """A content without the one to three words at its end that open the next clause."""
    low, high = content
    last = words_in(text, (max(low, high - _STUB), high), grammar)[-1:]
    beyond = tokenise(text, high, min(len(text), high + _STUB), grammar.tokens)
    times = 0
    while times < len(beyond) and grammar.is_in(beyond.low[times], "times"):
        times += 1
    if last and times and grammar.is_in(last[0], "time_prepositions"):
        return low, beyond.end[times - 1]  # "had called it definite on | Wednesday"
    joints = list(_JOINT.finditer(text, max(low, high - _STUB), high))
    if not joints or not text[high:].lstrip(" \n")[:1].isalnum():
        return content
    words = words_in(text, (joints[-1].end(), high), grammar)
    opens = bool(words) and grammar.is_in(words[-1], "prepositions", "linkers", "determiners", "coordinators")
    return (low, joints[-1].start()) if opens and len(words) <= _STUB_WORDS else content


def _to_phrase_end(text: str, content: Stretch, relation: Relation, grammar: Grammar) -> Stretch:
    """A content that breaks off inside a noun phrase, with the rest of it: "Kyiv wants an | international probe".

    Only the network for English breaks off so, and what counts as open is English.
    """
    low, high = content
    last = words_in(text, (max(low, high - _STUB), high), grammar)[-1:]
    if relation.construction != LEARNED or not last or last[0] not in _JOINTS | ARTICLES:
        return content
    ahead = tokenise(text, high, min(len(text), high + _PHRASE), grammar.tokens)
    after = 0
    while after < len(ahead) and ahead.raw[after][0].isalnum() and not _ends_phrase(ahead.low[after], grammar):
        after += 1
    own = [start for start, _ in (*relation.cue, *relation.source)]
    if not 0 < after < len(ahead) or any(high <= start < ahead.end[after - 1] for start in own):
        return content
    return low, ahead.end[after - 1]


def _ends_phrase(word: str, grammar: Grammar) -> bool:
    """Whether a noun phrase is over where a word stands."""
    closed = ("prepositions", "coordinators", "openers", "relatives", "that", "auxiliaries", "modals")
    return grammar.is_in(word, *closed) or grammar.is_verb(word)


def _give_times_to_source(text: str, relation: Relation, grammar: Grammar) -> None:
    """Take the time that opens a cue off it: "a report released last | year found"; the source reaches to the verb."""
    low, high = relation.cue[0]
    tokens = tokenise(text, low, high, grammar.tokens)
    skipped = 0
    while skipped + 1 < len(tokens) and _is_time(tokens.low[skipped], grammar):
        skipped += 1
    if not skipped:
        return
    relation.cue[0] = (tokens.start[skipped], high)
    start, end = relation.source[-1] if relation.source else (0, 0)
    between = text[end:low]
    is_near = not between.strip() or (between.replace(" ", "").isalnum() and len(between.split()) <= _BETWEEN)
    if relation.source and end <= low and is_near:
        relation.source[-1] = (start, tokens.end[skipped - 1])


def _is_time(word: str, grammar: Grammar) -> bool:
    """Whether a word is a time and no part of a verb group: not "may", "later said"."""
    return grammar.is_in(word, "times") and not grammar.is_in(word, "modals", "adverbs")
