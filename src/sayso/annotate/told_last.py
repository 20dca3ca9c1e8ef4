"""Who says what stands before, in a clause of saying that a comma opens: C, V S · C, V those told S · C1, V S, C2.

Read in languages whose verbs are not all known, so that nothing shows that C is a clause but its length. What makes up
for it is that the tag must be nothing else: a verb of saying right behind the comma, then times, those told and one
who can speak, and then a mark.
"""

from sayso.annotate.cues import CueKind
from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, is_name
from sayso.annotate.reading import COMMAS, Reading, content_before, content_end
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import names_speaker, past_time, with_name_apposed

CONSTRUCTION = "clause-verb-subject"
SHORTEST = 4  # tokens of a clause that no verb is known in; one with a verb may be shorter
OPENING = 5  # tokens before a tag set into its sentence: "Počet obětí, dodal úřad, vzroste"
BETWEEN = 3  # things between the verb and who speaks
TOLD = 3  # tokens from a preposition to those told: "pred našimi novinári"
LONGEST = 14  # tokens of who speaks
_NEVER = ("late_subjects", "verb_final", "verb_first", "pro_drop", "clitics")
_DEPENDS = ("that", "relatives", "openers", "coordinators", "conditional")


def read_told_last(reading: Reading) -> None:
    """Read the tags of a statement whose words nothing else has taken."""
    if reading.statement.level >= 0 or not reading.has("inversion") or any(map(reading.has, _NEVER)):
        return
    for comma in range(reading.low + 1, reading.stop - 1):
        if reading.is_mark(comma, COMMAS) and reading.outside(comma):
            _read_tag(reading, comma)


def _read_tag(reading: Reading, comma: int) -> None:
    verb = _verb_at(reading, comma + 1)
    source = _speaker_at(reading, verb[1]) if verb is not None else None
    content = content_before(reading, comma) or (reading.low, comma)
    if verb is None or source is None or _is_taken(reading, (content[0], source[1])):
        return
    commas = [k for k in range(*content) if reading.is_mark(k, COMMAS)]
    if any(not reading.outside(k) for k in range(*content)) or reading.is_in(content[0], *_DEPENDS):
        return
    pieces = [content]
    if not _is_clause(reading, content):
        rest = (source[1] + 1, content_end(reading, source[1] + 1))
        short = not commas and content[1] - content[0] <= OPENING and reading.is_mark(source[1], COMMAS)
        if not short or rest[1] - rest[0] < 2 or _says_more(reading, rest[0]):
            return
        pieces.append(rest)
    reading.relation(with_name_apposed(reading, source), verb, pieces, CONSTRUCTION)


