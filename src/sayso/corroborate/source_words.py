"""The words of a source by their parts: "Halden police chief Ana Lenz" is a place, a body, a title and a person.

What stands beside a body without a title between is the place or the name it goes by; what stands behind a title or a
comma, or apart from the body, is a person.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso import lexicon
from sayso.corroborate import bodies
from sayso.corroborate.bodies import body_in, mentions_any
from sayso.corroborate.country_names import places
from sayso.corroborate.directions import direction_of
from sayso.corroborate.folding import folded, is_spaced
from sayso.corroborate.naming import given_names
from sayso.corroborate.source_pieces import HAN, pieces

_PARTS_NAMES = re.compile(r"[,;:(–—]")
GENITIVE = re.compile(r"(?<=\w)['’](?:s|[a-zçğışöü]{1,5})$|(?<=s)['’]$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_ARTICLE = "ال"
_ABBREVIATED = 3  # letters from which on a beginning of a word shows a body
_ADJECTIVE = 5  # letters of the shortest that is looked at
_INFLECTED = 3  # letters that an ending adds to a title
ARTICLES = frozenset({"the", "der", "die", "das", "le", "la", "les", "el", "los", "il", "lo", "het", "az", "l"})
_INDEFINITE = frozenset({"a", "an", "one", "ein", "eine", "un", "une", "una", "uno"})
_OF_LANDS = ("ии", "ії", "іі", "ii", "ие")
_SOLE = frozenset({"presidency", "prime_minister"})  # a Chinese name stands before the title of these

COUNTRY, BODY, VOICE, TITLE, OF, IN, DULL, NAME, PLAIN = range(9)
_JOINTS = frozenset({OF, IN})
_PLAIN_FIRMS = frozenset({"company", "factory"})  # told by words that do not say which
_OF_TRADES = frozenset({"union", "association", "party", "movement", "university", "school"})
_TELLS = frozenset({BODY, TITLE, DULL, NAME, PLAIN})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a source, its part, whether a comma stands before it, and whether it is a genitive ("HUR's")."""

    text: str
    part: int
    parted: bool
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Who stands in a source beside its body: a person by the parts of the name, and the place or name of the body."""

    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    located: bool = False  # the place is only where it sits: "the Interior Ministry in Halden"
    town: tuple[str, ...] = ()  # where a body lies that goes by a name of its own: "St Mary's Hospital in Halden"
    seat: tuple[str, ...] = ()  # the same place, once it is known to be no part of the name
    titled: bool = False  # the person stands beside a title, a comma or the body's genitive, not just somewhere in it
    described: bool = False  # no name, only words for what the person is: "the Lundhavn senator"
    serves: tuple[str, ...] = ()  # the name beside the person and a title: "Norlex chief Ana Lenz"
    voiced: bool = False  # a word says that somebody speaks, or a compound that he heads: "Polizeisprecher"
    presented: bool = False  # the person by a full name, behind a word for what he is: "eyewitness Ana Lenz"
    alone: bool = False  # nothing stands beside the name but an article
    adjectives: tuple[str, ...] = ()  # words without a capital that may say whose a body is: "astrénien"
    telling: tuple[str, ...] = ()  # folded words that tell it from others of its kind and town: "miners"


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon.load("bodies").tables["titles"]["words"].split("|"))


@functools.cache
def _adherents() -> frozenset[str]:
    return frozenset(lexicon.load("bodies").tables["titles"]["adherents"].split("|"))


@functools.cache
def _ministries() -> tuple[str, ...]:
    return tuple(folded(word) for word in lexicon.load("bodies").tables["titles"]["ministries"].split("|"))


def is_title(low: str, *, inflected: bool = True) -> bool:
    """Whether a folded word is a title or a calling, in any case form, or says of one person which party he is of."""
    if low in _adherents():
        return True
    if low.startswith(_ministries()):
        return False
    titles = _titles()
    if "-" in low and not titles.isdisjoint(low.split("-")):  # "under-secretary-general"
        return True
    if low.startswith(_ARABIC_ARTICLE) and low[len(_ARABIC_ARTICLE) :] in titles:
        return True
    longest = _INFLECTED if inflected else 0
    return any(low[: len(low) - cut] in titles for cut in range(longest + 1) if cut == 0 or len(low) - cut > _INFLECTED)


@functools.cache
def _closings(table: str) -> tuple[str, ...]:
    listed = lexicon.load("bodies").tables["closings"][table].split("|")
    endings = ("", "s", "n", "in", "en", "ns", "e", "t", "a", "er")
    return tuple(sorted({folded(word) + ending for word in listed for ending in endings}))


def _closes(low: str, table: str) -> bool:
    """Whether a compound ends in who bears a title, or speaks: "Energieminister", "Polizeisprecherin"."""
    closings = _closings(table)
    return low.endswith(closings) and low not in closings


def _joint(bare: str, low: str) -> int | None:
    """Whether a word is a joint, and which; "Van" is a town and "Na" a name, "van" and "na" are none."""
    if bare[:1].isupper() and low in bodies.joints("lower"):
        return None
    return next((part for part, table in ((OF, "of"), (IN, "in")) if low in bodies.joints(table)), None)


def _part(bare: str, body: str, shown_by: Sequence[str]) -> int:
    low = folded(bare)
    if mentions_any(bare, "spokespeople") or _closes(low, "voices"):
        return VOICE
    post = bodies.shows_post(low, tuple(shown_by))
    shows = any(_shows(stem, low) for stem in shown_by)
    if shows and not post and not is_title(low, inflected=False) and body not in bodies.kind("offices"):
        return BODY  # the "Sztab Generalny" is no general
    if (
        post
        or is_title(low)
        or _closes(low, "titles")
        or (HAN.search(low) and low.endswith(("长", "長")) and body_in(bare))
    ):
        return TITLE
    if shows:
        return BODY
    if "ministry" in bodies.institutions(bare):
        return BODY if shown_by else PLAIN
    if low.endswith("s") and low[:-1] in _adherents() and bare[:1].isupper():
        return NAME
    if places(bare):
        return COUNTRY
    joint = _joint(bare, low)
    if joint is not None:
        return joint
    dull = low in ARTICLES or bare in _INDEFINITE or bodies.is_common(low) or low in bodies.pronouns()
    if dull or mentions_any(bare, "pronouns") or mentions_any(bare, "vague"):
        return DULL
    found = body_in(bare)
    if found is not None:
        return BODY if shown_by and found[0] == body else PLAIN
    if len(bare) < 2 or not bare[:1].isalpha():
        return PLAIN
    cased = bare.lower() != bare.upper()
    return NAME if bare[:1].isupper() or not cased else PLAIN


def _shows(stem: str, low: str) -> bool:
    """Whether a word shows a body by a beginning; by an abbreviation where it is all of it: no "Under-Secretary"."""
    if not is_spaced(stem):
        return stem in low
    return low == stem if len(stem) < _ABBREVIATED else low.startswith(stem)


def words_in(name: str, shown_by: Sequence[str]) -> list[Word]:
    """The words of a source, each with its part."""
    found: list[Word] = []
    end = 0
    body = (body_in(name) or ("",))[0]
    for text, start in pieces(name, shown_by):
        bare = GENITIVE.sub("", text)
        parted = bool(_PARTS_NAMES.search(name[end:start]))
        if shown_by and bodies.is_state_noun(folded(bare)):
            continue
        part = _part(bare, body, shown_by)
        behind_name = bool(found) and found[-1].part == NAME and not parted
        if part == DULL and behind_name and _ARABIC.match(bare) and direction_of(bare):
            part = NAME  # in Arabic "Upper Tarn" has its direction behind it
        found.append(Word(bare, part, parted, bare != text))
        end = start + len(text)
    if _is_surname(found, shown_by):
        found[-1] = replace(found[-1], part=NAME)
    for at, word in enumerate(found):
        if word.part == COUNTRY and _is_in_a_persons_name(found, at):
            found[at] = replace(word, part=NAME)
    if len(found) > 1 and folded(found[0].text) in _INDEFINITE and found[1].part != NAME and found[0].part != BODY:
        found[0] = replace(found[0], part=DULL)  # "Ein Sprecher", but "Una Healy"
    return found


def _is_surname(words: Sequence[Word], shown_by: Sequence[str]) -> bool:
    """Whether a title that closes a source is a name: "John Major"."""
    if len(words) < 2 or (words[-2].part, words[-1].part) != (NAME, TITLE) or words[-1].parted:
        return False
    last = words[-1].text
    if folded(words[0].text) in ARTICLES:  # "the Lundhavn Democrat"
        return False
    return last[:1].isupper() and is_spaced(last) and not any(folded(last).startswith(stem) for stem in shown_by)


def _is_in_a_persons_name(words: Sequence[Word], at: int) -> bool:
    """Whether a land or capital is but somebody's name: "Horácio Lima Tchuda", "Michael Jordan", "…, Paris Manolis"."""
    word, before = words[at], words[at - 1] if at else None
    named = at + 1 < len(words) and words[at + 1].part == NAME and not words[at + 1].parted
    if before is None or word.owns or not word.text[:1].isupper() or not is_spaced(word.text):
        return False
    if word.parted:
        return named and at + 2 == len(words) and not words[at + 1].text[:1].islower()
    given = before.text in given_names() or (before.parted and at + 1 == len(words))
    return before.part == NAME and not before.owns and (named or given)


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The stretches of words that may be a name, as (first, end)."""
    at = 0
    while at < len(words):
        if words[at].part != NAME:
            at += 1
            continue
        end = at + 1
        if _is_land_before_person(words, at):
            yield at, end
            at = end
            continue
        while end < len(words) and words[end].part == NAME and not words[end].parted and not _opens_name(words, end):
            end += 1
        yield at, end
        at = end


def _is_land_before_person(words: Sequence[Word], at: int) -> bool:
    """Whether a land in the genitive stands between a body and a full name: "министр обороны | Саровии | Иван Колм"."""
    after = words[at + 1 : at + 3]
    if not at or words[at - 1].part != BODY or len(after) < 2:
        return False
    full = all(word.part == NAME and not word.parted for word in after)
    return full and words[at].text.endswith(_OF_LANDS)


def _opens_name(words: Sequence[Word], at: int) -> bool:
    """Whether an Arabic name begins behind the adjectives of a body, which have the article as it has."""
    adjective, name = folded(words[at - 1].text), folded(words[at].text)
    return adjective.startswith(_ARABIC_ARTICLE) and bool(_ARABIC.match(name)) and not name.startswith(_ARABIC_ARTICLE)


def read_name(name: str) -> Reading:
    """Who stands in a source without a body: the last name, but for one that a comma or "of" and its place follow.

    "Ana Lenz, head of Norlex", "Lenz, a Democrat from Lundhavn", "Senator Ana Lenz of Lundhavn"; the "Teachers Union of
    Lundhavn" is told by its place.
    """
    words = words_in(name, ())
    runs = list(_runs(words))
    if not runs:
        return Reading()
    unplaced = [run for run in runs if not _is_located(words, run[0])]
    if not unplaced:
        return Reading(seat=_told(words, *runs[-1]))
    named = next((run for run in runs if _is_explained(words, *run)), unplaced[-1])
    others = [run for run in runs if run != named]
    is_titled = any(word.part in {TITLE, VOICE} for word in words)
    return Reading(
        person=_told(words, *named),
        described=_is_described(words, named[1]),
        serves=_told(words, *others[0]) if is_titled and len(others) == 1 else (),
        presented=not others and named[1] - named[0] > 1 and named[1] == len(words) and _only_nouns(words[: named[0]]),
        alone=not others and _is_alone(words),
    )


def _only_nouns(words: Sequence[Word]) -> bool:
    return bool(words) and all(word.part in {DULL, TITLE, PLAIN} and not word.parted for word in words)


def _is_located(words: Sequence[Word], first: int) -> bool:
    """Whether a name only says where those are who speak: "doctors in Halden"; "in Halden" alone may be the capital."""
    joint = next((at for at in range(first - 1, -1, -1) if words[at].part in _JOINTS), 0)
    return joint > 0 and _joint_before(words, first) == IN and words[joint - 1].part in {TITLE, PLAIN, NAME}


def _is_alone(words: Sequence[Word]) -> bool:
    """Whether a name stands by itself or with adjectives: "neighbouring Karvenia", not "the archbishop of Karvenia"."""
    beside = [word for word in words if word.part != NAME]
    return all(map(_is_little, beside)) or all(w.part == PLAIN or folded(w.text) in ARTICLES for w in beside)


def _is_little(word: Word) -> bool:
    """Whether a word beside a name says nothing of whose it is: an article, a joint, "cel" of "cel din Sarovia"."""
    return word.part in _JOINTS or folded(word.text) in ARTICLES or (word.part == PLAIN and len(word.text) < _ADJECTIVE)


def _told(words: Sequence[Word], first: int, end: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[first:end])


def _is_explained(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether words behind a name only say who bears it, and it is no part of what stands before it."""
    before = words[first - 1].part if first else None
    if end == len(words) or before in _JOINTS or any(word.part == VOICE for word in words[:first]):
        return False
    if words[end].parted:
        return end - first > 1 or before in {None, TITLE}
    return before == TITLE and words[end].part in _JOINTS


