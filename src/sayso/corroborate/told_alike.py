"""How alike two origins of a claim are where reports name them, by a network that reads a source in its place.

"Sorvets" and "its staff" share no word, and no list has them; but both answer Belisar, on one matter. What the network
finds alike is never one for certain: it makes the range of a claim, all that is only perhaps another as one step of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import numpy as np

from sayso.corroborate.in_place import in_place
from sayso.corroborate.linkage import Steps, in_steps, mean_cosine
from sayso.model import Article, Attribution
from sayso.networks.speakers import Named, pointing

# Hundredths of the mean cosine from which on two may be one. Of 36 pairs of origins of one claim that have names in one
# language and that nothing else brings together, in 27 cases of which the network had learnt 13, 15 of 16 are one from
# here on, 6 of 20 below.
ALIKE = 50
MOST_PLACES = 12  # of each origin that are read


def named_in_place(attribution: Attribution, articles: Mapping[str, Article]) -> Named | None:
    """Where an attribution names its source, by the name it was found to be short for; None where it names none."""
    article = articles.get(attribution.article_id)
    if article is None or not attribution.source:
        return None
    source = attribution.source[0]
    place = in_place(article, source.start, source.end)
    name = " ".join((attribution.resolved_name or source.exact).split())
    return Named(before=place.before, left=place.left, name=name, right=place.right)


class ToldAlike:
    """The readings of one case, each place once."""

    def __init__(self, attributions: Mapping[str, Attribution], articles: Mapping[str, Article]) -> None:
        self._attributions, self._articles = attributions, articles
        self._steps: dict[Named, Steps] = {}
        self._known: dict[tuple[str, ...], list[Named]] = {}

    def read_ahead(self, named: Iterable[Iterable[str]]) -> None:
        """Read where several origins are named, each by the ids of its attributions, at once, on all cores."""
        new = sorted({place for ids in named for place in self._places(ids)} - self._steps.keys())
        self._steps.update(zip(new, in_steps(pointing(new)), strict=True))

    def alike(self, ours: Iterable[str], theirs: Iterable[str]) -> int | None:
        """The mean cosine of all places of the one with all of the other, in hundredths; None where one has none."""
        places, places_ = self._places(ours), self._places(theirs)
        self.read_ahead([ours, theirs])
        return mean_cosine(self._all(places), self._all(places_)) if places and places_ else None

    def _all(self, places: Iterable[Named]) -> Steps:
        return np.array([self._steps[place] for place in places])

    def _places(self, ids: Iterable[str]) -> list[Named]:
        """The first few places of some attributions, in the order of the attributions' ids."""
        ordered = tuple(sorted(set(ids)))
        if ordered not in self._known:
            found = (named_in_place(self._attributions[one], self._articles) for one in ordered)
            self._known[ordered] = list(islice(_unique(place for place in found if place), MOST_PLACES))
        return self._known[ordered]


def _unique(places: Iterable[Named]) -> Iterator[Named]:
    """Each place once, as they come."""
    seen: set[Named] = set()
    for place in places:
        if place not in seen:
            seen.add(place)
            yield place
