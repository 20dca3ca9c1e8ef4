"""By whose account it is: C, by the count of S · C, on S's account · C, in the words of S · C, runs S's account.

Such phrases close what they say with a comma, or open it; "money on the account of the ministry" has no comma, and what
is "by all accounts" is nobody's.
"""

from sayso.annotate.named_figures import BETWEEN
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, phrase_after
from sayso.annotate.reading import COMMAS, Reading, content_before, content_end, is_clause, is_initial
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure

CONSTRUCTION = "account"
SHORTEST = 3  # tokens of a clause


def read_accounts(reading: Reading) -> None:
    """Read the statements that an account is named for."""
    of = reading.passage.grammar
    if not of.words["account_nouns"] or reading.statement.level >= 0:
        return
    for k in range(reading.low, reading.stop):
        if not reading.outside(k):
            continue
        if reading.is_in(k, "account_prepositions"):
            _read_by(reading, k)
        elif reading.is_in(k, "running") and reading.is_mark(k - 1, COMMAS):
            _read_running(reading, k)
        elif reading.is_in(k, "muttering") and reading.is_mark(k - 1, COMMAS):
            _read_muttered(reading, k)
        elif reading.is_in(k, "establishing"):
            _read_established(reading, k)


def _read_by(reading: Reading, first: int) -> None:
    """C, by the count of S · by S's count, C."""
    found = _account(reading, first + 1, _nouns_of(reading, first))
    if found is None:
        return
    source, noun = found
    end = max(source[1], noun + 1)
    cue = (first, source[0]) if source[0] > noun else (first, noun + 1)
    if reading.is_mark(first - 1, COMMAS):
        content = content_before(reading, first - 1)
        if content is None:
            figure = first - 2  # "Seventeen, by the count of the hospital"
            content = (figure, first - 1) if figure >= reading.low and is_figure(reading, figure) else None
        if content is None or not _closes(reading, end) or not _is_told(reading, content):
            return
        _relate(reading, source, cue, content)
    elif is_initial(reading, first) and reading.is_mark(end, COMMAS):
        content = (end + 1, content_end(reading, end + 1))
        if content[1] - content[0] >= SHORTEST:
            _relate(reading, source, cue, content)


def _nouns_of(reading: Reading, preposition: int) -> tuple[str, ...]:
    """The nouns for an account that go with a preposition: "on the account", "by the count"."""
    if reading.is_in(preposition, "on_account"):
        return ("accounts_on",)
    return ("accounts_in",) if reading.is_in(preposition, "in_account") else ("account_nouns",)


def _account(reading: Reading, k: int, nouns: tuple[str, ...]) -> tuple[Phrase, int] | None:
    """Whose account stands at token `k`, and its noun: "the count of S", "S's count"."""
    at = k + reading.is_in(k, "definite")
    while reading.is_in(at, "account_adjectives"):
        at += 1
    if reading.is_in(at, *nouns) and reading.is_in(at + 1, "account_of"):
        source = phrase_after(reading.passage, at + 2, reading.stop, reading.statement.level, apposed=False)
        return (source, at) if source and source[0] == at + 2 and may_tell(reading, source) else None
    ceiling = min(reading.stop, k + 3 * BETWEEN)
    mark = next((i for i in range(k + 1, ceiling) if reading.is_in(i, "possessive") or reading.is_mark(i, STOPS)), k)
    if mark == k or reading.is_mark(mark, STOPS):
        return None
    noun = mark + 1
    while reading.is_in(noun, "account_adjectives"):
        noun += 1
    return ((k, mark), noun) if reading.is_in(noun, *nouns) and may_tell(reading, (k, mark)) else None


def may_tell(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is somebody who may be asked for an account: no time, no number, not the writer."""
    of = reading.passage.grammar
    if any(reading.is_in(k, "times", "own_person", "quantifiers") for k in range(*phrase)):
        return False
    people = words_of(of.language, "person") | words_of(of.language, "body")
    head = next((k for k in range(phrase[0] + 1, phrase[1]) if reading.is_in(k, "prepositions", "linkers")), phrase[1])
    if reading.is_in(phrase[0], "determiners") and any(reading.word(k) in people for k in range(phrase[0], head)):
        return True
    name = phrase[1] - phrase[0] == 1 and is_name(reading.passage, phrase[0])
    return (name and not reading.is_in(phrase[0], "determiners", "pronouns")) or is_somebody(reading, phrase)


def _closes(reading: Reading, end: int) -> bool:
    """Whether nothing but a mark, or who it is, follows: "…, by the account of a reporter | who stood there"."""
    return (
        end >= reading.stop or reading.is_mark(end, STOPS) or reading.is_in(end, "coordinators", "relatives", "times")
    )


def _is_told(reading: Reading, content: Phrase) -> bool:
    """Whether words before a comma say something: a clause, or a figure."""
    if any(reading.is_mark(k, frozenset(":")) for k in range(*content)):
        return content[1] - content[0] >= SHORTEST
    return is_clause(reading, content) or any(is_figure(reading, k) for k in range(*content))


def _read_running(reading: Reading, verb: int) -> None:
    """C, runs S's account."""
    found = _account(reading, verb + 1, ("account_nouns", "accounts_in", "accounts_on"))
    content = content_before(reading, verb - 1)
    if found is None or content is None or not is_clause(reading, content):
        return
    source, noun = found
    if _closes(reading, max(source[1], noun + 1)):
        _relate(reading, source, (verb, verb + 1), content)


def _read_muttered(reading: Reading, verb: int) -> None:
    """C, muttered S, without marks of quotation."""
    source = phrase_after(reading.passage, verb + 1, reading.stop, reading.statement.level, apposed=False)
    content = content_before(reading, verb - 1)
    if source is None or source[0] != verb + 1 or content is None or not _is_long(reading, content):
        return
    if may_tell(reading, source) and (_closes(reading, source[1]) or reading.is_in(source[1], "prepositions")):
        _relate(reading, source, (verb, verb + 1), content)


def _is_long(reading: Reading, content: Phrase) -> bool:
    """Whether words before a comma can be a clause whose verb no list has: It dates from 1988, The seal is old."""
    first = content[0]
    opens = reading.is_in(first, "determiners", "pronouns", "definite") or is_name(reading.passage, first)
    led = reading.is_in(first, "prepositions", "openers", "time_prepositions") and not reading.is_in(first, "pronouns")
    return content[1] - first > SHORTEST and opens and not led and not reading.word(first).endswith(("ed", "ing"))


def _read_established(reading: Reading, verb: int) -> None:
    """C, S established: the verb closes the sentence, and S stands between it and the comma."""
    if verb + 1 < reading.stop and not reading.is_mark(verb + 1, STOPS):
        return
    if reading.word(verb) in words_of(reading.passage.grammar.language, "institution"):
        return  # Orle Partners, a private equity | firm
    comma = next((k for k in range(verb - 1, reading.low + SHORTEST, -1) if reading.is_mark(k, STOPS)), 0)
    if not comma or not reading.is_mark(comma, COMMAS) or comma + 1 >= verb:
        return
    source, content = (comma + 1, verb), content_before(reading, comma)
    if phrase_after(reading.passage, comma + 1, verb, apposed=False) != source or content is None:
        return
    plural = reading.word(comma + 1).endswith(reading.passage.grammar.plural_endings)
    if _is_long(reading, content) and (plural or may_tell(reading, source)):
        _relate(reading, source, (verb, verb + 1), content)


def _relate(reading: Reading, source: Phrase, cue: Phrase, content: Phrase) -> None:
    if not reading.is_taken(content):
        reading.relation(source, cue, [content], CONSTRUCTION)
