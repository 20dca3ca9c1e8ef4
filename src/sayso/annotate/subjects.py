"""The source that stands after its verb with other words between: "said to local radio on Monday Ana Lenz".

What may stand between is passed over: adverbs, times, the person told, one prepositional phrase. Where it cannot be
seen that the phrase has ended and a subject begun, nothing is given: the name after "agency" is the agency's.
"""

from sayso.annotate.given_names import is_given_name
from sayso.annotate.noun_phrases import STOPS, Phrase, is_name, name_in_marks, phrase_after
from sayso.annotate.occasions import without_occasion
from sayso.annotate.reading import AHEAD, COMMAS, Reading
from sayso.annotate.source_kinds import words_of

BETWEEN = 5  # things between a verb and its subject
TAIL = 10  # tokens after a subject: "on Tuesday in a telephone interview"
HEAD = 4  # tokens of a phrase in which its head stands: "ein 40 Jahre alter Anwohner"
NAMES = 4  # words of a person's name
OFFICE = 4  # words before it: "руководитель пресс-службы ведомства"
NEAR = 3  # tokens from a preposition to the noun that shows it leads to a body: "in the interior ministry"


def subject_after(
    reading: Reading, i: int, verb: str, stop: int | None = None, *, strict: bool = True, apposed: bool = True
) -> Phrase | None:
    """The subject that stands at or after token `i`, which follows the verb.

    Where it cannot be an object ("…", says a neighbour) an article and a noun are enough, else (`strict`) the phrase
    has to name somebody.
    """
    ceiling = reading.stop if stop is None else stop
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    housed = _housed_past_names(reading, i, verb, ceiling)
    if housed is not None:
        return housed
    for _ in range(BETWEEN):
        held = locative(reading, i, verb, ceiling)
        if held is not None:
            return held
        beyond = _past_between(reading, i, ceiling)
        if beyond == i:
            break
        i = beyond
    if i >= ceiling or is_subjectless(reading, verb, i):
        return None
    if of.is_in(lows[i], "oblique"):
        return None
    phrase = phrase_after(reading.passage, i, ceiling, reading.statement.level, apposed=apposed)
    if phrase is None:
        return None
    if reading.has("held_quotes") and reading.has("elisions") and reading.is_in(phrase[0], "free_relatives"):
        end = next((k for k in range(i + 1, ceiling) if reading.is_mark(k, STOPS) or not reading.outside(k)), ceiling)
        return (phrase[0], end) if end - phrase[0] > 1 else None  # racconta | chi lo precedeva
    phrase = _past_objects(reading, phrase)
    if phrase is None:
        return None
    phrase = without_medium(reading, phrase)
    if reading.has("bare_subjects") and is_name(reading.passage, phrase[0]):
        # сообщил Halyard | представитель завода: a name in front of an office is the one told
        heads = range(phrase[0] + 1, min(phrase[1], phrase[0] + HEAD))
        head = next((k for k in heads if lows[k] in of.heads and not is_name(reading.passage, k)), phrase[0])
        phrase = (_with_its_adjective(reading, phrase[0], head), phrase[1])
    tells = not reading.has("indefinite_plural")  # "её каждый вечер": where there are no articles, it may be an object
    determined = not strict and tells and phrase[1] - phrase[0] > 1 and of.is_in(lows[phrase[0]], "determiners")
    if not strict and _is_bare_speaker(reading, phrase, ceiling):
        return phrase
    return phrase if determined or names_speaker(reading, phrase) else None


def _with_its_adjective(reading: Reading, first: int, head: int) -> int:
    """Where a body's name begins whose first words are adjectives: повідомляє | Державна служба."""
    endings = reading.passage.grammar.adjective_endings
    before = range(first, head)
    agrees = bool(endings) and all(reading.word(k).endswith(endings) for k in before)
    return first if agrees and not is_given_name(reading.passage.tokens.raw[first]) else head


def _housed_past_names(reading: Reading, i: int, verb: str, ceiling: int) -> Phrase | None:
    """The body behind the names of those told: сообщили Halyard в | пресс-службе."""
    run = i
    while lacks_subject(reading, verb) and run < min(ceiling, i + BETWEEN):
        marks = name_in_marks(reading.passage, run, reading.statement.level)
        if marks is None and not is_name(reading.passage, run):
            break
        run = marks.last + 1 if marks is not None else run + 1
    return locative(reading, run, verb, ceiling) if run > i and reading.has("bare_subjects") else None


