import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lineage.wording import Change, changes, names_in, passages


def told(before: str, after: str, language: str = "en", names: frozenset[str] = frozenset()) -> set[str]:
    return {change.code for change in changes(before, after, language, names)}


@pytest.mark.parametrize(
    ("before", "after", "language", "change"),
    [
        ("Lock fire: four hurt", "Lock fire: three hurt", "en", Change("number_changed", "four", "three")),
        (
            "Lock fire leaves 1,200 homeless",
            "Lock fire leaves many homeless",
            "en",
            Change("number_lost", "1,200", None),
        ),
        ("Lock fire in Halden", "Lock fire in Halden, 12 hurt", "en", Change("number_gained", None, "12")),
        (
            "Pożar śluzy: cztery osoby ranne",
            "Pożar śluzy: trzy osoby ranne",
            "pl",
            Change("number_changed", "cztery", "trzy"),
        ),
        ("Pilots may strike on Sunday", "Pilots strike on Sunday", "en", Change("hedge_lost", "may", None)),
        ("Śluza zatopiona", "Śluza prawdopodobnie zatopiona", "pl", Change("hedge_gained", None, "prawdopodobnie")),
        ("Lock shut for good", "Lock shut for good: officials", "en", Change("attribution_gained", None, "officials")),
        ("Lock shut for good, pilots said", "Lock shut for good", "en", Change("attribution_lost", "said", None)),
        (
            "Norlex buys Halden Steel-sources",
            "Norlex buys Halden Steel",
            "en",
            Change("attribution_lost", "sources", None),
        ),
        ("“Herald”: lock shut for good", "Lock shut for good", "en", Change("attribution_lost", "“Herald”", None)),
        ("Lock shut for good?", "Lock is shut for good", "en", Change("question_lost", "?", None)),
        ("Lock shut by storm", "Lock closed by storm", "en", Change("reworded", "shut", "closed")),
        (
            "It had ordered the lock shut",
            "It had not ordered the lock shut",
            "en",
            Change("negation_gained", None, "not"),
        ),
        ("Не закрыли шлюз", "Закрыли шлюз", "ru", Change("negation_lost", "Не", None)),
        ("Twenty-three hurt at the lock", "24 hurt at the lock", "en", Change("number_changed", "Twenty-three", "24")),
    ],
)
def test_what_changed_is_told_with_both_words(before: str, after: str, language: str, change: Change) -> None:
    assert changes(before, after, language, frozenset()) == [change]


def test_what_one_gains_the_other_has_lost() -> None:
    opposite = {"lost": "gained", "gained": "lost", "changed": "changed"}
    for before, after in (("Pilots may strike", "Pilots strike"), ("12 hurt in lock fire", "Lock fire in Halden")):
        there = {code.rpartition("_")[::2] for code in told(before, after)}
        back = {(kind, opposite[way]) for kind, way in (code.rpartition("_")[::2] for code in told(after, before))}
        assert there == back


def test_names_are_known_by_their_capitals_inside_a_sentence() -> None:
    assert names_in("The lock in Halden was shut, Ana Lenz said. The pumps failed.", "en") == {"halden", "ana", "lenz"}
    assert names_in("Lock In Halden Shut Before Dawn By Pilots", "en") == frozenset()  # capitals that say nothing
    known = names_in("The lock in Halden was shut, and that in Corvane too.", "en")
    assert told("Lock shut in Halden", "Lock shut in Corvane", names=known) == {"name_changed"}
    assert told("Lock shut", "Lock shut in Corvane", names=known) == {"name_gained"}
    assert told("Lock shut in Halden", "Lock reopened in Halden", names=known) == {"reworded"}


def test_a_german_noun_is_no_name() -> None:
    text = "Nach Angaben der Agentur Halyard war an Bord des Schiffes auch Ana Lenz, so die Sprecherin."
    assert names_in(text, "de") == {"agentur", "halyard", "ana", "lenz"}
    assert told("Lok auf dem Damm", "Lok am Bord auf dem Damm", "de", names_in(text, "de")) == {"reworded"}


