"""What of a learned relation can stand in a ledger: whose words, which words, and whether anything was said at all.

The network marks what its annotators marked, attitudes included, and now and then runs over a full stop. Here words
are kept in their sentence, sources that are nobody are taken out, and it is told apart who said or believes something
(`asserted`) from who wants, plans, knows or does not say it.
"""

import re
from collections.abc import Sequence

from sayso.annotate import cues, quotations
from sayso.annotate.cues import CueKind, Grammar, words_in
from sayso.annotate.disowned import is_disowned
from sayso.annotate.edges import ARTICLES, mend_edges
from sayso.annotate.neighbours import sentence_at, sentences_in
from sayso.annotate.passives import without_hearer
from sayso.annotate.relations import Relation, Stretch
from sayso.annotate.source_kinds import is_person
from sayso.annotate.stated import is_count, states

_SAYS = ~CueKind.WILL
_VOICED = CueKind.SAY | CueKind.TELL | CueKind.HEARSAY | CueKind.IMPERSONAL | CueKind.RAISED
_IMPERSONAL_CHARS = 60  # longest "it has been suggested", with room
_COMMA = re.compile(r", (?:and |while )?")
_GAPPED = 6  # words of another speaker whose verb is left out
_IN_YEAR = re.compile(r" (?:in|since) (?:19|20)\d\d\Z")
_YEAR = 11  # code points of " since 2015"
_BETWEEN_MARKS = re.compile(r"[\"“”„«»]")
_SHORTEST_TAG, _LONGEST_TAG = 2, 8  # words behind a quotation that are its speaker and verb
_CIRCUMSTANCE = 4  # words
_LONGEST_ASIDE = 80  # code points
_LONG_SOURCE = 7  # words that stand before a participle with no comma: a clause rather than a noun phrase
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})
_ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "nobody", "one"})
_FREE_RELATIVES = frozenset({"what", "whatever"})
_NAMED_BY = 2  # words of "calling itself"
_NEAR = 12  # code points in which the word before or after something stands
_NEAR_NOUN = 4  # words in which the noun of "no clear evidence of it" stands
_NEGATED = frozenset({"no", "nothing", "none", "not", "neither", "never"})


def settle(text: str, relation: Relation, sentences: Sequence[Stretch], grammar: Grammar) -> None:
    """Keep a relation's words where they belong, and say whether it is an assertion and of whom."""
    relation.content = [_from_that(text, relation, part, grammar) for part in relation.content]
    relation.content = [
        _without_gapped(text, relation, part, grammar) for part in _own_sentence(text, relation, sentences, grammar)
    ]
    if not relation.content:
        return
    mend_edges(text, relation, grammar)
    relation.source = [_without_circumstance(text, part, grammar) for part in relation.source]
    relation.source = [part for part in relation.source if set(words_in(text, part, grammar)) - ARTICLES]
    _count_expletive_with_cue(text, relation, grammar)
    unnamed = without_hearer(text, relation, grammar)
    if unnamed is not None:
        relation.asserted = unnamed
        return
    relation.asserted = _is_asserted(text, relation, grammar) and not is_disowned(text, relation, sentences, grammar)
    shreds = any(is_shred(text, part, grammar) for part in relation.source)
    if shreds or is_elsewhere(relation, sentences) or _is_adverbial(text, relation, grammar):
        relation.unclear = True
    if has_swallowed(text, relation, grammar):
        relation.unclear = True


def _from_that(text: str, relation: Relation, content: Stretch, grammar: Grammar) -> Stretch:
    """A content from its "that", without an aside before it: "said, without giving evidence, | that it fell"."""
    low, high = content
    if text[relation.cue[-1][1] : low].strip() != ",":
        return content
    at = text.find(", that ", low, min(high, low + _LONGEST_ASIDE))
    opens = words_in(text, (low, min(high, low + _LONGEST_ASIDE)), grammar)[:1]
    return (at + 2, high) if at > 0 and opens and grammar.is_in(opens[0], "prepositions", "openers") else content


