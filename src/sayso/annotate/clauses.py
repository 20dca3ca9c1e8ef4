"""The constructions of attribution in one statement.

C stands for content, S for source, V for cue: "C", V S · "C", S V · S V "C" · S V that C · C, S V · according to S, C ·
it is V that C · S's N that C. Each function returns the relation it reads or None.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.annotate import cues
from sayso.annotate.cues import VERB, Cue, CueKind
from sayso.annotate.noun_phrases import (
    DASHES,
    ENDS,
    STOPS,
    Passage,
    Phrase,
    is_name,
    phrase_after,
    skip_adverbs_back,
    subject_before,
)
from sayso.annotate.relations import Relation

AHEAD = 14  # tokens between a verb and its "that", as in "said in a statement on Monday that"
COMMAS = frozenset(",،，")
COLONS = frozenset(":：")


class Statement(NamedTuple):
    """Tokens `first` up to `end`; `level` is the quotation it lies in, -1 for none."""

    first: int
    end: int
    level: int


class Ahead(NamedTuple):
    """What follows a verb: `what` is that, quote, colon, clause, pause or end; the content starts at token `at`."""

    what: str
    at: int


@dataclasses.dataclass(slots=True)
class Reading:
    """A statement being read: what has been found in it so far."""

    passage: Passage
    statement: Statement
    headline: bool
    stop: int  # the token that ends the statement, or its end
    found: list[Relation] = dataclasses.field(default_factory=list)
    sources: list[tuple[int, Phrase]] = dataclasses.field(default_factory=list)  # (cue token, source)
    used: set[int] = dataclasses.field(default_factory=set)  # quotations that have a speaker

    def outside(self, i: int) -> bool:
        """Whether token `i` is at the level of the statement and no mark of quotation."""
        return self.passage.is_outside(i, self.statement.level)

    def relation(self, source: Phrase | None, cue: Phrase, content: Sequence[Phrase], construction: str) -> Relation:
        """A relation from token ranges, kept."""
        offsets = self.passage.offsets
        made = Relation(
            source=[offsets(source)] if source else [],
            cue=[offsets(cue)],
            content=[offsets(piece) for piece in content if piece[1] > piece[0]],
            construction=construction,
        )
        made.quoted = any(self.passage.quoted[a] != self.statement.level for a, b in content if b > a)
        self.found.append(made)
        if source:
            self.sources.append((cue[0], source))
        return made


def read_statement(passage: Passage, statement: Statement, *, headline: bool) -> list[Relation]:
    """The relations of one statement."""
    tokens = passage.tokens
    stop = statement.end
    while stop > statement.first and tokens.raw[stop - 1] in ENDS and passage.is_outside(stop - 1, statement.level):
        stop -= 1
    reading = Reading(passage, statement, headline, stop)
    if headline and statement.level < 0:
        _read_headline(reading)
    lows = tokens.low[statement.first : statement.end]
    for cue in cues.find(lows, passage.grammar):
        placed = Cue(cue.first + statement.first, cue.end + statement.first, cue.kind)
        if reading.outside(placed.first) and reading.outside(placed.end - 1):
            _read_cue(reading, placed)
    return reading.found


def _read_cue(reading: Reading, cue: Cue) -> None:
    if cue.kind & CueKind.IMPERSONAL and _read_impersonal(reading, cue):
        return
    if cue.kind & CueKind.RAISED and _read_raised(reading, cue):
        return
    if cue.kind & VERB and _read_verb(reading, cue):
        return
    if cue.kind & CueKind.NOUN and _read_noun(reading, cue):
        return
    if cue.kind & (CueKind.BEFORE | CueKind.AFTER) and _read_marker(reading, cue):
        return
    if cue.kind & CueKind.HEARSAY:
        _read_hearsay(reading, cue)


def _read_headline(reading: Reading) -> None:
    """The speaker before a colon: Ministry: plane was hit."""
    passage, (first, _, _) = reading.passage, reading.statement
    raw = passage.tokens.raw
    for i in range(first + 1, min(reading.stop - 2, first + 8)):
        if raw[i] in COLONS and reading.outside(i):
            source = phrase_after(passage, first, i)
            if source == (first, i):
                reading.relation(source, (i, i + 1), [(i + 1, reading.stop)], "headline-colon")
            return


def _group_start(reading: Reading, cue: Cue) -> int:
    """Where the verb group of a cue starts: its auxiliaries and adverbs before it."""
    passage, low = reading.passage, reading.statement.first
    of, lows = passage.grammar, passage.tokens.low
    i = cue.first
    while i > low and reading.outside(i - 1):
        word = lows[i - 1]
        if of.is_in(word, "auxiliaries") or (of.is_adverb(word) and not is_name(passage, i - 1)):
            i -= 1
            continue
        break
    while i < cue.first and of.is_in(lows[i], "coordinators"):
        i += 1
    return i


def _look_ahead(reading: Reading, cue: Cue) -> Ahead:
    """What the verb is followed by, adverbs, times and phrases like "in a statement" passed over."""
    passage, stop = reading.passage, reading.stop
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    j = cue.end
    telling = bool(cue.kind & CueKind.TELL)
    if telling:
        j = _addressee_end(reading, j)
    j = _past_adverbs(reading, j, cue.end)
    if j >= reading.statement.end or j >= stop:
        return Ahead("end", j)
    if not reading.outside(j):
        return Ahead("quote", j)
    if of.is_in(lows[j], "that"):
        return Ahead("that", j)
    if raw[j] in COLONS:
        return _after_colon(reading, j)
    if raw[j] in COMMAS:
        return _after_comma(reading, j)
    if raw[j] in STOPS or raw[j] in ")]":
        return Ahead("end", j)
    if telling or of.is_in(lows[j], "prepositions"):
        return _past_phrase(reading, j, telling=telling)
    return Ahead("clause", j)


def _past_adverbs(reading: Reading, j: int, first: int) -> int:
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    while j < reading.stop and reading.outside(j) and (of.is_in(lows[j], "times") or of.is_adverb(lows[j])):
        if of.is_in(lows[j], "that", "determiners", "pronouns") and j == first:
            break
        j += 1
    return j


def _after_comma(reading: Reading, j: int) -> Ahead:
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if j + 1 < reading.stop and not reading.outside(j + 1):
        return Ahead("quote", j + 1)
    if j + 1 < reading.stop and of.is_in(lows[j + 1], "that") and "comma_that" in of.flags:
        return Ahead("that", j + 1)
    return Ahead("pause", j)


def _after_colon(reading: Reading, j: int) -> Ahead:
    if j + 1 >= reading.statement.end:
        return Ahead("open", j + 1)
    if not reading.outside(j + 1):
        return Ahead("quote", j + 1)
    return Ahead("colon", j + 1)


def _past_phrase(reading: Reading, j: int, *, telling: bool) -> Ahead:
    """What stands after a prepositional phrase or an addressee that starts at `j`."""
    passage, stop = reading.passage, reading.stop
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    for k in range(j, min(stop, j + AHEAD)):
        if not reading.outside(k):
            return Ahead("quote", k)
        if of.is_in(lows[k], "bare_that") and (k > j):
            return Ahead("that", k)
        if raw[k] in COLONS:
            return _after_colon(reading, k)
        if raw[k] in COMMAS:
            return _after_comma(reading, k)
        if raw[k] in STOPS:
            return Ahead("end", k)
        starts_clause = of.is_in(lows[k], "pronouns", "determiners") and k > j + 1
        if starts_clause and not of.is_in(lows[k - 1], "prepositions", "linkers", "determiners", "possessive", "times"):
            return Ahead("clause", k)
    if j + AHEAD >= stop:
        return Ahead("end", stop)
    return Ahead("none" if telling else "clause", j)


def _addressee_end(reading: Reading, j: int) -> int:
    """Where the person told ends: "reporters", "The Daily Post", "her colleagues"."""
    passage, stop = reading.passage, reading.stop
    of, lows = passage.grammar, passage.tokens.low
    if j < stop and of.is_in(lows[j], "addressees"):
        return j + 1
    k = j
    if k < stop and of.is_in(lows[k], "determiners") and k + 1 < stop and is_name(passage, k + 1):
        k += 1
    while k < stop and reading.outside(k) and (is_name(passage, k) or of.is_in(lows[k], "possessive")):
        k += 1
    return k


def _is_negated(reading: Reading, start: int, end: int) -> bool:
    lows, of = reading.passage.tokens.low, reading.passage.grammar
    return any(of.is_in(lows[i], "negations") for i in range(start, end))


def _read_verb(reading: Reading, cue: Cue) -> bool:
    passage, low = reading.passage, reading.statement.first
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    start = _group_start(reading, cue)
    if start > low and of.is_in(lows[start - 1], "determiners", "prepositions", "possessive") and start == cue.first:
        return False  # "the claims", "of saying"
    if _is_negated(reading, start, cue.first) or "to" in lows[start : cue.first] or _is_passive(reading, cue, start):
        return False
    ahead = _look_ahead(reading, cue)
    if not _is_verb_here(reading, cue, start, ahead):
        return False
    participle = bool(of.participle_endings) and lows[cue.first].endswith(of.participle_endings) and start == cue.first
    subject = None
    if not (participle and start > low and raw[start - 1] in COMMAS):
        subject = subject_before(passage, start, low, reading.statement.level)
    if start - 1 >= low and not reading.outside(start - 1) and subject is None:
        return _read_inverted(reading, cue, start)
    left = _left_edge(reading, subject[0] if subject else start)
    if left is not None and ahead.what in ("end", "pause", "quote") and subject and cue.kind & ~CueKind.JUDGE:
        return _read_final(reading, (start, cue.end), subject, left, ahead)
    inverts = left is not None and "inversion" in of.flags and bool(cue.kind & (CueKind.SAY | CueKind.TELL))
    if subject is None and inverts and _read_inverted(reading, cue, start):
        return True
    if subject is None:
        subject = _shared_subject(reading, cue, start)
    if subject is None:
        return False
    return _read_onward(reading, cue, (start, cue.end), subject, ahead)


def _is_passive(reading: Reading, cue: Cue, start: int) -> bool:
    """Whether the verb is "was told" rather than "told" or "is telling"."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if of.participle_endings and lows[cue.first].endswith(of.participle_endings):
        return False
    return any(of.is_in(lows[i], "be") for i in range(start, cue.first))