def _is_described(words: Sequence[Word], end: int) -> bool:
    """Whether a source is called by what it is, the names in it only saying where: "the Lundhavn senator"."""
    led = folded(words[0].text) in ARTICLES | _INDEFINITE
    return led and end < len(words) and all(w.part in {TITLE, PLAIN} and not w.parted for w in words[end:])


def read_words(name: str, body: str, shown_by: Sequence[str]) -> Reading:
    """Who and where, beside `body`."""
    words = words_in(name, shown_by)
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    town: tuple[str, ...] = ()
    located = titled = False
    placed = 0  # where the name of the body ends
    for first, end in _runs(words):
        told = _told(words, first, end)
        joint = _joint_before(words, first)
        if _is_more_of_it(words, first):
            continue
        if _is_person(words, first, end, body):
            person, titled = told, _is_titled(words, first, end)
        elif not place or (body in bodies.kind("named") and _is_apposed(words, placed, first)):
            placed = end
            place, located = tuple(_without_article(word) for word in told), joint == IN
        elif all(map(direction_of, told)):
            place = (*place, *told)  # "Tarnei de Sus" is Upper Tarn
        elif joint == OF and body in bodies.kind("named"):
            place = (*place, *told)  # the "Teachers Union of Lundhavn" is not that of Halden
        elif joint is not None and not town:
            town = told
    voiced = any(word.part == VOICE or _closes(folded(word.text), "titles") for word in words)
    found = Reading(person, place, located, town=town, titled=titled, voiced=voiced)
    return replace(found, adjectives=_adjectives(words), telling=_telling(words, body, (*place, *person, *town)))


