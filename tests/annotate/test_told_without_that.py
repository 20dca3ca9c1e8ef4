"""Statements without a "that": demands, what was seen or counted, stances, and what a speaker goes on with."""

import pytest

from factory import article
from sayso.annotate import cues
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.headline_subjects import make_clear
from sayso.annotate.relations import Relation
from sayso.model import Attribution
from told_by import attributions, sayings


def asserted(text: str, language: str) -> list[tuple[str | None, str]]:
    return sayings([one for one in attributions(text, language) if one.asserted])


def under(headline: str, language: str) -> list[tuple[str | None, str]]:
    """What is read in a headline over a short report."""
    of = article("Es folgt ein Bericht. A report follows.", headline=headline, language=language)
    made = [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution)]
    return sayings([one for one in made if one.asserted])


TOLD = {
    "a demand for a measure": (
        "en",
        "The Halden dockers' union wants a full public inquiry into the crane's collapse.",
        ("The Halden dockers' union", "a full public inquiry into the crane's collapse"),
    ),
    "a demand that something be done": (
        "en",
        "Norland wants all patrol boats withdrawn from the strait.",
        ("Norland", "all patrol boats withdrawn from the strait"),
    ),
    "called for": (
        "en",
        "Tor Lenz, who leads the Tide party, called for the harbour to be closed to tankers.",
        ("Tor Lenz, who leads the Tide party", "the harbour to be closed to tankers"),
    ),
    "saw nothing of it": (
        "en",
        "The Harbour Safety Bureau saw no immediate risk to the drinking water of Halden.",
        ("The Harbour Safety Bureau", "no immediate risk to the drinking water of Halden"),
    ),
    "found no sign": (
        "en",
        "Coast Watch found no indication of a leak in aerial pictures taken since Monday.",
        ("Coast Watch", "no indication of a leak in aerial pictures taken since Monday"),
    ),
    "counts": (
        "en",
        "Norland's coast guard counts 31 passengers, not 54.",
        ("Norland's coast guard", "31 passengers, not 54"),
    ),
    "nothing, behind a clause": (
        "en",
        "No trawlers were in the bay that evening, the navy repeated.",
        ("the navy", "No trawlers were in the bay that evening"),
    ),
    "accepts that": (
        "en",
        "Officials now accept that 31 hikers were buried.",
        ("Officials", "that 31 hikers were buried"),
    ),
    "a denial": (
        "en",
        "Brandal Shipping disclaims all responsibility for the spill.",
        ("Brandal Shipping", "all responsibility for the spill"),
    ),
    "per somebody": (
        "en",
        "Forty hikers were brought down alive, per the mountain rescue service.",
        ("the mountain rescue service", "Forty hikers were brought down alive"),
    ),
    "a tag before a semicolon": (
        "en",
        "Rescuers reached the pit within an hour and went in, added the officer; two of them were hurt.",
        ("the officer", "Rescuers reached the pit within an hour and went in"),
    ),
    "spoke of a number": (
        "en",
        "The police had spoken of only four masked men and of a stolen van.",
        ("The police", "only four masked men and of a stolen van"),
    ),
    "a number in words": (
        "de",
        "Die Klinik zählt elf Verletzte. Die Behörden sprechen von neun.",
        ("Die Behörden", "von neun"),
    ),
    "a count before its participle": ("de", "Die Gewerkschaft hatte 41 gezählt.", ("Die Gewerkschaft", "41")),
    "turned away from oneself": ("de", "Die Reederei weist jede Schuld von sich.", ("Die Reederei", "jede Schuld")),
    "ruled out before": (
        "de",
        "Der Minister hatte zuvor einen Anschlag ausgeschlossen.",
        ("Der Minister", "zuvor einen Anschlag"),
    ),
    "wanted done": (
        "de",
        "Die Fischer wollen den Damm für immer geschlossen sehen.",
        ("Die Fischer", "den Damm für immer geschlossen sehen"),
    ),
    "a demand renewed": (
        "de",
        "Bürgermeister Lenz erneuert seine Forderung: „Die Brücke muss vor dem Winter gesperrt werden.“",
        ("Bürgermeister Lenz", "„Die Brücke muss vor dem Winter gesperrt werden.“"),
    ),
    "asks for": (
        "sv",
        "Fackets ordförande Anna Lind begär en skriftlig garanti för alla anställda.",
        ("Fackets ordförande Anna Lind", "en skriftlig garanti för alla anställda"),
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), TOLD.values(), ids=TOLD)
def test_a_thing_said_without_that_is_its_speakers(language: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in asserted(text, language)


SILENT = {
    "a plan": ("en", "Norland wants to build two more ferries."),
    "a wish for oneself": ("en", "Halden Rovers want a new striker."),
    "what one would have others think": ("en", "The old papers want you to trust them."),
    "who saw somebody": ("en", "The minister saw his brother at the station."),
    "a wish to do": ("de", "Der Minister will am Montag nach Halden reisen."),
    "a number of another thing": ("de", "Der Trainer sah drei Spiele seiner Mannschaft, die er mochte."),
}


@pytest.mark.parametrize(("language", "text"), SILENT.values(), ids=SILENT)
def test_a_wish_or_a_sight_of_ones_own_says_nothing(language: str, text: str) -> None:
    assert asserted(text, language) == []


@pytest.mark.parametrize(
    ("language", "headline", "expected"),
    [
        ("en", "Climbers: rope had been cut before the fall", ("Climbers", "rope had been cut before the fall")),
        ("en", "Mine families: nobody told us of the gas", ("Mine families", "nobody told us of the gas")),
        ("sv", "Rektorn: Kylen stod olåst hela natten", ("Rektorn", "Kylen stod olåst hela natten")),
    ],
)
def test_a_label_that_names_people_speaks(language: str, headline: str, expected: tuple[str, str]) -> None:
    assert expected in under(headline, language)


def test_a_label_that_names_a_topic_does_not() -> None:
    assert under("Climbers: how to plan a safe route", "en") == []
    assert under("Mine blast: rope had been cut", "en") == []
    assert under("ALERT: Norland must open its archives", "en") == []


def test_the_second_verb_of_a_headline_has_the_first_ones_subject() -> None:
    of = article("A report follows.", headline="Halden doubles its spill estimate, says oil reached the harbour")
    grammar = cues.grammar("en")
    assert grammar is not None
    cue = of.text.index("says")
    unsure = Relation([(0, 6)], [(cue, cue + 4)], [(cue + 5, of.text.index("\n"))], "network", unclear=True)
    make_clear(of, unsure, grammar)
    assert not unsure.unclear
    behind = Relation([(0, 6)], [(cue, cue + 4)], [(7, cue)], "network", unclear=True)
    make_clear(of, behind, grammar)
    assert behind.unclear


@pytest.mark.parametrize(
    "between",
    ["The village had been given no warning.", "A jury had convicted him of fraud.", "Two boats were lost."],
)
def test_what_no_word_gives_a_speaker_is_not_given_to_the_last(between: str) -> None:
    told = asserted(f"The first slide came at noon, Colonel Ana Lenz said. {between} It rained, she said.", "en")
    assert not any(between in said for _, said in told)


def test_whom_somebody_wanted_to_reach_is_no_demand() -> None:
    found = attributions("The vaccines are enough for half the people the ministry wanted to reach.", "en")
    assert not any(one.asserted for one in found)
