"""Whose figure it is: S's figure of 17 dead · S's tally is still five · the 52 claimed by S · S's list has 21 names.

A figure that is somebody's is his statement. A storm's toll and a striker's tally of goals are nobody's: whose it is
has to be an office, a body or a name, and what is counted people, where the noun does not say that it is an estimate.
"""

from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, phrase_after, subject_before
from sayso.annotate.reading import Reading
from sayso.annotate.relations import FIGURE_AT
from sayso.annotate.source_kinds import words_of
from sayso.annotate.subjects import is_somebody
from sayso.annotate.tallied import is_figure

BETWEEN = 3  # words between whose a figure is and its noun: "the ministry's | last official | figure"
NEAR = 4  # tokens from a noun or a verb to its figure: "was still at least five"
LONGEST = 9  # tokens of what is counted: "17 dead and 40 hurt in the two villages"


def read_named_figures(reading: Reading) -> None:
    """Read the figures whose words nobody has yet."""
    of = reading.passage.grammar
    if not of.words["given_by"] or reading.statement.level >= 0:
        return
    for k in range(reading.low + 1, reading.stop):
        if not reading.outside(k):
            continue
        if reading.is_in(k, "figure_nouns", "list_nouns"):
            _read_noun(reading, k)
        elif reading.is_in(k, "given_by") and reading.is_in(k + 1, "given_through"):
            _read_given(reading, k)


def _read_noun(reading: Reading, noun: int) -> None:
    """Read one noun for a figure or a list, and the figure behind it or before it."""
    owner = _owner(reading, noun)
    listed = reading.is_in(noun, "list_nouns")
    if listed:
        _read_listed(reading, noun, owner)
        return
    if owner is None:
        return
    k = noun + 1
    if reading.is_in(k, "figure_of") and _figure_near(reading, k + 1) is not None:
        end = counted_end(reading, k + 1)
        if _is_his(reading, owner, noun, (k + 1, end), bare=False):
            _relate(reading, owner, (noun, noun + 1), (k + 1, end))
        return
    verb = _past_verb(reading, k)
    if (
        verb > k
        and not reading.is_in(verb, "negations")
        and (figure := _figure_near(reading, verb)) is not None
        and figure <= verb + 1
    ):
        end = counted_end(reading, verb)
        if _is_his(reading, owner, noun, (verb, end), bare=True):
            _relate(reading, owner, (noun, verb), (verb, end))


def _past_verb(reading: Reading, k: int) -> int:
    """The token behind "is still", "has been", "stood at"; `k` where no such verb is."""
    first = k
    while reading.is_in(k, "auxiliaries", "be") and not reading.is_in(k, "negations", "modals", "infinitive"):
        k += 1
    if k == first and reading.is_in(k, "tallying_at") and reading.is_in(k + 1, "tally_prepositions"):
        k += 2
    while k > first and reading.passage.grammar.is_adverb(reading.word(k)) and not reading.is_in(k, "negations"):
        k += 1
    return k


def _owner(reading: Reading, noun: int) -> Phrase | None:
    """Whose figure it is: the phrase with "'s" or the pronoun before its noun."""
    for k in range(noun - 1, max(reading.low - 1, noun - 2 - BETWEEN), -1):
        if not reading.outside(k):
            return None
        if reading.is_in(k, "possessors"):
            return (k, k + 1)
        if reading.is_in(k, "possessive") and k > reading.low and reading.word(k) != "'":
            return _possessor(reading, k)
        held = reading.is_in(k, "determiners", "prepositions", "openers", "coordinators", "auxiliaries")
        if held or reading.is_mark(k, STOPS):
            return None
    return None


def _possessor(reading: Reading, mark: int) -> Phrase | None:
    """The phrase before "'s", without what it depends on: a check of | the ministry's."""
    phrase = subject_before(reading.passage, mark, reading.low, reading.statement.level)
    if phrase is None or phrase[1] != mark:
        return None
    of = reading.passage.grammar
    cuts = [
        k + 1
        for k in range(*phrase)
        if reading.is_in(k, "prepositions", "openers")
        or (of.is_verb(reading.word(k)) and not is_name(reading.passage, k) and not reading.is_in(k, "determiners"))
    ]
    first = max(cuts, default=phrase[0])
    whole = (first, mark)
    if first >= mark or any(reading.is_in(k, "times") for k in range(*whole)):
        return None
    name = mark - first == 1 and is_name(reading.passage, first) and not reading.is_in(first, "determiners", "pronouns")
    people = words_of(of.language, "person") | words_of(of.language, "body")
    noun = reading.is_in(first, "determiners") and reading.word(mark - 1) in people
    return whole if name or noun or is_somebody(reading, whole) else None


def _is_his(reading: Reading, owner: Phrase, noun: int, counted: Phrase, *, bare: bool) -> bool:
    """Whether a figure is what its owner states, not what he has done: not "the striker's tally of nine goals"."""
    if any(reading.is_in(k, "own_person", "teams") for k in range(*owner)):
        return False
    people = any(reading.is_in(k, "tallies", "tallied_people", "fates") for k in range(*counted))
    if reading.is_in(noun, "estimating"):
        return True
    known = any(reading.passage.grammar.is_noun(reading.word(k)) for k in range(*owner))
    alone = bare and counted[1] - counted[0] <= 1 + reading.is_in(counted[0], "adverbs")
    alone = alone or (bare and reading.is_in(counted[0] - 1, "tally_prepositions"))  # "stood at 1,900 fragments"
    if reading.is_in(noun, "tallies"):  # a country's toll of 12 dead is not what the country says
        return known and (people or bare)
    return people or alone


