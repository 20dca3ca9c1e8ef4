"""Versions of pages, over shards: `revisions.revisions`, on sets of documents that have to do with each other.

Documents that share a page, and pairs that share text and a sign of one article, make such sets. They lie within one
site, so they are small, and each goes to one shard with its texts; which documents are in which is worked out on the
driver from their numbers.
"""

import dataclasses
import functools
import itertools
import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from sayso.ids import sha256
from sayso.lineage import postings
from sayso.lineage.candidates import Indexes
from sayso.lineage.columns import joined, parted, posted
from sayso.lineage.documents import Document
from sayso.lineage.families import labels_of
from sayso.lineage.findings import revision_of
from sayso.lineage.histories import History, histories
from sayso.lineage.numbering import Block, Corpus, homes
from sayso.lineage.revisions import number_signs, page_signs, revisions, signs
from sayso.lineage.shards import Cluster, Post, Shards
from sayso.lineage.shingles import Hashes
from sayso.lineage.views import Part, Told, View
from sayso.lineage.worth import Pair, numbers_of
from sayso.settings import LineageSettings

Histories = dict[int, History]
"""By the number of a document what is known of how its article was changed."""


def versions_of(
    corpus: Corpus, parts: Shards[Part], cluster: Cluster, settings: LineageSettings
) -> tuple[Shards[list[Told]], Shards[Hashes], Shards[Histories]]:
    """The revisions; for every block its pairs that are versions of one page, each as one number; and the histories.

    Of the histories each block has those of the documents in its other pairs.
    """
    count = corpus.count
    pages = corpus.blocks.each(functools.partial(_post_pages, count)).delivered(count).each(_pages)
    groups = [group for found in pages.values() for group in found]
    signed = parts.each(_signed).kept("comparing versions")
    wanted, targets = _shared_out(groups, signed.each(_signed_numbers).values(), count)
    texts = fetched(corpus, cluster.shards(wanted))
    pairs = signed.beside(cluster.shards(targets)).each(_post_signed).delivered(count)
    revised = texts.beside(pairs).each(functools.partial(_revised, settings)).kept("comparing versions")
    keys = np.unique(np.concatenate([*revised.each(_keys).values(), np.zeros(0, np.uint64)]))
    known = posted(homes(corpus.starts, parted(keys)[1]), keys)
    none = np.zeros(0, np.uint64)
    versions = cluster.shards(known[block][0] if block in known else none for block in range(count))
    return revised.each(_told), versions, _histories(corpus, parts, revised)


def _histories(corpus: Corpus, parts: Shards[Part], revised: Shards["_Revised"]) -> Shards[Histories]:
    """For every block what is known of the documents in its pairs, which for most is nothing."""
    changed = np.unique(np.concatenate([*revised.each(_changed).values(), np.zeros(0, np.int64)]))
    asked = parts.each(functools.partial(_ask_histories, changed, corpus.starts)).delivered(corpus.count)
    own = revised.each(functools.partial(_post_histories, corpus.starts)).delivered(corpus.count).each(_gathered)
    return own.beside(asked).each(_hand_out).delivered(corpus.count).each(_gathered)


def _changed(number: int, revised: "_Revised") -> Indexes:
    del number
    return np.array(sorted(revised.histories), np.int64)


def _ask_histories(changed: Indexes, starts: Indexes, number: int, part: Part) -> Post:
    """The documents in the pairs of a block of which there is a history, to their own blocks."""
    return postings.post_wants(starts, number, np.intersect1d(np.concatenate(numbers_of(part.pairs)), changed))


def _post_histories(starts: Indexes, number: int, revised: "_Revised") -> Post:
    """Histories to the blocks of their documents."""
    numbers = _changed(number, revised)
    return {
        home: {one: revised.histories[one] for one in own.tolist()}
        for home, (own,) in posted(homes(starts, numbers), numbers).items()
    }


def _hand_out(number: int, given: tuple[Histories, list[tuple[int, Indexes]]]) -> Post:
    del number
    own, mail = given
    return {asking: {one: own[one] for one in wanted.tolist()} for asking, wanted in mail}


def _gathered(number: int, mail: list[Histories]) -> Histories:
    del number
    return {one: history for histories in mail for one, history in histories.items()}


