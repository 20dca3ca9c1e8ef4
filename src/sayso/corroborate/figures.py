"""Values that accounts give for one figure, and what each difference between two of them turns out to be.

Numbers are compared by measure, times of day by event. Two values belong to one topic when mentions that give them
speak of the same thing by their words or their concepts. The more values a measure has in a case, the more things it
counts there: a crowd of them is compared only where two mentions themselves agree, and more strictly.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.corroborate.agreement import NEUTRAL, Rarity, wording_overlap
from sayso.corroborate.befallen import group_befallen
from sayso.corroborate.bygone import in_time
from sayso.corroborate.concepts import subjects
from sayso.corroborate.counted_states import SENT, states_of, tallied
from sayso.corroborate.differences import (
    DAMAGE,
    PEOPLE,
    Stated,
    difference,
    is_free,
    is_known,
    is_people,
    is_stateful,
    is_tally,
    measure_kinds,
    measure_of_bare,
    names_one_thing,
    parts_of,
    size,
    topic_of,
)
from sayso.corroborate.everybody import everybody
from sayso.corroborate.kin import STRIKES
from sayso.corroborate.kindred import kindred
from sayso.corroborate.profile import Figure, Profile
from sayso.corroborate.scopes import names_a_part
from sayso.corroborate.shares import is_share
from sayso.corroborate.topics import (
    CROWD,
    Compared,
    Topic,
    articles_of,
    context,
    gathered,
    in_other_lands,
    lands_of,
    share_nothing,
    value_label,
)
from sayso.model import Claim
from sayso.vocab import Aspect, Difference, Mode

MIN_CONTEXT = 0.2  # wording or concepts that two figures must share to speak of one thing
MIN_CROWD_CONTEXT = 0.35  # the same where a measure has many values: "three people" are not always the same three
MIN_FREE_CONTEXT = 0.7  # the same for units: kilometres or days measure many things in one text
MIN_PLACED = 0.5  # the same where each names a place and none that the other names
FEW = 4  # values of a thing up to which mentions that name nothing else count one thing: "there were six buses"
MOST_FREE = 3  # values of a unit that may be of one thing; 198, 204, 222 and 296 hours under rubble are not
SEVERAL = 3.0
_REVISED = re.compile(r"[将將][^，。；]{2,40}?[调調升降增减減提改修更][^，。；]{0,2}[至到为為成]约?約?\d")


def figure_topics(
    profiles: Sequence[Profile], rarity: Rarity, by_measure: Mapping[str, Sequence[Stated]]
) -> Iterator[Compared]:
    """What is counted, with its values, as far as lists and the words of mentions tell it."""
    verdict = functools.partial(difference, parts=parts_of(profiles))
    for measure, told in sorted(by_measure.items()):
        statements, _ = in_time(told, profiles)
        crowded = len({value_label(s.figure) for s in statements}) > CROWD
        running = is_tally(measure) and crowded
        alone = len({value_label(s.figure) for s in statements}) <= FEW
        same = _same_thing(measure, crowded=crowded and not running, alone=alone)
        for values, direct in gathered(statements, rarity, same):
            if is_free(measure) and (len(values) > MOST_FREE or len(articles_of(values)) < 2):
                continue
            loose = not is_free(measure) and (running or not crowded)
            topic = Topic(aspect=Aspect.NUMBER, name=measure, values=values, direct=direct, loose=loose)
            yield Compared(topic, verdict, _not_worth_telling(measure))


def _not_worth_telling(measure: str) -> frozenset[Difference]:
    """Of a noun that no list knows, and of units, only what contradicts or rounds is worth telling."""
    if not is_free(measure):
        return frozenset()
    rough = frozenset() if is_known(measure) else {Difference.BOUND, Difference.ROUNDING}
    return frozenset({Difference.SCOPE, *rough})


def figures_by_measure(profiles: Sequence[Profile], claims: Sequence[Claim] = ()) -> dict[str, list[Stated]]:
    """The figures of a case by what they count; of nested mentions the shortest speaks for one."""
    everybody_is, named_as = everybody(profiles, claims), kindred(profiles, claims)
    stated: dict[str, list[Stated]] = defaultdict(list)
    seen: set[str] = set()
    for profile in sorted(profiles, key=lambda p: (len(p.mention.span.exact), p.order)):
        if profile.mode is Mode.QUESTION or (profile.mode is Mode.PREDICTION and not _is_revised(profile)):
            continue  # "the toll could pass 20,000" is no toll yet
        for read in measure_of_bare(profile):
            some = group_befallen(profile, read)
            if not some and is_share(profile, read):
                continue
            figure = replace(read, measure=some) if some else _by_what_it_counts(profile, read)
            figure = replace(figure, measure=named_as.get(figure.measure, figure.measure))
            if figure.measure in everybody_is:
                figure = _of_everybody(profile, figure)
            least = 1 if figure.measure in STRIKES else 2
            few = not is_tally(figure.measure) and (figure.high or figure.low or 0) <= least
            if _is_several(figure):
                continue
            few = few or (" " in figure.measure and figure.high == 1)
            if few and names_one_thing(figure.measure) and figure.low:
                continue  # "one man", "both countries", "a third driver has died"
            if figure.measure and figure.quantity_id not in seen:
                seen.add(figure.quantity_id)  # of nested mentions the shortest speaks for the figure
                stated[topic_of(figure.measure)].append(Stated(figure, profile))
    return stated


def _is_revised(profile: Profile) -> bool:
    """Whether what looks ahead in Chinese only has its object first: "将死亡人数下调至31人", lowered the toll to 31."""
    return profile.language == "zh" and _REVISED.search(profile.mention.span.exact) is not None


def _of_everybody(profile: Profile, figure: Figure) -> Figure:
    """A count of the group that is all there were, as one of people, or as the toll it is where it stands alone.

    Of "17 of the 21 crew were rescued" the 21 were not; they are all there were.
    """
    people = replace(figure, measure=PEOPLE)
    if not tallied(profile, figure):
        return people
    counts = [size(other) for other in profile.figures if not other.measure or is_people(other.measure)]
    if len(counts) == 1 and not names_a_part(profile):
        return _by_what_it_counts(profile, people)
    return people if size(figure) == max(counts) else figure


def _by_what_it_counts(profile: Profile, figure: Figure) -> Figure:
    """A figure under the toll that it is, or under the thing that its noun names in any form."""
    if topic_of(figure.measure) == PEOPLE:
        toll = tallied(profile, figure)
        return replace(figure, measure=toll) if toll else figure
    if figure.measure and not is_known(figure.measure):
        named = [kind for kind in subjects(figure.measure, profile.language) if measure_kinds().get(kind) == "thing"]
        return replace(figure, measure=named[0]) if len(named) == 1 else figure
    return figure


def _is_several(figure: Figure) -> bool:
    """Whether a figure is no more than "several", which no account contradicts."""
    vague = figure.high is None and (figure.low or 0) <= SEVERAL and bool(figure.printed)
    return vague and not any(ch.isdigit() for ch in figure.printed)


def _more_than_names(named: frozenset[str]) -> bool:
    """Whether a mention speaks of more than its count and names."""
    return any(concept[0] != "@" for concept in named)


def _same_thing(measure: str, *, crowded: bool, alone: bool = False) -> Callable[[Stated, Stated, Rarity], bool]:
    enough = MIN_CROWD_CONTEXT if crowded else MIN_CONTEXT
    enough = enough if names_one_thing(measure) else MIN_FREE_CONTEXT
    is_thing = measure_kinds().get(measure) == "thing"
    stateful = is_stateful(measure)

    def same(one: Stated, other: Stated, rarity: Rarity) -> bool:
        left, right = one.profile, other.profile
        if stateful and _in_other_states(one, other):
            return False
        if in_other_lands(left, right) or (is_thing and bool(left.neutral & DAMAGE) != bool(right.neutral & DAMAGE)):
            return False  # ten villages under water, three retaken
        if left.language == right.language:
            worded = wording_overlap(left, right, rarity)[0]
            apart = left.places and right.places and not left.places & right.places
            return worded >= (max(enough, MIN_PLACED) if apart else enough)
        ours, theirs = (context(profile) - {measure} for profile in (left, right))
        if is_thing and alone and not _more_than_names(ours) and not _more_than_names(theirs):
            return True
        meaning, _ = rarity.overlap(NEUTRAL, ours, theirs)
        return meaning >= enough and names_one_thing(measure)

    return same


def _in_other_states(one: Stated, other: Stated) -> bool:
    """Whether each says what befell those it counts, and not the same: 340 hurt, 2,100 moved to safety.

    Of those who were sent each state has its own: 76 Britons and 87 Ukrainians.
    """
    ours, theirs = (states_of(s.profile, s.figure) for s in (one, other))
    if SENT in ours & theirs:
        left, right = (lands_of(s.profile) for s in (one, other))
        return bool(left - right) and bool(right - left)
    return share_nothing(ours, theirs)