def _telling(words: Sequence[Word], body: str, names: Sequence[str]) -> tuple[str, ...]:
    """What in the name of a body of a named kind tells it from others of its town: "the Halden | Miners' | Union".

    Words for what goes by a name of its own only describe it: "the coal company Norlex".
    """
    shown = [at for at, word in enumerate(words) if word.part == BODY]
    heads = [at for at in shown if _is_head(words[at], body)] or shown
    firm = body not in _OF_TRADES
    if body not in bodies.kind("named") or not heads or (firm and not _is_in_name(words, heads[-1])):
        return ()
    first = max((at for at in range(heads[0] + 1) if words[at].parted), default=0)
    end = next((at for at in range(heads[0] + 1, len(words)) if words[at].parted), len(words))
    found = (_told_by(word, body) for word in words[first:end] if word.text not in names and word.part in _TELLS)
    cased = [word for word in found if word and not (firm and word.islower())]
    told = [low for word in cased if bodies.is_telling(low := folded(word))]
    return tuple(dict.fromkeys([*told, body] if body in bodies.kind("firms") - _PLAIN_FIRMS else told))


def _is_head(word: Word, body: str) -> bool:
    """Whether a word alone shows a body: "Union", not "miners"."""
    return word.part == BODY and (body_in(word.text) or ("",))[0] == body