def fetched(corpus: Corpus, wanted: Shards[Indexes]) -> Shards[dict[int, Document]]:
    """The documents of the numbers that each shard wants."""
    asked = wanted.each(functools.partial(postings.post_wants, corpus.starts)).delivered(corpus.count)
    return corpus.blocks.beside(asked).each(postings.hand_out).delivered(corpus.count).each(postings.received)


def _post_pages(count: int, number: int, block: Block) -> Post:
    del number
    post: dict[int, list[tuple[bytes, int]]] = defaultdict(list)
    for place, document in enumerate(block.documents):
        for page, _ in (*page_signs(document), *number_signs(document)):
            digest = bytes.fromhex(sha256(json.dumps(page).encode())[:32])
            post[int.from_bytes(digest[:4], "big") % count].append((digest, block.first + place))
    return post


def _pages(number: int, mail: list[list[tuple[bytes, int]]]) -> list[list[int]]:
    """The documents of each page that has several."""
    del number
    pages: dict[bytes, list[int]] = defaultdict(list)
    for digest, document in itertools.chain.from_iterable(mail):
        pages[digest].append(document)
    return [documents for documents in pages.values() if len(documents) > 1]


def _signed(number: int, part: Part) -> list[Pair]:
    """The pairs whose documents share a sign of one article."""
    del number
    known = {number: signs(document).items() for number, document in part.documents.items()}
    return [pair for pair in part.pairs if known[pair.left] & known[pair.right]]


def _signed_numbers(number: int, signed: list[Pair]) -> Indexes:
    del number
    return np.array([(pair.left, pair.right) for pair in signed], np.int64).reshape(-1, 2)


def _shared_out(
    groups: Sequence[Sequence[int]], signed: Sequence[Indexes], count: int
) -> tuple[list[Indexes], list[Indexes]]:
    """For every shard the documents it is to compare, and for every block where each of its signed pairs goes."""
    chained = [pair for group in groups for pair in itertools.pairwise(group)]
    edges = np.concatenate([np.array(chained, np.int64).reshape(-1, 2), *signed])
    numbers, places = np.unique(edges, return_inverse=True)
    places = places.reshape(-1, 2)
    sets, members = np.unique(labels_of(len(numbers), places[:, 0], places[:, 1]), return_inverse=True)
    sizes = np.bincount(members, minlength=len(sets))
    shards = ((np.cumsum(sizes) - sizes) * count // max(1, len(numbers)))[members]
    wanted = posted(shards, numbers)
    none = np.zeros(0, np.int64)
    targets = [shards[np.searchsorted(numbers, pairs[:, 0])] for pairs in signed]
    return [wanted[shard][0] if shard in wanted else none for shard in range(count)], targets


def _post_signed(number: int, given: tuple[list[Pair], Indexes]) -> Post:
    del number
    signed, targets = given
    post: dict[int, list[Pair]] = defaultdict(list)
    for pair, target in zip(signed, targets.tolist(), strict=True):
        post[target].append(pair)
    return post


@dataclasses.dataclass(frozen=True, slots=True)
class _Revised:
    told: list[Told]
    keys: Hashes
    histories: Histories


def _revised(settings: LineageSettings, number: int, given: tuple[dict[int, Document], list[list[Pair]]]) -> _Revised:
    del number
    documents, mail = given
    view = View.of(documents, settings)
    pairs = sorted(view.inside(list(itertools.chain.from_iterable(mail))), key=lambda pair: (pair.left, pair.right))
    told: list[Told] = []
    keys: list[Any] = [np.zeros(0, np.uint64)]
    versions = list(revisions(view.prepared, pairs))
    known = histories(versions, dict(enumerate(view.prepared.documents)))
    for version in versions:
        finding = revision_of(version, view.prepared.documents)
        derived, origin = (view.prepared.documents[place] for place in (finding.derived, finding.origin))
        first, second = (int(view.numbers[place]) for place in (finding.derived, finding.origin))
        told.append(Told.of(finding, derived, origin, (first, second)))
        ends = np.sort(view.numbers[np.array(version.page_pairs)], axis=1)
        keys.append(joined(ends[:, 0], ends[:, 1]))
    by_number = {int(view.numbers[place]): history for place, history in known.items()}
    return _Revised(told, np.unique(np.concatenate(keys)), by_number)


def _keys(number: int, revised: _Revised) -> Hashes:
    del number
    return revised.keys


def _told(number: int, revised: _Revised) -> list[Told]:
    del number
    return revised.told
