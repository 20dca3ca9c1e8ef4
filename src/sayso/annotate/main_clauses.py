"""What the second place of the verb tells in a main clause: German "Die Vorwürfe nannte er haltlos", "C, so S, C".

What stands before the verb need not be its subject. Where a case or a pronoun shows that it is not, the subject is
sought behind the verb; where none is found there, nobody is named.
"""

from bisect import bisect_left

from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, phrase_after, subject_before
from sayso.annotate.reading import COMMAS, Reading, content_before, content_end, left_edge, next_mark
from sayso.annotate.relations import Relation
from sayso.annotate.reported_speech import is_reported
from sayso.annotate.subjects import names_speaker, subject_after

STANCE = "stance"
SUBJECT_FIRST = frozenset({"verb-that", "verb-quote", "verb-colon", "verb-clause", "verb-object", "verb-colon-open"})
CLAUSE = 24  # tokens from a verb to the preposition that belongs to it: "hält … für"
SHORTEST = 2  # tokens of what is said
NO_VERBS = (
    "determiners", "prepositions", "coordinators", "relatives", "that", "openers", "negations", "linkers",
    "conditional", "adverbs", "pronouns", "times", "infinitives", "auxiliaries",
)  # fmt: skip


def settle_second_place(reading: Reading) -> None:
    """Mend the relations whose source, before its verb, is no subject; then read what only the order shows."""
    if not reading.has("verb_second") or reading.statement.level >= 0:
        return
    for relation in list(reading.found):
        _settle(reading, relation)
    for read in (read_so_within, read_tag, read_document, read_stance):
        if not reading.found:
            read(reading)


def _tokens(reading: Reading, stretch: tuple[int, int]) -> Phrase:
    """The tokens of a stretch of text."""
    starts = reading.passage.tokens.start
    return bisect_left(starts, stretch[0]), bisect_left(starts, stretch[1])


def _settle(reading: Reading, relation: Relation) -> None:
    if len(relation.source) != 1:
        return
    source, verb = _tokens(reading, relation.source[0]), _tokens(reading, relation.cue[0])[0]
    if any(reading.is_in(k, "nobodies") for k in range(*source)):
        reading.found.remove(relation)  # behauptet | niemand
        return
    if _is_housed(reading, relation, source, verb):
        return
    unsaid = reading.is_in(verb, "issuing") and source[1] <= verb and relation.construction != "impersonal"
    if unsaid and not reading.is_in(_opening(reading), "locatives"):
        _settle_unsaid(reading, relation, _tokens(reading, relation.cue[0])[1])
        return
    held = source[0] > reading.low and reading.is_in(source[0] - 1, "prepositions")
    held = held or (source[0] > reading.low and reading.is_mark(source[0] - 1, COMMAS))
    if relation.construction not in SUBJECT_FIRST or source[1] > verb or held:
        return
    aside = any(first == source[0] for first, _ in reading.asides)
    subject = _behind(reading, source, verb) if not aside else None
    if subject is None and not _is_other_case(reading, source[0]):
        return
    if subject is None:
        reading.found.remove(relation)
        return
    relation.source = [reading.passage.offsets(subject)]
    if relation.construction in ("verb-object", "verb-clause"):
        _say_around(reading, relation, (verb, subject))


def _is_housed(reading: Reading, relation: Relation, source: Phrase, verb: int) -> bool:
    """Whether "it is said" has for its source the end of the place it is said in, which is then taken whole."""
    first = _opening(reading)
    if not (reading.is_in(verb, "issuing") and reading.is_in(first, "locatives") and source[0] > first + 1):
        return False
    if not any(reading.is_mark(k, STOPS) for k in range(first, source[0])):
        relation.source = [reading.passage.offsets((first + 1, source[1]))]
    return True


def _settle_unsaid(reading: Reading, relation: Relation, end: int) -> None:
    """Where "it is said" has no subject: in what or in whose house it is said may follow, else nobody is named."""
    place = None
    if reading.is_in(end, "locatives"):
        place = phrase_after(reading.passage, end + 1, reading.stop, reading.statement.level, apposed=False)
    verb = _tokens(reading, relation.cue[0])[0]
    content = content_before(reading, verb - 1) if reading.is_mark(verb - 1, COMMAS) else None
    relation.source = [reading.passage.offsets(place)] if place else []
    relation.unclear = place is None
    if content is not None:
        relation.content = [reading.passage.offsets(content)]


def _behind(reading: Reading, source: Phrase, verb: int) -> Phrase | None:
    """The subject behind a verb, where what stands before it can be none."""
    if reading.is_in(verb + 1, "nominatives"):
        return verb + 1, verb + 2
    other = _is_other_case(reading, source[0])
    if not other and (names_speaker(reading, source)):
        return None
    subject = subject_after(reading, verb + 1, reading.word(verb), apposed=False)
    if subject is None or subject[0] != verb + 1 or reading.is_in(subject[0], "accusatives", "oblique"):
        return None
    return subject if names_speaker(reading, subject) else None


