"""A statement being read: its tokens, what has been found so far, and what the constructions ask of it.

C stands for content, S for source and V for verb in this and the next modules.
"""

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import DASHES, STOPS, Passage, Phrase, is_name
from sayso.annotate.relations import Relation, touch
from sayso.annotate.unspaced_credits import past_credit

AHEAD = 14  # tokens between a verb and its "that", as in "said in a statement on Monday that"
DATELINE = 14  # tokens
STAMP = 6  # tokens of the hour before a line of a running report, with its dash: "13 h 52 –"
CLITIC = 5  # tokens between an auxiliary and its verb: "je prek agencije Halden govorilo"
ASIDE = 24  # tokens in an aside between commas
COMMAS = frozenset(",،，")
COLONS = frozenset(":：")


class Statement(NamedTuple):
    """Tokens `first` up to `end`; `level` is the quotation it lies in, -1 for none."""

    first: int
    end: int
    level: int


@dataclasses.dataclass(slots=True)
class Reading:
    """The state of reading one statement; `stop` is the token that ends it."""

    passage: Passage
    statement: Statement
    headline: bool
    stop: int
    before: tuple[int, int] | None = None  # offsets of the sentence before, for "S said so"
    found: list[Relation] = dataclasses.field(default_factory=list)
    sources: list[Phrase] = dataclasses.field(default_factory=list)
    asides: list[Phrase] = dataclasses.field(default_factory=list)  # "according to S", "citing S"
    hearsay: list[Cue] = dataclasses.field(default_factory=list)
    openings: dict[int, int] = dataclasses.field(default_factory=dict)  # id of relation → first token of its clause
    relayed: list[tuple[Cue, Phrase]] = dataclasses.field(default_factory=list)  # citing and cited, with their sources

    @property
    def low(self) -> int:
        """The first token."""
        return self.statement.first

    def outside(self, i: int) -> bool:
        """Whether token `i` is at the level of the statement and no mark of quotation."""
        return self.passage.quoted[i] == self.statement.level

    def word(self, i: int) -> str:
        """Token `i` in lower case; empty beyond the statement."""
        first, end, _ = self.statement
        return self.passage.tokens.low[i] if first <= i < end else ""

    def is_in(self, i: int, *tables: str) -> bool:
        """Whether token `i` lies in the statement and is in one of the word tables."""
        first, end, _ = self.statement
        return first <= i < end and self.passage.grammar.is_in(self.passage.tokens.low[i], *tables)

    def words(self, first: int, end: int) -> str:
        """Some tokens in lower case, with spaces between."""
        return " ".join(self.passage.tokens.low[first:end])

    def is_mark(self, i: int, marks: frozenset[str]) -> bool:
        """Whether token `i` lies in the statement and is one of some marks."""
        first, end, _ = self.statement
        return first <= i < end and self.passage.tokens.raw[i] in marks

    def has(self, flag: str) -> bool:
        """Whether the grammar has an order flag."""
        return flag in self.passage.grammar.flags

    def is_taken(self, content: Phrase) -> bool:
        """Whether some of these words are said by somebody already."""
        pieces = [self.passage.offsets(content)]
        return any(touch(pieces, relation.content) for relation in self.found if relation.source)

    def is_read(self, phrase: Phrase) -> bool:
        """Whether somebody says some of these words, or says something with them."""
        low, high = self.passage.offsets(phrase)
        return any(a < high and low < b for r in self.found for a, b in (*r.cue, *r.content))

    def relation(self, source: Phrase | None, cue: Phrase, content: Sequence[Phrase], construction: str) -> Relation:
        """A relation from token ranges, kept."""
        offsets = self.passage.offsets
        pieces = [piece for piece in content if piece[1] > piece[0]]
        made = Relation(
            source=[offsets(source)] if source else [],
            cue=[offsets(cue)],
            content=[offsets(piece) for piece in pieces],
            construction=construction,
        )
        made.quoted = any(self.passage.quoted[a] != self.statement.level for a, _ in pieces)
        self.found.append(made)
        inherited = source is not None and source in self.sources
        own = cue[0] if source is None or inherited else min(source[0], cue[0])
        self.openings[id(made)] = min([own, *(start for start, _ in pieces)])
        if source:
            self.sources.append(source)
        return made