def _is_verb_here(reading: Reading, cue: Cue, start: int, ahead: Ahead) -> bool:
    """Whether a form that may be a noun ("reports", "state") or a name ("States") stands as a verb."""
    passage, low = reading.passage, reading.statement.first
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if cue.first > low and is_name(passage, cue.first) and not reading.headline and "cased" in of.flags:
        return False
    if not of.is_in(lows[cue.first], "ambiguous") or (ahead.what in ("that", "open") and cue.first > start):
        return True
    if start < cue.first:
        return True
    if start <= low or not reading.outside(start - 1):
        return ahead.what == "end" or start > low
    before = lows[start - 1]
    if of.is_in(before, "pronouns", "coordinators"):
        return True
    following = lows[ahead.at] if ahead.what == "clause" else ""
    if of.is_verb(following) or of.is_in(following, "prepositions", "linkers", "openers"):
        return False
    plural = before.endswith(of.plural_endings)
    if lows[cue.first].endswith("s"):
        return not plural and (is_name(passage, start - 1) or raw[start - 1] in COMMAS or ahead.what in ("that", "end"))
    return plural or lows[cue.first].endswith(("ed", "ing", "felt", "found", "thought"))


def _read_onward(reading: Reading, cue: Cue, group: Phrase, subject: Phrase, ahead: Ahead) -> bool:
    """S V C."""
    lows, of = reading.passage.tokens.low, reading.passage.grammar
    if ahead.what == "quote":
        colon = ahead.at - 1
        if reading.passage.tokens.raw[colon] in COLONS:
            group = (group[0], colon + 1)
        reading.relation(subject, group, [(ahead.at, _content_end(reading, ahead.at))], "verb-quote")
        return True
    if ahead.what == "open" and cue.kind & (CueKind.SAY | CueKind.QUOTE | CueKind.TELL):
        made = reading.relation(subject, (group[0], ahead.at), [], "verb-colon-open")
        made.quoted = True
        return True
    if ahead.what in ("that", "colon") and cue.kind & (CueKind.SAY | CueKind.THINK | CueKind.TELL):
        name = {"that": "verb-that", "colon": "verb-colon"}[ahead.what]
        group = (group[0], ahead.at) if ahead.what == "colon" else group
        reading.relation(subject, group, [(ahead.at, _content_end(reading, ahead.at))], name)
        return True
    if ahead.what == "clause" and cue.kind & CueKind.WILL and lows[ahead.at] == "to":
        reading.relation(subject, group, [(ahead.at, _content_end(reading, ahead.at))], "verb-infinitive")
        return True
    gapped = of.is_in(lows[ahead.at], "auxiliaries") if ahead.at < reading.stop else True
    if ahead.what == "clause" and not gapped and cue.kind & (CueKind.SAY | CueKind.THINK):
        reading.relation(subject, group, [(ahead.at, _content_end(reading, ahead.at))], "verb-clause")
        return True
    if ahead.what == "clause" and cue.kind & CueKind.JUDGE:
        reading.relation(subject, group, [(cue.end, _content_end(reading, cue.end))], "verb-object")
        return True
    return False


