"""`batch.lineage_rows` over shards: the same pairs with the same fields, of a corpus that no machine holds.

What is decided, and the facts it needs, which are all that travels:

* whether a pair is a copy beyond doubt: the two texts;
* the families: the numbers of these pairs, and of those of which one text has half of the other, on the driver (three
  arrays; tens of millions are no burden);
* what shared text is worth: of the shingles of the pairs in doubt, in how many families each stands;
* whether text was set in: the texts of up to a dozen kin on either side, for pairs that would join two families;
* versions: the documents that share an address, or a number or moment of one site, each such set in one shard;
* what the versions of an article changed: the words at these places, to the blocks that compare one of them;
* which of two is a sibling: what the two documents of a pair were derived from;
* whether a credited outlet has no text here: for each document that credits one, whether any pair says so;
* whether credits run in a circle: which document credits which, on the driver.

The judgements themselves are the functions that `sayso lineage` uses on one machine, each on a part.
"""

import dataclasses
import functools
import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

import sayso.lineage.packing  # noqa: F401 (short pickled forms)
from sayso.lineage import postings, spreading
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import joined, posted
from sayso.lineage.compare import in_family_order, judged_by_spread, sorted_out
from sayso.lineage.credited import credited_by, hidden_told, out_of_circles, round_ways
from sayso.lineage.documents import Document
from sayso.lineage.families import labels_of
from sayso.lineage.findings import apart, finding_of
from sayso.lineage.growing import Joins, grown
from sayso.lineage.joining import Doubtful, Mask, Ties, of_common_property
from sayso.lineage.numbering import Corpus, bounds_of, homes
from sayso.lineage.postings import Near, Sketches
from sayso.lineage.prepared import Prepared
from sayso.lineage.related import Asked, kin_asked, refused
from sayso.lineage.shards import Cluster, Post, Shards
from sayso.lineage.shingles import Hashes, sampled
from sayso.lineage.stories import Stories
from sayso.lineage.versions import Histories, fetched, versions_of
from sayso.lineage.views import Part, Told, View
from sayso.lineage.worth import is_strong, numbers_of
from sayso.settings import LineageSettings

_SAMPLES = 1_000  # keys of each shard from which the bounds of the output are taken

Row = dict[str, Any]
Keyed = tuple[tuple[str, str], Row]


@dataclasses.dataclass(frozen=True, slots=True)
class Aligned:
    """Pairs of one block: copies beyond doubt, and those that need to know how far each of `wanted` is spread."""

    solid: Part
    rest: Part
    wanted: Hashes