def _past_objects(reading: Reading, phrase: Phrase) -> Phrase | None:
    """The subject alone behind what it does and whom it tells: разводит | руками | бригадир, приводит слова | Гая."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    first, end = phrase
    outlets = (k for k in range(first, end) if lows[k] in of.outlets and not is_name(reading.passage, k))
    if reading.is_in(first, "possessors") and end - first > 1 and lows[first + 1] in of.outlets:
        return (first, first + 1) if of.told_endings else phrase  # цитує | його | газета
    if reading.is_in(first, "words_of"):
        return (first + 1, next((k for k in outlets if k > first + 1), end)) if end > first + 1 else phrase
    marks = name_in_marks(reading.passage, first + 1, reading.statement.level) if end > first + 2 else None
    if marks is not None and lows[first] in of.outlets and of.told_endings and marks.last + 1 < end:
        return (first, marks.last + 1)  # цитирует издание «Пульс» | профессора
    told = not is_name(reading.passage, first) and lows[first].endswith(of.told_endings or ("\0",))
    if not told or lows[first] in of.heads or reading.is_in(first, "determiners", "pronouns"):
        return phrase
    for k in range(first + 1, min(end, first + HEAD)):
        if lows[k] in of.heads or (is_name(reading.passage, k) and k + 1 < end and is_name(reading.passage, k + 1)):
            return (k, end)
    if not is_name(reading.passage, end - 1):
        return phrase
    return None if lows[end - 1].endswith(of.told_endings) else (end - 1, end)  # сказал министру | Гай, not Гаю


def _is_bare_speaker(reading: Reading, phrase: Phrase, ceiling: int) -> bool:
    """Whether one noun alone, not in the ending of an object, is all that follows the verb: — шепчет | гончар."""
    word, end = reading.word(phrase[0]), phrase[1]
    if end - phrase[0] > 1 or not reading.passage.grammar.object_endings:
        return False
    closed = end >= ceiling or reading.is_mark(end, STOPS)
    return closed and word.isalpha() and not word.endswith(reading.passage.grammar.object_endings)


def with_name_apposed(reading: Reading, phrase: Phrase) -> Phrase:
    """A source with the name that a comma sets after its office: "…", said the hospital's spokeswoman, | Ana Lis."""
    if not reading.is_mark(phrase[1], COMMAS):
        return phrase
    end = phrase[1] + 1
    if reading.has("bare_subjects"):
        end = _past_office(reading, end)
    while end < min(reading.stop, phrase[1] + 1 + NAMES + OFFICE) and reading.outside(end):
        if not is_name(reading.passage, end):
            break
        end += 1
    closed = end >= reading.stop or reading.is_mark(end, STOPS)
    return (phrase[0], end) if end - phrase[1] > 2 and closed else phrase


def _past_office(reading: Reading, first: int) -> int:
    """The token after the office that goes before a name, if there is one: сосед, | пенсионер | Иван Гай."""
    of = reading.passage.grammar
    for k in range(first, min(reading.stop, first + OFFICE)):
        if is_name(reading.passage, k):
            office = any(of.is_noun(reading.word(j)) for j in range(first, k))
            names = k + 1 < reading.stop and is_name(reading.passage, k + 1)
            return k if office and names else first
        if (
            not reading.word(k).isalpha()
            or reading.is_in(k, "prepositions", "openers", "that")
            or not reading.outside(k)
        ):
            return first
    return first


def without_medium(reading: Reading, phrase: Phrase) -> Phrase:
    """The speaker alone of "Lenz on network X" and "Lenz to radio X": where, and to whom, is no part of who said it."""
    phrase = without_occasion(reading.passage, phrase)
    for k in range(phrase[0] + 1, phrase[1]):
        if _is_setting(reading, k, phrase):
            return (phrase[0], k)  # сказал Иван Гай | на встрече с рабочими
        tables = ("media", "addressed") if reading.is_in(k, "told_prepositions") else ("media",)
        described = reading.word(k - 1).endswith(reading.passage.grammar.aside_endings or ("\0",))
        of_it = reading.has("elisions") and reading.is_in(k, "by") and not reading.is_in(k, "locatives")
        led = reading.is_in(k, "prepositions") and not described and not of_it  # un consigliere | di lungo corso
        held = _held(reading, phrase, k) if led else range(0)
        if any(reading.is_in(j, *tables) for j in held):
            return (phrase[0], k)
        if _is_where(reading, phrase[0], k):
            return (phrase[0], k)
        if reading.is_in(k, "adverbials") and _ends_with_person(reading, (phrase[0], k)):
            return (phrase[0], k)  # sagte Richterin Petra Lindhorst | in der Begründung
        if reading.is_in(k, "told_articles") and is_name(reading.passage, k - 1) and _is_medium(reading, k + 1):
            return (phrase[0], k)  # sagte Lenz | dem Sender Radio Halden
    return phrase