def _content_end(reading: Reading, start: int) -> int:
    return reading.stop if reading.stop > start else reading.statement.end


def _left_edge(reading: Reading, start: int) -> int | None:
    """The token after the last one of a content that may stand before `start`: "C, S V"; None if there is none."""
    passage, low = reading.passage, reading.statement.first
    raw = passage.tokens.raw
    i = start - 1
    if i <= low:
        return None
    if not reading.outside(i):
        return i + 1
    if raw[i] in COMMAS or raw[i] in DASHES:
        return i
    return None


def _content_before(reading: Reading, edge: int) -> Phrase | None:
    """The content that ends before token `edge`."""
    passage, low = reading.passage, reading.statement.first
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    start = low
    for i in range(edge - 1, low, -1):
        if raw[i] == ";" and reading.outside(i):
            start = i + 1
            break
    while start < edge and of.is_in(lows[start], "coordinators") and reading.outside(start):
        start += 1
    while start < edge and raw[start] in DASHES:
        start += 1
    return (start, edge) if edge - start >= 2 else None


def _read_final(reading: Reading, group: Phrase, subject: Phrase, edge: int, ahead: Ahead) -> bool:
    """C, S V."""
    content = _content_before(reading, edge)
    if content is None:
        return False
    quoted = not reading.outside(edge - 1)
    if not quoted and (edge - content[0] < 3 or not _is_clause(reading, content)):
        return False
    pieces = [content]
    name = "quote-subject-verb" if quoted else "clause-subject-verb"
    pieces.extend(_resumed(reading, ahead, quoted=quoted))
    reading.relation(subject, group, pieces, name)
    return True


