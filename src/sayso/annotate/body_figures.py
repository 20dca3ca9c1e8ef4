"""Whose figure it is, where its noun has a genitive: Zählung des Ministeriums · bilan de la préfecture · S'nin rakamı.

A storm, a season and a striker have a balance too, and a party a list. So whose figure it is has to be a body that
may count, and what is counted people; what English sets with "'s" stands in `named_figures.py`.
"""

import functools

from sayso.annotate.noun_phrases import DASHES, STOPS, Phrase, phrase_after
from sayso.annotate.reading import COMMAS, Reading
from sayso.annotate.relations import FIGURE_AT
from sayso.annotate.source_kinds import words_of
from sayso.annotate.tallied import is_figure

BETWEEN = 8  # tokens of whose figure it is
NEAR = 3  # tokens between a verb and its figure: "au moins", "по меньшей мере"
COUNTED = 5  # tokens from a figure to the people it counts
SHORTEST = 4  # letters of a noun that another may be compounded with: Meeres|institut
PEOPLE = ("tallies", "tallied_people", "fates", "people_counted")


def read_body_figures(reading: Reading) -> None:
    """Read the figures and lists of bodies whose words nobody has yet."""
    if not reading.passage.grammar.words["body_figures"] or reading.statement.level >= 0:
        return
    for k in range(reading.low, reading.stop):
        if not reading.outside(k):
            continue
        if reading.is_in(k, "given_before"):
            _read_given_before(reading, k)
        elif reading.is_in(k, "body_figures", "body_lists"):
            _read_noun(reading, k)


