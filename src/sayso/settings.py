"""One frozen configuration per stage. What is not here is not tunable by users."""

import dataclasses
import json
from dataclasses import dataclass

from sayso.ids import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on hostile or oversized input. Reached, they cost the item (a Skip), never the run."""

    payload_bytes: int = 16 * 2**20  # one page; the largest real page in our measuring set is 2.5 MiB
    source_bytes: int = 4 * 2**30  # one archive
    expansion_ratio: int = 200  # unpacked to packed; text packs at most about 20 to 1
    archive_members: int = 1_000_000
    markup_depth: int = 500  # nested elements; libxml2's own limit is 256
    text_chars: int = 4 * 2**20
    fetch_seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageSettings:
    """See `sayso.lineage`."""

    shingle_words: int = 5
    min_shared_words: int = 24
    min_coverage: float = 0.5  # of one of the two, from which on shared text is a copy without further signs
    sample_one_in: int = 4  # shingles of a long text that enter the index: 5 of a shared sentence of 24 words
    short_words: int = 256  # texts shorter than this enter the index whole
    df_cap: int = 64  # bearers of a shingle that are compared each with each
    representatives: int = 3  # bearers that stand for the rest beyond the cap


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchSettings:
    """See `sayso.corroborate.match`."""

    min_wording: float = 0.3  # share of weighted stems by which two mentions of one language become candidates
    min_meaning: float = 0.25  # the same for concepts, figures and names, in any two languages
    min_nearness: float = 0.35  # cosine by which two become candidates, whatever their words and languages
    most_near: int = 60  # candidates that a statement has by nearness
    min_expected: float = 0.25  # chance by what two share from which on they are read; lower, and twice as many are
    min_expected_english: float = 0.4  # the same of two in English; nearly half are not read, as many are joined
    read_at_once: int = 3  # statements that each is read with, the likeliest first, before it is seen whether to go on
    most_read: int = 60  # statements that each is read with before it looks for no more of its own
    most_read_within: int = 8  # of a claim, others that one in English is read with before the claim stands
    min_chance: float = 0.5  # chance from which on two state the same
    min_wording_nested: float = 0.65  # wording by which a sentence and a part of it are one
    max_posting: int = 400  # mentions behind one blocking key; more, and the key says nothing
    min_cohesion: float = 0.4  # share of linked pairs inside a claim below which an alarm is raised
    same: tuple[tuple[str, str], ...] = ()  # pairs of mentions that a hand has put into one claim, whatever we find
    apart: tuple[tuple[str, str], ...] = ()  # pairs that a hand keeps out of one claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of it; `digest` names the part a stage reads, so that a change re-runs just that stage."""

    limits: Limits = Limits()
    lineage: LineageSettings = LineageSettings()
    match: MatchSettings = MatchSettings()


def digest(part: object) -> str:
    """A short digest of one configuration dataclass, the empty string for None."""
    if not dataclasses.is_dataclass(part) or isinstance(part, type):
        return ""
    return sha256(json.dumps(dataclasses.asdict(part), sort_keys=True).encode())[:16]