def test_numbers_that_went_with_one_stretch_are_listed() -> None:
    found = changes("Die Fähre sank um 11.00, sechs starben, drei nicht", "Die Fähre sank", "de", frozenset())
    assert [change.before for change in found] == ["11.00", "sechs", "drei"]


def test_a_name_in_another_case_is_the_same_name() -> None:
    known = names_in("Śluza w Haldenie i port Haldena są zamknięte.", "pl")
    assert told("Śluza w Haldenie zamknięta", "Śluza Haldena zamknięta", "pl", known) == {"reworded"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("H.A.F. Shuts Lock", "HAF shuts lock"), ("Lock  shut", "Lock shut!"), ("Gen AI for locks", "GenAI for locks")],
)
def test_spelling_alone_is_told_as_such(before: str, after: str) -> None:
    assert told(before, after) == {"respelled"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lock shut on May 5", "Lock shut on Monday"),
        ("Śluza zamknięta", "Śluza zamknięta, nie mogą przejść"),
        ("Suspect held over lock fire", "Man held over lock fire"),
    ],
)
def test_a_word_that_can_hedge_does_not_always(before: str, after: str) -> None:
    language = "pl" if "Ś" in before else "en"
    assert not any(code.startswith("hedge") for code in told(before, after, language))


def test_in_a_headline_written_anew_a_verb_of_telling_says_nothing() -> None:
    codes = told("Pilots reveal what goes on behind the gates", "Wild nights and long queues at the northern lock")
    assert not any(code.startswith("attribution") for code in codes)


def test_nothing_changed_nothing_told() -> None:
    assert changes("Lock shut", "Lock shut", "en", frozenset()) == []
    assert changes("Lock shut " * 300, "Lock open " * 300, "en", frozenset()) == []


@pytest.mark.parametrize("unit", ["- ", ": a", "a-", "“", "!? ", "1,", "A’"])
def test_hostile_headlines_take_no_time(unit: str) -> None:
    for size in (1_000, 500_000):
        changes(unit * size, f"x {unit * size}", "en", frozenset({"a"}))
        names_in(unit * min(size, 2_000), "en")


def test_a_language_without_lists_has_numbers_and_wording() -> None:
    assert told("Clo 12 dùinte", "Clo 15 dùinte", "gd") == {"number_changed"}
    assert told("Clo dùinte", "Clo fosgailte", "und") == {"reworded"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["en", "pl", "zh", "und", ""]))
def test_any_two_texts_can_be_compared(before: str, after: str, language: str) -> None:
    for change in changes(before, after, language, names_in(after, language)):
        assert change.before or change.after


def test_a_number_in_words_is_the_same_in_figures() -> None:
    assert [change.code for change in changes("23 hurt", "Twenty-three hurt", "en", frozenset())] == ["reworded"]
    assert changes("20, 3 hurt", "Twenty three hurt", "en", frozenset())[0].code.startswith("number")


def test_what_is_told_stands_in_the_text() -> None:
    """Not in lower case, and not two places strung together."""
    before = (
        "Vey Cyril Lomax told of a fire, and Claims of arson were made, according to the Herald. Four, then Six fled."
    )
    after = "There was a fire. Some fled."
    names = frozenset({"vey", "lomax", "cyril"})
    told = [change.before for change in changes(before, after, "en", names) if change.before]
    assert "Vey Cyril Lomax" in told
    assert "Six" in told
    assert all(one in before for one in told)


def test_a_sentence_taken_out_or_put_in_is_told_for_itself() -> None:
    rest, sentence = "The lock is shut. Pilots wait.", "Ana Vey knew of the crack, a note says."
    assert passages(f"{rest} {sentence}", rest) == [Change("passage_lost", sentence.rstrip("."), None)]
    assert passages(rest, f"{sentence} {rest}") == [Change("passage_gained", None, sentence.rstrip("."))]
    assert passages(rest, rest.replace("wait", "are waiting")) == []
    assert passages(f"{rest} {sentence}", f"{rest} Nobody was told and nobody had asked.") == []