def is_counting_body(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is a body or an outlet that may count people, and no club, party or company."""
    of = reading.passage.grammar
    if phrase[1] <= phrase[0] or any(reading.is_in(k, "own_person", "teams", "times") for k in range(*phrase)):
        return False
    last = next((k for k in range(phrase[0] + 1, phrase[1]) if reading.is_in(k, *_links(reading))), phrase[1])
    compounds = bool(of.flags & {"nouns_capitalised", "compounds"})
    bodies, endings = _counting_bodies(of.language, of.words["counting_bodies"], compounds)
    return any(reading.word(k) in bodies or reading.word(k).endswith(endings) for k in range(phrase[0], last))


@functools.cache
def _counting_bodies(language: str, listed: frozenset[str], compounds: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """The bodies and outlets that may count people, and those that may close a word, where words are put together."""
    bodies = words_of(language, "institution") | words_of(language, "outlet") | listed
    return bodies, tuple(sorted(noun for noun in bodies if len(noun) > SHORTEST)) if compounds else ()


def is_owner(reading: Reading, phrase: Phrase) -> bool:
    """Whether whose figure it is may count; a genitive begins with the body: not Bilans | akcji policji."""
    of = reading.passage.grammar
    if not is_counting_body(reading, phrase):
        return False
    if of.words["owned_by"] or reading.has("verb_final"):
        return True
    begins = next((k for k in range(*phrase) if is_counting_body(reading, (k, k + 1))), phrase[1])
    endings = tuple(of.words["genitive_endings"])
    return all(reading.word(k).endswith(endings) for k in range(phrase[0], begins))


def _links(reading: Reading) -> tuple[str, ...]:
    """The tables of what hangs on a noun; where articles stand among them, the last word is looked at too."""
    return ("linkers", "prepositions") if reading.passage.grammar.words["owned_by"] else ("prepositions",)


def owner_start(reading: Reading, noun: int) -> int | None:
    """Where whose figure it is begins: behind "of", or at once where the case says it: оценка | министерства."""
    at = noun + 1
    while reading.is_in(at, "account_adjectives"):
        at += 1
    if not reading.passage.grammar.words["owned_by"]:
        return at
    return at + 1 if reading.is_in(at, "owned_by") else None


def people_end(reading: Reading, figure: int) -> int | None:
    """Where the people end that a figure counts; None where it counts none: 17 dead | and 40 hurt."""
    near = range(figure + 1, min(reading.stop, figure + COUNTED))
    for k in near:
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return None
        if reading.is_in(k, *PEOPLE, "names_listed"):
            further = reading.is_in(k + 1, "coordinators") and k + 2 < reading.stop and is_figure(reading, k + 2)
            return (people_end(reading, k + 2) if further else None) or k + 1
    return None


def _figure_at(reading: Reading, k: int) -> int | None:
    """The figure at a token or right behind what goes before it: au moins | 17, mais de | 12."""
    for i in range(k, min(reading.stop, k + NEAR + 1)):
        if reading.is_mark(i, STOPS) or not reading.outside(i):
            return None
        if is_figure(reading, i):
            return i
    return None


def _read_noun(reading: Reading, noun: int) -> None:
    """Read the noun for a figure or a list with whose it is, and the figure behind it."""
    if reading.has("verb_final"):
        _read_owned_before(reading, noun)
        return
    first = owner_start(reading, noun)
    listed, held = reading.is_in(noun, "body_lists"), _is_held(reading, noun)
    if first is None or (held is not None and not listed):
        return
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    table = ("list_stands" if held is not None else "list_holds") if listed else "figure_verbs"
    for v in range(first + 1, min(reading.stop - 1, first + BETWEEN)):
        taken = of.after(table, lows, v)
        if taken == v and reading.is_mark(v, DASHES) and not of.words["owned_by"]:
            taken = v + 1
        if reading.is_in(v, "figure_of") and is_figure(reading, v + 1) and held is None:
            taken = v + 1  # die Angabe des Ministeriums | von 17 Toten
        if taken > v:
            _relate_owned(reading, noun, (first, v), (v, taken))
            return
        if reading.is_mark(v, COMMAS) and not listed and is_figure(reading, v + 1):
            end = people_end(reading, v + 1) or v + 2  # перша цифра Генштабу, | 17, виявилася неповною
            if reading.is_mark(end, COMMAS):
                _relate(reading, (first, v), (noun, noun + 1), (v + 1, end))
            return
        if held is not None and not of.words["owned_by"] and is_figure(reading, v):
            _relate_owned(reading, noun, (first, v), (v, v))
            return
        if reading.is_mark(v, STOPS) or not reading.outside(v):
            return


def _is_held(reading: Reading, noun: int) -> int | None:
    """The preposition before a noun, with at most its article and an adjective between: auf | der Liste."""
    for k in range(noun - 1, max(reading.low - 1, noun - 1 - NEAR), -1):
        if reading.is_in(k, "determiners", "account_adjectives"):
            continue  # Portuguese "a" is an article there
        return k if reading.is_in(k, "prepositions", "list_prepositions") else None
    return None


def _relate_owned(reading: Reading, noun: int, owner: Phrase, verb: Phrase) -> None:
    """Note a figure behind a verb: le bilan de | la préfecture | s'élève à | au moins 12 morts."""
    figure = _figure_at(reading, verb[1])
    end = people_end(reading, figure) if figure is not None else None
    if end is not None:
        _relate(reading, owner, verb if verb[1] > verb[0] else (noun, noun + 1), (verb[1], end))


def _read_owned_before(reading: Reading, noun: int) -> None:
    """Read whose figure stands before it, in the genitive: Bakanlığın | rakamı | 17 ölü."""
    first = noun - 1
    while reading.is_in(first, "account_adjectives"):
        first -= 1
    figure = _figure_at(reading, noun + 1)
    end = people_end(reading, figure) if figure is not None else None
    if end is not None and figure is not None and figure == noun + 1:
        _relate(reading, _genitive_before(reading, first), (noun, noun + 1), (figure, end))


def _genitive_before(reading: Reading, last: int) -> Phrase:
    """The words from the start of a statement, or the last mark, up to a word in the genitive."""
    first = next((k + 1 for k in range(last, reading.low - 1, -1) if reading.is_mark(k, STOPS)), reading.low)
    return (first, last + 1) if reading.is_in(last, "counting_bodies") and last - first < BETWEEN else (last, last)


def _read_given_before(reading: Reading, participle: int) -> None:
    """Die | von S | gemeldeten 52 Toten · die vom S genannte Zahl von 17 Toten · podane przez S 52 ofiary."""
    lead = reading.passage.grammar.words["given_leads"]
    if reading.word(participle + 1) in lead:
        _read_given_through(reading, participle)
        return
    figure = participle + 1
    if reading.is_in(figure, "body_figures"):
        figure += 1 + reading.is_in(figure + 1, "owned_by")
    if figure >= reading.stop or not is_figure(reading, figure) or (end := people_end(reading, figure)) is None:
        return
    if reading.has("verb_final"):
        source = _genitive_before(reading, participle - 1)
    else:
        near = range(participle - 2, max(reading.low - 1, participle - BETWEEN), -1)
        at = next((k for k in near if reading.word(k) in lead or reading.is_mark(k, STOPS)), participle)
        if at == participle or reading.is_mark(at, STOPS):
            return
        source = (at + 1, participle)
    _relate(reading, source, (participle, participle + 1), (figure, end))


def _read_given_through(reading: Reading, participle: int) -> None:
    """A participle before who gives a figure, which follows: liczba podana przez | ministerstwo | to 17 zabitych."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    for k in range(participle + 3, min(reading.stop, participle + BETWEEN)):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return
        taken = of.after("figure_verbs", lows, k)
        opens = reading.is_in(participle - 1, "body_figures") if taken > k else True
        if is_figure(reading, taken) and opens and (end := people_end(reading, taken)) is not None:
            _relate(reading, (participle + 2, k), (participle, participle + 2), (taken, end))
            return


def _relate(reading: Reading, source: Phrase, cue: Phrase, content: Phrase) -> None:
    """Note the relation, if whose figure it is may count and nobody has its words yet."""
    if not reading.has("verb_final"):
        found = phrase_after(reading.passage, source[0], source[1], reading.statement.level, apposed=False)
        if found != source:
            return
    low = min(source[0], cue[0], content[0])
    if any(reading.is_in(k, "negations", "conditional") for k in range(max(reading.low, low - NEAR), low)):
        return
    if is_owner(reading, source) and not reading.is_taken(content):
        reading.relation(source, cue, [content], FIGURE_AT)