def _is_setting(reading: Reading, k: int, phrase: Phrase) -> bool:
    """Whether a person's two names end at token `k` and what follows is where or when, no part of a body's name."""
    if k - phrase[0] < 2 or not reading.is_in(k, "settings") or k + 1 >= phrase[1]:
        return False
    names = all(is_name(reading.passage, j) and reading.outside(j) for j in (k - 2, k - 1))
    return names and not is_name(reading.passage, k + 1)


def _held(reading: Reading, phrase: Phrase, preposition: int) -> range:
    """The tokens that may be the noun of a preposition: not those behind the next one, "de Salvagne | sur X"."""
    end = min(phrase[1], preposition + 1 + NEAR)
    other = (k for k in range(preposition + 2, end) if reading.is_in(k, "prepositions"))
    return range(preposition + 1, next(other, end) if reading.has("elisions") else end)


def _is_where(reading: Reading, first: int, k: int) -> bool:
    """Whether a token leads to the place or time after a person's name: Rivas | en los pasillos del Congreso."""
    if not reading.is_in(k, "where") or not is_name(reading.passage, k - 1):
        return False
    return not any(reading.is_in(j, "linkers") for j in range(first, k))


def _ends_with_person(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase ends with a first and a last name: a known first name, or two names after an office."""
    of, lows, raw = reading.passage.grammar, reading.passage.tokens.low, reading.passage.tokens.raw
    first, last = phrase[1] - 2, phrase[1] - 1
    if first < phrase[0] or not (raw[first][:1].isupper() and raw[last][:1].isupper()):
        return False
    office = first > phrase[0] and of.is_noun(lows[first - 1]) and not of.is_noun(lows[first])
    return is_given_name(raw[first]) or (office and not of.is_noun(lows[last]))


def _is_medium(reading: Reading, k: int) -> bool:
    """Whether a token is a noun for an outlet or those whom one tells: Zeitung, Sender, Journalisten."""
    return k < reading.stop and (reading.word(k) in reading.passage.grammar.outlets or reading.is_in(k, "addressees"))


def is_subjectless(reading: Reading, verb: str, i: int) -> bool:
    """Whether a verb without person ("podano", "hieß es") goes with a preposition at token `i`."""
    of = reading.passage.grammar
    return reading.is_in(i, "locatives") and any(of.is_in(word, "subjectless") for word in verb.split())


def names_speaker(reading: Reading, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a name, a noun for a source or a pronoun."""
    passage = reading.passage
    of, lows = passage.grammar, passage.tokens.low
    if phrase[1] - phrase[0] == 1 and of.is_in(lows[phrase[0]], "pronouns"):
        return not of.is_in(lows[phrase[0]], "demonstratives")
    if not reading.has("cased"):
        return not all(of.is_in(lows[i], "determiners", "prepositions", "relatives") for i in range(*phrase))
    names = 0
    for i in range(phrase[0], min(phrase[1], phrase[0] + HEAD)):
        if i > phrase[0] and of.is_in(lows[i], "prepositions", "linkers"):
            return False
        titled = i + 1 < phrase[1] and reading.is_in(i, "titles") and is_name(passage, phrase[1] - 1)
        if of.is_noun(lows[i]) or titled:
            return True
        names = names + 1 if is_name(passage, i) or passage.quoted[i] != reading.statement.level else 0
        abbreviation = passage.tokens.raw[i].isupper() and len(lows[i]) > 1
        if names and (abbreviation or names > 1 or not reading.has("nouns_capitalised")):
            return True
    return phrase[1] - phrase[0] == 1 and is_name(passage, phrase[0])


def is_somebody(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is an office, a body or a name for certain, not by a capital that the place gives it."""
    passage = reading.passage
    of, lows = passage.grammar, passage.tokens.low
    leads = of.is_in(lows[phrase[0]], "prepositions") and not of.is_in(lows[phrase[0]], "article_prepositions")
    if not names_speaker(reading, phrase) or leads:
        return False
    head = range(phrase[0], min(phrase[1], phrase[0] + HEAD))
    end = next((k for k in head if k > phrase[0] and of.is_in(lows[k], "prepositions", "linkers")), head.stop)
    if any(of.is_noun(lows[k]) for k in range(phrase[0], end)):
        return True
    if of.is_in(lows[phrase[0]], "determiners") and lows[end - 1] in words_of(of.language, "person"):
        return True  # "the survivor"
    names = [k for k in range(phrase[0], end) if is_name(passage, k) and not of.is_in(lows[k], "determiners")]
    return len(names) > 1 or (bool(names) and names[0] > phrase[0])


def locative(reading: Reading, i: int, verb: str, stop: int) -> Phrase | None:
    """The body that "in" leads to where a verb has no other subject: заявили в министерстве, hieß es aus Moskau."""
    if not reading.is_in(i, "locatives"):
        return None
    return body_after(reading, i + 1, stop) if lacks_subject(reading, verb) else None


def lacks_subject(reading: Reading, verb: str) -> bool:
    """Whether a verb may have nobody for its subject: "they said" of no one, "it was said"."""
    of = reading.passage.grammar
    return any(word.endswith(of.plural_verbs or ("\0",)) or of.is_in(word, "subjectless") for word in verb.split())


def body_before(reading: Reading, verb: str, start: int) -> Phrase | None:
    """The body in whose house it is said: a clause that begins "In the ministry" and has no other subject."""
    of = reading.passage.grammar
    if not lacks_subject(reading, verb):
        return None
    first = next((k + 1 for k in range(start - 2, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
    if reading.is_mark(start - 1, COMMAS) and reading.is_mark(first - 1, COMMAS):  # behind an apposition
        ahead = next((k + 1 for k in range(first - 2, reading.low, -1) if reading.is_mark(k, STOPS)), reading.low)
        first = ahead if reading.is_in(ahead, "locatives") else first
    while first < start and (reading.is_in(first, "coordinators") or of.is_adverb(reading.word(first))):
        first += 1
    if not reading.is_in(first, "locatives") or not all(_is_plain(reading, k) for k in range(first, start)):
        return None
    body = body_after(reading, first + 1, start)
    if body is None:
        return None
    if (told := next((k for k in range(body[0] + 1, body[1]) if told_in_marks(reading, k, start) == start), 0)) > 0:
        return (body[0], told)  # У пресслужбі | «Ранковому кур'єру» | повідомили
    passed = ("times", "adverbs", "prepositions", "auxiliaries", "impersonals", "time_prepositions")
    apposed = reading.is_mark(body[1], COMMAS) and reading.is_mark(start - 1, COMMAS) and start - 1 > body[1]
    if apposed and not any(of.is_verb(reading.word(k)) for k in range(body[1], start)):
        return body  # Desde el partido verde, socio menor de la coalición, reclaman
    between = range(body[1], start)
    return body if all(reading.is_in(k, *passed) or reading.is_mark(k, COMMAS) for k in between) else None


def _is_plain(reading: Reading, k: int) -> bool:
    """Whether a token stands outside quotations, names in marks left out: У газеті «Вісті» | повідомили."""
    if reading.outside(k) or not reading.has("indefinite_plural"):
        return reading.outside(k)
    first = reading.passage.quotations[reading.passage.quoted[k]].first
    return name_in_marks(reading.passage, first, reading.statement.level) is not None


def body_after(reading: Reading, i: int, stop: int) -> Phrase | None:
    """The phrase at token `i` if it names a body or place that stands for who speaks there."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    phrase = phrase_after(reading.passage, i, stop, reading.statement.level, apposed=False)
    if phrase is None or any(of.is_in(lows[k], "times") for k in range(*phrase)):
        return None
    first = phrase[0]
    noun = any(of.is_noun(lows[k]) for k in range(first, min(phrase[1], first + NEAR)))
    if reading.has("bare_subjects") and _holds_subject(reading, phrase):
        return None
    bare = is_name(reading.passage, first) and not reading.has("nouns_capitalised")
    place = is_name(reading.passage, first) and phrase[1] - first == 1
    marked = name_in_marks(reading.passage, first, reading.statement.level) is not None  # уточнили в «Гелиосе»
    return phrase if noun or bare or place or marked else None


def _holds_subject(reading: Reading, phrase: Phrase) -> bool:
    """Whether a noun in the form of a subject stands behind the first one: в итоге | жители | заявили."""
    heads, lows = reading.passage.grammar.heads, reading.passage.tokens.low
    return (
        any(
            lows[k] in heads and not is_name(reading.passage, k) and lows[k] != lows[phrase[0]]
            for k in range(phrase[0] + 1, phrase[1])
        )
        and lows[phrase[0]] not in reading.passage.grammar.nouns
    )


def is_closed(reading: Reading, source: Phrase) -> bool:
    """Whether nothing but when, where and to whom follows a source before the next mark."""
    of = reading.passage.grammar
    for k in range(source[1], min(reading.stop, source[1] + TAIL)):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return True
        if reading.is_in(k, "that", "openers") and not reading.is_in(k, "prepositions", "linkers", "adverbs"):
            return False
        if reading.is_in(k, "negations"):
            return False
        if of.is_verb(reading.word(k)) and not reading.is_in(k, "determiners", "prepositions", "adverbs"):
            return False
    return source[1] + TAIL >= reading.stop or source[1] >= reading.stop


def is_turn(reading: Reading, content: Phrase) -> bool:
    """Whether some words are but a subject whose turn it is: Kelm, dal canto suo, | denuncia l'esercito."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    turn = next((k for k in range(*content) if of.after("turns", lows, k) >= content[1]), content[0])
    return turn - content[0] > 1 and not any(of.is_verb(lows[k]) for k in range(content[0], turn))


def _past_between(reading: Reading, i: int, stop: int) -> int:
    """The token after one thing that may stand between verb and subject; `i` if none stands there."""
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    if i >= stop or not reading.outside(i):
        return told_in_marks(reading, i, stop)
    after = of.after("carried_after", lows, i)
    if after > i:
        return after
    if not is_name(reading.passage, i) or reading.has("nouns_capitalised"):
        timed = past_time(reading, i, stop)
        if timed > i:
            return timed
        if of.is_adverb(lows[i]) and not reading.is_in(i, "pronouns", "prepositions", "negations"):
            return i + 1
    told = past_addressee(reading, i, stop)
    if told > i:
        return told
    if reading.has("elisions") and reading.is_mark(i, COMMAS) and reading.is_in(i + 1, "prepositions"):
        return _past_aside(reading, i, stop)
    return _past_prepositional(reading, i, stop) if reading.is_in(i, "prepositions") else i


def _past_aside(reading: Reading, comma: int, stop: int) -> int:
    """The token after ", a microfoni spenti," between a verb and its subject, where an article or a name follows."""
    ceiling = min(stop, comma + AHEAD)
    close = next((k for k in range(comma + 2, ceiling) if reading.is_mark(k, STOPS)), comma)
    if not reading.is_mark(close, COMMAS) or not all(reading.outside(k) for k in range(comma, close)):
        return comma
    subject = reading.is_in(close + 1, "determiners") or is_name(reading.passage, close + 1)
    verb = any(reading.passage.grammar.is_verb(reading.word(k)) for k in range(comma + 2, close))
    return close + 1 if close + 1 < stop and subject and not verb else comma


def past_time(reading: Reading, i: int, stop: int) -> int:
    """The token after "on Tuesday", "diesen Mittwoch", "во вторник вечером", "14 May"."""
    k = i
    while k < stop and k < i + NEAR and reading.is_in(k, "prepositions", "determiners", "time_prepositions"):
        k += 1
    if k < stop and reading.passage.tokens.raw[k].isdigit() and reading.is_in(k + 1, "times"):
        k += 1
    if not reading.is_in(k, "times") or k >= stop:
        return i
    while k < stop and (reading.is_in(k, "times") or reading.passage.tokens.raw[k].isdigit()):
        k += 1
    return k


def past_addressee(reading: Reading, i: int, stop: int) -> int:
    """The token after the one told, in the dative: "журналистам", "dem Sender Radio Tolmar"; `i` if none."""
    marks = told_in_marks(reading, i, stop)
    if marks > i:
        return marks
    k = i
    named = (
        name_in_marks(reading.passage, i + 1, reading.statement.level) if reading.is_in(i, "told_articles") else None
    )
    if named is not None and named.first == i + 1 and reading.is_mark(named.last + 1, COMMAS):
        return named.last + 1  # sagte | der „Halden-Post“, C
    while k < stop and reading.is_in(k, "oblique"):
        k += 1
    if k > i and reading.is_in(k - 1, "addressed") and k < stop and not reading.outside(k):
        return _past_name(reading, k, stop)  # рассказал газете «Вестник» | инженер
    dative = k > i and reading.word(i) not in ("des", "eines")
    article = k < stop and reading.is_in(k, "datives") and reading.is_in(k + 1, "addressed")
    if not dative and not article and _is_dative(reading, k, stop):
        return k + 1
    k += article
    if not (dative or article or reading.is_in(k, "addressed")) or k >= stop:
        return i
    while k < stop and not is_name(reading.passage, k) and not reading.is_in(k, "addressed"):
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return i
        k += 1
    k += 1
    return _past_name(reading, k, stop)


def told_in_marks(reading: Reading, i: int, stop: int) -> int:
    """The token after an outlet's name in marks that stands in the dative, as the one told; `i` if none does.

    "«Ранковому кур'єру»", "«Нашій правді»": an adjective shows it, or one word's ending in -у.
    """
    of = reading.passage.grammar
    marks = name_in_marks(reading.passage, i, reading.statement.level) if i < stop and of.told_names else None
    if marks is None or marks.first != i:
        return i
    first, last = reading.passage.tokens.low[marks.first + 1], reading.passage.tokens.low[marks.last - 1]
    adjective = marks.last - marks.first > 2 and first.endswith(of.told_adjectives or ("\0",))
    return marks.last + 1 if adjective or last.endswith(of.told_names) else i


def _is_dative(reading: Reading, k: int, stop: int) -> bool:
    """Whether one word with a dative ending stands before what was told: повідомили родинам про втрати."""
    of = reading.passage.grammar
    if k + 1 >= stop or not reading.word(k).endswith(of.dative_endings or ("\0",)) or is_name(reading.passage, k):
        return False
    then = k + 2 if reading.is_mark(k + 1, COMMAS) else k + 1
    return reading.is_in(then, "about", "that")


def _past_name(reading: Reading, k: int, stop: int) -> int:
    """The token after the name of an outlet that starts at `k`; its end must show."""
    marks = name_in_marks(reading.passage, k, reading.statement.level) if k < stop else None
    if marks is not None:
        return marks.last + 1
    of, lows = reading.passage.grammar, reading.passage.tokens.low
    while k < stop and is_name(reading.passage, k) and (lows[k] not in of.heads or lows[k] in of.outlets):
        k += 1
    return k


def _past_prepositional(reading: Reading, i: int, stop: int) -> int:
    """The token where the subject begins after "in an interview with the paper"; `i` if that does not show."""
    passage = reading.passage
    of, lows = passage.grammar, passage.tokens.low
    k = i + 1
    while k < min(stop, i + AHEAD):
        marks = name_in_marks(passage, k, reading.statement.level)
        if marks is not None:
            k = marks.last + 1
            continue
        if reading.is_mark(k, STOPS) or not reading.outside(k):
            return i
        if reading.is_in(k - 1, "own_medium") and reading.is_in(k, "addressed") and is_name(passage, k + 1):
            return k + 1  # le dijo a este diario | Ana Lund: the paper that prints it has no name
        held = reading.is_in(k - 1, "prepositions", "linkers", "determiners", "possessive")
        if reading.is_in(k, "determiners") and not held and not reading.is_in(k, "oblique", "linkers"):
            return i if reading.is_in(k, "datives") and reading.is_in(k + 1, "addressed") else k
        if reading.has("bare_subjects") and k > i + 1 and lows[k] in of.heads and not is_name(passage, k):
            return k
        office = reading.has("elisions") and k > i + 1 and not held and of.is_noun(lows[k])
        if office and is_name(passage, k + 1) and lows[k] not in of.outlets and not reading.is_in(k, "addressed"):
            return k  # tuona nel dopogara | mister Lund
        if is_name(passage, k) and k > i + 1 and not is_name(passage, k - 1) and not held:
            run = _past_name(reading, k, stop)
            named = lows[k - 1] in of.outlets or reading.is_in(k - 1, "addressed") or reading.is_in(k, "determiners")
            told = any(reading.is_in(j, "addressed") or lows[j] in of.outlets for j in range(i + 1, k - 1))
            named = named or (
                told and not is_given_name(passage.tokens.raw[k])
            )  # al diario local | Halden Voice is the paper's name
            if not named and run - k > 1 and not reading.has("nouns_capitalised"):
                return k
            k = max(run, k + 1)
            continue
        k += 1
    return i
