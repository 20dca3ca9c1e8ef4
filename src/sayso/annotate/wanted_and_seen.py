"""English verbs of wanting and seeing that state something: S wants its head out · S saw no risk · S counts 54 dead.

The network marks them among much else ("the club want a striker", "the minister saw his father"). A wish says something
where it is a demand: what is wanted is a measure, or is to be done to somebody else; a plan of one's own is none. What
was seen says something where whoever saw it can speak, and it is a number, nothing at all, or what befalls somewhere.
"""

from collections.abc import Sequence

from sayso.annotate.cues import Grammar

_NEAR = 7  # words of an object in which its noun or its figure stands: "an inquiry", "the bodies of seven"
_MEASURE = 4  # words in which the noun of a demand stands: "a full public inquiry"
_LIKE_PARTICIPLES = ("hundred", "need", "speed", "seed", "bed", "breed", "shed", "feed")


def is_demand(told: Sequence[str], cue: Sequence[str], grammar: Grammar) -> bool:
    """Whether what is wanted is a measure or is to be done to another: "an inquiry", "the gate shut", "them to pay"."""
    if not any(grammar.is_in(word, "wanting") for word in cue) or len(told) < 2:
        return False
    if grammar.is_in(told[0], "infinitive", "that", "prepositions", "hearers"):
        return False
    measure = any(grammar.is_in(word, "demanded") for word in told[:_MEASURE])
    return measure or any(_is_result(told, k, grammar) for k in range(1, len(told)))


def _is_result(told: Sequence[str], k: int, grammar: Grammar) -> bool:
    """Whether a word tells what is to become of the thing wanted: "its director | out", "them | to pay"."""
    if grammar.is_in(told[k], "infinitive"):
        return not grammar.is_in(told[k - 1], "prepositions") and k + 1 < len(told) and k < _NEAR
    done = told[k].endswith(grammar.verb_endings) and not told[k].endswith(_LIKE_PARTICIPLES)
    attributive = grammar.is_in(told[k - 1], "determiners", "coordinators", "relatives", "be") or told[k - 1] == ","
    return (done and not attributive) or grammar.is_in(told[k], "outcomes")


def is_sighting(told: Sequence[str], cue: Sequence[str], who: Sequence[str], grammar: Grammar) -> bool:
    """Whether something was seen, heard or counted that can be told: a number, nothing of it, a shot, smoke."""
    if any(grammar.is_in(word, "own_outlet") for word in who):
        return False
    near = told[:_NEAR]
    counted = any(word[0].isdigit() or grammar.is_in(word, "figures_seen") for word in near)
    people = any(grammar.is_in(word, "tallies", "tallied_people", "fates") for word in near)
    if any(grammar.is_in(word, "tallying") for word in cue):
        return counted and (people or any(grammar.is_in(word, "observing") for word in cue))
    if not any(grammar.is_in(word, "observing") for word in cue):
        return False
    happens = any(grammar.is_in(word, "sights") for word in near)
    found = any(grammar.is_in(word, "clausal_only") for word in cue)  # "found no time for it"
    return happens or (told[0] == "no" and len(told) > 2 and not found)