def _is_other_case(reading: Reading, first: int) -> bool:
    """Whether a phrase begins with an article that no subject has: einer Rentnerin, den Vorwurf."""
    return reading.is_in(first, "oblique", "accusatives") and not reading.is_mark(first + 1, STOPS)


def _say_around(reading: Reading, relation: Relation, places: tuple[int, Phrase]) -> None:
    """Give a relation all of its clause but verb and subject: Die Vorwürfe | nannte er | haltlos."""
    verb, subject = places
    cue = [_tokens(reading, part)[0] for part in relation.cue[1:]]
    end = min(content_end(reading, subject[1]), *cue) if cue else content_end(reading, subject[1])
    pieces = [(reading.low, verb), (subject[1], end)]
    relation.content = [reading.passage.offsets(p) for p in pieces if p[1] > p[0]]


def read_so_within(reading: Reading) -> None:
    """C1, so S, C2."""
    for k in range(reading.low + 2, reading.stop - 2):
        of, lows = reading.passage.grammar, reading.passage.tokens.low
        first = of.starts(lows, k, CueKind.CLOSING)
        if first == k or not reading.is_mark(k - 1, COMMAS) or not reading.outside(k):
            continue
        source = phrase_after(reading.passage, first, reading.stop, reading.statement.level, apposed=False)
        if source is None or not reading.is_mark(source[1], COMMAS) or source[1] + 1 >= reading.stop:
            return
        if reading.is_in(source[0], "determiners") and reading.is_in(source[0] + 1, "said_nouns"):
            source = (source[0] + 2, source[1])
            if source[0] >= source[1] or not reading.is_in(source[0], "genitives"):
                return
        elif not names_speaker(reading, source):
            return
        pieces = [(reading.low, k - 1), (source[1] + 1, content_end(reading, source[1] + 1))]
        reading.relation(source, (k, first), pieces, "closing-source")
        return


def read_document(reading: Reading) -> None:
    """«C», stand auf D: what can be read on a poster or in a letter."""
    if reading.outside(reading.low):
        return
    quotation = reading.passage.quotations[reading.passage.quoted[reading.low]]
    verb = quotation.last + 2
    if not reading.is_mark(verb - 1, COMMAS) or not reading.is_in(verb, "documented"):
        return
    at = next((k for k in range(verb + 1, verb + 4) if reading.is_in(k, "locatives", "adverbials")), reading.stop)
    source = phrase_after(reading.passage, at + 1, reading.stop, apposed=False) if at + 1 < reading.stop else None
    if source is not None and source[0] == at + 1:
        content = (reading.low, quotation.last + 1)
        reading.relation(source, (verb, at + 1), [content], "quote-verb-subject")


def read_stance(reading: Reading) -> None:
    """S hält O für C · S rechnet mit C · O bezweifelt S: what somebody thinks of something, in one clause."""
    for verb in range(reading.low + 1, reading.stop - 1):
        held = _stance(reading, verb)
        if held is None:
            continue
        before = subject_before(reading.passage, verb, reading.low, reading.statement.level)
        if before is not None and (before[0] != _opening(reading) or _is_other_case(reading, before[0])):
            before = None
        if before is not None and before[0] - 1 == reading.low and reading.is_in(reading.low, "negating"):
            before = (reading.low, before[1])  # Nicht beteiligte Fachleute
        behind = _subject_behind(reading, verb)
        if before is not None and _thinks(reading, before):
            if behind is not None and reading.is_in(behind[0], "datives") and names_speaker(reading, behind):
                return  # Die Gäste sieht der Trainer vorn: either may be the subject
            behind = behind if reading.is_in(verb + 1, "nominatives") else None
        source = _before_words(reading, behind, held[0][1:]) if behind else before
        if source is None or not _thinks(reading, source) or reading.is_in(verb - 1, "negations"):
            return
        end = content_end(reading, verb + 1)
        pieces = [(reading.low, verb), (source[1], end)] if behind else [(verb + 1, end)]
        if not _is_of_person(reading, held[0], pieces):
            reading.relation(source, (verb, verb + 1), [p for p in pieces if p[1] > p[0]], STANCE)
        return


def _before_words(reading: Reading, source: Phrase, words: tuple[str, ...]) -> Phrase:
    """A source behind its verb without the words that belong to that: gehen die Ermittler | von C aus."""
    return source[0], next((k for k in range(source[0] + 1, source[1]) if reading.word(k) in words), source[1])


def _is_of_person(reading: Reading, form: tuple[str, ...], pieces: list[Phrase]) -> bool:
    """Whether a verb that says something of things has a person for its object: schloss den Abgeordneten aus."""
    of = reading.passage.grammar
    if form not in of.lists["thing_stances"]:
        return False
    named = [k for piece in pieces for k in range(*piece) if is_name(reading.passage, k)]
    return any(of.is_noun(reading.word(k)) or reading.is_in(k, "people") for k in named) or not named