def _resumed(reading: Reading, ahead: Ahead, *, quoted: bool) -> Iterator[Phrase]:
    """The content that goes on after the verb: "C1", said S, "C2"."""
    passage = reading.passage
    of, lows = passage.grammar, passage.tokens.low
    if ahead.what == "quote":
        yield (ahead.at, _content_end(reading, ahead.at))
    elif ahead.what == "pause" and not quoted and ahead.at + 2 < reading.stop:
        word = lows[ahead.at + 1]
        starts_other = of.is_in(word, "openers", "coordinators", "prepositions", "relatives") or word in of.phrases
        if not starts_other or of.is_in(word, "auxiliaries"):
            yield (ahead.at + 1, _content_end(reading, ahead.at + 1))


def _is_clause(reading: Reading, content: Phrase) -> bool:
    """Whether some words before a comma can be a statement: more than an adverbial like "On Monday"."""
    passage = reading.passage
    of, lows = passage.grammar, passage.tokens.low
    if of.is_in(lows[content[0]], "prepositions") and not any(
        passage.tokens.raw[i] in COMMAS for i in range(content[0], content[1])
    ):
        return False
    if of.is_in(lows[content[0]], "openers") and lows[content[0]] not in ("what", "how", "that"):
        return False
    if any(not reading.outside(i) for i in range(*content)):
        return True
    return any(of.is_verb(lows[i]) for i in range(content[0] + 1, content[1]))


