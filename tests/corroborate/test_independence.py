import dataclasses
import datetime
from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import article, counted, said
from sayso.corroborate.country_names import places
from sayso.corroborate.families import Families
from sayso.corroborate.origins import SourceBook
from sayso.corroborate.source_names import read_source
from sayso.corroborate.told_figures import ToldFigures
from sayso.model import (
    Agent,
    Attribution,
    Claim,
    ClaimMention,
    Clock,
    Corroboration,
    Credit,
    Derivation,
    Quantity,
    Record,
)
from sayso.stage import of
from sayso.vocab import AgentKind, CreditKind, DerivationKind, DirectionBasis, Manner, SourceKind

Corroborate = Callable[[Iterable[Record]], list[Record]]
CLAIM = "the Ostwick dam was mined before it burst"


def _clock(day: int) -> Clock:
    value = datetime.datetime(2031, 5, day, tzinfo=datetime.UTC)
    return Clock(value=value, precision="day", text=str(day), basis="test")


def _told(*sources: tuple[str | None, SourceKind] | None) -> list[Record]:
    """One article a source, each with the claim; None is the outlet's own voice."""
    records: list[Record] = []
    for at, source in enumerate(sources):
        name, kind = source or (None, SourceKind.NONE)
        text = f"{name} said {CLAIM}." if name else f"Now {CLAIM}."
        made = article(text, name=str(at), publisher=f"Outlet {at}", published=_clock(at + 1))
        records += [made, *said(made, CLAIM, by=name, kind=kind)]
    return records


def _count(made: Sequence[Record]) -> Corroboration:
    (count,) = of(made, Corroboration)
    return count


MINISTRY = [
    ("Finland's Defence Ministry", SourceKind.NAMED),
    ("the Finnish Ministry of Defense", SourceKind.NAMED),
    ("Министерство обороны Финляндии", SourceKind.NAMED),
    ("le ministère finlandais de la Défense", SourceKind.NAMED),
    ("a Finnish Defence Ministry spokesman", SourceKind.ROLE),
]


def test_one_ministry_in_many_spellings_is_one_origin(corroborate: Corroborate) -> None:
    count = _count(corroborate(_told(*MINISTRY)))
    assert (count.low, count.high, count.articles, count.publishers) == (1, 1, 5, 5)
    assert "same_source" in {reason.code for reason in count.groups[0].reasons}