def _is_in_name(words: Sequence[Word], head: int) -> bool:
    """Whether what stands beside a word for a company is its name, a place or town in it: "Halden Coal Company"."""
    named = [at for at, word in enumerate(words) if word.part == NAME]
    return bool(named) and (named[0] < head or _joint_before(words, named[0]) is not None)


def _told_by(word: Word, body: str) -> str:
    """A word that may tell a body from others, a compound without what says its kind; "" of one that tells nothing."""
    little = folded(word.text) in ARTICLES or word.text in _INDEFINITE
    if little or any(mentions_any(word.text, table) for table in ("heads", "spokespeople", "pronouns", "vague")):
        return ""
    if not _is_head(word, body):
        return word.text
    if HAN.search(word.text):
        ends = (word.text[at:] for at in range(len(word.text) - 1, 0, -1))
        kind = next((end for end in ends if (body_in(end) or ("",))[0] in bodies.kind("named")), "")
        return word.text.removesuffix(kind) if kind else ""
    return bodies.told_in_compound(folded(word.text)).capitalize()


def _is_apposed(words: Sequence[Word], placed: int, first: int) -> bool:
    """Whether a name stands right behind the body that it is the name of: "Bus company Norlex", "spółka Norlex".

    Not of a mine that a company named before a comma owns.
    """
    apart = placed > 0 and any(word.parted for word in words[placed : first + 1])
    return first > 1 and words[first - 1].part == BODY and not words[first].parted and not apart


