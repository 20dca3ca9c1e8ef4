"""Where the noun phrase before or after a cue begins and ends, without a parser.

A phrase is walked word by word from the cue until a word that cannot belong to it: a finite verb, a conjunction, a
mark. Function words come from the lexicon of the language; names are known by their capitals. Every walk is
bounded by `REACH` tokens, so that text without any stop costs no more than other text.
"""

from dataclasses import dataclass

from sayso.annotate.cues import VERB, CueKind, Grammar
from sayso.annotate.given_names import is_given_name
from sayso.annotate.quotations import MARKS, Quotation
from sayso.annotate.tokens import Tokens

REACH = 40  # 99.6 % of the sources annotated in PolNeAR (training split) are shorter
UNSPACED_NAME = 14  # tokens, marks included, where a token is one sign
NAME_IN_MARKS = 6  # tokens, marks included: «Le Monde» inside a phrase, not a quotation
OUTLET_SIGNS = 4  # of the longest Chinese noun for an outlet
STOPS = frozenset(".,;:!?…—–。，、；：！？،؛؟।")
ENDS = frozenset(".!?…。！？؟।")
DASHES = frozenset("—–-")
Phrase = tuple[int, int]
"""Half-open token indices."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as the rules see it."""

    tokens: Tokens
    quotations: list[Quotation]
    quoted: list[int]
    grammar: Grammar

    def is_outside(self, i: int, level: int) -> bool:
        """Whether token `i` stands at a level of quotation: -1 outside all, else the number of one."""
        return self.quoted[i] == level

    def offsets(self, phrase: Phrase) -> tuple[int, int]:
        """The text offsets of some tokens."""
        return self.tokens.start[phrase[0]], self.tokens.end[phrase[1] - 1]


def is_name(passage: Passage, i: int) -> bool:
    """Whether a token begins with a capital letter."""
    return passage.tokens.raw[i][:1].isupper()


def _is_abbreviation_stop(passage: Passage, i: int) -> bool:
    """Whether the full stop at `i` belongs to "Mr." or an initial rather than to a sentence."""
    raw, start, end = passage.tokens.raw, passage.tokens.start, passage.tokens.end
    if raw[i] != "." or i == 0 or end[i - 1] != start[i] or i + 1 >= len(raw):
        return False
    of = passage.grammar
    titled = raw[i - 1][:1].isupper() or of.is_in(raw[i - 1], "titles")
    if titled and of.is_in(raw[i - 1], "titles") and of.is_in(raw[i + 1], "titles") and raw[i + 2 : i + 3] == ["."]:
        return True  # st. | kpt. Beata Lis
    return (
        len(raw[i - 1]) <= 6 and titled and raw[i + 1][:1].isupper() and (len(raw[i - 1]) <= 4 or raw[i - 1].islower())
    )


def name_in_marks(passage: Passage, i: int, level: int) -> Quotation | None:
    """The quotation at `i` if it is but a name set in marks: «Le Monde», 《日报》."""
    number = passage.quoted[i]
    if number < 0 or number == level:
        return None
    quotation = passage.quotations[number]
    if quotation.first + 1 >= len(passage.tokens):
        return None  # a mark that closes a text encloses no name
    last_word = passage.tokens.raw[quotation.last - 1]
    longest = UNSPACED_NAME if "pro_drop" in passage.grammar.flags else NAME_IN_MARKS
    short = quotation.last - quotation.first < longest and last_word not in STOPS
    title = passage.tokens.raw[quotation.first] == "《"
    named = is_name(passage, quotation.first + 1) or _is_outlet_before(passage, quotation.first)
    named = named or _is_called_so(passage, quotation) or is_glued(passage, quotation.first)
    return quotation if title or (short and named) else None


