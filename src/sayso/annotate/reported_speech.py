"""Reported speech that goes on by its mood alone, as in German: "Die Straße sei frei. Verletzt worden sei niemand".

The first subjunctive in a main clause says that these are somebody's words and not the writer's. The somebody is
whoever spoke in the sentence before, or, once more, in the one before that; where nobody did, it is not known who.
"""

from sayso.annotate.cues import VERB, Grammar, words_in
from sayso.annotate.given_names import MEN, WOMEN, known_names
from sayso.annotate.noun_phrases import Passage, is_name
from sayso.annotate.reading import COMMAS, Statement
from sayso.annotate.relations import Relation

_FEMININE, _MASCULINE, _NEUTER = "ła", "ł", "ło"  # endings of the Polish past
_VOWELS = ("a", "o", "e", "y", "i")
PRESENT, PAST_PLURAL = ("a", "e", "i", "y"), ("li", "ły")  # podkreśla, not podkreślili
PLURALS = ("i", "y", "e", "zy")  # of who speaks: lekarze, śledczy, władze
OPENING = 14  # tokens in which the finite verb of a main clause stands
SHORTEST = 5  # letters of a verb told by its ending alone
NEXT_WORD = 12  # code points in which the word behind a verb stands
BESIDE = 2  # tokens between a verb and its "ich"


def is_reported(passage: Passage, statement: Statement, *, goes_on: bool) -> bool:
    """Whether a statement stands in the mood of reported speech; `goes_on` is whether the one before was reported.

    Forms that may as well be the writer's own "would" count only after reported speech.
    """
    of = passage.grammar
    if not of.words["reported"] or any(passage.quoted[i] >= 0 for i in range(statement.first, statement.first + 1)):
        return False
    verb = _finite(passage, statement, goes_on=goes_on)
    if verb is None or _is_own(passage, statement, verb):
        return False
    word = passage.tokens.low[verb]
    return of.is_in(word, "reported") or (goes_on and (of.is_in(word, "reported_after") or _is_open(passage, verb)))


def _finite(passage: Passage, statement: Statement, *, goes_on: bool) -> int | None:
    """The first finite verb of a statement, if it stands second and not in a clause that depends."""
    of, lows = passage.grammar, passage.tokens.low
    last = min(statement.end, statement.first + OPENING)
    for i in range(statement.first, last):
        if passage.quoted[i] >= 0 or (is_name(passage, i) and i > statement.first):
            continue
        if of.is_in(lows[i], "reported", "reported_after"):
            return i if i > statement.first else None
        if goes_on and i > statement.first and _is_open(passage, i) and _may_be_second(passage, statement, i):
            return i
        if i == statement.first and of.is_in(lows[i], "determiners"):
            continue  # "sein Mandant" is no "sein"
        if of.is_in(lows[i], "nonfinite"):
            continue  # Verletzt | worden | seien drei
        if of.is_in(lows[i], "auxiliaries") or (of.is_verb(lows[i]) and i > statement.first):
            return None
    return None


def _is_open(passage: Passage, i: int) -> bool:
    """Whether a word has the ending of the mood, and none of an adjective or a past: verbreite, ermittle, spiele."""
    of, word = passage.grammar, passage.tokens.low[i]
    endings = tuple(of.words["mood_endings"])
    if "open_mood" not in of.flags or not endings or not word.endswith(endings) or is_name(passage, i):
        return False
    if len(word) < SHORTEST or not word.isalpha() or word.endswith(tuple(of.words["not_mood_endings"])):
        return False
    closed = ("determiners", "pronouns", "prepositions", "adverbs", "times", "linkers", "openers", "numerals")
    return not of.is_in(word, *closed) and not of.is_verb(word) and of.starts(passage.tokens.low, i, VERB) == i


def _may_be_second(passage: Passage, statement: Statement, i: int) -> bool:
    """Whether a verb may stand at a token: behind a noun, "er" or the one word that opens the sentence."""
    of, lows = passage.grammar, passage.tokens.low
    before = i - 1
    opens = before == statement.first and not of.is_in(
        lows[before], "determiners", "prepositions", "unreported_openers"
    )
    if opens and of.is_adverb(lows[before]) and i + 1 < statement.end and is_name(passage, i + 1):
        return False  # Heute große Kundgebung
    noun = is_name(passage, before) and before > statement.first
    return opens or noun or of.is_in(lows[before], "persons", "nominatives")


