"""Texts that are one speaker's own words, told by their head."""

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.model import Attribution

BODY = (
    "\n\nGood morning. We met the families today. Nine boats were lost."
    "\n\nQuestion: Who is to blame?"
    "\n\nSpokesperson: We cannot say. The gate was open."
)


def spoken(text: str, language: str = "en") -> set[tuple[str | None, str]]:
    """(source, content) of what is read as an address."""
    of = article(text, language=language)
    made = (a for a in AttributionStage().run(of.id, [of]) if isinstance(a, Attribution))
    return {(a.source_name, a.content[0].exact) for a in made if a.construction == "address"}


def test_what_follows_the_head_is_the_speaker_s() -> None:
    found = spoken("Noon briefing by Oral Tegin, Spokesperson for the Port Office, 3 May 2025 (excerpts)" + BODY)
    assert {content for _, content in found} == {
        "Good morning. We met the families today. Nine boats were lost",
        "We cannot say. The gate was open",
    }
    assert all(who is not None and who.startswith("Oral Tegin") for who, _ in found)


def test_in_german() -> None:
    text = "Erklärung von Minister Paul Lenz\n\nWir trauern um die Toten.\n\nIch danke den Helfern. Neun Boote sanken."
    assert {who for who, _ in spoken(text, "de")} == {"Minister Paul Lenz"}


@pytest.mark.parametrize(
    "head",
    [
        "Statement by Oral Tegin draws anger",  # news of one
        "Message from Paris",  # a place
        "Remarks by Oral Tegin.",
        "What we know of the dam",
    ],
)
def test_other_heads_give_nobody_the_text(head: str) -> None:
    assert spoken(head + BODY) == set()


def test_a_text_that_does_not_speak_for_itself() -> None:
    assert spoken("Remarks by Governor Oral Tegin\n\nHe spoke for an hour.\n\nThe hall was full. Nine left.") == set()