def _is_called_so(passage: Passage, quotation: Quotation) -> bool:
    """Whether a noun goes on behind a name in marks, in Chinese: 救援队“蓝舟”的一名队员."""
    after, before = quotation.last + 1, quotation.first - 1
    if "pro_drop" not in passage.grammar.flags or before < 0 or after >= len(passage.tokens):
        return False
    of, lows = passage.grammar, passage.tokens.low
    leads = passage.tokens.raw[before] in STOPS or any(
        of.starts(lows, k, VERB) == before + 1 for k in _ahead_of(before)
    )
    short = quotation.last - quotation.first < NAME_IN_MARKS
    if leads or (short and of.is_in(lows[after], "nominalisers", "behind_names")):
        return not leads
    inner = "".join(lows[quotation.first + 1 : quotation.last])
    body = "".join(lows[after : after + NAME_IN_MARKS]).startswith(tuple(of.nouns))
    return body or inner.endswith(tuple(of.words["name_endings"]))


def is_glued(passage: Passage, mark: int) -> bool:
    """Whether a preposition or article is written onto a mark, as Hebrew does before names: ל"קול הגליל"."""
    tokens = passage.tokens
    joined = mark > 0 and tokens.end[mark - 1] == tokens.start[mark]
    return joined and passage.grammar.is_in(tokens.low[mark - 1], "glued")


def _ahead_of(i: int) -> range:
    """The tokens at which a cue may begin that ends at a token."""
    return range(max(0, i - 3), i + 1)


def _is_outlet_before(passage: Passage, mark: int) -> bool:
    """Whether a noun for an outlet stands before a mark, where a script has no capitals: صحيفة «الفجر»."""
    flags, outlets = passage.grammar.flags, passage.grammar.outlets
    if "bare_subjects" not in flags or not mark:
        return False
    if "pro_drop" in flags:  # 网站“回声”: tokens are single signs
        return "".join(passage.tokens.low[max(0, mark - OUTLET_SIGNS) : mark]).endswith(
            (*outlets, *passage.grammar.words["named_in_marks"])
        )
    return passage.tokens.low[mark - 1] in outlets


def skip_adverbs_back(passage: Passage, i: int, low: int) -> int:
    """The place before `i` where the adverbs and times that end there begin: "later", "on Tuesday"."""
    of, lows = passage.grammar, passage.tokens.low
    while i > low:
        if of.is_adverb(lows[i - 1]) and not is_name(passage, i - 1):
            i -= 1
        elif of.is_in(lows[i - 1], "times") and not of.is_in(lows[i - 1], "auxiliaries") and i - 1 > low:
            i -= 1
            while i > low and of.is_in(lows[i - 1], "times", "time_prepositions"):
                i -= 1
        else:
            break
    return i


def subject_before(passage: Passage, i: int, low: int, level: int = -1) -> Phrase | None:
    """The noun phrase that ends just before token `i`, not reaching below `low`; appositions belong to it."""
    raw = passage.tokens.raw
    end = skip_adverbs_back(passage, i, low)
    if end <= low:
        return None
    if raw[end - 1] in ",،":
        if "pro_drop" in passage.grammar.flags:
            return None
        opened = _opened_by(passage, end - 1, low, level)
        core = _phrase_back(passage, opened, low, level) if opened is not None else None
        if opened is None or core is None:
            return None
        return (core[0], end - 1) if _is_apposition(passage, opened + 1) else core
    if raw[end - 1] in DASHES:
        opened = next((k for k in range(end - 2, max(low, end - REACH), -1) if raw[k] == raw[end - 1]), None)
        core = _phrase_back(passage, opened, low, level) if opened is not None else None
        return (core[0], end - 1) if core else None
    return _phrase_back(passage, end, low, level)


def _opened_by(passage: Passage, closing: int, low: int, level: int) -> int | None:
    """The comma that opens the parenthesis which the comma at `closing` ends."""
    raw = passage.tokens.raw
    for k in range(closing - 1, max(low, closing - REACH), -1):
        if raw[k] in ",،" and passage.is_outside(k, level):
            return k
        if raw[k] in ENDS and not _is_abbreviation_stop(passage, k):
            return None
    return None


