"""Of thousands of origins few are held against one another, and none is left out that one may be."""

from collections.abc import Sequence

import pytest

from factory import article, said
from sayso.corroborate import independence
from sayso.corroborate.independence import IndependenceStage
from sayso.corroborate.likely import Likely
from sayso.corroborate.origin_keys import Key
from sayso.corroborate.origins import SourceBook
from sayso.model import Attribution, Claim, ClaimMention, Corroboration, Record
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import SourceKind

CLAIM = "the dam was mined before it burst"
MIXED = [
    ("the Halden hospital", "en"),
    ("the hospital", "en"),
    ("Sarovia's hospital in Halden", "en"),
    ("St Mary's Hospital in Halden", "en"),
    ("das Krankenhaus von Orvel", "de"),
    ("Halden police", "en"),
    ("Halden police spokesman Lenz", "en"),
    ("Ana Lenz", "en"),
    ("Karl Lenz", "en"),
    ("Lenz", "en"),
    ("prosecutor Mira Sand", "en"),
    ("the Orvel prosecutor's office", "en"),
    ("the Safe Water Foundation", "en"),
    ("die Stiftung Sauberes Wasser", "de"),
    ("la fondation Eau propre", "fr"),
    ("the foundation", "en"),
    ("Norlex", "en"),
    ("Norlex Shipping", "en"),
    ("the company", "en"),
    ("the Halden Miners' Union", "en"),
    ("the Halden Teachers' Union", "en"),
    ("the Halden union", "en"),
    ("Sarovia's Health Ministry", "en"),
    ("the rebel-run health ministry", "en"),
    ("Norwegian officials", "en"),
    ("Norway's Interior Ministry", "en"),
    ("哈尔登医院", "zh"),
    ("Халденская больница", "ru"),
    ("OCHA", "en"),
    ("the United Nations", "en"),
]


def _records(told: Sequence[tuple[str, str]]) -> list[Record]:
    records: list[Record] = []
    for at, (source, language) in enumerate(told):
        made = article(f"{source} said {CLAIM}.", name=str(at), language=language, publisher=f"Outlet {at}")
        records += [made, *said(made, CLAIM, by=source, kind=SourceKind.NAMED)]
    ids = tuple(one.id for one in of(records, ClaimMention))
    return [*records, Claim(first_mention_id=ids[0], text=CLAIM, mention_ids=ids)]


def test_what_is_left_out_would_have_joined_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class All(Likely):
        def before(self, at: int) -> Sequence[Key]:
            return self._ordered[:at]

    records = _records(MIXED)
    few = of(list(IndependenceStage().run(WHOLE_CASE, records)), Corroboration)
    monkeypatch.setattr(independence, "Likely", All)
    assert few == of(list(IndependenceStage().run(WHOLE_CASE, records)), Corroboration)
    assert few[0].low < few[0].high


def test_a_hospital_among_thousands_is_held_against_few() -> None:
    book = SourceBook(of(_records(MIXED[:2]), Attribution), {})
    ordered: list[Key] = [("body", f"@town {at}", "hospital") for at in range(3_000)]
    ordered += [("person", f"name {at}") for at in range(3_000)]
    likely = Likely(ordered, book, lambda _: False)
    assert not likely.before(2_999)
    assert not likely.before(5_999)
    assert len(Likely([*ordered, ("body", "", "hospital")], book, lambda _: False).before(6_000)) == 6_000
