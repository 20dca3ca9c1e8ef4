import datetime
import itertools
import random
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from factory import article, counted, named, said, told_in
from sayso.corroborate import match
from sayso.corroborate.match import MatchStage
from sayso.corroborate.profile import Profiles
from sayso.corroborate.vetoes import vetoes
from sayso.model import Claim, ClaimMention, Interval, Record
from sayso.settings import MatchSettings
from sayso.stage import WHOLE_CASE, of
from sayso.vocab import Bound, MentionKind

WORDS = (
    "harbour",
    "bridge",
    "tunnel",
    "station",
    "market",
    "tower",
    "school",
    "church",
    "museum",
    "theatre",
    "airport",
    "library",
)


def _claims(records: Sequence[Record]) -> list[Claim]:
    stage = MatchStage()
    return of(list(stage.run(WHOLE_CASE, records)), Claim)


def _sizes(records: Sequence[Record]) -> list[int]:
    return sorted((len(claim.mention_ids) for claim in _claims(records)), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The river dam near Ostwick burst on Monday night.", "On Monday night the dam near Ostwick burst.", "en"),
        ("Rescuers pulled the miners from the Halden shaft.", "The miners were pulled from the shaft in Halden.", "en"),
        (
            "Der Damm bei Ostwick brach in der Nacht zum Montag.",
            "In der Nacht zum Montag brach bei Ostwick der Damm.",
            "de",
        ),
        ("Плотина у Оствика прорвалась ночью.", "Ночью прорвало плотину у Оствика.", "ru"),
    ],
)
def test_paraphrases_are_one_claim(one: str, other: str, language: str) -> None:
    assert _sizes(told_in(one, other, language=language)) == [2]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (
            "The council voted on strengthening flood rules for the delta.",
            "The council voted on weakening flood rules for the delta.",
            "en",
        ),
        (
            "The ministry confirmed the attack on the Ostwick bridge.",
            "The ministry has not confirmed the attack on the Ostwick bridge.",
            "en",
        ),
        (
            "Footballer Lenz found alive in the rubble of Ostwick after the quake.",
            "Footballer Lenz found dead in the rubble of Ostwick after the quake.",
            "en",
        ),
        (
            "El futbolista Lenz fue hallado con vida entre los escombros de Ostwick.",
            "El futbolista Lenz fue hallado muerto entre los escombros de Ostwick.",
            "es",
        ),
        ("Das Gericht verschärft die Regeln für den Hafen.", "Das Gericht lockert die Regeln für den Hafen.", "de"),
        (
            "Le port de Halden est ouvert aux navires étrangers.",
            "Le port de Halden n'est pas ouvert aux navires étrangers.",
            "fr",
        ),
        ("Суд усилил охрану порта Халден.", "Суд ослабил охрану порта Халден.", "ru"),
    ],
)
def test_opposites_are_never_one_claim(one: str, other: str, language: str) -> None:
    assert _sizes(told_in(one, other, language=language)) == [1, 1]


def _countedtold_in(one: int, other: int) -> list[Record]:
    records: list[Record] = []
    for at, number in enumerate((one, other)):
        sentence = f"The ferry Maren sank with {number} passengers aboard off Halden."
        source = article(sentence, name=str(at))
        records += [source, *said(source, sentence), counted(source, f"{number} passengers", "passenger", number)]
    return records


def test_same_number_is_one_claim() -> None:
    assert _sizes(_countedtold_in(65, 65)) == [2]


@hypothesis_settings(deadline=None)  # the first to ask loads the network
@given(st.integers(3, 5000), st.integers(3, 5000))
def test_different_numbers_are_never_one_claim(one: int, other: int) -> None:
    assert _sizes(_countedtold_in(one, other)) == ([2] if one == other else [1, 1])


def test_a_number_that_no_quantity_was_read_from_still_keeps_apart() -> None:
    assert _sizes(
        told_in("The ferry sank with 65 aboard off Halden.", "The ferry sank with 63 aboard off Halden.")
    ) == [
        1,
        1,
    ]


def test_who_did_it_to_whom_is_part_of_the_claim() -> None:
    records: list[Record] = []
    for at, sentence in enumerate(("Norland shelled the port of Sudmark.", "Sudmark shelled the port of Norland.")):
        source = article(sentence, name=str(at))
        records += [source, *said(source, sentence)]
        records += [named(source, name, MentionKind.PLACE) for name in ("Norland", "Sudmark")]
    assert _sizes(records) == [1, 1]


