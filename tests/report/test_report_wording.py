import datetime
from collections.abc import Mapping
from typing import Any

import pytest

from factory import article, said
from sayso import vocab
from sayso.model import ClaimMention, Clock, Drift
from sayso.report import wording
from sayso.report.differences import drifts
from sayso.report.records import CaseRecords
from sayso.vocab import DriftWhere, Lost


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (wording.SOURCE_KIND, vocab.SourceKind),
        (wording.MANNER, vocab.Manner),
        (wording.SURENESS, vocab.CertaintyLevel),
        (wording.MODE, vocab.Mode),
        (wording.DERIVATION, vocab.DerivationKind),
        (wording.BASIS, vocab.DirectionBasis),
        (wording.CREDIT, vocab.CreditKind),
        (wording.ASPECT, vocab.Aspect),
        (wording.DIFFERENCE, vocab.Difference),
        (wording.LOST, vocab.Lost),
        (wording.LOST_WHAT, vocab.Lost),
        (wording.WHERE, vocab.DriftWhere),
        (wording.QUESTION, vocab.QuestionKind),
        (wording.TECHNIQUE, vocab.Technique),
        (wording.SKIP, vocab.SkipReason),
        (wording.AGENT, vocab.AgentKind),
    ],
)
def test_every_term_has_words(words: Mapping[Any, Any], terms: type[vocab.Term]) -> None:
    assert set(words) == set(terms)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(1, 1, "1 independent origin"), (1, 2, "1–2 independent origins"), (3, 3, "3 independent origins")],
)
def test_origins_are_a_range(low: int, high: int, words: str) -> None:
    assert wording.origin_range(low, high) == words


@pytest.mark.parametrize(
    ("part", "words"), [(1.0, "100 %"), (0.999, "over 99 %"), (0.0, "0 %"), (0.001, "under 1 %"), (0.625, "62 %")]
)
def test_shares_never_round_to_all_or_none(part: float, words: str) -> None:
    assert wording.share(part) == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [("year", "2024"), ("month", "Jan 2024"), ("day", "24 Jan 2024"), ("minute", "24 Jan 2024, 11:02 UTC")],
)
def test_a_clock_is_no_more_precise_than_its_source(precision: str, words: str) -> None:
    value = datetime.datetime(2024, 1, 24, 11, 2, tzinfo=datetime.UTC)
    assert wording.clock(Clock(value=value, precision=precision, text="", basis="")) == words


@pytest.mark.parametrize(
    ("tag", "name", "direction"),
    [
        ("ar", "Arabic", "rtl"),
        ("fa-IR", "Persian (Iran)", "rtl"),
        ("he", "Hebrew", "rtl"),
        ("ru", "Russian", "ltr"),
        ("und", "language not told", "auto"),
        ("zz-bad-", "zz-bad-", "auto"),
        ("", "", "auto"),
    ],
)
def test_languages_have_names_and_directions(tag: str, name: str, direction: str) -> None:
    assert (wording.language(tag), wording.direction(tag)) == (name, direction)


def test_lists_count_what_they_leave_out() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.listed(list("abcdef"), 2) == "a, b and 4 more"


def test_counts_agree_with_their_nouns() -> None:
    assert wording.counted(1, "copy family", "copy families") == "1 copy family"
    assert wording.counted(1234, "claim") == "1,234 claims"


@pytest.mark.parametrize(
    ("publishers", "where"),
    [
        (("Ostwick Post", "Ostwick Post"), "from one report of the outlet to another"),
        (("Ostwick Post", "Halden News"), "from one outlet to the next"),
        ((None, None), "from one outlet to the next"),
    ],
)
def test_two_reports_of_one_outlet_are_no_two_outlets(publishers: tuple[str | None, str | None], where: str) -> None:
    told, bare = (article("A mine sank it.", name=str(at), publisher=name) for at, name in enumerate(publishers))
    before, after = said(told, "A mine sank it.", by="the port"), said(bare, "A mine sank it.")
    mentions = [next(r for r in made if isinstance(r, ClaimMention)) for made in (before, after)]
    drift = Drift(
        from_mention_id=mentions[0].id,
        to_mention_id=mentions[1].id,
        lost=Lost.ATTRIBUTION,
        where=DriftWhere.BETWEEN_OUTLETS,
    )
    (view,) = drifts(CaseRecords.of("case", [told, bare, *before, *after, drift]))
    assert view.where == where
