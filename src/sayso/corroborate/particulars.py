"""What narrows a claim: how many of those spoken of, which week or year, who they are, whose deed it is, which names.

"All miners were saved" and "some of the miners were saved" share all that they name. None of this makes a conflict:
it keeps two sentences from being counted as one claim.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sayso import lexicon
from sayso.corroborate import naming, wording
from sayso.corroborate.bodies import institutions
from sayso.corroborate.concepts import known, listed, subjects
from sayso.corroborate.country_names import places
from sayso.corroborate.han_names import other_name
from sayso.corroborate.profile import LONGEST_READ, MIN_TELLING_NUMBER, Profile, once_a_profile
from sayso.corroborate.terms import Terms, words_of
from sayso.letters import LETTERS
from sayso.phrases import any_of, folded, whole_words
from sayso.vocab import Aspect, Manner

Difference = tuple[Aspect, str]

_ALL_CAPITALISED = frozenset({"de", "lb"})
_CASELESS = frozenset({"ar", "fa", "he", "zh", "ja"})
_BARE_NAMES = frozenset({"en", "es", "it", "fr"})
_NOUN_ENDINGS = ("s", "ed", "ing", "ly", "i", "e")  # plurals and participles, which need no article either
_HEADLINE = 0.6  # of the longer words with a capital: then a capital marks no name
_SHORTEST = 3  # letters of a part of a name
_SOUND = 4  # consonants by which a part of a name is known again; in another script its ending may hide the fourth
_LATIN_ENDS = "\u0250"
_ARTICLE = re.compile("^[وفبلك]?(?:ال|لل)(?=..)")  # "الزهور" is Zuhur
_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})?")
_DIGITS = re.compile(r"(?<![\w.,])(?<![^\W\d]-)\d{1,7}(?!\d|[.,:]\d)")  # no "Il-76"
_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w%]|[.,]\d)")
_SETTLED = 2  # figures with what they count that settle that two tell the same, whatever else each has
_ABBREVIATION = 4  # capitals; in another language a body has others
_MOST_WORDED = 19.0  # what one word names in most languages; "twenty-three" is left to the reading of figures


def particulars(left: Profile, right: Profile) -> Iterator[Difference]:
    """What the one narrows its claim to and the other to something else."""
    for table, aspect in (("quantifiers", Aspect.NUMBER), ("calendar", Aspect.TIME)):
        ours, theirs = (_found(table, p.mention.span.exact, p.language) for p in (left, right))
        if ours and theirs and ours.isdisjoint(theirs):
            yield aspect, f"{min(ours)} against {min(theirs)}".replace("_", " ")
    yield from _other_bounds(left, right)
    for one, other in _other_years(left, right):
        yield Aspect.TIME, f"{one} against {other}"
    ours, theirs = (_found("extents", p.mention.span.exact, p.language) for p in (left, right))
    if ours and theirs and ours.isdisjoint(theirs) and left.names.keys() & right.names.keys():
        yield Aspect.PLACE, f"{min(ours)} against {min(theirs)}"
    for one, other in _other_roles(left, right):
        yield Aspect.ACTOR, f"{one} against {other}".replace("_", " ")
    if len({c for c in left.neutral & right.neutral if c[0] == "="}) >= _SETTLED:
        return
    for one, other in _other_names(left, right):
        yield Aspect.ACTOR, f"{one} against {other}"
    for low, high in _other_numbers(left, right):
        yield Aspect.NUMBER, f"{low:g} against {high:g}"


@functools.cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return lexicon.load("particulars").tables


@functools.cache
def _terms(table: str, language: str) -> Terms:
    forms = ((name, form) for name, by in _tables()[table].items() for form in by.get(language, "").split("|"))
    return Terms.of(language, ((name, form) for name, form in forms if form))


@functools.lru_cache(maxsize=50_000)
def _found(table: str, text: str, language: str) -> frozenset[str]:
    """The entries of a table that `text` names; "some 50 people" counts nobody out."""
    words = words_of(text[:LONGEST_READ])
    hits = _terms(table, language).find(words)
    taken = {place for hit in hits if len(hit.places) > 1 for place in hit.places}
    kept = (hit for hit in hits if len(hit.places) > 1 or hit.places.isdisjoint(taken))
    counted = (h.concept for h in kept if h.concept != "some" or not _before_number(words, max(h.places)))
    return frozenset(counted) - {"none"}


def _before_number(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].isdigit()


def _other_bounds(left: Profile, right: Profile) -> Iterator[Difference]:
    """More than a share in one, less than it in the other; bounds of figures are compared with the figures."""
    shares = [_found("quantifiers", p.mention.span.exact, p.language) for p in (left, right)]
    ours, theirs = (_found("bounds", p.mention.span.exact, p.language) for p in (left, right))
    if shares[0] & shares[1] and ours and theirs and ours.isdisjoint(theirs):
        yield Aspect.NUMBER, f"{min(ours)} against {min(theirs)}".replace("_", " ")


def _other_years(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Years of which the two have none in common: "until 2034", "until 2037"."""
    ours, theirs = (frozenset(_YEAR.findall(p.mention.span.exact[:LONGEST_READ])) for p in (left, right))
    if ours and theirs and ours.isdisjoint(theirs):
        yield min(ours), min(theirs)