def _is_own(passage: Passage, statement: Statement, verb: int) -> bool:
    """Whether the form is the writer's: "ich habe", a comparison "als sei", a set phrase "es sei denn"."""
    of, lows = passage.grammar, passage.tokens.low
    low, high = max(statement.first, verb - BESIDE), min(statement.end, verb + BESIDE + 1)
    if any(of.is_in(lows[i], "unreported") for i in range(low, high)):
        return True
    if passage.tokens.raw[verb - 1] in COMMAS and of.is_in(lows[verb], "reported"):
        return False  # Wie lange er ausfällt, | sei offen
    return of.is_in(lows[statement.first], "unreported_openers")


def points_back(passage: Passage, statement: Statement) -> bool:
    """Whether a statement says that it is the last speaker's still: German "demnach", "den Angaben zufolge"."""
    of, lows = passage.grammar, passage.tokens.low
    places = (i for i in range(statement.first, statement.end) if passage.quoted[i] < 0)
    return bool(of.lists["backward"]) and any(of.after("backward", lows, i) > i for i in places)


def takes_up(passage: Passage, statement: Statement, named: list[str]) -> bool:
    """Whether a verb that opens a statement without a subject may be said of the last speaker, by its gender.

    Polish "Dodał, że …" after "powiedział rzecznik Jan Lis", not after "powiedziała Anna Lis"; `named` is the speaker.
    """
    of, verb = passage.grammar, passage.tokens.low[statement.first]
    if not named or "gendered_past" not in of.flags:
        return False
    known = {who for who in (known_names().get(word) for word in named) if who is not None}
    first = named[0].lower()
    if verb.endswith(_FEMININE):
        return MEN not in known and (WOMEN in known or first.endswith("a"))
    if verb.endswith(_MASCULINE):
        return WOMEN not in known and (MEN in known or not first.endswith(_VOWELS))
    if verb.endswith(_NEUTER):
        return first.endswith(("o", "e"))
    return verb.endswith(PRESENT) and not verb.endswith(PAST_PLURAL) and not first.endswith(PLURALS)


def goes_on_in_number(passage: Passage, verb: int, named: list[str]) -> bool:
    """Whether a verb without a subject agrees in number with the last speaker: "precisó", not "los vecinos"."""
    of = passage.grammar
    plural = passage.tokens.low[verb].endswith(tuple(of.words["plural_says"]) or ("\0",))
    first = named[0].lower() if named else ""
    several = of.is_in(first, "plural_openers") or any(of.is_in(word.lower(), "coordinators") for word in named)
    return bool(of.words["plural_says"]) and bool(named) and plural == several


def goes_on_in_form(before: str, verb: str, of: Grammar) -> bool:
    """Whether a verb without a subject shows what the last speaker's verb showed: uvedl … Dodal, not uvedla, uvedli.

    Where the past shows no gender, or the verb is no past, there is nothing that could speak against it.
    """
    shows = [tuple(of.words[table]) or ("\0",) for table in ("feminine_says", "masculine_says", "plural_says")]
    one, other = (
        next((n for n, endings in enumerate(shows) if word.endswith(endings)), None) for word in (before, verb)
    )
    if "number_in_verb" in of.flags:
        return one == other
    return not of.words["feminine_says"] or other is None or one == other


def another_says(passage: Passage, statement: Statement) -> bool:
    """Whether a verb of saying closes a statement whose speaker could not be read: C, hatte er ausgesagt."""
    of, tokens = passage.grammar, passage.tokens
    comma = max((i for i in range(statement.first, statement.end) if tokens.raw[i] in COMMAS), default=statement.end)
    if comma + 1 >= statement.end:
        return False
    opens = of.is_in(tokens.low[comma + 1], "auxiliaries") or of.starts(tokens.low, comma + 1, VERB) > comma + 1
    return opens and any(of.starts(tokens.low, i, VERB) > i for i in range(comma + 1, statement.end))


def is_told_on(text: str, passage: Passage, taken: Relation) -> bool:
    """Whether "it was said" goes on, and says so, in reported speech: C1, sagte S. C2 sei offen, hieß es | weiter.

    Without "weiter" it may be another's: of a release that the writer has before him.
    """
    of = passage.grammar
    end = max(high for _, high in taken.cue)
    further = words_in(text, (end, min(len(text), end + NEXT_WORD)), of)[:1]
    if not all(of.is_in(word, "told_on") for word in further) or not further:
        return False
    return any(of.is_in(word, "reported") for part in taken.content for word in words_in(text, part, of))
