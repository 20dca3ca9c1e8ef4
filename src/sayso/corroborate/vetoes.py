"""What keeps two mentions apart whatever they share: polarity, quantity, actor, place, time, as far as both state them.

A veto holds against any likeness: measured elsewhere, a headline matcher without one took 4 of 6 distorted
claims ("strengthening" for "weakening") for support.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sayso.corroborate import naming
from sayso.corroborate.concepts import known_events, known_measures, people_names, subjects
from sayso.corroborate.country_names import places
from sayso.corroborate.denial import lacks_only
from sayso.corroborate.dimensions import COUNT, MONEY, dimension_of, in_unit
from sayso.corroborate.particulars import is_translated, other_doers, particulars
from sayso.corroborate.profile import LONG_MENTION, Figure, Profile
from sayso.corroborate.same_number import one_number_of_two_things
from sayso.corroborate.slots import other_names, other_numbers, other_subjects, other_time, other_words, swapped
from sayso.letters import IN_WORD
from sayso.model import Interval
from sayso.networks.statements import ENGLISH
from sayso.vocab import Aspect, Polarity

_ASIDE = 3  # a denied clause that holds a third of the words at most is not what a sentence says
CONVERTED = 1.25  # of two figures in other units: "1,800 metres" are "almost two kilometres", 70 hours three days
_NOT_CONVERTED = frozenset({COUNT, MONEY, "share"})  # an amount may be in another currency
MIN_DENIED = 2  # events or things that both must deny to deny the same
_ANY_STATE = frozenset({"person", "killed", "injured", "rescued"})  # "none survived" and "all were killed" agree
_CONVERSE = frozenset({"buy/sell", "win/lose", "import/export"})  # what one side does is what the other does not
_STANCES = frozenset({"accuse", "confirm", "deny", "reject", "request", "threaten"})
"""What somebody does about a matter, by words that mean little else: who demands an inquiry does not refuse one."""
_SOUND = 3  # consonants by which a name is known again in another script or case
_PASSIVE = frozenset(
    {"by", "von", "vom", "durch", "par", "por", "dal", "dalla", "da", "przez", "av", "af", "door", "tarafından"}
)
_JOINING = frozenset({
    "and", "with", "und", "mit", "et", "avec", "y", "con", "e", "ed", "com", "en", "met", "i",
    "oraz", "z", "и", "с", "та", "з", "ve", "ile", "و", "meets", "meet",
})  # fmt: skip
_MUTUAL = frozenset({"exchange", "merge", "negotiate", "sign"})  # what two do together has no order
_ALIKE_TURNED = 0.6
NEVER = 2.0  # a chance that nothing reaches
ONE = 0.0  # any chance that makes two one
# Of pairs in which a word of denial keeps two apart, the networks find one of every chance band, on held tables and on
# cases that no network has learnt: where both deny or one only lacks something ("without a ticket") from 0.5 on 13
# are one and 3 are not; of the others, where nobody denies what another says, from 0.55 on 52 and 51, from 0.85 on 28
# and 4.
SURE = 0.85
# Of names or figures that one has and the other has not, from 0.55 on 45 and 12, from 0.7 on 33 and 6.
LIKELY = 0.7


@dataclass(frozen=True, slots=True)
class Veto:
    """Something that keeps two mentions apart, in plain words.

    A hard one holds between any two members of a claim, a soft one only against the mention it gathers around:
    two tellings may each name another place in passing. It `yields` to a chance, from that on, that both were read to
    state the same: a single word tells less than both statements whole. What never yields is not read.
    """

    aspect: Aspect
    detail: str
    hard: bool = True
    yields: float = NEVER


def vetoes(left: Profile, right: Profile) -> tuple[Veto, ...]:
    """All that keeps two mentions from being one claim; empty if nothing does.

    Between copies of one sentence only whether one is told as denied counts: a reprint a day later still says what
    the first print said.
    """
    polarity = _polarity_veto(left, right)
    if same_sentence(left, right):
        return (polarity,) if polarity and left.polarity is not right.polarity else ()
    found = (
        polarity,
        _number_veto(left.figures, right.figures),
        _measured_veto(left.figures, right.figures),
        _counted_veto(left, right),
        _opposite_veto(left, right),
        _name_veto(left, right),
        _system_veto(left, right),
        _order_veto(left, right),
        _time_veto(left, right),
        *_slot_vetoes(left, right),
    )
    return tuple(veto for veto in found if veto)


def same_sentence(left: Profile, right: Profile) -> bool:
    """Whether two mentions are the same words."""
    return left.language == right.language and _plain(left.whole) == _plain(right.whole)


@functools.lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    return " ".join(re.findall(f"{IN_WORD}+", text.casefold()))


def substitutions(left: Profile, right: Profile) -> Iterator[Veto]:
    """What makes of one claim another where a single word of it was replaced, whatever the two words mean.

    Not among the vetoes: that keeps two mentions apart, but no reader would call two words that may be synonyms a
    conflict.
    """
    for one, other in other_doers(left, right):
        yield Veto(Aspect.ACTOR, f"{one} against {other}, each of its own deed")
    if same_sentence(left, right):
        return
    ours, theirs = (p.told & _STANCES for p in (left, right))
    if ours and theirs and not ours & theirs and left.language == right.language:
        yield Veto(Aspect.CAUSE, f"{sorted(ours)[0]} against {sorted(theirs)[0]}")
    for one, other in (*other_subjects(left, right), *other_words(left, right)):
        yield Veto(Aspect.CAUSE, f"“{one}” against “{other}”".replace("_", " "))
    for aspect, detail in particulars(left, right):
        yield Veto(aspect, detail, hard=False)
    if other_time(left, right):
        yield Veto(Aspect.TIME, "a time in one, another in the other", hard=False)


def _slot_vetoes(left: Profile, right: Profile) -> Iterator[Veto]:
    """A figure or name that stands in the place of another, where all around it is the same."""
    for one, other in other_numbers(left, right):
        yield Veto(Aspect.NUMBER, f"{one} against {other}")
    for one, other in swapped(left, right):
        yield Veto(Aspect.ACTOR, f"{one} and {other} in one another's place")
    for one, other in other_names(left, right):
        where = {one, other} <= {name for p in (left, right) for key, name in p.names.items() if key in p.places}
        yield Veto(Aspect.PLACE if where else Aspect.ACTOR, f"{one} against {other}")


def _polarity_veto(left: Profile, right: Profile) -> Veto | None:
    apart = not left.mention.span.overlaps(right.mention.span)
    told = left.language == right.language or not (left.negated and right.negated)
    if left.unsaid != right.unsaid and apart and told and _same_figures(left, right) < 2:
        return Veto(Aspect.POLARITY, "one says that it is not known", hard=False)
    if _denies_by_verb(left) != _denies_by_verb(right) and left.rejects != right.rejects and apart:
        # Of 32 held pairs that the networks find one all the same, 24 are
        yields = ONE if left.language == right.language else SURE
        return Veto(Aspect.POLARITY, "one tells of a denial, the other of what is denied", yields=yields)
    if left.rejects != right.rejects and apart:
        return None  # "he denied that he took it" and "he denied taking it"
    if apart and _deny_one_another(left, right):
        return Veto(Aspect.POLARITY, "each denies what the other affirms")
    if left.negated and right.negated and _deny_the_same(left, right):
        return None
    if apart and (_denies_of(left, right) or _denies_of(right, left)):
        return Veto(Aspect.POLARITY, "one denies a part of what the other affirms", yields=SURE)
    if left.negated != right.negated and _denies_besides(left, right):
        return None
    if left.polarity is not right.polarity and not _denies_in_passing(left, right):
        return Veto(Aspect.POLARITY, "one affirms, the other denies", yields=_how_sure(left, right))
    if left.polarity is right.polarity is Polarity.NEGATIVE:
        return None  # "declined to comment" denies as "would not comment" does, without a word of denial
    ours, theirs = (p.negated and not p.in_passing for p in (left, right))
    if ours != theirs and left.language == right.language and apart and not deny_alike(left, right):
        return Veto(Aspect.POLARITY, "a word of denial stands in one only", yields=ONE)
    return None


def _how_sure(left: Profile, right: Profile) -> float:
    """The chance to which it yields that one of two denies: "a crowd without tickets" is a ticketless one."""
    if left.rejects or right.rejects:
        return NEVER
    one, other = (lacks_only(p.mention.span.exact, p.language) for p in (left, right))
    return ONE if (left.negated and right.negated) or one or other else SURE


def _denies_by_verb(profile: Profile) -> bool:
    """Whether it is told as denied by what somebody says of it, in the mention or in what leads in to it."""
    led_in = profile.polarity is Polarity.NEGATIVE and not profile.negated and profile.attribution is not None
    return profile.rejects or led_in


def deny_alike(left: Profile, right: Profile) -> bool:
    """Whether both deny, and mostly the same: one of them may be too long for its denial to be all it says."""
    fewer = min(len(left.denied), len(right.denied))
    return fewer > 0 and 2 * len(left.denied & right.denied) >= fewer


def _deny_the_same(left: Profile, right: Profile) -> bool:
    """Whether both deny an event that both name, and neither affirms what the other denies."""
    if left.rejects or right.rejects:
        return False
    clash = (left.denied_told & (right.told - right.doubted)) | (right.denied_told & (left.told - left.doubted))
    return (
        not clash & (known_events() - people_names())
        and len(left.doubted & right.doubted & known_events()) >= MIN_DENIED
    )


def _deny_one_another(left: Profile, right: Profile) -> bool:
    """Whether each denies what the other affirms: "lightning, not sabotage" and "sabotage, not lightning"."""
    if left.language != right.language or not (left.negated and right.negated) or left.rejects or right.rejects:
        return False
    ours, theirs = left.denied - right.denied, right.denied - left.denied
    return bool(ours and theirs) and ours <= right.stem_set - right.denied and theirs <= left.stem_set - left.denied


def _denies_besides(left: Profile, right: Profile) -> bool:
    """Whether what one denies is nothing that the other speaks of: it says the same, and denies something besides.

    "A missile hit the ferry, and the navy did not know who was aboard" against "a missile hit the ferry".
    """
    denying, other = (left, right) if left.negated else (right, left)
    if denying.rejects or other.rejects:
        return False
    if denying.language == other.language:
        asserted = denying.stem_set - denying.denied
        both = len(asserted & other.stem_set) >= 2 or len((denying.told - denying.denied_told) & other.told) >= 2
        return both and not denying.denied & other.stem_set and not denying.denied_told & other.told
    spoken = {c for c in denying.told - denying.denied_told if c in known_events()}
    return bool(denying.denied_told and spoken & other.told) and not denying.denied_told & other.told


def _denies_of(denying: Profile, other: Profile) -> bool:
    """Whether a thing or event that one mention names only to deny it is what another affirms.

    "The plane did not carry prisoners" against "the plane carried prisoners", in any two languages.
    """
    denied = denying.denied_concepts & (other.neutral - other.doubted)
    if denying.language == other.language:
        return bool(denied & _ANY_STATE - {"person"}) and not other.negated
    if _same_figures(denying, other) >= 2:
        return False
    names = {concept for concept in denying.denied_told if concept[0] == "@"} & other.told
    return bool(denied - _ANY_STATE) or (bool(names) and not other.negated)


def _denies_in_passing(left: Profile, right: Profile) -> bool:
    """Whether the denial of one stands in a side clause, as far as its form and the figures of both show.

    "…with 65 prisoners, six crew and three escorts, none of whom survived" does not deny that they were aboard.
    """
    denying = left if left.polarity is Polarity.NEGATIVE else right
    other = right if denying is left else left
    agreed = _same_figures(left, right) >= 2
    aside = agreed or len(denying.denied) * _ASIDE <= len(denying.stem_set)
    if aside and denying.negated and not denying.denied_concepts & other.neutral:
        return True  # "…65 prisoners, six crew and three escorts, and nobody survived"
    return denying.in_passing and (agreed or len(denying.stem_set) <= LONG_MENTION)


def _number_veto(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Veto | None:
    if not left or not right or _same_values(left, right):
        return None
    for measure in sorted({f.measure for f in left} & {f.measure for f in right} - {""}):
        ours = [f for f in left if f.measure == measure]
        theirs = [f for f in right if f.measure == measure]
        lone, other = _unmet(ours, theirs), _unmet(theirs, ours)
        if lone and other:
            return Veto(Aspect.NUMBER, f"{lone[0].label} against {other[0].label}")
    told = [f for f in left if _tells(f)]
    tellings = [f for f in right if _tells(f)]
    if told and tellings and not any(a.agrees(b) for a in told for b in tellings):
        # What they count may differ: "65 prisoners" and "74 on board" do not make a pair, but may meet in one claim.
        hard = not {f.measure for f in told}.isdisjoint(f.measure for f in tellings)
        label = f"{told[0].label} against {tellings[0].label}"
        return Veto(Aspect.NUMBER, label, hard=hard, yields=NEVER if hard else LIKELY)
    lone, other = (
        _unmet([f for f in a if f.measure not in known_measures()], b) for a, b in ((told, right), (tellings, left))
    )
    if lone and other:
        return Veto(Aspect.NUMBER, f"{lone[0].label} against {other[0].label}", hard=False, yields=LIKELY)
    return None


def _measured_veto(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> Veto | None:
    """Lengths, weights or spells that cannot be one, in units that the other does not use: 48 hours, two months."""
    for what in sorted({dimension_of(f.measure) for f in left} - _NOT_CONVERTED):
        ours, theirs = ([f for f in side if dimension_of(f.measure) == what] for side in (left, right))
        if not theirs or {f.measure for f in ours} & {f.measure for f in theirs}:
            continue
        if not any(_nearly(one, in_unit(other, one.measure)) for one in ours for other in theirs):
            return Veto(Aspect.NUMBER, f"{ours[0].label} against {theirs[0].label}")
    return None


def _nearly(one: Figure, other: Figure) -> bool:
    """Whether two figures meet, or are rounded forms of one."""
    edges = [edge for figure in (one, other) for edge in (figure.low, figure.high) if edge is not None]
    return one.meets(other) or max(edges) <= min(edges) * CONVERTED


def _counted_veto(left: Profile, right: Profile) -> Veto | None:
    both = one_number_of_two_things(left, right)
    return Veto(Aspect.NUMBER, f"{both[0].label} against {both[1].label}") if both else None


def _unmet(figures: list[Figure], others: tuple[Figure, ...] | list[Figure]) -> list[Figure]:
    """The figures that no figure of the other side agrees with."""
    return [figure for figure in figures if not any(figure.agrees(other) for other in others)]


def _same_values(left: tuple[Figure, ...], right: tuple[Figure, ...]) -> bool:
    """Whether all exact numbers of one side, two at least, stand in the other.

    Then what differs is what they are said to count: the "three servicemen" of one are the "three escorts" of the
    other, and its "65 servicemen" are the other's prisoners.
    """
    ours, theirs = ({f.low for f in side if f.low is not None and f.low == f.high} for side in (left, right))
    return len(ours & theirs) >= 2 and (ours <= theirs or theirs <= ours)


def _tells(figure: Figure) -> bool:
    """Whether a figure is more than the "one" or "two" that any sentence may hold."""
    value = figure.low if figure.low is not None else figure.high
    return value is not None and value > 2


def _opposite_veto(left: Profile, right: Profile) -> Veto | None:
    opposed = sorted(pair for pair, side in left.opposites if (pair, 1 - side) in right.opposites)
    if opposed and _is_turned(left, right):
        opposed = [pair for pair in opposed if pair not in _CONVERSE]
    if not opposed:
        return None
    # Of 61 held pairs in English with such words readers call 10 one, and the networks 6 of these and one more. In
    # other languages they find 14 of 27 distortions one.
    in_english = left.language == right.language == ENGLISH
    return Veto(
        Aspect.POLARITY, f"opposite words ({opposed[0].replace('_', ' ')})", yields=ONE if in_english else NEVER
    )


def _name_veto(left: Profile, right: Profile) -> Veto | None:
    if not left.names or not right.names or _same_figures(left, right) >= 2:
        return None
    if left.language != right.language:
        return _foreign_name_veto(left, right)
    if left.names.keys() & right.names.keys():
        return None
    one, other = min(left.names.values()), min(right.names.values())
    where = left.names.keys() <= left.places and right.names.keys() <= right.places
    return Veto(Aspect.PLACE if where else Aspect.ACTOR, f"{one} against {other}", hard=False)


def _foreign_name_veto(left: Profile, right: Profile) -> Veto | None:
    """Names of two languages: each has places or people that the other has not, in no spelling."""
    ours, theirs = _own_names(left, right), _own_names(right, left)
    if not ours or not theirs:
        return None
    yields = NEVER if left.persons and right.persons else LIKELY  # the mayor of one town is not that of another
    return Veto(Aspect.PLACE, f"{min(ours)} against {min(theirs)}", hard=False, yields=yields)


def _own_names(profile: Profile, other: Profile) -> set[str]:
    """The names that its own article reads as one, of which no part sounds like anything in the other mention."""
    heard = {_heard(word) for word in naming.parts(other.mention.span.exact)}
    own = set()
    for name in profile.read_names:
        whole = naming.parts(name)
        spelt = [part for part in whole if not is_translated(part, profile.language)]
        spelt = spelt or (whole if len(whole) > 1 else [])  # "Porto Nero" is another than "Capo Bianco"
        parts = {key for part in spelt if len(key := _heard(part)) >= _SOUND}
        translated = places(name) or subjects(name, profile.language)
        if parts and heard.isdisjoint(parts) and not translated:
            own.add(name)
    return own


def _heard(word: str) -> str:
    """How a name sounds, in short; its beginning in Latin letters where little of it sounds."""
    sound = naming.sound(word)[:_SOUND]
    return sound if len(sound) == _SOUND else naming.plain(word)[: _SOUND + 1]


def _same_figures(left: Profile, right: Profile) -> int:
    """How many figures with a measure both state; two settle that they tell the same, whatever else is named."""
    return len({f for f in left.neutral if f.startswith("=")} & right.neutral)


def _system_veto(left: Profile, right: Profile) -> Veto | None:
    """Other types of one kind, in any language: a plane that carried one missile is not one that was hit by another."""
    if not left.systems or not right.systems or left.systems.keys() & right.systems.keys():
        return None
    ours, theirs = ({p.kinds.get(key) for key in p.systems} for p in (left, right))
    if ours.isdisjoint(theirs) and None not in ours | theirs:
        return None  # an aeroplane and a missile
    one, other = min(left.systems.values()), min(right.systems.values())
    return Veto(Aspect.CAUSE, f"{one} against {other}", hard=False)


def _order_veto(left: Profile, right: Profile) -> Veto | None:
    """The same names in turned order around the same words: who did it to whom is turned round.

    A name that both put behind the same word ("of Halden") has the same part in both, wherever it stands.
    """
    if left.language != right.language:
        return None
    if _change_places(left, right):
        return Veto(Aspect.ACTOR, "the same names in turned order")
    if len(left.names.keys() & right.names.keys()) < 2:
        return None
    moved = frozenset(key for key in left.names if key in right.names and _leads(left, key) != _leads(right, key))
    if not _is_turned(left, right, moved):
        return None
    if any(_by_whom(left, key) != _by_whom(right, key) for key in moved):
        return None
    return Veto(Aspect.ACTOR, "the same names in turned order") if _alike_in_words(left, right) else None


def _change_places(left: Profile, right: Profile) -> bool:
    """Whether each begins with a name that the other has behind its verb: "Norland sues Vilen", "Vilen sues Norland".

    The word that begins a sentence is a name where it is one in the other. Names joined by "and" and the like, and
    those that only a passive turns, have the same part in both.
    """
    first, second = _begun_with(left, right), _begun_with(right, left)
    if first is None or second is None or first == second:
        return False
    behind = (_words_before(right, first), _words_before(left, second))
    if any(not led or led[-1] in _JOINING or not _PASSIVE.isdisjoint(led) for led in behind):
        return False
    return _alike_in_words(left, right) and not _MUTUAL & left.told & right.told


def _begun_with(profile: Profile, other: Profile) -> str | None:
    """The name of the other mention that this one begins with; a capital stands there for its state and is one too."""
    text = profile.mention.span.exact
    names = {*other.names.values(), *other.read_names}
    return max((name for name in names if text.startswith(name + " ")), key=len, default=None)


def _alike_in_words(left: Profile, right: Profile) -> bool:
    return len(left.stem_set & right.stem_set) / max(1, len(left.stem_set | right.stem_set)) >= _ALIKE_TURNED


def _is_turned(left: Profile, right: Profile, among: frozenset[str] | None = None) -> bool:
    """Whether two names that both have stand in turned order; parts of one name have none."""
    shared = [key for key in left.name_order if key in right.names and (among is None or key in among)]
    return any(
        left.names[one] != left.names[other]
        and right.names[one] != right.names[other]
        and _place(right, one) > _place(right, other)
        and _place(left, one) < _place(left, other)
        for one, other in combinations(shared, 2)
    )


def _by_whom(profile: Profile, key: str) -> bool:
    return not _PASSIVE.isdisjoint(_leads(profile, key)[-1:])


def _place(profile: Profile, key: str) -> int:
    return profile.mention.span.exact.find(profile.names[key])


def _leads(profile: Profile, key: str) -> tuple[str, ...]:
    """The two words before a name, given by its key."""
    return _words_before(profile, profile.names[key])


def _words_before(profile: Profile, name: str) -> tuple[str, ...]:
    text = profile.mention.span.exact
    before = re.findall(f"{IN_WORD}+", text[: max(0, text.find(name))])
    return tuple(word.casefold() for word in before[-2:])


def _time_veto(left: Profile, right: Profile) -> Veto | None:
    """Times that cannot meet; "tonight" in a report and in its reprint of the next day is one time."""
    if not left.times or not right.times or left.time_words & right.time_words:
        return None
    if any(times_meet(a, b) for a in left.times for b in right.times):
        return None
    return Veto(Aspect.TIME, "different times", hard=False)


def times_meet(left: Interval, right: Interval) -> bool:
    """Whether two stretches of time may have a moment in common."""
    later_start = max((i.earliest for i in (left, right) if i.earliest), default=None)
    earlier_end = min((i.latest for i in (left, right) if i.latest), default=None)
    return later_start is None or earlier_end is None or later_start <= earlier_end