def _is_apposition(passage: Passage, i: int) -> bool:
    """Whether what follows a comma says who somebody is, rather than when or how."""
    word = passage.tokens.low[i]
    of = passage.grammar
    if of.is_in(word, "prepositions", "times", "coordinators", "relatives") or of.is_adverb(word):
        return False
    if passage.tokens.raw[i + 1 : i + 2] == [","] and of.is_in(word, "pronouns"):
        return False  # La préfète, elle, …
    if of.is_verb(word) or (word.endswith(of.participle_endings) if of.participle_endings else False):
        return False
    if of.is_in(word, "negations") or (word.endswith(of.gerund_endings or ("\0",)) and not is_name(passage, i)):
        return False  # министр, комментируя аварию, | заявил
    if "that_needed" in of.flags and word.endswith(of.aside_endings or ("\0",)):
        return False  # zastrzegając anonimowość
    aside = CueKind.CITING | CueKind.CITED | CueKind.BEFORE | CueKind.OWN
    return of.starts(passage.tokens.low, i, aside) == i


def _phrase_back(passage: Passage, end: int, low: int, level: int) -> Phrase | None:
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    floor = max(low, end - REACH)
    k = end
    while k > floor:
        t = k - 1
        marks = name_in_marks(passage, t, level)
        if marks and marks.first >= floor:
            k = marks.first
            continue
        if not passage.is_outside(t, level) or raw[t] in MARKS - {"'", "’"}:
            break
        if "pro_drop" in of.flags and _is_bracketed_day(raw, t):
            k = t - 2
            continue
        if raw[t] == ")":
            opened = next((j for j in range(t, max(floor, t - 12), -1) if raw[j] == "("), None)
            if opened is None:
                break
            k = opened
            continue
        if t == end - 1 and of.is_in(lows[t], "pronouns"):
            part = t - floor > 1 and of.is_in(lows[t - 1], "linkers") and of.is_in(lows[t - 2], "partitives")
            return (t - 2 if part else t, end)  # uno de ellos
        if raw[t] in STOPS and not _is_abbreviation_stop(passage, t):
            break
        if raw[t] == "）" or (raw[t] == "-" and ("verb_first" in of.flags or _is_spaced(passage, t))):
            break  # behind a dateline
        if _ends_phrase_back(passage, t, k, floor):
            break
        k = t
    return _stripped(passage, k, end)


def _is_spaced(passage: Passage, i: int) -> bool:
    """Whether a blank stands on both sides of a token, so that a hyphen is a dash."""
    start, end = passage.tokens.start, passage.tokens.end
    return 0 < i < len(start) - 1 and end[i - 1] < start[i] and end[i] < start[i + 1]


def _is_bracketed_day(raw: list[str], closing: int) -> bool:
    """Whether a Chinese date sets its number in brackets: 昨（6）日."""
    return closing > 1 and raw[closing] == "）" and raw[closing - 1].isdigit() and raw[closing - 2] == "（"


def _ends_phrase_back(passage: Passage, t: int, k: int, floor: int) -> bool:
    of, word = passage.grammar, passage.tokens.low[t]
    if of.is_in(word, "linkers") and of.is_in(word, "coordinators"):
        return k == t + 1 and not _joins_nouns(passage, t, floor)
    if of.is_in(word, "openers"):
        return True
    if of.is_in(word, "possessive"):
        return False
    if of.is_in(word, "determiners"):
        return False
    before = passage.tokens.low[t - 1] if t > floor else ""
    if "elisions" in of.flags and of.is_in(word, "linkers") and is_name(passage, t + 1):
        return False  # la mission de l'ONU en Ostravie
    if of.is_in(word, "auxiliaries"):
        dated = "pro_drop" in of.flags and passage.tokens.raw[t + 1].isdigit()
        return not (dated or of.is_in(before, "determiners"))  # 红新月会 | 13日说: no verb follows that it helps
    if not is_name(passage, t) and of.is_verb(word):
        return not (of.is_in(before, "determiners", "possessive") or of.is_adverb(before))
    return of.is_in(word, "pronouns") and not of.is_in(word, "determiners")


