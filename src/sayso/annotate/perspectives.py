"""Whose view it is, without a verb of saying: Pour S, « C » · S, selon qui C."""

from sayso.annotate.cues import Cue, CueKind
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, name_in_marks, phrase_after, subject_before
from sayso.annotate.reading import COLONS, COMMAS, Reading, content_end, past_asides
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure
from sayso.annotate.views import is_account, read_views_within, source_after

SEMICOLONS = frozenset(";；")
CLAUSE = 8  # tokens in which a clause has its verb
LONGEST_NAME = 4  # tokens
QUOTED = 4  # tokens, marks included: a quotation of two words


def read_perspective(reading: Reading) -> None:
    """Pour S, « C » · Per S C1 è «C2» · Per S il cargo è finito su una mina, where nobody else has been found to speak.

    "For S" is also "to the benefit of S": it is read only where the clause is a quotation, a copula leads to one, or
    it tells what something else has done.
    """
    if reading.statement.level >= 0 or not reading.passage.grammar.words["perspectives"]:
        return
    marks = [k for k in range(reading.low, reading.stop) if reading.is_mark(k, SEMICOLONS) and reading.outside(k)]
    for first, end in zip([reading.low, *(k + 1 for k in marks)], [*marks, reading.stop], strict=True):
        begins, ends = reading.passage.tokens.start[first], reading.passage.tokens.end[end - 1]
        pieces = [piece for r in reading.found for piece in (*r.source, *r.cue, *r.content)]
        if not any(low < ends and begins < high for low, high in pieces):
            _read_clause(reading, first)


def _read_clause(reading: Reading, first: int) -> None:
    """Read a clause that begins at a token, a whole sentence or what a semicolon parts from it."""
    opens = first == reading.low
    while reading.is_in(first, "coordinators") or reading.passage.grammar.is_adverb(reading.word(first)):
        first += 1
    if opens and reading.has("held_quotes") and not reading.is_in(first, "perspectives"):
        first = next((k + 1 for k in range(first, reading.stop - 2) if _opens_view(reading, k)), first)
    if not reading.is_in(first, "perspectives"):
        if opens and not read_views_within(reading):
            _read_relative(reading)
        return
    source = source_after(reading, first)
    if source is None:
        return
    if reading.has("held_quotes") and reading.is_mark(source[1], COMMAS):
        source = with_office_apposed(reading, source)
    plain = source
    if reading.is_mark(source[1], COMMAS):
        source = _with_who_it_is(reading, source)
    comma = reading.is_mark(source[1], COMMAS)
    if comma and reading.is_in(source[1] + 1, "apposed") and not reading.is_in(source[1] + 1, "determiners"):
        # Para Lund, cardiólogo que no estuvo allí, C
        source = phrase_after(reading.passage, first + 1, reading.stop) or source
        comma = reading.is_mark(source[1], COMMAS)
    at = past_asides(reading, source[1] + 1) if comma else source[1]
    if comma and reading.is_in(source[1] + 1, "relatives") and at == source[1] + 1:
        return
    contrasted = comma and reading.is_in(at, "view_contrasts") and reading.is_mark(at + 1, COMMAS)
    at += 2 * contrasted
    presented = source != plain and _is_main_clause(reading, at)
    presented = presented or (contrasted and reading.is_in(at, "determiners"))
    tells = presented or _tells(reading, at, comma=comma) or is_account(reading, at)
    if at < reading.stop and (tells or _quotes(reading, at) or _counts(reading, at)):
        reading.relation(source, (first, first + 1), [(at, content_end(reading, at))], "perspective")


def _is_main_clause(reading: Reading, at: int) -> bool:
    """Whether a clause with a finite verb begins at a token."""
    of = reading.passage.grammar
    places = range(at, min(reading.stop, at + CLAUSE))
    return any(of.is_verb(reading.word(k)) and not reading.is_in(k, "prepositions", "determiners") for k in places)


def _with_who_it_is(reading: Reading, source: Phrase) -> Phrase:
    """A speaker with the name or the office that commas set behind it: Pour le ministre, | Petar Hadar, | C."""
    close = next((k for k in range(source[1] + 1, reading.stop) if reading.is_mark(k, STOPS)), source[1])
    inner = range(source[1] + 1, close)
    of = reading.passage.grammar
    named = bool(inner) and len(inner) <= LONGEST_NAME and all(is_name(reading.passage, k) for k in inner)
    opens = ("prepositions", "relatives", "openers", "coordinators", "determiners", "pronouns", "adverbs")
    office = len(inner) > 1 and not reading.is_in(inner[0], *opens) and not is_name(reading.passage, inner[0])
    plain = not any(of.is_verb(reading.word(k)) and not reading.is_in(k, "prepositions", "determiners") for k in inner)
    fits = (named or (office and plain)) and all(reading.outside(k) for k in inner)
    return (source[0], close) if fits and reading.is_mark(close, COMMAS) and close > source[1] else source


def with_office_apposed(reading: Reading, source: Phrase) -> Phrase:
    """A name with the office that commas set behind it: per Ana Lenz, | consigliera comunale, C."""
    close = next((k for k in range(source[1] + 1, reading.stop) if reading.is_mark(k, STOPS)), source[1])
    inner = range(source[1] + 1, close)
    office = bool(inner) and reading.passage.grammar.is_noun(reading.word(inner[0]))
    plain = all(reading.outside(k) and not reading.passage.grammar.is_verb(reading.word(k)) for k in inner)
    return (source[0], close) if office and plain and reading.is_mark(close, COMMAS) else source


def _opens_view(reading: Reading, k: int) -> bool:
    """Whether a colon leads to whose view it is: Sulla stessa linea i Verdi: | per S, la legge «è iniqua»."""
    return reading.is_mark(k, COLONS) and reading.outside(k) and reading.is_in(k + 1, "perspectives")


