"""What stands beside what others say is claimed too, where it is a statement: one row for each shape, all invented."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.claims import claim_mentions
from sayso.annotate.rule_reader import RuleReader
from sayso.model import Attribution


def own(text: str, language: str) -> list[str]:
    """The claims in the writer's own voice, as the rules read a text."""
    of = article(text, language=language)
    found = [record for record in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(record, Attribution)]
    assert found, "nobody says anything"
    return [mention.span.exact for mention in claim_mentions(of, found) if mention.attribution_id is None]


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        ("fr", "La ministre affirme que le barrage a tenu ; cinq personnes sont mortes.", "cinq personnes sont mortes"),
        ("en", "The dam broke; the ministry said it had been warned.", "The dam broke"),
        ("de", "Der Minister sagte, der Damm halte; es blieben drei Tote.", "es blieben drei Tote"),
        (
            "en",
            "Captain Ana Lenz, who pulled eleven people from the lake, said that the dam had burst.",
            "Captain Ana Lenz, who pulled eleven people from the lake",
        ),
        (
            "en",
            "A boy drowned in the lake below the dam, and the mayor said that it would hold.",
            "A boy drowned in the lake below the dam",
        ),
        ("en", "Nine miners died on Monday, while families say that eleven did.", "Nine miners died on Monday"),
    ],
)
def test_a_statement_beside_what_others_say(language: str, text: str, claim: str) -> None:
    assert claim in [words.rstrip(".") for words in own(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ana Lenz, who chairs the board, said that the dam held."),  # three words tell who she is, no more
        ("en", "Ana Lenz, who said the road was closed, said that the dam held."),  # hers, not the writer's
        ("en", "At a briefing on Friday, the ministry said that the dam held."),
        ("en", "The ministry said that the dam held; why not?"),
        ("en", "After a long talk on 4 May in Orlemar the ministry said that the dam held."),
    ],
)
def test_what_states_nothing_is_no_claim(language: str, text: str) -> None:
    assert own(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [("ru", "Погибли 149 человек.", True), ("ru", "Читать далее.", False), ("en", "Read more.", False)],
)
def test_a_figure_makes_two_words_a_statement(language: str, text: str, *, counts: bool) -> None:
    of = article(f"The dam broke in the night. {text}", language=language)
    assert any(mention.span.exact in text for mention in claim_mentions(of, [])) is counts


@pytest.mark.parametrize(
    ("language", "text", "claim"),
    [
        (
            "es",
            "El guarda Khalil Omar dijo que contó tres explosiones.",
            "El guarda Khalil Omar dijo que contó tres explosiones",
        ),
        ("it", "La ministra giura di aver letto la lettera.", "La ministra giura di aver letto la lettera"),
        ("es", "El guarda Khalil Omar dijo que la presa cayó.", "que la presa cayó"),
    ],
)
def test_a_clause_without_a_subject_is_told_with_whom_it_is_about(language: str, text: str, claim: str) -> None:
    of = article(text, language=language)
    found = [record for record in AttributionStage(RuleReader()).run(of.id, [of]) if isinstance(record, Attribution)]
    assert [mention.span.exact for mention in claim_mentions(of, found)] == [claim]