def _verb_at(reading: Reading, first: int) -> Phrase | None:
    """The verb of saying that opens a clause, its auxiliaries with it: uvedl, je povedal, a declarat, rekao je."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    k = first
    while k < reading.stop and reading.is_in(k, "auxiliaries") and not reading.is_in(k, "negations"):
        k += 1
    k = _past_told(reading, k) if k > first else k
    end = of.starts(lows, k, CueKind.SAY | CueKind.TELL)
    if end == k or not reading.outside(k) or reading.is_in(k, "denying", "unspeaking", "that"):
        return None
    while reading.is_in(end, "auxiliaries", "reflexives") and not reading.is_in(end, "negations"):
        end += 1
    return (first, end)


def _past_told(reading: Reading, k: int) -> int:
    """The token after those told, with the preposition or article that leads to them: novinářům, aos jornalistas."""
    for j in range(k, min(reading.stop, k + TOLD)):
        if reading.is_in(j, "addressees"):
            return j + 1
        if not (reading.is_in(j, "prepositions", "determiners", "linkers") or j > k):
            return k
    return k


def _speaker_at(reading: Reading, k: int) -> Phrase | None:
    """Who speaks, behind the times and those told, up to a mark; None where anything else stands there."""
    for _ in range(BETWEEN):
        beyond = _past_told(reading, past_time(reading, k, reading.stop))
        beyond += reading.is_in(beyond, "adverbs") and not is_name(reading.passage, beyond)
        if beyond == k:
            break
        k = beyond
    end = next((j for j in range(k, reading.stop) if _closes(reading, j)), reading.stop)
    source = (k, _before_when(reading, k, end))
    if not 0 < source[1] - k <= LONGEST or reading.is_in(k, *_DEPENDS) or _is_led(reading, k):
        return None
    if reading.is_in(k, "pronouns"):
        person = reading.word(k) in words_of(reading.passage.grammar.language, "pronoun_person")
        return source if person and source[1] - k == 1 else None  # säger hon | till Allehanda
    if any(reading.is_in(j, "that", "relatives") for j in range(*source)):
        return None  # Včera odpoledne, řekl ministr, | že C
    named = names_speaker(reading, source) if reading.has("cased") else _is_noun_near(reading, source)
    return source if named else None


def _closes(reading: Reading, k: int) -> bool:
    """Whether a mark that ends a clause stands at a token."""
    return reading.is_mark(k, STOPS) and reading.outside(k)


def _is_led(reading: Reading, k: int) -> bool:
    """Whether a preposition stands at a token, and no article spelt like one: Portuguese "a"."""
    return reading.is_in(k, "prepositions") and not reading.is_in(k, "determiners")


def _before_when(reading: Reading, first: int, end: int) -> int:
    """Where who speaks ends before when, and to whom, it is said: zei Lenz | tegen journalisten, sade Lenz | i går."""
    for k in range(first + 1, end):
        timed = past_time(reading, k, end)
        if timed >= end or (timed > k and reading.is_in(k, "times")):
            return k
        addressed = k == first + 1 and reading.is_in(first, "pronouns")
        if reading.is_in(k, "prepositions") and (addressed or _past_told(reading, k) > k):
            return k
    return end


def _is_noun_near(reading: Reading, phrase: Phrase) -> bool:
    """Whether an office or a body stands at the head of a phrase, where a script has no capitals."""
    return any(
        reading.passage.grammar.is_noun(reading.word(k)) for k in range(phrase[0], min(phrase[1], phrase[0] + 2))
    )


def _is_taken(reading: Reading, piece: Phrase) -> bool:
    low, high = reading.passage.offsets(piece)
    return any(a < high and low < b for r in reading.found for a, b in (*r.content, *r.cue, *r.source))


def _is_clause(reading: Reading, content: Phrase) -> bool:
    """Whether some words hold a verb that is known, or are long enough for a clause and open as one.

    Not what begins with when or where, "Efter ett långt möte", nor what a relative clause closes, "Muž, který přišel":
    there nothing but a verb shows that more is said than that.
    """
    of = reading.passage.grammar
    if content[0] == 1 and reading.is_mark(0, DASHES):
        return content[1] - content[0] > 1  # – Vi vet inget, | säger Lenz
    last = next((k for k in range(content[1] - 1, content[0], -1) if reading.is_mark(k, COMMAS)), content[1])
    related = reading.is_in(last + 1, "relatives") or reading.is_in(last + 2, "relatives")
    end = last if last < content[1] and related else content[1]
    verb = any(of.is_verb(reading.word(k)) for k in range(content[0] + 1, end))
    opens = not _is_led(reading, content[0]) and not reading.is_in(content[0], "times", "adverbs")
    opens = opens and not reading.is_in(content[1] - 1, "postpositions")
    return content[1] - content[0] >= SHORTEST - verb and (verb or (opens and end == content[1]))


def _says_more(reading: Reading, first: int) -> bool:
    """Whether what follows a speaker says who that is, or hangs on it: řekl Lenz, | mluvčí úřadu."""
    if reading.is_in(first, *_DEPENDS, "prepositions", "gerunds"):
        return True
    return any(reading.passage.grammar.is_noun(reading.word(k)) for k in (first, first + 1))