def _joins_nouns(passage: Passage, conjunction: int, floor: int) -> bool:
    """Whether "and" joins two noun phrases: nothing verb-like stands between it and the start of the clause."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    if conjunction <= floor:
        return False
    for j in range(conjunction - 1, max(floor, conjunction - 14) - 1, -1):
        if raw[j] in STOPS or raw[j] in MARKS or (of.is_in(lows[j], "openers") and not of.is_in(lows[j], "linkers")):
            return j < conjunction - 1 and raw[j] not in MARKS
        if of.is_in(lows[j], "possessive"):
            continue
        if of.is_in(lows[j], "auxiliaries") or (not is_name(passage, j) and of.is_verb(lows[j])):
            return False
    return True


def _stripped(passage: Passage, start: int, end: int) -> Phrase | None:
    """The phrase without conjunctions, adverbs and prepositional phrases before it."""
    of, lows = passage.grammar, passage.tokens.low
    moved = True
    while start < end and moved:
        moved = False
        word = lows[start]
        if (of.is_in(word, "openers", "coordinators") or of.is_adverb(word)) and not of.is_in(word, "determiners"):
            start += 1
            moved = True
        elif of.is_in(word, "prepositions") and not of.is_in(word, "determiners") and start + 1 < end:
            start = _after_prepositional(passage, start, end)
            moved = True
        elif of.is_in(word, "times") and not of.is_in(word, "determiners") and start + 1 < end:
            start += 1
            moved = True
    while "dash_turns" in of.flags and start < end and passage.tokens.raw[start] in STOPS:
        start += 1  # w Serie A. | Agent
    if start >= end or not any(ch.isalpha() for token in passage.tokens.raw[start:end] for ch in token):
        return None
    if (
        end - start == 1
        and of.is_in(lows[start], "times", "prepositions", "determiners", "linkers")
        and not of.is_in(lows[start], "pronouns")
    ):
        return None
    return (start, end) if _can_speak(passage, start, end) else None


def _can_speak(passage: Passage, start: int, end: int) -> bool:
    """Whether a phrase looks like somebody: a name, a pronoun, a determined or plural noun, never a bare adjective."""
    of, lows = passage.grammar, passage.tokens.low
    if start and of.is_in(lows[start - 1], "infinitive"):
        return False
    if of.participle_endings and lows[start].endswith(of.participle_endings) and not is_name(passage, start):
        return False
    if "bare_subjects" in of.flags or of.is_in(lows[start], "determiners", "pronouns", "possessors"):
        return True
    if "suffixed_article" in of.flags and of.is_noun(lows[start]):
        return True  # Într-un comunicat, | armata | a precizat
    if any(is_name(passage, i) for i in range(start, end)):
        return True
    last = lows[end - 1]
    return last.endswith(of.plural_endings) or last in of.words["speakers"]


def _after_prepositional(passage: Passage, start: int, end: int) -> int:
    """Where the noun phrase after a leading "in Kyiv on Monday" starts; `end` if nothing is left."""
    of, lows = passage.grammar, passage.tokens.low
    for j in range(start + 2, end):
        held = of.is_in(lows[j - 1], "prepositions", "determiners", "linkers", "possessive")
        if of.is_in(lows[j], "determiners", "pronouns") and not held and not of.is_in(lows[j], "times"):
            return j
    for j in range(end - 1, start, -1):
        if of.is_in(lows[j], "times") or passage.tokens.raw[j].isdigit():
            return j + 1
    return end


def phrase_after(passage: Passage, i: int, high: int, level: int = -1, *, apposed: bool = True) -> Phrase | None:
    """The noun phrase that starts at token `i`, not reaching `high`."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    ceiling = min(high, i + REACH)
    if i < ceiling and of.is_in(lows[i], "pronouns") and not of.is_in(lows[i], "determiners"):
        return (i, i + 1)
    j = i
    while j < ceiling:
        marks = name_in_marks(passage, j, level)
        if marks and marks.last < ceiling:
            j = marks.last + 1
            continue
        if not passage.is_outside(j, level) or raw[j] in MARKS - {"'", "’"}:
            break
        if raw[j] in ",،" and apposed and j > i:
            closing = _apposition_end(passage, j, ceiling, level)
            if closing is not None:
                j = closing
            break
        if raw[j] == "(":
            j = next((k for k in range(j, min(ceiling, j + 12)) if raw[k] == ")"), j)
            if raw[j] == "(":
                break
            j += 1
            continue
        if raw[j] in STOPS and not _is_abbreviation_stop(passage, j):
            break
        if j > i and _opens_relative(passage, j, reduced=apposed):
            j = _next_stop(passage, j, ceiling, level)
            break
        if _ends_phrase_forward(passage, i, j, ceiling):
            break
        j += 1
    return _without_loose_end(passage, i, j)