def _opening(reading: Reading) -> int:
    first = reading.low
    while reading.is_in(first, "coordinators") or reading.passage.grammar.is_adverb(reading.word(first)):
        first += 1
    return first


def _thinks(reading: Reading, source: Phrase) -> bool:
    pronoun = source[1] - source[0] == 1 and reading.is_in(source[0], "persons")
    return pronoun or (names_speaker(reading, source) and _is_known(reading, source))


def _is_known(reading: Reading, source: Phrase) -> bool:
    """Whether an article leads to a noun for a speaker or to a full name: die Polizei, der dicke Max Ohm."""
    if not reading.is_in(source[0], "determiners"):
        return True
    of, head = reading.passage.grammar, range(source[0] + 1, source[1])
    end = next((k for k in head if reading.is_in(k, "prepositions", "linkers")), source[1])
    named = [k for k in range(source[0] + 1, end) if is_name(reading.passage, k)]
    return any(of.is_noun(reading.word(k)) for k in named) or len(named) > 1


def _subject_behind(reading: Reading, verb: int) -> Phrase | None:
    if reading.is_in(verb + 1, "nominatives"):
        return verb + 1, verb + 2
    subject = subject_after(reading, verb + 1, reading.word(verb), apposed=False)
    near = subject is not None and subject[0] == verb + 1
    return subject if near and not reading.is_in(verb + 1, "accusatives", "oblique") else None


def _speaker_behind(reading: Reading, verb: int) -> Phrase | None:
    """Who speaks behind the verb of a tag: a person, or any noun with its article, which can be no object there."""
    if reading.is_in(verb + 1, "persons", "nominatives"):
        return verb + 1, verb + 2
    source = subject_after(reading, verb + 1, reading.word(verb), strict=False, apposed=False)
    if source is None or reading.is_in(source[0], "accusatives", "oblique"):
        return None
    end = next((k for k in range(*source) if k > source[0] and reading.is_in(k, "infinitives")), source[1])
    while end > source[0] + 1 and reading.passage.tokens.raw[end - 1].islower():
        end -= 1  # gibt S | zu bedenken, ließ S | wissen
    return source[0], end


def _ends_tag(reading: Reading, at: int) -> bool:
    """Whether nothing but the rest of a tag follows, and a relative clause at most."""
    stop = next_mark(reading, at, reading.stop, STOPS)
    denied = any(reading.is_in(k, "negations") for k in range(at, stop))
    return not denied and (stop >= reading.stop or reading.is_in(stop + 1, "relatives"))


def _stance(reading: Reading, verb: int) -> tuple[tuple[str, ...], int] | None:
    """The form of the lexicon that a verb begins, its other words later in the clause, and where the last stands."""
    if not reading.outside(verb) or is_name(reading.passage, verb):
        return None
    of, word = reading.passage.grammar, reading.word(verb)
    for form in (*of.lists["stances"], *of.lists["thing_stances"]):
        at = verb if form[0] == word else None
        for later in form[1:]:
            at = _later(reading, at, later) if at is not None else None
        apart = at is not None and reading.is_in(at, "predicated")
        if at is not None and not (apart and (at == verb + 1 or not _is_predicate(reading, at + 1))):
            return form, at
    return None


def _later(reading: Reading, at: int, word: str) -> int | None:
    for k in range(at + 1, min(reading.stop, at + CLAUSE)):
        if reading.is_mark(k, STOPS) and reading.outside(k):
            return None
        if reading.word(k) == word and reading.outside(k):
            return k
    return None


def _is_predicate(reading: Reading, first: int) -> bool:
    """Whether a clause ends in what something is held for: für | falsch, als | einen Fehler, not "für die Patente"."""
    end = content_end(reading, first)
    one = first < end and reading.is_in(first, "indefinites")
    return first < end and (one or not reading.outside(first) or reading.passage.tokens.raw[end - 1].islower())


def read_tag(reading: Reading) -> None:
    """C, V S, whatever the verb, where C stands in the mood of reported speech."""
    if not is_reported(reading.passage, reading.statement, goes_on=True):
        return
    commas = [k for k in range(reading.low + SHORTEST, reading.stop - 1) if reading.is_mark(k, COMMAS)]
    for comma in reversed([k for k in commas if reading.outside(k)]):
        verb = comma + 1
        word = reading.passage.tokens.raw[verb]
        if not (word.islower() and word.isalpha() and reading.outside(verb)):
            continue
        if reading.is_in(verb, *NO_VERBS) or left_edge(reading, verb) != comma:
            continue
        source = _speaker_behind(reading, verb)
        if source is not None and _ends_tag(reading, source[1]):
            content = content_before(reading, comma)
            if content is not None:
                reading.relation(source, (verb, verb + 1), [content], "clause-verb-subject")
            return