def group_start(reading: Reading, cue: Cue) -> tuple[int, int]:
    """Where the subject of a cue must end, and where its verb group starts.

    The group takes in auxiliaries and adverbs before the verb; an aside ("citing S") may stand before it.
    """
    of = reading.passage.grammar
    i = cue.first
    first = i
    while i > reading.low and reading.outside(i - 1):
        aside = next((a for a in reading.asides if a[1] == i), None)
        if aside is not None and not reading.is_mark(aside[0] - 1, COMMAS):
            i = aside[0]
            continue
        told_of = next((f for f in of.lists["carried"] if len(f) > 1 and _ends_before(reading, i, f)), None)
        if told_of is not None and i - len(told_of) > reading.low:
            i -= len(told_of)  # мэр об этом | говорит
            continue
        if reading.is_in(i - 1, "auxiliaries") or (
            of.is_adverb(reading.word(i - 1)) and not is_name(reading.passage, i - 1)
        ):
            first = i - 1 if first == i else first
            i -= 1
        else:
            break
    if i == cue.first and reading.has("clitic_second"):
        i = _past_clitic(reading, i)
    while i < cue.first and reading.is_in(i, "coordinators"):
        i += 1
    return i, max(i, first)


def _ends_before(reading: Reading, i: int, form: tuple[str, ...]) -> bool:
    """Whether a form stands right before token `i`."""
    return tuple(reading.passage.tokens.low[max(reading.low, i - len(form)) : i]) == form


def _past_clitic(reading: Reading, i: int) -> int:
    """The auxiliary after the subject, where more stands between it and the verb: ministrica je za radio | rekla."""
    of = reading.passage.grammar
    for k in range(i - 1, max(reading.low, i - 1 - CLITIC), -1):
        if not reading.outside(k) or reading.is_mark(k, STOPS):
            return i
        if reading.is_in(k, "auxiliaries"):
            return k if reading.is_in(k + 1, "prepositions") or _is_object(reading, k, i) else i
        if of.starts(reading.passage.tokens.low, k, VERB) > k:
            return i
    return i


def _is_object(reading: Reading, auxiliary: int, verb: int) -> bool:
    """Whether the words between an auxiliary and its verb are the object: Župan je | zadevo | označil."""
    of, between = reading.passage.grammar, range(auxiliary + 1, verb)
    somebody = any(of.is_noun(reading.word(k)) or is_name(reading.passage, k) for k in between)
    before = auxiliary - 1
    known = before >= reading.low and of.is_noun(reading.word(before))
    named = before > reading.low and is_name(reading.passage, before)
    return len(between) > 0 and not somebody and (known or named)


def left_edge(reading: Reading, start: int) -> int | None:
    """The end of a content that may stand before token `start`, in "C, S V" and «C», — V S; None if none does."""
    i = start
    while i - 1 > reading.low and reading.outside(i - 1) and reading.is_mark(i - 1, COMMAS | DASHES):
        i -= 1
    if i - 1 <= reading.low:
        return i if i == reading.low + 1 < start and reading.has("held_quotes") and reading.has("elisions") else None
    if not reading.outside(i - 1):
        return i
    return i if i < start else None


def content_before(reading: Reading, edge: int) -> Phrase | None:
    """The content that ends before token `edge`: from the last semicolon, or the start of the statement."""
    start = past_dateline(reading, edge)
    for i in range(edge - 1, reading.low, -1):
        if reading.is_mark(i, frozenset(";；")) and reading.outside(i):
            start = i + 1
            break
    while start < edge and reading.outside(start):
        if reading.is_in(start, "coordinators") or reading.is_mark(start, DASHES):
            start += 1
        else:
            break
    return (start, edge) if edge - start >= 2 else None


def past_dateline(reading: Reading, edge: int) -> int:
    """The token after "ORLEMAR, Norland (Agency) — " or "13 h 52 – "; the first token where there is no dateline."""
    raw = reading.passage.tokens.raw
    credited = past_credit(reading.passage, reading.low)
    if reading.low < credited <= edge:
        return credited
    stamp = next((k for k in range(1, min(edge, STAMP)) if reading.is_mark(k, DASHES)), None)
    if reading.low == 0 and stamp is not None and _is_hour(raw):
        return stamp + 1
    if reading.low != 0 or not (len(raw[0]) > 2 and raw[0].isupper()):
        return reading.low
    dash = next((k for k in range(1, min(edge, DATELINE)) if reading.is_mark(k, DASHES)), None)
    return reading.low if dash is None else dash + 1