def _adjectives(words: Sequence[Word]) -> tuple[str, ...]:
    compounded = (bodies.before_in_compound(folded(w.text)) for w in words if w.part == BODY)
    plain = (w.text for w in words if w.part == PLAIN and len(w.text) >= _ADJECTIVE and is_spaced(w.text))
    return (*plain, *filter(None, compounded))


def _without_article(word: str) -> str:
    """An Arabic place or adjective without its article: "الساروفية" is Sarovia's."""
    return word[len(_ARABIC_ARTICLE) :] if word.startswith(_ARABIC_ARTICLE) and len(word) > _ADJECTIVE else word


def _joint_before(words: Sequence[Word], first: int) -> int | None:
    """The joint that stands before a name, an article and adjectives between: "of the rebel-run Coastal Council"."""
    at = first
    while at and not words[at].parted and words[at - 1].part in {DULL, PLAIN}:
        at -= 1
    return words[at - 1].part if at and not words[at].parted and words[at - 1].part in _JOINTS else None


def _is_more_of_it(words: Sequence[Word], first: int) -> bool:
    """Whether a name is the rest of the body's own: the Ministry of Health "and Welfare"."""
    return first > 1 and folded(words[first - 1].text) in bodies.joints("and") and words[first - 2].part == BODY


def _is_titled(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name stands beside what makes its bearer the body's: "spokesman Lenz", "Lenz, the mayor"."""
    before = words[first - 1] if first else None
    behind = words[end] if end < len(words) else None
    led = before is not None and (before.part in {TITLE, VOICE} or before.owns or words[first].parted)
    if before is not None and before.part == NAME and not words[first].parted:  # a land stands between
        led = any(word.part == TITLE for word in words[:first])
    elif before is not None and before.part == BODY and end - first > 1 and words[first].text in given_names():
        led = led or any(word.part == TITLE or _is_holder(word) for word in words[:first])  # no "Upper Tarn" is titled
    return led or (behind is not None and (behind.parted or behind.part in {TITLE, VOICE}))


def _is_person(words: Sequence[Word], first: int, end: int, body: str) -> bool:
    """Whether a name beside a body is a person's, by what stands before and behind it."""
    before, behind = _before(words, first), _behind(words, end)
    several = end - first > 1
    if _is_land_before_person(words, first) or (not several and _is_behind_members(words, first, body)):
        return False
    if not several and end < len(words) and _opens_name(words, end) and before == BODY:
        return False  # "وزيرة الصحة الساروفية | ليلى قمر"
    if words[first].parted and _is_name_of_it(words, first, body):
        return False
    if words[first].parted:
        return several or before != COUNTRY
    if before in {TITLE, VOICE} or (before == BODY and words[first - 1].owns):
        return True
    if _joint_before(words, first) is not None:
        at = next(at for at in range(first - 1, -1, -1) if words[at].part in _JOINTS)
        return several and at > 0 and words[at - 1].part == VOICE
    if HAN.search(words[first].text):
        return several or (behind == TITLE and body in _SOLE)
    if behind in {TITLE, VOICE, BODY}:
        return False
    if before == BODY:  # "Bürgermeister Ana Lenz", "министр обороны Ана Ленц", but "Rumah Sakit Tell Amra"
        led = {word.part for word in words[:first]}
        held = any(map(_is_holder, words[:first]))
        return several and (TITLE in led or held or (VOICE in led and words[first].text in given_names()))
    if COUNTRY in {before, behind}:  # "burmistrz Turcji Ekrem Imamoglu"
        return several and (body in bodies.kind("offices") or body not in bodies.kind("local"))
    # "министерства энергетики и горнодобычи Карвении": one word apart is a place, where no title goes before it
    return several or any(word.part in {TITLE, VOICE} for word in words[:first])


def _is_holder(word: Word) -> bool:
    """Whether a word that shows a body is who holds the office: "прокурора", not "прокуратура"."""
    return word.part == BODY and mentions_any(word.text, "holders")


def _is_name_of_it(words: Sequence[Word], first: int, body: str) -> bool:
    """Whether a name that a comma parts from a body is its own: "the operator, Norlex Shipping"; no person has it."""
    led = any(word.part in {TITLE, VOICE} or word.owns for word in words)
    return body in bodies.kind("named") and not led and words[first].text not in given_names()


def _is_behind_members(words: Sequence[Word], first: int, body: str) -> bool:
    """Whether a word stands behind those whom a union is of, in the genitive: "профсоюз | учителей | Халдена"."""
    if body not in bodies.kind("named") or first < 2 or words[first].parted:
        return False
    members, union = words[first - 1], words[first - 2]
    led = mentions_any(members.text, "heads") or mentions_any(members.text, "spokespeople")
    return (union.part, members.part) == (BODY, TITLE) and not led and members.text[:1].islower()


def _before(words: Sequence[Word], first: int) -> int | None:
    at = first
    while at > 1 and words[at - 1].part == DULL and bodies.is_common(folded(words[at - 1].text)):
        at -= 1  # "Bewegung | Freies | Chorun"
    return words[at - 1].part if at else None


def _behind(words: Sequence[Word], end: int) -> int | None:
    """What stands behind a name; the body, where adjectives and common nouns stand between.

    "Coastal | Administration | health ministry", "Karvenia | rebel | health ministry".
    """
    between = itertools.takewhile(lambda word: word.part in {DULL, PLAIN} and not word.parted, words[end:])
    last = end + sum(1 for _ in between)
    if last < len(words) and words[last].part == BODY and not words[last].parted:
        return BODY
    return words[end].part if end < len(words) and not words[end].parted else None