def _without_circumstance(text: str, source: Stretch, grammar: Grammar) -> Stretch:
    """A source without the circumstances that follow it: "the ministry" of "the ministry, in the worst month yet"."""
    low, high = source
    words = words_in(text, source, grammar)
    if grammar.words["wanting"] and words[-2:-1] == [","] and grammar.is_in(words[-1], "person_relatives"):
        high = text.rindex(",", low, high)  # "Ana Lenz, who | wants"
    year = _IN_YEAR.search(text, max(low + 1, high - _YEAR), high)
    high = year.start() if year else high
    comma = text.find(", ", low, high)
    rest = words_in(text, (comma + 1, high), grammar) if comma > 0 else []
    if (
        len(rest) >= _CIRCUMSTANCE
        and "," not in rest[:-1]
        and grammar.is_in(rest[0], "prepositions")
        and rest[0] != "of"
    ):
        return low, comma
    return low, high


def _own_sentence(text: str, relation: Relation, sentences: Sequence[Stretch], grammar: Grammar) -> list[Stretch]:
    """The content less what stands in other sentences than the cue's and is no quotation.

    "Critics say that I am unfair. I am not.": the second sentence is the writer's.
    """
    place = relation.cue[0][0]
    kept: list[Stretch] = []
    for low, high in relation.content:
        pieces = [(max(low, start), min(high, end)) for start, end in sentences_in(sentences, low, high)]
        for start, end in pieces or [(low, high)]:
            home = sentence_at(sentences, start) or (start, end)
            own = home[0] <= place < home[1]
            if own or (_is_quoted(text, low, start, end) and not _is_tagged(text, home, grammar)):
                if kept and not text[kept[-1][1] : start].strip():
                    kept[-1] = (kept[-1][0], end)
                else:
                    kept.append((start, end))
    return [(low, low + len(text[low:high].rstrip())) for low, high in kept if text[low:high].strip()]


def _is_tagged(text: str, sentence: Stretch, grammar: Grammar) -> bool:
    """Whether a sentence has a speaker of its own behind a quotation: “Nonsense,” Abara shot back."""
    parts = _BETWEEN_MARKS.split(text[slice(*sentence)])
    outside = parts[0::2] if not parts[0].strip() else []
    tail = outside[-1] if len(outside) > 1 else ""
    words = words_in(tail, (0, len(tail)), grammar) if tail.strip() else []
    names = any(word[:1].isupper() for word in tail.split())
    return _SHORTEST_TAG <= len([word for word in words if word[0].isalnum()]) <= _LONGEST_TAG and names


def _is_quoted(text: str, opened: int, start: int, end: int) -> bool:
    """Whether a sentence of a content is quotation: a mark stands in it, or one before it is still open."""
    if any(mark in text[start:end] for mark in quotations.DOUBLE_MARKS):
        return True
    before = text[opened:start]
    opening = sum(before.count(mark) for mark in quotations.OPENING)
    closing = sum(before.count(mark) for mark in quotations.CLOSING)
    return opening > closing or before.count('"') % 2 == 1


def is_elsewhere(relation: Relation, sentences: Sequence[Stretch]) -> bool:
    """Whether a source stands in another sentence than its cue."""
    place = relation.cue[0][0]
    home = sentence_at(sentences, place)
    return home is not None and any(not home[0] <= start < home[1] for start, _ in relation.source)


def _count_expletive_with_cue(text: str, relation: Relation, grammar: Grammar) -> None:
    """Count the "it" of "it is hoped that" with the cue: it is nobody."""
    if not relation.source:
        return
    low, high = relation.source[0][0], relation.cue[-1][1]
    if low < high and high - low < _IMPERSONAL_CHARS:
        words = words_in(text, (low, high), grammar)
        if grammar.starts(words, 0, CueKind.IMPERSONAL) == len(words):
            relation.source, relation.cue = [], [(low, high)]


def is_shred(text: str, source: Stretch, grammar: Grammar) -> bool:
    """Whether a source is no noun phrase: it opens with a verb ("bears the stamp of …") or ends in the middle."""
    words = words_in(text, source, grammar)
    opens = text[source[0]].islower() and grammar.is_verb(words[0]) and not grammar.is_in(words[0], "determiners")
    opens = opens and not (len(words) == 1 and is_person(words[0], grammar.language))  # "…, suspect tells police"
    return opens or (grammar.is_in(words[-1], "coordinators", "determiners") and len(words) > 1)