def test_another_actor_is_another_claim() -> None:
    records: list[Record] = []
    for at, name in enumerate(("Mayor Brandt", "Mayor Oduya")):
        sentence = f"{name} ordered the evacuation of the harbour district."
        source = article(sentence, name=str(at))
        records += [source, *said(source, sentence), named(source, name, MentionKind.PERSON)]
    assert _sizes(records) == [1, 1]


def _across_languages() -> list[Record]:
    told = [
        ("en", "The An-26 carried 48 prisoners, five crew and two guards.", ("48 prisoners", "five crew"), "An-26"),
        ("ru", "На борту Ан-26 были 48 пленных и пять членов экипажа.", ("48 пленных", "пять членов экипажа"), "Ан-26"),
        (
            "de",
            "An Bord der An-26 waren 48 Gefangene und fünf Besatzungsmitglieder.",
            ("48 Gefangene", "fünf Besatzungsmitglieder"),
            "An-26",
        ),
    ]
    records: list[Record] = []
    for language, sentence, (prisoners, crew), system in told:
        source = article(sentence, name=language, language=language)
        records += [source, *said(source, sentence)]
        records += [counted(source, prisoners, "prisoner", 48), counted(source, crew, "crew", 5)]
        records.append(named(source, system, MentionKind.SYSTEM))
    return records


def test_numbers_and_types_join_languages() -> None:
    (claim,) = _claims(_across_languages())
    assert len(claim.mention_ids) == 3
    assert any("48 prisoner" in reason.detail for reason in claim.reasons)


def test_one_shared_number_does_not_join_languages() -> None:
    one, other = (
        article("Police arrested 48 students.", name="en"),
        article("48 Häuser brannten ab.", name="de", language="de"),
    )
    records = [one, other, *said(one, one.text), *said(other, other.text)]
    records += [counted(one, "48 students", "student", 48), counted(other, "48 Häuser", "building", 48)]
    assert _sizes(records) == [1, 1]


def test_a_chain_of_near_matches_does_not_become_a_giant() -> None:
    chain = [" ".join(WORDS[i : i + 5]) for i in range(8)]
    claims = _claims(told_in(*chain))
    for claim in claims:
        texts = [m.span.exact.split() for m in of(told_in(*chain), ClaimMention) if m.id in claim.mention_ids]
        assert all(set(a) & set(b) for a, b in itertools.combinations(texts, 2))
    assert len(claims) >= 2


def test_no_chain_of_near_matches_grows_a_giant() -> None:
    words = [f"{word}{side}" for side in ("", "side", "gate", "hill", "ford") for word in WORDS]
    links = [" ".join(words[at : at + 6]) for at in range(len(words) - 6)]
    claims = _claims(told_in(*links))
    assert sum(len(claim.mention_ids) for claim in claims) == len(links)
    assert max(len(claim.mention_ids) for claim in claims) <= 7  # what shares a word with one sentence, not a chain


def test_a_loose_claim_raises_an_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    hub, *around = [" ".join(WORDS[at : at + 4]) for at in range(9)]
    records = told_in(hub, *around)
    text = {m.id: m.span.exact for m in of(records, ClaimMention)}

    def chance(pair: tuple[str, str]) -> float:
        """All are near the first and their neighbours, and hardly less near to all others."""
        one, other = (text[mention] for mention in pair)
        apart = abs(around.index(one) - around.index(other)) if hub not in (one, other) else 1
        return 0.9 if apart in {1, len(around) - 1} else 0.4

    def read(pairs: Iterable[tuple[str, str]], *_: object) -> dict[tuple[str, str], float]:
        return {pair: chance(pair) for pair in pairs}

    monkeypatch.setattr(match, "candidates", lambda first, *_: (list(itertools.combinations(first, 2)), []))
    monkeypatch.setattr(match, "chances", read)
    monkeypatch.setattr(match, "chances_of", read)
    lax = MatchSettings(min_cohesion=0.8)
    claims = of(list(MatchStage(lax).run(WHOLE_CASE, records)), Claim)
    giant = max(claims, key=lambda claim: len(claim.mention_ids))
    assert len(giant.mention_ids) >= 6
    assert "low_cohesion" in {reason.code for reason in giant.reasons}


