"""What sort of source a phrase names: a person or body, a role, somebody unnamed, a document, an outlet.

Read from the nouns of the phrase (`lexicons/source_nouns.<language>.toml`) and, where a script has capitals, from
names. A phrase the lists do not know counts as named if it holds a name and as a role otherwise.
"""

import functools
import itertools
import re
from collections.abc import Mapping, Sequence

from sayso import lexicon
from sayso.annotate.given_names import is_given_name
from sayso.letters import UNSPACED
from sayso.lexicon import spellings
from sayso.vocab import SourceKind

_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0dff]+(?:[-'’]\w+)*|,")
HEAD_LAST = frozenset({"en", "de", "nl", "sv", "da", "no", "nn", "fi", "tr", "hu", "et"})  # "a Finance Ministry report"
_NAME_BEHIND = frozenset({"hi", "ko"})  # without capitals: what follows a noun for somebody is the name
LABEL = 3  # words of a label that names people: "Kameno mine families"
_PREPOSITION = 5  # letters of a longer word that is none: "especialista em barragens Ana Lenz"
_FALLBACK = "en"
_ONE_CAPITAL = frozenset({"ru", "uk", "be", "bg", "mk", "pl", "cs", "sk"})  # Министерство обороны: only the first word
_ELISION = re.compile(r"^\w{1,5}['’](?=\w\w)")  # l'accusé, dell'imputato
_SUFFIX = re.compile(r"['’]\w+$")
_HAN = re.compile("[\u3400-\u9fff]")
LONGEST_ABBREVIATION = 5  # letters: UNHCR
_AL = "ال"
_AR_PARTICLES = frozenset({"باسم", "في", "من", "عن", "لدى", "على", "إلى", "بشأن", "لشؤون", "لـ", "و"})


@functools.cache
def _nouns(language: str) -> Mapping[str, frozenset[str]]:
    base = language if language in lexicon.languages("source_nouns") else _FALLBACK
    tables = lexicon.load("source_nouns", base).tables
    pronouns = {f"pronoun_{key}": value for key, value in tables.get("pronouns", {}).items()}
    lists = {**tables["nouns"], **tables.get("callings", {}), **pronouns}
    return {key: frozenset(s.lower() for form in forms for s in spellings(form)) for key, forms in lists.items()}


@functools.cache
def _determiners(language: str) -> frozenset[str]:
    """Articles and the like that may open a phrase, where a language has them."""
    if language not in lexicon.languages("cues"):
        return frozenset()
    words = lexicon.load("cues", language).tables["words"].get("determiners", ())
    return frozenset(s.lower() for form in words for s in spellings(form))


@functools.cache
def _by(language: str) -> frozenset[str]:
    """Words before whoever does something: "by", "par", "von"."""
    if language not in lexicon.languages("cues"):
        return frozenset()
    return frozenset(lexicon.load("cues", language).tables.get("nouns", {}).get("by", ()))


def _in_text(phrase: str, language: str) -> str:
    """A phrase as within a sentence: "Le conducteur" at the head of one is no name."""
    words = _WORD.findall(phrase)
    opens = len(words) > 1 and words[1][:1].islower() and words[0].lower() in _determiners(language)
    return phrase[:1].lower() + phrase[1:] if opens else phrase


@functools.cache
def _agencies() -> frozenset[str]:
    agencies = lexicon.load("agencies").tables["agencies"]
    return frozenset(form for name, forms in agencies.items() for form in (name, *forms))


@functools.cache
def _folded_agencies() -> frozenset[str]:
    return frozenset(form.casefold() for form in _agencies())


@functools.cache
def _countries_unspaced() -> re.Pattern[str]:
    forms = {form for forms in lexicon.load("countries").tables["countries"].values() for form in forms.split("|")}
    return re.compile("|".join(sorted((f for f in forms if _HAN.match(f)), key=lambda f: (-len(f), f))))


def words_of(language: str, table: str) -> frozenset[str]:
    """One list of the source nouns of a language, spelt out; empty where the language has none."""
    return _nouns(language.split("-", maxsplit=1)[0]).get(table, frozenset())


def _has(phrase: str, words: list[str], table: frozenset[str], *, unspaced: bool) -> int:
    """The index of the first word that is in a list (for unspaced scripts 0 if one occurs), or -1."""
    if unspaced:
        return 0 if any(noun in phrase for noun in table) else -1
    for i, word in enumerate(words):
        low = word.lower()
        if (
            low in table
            or low.rpartition("-")[2] in table
            or _ELISION.sub("", low) in table
            or low.removesuffix("'s").removesuffix("’s") in table
        ):
            return i
    return -1


def _is_named_at(words: list[str], i: int, *, slavic: bool = False) -> bool:
    """Whether a name stands right after the noun at `i`, or before it as in "Ana Lenz, a spokeswoman"."""
    after = words[i + 1] if i + 1 < len(words) else ""
    capitals = itertools.pairwise(word[:1].isupper() for word in words[i + 1 :])
    if slavic and any(a and b for a, b in capitals):
        return True  # речник міністерства Павло Дзюба: bodies have one capital there
    if any(is_given_name(word) for word in words[i + 1 :]):
        return True  # Священник из Яблонова Георгий Боровиков
    if after[:1].isupper() or any(a == "," and b[:1].isupper() for a, b in itertools.pairwise(words[i:])):
        return True
    if "," not in words[:i]:
        return False
    named = any(a[:1].isupper() and b[:1].isupper() for a, b in itertools.pairwise(words[:i]))
    return named or (words[0][:1].isupper() and len(words[0]) > 3)


def _last_role(words: list[str], i: int, base: str) -> int:
    """The last word of an office of several, which starts at `i`: "Chief | executive | Bram Holt"."""
    roles = words_of(base, "role")
    while base in HEAD_LAST and 0 <= i < len(words) - 1 and words[i + 1].lower() in roles:
        i += 1
    return i


def _names_one(words: list[str], i: int) -> bool:
    """Whether a noun for people nobody names stands beside the name of one."""
    return (words[i][-1:] != "s" or _is_after_name(words, i)) and _is_named_at(words, i)


def _closes_with_name(words: list[str], i: int) -> bool:
    """Whether a full name follows the noun at `i` with nothing but a word for where: "mieszkaniec Karska Jan Lenz".

    A comma sets one beside it: "un expert maritime, Jean Lenz". Not behind a preposition: "sources proches de Marie
    Lenz".
    """
    name = words[-2:]
    if len(words) < i + 3 or not all(word[:1].isupper() for word in name) or not is_given_name(name[0]):
        return False
    between = words[i + 1 : -2]
    return (
        not between
        or between[-1] == ","
        or (between[-1][:1].isupper() and not between[-1].isupper())
        or len(between[-1]) > _PREPOSITION
    )


def _is_after_name(words: list[str], i: int) -> bool:
    """Whether the noun at `i` stands in what a comma sets after a full name: "Ana Lenz, head of a Workers' Union"."""
    name = words[: words.index(",")] if "," in words[:i] else []
    return len(name) > 1 and all(word[:1].isupper() for word in name)


def _is_in_name(words: list[str], i: int) -> bool:
    """Whether the noun at `i` stands in the middle of a name: "the Northern People's Army"."""
    around = words[max(0, i - 1) : i + 2]
    return len(around) == 3 and all(word[:1].isupper() for word in around)


def _explained(phrase: str, words: list[str], i: int) -> str:
    """What stands before a comma where the word at `i` only explains it: "Ana Lenz, a resident", "the police, whom"."""
    head, comma, _ = phrase.partition(",")
    told = comma and "," in words[:i] and any(word[:1].isupper() for word in _WORD.findall(head))
    return head.strip() if told else ""


def is_pronoun(phrase: str, language: str) -> bool:
    """Whether a source is just "he", "they" or "who"."""
    base = language.split("-", maxsplit=1)[0]
    tables = ("pronoun_person", "pronoun_other", "pronoun_possessive")
    return any(phrase.lower() in words_of(base, table) for table in tables)


def kind_of(phrase: str | None, language: str) -> SourceKind:
    """The kind of source that a phrase in a language names; NONE for no phrase."""
    if not phrase:
        return SourceKind.NONE
    base = language.split("-", maxsplit=1)[0]
    if phrase.strip(" «»“”\"„'") in _agencies():
        return SourceKind.OUTLET
    if is_pronoun(phrase, base):
        return SourceKind.ROLE
    phrase = _in_text(phrase, base)
    words = _WORD.findall(phrase)
    if not words:
        return SourceKind.ROLE
    unspaced = base in UNSPACED
    at = functools.partial(_has, phrase, words, unspaced=unspaced)
    head_last = base in HEAD_LAST
    by_them = base == "ar" and at(words_of(base, "document")) == 0  # a study by researchers
    i = -1 if by_them else at(words_of(base, "unnamed"))
    named_one = head_last and (_names_one(words, i) or _is_in_name(words, i))
    named_one = named_one or (base in _NAME_BEHIND and i < len(words) - 1)
    if i >= 0 and not named_one and not _closes_with_name(words, i):
        return kind_of(head, language) if (head := _explained(phrase, words, i)) else SourceKind.UNNAMED
    institution = at(words_of(base, "institution"))
    i = at(words_of(base, "document"))
    if i > 0 and i == len(words) - 1 and all(word[:1].isupper() for word in words) and is_given_name(words[i - 1]):
        i = -1  # "Judge Ana Slide"
    is_head = _ends_name(words, i) or i <= 3 if head_last else i <= 2 and not 0 <= institution < i
    if i >= 0 and is_head and (unspaced or not (head_last and _is_named_at(words, i))):
        return SourceKind.DOCUMENT
    i = _last_role(words, at(words_of(base, "role")), base)
    if i >= 0 and not unspaced and not (head_last and _is_body(words, i, base)):
        named = _is_named_by_title(words, i) if base == "ar" else _is_named_at(words, i, slavic=base in _ONE_CAPITAL)
        return SourceKind.NAMED if named else SourceKind.ROLE
    outlet = at(words_of(base, "outlet"))
    if outlet >= 0 or _is_agency(words):
        passed_on = outlet > 0 and any(word.lower() in _by(base) for word in words[1:outlet])
        reached = passed_on and _explained(phrase, words, outlet)  # "Ana Lenz, jointe par l'agence AEN" speaks herself
        return kind_of(reached, language) if reached else SourceKind.OUTLET
    is_title = len(words) > 2 and all(word[:1].isupper() for word in words)  # "Many Rivers Trust"
    several = not {words[0].lower(), " ".join(words[:2]).lower()}.isdisjoint(words_of(base, "several"))
    if several and not is_title:
        return SourceKind.UNNAMED
    if unspaced and institution >= 0:
        return SourceKind.NAMED if _opens_with_country(phrase) else SourceKind.ROLE
    return _by_capitals(phrase, words, institution)


def _is_body(words: list[str], i: int, base: str) -> bool:
    """Whether a word that may be an office only describes a body: "Norland's general staff"."""
    return i + 1 < len(words) and words[i + 1].lower() in words_of(base, "institution")


def _ends_name(words: list[str], i: int) -> bool:
    """Whether the noun at `i` ends a phrase, or the name before it: "A Court of Audit report | released last year"."""
    named = words[i][:1].islower() and all(word[:1].isupper() or len(word) <= 3 for word in words[:i])
    return i == len(words) - 1 or named


def _is_agency(words: list[str]) -> bool:
    """Whether all that is capitalised in a phrase is an agency: "the state agency TASS", Turkish "Ria Novosti'ye"."""
    named = [_SUFFIX.sub("", word) for word in words if word[:1].isupper()]
    return " ".join(named).casefold() in _folded_agencies()


def _is_named_by_title(words: list[str], i: int) -> bool:
    """Whether a name follows a title in a script without capitals: "النائب كارتابولوف", not "المتحدث باسم الجيش".

    A title before a name has the article, and so has each adjective that goes with it; the name mostly has none.
    """
    rest = list(itertools.dropwhile(lambda word: word.startswith(_AL), words[i + 1 :]))
    return words[i].startswith(_AL) and bool(rest) and rest[0] not in _AR_PARTICLES


def _opens_with_country(phrase: str) -> bool:
    """Whether a Chinese phrase opens with a country, mostly by the first sign of its name: 俄国防部."""
    return bool(_countries_unspaced().match(phrase))


def _by_capitals(phrase: str, words: list[str], institution: int) -> SourceKind:
    if institution >= 0 and any(ch.isdigit() for ch in phrase):
        return SourceKind.NAMED  # "the 24th brigade"
    if not any(ch.isupper() for ch in phrase) and any(ch.isupper() or ch.islower() for ch in phrase):
        return SourceKind.ROLE
    cased = any(ch.isupper() for ch in phrase)
    bare = len(words) <= (2 if cased else 1) and not any(w[:1].isupper() for w in words[1:])
    if institution >= 0 and bare:
        return SourceKind.ROLE
    return SourceKind.NAMED


def _has_abbreviation(words: Sequence[str]) -> bool:
    """Whether one of some words is an abbreviation, and not all are set in capitals: not "SHIP OF DEATH: …"."""
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    shouts = len(words) > 1 and len(capitals) == len(words)
    return not shouts and any(len(word) <= LONGEST_ABBREVIATION for word in capitals)


def is_person(phrase: str, language: str) -> bool:
    """Whether a short phrase is a common noun for people, in the singular or the plural: "rescuers", "state agents".

    Such a label speaks where it heads a clause: "Rescuers: some 200 were on board".
    """
    if language.split("-", maxsplit=1)[0] != _FALLBACK:
        return False  # the list is of English nouns, to which others would fall back
    words = _WORD.findall(phrase.lower())
    known = words_of(language.split("-", maxsplit=1)[0], "person")
    last = words[-1] if words else ""
    forms = {last, last.removesuffix("s"), last.removesuffix("es"), f"{last[:-3]}y" if last.endswith("ies") else last}
    return 0 < len(words) <= LABEL and not known.isdisjoint(forms)


def is_speaker(phrase: str, language: str) -> bool:
    """Whether the words themselves show somebody who can speak: an office, body, outlet, document or abbreviation.

    "Ministry: …" speaks; "Velin Brod: …" may be a place or a topic, and a bare name cannot be told from one.
    """
    words, base = _WORD.findall(phrase), language.split("-", maxsplit=1)[0]
    if phrase.strip(" «»“”\"„'") in _agencies() or _has_abbreviation(words):
        return True
    tables = ("institution", "role", "unnamed", "outlet", "document")
    return any(_has(phrase, words, words_of(base, table), unspaced=base in UNSPACED) >= 0 for table in tables)
