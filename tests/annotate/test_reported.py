"""Who says it, in some thirty languages: invented sentences, headlines and sentences that go on.

Each line of `reported/*.txt` is language|text|who says it, as printed. Nobody behind the last bar: nobody is named. In
`goes_on.txt` it is whom the last sentence is given to, where it names nobody or a pronoun.
"""

from pathlib import Path

import pytest

from factory import article
from sayso.annotate.attribution import AttributionStage
from sayso.annotate.source_kinds import is_pronoun
from sayso.model import Attribution

ROWS = Path(__file__).parent / "reported"


def rows(name: str) -> list[tuple[str, ...]]:
    """The lines of a file, parted."""
    return [tuple(line.split("|")) for line in (ROWS / name).read_text("utf-8").splitlines()]


def attributions(text: str, language: str, headline: str | None = None) -> list[Attribution]:
    """What is read in a text of one paragraph."""
    of = article(text, headline=headline, language=language)
    return [one for one in AttributionStage().run(of.id, [of]) if isinstance(one, Attribution)]


@pytest.mark.parametrize(("language", "text", "source"), rows("sentences.txt"))
def test_names_the_source_of_a_sentence(language: str, text: str, source: str) -> None:
    assert [one.source_name for one in attributions(text, language)] == [source] * bool(source)


@pytest.mark.parametrize(("language", "headline", "source"), rows("headlines.txt"))
def test_names_the_source_of_a_headline(language: str, headline: str, source: str) -> None:
    assert [one.source_name for one in attributions("x", language, headline)] == [source] * bool(source)


@pytest.mark.parametrize(("language", "text", "source"), rows("goes_on.txt"))
def test_gives_what_goes_on_to_whom_it_can_only_be(language: str, text: str, source: str) -> None:
    last = attributions(text, language)[-1]
    named = last.source_name if last.source_name and not is_pronoun(last.source_name, language) else None
    assert (last.resolved_name or named) == (source or None)
