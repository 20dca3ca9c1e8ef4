"""What Sayso reads as statements before it matches them: in the reports of a case, in the tables of invented groups."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import distortion
import real_pairs

from sayso.corroborate.match import MatchStage
from sayso.corroborate.profile import Profile, Profiles
from sayso.corroborate.vetoes import substitutions, vetoes
from sayso.extract.plain import from_plain
from sayso.model import Record
from sayso.pipeline import run_in_memory, stages
from sayso.settings import Settings

HELD = frozenset({"n.tsv", "o.tsv", "p.tsv", "distortion.blind.tsv"})  # tables that are in no lesson
REPORT = "report"
UNUSED = frozenset({"attributed"})  # kinds whose twins state the same, on another's word


def tables() -> list[Path]:
    """The tables of invented groups."""
    return sorted(distortion.GOLD.glob("distortion.*.tsv")) + sorted((distortion.GOLD / "statements").glob("*.tsv"))


def groups(texts: Sequence[distortion.Text]) -> Iterator[list[distortion.Text]]:
    """A report and its twins, one after the other."""
    used = [text for text in texts if text.kind not in UNUSED]
    for _, group in groupby(used, key=lambda text: text.report):
        yield list(group)


def of_reports(reports: Mapping[str, real_pairs.Text]) -> list[Profile]:
    """The statements of a case, told by article → text and language."""
    settings = Settings()
    whole = stages(settings)
    names = [stage.name for stage in whole]
    before = [stage for stage in whole[: names.index("match")] if stage.name != "lineage"]
    articles = [
        from_plain(text, language=language, capture_id=one, published=real_pairs.DAY)
        for one, (text, language) in reports.items()
    ]
    return _profiles(run_in_memory(articles, settings, before))


def of_table(texts: Sequence[distortion.Text]) -> tuple[list[Profile], dict[int, Profile]]:
    """The statements of a table, each text read alone, and by line the longest that is half of its text or more."""
    made = distortion.annotated(texts)
    profiles = _profiles([record for records in made.values() for record in records])
    longest: dict[int, Profile] = {}
    lengths = {f"line {text.number}": (text.number, len(text.text)) for text in texts}
    for profile in sorted(profiles, key=lambda one: len(one.mention.span.exact)):
        number, length = lengths[profile.article.capture_id]
        if 2 * len(profile.mention.span.exact) >= length:
            longest[number] = profile
    return profiles, longest


def _profiles(records: Sequence[Record]) -> list[Profile]:
    return Profiles([record for record in records if isinstance(record, MatchStage.reads)]).ordered()


def hard(left: Profile, right: Profile) -> bool:
    """Whether two are kept apart whatever a network says."""
    return any(veto.hard for veto in (*vetoes(left, right), *substitutions(left, right)))