@dataclasses.dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs of one block: copies beyond doubt, and those that are copies if kin do not speak against it."""

    solid: Part
    copies: Part


def sharded_rows(corpus: Corpus, cluster: Cluster, settings: LineageSettings) -> Iterator[Row]:
    """What `batch.lineage_rows` gives for the documents of `corpus`, in the same order."""
    if len(corpus) < 2:
        return
    sketches = corpus.blocks.each(functools.partial(postings.sketch, settings)).kept("sketching")
    aligned = _candidates(corpus, sketches, settings).each(functools.partial(_aligned, settings)).kept("aligning")
    solid, common = _families_from(len(corpus), aligned.each(functools.partial(_ties, settings)).values())
    labels = labels_of(len(corpus), *solid)
    aligned = aligned.beside(cluster.shards(common)).each(functools.partial(_without_common, settings))
    spread = _spread(corpus, sketches, aligned.each(_wanted).kept("aligning"), cluster, labels)
    weighed = aligned.beside(spread).each(functools.partial(_weighed, settings)).kept("weighing")
    asked = kin_asked(weighed.each(functools.partial(_doubtful, settings)).values(), labels, solid)
    judged = _judged(corpus, weighed, cluster, asked, settings).kept("asking kin")
    joins = judged.each(functools.partial(_joins, settings)).values()
    stand = grown(Joins.joined(joins), settings)
    pairs = judged.beside(cluster.shards(_by_block(stand, joins))).each(_standing).kept("joining families")
    versions, known, histories = versions_of(corpus, pairs, cluster, settings)
    shown = pairs.beside(known).beside(histories).each(_found).kept("telling directions")
    found = hidden_told(shown, cluster).kept("looking for what is credited")
    ways = round_ways(found, corpus.starts, cluster)
    directed = _siblings(corpus, found).beside(ways).each(out_of_circles)
    told = found.each(_undirected).beside(versions).beside(directed).each(_rows).kept("telling siblings")
    yield from _in_order(told, corpus.count)


def _candidates(corpus: Corpus, sketches: Shards[Sketches], settings: LineageSettings) -> Shards[Near]:
    starts, count = corpus.starts, corpus.count
    sent = sketches.each(functools.partial(postings.post_sketches, settings, count)).delivered(count)
    ties = sent.each(functools.partial(postings.tie, settings, starts)).delivered(count)
    counted = sketches.beside(sketches.beside(ties).each(postings.total))
    asked = counted.each(functools.partial(postings.ask, starts)).delivered(count)
    answering = corpus.blocks.beside(sketches).beside(asked)
    answers = answering.each(functools.partial(postings.answer, settings, starts)).delivered(count)
    return corpus.blocks.beside(answers).each(postings.near)


def _aligned(settings: LineageSettings, number: int, near: Near) -> Aligned:
    del number
    view = View.of(near.documents, settings)
    left, right = (np.searchsorted(view.numbers, side) for side in (near.left, near.right))
    solid, rest, _ = sorted_out(*in_family_order(len(view.numbers), left, right, near.likely), view.prepared)
    asked = [view.prepared.documents[place] for place in sorted({pair.left for pair in rest})]
    wanted = sampled(Prepared(asked, settings).sketches.hashes, settings.sample_one_in)
    parts = [Part.of(view.outside(pairs), near.documents) for pairs in (solid, rest)]
    return Aligned(parts[0], parts[1], wanted)


def _ties(settings: LineageSettings, number: int, aligned: Aligned) -> tuple[Ties, Ties]:
    """Copies beyond doubt, and those of the rest of which one text has half of the other."""
    del number
    strong = [pair for pair in aligned.rest.pairs if is_strong(pair.alignment, settings)]
    return Ties.of(aligned.solid.pairs), Ties.of(strong)


def _families_from(size: int, blocks: Sequence[tuple[Ties, Ties]]) -> tuple[tuple[Indexes, Indexes], list[Mask]]:
    """The ties that make families, and for each block which of its own do not, being of common property."""
    ties, further = (Ties.joined(own) for own in zip(*blocks, strict=True))
    common = of_common_property(size, ties, further)
    makes = ties.only(~common)
    return (makes.left, makes.right), _by_block(common, [own for own, _ in blocks])


def _by_block(mask: Mask, blocks: Sequence[Ties] | Sequence[Joins]) -> list[Mask]:
    """For each block the part of the mask that is of its pairs."""
    ends = np.cumsum([0, *(len(own.left) for own in blocks)]).tolist()
    return [mask[start:end] for start, end in itertools.pairwise(ends)]


def _without_common(settings: LineageSettings, number: int, given: tuple[Aligned, Mask]) -> Aligned:
    """The same with what makes no family left to be judged."""
    del number
    aligned, common = given
    if not common.any():
        return aligned
    pairs, known = aligned.solid.pairs, aligned.solid.documents
    doubtful = Part.of(list(itertools.compress(pairs, common)), known)
    view = View.of({pair.left: known[pair.left] for pair in doubtful.pairs}, settings)
    wanted = sampled(view.prepared.sketches.hashes, settings.sample_one_in)
    return Aligned(
        Part.of(list(itertools.compress(pairs, ~common)), known),
        Part([*aligned.rest.pairs, *doubtful.pairs], aligned.rest.documents | doubtful.documents),
        np.union1d(aligned.wanted, wanted),
    )


def _wanted(number: int, aligned: Aligned) -> Hashes:
    """What is wanted, to be read again without the texts."""
    del number
    return aligned.wanted


def _spread(
    corpus: Corpus, sketches: Shards[Sketches], wanted: Shards[Hashes], cluster: Cluster, labels: Indexes
) -> Shards[list[Any]]:
    """For every block the number of families of the hashes that it wants, where that is more than one."""
    own = cluster.shards(labels[start:end] for start, end in itertools.pairwise(corpus.starts.tolist()))
    step = functools.partial(spreading.post_labels, spreading.Filter.of(wanted.streamed()), corpus.starts)
    sent = sketches.beside(own).beside(wanted).each(step).delivered(corpus.count)
    return sent.each(spreading.count_families).delivered(corpus.count)


def _weighed(settings: LineageSettings, number: int, given: tuple[Aligned, list[Any]]) -> Weighed:
    del number
    aligned, mail = given
    known = spreading.spread_of(mail)
    view = View.of(aligned.rest.documents, settings)
    judged = judged_by_spread(view.inside(aligned.rest.pairs), view.prepared, known)
    copies = view.outside(pair for pair in judged if not pair.quotation)
    return Weighed(aligned.solid, Part.of(copies, aligned.rest.documents))


def _doubtful(settings: LineageSettings, number: int, weighed: Weighed) -> Doubtful:
    del number
    return Doubtful.of(weighed.copies.pairs, settings)


def _judged(
    corpus: Corpus, weighed: Shards[Weighed], cluster: Cluster, asked: Sequence[Asked], settings: LineageSettings
) -> Shards[Part]:
    """All copies, once kin were asked."""
    kin = fetched(corpus, cluster.shards(one.numbers() for one in asked))
    return weighed.beside(cluster.shards(asked).beside(kin)).each(functools.partial(_with_kin, settings))


def _with_kin(settings: LineageSettings, number: int, given: tuple[Weighed, tuple[Asked, dict[int, Document]]]) -> Part:
    del number
    weighed, (asked, kin) = given
    copies = weighed.copies
    doubtful = list(asked.questions.of(copies.pairs))
    documents = Part.of(doubtful, copies.documents).documents | kin
    against = refused(doubtful, asked, documents, settings)
    kept = [*itertools.compress(copies.pairs, asked.kept)]
    kept += [pair for pair, is_refused in zip(doubtful, against, strict=True) if not is_refused]
    return Part.of([*weighed.solid.pairs, *kept], weighed.solid.documents | copies.documents)


def _joins(settings: LineageSettings, number: int, part: Part) -> Joins:
    del number
    return Joins.of(part.pairs, settings)


def _standing(number: int, given: tuple[Part, Mask]) -> Part:
    del number
    part, stand = given
    return Part.of(list(itertools.compress(part.pairs, stand.tolist())), part.documents)


def _found(number: int, given: tuple[tuple[Part, Hashes], Histories]) -> list[Told]:
    """What each pair shows that is not of one page."""
    del number
    (part, known), histories = given
    versions = set(known.tolist())
    keys = joined(*numbers_of(part.pairs)).tolist()
    stories = Stories(part.documents, histories)
    found = [finding_of(pair, stories) for pair, key in zip(part.pairs, keys, strict=True) if key not in versions]
    return list(credited_by(found, part.documents))


def _undirected(number: int, found: list[Told]) -> list[Told]:
    del number
    return [told for told in found if not told.row["directed"]]


def _siblings(corpus: Corpus, found: Shards[list[Told]]) -> Shards[list[Told]]:
    """The directed findings, each judged by what its two documents were derived from."""
    starts, count = corpus.starts, corpus.count
    own = found.each(functools.partial(_post_directed, starts)).delivered(count).each(_by_derived)
    asked = own.each(functools.partial(_ask_origins, starts)).delivered(count)
    answers = own.beside(asked).each(_answer_origins).delivered(count)
    return own.beside(answers).each(_apart)


def _post_directed(starts: Indexes, number: int, found: list[Told]) -> Post:
    """Directed findings to the block of the derived document."""
    del number
    directed = [told for told in found if told.row["directed"]]
    derived = np.array([told.derived for told in directed], np.int64)
    return {
        home: [directed[place] for place in own.tolist()]
        for home, (own,) in posted(homes(starts, derived), np.arange(len(directed))).items()
    }


def _by_derived(number: int, mail: list[list[Told]]) -> dict[int, list[Told]]:
    del number
    findings: dict[int, list[Told]] = defaultdict(list)
    for told in itertools.chain.from_iterable(mail):
        findings[told.derived].append(told)
    return findings


def _ask_origins(starts: Indexes, number: int, own: dict[int, list[Told]]) -> Post:
    origins = {told.origin for found in own.values() for told in found}
    return postings.post_wants(starts, number, np.array(sorted(origins), np.int64))


def _answer_origins(number: int, given: tuple[dict[int, list[Told]], list[tuple[int, Indexes]]]) -> Post:
    del number
    own, mail = given
    return {asking: [told for origin in wanted.tolist() for told in own.get(origin, ())] for asking, wanted in mail}


def _apart(number: int, given: tuple[dict[int, list[Told]], list[list[Told]]]) -> list[Told]:
    del number
    own = [told for found in given[0].values() for told in found]
    here = given[0].keys()
    others = [told for told in itertools.chain.from_iterable(given[1]) if told.derived not in here]
    documents = dict(itertools.chain.from_iterable(told.documents() for told in (*own, *others)))
    findings = [told.finding() for told in (*own, *others)]
    judged = zip(own, findings, itertools.islice(apart(findings, documents), len(own)), strict=False)
    return [told if after is before else told.turned(after) for told, before, after in judged]


def _rows(number: int, given: tuple[tuple[list[Told], list[Told]], list[Told]]) -> list[Keyed]:
    del number
    (undirected, versions), directed = given
    rows = (told.row for told in (*undirected, *versions, *directed))
    keyed = [((row["derived"], row["origin"]), row) for row in rows]
    keyed.sort(key=lambda item: item[0])
    return keyed


def _in_order(rows: Shards[list[Keyed]], count: int) -> Iterator[Row]:
    """All rows by the ids of their documents, a shard of them here at a time."""
    bounds = bounds_of([key for keys in rows.each(_sample).values() for key in keys], count)
    ordered = rows.each(functools.partial(_post_rows, bounds)).delivered(count).each(_ordered)
    for own in ordered.kept("putting pairs in order").streamed():
        yield from own


def _sample(number: int, rows: list[Keyed]) -> list[tuple[str, str]]:
    del number
    return [key for key, _ in rows[:: max(1, len(rows) // _SAMPLES)]]


def _post_rows(bounds: list[tuple[str, str]], number: int, rows: list[Keyed]) -> Post:
    del number
    post: dict[int, list[Keyed]] = defaultdict(list)
    for item in rows:
        post[bisect_right(bounds, item[0])].append(item)
    return post


def _ordered(number: int, mail: list[list[Keyed]]) -> list[Row]:
    del number
    return [row for _, row in sorted(itertools.chain.from_iterable(mail), key=lambda item: item[0])]