def _is_adverbial(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source is what an "in" or "at" before the cue leads to, and no body: "in many cases reporting"."""
    low, high = relation.source[0] if relation.source else (0, 0)
    before = _word_before(text, low, grammar) if high <= relation.cue[0][0] else []
    words = words_in(text, (low, high), grammar) if before else []
    named = any(ch.isupper() for ch in text[low:high]) or any(map(grammar.is_noun, words[-1:]))
    return bool(words) and grammar.is_in(before[0], "time_prepositions") and not named


def has_swallowed(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source before a participle has a clause in it: "The firm drops him over a film | disputing …"."""
    end, start = relation.source[-1][1] if relation.source else 0, relation.cue[0][0]
    if not relation.source or end > start or text[end:start].strip():
        return False
    words = words_in(text, (relation.source[0][0], relation.source[-1][1]), grammar)
    participle = words_in(text, relation.cue[0], grammar)[0].endswith(grammar.participle_endings or ("\0",))
    return participle and len(words) > _LONG_SOURCE and "," not in words


def _without_gapped(text: str, relation: Relation, content: Stretch, grammar: Grammar) -> Stretch:
    """A content without what another says by the same verb, left out: "Lenz spoke of 9 dead, | the army of 5"."""
    low, high = content
    link = words_in(text, (relation.cue[-1][0], low), grammar)[-1:] or [""]
    if not grammar.is_in(link[0], "linkers"):
        return content
    for match in _COMMA.finditer(text, low, high):
        words = words_in(text, (match.end(), high), grammar)[: _GAPPED + 1]
        at = words.index(link[0]) if link[0] in words else 0
        opens = at and (text[match.end()].isupper() or grammar.is_in(words[0], "determiners"))
        if opens and any(map(grammar.is_noun, words[:at])) and not any(map(grammar.is_verb, words[:at])):
            return low, match.start()
    return content


def is_first_person(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether a source is "I" or "we": who writes, or is quoted, already."""
    return any(set(words_in(text, stretch, grammar)) <= _FIRST_PERSON for stretch in relation.source)


def _is_asserted(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether somebody is reported to have said or to believe the content."""
    cue = [low for stretch in relation.cue for low in words_in(text, stretch, grammar)]
    told = [word for stretch in relation.content for word in words_in(text, stretch, grammar)]
    if is_first_person(text, relation, grammar) or _is_unspoken(text, relation, cue, told, grammar):
        return False
    kinds = CueKind.NONE
    for found in cues.find(cue + _next_word(text, relation, grammar), grammar):
        kinds |= found.kind if found.first < len(cue) else CueKind.NONE
    quoted = any(text[start] in quotations.DOUBLE_MARKS for start, _ in relation.content)
    if not relation.source:
        return bool(kinds & _VOICED) or quoted
    if kinds == CueKind.THINK and any(grammar.is_in(word, "knowing") for word in cue) and not quoted:
        return False
    if states(text, relation, cue, told, grammar):
        return True
    if kinds == CueKind.QUOTE and not (_holds_marks(text, relation) or grammar.is_in(told[0], "that")):
        return False  # "laughs at the memory", "reacted to the news"
    says_it = len(told) > 1 or bool(kinds & CueKind.JUDGE) or is_count(text, relation, grammar)  # "denies it"; not "so"
    return (bool(kinds & _SAYS) and says_it) or quoted


def _holds_marks(text: str, relation: Relation) -> bool:
    return any(mark in text[low:high] for low, high in relation.content for mark in quotations.MARKS)


def _is_unspoken(text: str, relation: Relation, cue: Sequence[str], told: Sequence[str], grammar: Grammar) -> bool:
    """Whether a cue tells that nothing was said, or what is no saying."""
    if relation.source and _is_nobody_told(text, relation, grammar):
        return True
    if set(_word_before(text, relation.cue[0][0], grammar)) & {"nor"}:
        return True
    answers = grammar.starts(list(cue), 0, CueKind.JUDGE) == len(cue)  # "neither confirms nor denies" it
    denied = any(grammar.is_in(word, "negations") or word in _NEGATED for word in cue)
    if not denied:  # "people will tell you" is what people say
        answers = answers or "tell you" in " ".join([*cue[-2:], *_next_word(text, relation, grammar)])
    if not answers and (denied or any(grammar.is_in(word, "modals", "seeming") for word in cue)):
        return True  # "would not say", "has said nothing"; "appeared to admit that" is what the writer makes of it
    if is_refused(cue, grammar) or _is_naming(text, relation, cue, grammar):
        return True
    found_none = told[0] == "no" and any(grammar.is_in(word, "evidence") for word in told[1:_NEAR_NOUN])
    recorded = told[0] == "no" and states(text, relation, cue, told, grammar)  # "the log shows no fault"
    if told[0] in _NEGATED and not found_none and not recorded and not _is_clause(relation, cue, told, grammar):
        return True  # "said nothing more", "Nothing more is known"
    if not relation.source and cue[0].startswith("ask") and cue[-1] == "about":
        return True  # "Asked about the red card, …" is how a question came up
    return _is_reduced(text, relation, cue, grammar)


def is_refused(cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether somebody "refused to say" something; whoever "refuses to rule it out" has answered."""
    at = next((i for i, word in enumerate(cue) if grammar.is_in(word, "refusing")), None)
    if at is None:
        return False
    rest = [word for word in cue[at + 1 :] if not grammar.is_in(word, "infinitive")]
    return cues.kinds_among(rest, grammar) != CueKind.NONE and rest[:1] != ["rule"]


def _is_reduced(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether a cue is a participle that tells where something came out, not by whom it is said.

    "The discovery, | reported today in | the journal, overturns the idea."
    """
    before = text[: relation.cue[0][0]].rstrip()[-1:]
    named = relation.source and not relation.unclear
    low = relation.content[-1][0]
    after = text[max(relation.cue[-1][1], low - 2) : low].strip() == "," or low < relation.cue[-1][1]
    told = [word for part in relation.content for word in words_in(text, part, grammar)]
    bare = low < relation.cue[0][0] and not any(map(grammar.is_verb, told))  # "The discovery, | reported | today in …"
    released = bare or grammar.is_in(cue[-1], "time_prepositions", "prepositions")
    return before == "," and not named and after and grammar.is_in(cue[0], "released") and released


def _is_naming(text: str, relation: Relation, cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether a participle gives somebody's name: "a group calling itself Dawn Brigade"."""
    words = [*cue, *words_in(text, relation.content[0], grammar)]
    return (
        cue[0].endswith(grammar.participle_endings) and grammar.is_in(words[1], "reflexives") and len(cue) <= _NAMED_BY
    )


def _is_nobody_told(text: str, relation: Relation, grammar: Grammar) -> bool:
    """Whether nobody is told of, or nothing said: "anyone who tells you that …", "what people told me and what …".

    "What officials said was that the dam broke" says it.
    """
    place, content = relation.source[0], relation.content[0]
    before = _word_before(text, place[0], grammar)
    words = before + words_in(text, place, grammar)
    if words[-1] == "who" and words[-2:][0] in _ANYONE:
        return True
    told = words_in(text, content, grammar)
    return set(before) <= _FREE_RELATIVES and bool(before) and (content[0] < place[0] or told[0] in _FREE_RELATIVES)


def _word_before(text: str, place: int, grammar: Grammar) -> list[str]:
    return words_in(text, (max(0, place - _NEAR), place), grammar)[-1:]


def _next_word(text: str, relation: Relation, grammar: Grammar) -> list[str]:
    """The word after a cue, which may belong to it: "spoke" of "spoke of"."""
    end = relation.cue[-1][1]
    return words_in(text, (end, min(len(text), end + _NEAR)), grammar)[:1]


def _is_clause(relation: Relation, cue: Sequence[str], told: Sequence[str], grammar: Grammar) -> bool:
    """Whether what begins with "no" is said: "said no driver was hurt", not "said nothing" or "has shown no proof".

    Before its verb it is a clause whatever the verb: "No driver was hurt, the army | repeated".
    """
    ahead = relation.content[0][1] <= relation.cue[0][0]
    shows = not ahead and any(grammar.is_in(word, "clausal_only") for word in cue)
    return not shows and any(grammar.is_verb(word) for word in told[1:])
