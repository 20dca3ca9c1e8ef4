"""German verbs that part with their particle: S teilte am Dienstag mit, dass C · C, teilte S mit · S wies C zurück."""

from sayso.annotate.as_clauses import add_carried
from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, phrase_after, subject_before
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_before, content_end, group_start, left_edge
from sayso.annotate.relations import Relation
from sayso.annotate.subjects import subject_after

_SAYS = CueKind.SAY | CueKind.THINK
BRACKET = 30  # tokens between a verb and its particle


def find_split(reading: Reading) -> list[tuple[Cue, Phrase]]:
    """The verbs of a statement that have left their particle at the end of the clause, with its tokens."""
    split = reading.passage.grammar.split
    found: list[tuple[Cue, Phrase]] = []
    if not split:
        return found
    for i in range(reading.low, reading.stop):
        for particle, kind in split.get(reading.word(i), ()) if reading.outside(i) else ():
            at = _particle(reading, i, particle.split())
            if at is not None:
                found.append((Cue(i, i + 1, kind), at))
                break
    return found


def _particle(reading: Reading, i: int, particle: list[str]) -> Phrase | None:
    """Where the particle of a verb closes its clause; several words in "brachte eine Mine | ins Spiel"."""
    for k in range(i + 1, min(reading.stop, i + BRACKET)):
        end = k + len(particle)
        if reading.outside(k) and reading.passage.tokens.low[k:end] == particle:
            if end >= reading.stop or reading.is_mark(end, STOPS) or reading.is_in(end, "coordinators"):
                return (k, end)
        elif reading.is_mark(k, COLONS | frozenset(";")):
            return None
    return None


def read_split(reading: Reading, cue: Cue, at: Phrase) -> bool:
    """Read what a parted verb says, whose particle stands at some tokens."""
    start, first = group_start(reading, cue)
    particle = at[0]
    if any(reading.is_in(i, "negations") for i in range(cue.end, particle)):
        return True
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    verb, group = reading.word(cue.first), (first, cue.end)
    carried = of.after("carried", lows, reading.low)
    if carried == cue.first and carried > reading.low:
        source = subject_after(reading, cue.end, verb, particle)
        if source is not None:
            add_carried(reading, source, group)
            _close(reading, at)
        return True
    after = _content_after(reading, at[1])
    if cue.kind & (CueKind.IMPERSONAL | CueKind.BEFORE):
        source = _issues_from(reading, start) if cue.kind & CueKind.BEFORE else None
        impersonal = bool(cue.kind & CueKind.IMPERSONAL)
        if after is not None and is_reported_clause(reading, after) and (source or impersonal):
            _add(reading, source, group, after, at, "impersonal" if impersonal else "verb-that")
        return True
    if cue.kind & CueKind.THINK and after is not None and not is_reported_clause(reading, after):
        after = None
    subject = subject_before(reading.passage, start, reading.low, reading.statement.level)
    edge = left_edge(reading, start)
    mood = edge is not None and any(reading.is_in(k, "reported") for k in range(reading.low, edge))
    later = subject_after(reading, cue.end, verb, particle, strict=not mood)
    content = content_before(reading, edge) if edge is not None else None
    if later is not None and content is not None and content[1] - content[0] > 1 and cue.kind & _SAYS:
        _add(reading, later, group, content, at, "clause-verb-subject")
        return True
    source = subject or later
    announced = reading.is_mark(at[1], COLONS)
    if source is not None and after is not None and (cue.kind & _SAYS or announced):
        _add(reading, source, group, after, at, "verb-that")
    elif subject is not None and _has_object(reading, cue, particle) and not cue.kind & CueKind.THINK:
        _add(reading, subject, group, (cue.end, particle), at, "verb-object")
        if cue.kind & CueKind.JUDGE and after is not None and _goes_on(reading, after):
            reading.found[-1].content.append(reading.passage.offsets(after))
    return True


def _has_object(reading: Reading, cue: Cue, particle: int) -> bool:
    """Whether what stands between verb and particle can be said: kündigte | Berufung | an, lehnt | das | ab."""
    single = is_name(reading.passage, cue.end) or reading.is_in(cue.end, "demonstratives")
    return particle - cue.end > 1 or (particle - cue.end == 1 and reading.has("verb_second") and single)


def _goes_on(reading: Reading, after: Phrase) -> bool:
    """Whether what stands after a comma depends on what is judged, and is no main clause: …, Halden spricht von C."""
    depends = reading.is_in(after[0], "openers", "relatives", "bare_that", "prepositions", "determiners")
    return depends or is_reported_clause(reading, after)


def _issues_from(reading: Reading, end: int) -> Phrase | None:
    """The document or body that a clause names first: Aus dem Bericht | geht hervor."""
    first = reading.low
    while reading.is_in(first, "coordinators", "adverbs"):
        first += 1
    if not reading.is_in(first, "locatives"):
        return None
    body = phrase_after(reading.passage, first + 1, end, reading.statement.level, apposed=False)
    return body if body is not None and body[1] == end else None


def is_reported_clause(reading: Reading, content: Phrase) -> bool:
    """Whether words after a comma are what is said: "that", a quotation, the mood of reported speech, "zu" and verb."""
    if not reading.outside(content[0]) or reading.is_in(content[0], "bare_that"):
        return True
    if reading.is_in(content[0], "relatives"):
        return any(reading.is_in(k, "reported") for k in range(content[0] + 1, content[1]))
    return any(reading.is_in(k, "reported", "infinitives") for k in range(*content))


def _content_after(reading: Reading, at: int) -> Phrase | None:
    if not reading.is_mark(at, COMMAS | COLONS) or at + 2 >= reading.statement.end:
        return None
    return (at + 1, content_end(reading, at + 1))


def _add(reading: Reading, source: Phrase | None, group: Phrase, content: Phrase, at: Phrase, name: str) -> Relation:
    relation = reading.relation(source, group, [content], name)
    _close(reading, at)
    return relation


def _close(reading: Reading, at: Phrase) -> None:
    """The particle belongs to the cue."""
    if reading.found:
        reading.found[-1].cue.append(reading.passage.offsets(at))