def test_claims_that_hold_together_raise_no_alarm() -> None:
    assert not any(reason.code == "low_cohesion" for claim in _claims(_across_languages()) for reason in claim.reasons)


CREW = "Six crew and three guards were aboard the plane."
CREW_AGAIN = "Aboard the plane were three guards and a crew of six."
SHOT = "The plane with six crew and three guards aboard was shot down by its own side."
CREW_ABROAD = "An Bord der Maschine waren sechs Besatzungsmitglieder und drei Bewacher."


def test_a_link_across_languages_yields_to_what_was_read_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [*told_in(CREW, CREW_AGAIN, SHOT), *told_in(CREW_ABROAD, language="de")]
    texts = {mention.id: mention.span.exact for mention in of(records, ClaimMention)}
    one = ({CREW, CREW_AGAIN}, {CREW, CREW_ABROAD}, {CREW_AGAIN, CREW_ABROAD}, {SHOT, CREW_ABROAD})
    asked: set[frozenset[str]] = set()

    def chance(pair: tuple[str, str]) -> float:
        asked.add(frozenset(texts[mention] for mention in pair))
        return 0.9 if {texts[mention] for mention in pair} in one else 0.1

    def first(*_: object) -> dict[tuple[str, str], float]:
        pairs = itertools.combinations(sorted(texts), 2)
        return {pair: chance(pair) for pair in pairs if {texts[mention] for mention in pair} in one}

    monkeypatch.setattr(match, "chances", first)
    monkeypatch.setattr(match, "chances_of", lambda pairs, *_: {pair: chance(pair) for pair in pairs})
    found = {frozenset(texts[mention] for mention in claim.mention_ids) for claim in _claims(records)}
    assert found == {frozenset({CREW, CREW_AGAIN, CREW_ABROAD}), frozenset({SHOT})}
    assert {CREW, SHOT} in asked  # within a claim all are read together


def test_what_a_thousand_reports_print_is_one_claim_and_costs_what_one_costs() -> None:
    told = "The river dam near Ostwick burst on Monday night."
    records = told_in(*[told] * 450, "On Monday night the dam near Ostwick burst.")
    (claim,) = _claims(records)
    assert len(claim.mention_ids) == 451
    assert [reason.code for reason in claim.reasons][:1] == ["read_alike"]
    assert "451" not in claim.reasons[0].detail.split(" at ")[1]


def test_a_claim_says_how_surely_its_mentions_were_read_as_one() -> None:
    (claim,) = _claims(
        told_in("The river dam near Ostwick burst on Monday night.", "On Monday night Ostwick's dam broke.")
    )
    (reason,) = [reason for reason in claim.reasons if reason.code == "read_alike"]
    assert "2 mentions were read as stating the same, at " in reason.detail
    assert set(reason.evidence) == set(claim.mention_ids)


@pytest.mark.parametrize(
    ("denied", "told", "languages"),
    [
        (
            "Das benachbarte Norland wies den Vorwurf zurück, Drohnen über die Grenze von Halden geschickt zu haben.",
            "Norland schickte Drohnen über die Grenze von Halden.",
            ("de", "de"),
        ),
        ("Норланд опроверг, что отправил дроны через границу.", "Норланд отправил дроны через границу.", ("ru", "ru")),
        (
            "Norlandia desmintió haber enviado drones a la frontera.",
            "Norlandia envió drones a la frontera.",
            ("es", "es"),
        ),
        ("Norland a démenti avoir envoyé des drones.", "Norland a envoyé des drones.", ("fr", "fr")),
        ("Norland sınıra drone gönderdiğini yalanladı.", "Norland sınıra drone gönderdi.", ("tr", "tr")),
        (
            "Norland denies that its missile hit the plane over Halden.",
            "Eine Rakete aus Norland traf das Flugzeug über Halden.",
            ("en", "de"),
        ),
        (
            "The plane was shot down over Halden and carried no prisoners.",
            "Самолёт, сбитый над Хальденом, вёз пленных.",
            ("en", "ru"),
        ),
    ],
)
def test_a_denial_is_never_one_claim_with_what_it_denies(denied: str, told: str, languages: tuple[str, str]) -> None:
    records: list[Record] = []
    for at, (sentence, language) in enumerate(zip((denied, told), languages, strict=True)):
        source = article(sentence, name=str(at), language=language)
        records += [source, *said(source, sentence)]
        for name in ("Norland", "Norlandia", "Halden", "Норланд", "Хальденом"):
            records += [named(source, name)] if name in sentence.split() else []
    assert _sizes(records) == [1, 1]