def _opens_relative(passage: Passage, j: int, *, reduced: bool) -> bool:
    """Whether a relative clause goes on with the phrase, or (`reduced`) a participle: "a poll conducted in May"."""
    of, lows = passage.grammar, passage.tokens.low
    if of.is_in(lows[j], "relatives") and not of.is_in(lows[j], "bare_that"):
        article = "nouns_capitalised" in of.flags and "guarded" in of.flags and of.is_in(lows[j], "determiners")
        return not article or passage.tokens.raw[j - 1] == ","  # German "der" is a relative after a comma only
    if not reduced:
        return False
    participle = bool(of.verb_endings) and lows[j].endswith(of.verb_endings) and not is_name(passage, j)
    return participle and not is_name(passage, j - 1) and not of.is_in(lows[j - 1], "determiners", "possessive")


def _without_loose_end(passage: Passage, i: int, j: int) -> Phrase | None:
    """The phrase without prepositions, adverbs and marks that end it."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    loose = ("linkers", "prepositions", "coordinators", "adverbs", "determiners")
    while j > i and (of.is_in(lows[j - 1], *loose) or raw[j - 1] in STOPS):
        if "late_subjects" in of.flags and j - i > 1 and is_name(passage, j - 1) and is_name(passage, j - 2):
            break  # el portal Lumbra Hoy
        if j == i + 1 and of.is_in(lows[i], "pronouns"):
            break
        j -= 1
    return (i, j) if j > i and any(ch.isalpha() for ch in "".join(raw[i:j])) else None


def _next_stop(passage: Passage, i: int, ceiling: int, level: int) -> int:
    """The first mark at or after `i` that ends a clause."""
    for j in range(i, ceiling):
        if not passage.is_outside(j, level):
            return j
        if passage.tokens.raw[j] in STOPS and not _is_abbreviation_stop(passage, j):
            return j
    return ceiling


def _apposition_end(passage: Passage, comma: int, ceiling: int, level: int) -> int | None:
    """Where the apposition after `comma` ends; None if there is none."""
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    k = comma + 1
    if k >= ceiling or not passage.is_outside(k, level):
        return None
    begins = of.is_in(lows[k], "apposed", "person_relatives") or raw[k].isdigit()
    if not begins or ("late_subjects" in of.flags and any(of.is_in(low, "times") for low in lows[k + 1 : k + 3])):
        return None  # según la policía, | el próximo lunes
    for j in range(k, ceiling):
        if not passage.is_outside(j, level):
            return j if raw[j - 1] not in STOPS else j - 1
        if raw[j] in STOPS and raw[j] not in DASHES and not _is_abbreviation_stop(passage, j):
            if raw[j] in ",،" and raw[k].isdigit() and j == k + 1:
                continue
            return j
    return ceiling


def _ends_phrase_forward(passage: Passage, i: int, j: int, ceiling: int) -> bool:
    of, lows, raw = passage.grammar, passage.tokens.low, passage.tokens.raw
    word = lows[j]
    if j > i and raw[j][:1].isdigit() and not is_name(passage, j - 1) and "bare_subjects" in of.flags:
        return True
    following = lows[j + 1] if j + 1 < ceiling else ""
    decided = _ends_guarded(passage, i, j) if j > i and "guarded" in of.flags else None
    if decided is not None:
        return decided
    if of.is_in(word, "possessive"):
        return False
    if of.is_in(word, "linkers"):
        return (j == i and not of.is_in(word, "determiners")) or of.is_in(following, "times", "that")
    if j == i and of.is_in(word, "determiners"):
        return False
    if "late_subjects" in of.flags and j > i and of.is_in(word, "times") and raw[j][:1].isupper():
        return "nouns_capitalised" in of.flags or not is_name(passage, j - 1)  # el portal Lumbra | Hoy
    if of.is_in(word, "openers", "auxiliaries", "times", "prepositions"):
        return True
    if j > i and of.is_in(word, "pronouns"):
        return True
    if j > i and of.is_adverb(word) and not is_name(passage, j):
        return True
    if j > i and not raw[j][:1].isupper() and of.is_verb(word):
        return not of.is_in(lows[j - 1], "determiners", "possessive")
    if "nouns_capitalised" in of.flags and j > i and is_name(passage, j - 1) and not is_name(passage, j):
        return not of.is_in(word, "genitives")
    return False


def _follows_full_name(passage: Passage, j: int) -> bool:
    """Whether a full name stands before token `j`: no genitive follows it, rief Lena Prell | der Menge zu."""
    first, last = passage.tokens.raw[j - 2 : j] if j > 1 else ("", "")
    return is_given_name(first) and last[:1].isupper()


def _ends_guarded(passage: Passage, i: int, j: int) -> bool | None:
    """What guarded grammars know of a token inside a phrase: True ends it, False does not, None does not say."""
    of, lows = passage.grammar, passage.tokens.low
    word, before = lows[j], lows[j - 1]
    if of.starts(lows, j, CueKind.CITING | CueKind.CITED | CueKind.BEFORE) > j or of.after("closers", lows, j) > j:
        return True
    if "verb_first" in of.flags and of.is_in(word, "that"):
        return True
    if "bare_subjects" in of.flags and not {"verb_first", "pro_drop"} & of.flags and of.starts(lows, j, VERB) > j + 1:
        return True  # به نقل از پلیس | گزارش داد
    if of.is_in(word, "genitives") and _follows_full_name(passage, j):
        return True
    if "elisions" in of.flags:
        if is_name(passage, j):
            return False  # il quotidiano La Voce
        if _opens_another(passage, j):
            return True
    if not of.is_in(word, "auxiliaries"):
        return None
    article = j == i + 1 and of.is_in(before, "determiners")  # Italian "lo stato maggiore"
    elided = of.is_in(word, "determiners") and of.is_in(before, "linkers")  # French "de l'Intérieur"
    return False if article or elided else None


def _opens_another(passage: Passage, j: int) -> bool:
    """Whether an article begins the next phrase, as it follows a noun: secondo l'accusa | l'imputato sapeva."""
    of, lows = passage.grammar, passage.tokens.low
    word, before, after = lows[j], lows[j - 1], lows[j + 1] if j + 1 < len(lows) else ""
    if not of.is_in(word, "determiners") or of.is_in(word, "linkers", "prepositions", "pronouns"):
        return False
    if of.is_in(before, "determiners", "linkers", "prepositions", "coordinators", "possessors") or of.is_adverb(before):
        return False
    return before.isalpha() and not of.is_in(after, "linkers", "prepositions")