def _read_relative(reading: Reading) -> None:
    """S, pour qui C, with words of S's in marks in C."""
    for i in range(reading.low + 2, reading.stop - 2):
        if not reading.is_in(i, "perspectives"):
            continue
        at = i + 1 if reading.is_in(i + 1, "view_relatives") else i + 2  # pour | qui, per i | quali
        quoted = any(not reading.outside(k) for k in range(at, reading.stop))
        told = quoted or _tells(reading, at + 1, comma=True)
        if reading.is_in(at, "view_relatives") and told and reading.is_mark(i - 1, COMMAS):
            read_relative_marker(reading, Cue(i, at, CueKind.BEFORE))
            return


def _tells(reading: Reading, at: int, *, comma: bool) -> bool:
    """Whether a clause tells what something has done: a noun phrase, and a verb in the perfect."""
    if not reading.is_in(at, "determiners") or not (comma or reading.has("bare_views")):
        return False
    of = reading.passage.grammar
    endings = tuple(of.words["perfect_endings"]) or ("\0",)
    for k in range(at + 2, min(reading.stop - 1, at + CLAUSE)):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return False
        done = reading.word(k + 1 + reading.is_in(k + 1, "not_perfect"))  # a été | abattu
        if reading.is_in(k, "auxiliaries") and not reading.is_in(k, "determiners") and word_is_whole(reading.word(k)):
            return done.endswith(endings) and done not in of.words["not_perfect"]
    return False


def word_is_whole(word: str) -> bool:
    """Whether a word is no pronoun cut short before another: l'explosion | s' | est produite."""
    return not word.endswith(("'", "’"))


def _counts(reading: Reading, at: int) -> bool:
    """Whether a clause says how many are dead, hurt or missing: per il ministero | le vittime sono 34."""
    if not reading.is_in(at, "determiners"):
        return False
    places = range(at + 1, min(reading.stop - 1, at + CLAUSE))
    copula = next((k for k in places if reading.is_in(k, "copulas") or reading.is_mark(k, STOPS)), reading.stop)
    people = any(reading.is_in(k, "tallies", "tallied_people") for k in range(at + 1, copula))
    return people and copula + 1 < reading.stop and is_figure(reading, copula + 1)


def _quotes(reading: Reading, at: int) -> bool:
    """Whether a clause is a quotation from its start, or leads to one by a copula."""
    passage = reading.passage
    place = next((k for k in range(at, reading.stop) if not reading.outside(k)), None)
    if place is not None and reading.has("held_quotes") and reading.is_mark(at - 1, COMMAS):
        quotation = passage.quotations[passage.quoted[place]]
        mark = any(reading.is_mark(k, COLONS) for k in range(at, place))
        verbal = quotation.last - quotation.first >= QUOTED or reading.is_in(place - 1, "copulas")
        named = reading.is_in(place - 1, "prepositions", "determiners")  # finisce con «Il vecchio mulino»
        if quotation.last == reading.stop - 1 and verbal and not mark and not named:
            return True  # Per S, l'imputato | «era il dominus degli affidamenti»
    if place is None or name_in_marks(passage, place, reading.statement.level) is not None:
        return False
    quotation = passage.quotations[passage.quoted[place]]
    if place == at:
        return quotation.last - quotation.first + 1 >= QUOTED
    return reading.is_in(place - 1, "copulas") or reading.is_in(place + 1, "copulas")


def read_relative_marker(reading: Reading, cue: Cue) -> bool:
    """S, selon qui C: the source is what the relative pronoun stands for, if that can speak."""
    end = cue.first - 1 if reading.is_mark(cue.first - 1, COMMAS) else cue.first
    phrase = subject_before(reading.passage, end, reading.low, reading.statement.level)
    source = _nearest(reading, phrase) if phrase else None
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if source is None or not is_somebody(reading, source):
        return False
    if any(of.starts(lows, k, CueKind.NOUN) > k for k in range(*source)):
        return False  # l'affirmation selon laquelle C: nobody is named who makes it
    start = cue.end + 1
    if reading.stop - start < 2:
        return False
    reading.relation(source, (cue.first, start), [(start, content_end(reading, start))], "marker-relative")
    return True


def _nearest(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The last noun phrase of some words, with what depends on it: l'écho chez | les élus de Lund."""
    of = reading.passage.grammar
    held = [k + 1 for k in range(*phrase) if reading.is_in(k, "prepositions") and not of.is_in(reading.word(k), "by")]
    first = max(held, default=phrase[0])
    return (first, phrase[1]) if first < phrase[1] else None


def is_ordinal(reading: Reading, i: int) -> bool:
    """Whether a marker that is an ordinal too counts here: al secondo giorno, secondo posto per Lund."""
    if not reading.is_in(i, "ordinals"):
        return False
    of, word = reading.passage.grammar, reading.word(i + 1)
    known = of.is_in(word, "determiners", "pronouns", "possessors", "relatives") or of.is_noun(word)
    said = known or is_name(reading.passage, i + 1) or of.after("as", reading.passage.tokens.low, i) > i
    content = of.starts(reading.passage.tokens.low, i + 1, CueKind.NOUN) > i + 1
    return reading.is_in(i - 1, "prepositions") or not (said or content)


def behind_other(reading: Reading, content: Phrase) -> Phrase:
    """The content behind another source that a comma ends: 800 selon S1, | 2.000 selon S2."""
    ends = [end for first, end in reading.asides if first > content[0] and end < content[1]]
    last = max(ends, default=content[0])
    return (last + 1, content[1]) if last > content[0] and reading.is_mark(last, COMMAS) else content