def _figure_near(reading: Reading, k: int) -> int | None:
    """The figure at a token or right behind: "of | at least 17"."""
    return next((i for i in range(k, min(reading.stop, k + NEAR)) if is_figure(reading, i)), None)


def counted_end(reading: Reading, start: int) -> int:
    """Where what is counted ends: at a mark, a verb or a conjunction behind its figure."""
    figure = _figure_near(reading, start)
    k = start if figure is None else figure + 1
    of = reading.passage.grammar
    while k < min(reading.stop, start + LONGEST):
        participle = reading.is_in(k, "fates", "tallies", "counted")
        acts = of.is_verb(reading.word(k)) and not participle
        if not reading.outside(k) or reading.is_mark(k, STOPS) or acts or reading.is_in(k, "openers", "relatives"):
            break
        k += 1
    return k


def _read_listed(reading: Reading, noun: int, owner: Phrase | None) -> None:
    """S's list has 21 names · 29 names are in S's list."""
    verb = noun + 1
    first = next((k for k in range(noun, max(reading.low - 1, noun - 2 - BETWEEN), -1) if _opens(reading, k)), noun)
    source = owner or ((first, noun + 1) if first < noun else None)
    if source is None or any(reading.is_in(k, "own_person") for k in range(source[0], noun)):
        return
    if reading.is_in(verb, "figure_of") and owner is None:  # the communique | of 9 May | gave
        verb = next((k for k in range(verb, verb + NEAR + 1) if reading.is_in(k, "holding_names")), verb)
        source = (source[0], verb)
    if reading.is_in(verb, "holding_names"):
        figure = _figure_near(reading, verb + 1)
        end = counted_end(reading, verb + 1)
        if figure == verb + 1 and _has_people(reading, (figure, end)):
            _relate(reading, source, (source[1], verb + 1) if owner else (verb, verb + 1), (figure, end))
        return
    begins = source[0] - 1
    if owner is None or not reading.is_in(begins, "list_prepositions"):
        return
    verb = begins - 1
    while reading.passage.grammar.is_adverb(reading.word(verb)):
        verb -= 1
    if not reading.is_in(verb, "be") or not is_figure(reading, reading.low) or verb - reading.low > NEAR:
        return
    if _has_people(reading, (reading.low, verb)):
        _relate(reading, owner, (verb, owner[0]), (reading.low, verb))


def _opens(reading: Reading, k: int) -> bool:
    return reading.is_in(k, "determiners") and not is_figure(reading, k)


def _has_people(reading: Reading, phrase: Phrase) -> bool:
    tables = ("tallies", "tallied_people", "fates", "names_listed")
    return any(reading.is_in(k, *tables) for k in range(*phrase))


def _read_given(reading: Reading, participle: int) -> None:
    """The 52 claimed by S · a toll of 31 was issued by S · nine dead, counted by S."""
    source = phrase_after(reading.passage, participle + 2, reading.stop, reading.statement.level, apposed=False)
    if source is None or source[0] != participle + 2 or not is_somebody(reading, source):
        return
    k = participle
    while reading.is_in(k - 1, "be", "auxiliaries", "adverbs") and not reading.is_in(k - 1, "negations", "modals"):
        k -= 1
    if reading.is_in(k - 1, "negations", "modals"):
        return
    floor = max(reading.low, k - NEAR - 1)
    figure = next((i for i in range(k - 1, floor - 1, -1) if is_figure(reading, i)), None)
    if figure is None or any(reading.is_mark(i, STOPS) or not reading.outside(i) for i in range(figure, k)):
        return
    while figure - 1 > floor and reading.word(figure - 1).isdigit():
        figure -= 1  # 4 | 000
    named = reading.is_in(figure - 1, "figure_of") and reading.is_in(figure - 2, "figure_nouns", "body_figures")
    alone = all(is_figure(reading, i) for i in range(figure, k)) and reading.is_in(figure - 1, "definite")
    counted = (
        ("fates",) if reading.is_in(participle, "naming") else ("tallies", "tallied_people", "fates", "people_counted")
    )
    people = any(reading.is_in(i, *counted) for i in range(figure, k))
    passive = k < participle
    if not (named or ((alone or people) and not passive)):
        return
    first = figure
    while first > reading.low and not named and reading.is_in(first - 1, "determiners", "adverbs"):
        first -= 1
    while first > reading.low and named and first > figure - NEAR and not reading.is_mark(first - 1, STOPS):
        if reading.is_in(first - 1, "prepositions") and first <= figure - 1:
            break
        first -= 1
    _relate(reading, source, (k, participle + 2), (first, k))


def _relate(reading: Reading, source: Phrase, cue: Phrase, content: Phrase) -> None:
    """Note the relation, if nobody has its words yet; by another one's object that the figure stands in too."""
    low = min(source[0], cue[0], content[0])
    if any(reading.is_in(k, "negations", "conditional") for k in range(max(reading.low, low - 2), low)):
        return
    if not reading.is_taken(content):
        reading.relation(source, cue, [content], FIGURE_AT)