def _read_inverted(reading: Reading, cue: Cue, start: int) -> bool:
    """C, V S."""
    passage = reading.passage
    edge = _left_edge(reading, start)
    if edge is None or not cue.kind & (CueKind.SAY | CueKind.QUOTE | CueKind.TELL | CueKind.THINK):
        return False
    source = phrase_after(passage, cue.end, reading.stop, reading.statement.level)
    content = _content_before(reading, edge)
    if source is None or content is None:
        return False
    quoted = not reading.outside(edge - 1)
    if not quoted and not _is_clause(reading, content):
        return False
    after = _look_ahead(reading, Cue(source[1] - 1, source[1], CueKind.SAY))
    pieces = [content, *_resumed(reading, after, quoted=quoted)]
    reading.relation(source, (start, cue.end), pieces, "quote-verb-subject" if quoted else "clause-verb-subject")
    return True


def _shared_subject(reading: Reading, cue: Cue, start: int) -> Phrase | None:
    """The subject that a coordinated verb or a participle takes from the verb before: "…, adding that"."""
    passage, low = reading.passage, reading.statement.first
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if start <= low:
        return None
    before = start - 1
    participle = lows[cue.first].endswith("ing")
    joined = of.is_in(lows[before], "coordinators")
    if not joined and not (participle and (raw[before] in COMMAS or not reading.outside(before))):
        return None
    if reading.sources:
        return reading.sources[-1][1]
    first = low
    while first < before and (of.is_in(lows[first], "coordinators") or of.is_adverb(lows[first])):
        first += 1
    if of.is_in(lows[first], "prepositions", "openers"):
        return None
    subject = phrase_after(passage, first, before, reading.statement.level)
    if subject is None or subject[1] >= before or not of.is_verb(lows[subject[1]]):
        return None
    return subject


def _read_marker(reading: Reading, cue: Cue) -> bool:
    """According to S, C · C, according to S."""
    passage, low, stop = reading.passage, reading.statement.first, reading.stop
    raw = passage.tokens.raw
    if cue.kind & CueKind.AFTER:
        source = subject_before(passage, cue.first, low, reading.statement.level)
        if source is None:
            return False
        after = cue.end + 1 if cue.end < stop and raw[cue.end] in COMMAS else cue.end
        if stop - after < 2:
            return False
        reading.relation(source, (cue.first, cue.end), [(after, stop)], "marker-after")
        return True
    initial = cue.first == low or _only_openers(reading, low, cue.first)
    source = phrase_after(passage, cue.end, stop, reading.statement.level, apposed=not initial)
    if source is None:
        return False
    end = source[1]
    comma = end < stop and raw[end] in COMMAS
    rest = (end + 1 if comma else end, stop)
    if initial:
        if rest[1] - rest[0] < 2:
            return False
        reading.relation(source, (cue.first, cue.end), [rest], "marker-initial")
        return True
    edge = cue.first - 1 if raw[cue.first - 1] in COMMAS else cue.first
    content = _content_before(reading, edge)
    if content is None:
        return False
    pieces = [content]
    medial = comma == (edge < cue.first) and rest[1] - rest[0] > 1
    starts_other = rest[0] < stop and passage.grammar.is_in(passage.tokens.low[rest[0]], "openers", "prepositions")
    if medial and not starts_other and (comma or "marker_medial" in passage.grammar.flags):
        pieces.append(rest)
    reading.relation(source, (cue.first, cue.end), pieces, "marker-final")
    return True