def test_a_ministry_without_a_country_is_the_only_one_in_play(corroborate: Corroborate) -> None:
    count = _count(corroborate(_told(MINISTRY[0], ("the Defence Ministry", SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 1)


def test_ministries_of_two_countries_are_two_origins(corroborate: Corroborate) -> None:
    peru = ("Peru's Defence Ministry", SourceKind.NAMED)
    count = _count(corroborate(_told(MINISTRY[0], peru)))
    assert (count.low, count.high) == (2, 2)
    unclear = _count(corroborate(_told(MINISTRY[0], peru, ("the Defence Ministry", SourceKind.NAMED))))
    assert unclear.low >= 2


def test_two_people_are_two_origins_and_one_person_is_one(corroborate: Corroborate) -> None:
    two = _told(("Ana Lenz", SourceKind.NAMED), ("Piet Varga", SourceKind.NAMED))
    one = _told(("Ana Lenz", SourceKind.NAMED), ("Lenz", SourceKind.NAMED), ("Ана Ленц", SourceKind.NAMED))
    assert _count(corroborate(two)).low == 2
    assert _count(corroborate(one)).high == 1


def test_two_people_by_full_names_are_two_in_two_languages(corroborate: Corroborate) -> None:
    there = [("Petr Novák", "cs"), ("Anna Lindqvist", "sv")]
    records: list[Record] = []
    for at, (name, language) in enumerate(there):
        text = f"{name} said {CLAIM}."
        made = article(text, name=str(at), publisher=f"Outlet {at}", published=_clock(at + 1), language=language)
        records += [made, *said(made, CLAIM, by=name, kind=SourceKind.NAMED)]
    count = _count(corroborate(records))
    assert not [reason for group in count.groups for reason in group.reasons if reason.code == "untold"]
    assert (count.low, count.high) == (2, 2)


@pytest.mark.parametrize(
    "other",
    ["the Lundhavn Democrat", "the Lundhavn senator", "the president-elect", "a Norlex engineer", "the former mayor"],
)
def test_who_is_called_by_what_he_is_may_be_who_is_named(corroborate: Corroborate, other: str) -> None:
    named = ("Sen. Ana Lenz", SourceKind.NAMED)
    count = _count(corroborate(_told(named, (other, SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 2)
    assert count.groups[0].origin == "Sen. Ana Lenz"
    two = _told(named, ("Ida Falk", SourceKind.NAMED), (other, SourceKind.NAMED))
    assert _count(corroborate(two)).low == 2


def test_a_party_and_one_of_it_are_no_person_s_names(corroborate: Corroborate) -> None:
    parties = _told(("the Democrats", SourceKind.NAMED), ("the Republicans", SourceKind.NAMED))
    assert _count(corroborate(parties)).high == 2


@pytest.mark.parametrize("chief", ["Norlex CEO Ana Lenz", "Ana Lenz, the director of Norlex"])
def test_who_heads_a_firm_may_speak_for_it(corroborate: Corroborate, chief: str) -> None:
    told = _told((chief, SourceKind.NAMED), ("Norlex", SourceKind.NAMED), ("Ana Lenz", SourceKind.NAMED))
    count = _count(corroborate(told))
    assert (count.low, count.high) == (1, 2)
    apart = _told((chief, SourceKind.NAMED), ("Baltmar Shipping", SourceKind.NAMED))
    assert _count(corroborate(apart)).low == 2


def test_a_title_without_a_name_that_was_read_breaks_nothing(corroborate: Corroborate) -> None:
    told = _told(("A police source, Paul Lenz", SourceKind.UNNAMED), ("Norlex", SourceKind.NAMED))
    assert _count(corroborate(told)).high == 2


def test_a_body_that_nothing_places_may_be_of_the_state_that_speaks(corroborate: Corroborate) -> None:
    count = _count(corroborate(_told(("the military", SourceKind.NAMED), ("Finland", SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 2)


def test_who_speaks_for_a_ministry_is_the_only_one_of_its_kind_that_is_placed(corroborate: Corroborate) -> None:
    told = _told(
        ("the Interior Ministry of the Republic of Karvenia", SourceKind.NAMED),
        ("Ida Falk, spokeswoman for the Interior Ministry", SourceKind.NAMED),
        ("Interior Minister Ana Lenz", SourceKind.NAMED),
        ("ministry spokeswoman Ida Falk", SourceKind.NAMED),
        ("İçişleri Bakanlığı", SourceKind.NAMED),
        ("the ministry", SourceKind.NAMED),
    )
    count = _count(corroborate(told))
    assert (count.low, count.high) == (1, 1)


def test_a_spokesman_whose_ministry_nothing_places_is_that_ministry(corroborate: Corroborate) -> None:
    spokesman = ("Colonel Aku Salminen, a spokesman for the Defence Ministry", SourceKind.NAMED)
    told = _told(spokesman, ("the Defence Ministry", SourceKind.NAMED), ("Salminen", SourceKind.NAMED))
    assert _count(corroborate(told)).high == 1
    two = _told(
        spokesman, ("Finland's Defence Ministry", SourceKind.NAMED), ("Peru's Defence Ministry", SourceKind.NAMED)
    )
    assert (_count(corroborate(two)).low, _count(corroborate(two)).high) == (2, 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lenz, a Democrat from Lundhavn", "Ida Falk, a Republican from Lundhavn"),
        ("Sen. Ana Lenz of Lundhavn", "Sen. Ida Falk of Lundhavn"),
        ("Ana Lenz (D-Lundhavn)", "Ida Falk (R-Lundhavn)"),
        ("Teachers Union of Lundhavn", "Teachers Union of Halden"),
    ],
)
def test_two_of_one_place_are_two(corroborate: Corroborate, one: str, other: str) -> None:
    count = _count(corroborate(_told((one, SourceKind.NAMED), (other, SourceKind.NAMED))))
    assert (count.low, count.high) == (2, 2)
    again = _told((one, SourceKind.NAMED), (one, SourceKind.NAMED))
    assert _count(corroborate(again)).high == 1


def test_a_minister_who_speaks_as_he_is_the_ministry(corroborate: Corroborate) -> None:
    text = f"Health Minister Karl Osten came on Sunday. He said {CLAIM}."
    he = article(text, name="he", publisher="Outlet he", published=_clock(5))
    told = [*_told(("the Health Ministry", SourceKind.NAMED)), he, *said(he, CLAIM, by="Karl Osten")]
    assert _count(corroborate(told)).high == 1
    guest = article(
        text.replace("Health Minister", "Police met"), name="he", publisher="Outlet he", published=_clock(5)
    )
    told = [*_told(("the Health Ministry", SourceKind.NAMED)), guest, *said(guest, CLAIM, by="Karl Osten")]
    assert _count(corroborate(told)).high == 2


def test_a_name_and_its_first_word_may_be_one(corroborate: Corroborate) -> None:
    count = _count(corroborate(_told(("Norvex Power", SourceKind.NAMED), ("Norvex", SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 2)
    two = _told(("Norvex Power", SourceKind.NAMED), ("Baltmar Shipping", SourceKind.NAMED))
    assert _count(corroborate(two)).low == 2


def test_own_voice_beside_a_source_only_widens(corroborate: Corroborate) -> None:
    count = _count(corroborate(_told(("Ana Lenz", SourceKind.NAMED), None, None, None)))
    assert (count.low, count.high) == (1, 2)
    assert [group.certain for group in count.groups] == [True, False]


def test_unnamed_sources_of_one_side_only_widen(corroborate: Corroborate) -> None:
    told = [("Finnish officials", SourceKind.UNNAMED), ("sources in Helsinki", SourceKind.UNNAMED)]
    count = _count(corroborate(_told(MINISTRY[0], *told)))
    assert (count.low, count.high) == (1, 2)


def test_unnamed_sources_of_two_sides_are_two(corroborate: Corroborate) -> None:
    told = [("Finnish officials", SourceKind.UNNAMED), ("Peruvian officials", SourceKind.UNNAMED)]
    assert _count(corroborate(_told(*told))).low == 2


def test_a_spokesman_is_his_body_by_name_too(corroborate: Corroborate) -> None:
    spokesman = ("Finnish Defence Ministry spokesman Aku Salminen", SourceKind.NAMED)
    count = _count(corroborate(_told(MINISTRY[0], spokesman, ("Salminen", SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 1)


def test_a_person_beside_a_body_is_another_origin_at_most(corroborate: Corroborate) -> None:
    soldier = ("Finnish army conscript Aku Salminen", SourceKind.NAMED)
    count = _count(corroborate(_told(("the Finnish army", SourceKind.NAMED), soldier)))
    assert (count.low, count.high) == (1, 2)


def test_unnamed_sources_of_two_outlets_make_the_range(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for outlet in ("Nordpress", "Sudpress"):
        made = article(f"{outlet}, citing sources, reported {CLAIM}.", name=outlet, publisher=f"Reader of {outlet}")
        outer = said(made, CLAIM, by=outlet, kind=SourceKind.OUTLET)
        records += [made, outer[0], *said(made, CLAIM, by="sources", kind=SourceKind.UNNAMED, within=outer[0].id)]
    count = _count(corroborate(records))
    assert (count.low, count.high) == (1, 2)


def test_an_agency_that_relays_a_ministry_is_no_further_origin(corroborate: Corroborate) -> None:
    text = f"Nordpress, citing Finland's Defence Ministry, reported {CLAIM}."
    relay = article(text, name="relay", publisher="Daily", published=_clock(1))
    outer = said(relay, CLAIM, by="Nordpress", kind=SourceKind.OUTLET)
    inner = said(relay, CLAIM, by="Finland's Defence Ministry", within=outer[0].id)
    plain = article(f"Nordpress reported {CLAIM}.", name="plain", publisher="Weekly", published=_clock(2))
    records = [relay, outer[0], *inner, plain, *said(plain, CLAIM, by="Nordpress", kind=SourceKind.OUTLET)]
    count = _count(corroborate(records))
    assert (count.low, count.high) == (1, 1)
    assert count.groups[0].origin == "Finland's Defence Ministry"
    assert "relayed" in {reason.code for reason in count.groups[0].reasons}


def _copied(kind: DerivationKind) -> list[Record]:
    records = _told(None, None)
    first, second = (r.id for r in records if r.prefix == "art")
    link = Derivation(
        derived_id=second,
        origin_id=first,
        kind=kind,
        coverage=1.0,
        origin_coverage=1.0,
        directed=True,
        basis=DirectionBasis.EARLIER_CLOCK,
    )
    return [*records, link]


def test_copies_are_one_origin_shared_quotations_are_not(corroborate: Corroborate) -> None:
    copied = _count(corroborate(_copied(DerivationKind.VERBATIM)))
    assert (copied.low, copied.high) == (1, 1)
    assert "same_text" in {reason.code for reason in copied.groups[0].reasons}
    quoted = _count(corroborate(_copied(DerivationKind.SHARED_QUOTATION)))
    assert (quoted.low, quoted.high) == (1, 2)


def test_credited_agency_is_one_origin_behind_two_outlets(corroborate: Corroborate) -> None:
    records: list[Record] = []
    for at in range(2):
        text = f"(Nordpress) Now {CLAIM}."
        credit = Credit(kind=CreditKind.WIRE, name="Nordpress", start=0, end=11)
        made = article(text, name=str(at), publisher=f"Outlet {at}", published=_clock(1), credits=(credit,))
        records += [made, *said(made, CLAIM)]
    count = _count(corroborate(records))
    assert (count.low, count.high) == (1, 1)
    assert count.groups[0].origin == "Nordpress"


def test_a_hidden_agency_counts_as_the_origin_of_its_copies(corroborate: Corroborate) -> None:
    records = _told(None, None)
    agency = Agent(kind=AgentKind.AGENCY, name="Nordpress")
    links = [
        Derivation(
            derived_id=made.id,
            origin_id=agency.id,
            kind=DerivationKind.SAME_SOURCE,
            coverage=0.9,
            origin_coverage=0.9,
            directed=True,
            basis=DirectionBasis.CREDIT_LINE,
        )
        for made in records
        if made.prefix == "art"
    ]
    count = _count(corroborate([*records, agency, *links]))
    assert (count.low, count.high) == (1, 1)


SOURCES = st.sampled_from(
    [
        *MINISTRY,
        None,
        ("Ana Lenz", SourceKind.NAMED),
        ("sources", SourceKind.UNNAMED),
        ("Lima", SourceKind.NAMED),
    ]
)


@settings(deadline=None)
@given(told=st.lists(SOURCES, min_size=1, max_size=8))
def test_the_range_is_sound(corroborate: Corroborate, told: list[tuple[str, SourceKind] | None]) -> None:
    for count in of(corroborate(_told(*told)), Corroboration):
        assert 1 <= count.low <= count.high == len(count.groups)
        assert count.low == sum(group.certain for group in count.groups)
        held = {article_id for group in count.groups for article_id in group.article_ids}
        assert len(held) == count.articles
        assert all(group.reasons for group in count.groups)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Russia's Defence Ministry", "RU"),
        ("украинские военные", "UA"),
        ("US officials", "US"),
        ("主管中国", "CN"),
        ("Nigerian police", "NG"),
    ],
)
def test_countries_are_read_in_any_script(text: str, code: str) -> None:
    assert places(text)[0][0] == code


@pytest.mark.parametrize("text", ["He told us", "Rosemary DiCarlo", "the mayor"])
def test_a_name_is_not_taken_for_a_country(text: str) -> None:
    assert places(text) == ()


def test_a_capital_stands_for_its_authorities() -> None:
    assert read_source("Moscow", SourceKind.NAMED).metonym
    assert read_source("Kyiv", SourceKind.NAMED).country == "UA"
    assert not read_source("Kyiv police", SourceKind.NAMED).metonym


def test_a_hostile_source_name_costs_little() -> None:
    assert read_source("x" * 1_000_000, SourceKind.NAMED).body is None


@pytest.mark.parametrize(
    ("full", "bare"),
    [
        ("Norlandia's Interior Ministry", "The ministry"),
        ("Norlandia's Interior Ministry", "Das norlandische Ministerium"),
        ("Norlandia's Interior Ministry", "El ministerio"),
        ("İçişleri Bakanlığı", "Bakanlık"),
        ("МВД Норландии", "Норландское министерство"),
        ("the Interior Ministry", "The Interior Ministry in Ostwick"),
    ],
)
def test_the_ministry_is_the_one_that_the_case_names(corroborate: Corroborate, full: str, bare: str) -> None:
    count = _count(corroborate(_told((full, SourceKind.NAMED), (bare, SourceKind.NAMED))))
    assert (count.low, count.high) == (1, 1)


def test_of_two_ministries_the_adjective_tells_which(corroborate: Corroborate) -> None:
    sources = ["Marlundia's Interior Ministry", "Norbergia's Defence Ministry", "The Marlundian ministry"]
    count = _count(corroborate(_told(*((name, SourceKind.NAMED) for name in sources))))
    assert (count.low, count.high) == (2, 2)


def test_an_article_stands_under_the_source_it_names_not_under_its_agency_too(corroborate: Corroborate) -> None:
    wire = Credit(kind=CreditKind.WIRE, name="Halyard", start=0, end=7)
    text = f"The Interior Ministry said {CLAIM}."
    made = article(text, headline="The Ostwick dam was mined before it burst", name="a", credits=(wire,))
    other = article(f"Now {CLAIM}.", name="b", credits=(wire,))
    records = [
        made,
        *said(made, CLAIM, by="The Interior Ministry"),
        *said(made, "The Ostwick dam was mined before it burst"),
    ]
    records += [other, *said(other, CLAIM)]
    count = _count(corroborate(records))
    assert (count.low, count.high) == (1, 1)
    assert sum(len(group.article_ids) for group in count.groups) == count.articles
    assert count.groups[0].origin == "The Interior Ministry"


def test_a_ministry_is_the_origin_of_its_own_release(corroborate: Corroborate) -> None:
    release = Credit(kind=CreditKind.PRESS_RELEASE, name="No", start=0, end=2)
    issued = article(f"Now {CLAIM}.", name="a", publisher="Interior Ministry of Norlandia", credits=(release,))
    other = article(f"The Interior Ministry said {CLAIM}.", name="b", publisher="Outlet")
    count = _count(corroborate([issued, other, *said(issued, CLAIM), *said(other, CLAIM, by="The Interior Ministry")]))
    assert (count.low, count.high) == (1, 1)


def test_a_misread_clause_behind_a_source_names_nobody(corroborate: Corroborate) -> None:
    clause = (
        "early reports, the hall had been hit by a vehicle that was probably sent from Norlandic soil by the Norlander"
    )
    count = _count(corroborate(_told(("the Interior Ministry", SourceKind.NAMED), (clause, SourceKind.NAMED))))
    assert count.low == 1


@pytest.mark.parametrize("lines", [(), (Credit(kind=CreditKind.WIRE, name="Halyard", start=0, end=7),)])
def test_a_headline_stands_where_its_article_says_whose_figure_it_is(
    corroborate: Corroborate, lines: tuple[Credit, ...]
) -> None:
    headline, told = "Fifteen dead in Ostwick ferry fire", "15 people died on board, most of them in the galley"
    made = article(f"{told}, the Interior Ministry said.", headline=headline, name="a", credits=lines)
    other = article(f"{headline}, Norlandia's Interior Ministry said.", name="b")
    records = [made, *said(made, headline), *said(made, told, by="the Interior Ministry")]
    records += [other, *said(other, headline, by="Norlandia's Interior Ministry")]
    records += [counted(made, "Fifteen", "killed", 15), counted(made, "15", "killed", 15)]
    records.append(counted(other, "Fifteen", "killed", 15))
    counts = [count for count in of(corroborate(records), Corroboration) if count.articles == 2]
    assert [(count.low, count.high) for count in counts] == [(1, 1)]


def test_a_figure_on_the_word_of_two_is_given_to_neither() -> None:
    headline = "Fifteen dead in Ostwick ferry fire"
    one, two = "15 people died on board", "the fire had cost 15 lives"
    made = article(f"{one}, the Interior Ministry said. Ana Lenz said {two}.", headline=headline)
    records = [
        made,
        *said(made, headline),
        *said(made, one, by="the Interior Ministry"),
        *said(made, two, by="Ana Lenz"),
    ]
    records += [counted(made, words, "killed", 15) for words in ("Fifteen", "15 people", "15 lives")]
    articles, mentions = {made.id: made}, {m.span.exact: m for m in of(records, ClaimMention)}
    book, families = SourceBook(of(records, Attribution), articles), Families([made], (), ())
    for told, teller in (([one], "the Interior Ministry"), ([one, two], None)):
        figures = ToldFigures(mentions.values(), of(records, Quantity), articles)
        figures.note([book.standing(mentions[words], made, families) for words in told])
        standing = figures.told_by(mentions[headline])
        assert (standing and standing.source and standing.source.printed) == teller


@pytest.mark.parametrize(
    ("told", "high"), [("The toll of the Ostwick ferry fire rose to 15", 1), ("The harbour handles 15 a day", 2)]
)
def test_a_number_that_does_not_say_what_it_counts_is_taken_by_its_words(
    corroborate: Corroborate, told: str, high: int
) -> None:
    headline = "Fifteen dead in Ostwick ferry fire"
    wire = Credit(kind=CreditKind.WIRE, name="Halyard", start=0, end=7)
    made = article(f"{told}, Norlandia's Interior Ministry said.", headline=headline, name="a", credits=(wire,))
    other = article(f"{headline}, Ana Lenz said. {headline} too, the Interior Ministry said.", name="b")
    records = [made, *said(made, headline), *said(made, told, by="Norlandia's Interior Ministry")]
    records += [other, *said(other, headline, by="the Interior Ministry")]
    records += [counted(made, "Fifteen", "killed", 15), counted(made, "15", "", 15)]
    records.append(counted(other, "Fifteen", "killed", 15))
    (claim,) = [c for c in of(corroborate(records), Claim) if c.text == headline]
    (count,) = [count for count in of(corroborate(records), Corroboration) if count.claim_id == claim.id]
    assert count.high == high


def test_a_source_of_no_known_nation_does_not_make_one_of_the_sources_of_two_nations(corroborate: Corroborate) -> None:
    records: list[Record] = _told(("Finnish officials", SourceKind.UNNAMED), ("Peruvian officials", SourceKind.UNNAMED))
    made = article(f"Nordpress, citing sources, reported {CLAIM}.", name="n", publisher="Daily")
    outer = said(made, CLAIM, by="Nordpress", kind=SourceKind.OUTLET)
    records += [made, outer[0], *said(made, CLAIM, by="sources", kind=SourceKind.UNNAMED, within=outer[0].id)]
    count = _count(corroborate(records))
    assert count.low == 2
    for group in count.groups:
        told = " ".join(reason.detail for reason in group.reasons)
        assert not ("Finnish" in told and "Peruvian" in told)


def test_unnamed_sources_of_two_nations_are_not_folded_into_one_further_origin(corroborate: Corroborate) -> None:
    told = [
        ("Finland's Defence Ministry", SourceKind.NAMED),
        ("Peru's Defence Ministry", SourceKind.NAMED),
        ("Finnish officials", SourceKind.UNNAMED),
        ("Peruvian officials", SourceKind.UNNAMED),
    ]
    count = _count(corroborate(_told(*told)))
    assert (count.low, count.high) == (2, 4)


@pytest.mark.parametrize(
    ("told", "origin"),
    [
        ([("the company", SourceKind.ROLE)], "the company"),
        ([("she", SourceKind.UNCLEAR)], "somebody called only “she”"),
        ([("она", SourceKind.UNCLEAR)], "somebody called only “она”"),
        ([("the company", SourceKind.ROLE), None], "the company, or no named source"),
        ([None], "no named source"),
    ],
)
def test_a_source_without_a_name_is_called_what_the_article_calls_it(
    corroborate: Corroborate, told: list[tuple[str, SourceKind] | None], origin: str
) -> None:
    count = _count(corroborate(_told(("Ana Lenz", SourceKind.NAMED), *told)))
    assert [group.origin for group in count.groups] == ["Ana Lenz", origin]
    said_why = count.groups[1].reasons[-1].detail
    assert said_why.startswith("names nobody") is (told == [None])


QUOTED = "“We saw water come through the north wall of the dam,”"


def _quoting(*names: tuple[str, SourceKind]) -> list[Record]:
    """One article a speaker, each with the same words in quotation marks."""
    records: list[Record] = []
    for at, (name, kind) in enumerate(names):
        made = article(f"{QUOTED} {name} said.", name=str(at), publisher=f"Outlet {at}", published=_clock(at + 1))
        told = [
            dataclasses.replace(record, manner=Manner.DIRECT) if isinstance(record, Attribution) else record
            for record in said(made, QUOTED, by=name, kind=kind)
        ]
        ids = {old.id: new.id for old, new in zip(said(made, QUOTED, by=name, kind=kind), told, strict=True)}
        records += [made, *(_renamed(record, ids) for record in told)]
    return records


def _renamed(record: Record, ids: dict[str, str]) -> Record:
    """A mention that points to its attribution by the id that it has now."""
    if isinstance(record, ClaimMention) and record.attribution_id in ids:
        return dataclasses.replace(record, attribution_id=ids[record.attribution_id])
    return record


def test_the_very_words_in_marks_are_one_speakers_whatever_he_is_called(corroborate: Corroborate) -> None:
    names = [("Ana Lenz", SourceKind.NAMED), ("the mayor", SourceKind.ROLE), ("she", SourceKind.ROLE)]
    count = _count(corroborate(_quoting(*names)))
    assert (count.low, count.high, count.groups[0].origin) == (1, 1, "Ana Lenz")
    assert any("very words" in reason.detail for reason in count.groups[0].reasons)


def test_two_people_by_name_stay_two_even_with_the_same_words(corroborate: Corroborate) -> None:
    names = [("Ana Lenz", SourceKind.NAMED), ("Orla Dahl", SourceKind.NAMED)]
    assert _count(corroborate(_quoting(*names))).high == 2


def test_bodies_of_two_lands_stay_two_even_with_the_same_words(corroborate: Corroborate) -> None:
    names = [("Finland's Defence Ministry", SourceKind.NAMED), ("Peru's Defence Ministry", SourceKind.NAMED)]
    assert _count(corroborate(_quoting(*names))).low == 2


@pytest.mark.parametrize(
    ("many", "named"),
    [("Russian media", "The Moscow Times"), ("إعلام روسي", "روسيا اليوم"), ("ukrainische Medien", "Ukrainska Pravda")],
)
def test_media_of_a_country_are_no_outlet_of_that_name(many: str, named: str) -> None:
    assert read_source(many, SourceKind.OUTLET).vague
    assert read_source(named, SourceKind.OUTLET).person


def test_media_without_a_name_may_be_the_outlet_that_is_named(corroborate: Corroborate) -> None:
    one = article(f"The Halden Courier reported that {CLAIM}.", name="a")
    other = article(f"Polish media reported that {CLAIM}.", name="b")
    records = [one, other, *said(one, CLAIM, by="The Halden Courier", kind=SourceKind.OUTLET)]
    records += said(other, CLAIM, by="Polish media", kind=SourceKind.OUTLET)
    (count,) = of(corroborate(records), Corroboration)
    assert (count.low, count.high) == (1, 2)


def test_what_one_report_calls_an_outlet_is_none_of_another_s_people(corroborate: Corroborate) -> None:
    one = article(f"The Halden Courier reported that {CLAIM}.", name="a")
    other = article(f"Halden Courier told that {CLAIM}.", name="b")
    records = [one, other, *said(one, CLAIM, by="The Halden Courier", kind=SourceKind.OUTLET)]
    records += said(other, CLAIM, by="Halden Courier", kind=SourceKind.NAMED)
    (count,) = of(corroborate(records), Corroboration)
    assert (count.low, count.high) == (1, 1)


def test_what_nothing_tells_apart_makes_the_range(corroborate: Corroborate) -> None:
    """Norlandia may be its ministry, the union may be its chairwoman: one in three of such pairs are one."""
    for one, other in (("Norlandia's Interior Ministry", "Norlandia"), ("Ana Lenz", "Fagforeningen")):
        count = _count(corroborate(_told((one, SourceKind.NAMED), (other, SourceKind.NAMED))))
        assert (count.low, count.high) == (1, 2)
        assert [group.certain for group in count.groups] == [True, False]
    both = article(f"Ana Lenz said {CLAIM}. Norvex said so too.", name="both", publisher="Outlet both")
    told = [both, *said(both, CLAIM, by="Ana Lenz"), *said(both, CLAIM, by="Norvex")]
    assert _count(corroborate(told)).low == 2