def test_a_denial_of_something_else_keeps_nothing_apart() -> None:
    told = [
        ("en", "The An-26 carried 48 prisoners and five crew, but he named no source.", "48 prisoners", "five crew"),
        ("de", "An Bord der An-26 waren 48 Gefangene und fünf Mann Besatzung.", "48 Gefangene", "fünf Mann Besatzung"),
    ]
    records: list[Record] = []
    for language, sentence, prisoners, crew in told:
        source = article(sentence, name=language, language=language)
        polarity = "-" if language == "en" else "+"
        records += [source, *said(source, sentence, polarity=polarity)]
        records += [counted(source, prisoners, "prisoner", 48), counted(source, crew, "crew", 5)]
    one, other = Profiles(records).ordered()
    assert not any(veto.hard for veto in vetoes(one, other))


def test_what_a_bound_takes_in_has_not_been_said() -> None:
    records: list[Record] = []
    for at, (printed, fields) in enumerate((("at least 12", {"high": None, "bound": Bound.AT_LEAST}), ("17", {}))):
        sentence = f"In the Ostwick market blast on Tuesday {printed} people died."
        source = article(sentence, name=str(at))
        low = float(printed.split()[-1])
        records += [source, *said(source, sentence), counted(source, f"{printed} people", "killed", low, **fields)]
    assert _sizes(records) == [1, 1]


def test_a_toll_is_not_one_claim_with_a_sentence_without_a_number() -> None:
    one, other = (
        article("At least 12 people died in the Ostwick market explosion on Tuesday.", name="0"),
        article("People died in the Ostwick market explosion on Tuesday, and one takes off the hat.", name="1"),
    )
    records = [one, other, *said(one, one.text), *said(other, other.text)]
    records.append(counted(one, "At least 12 people", "killed", 12, high=None, bound=Bound.AT_LEAST))
    assert _sizes(records) == [1, 1]


def test_a_topic_is_no_claim() -> None:
    told = [
        "The earthquake in Marlund.",
        "Many other countries are helping after the earthquake in Marlund.",
        "Good news from the part of Marlund that the earthquake has hit.",
        *(f"The earthquake in Marlund closed the old {word} for a month." for word in WORDS),
    ]
    claims = _claims(told_in(*told))
    assert max(len(claim.mention_ids) for claim in claims) <= 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It had come from the roof.", "The roof has come down over the southern two thirds of the hall."),
        (
            "The Interior Ministry says there are more.",
            "Updated on Wednesday evening with the reply of the Interior Ministry.",
        ),
    ],
)
def test_two_words_or_a_name_make_no_claim(one: str, other: str) -> None:
    records: list[Record] = []
    for at, sentence in enumerate((one, other)):
        source = article(sentence, name=str(at))
        records += [source, *said(source, sentence)]
        records += [named(source, "Interior Ministry")] if "Interior Ministry" in sentence else []
    assert _sizes(records) == [1, 1]


def test_one_event_and_a_name_join_no_languages() -> None:
    one = article("El ataque contra Ostwick es el más mortífero desde el alto el fuego.", name="es", language="es")
    other = article("There will be another Ostwick before the summer unless the ceasefire holds.", name="en")
    records = [one, other, *said(one, one.text), *said(other, other.text)]
    records += [named(one, "Ostwick"), named(other, "Ostwick")]
    assert _sizes(records) == [1, 1]


def test_another_type_is_another_claim() -> None:
    one = article("The plane carried S-300 missiles when it was hit over Halden.", name="en")
    other = article(
        "Das Flugzeug wurde über Halden von einer MIM-104 getroffen, einer Rakete.", name="de", language="de"
    )
    records = [one, other, *said(one, one.text), *said(other, other.text)]
    records += [named(one, "S-300", MentionKind.SYSTEM), named(other, "MIM-104", MentionKind.SYSTEM)]
    records += [named(one, "Halden"), named(other, "Halden")]
    assert _sizes(records) == [1, 1]