def _only_openers(reading: Reading, first: int, end: int) -> bool:
    passage = reading.passage
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if end - first > 2:
        return False
    return all(
        of.is_in(lows[i], "openers", "coordinators") or raw[i] in COMMAS or of.is_adverb(lows[i])
        for i in range(first, end)
    )


def _read_noun(reading: Reading, cue: Cue) -> bool:
    """S's N that C · N by S that C · the N that C."""
    passage, low, stop = reading.passage, reading.statement.first, reading.stop
    of, lows = passage.grammar, passage.tokens.low
    source: Phrase | None = None
    j = cue.end
    first = cue.first
    if j < stop and of.is_in(lows[j], "made"):
        j += 1
    if j + 1 < stop and of.is_in(lows[j], "by"):
        source = phrase_after(passage, j + 1, stop, reading.statement.level, apposed=False)
        if source is None:
            return False
        span = (cue.first, j + 1)
        j = source[1]
    else:
        span = (cue.first, cue.end)
        if first > low and of.is_in(lows[first - 1], "possessive"):
            source = subject_before(passage, first, low, reading.statement.level)
            span = (cue.first, cue.end)
        elif first > low and of.is_in(lows[first - 1], "possessors"):
            source = (first - 1, first)
    if j < stop and of.is_in(lows[j], "be"):
        j += 1
    if j >= stop or not of.is_in(lows[j], "bare_that") or not reading.outside(j):
        return False
    if j + 1 < stop and of.is_verb(lows[j + 1]):
        return False  # "the claims that were made"
    reading.relation(source, span, [(j, stop)], "noun-that" if source else "noun-that-unsourced")
    return True


def _read_impersonal(reading: Reading, cue: Cue) -> bool:
    """It is V that C."""
    j, stop = cue.end, reading.stop
    if stop - j < 2 or not reading.outside(j):
        return False
    if reading.passage.tokens.raw[j] in COMMAS:
        j += 1
    reading.relation(None, (cue.first, cue.end), [(j, stop)], "impersonal")
    return True


def _read_raised(reading: Reading, cue: Cue) -> bool:
    """C1 is believed to C2."""
    passage, low, stop = reading.passage, reading.statement.first, reading.stop
    of, lows = passage.grammar, passage.tokens.low
    if cue.end >= stop or lows[cue.end] != "to" or cue.end - cue.first != 1:
        return False
    start = skip_adverbs_back(passage, cue.first, low)
    if start <= low or not of.is_in(lows[start - 1], "be"):
        return False
    start -= 1
    if start > low and of.is_in(lows[start - 1], "auxiliaries"):
        start -= 1
    subject = subject_before(passage, start, low, reading.statement.level)
    if subject is None:
        return False
    reading.relation(None, (start, cue.end), [subject, (cue.end, stop)], "raised")
    return True


def _read_hearsay(reading: Reading, cue: Cue) -> bool:
    """C with "reportedly" in it."""
    content = [(reading.statement.first, cue.first), (cue.end, reading.stop)]
    pieces = [piece for piece in content if piece[1] - piece[0] > 0]
    if not pieces:
        return False
    reading.relation(None, (cue.first, cue.end), pieces, "hearsay")
    return True
