"""The stage that reads the numbers of an article: how many of what, and how the wording bounds them.

A `Quantity` spans the number with its bounding words and unit, not the noun. Dates, clock times, years, ordinals
and type designations are no quantities.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.annotate.calibres import calibres
from sayso.annotate.carried import carried, resumes
from sayso.annotate.counted import NOTHING, PERSONS, Concept, Counted
from sayso.annotate.designations import people_end
from sayso.annotate.elided import goes_on, is_whole, shared
from sayso.annotate.lengths import joined_lengths
from sayso.annotate.measures import MeasureReader
from sayso.annotate.not_even import is_not_even_one
from sayso.annotate.numerals import CURRENCY_SIGNS, Numeral, NumeralReader
from sayso.annotate.phrases import Token, tokenise
from sayso.annotate.row_tolls import row_tolls
from sayso.annotate.standing import stands_alone
from sayso.annotate.times import is_led_to, times_in
from sayso.annotate.zeros import zeros
from sayso.model import Article, Quantity, Record
from sayso.stage import of
from sayso.vocab import BlockRole, Bound

READ_ROLES = frozenset({BlockRole.HEADLINE, BlockRole.DECK, BlockRole.BODY, BlockRole.CAPTION})
MAX_PER_SENTENCE = 200  # tables and number dumps that were taken for text
_DENIED_REACH = 5  # tokens from "nobody" to "a single"
BEHIND_NOUN = 4  # tokens from a number to the bound behind its noun
_YEARS = range(1800, 2100)
_DAY_LINKS = frozenset(("to", "-", "–", "until", "bis", "au", "al", "по", "до", "do"))
_UNIT_SIGNS = frozenset("%٪％°℃€£¥₽₴₺₹₪$")
_ASIDE_MARKS = frozenset(",()[]")
_NOT = frozenset(
    ("not", "nor", "never", "without", "nicht", "ohne", "pas", "ni", "sans", "sin", "non", "né", "senza", "nem", "sem")
) | frozenset(
    ("niet", "zonder", "inte", "ikke", "ei", "не", "ни", "без", "nie", "ani", "bez", "ne", "nici", "δεν", "ούτε")
)
_DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_DAYS_IN_A_ROW = frozenset(
    ("day", "tag", "jour", "día", "giorno", "dia", "dag", "dzień", "день", "den", "dan", "дан", "ден", "ziua", "deň")
)
_WHOLE = frozenset({"person", "thing", "state"})


class QuantityStage:
    """Article → Quantity."""

    name = "quantities"
    version = "14"
    config = None
    reads: tuple[type[Record], ...] = (Article,)
    writes: tuple[type[Record], ...] = (Quantity,)

    def keys(self, record: Record) -> Iterable[str]:
        """The id of the article."""
        return (record.id,)

    def run(self, key: str, group: Sequence[Record]) -> Iterator[Record]:
        """The quantities of one article, in the order of the text."""
        del key
        for article in of(group, Article):
            yield from quantities(article)


def read_stretches(article: Article) -> Iterator[tuple[int, int]]:
    """The sentences of headline, deck, body and caption blocks; whole blocks where no sentences are given."""
    if article.sentences:
        yield from article.sentences
        return
    for block in article.blocks:
        if block.role in READ_ROLES:
            yield block.start, block.end


def quantities(article: Article) -> Iterator[Quantity]:
    """Every number of an article that counts or measures something."""
    reader = NumeralReader(article.language)
    measures = MeasureReader(article.language, reader.words)
    handed, ended = NOTHING, 0
    for start, end in read_stretches(article):
        tokens = tokenise(article.text, start, end)
        handed = NOTHING if "\n" in article.text[ended:start] else handed
        found: list[Counted] = []
        yield from joined_lengths(article.text, _in_sentence(article, tokens, (reader, measures), handed, found))
        yield from zeros(article, tokens, reader, measures)
        yield from row_tolls(article, tokens, reader, measures)
        handed, ended = carried(found), end


def in_sentence(
    article: Article, tokens: Sequence[Token], reader: NumeralReader, measures: MeasureReader
) -> Iterator[Quantity]:
    """The quantities of a stretch of text, read by itself."""
    yield from joined_lengths(article.text, _in_sentence(article, tokens, (reader, measures), NOTHING, []))


def _in_sentence(
    article: Article,
    tokens: Sequence[Token],
    readers: tuple[NumeralReader, MeasureReader],
    handed: Counted,
    found: list[Counted],
) -> Iterator[Quantity]:
    """The quantities of a sentence to which the one before handed on what it counts; `found` takes what each counts."""
    reader, measures = readers
    text = article.text
    times = times_in(tokens, article.language, article.published)
    dates = [(time.first, _end_of_days(tokens, time.last)) for time in times]
    numerals = reader.read(tokens, [*dates, *calibres(tokens)])[:MAX_PER_SENTENCE]
    before = NOTHING
    given: set[tuple[int, int, str]] = set()
    for i, numeral in enumerate(numerals):
        left = numerals[i - 1].last if i else 0
        right = numerals[i + 1].first if i + 1 < len(numerals) else len(tokens)
        right = min([right, *(first for first, _ in dates if first >= numeral.last)])
        counted = _counted(tokens, text, (numerals, i), measures, (left, right))
        if not counted.measure and goes_on(tokens, numeral, before):
            counted = before
        elif not counted.measure and (known := carried(found) if found else handed) is not NOTHING:
            led = resumes(tokens, numeral, reader.words, article.language, dates, known)
            other = not found and measures.names_other(tokens, range(numeral.first))
            counted = known if led and not other else counted
        if not counted.measure and _is_of_people(tokens, numeral, reader):
            counted = PERSONS
        if not _is_counted(tokens, text, numeral, counted, reader):
            headed = measures.is_headed(tokens, numeral)
            if not stands_alone(tokens, text, numeral, reader.words, article.language, dates, headed=headed):
                continue
            counted = NOTHING
        if _is_of_another(tokens, numeral, reader, measures) or is_not_even_one(tokens, numeral, article.language):
            continue
        if _is_year_of(tokens, numeral, counted, article.language):
            continue
        before = counted
        found.append(counted)
        low, high, bound = _bounded_behind(tokens, numeral, right, reader)
        first, last = _place(tokens, numeral, counted)
        if (first, last, counted.measure) in given:
            continue
        given.add((first, last, counted.measure))
        yield Quantity(
            article_id=article.id,
            span=article.span(first, last),
            measure=counted.measure,
            low=low,
            high=high,
            bound=bound,
            unit=counted.unit,
        )


def _bounded_behind(
    tokens: Sequence[Token], numeral: Numeral, right: int, reader: NumeralReader
) -> tuple[float | None, float | None, Bound]:
    """The ends of a number, and what bounds it behind its noun: "seven dead at most", "sette morti al massimo"."""
    if numeral.bound is Bound.EXACT and reader.words:
        for at in range(numeral.last + 1, min(right, numeral.last + BEHIND_NOUN)):
            if not tokens[at].is_word:
                break
            found = reader.words.bounds_after.match(tokens, at)
            if found and found[1] == "at_most":
                return None, numeral.high, Bound.AT_MOST
            if found and found[1] == "at_least":
                return numeral.low, None, Bound.AT_LEAST
    return numeral.low, numeral.high, numeral.bound


def _is_year_of(tokens: Sequence[Token], numeral: Numeral, counted: Counted, language: str) -> bool:
    """Whether a number says when something befell: "died in 2009 following a fall"."""
    number = tokens[numeral.number].word
    is_year = numeral.in_digits and number.isdecimal() and len(number) == 4 and int(number) in _YEARS
    befell = counted.concept is not None and counted.concept.kind == "state"
    return is_year and befell and is_led_to(tokens, numeral.first, language)


def _end_of_days(tokens: Sequence[Token], last: int) -> int:
    """The end of a date with the further days that hang on it: "Sept. 19 to 22", "5, 6 and 7 May"."""
    while last + 1 < len(tokens) and tokens[last].word in _DAY_LINKS and tokens[last + 1].word.isdecimal():
        if len(tokens[last + 1].word) > 2 or int(tokens[last + 1].word) > 31:
            break
        last += 2
    return last


def _counted(
    tokens: Sequence[Token],
    text: str,
    place: tuple[Sequence[Numeral], int],
    measures: MeasureReader,
    bounds: tuple[int, int],
) -> Counted:
    """What the number at `place` counts, by its own noun or by that of the number behind it."""
    numerals, i = place
    if is_whole(tokens, numerals, i):
        return measures.counted(tokens, text, numerals[i], bounds, befallen=False)
    counted = measures.counted(tokens, text, numerals[i], bounds)
    if counted.measure:
        return counted
    right = numerals[i + 2].first if i + 2 < len(numerals) else len(tokens)
    return shared(tokens, text, numerals, i, measures, right) or counted


def _place(tokens: Sequence[Token], numeral: Numeral, counted: Counted) -> tuple[int, int]:
    """The text offsets of a quantity: a sign or unit set against the number belongs to it ("$5", "70km", "12%")."""
    first, last = numeral.first, numeral.last
    is_unit = counted.concept is not None and counted.concept.kind in {"unit", "rate", "money"}
    if is_unit and first == numeral.number and first and _is_sign(tokens[first - 1], tokens[first]):
        first -= 1
    if (
        is_unit
        and first < last < len(tokens)
        and tokens[last].start == tokens[last - 1].end
        and tokens[last].word[0] < "\u3040"
    ):
        last += tokens[last].is_word or tokens[last].word in _UNIT_SIGNS
    return tokens[first].start, tokens[max(first, last - 1)].end


def _is_sign(token: Token, number: Token) -> bool:
    return token.word in CURRENCY_SIGNS and number.start - token.end <= 1


def _is_counted(tokens: Sequence[Token], text: str, numeral: Numeral, counted: Counted, reader: NumeralReader) -> bool:
    """Whether the number counts something, rather than naming a year, a route or nobody in particular."""
    concept = counted.concept
    if concept is not None and concept.kind in _WHOLE and numeral.low is not None and not numeral.low.is_integer():
        return numeral.bound is not Bound.EXACT  # nobody counts 14.07 buses: it is a time of day
    if concept is None and numeral.first and tokens[numeral.first - 1].word in _DAYS_IN_A_ROW:
        return False  # "what we know on day 472 of the invasion"
    if numeral.in_digits:
        return _is_count_in_digits(tokens, text, numeral, concept, reader)
    if numeral.is_repeated or numeral.is_dual:
        return numeral.is_dual and concept is not None
    if numeral.is_vague:
        return bool(counted.measure) if numeral.is_round else _is_vague_of(concept)
    if numeral.is_one:
        return _is_one_of_kind(tokens, numeral, counted, reader)
    if reader.words and reader.words.is_han:
        return concept is not None or numeral.last - numeral.number > 1 or _is_classified(tokens, numeral, reader)
    if numeral.low == numeral.high == 0:
        return concept is not None
    if numeral.low is not None and numeral.low < 1:
        return concept is not None and concept.kind not in _WHOLE  # "half a kilogram", not half of the village
    return bool(counted.measure) or _is_classified(tokens, numeral, reader)


def _is_vague_of(concept: Concept | None) -> bool:
    return concept is not None and concept.name not in _DURATIONS


def _is_count_in_digits(
    tokens: Sequence[Token], text: str, numeral: Numeral, concept: Concept | None, reader: NumeralReader
) -> bool:
    """Whether digits count something: they are no year, no part of a type's name and no list's number."""
    number = tokens[numeral.number]
    word_glued = numeral.last < len(tokens) and tokens[numeral.last].start == tokens[numeral.last - 1].end
    endings = reader.words.endings if reader.words else frozenset()
    if word_glued and tokens[numeral.last].word in endings:
        return True  # "15an"
    if word_glued and tokens[numeral.last].is_word and not concept and not text[number.start] > "\u3400":
        return tokens[numeral.last].word[0] >= "\u3400"
    plain_year = number.word.isdecimal() and len(number.word) == 4 and int(number.word) in _YEARS
    if plain_year and numeral.last == numeral.number + 1:
        definite = numeral.number > 0 and tokens[numeral.number - 1].word == "the"
        return concept is not None and concept.name != "year" and concept.kind != "thing" and not definite
    if concept is not None or numeral.bound is not Bound.EXACT:
        return True
    scaled = numeral.last > numeral.number + 1  # "340 million": no type is called so
    return (scaled or not _follows_name(tokens, text, numeral, reader)) and not _is_aside(tokens, numeral)


def _is_classified(tokens: Sequence[Token], numeral: Numeral, reader: NumeralReader) -> bool:
    """Whether a measure word makes a number word a count, whatever its noun: 四扇闸门, 네 개."""
    words = reader.words
    if words is None or numeral.last >= len(tokens) or not words.cardinals.match(tokens, numeral.number):
        return False
    return words.classifiers.match(tokens, numeral.last) is not None


def _is_of_people(tokens: Sequence[Token], numeral: Numeral, reader: NumeralReader) -> bool:
    """Whether a number counts people by its form: "семеро остаются", "öten meghaltak", "трийсет и трима", "204-ма"."""
    ended = any(people_end(tokens, at) == numeral.last for at in range(numeral.number + 1, numeral.last))
    words = range(numeral.number, numeral.last)
    return ended or bool(reader.words and any(reader.words.people.match(tokens, at) for at in words))


def _is_of_another(tokens: Sequence[Token], numeral: Numeral, reader: NumeralReader, measures: MeasureReader) -> bool:
    """Whether "a" belongs to something else than the fate that was read with it: "three were killed by a bomb"."""
    if not numeral.is_one or numeral.is_alone or reader.words is None:
        return False
    if tokens[numeral.number].word not in reader.words.articles:
        return False
    return measures.adjoins(tokens, numeral.last, len(tokens)) is None


def _is_one_of_kind(tokens: Sequence[Token], numeral: Numeral, counted: Counted, reader: NumeralReader) -> bool:
    if counted.concept is None or reader.words is None:
        return False
    if numeral.is_alone and _is_denied(tokens, numeral, reader):
        return False
    is_article = tokens[numeral.number].word in reader.words.articles and not numeral.is_alone
    if is_article and reader.words.ordinals.match(tokens, numeral.last):
        return False  # "une troisième victime"
    if numeral.last < len(tokens) and reader.words.more.match(tokens, numeral.last):
        return False  # "ein weiterer Mensch", one more than were told of
    following = tokens[numeral.last].word if numeral.last < len(tokens) else ""
    if following in {"of", "из", "з", "de", "von", "z"}:
        return False
    allowed = {"state"} if is_article else {"state", "person", "thing", "unit", "money", "rate"}
    return counted.concept.kind in allowed


def _is_denied(tokens: Sequence[Token], numeral: Numeral, reader: NumeralReader) -> bool:
    """Whether "a single" only says that there was none: "not a single shot", "nobody hid a single body"."""
    none = reader.words.none if reader.words else None
    near = range(max(0, numeral.first - _DENIED_REACH), numeral.first)
    return any(tokens[at].word in _NOT or bool(none and none.match(tokens, at)) for at in near)


def _follows_name(tokens: Sequence[Token], text: str, numeral: Numeral, reader: NumeralReader) -> bool:
    """Whether the word before is a name, or its script does not say: "Boeing 737", "Article 5", "ایلوشین ۷۶"."""
    at = numeral.first - 1
    if at < 0 or not tokens[at].is_word:
        return False
    initial = text[tokens[at].start]
    has_case = initial.lower() != initial.upper()
    if not has_case and reader.words and reader.words.stops.match(tokens, at):
        return False  # "प्रशासन अब भी 19 बता रहा है"
    return not has_case or (at > 0 and initial.isupper() and tokens[at].end + 1 == tokens[numeral.first].start)


def _is_aside(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the number stands alone between commas or brackets: an age, a list's number."""
    before = tokens[numeral.first - 1].word if numeral.first else ""
    after = tokens[numeral.last].word if numeral.last < len(tokens) else ""
    return before in _ASIDE_MARKS and after in _ASIDE_MARKS