def test_a_reprint_says_what_the_first_print_said() -> None:
    records: list[Record] = []
    for day in (3, 4):
        sentence = "Caution is a luxury of those who will sleep tonight in a hotel."
        source = article(sentence, name=str(day))
        night = datetime.datetime(2031, 5, day, 20, tzinfo=datetime.UTC)
        interval = Interval(earliest=night, latest=night + datetime.timedelta(hours=8), precision="hour")
        records += [source, *said(source, sentence), named(source, "tonight", MentionKind.TIME, interval=interval)]
    assert _sizes(records) == [2]


def test_the_member_that_says_least_speaks_for_all() -> None:
    told = (
        "Seventeen people died in Ostwick in the Norlandic attack.",
        "Seventeen people died in Ostwick.",
        "Seventeen people died in Ostwick on Tuesday.",
    )
    records: list[Record] = []
    for at, sentence in enumerate(told):
        source = article(sentence, name=str(at))
        records += [source, *said(source, sentence), counted(source, "Seventeen", "killed", 17)]
        records += [named(source, name) for name in ("Ostwick", "Norlandic") if name in sentence]
    (claim,) = _claims(records)
    assert claim.text == "Seventeen people died in Ostwick."


def test_an_attack_that_a_part_does_not_tell_of_does_not_speak_for_all() -> None:
    told = (
        "Seventeen people died in the attack at Ostwick.",
        "Seventeen people died in the attack at Ostwick, they say.",
        "In the attack at Ostwick seventeen people died.",
        "Seventeen people died at Ostwick and 41 were injured there.",
        "At Ostwick seventeen people died and 41 were injured.",
    )
    records: list[Record] = []
    for at, sentence in enumerate(told):
        source = article(sentence, name=str(at))
        figure = "Seventeen" if "Seventeen" in sentence else "seventeen"
        records += [source, *said(source, sentence), counted(source, figure, "killed", 17), named(source, "Ostwick")]
    (claim,) = _claims(records)
    assert "attack" not in claim.text


def test_reasons_are_in_words_of_the_texts() -> None:
    told = "Territorial authorities probably launched exercises near Ostwick."
    (claim,) = _claims(told_in(told, told))
    (words,) = [reason.detail for reason in claim.reasons if reason.code == "same_words"]
    assert "territorial" in words
    assert "probably" in words
    claims = _claims(_across_languages())
    assert any("prisoner" in r.detail for claim in claims for r in claim.reasons if r.code == "same_subject")


def test_claim_text_is_the_earliest_appearance() -> None:
    (claim,) = _claims(told_in("The dam near Ostwick burst on Monday.", "The dam near Ostwick burst on Monday."))
    first = next(
        m
        for m in of(told_in(*["The dam near Ostwick burst on Monday."] * 2), ClaimMention)
        if m.id == claim.first_mention_id
    )
    assert claim.text == first.span.exact
    assert claim.mention_ids[0] == claim.first_mention_id


@hypothesis_settings(deadline=None)  # the networks are read
@given(st.randoms(use_true_random=False))
def test_every_mention_is_in_one_claim_whatever_the_order(shuffler: random.Random) -> None:
    records = [
        *_across_languages(),
        *_countedtold_in(65, 63),
        *told_in("The dam burst.", "The dam held.", "Nobody knows why."),
    ]
    shuffled = list(records)
    shuffler.shuffle(shuffled)
    claims = _claims(shuffled)
    assert claims == _claims(records)
    placed = [m for claim in claims for m in claim.mention_ids]
    assert sorted(placed) == sorted(m.id for m in of(records, ClaimMention))


def test_hostile_text_costs_little() -> None:
    assert _sizes(told_in("a" * 1_000_000, "1" * 1_000_000, "не" * 300_000)) == [1, 1, 1]


def test_words_that_a_paper_and_its_source_are_named_for_are_one_claim() -> None:
    """The paper relays its source: both stand under the same words, which must not end in two claims."""
    whole = "The Courier, citing a clerk, said the harbour bridge collapsed under a barge on Sunday."
    words = "the harbour bridge collapsed under a barge on Sunday"
    relay = article(whole, name="relay")
    records = [relay, *said(relay, words, by="The Courier"), *said(relay, words, by="a clerk", cue="citing")]
    for at in range(3):
        other = article(f"A harbour bridge collapsed on Sunday under barge {at}.", name=f"other{at}")
        records += [other, *said(other, other.text)]
    held = [one.id for one in of(records, ClaimMention) if one.article_id == relay.id]
    assert len(held) == 2
    assert any(set(held) <= set(claim.mention_ids) for claim in _claims(records))