def _is_hour(raw: list[str]) -> bool:
    """Whether a line begins with the time of day: "13:40", "13 h 40", "13h40"."""
    return raw[0][:1].isdigit() and (":" in raw[0] or raw[1] == "h" or "h" in raw[0])


def next_mark(reading: Reading, start: int, end: int, marks: frozenset[str]) -> int:
    """The next of some marks that stands in no quotation; `end` where none does."""
    return next((k for k in range(start, end) if reading.is_mark(k, marks) and reading.outside(k)), end)


def content_end(reading: Reading, start: int) -> int:
    """Where a content that starts at a token ends: with the statement, its full stop left out.

    In guarded grammars what follows a semicolon is nobody's: it may be another's words as well. That another denies it
    is not what somebody says: sagde, at C, | men borgmesteren afviste det.
    """
    if reading.has("guarded"):
        for i in range(start, reading.stop):
            ends = reading.is_mark(i, frozenset(";；")) or (i > start and _is_disputed_behind(reading, i))
            if ends and reading.outside(i):
                return i
    return reading.stop if reading.stop > start else reading.statement.end


def _is_disputed_behind(reading: Reading, comma: int) -> bool:
    """Whether a clause with "but" follows a comma in which somebody denies what was said before."""
    if not (reading.is_mark(comma, COMMAS) and reading.is_in(comma + 1, "coordinators")):
        return False
    after, lows = reading.passage.grammar.after, reading.passage.tokens.low
    end = next((k for k in range(comma + 2, reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
    return any(after("disputes", lows, k) > k for k in range(comma + 2, end))


def past_quotation(reading: Reading, at: int) -> int:
    """Where a content that begins with a quotation ends: before what its subject did then, "C" e ha lasciato l'aula."""
    if not reading.has("elisions") or reading.outside(at):
        return reading.stop
    passage = reading.passage
    after = passage.quotations[passage.quoted[at]].last + 1
    joined = reading.is_in(after, "coordinators") or reading.is_in(after + 1, "coordinators")
    verb = after + 1 if reading.is_in(after, "coordinators") else after + 2
    acts = reading.is_in(verb, "auxiliaries") and not reading.is_in(verb, "determiners", "linkers")
    return after if joined and acts else reading.stop


def own_quotation(reading: Reading, content: Phrase) -> Phrase:
    """The last quotation alone where its statement has had a speaker: S1 said that C1, "C2," S2 said."""
    passage = reading.passage
    begins = passage.tokens.start[content[0]]
    if not any(r.cue[0][0] >= begins and r.construction.startswith("verb") for r in reading.found):
        return content
    number = passage.quoted[content[1] - 1]
    return (passage.quotations[number].first, content[1]) if number >= 0 else content


def object_end(reading: Reading, start: int) -> int:
    """Where an object that is said ends: in guarded grammars at a comma after which a clause of its own begins."""
    end = content_end(reading, start)
    if not reading.has("guarded"):
        return end
    of = reading.passage.grammar
    for i in range(start + 1, end - 1):
        if reading.is_mark(i, COMMAS) and reading.outside(i):
            word = reading.word(i + 1)
            finite = of.is_verb(word) and not of.is_in(word, "determiners", "pronouns", "prepositions")
            opens = of.is_in(word, "openers", "coordinators") and not of.is_in(word, "that", "relatives", "linkers")
            if finite or opens:
                return i
    return end


def is_clause(reading: Reading, content: Phrase) -> bool:
    """Whether some words before a comma can be a statement: more than an adverbial like "On Monday"."""
    start, end = content
    of = reading.passage.grammar
    if reading.is_in(start, "openers") and not reading.is_in(start, "that", "determiners"):
        return False
    if any(not reading.outside(i) for i in range(start, end)):
        return True
    has_comma = any(reading.is_mark(i, COMMAS) for i in range(start, end))
    has_verb = any(of.is_verb(reading.word(i)) for i in range(start + 1, end))
    if reading.is_in(start, "prepositions") and not has_comma and (of.verb_endings or not has_verb):
        return False
    if not of.verb_endings:
        return end - start >= 4 - has_verb
    return has_verb


def past_asides(reading: Reading, start: int) -> int:
    """The token after the asides that follow a comma: ", relayed by S, C" and ", who …, C"."""
    of = reading.passage.grammar
    for _ in range(2):
        relaying = of.starts(reading.passage.tokens.low, start, CueKind.CITED | CueKind.CITING) > start
        relative = reading.is_in(start, "relatives") or (
            reading.is_in(start, "prepositions") and reading.is_in(start + 1, "relatives")
        )
        participle = reading.word(start).endswith(of.aside_endings or ("\0",))
        if not relaying and not relative and not participle:
            break
        ceiling = min(reading.stop, start + ASIDE)
        comma = next((k for k in range(start, ceiling) if reading.is_mark(k, COMMAS) and reading.outside(k)), None)
        if comma is None:
            break
        start = comma + 1
    return start


def end_contents(reading: Reading, edge: int) -> None:
    """End contents that run over token `edge` before it: what follows is "S said", nobody's words."""
    if edge <= reading.low:
        return
    start, end = reading.passage.tokens.start[edge], reading.passage.tokens.end[edge - 1]
    for relation in reading.found:
        relation.content = [
            (low, min(high, end) if high > start else high) for low, high in relation.content if low < end
        ]


def trim_contents(reading: Reading) -> None:
    """End each content where the words of the next speaker begin: C1; S2 V C2 · C1, while S2 V C2 · C1 and V C2.

    Where the next speaker's clause is joined by a conjunction it may be that the first one speaks of the second;
    it is cut all the same, for a wrong mouth is worse than a missing nesting.
    """
    starts, ends = reading.passage.tokens.start, reading.passage.tokens.end
    cuts = sorted({edge for r in reading.found if (edge := _joint(reading, reading.openings[id(r)])) is not None})
    for relation in reading.found:
        for number, (low, high) in enumerate(relation.content):
            after = relation.cue[0][1]
            edge = next((c for c in cuts if starts[c] > max(low, after) and starts[c] < high), None)
            if edge is None or low < after or relation.within is not None:
                continue
            last = edge - 1
            while starts[last] > low and reading.is_mark(last, COMMAS | DASHES | frozenset(";；")):
                last -= 1
            relation.content[number : number + 1] = [(low, ends[last])]
            del relation.content[number + 1 :]
            break


def is_initial(reading: Reading, first: int) -> bool:
    """Whether only conjunctions and adverbs stand between the start of the clause and token `first`."""
    start = first
    credited = past_credit(reading.passage, reading.low)
    while start > reading.low and first - start < 3:
        here = start - 1
        if start == credited:
            return True
        if reading.is_mark(here, frozenset(";；:：")) and reading.outside(here):
            return True
        opening = reading.is_in(here, "openers", "coordinators") or reading.is_mark(here, COMMAS)
        if not opening and not reading.passage.grammar.is_adverb(reading.word(here)):
            return False
        start -= 1
    return start == reading.low


def _joins_verb(reading: Reading, opening: int) -> bool:
    """Whether a clause opens with "and" written onto its verb, or with a participle: وقال, مضيفا."""
    of, word = reading.passage.grammar, reading.word(opening)
    return reading.is_in(opening, "participles") or (word[:1] in of.joined and of.is_verb(word[1:]))


def joins_onto(reading: Reading, i: int) -> bool:
    """Whether "and" is written onto the verb at a token, and nothing else joins it: Hebrew … | והוסיף כי C."""
    return reading.has("late_that") and not reading.is_in(i, "coordinators") and _joins_verb(reading, i)


def _joint(reading: Reading, opening: int) -> int | None:
    """The conjunction or mark that joins a clause to what stands before it; None if nothing does."""
    i = opening - 1
    if joins_onto(reading, opening):
        return opening - reading.is_mark(i, COMMAS)
    if reading.is_mark(i, frozenset(";；")):
        return i
    if reading.is_in(i, "coordinators") and reading.outside(i):
        return i - 1 if reading.is_mark(i - 1, COMMAS) else i
    chained = reading.has("pro_drop") or (reading.has("verb_first") and _joins_verb(reading, opening))
    if reading.has("guarded") and chained and reading.is_mark(i, COMMAS) and reading.outside(i):
        return i
    endings = reading.passage.grammar.participle_endings
    participle = bool(endings) and reading.word(opening).endswith(endings)
    return i if participle and reading.is_mark(i, COMMAS) and reading.outside(i) else None