@functools.cache
def _roles() -> frozenset[str]:
    return frozenset(_tables()["roles"]["own"])


@functools.cache
def _kin_roles() -> frozenset[frozenset[str]]:
    """Pairs of roles in which the same people may be told of."""
    groups = [frozenset(str(group).split()) for group in _tables()["roles"]["groups"]]
    apart = {frozenset(str(pair).split()) for pair in _tables()["roles"]["apart"]}
    return frozenset(frozenset((a, b)) for group in groups for a in group for b in group if a != b) - apart


def _other_roles(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """People of one calling where the other has people of another: "four workers" and "four tourists"."""
    ours, theirs = (
        {c for c in one.told & _roles() if one.language == other.language or c in known(other.language)}
        for one, other in ((left, right), (right, left))
    )
    if not ours or not theirs or ours & theirs:
        return
    pairs = [(one, other) for one in sorted(ours) for other in sorted(theirs)]
    if not any(frozenset(pair) in _kin_roles() for pair in pairs):
        yield pairs[0]


@functools.lru_cache(maxsize=50_000)
def is_translated(word: str, language: str) -> bool:
    """Whether a word of a name is one that is translated or that a list knows, so that its sound tells nothing."""
    if len(word) < _SHORTEST or (word.isupper() and len(word) <= _ABBREVIATION):
        return True
    if listed(word, language) or places(word) or institutions(word):
        return True
    pattern = _place_words(language)
    return bool(pattern and pattern.fullmatch(folded(word)))


@functools.cache
def _place_words(language: str) -> re.Pattern[str] | None:
    forms = _tables()["place_words"].get(language)
    return whole_words(any_of(str(forms).split("|")), language) if forms else None


@functools.cache
def _settlements(language: str) -> re.Pattern[str] | None:
    forms = _tables()["settlements"].get(language)
    return whole_words(any_of(str(forms).split("|")), language) if forms else None


def _capital_runs(profile: Profile) -> Iterator[tuple[str, ...]]:
    """The words with a capital that stand together inside a sentence, where a capital marks a name."""
    text, language = profile.mention.span.exact[:LONGEST_READ], profile.language
    words = list(_WORD.finditer(text))
    long = [m.group()[0].isupper() for m in words if len(m.group()) > _SHORTEST]
    if language in _CASELESS or (language not in _ALL_CAPITALISED and sum(long) > _HEADLINE * len(long)):
        return
    run: list[str] = []
    for match in words:
        opens = not text[: match.start()].rstrip(" \"'«“„(") or text[: match.start()].rstrip(" \"'«“„(")[-1] in ".!?:…"
        joined = text[: match.start()].endswith((" ", "-")) or not run
        if match.group()[0].isupper() and not opens and joined and not _timed(profile, match.start()):
            run.append(match.group())
            continue
        if run:
            yield tuple(run)
        run = []
    if run:
        yield tuple(run)


def _timed(profile: Profile, at: int) -> bool:
    start = profile.mention.span.start
    return any(low <= start + at < high for low, high in profile.timed)


@once_a_profile
def _names(profile: Profile) -> tuple[tuple[str, ...], ...]:
    """The names of a mention, by those of their parts that are spelt and not translated; of a person the last."""
    made = {part for name in (*profile.systems.values(), *_designated(profile)) for part in naming.parts(name)}
    spelt = (tuple(part for part in parts if part not in made) for parts in _named(profile, profile.language))
    return tuple(filter(None, spelt))


def _designated(profile: Profile) -> Iterator[str]:
    """The names of makes and types: whoever names the missile has not named another place."""
    return (profile.names[key] for key in profile.kinds if key in profile.names)


def _named(profile: Profile, language: str) -> Iterator[tuple[str, ...]]:
    for name in sorted(profile.read_names):
        parts = tuple(part for part in naming.parts(name) if not is_translated(part, language))
        whole = places(name) or (language in _ALL_CAPITALISED and subjects(name, language))
        if parts and not whole:
            yield parts[-1:] if name in profile.persons else parts
    bodies = [name for name in profile.names.values() if name not in profile.read_names and " " in name]
    for run in _capital_runs(profile):
        if any(run[0] in name for name in bodies):
            continue  # what an institution is called is translated
        parts = tuple(part for word in run for part in naming.parts(word) if not is_translated(part, language))
        if len(parts) > (language in _ALL_CAPITALISED) and not places(" ".join(run)):
            yield parts  # of two nouns that no list knows one behind the other, one at least is a name
    if language in _BARE_NAMES:
        yield from _opening(profile)
    yield from _beside_place_word(profile)


def _beside_place_word(profile: Profile) -> Iterator[tuple[str, ...]]:
    """What stands behind "the town of" where no capital tells it, and a first word before such a noun."""
    language, words = profile.language, naming.parts(profile.mention.span.exact[:LONGEST_READ])
    pattern = _settlements(language)
    if pattern is None:
        return
    if language in _CASELESS:
        for noun, name in pairwise(words):
            if pattern.fullmatch(folded(noun)) and not is_translated(name, language):
                yield (name,)
    elif len(words) > 1 and words[0][0].isupper() and pattern.fullmatch(folded(words[1])):
        yield from [(words[0],)] if not is_translated(words[0], language) else []


def _opening(profile: Profile) -> Iterator[tuple[str, ...]]:
    """A first word that stands bare before its verb, as countries do: "Norvia has …", where nouns have articles."""
    words = _WORD.findall(profile.mention.span.exact[:LONGEST_READ])[:2]
    if len(words) < 2 or not words[0][0].isupper() or not words[1].islower():
        return
    first, low = words[0], words[0].casefold()
    plain = low.endswith(_NOUN_ENDINGS) or low in wording.function_words(profile.language)
    plain = plain or folded(first) in _number_words(profile.language)
    if not plain and not is_translated(first, profile.language):
        yield (first,)


@functools.lru_cache(maxsize=50_000)
def _sounds_of(text: str) -> frozenset[str]:
    return frozenset(part for part in naming.parts(text))


@functools.lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    """Whether two words may be one name in two spellings, scripts or cases."""
    one, other = (_ARTICLE.sub("", word) for word in (one, other))
    heard = _SOUND if (one[:1] < _LATIN_ENDS) is (other[:1] < _LATIN_ENDS) else naming.MIN_CONSONANTS
    left, right = naming.sound(one)[:heard], naming.sound(other)[:heard]
    short = min(len(left), len(right))
    if short >= naming.MIN_CONSONANTS:
        return left[:short] == right[:short]
    low, high = naming.plain(one)[:_SHORTEST], naming.plain(other)[:_SHORTEST]
    return low == high or (left == right and bool(left))


def _heard_in(parts: tuple[str, ...], text: str) -> bool:
    return any(_alike(part, word) for part in parts for word in _sounds_of(text))


def _own_names(profile: Profile, other: Profile) -> list[str]:
    """The names that the other has nowhere, in no spelling, nor has as its speaker."""
    text = other.mention.span.exact[:LONGEST_READ]
    if other.attribution:
        text = f"{text} {other.attribution.source_name or ''} {other.attribution.resolved_name or ''}"
    named = _names(profile)
    if profile.language == other.language:  # "Stadtwerke Hainfurt" and "Stadtwerke Rodenau"
        named = tuple((part,) for parts in named for part in parts)
    return [" ".join(parts) for parts in named if not _heard_in(parts, text)]


def _other_names(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """A name in each that the other has nowhere: another town, another minister."""
    signs, letters = (left, right) if left.language == "zh" else (right, left)
    if signs.language == "zh" and letters.language not in _CASELESS:
        spelt = [parts[-1] for parts in _names(letters)]
        found = other_name(signs.mention.span.exact[:LONGEST_READ], spelt, _sounds_of(letters.mention.span.exact))
        yield from [found] if found else []
    if not {left.language, right.language}.isdisjoint({"zh", "ja"}):
        return
    ours, theirs = _own_names(left, right), _own_names(right, left)
    if ours and theirs:
        yield min(ours), min(theirs)


def _other_numbers(left: Profile, right: Profile) -> Iterator[tuple[float, float]]:
    """A number in each that the other has nowhere, one of which counts nothing that was read: "four of the five"."""
    ours, theirs = _numbers(left), _numbers(right)
    own, alien = sorted(ours - theirs), sorted(theirs - ours)
    if not own or not alien or (len(ours) != len(theirs) and max(ours & theirs, default=0) >= MIN_TELLING_NUMBER):
        return  # of "65 prisoners and six crew" another may tell the prisoners alone
    read = [{edge for f in p.figures for edge in (f.low, f.high) if edge is not None} for p in (left, right)]
    if set(own) - read[0] or set(alien) - read[1]:
        yield own[0], alien[0]


@functools.cache
def _number_words(language: str) -> Mapping[str, float]:
    if language not in lexicon.languages("numbers"):
        return {}
    listed_words = lexicon.load("numbers", language).tables["cardinals"]
    return {
        folded(form): float(value)
        for value, forms in listed_words.items()
        for form in forms
        if 1 < float(value) <= _MOST_WORDED
    }


@once_a_profile
def _numbers(profile: Profile) -> frozenset[float]:
    """The numbers from two on that stand in a mention in digits or as one word, without those of its times."""
    text, start = profile.mention.span.exact[:LONGEST_READ], profile.mention.span.start
    left_out = [(low - start, high - start) for low, high in profile.timed]
    words = _number_words(profile.language)
    found = set()
    for match in (*_DIGITS.finditer(text), *_WORD.finditer(text)):
        value = float(match.group()) if match.group().isdigit() else words.get(folded(match.group()))
        if value and value > 1 and not any(low <= match.start() < high for low, high in left_out):
            found.add(value)
    edges = {edge for f in profile.figures for edge in (f.low, f.high) if edge is not None and edge > 1}
    return frozenset(found | edges)


def other_doers(left: Profile, right: Profile) -> Iterator[tuple[str, str]]:
    """Two speakers of different names who each tell their own deed: "… that it took the town"."""
    ours, theirs = _speaker_of_own_deed(left), _speaker_of_own_deed(right)
    if not ours or not theirs:
        return
    named = [
        tuple(w for w in naming.parts(name) if w[:1].isupper() and not is_translated(w, profile.language))
        for name, profile in ((ours, left), (theirs, right))
    ]
    if all(named) and not _heard_in(named[0], theirs) and not _heard_in(named[1], ours):
        yield ours, theirs


def _speaker_of_own_deed(profile: Profile) -> str | None:
    """Who speaks, where the mention has its speaker for its unnamed subject; in a quotation "they" are others."""
    told = profile.attribution
    return told.source_name if told and told.manner is not Manner.DIRECT and _own_deed(profile) else None


def _own_deed(profile: Profile) -> bool:
    words = words_of(profile.mention.span.exact)[:3]
    lead = _forms("complementizers", profile.language)
    behind = bool(words) and words[0] in lead
    rest = words[1:] if behind else words
    if not rest:
        return False
    if rest[0] in _forms("pronouns", profile.language):
        return True
    endings = tuple(form[1:] for form in _forms("verbs", profile.language) if form.startswith("*"))
    return behind and (rest[0] in _forms("verbs", profile.language) or (bool(endings) and rest[0].endswith(endings)))


@functools.cache
def _forms(which: str, language: str) -> frozenset[str]:
    return frozenset(filter(None, _tables()["own_deed"][which].get(language, "").split("|")))
