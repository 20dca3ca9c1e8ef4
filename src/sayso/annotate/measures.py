"""What a number counts: a concept that is the same in every language, or the noun as printed.

Of the nouns and adjectives in the number's noun phrase the most telling names the concept ("65 captured Ukrainian
servicemen" are prisoners). What befell the counted ("killed 12", "12 were killed", "погибли 12 человек") is the
concept where the noun says no more than that they are people, and joins it where it does: "soldier killed". Closed
groups (prisoners, crew, passengers, guards) keep their own name: how many there are is the question asked of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotate.ages import is_age
from sayso.annotate.calibres import calibre_end
from sayso.annotate.counted import AGE, DEAD, NOTHING, Concept, Counted, measure_words
from sayso.annotate.counted_nouns import CASED_NOUNS, NOUN_FIRST, OF, are_unspaced, is_han, owned_end, plain_noun
from sayso.annotate.fates import GLUING, fate, fate_words
from sayso.annotate.number_words import NumberWords
from sayso.annotate.numerals import Numeral
from sayso.annotate.phrases import Token
from sayso.annotate.state_words import IN_HOSPITAL, SENTENCE_MARKS, StateFinder, fits, is_of_others, set_off

PHRASE_REACH = 7  # tokens from the number to its noun: "65 previously captured Ukrainian military personnel" is 5
NOUN_FIRST_REACH = 4  # where adjectives follow their noun
HAN_REACH = 12  # characters
STATE_REACH = 5  # tokens from the noun to "were killed"
VERB_FINAL_REACH = 9  # "12 Menschen sind bei dem Angriff auf die Stadt getötet worden"
STATE_LEFT_REACH = 4  # tokens from "killed" to the number
PARTICIPLE_REACH = 2  # where only a participle stands before the number: "숨진 5명"
TOLL_REACH = 10  # tokens from "death toll" to a number without a noun
HEAD_REACH = 30  # tokens from "the number of people killed near the northern gate" to "has risen to 34"
SINCE_REACH = 5  # tokens from the number to "after", and from there to "died"
CHANGE_REACH = 3  # tokens between "risen" and its number, or behind it
ASIDE_REACH = 9  # tokens of "nine of them children" with its commas
PAST_ASIDE = 3  # tokens behind it to the state: "have been killed"
SUBJECT_REACH = 10  # tokens from "korban meninggal" to "tercatat 31 orang"
COUNT_REACH = 8  # tokens from "number" to the number
COUNTED_REACH = 4  # tokens between "number of" and "killed", or "ölü" and "sayısı"
SYMBOL_LENGTH = 2  # "m" and "t" are units only right after the number
CLOSED_GROUP = 4  # rank from which a noun is never replaced by what befell its people
OWN_NAME = 3  # rank from which it is joined with it
VERB_FINAL = frozenset({"de", "nl", "tr", "fa", "hu", "hi", "ko"})
STATE_BEFORE = frozenset({"ko", "hi"})
HEAD_LAST = frozenset({"en", "zh", "ja"})  # compounds are set apart and end in their head
INVERTING = frozenset({"ru", "uk", "be"})
LENGTHS = frozenset({"kilometre", "metre", "mile", "nautical_mile"})  # "часов в пять" is a time of day
_AL = "ال"
_SYMBOL = re.compile(r"[a-z]+(?=[\uac00-\ud7af\u3040-\u30ff])")  # a unit with a particle
_CURRENCY_CODES = frozenset({"rs", "usd", "eur", "gbp", "chf", "rub", "uah", "pln", "jpy", "cny", "rmb"})
_SLAVIC = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "hr", "sr", "sl", "bg", "mk"})
_WERE = frozenset(("было", "были", "було", "були", "было", "było", "bylo", "bolo", "bilo", "било"))
_IN = frozenset(("в", "у", "за"))
_SKIPPED_MARKS = frozenset("-–—\"'“”„«»‘’(*_[")
HELD = "arrested"
BODY = "body"
SIZED = {"earthquake": "magnitude"}
_GENITIVE_FIRST = frozenset({"ja", "ko", "hi", "ur", "bn", "tr", "fi", "et", "hu"})
_GENITIVES = frozenset(("の", "के", "की", "का", "کے", "کی", "کا"))
_OF_DAYS = frozenset("日月号號時时")  # "遇难人数21日升至31人"
_VERB_FIRST = frozenset({"ar", "he"})
_HEAD_NEXT = frozenset({"hi", "ur", "bn"})  # "मृतकों की संख्या 19 है"
# Where those concerned lead to their number without "number of".
_COUNTED_LAST = frozenset({"zh", "id", "ms", "th", "vi"})
_UNSPACED = frozenset(("zh", "ja", "ko", "vi"))  # where the noun does not follow as one word
_UNCASED = frozenset(("ar", "fa", "hi")) | _UNSPACED
_NOUN_LEADS = frozenset({"sw"})  # "watu 18", people 18
_COMMAS = frozenset(",，、،")
_AS = frozenset(
    (
        "as",
        "at",
        "to",
        "mit",
        "auf",
        "à",
        "en",
        "a",
        "em",
        "na",
        "на",
        "op",
        "di",
        "til",
        "till",
        "la",
        "σε",
        "به",
        "إلى",
    )
) | {"до", "да", "do", "para", "menjadi", "lên", "iki", "naar", "tot"}
LIST_MARKS = frozenset((",", "and", "и", "і", "та", "und", "et", "y", "e", "i", "oraz", "en", "ve", "،", "、"))


@dataclass(slots=True)
class _Phrase:
    """What was met on the way through a noun phrase."""

    end: int
    noun: Concept | None = None
    state: Concept | None = None
    state_at: int = 0
    state_after: bool = False
    plain: list[int] | None = None


class MeasureReader:
    """Finds what the numerals of one sentence count."""

    def __init__(self, language: str, words: NumberWords | None) -> None:
        self._forms = measure_words(language)
        self._words = words
        self._states = StateFinder(self._forms, words)
        self._code = self._forms.language

    def counted(
        self,
        tokens: Sequence[Token],
        text: str,
        numeral: Numeral,
        bounds: tuple[int, int],
        *,
        befallen: bool = True,
    ) -> Counted:
        """What `numeral` counts; `bounds` are the token ranges (end of the last number, start of the next one).

        Not `befallen` is a whole of which only a part is told to have been killed or rescued.
        """
        left, right = bounds
        if money := self._led_by(tokens, numeral, "money"):
            return Counted(money.name, money.unit, money)
        if is_age(tokens, numeral, self._forms):
            return AGE
        phrase = self._noun_phrase(tokens, numeral.last, right)
        noun = phrase.noun
        whose = noun or (self._noun_before(tokens, numeral.first) if self._code in _NOUN_LEADS else None)
        if phrase.state and not fits(phrase.state, whose, alone=self._is_noun(tokens, text, phrase)):
            phrase.state = None
        if noun and noun.kind in {"unit", "rate", "money"}:
            return Counted(noun.name, noun.unit, noun)
        if rate := self._led_by(tokens, numeral, "rate"):
            return Counted(rate.name, rate.unit, rate)
        if befallen and (noun is None or noun.kind == "person"):
            state = (
                phrase.state
                or self._bodies_of(tokens, numeral.first)
                or self._bodies_behind(tokens, phrase)
                or self._told_around(tokens, numeral, phrase, (left, right))
                or (None if noun or phrase.plain else set_off(tokens, numeral.last, self._forms))
            )
            if state is None and not (noun and noun.rank > 1):
                state = self._headed(tokens, numeral, left)
            if merged := _merged(noun, state):
                return Counted(merged, None, state or noun)
        if noun is None and (not phrase.plain or self._code in _NOUN_LEADS):
            noun = self._noun_before(tokens, numeral.first)
        if noun:
            return self._sized(noun, numeral)
        return self._plain_noun(tokens, text, phrase, in_digits=numeral.in_digits)

    def befell_part(self, tokens: Sequence[Token], part: Numeral, whole: Numeral, right: int) -> Concept | None:
        """What befell those whom `part` counts: "17 of the 21 crew were rescued", "rescued 17 of the 21"."""
        phrase = self._noun_phrase(tokens, whole.last, right)
        return phrase.state or self._state(tokens, part, phrase, (0, right))

    def _sized(self, noun: Concept, numeral: Numeral) -> Counted:
        """What a noun counts; nobody counts tenths of an earthquake: "a 7.8 quake" gives its size."""
        if noun.name in SIZED and numeral.low is not None and not numeral.low.is_integer():
            return Counted(SIZED[noun.name], None, noun)
        return Counted(noun.name, noun.unit, noun)

    def _noun_before(self, tokens: Sequence[Token], first: int) -> Concept | None:
        """The noun of "a crew of six", of "автобусов было пять", and of "километрах в пяти", about five kilometres."""
        if first < 2:
            return None
        if self._code in _SLAVIC and tokens[first - 1].word in _WERE:
            turned = self._forms.concepts.ending_at(tokens, first - 1, 2)
            return turned[1] if turned and turned[1].kind in {"person", "thing"} else None
        if self._code in INVERTING and tokens[first - 1].word in _IN:
            turned = self._forms.concepts.ending_at(tokens, first - 1, 2)
            return turned[1] if turned and turned[1].name in LENGTHS else None
        is_plain = self._code in _UNCASED | _NOUN_LEADS  # "the number of passengers 63"
        if not is_plain and tokens[first - 1].word not in OF:
            return None
        found = self._forms.concepts.ending_at(tokens, first if is_plain else first - 1, 3)
        if (
            not found
            and self._code == "ar"
            and all(token.word.startswith(_AL) for token in tokens[first - 1 : first + 1])
        ):
            bare = tokens[first - 1]._replace(word=tokens[first - 1].word.removeprefix(_AL))
            found = self._forms.concepts.match([bare], 0)  # "الطلقات الثلاث", the three shots
        return found[1] if found and found[1].kind in {"person", "thing"} else None

    def _bodies_of(self, tokens: Sequence[Token], first: int) -> Concept | None:
        """That those counted are dead, where their bodies lead to the number: "the bodies of 34", "тіла 34"."""
        end = first - 1 if first and tokens[first - 1].word in OF else first
        found = self._forms.concepts.ending_at(tokens, end, 2) if end else None
        return DEAD if found and found[1].name == BODY else None

    def _is_noun(self, tokens: Sequence[Token], text: str, phrase: _Phrase) -> bool:
        """Whether a state is itself the noun that is counted: "63 Gefallene räumt S ein", not "63 gefallene Bäume"."""
        if self._code in NOUN_FIRST:
            return all(at > phrase.state_at for at in phrase.plain or ())
        if self._code in CASED_NOUNS:
            return not any(at == phrase.state_at + 1 and text[tokens[at].start].isupper() for at in phrase.plain or ())
        return not phrase.plain

    def _bodies_behind(self, tokens: Sequence[Token], phrase: _Phrase) -> Concept | None:
        """That those counted are dead, where their bodies follow: "27人の遺体", "27 लोगों के शव"."""
        if self._code not in _GENITIVE_FIRST or phrase.noun is None or phrase.noun.kind != "person":
            return None
        at = phrase.end + (phrase.end < len(tokens) and tokens[phrase.end].word in _GENITIVES)
        found = self._forms.concepts.match(tokens, at) if at < len(tokens) else None
        return DEAD if found and found[1].name == BODY else None

    def _told_around(
        self, tokens: Sequence[Token], numeral: Numeral, phrase: _Phrase, bounds: tuple[int, int]
    ) -> Concept | None:
        """What befell those counted, in one word near them or in several of their clause."""
        told = fate(tokens, numeral, bounds, self._forms.clause_ends, self._code)
        near = self._state(tokens, numeral, phrase, bounds)
        near = near or self._past_aside(tokens, phrase)
        if near is None or (told and (near.name == IN_HOSPITAL or self._code in GLUING)):
            return Concept(told, "state", 0, None) if told else near
        return near

    def _past_aside(self, tokens: Sequence[Token], phrase: _Phrase) -> Concept | None:
        """What befell them, said behind what commas set off: "22 personas, nueve de ellas niños, murieron"."""
        if phrase.noun is None or phrase.end >= len(tokens) or tokens[phrase.end].word not in _COMMAS:
            return None
        inside = range(phrase.end + 1, min(len(tokens), phrase.end + ASIDE_REACH))
        closed = next((at for at in inside if not tokens[at].is_word and not tokens[at].is_number), None)
        if closed is None or tokens[closed].word not in _COMMAS:
            return None
        return self._states.find(tokens, range(closed + 1, min(len(tokens), closed + 1 + PAST_ASIDE)), phrase.noun)

    def adjoins(self, tokens: Sequence[Token], at: int, right: int) -> Concept | None:
        """The concept named within three tokens from `at`, which a lone "one" or "no" needs."""
        phrase = self._noun_phrase(tokens, at, min(right, at + 3))
        return phrase.state or phrase.noun

    def names_person(self, tokens: Sequence[Token], places: range) -> bool:
        """Whether the first known noun in `places` is one for people, or for one who died: "seventh peacekeeper"."""
        for at in places:
            if not tokens[at].is_word:
                return False
            if found := self._forms.concepts.match(tokens, at):
                dead = found[1].name == DEAD.name and at == places.start and self._code != "en"
                return found[1].kind == "person" or dead
        return False

    def ending_at(self, tokens: Sequence[Token], end: int) -> Concept | None:
        """The concept whose words end before `end`: "погибших | нет"."""
        found = self._forms.concepts.ending_at(tokens, end, 3) if end else None
        return found[1] if found else None

    def names_other(self, tokens: Sequence[Token], places: range) -> bool:
        """Whether a noun for things or money stands in `places`, so that a bare number there counts those."""
        found = (self._forms.concepts.match(tokens, at) for at in places)
        return any(f[1].kind not in {"state", "person"} for f in found if f)

    def names_unit(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a unit or any known noun stands right at `at`."""
        return at < len(tokens) and self._forms.concepts.match(tokens, at) is not None

    def _led_by(self, tokens: Sequence[Token], numeral: Numeral, kind: str) -> Concept | None:
        """The money sign or the rate that stands right before a number."""
        at = numeral.number - 1
        found = self._forms.concepts.match(tokens, at) if at >= 0 else None
        coded = found is not None and tokens[at].word in _CURRENCY_CODES
        if found is None or found[1].kind != kind or (kind == "money" and tokens[at].is_word and not coded):
            return None
        return found[1]

    def _noun_phrase(self, tokens: Sequence[Token], start: int, right: int) -> _Phrase:
        phrase = _Phrase(end=start, plain=[])
        is_han = self._words is not None and self._words.is_han
        reach = HAN_REACH if is_han else NOUN_FIRST_REACH if self._code in NOUN_FIRST else PHRASE_REACH
        limit = min(len(tokens), right, start + reach)
        at, since_noun = start, 0
        while at < limit and since_noun < 3 and not (phrase.noun and self._tells_of_others(tokens, at)):
            word = tokens[at].word
            if is_han and at > start and tokens[at].start > tokens[at - 1].end and are_unspaced(tokens, at):
                break  # "31人死亡　学校寮が倒壊": a blank ends what a headline says
            found = self._concept_at(tokens, at, start)
            if found:
                at = self._take(phrase, found, at)
                if phrase.noun and phrase.noun.kind in {"unit", "rate", "money"}:
                    break
                since_noun = 0
                continue
            if phrase.state and not phrase.noun and word in OF:
                break  # "5.2 million survivors of the earthquake"
            if passed := self._passed(tokens, at, start):
                at = passed
                continue
            if not word[0].isalnum():
                if word not in _SKIPPED_MARKS or (phrase.noun and word not in "-'"):
                    break
                at += 1
                continue
            if tokens[at].is_number or (self._words and self._words.stops.match(tokens, at)):
                break
            if phrase.plain is not None and not phrase.noun:
                phrase.plain.append(at)
            since_noun += phrase.noun is not None or phrase.state is not None
            at += 1
        if not (phrase.noun or phrase.state):
            phrase.end = at if phrase.plain else start
        return phrase

    def _tells_of_others(self, tokens: Sequence[Token], at: int) -> bool:
        found = self._forms.concepts.match(tokens, at) if is_of_others(tokens, at, self._code) else None
        return found is not None and found[1].kind == "state"

    def _passed(self, tokens: Sequence[Token], at: int, start: int) -> int:
        """The index after what says nothing of the noun: whose it is, a calibre, "U.S."; 0 where none of it stands."""
        if owned := owned_end(tokens, at, start):
            return owned
        if self._words and (filler := self._words.fillers.match(tokens, at)):
            return filler[0]
        dotted = tokens[at].word == "." and at > start and len(tokens[at - 1].word) == 1
        if dotted and tokens[at - 1].end == tokens[at].start:
            return at + 1
        return calibre_end(tokens, at)

    def _concept_at(self, tokens: Sequence[Token], at: int, start: int) -> tuple[int, Concept] | None:
        found = self._forms.concepts.match(tokens, at)
        if found is None and at == start and (symbol := _SYMBOL.match(tokens[at].word)):
            found = self._forms.concepts.match([tokens[at]._replace(word=symbol[0])], 0)  # "5.2t의"
            found = (at + 1, found[1]) if found and found[1].kind in {"unit", "rate"} else None
        if found is None:
            return None
        end, concept = found
        is_symbol = len(tokens[at].word) <= SYMBOL_LENGTH and tokens[at].word.isalpha() and not is_han(tokens[at])
        if concept.kind in {"unit", "rate"} and at > start + (0 if is_symbol else 1):
            return None
        return end, concept

    def _take(self, phrase: _Phrase, found: tuple[int, Concept], at: int) -> int:
        """Note a concept met at `at`; the index after it."""
        end, concept = found
        noun = phrase.noun
        if concept.kind == "state":
            if phrase.state is None or concept.name == HELD:
                phrase.state_after = noun is not None
                phrase.state, phrase.state_at = concept, at  # of "62 dead detainees" the detainees are what is counted
        elif noun is None and concept.kind == "thing" and _ends_in(phrase.state, self._code):
            return end  # "11 tys. ofiar trzęsienia ziemi"
        elif noun is None:
            phrase.noun = concept
        elif noun.kind != "person" or concept.kind in {"unit", "rate", "money"}:
            return end
        elif concept.kind == "thing":
            if not (self._code in HEAD_LAST and at == phrase.end):
                return end
            phrase.noun = concept  # "police vehicles"
        elif phrase.state and phrase.state_after and self._code not in HEAD_LAST:
            return end  # "31 orang ditangkap polisi": who arrested them
        elif concept.rank > noun.rank and not (concept.name == "occupant" and noun.rank > 1):
            phrase.noun = concept
        phrase.end = end
        return end

    def _state(
        self, tokens: Sequence[Token], numeral: Numeral, phrase: _Phrase, bounds: tuple[int, int]
    ) -> Concept | None:
        left, right = bounds
        reach = VERB_FINAL_REACH if self._code in VERB_FINAL else STATE_REACH
        has_noun = bool(phrase.noun or phrase.plain)
        if self._code in _VERB_FIRST and numeral.first > left:
            led = self._states.find(tokens, range(numeral.first - 1, numeral.first - 2, -1), phrase.noun)
            if led:
                return led  # "مقتل سبعة من الجنود واعتقال"
        after = self._states.find(tokens, range(phrase.end, min(len(tokens), right, phrase.end + reach)), phrase.noun)
        if after and after.name not in {"person", IN_HOSPITAL}:
            return after
        first = numeral.first
        if has_noun and left and tokens[first - 1].word in LIST_MARKS:
            return after  # "31 detainees and four policemen", "six were killed and 19 soldiers are held": others
        span = TOLL_REACH if not has_noun else PARTICIPLE_REACH if self._code in STATE_BEFORE else STATE_LEFT_REACH
        places = range(first - 1, max(left, first - span) - 1, -1)
        before = self._states.find(tokens, places, phrase.noun, over=frozenset() if has_noun else _COMMAS)
        return before if before and (after is None or before.name == DEAD.name) else after  # "killing 31 in hospital"

    def _headed(self, tokens: Sequence[Token], numeral: Numeral, left: int) -> Concept | None:
        """Those whose number is said to change or to be: "the number of people killed near one gate rose to 34"."""
        first, last = numeral.first, numeral.last
        near = (*range(max(0, first - CHANGE_REACH), first), *range(last, min(len(tokens), last + CHANGE_REACH)))
        registered = fate_words(self._code).registered
        changed = [at for at in near if self._words and self._words.change.match(tokens, at)]
        led = [at for at in range(max(0, first - CHANGE_REACH), first) if registered.match(tokens, at)]
        changes = bool(changed or led)
        if not changes and not (first and (tokens[first - 1].word in _AS or self._code in _HEAD_NEXT)):
            return None
        for at in range(first - 1, max(0, first - HEAD_REACH) - 1, -1):
            counts = at < left and self._is_number(tokens, at) and tokens[at + 1].word not in _OF_DAYS
            if counts or tokens[at].word in SENTENCE_MARKS - _COMMAS:
                return None
            if head := self._forms.heads.match(tokens, at):
                if self._code in _HEAD_NEXT and not changes and head[0] != first:
                    return None
                after = range(head[0], min(first, head[0] + COUNTED_REACH))
                before = range(at - 1, max(0, at - COUNTED_REACH - (self._code in _HEAD_NEXT) * 2) - 1, -1)
                return (
                    self._states.find(tokens, after) or self._states.find(tokens, before) or self._group(tokens, after)
                )
        if changes and self._code in _COUNTED_LAST:
            at = min((*led, *(at for at in changed if at < first)), default=first)
            return self._states.find(tokens, range(at - 1, max(0, at - SUBJECT_REACH) - 1, -1))
        return self._since(tokens, last) if changes and first and tokens[first - 1].word in _AS else None

    def _is_number(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether another number stands at `at`, which the noun for a count may lead to; "one" is mostly an article."""
        found = self._words.cardinals.match(tokens, at) if self._words else None
        return tokens[at].is_number or bool(found and found[1] > 1)

    def is_headed(self, tokens: Sequence[Token], numeral: Numeral) -> bool:
        """Whether a noun for a count leads to a number: "put the number of those away at nine", "le bilan de trois"."""
        for at in range(numeral.first - 1, max(0, numeral.first - COUNT_REACH) - 1, -1):
            if self._is_number(tokens, at) or tokens[at].word in SENTENCE_MARKS:
                return False
            if self._forms.heads.match(tokens, at):
                return True
        return False

    def _since(self, tokens: Sequence[Token], last: int) -> Concept | None:
        """What befell those for whom a number was raised: "raised it to 24 after a woman died"."""
        reach = range(last, min(len(tokens), last + SINCE_REACH))
        at = next((at for at in reach if self._forms.clause_ends.match(tokens, at)), None)
        return None if at is None else self._states.find(tokens, range(at + 1, min(len(tokens), at + 1 + SINCE_REACH)))

    def _group(self, tokens: Sequence[Token], places: range) -> Concept | None:
        """The closed group or things named first in `places`: "the number of crew as 21", "of hospitals at nine"."""
        found = (f[1] for at in places if (f := self._forms.concepts.match(tokens, at)))
        return next((c for c in found if c.kind == "thing" or (c.kind == "person" and c.rank >= CLOSED_GROUP)), None)

    def _plain_noun(self, tokens: Sequence[Token], text: str, phrase: _Phrase, *, in_digits: bool) -> Counted:
        places = phrase.plain or []
        if not places or self._code in _UNSPACED or (in_digits and self._code in _UNCASED):
            return NOTHING  # without capitals a type name ("Ilyushin 76") looks like a count
        return Counted(plain_noun(tokens, text, places, self._code), None, None)


def _ends_in(state: Concept | None, code: str) -> bool:
    """Whether what befell them is what a number counts, and the noun behind it only says in what."""
    return state is not None and state.rank == 0 and code not in HEAD_LAST


def _merged(noun: Concept | None, state: Concept | None) -> str | None:
    if state is None:
        return noun.name if noun else None
    if noun is None or noun.rank < OWN_NAME:
        return state.name
    return noun.name if noun.rank >= CLOSED_GROUP or state.name == "occupant" else f"{noun.name} {state.name}"
