"""What "for S" shows to be S's account: Pour S, c'est X qui a tiré · I morti, per S, sono 36 · 20 per S1, 21 per S2.

"For S" is also "to the benefit of S": a clause is an account where it says who did it, what caused it or how many
there are, or where S is set against somebody ("Per il ministero, invece, …").
"""

from sayso.annotate.noun_phrases import STOPS, Phrase, phrase_after
from sayso.annotate.reading import COMMAS, Reading, content_end
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure

CONSTRUCTION = "perspective"
CLAUSE = 8  # tokens in which a clause has its verb
CLEFT = 14  # tokens from "it was" to "who did it"


def is_account(reading: Reading, at: int) -> bool:
    """Whether a clause that begins at a token says who did it, what caused it, or how many there are."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if of.after("view_openers", lows, at) > at:
        return True
    cleft = of.after("cleft_openers", lows, at)
    if cleft > at:
        stop = next((k for k in range(cleft, reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
        return any(reading.is_in(k, "cleft_joints") for k in range(cleft + 1, min(stop, cleft + CLEFT)))
    if not reading.is_in(at, "determiners"):
        return False
    copula = _copula(reading, at + 1)
    if copula is None:
        return False
    subject = range(at + 1, copula)
    if any(reading.is_in(k, "tallies", "tallied_people") for k in subject) and _figure(reading, copula + 1):
        return True
    blamed = any(reading.is_in(k, "blamed") for k in subject)
    return blamed and not reading.is_in(copula + 1, "indefinites")


def _copula(reading: Reading, first: int) -> int | None:
    """The copula of a clause whose subject stands at a token."""
    for k in range(first, min(reading.stop - 1, first + CLAUSE)):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return None
        if reading.is_in(k, "copulas"):
            return k
    return None


def _figure(reading: Reading, k: int) -> bool:
    """Whether a number stands at a token, or a round one behind its article: una | ventina."""
    return k < reading.stop and (
        is_figure(reading, k) or (reading.is_in(k, "indefinites") and reading.is_in(k + 1, "round_figures"))
    )


def source_after(reading: Reading, at: int) -> Phrase | None:
    """Whoever a preposition leads to; in Catalan its article is drawn to a second one: per | als | familiars."""
    first = at + 1
    while reading.is_in(first, "view_articles"):
        first += 1
    source = phrase_after(reading.passage, first, reading.stop, apposed=False)
    return source if source is not None and source[0] == first and is_somebody(reading, source) else None


def read_views_within(reading: Reading) -> bool:
    """C1, per S, C2 · C per S1, N per S2, where C1 is a subject and C2 says what or how many it is."""
    if not reading.is_in(reading.low, "determiners"):
        return False
    for k in range(reading.low + 2, min(reading.stop - 2, reading.low + CLAUSE + 2)):
        if not reading.outside(k) or not reading.is_in(k, "perspectives"):
            continue
        if reading.is_mark(k - 1, COMMAS):
            return _read_set_in(reading, k)
        return _read_chain(reading, k)
    return False


def _read_set_in(reading: Reading, at: int) -> bool:
    """I morti, | per S, | sono 36."""
    source, of = source_after(reading, at), reading.passage.grammar
    subject = range(reading.low, at - 1)
    if source is None or not reading.is_mark(source[1], COMMAS):
        return False
    if any(reading.is_mark(k, STOPS) or of.is_verb(reading.word(k)) for k in subject if k > reading.low):
        return False
    copula = source[1] + 1
    if not reading.is_in(copula, "copulas") or reading.is_in(copula + 1, "indefinites"):
        return False
    end = next((k for k in range(copula, reading.stop) if reading.is_mark(k, COMMAS)), content_end(reading, copula))
    pieces = [(reading.low, at - 1), (copula, min(end, content_end(reading, copula)))]
    reading.relation(source, (at, at + 1), pieces, CONSTRUCTION)
    return True


def _read_chain(reading: Reading, at: int) -> bool:
    """I morti sono venti | per S1, ventuno | per S2, sedici | per S3."""
    copula = _copula(reading, reading.low + 1)
    people = copula is not None and any(
        reading.is_in(k, "tallies", "tallied_people") for k in range(reading.low, copula)
    )
    source = source_after(reading, at)
    if copula is None or source is None or not people or not _figure(reading, copula + 1) or at - copula > CLAUSE // 2:
        return False
    begins = reading.low
    while source is not None:
        reading.relation(source, (at, at + 1), [(begins, at)], CONSTRUCTION)
        comma = next((k for k in range(source[1], reading.stop) if reading.is_mark(k, STOPS)), reading.stop)
        begins = comma + 1
        places = range(begins + 1, min(reading.stop, begins + CLAUSE // 2))
        at = next((k for k in places if reading.is_in(k, "perspectives")), reading.stop)
        source = source_after(reading, at) if _figure(reading, begins) and at < reading.stop else None
    return True
